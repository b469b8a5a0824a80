"""Into how many parts a report says its own toll is divided: "fatalities split between two locations".

Coders' notes say so where several of their events share one number. Nothing is divided here: it is only told.
"""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.model.claims import Count
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.sentences.held_words import HeldPattern

_DIVIDED = HeldPattern(
    r"\b(?:fatalit(?:y|ies)|deaths|death toll|casualties)\b[^.;]{0,40}?"
    r"\b(?:split|spread|divided|distributed)(?: up| out| evenly| equally)?"
    r" (?:over|between|across|among|amongst|into|by) (?:the )?(?P<parts>(?:\w+ )?)(?:\w+ )?"
    r"(?:events|locations|places|villages|towns|sites|days|districts|areas|entries)\b",
    re.I,
)
_RESPECTIVELY = re.compile(
    r"\brespectively coded (?:as|in|at) (?P<names>[^(),;.]+(?:, [^(),;.]+)*,? and [^(),;.]+)"
)
"""Where the parts are named and not counted: "(respectively coded as A and B)"."""


@value
class Division:
    """The number of parts and where it is told: offsets within the sentence."""

    parts: Count
    start: int
    end: int


def find_division(words: str) -> Division | None:
    """The division a sentence tells of; None where it tells of none, or not into how many."""
    found = _DIVIDED.search(words)
    if found is None:
        return None
    parts = _number(found["parts"]) or _named(words)
    return None if parts is None else Division(parts=parts, start=found.start(), end=found.end())


def _number(words: str) -> Count | None:
    counts = [f.count for f in find_counts(words) if isinstance(f.count, Count)]
    exact = [count for count in counts if count.vague is None and count.low == count.high]
    return exact[0] if len(exact) == 1 and (exact[0].low or 0) > 1 else None


def _named(words: str) -> Count | None:
    named = _RESPECTIVELY.search(words)
    if named is None:
        return None
    parts = len(re.split(r",? and |, ", named["names"]))
    return Count(low=parts, high=parts, as_written=named["names"])
