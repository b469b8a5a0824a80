"""Output files of a batch: written as results come, shown under their names only once all is done."""

from __future__ import annotations

import filecmp
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO

from rashomon.errors import InputError


class OutputFiles:
    """Files of one folder that appear together at the end, or not at all after an error."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        """Name the files; nothing is made before the first one is entered."""
        self._folder = folder
        self._names = tuple(names)
        self._streams: dict[str, IO[str]] = {}
        self._made: list[Path] = []
        self._hidden: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> OutputFiles:
        place = self._folder.absolute()
        while not place.exists():
            self._made.append(place)
            place = place.parent
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._hidden = tempfile.TemporaryDirectory(prefix=".rashomon-", dir=self._folder)
        except OSError as error:
            raise InputError(f"{self._folder}: cannot be written ({error.strerror}).") from error
        for name in self._names:
            path = Path(self._hidden.name, name)
            self._streams[name] = path.open("w", encoding="utf-8", errors="replace", newline="\n")
        return self

    def write(self, name: str, text: str) -> None:
        """Write on at the end of a file."""
        self._streams[name].write(text)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for stream in self._streams.values():
            stream.close()
        if self._hidden is None:
            return
        if error is None:
            self._show(Path(self._hidden.name))
        self._hidden.cleanup()
        if error is not None:
            for place in self._made:
                place.rmdir()

    def _show(self, hidden: Path) -> None:
        for name in self._names:
            target = self._folder / name
            if not target.exists() or not filecmp.cmp(hidden / name, target, shallow=False):
                (hidden / name).replace(target)
