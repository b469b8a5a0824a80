"""BibTeX: the reports of a case as entries to cite.

Escaped so that classic BibTeX and biblatex both read it. Nothing that is not known stands in an entry: no year
where none was given, no author where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.dates import DateParts, is_partial, parse_partial
from rashomon.writing.cite import safe_url
from rashomon.writing.data.cells import one_line
from rashomon.writing.exports.exported import Exported, ExportOptions, LeftOut
from rashomon.writing.exports.sources import NO_CLAIMS, Source, sources_of
from rashomon.writing.view import CaseView
from rashomon.writing.withholding import Withholding

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%#$&_"},
}
"""Backslashes do not shield a brace from BibTeX, which counts them: so no brace is written by itself."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def export(view: CaseView, options: ExportOptions) -> Exported:
    """One entry a report, in the order outputs list them."""
    withholding = Withholding(view, names=options.names)
    sources = sources_of(view, options)
    as_of = f", as of {view.record.as_of}" if view.record.as_of else ""
    head = f"% Sources of case {view.record.made_by.case_digest[:16]}, read under policy {view.record.policy}{as_of}"
    entries = [_entry(source, withholding) for source in sources]
    left_out = [one for source in sources for one in _lost(source)]
    return Exported(text="\n\n".join([head, *entries]) + "\n", left_out=(*left_out, NO_CLAIMS))


def _entry(source: Source, withholding: Withholding) -> str:
    report = source.report
    fields = dict(_fields(source, withholding))
    article = report.kind == "news" and {"title", "journal", "year"} <= fields.keys()
    if not article and "journal" in fields:
        fields = {("howpublished" if name == "journal" else name): text for name, text in fields.items()}
    lines = [f"  {name} = {text}" for name, text in fields.items()]
    return "\n".join([f"@{'article' if article else 'misc'}{{{source.key},", ",\n".join(lines), "}"])


def _fields(source: Source, withholding: Withholding) -> Iterator[tuple[str, str]]:
    report = source.report
    if report.author:
        yield "author", f"{{{{{escape(withholding.text(report.author))}}}}}"
    if report.title:
        yield "title", f"{{{{{escape(withholding.text(report.title))}}}}}"
    if report.outlet:
        yield "journal", f"{{{escape(withholding.text(report.outlet))}}}"
    yield from _date_fields(report.published)
    if safe_url(report.url):
        yield "url", f"{{{safe_url(report.url)}}}"
    if report.retrieved and is_partial(report.retrieved[:10]):
        yield "urldate", f"{{{report.retrieved[:10]}}}"
    if report.language:
        yield "language", f"{{{escape(report.language)}}}"
    if source.events:
        yield "keywords", f"{{{', '.join(source.events)}}}"
    yield "note", f"{{{escape(_note(source))}}}"


def _date_fields(published: str | None) -> Iterator[tuple[str, str]]:
    parts = _date_parts(published)
    if parts is None or parts.year is None:
        return
    yield "year", f"{{{parts.year}}}"
    if parts.month is not None:
        yield "month", _MONTHS[parts.month - 1]
    yield "date", f"{{{published}}}"


def _date_parts(published: str | None) -> DateParts | None:
    return parse_partial(published) if published and is_partial(published) else None


def _note(source: Source) -> str:
    """The input's own name, and what the date leaves open."""
    report = source.report
    parts = _date_parts(report.published)
    notes = [f"in the case as {one_line(report.source_ref)}"]
    if report.kind != "news":
        notes.append(report.kind)
    if parts is None:
        notes.append("date not known")
    elif parts.year is None:
        notes.append(f"year not known: {report.published}")
    if safe_url(report.archive_url):
        notes.append(f"archived at {report.archive_url}")
    return "; ".join(notes)


def escape(text: str) -> str:
    r"""Text on one line, with TeX's special signs written out.

    >>> escape("50% of {A}_b")
    '50\\% of \\textbraceleft{}A\\textbraceright{}\\_b'
    """
    return "".join(_SPECIAL.get(sign, sign) for sign in one_line(text))


def _lost(source: Source) -> Iterator[LeftOut]:
    report = source.report
    if report.url and not safe_url(report.url):
        yield LeftOut(what="fact", item=source.key, reason="its address is no plain web address")
    if report.copied_from:
        yield LeftOut(what="fact", item=source.key, reason="it prints the text of another source of the case")
