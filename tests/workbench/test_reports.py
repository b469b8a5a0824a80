"""The list of reports, one report, its metadata and the claims that people add to it."""

from __future__ import annotations

import html
import json
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.model.claims import timecode_of
from rashomon.model.report import Report
from rashomon.pipeline import stale_readings
from rashomon.store import open_case

TRAPS = (
    "Ménaka, 2 May 2018 - Four herders were killed near the well on Tuesday, the governor said.\r\n"
    "<script>alert(1)</script> A second man & a boy were wounded. \U0001f600 Three herders were wounded.\n"
)


@pytest.fixture(scope="module")
def trapped_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with markup, CR LF and a character beyond 16 bits in a report; not to be changed."""
    folder = tmp_path_factory.mktemp("trapped")
    out = folder / "out"
    record = {
        "id": 'a"b<i>',
        "text": TRAPS,
        "title": "<b>Herders</b> \u202egnorw",
        "url": "javascript:alert(1)",
    }
    lines = [
        record,
        {"id": "quiet", "text": "It rained.", "language": "en"},
        {"id": "odd", "text": "Здравствуйте, как дела сегодня?", "language": "ru"},
    ]
    (folder / "r.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines))
    done = CliRunner().invoke(main, ["run", str(folder / "r.jsonl"), "--out", str(out)])
    assert done.exit_code in (0, 1), done.output
    return out


@pytest.fixture
def trapped(trapped_case: Path, tmp_path: Path, open_bench: Callable[..., Any]) -> Any:
    """The workbench of a copy of that case."""
    return open_bench(Path(shutil.copytree(trapped_case, tmp_path / "out")))


def report_named(bench: Any, ref: str) -> Report:
    return next(r for r in bench.live.snapshot.reports.values() if r.source_ref == ref)


def text_of(page: str) -> str:
    """The report's text as the page holds it."""
    region = page[page.index('<div id="text"') :]
    region = region[region.index(">") + 1 : region.index("</div>")]
    return html.unescape(re.sub(r"<summary>.*?</summary>|<[^>]*>", "", region))


def test_reports_are_listed_filtered_and_sorted(bench: Any) -> None:
    def names(query: str) -> list[str]:
        return [one["source_ref"] for one in bench.get(f"/reports.json?{query}").json()["reports"]]

    assert len(names("")) == 8
    assert names("outlet=conflict+ledger") == ["08-conflict-ledger.html"]
    assert names("mark=copy") == ["07-wire-copy.txt"]
    assert names("mark=undated") == []
    assert names("since=2018-04-13&until=2018-04-23") == [
        "06-commander-remark.txt",
        "05-radio-interview.txt",
        "08-conflict-ledger.html",
    ]
    assert names("q=statement&language=en") == ["02-alliance-statement.txt"]
    assert names("sort=published&order=down")[0] == "05-radio-interview.txt"
    assert bench.get("/reports?since=soon").status_code == 422
    assert bench.get("/reports?mark=none").status_code == 422
    assert "No report is like that" in bench.get("/reports?q=zzzz").text


def test_silent_undated_and_unread_reports_are_picked_out(trapped: Any) -> None:
    lines = {one["source_ref"]: one for one in trapped.get("/reports.json").json()["reports"]}
    assert lines["quiet"]["marks"] == ["silent", "undated"]
    assert lines["quiet"]["why"]
    assert "unread" in lines["odd"]["marks"]
    page = trapped.get(f"/reports/{report_named(trapped, 'odd').id}").text
    assert "Nothing is claimed from this report" in page


def test_the_text_on_the_page_is_the_text_of_the_report(trapped: Any, bench: Any) -> None:
    report = report_named(trapped, 'a"b<i>')
    page = trapped.get(f"/reports/{report.id}").text
    assert text_of(page) == report.text == TRAPS
    assert "<script>alert" not in page
    assert "javascript:" not in page.replace('value="javascript:', "")
    for one in bench.live.snapshot.reports.values():
        assert text_of(bench.get(f"/reports/{one.id}").text) == one.text


def test_each_passage_stands_where_the_page_says_and_leads_to_its_card(bench: Any) -> None:
    for report in bench.live.snapshot.reports.values():
        page = bench.get(f"/reports/{report.id}").text
        for start, words in re.findall(r'data-start="(\d+)"[^>]*>(?:<a [^>]*>)?([^<]*)<', page):
            words = html.unescape(words)
            assert report.text[int(start) : int(start) + len(words)] == words
        for claim in bench.live.snapshot.found.claims_of[report.id]:
            assert f'id="at-{claim.id}"' in page
            assert f'<article id="{claim.id}"' in page
        targets = re.findall(r'<mark [^>]*><a href="#(\w+)"', page)
        assert targets
        assert all(f'id="{target}"' in page for target in targets)


