"""A small real case, a copy for each test, and a browser's stand-in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.workbench.app import make_app
from rashomon.workbench.live import LiveCase
from rashomon.workbench.settings import Settings
from rashomon.workbench.tasks import Tasks

OPENED_AT = "http://127.0.0.1:8350"


@pytest.fixture
def case(made_case: Path, tmp_path: Path) -> Path:
    """A copy of the example case that a test may change."""
    return Path(shutil.copytree(made_case, tmp_path / "akabar"))


class Bench(TestClient):
    """The workbench of a case, asked as a browser would ask."""

    def __init__(self, live: LiveCase, settings: Settings) -> None:
        self.tasks = Tasks(live, settings)
        app = make_app(live, settings, self.tasks)
        super().__init__(app, base_url=OPENED_AT, raise_server_exceptions=False)
        self.live = live

    def csrf(self) -> str:
        """What a form of this session brings along."""
        found = re.search(r'name="csrf" value="(\w+)"', self.get("/events").text)
        assert found is not None
        return found[1]

    def submit(self, path: str, **fields: object) -> object:
        """Send a form as one of our pages does."""
        seen = str(self.live.snapshot.seen)
        return self.post(path, data={"csrf": self.csrf(), "seen": seen} | fields)


@contextmanager
def opened(case: Path, **said: object) -> Iterator[Bench]:
    """The workbench of a case, with settings; all its answers come from one event loop, as a server's do.

    Otherwise each request would begin a thread and a loop of its own, which takes longer than most answers.
    """
    settings = Settings(case=case, **{"author": "Ada Coder", **said})  # type: ignore[arg-type]
    live = LiveCase(case)
    with Bench(live, settings) as bench:
        yield bench
    bench.tasks.close()
    live.close()


@pytest.fixture
def open_bench() -> Iterator[Callable[..., Bench]]:
    """Opens the workbench of a case, with settings."""
    with ExitStack() as stack:
        yield lambda case, **said: stack.enter_context(opened(case, **said))


@pytest.fixture
def bench(case: Path, open_bench: Callable[..., Bench]) -> Bench:
    """The workbench of a case that a test may change."""
    return open_bench(case)
