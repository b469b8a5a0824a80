from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Count
from rashomon.reading.english import read_english


@pytest.mark.parametrize(
    ("text", "speaker", "killed"),
    [
        (
            "A bomb went off in the market, killing eight people and wounding more than thirty, a police spokesman, "
            "Captain Oumar Bello, said.",
            "a police spokesman, Captain Oumar Bello",
            [8],
        ),
        (
            "Five children died in the shelling of Marinka, the regional governor, Petro Savchuk, said.",
            "the regional governor, Petro Savchuk",
            [5],
        ),
    ],
)
def test_whoever_closes_a_sentence_with_said_is_no_part_of_it(
    text: str, speaker: str, killed: list[int]
) -> None:
    claims = [c for c in read_english(report_of(text)).claims if c.facet == "killed"]
    assert [c.value.low for c in claims if isinstance(c.value, Count)] == killed
    assert claims[0].attribution[0].source == speaker
