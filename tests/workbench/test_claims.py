"""The list of claims, its filters, and one decision on many of them."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from rashomon.judging import read_filter, select_claims
from rashomon.model.judgements import Judgement
from rashomon.store import open_case


def kept(case: Path) -> tuple[Judgement, ...]:
    with open_case(case) as held:
        return held.judgements()


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [("facet", "killed")],
        [("facet", "killed"), ("facet", "wounded"), ("certainty", "asserted")],
        [("outlet", "Conflict Ledger"), ("state", "undecided")],
        [("report", "01-general-staff-briefing.txt"), ("flag", "inferred_relay")],
        [("speaker", "AFP")],
        [("confidence", "..0.9"), ("facet", "place")],
        [("event", "e_none")],
    ],
)
def test_the_index_chooses_as_a_decision_would(bench: Any, pairs: list[tuple[str, str]]) -> None:
    snapshot = bench.live.snapshot
    wanted = read_filter(pairs)
    assert tuple(snapshot.claim_index.select(wanted)) == select_claims(wanted, snapshot.surveyed)


def test_claims_are_filtered_and_paged(bench: Any) -> None:
    found = bench.get("/claims.json?facet=killed&outlet=conflict+ledger").json()
    assert found["filter"] == {"facet": ["killed"], "outlet": ["conflict ledger"]}
    assert {claim["facet"] for claim in found["claims"]} == {"killed"}
    everything = bench.get("/claims.json").json()
    assert (everything["total"], everything["pages"]) == (len(bench.live.snapshot.claims), 3)
    assert len(everything["claims"]) == 50
    event = bench.live.snapshot.held.linked.events[0].id
    by_page = bench.get(f"/claims.json?event=http://127.0.0.1/events/{event}").json()
    assert by_page["total"] == bench.get(f"/claims.json?event={event}").json()["total"] > 0
    assert bench.get("/claims?facet=rumour").status_code == 422
    assert "No claim is like that" in bench.get("/claims?facet=missing&facet=captured&speaker=nobody").text


def test_each_claim_of_a_page_can_be_ticked(bench: Any, case: Path) -> None:
    page = bench.get("/claims?facet=killed").text
    ids = re.findall(r'name="claim" value="(\w+)" form="bulk"', page)
    assert ids
    answer = bench.submit(
        "/claims/bulk", kind="accept", claim=ids[:3], why="checked", back="/claims?facet=killed"
    )
    assert str(answer.url).startswith("http://127.0.0.1:8350/claims?facet=killed&done=")
    (judgement,) = kept(case)
    assert (judgement.kind, judgement.targets) == ("accept", tuple(ids[:3]))
    assert "One decision on this and 2 other claims" in answer.text
    assert bench.submit("/claims/bulk", kind="accept", why="none").status_code == 422


def test_all_that_match_are_decided_on_after_a_confirmation(bench: Any, case: Path) -> None:
    first = bench.get("/claims.json?facet=killed").json()
    total = first["total"]
    bench.submit("/claims/decide", kind="reject", claim=first["claims"][0]["id"], why="no", back="/claims")
    asked = bench.submit("/claims/bulk", all="accept", facet="killed", why="all checked", back="/claims")
    assert len(kept(case)) == 1
    assert f"Accept {total - 1} claims?" in asked.text
    assert "on 1 of them somebody decided already" in asked.text
    fields = {"all": "accept", "facet": "killed", "why": "all checked", "back": "/claims"}
    again = bench.submit("/claims/bulk", **fields, confirm=str(total))
    assert "Nothing was decided" in again.text
    done = bench.submit("/claims/bulk", **fields, confirm=str(total - 1))
    assert done.status_code == 200
    judgement = kept(case)[-1]
    assert (judgement.kind, len(judgement.targets)) == ("accept", total - 1)
    assert json.loads(judgement.details) == {"where": {"facet": ["killed"], "state": ["undecided"]}}
    nothing = bench.submit("/claims/bulk", **fields)
    assert "There is nothing left to decide here" in nothing.text


def test_what_is_shown_before_is_from_all_over_the_list(bench: Any) -> None:
    total = len(bench.live.snapshot.claims)
    asked = bench.submit("/claims/bulk", all="reject", why="a try", back="/claims").text
    assert f"Reject {total} claims?" in html.unescape(asked)
    assert asked.count('<article class="claim-card"') == 20
