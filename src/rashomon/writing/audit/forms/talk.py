"""The audit as a note for an article's talk page: wikitext in which no template runs and nothing is signed."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.audit import Judged, Pair
from rashomon.model.report import Report
from rashomon.writing.article.wikitext import escape
from rashomon.writing.audit.forms.rows import (
    PAIR_KINDS,
    VERDICTS,
    Found,
    against_words,
    needs_words,
    tally,
)
from rashomon.writing.cite import safe_url
from rashomon.writing.view import outlet_name


def render_talk(found: Found) -> str:
    """The note: what is at odds with the reports, what inside the article, what is left out, and the reports."""
    audit = found.audit
    counts = ", ".join(f"{count} {VERDICTS[verdict][1]}" for verdict, count in tally(audit))
    lines = [
        "== Check against reports ==",
        f"{escape(against_words(found))} {len(audit.judged)} statements: {counts}.",
        "",
    ]
    if audit.event_id is not None:
        wanting = [one for one in audit.judged if one.verdict not in ("supported", "not_mentioned")]
        missing = [one for one in audit.judged if one.verdict == "not_mentioned"]
        lines += _section("What the reports tell otherwise", (_judged(one, found) for one in wanting))
        lines += _section("What no report of the case carries", (_judged(one, found) for one in missing))
    lines += _section("What is at odds inside the article", (_pair(one, found) for one in audit.conflicts))
    lines += _section("Odd, but no conflict", (_pair(one, found) for one in audit.notes))
    lines += _section(
        "What the reports say and the article does not", (_omitted(o.note) for o in audit.omissions)
    )
    reports = found.grounds.reports
    lines += _section("Reports", (_report(report, found) for report in reports))
    return "\n".join(lines).rstrip() + "\n"


def _section(heading: str, entries: Iterable[str]) -> list[str]:
    found = list(entries)
    return [f"=== {heading} ===", *found, ""] if found else []


def _judged(judged: Judged, found: Found) -> str:
    statement = judged.statement
    where = escape(statement.where)
    line = f"* {where}: “{escape(found.words(statement))}” – '''{VERDICTS[judged.verdict][1]}'''. {escape(judged.note)}"
    needed = needs_words(judged.needs)
    return f"{line} ''Could be settled by: {escape(needed)}.''" if needed else line


def _pair(pair: Pair, found: Found) -> str:
    left, right = found.statement(pair.left), found.statement(pair.right)
    places = escape(left.where)
    if right.id != left.id:
        places += f" “{escape(found.words(left))}” ↔ {escape(right.where)} “{escape(found.words(right))}”"
    return f"* '''{escape(PAIR_KINDS.get(pair.kind, pair.kind))}''', {places}: {escape(pair.note)}"


def _omitted(note: str) -> str:
    return f"* {escape(note.removeprefix('Left out: '))}"


def _report(report: Report, found: Found) -> str:
    name = ", ".join(part for part in (outlet_name(report), report.published) if part)
    title = f", “{escape(found.text(report.title))}”" if report.title else ""
    url = safe_url(report.url)
    link = f" [{url}]" if url else ""
    return f"* {escape(found.text(name))}{title}{link}"
