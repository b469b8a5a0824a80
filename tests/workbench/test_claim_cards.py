"""The claim card: what it shows, and each decision that can be taken on it."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.model.claims import Claim, Count
from rashomon.model.judgements import Judgement
from rashomon.store import open_case

HTMX = {"hx-request": "true", "origin": "http://127.0.0.1:8350"}


def a_count(bench: Any, facet: str = "killed") -> Claim:
    claims = bench.live.snapshot.surveyed.claims
    return next(c for c in claims if c.facet == facet and isinstance(c.value, Count) and c.value.low)


def kept(case: Path) -> tuple[Judgement, ...]:
    with open_case(case) as held:
        return held.judgements()


def shown_fields(page: str) -> str:
    """What the form says that it showed."""
    found = re.search(r'name="was" value="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


def correct(bench: Any, claim: Claim, **said: str) -> Any:
    was = shown_fields(bench.get(f"/claims/{claim.id}").text)
    fields = {**json.loads(was), **said}
    return bench.submit("/claims/correct", claim=claim.id, was=was, **{"why": "read again", **fields})


def test_a_claim_has_an_address_with_its_words_its_speakers_and_its_place(bench: Any) -> None:
    claim = a_count(bench)
    page = bench.get(f"/claims/{claim.id}").text
    assert f"<mark>{html.escape(claim.passages[0].words)}" in page
    assert f'href="/reports/{claim.report_id}?claim={claim.id}#at-{claim.id}"' in page
    assert 'aria-label="Who said it"' in page
    data = bench.get(f"/claims/{claim.id}.json").json()["claim"]
    assert (data["id"], data["review"]["state"]) == (claim.id, "undecided")


def test_the_card_tells_who_decided_and_why_and_gives_it_back(bench: Any, case: Path) -> None:
    claim = a_count(bench)
    bench.submit("/claims/decide", kind="accept", claim=claim.id, why="seen on the page", back="/events")
    page = bench.get(f"/claims/{claim.id}").text
    assert "Accepted by <bdi>Ada Coder</bdi>" in page
    assert "seen on the page" in page
    (judgement,) = kept(case)
    bench.submit("/undo", judgement=judgement.id, card=claim.id, why="taken back", back="/events")
    assert bench.get(f"/claims/{claim.id}.json").json()["claim"]["review"]["state"] == "undecided"


def test_the_last_reason_stands_in_the_field(bench: Any) -> None:
    claim = a_count(bench)
    bench.submit("/claims/decide", kind="accept", claim=claim.id, why="seen <twice>", back="/events")
    assert 'name="why" value="seen &lt;twice&gt;"' in bench.get(f"/claims/{claim.id}").text


def test_only_what_was_changed_is_corrected(bench: Any, case: Path) -> None:
    claim = a_count(bench)
    assert isinstance(claim.value, Count)
    answer = correct(bench, claim, low="1,200", high="")
    assert answer.status_code == 200, answer.text
    said = json.loads(kept(case)[-1].details)
    wanted = {"low": 1200} if claim.value.high is None else {"low": 1200, "high": None}
    assert said == wanted
    assert bench.live.snapshot.claims[claim.id].value.low == 1200


def test_a_second_correction_keeps_what_the_first_said(bench: Any, case: Path) -> None:
    claim = a_count(bench)
    correct(bench, claim, low="70", high="80")
    correct(bench, claim, status="civilian")
    assert json.loads(kept(case)[-1].details) == {"low": 70, "high": 80, "status": "civilian"}
    now = bench.live.snapshot.claims[claim.id]
    assert (now.value.low, now.value.high, now.about.status) == (70, 80, "civilian")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "nothing was changed"),
        ({"low": "many"}, "is no number"),
        ({"low": "9", "high": "8"}, "lies above"),
        ({"certainty": "surely"}, "expected one of"),
        ({"about": " "}, "a registry id or words"),
        ({"was": "no json"}, "does not say what its page showed"),
    ],
)
def test_a_correction_that_cannot_be_is_told_and_not_kept(
    bench: Any, case: Path, said: dict[str, str], words: str
) -> None:
    claim = next(
        c
        for c in bench.live.snapshot.surveyed.claims
        if isinstance(c.value, Count) and c.value.low and c.about and c.about.words
    )
    answer = (
        correct(bench, claim, **said)
        if "was" not in said
        else (bench.submit("/claims/correct", claim=claim.id, why="a try", low="3", **said))
    )
    assert answer.status_code == 422
    assert words in answer.text
    assert kept(case) == ()


def test_a_party_is_named_by_its_name_or_its_id(bench: Any, case: Path) -> None:
    claim = a_count(bench)
    correct(bench, claim, about="GATIA")
    assert json.loads(kept(case)[-1].details)["about"] == "gatia"
    names = bench.get("/names.json?about=GATI").json()["actors"]
    assert names[0]["id"] == "gatia"
    assert bench.get("/names.json?q=zzzz").json()["actors"] == []


def test_words_are_said_to_mean_an_actor_in_the_report_or_everywhere(bench: Any, case: Path) -> None:
    claim = a_count(bench)
    fields = {"claim": claim.id, "words": "the column", "why": "so the text says", "back": "/events"}
    assert bench.submit("/identify", **fields, means="gatia", where="report").status_code == 200
    assert json.loads(kept(case)[-1].details) == {
        "words": "the column",
        "means": "gatia",
        "report": claim.report_id,
    }
    bench.submit("/identify", **fields, means="gatia", where="case")
    assert json.loads(kept(case)[-1].details)["report"] is None
    answer = bench.submit("/identify", **fields, means="nobody at all", where="case")
    assert (answer.status_code, len(kept(case))) == (422, 2)


def test_a_script_is_given_the_card_alone_and_the_notice(bench: Any) -> None:
    claim = a_count(bench)
    fields = {"csrf": bench.csrf(), "seen": "0", "kind": "reject", "claim": claim.id, "why": "no such figure"}
    answer = bench.post("/claims/decide", data=fields | {"back": "/events?page=1"}, headers=HTMX)
    assert answer.url.path == f"/claims/{claim.id}"
    assert f'<article id="{claim.id}" class="claim-card rejected"' in answer.text
    assert "Kept: reject" in answer.text
    assert 'name="low"' not in answer.text
    assert 'name="back" value="/events?page=1"' in answer.text


def test_a_conflict_takes_the_place_of_the_card(bench: Any, case: Path) -> None:
    claim = a_count(bench)
    other = CliRunner().invoke(
        main, ["judge", str(case), "accept", claim.id, "--why", "is right", "--by", "Ben"]
    )
    assert other.exit_code == 0, other.output
    fields = {"csrf": bench.csrf(), "seen": "0", "kind": "reject", "claim": claim.id, "why": "is wrong"}
    answer = bench.post("/claims/decide", data=fields | {"back": "/events"}, headers=HTMX)
    assert answer.status_code == 409
    assert f'<article id="{claim.id}" class="conflict"' in answer.text
    assert "is right" in answer.text


def test_a_decision_shows_before_it_is_worked_in(bench: Any, case: Path) -> None:
    claim = a_count(bench)
    bench.live.close()
    bench.submit("/claims/decide", kind="reject", claim=claim.id, why="no such figure", back="/events")
    assert bench.live.snapshot.judgements == ()
    page = bench.get(f"/claims/{claim.id}?done={kept(case)[0].id}").text
    assert "Rejected (being worked in)" in page
    assert "Kept: reject" in page


def test_a_claim_that_is_not_there_is_not_found(bench: Any) -> None:
    assert bench.get("/claims/c_none").status_code == 404
    assert bench.submit("/claims/correct", claim="c_none", was="{}", why="x").status_code == 404
    assert bench.submit("/identify", claim="c_none", why="x").status_code == 404


def test_a_day_that_is_none_is_told_whatever_the_other_bound_is(bench: Any) -> None:
    day = next(c for c in bench.live.snapshot.surveyed.claims if c.facet == "date")
    answer = correct(bench, day, start="next spring")
    assert answer.status_code == 422
    assert "expected a date" in html.unescape(answer.text)
