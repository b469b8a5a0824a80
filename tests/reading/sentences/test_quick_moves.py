"""The parser's moves by NumPy: the same trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.reading.english import PIPELINE
from rashomon.reading.sentences.quick_moves import QuickMoves, move_quickly

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = [
    "Two guards were killed and three others wounded when rebels attacked the post at Orle.",
    "",
    "Nothing happened.",
    "The mayor said that the fighters, who had come from the hills, burned a school and left. He fled.",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    import spacy

    return spacy.load(PIPELINE, exclude=["ner"])


def test_trees_are_those_of_the_parser_itself(plain: Language) -> None:
    import spacy

    quick = move_quickly(spacy.load(PIPELINE, exclude=["ner"]))
    assert any(isinstance(component, QuickMoves) for _, component in quick.pipeline)
    for one, other in zip(quick.pipe(TEXTS), plain.pipe(TEXTS), strict=True):
        assert [(t.dep_, t.head.i, t.is_sent_start) for t in one] == [
            (t.dep_, t.head.i, t.is_sent_start) for t in other
        ]


def test_a_parser_that_follows_several_trees_is_left_as_it_is() -> None:
    import spacy

    several = spacy.load(PIPELINE, exclude=["ner"])
    several.get_pipe("parser").cfg["beam_width"] = 4  # type: ignore[attr-defined]
    assert move_quickly(several).pipe_names.count("parser") == 1
