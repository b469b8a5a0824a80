"""Words of a sentence found by vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.sentences.word_index import (
    base_forms,
    forms,
    meaningful_words,
    with_base_form,
    word_at,
    words_between,
    written_as,
)

if TYPE_CHECKING:
    from spacy.language import Language


def test_words_are_found_by_base_form_in_order_of_the_text(nlp: Language) -> None:
    doc = nlp("The rebels took the bridge, and the army takes it back.")
    assert [token.text for token in with_base_form(doc, {"take", "bridge"})] == ["took", "bridge", "takes"]


def test_words_are_found_as_written_whatever_their_case(nlp: Language) -> None:
    doc = nlp("Allegedly the depot burned; others say it allegedly did not.")
    assert [token.i for token in written_as(doc, {"allegedly": 1}.keys())] == [0, 8]


def test_each_sentence_is_asked_for_its_own_words(nlp: Language) -> None:
    first, second = nlp("The depot burned."), nlp("The bridge held.")
    assert with_base_form(first, {"bridge"}) == []
    assert [token.text for token in with_base_form(second, {"bridge"})] == ["bridge"]


def test_a_sentence_says_quickly_that_it_has_no_such_word(nlp: Language) -> None:
    doc = nlp("The depot burned and the bridge burned.")
    assert sorted(base_forms(doc).at(frozenset({"burn"}))) == [2, 6]
    assert forms(doc).at({"held": 1}.keys()) == []


def test_words_between_two_characters_are_those_that_begin_there(nlp: Language) -> None:
    doc = nlp("The depot burned, the bridge held.")
    assert [token.text for token in words_between(doc, 4, 16)] == ["depot", "burned"]
    assert [token.text for token in words_between(doc, 5, 17)] == ["burned", ","]
    assert words_between(doc, 16, 16) == []
    assert [token.text for token in words_between(doc, -5, 4)] == ["The"]
    assert [token.text for token in words_between(doc, 29, 900)] == ["held", "."]


def test_a_word_is_found_by_a_character_of_it_or_by_the_blank_after_it(nlp: Language) -> None:
    doc = nlp("The depot burned.")
    found = [word_at(doc, offset) for offset in (0, 3, 4, 8, 16)]
    assert [token.text if token is not None else None for token in found] == [
        "The",
        "The",
        "depot",
        "depot",
        ".",
    ]
    assert word_at(doc, -1) is None
    assert word_at(doc, 17) is None


def test_words_that_name_or_tell_nothing_are_passed_over(nlp: Language) -> None:
    doc = nlp("The rebels of the valley killed six guards, and they fled.")
    found = meaningful_words(doc, {"rebel", "flee", "of", "they"}, {"guards", "and"})
    assert [token.text for token in found] == ["rebels", "guards", "fled"]
