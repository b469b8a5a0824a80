"""Outlines cut to a rectangle, and lines with fewer corners."""

from __future__ import annotations

from collections.abc import Sequence

XY = tuple[float, float]


def clip_ring(ring: Sequence[XY], low: XY, high: XY) -> list[XY]:
    """A closed ring cut to the rectangle from ``low`` to ``high``, open at its end; empty where outside.

    Sutherland and Hodgman's way: cut along one side after another. Pieces that fall apart stay joined
    along the rectangle's edge, which lies outside of what is seen.

    >>> clip_ring([(0, 0), (4, 0), (4, 4), (0, 4)], (2, 2), (9, 9))
    [(2.0, 2), (4.0, 2), (4, 4), (2, 4.0)]
    """
    points = list(ring)
    if points[:1] == points[-1:]:
        points.pop()
    if points and _lies_within(points, low, high):
        return points
    for axis in (0, 1):
        points = _cut(points, axis, low[axis], 1)
        points = _cut(points, axis, high[axis], -1)
    return points


def _lies_within(points: Sequence[XY], low: XY, high: XY) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return low[0] <= min(xs) and max(xs) <= high[0] and low[1] <= min(ys) and max(ys) <= high[1]


def _cut(points: Sequence[XY], axis: int, edge: float, sign: int) -> list[XY]:
    """The ring on one side of a line: above the edge for sign 1, below it for -1."""
    kept: list[XY] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        is_in, was_in = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if is_in != was_in:
            kept.append(_crossing(before, point, axis, edge))
        if is_in:
            kept.append(point)
    return kept


def _crossing(one: XY, two: XY, axis: int, edge: float) -> XY:
    part = (edge - one[axis]) / (two[axis] - one[axis])
    other = one[1 - axis] + part * (two[1 - axis] - one[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)


def thin_out(points: Sequence[XY], least: float) -> list[XY]:
    """The points without those nearer than ``least`` to the one kept before; the ends stay.

    >>> thin_out([(0, 0), (0.2, 0), (1, 0), (1.1, 0)], 0.5)
    [(0, 0), (1, 0), (1.1, 0)]
    """
    kept: list[XY] = list(points[:1])
    for x, y in points[1:-1]:
        if (x - kept[-1][0]) ** 2 + (y - kept[-1][1]) ** 2 >= least * least:
            kept.append((x, y))
    return kept + list(points[-1:]) if len(points) > 1 else kept


def holds(ring: Sequence[XY], point: XY) -> bool:
    """True where the point lies inside the ring, by counting the sides to its right."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
