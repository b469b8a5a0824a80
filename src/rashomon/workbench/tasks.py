"""What goes on beside the pages: reports being added, articles being read, the files beside the case renewed.

Each has a process of its own (`workers`), so that none waits for the others. What is handed in lies in the inbox
before it is acknowledged and until it is in the case, whatever becomes of the processes.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

from rashomon.errors import RashomonError
from rashomon.pipeline import DEFAULT_POLICY, are_outputs_stale, stale_readings
from rashomon.store import open_case
from rashomon.workbench.audits import Audits
from rashomon.workbench.downloads import Downloads
from rashomon.workbench.growth import tell_growth
from rashomon.workbench.inbox import Inbox, Job
from rashomon.workbench.live import LiveCase
from rashomon.workbench.settings import Settings
from rashomon.workbench.snapshot import Snapshot
from rashomon.workbench.workers import Task, Worker

SETTLES = 5.0
"""Seconds after the last change of the case before the files beside it are written anew."""
_LOOK_EVERY = 0.5
_LOOK_OFTEN = 0.05
_SHOWN_WITHIN = 900.0
"""Seconds that a job waits for the snapshot that shows its reports; linking thousands takes minutes."""

_log = logging.getLogger(__name__)


class Tasks:
    """The work beside the pages of one workbench."""

    def __init__(self, live: LiveCase, settings: Settings) -> None:
        self._live = live
        self._case = settings.case
        self.inbox = Inbox(settings.case)
        self.adding = Worker(settings, "adding")
        self.articles = Worker(settings, "articles")
        self.files = Worker(settings, "files")
        self.audits = Audits(self.articles)
        self.downloads = Downloads(self.files)
        self._jobs: dict[str, Task] = {}
        self._stopping = threading.Event()
        self._watch: threading.Thread | None = None

    def start(self) -> None:
        """Take up what an earlier workbench left: jobs that are not done, reports to be read, files to be written."""
        self.inbox.tidy()
        for job in self.inbox.waiting():
            self.add(job)
        self._watch = threading.Thread(target=self._look_after, name="looking after the case", daemon=True)
        self._watch.start()

    def close(self) -> None:
        """End the processes. What they were at is taken up at the next start."""
        self._stopping.set()
        for worker in (self.adding, self.articles, self.files):
            worker.close()
        self.downloads.close()
        if self._watch is not None:
            self._watch.join(timeout=30)

    def add(self, job: Job) -> Task:
        """Have the reports of a job added; they are on the disk already."""
        before: list[Snapshot] = []
        task = Task(
            asked={"do": "add", "job": job.id},
            begin=lambda: before.append(self._live.snapshot),
            after=lambda result: self._finish(job, before[-1], result),
        )
        self._jobs[job.id] = task
        return self.adding.ask(task)

    def of_job(self, job_id: str) -> Task | None:
        """How far a job of this workbench is; None where it is one from before."""
        return self._jobs.get(job_id)

    def _finish(self, job: Job, before: Snapshot, result: dict[str, Any]) -> None:
        shown = self._is_shown()
        if self._stopping.is_set():
            # Its reports are in the case; what became of them is told after the next start.
            return
        refs = [one["source_ref"] for one in result["reports"] if one["state"] != "known"]
        growth = None
        if shown:
            growth = tell_growth(before.lens(DEFAULT_POLICY), self._live.snapshot.lens(DEFAULT_POLICY), refs)
        self.inbox.finish(job, {**result, "growth": growth})
        self.inbox.tidy()

    def _is_shown(self) -> bool:
        """True once the snapshot shows the case as it is now; waits for that, unless the workbench stops."""
        self._live.renew()
        until = time.monotonic() + _SHOWN_WITHIN
        while self._live.renewing and time.monotonic() < until:
            if self._stopping.wait(_LOOK_OFTEN):
                return False
        return not self._live.renewing

    def _look_after(self) -> None:
        try:
            with open_case(self._case) as case:
                is_stale = bool(stale_readings(case))
        except RashomonError:
            _log.exception("whether reports are to be read could not be told")
        else:
            if is_stale:
                self.adding.ask(Task(asked={"do": "read"}))
        self._renew_files()

    def _renew_files(self) -> None:
        """Write the files beside the case anew, once it has not changed for some seconds."""
        # The first look is at what an earlier workbench left.
        seen, due = 0, time.monotonic()
        is_due = True
        while not self._stopping.wait(_LOOK_EVERY):
            if self._live.snapshot.number != seen:
                seen, due, is_due = self._live.snapshot.number, time.monotonic() + SETTLES, True
            is_quiet = self.adding.is_idle and self.files.is_idle and not self._live.renewing
            if not is_due or time.monotonic() < due or not is_quiet:
                continue
            is_due = False
            try:
                with open_case(self._case) as case:
                    is_stale = are_outputs_stale(case)
            except RashomonError:
                _log.exception("whether the files beside the case are up to date could not be told")
                continue
            if is_stale:
                self.files.ask(Task(asked={"do": "renew"}))
