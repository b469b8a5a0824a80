from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.store import open_case
from rashomon.workbench.histogram import make_histogram


def titles(bench: Any, query: str = "") -> list[str]:
    return [event["title"] for event in bench.get(f"/events.json{query}").json()["events"]]


def test_without_a_filter_all_events_are_listed_the_most_told_first(bench: Any) -> None:
    found = bench.get("/events.json").json()
    assert found["total"] == found["of"] == len(found["events"]) == 6
    assert found["events"][0]["title"] == "Clash near Akabar, 1 April 2018"
    assert found["events"][0]["reports"] == max(event["reports"] for event in found["events"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=akab", {"Clash near Akabar, 1 April 2018"}),
        ("?q=april%20clash", {"Clash near Akabar, 1 April 2018", "Clash near Bani Bangou, 1 April 2018"}),
        ("?place=tillaberi", {"Clash near Bani Bangou, 1 April 2018"}),
        ("?from=2018-02-10&to=2018-03", {"Clash, 22 February 2018", "Operation, 28 March 2018"}),
        ("?to=2018-02", {"Clash, 22 February 2018"}),
        ("?kind=Strategic%20developments", {"Operation, 28 March 2018"}),
        ("?kind=none", set()),
        ("?kind=Armed%20clash&accounts=differ", {"Clash near Akabar, 1 April 2018"}),
        ("?kind=Battles&facet=wounded&review=all", set()),
    ],
)
def test_filters_leave_what_they_say(bench: Any, query: str, expected: set[str]) -> None:
    assert set(titles(bench, query)) == expected


def test_an_actor_is_found_by_name_and_by_registry_id(bench: Any) -> None:
    event = bench.get("/events.json").json()["events"][0]
    sides = bench.get(f"/events/{event['id']}.json").json()["event"]["sides"]
    actor = next(actor for side in sides for actor in side["actors"] if actor["id"])
    assert event["title"] in titles(bench, f"?actor={actor['id']}")
    assert event["title"] in titles(bench, f"?actor={actor['name'].lower()}")
    assert titles(bench, "?actor=nobody-called-so") == []


@pytest.mark.parametrize("sort", ["newest", "oldest", "deaths", "reports", "differ", "decided", "told"])
def test_every_order_keeps_every_event(bench: Any, sort: str) -> None:
    assert sorted(titles(bench, f"?sort={sort}")) == sorted(titles(bench))


def test_orders_put_first_what_they_name(bench: Any) -> None:
    assert titles(bench, "?sort=deaths")[0] == "Attack"
    assert titles(bench, "?sort=oldest")[0] == "Clash, 22 February 2018"
    assert titles(bench, "?sort=newest")[0].endswith("1 April 2018")
    assert titles(bench, "?sort=differ")[0] == "Clash near Akabar, 1 April 2018"


def test_each_filter_in_force_can_be_taken_off_by_itself(bench: Any) -> None:
    page = bench.get("/events?q=clash&place=mali&sort=newest&page=2").text
    links = re.findall(r'class="chip" href="([^"]+)"', page)
    assert links == ["/events?place=mali&amp;sort=newest", "/events?q=clash&amp;sort=newest"]
    assert 'href="/events?sort=newest">Drop all filters' in page


def test_filters_that_are_too_narrow_say_how_to_widen_them(bench: Any) -> None:
    page = bench.get("/events?q=nothing-like-it").text
    assert "No event is like that" in page
    assert 'href="/events">Drop the filter' in page


def test_a_date_that_is_none_is_said_at_its_field_and_filters_nothing(bench: Any) -> None:
    answer = bench.get("/events?from=spring&to=2018")
    assert answer.status_code == 200
    assert "is no date with a year" in answer.text
    assert 'aria-describedby="fault-from"' in answer.text
    for none in ("--04-01", "0000", "2018-13", "9" * 5000):
        data = bench.get(f"/events.json?from={none}").json()
        assert list(data["faults"]) == ["from"]
        assert data["total"] == data["of"]


@pytest.mark.parametrize(
    "query", ["page=99", "page=x", "q=%00", "q=%22%3E%3Cscript%3E", "to=9999-12-31", "actor=%E2%80%AE"]
)
def test_whatever_stands_in_the_address_is_answered(bench: Any, query: str) -> None:
    for path in (
        "/events",
        "/events.json",
        "/events/map",
        f"/events/{bench.get('/events.json').json()['events'][0]['id']}",
    ):
        answer = bench.get(f"{path}?{query}")
        assert answer.status_code == 200
        assert "<script>" not in answer.text or path.endswith(".json")


