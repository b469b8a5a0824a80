"""The words of a sentence that stand in a vocabulary: a dozen rules ask, and most get none.

Each walked through the whole sentence for its few words; now the words are gathered once, and a sentence
is walked through only where it has one of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SENTENCES = 256
"""Sentences whose words are kept: a long report's, since one step after the other goes through all of them."""


class WordIndex(NamedTuple):
    """The different words of a sentence, and where each stands."""

    words: frozenset[str]
    places: Mapping[str, Sequence[int]]

    def at(self, vocabulary: AbstractSet[str]) -> list[int]:
        """Where words of a vocabulary stand; not in order."""
        if vocabulary.isdisjoint(self.words):
            return []
        # `intersection` would go through all keys of a dictionary; this asks for the few words of the sentence.
        return [place for word in vocabulary & self.words for place in self.places[word]]


def meaningful_words(doc: Doc, bases: AbstractSet[str], written: AbstractSet[str]) -> list[Token]:
    """The words of which the base form or the form as written is in a vocabulary, in order of the text.

    Articles, prepositions, pronouns, joining words and marks are left out: they name and tell nothing.
    """
    places = {*base_forms(doc).at(bases), *forms(doc).at(written)}
    if not places:
        return []
    mute, parts = _mute_parts(), _columns(doc).parts
    return [doc[place] for place in sorted(places) if parts[place] not in mute]


@cache
def _mute_parts() -> frozenset[int]:
    from spacy.symbols import ADP, CCONJ, DET, PART, PRON, PUNCT, SCONJ, SPACE, SYM

    return frozenset({ADP, CCONJ, DET, PART, PRON, PUNCT, SCONJ, SPACE, SYM})


def words_between(doc: Doc, start: int, end: int) -> list[Token]:
    """The words that begin between two characters of a sentence, the second left out; in order of the text."""
    starts = _columns(doc).starts
    return [doc[place] for place in range(bisect_left(starts, start), bisect_left(starts, end))]


def word_at(doc: Doc, offset: int) -> Token | None:
    """The word at a character of a sentence, the blank after it included; none before its first word."""
    place = bisect_right(_columns(doc).starts, offset) - 1
    if place < 0 or offset >= doc[place].idx + len(doc[place].text_with_ws):
        return None
    return doc[place]


def with_base_form(doc: Doc, vocabulary: AbstractSet[str]) -> list[Token]:
    """The words whose base form, in lower case, is in a vocabulary; in order of the text."""
    places = base_forms(doc).at(vocabulary)
    return [doc[place] for place in sorted(places)] if places else []


def written_as(doc: Doc, vocabulary: AbstractSet[str]) -> list[Token]:
    """The words that stand in a vocabulary as they are written, in lower case; in order of the text."""
    places = forms(doc).at(vocabulary)
    return [doc[place] for place in sorted(places)] if places else []


@lru_cache(maxsize=_SENTENCES)
def base_forms(doc: Doc) -> WordIndex:
    """The base forms of a sentence, in lower case."""
    return _index(_lower_case(doc, _columns(doc).bases))


@lru_cache(maxsize=_SENTENCES)
def forms(doc: Doc) -> WordIndex:
    """The words of a sentence as they are written, in lower case."""
    return _index(lower_forms(doc))


@lru_cache(maxsize=_SENTENCES)
def lower_forms(doc: Doc) -> Sequence[str]:
    """The words of a sentence as they are written, in lower case and in order."""
    return _lower_case(doc, _columns(doc).written)


class _Columns(NamedTuple):
    """What is asked of the words of a sentence: keys of their texts, their parts of speech, where each begins."""

    written: Sequence[int]
    bases: Sequence[int]
    parts: Sequence[int]
    starts: Sequence[int]


@lru_cache(maxsize=_SENTENCES)
def _columns(doc: Doc) -> _Columns:
    """All at once: asking for each takes as long as for all, and a token made for each word many times that."""
    return _Columns(*doc.to_array(["LOWER", "LEMMA", "POS", "IDX"]).T.tolist())


_MOST_TEXTS = 30_000
"""Texts kept in lower case, all told some 3 MB; after that keeping starts anew."""

_kept: dict[int, str] = {}
"""The text of a key, which follows from the text alone, in lower case."""


def _lower_case(doc: Doc, keys: Sequence[int]) -> list[str]:
    try:
        return [_kept[key] for key in keys]
    except KeyError:
        if len(_kept) > _MOST_TEXTS:
            _kept.clear()
        _kept.update((key, doc.vocab.strings[key].lower()) for key in keys)
    return [_kept[key] for key in keys]


def _index(words: Iterable[str]) -> WordIndex:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    return WordIndex(frozenset(places), places)
