"""The towns of a window of the map, so that the map bears names."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.errors import InputError
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Visit

_MOST = 250
_WIDEST = 90
"""Degrees: over more than that nothing but capitals would find room."""
_CORNERS = ("south", "west", "north", "east")


def show_towns(visit: Visit) -> Shown:
    """The largest towns between four degrees, the largest first; those of the whole degrees around them."""
    south, west, north, east = (_degrees(visit, name) for name in _CORNERS)
    if not (0 <= north - south <= _WIDEST and 0 <= east - west <= _WIDEST):
        raise InputError(
            f"the window is to be up to {_WIDEST} degrees high and wide, from south-west to north-east."
        )
    towns = _largest(floor(south), floor(west), ceil(north), ceil(east))
    return Shown(
        template="towns.html.j2",
        data={"towns": [{"name": name, "lat": lat, "lon": lon} for name, lat, lon in towns]},
    )


def _degrees(visit: Visit, name: str) -> float:
    said = visit.asked(name, "0")
    try:
        found = float(said)
    except ValueError:
        found = 999.0
    # Beyond 180 is across the date line; nan is no degree either.
    if not abs(found) <= 360:
        raise InputError(f"{name}: {said[:40]!r} is no degree. Write a number such as 15.4.")
    return found


@lru_cache(maxsize=512)
def _largest(south: int, west: int, north: int, east: int) -> tuple[tuple[str, float, float], ...]:
    found = open_gazetteer().towns(south, west, north, east)
    return tuple((town.name, town.lat, town.lon) for town in found[:_MOST])
