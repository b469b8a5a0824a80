"""The words of a sentence that stand in a vocabulary: a dozen rules ask, and most get none.

Each walked through the whole sentence for its few words; now the words are gathered once, and a sentence
is walked through only where it has one of them.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SENTENCES = 16
"""Sentences whose words are kept: rules ask of one sentence after the other."""


def with_base_form(doc: Doc, vocabulary: Set[str]) -> list[Token]:
    """The words whose base form, in lower case, is in a vocabulary; in order of the text."""
    if vocabulary.isdisjoint(_base_forms(doc)):
        return []
    return [token for token in doc if token.lemma_.lower() in vocabulary]


def written_as(doc: Doc, vocabulary: Set[str]) -> list[Token]:
    """The words that stand in a vocabulary as they are written, in lower case; in order of the text."""
    if vocabulary.isdisjoint(_forms(doc)):
        return []
    return [token for token in doc if token.lower_ in vocabulary]


@lru_cache(maxsize=_SENTENCES)
def _base_forms(doc: Doc) -> frozenset[str]:
    return frozenset([token.lemma_.lower() for token in doc])


@lru_cache(maxsize=_SENTENCES)
def _forms(doc: Doc) -> frozenset[str]:
    return frozenset([token.lower_ for token in doc])
