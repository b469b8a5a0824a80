"""What happened when, and when it was said and published: lanes of a drawing, and the same as a list.

Positions are per cent of the width. Days stand in order; a long wait takes less room than it lasted, and says so.
Only whole days are drawn; a month, a year, or a day without a year where others have one is listed.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Claim, Count
from rashomon.model.dates import DateParts, first_day, format_partial, last_day, parse_partial
from rashomon.model.record import EventRecord
from rashomon.writing.charts.rows import figure_words
from rashomon.writing.view import outlet_name
from rashomon.writing.wording.casualties import is_figure
from rashomon.writing.wording.dates import day_phrase, event_days
from rashomon.writing.wording.labels import initial_capital
from rashomon.writing.wording.telling import Telling

Lane = Literal["happened", "said", "published"]
LANES: tuple[Lane, ...] = ("happened", "said", "published")
_LEFT, _RIGHT = 4.0, 96.0
_APART = 6.5
"""Per cent that two marks of one lane keep apart: a mark's width on a phone."""
_LABELS_APART = 15.0
_LABEL_HALF = 7.0
_NEAR_EDGE = 8.0
"""Days this near the edge are labelled inwards from their place, half a label on."""
_GAP_ROOM = 17.0
_LONG_DAYS = 21
_MOST_ITEMS = 40
_MOST_FIGURES = 4


@value
class Item:
    """One thing that happened, was said or was published. ``when``: the day in words."""

    number: int
    lane: Lane
    start: str | None
    end: str | None
    when: str
    words: str
    main: bool = False


@value
class Mark:
    """An item's place: ``x`` to ``end`` across, ``level`` counted from the lane's top."""

    number: int
    lane: Lane
    x: float
    end: float
    level: int
    main: bool


@value
class Tick:
    """A day on the axis; ``year`` only where it is not that of the tick before."""

    x: float
    day: str
    year: str


@value
class Gap:
    """How long the wait between two days is, where it is drawn too short."""

    x: float
    words: str


@value
class Timeline:
    """The drawing and its list. ``levels``: rows that each lane needs."""

    items: tuple[Item, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Gap, ...]
    levels: dict[Lane, int]
    more: int


def make_timeline(event: EventRecord, claims: Sequence[Claim], telling: Telling) -> Timeline:
    """The timeline of one event, from the events it has to do with to the last report of it."""
    found = sorted(
        {*_happened(event, telling), *_said(claims, telling), *_published(event, telling)}, key=_order
    )
    kept = [item for item in found if item.main or item in found[:_MOST_ITEMS]]
    items = [replace(item, number=number) for number, item in enumerate(kept, start=1)]
    drawn = [(item, span) for item in items if (span := _span(item, items))]
    places = _places(day for _, span in drawn for day in span)
    marks = _stacked(
        Mark(
            number=item.number,
            lane=item.lane,
            x=places[start],
            end=places[end],
            level=0,
            main=item.main,
        )
        for item, (start, end) in drawn
    )
    levels = {lane: max([m.level + 1 for m in marks if m.lane == lane], default=0) for lane in LANES}
    has_years = any(_year_of(item) for item, _ in drawn)
    return Timeline(
        items=tuple(items),
        marks=marks,
        ticks=tuple(_ticks(places, has_years)),
        gaps=tuple(_gaps(places)),
        levels=levels,
        more=len(found) - len(kept),
    )


def _order(item: Item) -> tuple[bool, str, int, str]:
    """Whole days first, then what is known less well."""
    day = first_day(item.start) if _is_day(item.start) else None
    return (day is None, str(day or item.start or "~"), LANES.index(item.lane), item.words)


def _is_day(partial: str | None) -> bool:
    return partial is not None and parse_partial(partial).day is not None


def _happened(event: EventRecord, telling: Telling) -> Iterator[Item]:
    records = telling.lookups.records
    others = [records[i] for i in (event.part_of, *event.related) if i and i in records]
    for one in (event, *others):
        yield Item(
            number=0,
            lane="happened",
            start=one.date.start,
            end=one.date.end or one.date.start,
            when=event_days(one.date) if one.date.start else "date not known",
            words=telling.withholding.text(one.title),
            main=one is event,
        )


