"""English numbers in figures and words: what they come to, and where they end."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from rashomon.reading.sentences.tokens import Tokens

UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
DOZENS = {"dozen": 12, "score": 20}
MAGNITUDES = {"hundred": 100, **DOZENS, **SCALES}
NUMBER_WORDS = frozenset({*UNITS, *TENS, *MAGNITUDES})

MAX_DIGITS = 15
"""Longer runs of digits are identifiers: no count of persons or things has more."""


class Number(NamedTuple):
    """A number read: its value, the index after it, and how it was written.

    ``magnitude`` is the last scale word ("dozen", "million") where the number ended in one.
    """

    value: int | Fraction
    end: int
    in_words: bool
    magnitude: int = 1

    @property
    def whole(self) -> bool:
        """True where the number is an integer."""
        return self.value.denominator == 1


def read_number(tokens: Tokens, index: int) -> Number | None:
    """The number that starts at a token, in figures ("1,200", "1.5 million") or words; else None."""
    if tokens.kind(index) == "number":
        return _read_figures(tokens, index)
    word = tokens.word(index)
    if word in NUMBER_WORDS or word in {"a", "an", "half"}:
        return _read_words(tokens, index)
    return None


def _read_figures(tokens: Tokens, index: int) -> Number | None:
    digits = tokens.low[index].translate(_SEPARATORS)
    if len(digits) > MAX_DIGITS or digits.count(".") > 1:
        return None
    number = Fraction(digits) if "." in digits else int(digits)
    following = index + 1 + (tokens.word(index + 1) == "-")
    magnitude = MAGNITUDES.get(tokens.word(following), 1)
    if magnitude > 1 and not _is_score_in_sport(tokens, following):
        return Number(number * magnitude, following + 1, False, magnitude)
    return Number(number, index + 1, False)


_SEPARATORS = str.maketrans("", "", ", \u00a0\u202f")


def _is_score_in_sport(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) == "score" and tokens.word(index + 1) != "of"


def _read_words(tokens: Tokens, index: int) -> Number | None:
    word = tokens.word(index)
    if word == "half":
        return _read_half(tokens, index)
    if word in {"a", "an"}:
        return _read_after_article(tokens, index)
    return _read_scaled(tokens, index)


def _read_half(tokens: Tokens, index: int) -> Number | None:
    """Such as "half a dozen", "half-dozen", "half a million"."""
    following = index + 1
    while tokens.word(following) in {"-", "a"}:
        following += 1
    magnitude = MAGNITUDES.get(tokens.word(following), 1)
    if magnitude == 1 or (following == index + 1 and tokens.word(following) != "dozen"):
        return None
    return Number(magnitude // 2, following + 1, True, magnitude)


def _read_after_article(tokens: Tokens, index: int) -> Number | None:
    following = tokens.word(index + 1)
    if following == "half" and tokens.word(index + 2) in {"-", "dozen"}:
        return _read_half(tokens, index + 1)
    if following == "score":
        # "a score of fighters", not "a score to settle".
        return Number(20, index + 2, True, 20) if tokens.word(index + 2) == "of" else None
    if following in MAGNITUDES:
        return _read_scaled(tokens, index + 1)
    return None


def _read_scaled(tokens: Tokens, index: int) -> Number | None:
    """Groups with falling scales: "two million three hundred thousand and five"."""
    total, end, last = 0, index, 10**15
    magnitude = 1
    while True:
        start = _after_and(tokens, end, magnitude) if end > index else end
        group = _read_group(tokens, start)
        if group is None:
            break
        number, after, inner = group
        scale = SCALES.get(tokens.word(after), 1)
        if scale >= last:
            break
        total, last, end, magnitude = total + number * scale, scale, after + (scale > 1), max(scale, inner)
        if scale == 1:
            break
    return Number(total, end, True, magnitude) if end > index else None


def _after_and(tokens: Tokens, index: int, magnitude: int) -> int:
    """Past "and" or a comma inside a number: only after hundred, thousand …, before a smaller number."""
    if magnitude < 100:
        return index
    if tokens.word(index) == "," and tokens.word(index + 2) in {"hundred", "thousand"}:
        return index + 1
    if tokens.word(index) == "and" and (tokens.word(index + 1) in UNITS or tokens.word(index + 1) in TENS):
        return index + 1
    return index


def _read_group(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """A number below a thousand, or a count of dozens: value, index after it, its magnitude."""
    head = _read_below_hundred(tokens, index)
    number, after = head if head else (1, index)
    word = tokens.word(after)
    if word == "-" and tokens.word(after + 1) in {"hundred", "dozen"}:
        after, word = after + 1, tokens.word(after + 1)
    if word in DOZENS and (head or word == "dozen") and not _is_score_in_sport(tokens, after):
        return number * DOZENS[word], after + 1, DOZENS[word]
    if word == "hundred":
        return _read_rest_of_hundred(tokens, number * 100, after + 1)
    if head is None:
        return (1, after, 1) if word in SCALES else None
    return number, after, 1


def _read_rest_of_hundred(tokens: Tokens, number: int, index: int) -> tuple[int, int, int]:
    start = _after_and(tokens, index, 100)
    tail = _read_below_hundred(tokens, start)
    if tail is None or not tail[0]:
        return number, index, 100
    return number + tail[0], tail[1], 1


def _read_below_hundred(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.word(index)
    if word in UNITS:
        return UNITS[word], index + 1
    if word not in TENS:
        return None
    following = index + 1 + (tokens.word(index + 1) == "-" and tokens.glued(index + 1))
    unit = UNITS.get(tokens.word(following), 0)
    if 1 <= unit <= 9:
        return TENS[word] + unit, following + 1
    return TENS[word], index + 1
