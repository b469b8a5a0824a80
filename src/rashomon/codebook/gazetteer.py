"""The gazetteer: which places a name can mean, where they lie, and what lies in what.

Comes in: ``data/gazetteer.sqlite``, compiled while the package is built (GeoNames' towns of 500
inhabitants and more, divisions, countries; our own villages and regions), and a GeoNames country file
of the user's, if given. It is opened read-only; each thread has a connection of its own.
"""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, TypeAlias, cast

from rashomon.codebook.geodesy import Point, distance_km, offset
from rashomon.codebook.geonames_file import GeoNamesFile, read_geonames_file
from rashomon.codebook.place_names import (
    ADM1_WORDS,
    ADM2_WORDS,
    folded,
    kinds_meant,
    normalised,
    spellings,
    without_kind_word,
)
from rashomon.errors import InternalError, SettingError
from rashomon.model.base import value
from rashomon.model.events import Located, Place

DATA = Path(__file__).parent / "data" / "gazetteer.sqlite"

Kind: TypeAlias = Literal["populated", "adm1", "adm2", "country", "region", "feature"]

_SELECT = """
SELECT p.id, p.slug, p.name, p.kind, p.lat, p.lon, p.country, p.iso3, a.name, b.name, p.population,
       p.feature, {own}
FROM {source} LEFT JOIN places a ON a.id = p.adm1 LEFT JOIN places b ON b.id = p.adm2
"""
_BY_NAME = _SELECT.format(own="n.own", source="names n JOIN places p ON p.id = n.place") + "WHERE n.name = ?"
_BY_FOLD = (
    _SELECT.format(own="0", source="folded n JOIN places p ON p.id = n.place") + "WHERE n.name = ? LIMIT 40"
)
_BY_ID = _SELECT.format(own="1", source="places p") + "WHERE p.id = ?"
_BY_SLUG = _SELECT.format(own="1", source="places p") + "WHERE p.slug = ? AND p.id < 0"
_TOWNS = (
    _SELECT.format(own="1", source="places p")
    + """WHERE p.kind = 'populated' AND p.feature NOT LIKE '%?' AND p.lat BETWEEN ?1 AND ?2
AND (p.lon BETWEEN ?3 AND ?4 OR p.lon BETWEEN ?3 - 360 AND ?4 - 360 OR p.lon BETWEEN ?3 + 360 AND ?4 + 360)
ORDER BY p.population DESC, p.id LIMIT 3000"""
)
_COUNTRY = _SELECT.format(own="1", source="places p") + "WHERE p.kind = 'country' AND p.iso3 = ?"

_KIND_ORDER = {"country": 0, "region": 1, "adm1": 2, "populated": 3, "adm2": 4, "feature": 5}


@value
class Candidate:
    """A place that words can mean. ``own``: they are its own name, not one of its other names."""

    place: Place
    own: bool
    capital: bool = False
    meant: bool = False
    """True where the words say the kind of place ("Ghazni province") and it is of that kind."""
    loose: bool = False
    """True where its name is only spelled like the words, as transliterations differ."""


CITY = 100_000
"""Inhabitants from which a town is one that reports are sent from."""


