"""Whom something like the event befell on another day: "On Monday, *a 5-year-old girl* was shot blocks away".

A report of one shooting ends with others. Where a sentence opens with a day or a date, or comes right after "it was the
second shooting of the day", and each of its victims is another than all told of so far, by name, age or sex, it tells
of a happening of its own, and gives the event neither its day nor its dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rashomon.reading.happenings.days import distance
from rashomon.reading.sentences.held_words import HeldPattern

if TYPE_CHECKING:
    from rashomon.reading.happenings.cues import EventCue
    from rashomon.reading.happenings.same import Happenings
    from rashomon.reading.harm.values import Frame
    from rashomon.reading.material import SentenceMaterial
    from rashomon.reading.parties.persons import PersonBook
    from rashomon.reading.times.moments import TimeFound

_HARM = frozenset({"killed", "wounded", "casualties"})
_OPENING = re.compile(
    r"(?:and |but )?(?:just |only |back |early |late |earlier )?"
    r"(?:(?:on|in|last|earlier|over|about|more than|less than) )?",
    re.I,
)
_KIN = re.compile(r"(?:his|her|their) ", re.I)
"""Whoever is told of as kin of somebody told just before: "Ann Marsh *and her son*"."""
_NO_DAY = frozenset({"minute", "hour", "part_of_day"})
_ONE_OF_SEVERAL = HeldPattern(
    r"\b(?:was|is|marks|marked|became) (?:at least )?the (?:second|third|fourth|fifth|sixth)\b[^.]{0,40}?"
    r"\b(?:days?|weeks?|hours|months?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|tonight|overnight)\b",
    re.I,
)
"""What comes before a happening of the same day: "the shooting was *the second reported Monday*"."""


class Known(NamedTuple):
    """What a report has told of so far: its sentences, its people, and what happened."""

    sentences: Sequence[SentenceMaterial]
    people: PersonBook
    told: Happenings


def with_others_apart(
    cues: tuple[EventCue, ...], part: SentenceMaterial, frames: Sequence[Frame], known: Known
) -> tuple[EventCue, ...]:
    """The cues, the first marked as of another day where the sentence tells whom something befell then."""
    main = known.told.main
    if not (cues and frames) or main is None or not main.harmful:
        return cues
    if any(cue.apart != "no" or (cue.noun and cue.definite) for cue in cues):
        return cues  # "on Monday a girl died who was hit in *the same shooting*"
    opening = _opening_day(part)
    dated = opening is not None and all(distance(opening.moment, day) > 0 for day in main.days())
    if not dated and (known.told.focus is not main or not _follows_one_of_several(part, known.sentences)):
        return cues
    harmed = [frame.victim for frame in frames if frame.facet in _HARM and not frame.negated]
    victims = [victim for victim in harmed if victim.kind != "pronoun"]
    new = [known.people.is_nobody_known(victim, part.sentence) for victim in victims]
    kin = [_KIN.match(victim.words) is not None for victim in victims]
    if not any(new) or not all(one or of_new for one, of_new in zip(new, kin, strict=True)):
        return cues
    return (replace(cues[0], apart="earlier"), *cues[1:])


def _follows_one_of_several(part: SentenceMaterial, sentences: Sequence[SentenceMaterial]) -> bool:
    index = part.sentence.index - 1
    before = sentences[index] if 0 <= index < len(sentences) else None
    return before is not None and _ONE_OF_SEVERAL.search(before.sentence.words) is not None


def _opening_day(part: SentenceMaterial) -> TimeFound | None:
    """The day or date a sentence opens with."""
    first = min(part.times, key=lambda time: time.start, default=None)
    if first is None or first.moment.start is None or first.moment.grain in _NO_DAY:
        return None
    return first if _OPENING.fullmatch(part.sentence.words[: first.start - part.sentence.start]) else None
