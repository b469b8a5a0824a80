from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.evaluation.conftest import NOTES, WriteSet, write_set

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
