from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.store import open_case
from rashomon.workbench.guards import POLICY
from rashomon.workbench.routes import VIEWS
from rashomon.workbench.visits import case_name


def first_event(bench: Any) -> str:
    return str(bench.get("/events.json").json()["events"][0]["id"])


def test_the_front_door_leads_to_the_events(bench: Any) -> None:
    answer = bench.get("/")
    assert answer.url.path == "/events"
    assert "<h1>Events</h1>" in answer.text


@pytest.mark.parametrize("path", [path for path in VIEWS if "{" not in path])
def test_each_view_is_a_page_and_json(bench: Any, path: str) -> None:
    page, data = bench.get(path), bench.get(f"{path}.json")
    assert page.headers["content-type"].startswith("text/html")
    assert data.headers["content-type"] == "application/json"
    assert page.status_code == data.status_code == 200
    assert isinstance(data.json(), dict)


def test_what_is_not_there_is_said_in_the_form_asked_for(bench: Any) -> None:
    assert bench.get("/events/e_none").status_code == 404
    assert "There is no event" in bench.get("/events/e_none.json").json()["message"]
    assert bench.get("/events.json?policy=none").json()["status"] == 422


def test_a_decision_is_kept_and_signed_and_told(bench: Any, case: Path) -> None:
    event = first_event(bench)
    claim = bench.get(f"/events/{event}.json").json()["claims"][0]["id"]
    answer = bench.submit("/claims/decide", kind="reject", claim=claim, why="a slip", back=f"/events/{event}")
    assert answer.status_code == 200
    assert "Kept: reject" in answer.text
    with open_case(case) as kept:
        (judgement,) = kept.judgements()
    assert (judgement.kind, judgement.targets, judgement.by, judgement.why) == (
        "reject",
        (claim,),
        "Ada Coder",
        "a slip",
    )


def test_a_decision_without_a_reason_is_not_taken(bench: Any, case: Path) -> None:
    claim = bench.get(f"/events/{first_event(bench)}.json").json()["claims"][0]["id"]
    assert bench.submit("/claims/decide", kind="reject", claim=claim, why=" ").status_code == 422
    with open_case(case) as kept:
        assert kept.judgements() == ()


def test_what_another_program_changes_is_seen(bench: Any, case: Path) -> None:
    event = first_event(bench)
    claim = bench.get(f"/events/{event}.json").json()["claims"][0]["id"]
    done = CliRunner().invoke(main, ["judge", str(case), "reject", claim, "--why", "read wrong"])
    assert done.exit_code == 0, done.output
    bench.live.renew(wait=30)
    assert len(bench.live.snapshot.judgements) == 1


def test_a_form_of_another_session_changes_nothing(bench: Any, case: Path) -> None:
    answer = bench.post("/claims/decide", data={"csrf": "0" * 64, "kind": "reject", "why": "no"})
    assert answer.status_code == 403
    sent_from_elsewhere = {"origin": "http://elsewhere.example"}
    assert bench.post("/person", data={"csrf": bench.csrf()}, headers=sent_from_elsewhere).status_code == 403
    with open_case(case) as kept:
        assert kept.judgements() == ()


@pytest.mark.parametrize("path", ["/events", "/none", "/events.json", "/static/page.css", "/events?policy=x"])
def test_every_answer_has_the_headers(bench: Any, path: str) -> None:
    headers = bench.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"


def test_a_foreign_name_is_refused(bench: Any) -> None:
    assert bench.get("/events", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_token_is_asked_for_and_leaves_the_address(case: Path, open_bench: Callable[..., Any]) -> None:
    bench = open_bench(case, token="let-me-in")  # noqa: S106
    assert bench.get("/events").status_code == 401
    answer = bench.get("/events?token=let-me-in&page=1")
    assert (answer.status_code, answer.url.query) == (200, b"page=1")
    assert bench.get("/events").status_code == 200


def test_an_action_leads_only_to_our_own_pages(bench: Any) -> None:
    answer = bench.submit("/person", name="Ben", back="//elsewhere.example/events")
    assert str(answer.url) == "http://127.0.0.1:8350/events"
    assert 'value="Ben"' in answer.text


def test_what_somebody_decided_in_between_is_shown_and_not_overwritten(bench: Any, case: Path) -> None:
    event = first_event(bench)
    claim = bench.get(f"/events/{event}.json").json()["claims"][0]["id"]
    before = str(bench.live.snapshot.seen)
    other = CliRunner().invoke(
        main, ["judge", str(case), "accept", claim, "--why", "is right", "--by", "Ben"]
    )
    assert other.exit_code == 0, other.output
    fields = {"kind": "reject", "claim": claim, "why": "is wrong", "back": "/events", "seen": before}
    answer = bench.submit("/claims/decide", **fields)
    assert answer.status_code == 409
    assert "is right" in answer.text
    with open_case(case) as kept:
        assert [judgement.kind for judgement in kept.judgements()] == ["accept"]
        now = str(kept.last_judgement())
    assert bench.submit("/claims/decide", **{**fields, "seen": now}).status_code == 200
    with open_case(case) as kept:
        assert [judgement.kind for judgement in kept.judgements()] == ["accept", "reject"]


def test_a_case_is_called_by_its_folder_whichever_of_both_was_named(case: Path) -> None:
    assert case_name(case) == case_name(case / "case.db") == "akabar"
