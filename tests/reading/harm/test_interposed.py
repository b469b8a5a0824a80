"""The number a clause opens with stands, whatever is said between commas or dashes of who they were."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english


def killed(text: str) -> list[tuple[int | None, str]]:
    """The numbers of those killed, and what each covers."""
    report = report_of(text, published="2021-06-20")
    claims: list[Claim] = [claim for claim in read_english(report).claims if claim.facet == "killed"]
    return [(claim.value.low, claim.coverage) for claim in claims if isinstance(claim.value, Count)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "On May 3rd 2021, between five and seven members of the Orlan choir, including at least two "
            "women and at least one guest, were killed.",
            5,
        ),
        (
            "On the night of Monday, at least 38 pilgrims, all members of the Veld and the Torma parishes, "
            "including 23 boys and 10 girls from one school, were reportedly killed.",
            38,
        ),
        (
            "On Monday, May 3, 2021, at least 14 villagers, most of them farmers and all from one street, "
            "were killed in a strike.",
            14,
        ),
    ],
)
def test_people_counted_before_who_they_were_are_those_killed(text: str, number: int) -> None:
    told = killed(text)
    counted = [low for low, coverage in told if coverage == "unknown" and low != 2]
    assert counted == [number]  # 2: "members" without a number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In a fight with 20 rebels, three soldiers and a driver were killed.", [3, 1]),
        ("The army fought 20 rebels, three soldiers were killed.", [3]),
        ("Two attackers fled, and a guard and two children were killed.", [1, 2]),
        ("Twelve people were wounded and, of four soldiers, two were killed.", [2]),
    ],
)
def test_people_of_another_clause_are_not_those_killed(text: str, numbers: list[int]) -> None:
    assert [low for low, _ in killed(text)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Several papers reported the death of a guard.", [1]),
        ("The raid caused six confirmed deaths.", [6]),
    ],
)
def test_those_who_report_a_death_do_not_number_the_dead(text: str, numbers: list[int]) -> None:
    assert [low for low, _ in killed(text)] == numbers
