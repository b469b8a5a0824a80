"""Several people and programs at one case at the same time: nothing lost, nothing twice, nothing overwritten."""

from __future__ import annotations

import random
import resource
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.workbench.conftest import Bench
from tests.workbench.served import Served

from rashomon.cli import main
from rashomon.pipeline import build
from rashomon.store import database, open_case
from rashomon.workbench.live import LiveCase
from rashomon.workbench.settings import Settings


@dataclass
class Tried:
    """One decision that somebody sent: when, knowing what, and what came of it."""

    why: str
    by: str
    claim: str
    kind: str
    seen: int
    sent: float
    answered: float = 0.0
    status: int = 0


class Coder:
    """Somebody who decides at random, sometimes on a page that he has had open for long."""

    def __init__(self, bench: Bench, name: str, claims: list[str], seed: int) -> None:
        self._bench, self._name, self._claims = bench, name, claims
        self._chosen = random.Random(f"{seed} {name}")  # noqa: S311
        self.tried: list[Tried] = []

    def work(self) -> None:
        csrf, seen = self._bench.csrf(), 0
        for number in range(8):
            if self._chosen.random() < 0.5:
                seen = self._bench.live.snapshot.seen
            one = Tried(
                why=f"{self._name} {number}",
                by=self._name,
                claim=self._chosen.choice(self._claims),
                kind=self._chosen.choice(("accept", "reject")),
                seen=seen,
                sent=time.monotonic(),
            )
            data = {"csrf": csrf, "seen": seen, "kind": one.kind, "claim": one.claim, "why": one.why}
            answer = self._bench.post("/claims/decide", data=data, follow_redirects=False)
            one.answered, one.status = time.monotonic(), answer.status_code
            self.tried.append(one)
            time.sleep(self._chosen.random() * 0.05)


def _assert_kept_as_acknowledged(case: Path, tried: list[Tried]) -> None:
    with open_case(case) as kept:
        judgements = kept.judgements()
    place = {judgement.why: number for number, judgement in enumerate(judgements, start=1)}
    assert sorted(judgement.why for judgement in judgements) == sorted(
        one.why for one in tried if one.status == 303
    )
    assert {one.status for one in tried} <= {303, 409}
    held = sorted((one for one in tried if one.status == 303), key=lambda one: place[one.why])
    for number, later in enumerate(held):
        for earlier in held[:number]:
            if earlier.claim == later.claim:
                assert earlier.sent < later.answered
                unseen = place[earlier.why] > later.seen and earlier.by != later.by
                assert not unseen or earlier.kind == later.kind


