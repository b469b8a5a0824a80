"""Which events a report only mentions: lists for people fold them at their end, files for programs do not."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.codebook.facets import FACETS
from rashomon.model.record import EventRecord

_TELLING = frozenset(
    {facet.code for facet in FACETS.values() if facet.outcome}
    | {"strength", "incidents", "target", "victim", "equipment", "responsibility"}
)
"""What makes an event more than a mention: a figure, someone or something harmed, someone held to account."""
_DAYS = 2
"""UCDP's date_prec up to which an event has a day of its own, or a few."""


def told_in_passing(event: EventRecord) -> bool:
    """True for "since the peace agreement": nobody's main event, without a figure, a day or anyone harmed."""
    dated = event.date.start is not None and not event.date.imputed and (event.date.precision or 9) <= _DAYS
    harmed = any(side.role == "victims" for side in event.sides)
    harmed = harmed or any(other.role == "affected" for other in event.others)
    told = any(finding.facet in _TELLING for finding in event.findings)
    return not (event.principal_for or dated or harmed or told or event.shared_figures)


def part_passing(events: Iterable[EventRecord]) -> tuple[tuple[EventRecord, ...], tuple[EventRecord, ...]]:
    """The events that are told of, and those told in passing; all count as told of where none is."""
    given = tuple(events)
    passing = tuple(event for event in given if told_in_passing(event))
    told = tuple(event for event in given if event not in passing)
    return (told, passing) if told else (given, ())


def passing_note(count: int) -> str:
    """How many events a list leaves out because they are only mentioned."""
    more = f"{count} more event{' is' if count == 1 else 's are'}"
    return f"{more} told of only in passing, without a figure, a day or anyone harmed"
