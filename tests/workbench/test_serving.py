"""`rashomon serve` as a process: where it opens, how it ends, and what it says when it cannot open."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.workbench.served import Served

from rashomon.workbench.settings import LOOPBACK


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_at_the_address_it_prints_and_ends_at_once(case: Path, how: signal.Signals) -> None:
    with Served(case, "--port", "0") as served:
        visitor = served.visitor()
        assert served.address.startswith(f"http://{LOOPBACK}:")
        assert visitor.get("/events").status_code == 200
        assert "Reading the case" in served.said
        started = time.monotonic()
        ended = served.stop(how)
        assert time.monotonic() - started < 10
        assert ended in (0, 1, 130, -how)
        assert "Traceback" not in served.said
    # Nothing is left half-open: the next one finds the case as a case.
    with Served(case, "--port", "0") as again:
        assert again.visitor().get("/events").status_code == 200


def test_two_workbenches_of_one_case_see_each_other_s_decisions(case: Path) -> None:
    with Served(case, "--port", "0") as one, Served(case, "--port", "0", by="Ben") as other:
        here, there = one.visitor(), other.visitor()
        event = here.json("/events.json")["events"][0]["id"]  # type: ignore[index]
        claim = here.json(f"/events/{event}.json")["claims"][0]["id"]  # type: ignore[index]
        kept = here.send("/claims/decide", kind="accept", claim=claim, why="is so", seen="0", back="/events")
        assert kept.status_code == 303
        until = time.monotonic() + 60
        while there.seen() != "1" and time.monotonic() < until:
            time.sleep(0.1)
        refused = there.send("/claims/decide", kind="reject", claim=claim, why="is not", seen="0", back="/")
        assert refused.status_code == 409


def _serve(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "rashomon", "serve", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_port_that_is_taken_is_named(case: Path) -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = _serve(str(case), "--port", str(port))
    assert done.returncode == 2
    assert f"{LOOPBACK}:{port}: cannot be listened on" in done.stderr
    assert "--port 0" in done.stderr


def test_a_case_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = _serve(str(tmp_path / "none"), "--port", "0")
    assert done.returncode == 2
    assert "there is no such case" in done.stderr
    assert "Traceback" not in done.stderr
