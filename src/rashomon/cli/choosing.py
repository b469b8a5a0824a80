"""Which event, report or claim of a case a person means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rashomon.errors import InputError
from rashomon.model.claims import Claim
from rashomon.model.record import EventRecord
from rashomon.model.report import Report
from rashomon.pipeline import stale_readings
from rashomon.store import Case

if TYPE_CHECKING:
    from rashomon.writing import CaseView

NONE_BY_THEN = "No report that came out by {} tells of an event: try a later day, or leave out --as-of."
"""Said of a case that may well hold events, only none that was known on the day asked for."""


def choose_event(view: CaseView, said: str) -> EventRecord:
    """The event of this number in the list, of this id, or of the only id that begins so."""
    events = view.record.events
    if said.isascii() and said.isdigit() and 1 <= int(said) <= len(events):
        return events[int(said) - 1]
    found = [event for event in events if event.id.startswith(said)]
    exact = [event for event in found if event.id == said]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise InputError(
            f"{said!r} is the beginning of {len(found)} events: {', '.join(e.id for e in found)}."
        )
    if not events and view.record.as_of:
        raise InputError(NONE_BY_THEN.format(view.record.as_of))
    if not events:
        raise InputError("this case holds no event. rashomon add CASE says which reports gave no claim.")
    raise InputError(
        f"there is no event {said!r}. Give its number (1 to {len(events)}) or its id; both stand in the list "
        "that rashomon events CASE gives."
    )


def warn_if_stale(case: Case) -> None:
    """Warn where reports have yet to be read, since what is shown leaves them out."""
    stale = stale_readings(case)
    if stale:
        click.echo(
            f"warning: {stale} report{'s have' if stale != 1 else ' has'} yet to be read, or read again by "
            f"the present reader. Do it with: rashomon add {case.folder}",
            err=True,
        )


def choose_report(view: CaseView, said: str) -> Report:
    """The report of this name or id, or of the only id that begins so."""
    reports = [view.reports[report_id] for report_id in sorted(view.reports)]
    found = [report for report in reports if said in (report.source_ref, report.id, report.locator)]
    found = found or [report for report in reports if report.id.startswith(said)]
    if len(found) == 1:
        return found[0]
    what = "is no report of this case" if not found else f"means {len(found)} reports of this case"
    names = ", ".join(sorted(report.source_ref for report in (found or reports))[:8])
    raise InputError(f"{said!r} {what}. Give a file name or an id: {names} …")


def choose_claim(view: CaseView, said: str) -> Claim:
    """The claim of this id, or of the only id that begins so."""
    found = [claim for claim_id, claim in sorted(view.claims.items()) if claim_id.startswith(said)]
    if len(found) == 1:
        return found[0]
    what = "is no claim of this case" if not found else f"is the beginning of {len(found)} claims"
    raise InputError(f"{said!r} {what}. Ids stand in claims.jsonl and in rashomon record CASE --why.")
