"""``rashomon add``: more reports for a case."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.hints import tell_undated
from rashomon.cli.options import check_inputs_exist, metadata_options, open_stdin, quiet_option, read_metadata
from rashomon.cli.results import (
    tell_added,
    tell_far_dates,
    tell_lost_decisions,
    tell_silent,
    tell_skipped,
)
from rashomon.cli.run import name_inputs
from rashomon.cli.screen import Screen
from rashomon.errors import CaseError
from rashomon.pipeline import (
    Added,
    add_reports,
    kept_options,
    read_missing,
    require_report,
    write_outputs,
)
from rashomon.store import CASE_FILE, Case, open_case


@click.command(epilog="Example: rashomon add akabar reports/third.html --published 2018-04-06")
@click.argument("case")
@click.argument("reports", nargs=-1, metavar="[REPORTS]...")
@metadata_options
@click.option("--reread", is_flag=True, help="Read all reports of the case again, not only the new ones.")
@quiet_option
@click.pass_context
def add(
    ctx: click.Context,
    /,
    case: str,
    reports: tuple[str, ...],
    reread: bool,
    quiet: bool,
    **said: str | None,
) -> None:
    """Add reports to a case.

    REPORTS are files, folders, web addresses, or - for standard input. Only what is new is read, and
    the files beside the case are renewed. A report that the case holds already changes nothing, save
    where its metadata is better now. A case that does not exist yet is made.
    """
    given = read_metadata(said)
    check_inputs_exist(reports)
    create = bool(reports) and may_create(Path(case))
    from rashomon.sources import load

    inputs = None
    if reports:
        inputs = require_report(load(list(reports), given=given, stdin=open_stdin(reports)))
    with Screen(quiet=quiet) as screen, open_case(case, create=create) as kept:
        added = Added()
        if inputs is not None:
            added = add_reports(kept, inputs, given=name_inputs(reports), progress=screen.step)
        ctx.exit(_read_and_renew(kept, added, screen, reread=reread))


def _read_and_renew(case: Case, added: Added, screen: Screen, *, reread: bool) -> int:
    tell_undated(screen, added.reports)
    done = read_missing(case, again=reread, progress=screen.step)
    options = kept_options(case)
    if options is not None:
        view, files = write_outputs(case, options)
        tell_lost_decisions(screen, case, view)
        screen.say(f"{case.folder} holds: {', '.join([CASE_FILE, *files])}")
    tell_added(screen, added)
    tell_silent(screen, added.reports, done.read)
    tell_far_dates(screen, case, added.reports)
    ours = {report.locator for report in added.reports}
    unread = [one for one in done.unread if one.locator in ours]
    return tell_skipped(added.skipped, [*unread, *done.failed])


def may_create(case: Path) -> bool:
    """True where a new case would stand in a folder of its own; CaseError where other files lie there."""
    if case.suffix == ".db":
        return True
    if case.is_dir() and not (case / CASE_FILE).exists() and any(case.iterdir()):
        raise CaseError(
            f"{case}: is a folder with other files and no {CASE_FILE}. Name a case first, then the reports: "
            f"rashomon add CASE {case}"
        )
    return not case.is_file()
