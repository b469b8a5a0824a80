"""Files that were asked for, while somebody may take them away: the last few, in a folder of their own.

A small case's are made at once. A large one's take seconds to minutes, so a process beside the server makes them.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rashomon.errors import InputError
from rashomon.model.codec import to_data
from rashomon.workbench.exporting import OFFERS, Wanted, make_files
from rashomon.workbench.snapshot import Snapshot
from rashomon.workbench.workers import Task, Worker, work_here

KEPT = 12
"""Downloads kept at a time; the largest of 5,000 reports is 130 MB."""
AT_ONCE = 2_500
"""Claims of a case whose files are made while the browser waits: about a second for the slowest format."""


@dataclass(eq=False)
class Download:
    """One thing somebody wanted: being made, made, or failed."""

    wanted: Wanted
    folder: Path
    task: Task | None = None
    made: dict[str, Any] | None = None
    making: threading.Lock = field(default_factory=threading.Lock)

    @property
    def result(self) -> dict[str, Any] | None:
        """What was made; None while it is not there."""
        return self.made if self.task is None else self.task.result

    @property
    def trouble(self) -> str:
        """Why it was not made; empty where it was, or will be."""
        return self.task.trouble if self.task is not None and self.task.state == "failed" else ""


class Downloads:
    """The downloads of one workbench."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._folder: Path | None = None
        self._held: OrderedDict[tuple[Wanted, int], Download] = OrderedDict()
        self._made = 0
        self._reports = 0
        self._lock = threading.Lock()

    def ask(self, wanted: Wanted, snapshot: Snapshot) -> Download:
        """The download of this, made now or begun. Raises InputError where it cannot be."""
        download = self._take(wanted, snapshot)
        if len(snapshot.claims) <= AT_ONCE:
            with download.making:
                if download.made is None:
                    view = snapshot.lens(wanted.policy, wanted.as_of).view
                    download.made = make_files(view, snapshot.judgements, wanted, download.folder)
        else:
            with download.making:
                if download.task is None:
                    download.task = self._begin(wanted, snapshot, download.folder)
        return download

    def _begin(self, wanted: Wanted, snapshot: Snapshot, folder: Path) -> Task:
        if OFFERS[wanted.name].of == "event":
            # Seconds, of what is in memory here; a process of its own would first have to read the case.
            def make() -> dict[str, Any]:
                view = snapshot.lens(wanted.policy, wanted.as_of).view
                return make_files(view, snapshot.judgements, wanted, folder)

            return work_here(make)
        asked = {"do": "export", "wanted": to_data(wanted), "into": str(folder)}
        return self._worker.ask(Task(asked=asked))

    def held(self, wanted: Wanted, snapshot: Snapshot) -> Download | None:
        """The download of this where somebody asked for it already."""
        return self._held.get((wanted, snapshot.number))

    def _take(self, wanted: Wanted, snapshot: Snapshot) -> Download:
        key = (wanted, snapshot.number)
        with self._lock:
            if len(snapshot.reports) < self._reports:
                # A report was purged: nothing made before may be given away any more.
                self._forget(0)
            self._reports = len(snapshot.reports)
            known = self._held.get(key)
            if known is not None and not known.trouble and known.folder.is_dir():
                self._held.move_to_end(key)
                return known
            self._made += 1
            if self._folder is None:
                # Only its owner may look into it.
                self._folder = Path(tempfile.mkdtemp(prefix="rashomon-downloads-"))
            folder = self._folder / str(self._made)
            folder.mkdir()
            self._held[key] = Download(wanted=wanted, folder=folder)
            self._held.move_to_end(key)
            self._forget(KEPT)
            return self._held[key]

    def _forget(self, kept: int) -> None:
        for old in list(self._held)[: len(self._held) - kept]:
            shutil.rmtree(self._held.pop(old).folder, ignore_errors=True)

    def close(self) -> None:
        """Delete them all."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def path_of(download: Download, number: int) -> tuple[Path, str]:
    """A file of a download and the ending of its name. Raises InputError where there is none of this number."""
    files = (download.result or {}).get("files", [])
    for one in files:
        if one["number"] == number:
            return download.folder / str(number), str(one["ending"])
    raise InputError(f"this download has no file {number}; its page lists those it has.")
