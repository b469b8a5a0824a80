"""``rashomon export``: a case in a format of the field, with word of what the format could not hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from rashomon.cli.choosing import choose_event, warn_if_stale
from rashomon.cli.layout import clean
from rashomon.cli.options import as_of_option, names_option
from rashomon.codebook.policies import POLICIES
from rashomon.pipeline import build
from rashomon.store import open_case, write_if_changed
from rashomon.writing.exports import FORMATS, export_case, policy_for
from rashomon.writing.exports.exported import ExportOptions
from rashomon.writing.exports.losses import LEFT_OUT_SUFFIX, told_losses, write_companion

if TYPE_CHECKING:
    from rashomon.writing import CaseView
    from rashomon.writing.exports.exported import Exported

_MOST_LINES = 12
"""Lines of one kind told on the terminal; the companion file has them all."""
_EPILOG = (
    "Example: rashomon export akabar --as ucdp --out ged.csv; "
    "rashomon export akabar --as acled --inter words; "
    "rashomon export akabar --as csl --event 3 > sources.json"
)


@click.command(epilog=_EPILOG)
@click.argument("case")
@click.option("--as", "form", type=click.Choice(list(FORMATS)), required=True, help="The format.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"Where to write it, with FILE{LEFT_OUT_SUFFIX} beside it; standard output without.",
)
@click.option(
    "--event", "events", multiple=True, metavar="EVENT", help="Only this event; may be given several times."
)
@click.option(
    "--policy",
    type=click.Choice(list(POLICIES)),
    help="Rules for the totals; the format's own (acled for ACLED, …, else ucdp) if not said.",
)
@as_of_option
@names_option
@click.option(
    "--inter",
    type=click.Choice(["digits", "words"]),
    default="digits",
    show_default=True,
    help="ACLED's codes for kinds of actors.",
)
def export(  # noqa: PLR0913 - one parameter an option
    case: str,
    form: str,
    *,
    out: Path | None,
    events: tuple[str, ...],
    policy: str | None,
    as_of: str | None,
    names: bool,
    inter: Literal["digits", "words"],
) -> int:
    """Write a case in a format of the field.

    Totals are those of one policy in every format. What a format cannot hold, what only its publisher can
    fill, and what no report says is listed on standard error and in a file beside FILE: nothing is lost in
    silence. Exit code 1 says that something the format needs is missing, so that the file is partial.
    """
    chosen = policy_for(form, policy)
    with open_case(case) as kept:
        view = build(kept, policy=chosen, as_of=as_of)
        warn_if_stale(kept)
    ids = tuple(choose_event(view, said).id for said in events)
    done = export_case(view, form, ExportOptions(event_ids=ids, names=names, inter=inter))
    asked_in_vain = any(one.what == "event" and one.event in ids for one in done.left_out)
    partial = done.partial or asked_in_vain or not view.record.events
    if out is None:
        click.echo(done.text, nl=False)
    else:
        _write_all(out, done, write_companion(done, form, view, partial=partial))
    for line in tell(done, form, view, companion=out is not None):
        click.echo(line, err=True)
    return 1 if partial else 0


def _write_all(out: Path, done: Exported, companion: str) -> None:
    """The file, those beside it, and the list of what was left out: each written whole or not at all."""
    write_if_changed(out, done.text)
    for suffix, text in (*done.beside, (LEFT_OUT_SUFFIX, companion)):
        write_if_changed(out.with_name(out.name + suffix), text)


def tell(done: Exported, form: str, view: CaseView, *, companion: bool) -> Iterator[str]:
    """The policy, whether the file is partial, and what was left out, for a person."""
    as_of = f" as of {view.record.as_of}" if view.record.as_of else ""
    yield f"{form}, totals by policy {view.record.policy}{as_of}"
    if not view.record.events:
        yield "this case holds no event: rashomon add CASE says which reports gave no claim."
    if done.beside and not companion:
        suffixes = ", ".join(f"FILE{suffix}" for suffix, _ in done.beside)
        yield f"more stands in {suffixes}, which only --out FILE writes"
    for loss in told_losses(done):
        yield f"{loss.heading}:"
        yield from (f"  {clean(line)}" for line in loss.lines[:_MOST_LINES])
        if len(loss.lines) > _MOST_LINES:
            where = f"FILE{LEFT_OUT_SUFFIX} has them" if companion else "--out FILE lists them in a file"
            yield f"  … and {len(loss.lines) - _MOST_LINES} more ({where})"
