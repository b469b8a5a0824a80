from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

OUTPUTS = {
    *("case.db", "index.html", "record.json", "claims.jsonl", "set_aside.jsonl", "events.csv"),
    *("article.md", "article.wiki", "infobox.wiki"),
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_a_folder_becomes_a_case_and_its_files(call, reports: Path, tmp_path: Path) -> None:
    before = contents(reports)
    code, out, err = call("run", reports, "--out", tmp_path / "out")
    assert code == 0, err
    assert set(contents(tmp_path / "out")) >= OUTPUTS
    assert "Who said what" in out
    assert "holds: case.db, article.md" in out
    assert "added 1 one.txt" in err
    assert "read 2/2 two.txt" in err
    assert contents(reports) == before
    claims = [json.loads(line) for line in (tmp_path / "out/claims.jsonl").read_text().splitlines()]
    assert {claim["source_ref"] for claim in claims} == {"one.txt", "two.txt"}


def test_the_same_folder_again_writes_nothing_new(call, reports: Path, case: Path) -> None:
    before = contents(case)
    stamps = {path.name: path.stat().st_mtime_ns for path in case.iterdir()}
    assert call("run", reports, "--out", case)[0] == 0
    assert contents(case) == before
    assert {path.name: path.stat().st_mtime_ns for path in case.iterdir()} == stamps


def test_two_runs_are_equal_byte_for_byte(call, reports: Path, case: Path, tmp_path: Path) -> None:
    _, first, _ = call("run", reports, "--out", case)
    assert call("run", reports, "--out", tmp_path / "other", "--quiet")[0] == 0
    one, two = contents(case), contents(tmp_path / "other")
    assert dump(case / "case.db") == dump(tmp_path / "other/case.db")
    del one["case.db"], two["case.db"]
    assert one == two
    assert str(call("run", reports, "--out", tmp_path / "other")[1]).replace("other", "case") == first


def test_the_default_folder_is_named_after_the_reports(
    call, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("run", "reports", "--quiet")[0] == 0
    assert (tmp_path / "reports-record/record.json").exists()


def test_nothing_is_written_among_the_reports(call, reports: Path, monkeypatch) -> None:
    before = contents(reports)
    for out in (reports, reports / "out"):
        code, _, err = call("run", reports, "--out", out)
        assert (code, "lies among the reports" in err) == (2, True)
    monkeypatch.chdir(reports)
    assert call("run", ".")[0] == 2
    assert contents(reports) == before


def test_a_single_file_takes_its_metadata_from_options(call, reports: Path, tmp_path: Path) -> None:
    (reports / "two.meta.json").unlink()
    code, _, err = call(
        *("run", reports / "two.txt", "--out", tmp_path / "out"),
        *("--published", "2019-05-06", "--outlet", "The Herald", "--language", "en"),
    )
    assert code == 0, err
    assert "no publication date" not in err
    claims = [json.loads(line) for line in (tmp_path / "out/claims.jsonl").read_text().splitlines()]
    assert {claim["attribution"][-1]["source"] for claim in claims} == {"The Herald"}


def test_an_absent_publication_date_is_a_warning(call, reports: Path, tmp_path: Path) -> None:
    (reports / "two.meta.json").unlink()
    code, _, err = call("run", reports, "--out", tmp_path / "out", "--quiet")
    assert code == 0, err
    assert "warning: no publication date: two.txt." in err
    assert "--published 2018-04-05" in err


def test_a_missing_date_is_told_before_anything_is_read(call, reports: Path, tmp_path: Path) -> None:
    (reports / "two.meta.json").unlink()
    _, _, err = call("run", reports, "--out", tmp_path / "out")
    assert err.index("no publication date") < err.index("read 1/2")


@pytest.mark.parametrize(("published", "told"), [(False, True), (True, False)])
def test_events_that_no_day_tells_apart_are_told_with_what_joins_them(
    call, tmp_path: Path, published: bool, told: bool
) -> None:
    folder = tmp_path / "undated"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "Gunmen attacked an army post at Ansongo in Mali on Tuesday. Six soldiers died."
    )
    (folder / "two.txt").write_text(
        "Nine soldiers were killed in an attack on a post at Ansongo, Mali, on Monday."
    )
    (folder / "far.txt").write_text("Four herders were shot dead by raiders at Kayes in Mali on Tuesday.")
    day = ["--published", "2019-06-20"] if published else []
    _, _, err = call("run", folder, "--out", tmp_path / "out", *day)
    assert ("2 events at Ansongo may be one, and no day tells (" in err) is told
    assert (f"judge {tmp_path / 'out'} merge e_" in err) is told


def test_a_broken_file_among_good_ones_is_told_and_the_rest_is_done(call, reports: Path, tmp_path) -> None:
    (reports / "broken.txt").write_bytes(b"\x00\x01\x02\xff\x00" * 50)
    code, out, err = call("run", reports, "--out", tmp_path / "out", "--quiet")
    assert code == 1
    assert "skipped: broken.txt: " in err
    assert "Who said what" in out
    assert call("run", reports, "--out", tmp_path / "out", "--quiet")[0] == 1
    (reports / "broken.txt").unlink()
    assert call("run", reports, "--out", tmp_path / "out", "--quiet")[0] == 0


def test_a_report_in_a_language_without_reader_is_kept_and_told(call, reports: Path, tmp_path: Path) -> None:
    (reports / "drei.txt").write_text("Am Dienstag wurden bei Gefechten im Norden zwölf Kämpfer getötet.")
    (reports / "drei.meta.json").write_text('{"language": "de", "published": "2019-05-07"}')
    code, _, err = call("run", reports, "--out", tmp_path / "out", "--quiet")
    assert code == 1
    assert "not read: drei.txt: is in 'de', for which there is no reader" in err
    assert call("search", tmp_path / "out", "Gefechten")[1].startswith("drei.txt")


def test_a_report_without_claims_is_told_with_why(call, reports: Path, tmp_path: Path) -> None:
    (reports / "dull.txt").write_text("The committee will publish its budget for roads and bridges later.")
    (reports / "dull.meta.json").write_text('{"language": "en", "published": "2019-05-07"}')
    code, _, err = call("run", reports, "--out", tmp_path / "out", "--quiet")
    assert code == 0, err
    assert "warning: dull.txt: no claim (" in err


def test_better_metadata_is_taken_up_by_the_next_run(call, reports: Path, tmp_path: Path) -> None:
    sidecar = (reports / "two.meta.json").read_text()
    (reports / "two.meta.json").unlink()
    call("run", reports, "--out", tmp_path / "late", "--quiet")
    (reports / "two.meta.json").write_text(sidecar)
    code, _, err = call("run", reports, "--out", tmp_path / "late")
    assert code == 0, err
    assert "1 with better metadata" in err
    assert "read 1/1 two.txt" in err
    call("run", reports, "--out", tmp_path / "early", "--quiet")
    late, early = contents(tmp_path / "late"), contents(tmp_path / "early")
    del late["case.db"], early["case.db"]
    assert late == early


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["missing"], "there is no such file or folder. Nothing was written."),
        (["reports", "--policy", "guess"], "is not one of 'ucdp', 'acled', 'range'"),
        (["reports", "--published", "yesterday"], "--published: 'yesterday' is not a date"),
        (["reports", "--as-of", "May"], "'May' is no date"),
        (["reports", "--language", "english"], "is not a two-letter code"),
        ([], "Missing argument 'REPORTS...'"),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(call, reports, tmp_path, monkeypatch, arguments, told) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = call("run", *arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def test_a_folder_without_reports_leaves_no_trace(call, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty/x.txt").write_bytes(b"\x00\x01\xff" * 40)
    code, _, err = call("run", tmp_path / "empty", "--out", tmp_path / "out")
    assert code == 2
    assert "no report was found" in err
    assert "x.txt: " in err
    assert not (tmp_path / "out").exists()


def test_an_unwritable_out_leaves_no_trace(call, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path / "file", tmp_path / "file/out", "/proc/rashomon"):
        code, stdout, err = call("run", reports, "--out", out)
        assert (code, stdout) == (2, "")
        assert "--out" in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "reports"]


def test_whole_texts_come_with_a_warning(call, reports: Path, tmp_path: Path) -> None:
    assert (
        "warning: the files hold the reports' whole texts"
        in call("run", reports, "--out", tmp_path / "out", "--with-texts", "--quiet")[2]
    )


def test_the_first_page_shows_what_the_program_prints(call, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    page = (root / "README.md").read_text(encoding="utf-8")
    shown = page.partition("--out ansongo\n")[2].partition("\n```")[0]
    code, out, _ = call("run", root / "examples/two-accounts", "--out", tmp_path / "ansongo")
    assert code == 0
    assert out.startswith(shown + "\n")
