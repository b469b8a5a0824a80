"""The workbench as its users start it: a process of its own on a port of the kernel's, asked over HTTP."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

import httpx2

OPEN_AT = re.compile(r" is open at (http://\S+)")


class Served:
    """A running workbench; ``lines`` is all it said so far."""

    def __init__(self, case: Path, *options: str, by: str = "Ada Coder") -> None:
        self.lines: list[str] = []
        self._visitors: list[Visitor] = []
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "rashomon", "serve", str(case), "--by", by, *options],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
        self._opened = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._opened.wait(timeout=120)

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)
            if OPEN_AT.search(line):
                self._opened.set()
        self._opened.set()

    @property
    def said(self) -> str:
        return "".join(self.lines)

    @property
    def address(self) -> str:
        found = OPEN_AT.search(self.said)
        assert found is not None, self.said
        return found[1].rstrip("/")

    def visitor(self) -> Visitor:
        self._visitors.append(Visitor(self.address))
        return self._visitors[-1]

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """How it ended, asked to by a signal; it has ended then, and has said all it had to say."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        ended = self.process.wait(timeout=60)
        self._reader.join(timeout=60)
        assert self.process.stderr is not None
        self.process.stderr.close()
        return ended

    def __enter__(self) -> Served:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for visitor in self._visitors:
            visitor.close()
        self.stop(signal.SIGKILL)


class Visitor:
    """A browser without script: it follows forms, and remembers what it last saw."""

    def __init__(self, address: str) -> None:
        self._client = httpx2.Client(base_url=address, timeout=60, trust_env=False)
        page = self._client.get("/events").text
        found = re.search(r'name="csrf" value="(\w+)"', page)
        assert found is not None, page
        self._csrf = found[1]

    def json(self, path: str) -> dict[str, object]:
        answer = self._client.get(path)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def get(self, path: str) -> httpx2.Response:
        return self._client.get(path)

    def seen(self) -> str:
        """The number of the last decision that the state tells of."""
        return str(self.json("/state.json")["last_judgement"])

    def send(self, path: str, **fields: object) -> httpx2.Response:
        """The answer to a form; a kept decision is answered by 303, which is not followed."""
        return self._client.post(path, data={"csrf": self._csrf, **fields}, follow_redirects=False)

    def close(self) -> None:
        self._client.close()
