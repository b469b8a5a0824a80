"""Harm to all of whom some are spoken of; lists of victims after a noun for their deaths."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Count
from rashomon.reading.english import read_english


def harms(text: str) -> list[tuple[str, int | None]]:
    """The outcomes of a text with their lower bounds, in order."""
    claims = read_english(report_of(text)).claims
    return [
        (claim.facet, claim.value.low)
        for claim in claims
        if claim.facet in {"killed", "wounded", "casualties"} and isinstance(claim.value, Count)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A boy, one of three cyclists struck by bullets in Tulsa on Monday, has died.",
            [("casualties", 3), ("killed", 1)],
        ),
        ("Ortiz was one of five people injured in the blast.", [("casualties", 5)]),
        ("She was one of the four women killed in the bombing.", [("killed", 4)]),
        ("He is one of six miners who were wounded in the raid.", [("casualties", 6)]),
        ("Marsh was one of the two people who died on Friday.", [("killed", 2)]),
        ("One of the two nurses shot on Friday has died.", [("casualties", 2), ("killed", 1)]),
    ],
)
def test_what_befell_all_of_them_is_told_of_the_whole_number(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert sorted(harms(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of five hostages was killed in Tulsa.", [("killed", 1)]),
        ("Three of the seven miners died.", [("killed", 3)]),
        ("Two of the four guards were wounded.", [("wounded", 2)]),
    ],
)
def test_what_befell_some_is_told_of_those(text: str, expected: list[tuple[str, int]]) -> None:
    assert harms(text) == expected


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The raid ended in the killing of a rebel commander, his guard and two farmers.", 4),
        ("The deaths of two soldiers and a guide were confirmed after an ambush.", 3),
        ("The flood of fire led to the deaths of three rangers, a driver and two villagers.", 6),
        ("The death of a soldier, a father of two, was confirmed after an ambush.", 1),
        ("He was charged with the murder of a woman, and two men were arrested.", 1),
        ("The blast caused the death of a child and injuries to three others.", 1),
    ],
)
def test_a_noun_for_death_has_the_whole_list_after_it_and_no_more(text: str, killed: int) -> None:
    assert sum(low or 0 for facet, low in harms(text) if facet == "killed") == killed


@pytest.mark.parametrize(
    "text",
    [
        "At least 60 people were hurt, of whom 12 are in critical condition.",
        "At least 60 people were hurt, 12 of them badly.",
        "Of the 60 people hurt, 12 are in critical condition.",
        "The clinic said 60 injured people are being treated, out of whom 12 are in critical condition.",
    ],
)
def test_a_number_of_some_of_them_is_a_part(text: str) -> None:
    claims = [claim for claim in read_english(report_of(text)).claims if claim.facet == "wounded"]
    assert [(c.value.low, c.coverage) for c in claims if isinstance(c.value, Count)] == [
        (60, "unknown"),
        (12, "subset"),
    ]


def test_one_of_the_wounded_who_died_is_no_part_of_those_killed_at_once() -> None:
    text = "Two guards were killed and three wounded near Ardal, one of whom later died."
    claims = [claim for claim in read_english(report_of(text)).claims if claim.facet == "killed"]
    assert not any(claim.coverage == "subset" for claim in claims)
