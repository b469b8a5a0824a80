"""Wikitext: the box, the article, its notes and references; every value escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.article import Article, InfoboxEntry, InfoboxField, Sentence
from rashomon.model.record import RecordPlace
from rashomon.model.report import Report
from rashomon.writing.article.infobox import CIVILIAN
from rashomon.writing.cite import Reference, References, cite_article, safe_url
from rashomon.writing.view import Lookups, outlet_name
from rashomon.writing.wording.dates import day_phrase, is_exact_day

_ENTITIES = {c: f"&#{ord(c)};" for c in "{}[]|=~"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile("[" + re.escape("".join(_ENTITIES)) + "]")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029]+")
_COORD_PREC = 3
"""Coarser places (a province, a country) have a middle point that nobody named as the place."""
_DIGITS = {1: 3, 2: 2, 3: 1}
"""Decimals of a degree by UCDP's where_prec: about 100 metres, 1 km, 10 km, no finer than the place is known."""


def escape(text: str) -> str:
    """Text that wikitext shows as it stands: no template, link, tag, list, link-to-be or magic word.

    >>> escape("a|b {{c}} [[d]] ''e''")
    'a&#124;b &#123;&#123;c&#125;&#125; &#91;&#91;d&#93;&#93; &#39;&#39;e&#39;&#39;'
    """
    plain = _BLANKS.sub(" ", text).strip()
    plain = _SPECIAL.sub(lambda match: _ENTITIES[match.group()], plain)
    plain = plain.replace("''", "&#39;&#39;").replace("__", "&#95;&#95;").replace("://", "&#58;//")
    return f"&#{ord(plain[0])};{plain[1:]}" if plain[:1] in "*#:;-!" and plain else plain


class Footnotes:
    """Writes a report's reference in full where it is first cited, by name after that."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._written: set[str] = set()

    def mark(self, thing: Sentence | InfoboxEntry) -> str:
        """The reference marks of a sentence or an entry."""
        return "".join(
            self._mark(reference) + _times(self._references.times(thing, reference))
            for reference in self._references.of(thing)
        )

    def _mark(self, reference: Reference) -> str:
        if reference.name in self._written:
            return f'<ref name="{reference.name}" />'
        self._written.add(reference.name)
        return f'<ref name="{reference.name}">{citation(reference.report)}</ref>'


def _times(times: Sequence[str]) -> str:
    """Where in a recording, in the template that stands behind a reference."""
    return f"{{{{rp|at={', '.join(times)}}}}}" if times else ""


def citation(report: Report) -> str:
    """``{{cite news}}`` for what outlets print, ``{{cite web}}`` for all else."""
    is_press = report.kind in ("news", "interview")
    fields = {
        "author": report.author,
        "date": _cite_date(report.published),
        "title": report.title or "No title given",
        "work" if is_press else "website": outlet_name(report),
        "language": report.language if report.language not in (None, "en") else None,
    }
    parts = [f"{name}={escape(text)}" for name, text in fields.items() if text]
    if url := safe_url(report.url):
        parts.append(f"url={url}")
        if archived := safe_url(report.archive_url):
            parts.append(f"archive-url={archived}")
    return f"{{{{cite {'news' if is_press else 'web'} |{' |'.join(parts)}}}}}"


def _cite_date(published: str | None) -> str | None:
    if not published or published.startswith("--"):
        return None
    return published if is_exact_day(published) else day_phrase(published)


def write_wikitext(article: Article, lookups: Lookups) -> str:
    """The whole draft: box, lead, sections, notes and references; no categories."""
    footnotes = Footnotes(cite_article(article, lookups))
    place = lookups.records[article.event_id].place
    parts = [_box(article, footnotes, place), "", *_sections(article, footnotes)]
    if any("{{efn|" in part for part in parts):
        parts += ["== Notes ==", "{{notelist}}", ""]
    return "\n".join([*parts, "== References ==", "{{reflist}}", ""])


def write_infobox(article: Article, lookups: Lookups) -> str:
    """The box alone, with its references in full."""
    place = lookups.records[article.event_id].place
    return _box(article, Footnotes(cite_article(article, lookups)), place) + "\n"


def _sections(article: Article, footnotes: Footnotes) -> list[str]:
    lines: list[str] = []
    for section in article.sections:
        if section.heading:
            lines.append(f"== {escape(section.heading)} ==")
        for paragraph in section.paragraphs():
            lines += [" ".join(f"{escape(one.text)}{footnotes.mark(one)}" for one in paragraph), ""]
    return lines


def _box(article: Article, footnotes: Footnotes, place: RecordPlace) -> str:
    title = "title" if article.template == CIVILIAN else "conflict"
    lines = [f"{{{{{article.template}", f"| {title} = {escape(article.title)}"]
    for field in article.infobox:
        lines.append(f"| {field.name} = {_field_text(field, footnotes)}")
        if field.name in ("place", "location") and (coord := _coord(place)):
            lines.append(f"| coordinates = {coord}")
    return "\n".join([*lines, "}}"])


def _coord(place: RecordPlace) -> str:
    if place.lat is None or place.lon is None or (place.where_prec or 9) > _COORD_PREC:
        return ""
    digits = _DIGITS.get(place.where_prec or 0, 1)
    return f"{{{{coord|{place.lat:.{digits}f}|{place.lon:.{digits}f}|type:event|display=inline,title}}}}"


def _field_text(field: InfoboxField, footnotes: Footnotes) -> str:
    entries = [_entry_text(entry, footnotes) for entry in field.entries]
    if len(entries) == 1:
        return entries[0]
    return "{{plainlist|\n" + "\n".join(f"* {entry}" for entry in entries) + "\n}}"


def _entry_text(entry: InfoboxEntry, footnotes: Footnotes) -> str:
    speaker, colon, rest = entry.text.partition(": ")
    text = escape(entry.text)
    if colon and speaker.startswith("Per "):
        text = f"'''{escape(speaker)}:''' {escape(rest)}"
    note = f"{{{{efn|{escape(entry.note)}}}}}" if entry.note else ""
    return f"{text}{footnotes.mark(entry)}{note}"
