from __future__ import annotations

import pytest

from rashomon.codebook.graphic import is_graphic


@pytest.mark.parametrize(
    "words",
    ["Two bodies were found beheaded", "a POOL of  blood", "ils ont été égorgés", "she had been raped"],
)
def test_what_many_would_rather_not_read_is_known(words: str) -> None:
    assert is_graphic(words)


@pytest.mark.parametrize(
    "words", ["12 people were killed", "grape harvest", "the violin player", "headed for the border", ""]
)
def test_plain_words_are_not_folded(words: str) -> None:
    assert not is_graphic(words)
