from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cli import main
from rashomon.sources import GivenMetadata
from rashomon.store import open_case
from rashomon.workbench.inbox import Handed, Inbox
from rashomon.workbench.names_of_files import different_names, plain_name
from rashomon.workbench.worker import Place, add_job

THIRD = (
    "GAO, 6 April - A spokesman of the French army said that 55 fighters of the ISGS were killed in the battle "
    "near Akabar on 1 April. French and Malian troops fought there beside the MSA and GATIA, he said.\n"
)


def wait_for_job(bench: Any, address: str) -> dict[str, Any]:
    """The job's JSON once it is over; a reader takes some seconds to start."""
    for _ in range(600):
        told = bench.get(f"{address}.json").json()
        if told["job"]["state"] in ("done", "failed"):
            return dict(told)
        time.sleep(0.1)
    raise AssertionError(told)


def send(bench: Any, *, files: Any = (), **fields: str) -> Any:
    data = {"csrf": bench.csrf(), "seen": "0", **fields}
    return bench.post("/add", data=data, files=list(files) or None)


@pytest.mark.slow
def test_files_text_and_addresses_are_added_and_told_of(bench: Any, case: Path) -> None:
    meta = json.dumps({"outlet": "Sahel Wire", "published": "2018-04-06"})
    answer = send(
        bench,
        files=[
            ("files", ("../../etc/third.txt", THIRD.encode(), "text/plain")),
            ("files", ("third.meta.json", meta.encode(), "application/json")),
            ("files", ("lonely.meta.json", b"{}", "application/json")),
            ("files", ("empty.txt", b"", "text/plain")),
        ],
        text="The market of the town was open on Saturday and traders were glad of it.",
        addresses="http://127.0.0.1:9/page",
    )
    assert answer.url.path.startswith("/jobs/j")
    told = wait_for_job(bench, answer.url.path)
    outcome = told["outcome"]
    assert [(r["source_ref"].split("-")[0], r["state"]) for r in outcome["reports"]] == [
        ("third.txt", "new"),
        ("pasted", "new"),
    ]
    third, pasted = outcome["reports"]
    assert third["claims"] > 0
    assert third["published"] == "2018-04-06"
    assert (pasted["claims"], pasted["published"]) == (0, None)
    reasons = {one["locator"]: one["reason"] for one in outcome["skipped"]}
    assert reasons["empty.txt"] == "is empty"
    assert "no report was given beside it" in reasons["lonely.meta.json"]
    assert "private address" in reasons["http://127.0.0.1:9/page"]
    page = bench.get(answer.url.path).text
    for words in ("third.txt", "No publication date", "No claim", "Not taken", "What changed in the record"):
        assert words in page
    assert "http-equiv" not in page
    with open_case(case) as kept:
        assert {"third.txt", pasted["source_ref"]} <= {report.source_ref for report in kept.reports()}
    # The case holds the bytes now, the inbox none.
    assert sorted(path.name for path in (case / "inbox" / told["job"]["id"]).iterdir()) == [
        "done.json",
        "job.json",
    ]
    # What changed is told of the event that the third report speaks of, and the snapshot shows it.
    changed = {event["id"]: event for event in outcome["growth"]["events"]}
    assert changed
    assert all(bench.get(f"/events/{event}").status_code == 200 for event in changed)
    assert any(event["state"] == "changed" and event["changes"] for event in changed.values())
    again = send(bench, files=[("files", ("third.txt", THIRD.encode(), "text/plain"))])
    told = wait_for_job(bench, again.url.path)
    assert [one["state"] for one in told["outcome"]["reports"]] == ["known"]
    assert "Nothing changed" in bench.get(again.url.path).text


@pytest.mark.slow
def test_what_an_earlier_workbench_left_is_taken_up(case: Path, open_bench: Callable[..., Any]) -> None:
    job = Inbox(case).keep(
        [Handed(kind="file", name="third.txt", stream=io.BytesIO(THIRD.encode()))],
        given=GivenMetadata(published="2018-04-06"),
        by="Ada",
    )
    before = (case / "claims.jsonl").read_text(encoding="utf-8")
    bench = open_bench(case)
    assert "taken up when" in bench.get(f"/jobs/{job.id}").text
    assert 'http-equiv="refresh"' in bench.get(f"/jobs/{job.id}").text
    bench.tasks.start()
    told = wait_for_job(bench, f"/jobs/{job.id}")
    assert told["outcome"]["reports"][0]["state"] == "new"
    assert Inbox(case).waiting() == ()
    # The files beside the case follow some seconds later, the way they were written.
    for _ in range(300):
        if (case / "claims.jsonl").read_text(encoding="utf-8") != before:
            break
        time.sleep(0.1)
    assert "third.txt" in (case / "claims.jsonl").read_text(encoding="utf-8")


