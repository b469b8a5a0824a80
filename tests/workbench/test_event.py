from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.store import open_case

AKABAR = "Clash near Akabar, 1 April 2018"
BANGOU = "Clash near Bani Bangou, 1 April 2018"


def event_id(bench: Any, title: str = AKABAR) -> str:
    events = bench.get("/events.json").json()["events"]
    return str(next(event["id"] for event in events if event["title"] == title))


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def kept(case: Path) -> list[Any]:
    with open_case(case) as held:
        return list(held.judgements())


def test_the_record_stands_with_each_figure_and_why(bench: Any) -> None:
    page = words(bench.get(f"/events/{event_id(bench)}").text)
    assert "34 (25–54) killed in all, as UCDP GED counts" in page
    for policy in ("UCDP", "ACLED", "Range", "Airwars", "Latest"):
        assert policy in page
    assert "No total was given, so the figures for separate groups are added" in page
    assert page.count("Left aside") >= 1


def test_another_policy_and_an_earlier_day_are_read_at_their_own_address(bench: Any) -> None:
    event = event_id(bench)
    acled = bench.get(f"/events/{event}?policy=acled")
    assert "24 killed in all, as ACLED counts" in words(acled.text)
    early = bench.get(f"/events/{event}?as_of=2018-04-03")
    assert "from what was known on 2018-04-03" in words(early.text)
    data = bench.get(f"/events/{event}.json?as_of=2018-04-03").json()
    known = {one["report_id"] for one in data["claims"]}
    assert len(known) == len(data["event"]["reports"]) == 2
    assert "claims of reports that came out later are left out here" in words(early.text)
    assert "Conflict Ledger" not in words(early.text).partition("Told in")[0]
    assert bench.get(f"/events/{event}?policy=none").status_code == 422
    assert f'href="/events/{event}/article?policy=acled"' in acled.text


def test_every_claim_is_there_by_facet_and_page(bench: Any) -> None:
    event = event_id(bench)
    every = {claim["id"] for claim in bench.get(f"/events/{event}.json").json()["claims"]}
    seen: set[str] = set()
    for page in range(1, 4):
        text = bench.get(f"/events/{event}?page={page}").text
        seen |= set(re.findall(r'<article id="(c_\w+)"', text))
    assert seen == every
    killed = bench.get(f"/events/{event}?facet=killed").text
    shown = re.findall(r'<article id="(c_\w+)"', killed)
    assert 0 < len(shown) < len(every)
    assert 'aria-current="true">Killed</a>' in killed


def test_findings_lead_to_their_claims_on_this_page_or_on_their_own(bench: Any) -> None:
    event = event_id(bench)
    text = bench.get(f"/events/{event}?facet=date").text
    shown = set(re.findall(r'<article id="(c_\w+)"', text))
    linked = set(re.findall(r'href="#(c_\w+)"', text))
    assert linked <= shown
    (elsewhere, *_) = re.findall(r'href="(/claims/c_\w+)"', text)
    assert bench.get(elsewhere).status_code == 200


def test_a_rejected_claim_stands_apart_with_who_rejected_it(bench: Any) -> None:
    event = event_id(bench)
    claim = bench.get(f"/events/{event}.json").json()["claims"][0]["id"]
    bench.submit("/claims/decide", kind="reject", claim=claim, why="said of another place", back="/events")
    bench.live.renew(wait=30)
    data = bench.get(f"/events/{event}.json").json()
    assert [one["id"] for one in data["rejected"]] == [claim]
    assert claim not in {one["id"] for one in data["claims"]}
    assert data["reviews"][claim]["state"] == "rejected"
    text = bench.get(f"/events/{event}").text
    assert re.search(rf'<h2 id="rejected">.*<article id="{claim}" class="claim-card rejected"', text, re.S)
    assert "Reject by Ada Coder : said of another place" in words(text)


def test_what_was_decided_of_an_event_is_told_and_can_be_undone_there(bench: Any) -> None:
    event = event_id(bench)
    claim = bench.get(f"/events/{event}.json").json()["claims"][0]["id"]
    bench.submit("/claims/decide", kind="reject", claim=claim, why="a slip", back="/events")
    bench.live.renew(wait=30)
    (one,) = bench.get(f"/events/{event}.json").json()["history"]
    bench.submit("/undo", judgement=one["judgement"]["id"], why="taken back", back=f"/events/{event}")
    bench.live.renew(wait=30)
    data = bench.get(f"/events/{event}.json").json()
    assert [(j["judgement"]["kind"], j["holds"]) for j in data["history"]] == [
        ("undo", True),
        ("reject", False),
    ]
    assert data["rejected"] == []


