"""The processes beside the server: one task of a kind at a time, others wait, none is lost with the process.

The server itself never reads: a language model in it would cost every page memory and time. Three processes, each
started when it is first needed and ended when it was idle for long: one adds reports, one reads articles for the
audit, one writes the files beside the case.
"""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rashomon.errors import RashomonError
from rashomon.workbench.settings import Settings

IDLE = 300.0
"""Seconds without a task after which a process is ended; to start it anew takes a few."""
SILENCE = 1800.0
"""Seconds without a word from the process after which it is taken to hang."""
ATTEMPTS = 2
"""How often a task is begun whose process ended under it."""

TaskState = Literal["waiting", "running", "done", "failed"]
_log = logging.getLogger(__name__)


@dataclass(eq=False)
class Task:
    """One thing a process is asked for, how far it is, and what came of it."""

    asked: Mapping[str, Any]
    begin: Callable[[], None] | None = None
    """Called when its turn comes."""
    after: Callable[[dict[str, Any]], None] | None = None
    """Called with what came of it, before it counts as done."""
    state: TaskState = "waiting"
    step: Mapping[str, Any] = field(default_factory=dict)
    result: dict[str, Any] | None = None
    trouble: str = ""
    finished: threading.Event = field(default_factory=threading.Event)


def work_here(make: Callable[[], dict[str, Any]]) -> Task:
    """Work of some seconds that needs what the server has in memory: done by a thread, told as a task."""
    task = Task(asked={}, state="running")

    def run() -> None:
        try:
            task.result, task.state = make(), "done"
        except RashomonError as error:
            task.trouble, task.state = str(error), "failed"
        except Exception:
            _log.exception("work beside the pages was not done")
            task.trouble, task.state = "an error of the workbench's own; please report it", "failed"
        finally:
            task.finished.set()

    threading.Thread(target=run, name="work beside the pages", daemon=True).start()
    return task


class _GoneError(Exception):
    """The process ended while it was at work."""


class Worker:
    """A process and its queue. Tasks are done in the order they came."""

    def __init__(self, settings: Settings, name: str) -> None:
        self._command = [sys.executable, "-m", "rashomon.workbench.worker", str(settings.case)]
        if settings.allow_private:
            self._command.append("--allow-private")
        self._name = name
        self._process: subprocess.Popen[str] | None = None
        self._queue: deque[Task] = deque()
        self._changed = threading.Condition()
        self._running: Task | None = None
        self._stopping = False
        self._thread: threading.Thread | None = None

    def ask(self, task: Task) -> Task:
        """Queue a task; returns it at once."""
        with self._changed:
            self._queue.append(task)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return task

    @property
    def is_idle(self) -> bool:
        """True where nothing is under way and nothing waits."""
        return self._running is None and not self._queue

    def ahead_of(self, task: Task) -> int:
        """How many tasks come before this one."""
        with self._changed:
            waiting = list(self._queue)
            return waiting.index(task) + (self._running is not None) if task in waiting else 0

    def close(self) -> None:
        """End the process; what it was at is not lost, since it was handed in on the disk."""
        with self._changed:
            self._stopping = True
            process = self._process
            self._changed.notify_all()
        if process is not None:
            _hang_up(process)
        if self._thread is not None:
            self._thread.join(timeout=30)

    def _work(self) -> None:
        while True:
            with self._changed:
                got = self._changed.wait_for(lambda: self._queue or self._stopping, timeout=IDLE)
                if self._stopping:
                    break
                task = self._queue.popleft() if got else None
                self._running = task
            if task is None:
                self._stop_process()
                continue
            self._do(task)
            with self._changed:
                self._running = None
            # They hold the case as it was before.
            task.begin = task.after = None
            task.finished.set()
        self._stop_process()

    def _do(self, task: Task) -> None:
        task.state = "running"
        if task.begin is not None:
            task.begin()
        for attempt in range(1, ATTEMPTS + 1):
            try:
                result = self._ask_process(task)
            except _GoneError:
                self._stop_process()
                if self._stopping:
                    return
                _log.warning("%s: the process ended at attempt %d", self._name, attempt)
                continue
            except Exception:  # the thread outlives whatever a process says
                _log.exception("%s: the task was not done", self._name)
                task.trouble = "the workbench could not understand what was read; please report it"
                break
            if result is not None:
                self._finish(task, result)
                return
            break
        task.state = "failed"
        task.trouble = task.trouble or (
            "the process that reads ended in the middle of it, twice. What was handed in is kept and tried "
            "again when the workbench is started anew; if it ends again, add the reports one by one"
        )

    def _finish(self, task: Task, result: dict[str, Any]) -> None:
        try:
            if task.after is not None:
                task.after(result)
        except Exception as error:  # as above
            _log.exception("%s: what came of a task was not kept", self._name)
            task.state, task.trouble = "failed", f"what came of it could not be kept ({error})"
            return
        task.result, task.state = result, "done"

    def _ask_process(self, task: Task) -> dict[str, Any] | None:
        """What came of it; None where it failed, and the task says why."""
        process = self._start_process()
        assert process.stdin is not None  # noqa: S101  both are pipes
        assert process.stdout is not None  # noqa: S101
        try:
            process.stdin.write(json.dumps(task.asked) + "\n")
            process.stdin.flush()
        except OSError as error:
            raise _GoneError from error
        while True:
            with _patience(process):
                line = process.stdout.readline()
            if not line:
                raise _GoneError
            said = json.loads(line)
            if "step" in said:
                task.step = said["step"]
            elif "failed" in said:
                task.trouble = str(said["failed"])
                return None
            else:
                result: dict[str, Any] = said["done"]
                return result

    def _start_process(self) -> subprocess.Popen[str]:
        with self._changed:
            if self._stopping:
                raise _GoneError
            if self._process is None or self._process.poll() is not None:
                self._process = subprocess.Popen(  # noqa: S603  our own program
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                    # Ctrl-C ends the workbench, which ends its processes in order.
                    start_new_session=True,
                )
            return self._process

    def _stop_process(self) -> None:
        with self._changed:
            process, self._process = self._process, None
        if process is not None:
            _end(process)


@contextlib.contextmanager
def _patience(process: subprocess.Popen[str]) -> Iterator[None]:
    timer = threading.Timer(SILENCE, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _hang_up(process: subprocess.Popen[str]) -> None:
    """Tell a process that nobody is there any more; end it by force where it does not mind."""
    with contextlib.suppress(OSError, ValueError):
        if process.stdin is not None:
            process.stdin.close()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=5)


def _end(process: subprocess.Popen[str]) -> None:
    _hang_up(process)
    if process.stdout is not None:
        process.stdout.close()
