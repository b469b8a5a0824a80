"""``rashomon export``: a case in a format of the field, with word of what the format could not hold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from rashomon.cli.choosing import choose_event, warn_if_stale
from rashomon.cli.layout import clean
from rashomon.cli.options import as_of_option, names_option
from rashomon.codebook.policies import POLICIES
from rashomon.model.codec import to_data
from rashomon.pipeline import build
from rashomon.store import open_case, write_if_changed
from rashomon.writing.exports import FORMATS, export_case, policy_for
from rashomon.writing.exports.exported import ExportOptions

if TYPE_CHECKING:
    from rashomon.writing import CaseView
    from rashomon.writing.exports.exported import Exported, LeftOut

LEFT_OUT_SUFFIX = ".left-out.json"
_MOST_LINES = 12
"""Lines of one kind told on the terminal; the companion file has them all."""
_MOST_NAMES = 4
"""Events named in one line; the companion file has them all."""
_KINDS = {
    "gap": "missing: no report says it, so the file is partial",
    "event": "events outside the definition of the format",
    "fact": "facts that the format has no place for",
    "column": "columns that only the publisher of the data set can fill",
}
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
        _write_all(out, done, _companion(done, form, view, partial=partial))
    for line in tell(done, form, view, companion=out is not None):
        click.echo(line, err=True)
    return 1 if partial else 0


def _write_all(out: Path, done: Exported, companion: str) -> None:
    """The file, those beside it, and the list of what was left out: each written whole or not at all."""
    write_if_changed(out, done.text)
    for suffix, text in (*done.beside, (LEFT_OUT_SUFFIX, companion)):
        write_if_changed(out.with_name(out.name + suffix), text)


def _companion(done: Exported, form: str, view: CaseView, *, partial: bool) -> str:
    """What the file holds and what it does not, for a program."""
    report = {
        "format": form,
        "policy": view.record.policy,
        "as_of": view.record.as_of,
        "made_by": to_data(view.record.made_by),
        "partial": partial,
        "rows": list(done.rows),
        "left_out": [to_data(one) for one in done.left_out],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def tell(done: Exported, form: str, view: CaseView, *, companion: bool) -> Iterator[str]:
    """The policy, whether the file is partial, and what was left out, for a person."""
    as_of = f" as of {view.record.as_of}" if view.record.as_of else ""
    yield f"{form}, totals by policy {view.record.policy}{as_of}"
    if not view.record.events:
        yield "this case holds no event: rashomon add CASE says which reports gave no claim."
    if done.beside and not companion:
        suffixes = ", ".join(f"FILE{suffix}" for suffix, _ in done.beside)
        yield f"more stands in {suffixes}, which only --out FILE writes"
    for kind, heading in _KINDS.items():
        lines = _lines([one for one in done.left_out if one.what == kind])
        if lines:
            yield f"{heading}:"
            yield from (f"  {line}" for line in lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            where = f"FILE{LEFT_OUT_SUFFIX} has them" if companion else "--out FILE lists them in a file"
            yield f"  … and {len(lines) - _MOST_LINES} more ({where})"


def _lines(found: Sequence[LeftOut]) -> list[str]:
    """What was left out for one reason on one line: the events it was left out of, or its columns."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in found:
        name, what = (one.item, "") if one.what == "column" else (one.event or "", one.item)
        grouped.setdefault((what, one.reason), []).append(name)
    return [
        clean(": ".join(part for part in (_some(names), what, reason) if part))
        for (what, reason), names in grouped.items()
    ]


def _some(names: Sequence[str]) -> str:
    """The first few events, and how many more there are; columns all."""
    known = [name for name in names if name]
    if not any(name.startswith("e_") for name in known):
        return ", ".join(known)
    more = len(known) - _MOST_NAMES
    shown = known if more <= 1 else [*known[:_MOST_NAMES], f"{more} more"]
    return ", ".join(shown)
