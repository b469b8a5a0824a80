"""How many died in an event under one policy: the one place all exports take their totals from."""

from __future__ import annotations

from rashomon.model.base import value
from rashomon.model.record import EventRecord


@value
class Toll:
    """Deaths of an event under one policy; None where nobody said or the policy gives no such figure.

    ``open``: a bound without a top was given, so that ``high`` is only the highest number stated.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    open: bool = False

    @property
    def known(self) -> bool:
        """True where the policy gives any figure."""
        return any(figure is not None for figure in (self.low, self.best, self.high))


def toll_of(event: EventRecord, policy: str) -> Toll:
    """The deaths of an event under a policy: a point, a span, or a best figure within a span.

    The policies that count one number (acled, latest) give it as low, best and high; those that count a
    span (range, airwars) have no best figure. Airwars counts civilians only.
    """
    totals = event.totals
    if policy == "acled":
        return _point(totals.acled.fatalities)
    if policy == "latest":
        return _point(totals.latest.killed)
    if policy == "range":
        span = totals.range.killed
        return Toll(low=span.min, high=span.max, open=span.max_open)
    if policy == "airwars":
        return Toll(low=totals.airwars.killed.min, high=totals.airwars.killed.max)
    found = totals.hierarchy if policy == "hierarchy" else totals.ucdp
    return Toll(low=found.low, best=found.best, high=found.high)


def _point(number: int | None) -> Toll:
    return Toll(low=number, best=number, high=number)
