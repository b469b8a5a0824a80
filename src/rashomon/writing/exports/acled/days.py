"""On which days ACLED puts an event, and how it divides a number of dead that covers several of them.

Both rules are ACLED's (codebook: event time, reported fatalities). They are used in this export alone; nothing
of them is ever written back to the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rashomon.codebook.acled import TIME_PRECISION, split_total
from rashomon.codebook.policies import PERSON_UNITS
from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.model.base import value
from rashomon.model.claims import Count, Moment
from rashomon.model.dates import first_day, last_day
from rashomon.model.record import EventRecord, SharedFigure
from rashomon.writing.exports.tolls import toll_of
from rashomon.writing.view import Lookups
from rashomon.writing.wording.parties import party_key

MOST_DAYS = 31
"""A longer span is not fighting reported for each of its days; a setting."""

_EITHER = re.compile(r"\b(?:between|or|some ?time|entre|ou)\b", re.IGNORECASE)
"""Words by which a span means one unknown day of it."""


@value
class Days:
    """The days of an event's rows and ACLED's time precision; ``daily``: it went on over all of them."""

    days: tuple[date, ...] = ()
    precision: int | None = None
    daily: bool = False


def days_of(event: EventRecord, lookups: Lookups) -> Days:
    """The days of an event: each where the fighting is told of as going on, else the middle of the span.

    Empty where no report gives a year, and where the span is longer than a month.
    """
    start, end = first_day(event.date.start), last_day(event.date.end or event.date.start)
    if start is None or end is None:
        return Days()
    if start < end and _went_on(event, lookups) and (end - start).days < MOST_DAYS:
        days = tuple(start + timedelta(days=step) for step in range((end - start).days + 1))
        return Days(days=days, precision=1, daily=True)
    precision = TIME_PRECISION.get(event.date.precision or 5)
    middle = start + (end - start) // 2
    return Days(days=(middle,) if precision else (), precision=precision)


def _went_on(event: EventRecord, lookups: Lookups) -> bool:
    """True where a report tells of these very days as the time it lasted ("from 3 to 5 May")."""
    return any(
        isinstance(claim.value, Moment)
        and claim.facet == "date"
        and claim.value.grain == "day"
        and (claim.value.start, claim.value.end) == (event.date.start, event.date.end)
        and not _EITHER.search(claim.value.as_written)
        for claim in lookups.claims_of(event.id)
    )


@value
class Share:
    """An event's part of a number of dead given for several events together."""

    number: int
    total: int
    over: int
    """How many events it covers; more than ``events`` where the reports do not tell the others apart."""
    events: tuple[str, ...]
    claim_ids: tuple[str, ...]


def shares_of_summaries(lookups: Lookups, policy: str) -> Mapping[str, Share]:
    """By event: its part of the dead that reports count over several events, none of which has a toll of its own.

    Where one of them has, the count may overlap with it: it is divided among none.
    """
    found: dict[str, Share] = {}
    for events, figures in sorted(_summaries(lookups).items()):
        records = [lookups.records[i] for i in events if i in lookups.records]
        over = _how_many(records)
        if over < 2 or any(toll_of(one, policy).known or one.id in found for one in records):
            continue
        total, claim_ids = _sum_of_lowest(figures)
        ordered = sorted(records, key=lambda one: (one.date.start or "~", one.id))
        for record, part in zip(ordered, split_total(total, over), strict=False):
            found[record.id] = Share(number=part, total=total, over=over, events=events, claim_ids=claim_ids)
    return found


def _how_many(records: Sequence[EventRecord]) -> int:
    """How many events a count covers: those known or, of a single known one, as many as its reports count."""
    if len(records) != 1:
        return len(records)
    counts = [f.value for f in records[0].findings if f.facet == "incidents" and f.agreement != "disputed"]
    exact = {count.low for count in counts if isinstance(count, Count) and count.low == count.high}
    return exact.pop() or 0 if len(exact) == 1 else 0


def _summaries(lookups: Lookups) -> dict[tuple[str, ...], dict[str, SharedFigure]]:
    """Affirmed counts of dead persons over several events, by the events they cover, each claim once."""
    found: dict[tuple[str, ...], dict[str, SharedFigure]] = {}
    for record in lookups.view.record.events:
        for figure in record.shared_figures:
            claim = lookups.view.claims.get(figure.claim_id)
            if figure.facet != "killed" or claim is None or not isinstance(figure.value, Count):
                continue
            unit = figure.about.unit if figure.about else "persons"
            if claim.polarity == "affirmed" and claim.certainty == "asserted" and unit in PERSON_UNITS:
                found.setdefault(tuple(sorted(figure.events)), {})[figure.claim_id] = figure
    return found


def _sum_of_lowest(figures: Mapping[str, SharedFigure]) -> tuple[int, tuple[str, ...]]:
    """The lowest number for each party, added; that for people in general alone, where one is given."""
    lowest: dict[str, tuple[int, str]] = {}
    for claim_id, figure in sorted(figures.items()):
        about = figure.about
        general = about is None or (not about.actors and about.status == "unknown")
        key = "" if general else party_key(about)
        number = _conservative(figure.value)
        if key not in lowest or number < lowest[key][0]:
            lowest[key] = (number, claim_id)
    chosen = [lowest[""]] if "" in lowest else list(lowest.values())
    return sum(number for number, _ in chosen), tuple(claim_id for _, claim_id in chosen)


def _conservative(counted: object) -> int:
    """The lowest number that the words report: "at least 20" is 20, "up to 20" is 20, "dozens" is 12."""
    if not isinstance(counted, Count):
        return 0
    if counted.vague in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[counted.vague or ""].acled
    return counted.low or counted.high or 0