def test_a_choice_that_is_not_offered_is_refused_with_those_that_are(bench: Any) -> None:
    answer = bench.get("/events.json?accounts=maybe")
    assert answer.status_code == 422
    assert "differ, agree, single, none" in answer.json()["message"]


def test_events_of_no_known_year_are_counted_beside_a_date_filter(bench: Any) -> None:
    assert "2 of no known year are found by no date" in bench.get("/events?from=2018").text


def test_figures_are_read_under_the_policy_asked_for(bench: Any) -> None:
    def killed(query: str) -> dict[str, str | None]:
        return {
            event["title"]: event["killed"] for event in bench.get(f"/events.json{query}").json()["events"]
        }

    usual, span = killed(""), killed("?policy=range")
    assert usual["Clash near Akabar, 1 April 2018"] != span["Clash near Akabar, 1 April 2018"]
    assert "policy=range" in bench.get("/events?policy=range").text


def test_reviewed_events_are_found_and_stand_first_in_the_latest_decisions(bench: Any) -> None:
    last = bench.get("/events.json").json()["events"][-1]
    claims = [claim["id"] for claim in bench.get(f"/events/{last['id']}.json").json()["claims"]]
    bench.submit("/claims/decide", kind="accept", claim=claims, why="checked", back="/events")
    bench.live.renew(wait=30)
    assert titles(bench, "?review=all") == [last["title"]]
    assert titles(bench, "?sort=decided")[0] == last["title"]
    assert last["title"] not in titles(bench, "?review=none")


def test_a_rejected_claim_counts_as_decided_for_the_event_it_was_of(bench: Any) -> None:
    event = bench.get("/events.json").json()["events"][0]
    claim = bench.get(f"/events/{event['id']}.json").json()["claims"][0]["id"]
    bench.submit("/claims/decide", kind="reject", claim=claim, why="read wrong", back="/events")
    bench.live.renew(wait=30)
    (found,) = bench.get("/events.json?review=part").json()["events"]
    assert (found["title"], found["decided"], found["claims"]) == (event["title"], 1, event["claims"])


def test_the_map_has_each_event_whose_place_is_known(bench: Any) -> None:
    data = bench.get("/events/map.json").json()
    assert {point["title"] for point in data["points"]} == {
        "Clash near Akabar, 1 April 2018",
        "Clash near Bani Bangou, 1 April 2018",
    }
    assert all(point["href"].startswith("/events/e_") for point in data["points"])
    assert "<svg" in bench.get("/events/map").text


def test_the_map_and_the_timeline_show_what_the_filters_leave(bench: Any) -> None:
    page = bench.get("/events?place=niger").text
    assert 'data-points="/events/map.json?place=niger"' in page
    assert bench.get("/events/map.json?place=niger").json()["total"] == 1
    assert "from=2018-04-01&amp;to=2018-04-01" in page


def test_a_case_without_reports_leads_to_adding_some(tmp_path: Path, open_bench: Callable[..., Any]) -> None:
    with open_case(tmp_path / "empty", create=True):
        pass
    bench = open_bench(tmp_path / "empty")
    page = bench.get("/events").text
    assert "This case holds no report yet" in page
    assert 'href="/add"' in page
    assert bench.get("/events/map").status_code == 200
    assert bench.get("/events.json").json()["timeline"] is None


def test_reports_without_events_are_said_to_have_none(tmp_path: Path, open_bench: Callable[..., Any]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The market opened late. Onions were dear.\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["run", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert done.exit_code in (0, 1), done.output
    assert "No event was found in the 1 report " in open_bench(tmp_path / "out").get("/events").text


def test_bars_are_days_months_or_years_and_leave_out_what_has_no_year() -> None:
    def grain(*days: str) -> tuple[str, list[str]]:
        line = make_histogram([dt.date.fromisoformat(day) for day in days])
        assert line is not None
        return line.grain, [f"{bar.words}: {bar.count}" for bar in line.bars]

    assert grain("2018-04-01", "2018-04-03", "2018-04-03") == ("day", ["1 April 2018: 1", "3 April 2018: 2"])
    assert grain("2017-12-31", "2018-04-03") == ("month", ["December 2017: 1", "April 2018: 1"])
    assert grain("1999-12-31", "2018-04-03") == ("year", ["1999: 1", "2018: 1"])
    assert make_histogram([None]) is None
    mixed = make_histogram([None, dt.date(2018, 4, 1)])
    assert mixed is not None
    assert (mixed.undated, mixed.labels) == (1, ((6.25, "1 Apr"),))
