"""Fighters whom a phrase leaves unable to fight: "put out of action", "rendered ineffective", "left out of combat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en.harm_words import OUT_OF, PUT_OUT

if TYPE_CHECKING:
    from spacy.tokens import Token


_VERBS = frozenset(OUT_OF).union(verb for verb, _ in PUT_OUT)


def puts_out(verb: Token, lemma: str) -> bool:
    """True for "rendered ineffective", "left a dozen rebels out of action": who is neutralised."""
    if lemma not in _VERBS:
        return False
    after = verb.doc[verb.i + 1 : verb.i + 12]
    if any((lemma, word.lower_) in PUT_OUT for word in after[:3]):
        return True
    ends = OUT_OF.get(lemma, frozenset())
    return any(word.lower_ in ends and is_out_of(word) for word in after)


def is_out_of(word: Token) -> bool:
    """True for the "action" of "out of action"."""
    return word.i > 1 and word.nbor(-1).lower_ == "of" and word.nbor(-2).lower_ == "out"
