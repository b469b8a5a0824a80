from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import ReportError
from rashomon.model.report import Loaded, Report, Skipped
from rashomon.sources import GivenMetadata, LoadLimits, LoadOptions, load

Lay = Callable[..., Path]
Reports = Callable[..., list[Report]]
Skips = Callable[..., dict[str, str]]
STORY = "Gunmen drove into the market of Tamsla on Monday, and the mayor counted seven dead.\n"
SIDECAR = '{"published": "2019-05-07", "outlet": "The Letter"}'

kept = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs", "Cc"]), min_size=1)


@given(
    kept.filter(str.strip).filter(lambda text: not text.startswith(("\ufeff", "PK\x03\x04", "%PDF-", "RIFF")))
)
def test_text_given_as_text_is_never_changed(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("one") / "a.txt"
    path.write_bytes(text.encode())
    (one,) = load([str(path)])
    if isinstance(one, Skipped):
        assert one.reason.startswith("holds "), one
        return
    assert one.report.text == text
    assert one.raw == text.encode()
    assert all(text[piece.start : piece.end] == piece.words for piece in one.report.set_aside)


def test_only_line_ends_become_one_kind_in_files(lay: Lay, reports_of: Reports) -> None:
    (report,) = reports_of(
        lay({"a.md": b"\xef\xbb\xbf \r\n# One \r\ntwo\xe2\x80\xa8three\rfour e\xcc\x81\n\n"})
    )
    assert report.text == " \n# One \ntwo\u2028three\nfour e\u0301\n\n"


def test_options_go_above_the_sidecar_and_the_sidecar_above_the_record(lay: Lay, reports_of: Reports) -> None:
    record = '{"id": "1", "text": "Seven died.", "date": "2001-01-01", "outlet": "Record", "title": "Record"}'
    root = lay({"a.json": record, "a.meta.json": '{"outlet": "Sidecar", "published": "2002-02-02"}'})
    (report,) = reports_of(root, given=GivenMetadata(published="2003-03-03"))
    assert (report.published, report.outlet, report.title) == ("2003-03-03", "Sidecar", "Record")


def test_without_a_date_there_is_none(lay: Lay, reports_of: Reports) -> None:
    root = lay({"a.txt": STORY})
    os.utime(root / "a.txt", (1_500_000_000, 1_500_000_000))
    (report,) = reports_of(root)
    assert (report.published, report.outlet, report.retrieved) == (None, None, None)
    assert (report.language, report.language_basis) == ("en", "detected")


def test_a_report_is_the_same_on_every_machine(lay: Lay, reports_of: Reports) -> None:
    files = {"a.txt": STORY, "a.meta.json": SIDECAR, "in/b.html": f"<html><body><p>{STORY}</p></body></html>"}
    one, two = reports_of(lay(files, "one")), reports_of(lay(dict(reversed(files.items())), "two"))
    assert one == two
    assert reports_of(lay({"a.txt": STORY}, "three"))[0].id == one[0].id


def test_equal_texts_under_two_names_are_two_reports(lay: Lay, reports_of: Reports) -> None:
    one, two = reports_of(lay({"a.txt": STORY, "b.txt": STORY}))
    assert one.id != two.id
    assert one.sha256 == two.sha256


def test_what_cannot_be_read_stops_nothing_beside_it(lay: Lay) -> None:
    root = lay(
        {
            **{
                "a.txt": STORY,
                "b.txt": b"",
                "c.txt": b"\x00\x01\x02",
                "d.docx": b"PK\x03\x04",
                "e.json": "{",
            },
            **{"f.txt": " \n\t", "g.txt": STORY, "g.meta.json": '{"published": "soon"}', "h.txt": STORY},
        }
    )
    found = list(load([str(root)]))
    assert [one.report.locator for one in found if isinstance(one, Loaded)] == ["a.txt", "h.txt"]
    reasons = {one.locator: one.reason for one in found if isinstance(one, Skipped)}
    assert list(reasons) == ["b.txt", "c.txt", "d.docx", "e.json", "f.txt", "g.txt"]
    assert (reasons["b.txt"], reasons["f.txt"]) == ("is empty", "holds no text")
    assert reasons["g.txt"].startswith("g.meta.json: \"published\": 'soon' is not a date; write 2018-04-05")


def test_an_input_beyond_the_limit_is_told_unread(lay: Lay, skipped_of: Skips) -> None:
    root = lay({"a.txt": STORY, "b.html": STORY, "c.jsonl": '{"id": "1", "text": "Seven died."}\n' * 9})
    told = skipped_of(root, options=LoadOptions(limits=LoadLimits(max_bytes=60)))
    assert set(told) == {"a.txt", "b.html"}
    assert told["a.txt"] == (
        "is 84 bytes long; the limit for one input is 60. Split it into one report a file, "
        "or give many reports as lines of a .jsonl file"
    )


def test_a_text_beyond_the_limit_is_told(lay: Lay, skipped_of: Skips) -> None:
    lines = '{"id": "1", "text": "Seven died in the market of Tamsla."}\n{"id": "2", "text": "Nine."}'
    root = lay({"a.txt": STORY, "b.jsonl": lines})
    limits = LoadLimits(max_characters=20)
    assert skipped_of(root, options=LoadOptions(limits=limits)) == {
        "a.txt": "holds 84 characters of text; the limit for one report is 20. Split it into one report a file",
        "b.jsonl:1": "holds 35 characters of text; the limit for one report is 20. Split it into one report a file",
    }
    told = skipped_of(root / "b.jsonl", options=LoadOptions(limits=LoadLimits(max_lines_bytes=20)))
    assert told["b.jsonl"].endswith("the limit for a file of JSON lines is 20. Read it with: rashomon batch")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (STORY.encode(), STORY),
        (b'{"id": "1", "text": "Seven died."}\n{"id": "2", "text": "Nine died."}', "Seven died."),
        (b'[{"text": "Seven died."}]', "Seven died."),
        (b"<!DOCTYPE html><html><body><p>Seven died.</p></body></html>", "Seven died."),
    ],
)
def test_standard_input_is_known_by_its_beginning(raw: bytes, told: str) -> None:
    one, *_ = load(["-"], stdin=io.BytesIO(raw))
    assert isinstance(one, Loaded)
    assert one.report.text == told


def test_standard_input_may_be_absent_or_empty() -> None:
    (absent,), (empty,) = load(["-"]), load(["-"], stdin=io.BytesIO(b""))
    assert absent == Skipped(
        locator="stdin", reason="standard input was asked for, but nothing is connected to it"
    )
    assert empty == Skipped(locator="stdin", reason="holds no text")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://127.0.0.1:1/a", "leads to a private address (127.0.0.1); it was not fetched"),
        ("http://[::1]/a", "leads to a private address (::1); it was not fetched"),
        ("http://169.254.169.254/latest", "leads to a private address (169.254.169.254); it was not fetched"),
        ("http:///a", "is not an http or https address"),
    ],
)
def test_an_address_inside_is_not_fetched(url: str, told: str, skipped_of: Skips) -> None:
    assert skipped_of(url) == {url: told}


def test_what_is_given_for_all_must_be_meant() -> None:
    with pytest.raises(ReportError, match="'soon' is not a date"):
        list(load([], given=GivenMetadata(published="soon")))


def test_progress_is_told_each_name_before_it_is_read(lay: Lay) -> None:
    told: list[str] = []
    list(load([str(lay({"b.txt": STORY, "a.txt": b""}))], progress=told.append))
    assert told == ["a.txt", "b.txt"]
