"""What `run` tells whoever is new to it: reports without a date, and events that only a date could have joined."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.cli.layout import clean
from rashomon.cli.screen import Screen
from rashomon.model.record import EventRecord
from rashomon.model.report import Report

if TYPE_CHECKING:
    from pathlib import Path

_IN_A_TOWN = 3
"""The vaguest `where_prec` at which one place of two events still says something: a district."""
_MOST = 3
"""Groups of alike events that are told at most."""
_FULL = len("2019-06-20")


def tell_undated(screen: Screen, reports: Sequence[Report]) -> None:
    """Warn of reports without a date, before they are read, with what to type."""
    undated = [clean(report.source_ref) for report in reports if not report.published]
    if not undated:
        return
    shown = ", ".join(undated[:5]) + (f" and {len(undated) - 5} more" if undated[5:] else "")
    screen.warn(
        f"no publication date: {shown}. “Tuesday”, “last week” and a day without a year stay open without it, and "
        "reports of one event may stay apart. Give it, and run this again: --published 2018-04-05 where all are of "
        "one day; else a line “published: 2018-04-05” between two lines “---” at the head of a text, or "
        'NAME.meta.json beside NAME.txt with {"published": "2018-04-05"}.'
    )


def tell_alike(screen: Screen, folder: Path, shown: Sequence[EventRecord]) -> None:
    """Tell which of the events shown may be one, where at least one of them has no day to tell by."""
    groups = alike_but_undated(shown)
    for group in groups[:_MOST]:
        sources = dict.fromkeys(clean(report) for event in group for report in event.reports)
        ids = " ".join(event.id for event in group)
        screen.say(
            f"{len(group)} events at {clean(group[0].place.name or '')} may be one, and no day tells "
            f"({', '.join(sources)}). If they are: rashomon judge {shlex.quote(str(folder))} merge {ids} --why “…”"
        )
    if groups[_MOST:]:
        screen.say(f"{len(groups) - _MOST} more places with events like this: rashomon events {folder}")


def alike_but_undated(events: Sequence[EventRecord]) -> list[list[EventRecord]]:
    """Groups of events of different reports at one place, of which at least one has no day.

    Of those with a day, only those of the first such day: two days are two events.
    """
    at: dict[tuple[str, str], list[EventRecord]] = {}
    for event in events:
        place = event.place
        if place.name and place.where_prec is not None and place.where_prec <= _IN_A_TOWN:
            at.setdefault((place.name, place.country or ""), []).append(event)
    groups = []
    for here in at.values():
        days = sorted({event.date.start for event in here if event.date.start and _has_day(event)})
        group = [event for event in here if not _has_day(event) or event.date.start == days[0]]
        told = {report for event in group for report in event.reports}
        if len(group) > 1 and len(told) > 1 and not all(map(_has_day, group)):
            groups.append(group)
    return groups


def _has_day(event: EventRecord) -> bool:
    start = event.date.start
    return start is not None and not event.date.imputed and len(start) == _FULL and not start.startswith("-")
