from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rashomon.store import open_case
from rashomon.workbench.source_index import first_speaker, sources_of
from rashomon.writing.view import outlet_name


def test_every_claim_has_an_outlet_and_counts_once(bench: Any) -> None:
    lens = bench.live.snapshot.lens("ucdp")
    lines = sources_of(lens)
    outlets = {one.key: one for one in lines if one.role == "outlet"}
    assert sum(one.claims for one in outlets.values()) == len(lens.view.claims)
    assert set(outlets) == {outlet_name(lens.lookups.report(c)) for c in lens.view.claims.values()}
    spoken = sum(first_speaker(claim) is not None for claim in lens.view.claims.values())
    assert sum(one.claims for one in lines if one.role == "speaker") == spoken
    assert any(one.disputed for one in lines)
    assert any(one.alone for one in lines)


def test_sources_are_filtered_and_sorted(bench: Any) -> None:
    everyone = bench.get("/sources.json").json()
    assert [one["claims"] for one in everyone["sources"]] == sorted(
        (one["claims"] for one in everyone["sources"]), reverse=True
    )
    speakers = bench.get("/sources.json?role=speaker").json()
    assert {one["role"] for one in speakers["sources"]} == {"speaker"}
    by_name = bench.get("/sources.json?sort=name&order=down").json()["sources"]
    names = [one["name"].casefold() for one in by_name]
    assert names == sorted(names, reverse=True)
    one = everyone["sources"][0]
    found = bench.get("/sources.json", params={"q": one["name"].upper()}).json()["sources"]
    assert one in found
    assert bench.get("/sources?q=xyzzyq").text.count("No source is like that") == 1


def test_a_grade_is_kept_shown_and_weighed(bench: Any, case: Path) -> None:
    outlet = bench.get("/sources.json?role=outlet").json()["sources"][0]["key"]
    fields = {"source": outlet, "reliability": "B", "credibility": "2", "why": "checked for years"}
    answer = bench.submit("/sources/grade", back="/sources?graded=yes", **fields)
    assert answer.status_code == 200
    assert "usually reliable; probably true" in answer.text
    with open_case(case) as kept:
        (judgement,) = kept.judgements()
    assert (judgement.kind, judgement.targets) == ("grade", (outlet,))
    (line,) = bench.get("/sources.json?graded=yes").json()["sources"]
    assert (line["key"], line["grade"]) == (outlet, "B2")


@pytest.mark.parametrize(
    "wrong",
    [
        {"reliability": "", "credibility": "2"},
        {"reliability": "G"},
        {"source": "nobody at all"},
        {"why": ""},
    ],
)
def test_a_grade_that_cannot_be_meant_is_not_kept(bench: Any, case: Path, wrong: dict[str, str]) -> None:
    outlet = bench.get("/sources.json?role=outlet").json()["sources"][0]["key"]
    fields = {"source": outlet, "reliability": "B", "credibility": "", "why": "known"} | wrong
    assert bench.submit("/sources/grade", **fields).status_code == 422
    with open_case(case) as kept:
        assert kept.judgements() == ()
