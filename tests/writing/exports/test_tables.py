"""HXL, and the sources as BibTeX and CSL-JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.record import MinMax, RangeTotals, Totals
from rashomon.model.report import Report
from rashomon.writing import CaseView
from rashomon.writing.exports import ExportOptions, export_case
from rashomon.writing.exports.bibtex import escape
from rashomon.writing.exports.csl import TYPES
from rashomon.writing.exports.hxl import TAGS

HASHTAG = re.compile(r"#[A-Za-z][A-Za-z0-9_]*(?:\+[A-Za-z][A-Za-z0-9_]*)*")
ENTRY = re.compile(r"@(article|misc)\{([a-z0-9-]+),\n((?:  [a-z]+ = .+,?\n)+)\}")
FIELD = re.compile(r"  ([a-z]+) = (\{.*\}|[a-z]{3}),?")
CSL_KEYS = {
    *("id", "type", "title", "author", "container-title", "publisher", "issued", "accessed", "URL"),
    *("archive_location", "language", "keyword", "note"),
}


def with_report(cases: ModuleType, **change: object) -> CaseView:
    reports = dict(cases.VIEW.reports)
    reports["r_1"] = replace(reports["r_1"], **change)
    return replace(cases.VIEW, reports=reports)


def test_the_second_row_of_hxl_is_of_hashtags(cases: ModuleType) -> None:
    rows = list(csv.reader(io.StringIO(export_case(cases.VIEW, "hxl", ExportOptions()).text)))
    assert rows[0] == list(TAGS)
    assert all(HASHTAG.fullmatch(tag) for tag in rows[1])
    assert len(set(rows[1])) == len(rows[1])
    assert [row[0] for row in rows[2:]] == ["e_1", "e_2", "e_3"]
    assert {len(row) for row in rows} == {len(TAGS)}


def test_hxl_holds_the_policys_toll_and_names_the_policy(cases: ModuleType) -> None:
    rows = list(csv.DictReader(io.StringIO(export_case(cases.VIEW, "hxl", ExportOptions()).text)))
    first = rows[1]
    assert (first["killed_best"], first["killed_low"], first["killed_high"]) == ("12", "9", "")
    assert (first["policy"], first["side_b"], first["where"]) == ("ucdp", "River Front", "Tamsa")
    assert rows[2]["killed_best"] == ""


def test_injured_under_a_policy_of_spans(cases: ModuleType) -> None:
    totals = Totals(range=RangeTotals(wounded=MinMax(min=3, max=8)))
    first = replace(cases.RECORD.events[0], totals=totals)
    view = replace(cases.VIEW, record=replace(cases.RECORD, policy="range", events=(first,)))
    row = list(csv.DictReader(io.StringIO(export_case(view, "hxl", ExportOptions()).text)))[1]
    assert (row["injured_low"], row["injured_high"], row["killed_best"]) == ("3", "8", "")


def test_what_hxl_has_no_column_for_is_listed(cases: ModuleType) -> None:
    done = export_case(cases.VIEW, "hxl", ExportOptions())
    assert any("an army spokesman “At least 12”" in one.reason for one in done.left_out)
    assert any("given to none" in one.reason for one in done.left_out)
    assert not done.partial


def entries(text: str) -> dict[str, dict[str, str]]:
    """Entries by key, read by a grammar of our own; whatever is no entry and no comment is a fault."""
    found = {key: dict(FIELD.findall(body)) | {"type": kind} for kind, key, body in ENTRY.findall(text)}
    rest = ENTRY.sub("", text)
    assert all(not line or line.startswith("%") for line in rest.splitlines()), rest
    return found


def test_sources_as_bibtex(cases: ModuleType) -> None:
    text = export_case(cases.VIEW, "bibtex", ExportOptions()).text
    found = entries(text)
    assert list(found) == ["hill-guard-2019-05-05", "lake-gazette-2019-05-06", "silent-txt"]
    gazette = found["lake-gazette-2019-05-06"]
    assert (gazette["type"], gazette["title"], gazette["journal"]) == (
        "article",
        "{{Fighting near Tamsa}}",
        "{Lake Gazette}",
    )
    assert (gazette["year"], gazette["month"], gazette["date"]) == ("{2019}", "may", "{2019-05-06}")
    assert gazette["url"] == "{https://gazette.example/tamsa}"
    assert gazette["keywords"] == "{e_1, e_2, e_3}"
    assert found["hill-guard-2019-05-05"]["type"] == "misc"
    assert "year" not in found["silent-txt"]
    assert "date not known" in found["silent-txt"]["note"]
    assert text.startswith("% Sources of case d, read under policy ucdp\n")


@pytest.mark.parametrize(
    ("published", "held"),
    [
        ("2019-05", {"year": "{2019}", "month": "may", "date": "{2019-05}"}),
        ("2019", {"year": "{2019}", "date": "{2019}"}),
    ],
)
def test_partial_dates_stay_partial_in_bibtex(
    cases: ModuleType, published: str, held: dict[str, str]
) -> None:
    found = entries(export_case(with_report(cases, published=published), "bibtex", ExportOptions()).text)
    entry = found[f"lake-gazette-{published}"]
    assert {name: text for name, text in entry.items() if name in ("year", "month", "date")} == held


def test_a_date_without_its_year_is_a_note(cases: ModuleType) -> None:
    found = entries(export_case(with_report(cases, published="--05-06"), "bibtex", ExportOptions()).text)
    entry = found["lake-gazette-05-06"]
    assert "year not known: --05-06" in entry["note"]
    assert entry["type"] == "misc"


@given(st.text(st.characters(codec="utf-8")))
def test_escaped_text_has_no_sign_that_tex_reads(text: str) -> None:
    shown = escape(text)
    assert shown.count("{") == shown.count("}")
    plain = re.sub(
        r"\\(?:textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)\{\}", "", shown
    )
    assert not re.search(r"(?<!\\)[%#$&_~^{}]", plain)
    assert len(shown.splitlines()) <= 1


def test_hostile_metadata_breaks_no_entry(cases: ModuleType) -> None:
    view = cases.hostile_view('x}, }\n@comment{ \\input{/etc/passwd} % " #1')
    found = entries(export_case(view, "bibtex", ExportOptions()).text)
    assert len(found) == 3
    assert all("url" not in entry for entry in found.values())
    assert any(
        "no plain web address" in one.reason for one in export_case(view, "bibtex", ExportOptions()).left_out
    )


def test_sources_as_csl(cases: ModuleType) -> None:
    items = json.loads(export_case(cases.VIEW, "csl", ExportOptions()).text)
    assert [item["id"] for item in items] == [
        "hill-guard-2019-05-05",
        "lake-gazette-2019-05-06",
        "silent-txt",
    ]
    assert all(item.keys() <= CSL_KEYS and item["type"] in TYPES.values() for item in items)
    assert items[1]["issued"] == {"date-parts": [[2019, 5, 6]]}
    assert items[1]["container-title"] == "Lake Gazette"
    assert items[0]["publisher"] == "Hill Guard"
    assert "issued" not in items[2]


def test_a_csl_date_without_its_year_is_literal(cases: ModuleType) -> None:
    items = json.loads(export_case(with_report(cases, published="--05-06"), "csl", ExportOptions()).text)
    assert items[1]["issued"] == {"literal": "--05-06"}


@pytest.mark.parametrize("form", ["bibtex", "csl"])
def test_private_names_stay_out_of_titles(cases: ModuleType, form: str) -> None:
    view = with_report(cases, title="The death of Ada Brook")
    assert "Ada" not in export_case(view, form, ExportOptions()).text
    assert "Ada Brook" in export_case(view, form, ExportOptions(names=True)).text


def test_sources_of_one_event_and_of_an_earlier_day(cases: ModuleType) -> None:
    first = replace(cases.RECORD.events[0], reports=("bulletin.txt",))
    view = replace(cases.VIEW, record=replace(cases.RECORD, events=(first, *cases.RECORD.events[1:])))
    items = json.loads(export_case(view, "csl", ExportOptions(event_ids=("e_1",))).text)
    assert [item["id"] for item in items] == ["hill-guard-2019-05-05"]
    early = replace(cases.VIEW, record=replace(cases.RECORD, as_of="2019-05-05"))
    items = json.loads(export_case(early, "csl", ExportOptions()).text)
    assert [item["id"] for item in items] == ["hill-guard-2019-05-05"]


def test_two_reports_of_one_outlet_and_day_have_two_keys(cases: ModuleType) -> None:
    twin: Report = replace(cases.REPORTS[0], id="r_4", source_ref="zweite.txt")
    view = replace(cases.VIEW, reports=dict(cases.VIEW.reports) | {"r_4": twin})
    keys = [item["id"] for item in json.loads(export_case(view, "csl", ExportOptions()).text)]
    assert keys[-1] == "lake-gazette-2019-05-06-2"
    assert len(set(keys)) == len(keys)
