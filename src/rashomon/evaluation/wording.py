"""Numbers as a text writes them.

For two plain questions: what would a simple pattern have answered, and does the label's number stand in the
text at all?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = (
    {word: number for number, word in enumerate(_UNITS)}
    | {word: 20 + 10 * number for number, word in enumerate(_TENS)}
    | {
        f"{ten}-{unit}": 20 + 10 * number + one
        for number, ten in enumerate(_TENS)
        for one, unit in enumerate(_UNITS[:10])
        if one
    }
)
"""Number word → number, below a hundred: what a simple pattern knows."""

KILLED = re.compile(r"\b(?:kill(?:ed|ing|s)?|dead|died|deaths?|slain)\b", re.IGNORECASE)
INJURED = re.compile(r"\b(?:injur(?:ed|ing|ies)|wound(?:ed|ing|s))\b", re.IGNORECASE)
CAPTURED = re.compile(
    r"\b(?:captur(?:ed|ing|es)|detain(?:ed|ing|s|ees?)|arrest(?:ed|ing|s)?|apprehended)\b", re.IGNORECASE
)

NEAR = 60
"""Characters from the verb within which the simple pattern looks for its number."""

_NUMBER = re.compile(
    rf"(?<![\w.,-])(?:\d{{1,5}}|{'|'.join(sorted(NUMBER_WORDS, reverse=True))})(?![\w-]|[.,]\d)", re.I
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_ONE = re.compile(r"\b(?:an?|the|one|another|1)\s+\w", re.IGNORECASE)


def numbers_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and number of each number of a text, as digits or as a word below a hundred."""
    for match in _NUMBER.finditer(text):
        word = match[0].casefold()
        yield match.start(), int(word) if word.isdigit() else NUMBER_WORDS[word]


def number_near(text: str, verb: re.Pattern[str]) -> int | None:
    """The trivial method: the number nearest to the first such verb that has one near it."""
    numbers = list(numbers_in(text))
    for match in verb.finditer(text):
        near = [
            (abs(start - match.start()), number)
            for start, number in numbers
            if abs(start - match.start()) <= NEAR
        ]
        if near:
            return min(near)[1]
    return None


def stands_in_text(number: int, text: str, verb: re.Pattern[str]) -> bool:
    """True where a sentence with the verb has the number, as digits or as a word.

    One may also stand as a single victim: "a leader", "the commander", "an insurgent".
    """
    for sentence in _SENTENCE_END.split(text):
        if verb.search(sentence):
            if any(number == found for _, found in numbers_in(sentence)):
                return True
            if number == 1 and _ONE.search(sentence):
                return True
    return False
