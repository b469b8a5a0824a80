"""A GeoNames country file (such as ``ML.txt``) read into memory: the villages that the towns' table lacks.

Only populated places, divisions and named features are taken; about a second per 50,000 lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

from rashomon.codebook.place_names import normalised
from rashomon.errors import SettingError
from rashomon.model.events import Place

_COLUMNS = 19
_KINDS: dict[str, Literal["populated", "adm1", "adm2", "feature"]] = {
    "P": "populated",
    "ADM1": "adm1",
    "ADM2": "adm2",
    "T": "feature",
    "H": "feature",
    "L": "feature",
}

Ask = Callable[..., list[Any]]


class GeoNamesFile:
    """The places of one country file, by id and by normalised name."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self._names: dict[str, dict[str, bool]] = {}

    def add(self, place: Place, aliases: list[str]) -> None:
        """Takes one more place in, under all its names."""
        self.places[place.id] = place
        for number, words in enumerate((place.name, *aliases)):
            name = normalised(words)
            if name:
                self._names.setdefault(name, {}).setdefault(place.id, number == 0)

    def named(self, name: str) -> Iterator[tuple[Place, bool]]:
        """The places of a normalised name, and whether it is their own."""
        for place_id, own in sorted(self._names.get(name, {}).items()):
            yield self.places[place_id], own


def read_geonames_file(path: Path, ask: Ask) -> GeoNamesFile:
    """The places of a country file that the compiled table does not have; ``ask`` queries that table.

    Raises SettingError with the line where the file has not the dump's 19 columns.
    """
    found = GeoNamesFile()
    names = _division_names(ask)
    known = {row[0] for row in ask("SELECT id FROM places WHERE id > 0")}
    with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            row = line.rstrip("\r\n").split("\t")
            if len(row) != _COLUMNS:
                raise SettingError(
                    f"{path.name}:{number}: {len(row)} columns, expected {_COLUMNS} separated by tabs. "
                    "Give a country file of GeoNames' dump, such as ML.txt, unzipped."
                )
            kind = _KINDS.get(row[7]) or _KINDS.get(row[6])
            if kind is not None and row[0].isdecimal() and int(row[0]) not in known:
                found.add(_place(row, kind, names, path, number), [row[2], *filter(None, row[3].split(","))])
    return found


def _place(
    row: list[str],
    kind: Literal["populated", "adm1", "adm2", "feature"],
    names: dict[str, tuple[str, str, str]],
    path: Path,
    number: int,
) -> Place:
    try:
        lat, lon, population = float(row[4]), float(row[5]), int(row[14] or 0)
    except ValueError as fault:
        raise SettingError(f"{path.name}:{number}: {row[4]!r}, {row[5]!r} are no coordinates.") from fault
    country = names.get(row[8])
    adm1, adm2 = names.get(f"{row[8]}.{row[10]}"), names.get(f"{row[8]}.{row[10]}.{row[11]}")
    return Place(
        id=f"geonames:{row[0]}",
        name=row[1],
        kind=kind,
        lat=lat,
        lon=lon,
        country=country[0] if country else None,
        country_iso3=country[1] if country else None,
        adm1=adm1[0] if adm1 else None,
        adm2=adm2[0] if adm2 else None,
        population=population,
    )


def _division_names(ask: Ask) -> dict[str, tuple[str, str, str]]:
    return {
        code: (name, iso3, kind)
        for code, name, iso3, kind in ask("SELECT code, name, iso3, kind FROM places WHERE code IS NOT NULL")
    }
