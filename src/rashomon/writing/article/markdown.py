"""Markdown: the article with footnotes, every value escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.article import Article, InfoboxEntry, Sentence
from rashomon.model.report import Report
from rashomon.writing.cite import References, cite_article, safe_url
from rashomon.writing.view import Lookups, outlet_name
from rashomon.writing.wording.dates import day_phrase

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~!^$])")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029]+")
_LIST_START = re.compile(r"^(\d+)([.)])|^([-+:=])")
LABELS = {
    "partof": "Part of",
    "date": "Date",
    "place": "Place",
    "location": "Place",
    "type": "Type",
    "result": "Result",
    "fatalities": "Deaths",
    "injuries": "Injuries",
}
_NUMBERED = {"combatant": "Side", "strength": "Strength of side", "casualties": "Losses of side"}


def escape(text: str) -> str:
    r"""Text that Markdown shows as it stands.

    >>> escape("a_b [c](d) <e>")
    'a\\_b \\[c\\](d) &lt;e&gt;'
    """
    plain = _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", text).strip().replace("&", "&amp;"))
    plain = plain.replace("<", "&lt;").replace(">", "&gt;").replace("://", "&#58;//")
    return _LIST_START.sub(
        lambda m: f"{m.group(1)}\\{m.group(2)}" if m.group(1) else f"\\{m.group(3)}", plain
    )


def label_of(name: str, sides: int) -> str:
    """What a reader calls a field of the box."""
    stem = name.rstrip("0123456789")
    if stem not in _NUMBERED:
        return LABELS.get(name, name)
    if stem == "casualties" and int(name.removeprefix(stem)) > sides:
        return "Losses of no stated side"
    return f"{_NUMBERED[stem]} {name.removeprefix(stem)}"


def write_markdown(article: Article, lookups: Lookups) -> str:
    """The whole draft with its facts as a list before the text and its sources as footnotes."""
    references = cite_article(article, lookups)
    lines = [f"# {escape(article.title)}", ""]
    for section in article.sections:
        if section.heading:
            lines += [f"## {section.heading}", ""]
        for paragraph in section.paragraphs():
            lines += [" ".join(_marked(one, references) for one in paragraph), ""]
        if not section.heading:
            lines += _facts(article, lookups, references)
    lines += ["## References", ""]
    lines += [f"[^{one.number}]: {citation(one.report)}" for one in references.all()]
    return "\n".join(lines) + "\n"


def _facts(article: Article, lookups: Lookups, references: References) -> list[str]:
    sides = len(lookups.records[article.event_id].sides)
    lines: list[str] = []
    for field in article.infobox:
        label = label_of(field.name, sides)
        if len(field.entries) == 1:
            lines.append(f"- **{label}:** {_entry(field.entries[0], references)}")
            continue
        lines.append(f"- **{label}:**")
        lines += [f"    - {_entry(entry, references)}" for entry in field.entries]
    return [*lines, ""] if lines else []


def _entry(entry: InfoboxEntry, references: References) -> str:
    note = f" ({escape(entry.note)})" if entry.note else ""
    return f"{escape(entry.text)}{note}{_marks(entry, references)}"


def _marked(one: Sentence, references: References) -> str:
    return f"{escape(one.text)}{_marks(one, references)}"


def _marks(thing: Sentence | InfoboxEntry, references: References) -> str:
    return "".join(
        f"[^{reference.number}]{_times(references.times(thing, reference))}"
        for reference in references.of(thing)
    )


def _times(times: Sequence[str]) -> str:
    return f" (at {', '.join(times)})" if times else ""


def citation(report: Report) -> str:
    """Author, title, outlet, date and address of a report, as far as known."""
    parts = [report.author, f"“{report.title}”" if report.title else None, outlet_name(report)]
    if report.published:
        parts.append(day_phrase(report.published))
    text = ". ".join(escape(part) for part in parts if part) + "."
    url = safe_url(report.url)
    return f"{text} <{url}>" if url else text
