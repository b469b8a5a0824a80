"""One more person told of without a noun: "a guard was killed and *another* injured", "*a second* died"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en.harm_words import HARM_ADJECTIVES
from rashomon.reading.people.groups import Group, single_group
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_OTHER_ONE = _ORDINALS | {"other"}
_STANDS_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "pobj", "dep"})
_PARTICIPLES = frozenset({"VBN", "VBD"})


def before_participle(verb: Token) -> list[Token]:
    """The "another" of "and *another* injured", which the parser hangs on the participle as on a noun."""
    hung = [
        child
        for child in verb.children
        if child.i < verb.i and child.dep_ in {"det", "amod"} and is_one_more(child)
    ]
    return hung or _before_complement(verb)


def _before_complement(verb: Token) -> list[Token]:
    """The "another" of "left one dead and *another* badly wounded", where both are what somebody was left as."""
    before = verb.i - 1
    while before > 0 and verb.doc[before].tag_ == "RB":
        before -= 1
    word = verb.doc[max(before, 0)]
    beside = (
        verb.dep_ in {"oprd", "acl", "ccomp"} and word.dep_ in {"conj", "dep"} and word.lower_ == "another"
    )
    return [word] if beside else []


def is_one_more(token: Token) -> bool:
    """True for "another" and "a second", "a third" without a noun of their own."""
    if token.lower_ == "another" and token.dep_ == "det":
        hurt = token.head.tag_ in _PARTICIPLES or token.head.lower_ in HARM_ADJECTIVES
        return (hurt or token.head.dep_ == "npadvmod") and token.head.i > token.i
    if token.lower_ in _ORDINALS and token.dep_ == "amod":
        # "a fourth died", which the parser takes for a noun; "killed two and injured *a third* Saturday"
        torn = token.head.tag_ in _PARTICIPLES or token.head.dep_ == "npadvmod"
        return torn and token.i > 0 and token.nbor(-1).lower_ == "a"
    if token.dep_ not in _STANDS_ALONE or any(child.lower_ == "of" for child in token.children):
        return False  # "a third of the wounded": a share
    if token.lower_ == "another":
        return True
    if token.lower_ in _OTHER_ONE and token.dep_ in {"nsubj", "nsubjpass"}:
        before = token.nbor(-1).lower_ if token.i > 0 else ""
        if before == "the" and not any(child.dep_ in {"prep", "acl", "relcl"} for child in token.children):
            return True  # "one died; *the other* was hurt", "*the second* died"
    articles = [child for child in token.children if child.lower_ == "a" and child.i == token.i - 1]
    return token.lower_ in _ORDINALS and bool(articles)


def one_more(sentence: Sentence, token: Token) -> Group:
    """The one person these words stand for; the noun left out is that of the people told of before."""
    first = token if token.lower_ == "another" else token.nbor(-1)
    return single_group(sentence, first, token, kind="number", definite=False)
