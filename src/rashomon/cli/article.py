"""``rashomon article``: an event as a cited draft."""

from __future__ import annotations

import click

from rashomon.cli.choosing import choose_event, warn_if_stale
from rashomon.cli.options import as_of_option, names_option, policy_option
from rashomon.pipeline import build
from rashomon.store import open_case


@click.command(epilog="Example: rashomon article akabar 1 --as wikitext > akabar.wiki")
@click.argument("case")
@click.argument("event")
@click.option(
    "--as",
    "form",
    type=click.Choice(["markdown", "wikitext", "html"]),
    default="markdown",
    show_default=True,
    help="How the draft is marked up.",
)
@policy_option
@as_of_option
@names_option
def article(case: str, event: str, form: str, *, policy: str, as_of: str | None, names: bool) -> None:
    """Write a cited encyclopedia draft of an event.

    Every sentence rests on claims of the reports, and cites them. EVENT is its number in
    "rashomon events", its id, or the id's beginning.
    """
    from rashomon.writing import render_article

    with open_case(case) as kept:
        view = build(kept, policy=policy, as_of=as_of)
        warn_if_stale(kept)
    text = render_article(view, choose_event(view, event).id, form, names=names)
    click.echo(text.rstrip("\n"))
