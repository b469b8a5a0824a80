"""``rashomon events``: what happened, one line each."""

from __future__ import annotations

import json

import click

from rashomon.cli.choosing import warn_if_stale
from rashomon.cli.figures import show_event_days, show_interval
from rashomon.cli.layout import draw_table, shorten
from rashomon.cli.options import policy_option, table_or_json
from rashomon.model.codec import to_data
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, Interval
from rashomon.pipeline import build
from rashomon.store import open_case
from rashomon.writing.data.files import without_names
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.passing import part_passing, passing_note

_HEAD = ("No", "Event", "When", "Where", "Sides", "Deaths", "Reports", "Id")


@click.command(epilog="Example: rashomon events akabar")
@click.argument("case")
@policy_option
@table_or_json
@click.option("--all", "every", is_flag=True, help="Events told of only in passing, too.")
def events(case: str, policy: str, form: str, *, every: bool) -> None:
    """List the events of a case: when, where, between whom, how many dead, by how many reports.

    An event marked * is the main event of a report. Deaths are UCDP's best, low and high. Events
    told of only in passing, without a figure, a day or anyone harmed, are left out of the table
    and counted below it. With --as json, every event, one a line. Private persons' names are left
    out.
    """
    with open_case(case) as kept:
        view = build(kept, policy=policy)
        warn_if_stale(kept)
    withholding = Withholding(view)
    if form == "json":
        for event in view.record.events:
            click.echo(
                json.dumps(
                    without_names(to_data(event), withholding), ensure_ascii=False, separators=(",", ":")
                )
            )
        return
    if not view.record.events:
        click.echo("This case holds no event.")
        return
    _, passing = part_passing(view.record.events)
    hidden: frozenset[str] = frozenset() if every else frozenset(event.id for event in passing)
    rows = [
        _row(number, event, withholding)
        for number, event in enumerate(view.record.events, start=1)
        if event.id not in hidden
    ]
    click.echo("\n".join(draw_table(_HEAD, rows, right=(0, 5, 6))))
    if hidden:
        click.echo(f"{passing_note(len(hidden))}: --all lists them.")


def _row(number: int, event: EventRecord, withholding: Withholding) -> tuple[str, ...]:
    sides = " | ".join(
        ", ".join(dict.fromkeys(actor.name for actor in without_wholes(side.actors))) or side.label
        for side in event.sides
    )
    deaths = Interval(low=event.totals.ucdp.low, best=event.totals.ucdp.best, high=event.totals.ucdp.high)
    return (
        f"{'*' if event.principal_for else ''}{number}",
        shorten(withholding.text(event.title), 44),
        show_event_days(event.date),
        shorten(
            ", ".join(dict.fromkeys(part for part in (event.place.name, event.place.country) if part))
            or "not said",
            32,
        ),
        shorten(withholding.text(sides), 50),
        show_interval(deaths),
        str(len(event.reports)),
        event.id,
    )