class Gazetteer:
    """Looks places up by name, id and country. Names are compared without case and accents."""

    def __init__(self, data: Path, extra: GeoNamesFile | None = None) -> None:
        self._data = data
        self._extra = extra
        self._local = threading.local()
        self._candidates = lru_cache(maxsize=32768)(self._find_candidates)
        self._named = lru_cache(maxsize=65536)(self._find_named)
        self._places = lru_cache(maxsize=65536)(self._find_place)
        # Looking a country up scans all places, 17 ms each time; there are some 250.
        self._countries = lru_cache(maxsize=None)(self._find_country)
        self._alike = lru_cache(maxsize=32768)(self._find_alike)

    def _rows(self, query: str, *arguments: object) -> list[tuple[object, ...]]:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(f"{self._data.as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.connection = connection
        return connection.execute(query, arguments).fetchall()

    def lookup(self, words: str) -> tuple[Place, ...]:
        """The places that words can mean, the most prominent first; none where nothing is known.

        "Ghazni province" gives the province only, "St Louis" what "Saint Louis" gives.
        """
        return tuple(candidate.place for candidate in self.candidates(words))

    def candidates(self, words: str) -> tuple[Candidate, ...]:
        """As `lookup`, with how the words name each place."""
        return self._candidates(words)

    def _find_candidates(self, words: str) -> tuple[Candidate, ...]:
        bare, kind_word = without_kind_word(words)
        if kind_word is None:
            return self._named(normalised(words))
        kinds = kinds_meant(kind_word)
        whole = self._named(normalised(words))
        named = [*whole, *(c for c in self._named(normalised(bare)) if c not in whole)]
        meant = [c for kind in kinds for c in named if c.place.kind == kind]
        meant = list({c.place.id: c for c in reversed(meant)}.values())[::-1]
        if kind_word in AROUND and meant and meant[0].place.kind not in ("adm1", "region"):
            # "the Houston area" is around the city, whatever counties share its name
            meant = [c for c in named if c.place.kind in kinds]
        first = [c for c in meant if c.place.kind == meant[0].place.kind]
        if not first and named and named[0].place.kind == "country":
            return (named[0],)  # "a U.S. county": the word says what is in the country, not what it is
        if not first and kind_word in SEATED:
            # the gazetteer has no such commune: the town that is its seat
            seat = whole or tuple(c for c in named if c.own and c.place.kind == "populated")
            if seat:
                return seat
        if not first and kind_word in ADM1_WORDS | ADM2_WORDS:
            # "Ituri district", which has become a province
            first = [c for c in named if c.own and c.place.kind in ("adm1", "adm2")]
        if not first:
            return whole or (() if "populated" not in kinds and kinds else tuple(named))
        return tuple(
            Candidate(place=c.place, own=c.own or c in whole, capital=c.capital, meant=True) for c in first
        )

    def _find_named(self, name: str) -> tuple[Candidate, ...]:
        for spelling in spellings(name) if name else ():
            found = [_candidate(row) for row in self._rows(_BY_NAME, spelling)]
            if self._extra is not None:
                found += [self._extra_candidate(place, own) for place, own in self._extra.named(spelling)]
            if found:
                return tuple(_by_prominence(_best_known(found)))
        return ()

    def spelled_alike(self, words: str) -> tuple[Candidate, ...]:
        """The places whose names are transliterated like the words, where none is written so.

        "Ouattagouna" gives Ouatagouna, "Jaffna" nothing. Only for names that something else makes a place.
        """
        return self._alike(words)

    def _find_alike(self, words: str) -> tuple[Candidate, ...]:
        bare, kind_word = without_kind_word(words)
        key = folded(normalised(bare))
        found = [_candidate(row) for row in self._rows(_BY_FOLD, key)] if key is not None else []
        kinds = kinds_meant(kind_word)
        alike = [replace(c, loose=True) for c in found if not kinds or c.place.kind in (*kinds, "populated")]
        return tuple(_by_prominence(alike))

    def _extra_candidate(self, place: Place, own: bool) -> Candidate:
        return Candidate(place=place, own=own)

    def knows(self, words: str) -> bool:
        """True where the words name a place."""
        return bool(self.candidates(words))

    def is_city(self, words: str) -> bool:
        """True where the words are first of all the own name of a city, and of no country."""
        found = self.candidates(words)
        cities = (c.own and c.place.kind == "populated" and c.place.population >= CITY for c in found[:1])
        return any(cities) and not any(c.place.kind == "country" for c in found)

    def place(self, place_id: str) -> Place | None:
        """The place of an id such as ``geonames:2453514`` or ``rashomon:akabar``."""
        return self._places(place_id)

    def _find_place(self, place_id: str) -> Place | None:
        source, _, key = place_id.partition(":")
        rows: list[tuple[object, ...]] = []
        if source == "geonames" and key.isdecimal():
            if self._extra is not None and (found := self._extra.places.get(place_id)):
                return found
            rows = self._rows(_BY_ID, int(key))
        elif source == "rashomon":
            rows = self._rows(_BY_SLUG, key)
        return _candidate(rows[0]).place if rows else None

    def country(self, iso3: str) -> Place | None:
        """The country of a three-letter code, with its middle."""
        return self._countries(iso3)

    def _find_country(self, iso3: str) -> Place | None:
        rows = self._rows(_COUNTRY, iso3)
        return _candidate(rows[0]).place if rows else None

    def towns(self, south: float, west: float, north: float, east: float) -> tuple[Place, ...]:
        """The towns and villages between these degrees, the largest first, 3,000 at most.

        West and east may lie beyond 180°, across the date line.
        """
        return tuple(_candidate(row).place for row in self._rows(_TOWNS, south, north, west, east))

    def within(self, place: Place | Located, *, iso3: str | None = None, adm1: str | None = None) -> bool:
        """True where the place lies in the country and the first-order division given."""
        if iso3 is not None and place.country_iso3 != iso3:
            return False
        return adm1 is None or (place.adm1 is not None and normalised(place.adm1) == normalised(adm1))

    def distance_km(self, one: Place, two: Place) -> float:
        """Kilometres between two places along the great circle."""
        return distance_km((one.lat, one.lon), (two.lat, two.lon))

    def offset(self, place: Place, km: float, bearing: float | str) -> Point:
        """Latitude and longitude so many kilometres from a place; bearing in degrees or as a compass point."""
        return offset((place.lat, place.lon), km, bearing)


def _candidate(row: tuple[object, ...]) -> Candidate:
    key, slug, name, kind, lat, lon, country, iso3, adm1, adm2, population, feature, own = row
    place = Place(
        id=f"rashomon:{slug}" if slug else f"geonames:{key}",
        name=str(name),
        kind=cast(Kind, kind),
        lat=cast(float, lat),
        lon=cast(float, lon),
        country=cast("str | None", country),
        country_iso3=cast("str | None", iso3),
        adm1=cast("str | None", adm1),
        adm2=cast("str | None", adm2),
        population=cast(int, population),
        inexact=str(feature).endswith("?"),
    )
    return Candidate(place=place, own=bool(own), capital=feature == "PPLC")


SEATED = frozenset({"commune", "cercle", "district", "subdistrict", "sub-district", "municipality", "woreda"})
"""Divisions that are mostly named after the town they are ruled from."""

AROUND = frozenset({"area", "zone", "region", "région"})
"""Words for what lies around a town as much as for a division."""

_WEIGHT = {"populated": 1.0, "adm1": 0.4, "adm2": 0.2, "feature": 1.0}
"""A division counts the people of all its towns, so they count for less."""


def _best_known(found: list[Candidate]) -> list[Candidate]:
    """Without the places of which only the division is known, where a place of the name in that country has a point."""
    exact = {
        c.place.country_iso3 for c in found if c.own and c.place.kind == "populated" and not c.place.inexact
    }
    return [
        c
        for c in found
        if not (c.place.inexact and c.place.kind == "populated" and c.place.country_iso3 in exact)
    ]


def _by_prominence(found: list[Candidate]) -> list[Candidate]:
    """The best known first; a division named after a town in it comes right after the town."""
    towns: dict[tuple[str | None, str | None], float] = {}
    for candidate in found:
        place = candidate.place
        if place.kind == "populated" and candidate.own:
            key = (place.country_iso3, place.adm1)
            towns[key] = max(towns.get(key, 0.0), _people(candidate))

    def order(candidate: Candidate) -> tuple[bool, int, float, int, str]:
        place = candidate.place
        high = place.kind in ("country", "region") and candidate.own
        people = _people(candidate)
        if place.kind in ("adm1", "adm2"):
            people = min(people, towns.get((place.country_iso3, place.adm1), people))
        return not high, _KIND_ORDER[place.kind] if high else 9, -people, _TOWN_FIRST[place.kind], place.id

    return sorted(found, key=order)


_TOWN_FIRST = {"populated": 0, "adm1": 1, "adm2": 2, "feature": 3, "country": 4, "region": 5}


def _people(candidate: Candidate) -> float:
    return candidate.place.population * (4 if candidate.own else 1) * _WEIGHT.get(candidate.place.kind, 1.0)


def open_gazetteer(extra: Path | None = None) -> Gazetteer:
    """The gazetteer of the package, with the places of a GeoNames country file if one is given.

    Raises SettingError where the file is no such file.
    """
    return _open(extra.resolve() if extra is not None else None)


@cache
def _open(extra: Path | None) -> Gazetteer:
    if not DATA.exists():
        raise InternalError(
            f"{DATA.name} is missing beside the codebook: this copy was not built. "
            "Type: pip install --editable . (or make setup)"
        )
    if extra is None:
        return Gazetteer(DATA)
    if not extra.is_file():
        raise SettingError(f"{extra.name}: no such file. Give a GeoNames country file such as ML.txt.")
    return Gazetteer(DATA, read_geonames_file(extra, Gazetteer(DATA)._rows))
