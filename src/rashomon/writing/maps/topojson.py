"""Country borders of the world, decoded from the TopoJSON file of world-atlas.

TopoJSON keeps each border once, as whole-number steps on a grid; a country is a list of borders, a negative
number standing for one that is walked backwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Any

from rashomon.model.base import value
from rashomon.writing.maps.clipping import thin_out

Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude of each corner, the last equal to the first."""

BORDERS = "workbench/static/vendor/world-atlas/countries-50m.json"
"""1:50 million: 0.7 MB, read in 60 ms. At 1:110 million (0.1 MB, 5 ms) borders lie tens of kilometres off;
1:10 million costs 3.7 MB and 400 ms, and shows on a map 300 km wide what a pen is wide."""


@value
class Outline:
    """One ring of a country with the box it lies in: west, south, east, north."""

    ring: Ring
    west: float
    south: float
    east: float
    north: float


@value
class Country:
    """A country's outlines. ``code``: ISO 3166-1 numeric, None for areas that have none."""

    code: str | None
    name: str
    outlines: tuple[Outline, ...]


@cache
def read_borders() -> tuple[Country, ...]:
    """All countries, in the file's order."""
    text = (files("rashomon") / BORDERS).read_text(encoding="utf-8")
    return decode_countries(json.loads(text), "countries")


@cache
def thinned_borders(degrees: float) -> tuple[Country, ...]:
    """All countries for windows of continents, each with at least its largest land.

    No corner is nearer than so many degrees to the one before, and islands smaller than twice that are left out.
    """
    return tuple(
        replace(country, outlines=tuple(_thinned(country.outlines, degrees))) for country in read_borders()
    )


def _thinned(outlines: Sequence[Outline], degrees: float) -> Iterator[Outline]:
    sizes = [max(one.east - one.west, one.north - one.south) for one in outlines]
    least = min(2 * degrees, max(sizes, default=0.0))
    for outline, size in zip(outlines, sizes, strict=True):
        if size >= least:
            yield _outline(tuple(thin_out(outline.ring, degrees)))


def decode_countries(topology: dict[str, Any], name: str) -> tuple[Country, ...]:
    """The countries of one object of a topology."""
    arcs = _decode_arcs(topology)
    return tuple(
        Country(
            code=shape.get("id"),
            name=str(shape["properties"]["name"]),
            outlines=tuple(_outline(_join(indices, arcs)) for indices in _rings(shape)),
        )
        for shape in topology["objects"][name]["geometries"]
    )


def _decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        decoded.append(tuple((x * scale_x + left, y * scale_y + bottom) for x, y in zip(xs, ys, strict=True)))
    return decoded


def _rings(shape: dict[str, Any]) -> Iterator[Sequence[int]]:
    """The rings of a shape; holes are rings too, since areas are filled by the even-odd rule."""
    polygons: Iterable[Any] = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", ())
    for polygon in polygons:
        yield from polygon


def _join(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    points: list[tuple[float, float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        # Neighbouring borders share the corner at which they meet.
        points.extend(arc[1:] if points else arc)
    return _unrolled(points)


def _unrolled(points: Sequence[tuple[float, float]]) -> Ring:
    """A ring that goes on across the date line, beyond 180 degrees, rather than jump to the other side.

    What goes round the world once is closed by way of the pole.
    """
    ring, turn = [points[0]], 0.0
    for (before, _), (x, y) in pairwise(points):
        if abs(x - before) > 180.0:
            turn += 360.0 if x < before else -360.0
        ring.append((x + turn, y))
    if turn:
        pole = 90.0 if sum(y for _, y in ring) > 0 else -90.0
        ring += [(ring[-1][0], pole), (ring[0][0], pole), ring[0]]
    return tuple(ring)


def _outline(ring: Ring) -> Outline:
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    return Outline(ring=ring, west=west, south=south, east=east, north=north)
