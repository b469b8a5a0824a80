"""What must hold for any text: it is read, and passages are the words at their offsets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.evaluation.conftest import make_answer, make_row

from rashomon.evaluation.soundness import SOUNDNESS


@pytest.mark.parametrize(("words", "right"), [("were", 1), ("was", 0)])
def test_a_passage_must_be_the_words_at_its_offsets(words: str, right: int) -> None:
    row = make_row("Two were killed.")
    answer = replace(make_answer(), claims=({"passage": {"start": 4, "end": 8, "words": words}},))
    verdict = SOUNDNESS[1].judge(True, row, answer)
    assert (verdict.right, verdict.of) == (right, 1)


def test_passages_of_layers_count_too() -> None:
    row = make_row("Two were killed.")
    wrong = {"content": [{"start": 0, "end": 3, "words": "One"}], "source": None}
    verdict = SOUNDNESS[1].judge(True, row, make_answer(attributions=(wrong,)))
    assert (verdict.right, verdict.of) == (0, 1)


@pytest.mark.parametrize(("error", "right"), [(None, 1), ("the reader failed", 0)])
def test_a_text_that_could_not_be_read_is_a_miss(error: str | None, right: int) -> None:
    assert SOUNDNESS[0].judge(True, make_row("x"), replace(make_answer(), error=error)).right == right
