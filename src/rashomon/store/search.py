"""What is indexed of a report and its claims, and how a person's words become a query."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from rashomon.errors import InputError
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.report import Report
from rashomon.store.protocol import HIT_KINDS, HitKind, SearchHit

_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w")

Entry = tuple[str, str | None, str]
"""Kind, claim id, words."""


def entries_of_report(report: Report) -> Iterator[Entry]:
    """What a report puts into the index: its own text, and apart from it what was set aside."""
    inside = sorted((part.start, part.end) for part in report.set_aside if part.inside)
    yield "report", None, _leave_out(report.text, inside)
    for part in report.set_aside:
        yield "set_aside", None, part.words


def _leave_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, last = [], 0
    for start, end in spans:
        parts.append(text[last : max(last, start)])
        last = max(last, end)
    return "\n".join([*parts, text[last:]]).strip()


def entries_of_claims(claims: Iterable[Claim]) -> Iterator[Entry]:
    """What claims put into the index: the words they stand on, and their facet."""
    for claim in claims:
        words = " … ".join(passage.words for passage in claim.passages)
        yield "claim", claim.id, f"{claim.facet}: {words}"


def index_entries(connection: sqlite3.Connection, report_id: str, entries: Iterable[Entry]) -> None:
    """Put entries of a report into the index."""
    for kind, claim_id, words in entries:
        if not words.strip():
            continue
        row = connection.execute(
            "INSERT INTO indexed (report_id, kind, claim_id) VALUES (?, ?, ?)", (report_id, kind, claim_id)
        )
        connection.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (row.lastrowid, words))


def drop_claim_entries(connection: sqlite3.Connection, report_id: str) -> None:
    """Take the claims of a report out of the index."""
    which = "SELECT id FROM indexed WHERE report_id = ? AND kind = 'claim'"
    connection.execute(f"DELETE FROM words WHERE rowid IN ({which})", (report_id,))  # noqa: S608
    connection.execute("DELETE FROM indexed WHERE report_id = ? AND kind = 'claim'", (report_id,))


def write_query(words: str) -> str:
    """A person's words as an FTS5 query: all of them, in any order; "…" a phrase; a* a beginning.

    >>> write_query('near "two clashes" jihad*')
    '"near" "two clashes" "jihad" *'
    """
    parts = []
    for phrase, word in _PART.findall(words):
        text, star = phrase or word, ""
        if word.endswith("*"):
            text, star = word.rstrip("*"), " *"
        text = text.replace('"', " ").strip()
        if _WORD.search(text):
            parts.append(f'"{text}"{star}')
    if not parts:
        raise InputError(f'{words!r} holds no word to look for. Try: rashomon search CASE "clashes near"')
    return " ".join(parts)


_FROM, _TO = "\x01", "\x02"
"""Around what was found: no character of a text that people read, and taken for nothing but a mark."""

_PLACES = """
SELECT words.rowid
FROM words JOIN indexed i ON i.id = words.rowid JOIN report r ON r.id = i.report_id
WHERE words MATCH ? AND i.kind IN (SELECT value FROM json_each(?))
ORDER BY i.kind = 'set_aside', bm25(words), r.source_ref, r.id, i.kind, i.claim_id
LIMIT ? OFFSET ?
"""
# Snippets are made of the rows that are shown alone: of all that hold a common word they would take seconds.
_HITS = f"""
SELECT words.rowid, r.id, r.source_ref, i.kind, i.claim_id, snippet(words, 0, '{_FROM}', '{_TO}', '…', 24)
FROM words JOIN indexed i ON i.id = words.rowid JOIN report r ON r.id = i.report_id
WHERE words MATCH ? AND words.rowid IN (SELECT value FROM json_each(?))
"""  # noqa: S608  constants
_COUNTS = """
SELECT i.kind, count(*) FROM words JOIN indexed i ON i.id = words.rowid WHERE words MATCH ? GROUP BY i.kind
"""


@value
class Window:
    """Which of the hits: how many, and how many before them are left out."""

    limit: int
    skip: int = 0


def search_words(
    connection: sqlite3.Connection, words: str, kinds: Collection[HitKind], window: Window
) -> tuple[SearchHit, ...]:
    """Where the words stand, best first, what was set aside after all else."""
    query = write_query(words)
    asked = (query, json.dumps(list(kinds)), window.limit, window.skip)
    places = [row for (row,) in connection.execute(_PLACES, asked)]
    found = {row[0]: row[1:] for row in connection.execute(_HITS, (query, json.dumps(places)))}
    return tuple(
        SearchHit(
            report_id=report_id, source_ref=source_ref, kind=kind, claim_id=claim_id, pieces=_pieces(snippet)
        )
        for report_id, source_ref, kind, claim_id, snippet in (found[place] for place in places)
    )


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """A snippet cut at its marks. A mark that stood in the text itself cuts it too, and shows as nothing."""
    pieces: list[tuple[str, bool]] = []
    is_found = False
    for part in re.split(f"([{_FROM}{_TO}])", snippet):
        if part in (_FROM, _TO):
            is_found = part == _FROM
        elif part:
            pieces.append((part, is_found))
    return tuple(pieces)


def count_hits(connection: sqlite3.Connection, words: str) -> dict[HitKind, int]:
    """How often the words stand in each kind of place."""
    found = dict(connection.execute(_COUNTS, (write_query(words),)))
    return {kind: found.get(kind, 0) for kind in HIT_KINDS}
