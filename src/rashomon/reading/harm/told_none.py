"""Harm that is told of nobody where no "no" stands before it: "without casualties", "did not cause any injuries".

A "no" before the word is a number as any other (`languages.en.quantities`). Here are the ways in which the denial
stands elsewhere: it is said of the verb, of who suffers, or of another word of harm beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.harm.values import Frame, is_nobody, losers
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import LIVES
from rashomon.reading.languages.en.words import PERSON_NOUNS
from rashomon.reading.people.groups import Group, single_group
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAUSING = frozenset("cause inflict leave produce claim make have".split())
"""Verbs of a deed that harms: "caused neither casualties nor damage"."""
_BEARING = frozenset("suffer sustain take incur receive have report record register".split())
"""Verbs of whoever bears a harm, or tells of his own: "neither side suffered casualties"."""
_ENDING = frozenset({"result", "lead", "end"})
_NOBODY = frozenset({"neither", "none", "nobody", "no"})
_OR = frozenset({"or", "nor"})
_SOME_ONLY = frozenset(
    "serious major severe grave critical significant heavy large further more other additional new".split()
)
"""What is without "*serious* casualties" or "*further* injuries" had others."""
_PEOPLE_TAGS = frozenset({"PRP", "NNP", "WP"})


def denied_number(noun: Token, sentence: Sentence) -> Group | None:
    """Nought for a noun of harm that its sentence denies, as "without *any casualties* being reported" does."""
    first = _first_of_row(noun)
    if not _is_open(noun, first):
        return None
    if not (_is_without(first) or _is_denied_by_verb(first)):
        return None
    return nobody(sentence, noun)


def nobody(sentence: Sentence, word: Token) -> Group:
    """Nought people, on the word that is denied."""
    found = single_group(sentence, word, word, kind="number", definite=False)
    return replace(found, count=Count(low=0, high=0, as_written=word.text), plural=True)


def _first_of_row(noun: Token) -> Token:
    """The "deaths" of "deaths or *injuries*"."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "ADJ"}:
        noun = noun.head
    return noun


def _is_open(noun: Token, first: Token) -> bool:
    """True for harm in general ("casualties", "any injuries", "loss of life"): none that was told of before."""
    before = [child for child in noun.children if child.dep_ in {"det", "poss", "nummod"}]
    any_of = any(child.lower_ == "any" for word in (noun, first) for child in word.children)
    several = noun.tag_ == "NNS" or noun.lemma_ == "loss"
    some = any(child.lower_ in _SOME_ONLY for child in noun.children)
    return (any_of or several) and not some and all(child.lower_ == "any" for child in before)


def _is_without(noun: Token) -> bool:
    """True below a "without": "without casualties", "without *causing* any", "without any *being told*"."""
    word = noun
    for _ in range(3):
        if word.head.lower_ == "without" and word.dep_ in {"pobj", "pcomp"}:
            return True
        if word.dep_ not in {"dobj", "nsubjpass", "nsubj", "pobj", "prep"} or word.head == word:
            return False
        word = word.head
    return False


def _is_denied_by_verb(noun: Token) -> bool:
    """True for "did not cause any casualties", "neither side suffered casualties"."""
    if any(child.dep_ == "preconj" and child.lower_ == "neither" for child in noun.children):
        return True
    verb = noun.head
    if noun.dep_ == "pobj" and verb.dep_ == "prep" and verb.head.lemma_ in _ENDING:
        return syntax.is_negated(verb.head)
    if noun.dep_ != "dobj":
        return False
    if verb.lemma_ in _CAUSING | _BEARING and any(child.dep_ == "neg" for child in verb.children):
        return True
    return verb.lemma_ in _BEARING and any(map(_is_nobody, syntax.subjects(verb)))


def _is_nobody(subject: Token) -> bool:
    """True for the subjects of "*neither side* suffered casualties", "*no one* suffered any injuries"."""
    return subject.lower_ in _NOBODY or any(
        child.lower_ in _NOBODY and child.i < subject.i for child in subject.children
    )


def is_of_nobody(noun: Token) -> bool:
    """True for the injuries of "no one suffered any *injuries*", "a rocket hit a house with no *injuries*".

    Those of "he escaped with no injuries" are his alone.
    """
    verb = noun.head
    if noun.dep_ == "dobj":
        return verb.lemma_ in _BEARING and any(map(_is_nobody, syntax.subjects(verb)))
    if verb.lower_ != "with" or not any(child.lower_ == "no" for child in noun.children):
        return False
    subjects = syntax.inherited_subjects(verb.head)
    return not any(one.tag_ in _PEOPLE_TAGS or one.lemma_.lower() in PERSON_NOUNS for one in subjects)


def none_beside(word: Token, frames: Sequence[Frame]) -> list[Group]:
    """Nobody, where the word of harm before it is said of nobody: "no dead *or wounded*"."""
    # The parser may hang "wounded" on whatever verb stands before.
    if word.i < _PAIR or word.nbor(-1).lower_ not in _OR:
        return []
    return [frame.victim for frame in frames if frame.token == word.i - _PAIR and is_nobody(frame.victim)]


_PAIR = 2
"""Words from the first of a pair to the second."""


def bearers_of_none(noun: Token, number: Group) -> list[Token]:
    """Who has none of the losses that are denied: "*the army* suffered no losses", "no casualties among *them*"."""
    if not is_nobody(number) or noun.lemma_.lower() not in {"casualty", "loss"}:
        return []
    return losers(noun) or syntax.prepositional(noun.head, "among")


def is_no_loss_of_life(noun: Token, number: Group) -> bool:
    """True for "no loss of life", which denies deaths and no other losses."""
    return is_nobody(number) and any(one.lemma_ in LIVES for one in syntax.prepositional(noun, "of"))
