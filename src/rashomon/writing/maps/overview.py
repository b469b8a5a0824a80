"""One map of all events of a case: a dot where each was, larger where several were."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.model.base import value
from rashomon.writing.maps.labels import Label, LabelLayer
from rashomon.writing.maps.land import Land, lands_in
from rashomon.writing.maps.naming import Marker, name_countries, name_towns
from rashomon.writing.maps.scene import HEIGHT, WIDTH, Spot, numeric_code
from rashomon.writing.maps.topojson import read_borders
from rashomon.writing.maps.viewport import Viewport

_HELD = 0.85
"""Part of the events that the window must hold: a few far off would leave the others in one corner."""
_LEAST_KM = 60.0
_FEWEST = 4
_TOGETHER = 9.0
"""Events nearer than this many units share a dot."""


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


def draw_overview(spots: Sequence[Spot], gazetteer: Gazetteer, iso3: str | None) -> Overview | None:
    """The map of events at these spots; None for a few places, which the events' own maps show."""
    if len({(spot.lat, spot.lon) for spot in spots}) < _FEWEST:
        return None
    view = _window(spots)
    seen = [spot for spot in spots if view.holds((spot.lat, spot.lon))]
    dots = _dots(seen, view)
    lands = lands_in(read_borders(), view, numeric_code(iso3))
    lat, lon = view.reach
    towns = gazetteer.towns(view.lat - lat, view.lon - lon, view.lat + lat, view.lon + lon)
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
    for spot in seen:
        x, y = view.at(spot.lat, spot.lon)
        near = (g for g in groups if math.dist(g[0], (x, y)) < _TOGETHER)
        group = next(near, None)
        if group is None:
            groups.append(((x, y), [spot.name]))
        else:
            group[1].append(spot.name)
    return tuple(
        Dot(x=x, y=y, radius=round(min(4.5 + 2 * math.sqrt(len(titles) - 1), 14.0), 1), titles=tuple(titles))
        for (x, y), titles in groups
    )
