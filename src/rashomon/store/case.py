"""A case as one SQLite file."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from rashomon.errors import CaseError, OvertakenError
from rashomon.model.codec import from_data, from_json, to_data, to_json
from rashomon.model.judgements import WITHOUT_EFFECT, Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded, Report, Skipped
from rashomon.store.database import CASE_FILE, connect, place_case, transaction
from rashomon.store.digest import digest_of_claims, digest_of_report, digest_of_whole
from rashomon.store.memory import Memory
from rashomon.store.metadata import is_other_source, merge_metadata
from rashomon.store.protocol import HIT_KINDS, HitKind, SearchHit, Stored, Tombstone
from rashomon.store.purging import purge_report, scrub
from rashomon.store.search import (
    Window,
    count_hits,
    drop_read_entries,
    entries_of_claims,
    entries_of_report,
    index_added,
    index_entries,
    search_words,
)

__all__ = ["CASE_FILE", "Case", "SearchHit", "Stored", "open_case"]


def open_case(path: Path | str, *, create: bool = False, remembers: bool = False) -> Case:
    """The case at a folder or at its case.db; made there first if ``create`` is true.

    One that ``remembers`` gives reports and readings that did not change as the same objects, and sooner.
    Raises CaseError where there is none, or where the file is no case of this program's.
    """
    place = place_case(Path(path), create=create)
    return Case(place, connect(place, create=create), remembers=remembers)


class Case:
    """Reports, readings, judgements, skipped inputs and settings of one case."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, remembers: bool = False) -> None:
        """Work on an open, checked connection; use `open_case`."""
        self.path = path
        self._connection = connection
        self._memory = Memory() if remembers else None

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder that holds the case and what is written from it."""
        return self.path.parent

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextlib.contextmanager
    def _changing(self, *, derived: bool = False) -> Iterator[sqlite3.Connection]:
        try:
            with transaction(self._connection):
                before = self._connection.total_changes
                yield self._connection
                if self._connection.total_changes > before and not derived:
                    self._connection.execute(_COUNT_CHANGE)
        except sqlite3.OperationalError as error:
            raise CaseError(
                f"{self.path}: cannot be written now ({error}). Nothing was changed; try again once no other "
                "rashomon is at work on this case."
            ) from error

    def _rows(self, query: str, parameters: tuple[object, ...] = ()) -> list[Any]:
        try:
            return self._connection.execute(query, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            raise CaseError(f"{self.path}: cannot be read ({error}).") from error

    def add(self, loaded: Loaded) -> Stored:
        """The report as kept: added whole or not at all; not at all where its bytes were purged."""
        with self._changing() as connection:
            if self._is_purged(loaded.report):
                return Stored(report=loaded.report, outcome="redacted")
            kept = self._report(loaded.report.id)
            if kept is not None:
                return self._add_again(kept, loaded.report)
            report = replace(loaded.report, version_of=self._earlier_version(loaded.report), copied_from=None)
            connection.execute(
                "INSERT INTO report (id, source_ref, locator, sha256, version_of, text, data) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    *(report.id, report.source_ref, report.locator, report.sha256),
                    *(report.version_of, report.text, _write_report(report)),
                ),
            )
            connection.execute("INSERT INTO raw VALUES (?, ?)", (report.id, zlib.compress(loaded.raw, 6)))
            index_entries(connection, report.id, entries_of_report(report))
        return Stored(report=report, outcome="version" if report.version_of else "added")

    def _add_again(self, kept: Report, again: Report) -> Stored:
        better = merge_metadata(kept, again)
        if better == kept:
            return Stored(report=kept, outcome="unchanged")
        self._connection.execute(
            "UPDATE report SET data = ? WHERE id = ?", (_write_report(better), better.id)
        )
        return Stored(report=better, outcome="updated")

    def _earlier_version(self, report: Report) -> str | None:
        rows = self._rows(
            "SELECT id FROM report WHERE locator = ? AND sha256 <> ? ORDER BY seq DESC",
            (report.locator, report.sha256),
        )
        for (earlier_id,) in rows:
            earlier = self._report(earlier_id)
            if earlier is not None and not is_other_source(earlier, report):
                return earlier.id
        return None

    def _report(self, report_id: str) -> Report | None:
        for row in self._rows(f"{_REPORTS} WHERE id = ?", (report_id,)):
            return _read_report(*row)
        return None

    def reports(self) -> tuple[Report, ...]:
        """All reports, by the name outputs call them, then by id."""
        rows = self._rows(f"{_REPORTS} ORDER BY source_ref, id")
        if self._memory is not None:
            return self._memory.take_all("report", rows, lambda row: _read_report(*row))
        return tuple(_read_report(*row) for row in rows)

    def raw(self, report_id: str) -> bytes:
        """The bytes a report came in as."""
        for (data,) in self._rows("SELECT bytes FROM raw WHERE report_id = ?", (report_id,)):
            return zlib.decompress(data)
        raise CaseError(f"{self.path}: there is no report {report_id!r} in this case.")

    def mark_copies(self, originals: Mapping[str, str | None]) -> int:
        """How many reports changed in what they are a copy of (report id → id of the original)."""
        known = dict(self._rows("SELECT id, copied_from FROM report"))
        changed = [
            (original, report_id)
            for report_id, original in sorted(originals.items())
            if report_id in known and known[report_id] != original
        ]
        if changed:
            with self._changing() as connection:
                connection.executemany("UPDATE report SET copied_from = ? WHERE id = ?", changed)
        return len(changed)

    def keep_reading(self, reading: Reading, key: str) -> None:
        """Keep what a reader found; ``key`` names the reader's version and what it knew of the report."""
        with self._changing() as connection:
            # Before the reading whose claims they are is gone.
            drop_read_entries(connection, reading.report_id)
            connection.execute(
                "INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", (reading.report_id, key, to_json(reading))
            )
            index_entries(connection, reading.report_id, entries_of_claims(reading.claims))

    def reading_keys(self) -> dict[str, str]:
        """The key under which each report was last read."""
        return dict(self._rows("SELECT report_id, key FROM reading ORDER BY report_id"))

    def readings(self) -> tuple[Reading, ...]:
        """The last reading of each report, in the order of the reports."""
        rows = self._rows(
            "SELECT reading.data FROM reading JOIN report ON report.id = reading.report_id "
            "ORDER BY report.source_ref, report.id"
        )
        return tuple(from_json(Reading, data) for (data,) in rows)

    def readings_of(self, report_ids: Sequence[str]) -> tuple[Reading, ...]:
        """The last readings of these reports, in the order given; none for a report that was not read."""
        found = (
            self._rows("SELECT data FROM reading WHERE report_id = ?", (report_id,))
            for report_id in report_ids
        )
        return tuple(from_json(Reading, data) for rows in found for (data,) in rows)

    def note_skipped(self, given: str, skipped: Iterable[Skipped]) -> None:
        """Replace what was skipped among the inputs that were given under this name."""
        wanted = sorted({(given, one.locator, one.reason, int(one.unread)) for one in skipped})
        query = "SELECT given, locator, reason, unread FROM skipped WHERE given = ? ORDER BY 1, 2, 3, 4"
        if wanted == [tuple(row) for row in self._rows(query, (given,))]:
            return
        with self._changing() as connection:
            connection.execute("DELETE FROM skipped WHERE given = ?", (given,))
            connection.executemany("INSERT OR REPLACE INTO skipped VALUES (?, ?, ?, ?)", wanted)

    def skipped(self) -> tuple[Skipped, ...]:
        """All inputs that did not become reports, and why."""
        rows = self._rows("SELECT DISTINCT locator, reason, unread FROM skipped ORDER BY 1, 2")
        return tuple(
            Skipped(locator=locator, reason=reason, unread=bool(unread)) for locator, reason, unread in rows
        )

    def _is_purged(self, report: Report) -> bool:
        query = "SELECT 1 FROM tombstone WHERE sha256 = ? OR report_id = ?"
        return bool(self._rows(query, (report.sha256, report.id)))

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was purged, by the bytes' digest."""
        rows = self._rows("SELECT sha256, report_id, why FROM tombstone ORDER BY sha256")
        return tuple(
            Tombstone(sha256=sha256, report_id=report_id, why=why) for sha256, report_id, why in rows
        )

    def redact(self, report_id: str, why: str) -> None:
        """Purge a report, all that was made of it and its words in judgements; a tombstone stays.

        The file is written anew afterwards, so that nothing of the report is left in its free pages.
        """
        report = self._report(report_id)
        if report is None:
            raise CaseError(f"{self.path}: there is no report {report_id!r} in this case.")
        with self._changing() as connection:
            purge_report(connection, Tombstone(sha256=report.sha256, report_id=report.id, why=why))
        scrub(self._connection)

    def judge(self, judgement: Judgement) -> int:
        """The number of a person's decision, which is kept for good; see `judge_after`."""
        return self.judge_after(judgement, self.last_judgement(), lambda _: ())

    def judge_after(
        self, judgement: Judgement, seen: int, against: Callable[[tuple[Judgement, ...]], Sequence[object]]
    ) -> int:
        """The number of a decision, kept for good unless one that its author did not know goes against it.

        ``seen`` is the number of the last judgement its author knew (see `last_judgement`). ``against`` is
        given those taken since and says which of them count; it is asked while nobody else can write, so that
        of two who decide at the same moment the second is told of the first. Raises OvertakenError with what
        ``against`` said, CaseError where the decision is about a purged report or is kept already.
        """
        try:
            with self._changing() as connection:
                self._check_purged(judgement)
                met = tuple(against(self.judgements(after=seen)))
                if met:
                    raise OvertakenError(
                        f"{self.path}: the same thing was decided in between, so {judgement.kind} was not kept. "
                        "Look at what was decided, then decide again.",
                        met,
                    )
                connection.execute(
                    "INSERT INTO judgement (id, closes, data) VALUES (?, ?, ?)",
                    (judgement.id, judgement.closes, to_json(judgement)),
                )
                index_added(connection, judgement)
                return self.last_judgement()
        except sqlite3.IntegrityError as error:
            known = self._rows("SELECT 1 FROM judgement WHERE id = ?", (judgement.id,))
            what = "is kept already" if known else f"closes {judgement.closes!r}, which is no judgement here"
            raise CaseError(
                f"{self.path}: judgement {judgement.id!r} {what}. Nothing was changed."
            ) from error

    def _check_purged(self, judgement: Judgement) -> None:
        purged = {tombstone.report_id for tombstone in self.tombstones()}
        if purged & {*judgement.targets, *(anchor.report_id for anchor in judgement.anchors)}:
            raise CaseError(f"{self.path}: judgement {judgement.id!r} is about a report that was purged.")

    def last_judgement(self) -> int:
        """The number of the last decision, 0 where there is none: they count from 1, without a gap."""
        ((number,),) = self._rows("SELECT coalesce(max(seq), 0) FROM judgement")
        return int(number)

    def changes(self) -> int:
        """How often the case was changed, by whatever process: equal numbers, equal case; found at once.

        Reports, readings, decisions, purges, skipped inputs and settings count; what is derived does not.
        """
        return int(self.setting(_CHANGES) or 0)

    def judgements(self, *, after: int = 0) -> tuple[Judgement, ...]:
        """All decisions in the order they were taken, closed ones included; those after a number only."""
        rows = self._rows("SELECT data FROM judgement WHERE seq > ? ORDER BY seq", (after,))
        return tuple(from_json(Judgement, data) for (data,) in rows)

    def setting(self, name: str) -> str | None:
        """A setting of the case; None where it was never set."""
        rows = self._rows("SELECT value FROM setting WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    @contextlib.contextmanager
    def one_moment(self) -> Iterator[None]:
        """What is read in this block is what the case held at one moment, whatever others write meanwhile."""
        self._rows("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def set_setting(self, name: str, text: str) -> None:
        """Set a setting of the case."""
        if self.setting(name) != text:
            with self._changing() as connection:
                connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, text))

    def kept(self, name: str, key: str) -> str | None:
        """A derived text kept under this name, if it was made from the state that ``key`` names."""
        rows = self._rows("SELECT data FROM derived WHERE name = ? AND key = ?", (name, key))
        return str(rows[0][0]) if rows else None

    def keep(self, name: str, key: str, text: str) -> None:
        """Keep a derived text, which can be made again at any time."""
        if self.kept(name, key) != text:
            with self._changing(derived=True) as connection:
                connection.execute("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", (name, key, text))

    def state(self) -> str:
        """A name of everything that linking depends on: reports, readings and judgements as stored.

        Judgements without effect (codings of samples), and those that undo one, leave it as it is.
        """
        total = hashlib.sha256()
        for query in (
            "SELECT id, version_of, copied_from, data FROM report ORDER BY id",
            "SELECT report_id, key, data FROM reading ORDER BY report_id",
        ):
            for row in self._rows(query):
                total.update(json.dumps(row, ensure_ascii=False).encode("utf-8"))
        silent: set[str] = set()
        for judgement_id, closes, data in self._rows("SELECT id, closes, data FROM judgement ORDER BY seq"):
            if closes in silent or json.loads(data)["kind"] in WITHOUT_EFFECT:
                silent.add(judgement_id)
            else:
                total.update(json.dumps((judgement_id, data), ensure_ascii=False).encode("utf-8"))
        return total.hexdigest()

    def search(
        self, words: str, *, limit: int = 20, skip: int = 0, kinds: Collection[HitKind] = HIT_KINDS
    ) -> tuple[SearchHit, ...]:
        """Where the words stand, best first; raises InputError where there is no word to look for."""
        with self._searching():
            return search_words(self._connection, words, kinds, Window(limit=limit, skip=skip))

    def count_hits(self, words: str) -> dict[HitKind, int]:
        """How often the words stand in reports, claims and what was set aside; InputError as above."""
        with self._searching():
            return count_hits(self._connection, words)

    @contextlib.contextmanager
    def _searching(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise CaseError(f"{self.path}: cannot be searched ({error}).") from error

    def digest(self) -> str:
        """A name of the state of reports and claims, whatever the order they came in."""
        parts = [digest_of_report(report) for report in self.reports()]
        return digest_of_whole([*parts, *(digest_of_claims(reading.claims) for reading in self.readings())])


_CHANGES = "changes"
"""The setting that counts changes: kept in the same transaction as what it counts."""

_COUNT_CHANGE = (
    f"INSERT INTO setting VALUES ('{_CHANGES}', '1') "  # noqa: S608
    "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
)

_REPORTS = "SELECT version_of, copied_from, text, data FROM report"


def _write_report(report: Report) -> str:
    data = to_data(replace(report, text="", version_of=None, copied_from=None))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _read_report(version_of: str | None, copied_from: str | None, text: str, data: str) -> Report:
    fields = json.loads(data)
    fields |= {"text": text, "version_of": version_of, "copied_from": copied_from}
    return from_data(Report, fields)
