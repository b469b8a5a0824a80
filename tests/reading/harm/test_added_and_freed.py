"""The dead put at a number, who is added to whom, and who is not harmed at all."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english

COUNTED = {"killed", "wounded", "captured", "losses", "missing"}


def harm(text: str) -> list[Claim]:
    return [claim for claim in read_english(report_of(text)).claims if claim.facet in COUNTED]


def figures(text: str) -> list[tuple[str, int | None, int | None]]:
    values = [(claim.facet, claim.value) for claim in harm(text)]
    return [(facet, v.low, v.high) for facet, v in values if isinstance(v, Count)]


@pytest.mark.parametrize(
    "text",
    ["She lost two sons to illness.", "The company lost 300 employees.", "The army lost three villages."],
)
def test_families_firms_and_villages_lost_are_no_dead_of_a_fight(text: str) -> None:
    assert figures(text) == []


def test_who_shot_somebody_dead_from_a_motorcycle_is_not_the_victim() -> None:
    (claim,) = harm("Gunmen on a motorcycle shot dead two priests.")
    assert claim.about is not None
    assert claim.about.words == "priests"


def test_nobody_says_which_of_several_kinds_of_people_the_others_were() -> None:
    *_, wounded = harm("A bomb killed a policeman and two farmers and wounded six.")
    assert (wounded.facet, wounded.about) == ("wounded", None)
    *_, five = harm("Three guards were killed and five wounded.")
    assert five.about is not None
    assert five.about.categories == ("guards",)


def test_one_more_is_added_and_another_may_be_one_of_them() -> None:
    more = harm("A mine killed at least 30 people on Saturday. On Sunday one more victim died in hospital.")
    assert [claim.coverage for claim in more] == ["unknown", "increment"]
    another = harm("A mine killed 30 people on Saturday. Another man died at the scene.")
    assert [claim.coverage for claim in another] == ["unknown", "unknown"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Activists put the dead at more than 120.", ("killed", 121, None)),
        ("The clinic estimated the injured at 40.", ("wounded", 40, 40)),
    ],
)
def test_the_dead_are_put_at_a_number(text: str, figure: tuple[str, int, int | None]) -> None:
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Security forces freed 123 hostages in the raid.",
        "Forces rescued 30 captives in the raid on the camp.",
    ],
)
def test_who_is_freed_is_not_taken(text: str) -> None:
    assert figures(text) == []


def test_a_third_is_one_more_and_who_gives_up_is_not_who_was_arrested() -> None:
    third = harm("The patrol took two men into custody and arrested a third.")[-1]
    assert third.coverage == "increment"
    seven = harm("Three men were arrested and seven surrendered.")[-1]
    assert seven.coverage == "increment"


def test_the_dead_that_an_enemy_lost_are_the_enemys() -> None:
    dead, hurt = harm("The enemy lost five dead and six injured.")
    assert [claim.about.words if claim.about else None for claim in (dead, hurt)] == ["The enemy"] * 2
