"""Deeds in a row, of which the tagger takes one for a participle, and those who gave up beside the dead."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Count
from rashomon.reading.english import read_english


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The headquarters says troops of the division killed 27 terrorists, arrested 13 of their suppliers and "
            "rescued 48 abducted women in Tarn in the last two weeks.",
            [("killed", 27), ("captured", 13)],
        ),
        (
            "In close combat the troops eliminated 20 gunmen, while a further seven surrendered.",
            [("killed", 20), ("captured", 7)],
        ),
        ("About 40 rebels laid down their weapons after the clash.", [("captured", 40)]),
    ],
)
def test_each_number_has_its_deed(text: str, found: list[tuple[str, int]]) -> None:
    claims = read_english(report_of(text)).claims
    told = [
        (c.facet, c.value.low)
        for c in claims
        if c.facet in {"killed", "captured"} and isinstance(c.value, Count)
    ]
    assert told == found


def test_who_died_along_with_somebody_told_at_length() -> None:
    claims = read_english(
        report_of(
            "The founder of the Rural League (RL), along with three other militants, was gunned down in Lahore."
        )
    ).claims
    assert [c.value.low for c in claims if c.facet == "killed" and isinstance(c.value, Count)] == [1, 3]
