"""``rashomon record``: one event under one policy."""

from __future__ import annotations

from dataclasses import replace

import click

from rashomon.cli.choosing import NONE_BY_THEN, choose_event, warn_if_stale
from rashomon.cli.options import as_of_option, names_option, policy_option, table_or_json
from rashomon.cli.record_table import draw_event, table_options
from rashomon.pipeline import build
from rashomon.store import open_case


@click.command(epilog="Example: rashomon record akabar 1 --policy range --why")
@click.argument("case")
@click.argument("event", required=False)
@policy_option
@as_of_option
@click.option(
    "--why", is_flag=True, help="Every finding with its rule, its reasons and the words it stands on."
)
@table_or_json
@names_option
def record(case: str, event: str | None, policy: str, as_of: str | None, form: str, **flags: bool) -> None:
    """Show what the reports say of an event, and what a policy makes of it.

    EVENT is its number in "rashomon events", its id, or the id's beginning; all events without it.
    """
    with open_case(case) as kept:
        view = build(kept, policy=policy, as_of=as_of)
        warn_if_stale(kept)
    chosen = view.record.events if event is None else (choose_event(view, event),)
    if form == "json":
        from rashomon.writing import render_outputs

        narrowed = replace(view, record=replace(view.record, events=chosen))
        click.echo(render_outputs(narrowed, names=flags["names"])["record.json"], nl=False)
        return
    options = table_options(view, why=flags["why"], names=flags["names"])
    blocks = ["\n".join(draw_event(view, one, options)) for one in chosen]
    click.echo("\n\n".join(blocks) or (NONE_BY_THEN.format(as_of) if as_of else "This case holds no event."))
