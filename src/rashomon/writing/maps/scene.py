"""What a map of one event shows: the event and how precisely it is known, other places, towns, borders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.codebook.geodesy import Point, compass_point, distance_km
from rashomon.codebook.precision import WHERE_PRECISION
from rashomon.model.base import value
from rashomon.model.events import Place
from rashomon.model.record import RecordPlace
from rashomon.writing.maps.labels import Label
from rashomon.writing.maps.land import Land, lands_in
from rashomon.writing.maps.naming import INSET, Marker, Surroundings, name_places
from rashomon.writing.maps.topojson import Country, read_borders
from rashomon.writing.maps.viewport import Viewport

WIDTH, HEIGHT = 520, 400
_NEAR_KM = 25.0
_HALF_WIDTH_KM = {1: 110.0, 2: 130.0, 3: 170.0, 4: 300.0, 5: 350.0, 7: 500.0}
"""Half the window's width for each where_prec; a country as a whole (6) takes what it needs."""
_STRETCH = 3.0
"""How much wider a window may get so that other places are seen."""
_SAME_KM = 2.0
_MOST_OTHERS = 8
_ORIENTING = 5000
"""Inhabitants from which a town is one that people outside the district may know."""


@value
class Spot:
    """A place to be told of: what it is called, where it is, and what it has to do with the event.

    An area is listed and not marked: its point is only its middle.
    """

    name: str
    lat: float
    lon: float
    note: str = ""
    area: bool = False


@value
class Listed:
    """A line of the list beside the map, which says all that the map does."""

    number: int
    name: str
    coordinates: str
    notes: tuple[str, ...]


@value
class Inset:
    """The country as a whole and the window's place in it, in a square of its own."""

    size: int
    path: str
    x: float
    y: float
    width: float
    height: float


@value
class EventMap:
    """Everything drawn. ``spread``: radius in units of where the event may lie, None where unknown."""

    view: Viewport
    lands: tuple[Land, ...]
    towns: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    markers: tuple[Marker, ...]
    spread: float | None
    exact: bool
    whole_country: bool
    bar_km: int
    bar: float
    inset: Inset | None
    listed: tuple[Listed, ...]


class MapMaker:
    """Draws maps of the events of one case."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def draw(self, place: RecordPlace, others: Sequence[Spot]) -> EventMap | None:
        """The map around a place; None where its coordinates are not known."""
        if place.lat is None or place.lon is None:
            return None
        here: Point = (place.lat, place.lon)
        countries = read_borders()
        home = numeric_code(place.country_iso3)
        view = _first_window(place, here, countries, home)
        spread_km = self._spread_km(place, here, view)
        view = _widen(view, here, spread_km, others)
        towns = self._towns(view)
        lands = lands_in(countries, view, home)
        seen = [s for s in others if not s.area and view.holds((s.lat, s.lon), 8)]
        markers = _markers(view, Spot(name=_name(place), lat=here[0], lon=here[1]), seen)
        spread = round(spread_km / view.unit_km, 1) if spread_km else None
        labels, dots = name_places(view, markers, Surroundings(lands=lands, towns=towns, spread=spread))
        bar_km, bar = view.bar()
        return EventMap(
            view=view,
            lands=lands,
            towns=dots,
            labels=labels,
            markers=markers,
            spread=spread,
            exact=place.where_prec == 1,
            whole_country=place.where_prec == 6,
            bar_km=bar_km,
            bar=bar,
            inset=_inset(view, countries, home),
            listed=_listed(place, here, [*seen, *(s for s in others if s not in seen)], seen, towns),
        )

    def _spread_km(self, place: RecordPlace, here: Point, view: Viewport) -> float | None:
        """How far from its point the event may lie: UCDP's 25 km, or as far as a division's towns reach."""
        if place.where_prec == 2:
            return _NEAR_KM
        if place.where_prec not in (3, 4):
            return None
        level = "adm2" if place.where_prec == 3 and place.adm2 else "adm1"
        name = getattr(place, level)
        inside = sorted(
            distance_km(here, (town.lat, town.lon))
            for town in self._towns(view)
            if name and getattr(town, level) == name and town.country_iso3 == place.country_iso3
        )
        return inside[len(inside) * 19 // 20] or None if inside else None

    def _towns(self, view: Viewport) -> tuple[Place, ...]:
        lat, lon = view.reach
        return self._gazetteer.towns(view.lat - lat, view.lon - lon, view.lat + lat, view.lon + lon)


def _name(place: RecordPlace) -> str:
    return place.name or place.adm2 or place.adm1 or place.country or "place without a name"


@cache
def numeric_code(iso3: str | None) -> str | None:
    """The three digits by which the borders' file knows a country; None where it has none."""
    import pycountry

    found = pycountry.countries.get(alpha_3=iso3) if iso3 else None
    return str(found.numeric) if found is not None else None


def _first_window(
    place: RecordPlace, here: Point, countries: Sequence[Country], home: str | None
) -> Viewport:
    whole = _country_window(countries, home, WIDTH, HEIGHT) if place.where_prec == 6 else None
    if whole is not None:
        return whole
    km = _HALF_WIDTH_KM.get(place.where_prec or 5, _HALF_WIDTH_KM[5])
    return Viewport(lat=here[0], lon=here[1], km=km, width=WIDTH, height=HEIGHT)


