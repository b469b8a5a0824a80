"""A case served at a port of the kernel's choice, for a browser to open."""

from __future__ import annotations

import contextlib
import json
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uvicorn

from rashomon.workbench.app import make_app
from rashomon.workbench.live import LiveCase
from rashomon.workbench.settings import Settings
from rashomon.workbench.tasks import Tasks


@contextlib.contextmanager
def serving(case: Path, author: str = "Ada Coder") -> Iterator[str]:
    """The address at which the case answers, for as long as the block runs."""
    live, settings = LiveCase(case), Settings(case=case, author=author)
    tasks = Tasks(live, settings)
    server = uvicorn.Server(uvicorn.Config(make_app(live, settings, tasks), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        tasks.close()
        live.close()


def ask(address: str, path: str) -> Any:
    """A view as JSON."""
    with urllib.request.urlopen(f"{address}{path}") as answer:  # noqa: S310 - our own server
        return json.load(answer)
