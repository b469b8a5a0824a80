"""Distances and directions on the globe, in kilometres and degrees."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088
"""Mean radius; the sphere is at most 0.6 % off the ellipsoid, less than a village is wide at 50 km."""

_POINTS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
BEARINGS: dict[str, float] = {point: number * 22.5 for number, point in enumerate(_POINTS)}
"""Degrees clockwise from north of each compass point."""

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""


def distance_km(one: Point, two: Point) -> float:
    """Kilometres between two points along the great circle."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *two))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def offset(point: Point, km: float, bearing: float | str) -> Point:
    """The point so many kilometres away in a direction, given in degrees or as a compass point."""
    degrees = BEARINGS[bearing] if isinstance(bearing, str) else bearing
    lat, lon, way = math.radians(point[0]), math.radians(point[1]), math.radians(degrees)
    arc = km / EARTH_KM
    sine = math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(way)
    new_lat = math.asin(max(-1.0, min(1.0, sine)))
    east = math.sin(way) * math.sin(arc) * math.cos(lat)
    new_lon = lon + math.atan2(east, math.cos(arc) - math.sin(lat) * math.sin(new_lat))
    return math.degrees(new_lat), (math.degrees(new_lon) + 540.0) % 360.0 - 180.0


def compass_point(one: Point, two: Point) -> str:
    """The compass point in which the second point lies from the first.

    >>> compass_point((15.9, 2.4), (15.35, 2.4)), compass_point((0.0, 0.0), (1.0, 1.0))
    ('S', 'NE')
    """
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *two))
    east = math.sin(lon2 - lon1) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    return _POINTS[round(math.degrees(math.atan2(east, north)) / 22.5) % 16]


def middle(points: list[Point]) -> Point:
    """The mean of points on the globe: right across the date line and near the poles too."""
    x = sum(math.cos(math.radians(lat)) * math.cos(math.radians(lon)) for lat, lon in points)
    y = sum(math.cos(math.radians(lat)) * math.sin(math.radians(lon)) for lat, lon in points)
    z = sum(math.sin(math.radians(lat)) for lat, _ in points)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
