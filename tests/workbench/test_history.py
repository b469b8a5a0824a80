"""The history of decisions, what they changed in the record, and decisions taken to and from a file."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from rashomon.cli import main
from rashomon.model.claims import Claim, Count
from rashomon.model.codec import to_json
from rashomon.model.judgements import Judgement
from rashomon.store import open_case


def counts(bench: Any, facet: str = "killed") -> list[Claim]:
    claims = bench.live.snapshot.surveyed.claims
    return [c for c in claims if c.facet == facet and isinstance(c.value, Count) and c.value.low]


def decide(bench: Any, kind: str, *claims: Claim, why: str = "checked") -> str:
    answer = bench.submit(
        "/claims/decide", kind=kind, claim=[claim.id for claim in claims], why=why, back="/history"
    )
    assert answer.status_code == 200, answer.text
    return str(bench.live.snapshot.judgements[-1].id)


def states(bench: Any, query: str = "") -> list[tuple[str, str]]:
    found = bench.get(f"/history.json?{query}").json()["decisions"]
    return [(one["judgement"]["kind"], one["state"]) for one in found]


def test_an_empty_history_says_where_decisions_are_taken(bench: Any) -> None:
    page = bench.get("/history").text
    assert "Nothing was decided in this case yet" in page
    assert 'href="/claims"' in page


def test_decisions_stand_newest_first_with_their_state(bench: Any) -> None:
    first, second = counts(bench)[:2]
    decide(bench, "accept", first, why="seen <there>")
    decide(bench, "reject", first)
    decide(bench, "accept", second)
    assert states(bench) == [("accept", "holds"), ("reject", "holds"), ("accept", "replaced")]
    assert states(bench, "kind=reject") == [("reject", "holds")]
    assert states(bench, "state=replaced&person=ada+coder") == [("accept", "replaced")]
    assert states(bench, f"claim={second.id}") == [("accept", "holds")]
    assert states(bench, "person=Ben") == []
    page = bench.get("/history").text
    assert "seen &lt;there&gt;" in page
    assert "A later decision is in force" in page
    assert f'href="/claims/{first.id}"' in page


def test_a_decision_is_undone_and_given_back(bench: Any) -> None:
    taken = decide(bench, "reject", counts(bench)[0])
    bench.submit("/undo", judgement=taken, why="too quick", back="/history")
    assert states(bench) == [("undo", "holds"), ("reject", "undone")]
    undoing = bench.live.snapshot.judgements[-1].id
    assert f'name="judgement" value="{undoing}"' in bench.get("/history").text
    bench.submit("/undo", judgement=undoing, why="it was right", back="/history")
    assert states(bench) == [("undo", "holds"), ("undo", "undone"), ("reject", "holds")]


def test_the_notice_and_the_history_tell_what_changed_in_the_record(bench: Any) -> None:
    events = bench.live.snapshot.lens("ucdp").events
    event = next(one for one in events if one.totals.ucdp.best)
    claims = [c for c in counts(bench) if event.id in bench.live.snapshot.surveyed.events_of.get(c.id, ())]
    was = json.dumps({"low": "", "high": ""})
    for claim in claims:
        fields = {"claim": claim.id, "was": was, "low": "77", "high": "77", "why": "read again"}
        answer = bench.submit("/claims/correct", **fields, back="/history")
        assert answer.status_code == 200
    told = [one["consequence"] for one in bench.get("/history.json").json()["decisions"]]
    changes = [change for one in told for event in one["events"] for change in event["changes"]]
    now = bench.live.snapshot.lens("ucdp").event(event.id).totals.ucdp.best
    best = next(change for change in changes if change["what"] == "killed, best (UCDP)")
    assert best["after"] == str(now)
    assert best["before"] != best["after"]
    assert f"→ <bdi>{now}</bdi>" in bench.get("/history").text
    assert f"→ <bdi>{now}</bdi>" in answer.text


def test_a_decision_that_changes_nothing_says_so(bench: Any) -> None:
    claim = counts(bench)[0]
    fields = {"kind": "accept", "claim": claim.id, "why": "checked", "back": "/events"}
    assert (
        "No figure, date, place or side of the record changed"
        in bench.submit("/claims/decide", **fields).text
    )


def test_a_decision_taken_elsewhere_is_told_with_its_events(bench: Any, case: Path) -> None:
    claim = counts(bench)[0]
    done = CliRunner().invoke(main, ["judge", str(case), "reject", claim.id, "--why", "no", "--by", "Ben"])
    assert done.exit_code == 0, done.output
    bench.live.renew(wait=30)
    (found,) = bench.get("/history.json").json()["decisions"]
    assert found["consequence"]["is_known"] is False
    assert found["consequence"]["events"]


def test_decisions_are_taken_to_a_file_and_from_it(bench: Any, case: Path) -> None:
    decide(bench, "accept", *counts(bench)[:2])
    given = bench.get("/history/decisions.jsonl")
    assert given.headers["content-disposition"] == 'attachment; filename="decisions.jsonl"'
    with open_case(case) as kept:
        assert given.text == "".join(f"{to_json(one)}\n" for one in kept.judgements())
    known = json.loads(given.text)
    other = {**known, "id": "j_elsewhere", "by": "Ben", "kind": "reject"}
    lines = [
        given.text.strip(),
        "not json",
        json.dumps(other),
        json.dumps({**other, "id": "j_2", "kind": "guess"}),
    ]
    answer = upload(bench, "\n".join(lines).encode())
    assert answer.status_code == 200
    assert "1 decision taken in" in answer.text
    assert "1 was known already" in answer.text
    assert "Line 2:" in answer.text
    assert "Line 4: <bdi>&#39;guess&#39; is no kind of decision" in answer.text
    bench.live.renew(wait=30)
    assert states(bench)[0] == ("reject", "holds")


def upload(bench: Any, raw: bytes) -> Any:
    return bench.post(
        "/history/import", data={"csrf": bench.csrf()}, files={"file": ("decisions.jsonl", raw)}
    )


def test_a_file_that_is_none_is_told(bench: Any) -> None:
    assert upload(bench, b"\xff\xfe\x00").status_code == 422
    assert "Line 1:" in upload(bench, b"{}").text
    assert bench.post("/history/import", data={"csrf": bench.csrf()}).status_code == 422


def test_codings_that_are_blind_are_not_told_to_others(bench: Any, case: Path) -> None:
    def judge(*words: str) -> None:
        done = CliRunner().invoke(main, ["judge", str(case), *words])
        assert done.exit_code == 0, done.output

    judge("sample", "pilot", "--size", "2", "--by", "Cleo", "--why", "a test")
    with open_case(case) as kept:
        claim = json.loads(kept.judgements()[-1].details)
    ids = kept_targets(case)
    assert claim
    judge("code", "pilot", ids[0], "wrong", "--set", "low=4711", "--by", "Ben", "--why", "four thousand")
    bench.live.renew(wait=30)
    for address in ("/history", "/history.json", "/history/decisions.jsonl"):
        text = bench.get(address).text
        # The file is to be taken into another case, which could not use a coding that says nothing.
        assert ("Ben" in text) is not address.endswith("jsonl")
        assert "4711" not in text
        assert "four thousand" not in text


def kept_targets(case: Path) -> list[str]:
    with open_case(case) as kept:
        judgement: Judgement = kept.judgements()[-1]
    return [anchor.id for anchor in judgement.anchors] or list(judgement.targets)


def test_a_decision_not_worked_in_yet_stands_in_the_history(bench: Any) -> None:
    claim = counts(bench)[0]
    bench.live.close()
    answer = bench.submit("/claims/decide", kind="reject", claim=claim.id, why="no such", back="/history")
    assert "Being worked in" in html.unescape(answer.text)
    assert "The record is being made anew" in answer.text
