from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.store.files import check_writable, write_if_changed


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "deep/record.json"
    assert write_if_changed(path, "«one»\n")
    stamp = path.stat().st_mtime_ns
    assert not write_if_changed(path, "«one»\n")
    assert path.stat().st_mtime_ns == stamp
    assert write_if_changed(path, "two\n")
    assert path.read_text() == "two\n"
    assert [one.name for one in path.parent.iterdir()] == ["record.json"]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write_if_changed(tmp_path / "taken", "text")
    assert [one.name for one in tmp_path.iterdir()] == ["taken"]


def test_checking_a_folder_makes_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path / "a/b")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a file, not a folder"):
        check_writable(tmp_path / "file/b")
