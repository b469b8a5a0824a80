"""Inputs of every kind become reports, and what cannot be read is named with its reason."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from rashomon.model.report import Loaded, Report, Skipped
from rashomon.sources import GivenMetadata, load, read_jsonl_lines
from rashomon.sources.copies import mark_copies

TEXT = "Rebels attacked a convoy near the ford on Monday. Six drivers were killed, the governor said."


def reports(*paths: Path, **options: object) -> list[Report]:
    return [one.report for one in load([str(path) for path in paths], **options) if isinstance(one, Loaded)]  # type: ignore[arg-type]


def skipped(*paths: Path) -> list[Skipped]:
    return [one for one in load([str(path) for path in paths]) if isinstance(one, Skipped)]


def test_options_go_above_sidecars_and_sidecars_above_pages(tmp_path: Path) -> None:
    page = f'<html lang="en"><head><meta property="og:site_name" content="Page"></head><body><p>{TEXT * 3}</p></body></html>'
    (tmp_path / "a.html").write_text(page)
    assert reports(tmp_path)[0].outlet == "Page"
    (tmp_path / "a.meta.json").write_text('{"outlet": "Sidecar", "published": "2019-06-20"}')
    assert reports(tmp_path)[0].outlet == "Sidecar"
    found = reports(tmp_path, given=GivenMetadata(outlet="Option"))[0]
    assert (found.outlet, found.published) == ("Option", "2019-06-20")


def test_comments_appeals_and_menus_of_a_page_never_reach_the_text(tmp_path: Path) -> None:
    page = f"""<html><head><title>T</title></head><body><nav>Home World Sport</nav><article><p>{TEXT}</p><p>{TEXT}</p></article>
    <div class="donation-box">Please donate to our newsletter</div><section id="comments"><p>Liars! 300 were killed</p></section></body>"""
    (tmp_path / "a.html").write_text(page)
    (report,) = reports(tmp_path)
    assert "Liars" not in report.text
    assert {piece.reason for piece in report.set_aside} >= {"comment", "donation", "navigation"}


def test_text_comes_through_unchanged(tmp_path: Path) -> None:
    text = f"  {TEXT}\u2028next\u00a0line é e\u0301\n\n"
    (tmp_path / "a.txt").write_bytes(text.replace("\n", "\r\n").encode())
    assert reports(tmp_path)[0].text == text
    line = json.dumps({"id": "7", "text": f"{text}\r\n"}).encode()
    (one,) = read_jsonl_lines([line], "x.jsonl")
    assert isinstance(one, Loaded)
    assert one.report.text == f"{text}\r\n"


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        ("zeros.txt", b"ab\x00\x00c" * 50, "not a text file"),
        ("broken.json", b'{"text": ', "not valid JSON"),
        ("list.jsonl", b"[1, 2]\n", "object"),
        ("untold.jsonl", b'{"id": 1, "txt": "a"}\n', 'no "text"'),
        ("locked.pdf", b"%PDF-1.7 broken", "PDF"),
    ],
)
def test_what_cannot_be_read_is_named_and_stops_nothing(
    tmp_path: Path, name: str, raw: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.txt").write_text(TEXT)
    assert [report.source_ref for report in reports(tmp_path)] == ["good.txt"]
    (fault,) = skipped(tmp_path)
    assert told in fault.reason


def test_a_huge_line_is_refused_with_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    (fault,) = skipped(tmp_path)
    assert "20,000,000" in fault.reason


def test_two_files_of_one_name_are_two_reports(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(TEXT)
    found = reports(tmp_path)
    assert len({report.id for report in found}) == 2
    assert {report.source_ref for report in found} == {"a/same.txt", "b/same.txt"}


def test_records_of_one_file_are_no_versions_of_each_other() -> None:
    lines = [json.dumps({"id": str(n), "text": f"{TEXT} {n}"}).encode() for n in range(3)]
    found = [one.report for one in read_jsonl_lines(lines, "x.jsonl") if isinstance(one, Loaded)]
    assert len({report.locator for report in found}) == 3


def test_loading_twice_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.json").write_text(json.dumps([{"id": "x", "text": TEXT}]))
    assert list(load([str(tmp_path)])) == list(load([str(tmp_path)]))


def test_standard_input_is_a_report() -> None:
    (one,) = load(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(one, Loaded)
    assert one.report.text == TEXT


def test_private_hosts_are_not_fetched() -> None:
    (one,) = load(["http://127.0.0.1:9/x"])
    assert isinstance(one, Skipped)
    assert "private address" in one.reason


def test_a_wire_copy_points_to_the_earliest_print_whatever_the_order() -> None:
    body = " ".join(
        f"Sentence {n} tells of the convoy and of what the governor said about it." for n in range(12)
    )
    first = Report(id="r1", source_ref="a", locator="a", text=body, sha256="", published="2019-06-18")
    second = Report(
        id="r0", source_ref="b", locator="b", text=f"(Agency) {body}", sha256="", published="2019-06-19"
    )
    other = Report(id="r2", source_ref="c", locator="c", text=TEXT * 3, sha256="", published="2019-06-18")
    for order in ([first, second, other], [other, second, first]):
        copies = {report.id: report.copied_from for report in mark_copies(order)}
        assert copies == {"r1": None, "r0": "r1", "r2": None}
