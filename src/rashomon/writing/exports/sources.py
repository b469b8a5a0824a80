"""The reports of a case as sources to cite, and stable keys for them."""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.model.report import Report
from rashomon.writing.exports.exported import ExportOptions, LeftOut, chosen_events
from rashomon.writing.view import CaseView, Lookups, outlet_name

_WORD = re.compile(r"[^a-z0-9]+")

NO_CLAIMS = LeftOut(
    what="fact", item="claims, events, figures", reason="a list of sources holds none of them; see --as csv"
)


@value
class Source:
    """A report, its key, and the events it tells of (those it is mainly about first)."""

    key: str
    report: Report
    events: tuple[str, ...] = ()


def sources_of(view: CaseView, options: ExportOptions) -> tuple[Source, ...]:
    """The reports of the case, or of the events chosen."""
    lookups = Lookups(view)
    chosen = {source_ref for event in chosen_events(view, options) for source_ref in event.reports}
    reports = [
        report for report in lookups.ordered_reports if not options.event_ids or report.source_ref in chosen
    ]
    found: dict[str, Source] = {}
    for report in reports:
        key = _free_key(report, found)
        found[key] = Source(key=key, report=report, events=_events_of(report, view))
    return tuple(found.values())


def _events_of(report: Report, view: CaseView) -> tuple[str, ...]:
    events = [event for event in view.record.events if report.source_ref in event.reports]
    return tuple(event.id for event in sorted(events, key=lambda e: report.source_ref not in e.principal_for))


def _free_key(report: Report, taken: dict[str, Source]) -> str:
    """Outlet and date in plain letters; a number behind it where several share them."""
    stem = _WORD.sub("-", f"{outlet_name(report)} {report.published or ''}".casefold()).strip("-")[:60]
    # A key that is all digits is no key to some programs.
    stem = stem if re.search("[a-z]", stem) else f"source-{stem or report.id.removeprefix('r_')}"
    key, count = stem, 2
    while key in taken:
        key, count = f"{stem}-{count}", count + 1
    return key