def _country_window(
    countries: Sequence[Country], home: str | None, width: int, height: int
) -> Viewport | None:
    """The window that holds a country's main land; islands and lands far away stay out."""
    found = next((c for c in countries if c.code is not None and c.code == home), None)
    if found is None:
        return None
    main = max(found.outlines, key=lambda o: (o.east - o.west) * (o.north - o.south))
    middle = Viewport(
        lat=(main.south + main.north) / 2, lon=(main.west + main.east) / 2, km=1, width=width, height=height
    )
    lat_reach, lon_reach = middle.reach
    km = 1.1 * max((main.north - main.south) / 2 / lat_reach, (main.east - main.west) / 2 / lon_reach)
    return Viewport(lat=middle.lat, lon=middle.lon, km=max(km, 20.0), width=width, height=height)


def _widen(view: Viewport, here: Point, spread_km: float | None, others: Sequence[Spot]) -> Viewport:
    """A window that holds the spread and the other places, as far as they are not too far off."""
    shape = view.width / view.height
    most = view.km * _STRETCH
    km = max(view.km, 1.25 * shape * (spread_km or 0.0))
    for spot in (s for s in others if not s.area):
        needed = 1.2 * shape * distance_km(here, (spot.lat, spot.lon))
        if km < needed <= most:
            km = needed
    return Viewport(lat=view.lat, lon=view.lon, km=km, width=view.width, height=view.height)


def _markers(view: Viewport, event: Spot, seen: Sequence[Spot]) -> tuple[Marker, ...]:
    found = []
    for number, spot in enumerate((event, *seen), start=1):
        x, y = view.at(spot.lat, spot.lon)
        found.append(Marker(x=x, y=y, number=number, name=spot.name))
    return tuple(found)


def _inset(view: Viewport, countries: Sequence[Country], home: str | None) -> Inset | None:
    """Where in the country the window lies; None where the window shows about all of it."""
    whole = _country_window(countries, home, INSET, INSET)
    if whole is None or whole.km < 1.3 * view.km:
        return None
    land = lands_in([c for c in countries if c.code == home], whole, home)
    lat, lon = view.reach
    x1, y1 = whole.at(view.lat + lat, view.lon - lon)
    x2, y2 = whole.at(view.lat - lat, view.lon + lon)
    return Inset(
        size=INSET,
        path="".join(one.path for one in land),
        x=x1,
        y=y1,
        width=round(max(x2 - x1, 3.0), 1),
        height=round(max(y2 - y1, 3.0), 1),
    )


def _listed(
    place: RecordPlace,
    here: Point,
    others: Sequence[Spot],
    seen: Sequence[Spot],
    towns: Sequence[Place],
) -> tuple[Listed, ...]:
    first = Listed(
        number=1,
        name=_name(place),
        coordinates=coordinates(here),
        notes=tuple(
            note
            for note in (WHERE_PRECISION.get(place.where_prec or 0, ""), _orientation(here, towns))
            if note
        ),
    )
    rest = tuple(
        Listed(
            number=number if spot in seen else 0,
            name=spot.name,
            coordinates="" if spot.area else coordinates((spot.lat, spot.lon)),
            notes=tuple(note for note in (spot.note, _beyond(here, spot, spot in seen)) if note),
        )
        for number, spot in enumerate(others, start=2)
    )
    return (first, *rest)


def _beyond(here: Point, spot: Spot, is_seen: bool) -> str:
    km = distance_km(here, (spot.lat, spot.lon))
    if spot.area:
        return "not marked"
    way = f"{km:,.0f} km {compass_point(here, (spot.lat, spot.lon))} of the event’s point"
    return way if is_seen else f"{way}, beyond the map"


def _orientation(here: Point, towns: Sequence[Place]) -> str:
    """Such as "67 km SSW of Ménaka": the nearest town that outsiders may know."""
    known = [town for town in towns if town.population >= _ORIENTING]
    near = [(distance_km(here, (town.lat, town.lon)), town.name, town) for town in known]
    if not near:
        return ""
    km, name, town = min(near, key=lambda one: one[:2])
    return f"{km:,.0f} km {compass_point((town.lat, town.lon), here)} of {name}" if km >= _SAME_KM else ""


def coordinates(point: Point) -> str:
    """Degrees with their hemispheres.

    >>> coordinates((15.35, -1.97))
    '15.350° N, 1.970° W'
    """
    lat, lon = point
    return f"{abs(lat):.3f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.3f}° {'E' if lon >= 0 else 'W'}"


def nearest(here: Point, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The other places a map can show, each once, the nearest first."""
    found: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (distance_km(here, (s.lat, s.lon)), s.name)):
        taken = [here, *((one.lat, one.lon) for one in found)]
        if all(distance_km(point, (spot.lat, spot.lon)) >= _SAME_KM for point in taken):
            found.append(spot)
    return tuple(found[:_MOST_OTHERS])
