from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.evaluation.conftest import NOTES, WriteSet, write_set

from rashomon.evaluation import floors

__all__ = ["write_set"]


def test_a_table_on_stdout_and_progress_on_stderr(call: Call, write_set: WriteSet) -> None:
    folder = write_set("acled_mali", NOTES)
    code, out, err = call("score", "acled_mali", "--data", folder, "--jobs", 1)
    assert code == 0
    assert "acled_mali: event notes, Mali (3 rows, " in out
    assert "fatalities, rows with deaths" in out
    assert "read acled_mali 3/3" in err


def test_errors_show_text_label_answer_and_claims(call: Call, write_set: WriteSet) -> None:
    folder = write_set("acled_mali", NOTES)
    code, out, _ = call(
        "score", "acled_mali", "--data", folder, "--jobs", 1, "--errors", "--figure", "rows with deaths", "-q"
    )
    assert code == 0
    assert "soldiers clashed with gunmen near Tabankort" in out
    assert "✗ fatalities, rows with deaths: label 5 · ours 4" in out
    assert "· killed 4 of gunmen: “4 gunmen died”" in out
    assert "event date" not in out


def test_the_same_as_json(call: Call, write_set: WriteSet) -> None:
    folder = write_set("acled_mali", NOTES)
    code, out, _ = call(
        "score", "acled_mali", "--data", folder, "--jobs", 1, "--as", "json", "--half", "a", "-q"
    )
    assert code == 0
    (data,) = json.loads(out)
    assert data["set"] == "acled_mali"
    assert {figure["name"] for figure in data["figures"]} >= {"event date", "event_type"}


def test_wrong_use_is_told_without_reading(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RASHOMON_DATA", raising=False)
    assert call("score", "nowhere")[0] == 2
    code, _, err = call("score", "isaf")
    assert code == 2
    assert "RASHOMON_DATA" in err
    assert "--data" in err
    assert call("score", "isaf", "--data", tmp_path)[0] == 2


def test_floors_are_raised_checked_and_lowered_with_a_reason(
    call: Call, write_set: WriteSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_set("acled_mali", NOTES)
    kept = tmp_path / "floors.json"
    digest = floors.digest_of_file(folder / "acled_mali_dev.jsonl.gz")
    floors.write_floors({"acled_mali": floors.SetFloors(sha256=digest, sample=3, floors={})}, kept)
    monkeypatch.setattr(floors.read_floors, "__defaults__", (kept,))
    monkeypatch.setattr(floors.write_floors, "__defaults__", (kept,))
    line = ("score", "acled_mali", "--data", folder, "--jobs", 1, "-q", "--floors")
    assert call(*line, "raise")[0] == 0
    raised = floors.read_floors(kept)["acled_mali"]
    assert raised.floors["fatalities, all rows"] == 0.6667
    assert call(*line, "check")[0] == 0
    higher = replace(raised, floors={"fatalities, all rows": 0.9})
    floors.write_floors({"acled_mali": higher}, kept)
    code, _, err = call(*line, "check")
    assert code == 1
    assert "below: acled_mali, fatalities, all rows: 66.67% (2 of 3) is below its floor of 90.00%" in err
    assert call(*line[:-1], "--lower-floors", "a row was mended")[0] == 0
    assert floors.read_floors(kept)["acled_mali"].lowered[0].reason == "a row was mended"


def test_floors_have_samples_of_their_own(call: Call, tmp_path: Path) -> None:
    code, _, err = call("score", "isaf", "--data", tmp_path, "--floors", "check", "--sample", 5)
    assert code == 2
    assert "leave out --half and --sample" in err
