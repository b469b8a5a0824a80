"""Purging a report: its bytes, text, index, readings, whatever was derived, and its words in judgements.

What stays is a tombstone that names the bytes by their digest, so that they never come in again, and the
judgements themselves without a word of the report.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from rashomon.store.migrations import JUDGEMENT_GUARDS
from rashomon.store.protocol import Tombstone

_OF_THE_REPORT = ("words", "transcription", "outlet", "speaker", "about", "by")
"""Details of a judgement that may hold the report's own words."""

_PURGED = "purged with its report"


def purge_report(connection: sqlite3.Connection, tombstone: Tombstone) -> None:
    """Remove a report and leave its tombstone; to be called inside a transaction."""
    report_id = tombstone.report_id
    connection.execute("PRAGMA secure_delete = ON")
    for column in ("version_of", "copied_from"):
        connection.execute(f"UPDATE report SET {column} = NULL WHERE {column} = ?", (report_id,))  # noqa: S608
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT id FROM indexed WHERE report_id = ?)", (report_id,)
    )
    for table, column in (("indexed", "report_id"), ("reading", "report_id"), ("raw", "report_id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (report_id,))  # noqa: S608
    connection.execute("DELETE FROM report WHERE id = ?", (report_id,))
    connection.execute("DELETE FROM derived")
    _blank_judgements(connection, report_id)
    connection.execute(
        "INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)", (tombstone.sha256, report_id, tombstone.why)
    )


def _blank_judgements(connection: sqlite3.Connection, report_id: str) -> None:
    """Take the report's words out of what was decided about it: the one change a judgement ever suffers."""
    for name, _ in JUDGEMENT_GUARDS:
        connection.execute(f"DROP TRIGGER {name}")
    for seq, data in connection.execute("SELECT seq, data FROM judgement").fetchall():
        fields = json.loads(data)
        details = json.loads(fields["details"])
        if details.get("report") == report_id or report_id in _anchored(fields):
            fields["details"] = json.dumps(_blank(details), ensure_ascii=False, sort_keys=True)
            if fields["kind"] == "code":
                # A coder's reason is his note on the words.
                fields["why"] = _PURGED
            blank = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
            connection.execute("UPDATE judgement SET data = ? WHERE seq = ?", (blank, seq))
    for _, statement in JUDGEMENT_GUARDS:
        connection.execute(statement)


def _anchored(fields: dict[str, Any]) -> set[str]:
    return {anchor["report_id"] for anchor in fields.get("anchors") or ()}


def _blank(details: Any) -> Any:
    """The same details without words of a report, however deep they stand."""
    if not isinstance(details, dict):
        return details
    return {
        name: _emptied(said) if name in _OF_THE_REPORT else _blank(said) for name, said in details.items()
    }


def _emptied(said: Any) -> Any:
    return [] if isinstance(said, list) else ""


def scrub(connection: sqlite3.Connection) -> None:
    """Write the file anew, so that no deleted page is left in it or in its log."""
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