def test_a_worker_ends_with_the_workbench(case: Path) -> None:
    process = subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, "-m", "rashomon.workbench.worker", str(case)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    assert process.stdout is not None
    process.stdout.close()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "nothing was given"),
        ({"text": "A text.", "published": "last week"}, "is not a date"),
        ({"addresses": "ftp://host.example/x"}, "is no web address"),
        ({"text": "A text.", "addresses": "https://host.example/x", "title": "One"}, "one report only"),
    ],
)
def test_a_slip_in_the_form_loses_nothing_that_was_typed(
    bench: Any, case: Path, fields: dict[str, str], words: str
) -> None:
    answer = send(bench, **fields)
    assert answer.status_code == 422
    assert words in answer.text
    assert all(said in answer.text for said in fields.values())
    assert Inbox(case).waiting() == ()


def test_an_empty_case_of_jobs_says_so(bench: Any) -> None:
    assert bench.get("/add.json").json() == {"waiting": [], "done_lately": []}
    assert bench.get("/jobs/j" + "0" * 24).status_code == 404
    assert bench.get("/jobs/..%2F..%2Fcase.db").status_code == 404


def test_what_is_kept_is_whole_or_nothing(case: Path) -> None:
    inbox = Inbox(case)
    handed = Handed(kind="file", name="a.txt", stream=io.BytesIO(b"x"), sidecar=io.BytesIO(b"{}"))
    job = inbox.keep([handed, Handed(kind="url", name="https://a.example/")], given=GivenMetadata(), by="Ada")
    assert inbox.waiting() == (job,)
    assert inbox.job(job.id) == job
    file, address = inbox.inputs_of(job)
    assert file.path.read_bytes() == b"x"  # type: ignore[union-attr]
    assert address.url == "https://a.example/"  # type: ignore[union-attr]
    # A folder without its job.json was never acknowledged.
    (inbox.folder / job.id / "job.json").unlink()
    assert inbox.waiting() == ()


def test_reports_that_a_broken_off_job_brought_are_still_new(case: Path) -> None:
    inbox = Inbox(case)
    job = inbox.keep([], given=GivenMetadata(), by="")
    assert inbox.known_before(job, ["r1"]) == {"r1"}
    assert inbox.known_before(job, ["r1", "r2"]) == {"r1"}
    inbox.finish(job, {"reports": []})
    inbox.finish(job, {"reports": ["told by another workbench, later"]})
    assert inbox.outcome(job.id) == {"reports": []}
    assert add_job(Place(case=case), {"job": job.id}, lambda *_: None) == {"reports": []}
    assert inbox.done() == (job,)


def test_purging_a_report_takes_the_job_that_told_of_it(case: Path) -> None:
    inbox = Inbox(case)
    told, other = (inbox.keep([], given=GivenMetadata(), by="") for _ in range(2))
    with open_case(case) as kept:
        first, second = kept.reports()[:2]
    inbox.finish(told, {"reports": [{"id": first.id}]})
    inbox.finish(other, {"reports": [{"id": second.id}]})
    done = CliRunner().invoke(main, ["redact", str(case), first.id, "--why", "asked to", "--yes"])
    assert done.exit_code == 0, done.output
    assert inbox.done() == (other,)


@given(st.lists(st.text(max_size=300), max_size=8))
def test_a_name_is_never_a_path_and_stands_once(said: list[str]) -> None:
    names = different_names(plain_name(one, at) for at, one in enumerate(said))
    assert len(set(names)) == len(said)
    for name in names:
        assert name
        assert "/" not in name
        assert "\\" not in name
        assert not name.startswith(".")
        assert len(name) <= 130
        assert name.isprintable() or "\N{NO-BREAK SPACE}" in name or name == " ".join(name.split())
