"""One map of all events of a case: a dot where each was, larger where several were."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.model.base import value
from rashomon.model.events import Place
from rashomon.writing.maps.labels import Label, LabelLayer
from rashomon.writing.maps.land import Land, lands_in
from rashomon.writing.maps.naming import Marker, name_countries, name_towns
from rashomon.writing.maps.scene import HEIGHT, WIDTH, Spot, numeric_code
from rashomon.writing.maps.topojson import Country, read_borders, thinned_borders
from rashomon.writing.maps.viewport import KM_A_DEGREE, Viewport

_HELD = 0.85
"""Part of the events that the window must hold: a few far off would leave the others in one corner."""
_LEAST_KM = 60.0
_FEWEST = 4
_TOGETHER = 9.0
"""Events nearer than this many units share a dot."""
_CONTINENT_KM = 900.0
"""Half widths from which only the world's largest towns have a place on the map."""
_THINNED = (1.0, 0.7, 0.5, 0.35, 0.25, 0.18, 0.12, 0.08)
"""Degrees between corners of borders, of which a map takes the coarsest that it does not show."""


@value
class Dot:
    """Where events were, and their titles."""

    x: float
    y: float
    radius: float
    titles: tuple[str, ...]


@value
class Overview:
    """Everything drawn; ``beyond``: how many events lie outside."""

    view: Viewport
    lands: tuple[Land, ...]
    towns: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    dots: tuple[Dot, ...]
    beyond: int
    bar_km: int
    bar: float


def draw_overview(
    spots: Sequence[Spot], gazetteer: Gazetteer, iso3: str | None, *, fewest: int = _FEWEST
) -> Overview | None:
    """The map of events at these spots; None for fewer places than ``fewest``, which events' own maps show."""
    if len({(spot.lat, spot.lon) for spot in spots}) < max(fewest, 1):
        return None
    view = _window(spots)
    seen = [spot for spot in spots if view.holds((spot.lat, spot.lon))]
    dots = _dots(seen, view)
    lands = lands_in(_borders(view), view, numeric_code(iso3))
    towns = _towns(view, gazetteer)
    layer = LabelLayer(view.width, view.height)
    layer.take(60, view.height - 14, 64)
    for dot in dots:
        layer.take(dot.x, dot.y, dot.radius)
    marks = [Marker(x=dot.x, y=dot.y, number=0, name="") for dot in dots]
    named = name_towns(layer, view, marks, towns)
    name_countries(layer, view, lands, (0.0, 0.0, 0.0, 0.0))
    bar_km, bar = view.bar()
    return Overview(
        view=view,
        lands=lands,
        towns=named,
        labels=tuple(layer.labels),
        dots=dots,
        beyond=len(spots) - len(seen),
        bar_km=bar_km,
        bar=bar,
    )


def _borders(view: Viewport) -> tuple[Country, ...]:
    """Borders as fine as the window shows them, since those of the whole world take a second to draw."""
    seen = view.unit_km / KM_A_DEGREE
    degrees = next((step for step in _THINNED if step <= seen), None)
    return read_borders() if degrees is None else thinned_borders(degrees)


def _towns(view: Viewport, gazetteer: Gazetteer) -> Sequence[Place]:
    lat, lon = view.reach
    if view.km < _CONTINENT_KM:
        return gazetteer.towns(view.lat - lat, view.lon - lon, view.lat + lat, view.lon + lon)
    return [town for town in _great_towns(gazetteer) if view.holds((town.lat, town.lon))]


@lru_cache(maxsize=4)
def _great_towns(gazetteer: Gazetteer) -> tuple[Place, ...]:
    return gazetteer.towns(-90.0, -180.0, 90.0, 180.0)


def _window(spots: Sequence[Spot]) -> Viewport:
    """The narrowest window around the middle event that holds most of them."""
    east = [(spot.lon - spots[0].lon + 540.0) % 360.0 - 180.0 for spot in spots]
    lon = (spots[0].lon + median(east) + 540.0) % 360.0 - 180.0
    unit = Viewport(lat=median(spot.lat for spot in spots), lon=lon, km=1.0, width=WIDTH, height=HEIGHT)
    needed = sorted(_half_widths(unit.at(spot.lat, spot.lon)) for spot in spots)
    km = 1.15 * needed[math.ceil(_HELD * len(needed)) - 1]
    return Viewport(lat=unit.lat, lon=lon, km=max(km, _LEAST_KM), width=WIDTH, height=HEIGHT)


def _half_widths(at: tuple[float, float]) -> float:
    """How many half widths of the window a point lies from its middle, across or down."""
    x, y = at
    return max(abs(x - WIDTH / 2) / (WIDTH / 2), abs(y - HEIGHT / 2) / (HEIGHT / 2))


def _dots(seen: Sequence[Spot], view: Viewport) -> tuple[Dot, ...]:
    groups: list[tuple[tuple[float, float], list[str]]] = []
    known: dict[tuple[float, float], list[str]] = {}
    for spot in seen:
        x, y = view.at(spot.lat, spot.lon)
        if (x, y) not in known:
            known[x, y] = _group_at((x, y), groups)
        known[x, y].append(spot.name)
    return tuple(
        Dot(x=x, y=y, radius=round(min(4.5 + 2 * math.sqrt(len(titles) - 1), 14.0), 1), titles=tuple(titles))
        for (x, y), titles in groups
    )


def _group_at(at: tuple[float, float], groups: list[tuple[tuple[float, float], list[str]]]) -> list[str]:
    """The titles of the first dot near enough, of a new one where there is none."""
    for there, titles in groups:
        if math.dist(there, at) < _TOGETHER:
            return titles
    groups.append((at, []))
    return groups[-1][1]
