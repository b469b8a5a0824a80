"""The hostile inputs through every command: nothing runs, nothing leaves the case's folder, nothing crashes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.hostile.alive import alive_in
from tests.hostile.broken import pages_of, shown, stream
from tests.hostile.corpus import CORPUS, HEAVY, QUICK
from tests.hostile.inputs import DAY, STORY, Hostile, as_json
from tests.hostile.making import call, lay, listing
from tests.hostile.payloads import MARKUP
from tests.pace import within

from rashomon.errors import InputError
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded
from rashomon.pipeline import DEFAULT_POLICY, add_reports, attempt_reading, build, read_article
from rashomon.pipeline.readings import reading_key
from rashomon.sources import load
from rashomon.store import open_case
from rashomon.writing import CaseView
from rashomon.writing.audit import examine, render_audit
from rashomon.writing.exports import FORMATS

MOST_SECONDS = 10
"""Of processor time for any one input; most take less than a tenth of one."""

HEAVIEST = ("many_claims", "many_sides", "same_again", "pairs", "long_text", "line_page")
"""The heavy inputs that are read, not refused."""

AS_ARTICLES = tuple(
    one
    for number, one in enumerate(QUICK)
    if not one.name.startswith(("name", "many_fields", "address_"))
    and (one.name not in MARKUP or number % 3 == 0)
)
"""What differs in kind as an article: names of files do not, nor does most markup."""


@pytest.fixture(scope="session")
def view(hostile_case: Path) -> CaseView:
    with open_case(hostile_case) as kept:
        return build(kept, policy=DEFAULT_POLICY)


def named(inputs: tuple[Hostile, ...]) -> list[object]:
    return [pytest.param(one, id=one.name) for one in inputs]


def test_the_corpus_is_large_and_each_input_says_what_it_tries() -> None:
    names = [one.name for one in CORPUS]
    assert set(HEAVIEST) <= set(names)
    assert len(names) == len(set(names)) >= 150
    assert all(one.why for one in CORPUS)


def test_good_reports_are_read_whatever_stands_beside_them(view: CaseView) -> None:
    told = {view.reports[claim.report_id].source_ref for claim in view.claims.values()}
    assert "good.txt" in told
    assert len(told) > len(MARKUP)


def test_nothing_is_alive_on_the_pages(hostile_case: Path, view: CaseView) -> None:
    page = (hostile_case / "index.html").read_text("utf-8")
    assert alive_in(page, styles=True) == []
    event = view.record.events[0].id
    article = call("article", hostile_case, event, "--as", "html", "--names")
    assert article.exit_code == 0
    assert alive_in(article.stdout, styles=True) == []


def test_every_file_of_the_case_is_what_it_is_called(hostile_case: Path) -> None:
    assert json.loads((hostile_case / "record.json").read_text("utf-8"))["events"]
    for name in ("claims.jsonl", "set_aside.jsonl"):
        lines = (hostile_case / name).read_text("utf-8").split("\n")
        assert all(isinstance(json.loads(line), dict) for line in lines if line)
    assert_plain_cells((hostile_case / "events.csv").read_text("utf-8"))


def assert_plain_cells(text: str) -> None:
    """No cell that a spreadsheet takes for a formula, and as many cells in each row as in the first."""
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows for cell in row):
        if cell[:1] in tuple("=+-@\t\r"):
            float(cell)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_export_keeps_its_form(hostile_case: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    done = call("export", hostile_case, "--as", form, "--out", out, "--names")
    assert done.exit_code in (0, 1), done.output[-1000:]
    text = out.read_text("utf-8")
    # A format that no event fits stays empty, and says why.
    assert text or json.loads((tmp_path / "out.left-out.json").read_text("utf-8"))["left_out"]
    if form in ("ucdp", "acled", "airwars", "csv", "hxl"):
        assert_plain_cells(text)
    elif form in ("geojson", "jsonld", "csl"):
        json.loads(text)
    assert {Path(one).name for one in listing(tmp_path)} <= {"out", "out.left-out.json", "out.figures.csv"}


@pytest.mark.parametrize("one", named(QUICK))
def test_each_input_is_read_or_refused_in_time(one: Hostile, tmp_path: Path) -> None:
    assert_read_in_time(one, tmp_path)


def assert_read_in_time(one: Hostile, tmp_path: Path) -> dict[Loaded, Reading]:
    """What was loaded of an input laid into the folder ``in``, and read: soundly, soon, leaving nothing else behind."""
    root = lay([one], tmp_path / "in")
    with within(MOST_SECONDS):
        made = dict(_readings(root))
    assert {path.split("/")[0] for path in listing(tmp_path)} <= {"in"}
    return made


def _readings(root: Path) -> Iterator[tuple[Loaded, Reading]]:
    """Each report of a folder that is read, with its reading; what is refused or fails says so in few words."""
    for found in load([str(root)]):
        if not isinstance(found, Loaded):
            assert "please report it" not in found.reason
            assert len(found.reason) < 1000
            continue
        assert all(len(note) < 1000 for note in found.report.notes)
        assert len(found.report.notes) < 100
        reading = attempt_reading(found.report)
        if isinstance(reading, Reading):
            text = found.report.text
            spans = [passage for claim in reading.claims for passage in claim.passages]
            assert all(text[span.start : span.end] == span.words for span in spans)
            yield found, reading
        else:
            assert "the reader failed" not in reading.reason


@pytest.mark.parametrize("one", named(AS_ARTICLES))
def test_each_input_as_an_article_is_held_against_the_case(one: Hostile, view: CaseView) -> None:
    for name, content in one.files.items():
        with within(MOST_SECONDS), suppress(InputError):
            read = read_article(content, locator=name)
            found = examine(read, view, event_id=None, names=True)
            assert alive_in(render_audit(found, "html"), styles=True) == []
            json.loads(render_audit(found, "json"))


@pytest.mark.parametrize("said", MARKUP.values(), ids=MARKUP.keys())
def test_a_search_for_anything_is_answered(hostile_case: Path, said: str) -> None:
    done = call("search", hostile_case, "--", said)
    assert done.exit_code in (0, 1, 2)
    assert not [char for char in done.output if not char.isprintable() and char != "\n"]


def test_a_terminal_is_told_only_what_can_be_printed(hostile_case: Path, hostile_inputs: Path) -> None:
    calls = [
        ("events", hostile_case),
        ("record", hostile_case, "--why"),
        ("add", hostile_case, hostile_inputs),
    ]
    for arguments in calls:
        done = call(*arguments)
        assert done.exit_code in (0, 1)
        odd = {char for char in done.output if not char.isprintable() and char not in "\n"}
        assert odd == set(), arguments[0]


def test_a_batch_takes_what_it_can(tmp_path: Path) -> None:
    lay(
        [one for one in QUICK if one.name in ("gzip_cut", "gzip_false", "bad_line", "odd_ids")],
        tmp_path / "in",
    )
    lines = sorted(path for path in (tmp_path / "in").rglob("*.jsonl*"))
    out = tmp_path / "out"
    done = call("batch", *lines, "--out", out, "--each", "--processes", "1", "--quiet")
    assert done.exit_code == 1, done.output[-1000:]
    assert "cut.jsonl.gz: could not be read to its end (Compressed file ended" in done.output
    assert "false.jsonl.gz: could not be read to its end (Not a gzipped file" in done.output
    assert all(json.loads(line) for line in (out / "claims.jsonl").read_text("utf-8").split("\n") if line)
    assert {Path(one).parts[0] for one in listing(tmp_path)} == {"in", "out"}


def test_a_line_of_a_packed_file_is_never_held_whole(tmp_path: Path) -> None:
    import gzip

    good = as_json({"id": "1", "text": STORY, "date": DAY})
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(b"{" * 45_000_000 + b"\n" + good + b"\n"))
    done = call("batch", path, "--out", tmp_path / "out", "--processes", "1", "--quiet")
    assert done.exit_code == 1
    assert "in.jsonl.gz:1: is longer than 20,000,000 bytes, the limit for one record" in done.output
    assert (tmp_path / "out/claims.jsonl").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("one", named(tuple(one for one in HEAVY if one.name not in HEAVIEST)))
def test_each_heavy_input_is_read_or_refused_in_time(one: Hostile, tmp_path: Path) -> None:
    assert_read_in_time(one, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("one", named(tuple(one for one in HEAVY if one.name in HEAVIEST)))
def test_each_of_the_heaviest_is_read_and_makes_a_case_in_time(one: Hostile, tmp_path: Path) -> None:
    made = assert_read_in_time(one, tmp_path)
    assert made
    # What was read once is kept, as after a stop: `run` goes on from there.
    with open_case(tmp_path / "out", create=True) as kept:
        add_reports(kept, made, given="in")
        for loaded, reading in made.items():
            kept.keep_reading(reading, reading_key(loaded.report))
    with within(3 * MOST_SECONDS):
        done = call("run", tmp_path / "in", "--out", tmp_path / "out", "--quiet")
    assert done.exit_code in (0, 1), done.output[-1000:]
    assert (tmp_path / "out/claims.jsonl").read_text("utf-8")


def test_what_of_a_page_or_document_was_not_read_is_told(tmp_path: Path) -> None:
    deep = f"<html><body><p>{STORY}</p>{'<div>' * 400}<p>Nine died.</p></body></html>"
    (tmp_path / "deep.html").write_text(deep)
    drawing = stream(b"0 0 m 10 10 l S " * 300_000, packed=True)
    (tmp_path / "drawn.pdf").write_bytes(pages_of([stream(shown(STORY)), drawing]))
    page, document = (one.report for one in load([str(tmp_path)]) if isinstance(one, Loaded))
    assert any(note.startswith("the page is nested too deeply to be read to its end") for note in page.notes)
    assert document.notes == ("pages with too much drawing on them were not read: 2",)
    assert "12 militants" in document.text
