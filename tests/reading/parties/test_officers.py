from __future__ import annotations

import pytest
from tests.conftest import reading_of


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Gunmen ambushed a police convoy near Gao on Monday. Nine officers were killed.", "police"),
        (
            "Gunmen ambushed soldiers near an army base at Gao on Monday. Nine officers were killed.",
            "soldiers",
        ),
    ],
)
def test_whose_officers_they_are_the_report_says(text: str, category: str) -> None:
    killed = next(c for c in reading_of(text).claims if c.facet == "killed")
    assert killed.about is not None
    assert killed.about.categories[:1] == (category,)
