"""Totals are equal in all formats under one policy: each is read out of its own file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.model.record import (
    AcledTotals,
    AirwarsTotals,
    LatestTotals,
    MinMax,
    PlainMinMax,
    RangeTotals,
    RecordPlace,
    Totals,
    UcdpTotals,
)
from rashomon.writing import CaseView
from rashomon.writing.exports import FORMATS, ExportOptions, export_case

Toll = tuple[int | None, int | None, int | None]
"""Lowest, best, highest."""
PLACE = RecordPlace(name="Tamsa", lat=12.5, lon=3.25, where_prec=2, country="Mali", country_iso3="MLI")
TOLLS: dict[str, dict[str, Toll]] = {
    "ucdp": {"e_1": (9, 12, 14), "e_2": (2, 2, 3)},
    "hierarchy": {"e_1": (10, 11, 13), "e_2": (3, 3, 3)},
    "acled": {"e_1": (8, 8, 8), "e_2": (1, 1, 1)},
    "latest": {"e_1": (15, 15, 15), "e_2": (4, 4, 4)},
    "range": {"e_1": (7, None, 16), "e_2": (2, None, 5)},
    "airwars": {"e_1": (1, None, 6), "e_2": (1, None, 2)},
}
"""No two policies agree, so that a format which takes another's total is found out."""
NO_TOTALS = {"csv": "claims", "bibtex": "sources", "csl": "sources"}


def ucdp_totals(toll: Toll) -> UcdpTotals:
    low, best, high = toll
    return UcdpTotals(deaths_b=best, best=best, low=low, high=high)


def totals_of(event: str) -> Totals:
    span = {policy: TOLLS[policy][event] for policy in TOLLS}
    return Totals(
        ucdp=ucdp_totals(span["ucdp"]),
        hierarchy=ucdp_totals(span["hierarchy"]),
        acled=AcledTotals(fatalities=span["acled"][1]),
        latest=LatestTotals(killed=span["latest"][1]),
        range=RangeTotals(killed=MinMax(min=span["range"][0], max=span["range"][2])),
        airwars=AirwarsTotals(killed=PlainMinMax(min=span["airwars"][0], max=span["airwars"][2])),
    )


def view_under(cases: ModuleType, policy: str) -> CaseView:
    events = tuple(
        replace(event, place=PLACE, totals=totals_of(event.id), shared_figures=())
        for event in cases.RECORD.events[:2]
    )
    return replace(cases.VIEW, record=replace(cases.RECORD, policy=policy, events=events))


def number(cell: str | None) -> int | None:
    return int(cell) if cell else None


def table(text: str, low: str, best: str, high: str, *, event: str = "") -> list[tuple[str, Toll]]:
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return [
        (row.get(event, ""), (number(row.get(low)), number(row.get(best)), number(row.get(high))))
        for row in rows
    ]


def read_rows(low: str, best: str, high: str) -> Callable[[str, tuple[str, ...]], dict[str, Toll]]:
    """A reader of tables without our ids: the rows are those of ``Exported.rows``."""

    def read(text: str, events: tuple[str, ...]) -> dict[str, Toll]:
        return dict(zip(events, (toll for _, toll in table(text, low, best, high)), strict=True))

    return read


def read_hxl(text: str, _events: tuple[str, ...]) -> dict[str, Toll]:
    lines = text.splitlines(keepends=True)
    plain = lines[0] + "".join(lines[2:])
    return dict(table(plain, "killed_low", "killed_best", "killed_high", event="event_id"))


def read_geojson(text: str, _events: tuple[str, ...]) -> dict[str, Toll]:
    found = {feature["id"]: feature["properties"] for feature in json.loads(text)["features"]}
    return {i: (p["deaths_low"], p["deaths_best"], p["deaths_high"]) for i, p in found.items()}


def read_jsonld(text: str, _events: tuple[str, ...]) -> dict[str, Toll]:
    tolls = {event["id"].rpartition(":")[2]: event["toll"] for event in json.loads(text)["events"]}
    return {i: (toll.get("low"), toll.get("best"), toll.get("high")) for i, toll in tolls.items()}


def in_words(words: str) -> Toll:
    """ "33 (24 to 54)", "25", "24 to 54": best with its span, a point, a span alone."""
    numbers = [int(found) for found in re.findall(r"\d+", words)]
    if len(numbers) == 3:
        return numbers[1], numbers[0], numbers[2]
    return (numbers[0], numbers[0], numbers[0]) if len(numbers) == 1 else (numbers[0], None, numbers[1])


def read_quickstatements(text: str, _events: tuple[str, ...]) -> dict[str, Toll]:
    found = re.findall(r"draft of event (\S+); deaths by policy \w+: ([^;]+);", text)
    return {event: in_words(words) for event, words in found}


def read_ftm(text: str, _events: tuple[str, ...]) -> dict[str, Toll]:
    rows = csv.DictReader(io.StringIO(text))
    summaries = [(row["entity_id"], row["value"]) for row in rows if row["prop"] == "summary"]
    told = re.compile(r"Deaths by policy \w+: (.+)")
    return {
        entity.removeprefix("rashomon-event-").replace("-", "_"): in_words(match[1])
        for entity, words in summaries
        if (match := told.search(words))
    }


READERS: dict[str, Callable[[str, tuple[str, ...]], dict[str, Toll]]] = {
    "ucdp": read_rows("low", "best", "high"),
    "acled": read_rows("fatalities", "fatalities", "fatalities"),
    "airwars": read_rows("civilian_non_combatants_killed_min", "", "civilian_non_combatants_killed_max"),
    "hxl": read_hxl,
    "geojson": read_geojson,
    "jsonld": read_jsonld,
    "quickstatements": read_quickstatements,
    "ftm": read_ftm,
}
CASES = [(form, policy) for form in READERS for policy in FORMATS[form].policies]


def test_every_format_is_checked_or_holds_no_totals() -> None:
    assert {*READERS, *NO_TOTALS} == set(FORMATS)


@pytest.mark.parametrize(("form", "policy"), CASES, ids=[f"{form}-{policy}" for form, policy in CASES])
def test_totals_are_those_of_the_policy(cases: ModuleType, form: str, policy: str) -> None:
    done = export_case(view_under(cases, policy), form, ExportOptions())
    expected = TOLLS[policy]
    if form == "acled":
        # One number a row: the best one.
        expected = {event: (best, best, best) for event, (_, best, _) in expected.items()}
    found = READERS[form](done.text, done.rows)
    listed = {one.event for one in done.left_out if one.what in ("event", "gap")}
    assert "e_1" in found
    assert set(expected) - set(found) <= listed
    assert found == {event: toll for event, toll in expected.items() if event in found}


@pytest.mark.parametrize("form", [form for form in READERS if form not in ("ucdp", "acled", "airwars")])
def test_a_format_with_room_for_it_names_the_policy(cases: ModuleType, form: str) -> None:
    assert "range" in export_case(view_under(cases, "range"), form, ExportOptions()).text


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_case_gives_the_same_bytes(cases: ModuleType, form: str) -> None:
    policy = FORMATS[form].policies[0]
    view = view_under(cases, policy)
    assert export_case(view, form, ExportOptions()) == export_case(view, form, ExportOptions())
