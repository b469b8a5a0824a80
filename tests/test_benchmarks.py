"""A benchmark says which texts its figures are of."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from benchmarks import reading


def test_without_labelled_sets_the_first_line_says_that_the_example_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RASHOMON_DATA", raising=False)
    texts = reading.texts()
    assert len(texts) == 80
    said = capsys.readouterr().out
    assert said.startswith("Texts: 8 of examples/akabar, each 10 times, since RASHOMON_DATA is not set")


def test_with_labelled_sets_they_are_read_and_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in reading.SETS:
        with gzip.open(tmp_path / f"{name}_dev.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.write(json.dumps({"id": f"{name}-1", "text": f"A text of {name}."}) + "\n")
    monkeypatch.setenv("RASHOMON_DATA", str(tmp_path))
    assert reading.texts() == [f"A text of {name}." for name in reading.SETS]
    assert capsys.readouterr().out.startswith("Texts: 4 of the labelled sets isaf, acled_mali")


def test_a_wrong_folder_ends_the_run_and_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_DATA", "/no/such/folder")
    with pytest.raises(SystemExit, match=r"which is no folder.* unset RASHOMON_DATA"):
        reading.texts()
