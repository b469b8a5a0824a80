"""Hours of the clock that reports name: two happenings of one day and town hardly share one."""

from __future__ import annotations

import re

_HALVES = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b", re.I)
_WHOLE = re.compile(
    r"\b(?:at|around|about)\s+(\d{1,2})[:.h](\d\d)\b(?!\s*[ap]\.?\s?m\b)"
    r"|\b(\d\d):?(\d\d)(?=\s+(?:hours|hrs|local time|GMT|UTC)\b)",
    re.I,
)


def hours_in(text: str) -> frozenset[str]:
    """The hours of the clock that a text names, counted to 24.

    >>> sorted(hours_in("shots at 2:05 a.m. and about 11 PM; the convoy left at 14:30 and fell silent at 0530 hours"))
    ['02:05', '05:30', '14:30', '23:00']
    """
    found = {(int(m[1]) % 12 + 12 * (m[3].lower() == "p"), int(m[2] or 0)) for m in _HALVES.finditer(text)}
    found |= {(int(m[1] or m[3]), int(m[2] or m[4])) for m in _WHOLE.finditer(text)}
    return frozenset(f"{hour:02}:{minute:02}" for hour, minute in found if hour < 24 and minute < 60)
