"""The window of a map: which part of the world it shows, and where a place lies in it.

Longitudes are shortened by the cosine of the middle latitude, which keeps shapes and distances true enough
for a window of a thousand kilometres.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rashomon.codebook.geodesy import EARTH_KM, Point
from rashomon.model.base import value

KM_A_DEGREE = math.pi * EARTH_KM / 180
_FURTHEST = 80.0
"""Latitudes beyond are drawn as if they were here: the cosine would not hold."""


@value
class Viewport:
    """A window of ``width`` × ``height`` units around a middle; ``km`` is half its width."""

    lat: float
    lon: float
    km: float
    width: int
    height: int

    @property
    def unit_km(self) -> float:
        """Kilometres of one unit."""
        return 2 * self.km / self.width

    @property
    def _squeeze(self) -> float:
        return math.cos(math.radians(max(-_FURTHEST, min(_FURTHEST, self.lat))))

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies, in units from the upper left corner; it may lie outside."""
        east = (lon - self.lon + 540.0) % 360.0 - 180.0
        return self.project(lat, east)

    def project(self, lat: float, east: float) -> tuple[float, float]:
        """As `at`, for degrees east of the middle that may go round the world."""
        units = KM_A_DEGREE / self.unit_km
        x = self.width / 2 + east * self._squeeze * units
        return round(x, 1), round(self.height / 2 - (lat - self.lat) * units, 1)

    def project_ring(self, ring: Sequence[tuple[float, float]], turn: float) -> list[tuple[float, float]]:
        """Corners given as longitude and latitude, all turned by so many degrees; as `project`, a ring at a time."""
        units, squeeze = KM_A_DEGREE / self.unit_km, self._squeeze
        across, down, shift = self.width / 2, self.height / 2, turn - self.lon
        return [
            (round(across + (lon + shift) * squeeze * units, 1), round(down - (lat - self.lat) * units, 1))
            for lon, lat in ring
        ]

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """True where the point (latitude, longitude) is seen, so many units from the edge."""
        x, y = self.at(*point)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    @property
    def reach(self) -> tuple[float, float]:
        """Half the window's extent in degrees: of latitude, of longitude."""
        lat = self.km * self.height / self.width / KM_A_DEGREE
        return lat, min(180.0, self.km / KM_A_DEGREE / self._squeeze)

    def bar(self) -> tuple[int, float]:
        """A round number of kilometres, about a fifth of the width, and its length in units."""
        aim = 2 * self.km / 5
        unit = 10 ** math.floor(math.log10(max(aim, 1)))
        km = max(step * unit for step in (1, 2, 5) if step * unit <= max(aim, 1))
        return km, round(km / self.unit_km, 1)
