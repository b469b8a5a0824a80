"""Countries inside a window: their areas as drawing paths, and the spot where a name fits best."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.model.base import value
from rashomon.writing.maps.clipping import XY, clip_ring, holds, thin_out
from rashomon.writing.maps.topojson import Country, Outline
from rashomon.writing.maps.viewport import Viewport

_BLEED = 12.0
"""Units beyond the window to which areas are cut, so that no cutting line is seen."""
_FINEST = 0.8
"""Corners nearer than this many units are not told apart."""
_GRID = (13, 10)
"""Spots tried for a country's name, across and down."""
_LEAST_AREA = 2500.0
"""Square units below which an area has no room for a name."""


@value
class Land:
    """A country's area within the window. ``home``: the country that the event is in."""

    name: str
    path: str
    home: bool
    rings: tuple[tuple[XY, ...], ...]


def lands_in(countries: Sequence[Country], view: Viewport, home: str | None) -> tuple[Land, ...]:
    """The countries that the window shows, the home country last so that its border lies on top."""
    found = [
        Land(
            name=country.name,
            path="".join(_path(ring) for ring in rings),
            home=country.code is not None and country.code == home,
            rings=rings,
        )
        for country in countries
        if (rings := tuple(_rings_in(country, view)))
    ]
    return tuple(sorted(found, key=lambda land: land.home))


def _rings_in(country: Country, view: Viewport) -> Iterator[tuple[XY, ...]]:
    lat_reach, lon_reach = (1.1 * reach for reach in view.reach)
    for outline in country.outlines:
        if outline.north < view.lat - lat_reach or outline.south > view.lat + lat_reach:
            continue
        # A window across the date line shows what lies on its far side a whole turn away.
        for turn in (-360.0, 0.0, 360.0):
            if _apart(outline, turn, view.lon, lon_reach):
                continue
            ring = _ring_in(outline, turn, view)
            if ring:
                yield ring


def _apart(outline: Outline, turn: float, lon: float, reach: float) -> bool:
    return outline.east + turn < lon - reach or outline.west + turn > lon + reach


def _ring_in(outline: Outline, turn: float, view: Viewport) -> tuple[XY, ...]:
    points = view.project_ring(outline.ring, turn)
    high = (view.width + _BLEED, view.height + _BLEED)
    thin = thin_out(clip_ring(points, (-_BLEED, -_BLEED), high), _FINEST)
    return tuple(thin) if len(thin) > 2 else ()


def _path(ring: Sequence[XY]) -> str:
    """A closed path in whole tenths, each corner as steps from the one before."""
    tenths = [(round(10 * x), round(10 * y)) for x, y in ring]
    steps = [f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l"]
    for (x1, y1), (x2, y2) in pairwise(tenths):
        steps.append(f"{(x2 - x1) / 10:g},{(y2 - y1) / 10:g} ")
    return "".join(steps).rstrip() + "z"


def name_spots(land: Land, view: Viewport) -> tuple[XY, ...]:
    """Spots inside a country for its name, first the one furthest from its borders and the window's edge.

    None where the country has no room for a name.
    """
    rings = [thin_out(ring, 8.0) for ring in land.rings]
    largest = max(rings, key=_area)
    if _area(largest) < _LEAST_AREA:
        return ()
    across, down = _GRID
    found: list[tuple[float, XY]] = []
    for column in range(1, across):
        for row in range(1, down):
            spot = (view.width * column / across, view.height * row / down)
            if holds(largest, spot):
                found.append((_room(largest, spot, view), spot))
    found.sort(key=lambda one: (-one[0], one[1]))
    return tuple(spot for _, spot in found)


def _room(ring: Sequence[XY], spot: XY, view: Viewport) -> float:
    """How far a border or the edge is; names are wide, so that half as much counts sideways."""
    x, y = spot
    border = math.sqrt(min((px - x) ** 2 / 4 + (py - y) ** 2 for px, py in ring))
    return min(border, min(x, view.width - x) / 2, y, view.height - y)


def _area(ring: Sequence[XY]) -> float:
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
