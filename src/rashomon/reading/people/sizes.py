"""How many people a body is said to be made up of: "a family of five", "a group of seven men", "a six-man cell"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.languages.en.numbers import read_number
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.tokens import cut_tokens

_BODIES = frozenset(
    "family household group cell team crew gang band squad unit patrol party ring cohort trio detachment "
    "network posse contingent couple".split()
)
_OF = re.compile(
    r"\s+(?:of|made up of|consisting of|composed of)\s+(?:(?:some|about|around|up to|at least)\s+)?", re.I
)
_STRONG = re.compile(
    r"\b(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](?:man|person|member|strong|people|woman)\b", re.I
)


def with_sizes(
    groups: Sequence[Group], sentence: Sentence, counts: Sequence[CountFound]
) -> tuple[Group, ...]:
    """The groups, those whose words tell how many people they are with that number."""
    return tuple(_sized(group, groups, sentence, counts) for group in groups)


_EACH_SEX = re.compile(
    r"(?:at )?(?:least )?(?P<one>[\w-]+) (?:fe)?males?,? and (?P<two>[\w-]+) (?:(?:fe)?males?|other)\b", re.I
)
"""Two numbers of one phrase: "three male and six female students"."""
_TWO_SEXES = re.compile(
    r"(?:an?|one) (?:\w+ )?(?:male and (?:an? |one )?female|female and (?:an? |one )?male)\b", re.I
)


def _sized(group: Group, groups: Sequence[Group], sentence: Sentence, counts: Sequence[CountFound]) -> Group:
    one = group.count is None or (group.count.low, group.count.high) == (1, 1)
    sexes = "male" in group.words and " and " in group.words
    if sexes and one and not group.plural and _TWO_SEXES.match(group.words):
        # "a male and female trader", who are two
        return replace(group, count=Count(low=2, high=2, as_written=group.words), plural=True)
    if sexes and group.plural and (both := _EACH_SEX.match(group.words)) is not None:
        numbers = [read_number(cut_tokens(both[name].lower()), 0) for name in ("one", "two")]
        if all(number is not None and number.value >= 1 for number in numbers):
            total = sum(int(number.value) for number in numbers if number is not None)
            return replace(group, count=Count(low=total, high=total, as_written=both.group()))
    if group.noun not in _BODIES or not one or group.plural:
        return group
    for found in counts:
        gap = sentence.words[group.end - sentence.start : found.start]
        if found.kind == "number" and isinstance(found.count, Count) and _OF.fullmatch(gap):
            inner = next((g for g in groups if g.start == sentence.start + found.start), None)
            return _made_of(group, found.count, inner, sentence, found.end)
    strong = _STRONG.search(group.words)
    if strong is None:
        return group
    number = read_number(cut_tokens(strong["number"].lower()), 0)
    if number is None or number.value < 2:
        return group
    count = Count(low=int(number.value), high=int(number.value), as_written=strong.group())
    return replace(group, count=count, kind="people", unit="persons", plural=True)


def _made_of(group: Group, count: Count, inner: Group | None, sentence: Sentence, end: int) -> Group:
    """The body with the number of its people, and with what they are said to be."""
    last = inner.end if inner is not None else sentence.start + end
    sized = replace(
        group,
        count=count,
        kind="people",
        unit="persons",
        plural=True,
        end=last,
        words=sentence.words[group.start - sentence.start : last - sentence.start],
    )
    if inner is None or inner.kind != "people":
        return sized
    return replace(
        sized, categories=inner.categories, status=inner.status, actors=group.actors or inner.actors
    )
