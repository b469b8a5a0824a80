"""The vectors of words among their neighbours, by NumPy: the same to the fifth digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
import pytest

from rashomon.reading.english import PIPELINE
from rashomon.reading.sentences.quick_windows import look_quickly

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = [
    "Two guards were killed and three others wounded when rebels attacked the post at Orle.",
    "",
    "Nothing happened.",
]


@pytest.fixture
def pipeline() -> Language:
    import spacy

    return spacy.load(PIPELINE, exclude=["ner", "parser", "tagger", "attribute_ruler", "lemmatizer"])


def test_vectors_are_those_of_the_layers(pipeline: Language) -> None:
    model: Any = pipeline.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    docs = [pipeline.make_doc(text) for text in TEXTS]
    slow = model.predict(docs)
    layers = model.layers[-1]
    look_quickly(model)
    assert model.layers[-1] is not layers
    for one, other in zip(model.predict(docs), slow, strict=True):
        assert one.shape == other.shape
        assert numpy.allclose(one, other, atol=1e-4)


def test_a_sentence_has_the_same_vectors_alone_and_beside_others(pipeline: Language) -> None:
    model: Any = pipeline.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    look_quickly(model)
    docs = [pipeline.make_doc(text) for text in TEXTS]
    for doc, beside in zip(docs, model.predict(docs), strict=True):
        (alone,) = model.predict([doc])
        assert numpy.allclose(alone, beside, atol=1e-5)


def test_a_model_of_another_shape_or_in_training_goes_on_as_it_did(pipeline: Language) -> None:
    from thinc.api import Linear, chain

    other = chain(Linear(2, 2), Linear(2, 2))
    layers = list(other.layers)
    look_quickly(other)
    assert other.layers == layers

    model: Any = pipeline.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    look_quickly(model)
    doc = pipeline.make_doc(TEXTS[0])
    _, backprop = model.begin_update([doc])
    assert backprop([numpy.zeros((len(doc), 96), dtype="f")]) is not None
