"""Whom "they" means: people listed together are meant together."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.reading.english import read_english


def meant(text: str) -> list[tuple[str, int | None, int | None]]:
    """What befell those meant by "they", and the bounds of their number."""
    return [
        (claim.facet, claim.value.low, claim.value.high)
        for claim in read_english(report_of(text)).claims
        if any(flag.code == "anaphoric" for flag in claim.flags)
    ]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A woman and two men were shot in Orle. They are in stable condition.", [("wounded", 3, 3)]),
        ("A man and a woman were shot in Orle. They are in stable condition.", [("wounded", 2, 2)]),
        ("Rebels abducted two soldiers and a guide in Orle. They were later killed.", [("killed", 3, 3)]),
        # somebody else was hit too: who is meant stays open
        (
            "A man and a woman were shot in Orle, and a boy was stabbed. They are in stable condition.",
            [("wounded", 2, None)],
        ),
    ],
)
def test_they_are_all_whom_a_clause_lists(text: str, found: list[tuple[str, int, int | None]]) -> None:
    assert meant(text) == found
