"""The parser's matrix products by another library: the same parses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest

from rashomon.reading.english import PIPELINE
from rashomon.reading.sentences import matrix_products

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = [
    "Two guards were killed and three others wounded when rebels attacked the post at Orle.",
    "The mayor said that the fighters, who had come from the hills, burned a school and left.",
    "Nothing happened.",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    import spacy

    return spacy.load(PIPELINE, exclude=["ner"])


def test_sentences_are_parsed_alike_and_vectors_agree_to_five_digits(nlp: Language, plain: Language) -> None:
    for quick, slow in zip(nlp.pipe(TEXTS), plain.pipe(TEXTS), strict=True):
        assert [(t.tag_, t.dep_, t.head.i) for t in quick] == [(t.tag_, t.dep_, t.head.i) for t in slow]
        assert numpy.allclose(quick.tensor, slow.tensor, atol=1e-4)


def test_without_such_a_library_the_parser_stays_as_it_is(
    plain: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix_products, "holds_to_one_processor", lambda: False)
    before = plain.get_pipe("tok2vec").model.ops
    assert matrix_products.multiply_quickly(plain).get_pipe("tok2vec").model.ops is before
