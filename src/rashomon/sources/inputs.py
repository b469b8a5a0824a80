"""The inputs a call names, found and named: files, folders, standard input, web addresses.

A locator is relative to the folder given and has POSIX slashes, so that two machines give the same
report the same id. Nothing is opened here but folders.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.model.base import value
from rashomon.model.report import Skipped

SIDECAR = ".meta.json"


@value
class FoundFile:
    """A file to read: where it is, what reports call it, and its sidecar where there is one.

    ``locator`` names it, its ending the kind of it; ``path`` is only where the bytes are. ``sidecar_name``: what
    the sidecar is called where its own path does not say it.
    """

    path: Path
    locator: str
    source_ref: str
    sidecar: Path | None = None
    sidecar_name: str = ""


@value
class FoundUrl:
    """A web address to read."""

    url: str


@value
class FoundStdin:
    """Standard input."""


Found = FoundFile | FoundUrl | FoundStdin | Skipped


def is_url(path: str) -> bool:
    """True for an http or https address."""
    return path.lower().startswith(("http://", "https://"))


def find_inputs(paths: Sequence[str]) -> tuple[Found, ...]:
    """Every input in the order given, folders sorted by name within; each file once."""
    files: list[tuple[Path, str]] = []
    order: list[Found | int] = []
    seen: set[str] = set()
    for path in dict.fromkeys(paths):
        if is_url(path):
            order.append(FoundUrl(url=path))
        elif path == "-":
            order.append(FoundStdin())
        else:
            for one in _under(Path(path)):
                if isinstance(one, Skipped):
                    order.append(one)
                elif (real := os.path.realpath(one[0])) not in seen:
                    seen.add(real)
                    order.append(len(files))
                    files.append(one)
    named = _name_files(files)
    return tuple(named[entry] if isinstance(entry, int) else entry for entry in order)


def _under(path: Path) -> Iterator[tuple[Path, str] | Skipped]:
    if path.is_dir():
        yield from _in_folder(path)
    elif path.is_file():
        yield path, path.name
    elif path.exists():
        yield Skipped(locator=path.as_posix(), reason="is neither a file nor a folder")
    else:
        reason = (
            "there is no such file or folder; give a file, a folder, - for standard input, or a web address"
        )
        yield Skipped(locator=path.as_posix(), reason=reason)


def _in_folder(root: Path) -> Iterator[tuple[Path, str] | Skipped]:
    inside = Path(os.path.realpath(root))
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        stems = {stem for name in names if not name.endswith(SIDECAR) for stem in (name, Path(name).stem)}
        for name in sorted(names):
            if name.startswith("."):
                continue
            path = Path(folder, name)
            locator = path.relative_to(root).as_posix()
            reason = _why_not(path, inside, stems)
            if reason is not None:
                yield Skipped(locator=_spelled(locator), reason=reason)
            elif not name.endswith(SIDECAR):
                yield path, locator
    for error in closed:
        where = Path(os.fsdecode(error.filename or root)).relative_to(root).as_posix()
        reason = f"is a folder that cannot be opened ({error.strerror}); nothing in it was read"
        yield Skipped(locator=_spelled(where), reason=reason)


def _why_not(path: Path, inside: Path, stems: set[str]) -> str | None:
    """Why a file in a folder is left out; None for a report, and for metadata that has its report."""
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(inside):
        return "is a link that leaves the folder; it was not followed"
    if path.name.endswith(SIDECAR):
        stem = path.name.removesuffix(SIDECAR)
        return None if stem in stems else f"is metadata, but no report stands beside it ({stem}.*)"
    return None if path.is_file() else "is not a regular file"


def _spelled(name: str) -> str:
    """A name that any file can hold: bytes that are no UTF-8 are written as escapes, each its own."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def find_sidecar(path: Path) -> Path | None:
    """The ``NAME.meta.json`` beside ``NAME.txt`` (``NAME.txt.meta.json`` is taken too, and first)."""
    for name in (path.name + SIDECAR, path.stem + SIDECAR):
        beside = path.with_name(name)
        if beside.is_file():
            return beside
    return None


def _name_files(files: Sequence[tuple[Path, str]]) -> tuple[FoundFile, ...]:
    """The files with locators that differ: the full path below what they share where names alone do not."""
    twice = {locator for locator, count in Counter(locator for _, locator in files).items() if count > 1}
    real = {path: os.path.realpath(path) for path, locator in files if locator in twice}
    shared = os.path.commonpath([str(Path(one).parent) for one in real.values()]) if real else ""
    locators = [
        Path(os.path.relpath(real[path], shared)).as_posix() if locator in twice else locator
        for path, locator in files
    ]
    names = Counter(path.name for path, _ in files)
    return tuple(
        FoundFile(
            path=path,
            locator=_spelled(locator),
            source_ref=_spelled(path.name if names[path.name] == 1 else locator),
            sidecar=find_sidecar(path),
        )
        for (path, _), locator in zip(files, locators, strict=True)
    )
