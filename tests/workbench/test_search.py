from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from rashomon.model.report import Loaded
from rashomon.sources import FoundFile, load_found
from rashomon.store import open_case


def test_words_are_found_marked_and_lead_to_their_place(bench: Any) -> None:
    found = bench.get("/search.json?q=Akabar").json()
    assert found["total"] == sum(found["counts"].values()) > 0
    hit = next(one for one in found["hits"] if one["kind"] == "report")
    assert any(is_found and words == "Akabar" for words, is_found in hit["pieces"])
    page, _, fragment = hit["href"].partition("#:~:text=")
    assert "<h1>" in bench.get(page).text
    text = bench.live.snapshot.reports[hit["report_id"]].text
    before, _, words = fragment.rpartition("-,")
    assert f"{unquote(before)} {unquote(words)}".strip() in text
    claim = next(one for one in found["hits"] if one["kind"] == "claim")
    assert claim["claim_id"] in claim["href"]
    assert "<mark>Akabar</mark>" in bench.get("/search?q=Akabar").text


def test_events_are_found_by_their_title(bench: Any) -> None:
    event = bench.get("/events.json").json()["events"][0]
    title = event["title"]
    found = bench.get("/search.json", params={"q": title}).json()
    assert event["id"] in [one["id"] for one in found["events"]]


def test_one_kind_alone_and_a_page_at_a_time(bench: Any) -> None:
    claims = bench.get("/search.json?q=killed&kind=claim").json()
    assert {one["kind"] for one in claims["hits"]} == {"claim"}
    assert claims["total"] == claims["counts"]["claim"]
    assert claims["events"] == []
    late = bench.get("/search.json?q=killed&page=999").json()
    assert late["page"] == late["pages"]


@pytest.mark.parametrize(
    ("query", "words"),
    [("", "Nothing is searched yet"), ("xyzzyq", "Nothing holds"), ('"*"', "holds no word to look for")],
)
def test_no_query_and_no_hit_say_what_to_do(bench: Any, query: str, words: str) -> None:
    answer = bench.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert words in answer.text


def test_what_a_report_says_stays_text(bench: Any, case: Path) -> None:
    bad = case / "bad"
    bad.write_text("<script>alert(1)</script> evilword <b>bold</b>", encoding="utf-8")
    (loaded,) = load_found([FoundFile(path=bad, locator="bad.txt", source_ref="bad.txt")])
    assert isinstance(loaded, Loaded)
    # Characters that mark what was found, in the text itself: other doors than sources may bring them.
    text = loaded.report.text.replace("<b>", "\x02<b>").replace("<script>", "\x01<script>")
    with open_case(case) as kept:
        kept.add(replace(loaded, report=replace(loaded.report, text=text)))
    bench.live.renew(wait=30)
    page = bench.get("/search?q=evilword").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "<mark>evilword</mark>" in page
    assert "\x01" not in page
