"""Publication dates that stand far from all others of a case: often a slip of the pen, never a reason to drop."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.dates import first_day
from rashomon.model.report import Report

FAR_YEARS = 10
"""From how many years' distance to the nearest other report a publication date is asked about. Our choice:
reports of one conflict come within its years; an archive that spans more has neighbours in between."""


def far_from_others(reports: Iterable[Report]) -> tuple[tuple[Report, int], ...]:
    """The reports published far from every other one, each with the full years to its nearest neighbour."""
    dated = sorted(
        ((day, report.id, report) for report in reports if (day := first_day(report.published))),
        key=lambda each: each[:2],
    )
    found = []
    for place, (day, _, report) in enumerate(dated):
        neighbours = [dated[other][0] for other in (place - 1, place + 1) if 0 <= other < len(dated)]
        years = min((int(abs((day - other).days) / 365.25) for other in neighbours), default=0)
        if years >= FAR_YEARS:
            found.append((report, years))
    return tuple(found)
