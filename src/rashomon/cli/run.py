"""``rashomon run``: from a folder of reports to a case and its files."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.hints import tell_alike, tell_undated
from rashomon.cli.options import (
    as_of_option,
    check_inputs_exist,
    metadata_options,
    names_option,
    open_stdin,
    policy_option,
    quiet_option,
    read_metadata,
)
from rashomon.cli.record_table import draw_event, note_others, principal_events, table_options
from rashomon.cli.results import (
    tell_added,
    tell_far_dates,
    tell_lost_decisions,
    tell_silent,
    tell_skipped,
)
from rashomon.cli.screen import Screen
from rashomon.errors import InputError
from rashomon.pipeline import (
    OutputOptions,
    add_reports,
    keep_options,
    latest_versions,
    read_missing,
    require_report,
    write_outputs,
)
from rashomon.sources.metadata import GivenMetadata
from rashomon.store import CASE_FILE, check_writable, open_case


@click.command(epilog="Example: rashomon run reports --out akabar --policy ucdp")
@click.argument("reports", nargs=-1, required=True, metavar="REPORTS...")
@click.option("--out", metavar="FOLDER", help="Where the case goes. [default: the name of REPORTS + -record]")
@policy_option
@as_of_option
@metadata_options
@names_option
@click.option(
    "--with-texts", is_flag=True, help="Embed the reports' whole texts in the files. Mind their rights."
)
@quiet_option
@click.pass_context
def run(ctx: click.Context, /, reports: tuple[str, ...], out: str | None, **said: str | bool | None) -> None:
    """Read a folder of reports and write the record of its events.

    REPORTS is a folder, or files: html, txt, md, json, jsonl, pdf. FOLDER then holds the case
    (case.db), the record, the claims, a page to read them in (index.html) and an article.
    Nothing is ever written beside the reports.
    """
    quiet, names = bool(said.pop("quiet")), bool(said.pop("names"))
    with_texts = bool(said.pop("with_texts"))
    options = OutputOptions(
        policy=str(said.pop("policy")),
        as_of=_text(said.pop("as_of")),
        names=names,
        with_texts=with_texts,
    )
    given = read_metadata({name: _text(text) for name, text in said.items()})
    check_inputs_exist(reports)
    folder = choose_folder(reports, out)
    check_writable(folder)
    ctx.exit(_run(reports, folder, given, options, quiet=quiet))


def _text(said: str | bool | None) -> str | None:
    return said if isinstance(said, str) else None


def _run(
    reports: tuple[str, ...], folder: Path, given: GivenMetadata, options: OutputOptions, *, quiet: bool
) -> int:
    from rashomon.sources import load

    inputs = require_report(load(list(reports), given=given, stdin=open_stdin(reports)))
    with Screen(quiet=quiet) as screen, open_case(folder, create=True) as case:
        added = add_reports(case, inputs, given=name_inputs(reports), progress=screen.step)
        tell_undated(screen, latest_versions(case.reports()))
        done = read_missing(case, progress=screen.step)
        keep_options(case, options)
        view, files = write_outputs(case, options)
        current, readings = latest_versions(case.reports()), case.readings()
        tell_far_dates(screen, case, current)
        tell_lost_decisions(screen, case, view)
    shown = table_options(view, names=options.names)
    principal = principal_events(view)
    for event in principal:
        click.echo("\n".join([*draw_event(view, event, shown), ""]))
    if others := note_others(view, principal, folder):
        click.echo(others)
    click.echo(f"{folder} holds: {', '.join([CASE_FILE, *files])}")
    tell_added(screen, added)
    tell_silent(screen, current, readings)
    tell_alike(screen, folder, principal)
    if options.with_texts:
        screen.warn(
            "the files hold the reports' whole texts; sharing them may infringe their publishers' rights"
        )
    return tell_skipped(added.skipped, (*done.unread, *done.failed))


def name_inputs(reports: tuple[str, ...]) -> str:
    """What the inputs of one call are called in the case: their names, without the folders they lie in."""
    return ", ".join(sorted({Path(report).resolve().name or report for report in reports}))


def choose_folder(reports: tuple[str, ...], out: str | None) -> Path:
    """The folder the case goes to. Raises InputError where that would be among the reports."""
    if out is None:
        if len(reports) > 1 or reports[0] == "-" or "://" in reports[0]:
            raise InputError("say where the case goes: --out FOLDER")
        source = Path(reports[0]).resolve()
        folder = Path(f"{source.stem if source.is_file() else source.name}-record")
    else:
        folder = Path(out)
    for report in reports:
        if Path(report).is_dir() and folder.resolve().is_relative_to(Path(report).resolve()):
            raise InputError(
                f"{folder} lies among the reports in {report}, where nothing is ever written. "
                "Name a folder outside with --out."
            )
    return folder
