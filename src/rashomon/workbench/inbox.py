"""What was handed in and is not read yet: on the disk before it is acknowledged, until it is in the case.

    a form sent ─▶ inbox/JOB/0, 1, … ─▶ inbox/JOB/job.json ─▶ acknowledged ─▶ the case ─▶ inbox/JOB/done.json

The bytes lie under numbers; what they are called is only data in ``job.json``, which is written last and whole. A
folder without it was never acknowledged. Once a job is done its bytes are deleted: the case holds them.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal

from rashomon.errors import CaseError
from rashomon.model.base import value
from rashomon.model.codec import from_json, to_json
from rashomon.model.report import Skipped
from rashomon.sources import Found, FoundFile, FoundUrl, GivenMetadata
from rashomon.store.database import CASE_FILE, place_case

KEPT = 100
"""Jobs done whose outcome can still be looked at."""
_UNFINISHED = 3600.0
"""Seconds after which a folder without a ``job.json`` is nobody's any more."""

_JOB = "job.json"
_DONE = "done.json"
_BEFORE = "before.json"
_ID = re.compile(r"j[0-9a-f]{24}\Z")


@value
class Handed:
    """One thing that was handed in, as it comes: its sanitised name and its bytes, or its address."""

    kind: Literal["file", "text", "url"]
    name: str
    stream: BinaryIO | None = None
    sidecar: BinaryIO | None = None


@value
class Input:
    """One thing of a job. ``bytes_in`` and ``sidecar_in`` are the numbers of the files that hold its bytes."""

    kind: Literal["file", "text", "url"]
    name: str
    bytes_in: int | None = None
    sidecar_in: int | None = None


@value
class Job:
    """What somebody handed in at once, with what he said of all of it."""

    id: str
    inputs: tuple[Input, ...]
    given: GivenMetadata = GivenMetadata()
    by: str = ""
    refused: tuple[Skipped, ...] = ()
    """What was not even kept, and why."""

    @property
    def name(self) -> str:
        """What the inputs of this job are called together."""
        return ", ".join(sorted({one.name for one in self.inputs}))[:500]


class Inbox:
    """The jobs of one case, in a folder beside it."""

    def __init__(self, case: Path) -> None:
        place = place_case(case, create=False)
        name = "inbox" if place.name == CASE_FILE else f"{place.stem}.inbox"
        self.folder = place.parent / name

    def keep(
        self, handed: Sequence[Handed], *, given: GivenMetadata, by: str, refused: Sequence[Skipped] = ()
    ) -> Job:
        """The job of what was handed in, on the disk for good. Raises CaseError where it cannot be kept."""
        job_id = f"j{time.time_ns():016x}{secrets.token_hex(4)}"
        folder = self.folder / job_id
        try:
            folder.mkdir(parents=True)
            inputs = tuple(_keep_bytes(folder, handed))
            job = Job(id=job_id, inputs=inputs, given=given, by=by, refused=tuple(refused))
            _write_last(folder / _JOB, to_json(job))
            _sync(self.folder)
            _sync(self.folder.parent)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise CaseError(
                f"{self.folder}: what was handed in cannot be kept there ({error.strerror}). Nothing was added."
            ) from error
        return job

    def job(self, job_id: str) -> Job | None:
        """The job of this id, done or not; None where there is none."""
        if not _ID.match(job_id):
            return None
        try:
            return from_json(Job, (self.folder / job_id / _JOB).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def waiting(self) -> tuple[Job, ...]:
        """The jobs that are not done, the oldest first."""
        found = (self.job(name) for name in self._names() if not (self.folder / name / _DONE).exists())
        return tuple(job for job in found if job is not None)

    def done(self) -> tuple[Job, ...]:
        """The jobs that are done, the latest first."""
        names = reversed([name for name in self._names() if (self.folder / name / _DONE).exists()])
        found = (self.job(name) for name in names)
        return tuple(job for job in found if job is not None)

    def outcome(self, job_id: str) -> dict[str, Any] | None:
        """What became of a job; None where it is not done."""
        return self._data(job_id, _DONE)

    def inputs_of(self, job: Job) -> tuple[Found, ...]:
        """The inputs of a job as `rashomon.sources` takes them."""
        return tuple(self._found(job, one) for one in job.inputs)

    def _found(self, job: Job, one: Input) -> Found:
        if one.bytes_in is None:
            return FoundUrl(url=one.name)
        folder = self.folder / job.id
        return FoundFile(
            path=folder / str(one.bytes_in),
            locator=one.name,
            source_ref=one.name,
            sidecar=None if one.sidecar_in is None else folder / str(one.sidecar_in),
            sidecar_name=f"{one.name}.meta.json",
        )

    def known_before(self, job: Job, report_ids: Iterable[str]) -> frozenset[str]:
        """The reports that the case held when this job was begun for the first time.

        A job that was broken off finds its own reports in the case when it is begun again; they are new all
        the same.
        """
        held = self._data(job.id, _BEFORE)
        if held is None:
            held = {"reports": sorted(report_ids)}
            _write_last(self.folder / job.id / _BEFORE, json.dumps(held))
        return frozenset(held["reports"])

    def finish(self, job: Job, outcome: Mapping[str, Any]) -> None:
        """Remember what became of a job, and delete its bytes: the case has them now.

        Where another workbench of the same case was first, what that one told stays.
        """
        if self.outcome(job.id) is not None:
            return
        folder = self.folder / job.id
        _write_last(folder / _DONE, json.dumps(outcome, ensure_ascii=False))
        for path in folder.iterdir():
            if path.name not in (_JOB, _DONE):
                path.unlink(missing_ok=True)

    def forget(self, report_id: str) -> None:
        """Delete the jobs that brought this report: what they tell of it goes with it."""
        for name in self._names():
            outcome = self._data(name, _DONE) or {}
            if any(one["id"] == report_id for one in outcome.get("reports", ())):
                shutil.rmtree(self.folder / name, ignore_errors=True)

    def tidy(self) -> None:
        """Delete the oldest jobs that are done, and what was begun and never acknowledged."""
        names = self._names()
        done = [name for name in names if (self.folder / name / _DONE).exists()]
        for name in done[:-KEPT]:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for name in names:
            folder = self.folder / name
            with contextlib.suppress(OSError):
                if not (folder / _JOB).exists() and time.time() - folder.stat().st_mtime > _UNFINISHED:
                    shutil.rmtree(folder, ignore_errors=True)

    def _names(self) -> list[str]:
        """Ids begin with the time, so that their order is that of the jobs."""
        try:
            return sorted(name for name in os.listdir(self.folder) if _ID.match(name))  # noqa: PTH208
        except FileNotFoundError:
            return []

    def _data(self, job_id: str, name: str) -> dict[str, Any] | None:
        if not _ID.match(job_id):
            return None
        try:
            data: dict[str, Any] = json.loads((self.folder / job_id / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return data


def _keep_bytes(folder: Path, handed: Iterable[Handed]) -> Iterable[Input]:
    number = 0
    for one in handed:
        places: list[int | None] = []
        for stream in (one.stream, one.sidecar):
            if stream is None:
                places.append(None)
                continue
            with (folder / str(number)).open("xb") as file:
                shutil.copyfileobj(stream, file)
                file.flush()
                os.fsync(file.fileno())
            places.append(number)
            number += 1
        yield Input(kind=one.kind, name=one.name, bytes_in=places[0], sidecar_in=places[1])


def _write_last(path: Path, text: str) -> None:
    """The file whole or not at all, and on the disk when this returns."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Make the names in a folder last; systems that cannot open folders keep them on their own."""
    with contextlib.suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
