"""How old a report says somebody is, and whether two such words may mean one age."""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.reading.languages.en.numbers import TENS, UNITS
from rashomon.reading.sentences.held_words import HeldPattern

_WORDS = {**UNITS, **TENS}
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(_WORDS))}"
_OLD = HeldPattern(rf"\b({_NUMBER})[- ](year|month|week|day)s?[- ]olds?\b", re.I)
_BEFORE = HeldPattern(rf"\b({_NUMBER})[- ](year|month|week|day)s?[- ]old(?:[- ]\w+)?,?\s*$", re.I)
_AFTER = re.compile(
    r"\s*[,(]\s*(\d{1,3})\b(?!\s*(?:a\.?m|p\.?m|%|\w+ street))(?:[- ](year|month|week|day)s?\b)?", re.I
)
_BESIDE = re.compile(rf",\s+an?\s+({_NUMBER})[- ](year|month)s?[- ]old\b", re.I)
"""A phrase set beside a name: "Mary Holt, a 34-year-old woman"."""
_MONTHS = {"year": 12.0, "month": 1.0, "week": 0.25, "day": 0.04}
_ROUNDED_UP = 6.0
"""Whoever is 18 months old or more is often called a two-year-old."""


@value
class Age:
    """A stated age: "21 months", "34 years"."""

    number: int
    unit: str

    def may_be(self, other: Age) -> bool:
        """True where both may be one person's: alike, or months and years that come to the same."""
        if self.unit == other.unit:
            return self.number == other.number
        fine, rough = sorted((self, other), key=lambda age: _MONTHS[age.unit])
        months, unit = fine.number * _MONTHS[fine.unit], _MONTHS[rough.unit]
        slack = _ROUNDED_UP if rough.unit == "year" else unit / 2
        return rough.number * unit - slack <= months < (rough.number + 1) * unit


def age_of(words: str, before: str, after: str) -> Age | None:
    """The age in a phrase, else in what stands right before or after it."""
    found = (_OLD.search(words), _BEFORE.search(before[-40:]), _AFTER.match(after), _BESIDE.match(after))
    told = next((match for match in found if match is not None), None)
    if told is None:
        return None
    number = told.group(1).lower()
    unit = (told.group(2) or "year").lower()
    return Age(number=int(number) if number.isdigit() else _WORDS[number], unit=unit)


Span = tuple[float, float]
"""Years from and to, both included."""

_STAGES: dict[str, Span] = {
    **dict.fromkeys(("baby", "infant", "newborn"), (0.0, 2.0)),
    "toddler": (0.0, 4.0),
    **dict.fromkeys(("child", "kid", "youngster"), (0.0, 17.0)),
    **dict.fromkeys(("boy", "girl", "schoolboy", "schoolgirl", "juvenile"), (0.0, 17.0)),
    **dict.fromkeys(("teen", "teenager", "adolescent"), (12.0, 17.0)),
    **dict.fromkeys(("man", "woman", "gentleman", "lady", "adult"), (18.0, 130.0)),
    **dict.fromkeys(("father", "mother", "husband", "wife", "dad", "mom", "widow", "ex-wife"), (18.0, 130.0)),
    **dict.fromkeys(("grandfather", "grandmother", "great-grandfather", "great-grandmother"), (30.0, 130.0)),
}
"""How old whoever is called so mostly is: a boy is no man."""
ANY_AGE: Span = (0.0, 130.0)
_LOOSELY = 3.0
"""By so many years the words for an age are stretched: whoever is 19 is both a man and a teen."""


def years_of(noun: str, age: Age | None) -> Span:
    """Between which years somebody is who is called by a noun, and whose age may be stated."""
    if age is None:
        return _STAGES.get(noun, ANY_AGE)
    years = age.number * _MONTHS[age.unit] / _MONTHS["year"]
    return years, years + 1


def overlap(one: Span, two: Span) -> Span | None:
    """The years that two spans share; None where they share none."""
    low, high = max(one[0], two[0]), min(one[1], two[1])
    return (low, high) if low <= high else None


def may_be_called(one: Span, two: Span, *, stated: bool) -> bool:
    """True where words for two ages may mean one person, of whom an age may be ``stated`` too."""
    slack = _LOOSELY if stated else 0.0
    return max(one[0], two[0]) <= min(one[1], two[1]) + slack


def is_too_young(noun: str, age: Age | None) -> bool:
    """True for a twelve-year-old as "the teen": no other word for an age is as exact at its lower end."""
    return noun in _TEENS and age is not None and age.number * _MONTHS[age.unit] < _THIRTEEN


_TEENS = frozenset({"teen", "teenager"})
_THIRTEEN = 13 * 12
