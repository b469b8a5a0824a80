"""Files to take away: every format of the field, what `run` writes, and the decisions; made into a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

from rashomon.errors import InputError
from rashomon.judging import find_again
from rashomon.judging.coding import without_blind
from rashomon.model.base import value
from rashomon.model.codec import to_data
from rashomon.model.judgements import Judgement
from rashomon.pipeline import DEFAULT_POLICY
from rashomon.writing import CaseView, render_article
from rashomon.writing.article.plan import write_article
from rashomon.writing.data.files import render_claims, render_events, render_record, render_set_aside
from rashomon.writing.exports import FORMATS, export_case, policy_for
from rashomon.writing.exports.exported import ExportOptions, InterStyle
from rashomon.writing.exports.losses import LEFT_OUT_SUFFIX, told_losses, write_companion
from rashomon.writing.page.rendering import write_page
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding

MOST_LINES = 60
"""Lines of one kind of loss that a page tells; the file beside the export has them all."""


@value
class Offer:
    """A file that can be taken away: what it is, what it is called after the case's name, its content type."""

    label: str
    ending: str
    """What the name of its file ends in, dot included."""
    media: str
    of: Literal["format", "case", "event"]
    """One of the field's formats, a file of the whole case, or a file of one event."""
    is_whole: bool = False
    """True for what is given as it stands: private persons may be named in it, whatever was asked for."""


@value
class Wanted:
    """One file as somebody wants it. ``event``: only this one; None for all, or for the event most reports tell of."""

    name: str
    policy: str = DEFAULT_POLICY
    as_of: str | None = None
    event: str | None = None
    names: bool = False
    inter: InterStyle = "digits"
    viewer: str = ""
    """Who wants the decisions: codings by others in samples that are still blind are not given to him."""


_CSV, _JSON, _TEXT = "text/csv; charset=utf-8", "application/json", "text/plain; charset=utf-8"
_ENDINGS = {
    "geojson": (".geojson", "application/geo+json"),
    "jsonld": (".jsonld", "application/ld+json"),
    "quickstatements": (".txt", _TEXT),
    "ftm": (".csv", _CSV),
    "bibtex": (".bib", _TEXT),
    "csl": (".json", _JSON),
}
"""What a format's file is; a table of comma-separated values where nothing is said."""

OFFERS: dict[str, Offer] = {
    name: Offer(
        label=form.label,
        ending=_ENDINGS.get(name, (".csv", _CSV))[0],
        media=_ENDINGS.get(name, (".csv", _CSV))[1],
        of="format",
    )
    for name, form in FORMATS.items()
} | {
    "record": Offer(label="The record with every finding and why", ending=".json", media=_JSON, of="case"),
    "claims": Offer(label="A claim a line", ending=".jsonl", media="application/x-ndjson", of="case"),
    "events": Offer(label="An event a row", ending=".csv", media=_CSV, of="case"),
    "set-aside": Offer(
        label="What was set aside, and why",
        ending=".jsonl",
        media="application/x-ndjson",
        of="case",
        is_whole=True,
    ),
    "page": Offer(label="The whole case as one page", ending=".html", media="text/html", of="case"),
    "decisions": Offer(
        label="Every decision, undone ones included; codings by others only once their sample is open",
        ending=".jsonl",
        media="application/x-ndjson",
        of="case",
        is_whole=True,
    ),
    "article": Offer(label="Draft article, Markdown", ending=".md", media=_TEXT, of="event"),
    "wikitext": Offer(label="Draft article, wikitext", ending=".wiki", media=_TEXT, of="event"),
    "infobox": Offer(label="Infobox, wikitext", ending=".wiki", media=_TEXT, of="event"),
    "article-page": Offer(
        label="Draft article with the words behind each sentence",
        ending=".html",
        media="text/html",
        of="event",
    ),
}

_FORMS = {"article": "markdown", "wikitext": "wikitext", "infobox": "infobox", "article-page": "html"}


def make_files(
    view: CaseView, judgements: Sequence[Judgement], wanted: Wanted, folder: Path
) -> dict[str, Any]:
    """What was made, after it was written into the folder: its files, and what they leave out.

    Raises InputError where the event asked for is none of the record's.
    """
    if wanted.name in FORMATS:
        return _make_export(view, wanted, folder)
    text = _FILES[wanted.name](view, wanted) if wanted.name in _FILES else None
    if wanted.name == "decisions":
        text = _decisions(view, judgements, wanted)
    if text is None:
        text = render_article(view, _event_of(view, wanted), _FORMS[wanted.name], names=wanted.names)
    return {"files": [_write(folder, OFFERS[wanted.name].ending, text)], "losses": [], "partial": False}


def _page(view: CaseView, wanted: Wanted) -> str:
    first = Lookups(view).principal_event()
    article = write_article(view, first.id, names=wanted.names) if first else None
    return write_page(view, article, names=wanted.names, with_texts=False)


_FILES: dict[str, Callable[[CaseView, Wanted], str]] = {
    "record": lambda view, wanted: render_record(view, names=wanted.names),
    "claims": lambda view, wanted: render_claims(view, names=wanted.names),
    "events": lambda view, wanted: render_events(view, names=wanted.names),
    "set-aside": lambda view, _: render_set_aside(view),
    "page": _page,
}


def _event_of(view: CaseView, wanted: Wanted) -> str:
    if wanted.event is not None:
        return wanted.event
    first = Lookups(view).principal_event()
    if first is None:
        raise InputError("this case holds no event yet, so there is no article to write.")
    return first.id


def _decisions(view: CaseView, judgements: Sequence[Judgement], wanted: Wanted) -> str:
    """A decision a line, in their order; private names as everywhere, whatever field they were typed in.

    Codings that are still blind are left out, with what took them back, so that the rest can be imported.
    """
    hide = Withholding(view, names=wanted.names).text
    rows = (
        to_data(judgement)
        | {
            "targets": [hide(target) for target in judgement.targets],
            "why": hide(judgement.why),
            "details": hide(judgement.details),
        }
        for judgement in without_blind(judgements, find_again(view.readings), wanted.viewer)
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _make_export(view: CaseView, wanted: Wanted, folder: Path) -> dict[str, Any]:
    policy_for(wanted.name, view.record.policy)
    ids = (wanted.event,) if wanted.event else ()
    done = export_case(
        view, wanted.name, ExportOptions(event_ids=ids, names=wanted.names, inter=wanted.inter)
    )
    in_vain = any(one.what == "event" and one.event in ids for one in done.left_out)
    partial = done.partial or in_vain or not view.record.events
    companion = write_companion(done, wanted.name, view, partial=partial)
    ending = OFFERS[wanted.name].ending
    files = [_write(folder, ending, done.text)]
    files += [_write(folder, suffix, text) for suffix, text in done.beside]
    files.append(_write(folder, LEFT_OUT_SUFFIX, companion))
    return {
        "files": files,
        "losses": [
            {
                "kind": loss.kind,
                "heading": loss.heading,
                "count": sum(one.what == loss.kind for one in done.left_out),
                "lines": list(loss.lines[:MOST_LINES]),
                "more": max(0, len(loss.lines) - MOST_LINES),
            }
            for loss in told_losses(done)
        ],
        "partial": partial,
    }


def _write(folder: Path, ending: str, text: str) -> dict[str, Any]:
    """Write a file of the folder; its number is its name there, its ending what it is called by."""
    number = sum(1 for _ in folder.iterdir())
    raw = text.encode("utf-8", "replace")
    (folder / str(number)).write_bytes(raw)
    return {"number": number, "ending": ending, "bytes": len(raw)}
