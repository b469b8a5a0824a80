"""``rashomon search``: words in a case."""

from __future__ import annotations

import click

from rashomon.cli.layout import clean
from rashomon.store import open_case

_KINDS = {"report": "report", "claim": "claim", "set_aside": "set aside"}


@click.command(epilog='Example: rashomon search akabar "two separate" clash*')
@click.argument("case")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Hits at most.")
def search(case: str, words: tuple[str, ...], limit: int) -> None:
    """Find words in the reports and claims of a case, best hits first.

    All words must stand there, in any order; several words in quotation marks are a phrase; a word
    ending in * is a beginning. Text that was set aside as no evidence comes last and says so.
    """
    query = " ".join(f'"{word}"' if " " in word else word for word in words)
    with open_case(case) as kept:
        hits = kept.search(query, limit=limit)
    for hit in hits:
        where = clean(f"{hit.source_ref} {hit.claim_id or ''}")
        click.echo(f"{where} ({_KINDS[hit.kind]}): {clean(hit.snippet)}")
    if not hits:
        click.echo("Nothing found.", err=True)
