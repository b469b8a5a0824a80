"""How many events there were when: bars by day, month or year, and the same in words."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from rashomon.model.base import value
from rashomon.writing.wording.dates import day_phrase

Grain = Literal["day", "month", "year"]
_MOST_DAYS = 62
_MOST_MONTHS = 60
_HEIGHT = 84.0
"""Units of the highest bar."""
_LABELS = 5
_FEWEST = 8
"""Places for bars that there always are, so that a single day is no wall."""


@value
class Bar:
    """The events of a day, a month or a year. ``x`` and ``width`` are per cent, ``height`` units of the drawing."""

    start: str
    words: str
    count: int
    x: float
    width: float
    height: float


@value
class Histogram:
    """Bars in order of time, those without events left out; ``undated`` events are in none.

    ``labels``: (per cent, words) below the bars.
    """

    grain: Grain
    bars: tuple[Bar, ...]
    labels: tuple[tuple[float, str], ...]
    most: int
    undated: int


def make_histogram(days: Iterable[dt.date | None]) -> Histogram | None:
    """The bars of events that began on these days; None where no day is known."""
    every = list(days)
    known = [day for day in every if day is not None]
    if not known:
        return None
    first, last = min(known), max(known)
    grain = _grain(first, last)
    starts = list(_starts(first, last, grain))
    counts = Counter(_name(day, grain) for day in known)
    most, slot = max(counts.values()), 100 / max(len(starts), _FEWEST)
    bars = tuple(
        Bar(
            start=start,
            words=day_phrase(start),
            count=counts[start],
            x=round(number * slot + slot * 0.08, 2),
            width=round(slot * 0.84, 2),
            height=round(max(_HEIGHT * counts[start] / most, 2.0), 1),
        )
        for number, start in enumerate(starts)
        if counts[start]
    )
    return Histogram(
        grain=grain,
        bars=bars,
        labels=_labels(starts, grain, slot),
        most=most,
        undated=len(every) - len(known),
    )


def _grain(first: dt.date, last: dt.date) -> Grain:
    if (last - first).days < _MOST_DAYS:
        return "day"
    months = (last.year - first.year) * 12 + last.month - first.month
    return "month" if months < _MOST_MONTHS else "year"


def _name(day: dt.date, grain: Grain) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[grain]]


def _starts(first: dt.date, last: dt.date, grain: Grain) -> Iterator[str]:
    """Every day, month or year from the first to the last, as partial dates."""
    if grain == "day":
        yield from (str(first + dt.timedelta(days=more)) for more in range((last - first).days + 1))
    elif grain == "year":
        yield from (f"{year:04d}" for year in range(first.year, last.year + 1))
    else:
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield f"{month // 12:04d}-{month % 12 + 1:02d}"


_SHORT: dict[Grain, Callable[[str], str]] = {
    "day": lambda start: f"{int(start[8:])} {calendar.month_abbr[int(start[5:7])]}",
    "month": lambda start: f"{calendar.month_abbr[int(start[5:])]} {start[:4]}",
    "year": lambda start: start,
}


def _labels(starts: list[str], grain: Grain, slot: float) -> tuple[tuple[float, str], ...]:
    """Up to five labels, spread evenly, the first and the last among them."""
    wanted = min(_LABELS, len(starts))
    places = {round(i * (len(starts) - 1) / max(wanted - 1, 1)) for i in range(wanted)}
    return tuple((round((place + 0.5) * slot, 2), _SHORT[grain](starts[place])) for place in sorted(places))
