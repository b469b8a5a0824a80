"""The reports of a case as lines of a list, made once a snapshot, to be filtered and sorted by each request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.judging import Surveyed
from rashomon.model.base import value
from rashomon.model.dates import first_day, last_day
from rashomon.model.layers import Reading
from rashomon.writing.view import outlet_name

MARKS: Mapping[str, str] = {
    "silent": "gave no claim",
    "undated": "no date of publication",
    "copy": "repeats another report",
    "unread": "not read",
}
"""What a report can be picked out by, besides its outlet, date and language."""


@value
class ReportLine:
    """A report in the list. ``marks``: which of `MARKS` it has; ``why`` tells why it gave no claim."""

    id: str
    source_ref: str
    title: str
    outlet: str
    published: str | None
    language: str | None
    claims: int
    undecided: int
    events: int
    marks: tuple[str, ...]
    why: str | None


SORTS: Mapping[str, Callable[[ReportLine], tuple[str | int, ...]]] = {
    "published": lambda line: (line.published or "", line.source_ref),
    "name": lambda line: (line.title.casefold() or line.source_ref.casefold(), line.source_ref),
    "outlet": lambda line: (line.outlet.casefold(), line.source_ref),
    "claims": lambda line: (line.claims, line.source_ref),
    "events": lambda line: (line.events, line.source_ref),
}
"""What the list can be sorted by."""


def report_lines(readings: Iterable[Reading], among: Surveyed) -> tuple[ReportLine, ...]:
    """All reports, by name."""
    silences = {reading.report_id: reading.silence for reading in readings}
    counts = Counter(claim.report_id for claim in among.claims)
    decided = Counter(claim.report_id for claim in among.claims if claim.id in among.reviews)
    events: dict[str, set[str]] = {}
    for claim in among.claims:
        events.setdefault(claim.report_id, set()).update(among.events_of.get(claim.id, ()))
    lines = []
    for report in sorted(among.reports.values(), key=lambda one: (one.source_ref, one.id)):
        has = {
            "silent": not counts[report.id],
            "undated": not report.published,
            "copy": report.copied_from is not None,
            "unread": report.id not in silences,
        }
        lines.append(
            ReportLine(
                id=report.id,
                source_ref=report.source_ref,
                title=report.title or "",
                outlet=outlet_name(report),
                published=report.published,
                language=report.language,
                claims=counts[report.id],
                undecided=counts[report.id] - decided[report.id],
                events=len(events.get(report.id, ())),
                marks=tuple(mark for mark in MARKS if has[mark]),
                why=None if counts[report.id] else silences.get(report.id),
            )
        )
    return tuple(lines)


def published_within(line: ReportLine, since: str, until: str) -> bool:
    """True where the report may have been published between two partial dates, both included; empty is open."""
    earliest, latest = first_day(line.published), last_day(line.published)
    if not (since or until):
        return True
    if earliest is None or latest is None:
        return False
    after, before = first_day(since) if since else None, last_day(until) if until else None
    return (after is None or latest >= after) and (before is None or earliest <= before)


def sort_lines(lines: Iterable[ReportLine], by: str, *, backward: bool) -> Sequence[ReportLine]:
    """The lines in the order asked for; by name where there is no such order."""
    return sorted(lines, key=SORTS.get(by, SORTS["name"]), reverse=backward)
