"""What `run` and `add` tell after the case has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from rashomon.cli.layout import clean
from rashomon.cli.screen import Screen
from rashomon.judging import STATES
from rashomon.model.layers import Reading
from rashomon.model.report import Report, Skipped
from rashomon.pipeline import Added, current_reports, weigh_judgements
from rashomon.sources.far_dates import far_from_others
from rashomon.store import Case

if TYPE_CHECKING:
    from rashomon.writing import CaseView


def tell_added(screen: Screen, added: Added) -> None:
    """One line of what came in, and what was odd about it."""
    counts = (
        (len(added.added), "new"),
        (len(added.versions), "in a later version"),
        (len(added.updated), "with better metadata"),
        (len(added.unchanged), "known already"),
    )
    told = ", ".join(f"{count} {what}" for count, what in counts if count)
    screen.say(f"reports: {told}")
    for report in (*added.added, *added.versions):
        for note in report.notes:
            if not note.startswith("agency: "):
                screen.warn(f"{clean(report.locator)}: {clean(note)}")
    for report in added.versions:
        screen.warn(
            f"{clean(report.locator)}: replaces the text that the case held under this name; the earlier one "
            "is kept, but no longer counted. If it is another report, give it another name."
        )


def tell_silent(screen: Screen, reports: Iterable[Report], readings: Iterable[Reading]) -> None:
    """Warn of reports that gave no claim."""
    names = {report.id: clean(report.source_ref) for report in reports}
    for reading in readings:
        if not reading.claims and reading.report_id in names:
            screen.warn(f"{names[reading.report_id]}: no claim ({reading.silence or 'nothing was found'})")


def tell_far_dates(screen: Screen, case: Case, asked: Iterable[Report]) -> None:
    """Warn of those of the reports that were published far from any other of the case."""
    ids = {report.id for report in asked}
    for report, years in far_from_others(current_reports(case)):
        if report.id in ids:
            screen.warn(far_date(report, years))


def far_date(report: Report, years: int) -> str:
    """What is asked about a publication date far from all others."""
    return (
        f"{clean(report.source_ref)}: published {report.published}, {years} years from any other report of this "
        "case. If that is a slip: rashomon judge CASE metadata REPORT --set published=…"
    )


def tell_lost_decisions(screen: Screen, case: Case, view: CaseView) -> None:
    """Warn of decisions that find nothing to fall on any more; they are kept, and nothing else is lost."""
    lost = [effect for effect in weigh_judgements(case, view) if effect.state in {"nothing", "overruled"}]
    for effect in lost[:5]:
        screen.warn(f"decision {effect.judgement_id} {STATES[effect.state]}: {clean(effect.note)}")
    if lost[5:]:
        screen.warn(f"{len(lost) - 5} more decisions like this: rashomon judge {case.folder} list")


def tell_skipped(skipped: Iterable[Skipped], unread: Iterable[Skipped]) -> int:
    """1 where an input was skipped or not read, each told with its reason; else 0."""
    code = 0
    for what, those in (("skipped", skipped), ("not read", unread)):
        for one in those:
            click.echo(f"{what}: {clean(one.locator)}: {clean(one.reason)}", err=True)
            code = 1
    return code
