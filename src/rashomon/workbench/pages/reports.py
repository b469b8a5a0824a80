"""The list of reports: filtered, sorted, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rashomon.errors import InputError
from rashomon.model.dates import is_partial
from rashomon.workbench.lists import paged, sorting
from rashomon.workbench.report_lines import MARKS, SORTS, ReportLine, published_within, sort_lines
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Visit

_MOST_OUTLETS = 400
_FILTERS = ("q", "outlet", "language", "since", "until", "mark")


def show_reports(visit: Visit) -> Shown:
    """The reports that the filters leave, in the order asked for."""
    lines = visit.snapshot.report_lines
    by, backward = sorting(visit, SORTS, "name")
    found = sort_lines(_fitting(visit, lines), by, backward=backward)
    page = paged(visit, found)
    return Shown(
        template="reports.html.j2",
        data={**page.counts, "reports": page.rows},
        drawn={
            "paged": page,
            "all": len(lines),
            "outlets": _named(line.outlet for line in lines)[:_MOST_OUTLETS],
            "languages": _named(line.language for line in lines if line.language),
            "marks": MARKS,
            "asked": {name: visit.asked(name) for name in _FILTERS},
            "sort": by,
            "backward": backward,
        },
    )


def _named(names: Iterable[str]) -> list[tuple[str, int]]:
    """Each name with how often it occurs."""
    return sorted(Counter(names).items(), key=lambda one: one[0].casefold())


def _fitting(visit: Visit, lines: tuple[ReportLine, ...]) -> list[ReportLine]:
    words, outlet = visit.asked("q").casefold(), visit.asked("outlet").casefold()
    language, mark = visit.asked("language"), visit.asked("mark")
    since, until = _day(visit, "since"), _day(visit, "until")
    if mark and mark not in MARKS:
        raise InputError(f"reports are not picked out by {mark[:40]!r}; by {', '.join(MARKS)}.")
    return [
        line
        for line in lines
        if (not words or words in line.title.casefold() or words in line.source_ref.casefold())
        and (not outlet or line.outlet.casefold() == outlet)
        and (not language or line.language == language)
        and (not mark or mark in line.marks)
        and published_within(line, since, until)
    ]


def _day(visit: Visit, name: str) -> str:
    said = visit.asked(name)
    if said and not is_partial(said):
        raise InputError(f"{name}={said[:40]!r} is no date. Write it as 2018-04-05, 2018-04 or 2018.")
    return said
