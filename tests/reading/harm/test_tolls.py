"""Tolls: what "the toll" and "the number of dead" stand at."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english


def counted(text: str, facet: str) -> list[tuple[int | None, int | None]]:
    claims: list[Claim] = [c for c in read_english(report_of(text)).claims if c.facet == facet]
    return [
        (c.value.low, c.value.high) for c in claims if isinstance(c.value, Count) and c.value.vague is None
    ]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "facet", "bounds"),
    [
        ("The death toll of the raid on Tarn rose from 9 to 14.", "killed", [(14, 14)]),
        ("The number of dead was first put at 17 but rose to 26.", "killed", [(26, 26)]),
        ("The number of those killed in the raid reached 19.", "killed", [(19, 19)]),
        ("The army put the number of rebels killed in the raid at 18.", "killed", [(18, 18)]),
        ("The number of people injured in the raid stood at 31.", "wounded", [(31, 31)]),
        ("The raid brings the number of arrests in Tarn to at least 40.", "captured", [(40, None)]),
        ("A number of people were killed in the raid on Tarn, which began at 10.", "killed", []),
        ("The number of people killed in Tarn this year rose to 400.", "killed", []),
    ],
)
def test_the_number_a_toll_stands_at(text: str, facet: str, bounds: list[tuple[int, int | None]]) -> None:
    assert counted(text, facet) == bounds


@pytest.mark.usefixtures("nlp")
def test_a_toll_is_found_however_far_its_verb_stands() -> None:
    text = (
        "The death toll of the blast that tore through a bakery on Friday evening in the old quarter of the northern "
        "harbour town of Tarn, the largest of the province, rose to 31, the governor said."
    )
    assert counted(text, "killed") == [(31, 31)]
