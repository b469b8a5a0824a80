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
FIRST = "NIAMEY, 12 June 2021. Six soldiers were killed on Friday when gunmen attacked a post near {place}, the army said.\n"
SECOND = (
    "DOSSO, 13 June 2021. On Friday gunmen attacked an army post near {place} and six soldiers were killed, a "
    "police officer said.\n"
)


def ids(bench: Any) -> dict[str, str]:
    return {event["title"]: event["id"] for event in bench.get("/events.json").json()["events"]}


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def kept(case: Path) -> list[Any]:
    with open_case(case) as held:
        return list(held.judgements())


@pytest.fixture
def pair(bench: Any) -> tuple[str, str]:
    known = ids(bench)
    return known[AKABAR], known[BANGOU]


@pytest.fixture
def two(tmp_path: Path, open_bench: Callable[..., Any]) -> Any:
    """A case of two reports, on one attack each, that lie too far apart to be tied."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST.format(place="Gao"), encoding="utf-8")
    (folder / "two.txt").write_text(SECOND.format(place="Menaka"), encoding="utf-8")
    done = CliRunner().invoke(main, ["run", str(folder), "--out", str(tmp_path / "two")])
    assert done.exit_code == 0, done.output
    return open_bench(tmp_path / "two")


def test_both_stand_side_by_side_with_what_they_share(bench: Any, pair: tuple[str, str]) -> None:
    left, right = pair
    page = words(bench.get(f"/compare?left={left}&right={right}").text)
    assert "4 reports tell of both." in page
    assert "Killed, UCDP 34 (low 25, high 54)" in page
    assert "Killed, said of both" in page
    assert "Change sides" in page
    data = bench.get(f"/compare.json?left={left}&right={right}").json()
    assert (data["left"]["id"], data["right"]["id"]) == pair
    assert 0 < data["pairs"][0]["score"] <= 1
    assert {level["feature"] for level in data["pairs"][0]["weighed"]} >= {"days", "places", "actors"}


def test_why_two_are_two_is_said(two: Any) -> None:
    left, right = ids(two).values()
    data = two.get(f"/compare.json?left={left}&right={right}").json()
    (pair,) = data["pairs"]
    assert "km apart" in pair["against"]
    page = words(two.get(f"/compare?left={left}&right={right}").text)
    assert "it is ruled out:" in page
    assert "rules the pair out" in page


def test_merging_makes_one_event_of_them_that_both_addresses_lead_to(two: Any, tmp_path: Path) -> None:
    left, right = ids(two).values()
    address = f"/compare?left={left}&right={right}"
    done = two.submit("/events/merge", left=left, right=right, why="one attack, told twice", back=address)
    assert done.status_code == 200
    two.live.renew(wait=30)
    (judgement,) = kept(tmp_path / "two")
    assert (judgement.kind, set(judgement.targets)) == ("merge", {left, right})
    assert "lead to one event now" in words(two.get(address).text)
    assert len(ids(two)) == 1
    for known in (left, right):
        assert len(two.get(f"/events/{known}.json").json()["event"]["reports"]) == 2
    moved = [two.get(f"/events/{known}").text for known in (left, right)]
    assert sum("is now told together with others" in words(page) for page in moved) == 1


def test_two_kept_apart_stay_apart_when_a_third_report_would_join_them(two: Any, tmp_path: Path) -> None:
    left, right = ids(two).values()
    why = {"why": "two posts were attacked", "back": "/events"}
    two.submit("/events/apart", left=left, right=right, **why)
    two.live.renew(wait=30)
    (judgement,) = kept(tmp_path / "two")
    assert (judgement.kind, {anchor.group for anchor in judgement.anchors}) == ("split", {0, 1})
    page = words(two.get(f"/compare?left={left}&right={right}").text)
    assert "Judged two happenings by Ada Coder" in page
    (tmp_path / "three.txt").write_text(FIRST.format(place="Gao and Menaka"), encoding="utf-8")
    done = CliRunner().invoke(main, ["add", str(tmp_path / "two"), str(tmp_path / "three.txt")])
    assert done.exit_code == 0, done.output
    two.live.renew(wait=30)
    now = [two.get(f"/events/{known}.json").json()["event"]["id"] for known in (left, right)]
    assert now[0] != now[1]


def test_one_report_is_tied_to_the_other_event_and_untied_again(two: Any, tmp_path: Path) -> None:
    left, right = ids(two).values()
    report = two.live.snapshot.linked_events[right]
    of = next(m for m in two.live.snapshot.mentions if m.id in report.mention_ids).report_id
    two.submit("/events/tie", report=of, of=right, event=left, why="the same post", back="/events")
    two.live.renew(wait=30)
    (event,) = set(ids(two).values())
    two.submit("/events/untie", report=of, event=event, why="another post after all", back="/events")
    two.live.renew(wait=30)
    assert [judgement.kind for judgement in kept(tmp_path / "two")] == ["tie", "untie"]
    assert len(ids(two)) == 2


def test_what_cannot_be_compared_or_decided_is_said(bench: Any, pair: tuple[str, str], case: Path) -> None:
    left, right = pair
    assert f'value="{left}"' in bench.get(f"/compare?left={left}").text
    assert "Say which two." in bench.get("/compare").text
    assert bench.get(f"/compare?left={left}&right=e_none").status_code == 404
    assert "lead to one event now" in words(bench.get(f"/compare?left={left}&right={left}").text)
    assert bench.submit("/events/merge", left=left, right=left, why="x").status_code == 422
    assert bench.submit("/events/apart", left=left, right=left, why="x").status_code == 422
    assert bench.submit("/events/merge", left=left, right=right, why="").status_code == 422
    assert bench.submit("/events/tie", report="r_none", of=left, event=right, why="x").status_code == 422
    assert kept(case) == []


def test_a_decision_against_one_that_came_in_between_is_shown_first(two: Any, tmp_path: Path) -> None:
    left, right = ids(two).values()
    before = str(two.live.snapshot.seen)
    other = CliRunner().invoke(
        main, ["judge", str(tmp_path / "two"), "merge", left, right, "--why", "one", "--by", "Ben"]
    )
    assert other.exit_code == 0, other.output
    fields = {"left": left, "right": right, "why": "two posts", "back": "/events"}
    answer = two.submit("/events/apart", **fields, seen=before)
    assert answer.status_code == 409
    assert [judgement.by for judgement in kept(tmp_path / "two")] == ["Ben"]


def test_a_merge_that_the_workbench_has_taken_in_already_is_shown_first_too(two: Any, tmp_path: Path) -> None:
    left, right = ids(two).values()
    before = str(two.live.snapshot.seen)
    CliRunner().invoke(
        main, ["judge", str(tmp_path / "two"), "merge", left, right, "--why", "one", "--by", "Ben"]
    )
    two.live.renew(wait=30)
    assert len(ids(two)) == 1
    fields = {"left": left, "right": right, "why": "two posts", "back": "/events"}
    answer = two.submit("/events/apart", **fields, seen=before)
    assert answer.status_code == 409
    assert "Decided in between" in words(answer.text)
    again = two.submit("/events/apart", **fields, seen=str(two.live.snapshot.seen))
    assert again.status_code == 422
    assert [judgement.by for judgement in kept(tmp_path / "two")] == ["Ben"]
