"""The open case: the newest snapshot of it, renewed whenever the file changes, by whomever.

    file changed, or a decision taken ─▶ one thread gathers anew ─▶ the next snapshot

Requests never wait for a renewal: they read the snapshot there is, and pages say where a newer one is on its
way. What was decided is in the file before anything is renewed.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

from rashomon.errors import CaseError, RashomonError
from rashomon.pipeline import gather
from rashomon.store import Case, open_case
from rashomon.workbench.snapshot import Snapshot

_LOOK_EVERY = 0.5
"""Seconds between two looks at whether another program changed the file."""
_REST = 2.0
"""After a renewal as many times its own length passes before one that nobody waits for."""

_log = logging.getLogger(__name__)


class LiveCase:
    """The newest snapshot of a case, and the one thread that renews it."""

    def __init__(self, path: Path) -> None:
        """Open the case and gather it once; raises CaseError where there is none."""
        self.path = path
        self._snapshot: Snapshot | None = None
        self._wanted, self._made = 1, 0
        self._changed = threading.Condition()
        self._stopping = False
        self._trouble: Exception | None = None
        self._thread = threading.Thread(target=self._renew_always, name="renewing", daemon=True)
        self._thread.start()
        with self._changed:
            self._changed.wait_for(lambda: self._made >= 1 or not self._thread.is_alive())
        if self._snapshot is None:
            raise self._trouble or CaseError(f"{path}: cannot be opened.")

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot there is."""
        assert self._snapshot is not None  # noqa: S101  made before the constructor returns
        return self._snapshot

    @property
    def renewing(self) -> bool:
        """True while a change is known that the snapshot does not show yet."""
        return self._made < self._wanted

    @property
    def trouble(self) -> str | None:
        """Why the last renewal failed; None where it did not."""
        return None if self._trouble is None else str(self._trouble)

    def renew(self, *, wait: float = 0.0) -> bool:
        """Ask for a new snapshot; True where it was there within ``wait`` seconds."""
        with self._changed:
            self._wanted += 1
            ticket = self._wanted
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._made >= ticket or self._stopping, timeout=wait)
            return self._made >= ticket

    def close(self) -> None:
        """Stop renewing."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(timeout=60)

    def _renew_always(self) -> None:
        try:
            with open_case(self.path) as case:
                self._watch(case)
        except RashomonError as error:
            with self._changed:
                self._trouble = error
                self._changed.notify_all()

    def _watch(self, case: Case) -> None:
        seen, rest_until = -1, 0.0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._stopping or self.renewing, timeout=_LOOK_EVERY)
                if self._stopping:
                    return
                asked = self._wanted
            if asked == self._made and (time.monotonic() < rest_until or case.changes() == seen):
                continue
            # Taken before gathering: what changes meanwhile is seen the next time.
            seen, started = case.changes(), time.monotonic()
            self._renew(case, asked)
            rest_until = time.monotonic() + _REST * (time.monotonic() - started)

    def _renew(self, case: Case, asked: int) -> None:
        snapshot, trouble = self._snapshot, None
        try:
            number = 1 if snapshot is None else snapshot.number + 1
            snapshot = _gather(case, number)
        except Exception as error:  # the thread must outlive whatever the file holds for a moment
            _log.exception("the case could not be gathered anew")
            trouble = error
        with self._changed:
            self._snapshot, self._trouble = snapshot, trouble
            self._made = max(self._made, asked)
            self._changed.notify_all()


def _gather(case: Case, number: int) -> Snapshot:
    seen = case.last_judgement()
    return Snapshot(number, gather(case), case.judgements(), seen)
