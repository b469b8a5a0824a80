from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
import pytest

from rashomon.reading.english import PIPELINE
from rashomon.reading.sentences import quick_steps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXTS = [
    "Two guards were killed and others didn't return to the post at Orle, which they'd left.",
    "There were eight of them; you ain't going to find it, the mayor said, but that is what got lost.",
    "Let's go, he has done it. Have they been here?",
    "",
    "Two guards were killed at Orle \n twice, and that was all.",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    import spacy

    return spacy.load(PIPELINE, exclude=["ner"])


@pytest.fixture(scope="module")
def remembering() -> Language:
    import spacy

    return quick_steps.quicken(spacy.load(PIPELINE, exclude=["ner"]))


def said_of(doc: Doc) -> list[tuple[Any, ...]]:
    return [(t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, str(t.morph)) for t in doc]


def test_vectors_and_words_come_out_as_without_remembering(remembering: Language, plain: Language) -> None:
    for _ in range(2):  # the second time everything is remembered
        for quick, slow in zip(remembering.pipe(TEXTS), plain.pipe(TEXTS), strict=True):
            assert said_of(quick) == said_of(slow)
            assert numpy.array_equal(quick.tensor, slow.tensor)


def test_alone_or_with_others_a_sentence_comes_out_the_same(nlp: Language) -> None:
    together = list(nlp.pipe(TEXTS))
    assert [said_of(nlp(text)) for text in TEXTS] == [said_of(doc) for doc in together]


def test_a_full_memory_starts_anew(plain: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    monkeypatch.setattr(quick_steps, "MOST_WORDS", 7)
    small = quick_steps.quicken(spacy.load(PIPELINE, exclude=["ner"]))
    for text in TEXTS:
        assert said_of(small(text)) == said_of(plain(text))


def test_rules_on_several_words_and_other_features_still_hold() -> None:
    import spacy

    rules = [
        ([[{"LOWER": "old"}]], {"LEMMA": "ancient"}, 0),
        ([[{"LOWER": "old"}, {"LOWER": "town"}]], {"LEMMA": "city"}, 1),
        ([[{"LOWER": "old", "OP": "+"}]], {"LEMMA": "aged"}, 0),
        ([[{"SHAPE": "dd"}]], {"LEMMA": "number"}, 0),
        ([[{"LOWER": "old"}, {"LOWER": "man"}]], {"LEMMA": "elder"}, 0),
    ]
    pair = []
    for quick in (False, True):
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("attribute_ruler")
        for patterns, attributes, index in rules:
            ruler.add(patterns, attributes, index)  # type: ignore[attr-defined]
        pair.append(quick_steps.quicken(nlp) if quick else nlp)
    text = "The old old town of 12 walls had an old man"
    slow, fast = ([token.lemma_ for token in nlp(text)] for nlp in pair)
    assert fast == slow
    assert fast[2:5] == ["aged", "city", ""]
    assert (fast[5], fast[-2]) == ("number", "elder")


def test_a_pipeline_without_these_steps_is_left_as_it_is() -> None:
    import spacy

    nlp = quick_steps.quicken(spacy.blank("en"))
    assert nlp.pipe_names == []
