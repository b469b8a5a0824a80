"""Partial ISO dates: ``2018``, ``2018-04``, ``2018-04-01`` and, where the year is unknown, ``--04-01``.

A partial date is a plain string, so that it travels through JSON and SQLite unchanged. Nothing here
fills a gap: an unknown year stays unknown.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from rashomon.model.base import value

_PARTIAL = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?\Z")


@value
class DateParts:
    """Year, month (1–12) and day (1–31) of a partial date; ``None`` where unknown."""

    year: int | None
    month: int | None
    day: int | None


@lru_cache(maxsize=4096)
def parse_partial(text: str) -> DateParts:
    """The parts of a partial ISO date.

    Raises ValueError where the text is none, or names a day that no calendar has.

    >>> parse_partial("--04-01"), is_partial("2018-02-30"), is_partial("0000")
    (DateParts(year=None, month=4, day=1), False, False)
    """
    match = _PARTIAL.match(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date such as 2018-04-01, 2018-04, 2018 or --04-01")
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    # Raises for a day that is none, and for the year 0. An unknown year may hold 29 February, as 2000 does.
    dt.date(2000 if year is None else year, month or 1, day or 1)
    return DateParts(year=year, month=month, day=day)


def is_partial(text: str) -> bool:
    """True where the text is a well-formed partial date of a real day."""
    try:
        parse_partial(text)
    except ValueError:
        return False
    return True


def format_partial(parts: DateParts) -> str:
    """The ISO text of a partial date: the inverse of `parse_partial`."""
    head = f"{parts.year:04d}" if parts.year is not None else "-"
    if parts.month is None:
        return head
    text = f"{head}-{parts.month:02d}"
    return text if parts.day is None else f"{text}-{parts.day:02d}"


def first_day(partial: str | None) -> dt.date | None:
    """The earliest day a partial date can mean; ``None`` where the year is unknown."""
    parts = parse_partial(partial) if partial else None
    if parts is None or parts.year is None:
        return None
    return dt.date(parts.year, parts.month or 1, parts.day or 1)


def last_day(partial: str | None) -> dt.date | None:
    """The latest day a partial date can mean; ``None`` where the year is unknown."""
    parts = parse_partial(partial) if partial else None
    if parts is None or parts.year is None:
        return None
    month = parts.month or 12
    return dt.date(parts.year, month, parts.day or calendar.monthrange(parts.year, month)[1])


def days_between(left: str | None, right: str | None) -> int | None:
    """Days between the nearest days that two partial dates can mean; 0 where they overlap.

    Two dates without a year are compared within one year; ``None`` where nothing can be said.
    """
    if not left or not right:
        return None
    one, two = parse_partial(left), parse_partial(right)
    if one.year is None or two.year is None:
        year = one.year or two.year or 2000
        left = format_partial(DateParts(year=year, month=one.month, day=one.day))
        right = format_partial(DateParts(year=year, month=two.month, day=two.day))
    early, late = sorted([(first_day(left), last_day(left)), (first_day(right), last_day(right))])
    if early[1] is None or late[0] is None:
        return None
    return max(0, (late[0] - early[1]).days)
