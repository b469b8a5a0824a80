from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.model.codec import to_data
from rashomon.pipeline import build
from rashomon.store import open_case
from rashomon.workbench.exporting import OFFERS, Wanted, make_files
from rashomon.workbench.pages.downloads import called
from rashomon.workbench.worker import Place, make_download
from rashomon.writing.exports import FORMATS


@pytest.mark.parametrize("name", OFFERS)
def test_each_file_can_be_taken_away(bench: Any, name: str) -> None:
    answer = bench.get(f"/download/{name}")
    assert answer.status_code == 200
    disposition = answer.headers["content-disposition"]
    assert disposition == f'attachment; filename="akabar-{called(name)}{OFFERS[name].ending}"'
    page = bench.get(f"/downloads/{name}")
    assert page.status_code == 200
    assert f"akabar-{called(name)}" in page.text


@pytest.mark.parametrize("name", ["ucdp", "geojson", "bibtex"])
def test_a_format_is_what_the_command_writes(bench: Any, case: Path, name: str) -> None:
    done = CliRunner().invoke(main, ["export", str(case), "--as", name])
    assert bench.get(f"/download/{name}").text == done.stdout


def test_the_files_of_run_are_the_same_here(bench: Any, case: Path) -> None:
    for name, file in (("record", "record.json"), ("claims", "claims.jsonl"), ("events", "events.csv")):
        assert bench.get(f"/download/{name}").text == (case / file).read_text(encoding="utf-8")


def test_what_a_format_leaves_out_is_shown(bench: Any) -> None:
    bench.get("/download/ucdp")
    rows = {row["name"]: row for row in bench.get("/downloads.json").json()["files"]}
    assert rows["ucdp"]["losses"]
    assert rows["acled"]["losses"] is None
    losses = bench.get("/downloads/ucdp.json").json()["losses"]
    assert all(loss["lines"] and loss["count"] for loss in losses)
    page = bench.get("/downloads/ucdp").text
    event = bench.live.snapshot.lens("ucdp").events[-1]
    assert f'href="/events/{event.id}"><bdi>' in page
    companion = bench.get("/download/ucdp?number=1").json()
    assert companion["format"] == "ucdp"


def test_a_policy_that_a_format_cannot_hold_is_said_beside_it(bench: Any) -> None:
    rows = {row["name"]: row for row in bench.get("/downloads.json?policy=range").json()["files"]}
    assert "cannot hold" in rows["ucdp"]["cannot"]
    assert rows["record"]["cannot"] == ""
    assert bench.get("/download/record?policy=range").json()["policy"] == "range"
    assert bench.get("/download/ucdp?policy=range").status_code == 422
    assert bench.get("/download/nothing").status_code == 404
    assert bench.get("/download/article?event=e_none").status_code == 422
    assert bench.get("/download/ucdp?number=99").status_code == 422


def test_one_event_alone(bench: Any) -> None:
    ids = [event["id"] for event in bench.get("/events.json").json()["events"]]
    articles = {event: bench.get(f"/download/article?event={event}").text for event in ids}
    assert len(set(articles.values())) == len(ids)
    assert bench.get(f"/download/geojson?event={ids[0]}").text.count('"Feature"') == 1


def test_decisions_leave_private_names_out_unless_asked(bench: Any) -> None:
    claim = next(iter(bench.live.snapshot.claims))
    bench.submit("/claims/decide", kind="accept", claim=claim, why="seen by Moussa Ag Acharatoumane")
    bench.live.renew(wait=30)
    row = json.loads(bench.get("/download/decisions?names=yes").text)
    assert row["why"] == "seen by Moussa Ag Acharatoumane"
    assert row["by"] == "Ada Coder"
    assert json.loads(bench.get("/download/decisions").text)["targets"] == [claim]


def test_a_large_case_has_its_files_made_beside_the_server(
    case: Path, open_bench: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("rashomon.workbench.downloads.AT_ONCE", 0)
    bench = open_bench(case)
    answer = bench.get("/download/ucdp")
    assert answer.url.path == "/downloads/ucdp"
    wanted = Wanted(name="ucdp")
    download = bench.tasks.downloads.held(wanted, bench.live.snapshot)
    assert download.task.finished.wait(60)
    assert bench.get("/download/ucdp").text.startswith("id,")
    # The process makes what the server would.
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    task = {"wanted": to_data(wanted), "into": str(tmp_path / "one")}
    made = make_download(Place(case=case), task, lambda *_: None)
    with open_case(case) as kept:
        assert made == make_files(build(kept), kept.judgements(), wanted, tmp_path / "two")
    assert set(FORMATS) <= set(OFFERS)


def test_what_is_given_as_it_stands_says_that_it_may_name_people(bench: Any) -> None:
    rows = {one["name"]: one["is_whole"] for one in bench.get("/downloads.json").json()["files"]}
    assert {name for name, is_whole in rows.items() if is_whole} == {"set-aside", "decisions"}
    assert bench.get("/downloads").text.count("private persons may be named in it") == 2
