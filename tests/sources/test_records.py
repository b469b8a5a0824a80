from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.report import Loaded, Report, Skipped
from rashomon.sources import LoadLimits, LoadOptions, read_jsonl_lines

Reports = Callable[..., list[Report]]
STORY = "Gunmen drove into Tamsla on Monday. The mayor counted seven dead."


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def only(raw: bytes) -> Report:
    (one,) = read_jsonl_lines([raw], "in.jsonl")
    assert isinstance(one, Loaded), one
    return one.report


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_the_text_of_a_record_is_never_changed(text: str) -> None:
    report = only(line(id="1", text=text))
    assert report.text == text
    assert all(text[piece.start : piece.end] == piece.words for piece in report.set_aside)


def test_line_ends_separators_and_marks_in_a_record_stay() -> None:
    text = " \r\nOne\u2028two\x0bthree\u0085\u202efour e\u0301\r "
    assert only(line(id="1", text=text)).text == text
    assert only(json.dumps({"id": "1", "text": text}, ensure_ascii=False).encode()).text == text


def test_half_characters_are_replaced_with_a_note() -> None:
    report = only(b'{"id": "1", "text": "one \\ud800 two"}')
    assert report.text == "one \ufffd two"
    assert report.notes == ("halves of characters (lone surrogates) were replaced by U+FFFD",)


def test_a_record_says_its_own_metadata() -> None:
    report = only(line(id=7, text=STORY, date="2019-05-07", outlet="The Letter", language="en", title=None))
    assert (report.source_ref, report.locator) == ("7", "in.jsonl#7")
    assert (report.published, report.outlet, report.language) == ("2019-05-07", "The Letter", "en")
    assert (report.language_basis, report.title, report.notes) == ("page", None, ())


def test_a_field_that_cannot_be_used_costs_the_field_and_not_the_report() -> None:
    report = only(line(id="1", text=STORY, date="Tuesday", languge="en"))
    assert report.published is None
    assert report.notes == (
        "\"date\": 'Tuesday' is not a date; write 2018-04-05, 2018-04 or 2018",
        '"languge" is not a field of a report (did you mean "language"?); it was ignored',
    )


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"{oops}", "is not a JSON object on one line ("),
        (b"[" * 100_000, "is not a JSON object on one line ("),
        (b"\x00\x01\x02\x00", "is not a JSON object on one line (holds zero bytes"),
        (b"7", 'is a number where an object such as {"id": "1", "text": "…"} is expected'),
        (b"null", "is null where an object"),
        (line(id="1"), 'has no "text"; every report needs "id" and "text"'),
        (line(id="1", txt=STORY), 'has no "text" (did you mean "text"?)'),
        (line(id="1", text=5), '"text" is a number where text in quotes is expected'),
        (line(id="1", text=" \n"), "holds no text"),
    ],
)
def test_a_line_that_is_no_report_is_told_by_its_number(raw: bytes, told: str) -> None:
    good, bad, last = read_jsonl_lines([line(id="a", text=STORY), raw, line(id="b", text=STORY)], "in.jsonl")
    assert isinstance(bad, Skipped)
    assert bad.locator == "in.jsonl:2"
    assert bad.reason.startswith(told)
    assert isinstance(good, Loaded)
    assert isinstance(last, Loaded)


def test_a_line_beyond_the_limit_is_told() -> None:
    options = LoadOptions(limits=LoadLimits(max_bytes=50))
    (one,) = read_jsonl_lines([line(id="1", text=STORY)], "in.jsonl", options=options)
    assert isinstance(one, Skipped)
    assert one.reason == "is longer than 50 bytes, the limit for one record"


def test_json_may_be_one_report_or_a_list(lay: Callable[..., Path], reports_of: Reports) -> None:
    root = lay(
        {
            "one.json": line(text=STORY),
            "list.json": json.dumps([{"text": STORY}, {"id": "x", "text": STORY}]),
        }
    )
    assert [(report.source_ref, report.locator) for report in reports_of(root)] == [
        ("list.json[0]", "list.json[0]"),
        ("x", "list.json#x"),
        ("one.json", "one.json"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_records_come_in_other_encodings(
    lay: Callable[..., Path], reports_of: Reports, encoding: str
) -> None:
    content = '{"id": "1", "text": "Le préfet"}\n{"id": "2", "text": "« Onze blessés »"}\n'.encode(encoding)
    assert [report.text for report in reports_of(lay({"in.jsonl": content}))] == [
        "Le préfet",
        "« Onze blessés »",
    ]
    one = '{"id": "1", "text": "Le préfet"}'.encode(encoding)
    assert [report.text for report in reports_of(lay({"in.json": one}, "other"))] == ["Le préfet"]


def test_a_file_without_records_is_told(
    lay: Callable[..., Path], skipped_of: Callable[..., dict[str, str]]
) -> None:
    told = 'holds no record; give objects with "id" and "text"'
    assert skipped_of(lay({"a.json": "[]", "b.jsonl": "\n \n"})) == {"a.json": told, "b.jsonl": told}
    broken = skipped_of(lay({"c.json": '{"id": 1'}, "other"))
    assert broken["c.json"].startswith("is not valid JSON (")
    assert broken["c.json"].endswith("for one object a line name it NAME.jsonl")
