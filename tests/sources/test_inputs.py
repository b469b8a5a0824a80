from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.report import Skipped
from rashomon.sources.inputs import FoundFile, FoundStdin, FoundUrl, find_inputs, is_url


def names(*paths: Path | str) -> list[tuple[str, str]]:
    found = find_inputs([str(path) for path in paths])
    return [(one.locator, one.source_ref) for one in found if isinstance(one, FoundFile)]


def reasons(*paths: Path | str) -> dict[str, str]:
    found = find_inputs([str(path) for path in paths])
    return {one.locator: one.reason for one in found if isinstance(one, Skipped)}


def test_a_folder_is_read_by_name_whole_and_without_hidden_files(lay: Callable[..., Path]) -> None:
    root = lay({"b.txt": "b", "a.txt": "a", "deep/er/c.txt": "c", ".hidden": "h", ".git/x.txt": "x"})
    assert names(root) == [("a.txt", "a.txt"), ("b.txt", "b.txt"), ("deep/er/c.txt", "c.txt")]


def test_files_of_one_name_are_told_apart_by_their_folders(lay: Callable[..., Path]) -> None:
    root = lay({"north/note.txt": "one", "south/note.txt": "two", "other.txt": "three"})
    assert names(root) == [
        ("other.txt", "other.txt"),
        ("north/note.txt", "north/note.txt"),
        ("south/note.txt", "south/note.txt"),
    ]
    assert names(root / "north/note.txt", root / "south/note.txt") == [
        ("north/note.txt", "north/note.txt"),
        ("south/note.txt", "south/note.txt"),
    ]
    assert names(root / "north", root / "south") == names(root / "north/note.txt", root / "south/note.txt")


def test_a_file_named_twice_is_one(lay: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    root = lay({"a.txt": "a"})
    monkeypatch.chdir(root)
    assert names("a.txt", ".", str(root / "a.txt"), "./a.txt") == [("a.txt", "a.txt")]


def test_a_sidecar_is_found_and_is_no_report(lay: Callable[..., Path]) -> None:
    root = lay(
        {"a.txt": "a", "a.meta.json": "{}", "b.html": "b", "b.html.meta.json": "{}", "c.meta.json": "{}"}
    )
    found = [one for one in find_inputs([str(root)]) if isinstance(one, FoundFile)]
    assert [(one.locator, one.sidecar.name if one.sidecar else None) for one in found] == [
        ("a.txt", "a.meta.json"),
        ("b.html", "b.html.meta.json"),
    ]
    assert reasons(root) == {"c.meta.json": "is metadata, but no report stands beside it (c.*)"}


def test_links_that_leave_the_folder_are_not_followed(lay: Callable[..., Path], tmp_path: Path) -> None:
    root = lay({"a.txt": "a"})
    (tmp_path / "secret.txt").write_text("secret")
    (root / "b.txt").symlink_to(tmp_path / "secret.txt")
    (root / "c.txt").symlink_to(root / "a.txt")
    (root / "d.txt").symlink_to(root / "gone.txt")
    (root / "loop").symlink_to(root)
    assert names(root) == [("a.txt", "a.txt")]
    assert reasons(root) == {
        "b.txt": "is a link that leaves the folder; it was not followed",
        "d.txt": "is not a regular file",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no UTF-8 exist on Linux only")
def test_names_that_are_no_utf8_are_spelled_each_its_own(lay: Callable[..., Path]) -> None:
    root = lay({})
    for name in (b"\xe9.txt", b"\xe8.txt"):
        Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_text("text")
    assert names(root) == [("\\xe8.txt", "\\xe8.txt"), ("\\xe9.txt", "\\xe9.txt")]


def test_what_is_neither_file_nor_folder_is_told(lay: Callable[..., Path]) -> None:
    root = lay({})
    os.mkfifo(root / "pipe")
    assert reasons(root) == {"pipe": "is not a regular file"}
    assert reasons(root / "pipe") == {(root / "pipe").as_posix(): "is neither a file nor a folder"}
    assert "give a file, a folder, - for standard input, or a web address" in reasons("gone")["gone"]


def test_addresses_and_standard_input_stand_in_their_places() -> None:
    assert find_inputs(["https://example.org/a", "-"]) == (
        FoundUrl(url="https://example.org/a"),
        FoundStdin(),
    )
    assert not is_url("file:///etc/hostname")


@given(st.sets(st.text("abcDE", min_size=1, max_size=4), min_size=1, max_size=6), st.randoms())
def test_the_order_in_a_folder_does_not_depend_on_who_made_it(tmp_path_factory, wanted, random) -> None:
    listed = []
    for _ in range(2):
        root = tmp_path_factory.mktemp("reports")
        order = sorted(wanted)
        random.shuffle(order)
        for name in order:
            (root / f"{name}.txt").write_text(name)
        listed.append(names(root))
    assert listed[0] == listed[1] == [(f"{name}.txt", f"{name}.txt") for name in sorted(wanted)]
