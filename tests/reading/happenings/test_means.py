"""Means: what weapons fire is not what burns; sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Term
from rashomon.reading.english import read_english


def means_of(text: str) -> set[str]:
    claims = read_english(report_of(text)).claims
    return {c.value.code for c in claims if c.facet == "means" and isinstance(c.value, Term)}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "burns"),
    [
        ("Gunmen opened fire on a bus near Kati on Monday and killed two passengers.", False),
        ("Two soldiers were killed by small-arms fire near Kati on Monday.", False),
        ("Attackers killed a guard near Kati on Monday and set the depot on fire.", True),
        ("Attackers killed a guard near Kati on Monday and set fire to the depot.", True),
    ],
)
def test_gunfire_is_no_arson(text: str, burns: bool) -> None:
    assert ("arson" in means_of(text)) is burns
