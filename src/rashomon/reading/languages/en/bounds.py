"""English words that bound a number: "at least", "up to", "nearly", "or so" … and what each does.

Bounds are logical: "more than 30" is 31 and up, "fewer than 30" at most 29; "nearly 30" sets no lower
bound. Approximation never widens a bound, it is only marked.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rashomon.reading.sentences.tokens import Tokens

Effect = Literal["from", "above", "to", "below", "near", "just_above", "just_below", "plain"]

_PREFIXES: dict[Effect, str] = {
    "from": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|"
    "minimum|upwards of|upward of|as few as|a low of|≥",
    "above": "more than|over|above|exceeding|in excess of|greater than|well over|well above|far more than|"
    "many more than|much more than|>",
    "to": "up to|as many as|as much as|at most|no more than|not more than|no greater than|a maximum of|"
    "maximum of|maximum|at the most|≤",
    "below": "fewer than|less than|under|below|well under|far fewer than|<",
    "near": "around|about|approximately|approx|approx .|roughly|an estimated|estimated|some|~|≈|"
    "circa|c .|ca .|in the region of|in the order of|on the order of|something like|perhaps|maybe|possibly|"
    "in the neighborhood of|"
    "in the neighbourhood of|an approximate|an unconfirmed|somewhere around|more or less|almost exactly",
    "just_above": "just over|slightly more than|slightly over|a little over|a little more than|"
    "just above|little more than",
    "just_below": "just under|slightly less than|slightly fewer than|slightly under|a little under|"
    "just below|just shy of|nearly|almost|close to|approaching|not quite|nearing",
    "plain": "a total of|total of|a combined|a combined total of|a reported|a record|exactly|precisely",
}
_SUFFIXES: dict[Effect, str] = {
    "from": "+|or more|or greater|or above|at least|at a minimum|at the least|at the very least|"
    "and counting|plus|- plus",
    "to": "or fewer|or less|at most|at the most|at a maximum|or under",
    "near": "or so|- odd|odd|or thereabouts|approximately|more or less",
}

Phrases = dict[str, tuple[tuple[tuple[str, ...], Effect], ...]]


def _by_first_word(table: dict[Effect, str]) -> Phrases:
    """The phrases under their first word, longest first, so that "at least" wins over a shorter one."""
    found: dict[str, list[tuple[tuple[str, ...], Effect]]] = {}
    for effect, phrases in table.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, effect))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


PREFIXES = _by_first_word(_PREFIXES)
SUFFIXES = _by_first_word(_SUFFIXES)
_MORE_THAN = re.compile(
    rf"\s*(?:{_PREFIXES['above']}|{_PREFIXES['just_above']})(?=[\s\d])".replace(" ", r"\s+"), re.IGNORECASE
)
_GOING = frozenset({"go", "goes", "going", "gone", "went", "moved", "moves"})
_HANDING = frozenset({"hand", "hands", "handed", "handing", "turn", "turned", "turning"})
_MOST_STACKED = 3
"""Modifiers one may stack ("at least some 30"); a bound on the work, not on the language."""


class Bounds(NamedTuple):
    """A lowest and a highest value, None where open, and whether they are approximate."""

    low: int | None
    high: int | None
    approximate: bool


def read_prefixes(tokens: Tokens, index: int) -> tuple[tuple[Effect, ...], int]:
    """The modifiers that stand at a token, and the index after them."""
    effects: list[Effect] = []
    while len(effects) < _MOST_STACKED:
        match = _phrase_at(tokens, index, PREFIXES)
        if match is None or (match[0][0] in {"<", ">"} and tokens.glued(index)):
            break  # the end of a tag, "…> Nine people", bounds nothing
        if match[0] == ("up", "to") and tokens.word(index - 1) in _GOING:
            break  # a toll that "went up to nine" is nine
        if match[0] == ("over",) and tokens.word(index - 1) in _HANDING:
            break  # nine prisoners who were "handed over"
        effects.append(match[1])
        index += len(match[0])
    return tuple(effects), index


def says_more_than(words: str) -> bool:
    """True for the words of a number that is bounded from below by the next one: "more than ten".

    >>> says_more_than("well over 30"), says_more_than("at least 30"), says_more_than("30 or more")
    (True, False, False)
    """
    return _MORE_THAN.match(words) is not None


def read_suffix(tokens: Tokens, index: int) -> tuple[Effect, int] | None:
    """The modifier that follows a number ("or so", "+"), and the index after it."""
    match = _phrase_at(tokens, index, SUFFIXES)
    if match is None:
        return None
    words, effect = match
    if words[0] == "+" and not tokens.glued(index):
        return None
    if words in {("at", "least"), ("at", "most"), ("approximately",), ("odd",), ("plus",)} and not _closes(
        tokens, index + len(words), words
    ):
        return None
    return effect, index + len(words)


def _closes(tokens: Tokens, index: int, words: tuple[str, ...]) -> bool:
    """Such as "30 at least": not "30 wounded, at least 20 …", where the words belong to the next number."""
    if words == ("odd",):
        return tokens.kind(index) == "word"
    following = tokens.word(index)
    return not (tokens.kind(index) == "number" or following in {"a", "one", "two", "three", "half", "some"})


def _phrase_at(tokens: Tokens, index: int, table: Phrases) -> tuple[tuple[str, ...], Effect] | None:
    rows = table.get(tokens.word(index))
    if rows is None:
        return None
    return next((row for row in rows if tokens.matches(index, row[0])), None)


def apply_effect(bounds: Bounds, effect: Effect) -> Bounds:
    """What a modifier leaves of a number's bounds."""
    low, high, approximate = bounds
    if effect == "from":
        return Bounds(low, None, approximate)
    if effect == "to":
        return Bounds(None, high, approximate)
    if effect in {"above", "just_above"}:
        # "more than 20 to 30" bounds from below by its lowest.
        above = None if low is None else low + 1
        return Bounds(above, None, approximate or effect == "just_above")
    if effect == "below":
        return Bounds(None, None if high is None else max(0, high - 1), approximate)
    if effect == "just_below":
        return Bounds(None, high, True)
    return Bounds(low, high, approximate or effect == "near")
