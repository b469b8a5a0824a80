"""How many people a plural without a number means: as many as are named beside it, or as hold the office.

"His stepsons, Jan and Tory Carls" are two, "the chiefs of the two clans (Ada Brun and Dar Koba)" too, and so are
"the mayors of Mbau and Oicha", since a town has one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en.words import KIN
from rashomon.reading.sentences.parsing import Sentence

_NAME = r"[A-Z][\w'’.-]*(?: (?:(?:ag|ould|el|al|bin|ibn|de|van|von)[ -])?[A-Z][\w'’.-]*)*"
_ROW = rf"{_NAME}(?:, {_NAME})*,? and {_NAME}"
ROW_OF_KIN = re.compile(rf", {_ROW}(?=[,.;)]| (?:in|at|on|and|before|were)\b)")
"""Names beside a plural of kin; the first stands after a comma, the last after "and"."""
_OFFICES = (
    r"(?:chiefs|heads|mayors|governors|presidents|imams|prefects|sub-prefects|kings|emirs|bishops|ambassadors|directors"
    r"|chairmen|chairwomen|leaders|commanders|secretaries|headmen|chieftains|sheikhs|marabouts|representatives|judges)"
)
_SEVERAL = re.compile(
    r"\b(?:leaders|commanders|secretaries|sheikhs|marabouts|representatives|judges|heads)\b"
)
"""Offices of which one place or body may have more than one."""
_ASIDE = r"(?: \((?:(?! and )[^(),]){1,60}\))?"
_WHOSE = rf"(?:the )?{_NAME}{_ASIDE}"
_OFFICE = re.compile(
    rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?{_OFFICES} of (?:(?:the )?(?:[a-z]+ )?[a-z]+s of )?"
    rf"(?P<whose>{_WHOSE}(?:, (?:of )?{_WHOSE})*,? and (?:of )?{_WHOSE})(?: (?:[a-z]+ )?[a-z]+s\b)?"
)
"""Holders of one office each: "the chiefs of the Tarfa (Arab) and Saleh clans"."""
_IN_BRACKETS = re.compile(
    rf"(?:\s+(?:of|from|for|in) [^();.]{{1,80}}?(?: \([^()]{{1,60}}\)[^();.]{{1,60}}?){{0,2}})?\s*\((?P<row>{_ROW})\)"
)
_BETWEEN_COMMAS = re.compile(rf"(?: of [^(),;.]{{1,80}}?)?, (?P<row>{_ROW})(?=[,.;]| (?:were|in|at|on)\b)")
_JOINT = re.compile(r",? and |, ")


def as_many_as_named(frame: Frame, sentence: Sentence) -> Frame:
    """The frame, of a plural without a number as many as are named or hold the office."""
    count = frame.victim.count
    if count is None or count.vague != "plural" or " and " not in sentence.words:
        return frame
    start, end = frame.victim.start - sentence.start, frame.victim.end - sentence.start
    number = _named(sentence.words, start, end) or (
        ROW_OF_KIN.match(sentence.words, end) if frame.victim.noun in KIN else None
    )
    if number is None:
        return frame
    people = number if isinstance(number, int) else number.group().count(",") + 1
    told = Count(low=people, high=people, as_written=frame.victim.words)
    return replace(frame, victim=replace(frame.victim, count=told))


def _named(words: str, start: int, end: int) -> int | None:
    """How many are named in brackets, or hold the office that the words around a place name; None where neither."""
    held = next((m for m in _OFFICE.finditer(words) if m.start() < end and start < m.end()), None)
    after = held.end() if held is not None else end
    names = _IN_BRACKETS.match(words, after)
    if names is None and held is not None:
        names = _BETWEEN_COMMAS.match(words, after)
    if names is not None:
        return len(_JOINT.split(names["row"]))
    if held is None or _SEVERAL.search(held.group()) is not None:
        return None
    return len(_JOINT.split(re.sub(r"\([^()]*\)", "", held["whose"])))
