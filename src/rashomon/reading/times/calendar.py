"""Calendar arithmetic on partial dates, free of language, locale and clock.

Whatever is unknown stays unknown: a day before ``--04-05`` is ``--04-04``, a day before some day of
``2018-04`` lies between two bounds, and a weekday in an unknown year is nobody's guess.
"""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from rashomon.model.dates import DateParts, first_day, format_partial, last_day, parse_partial

FUTURE_LEEWAY = 2
"""Days a date without a year may lie after the day it is read on: time zones, and papers of the next day."""

YEAR_LEEWAY = 28
"""Days a day and month without a year may lie ahead of the day they are read on: writers who mean last year's
say so, and those who mean one of the next four weeks do not. A deed told as done on such a day is a slip."""

Interval = tuple[str | None, str | None]
"""First and last day, inclusive, as partial dates; None where unknown."""

UNKNOWN: Interval = (None, None)


def is_day_of_month(month: int | None, day: int, year: int | None = None) -> bool:
    """True where a month has that day (29 February where the year is unknown)."""
    if month is None:
        return 1 <= day <= 31
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def make_partial(year: int | None, month: int | None, day: int | None) -> str:
    """The partial date of known parts."""
    return format_partial(DateParts(year=year, month=month, day=day))


def full_day(partial: str | None) -> dt.date | None:
    """The day of a date known to the day and the year, else None."""
    first, last = first_day(partial), last_day(partial)
    return first if first == last else None


@lru_cache(maxsize=1024)
def shift_days(partial: str, first: int, last: int) -> Interval:
    """The days from ``first`` to ``last`` counted from a date: an interval as sharp as the date allows."""
    parts = parse_partial(partial)
    if parts.year is not None:
        start, end = first_day(partial), last_day(partial)
        if start is None or end is None:
            return UNKNOWN
        return _iso(start, first), _iso(end, last)
    if parts.month is None or parts.day is None:
        return UNKNOWN
    # The unknown year may be a leap year or not: the two readings are the bounds.
    readings = [
        (dt.date(year, parts.month, parts.day) + dt.timedelta(offset))
        for year, offset in ((2001, first), (2000, first), (2001, last), (2000, last))
        if is_day_of_month(parts.month, parts.day, year)
    ]
    if max(abs(first), abs(last)) > 300:
        return UNKNOWN
    return f"--{readings[0]:%m-%d}", f"--{readings[-1]:%m-%d}"


def _iso(day: dt.date, offset: int) -> str | None:
    try:
        return (day + dt.timedelta(offset)).isoformat()
    except OverflowError:
        return None


def latest_weekday(weekday: int, day: dt.date, *, strictly: bool = False) -> dt.date:
    """The latest such weekday (Monday 0) not after a day; before it where ``strictly``."""
    back = (day.weekday() - weekday) % 7
    return day - dt.timedelta(back or (7 if strictly else 0))


def next_weekday(weekday: int, day: dt.date) -> dt.date:
    """The first such weekday after a day."""
    return day + dt.timedelta((weekday - day.weekday() - 1) % 7 + 1)


def week_of(day: dt.date, offset: int = 0) -> Interval:
    """Monday and Sunday of a day's week, or of the week so many before or after it."""
    monday = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * offset)
    return monday.isoformat(), (monday + dt.timedelta(6)).isoformat()


def weekend_of(day: dt.date, offset: int = 0) -> Interval:
    """The weekend that holds a day or else the one before it; or one so many before or after."""
    saturday = latest_weekday(5, day) + dt.timedelta(7 * offset)
    return saturday.isoformat(), (saturday + dt.timedelta(1)).isoformat()


def shift_months(partial: str, offset: int) -> str | None:
    """The month so many after a date's month, to the month; None where the month is unknown."""
    parts = parse_partial(partial)
    if parts.month is None:
        return None
    years, month = divmod(parts.month - 1 + offset, 12)
    year = None if parts.year is None else parts.year + years
    return make_partial(year, month + 1, None) if year is None or 1 <= year <= 9999 else None


def shift_years(partial: str, offset: int) -> str | None:
    """The year so many after a date's year; None where it is unknown."""
    year = parse_partial(partial).year
    return f"{year + offset:04d}" if year is not None and 1 <= year + offset <= 9999 else None


def months_before(day: dt.date, months: int) -> dt.date | None:
    """The same day so many months earlier, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 - months, 12)
    year = day.year + years
    if year < 1:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def latest_year(month: int, day: int, limit: dt.date) -> int | None:
    """The year that puts a day of a month latest without passing a limit."""
    # 29 February may be up to eight years back.
    for year in range(limit.year, max(0, limit.year - 9), -1):
        if is_day_of_month(month, day, year) and dt.date(year, month, day) <= limit:
            return year
    return None


def nearest_year(month: int, day: int, to: dt.date) -> int | None:
    """The year that puts a day of a month nearest to another day, before or after it."""
    years = [
        year
        for year in range(max(1, to.year - 4), min(9999, to.year + 4) + 1)
        if is_day_of_month(month, day, year)
    ]
    return min(years, key=lambda year: (abs((dt.date(year, month, day) - to).days), year), default=None)


def century_of(two_digits: int) -> int:
    """The year of two digits as POSIX reads them: 69–99 are 1969–1999, 00–68 are 2000–2068."""
    return two_digits + (1900 if two_digits >= 69 else 2000)
