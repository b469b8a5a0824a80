"""The open case: the newest snapshot of it, renewed whenever the file changes, by whomever.

    file changed, or a decision taken ─▶ one thread gathers anew ─▶ the next snapshot ─▶ its look-ups

Requests never wait for a renewal: they read the snapshot there is, and pages say where a newer one is on its
way. What was decided is in the file before anything is renewed.
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rashomon.errors import CaseError, RashomonError
from rashomon.store import Case, open_case
from rashomon.workbench.gathering import Gathering
from rashomon.workbench.lenses import Records
from rashomon.workbench.snapshot import Snapshot

_LOOK_EVERY = 0.5
"""Seconds between two looks at whether another program changed the file."""
_REST = 2.0
"""After a renewal as many times its own length passes before one that nobody waits for."""
_IDLE = 5.0
"""Seconds without a change after which the links are kept in the file."""

_log = logging.getLogger(__name__)


class LiveCase:
    """The newest snapshot of a case, and the one thread that renews it."""

    def __init__(self, path: Path, *, tell: Callable[[str], None] = lambda _: None) -> None:
        """Open the case and gather it once; raises CaseError where there is none. ``tell`` is told of progress."""
        self.path = path
        self._tell = tell
        self.lists: Sequence[Callable[[Snapshot], None]] = ()
        """Make what lists look up in a snapshot: the first before any visitor sees it, the others after."""
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
            self.close()
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
        while not self._stopping:
            try:
                with open_case(self.path, remembers=True) as case:
                    _Watch(self, case).watch()
            except RashomonError as error:
                self._publish(None, error, self._wanted)
                if self._snapshot is None:
                    return
                # The file may come back: a copy is put in its place, a disk is mounted again.
                with self._changed:
                    self._changed.wait_for(lambda: self._stopping, timeout=_LOOK_EVERY)

    def _publish(self, snapshot: Snapshot | None, trouble: Exception | None, asked: int) -> None:
        with self._changed:
            self._snapshot = snapshot or self._snapshot
            self._trouble = trouble
            self._made = max(self._made, asked)
            self._changed.notify_all()

    def _wait(self) -> int:
        """The number of the newest wish for a snapshot, once there is one or it is time to look."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self.renewing, timeout=_LOOK_EVERY)
            return self._wanted

    def _is_wanted(self) -> bool:
        return self._stopping or self.renewing


class _Watch:
    """One file, as long as it is the one at its place."""

    def __init__(self, live: LiveCase, case: Case) -> None:
        self._live = live
        self._case = case
        self._file = _identity(case.path)
        self._gathering = Gathering()
        self._records = Records()
        self._seen = -1
        self._rest_until, self._quiet_since = 0.0, 0.0

    def watch(self) -> None:
        """Renew the snapshot until the workbench is closed or another file stands in the case's place."""
        while True:
            asked = self._live._wait()
            if self._live._stopping or not self._is_in_place():
                return
            if asked != self._live._made or (
                time.monotonic() >= self._rest_until and self._case.changes() != self._seen
            ):
                self._renew(asked)
            else:
                self._use_rest()

    def _is_in_place(self) -> bool:
        """False where another file took the place; raises CaseError where none did."""
        now = _identity(self._case.path)
        if now is None:
            raise CaseError(
                f"{self._case.path}: the case is no longer there, so nothing can be decided or added. What is "
                "shown is what it last held. Put the file back, or stop the workbench and open another case."
            )
        return now == self._file

    def _renew(self, asked: int) -> None:
        live, started = self._live, time.monotonic()
        first = live._snapshot is None
        if first:
            live._tell("Reading the case ...")
            gc.disable()  # a million new values, none of them garbage: collecting would take as long again
        try:
            moment = self._gathering.gather(self._case)
            self._seen = moment.changes
            number = 1 if live._snapshot is None else live._snapshot.number + 1
            made = Snapshot(number, moment.held, moment.judgements, moment.seen, self._records)
            if not first:
                # The snapshot before serves until this one answers as quickly.
                made.prepare(lambda: live._stopping)
                self._look_up(made, live.lists[:1])
            live._publish(made, None, asked)
        except Exception as error:  # the thread must outlive whatever the file holds for a moment
            _log.exception("the case could not be gathered anew")
            live._publish(None, error, asked)
            self._seen = -1 if self._seen == -1 else self._seen
            self._rest_until = time.monotonic() + _LOOK_EVERY
            return
        finally:
            if first:
                gc.enable()
        if first:
            held = moment.held
            live._tell(f"{len(held.reports):,} reports, {len(held.linked.events):,} events.")
        took = time.monotonic() - started
        self._rest_until = time.monotonic() + _REST * took
        self._quiet_since = time.monotonic()
        if first:
            made.prepare(live._is_wanted)
        self._look_up(made, live.lists if first else live.lists[1:])
        if first:
            # What an open case holds stays: looking through it for garbage would stop all requests for seconds.
            gc.collect()
            gc.freeze()

    def _look_up(self, made: Snapshot, lists: Sequence[Callable[[Snapshot], None]]) -> None:
        for number, look_up in enumerate(lists):
            if number == 0 or not self._live._is_wanted():
                look_up(made)

    def _use_rest(self) -> None:
        """While nobody waits: make ready for the next change, then keep what the next opening can use."""
        try:
            self._gathering.warm(self._live._is_wanted)
            if time.monotonic() - self._quiet_since > _IDLE and not self._live._is_wanted():
                self._gathering.keep(self._case)
        except Exception:  # nobody asked for it, and the thread must outlive it
            _log.exception("what was to be made beforehand could not be made")
            self._quiet_since = time.monotonic() + _IDLE


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands there, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