def test_a_huge_report_is_shown_in_pieces(tmp_path: Path, open_bench: Callable[..., Any]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    filler = "The market was open and the road was dry that day. " * 6_000
    (folder / "huge.txt").write_text(
        f"{filler}\n\nFive soldiers were killed at Gao on 3 May 2018, the army said.\n"
    )
    done = CliRunner().invoke(main, ["run", str(folder), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    bench = open_bench(tmp_path / "out")
    report = report_named(bench, "huge.txt")
    first = bench.get(f"/reports/{report.id}")
    assert "Piece 1 of" in first.text
    assert len(first.content) < 100_000
    claim = bench.live.snapshot.found.claims_of[report.id][0]
    assert f'id="at-{claim.id}"' in bench.get(f"/reports/{report.id}?claim={claim.id}").text
    assert f'id="at-{claim.id}"' not in first.text


def test_metadata_is_put_right_in_the_fields_that_changed(bench: Any, case: Path) -> None:
    report = report_named(bench, "01-general-staff-briefing.txt")
    fields = {"published": "2018-04-06", "outlet": report.outlet, "title": report.title, "kind": report.kind}
    address = f"/reports/{report.id}/metadata"
    assert (
        bench.submit(address, **fields, why="the stamp says so", back=f"/reports/{report.id}").status_code
        == 200
    )
    with open_case(case) as kept:
        (judgement,) = kept.judgements()
    assert json.loads(judgement.details) == {"published": "2018-04-06"}
    assert bench.live.snapshot.reports[report.id].published == "2018-04-06"
    for wrong in ({"published": "soon"}, {"kind": "gossip"}, {"kind": ""}, {}):
        assert bench.submit(address, why="a try", **wrong).status_code == 422
    assert bench.submit(address, title="", why="it has none").status_code == 200
    assert bench.live.snapshot.reports[report.id].title is None


def test_a_report_is_read_again_where_its_date_was_put_right(bench: Any) -> None:
    report = report_named(bench, "06-commander-remark.txt")
    assert report.published == "2018"

    def wait_for(published: str, judged: int) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and stale(bench):
            time.sleep(0.1)
        assert not stale(bench)
        bench.live.renew(wait=30)
        assert bench.live.snapshot.reports[report.id].published == published
        assert len(bench.live.snapshot.judgements) == judged

    bench.submit(f"/reports/{report.id}/metadata", published="2019-04-01", why="the page says so")
    wait_for("2019-04-01", 1)
    bench.submit("/undo", judgement=bench.live.snapshot.judgements[0].id, why="it does not")
    wait_for("2018", 2)


def stale(bench: Any) -> int:
    with open_case(bench.live.path) as case:
        return stale_readings(case)


def add(bench: Any, report: Report, **said: str) -> Any:
    fields = {"facet": "wounded", "why": "missed", "back": f"/reports/{report.id}"}
    return bench.submit(f"/reports/{report.id}/claims", **{**fields, **said})


def test_a_missed_claim_is_added_by_selected_or_written_words(trapped: Any) -> None:
    report = report_named(trapped, 'a"b<i>')
    start = report.text.index("A second man")
    end = report.text.index(" were wounded")
    # A browser sends line ends its own way; the place that was selected holds all the same.
    answer = add(
        trapped, report, words=report.text[start:end], start=str(start), end=str(end), low="2", high="2"
    )
    assert answer.status_code == 200, answer.text
    added = next(c for c in trapped.live.snapshot.claims.values() if c.reader == "person/1")
    assert (added.passages[0].start, added.passages[0].end) == (start, end)
    event = trapped.live.snapshot.held.linked.events[0].id
    written = add(
        trapped, report, words="the\n governor  said", other_event=f"http://x/events/{event}?policy=ucdp"
    )
    assert written.status_code == 200, written.text
    assert 'class="claim-card added"' in trapped.get(f"/reports/{report.id}").text


def test_a_claim_of_a_recording_is_added_at_its_time(trapped: Any) -> None:
    report = report_named(trapped, "quiet")
    answer = add(trapped, report, words="two boys are carried away", at="0:01:02", low="2", high="2")
    assert answer.status_code == 200, answer.text
    (claim,) = trapped.live.snapshot.found.claims_of[report.id]
    assert timecode_of(claim) == "00:01:02"
    page = trapped.get(f"/reports/{report.id}").text
    assert f'<article id="{claim.id}" class="claim-card added"' in page
    assert f'href="/reports/{report.id}?claim={claim.id}#{claim.id}"' in page
    assert "heard at 00:01:02" in page
    assert add(trapped, report, words="two boys", at="noon").status_code == 422


def test_a_date_and_a_word_of_the_codebook_are_added(trapped: Any) -> None:
    report = report_named(trapped, 'a"b<i>')
    assert add(trapped, report, words="on Tuesday", facet="date", first_day="2018-05-01").status_code == 200
    assert add(trapped, report, words="near the well", facet="kind", term="ambush").status_code == 200
    values = {c.facet: c.value for c in trapped.live.snapshot.claims.values() if c.reader == "person/1"}
    assert values["date"].start == "2018-05-01"
    assert values["kind"].code == "ambush"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"words": "the governor said", "facet": "kind"}, "give its code"),
        ({"words": ""}, "select the claim"),
        ({"words": "no such words"}, "do not stand in"),
        ({"words": "herders were"}, "stands more than once"),
        ({"words": "herders were", "start": "1", "end": "5"}, "stands more than once"),
        ({"words": "the governor said", "facet": "rumour"}, "is no facet"),
        ({"words": "the governor said", "low": "5", "high": "2"}, "lies above"),
        ({"words": "the governor said", "status": "friend"}, "expected one of"),
        ({"words": "the governor said", "other_event": "e_0"}, "there is no event"),
    ],
)
def test_a_claim_that_cannot_be_added_is_told(trapped: Any, said: dict[str, str], words: str) -> None:
    answer = add(trapped, report_named(trapped, 'a"b<i>'), **said)
    assert answer.status_code == 422
    assert words in html.unescape(answer.text)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ({"facet": "date", "first_day": "2018-04", "low": "7"}, ("2018-04", "2018-04")),
        (
            {"facet": "date", "first_day": "2018-04-01", "last_day": "2018-04-03"},
            ("2018-04-01", "2018-04-03"),
        ),
        ({"facet": "kind", "term": "Suicide bombing"}, "suicide_bombing"),
        ({"facet": "means", "term": "dagger"}, "dagger"),
        ({"facet": "place", "low": "7", "term": "ambush"}, "governor"),
        ({"facet": "killed", "low": "7", "first_day": "2018"}, (7, None)),
    ],
)
def test_a_missed_claim_says_what_its_facet_takes(trapped: Any, said: dict[str, str], value: object) -> None:
    answer = add(
        trapped, report_named(trapped, 'a"b<i>'), **{"words": "governor", "low": "", "high": "", **said}
    )
    assert answer.status_code == 200, answer.text
    found = next(c for c in trapped.live.snapshot.claims.values() if c.reader == "person/1").value
    told = {
        "Moment": lambda: (found.start, found.end),
        "Term": lambda: found.code,
        "PlaceRef": lambda: found.words,
        "Count": lambda: (found.low, found.high),
    }[type(found).__name__]()
    assert told == value
    hits = trapped.get("/search.json?q=governor&kind=claim").json()["hits"]
    assert [hit["claim_id"] for hit in hits if hit["claim_id"] in trapped.live.snapshot.claims]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"facet": "date"}, "say the first day"),
        ({"facet": "date", "first_day": "soon"}, "expected a date"),
        ({"facet": "date", "first_day": "2018-04-05", "last_day": "2018-04-01"}, "lies after the last"),
        ({"facet": "kind"}, "give its code: clash"),
        ({"facet": "responsibility", "term": "ambush"}, "expected one of claimed"),
        ({"facet": "means"}, "give its code"),
    ],
)
def test_a_missed_claim_without_what_its_facet_takes_is_told(
    trapped: Any, said: dict[str, str], words: str
) -> None:
    answer = add(trapped, report_named(trapped, 'a"b<i>'), words="governor", **said)
    assert answer.status_code == 422
    assert words in html.unescape(answer.text)


def test_a_report_that_is_not_there_is_not_found(bench: Any) -> None:
    assert bench.get("/reports/r_none").status_code == 404
    assert bench.submit("/reports/r_none/claims", why="x").status_code == 404
    assert bench.submit("/reports/r_none/metadata", why="x").status_code == 404
