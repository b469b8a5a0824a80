"""Compiles the gazetteer: GeoNames' places and our own additions into one read-only SQLite file.

Comes in: the entries of `geonames`. Goes out: ``gazetteer.sqlite`` in the codebook's data.
Hatch runs it for wheels and editable installs; ``python build_hooks/gazetteer.py`` runs it alone.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run alone, without hatchling
    BuildHookInterface = object  # type: ignore[assignment,misc]

sys.path.insert(0, str(Path(__file__).resolve().parent))  # Hatch loads this file by its path alone
import geonames

TARGET = geonames.DATA / "gazetteer.sqlite"
SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
  id INTEGER PRIMARY KEY, slug TEXT, name TEXT NOT NULL, ascii TEXT NOT NULL, kind TEXT NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, iso3 TEXT, country TEXT, adm1 INTEGER, adm2 INTEGER,
  population INTEGER NOT NULL, feature TEXT NOT NULL, code TEXT
);
CREATE TABLE names (name TEXT NOT NULL, place INTEGER NOT NULL, own INTEGER NOT NULL,
  PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE TABLE folded (name TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE INDEX towns ON places (lat, lon) WHERE kind = 'populated';
"""

TRANSLITERATED = frozenset(
    "DZA EGY LBY MAR TUN SDN SSD TCD NER NGA MLI BFA MRT SEN GMB GIN GNB SLE LBR CIV GHA TGO BEN CMR CAF COD COG "
    "ETH ERI DJI SOM KEN UGA RWA BDI TZA MOZ AGO MWI ZMB ZWE MDG SYR IRQ IRN LBN JOR PSE ISR SAU YEM OMN ARE QAT "
    "BHR KWT AFG PAK IND BGD NPL LKA MMR UZB TKM TJK KGZ KAZ AZE ARM GEO RUS UKR BLR TUR".split()
)
"""Countries whose places English and French reports transliterate, each in its own way."""


def digest_inputs() -> str:
    """A digest of all that the file is made of: the code, our tables, the packages' versions."""
    digest = hashlib.sha256()
    for path in (Path(__file__), *geonames.SOURCES):
        digest.update(path.read_bytes())
    for package in geonames.PACKAGES:
        geonames.package_data(package)
        digest.update(importlib.metadata.version(package).encode())
    return digest.hexdigest()


def is_current(target: Path, digest: str) -> bool:
    """True where the file is there and was made of the same inputs."""
    if not target.exists():
        return False
    try:
        with sqlite3.connect(f"file:{target}?mode=ro", uri=True) as connection:
            row = connection.execute("SELECT value FROM facts WHERE name = 'digest'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(row) and row[0] == digest


def compile_gazetteer(target: Path = TARGET) -> bool:
    """Writes the gazetteer; False where the one that is there is current."""
    digest = digest_inputs()
    if is_current(target, digest):
        return False
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    connection.executescript(
        "PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA
    )
    entries = sorted(geonames.all_entries().values(), key=lambda entry: entry.id)
    connection.executemany(
        "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", (_row(entry) for entry in entries)
    )
    connection.executemany("INSERT INTO names VALUES (?,?,?)", _name_rows(entries))
    connection.executemany("INSERT INTO folded VALUES (?,?)", _folded_rows(entries))
    connection.execute("INSERT INTO facts VALUES ('digest', ?)", (digest,))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    draft.replace(target)
    return True


def _row(entry: geonames.Entry) -> tuple[Any, ...]:
    ascii_name = unicodedata.normalize("NFKD", entry.name).encode("ascii", "ignore").decode()
    return (
        entry.id,
        entry.slug,
        entry.name,
        ascii_name,
        entry.kind,
        round(entry.lat, 5),
        round(entry.lon, 5),
        entry.iso3,
        entry.country,
        entry.adm1,
        entry.adm2,
        entry.population,
        entry.feature,
        entry.code,
    )


def _name_rows(entries: Iterable[geonames.Entry]) -> Iterator[tuple[str, int, int]]:
    rows: dict[tuple[str, int], int] = {}
    for entry in entries:
        for number, words in enumerate((entry.name, *entry.aliases)):
            name = geonames.PLACE_NAMES.normalised(words)
            if len(name) > 1 or number == 0:
                key = (name, entry.id)
                rows[key] = max(rows.get(key, 0), int(number == 0))
    for (name, place), own in sorted(rows.items()):
        yield name, place, own


def _folded_rows(entries: Iterable[geonames.Entry]) -> list[tuple[str, int]]:
    """The towns and divisions of transliterated names by what all spellings share."""
    keys = {
        (geonames.PLACE_NAMES.folded(geonames.PLACE_NAMES.normalised(words)), entry.id)
        for entry in entries
        if entry.iso3 in TRANSLITERATED and entry.kind in ("populated", "adm2", "adm1")
        for words in (entry.name, *entry.aliases)
    }
    return sorted((key, place) for key, place in keys if key is not None)


class GazetteerHook(BuildHookInterface):  # type: ignore[misc,valid-type]
    """Hatch's side of it: compile before the wheel is packed, or the editable install is linked."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compiles the gazetteer where the target is a wheel, and puts it among what is packed."""
        if self.target_name == "wheel":
            compile_gazetteer()
            build_data["artifacts"].append("src/rashomon/codebook/data/*.sqlite")


def main() -> None:
    """Compiles the gazetteer and says what became of it."""
    try:
        made = compile_gazetteer()
    except RuntimeError as fault:
        sys.exit(str(fault))
    size = TARGET.stat().st_size / 1e6
    sys.stdout.write(f"{TARGET.name}: {'compiled' if made else 'current'}, {size:.0f} MB\n")


if __name__ == "__main__":
    main()
