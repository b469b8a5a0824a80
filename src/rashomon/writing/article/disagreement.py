"""Figures that are not the same number, in one sentence: each with its reach, its speaker and its day.

Two speakers' 20 and 30 never become a third figure "20–30": every number stands as it was given.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claims import Count
from rashomon.writing.article.sentences import short_day
from rashomon.writing.article.told import Told, Voice, with_voices
from rashomon.writing.article.verbs import is_none, verb_of
from rashomon.writing.wording.casualties import plural
from rashomon.writing.wording.figures import count_phrase, number
from rashomon.writing.wording.kinds import kind_label
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.parties import joined, party_key, people_phrase
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, is_reporting, without_cited

MOST_NAMES = 3
"""Bodies named as giving one figure, before they are only counted."""


def disagreement_text(group: Sequence[Told], telling: Telling) -> str:
    """Every figure for one outcome and party with who gave it, the earliest first."""
    ordered = sorted(_united(group), key=lambda one: (one.when, one.claim.id))
    people, verb = subject_of(ordered, telling)
    keys = {key for one in ordered for key in one.keys}
    scopes = {one.scope for one in ordered}
    if len(keys) == 1 and len(scopes) == 1:
        who = capitalised(voices_phrase(ordered[0].voices))
        items = [_item(one, ordered, telling, alone=True) for one in ordered]
        return f"{who} gave the number of {people} {verb} as {_listed(items)}."
    items = [_item(one, ordered, telling) for one in ordered]
    text = f"The number of {people} {verb} was given as {_listed(items)}"
    if len(scopes) > 1:
        text += f"; not all of these figures cover the same {plural(kind_label(telling.event.kind))}"
    return f"{text}."


def _united(group: Sequence[Told]) -> list[Told]:
    """Equal numbers of equal reach as one, with the voices of all."""
    kept: dict[tuple[str, ...], Told] = {}
    for one in group:
        about = one.claim.about
        party = party_key(about) if about and about.actors else ""
        key = (bare_number(one), one.scope, party, one.claim.certainty)
        before = kept.get(key)
        kept[key] = with_voices(before, one.voices) if before else one
    return list(kept.values())


def subject_of(group: Sequence[Told], telling: Telling) -> tuple[str, str]:
    """Of whom and of what outcome a group of figures is: ("members of the River Front", "killed")."""
    widest = _widest(group)
    people = people_phrase(widest.claim.about, telling.withholding, epithet=False)
    return people, verb_of([one.claim for one in group], group[0].facet)


def _widest(group: Sequence[Told]) -> Told:
    return max(group, key=lambda one: len(one.claim.about.actors) if one.claim.about else 0)


def _item(told: Told, group: Sequence[Told], telling: Telling, *, alone: bool = False) -> str:
    """One figure: "20 by the MSA and GATIA on 2 April (across two clashes on 1 April)"."""
    about = told.claim.about
    words = bare_number(told)
    if about and about.actors and party_key(about) != party_key(_widest(group).claim.about):
        words = f"{words} {people_phrase(about, telling.withholding, epithet=False)}"
    if told.claim.certainty == "hedged":
        words = f"possibly {words}"
    year = year_of(telling)
    first = told.voices[0]
    outlet = is_reporting(first.speaker)
    day = "" if outlet else short_day(first.day, year)
    prints = {voice.printed for one in group for voice in one.voices}
    printed = short_day(first.printed, year) if not day and len(prints) > 1 else ""
    notes = [reach_words(told.scope, telling)] if told.scope else []
    notes += _relays(first.speaker) if len(told.voices) == 1 else []
    if printed and len(told.voices) == 1 and outlet:
        day = printed
    elif printed and len(told.voices) == 1:
        notes.append(f"reported on {printed}")
    note = f" ({', '.join(notes)})" if notes else ""
    who = "" if alone else f" by {voices_phrase(told.voices)}"
    return f"{words}{who}{f' on {day}' if day else ''}{note}"


def _relays(speaker: Speaker) -> list[str]:
    mark = "apparently quoted by" if speaker.inferred else "quoted by"
    return [f"{mark} {joined(speaker.relays)}"] if speaker.relays else []


def bare_number(told: Told) -> str:
    """The number alone: "at least 30", "several", "none"."""
    count = told.claim.value
    if is_none(told.claim):
        return "none"
    return count_phrase(count).removesuffix(" of") if isinstance(count, Count) else "unknown"


def year_of(telling: Telling) -> str | None:
    """The year that the lead has named; None where the event has none."""
    start = telling.event.date.start
    return start[:4] if start and not start.startswith("-") else None


def reach_words(scope: str, telling: Telling) -> str:
    """How far a figure reaches, with its day: beside a day of speaking, "that day" would be another."""
    day = short_day(telling.event.date.start, year_of(telling))
    return scope.replace(" that day", f" on {day}" if day else "")


def _listed(items: Sequence[str]) -> str:
    """Items each with its "as": "11 by A, as 17 by B and as 20 by C"."""
    first, *rest = items
    return joined([first, *(f"as {item}" for item in rest)])


def voices_phrase(voices: Sequence[Voice]) -> str:
    """Who gave a figure: bodies by name, outlets by name as long as they are few."""
    speakers = without_cited([voice.speaker for voice in voices])
    outlets = [speaker.name for speaker in speakers if is_reporting(speaker)]
    bodies = [speaker.name for speaker in speakers if not is_reporting(speaker)]
    if len(outlets) + len(bodies) > MOST_NAMES and len(outlets) > 1:
        return joined([*bodies[:MOST_NAMES], f"{number(len(outlets))} outlets"])
    names = [*bodies, *outlets]
    return joined([*names[:MOST_NAMES], *(["others"] if len(names) > MOST_NAMES else [])])


def quoted_among(voices: Sequence[Voice]) -> list[Speaker]:
    """Those who are no outlet reporting on its own word."""
    return [voice.speaker for voice in voices if not is_reporting(voice.speaker)]


def ends_of(group: Sequence[Told]) -> tuple[Told, Told]:
    """The figures with the lowest and the highest number stated, for a lead."""

    def low(one: Told) -> tuple[int, str]:
        count = one.claim.value
        return ((count.low or 0) if isinstance(count, Count) else 0, one.claim.id)

    def high(one: Told) -> tuple[int, str]:
        count = one.claim.value
        top = (count.high or count.low or 0) if isinstance(count, Count) else 0
        return (top, one.claim.id)

    sure = [one for one in group if one.claim.certainty == "asserted"] or group
    return min(sure, key=low), max(sure, key=high)