@pytest.mark.parametrize("one_workbench", [True, False])
@pytest.mark.parametrize("seed", range(3))
def test_coders_and_a_program_at_one_case(
    case: Path, tmp_path: Path, nlp: object, open_bench: Callable[..., Bench], seed: int, one_workbench: bool
) -> None:
    first = open_bench(case, author="Ann")
    second = (
        Bench(first.live, Settings(case=case, author="Ben"))
        if one_workbench
        else open_bench(case, author="Ben")
    )
    folder = tmp_path / "new"
    folder.mkdir()
    for number in range(3):
        text = f"On {number + 2} April 2018 gunmen killed {number + 4} soldiers near Gao, the army said."
        (folder / f"new{number}.txt").write_text(text)
    claims = sorted(first.live.snapshot.claims)[:4]
    coders = [Coder(first, "Ann", claims, seed), Coder(second, "Ben", claims, seed)]
    added: list[Any] = []

    def add() -> None:
        told = ["--published", "2018-04-06"]
        added.append(CliRunner().invoke(main, ["add", str(case), str(folder), *told]))

    threads = [threading.Thread(target=work) for work in (*(coder.work for coder in coders), add)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert added[0].exit_code == 0, added[0].output
    _assert_kept_as_acknowledged(case, [one for coder in coders for one in coder.tried])
    for bench in (first, second):
        assert bench.live.renew(wait=60)
        with open_case(case) as kept:
            assert bench.live.snapshot.lens("ucdp").view == build(kept, policy="ucdp", relink=True)
        names = {report.source_ref for report in bench.live.snapshot.held.reports}
        assert {f"new{number}.txt" for number in range(3)} <= names


def _claim(bench: Bench) -> str:
    return min(claim.id for claim in bench.live.snapshot.claims.values() if claim.mention_ids)


def test_a_claim_of_a_report_that_is_purged_meanwhile(bench: Bench, case: Path) -> None:
    claim = _claim(bench)
    report = bench.live.snapshot.claims[claim].report_id
    csrf = bench.csrf()
    with open_case(case) as kept:
        kept.redact(report, "asked for")
    fields = {"csrf": csrf, "seen": "0", "kind": "reject", "claim": claim, "why": "is wrong"}
    answer = bench.post("/claims/decide", data=fields, follow_redirects=False)
    assert answer.status_code in (404, 422)
    with open_case(case) as kept:
        assert kept.judgements() == ()
    assert bench.live.renew(wait=60)
    assert report not in bench.live.snapshot.reports


def test_a_decision_waits_for_a_program_that_is_writing(bench: Bench, case: Path) -> None:
    claim, csrf = _claim(bench), bench.csrf()
    writing = sqlite3.connect(case / "case.db", isolation_level=None, check_same_thread=False)
    writing.execute("BEGIN IMMEDIATE")
    done = threading.Timer(1.0, lambda: writing.execute("COMMIT"))
    done.start()
    fields = {"csrf": csrf, "seen": "0", "kind": "reject", "claim": claim, "why": "is wrong"}
    assert bench.post("/claims/decide", data=fields, follow_redirects=False).status_code == 303
    done.join()
    writing.close()


def test_a_case_that_stays_locked_is_said_and_nothing_is_half_done(
    bench: Bench, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    claim, csrf = _claim(bench), bench.csrf()
    writing = sqlite3.connect(case / "case.db", isolation_level=None)
    writing.execute("BEGIN IMMEDIATE")
    fields = {"csrf": csrf, "seen": "0", "kind": "reject", "claim": claim, "why": "is wrong"}
    answer = bench.post("/claims/decide", data=fields, follow_redirects=False)
    assert answer.status_code == 422
    assert "cannot be written now (database is locked)" in answer.text
    assert bench.get("/events").status_code == 200
    writing.execute("ROLLBACK")
    writing.close()
    with open_case(case) as kept:
        assert kept.judgements() == ()
    assert bench.post("/claims/decide", data=fields, follow_redirects=False).status_code == 303


def test_a_case_that_is_taken_away_is_said_on_every_page(bench: Bench, case: Path) -> None:
    claim, csrf = _claim(bench), bench.csrf()
    shutil.move(case / "case.db", case / "aside.db")
    until = time.monotonic() + 30
    while bench.live.trouble is None and time.monotonic() < until:
        time.sleep(0.05)
    page = bench.get("/events")
    assert page.status_code == 200
    assert "no longer there" in page.text
    fields = {"csrf": csrf, "seen": "0", "kind": "reject", "claim": claim, "why": "is wrong"}
    answer = bench.post("/claims/decide", data=fields, follow_redirects=False)
    assert answer.status_code == 422
    assert "holds no case.db" in answer.text


def test_a_full_disk_is_said_and_what_was_kept_stays(case: Path) -> None:
    with Served(case, "--port", "0") as served:
        visitor = served.visitor()
        event = visitor.json("/events.json")["events"][0]["id"]  # type: ignore[index]
        claims = [one["id"] for one in visitor.json(f"/events/{event}.json")["claims"]]  # type: ignore[attr-defined]

        def decide(claim: str, why: str) -> Any:
            return visitor.send("/claims/decide", kind="accept", claim=claim, why=why, seen="0")

        assert decide(claims[0], "before").status_code == 303
        # No file of the process may grow beyond this: to SQLite that is a disk without room.
        resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        full = decide(claims[1], "meanwhile")
        assert full.status_code == 422
        assert "Nothing was changed" in full.text
        assert visitor.get("/events").status_code == 200
        free = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, free)
        assert decide(claims[1], "after").status_code == 303
    with open_case(case) as kept:
        assert [judgement.why for judgement in kept.judgements()] == ["before", "after"]


def test_the_live_case_ends_while_it_renews(case: Path) -> None:
    live = LiveCase(case / "case.db")
    live.renew()
    started = time.monotonic()
    live.close()
    assert time.monotonic() - started < 10
    assert "renewing" not in {thread.name for thread in threading.enumerate()}
