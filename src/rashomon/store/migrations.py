"""The layout of a case file, as numbered steps: step N brings ``user_version`` from N-1 to N.

A step that has been released is never edited; a change of layout is a new step.
"""

from __future__ import annotations

APPLICATION_ID = 0x5261736D
"""Stands in bytes 68–71 of the file ("Rasm"), so that a case can be told from other databases."""

_FIRST = """
CREATE TABLE report (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source_ref TEXT NOT NULL,
    locator TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    version_of TEXT REFERENCES report (id),
    copied_from TEXT REFERENCES report (id),
    text TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX report_locator ON report (locator);

CREATE TABLE raw (
    report_id TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
    report_id TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE skipped (
    given TEXT NOT NULL,
    locator TEXT NOT NULL,
    reason TEXT NOT NULL,
    unread INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (given, locator, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    closes TEXT REFERENCES judgement (id),
    data TEXT NOT NULL
) STRICT;
CREATE TRIGGER judgement_stands BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is closed by a later one, never changed'); END;
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is closed by a later one, never removed'); END;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE derived (name TEXT PRIMARY KEY, key TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
    sha256 TEXT PRIMARY KEY,
    report_id TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indexed (
    id INTEGER PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('report', 'claim', 'set_aside')),
    claim_id TEXT
) STRICT;
CREATE INDEX indexed_report ON indexed (report_id, kind);
CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
"""

JUDGEMENT_GUARDS = (
    (
        "judgement_stands",
        """CREATE TRIGGER judgement_stands BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is closed by a later one, never changed'); END""",
    ),
    (
        "judgement_stays",
        """CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is closed by a later one, never removed'); END""",
    ),
)
"""The triggers of the first step that hold judgements as they are; purging a report lifts them for a moment."""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
SCHEMA_VERSION = len(MIGRATIONS)
