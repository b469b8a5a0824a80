"""Opening a case file: found, recognised, brought up to date, or refused with what to do about it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from rashomon.errors import CaseError, InputError
from rashomon.store.files import check_writable
from rashomon.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION

CASE_FILE = "case.db"

BUSY_SECONDS = 30.0
"""How long a second process waits for the first to finish a report; storing one takes milliseconds."""

_HEADER = 100
"""Bytes of the header that every database begins with."""


def place_case(path: Path, *, create: bool) -> Path:
    """The case file that a person means who names a folder or a file.

    What another process makes while this looks changes nothing: a name that is no file is a folder's.
    """
    if path.is_dir() or (create and path.suffix != ".db" and not path.is_file()):
        return path / CASE_FILE
    return path


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to a case of this program's layout.

    Raises CaseError where the file is missing, no database, no case, or newer than this program.
    """
    if not create:
        _check_exists(path)
    elif not path.exists():
        _make_folder(path.parent)
    _check_size(path)
    try:
        connection = _open(path)
    except sqlite3.Error as error:
        raise CaseError(f"{path}: cannot be opened ({error}).") from error
    try:
        _bring_up_to_date(connection, path, create=create)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_exists(path: Path) -> None:
    if path.is_file():
        return
    if path.name == CASE_FILE and path.parent.is_dir():
        found = f"the folder {path.parent} holds no {CASE_FILE}"
    else:
        found = "there is no such case"
    folder = path.parent if path.suffix == ".db" else path
    raise CaseError(
        f"{path}: {found}. To make a case from a folder of reports: rashomon run REPORTS --out {folder}"
    )


def _make_folder(folder: Path) -> None:
    check_writable(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror}). Name another folder.") from error


def _check_size(path: Path) -> None:
    """Refuse a file too short for a database, which SQLite would take for an empty one and write over.

    The file is not opened for that: whoever closes a file loses all locks that this process has on it, those
    of its other connections too, and another process would then clear their log away (SQLite, "How To Corrupt
    An SQLite Database File", 2.2).
    """
    if path.is_file() and 0 < path.stat().st_size < _HEADER:
        raise _no_database(path)


def _no_database(path: Path) -> CaseError:
    return CaseError(
        f"{path}: is not a case, nor any database. A case is the {CASE_FILE} that rashomon run "
        "writes; to add a report to one: rashomon add CASE FILE"
    )


def _open(path: Path) -> sqlite3.Connection:
    name = path.resolve().as_uri()
    if not os.access(path.parent, os.W_OK):
        # Without a place for its log, a WAL file can only be read as one that nobody else is writing.
        name += "?immutable=1"
    connection = sqlite3.connect(name, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    try:
        version = _check_layout(connection, path, create=create)
        if version < SCHEMA_VERSION:
            _use_log(connection)
            _migrate(connection)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise _no_database(path) from error
        raise CaseError(
            f"{path}: cannot be used ({error}). If it is damaged, make it again from its reports."
        ) from error


def _check_layout(connection: sqlite3.Connection, path: Path, *, create: bool) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or not create):
        raise CaseError(f"{path}: is a database, but no case of Rashomon's. Nothing in it was changed.")
    if version > SCHEMA_VERSION:
        raise CaseError(
            f"{path}: was written by a newer Rashomon (layout {version}; this one knows {SCHEMA_VERSION}). "
            "Update with: pip install --upgrade rashomon-record"
        )
    return int(version)


def _use_log(connection: sqlite3.Connection) -> None:
    # SQLite does not wait on its own when two processes make the same file at the same moment.
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        # Asked again inside the transaction: another process may have been first.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for number in range(version, SCHEMA_VERSION):
            for statement in _split_statements(MIGRATIONS[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _split_statements(script: str) -> Iterator[str]:
    # `executescript` would commit the transaction that makes a step all or nothing.
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block's changes or none; waits for another process that is writing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
