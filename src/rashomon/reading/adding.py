"""Figures that add to what was told before: "three more", "also", and those listed beside others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.groups import Group
from rashomon.reading.harm import Frame
from rashomon.reading.parsing import Sentence

_MORE = re.compile(
    r"\b(?:another|further|additional)\b|\bmore\s*$|\bother\b|^\s*(?:\w+ ){0,3}more\b(?!\s+than)",
    re.I,
)
_HURT_BEFORE = re.compile(r"\b(?:wounded|injured)\b", re.I)
_ALSO = re.compile(r"\b(?:also|additionally|in addition)\b", re.I)


def adds_to_earlier(frame: Frame, sentence: Sentence) -> bool:
    """True for "three *more* died", "*another* two were killed", "four militants were *also* killed"."""
    if frame.coverage != "unknown" or frame.victim.kind == "pronoun":
        return False
    start, end = sorted((frame.start - sentence.start, frame.victim.start - sentence.start))
    between = sentence.words[start:end]
    if frame.facet == "killed" and _HURT_BEFORE.search(between):
        return True  # "the two *wounded* later succumbed": they were not among the dead so far
    after = re.match(r"\s*(?:also|as well|too)\b", sentence.words[frame.end - sentence.start :], re.I)
    if after is not None or _MORE.search(frame.victim.words) is not None:
        return True
    return _ALSO.search(between) is not None


def with_listed_beside(frames: Sequence[Frame], is_one_person: Callable[[Group], bool]) -> list[Frame]:
    """The frames, with whoever is named after others that suffered the same adding to them.

    "Nine rebels *and a guard* were killed". Single people need none of this: the report's book of persons
    tells them apart.
    """
    adding: set[int] = set()
    for word in {frame.token for frame in frames}:
        listed = [f.victim for f in frames if f.token == word and f.coverage == "unknown"]
        listed = [victim for victim in listed if victim.kind != "body"]
        plural = not all(is_one_person(victim) for victim in listed)
        if plural and all(is_plain_number(victim.count) for victim in listed):
            adding.update(sorted(victim.start for victim in listed)[1:])
    return [
        replace(frame, coverage="increment")
        if frame.victim.start in adding and frame.coverage == "unknown"
        else frame
        for frame in frames
    ]


def is_plain_number(given: object) -> bool:
    """True for a number above 0 that more can be added to: "several" is none."""
    return isinstance(given, Count) and bool(given.low) and given.vague is None