def test_events_near_it_and_told_beside_it_lead_to_the_comparison(bench: Any) -> None:
    event, other = event_id(bench), event_id(bench, BANGOU)
    data = bench.get(f"/events/{event}.json").json()
    assert [one["id"] for one in data["near"]] == [other]
    assert "on the same day" in data["near"][0]["reasons"]
    assert {one["how"] for one in data["related"]} >= {"around it", "told beside it"}
    assert f'href="/compare?left={event}&amp;right={other}"' in bench.get(f"/events/{event}").text


def test_an_event_without_place_and_date_says_so(bench: Any) -> None:
    page = words(bench.get(f"/events/{event_id(bench, 'Clash')}").text)
    assert "No map: no report says where it was" in page
    assert "No report gives a figure for people killed, wounded or captured here. That is not zero." in page
    assert "Only one report tells of it, so there is nothing to split" in page


def test_splitting_takes_the_ticked_reports_out_and_is_undone_at_once(bench: Any, case: Path) -> None:
    event = event_id(bench)
    page = bench.get(f"/events/{event}").text
    reports = re.findall(r'name="report" value="(r_\w+)"', page)
    assert len(reports) == 8
    fields = {"event": event, "report": reports[:2], "why": "a fight of another day"}
    done = bench.submit("/events/split", **fields, back=f"/events/{event}")
    assert done.status_code == 200
    assert "Undo" in done.text
    bench.live.renew(wait=30)
    (judgement,) = kept(case)
    assert (judgement.kind, judgement.by) == ("split", "Ada Coder")
    assert len(bench.get(f"/events/{event}.json").json()["event"]["reports"]) < 8
    told = [e for e in bench.get("/events.json").json()["events"] if "Akabar" in e["title"]]
    assert 6 in [e["reports"] for e in told]
    bench.submit("/undo", judgement=judgement.id, why="taken back", back="/events")
    bench.live.renew(wait=30)
    assert len(bench.get(f"/events/{event}.json").json()["event"]["reports"]) == 8


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"report": []}, 422, "no report was chosen"),
        ({"report": ["r_none"]}, 404, "There is no report"),
        ({"event": "e_none", "report": ["r_none"]}, 404, "There is no event"),
    ],
)
def test_a_split_that_cannot_be_says_why(
    bench: Any, case: Path, fields: dict[str, Any], status: int, told: str
) -> None:
    answer = bench.submit("/events/split", **{"event": event_id(bench), "why": "x", **fields})
    assert answer.status_code == status
    assert told in words(answer.text)
    assert kept(case) == []


def test_the_draft_is_shown_with_its_evidence_and_as_text_to_copy(bench: Any) -> None:
    event = event_id(bench)
    page = bench.get(f"/events/{event}/article")
    assert 'class="said"' in page.text
    assert "What these sentences rest on" in page.text
    markdown = bench.get(f"/events/{event}/article?as=markdown").text
    wikitext = bench.get(f"/events/{event}/article?as=wikitext").text
    assert "<textarea" in markdown
    assert "{{Infobox" in wikitext
    data = bench.get(f"/events/{event}/article.json").json()
    made = CliRunner().invoke(main, ["article", str(bench.live.path), event])
    assert data["texts"]["markdown"].rstrip("\n") == made.output.rstrip("\n")


def test_names_stay_out_of_the_draft_until_they_are_asked_for(
    tmp_path: Path, open_bench: Callable[..., Any]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        "GAO, 4 May 2019. Gunmen attacked the market of Gao on Friday and killed a trader, police said. He was shot "
        "with his 40-year-old brother Ousmane Diarro, who died later, police said.\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(main, ["run", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    bench = open_bench(tmp_path / "out")
    event = bench.get("/events.json").json()["events"][0]["id"]
    assert "Diarro" not in bench.get(f"/events/{event}/article").text
    assert "names private persons" not in bench.get(f"/events/{event}/article").text
    assert "names private persons" in words(bench.get(f"/events/{event}/article?names=1").text)
    assert "Diarro" in bench.get(f"/events/{event}").text
