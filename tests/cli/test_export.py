"""``rashomon export``: files, what is told, exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from rashomon.writing.exports import FORMATS


def test_claims_go_to_standard_output_and_what_is_left_out_to_standard_error(call, case: Path) -> None:
    code, out, err = call("export", case, "--as", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert {row["source_ref"] for row in rows} == {"one.txt", "two.txt"}
    assert err.startswith("csv, totals by policy ucdp\n")
    assert "facts that the format has no place for:" in err


def test_a_file_has_a_companion_that_names_policy_and_losses(call, case: Path, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "claims.csv"
    code, out, _ = call("export", case, "--as", "csv", "--policy", "range", "--out", file)
    assert (code, out) == (0, "")
    companion = json.loads((tmp_path / "deep" / "claims.csv.left-out.json").read_text())
    assert (companion["format"], companion["policy"], companion["partial"]) == ("csv", "range", False)
    assert {one["what"] for one in companion["left_out"]} == {"fact"}
    assert companion["made_by"]["case_digest"]
    assert sorted(path.name for path in file.parent.iterdir()) == ["claims.csv", "claims.csv.left-out.json"]


def test_an_unknown_event_writes_nothing(call, case: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    code, out, err = call("export", case, "--as", "csv", "--event", "e_nowhere", "--out", file)
    assert (code, out) == (2, "")
    assert "there is no event 'e_nowhere'" in err
    assert not file.exists()


def test_a_policy_that_the_format_cannot_hold_is_refused(call, case: Path) -> None:
    code, out, err = call("export", case, "--as", "ucdp", "--policy", "range")
    assert (code, out) == (2, "")
    assert "cannot hold the totals of policy 'range': ucdp, hierarchy" in err


def test_a_case_without_events_gives_a_partial_file(call, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Rain fell on the market for three days.\n")
    call("run", tmp_path / "quiet.txt", "--out", tmp_path / "case", "--quiet")
    code, out, err = call("export", tmp_path / "case", "--as", "csv")
    assert code == 1
    call("export", tmp_path / "case", "--as", "csv", "--out", tmp_path / "x.csv")
    assert json.loads((tmp_path / "x.csv.left-out.json").read_text())["partial"] is True
    assert out.startswith("claim_id,event_ids,")
    assert "this case holds no event" in err


UNDATED = "Gunmen attacked an army post at Ansongo in Mali. Eleven soldiers were killed, a spokesman said.\n"
UNPLACED = "Gunmen killed three farmers on 4 May 2019, the police said.\n"


def case_of(call, tmp_path: Path, text: str) -> Path:
    (tmp_path / "report.txt").write_text(text)
    code, _, err = call("run", tmp_path / "report.txt", "--out", tmp_path / "made", "--quiet")
    assert code == 0, err
    return tmp_path / "made"


@pytest.mark.parametrize("form", ["ucdp", "acled"])
@pytest.mark.parametrize(
    ("text", "reason"), [(UNDATED, "no report says when it was"), (UNPLACED, "no report says where it was")]
)
def test_an_event_without_date_or_place_gives_a_file_that_says_it_is_partial(
    call, tmp_path: Path, form: str, text: str, reason: str
) -> None:
    made, file = case_of(call, tmp_path, text), tmp_path / "out.csv"
    code, out, err = call("export", made, "--as", form, "--event", "1", "--out", file)
    assert (code, out) == (1, "")
    assert "missing: no report says it, so the file is partial:" in err
    assert reason in err
    companion = json.loads((tmp_path / "out.csv.left-out.json").read_text())
    assert companion["partial"] is True
    assert companion["rows"] == []
    assert len(file.read_text().splitlines()) == 1


def test_an_event_asked_for_outside_the_definition_is_told(call, tmp_path: Path) -> None:
    text = "Gunmen attacked an army post at Ansongo in Mali on 4 May 2019. Four soldiers were wounded.\n"
    made = case_of(call, tmp_path, text)
    code, out, err = call("export", made, "--as", "ucdp", "--event", "1")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "no report gives a number of dead; GED needs at least one" in err


def test_all_formats_are_written_and_written_again_alike(call, case: Path, tmp_path: Path) -> None:
    for form in FORMATS:
        file = tmp_path / form
        first = call("export", case, "--as", form, "--out", file)
        assert first[0] in (0, 1), first
        before = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob(f"{form}*")}
        assert call("export", case, "--as", form, "--out", file) == first
        assert {path.name: path.stat().st_mtime_ns for path in tmp_path.glob(f"{form}*")} == before
        assert call("export", case, "--as", form)[1].encode() == file.read_bytes()


def test_what_only_a_file_can_hold_beside_is_told_on_the_terminal(call, case: Path, tmp_path: Path) -> None:
    assert "FILE.figures.csv, which only --out FILE writes" in call("export", case, "--as", "ftm")[2]
    call("export", case, "--as", "ftm", "--out", tmp_path / "s.csv")
    assert (tmp_path / "s.csv.figures.csv").exists()


def test_a_place_where_nothing_can_be_written_is_named(call, case: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    code, _, err = call("export", case, "--as", "csv", "--out", tmp_path / "file" / "claims.csv")
    assert code == 2
    assert "cannot be written" in err
    assert (tmp_path / "file").read_text() == "x"


def test_as_of_leaves_later_reports_out_of_every_format(call, case: Path) -> None:
    for form in FORMATS:
        code, out, err = call("export", case, "--as", form, "--as-of", "2018-01-01")
        assert code == 1
        assert "one.txt" not in out
        assert "as of 2018-01-01" in err