def _said(claims: Sequence[Claim], telling: Telling) -> Iterator[Item]:
    """What speakers said on days that the reports name, with the figures they gave."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        first = claim.attribution[0] if claim.attribution else None
        if first is not None and first.source_kind != "outlet" and first.said_on and first.said_on.start:
            groups.setdefault((first.said_on.start, telling.speaker(claim).key), []).append(claim)
    for (day, _), group in groups.items():
        figures = dict.fromkeys(_figure(claim) for claim in group if is_figure(claim))
        named = "; ".join(list(figures)[:_MOST_FIGURES])
        more = len(figures) - _MOST_FIGURES
        said = f": {named}{f' and {more} more' if more > 0 else ''}" if named else ""
        speaker = initial_capital(telling.speaker(group[0]).name)
        yield Item(number=0, lane="said", start=day, end=day, when=day_phrase(day), words=f"{speaker}{said}")


def _figure(claim: Claim) -> str:
    words = figure_words(claim)
    return f"{words} {claim.facet}" if isinstance(claim.value, Count) else f"{claim.facet} {words}"


def _published(event: EventRecord, telling: Telling) -> Iterator[Item]:
    for ref in event.reports:
        report = telling.lookups.report_of_ref(ref)
        if report is None:
            continue
        title = f" “{telling.withholding.text(report.title)}”" if report.title else ""
        copy = " (repeats another report’s text)" if report.copied_from else ""
        yield Item(
            number=0,
            lane="published",
            start=report.published,
            end=report.published,
            when=day_phrase(report.published) if report.published else "date not known",
            words=f"{outlet_name(report)}{title}{copy}",
        )


def _year_of(item: Item) -> int | None:
    return parse_partial(item.start).year if item.start else None


def _span(item: Item, items: Iterable[Item]) -> tuple[dt.date, dt.date] | None:
    """First and last day; a day without a year has a place only among others without one."""
    start, end = item.start, item.end or item.start
    if start is None or end is None or not (_is_day(start) and _is_day(end)):
        return None
    if _year_of(item) is None:
        if any(_year_of(other) for other in items):
            return None
        start, end = _in_some_year(start), _in_some_year(end)
    first, last = first_day(start), last_day(end)
    return (first, max(first, last)) if first and last else None


def _in_some_year(partial: str) -> str:
    # 2000 is a leap year, so that 29 February has its place.
    parts = parse_partial(partial)
    return format_partial(DateParts(year=2000, month=parts.month, day=parts.day))


def _places(days: Iterable[dt.date]) -> dict[dt.date, float]:
    """Each day's place: a wait of n days takes 1 + ln n parts."""
    ordered = sorted(set(days))
    if len(ordered) < 2:
        return dict.fromkeys(ordered, (_LEFT + _RIGHT) / 2)
    parts = [1 + math.log((later - day).days) for day, later in pairwise(ordered)]
    unit = (_RIGHT - _LEFT) / sum(parts)
    places, x = {ordered[0]: _LEFT}, _LEFT
    for day, part in zip(ordered[1:], parts, strict=True):
        x += part * unit
        places[day] = round(x, 2)
    return places


def _stacked(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks, those that would touch one under another."""
    found: list[Mark] = []
    ends: dict[tuple[Lane, int], float] = {}
    for mark in sorted(marks, key=lambda m: (LANES.index(m.lane), m.x, m.number)):
        level = 0
        while ends.get((mark.lane, level), -_APART) + _APART > mark.x:
            level += 1
        ends[mark.lane, level] = mark.end
        found.append(replace(mark, level=level))
    return tuple(found)


def _ticks(places: dict[dt.date, float], has_years: bool) -> Iterator[Tick]:
    before: dt.date | None = None
    at = -_LABELS_APART
    for day, x in places.items():
        middle = x + _LABEL_HALF if x < _NEAR_EDGE else x - _LABEL_HALF if x > 100 - _NEAR_EDGE else x
        if middle - at < _LABELS_APART:
            continue
        year = "" if not has_years or (before and before.year == day.year) else str(day.year)
        yield Tick(x=x, day=f"{day.day} {day:%b}", year=year)
        before, at = day, middle


def _gaps(places: dict[dt.date, float]) -> Iterator[Gap]:
    for (day, x), (later, end) in pairwise(places.items()):
        days = (later - day).days
        if days >= _LONG_DAYS and end - x >= _GAP_ROOM:
            yield Gap(x=round((x + end) / 2, 2), words=wait_words(days))


def wait_words(days: int) -> str:
    """How long a wait is.

    >>> wait_words(25), wait_words(100), wait_words(800)
    ('25 days', '3 months', '2 years')
    """
    if days < 60:
        return f"{days} days"
    if days < 700:
        return f"{days // 30} months"
    return f"{days // 365} years"
