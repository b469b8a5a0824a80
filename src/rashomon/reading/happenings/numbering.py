"""Which and how many happenings a cue tells of, and how large: "the second clash", "fought twice", "heavy fighting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.languages.en.words import MAGNITUDES
from rashomon.reading.sentences.word_index import written_as

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDINALS = frozenset({"first", "second", "third", "other"})


def magnitude(noun: Token, first: int) -> str | None:
    """How large the words before a noun call what it tells of: the "heavy" of "heavy fighting"."""
    found = MAGNITUDES.search(noun.doc[first : noun.i].text) if first < noun.i else None
    return found.group() if found is not None and noun.pos_ != "VERB" else None


def ordinal(token: Token, modifiers: set[str]) -> str | None:
    """ "the first clash", "the second": of nouns only; "first clashed" is another thing."""
    named = sorted((modifiers | {token.lower_}) & ORDINALS) if token.pos_ != "VERB" else []
    return named[0] if named else None


_TIMES = {"twice": 2, "thrice": 3}


def times_over(token: Token) -> Count | None:
    """ "fought them twice": two happenings."""
    for word in written_as(token.doc, _TIMES.keys()) if token.pos_ == "VERB" else ():
        if token == word or token.is_ancestor(word):
            return Count(low=_TIMES[word.lower_], high=_TIMES[word.lower_], as_written=word.text)
    return None
