"""What is indexed of a report and its claims, and how a person's words become a query."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from rashomon.errors import InputError
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.codec import from_json
from rashomon.model.judgements import Judgement, added_claim_id
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


def drop_read_entries(connection: sqlite3.Connection, report_id: str) -> None:
    """Take the claims of the report's reading out of the index; those that people added stay in it."""
    rows = connection.execute(
        "SELECT i.id FROM indexed i WHERE i.report_id = ? AND i.kind = 'claim' AND i.claim_id IN ("
        "SELECT json_extract(claim.value, '$.id') "
        "FROM reading, json_each(reading.data, '$.claims') claim WHERE reading.report_id = i.report_id)",
        (report_id,),
    )
    _drop(connection, [row for (row,) in rows])


def index_added(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Put the words of a claim that somebody adds into the index, and take them out where that is undone.

    A claim of a report that the case does not hold is left out.
    """
    added = judgement
    while added.closes is not None:
        (data,) = connection.execute("SELECT data FROM judgement WHERE id = ?", (added.closes,)).fetchone()
        added = from_json(Judgement, data)
    if added.kind != "add":
        return
    said, claim_id = json.loads(added.details), added_claim_id(added)
    rows = connection.execute(
        "SELECT id FROM indexed WHERE report_id = ? AND claim_id = ?", (said["report"], claim_id)
    )
    _drop(connection, [row for (row,) in rows])
    words = said.get("transcription") or said["words"]
    is_held = connection.execute("SELECT 1 FROM report WHERE id = ?", (said["report"],)).fetchone()
    if words and is_held and _stands(connection, added.id):
        index_entries(connection, said["report"], [("claim", claim_id, f"{said['facet']}: {words}")])


def _stands(connection: sqlite3.Connection, judgement_id: str) -> bool:
    """True where nothing that stands closes the judgement; see `rashomon.judging.standing`."""
    closed: set[str] = set()
    for later, closes in connection.execute(_LATER, (judgement_id,)):
        if later not in closed and closes is not None:
            closed.add(closes)
    return judgement_id not in closed


_LATER = """
WITH RECURSIVE later (seq, id, closes) AS (
    SELECT seq, id, NULL FROM judgement WHERE id = ?
    UNION SELECT j.seq, j.id, j.closes FROM judgement j JOIN later ON j.closes = later.id
)
SELECT id, closes FROM later ORDER BY seq DESC
"""
"""A judgement and all that closes it, or what closes that, the latest first."""


def _drop(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    listed = json.dumps(list(rows))
    connection.execute("DELETE FROM words WHERE rowid IN (SELECT value FROM json_each(?))", (listed,))
    connection.execute("DELETE FROM indexed WHERE id IN (SELECT value FROM json_each(?))", (listed,))


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
