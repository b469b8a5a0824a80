"""Whatever people hand in by mistake or in bad faith: told what was found and what to do, the rest done."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import wikitextparser
from tests.pace import within

Call = Callable[..., tuple[int, str, str]]
GOOD = (
    "The army of Mali said on Tuesday that its soldiers killed at least 12 militants near the village of "
    "Tabankort on May 4, 2019. Two soldiers were killed and five wounded, according to an army spokesman.\n"
)
SIDECAR = '{"published": "2019-05-07", "outlet": "The Tabankort Letter", "language": "en"}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report; its case would go to ``out`` beside it."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "good.meta.json").write_text(SIDECAR)
    return folder


def claims_of(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "claims.jsonl").read_text("utf-8").splitlines()]


def sources_of(out: Path) -> set[object]:
    return {claim["source_ref"] for claim in claims_of(out)}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bad.txt", b"", "is empty"),
        ("bad.txt", b" \n\n", "holds no text"),
        ("bad.txt", b"\x00\x01\x02\xff\x00" * 50, "holds zero bytes: it is not a text file; export its text"),
        ("bad.txt", bytes(range(1, 250)) * 9, "holds control characters: it is not a text file; export its"),
        ("bad.docx", b"PK\x03\x04 and so on", "holds a zip archive or an office document, not text; export"),
        ("bad.pdf", b"%PDF-1.4\ncut", "is a PDF that cannot be read ("),
        ("bad.json", b'{"text": "Seven', "is not valid JSON ("),
        ("bad.json", b'{"id": "1", "body": "Seven"}', 'has no "text"; every report needs "id" and "text"'),
        ("bad.json", b"[]", 'holds no record; give objects with "id" and "text"'),
        ("bad.html", b"<html><head><title>Shots</title></head><body></body></html>", "holds no text"),
    ],
)
def test_a_broken_file_is_named_with_its_reason(
    call: Call, folder: Path, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (folder / name).write_bytes(content)
    code, _, err = call("run", folder / name, "--out", tmp_path / "out")
    assert code == 2
    assert f"{name}: {told}" in err
    assert "nothing was written" in err
    assert not (tmp_path / "out").exists()


def test_a_broken_file_among_good_ones_costs_only_itself(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02\xff\x00" * 50)
    (folder / "bad.json").write_text('[{"id": "x", "text": ' + json.dumps(GOOD) + '}, {"id": "y"}]')
    (folder / "ugly.txt").write_text(GOOD)
    (folder / "ugly.meta.json").write_text('{"published": "May 7"}')
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert code == 1
    assert "skipped: bad.txt: holds zero bytes" in err
    assert 'skipped: bad.json[1]: has no "text"' in err
    assert "skipped: ugly.txt: ugly.meta.json: \"published\": 'May 7' is not a date; write 2018-04-05" in err
    assert sources_of(tmp_path / "out") == {"good.txt", "x"}


def test_fifty_megabytes_on_one_line_are_refused_at_once(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "huge.txt").write_bytes(b"killed " * 7_500_000)
    with within(3):
        code, _, err = call("run", folder / "huge.txt", "--out", tmp_path / "out")
    assert code == 2
    assert "huge.txt: is 52,500,000 bytes long; the limit for one input is 20,000,000. Split it into" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_another_encoding_is_read(call: Call, folder: Path, tmp_path: Path, encoding: str) -> None:
    text = GOOD.replace("an army spokesman", "Ménaka’s préfet")
    (folder / "good.txt").write_bytes(text.encode(encoding))
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert (code, err) == (0, "")
    assert "Ménaka’s préfet" in (tmp_path / "out/claims.jsonl").read_text("utf-8")


def test_damaged_characters_are_told(call: Call, folder: Path, tmp_path: Path) -> None:
    text = GOOD.replace("an army spokesman", "Ménaka’s préfet").encode().replace("é".encode(), b"\xc3", 1)
    (folder / "good.txt").write_bytes(text)
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert code == 0
    assert "warning: good.txt: 1 unreadable characters were replaced by U+FFFD" in err


def test_a_cut_page_is_read_and_told(call: Call, folder: Path, tmp_path: Path) -> None:
    page = f'<html lang="en"><head><title>Shots</title></head><body><article><p>{GOOD}</p><p>A trad'
    (folder / "page.html").write_text(page)
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert code == 0, err
    assert "warning: page.html: the page ends without its closing tags; it may have been cut off" in err
    assert sources_of(tmp_path / "out") == {"good.txt", "page.html"}


def test_an_unknown_field_is_told_with_the_nearest(call: Call, folder: Path, tmp_path: Path) -> None:
    record = {"id": "7", "text": GOOD, "publishd": "2019-05-07", "colour": "red", "language": "en"}
    (folder / "more.jsonl").write_text(json.dumps(record))
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert code == 0
    assert 'more.jsonl#7: "publishd" is not a field of a report (did you mean "published"?); it was' in err
    assert '"colour" is not a field of a report; it was ignored' in err
    assert "no publication date: 7." in err


def test_no_reports_at_all_write_nothing(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = call("run", tmp_path / "empty", "--out", tmp_path / "out")
    assert (code, out) == (2, "")
    assert (
        "no report was found in what was given, so nothing was written. Give a file or a folder with" in err
    )
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_an_unwritable_folder_is_told_and_changes_nothing(call: Call, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    for out in (tmp_path / "taken", tmp_path / "taken/deeper", Path("/proc/rashomon")):
        code, stdout, err = call("run", folder, "--out", out)
        assert (code, stdout) == (2, "")
        assert str(out) in err
        assert "with --out" in err
    assert (tmp_path / "taken").read_text() == "mine"


def test_reports_of_one_name_in_two_folders_are_both_kept(call: Call, folder: Path, tmp_path: Path) -> None:
    for name, count in (("north", "12"), ("south", "15")):
        (folder / name).mkdir()
        (folder / name / "note.txt").write_text(GOOD.replace("12", count))
        (folder / name / "note.meta.json").write_text(SIDECAR.replace("Tabankort", name.title()))
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert (code, err) == (0, "")
    assert sources_of(tmp_path / "out") == {"good.txt", "north/note.txt", "south/note.txt"}


def test_a_report_in_french_is_kept_and_listed_as_unread(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "note.txt").write_text(
        "L’armée affirme avoir tué douze combattants près du village de Tabankort samedi dernier. Deux soldats "
        "sont morts et cinq autres ont été blessés, selon le porte-parole du ministère.\n"
    )
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert code == 1
    assert "not read: note.txt: is in 'fr', for which there is no reader; it is kept, but nothing" in err
    assert sources_of(tmp_path / "out") == {"good.txt"}
    assert call("search", tmp_path / "out", "combattants")[1].startswith("note.txt")


def test_a_report_without_claims_says_why(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "dull.txt").write_text(
        "The committee will publish its budget for roads and bridges in spring.\n"
    )
    (folder / "dull.meta.json").write_text(SIDECAR)
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet")
    assert code == 0
    (reason,) = re.findall(r"warning: dull\.txt: no claim \((.+)\)", err)
    assert len(reason.split()) >= 3


HOSTILE = "<script>alert(1)</script> {{Infobox|x=1}} [[File:x.jpg]] ]] }} '''bold''' <ref>r</ref> <img src=x onerror=alert(2)>"
MARKS = "\u202e\u2066\u200f"


@pytest.fixture
def hostile(call: Call, folder: Path, tmp_path: Path) -> Path:
    """The case of a report that tries to break out of every output, in its text and in its metadata."""
    words = "a <script>alert(3)</script> spokesman of {{Template|the army}} ]]"
    text = GOOD.replace("an army spokesman", words).replace("militants", f"{MARKS}militants")
    nested = "<b>" * 200 + "[" * 200 + "(" * 200 + "“" * 200
    (folder / "good.txt").write_text(
        f"{HOSTILE}\n{text}{HOSTILE} Nine militants were killed there. {nested}\n"
    )
    said = {"published": "2019-05-07", "language": "en", "url": "javascript:alert(4)"}
    said |= dict.fromkeys(("outlet", "title", "author"), f"{HOSTILE}{MARKS}")
    (folder / "good.meta.json").write_text(json.dumps(said))
    code, _, err = call("run", folder, "--out", tmp_path / "out", "--quiet", "--with-texts")
    assert code == 0, err
    assert claims_of(tmp_path / "out")
    return tmp_path / "out"


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, said or "") for name, said in attrs]


def test_a_hostile_report_puts_nothing_alive_on_the_page(hostile: Path) -> None:
    page = (hostile / "index.html").read_text("utf-8")
    assert html.escape("<script>alert(3)</script>") in page
    read = Tags(page)
    assert not read.tags & {"script", "img", "ref", "iframe", "object"}
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert not [said for _, said in read.attributes if said.lower().lstrip().startswith("javascript:")]


def test_a_hostile_report_opens_no_template_or_link_in_wikitext(hostile: Path) -> None:
    for name in ("article.wiki", "infobox.wiki"):
        text = (hostile / name).read_text("utf-8")
        parsed = wikitextparser.parse(text)
        assert {"template", "file"} & {one.name.strip().lower() for one in parsed.templates} == set()
        assert not [link for link in parsed.wikilinks if "x.jpg" in link.target]
        assert "<script" not in text.lower()
        assert "<img" not in text.lower()
        assert "{{Template" not in text
        assert len(parsed.templates) == text.count("{{")


def test_marks_of_direction_turn_nothing_around(hostile: Path, call: Call) -> None:
    events, record = call("events", hostile)[1], call("record", hostile, "--why")[1]
    assert "militants" in record
    assert not [mark for mark in MARKS if mark in events + record]
    (told,) = {claim["attribution"][-1]["source"] for claim in claims_of(hostile)}
    assert not [mark for mark in MARKS if mark in told], "metadata is kept without them"
    words = " ".join(claim["passage"]["words"] for claim in claims_of(hostile))
    assert f"at least 12 {MARKS}militants" in words, "a passage is kept as it stands"
