"""What the graph formats share: equal totals, equal bytes, and no text of a report that breaks any of them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from tests.pace import within

from rashomon.codebook.policies import POLICIES
from rashomon.model.claims import Claim, Count
from rashomon.model.record import AcledTotals, AirwarsTotals, LatestTotals, PlainMinMax, Totals, UcdpTotals
from rashomon.model.report import Passage
from rashomon.writing.exports import ExportOptions, export_case
from rashomon.writing.exports.tellings import toll_words
from rashomon.writing.exports.tolls import toll_of

FORMATS = ("geojson", "jsonld", "quickstatements", "ftm")
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\"'\t\r\n|\\/*{}[]<>@#=+\u2028\u0085\u202e\u200f\u200b\ufeff\x00\ud800\udfff "),
    ),
    max_size=50,
)
_OPTIONS = ExportOptions(names=True)


def under(cases: ModuleType, policy: str) -> Any:
    """The hand-built case as if reconciled by a policy, with a toll of its own for each family of rules."""
    totals = replace(
        cases.RECORD.events[0].totals,
        ucdp=UcdpTotals(deaths_b=12, best=12, low=9, high=15),
        acled=AcledTotals(fatalities=8),
        airwars=AirwarsTotals(killed=PlainMinMax(min=1, max=4)),
        latest=LatestTotals(killed=11),
    )
    first, *others = cases.RECORD.events
    events = (replace(first, totals=totals), *(replace(e, totals=Totals()) for e in others))
    return replace(cases.VIEW, record=replace(cases.RECORD, policy=policy, events=events))


def hostile(cases: ModuleType, words: str) -> Any:
    """The case with hostile words in its names and metadata, and in its texts, passages and counts too."""

    def spoilt(claim: Claim) -> Claim:
        passage = Passage(report_id=claim.report_id, start=0, end=len(words), words=words)
        value = claim.value
        if isinstance(value, Count):
            value = replace(value, as_written=words)
        return replace(claim, passages=(passage, passage), value=value)

    view = cases.hostile_view(words)
    return replace(
        view,
        reports={key: replace(report, text=words, set_aside=()) for key, report in view.reports.items()},
        claims={key: spoilt(claim) for key, claim in view.claims.items()},
    )


@pytest.mark.parametrize("policy", list(POLICIES))
def test_totals_are_equal_in_all_formats_and_the_policy_is_named(cases: ModuleType, policy: str) -> None:
    view = under(cases, policy)
    toll = toll_of(view.record.events[0], policy)
    text = {name: export_case(view, name, _OPTIONS).text for name in FORMATS}

    told = json.loads(text["geojson"])["features"][0]["properties"]
    assert (told["deaths_low"], told["deaths_best"], told["deaths_high"]) == (toll.low, toll.best, toll.high)
    assert told["policy"] == policy

    linked = json.loads(text["jsonld"])["events"][0].get("toll", {})
    assert (linked.get("low"), linked.get("best"), linked.get("high")) == (toll.low, toll.best, toll.high)
    assert json.loads(text["jsonld"])["policy"] == policy

    assert f"deaths by policy {policy}: {toll_words(toll)};" in text["quickstatements"]

    statements = list(csv.DictReader(io.StringIO(text["ftm"])))
    summaries = {row["value"] for row in statements if row["prop"] == "summary"}
    assert f"Deaths by policy {policy}: {toll_words(toll)}" in summaries
    assert {row["origin"] for row in statements} == {f"rashomon policy {policy}"}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_case_gives_the_same_bytes(cases: ModuleType, name: str) -> None:
    turned = replace(
        cases.VIEW,
        reports=dict(reversed(cases.VIEW.reports.items())),
        claims=dict(reversed(cases.VIEW.claims.items())),
    )
    assert export_case(turned, name, _OPTIONS) == export_case(cases.VIEW, name, _OPTIONS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_case_without_events_gives_a_whole_file(cases: ModuleType, name: str) -> None:
    done = export_case(replace(cases.VIEW, record=replace(cases.RECORD, events=())), name, _OPTIONS)
    if name == "geojson":
        assert json.loads(done.text)["features"] == []
    if name == "jsonld":
        assert "events" not in json.loads(done.text)
    if name == "quickstatements":
        assert done.text == ""
    if name == "ftm":
        assert list(csv.DictReader(io.StringIO(done.text))) == []


@pytest.mark.parametrize("name", FORMATS)
def test_as_of_is_told_where_the_record_is_of_a_day(cases: ModuleType, name: str) -> None:
    view = replace(cases.VIEW, record=replace(cases.RECORD, as_of="2019-05-05"))
    if name != "quickstatements":
        assert "2019-05-05" in export_case(view, name, _OPTIONS).text


@given(HOSTILE)
def test_no_text_breaks_a_format(cases: ModuleType, words: str) -> None:
    view = hostile(cases, words)
    for name in FORMATS:
        done = export_case(view, name, _OPTIONS)
        for text in (done.text, *(beside for _, beside in done.beside)):
            text.encode("utf-8")
    geo = json.loads(export_case(view, "geojson", _OPTIONS).text)
    assert len(geo["features"]) == len(cases.RECORD.events)
    plain = csv_shape(export_case(cases.VIEW, "ftm", _OPTIONS).text)
    found = csv_shape(export_case(view, "ftm", _OPTIONS).text)
    assert found[0] == plain[0]
    assert all(len(row) == len(plain[0]) for row in found)
    assert all(re.fullmatch(r"[0-9a-f]{40}", row[-1]) for row in found[1:])


def csv_shape(text: str) -> list[list[str]]:
    assert text.count("\n") == len(text.splitlines())
    return list(csv.reader(io.StringIO(text, newline="")))


@settings(max_examples=25)
@given(HOSTILE)
def test_no_text_costs_the_graph_a_key(cases: ModuleType, words: str) -> None:
    data = json.loads(export_case(hostile(cases, words), "jsonld", _OPTIONS).text)
    loader = {"documentLoader": _refuse}
    assert jsonld.compact(jsonld.expand(data, loader), data["@context"], loader) == data


def _refuse(url: str, options: object = None) -> Any:
    raise AssertionError(f"the document asks for {url}")


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_very_long_texts_take_no_time(cases: ModuleType, name: str) -> None:
    view = hostile(cases, "Aa'\"|\t " * 40_000)
    with within(20):
        export_case(view, name, _OPTIONS)
