"""``rashomon audit``: an article somebody wrote, held against a case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from rashomon.cli.choosing import choose_event, warn_if_stale
from rashomon.cli.layout import clean
from rashomon.cli.options import as_of_option, names_option, policy_option
from rashomon.errors import InputError
from rashomon.model.audit import ArticleForm, ReadArticle
from rashomon.pipeline import build, check_as_of, read_article
from rashomon.store import open_case

if TYPE_CHECKING:
    from rashomon.writing.audit import Found

MOST_BYTES = 20_000_000
"""An article of more is none: the longest of encyclopedias are a tenth of it."""


def _checked_day(_ctx: click.Context, _parameter: click.Parameter, day: str | None) -> str | None:
    check_as_of(day)
    return day


@click.command(epilog="Example: rashomon audit draft.wiki --against akabar")
@click.argument("article")
@click.option(
    "--against", "case", metavar="CASE", required=True, help="The case whose reports it is held against."
)
@click.option(
    "--as",
    "form",
    type=click.Choice(["table", "json", "html", "wikitext"]),
    default="table",
    show_default=True,
    help="For a terminal, a program, a browser, or the article's talk page.",
)
@click.option(
    "--event", help="The event it is about (number, id, or its beginning), if not the one that fits best."
)
@click.option(
    "--form",
    "written_as",
    type=click.Choice(get_args(ArticleForm)),
    help="How the article is marked up, where its looks do not tell.",
)
@click.option(
    "--published",
    metavar="DATE",
    callback=_checked_day,
    help="Day of the article's own version, for days without a year.",
)
@click.option(
    "--language", metavar="CODE", help="The article's language, two letters, where it was told wrong."
)
@policy_option
@as_of_option
@names_option
@click.pass_context
def audit(ctx: click.Context, /, article: str, case: str, **said: str | bool | None) -> None:
    """Hold an article against the reports of a case, statement by statement.

    ARTICLE is a file (wikitext, html, plain text, or an infobox's keys and values), or - for standard
    input. Each minimal clause gets one verdict with the claims for and against it; then come what is at
    odds inside the article, what is odd, and what the reports say and the article does not.
    """
    from rashomon.writing.audit import examine, render_audit

    read = _read(article, said)
    with open_case(case) as kept:
        view = build(kept, policy=str(said["policy"]), as_of=_text(said["as_of"]))
        warn_if_stale(kept)
    event = choose_event(view, str(said["event"])).id if said["event"] else None
    found = examine(read, view, event_id=event, names=bool(said["names"]))
    for warning in found.audit.article.warnings:
        click.echo(f"warning: {clean(warning)}", err=True)
    if said["form"] == "table":
        from rashomon.cli.audit_table import draw_audit

        click.echo("\n".join(draw_audit(found)))
    else:
        click.echo(render_audit(found, str(said["form"])).rstrip("\n"))
    ctx.exit(_tell_fit(found, read))


def _text(said: str | bool | None) -> str | None:
    return said if isinstance(said, str) else None


def _read(article: str, said: dict[str, str | bool | None]) -> ReadArticle:
    """The article's statements. Raises InputError where there is no such file, or nothing can be read in it."""
    from rashomon.sources.metadata import GivenMetadata

    metadata = GivenMetadata(published=_text(said["published"]), language=_text(said["language"]))
    name = "standard input" if article == "-" else Path(article).name
    form = next((f for f in get_args(ArticleForm) if f == said["written_as"]), None)
    return read_article(_bytes(article), locator=name, form=form, metadata=metadata)


def _bytes(article: str) -> bytes:
    if article == "-":
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        path = Path(article)
        if path.is_dir():
            raise InputError(f"{article}: is a folder. ARTICLE is one file in it, or - for standard input.")
        if not path.is_file():
            raise InputError(
                f"{article}: there is no such file. ARTICLE is one file, or - for standard input."
            )
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise InputError(f"{article}: more than {MOST_BYTES // 1_000_000} MB, which is no article.")
    return raw


def _tell_fit(found: Found, read: ReadArticle) -> int:
    """1 where no event of the case fits, so that nothing was compared; else 0."""
    if found.audit.event_id is not None:
        return 0
    click.echo(
        f"no event of the case fits {clean(read.article.report.source_ref)}: all statements are “not mentioned”. "
        "If one is meant, name it with --event; rashomon events CASE lists them.",
        err=True,
    )
    return 1
