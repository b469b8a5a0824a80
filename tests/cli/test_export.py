"""``rashomon export``: files, what is told, exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path


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
    assert out.startswith("claim_id,event_ids,")
    assert "this case holds no event" in err
