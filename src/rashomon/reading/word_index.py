"""The words of a sentence that stand in a vocabulary: a dozen rules ask, and most get none.

Each walked through the whole sentence for its few words; now the words are gathered once, and a sentence
is walked through only where it has one of them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SENTENCES = 256
"""Sentences whose words are kept: a long report's, since one step after the other goes through all of them."""


def with_base_form(doc: Doc, vocabulary: Container[str]) -> list[Token]:
    """The words whose base form, in lower case, is in a vocabulary; in order of the text."""
    return _at(doc, _base_forms(doc), vocabulary)


def written_as(doc: Doc, vocabulary: Container[str]) -> list[Token]:
    """The words that stand in a vocabulary as they are written, in lower case; in order of the text."""
    return _at(doc, _forms(doc), vocabulary)


def _at(doc: Doc, places: Mapping[str, Sequence[int]], vocabulary: Container[str]) -> list[Token]:
    found = [place for form, own in places.items() if form in vocabulary for place in own]
    return [doc[place] for place in sorted(found)]


@lru_cache(maxsize=_SENTENCES)
def _base_forms(doc: Doc) -> Mapping[str, Sequence[int]]:
    return _by_form(token.lemma_ for token in doc)


@lru_cache(maxsize=_SENTENCES)
def _forms(doc: Doc) -> Mapping[str, Sequence[int]]:
    return _by_form(token.lower_ for token in doc)


def _by_form(words: Iterable[str]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.lower(), []).append(place)
    return places
