"""CSL-JSON: the reports of a case as items that citation managers read (schema 1.0.2)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.model.dates import is_partial, parse_partial
from rashomon.writing.cite import safe_url
from rashomon.writing.data.cells import one_line
from rashomon.writing.exports.exported import Exported, ExportOptions, LeftOut
from rashomon.writing.exports.sources import NO_CLAIMS, Source, sources_of
from rashomon.writing.view import CaseView
from rashomon.writing.withholding import Withholding

TYPES = {
    "news": "article-newspaper",
    "statement": "report",
    "interview": "interview",
    "social": "post",
    "reference": "webpage",
}
"""Our kinds of report → types of CSL."""


def export(view: CaseView, options: ExportOptions) -> Exported:
    """One item a report, in the order outputs list them."""
    withholding = Withholding(view, names=options.names)
    sources = sources_of(view, options)
    items = [dict(_item(source, withholding)) for source in sources]
    text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    left_out = [one for source in sources for one in _lost(source)]
    return Exported(text=text, left_out=(*left_out, NO_CLAIMS))


def _item(source: Source, withholding: Withholding) -> Iterator[tuple[str, Any]]:
    report = source.report
    yield "id", source.key
    yield "type", TYPES.get(report.kind, "document")
    if report.title:
        yield "title", one_line(withholding.text(report.title))
    if report.author:
        yield "author", [{"literal": one_line(withholding.text(report.author))}]
    if report.outlet:
        field = "publisher" if report.kind == "statement" else "container-title"
        yield field, one_line(withholding.text(report.outlet))
    if issued := date_of(report.published):
        yield "issued", issued
    if accessed := date_of((report.retrieved or "")[:10]):
        yield "accessed", accessed
    if safe_url(report.url):
        yield "URL", report.url
    if safe_url(report.archive_url):
        yield "archive_location", report.archive_url
    if report.language:
        yield "language", one_line(report.language)
    if source.events:
        yield "keyword", ", ".join(source.events)
    yield "note", f"in the case as {one_line(report.source_ref)}"


def date_of(partial: str | None) -> dict[str, Any] | None:
    """A partial date in CSL: as far as it is known; a date without its year as it is written.

    >>> date_of("2018-04"), date_of("--04-01"), date_of(None)
    ({'date-parts': [[2018, 4]]}, {'literal': '--04-01'}, None)
    """
    if not partial or not is_partial(partial):
        return None
    parts = parse_partial(partial)
    if parts.year is None:
        return {"literal": partial}
    return {"date-parts": [[part for part in (parts.year, parts.month, parts.day) if part is not None]]}


def _lost(source: Source) -> Iterator[LeftOut]:
    report = source.report
    if report.published is None:
        yield LeftOut(what="fact", item=source.key, reason="no date of publication is known: left out")
    if report.url and not safe_url(report.url):
        yield LeftOut(what="fact", item=source.key, reason="its address is no plain web address")
    if report.copied_from:
        yield LeftOut(what="fact", item=source.key, reason="it prints the text of another source of the case")
