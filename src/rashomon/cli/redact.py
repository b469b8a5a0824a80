"""``rashomon redact``: a report purged for good."""

from __future__ import annotations

import click

from rashomon.cli.choosing import choose_report
from rashomon.cli.judge import tell_consequences
from rashomon.errors import InputError
from rashomon.pipeline import build
from rashomon.store import open_case


@click.command(epilog='Example: rashomon redact akabar third.txt --why "names a witness who asked us not to"')
@click.argument("case")
@click.argument("reports", nargs=-1, required=True)
@click.option("--why", required=True, help="The reason. It is kept, so do not quote the report in it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def redact(case: str, reports: tuple[str, ...], why: str, yes: bool) -> None:
    """Purge reports from a case.

    Their bytes, text, claims, index entries and what was written from them go.
    This cannot be undone. A digest of the bytes stays, so that the same report is not taken in again by
    a later run, add or import. Copies outside the case (the reports' own folder, exports) are yours to
    delete.
    """
    with open_case(case) as kept:
        before = build(kept)
        chosen = [choose_report(before, said) for said in reports]
        if not yes:
            _ask(", ".join(report.source_ref for report in chosen))
        from rashomon.workbench.inbox import Inbox

        inbox = Inbox(kept.path)
        for report in chosen:
            kept.redact(report.id, why)
            inbox.forget(report.id)
            click.echo(f"{report.source_ref}: purged")
        tell_consequences(kept, before)


def _ask(names: str) -> None:
    """Raise InputError where a person does not agree, or nobody is there to be asked."""
    try:
        agreed = click.confirm(f"Purge {names} for good?", err=True)
    except click.Abort:
        agreed = False
    if not agreed:
        raise InputError("nothing was purged. Answer y when asked, or add --yes.")
