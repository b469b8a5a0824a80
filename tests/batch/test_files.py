from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.batch.files import OutputFiles
from rashomon.errors import InputError


def test_files_appear_at_the_end_and_only_where_they_changed(tmp_path: Path) -> None:
    out = tmp_path / "deep/out"
    for _ in range(2):
        with OutputFiles(out, ["a.jsonl", "b.jsonl"]) as files:
            files.write("a.jsonl", "one\n")
            if not (out / "a.jsonl").exists():
                stamp = None
            files.write("a.jsonl", "«two»\n")
        stamp = stamp or (out / "a.jsonl").stat().st_mtime_ns
    assert sorted(path.name for path in out.iterdir()) == ["a.jsonl", "b.jsonl"]
    assert (out / "a.jsonl").read_text() == "one\n«two»\n"
    assert (out / "a.jsonl").stat().st_mtime_ns == stamp


def write_and_fail(folder: Path, text: str) -> None:
    with OutputFiles(folder, ["a.jsonl"]) as files:
        files.write("a.jsonl", text)
        raise KeyError


def test_an_error_leaves_no_folder_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_and_fail(tmp_path / "deep/out", "one\n")
    assert list(tmp_path.iterdir()) == []


def test_an_error_leaves_the_earlier_files(tmp_path: Path) -> None:
    with OutputFiles(tmp_path, ["a.jsonl"]) as files:
        files.write("a.jsonl", "one\n")
    with pytest.raises(KeyError):
        write_and_fail(tmp_path, "two\n")
    assert (tmp_path / "a.jsonl").read_text() == "one\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"), OutputFiles(tmp_path / "file/out", ["a"]):
        pass
