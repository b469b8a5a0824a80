"""What one clause lists is counted together; what spells out a total, or is told of elsewhere, is not."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.model.base import content_id
from rashomon.model.claims import Claim, Flag, Party


@pytest.fixture
def tell(scene) -> Any:
    """Figures of one clause: (number, status, categories …) in the order of the list."""

    def listing(
        *members: tuple[int, str, tuple[str, ...]], start: int = 1000, report: str = "gazette"
    ) -> None:
        for place, (number, status, categories) in enumerate(members):
            claim_id = scene.say(number, status=status, categories=categories, report=report)
            claim: Claim = scene.claims.pop(claim_id)
            passage = claim.passages[0]
            moved = _at(passage, start, start + 20 + 10 * place)
            about = Party(
                words="people", status=claim.about.status, categories=categories, start=start + 10 * place
            )
            made = _changed(claim, passages=(moved,), about=about, id=content_id("c", claim_id))
            scene.claims[made.id] = made

    return listing


def _at(passage: Any, start: int, end: int) -> Any:
    from dataclasses import replace

    return replace(passage, start=start, end=end, words="x" * (end - start))


def _changed(claim: Claim, **more: Any) -> Claim:
    from dataclasses import replace

    return replace(claim, flags=(Flag(code="listed", words="people"),), **more)


def best(scene: Any) -> int | None:
    return scene.event().totals.ucdp.best


def test_people_of_one_status_are_added(scene, tell) -> None:
    tell((2, "civilian", ()), (1, "civilian", ()))
    assert best(scene) == 3


def test_people_in_general_and_a_child_beside_them_are_added(scene, tell) -> None:
    tell((12, "unknown", ()), (1, "civilian", ("children",)))
    assert best(scene) == 13


def test_a_list_that_comes_to_its_first_figure_spells_it_out(scene, tell) -> None:
    tell((3, "civilian", ()), (1, "civilian", ()), (2, "civilian", ()))
    assert best(scene) != 6


def test_a_list_within_a_larger_total_of_the_same_account_adds_nothing(scene, tell) -> None:
    scene.say(27, status="civilian")
    tell((2, "civilian", ()), (1, "civilian", ()))
    assert scene.event().totals.ucdp.high == 27


def test_two_clauses_are_no_list(scene, tell) -> None:
    tell((2, "civilian", ()))
    tell((4, "civilian", ()), start=5000)
    assert best(scene) == 2


def test_a_list_bounds_civilian_harm_only_where_nobody_tells_a_total(scene, tell) -> None:
    scene.kind = "air_strike"
    tell((2, "civilian", ()), (1, "civilian", ()))
    found = scene.event("airwars").totals.airwars.killed
    assert (found.min, found.max) == (3, 3)
    scene.say(9, status="civilian", by_word_of="a clinic", report="gazette")
    found = scene.event("airwars").totals.airwars.killed
    assert (found.min, found.max) == (9, 9)
