"""Rows of a labelled set as they stand in its file, and their fields, checked one by one."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.codebook.geodesy import Point
from rashomon.errors import InputError, SettingError
from rashomon.model.base import value

SETTING = "RASHOMON_DATA"
"""The setting that names the folder of the labelled sets; there is no default."""

HALF = re.compile("[ab][12]{0,8}")
"""Names of the halves of a set: a is read and tuned on, b confirms. Each digit is a half of what stands before
it: b1 and b2 are the halves of b, b21 and b22 those of b2 (see :func:`sample`)."""


@value
class Row:
    """One line of a set: what is read of it, and all its fields. ``where`` is file and line."""

    id: str
    text: str
    published: str | None
    title: str | None
    data: Mapping[str, Any]
    where: str

    def at(self, *path: str) -> Any:
        """What stands under these keys, one inside the other. Raises InputError where one is missing."""
        found: Any = self.data
        for key in path:
            if not isinstance(found, dict) or key not in found:
                raise InputError(f"{self.where}: there is no field {'.'.join(path)!r}; a row has one.")
            found = found[key]
        return found

    def number(self, *path: str) -> int:
        """A whole number, which may be written as a string."""
        found = self.at(*path)
        if isinstance(found, int) and not isinstance(found, bool) and found >= 0:
            return found
        if isinstance(found, str) and found.isascii() and found.isdigit():
            return int(found)
        raise self.fault(path, found, "a whole number")

    def words(self, *path: str) -> str:
        """A string."""
        found = self.at(*path)
        if isinstance(found, str):
            return found
        raise self.fault(path, found, "a string")

    def degrees(self, *path: str) -> float:
        """A number of degrees, which may be written as a string."""
        found = self.at(*path)
        try:
            degrees = float(found)
        except (TypeError, ValueError):
            degrees = float("nan")
        if -180 <= degrees <= 180:
            return degrees
        raise self.fault(path, found, "degrees between -180 and 180")

    def point(self, *path: str) -> Point | None:
        """A pair of latitude and longitude; None where the row has null."""
        found = self.at(*path)
        if found is None:
            return None
        if isinstance(found, list) and len(found) == 2 and all(isinstance(n, (int, float)) for n in found):
            return float(found[0]), float(found[1])
        raise self.fault(path, found, "[latitude, longitude] or null")

    def many(self, *path: str) -> list[Any]:
        """A list."""
        found = self.at(*path)
        if isinstance(found, list):
            return found
        raise self.fault(path, found, "a list")

    def fault(self, path: Sequence[str], found: object, expected: str) -> InputError:
        """The error of a field that holds something else than it should."""
        return InputError(f"{self.where}: {'.'.join(path)} is {found!r}; expected {expected}.")


def find_folder(said: str | None) -> Path:
    """The folder of the labelled sets. Raises SettingError naming both ways to say it."""
    given = said or os.environ.get(SETTING)
    if not given:
        raise SettingError(
            f"no folder of labelled sets is known. Set {SETTING}, or give it with --data FOLDER "
            "(see docs/evaluation.md for what the files hold)."
        )
    if not Path(given).is_dir():
        source = "--data" if said else SETTING
        raise SettingError(f"{source} names {given!r}, which is no folder. Give the folder of the sets.")
    return Path(given)


def file_of(name: str, folder: Path) -> Path:
    """The file of a set. Raises SettingError where it is absent."""
    path = folder / f"{name}_dev.jsonl.gz"
    if not path.is_file():
        raise SettingError(
            f"{path.name} is not in the folder of labelled sets (given by --data or {SETTING})."
        )
    return path


def digest_of_file(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file of gzipped JSON lines. Raises InputError naming file and line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        try:
            for number, line in enumerate(lines, 1):
                yield _read_row(line, f"{path.name}:{number}")
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise InputError(f"{path.name}: is no gzipped file of JSON lines ({error}).") from error


def _read_row(line: str, where: str) -> Row:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: is not a JSON object on one line ({error}).") from error
    if not isinstance(data, dict):
        raise InputError(f"{where}: is not a JSON object on one line.")
    bare = Row(id="", text="", published=None, title=None, data=data, where=where)
    name = bare.words("incident_id" if "incident_id" in data else "id")
    text, date, title = _text_of(bare)
    return Row(id=name, text=text, published=date, title=title, data=data, where=where)


def _text_of(row: Row) -> tuple[str, str | None, str | None]:
    """Text, day of publication and title; of several reports those of the first."""
    data = row.data
    if "docs" in data:
        reports = row.many("docs")
        if not reports:
            raise row.fault(("docs",), reports, "at least one report")
        data = reports[0]
    source = Row(id="", text="", published=None, title=None, data=data, where=row.where)
    return source.words("text"), data.get("date"), data.get("title")


def sample(rows: Sequence[Row], *, half: str | None = None, size: int | None = None) -> list[Row]:
    """Some of the rows, in their order and the same in every run.

    Half a are the rows whose id has an even CRC-32, half b the rest. The CRC's next bit parts b into b1
    (even) and b2, the bit after it b2 into b21 and b22, and so on: once the misses of a have been read so
    often that little is to be learned from them, b1 may be read as well, and what is left confirms. A sample
    of n are the n rows whose ids have the smallest CRC-32. Raises SettingError for a half of no such name.
    """
    if half is not None and HALF.fullmatch(half) is None:
        raise SettingError(
            f"--half: found {half!r}; expected a or b, and 1 or 2 for each half of a half: b21."
        )
    numbers = [zlib.crc32(row.id.encode()) for row in rows]
    chosen = [n for n in range(len(rows)) if half is None or _in_half(numbers[n], half)]
    if size is not None:
        chosen = sorted(sorted(chosen, key=lambda n: (numbers[n], rows[n].id))[:size])
    return [rows[n] for n in chosen]


def _in_half(number: int, half: str) -> bool:
    return all(number >> place & 1 == "ab12".index(sign) % 2 for place, sign in enumerate(half))
