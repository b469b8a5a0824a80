"""Members of armed bodies and people counted by a body's name: what kind they are, and how many."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("who", "categories", "status"),
    [
        ("members of the army", ("soldiers",), "combatant"),
        ("members of the security forces", ("soldiers",), "combatant"),
        ("elements of the gendarmerie", ("police",), "combatant"),
        ("members of a militia", ("militants",), "combatant"),
        ("members of an armed group", ("militants",), "combatant"),
        ("members of the national guard", ("national_guards",), "combatant"),
        ("former members of the army", ("civilians",), "civilian"),
        ("members of a tour group", ("people",), "unknown"),
        ("members of the work force", ("people",), "unknown"),
        ("Taliban", ("people",), "combatant"),
        ("Taliban members", ("people",), "unknown"),
    ],
)
def test_members_are_of_the_kind_their_body_is(who: str, categories: tuple[str, ...], status: str) -> None:
    (claim,) = (c for c in reading_of(f"Five {who} were killed in Orle.").claims if c.facet == "killed")
    assert claim.about is not None
    assert (claim.about.categories, claim.about.status) == (categories, status)


@pytest.mark.parametrize(
    "text", ["Five Dozo fighters and 2 FAMa soldiers", "Five Dozo and two FAMa soldiers"]
)
def test_two_numbered_bodies_are_two_parties(text: str) -> None:
    assert main_event(f"{text} were killed in Orle.").totals.ucdp.best == 7
