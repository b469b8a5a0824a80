from __future__ import annotations

import pytest

from rashomon.reading.sentences.stems import stem_pattern

STEMS = ["kill", "killed", "clash", "sit-in", "strike action", "c"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they killed him", True),
        ("a sit-in was held", True),
        ("the strike actions", True),
        ("a strike", False),
        ("overkill", False),
        ("the city", True),
        ("", False),
    ],
)
def test_a_stem_is_found_where_a_word_begins_with_it(text: str, found: bool) -> None:
    assert bool(stem_pattern(STEMS).search(text)) is found
