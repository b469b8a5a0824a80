"""Whose a thing is that is attacked or taken, and who fought: both stand on sides of their own."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

pytestmark = pytest.mark.usefixtures("nlp")


def sides_of(text: str) -> list[list[str | None]]:
    return sorted([actor.id for actor in side.actors] for side in main_event(text).sides)


@pytest.mark.parametrize(
    "text",
    [
        "The Iraqi army retook a town from ISIS near Mosul.",
        "The Iraqi army recaptured two villages from ISIS fighters near Mosul.",
        "ISIS overran an Iraqi army base near Mosul, killing ten.",
        "Near Mosul, ISIS gunmen attacked a position held by the Iraqi army.",
        "ISIS fighters raided an outpost manned by the Iraqi army near Mosul.",
        "The Iraqi army said ISIS fighters had attacked its base near Mosul.",
        "ISIS militants clashed with the Iraqi army near Mosul.",
        "ISIS attacked the Iraqi army near Mosul and killed three of its soldiers.",
        "The Iraqi army blamed ISIS for an ambush that killed three of its men near Mosul.",
    ],
)
def test_both_are_sides(text: str) -> None:
    assert sides_of(text) == [["forces:IRQ"], ["islamic-state"]]
