"""The server killed at any moment: the case opens, and everything that was acknowledged is there.

A few rounds each as a rule; all fifty with ``RASHOMON_KILLS=50``.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import httpx2
import pytest
from tests.workbench.served import Served, Visitor

from rashomon.model.report import Report
from rashomon.pipeline import build, current_reports
from rashomon.store import open_case

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]

KILLS = int(os.environ.get("RASHOMON_KILLS", "2"))

Work = Callable[[Visitor, int], str | None]
"""One thing asked of the workbench: what to look for in the case where it was acknowledged, else None."""


def _decide(visitor: Visitor, number: int) -> str | None:
    claims = _claims(visitor)
    why = f"decision {number}"
    answer = visitor.send(
        "/claims/decide",
        kind=("accept", "reject")[number % 2],
        claim=claims[number % len(claims)],
        why=why,
        seen=9999,
    )
    return why if answer.status_code == 303 else None


@cache
def _claims(visitor: Visitor) -> list[str]:
    # Of the whole case: an event whose claims are all rejected is there no more.
    return [one["id"] for one in visitor.json("/claims.json")["claims"]]  # type: ignore[index]


def _add(visitor: Visitor, number: int) -> str | None:
    text = f"On {number % 27 + 1} April 2018 gunmen killed {number + 3} soldiers near Gao, the army said."
    answer = visitor.send("/add", text=text, published="2018-04-28", outlet=f"Outlet {number}")
    return text if answer.status_code == 303 else None


def _work_until_killed(served: Served, work: Work, numbers: range, done: list[str]) -> None:
    """Ask one thing after the other; what was acknowledged stands in ``done`` before the next is asked."""
    try:
        visitor = served.visitor()
        for number in numbers:
            if (kept := work(visitor, number)) is not None:
                done.append(kept)
    except (httpx2.HTTPError, AssertionError):
        if served.process.poll() is None:
            time.sleep(1)
        assert served.process.poll() is not None


def _kill_at_random(case: Path, work: Work, seconds: float, most: int) -> list[str]:
    """What was acknowledged in all rounds, ``most`` asked for in each, which a kill ends at a moment of its own."""
    chosen, done = random.Random(len(str(case.name)) + KILLS), []  # noqa: S311
    for round_ in range(KILLS):
        with Served(case, "--port", "0") as served:
            numbers = range(round_ * 1000, round_ * 1000 + most)
            worker = threading.Thread(target=_work_until_killed, args=(served, work, numbers, done))
            worker.start()
            known, until = len(done), time.monotonic() + 60
            while round_ % 4 and len(done) == known and time.monotonic() < until:
                time.sleep(0.01)  # every fourth time it is killed as soon as it is open, acknowledged or not
            time.sleep(chosen.random() * seconds)
            served.stop(signal.SIGKILL)
            worker.join()
        _assert_whole(case)
    return done


def _assert_whole(case: Path) -> None:
    connection = sqlite3.connect(case / "case.db")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    with open_case(case) as kept:
        read = {reading.report_id for reading in kept.readings()}
        assert read <= {report.id for report in kept.reports()}
        build(kept)


def test_every_acknowledged_decision_outlives_a_kill(case: Path) -> None:
    done = _kill_at_random(case, _decide, seconds=2.0, most=100)
    with open_case(case) as kept:
        whys = [judgement.why for judgement in kept.judgements()]
    assert len(done) >= KILLS // 2
    assert len(set(whys)) == len(whys)
    assert set(done) <= set(whys)
    # What was kept without being acknowledged is at most the one that each kill interrupted.
    assert len(whys) - len(done) <= KILLS


def test_every_acknowledged_report_outlives_a_kill(case: Path) -> None:
    before = {report.text for report in _reports(case)}
    done = _kill_at_random(case, _add, seconds=8.0, most=4)
    assert done
    with Served(case, "--port", "0"):
        until = time.monotonic() + 600
        while not set(done) <= _read_texts(case) and time.monotonic() < until:
            time.sleep(0.5)
    assert set(done) <= _read_texts(case)
    texts = [report.text for report in _reports(case)]
    assert len(set(texts)) == len(texts)
    assert before <= set(texts)
    _assert_whole(case)


def _reports(case: Path) -> tuple[Report, ...]:
    with open_case(case) as kept:
        return current_reports(kept)


def _read_texts(case: Path) -> set[str]:
    """The texts of the reports that are in the case and read."""
    with open_case(case) as kept:
        keys = kept.reading_keys()
        return {report.text.strip() for report in kept.reports() if report.id in keys}
