"""Casualties of which it is said how many were fatal: "three casualties, *all fatal*", "*one of them* fatal"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en.numbers import UNITS
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_FATAL = re.compile(
    r"[^.;]{0,50}?,? (?P<who>all|both|one|two|three|four|five|six|\d+)(?: of (?:them|which|these))?"
    r"(?: (?:was|were|proved(?: to be)?|turned out to be))? fatal\b",
    re.IGNORECASE,
)
_HURT = frozenset({"casualties", "wounded"})


def with_fatal(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The sentence's frames, with those of the hurt dead whose injuries are said to have been fatal."""
    read = list(frames)
    if " fatal" not in sentence.words:
        return read
    for place, frame in enumerate(frames):
        end = max(frame.end, frame.victim.end) - sentence.start
        told = _FATAL.match(sentence.words, end) if frame.facet in _HURT and not frame.negated else None
        count = frame.victim.count
        if told is None or count is None or count.low != count.high or not count.low:
            continue
        who = told["who"].lower()
        if who in {"all", "both"}:
            read[place] = replace(frame, facet="killed")
            continue
        number = int(who) if who.isdigit() else UNITS.get(who)
        if number is not None and number < count.low:
            start, stop = (sentence.start + at for at in told.span("who"))
            some = replace(_some(frame.victim, number, told["who"]), start=start, end=stop)
            read[place] = replace(frame, facet="casualties")
            read.append(replace(frame, facet="killed", start=start, end=stop, victim=some))
    return read


def _some(whole: Group, number: int, words: str) -> Group:
    count = Count(low=number, high=number, as_written=words)
    return replace(whole, count=count, words=words, plural=number > 1)
