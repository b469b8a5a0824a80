"""Scales of charts: round ticks from 0, and where a figure lies between them."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.base import value
from rashomon.model.claims import Claim, Count
from rashomon.model.record import Interval

_STEPS = (1, 2, 5)
_MOST_TICKS = 5
_ROOM = 0.1
"""Part of the scale that stays free behind the highest number, so that an open bound can run on."""


@value
class Scale:
    """From 0 to ``top``, with the round numbers between."""

    top: int
    ticks: tuple[int, ...]

    def at(self, number: int) -> float:
        """A number's place in per cent of the width."""
        return round(100 * min(max(number, 0), self.top) / self.top, 2)


@value
class Mark:
    """Where a figure lies, in per cent of the width; a bound that was not given is None.

    ``opens``: it runs on without an upper bound. Neither start nor end: no number to draw.
    """

    start: float | None = None
    end: float | None = None
    opens: bool = False

    @property
    def shape(self) -> str:
        """What to draw: none, open, upto, point or span."""
        if self.start is None and self.end is None:
            return "none"
        if self.opens:
            return "open"
        if self.start is None:
            return "upto"
        return "point" if self.start == self.end else "span"


def make_scale(counts: Iterable[Count], intervals: Iterable[Interval] = ()) -> Scale:
    """The scale that holds all bounds, with room for those that are open.

    >>> make_scale([Count(low=30, high=None, as_written="30 or more")])
    Scale(top=40, ticks=(0, 10, 20, 30, 40))
    """
    bounds: list[int | None] = [0]
    is_open = False
    for count in counts:
        bounds += (count.low, count.high)
        is_open = is_open or count.high is None
    for interval in intervals:
        bounds += (interval.low, interval.best, interval.high)
    highest = max(number for number in bounds if number is not None) or 1
    step = _step(highest)
    top = -(-highest // step) * step
    if is_open and top - highest < top * _ROOM:
        top += step
    return Scale(top=top, ticks=tuple(range(0, top + 1, step)))


def _step(highest: int) -> int:
    unit = 1
    while True:
        for step in _STEPS:
            if highest <= step * unit * (_MOST_TICKS - 1):
                return step * unit
        unit *= 10


def place_mark(claim: Claim, scale: Scale) -> Mark:
    """Where a claim's figure lies; a denied, negated or unknown one has no place."""
    count = claim.value
    stance = claim.attribution[0].stance if claim.attribution else "asserts"
    if not isinstance(count, Count) or claim.polarity == "negated" or stance == "denies":
        return Mark()
    if count.low is None and count.high is None:
        return Mark()
    return Mark(
        start=scale.at(count.low) if count.low is not None else None,
        end=scale.at(count.high) if count.high is not None else None,
        opens=count.high is None,
    )
