"""English parts of a whole: "a third of", "two-thirds", "half of them", "most of the dead"."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.reading.languages.en.numbers import UNITS
from rashomon.reading.sentences.tokens import Tokens

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PLURAL_PARTS = {f"{word}s": number for word, number in _PARTS.items() if number > 2}

SHARE_STARTS = frozenset({"half", "most", "all", "majority", "the", "a", "an", "one", *UNITS})


class SharePart(NamedTuple):
    """A part of a whole: lowest and highest share, and the index after its words."""

    low: float
    high: float
    end: int


def read_share(tokens: Tokens, index: int) -> SharePart | None:
    """The share that starts at a token, else None."""
    word = tokens.word(index)
    if word == "half":
        return SharePart(0.5, 0.5, index + 1) if _opens_whole(tokens, index + 1) else None
    if word == "most":
        return SharePart(0.5, 1.0, index + 1) if tokens.word(index + 1) == "of" else None
    if word in {"a", "the"} and tokens.word(index + 1) == "majority" and tokens.word(index + 2) == "of":
        return SharePart(0.5, 1.0, index + 2)
    if word in {"a", "an", "one"} or word in UNITS:
        return _read_fraction(tokens, index)
    return None


def _opens_whole(tokens: Tokens, index: int) -> bool:
    """Such as "half of them", "half the dead"; not "half an hour" or "half-brother"."""
    if tokens.word(index) == "of":
        return True
    return tokens.word(index) in {"the", "those", "these", "its", "their", "his"}


def _read_fraction(tokens: Tokens, index: int) -> SharePart | None:
    start = index + 1 + (tokens.word(index + 1) == "-")
    word = tokens.word(start)
    if word not in _PARTS and word not in _PLURAL_PARTS:
        return None
    number = UNITS.get(tokens.word(index), 1)
    parts = _PARTS.get(word, 0) if number == 1 else _PLURAL_PARTS.get(word, 0)
    if not parts or number >= parts:
        return None
    # "a third attack" is an ordinal: only "of" makes a part of it; plural parts cannot be anything else.
    if number == 1 and tokens.word(start + 1) != "of":
        return None
    share = number / parts
    return SharePart(share, share, start + 1)
