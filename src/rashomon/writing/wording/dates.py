"""Partial ISO dates as English: "1 April 2018", "April 2018", "1 April (year not stated)"."""

from __future__ import annotations

import calendar

from rashomon.model.dates import is_partial, parse_partial
from rashomon.model.record import EventDate


def day_phrase(partial: str | None, *, year_known: bool = False) -> str:
    """A partial date in words; with ``year_known`` an unknown year is not remarked upon again.

    >>> day_phrase("2018-04-01"), day_phrase("--04-01"), day_phrase("2018")
    ('1 April 2018', '1 April (year not stated)', '2018')
    """
    if not partial or not is_partial(partial):
        return "an unknown date"
    parts = parse_partial(partial)
    words = []
    if parts.day is not None:
        words.append(str(parts.day))
    if parts.month is not None:
        words.append(calendar.month_name[parts.month])
    if parts.year is not None:
        words.append(str(parts.year))
    elif not year_known:
        words.append("(year not stated)")
    return " ".join(words)


def span_phrase(start: str | None, end: str | None) -> str:
    """A span of days in words, one day where both ends agree.

    >>> span_phrase("2018-04-01", "2018-04-03")
    '1–3 April 2018'
    >>> span_phrase("2018", "2018-04-05")
    '2018, no later than 5 April'
    """
    if not start or not end or start == end:
        return day_phrase(start or end)
    if not (is_partial(start) and is_partial(end)):
        return day_phrase(start)
    one, two = parse_partial(start), parse_partial(end)
    if one.day and two.day and (one.year, one.month) == (two.year, two.month):
        return f"{one.day}–{day_phrase(end)}"
    if one.month is None and one.year == two.year and two.day:
        return f"{one.year}, no later than {day_phrase('-' + (end or '')[4:], year_known=True)}"
    if one.year == two.year and one.year is not None:
        return f"{day_phrase(start[5:] and '-' + start[4:], year_known=True)} – {day_phrase(end)}"
    return f"{day_phrase(start)} – {day_phrase(end)}"


def event_days(date: EventDate) -> str:
    """An event's day or days in words; a day of publication that stands in is told as what it is.

    >>> event_days(EventDate(start="2018-04-03", end="2018-04-03", precision=2, imputed=True))
    'reported 3 April 2018; no report says when it was'
    """
    days = span_phrase(date.start, date.end)
    return f"reported {days}; no report says when it was" if date.imputed else days


def is_exact_day(partial: str | None) -> bool:
    """True for a whole date, year, month and day."""
    return bool(partial) and len(partial or "") == 10
