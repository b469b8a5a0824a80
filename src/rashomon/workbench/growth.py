"""What reports that came in changed in the record: the events they tell of, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.model.codec import to_data
from rashomon.model.record import EventRecord
from rashomon.workbench.snapshot import Lens
from rashomon.writing.data.changes import Change, compare_records, shown

MOST_EVENTS = 200
"""Events of one job that are told; the rest are counted."""

TOLD: Mapping[str, str] = {
    "title": "title",
    "date.start": "first day",
    "date.end": "last day",
    "place.name": "place",
    "sides": "sides",
    "totals.ucdp.low": "killed, lowest (UCDP)",
    "totals.ucdp.best": "killed, best (UCDP)",
    "totals.ucdp.high": "killed, highest (UCDP)",
    "totals.range.killed.min": "killed, least that is said",
    "totals.range.killed.max": "killed, most that is said",
    "totals.range.wounded.min": "wounded, least that is said",
    "totals.range.wounded.max": "wounded, most that is said",
    "totals.range.captured.min": "captured, least that is said",
    "totals.range.captured.max": "captured, most that is said",
}
"""What is told of a changed event, in words; the event's page has the rest."""


def tell_growth(before: Lens, after: Lens, source_refs: Iterable[str]) -> dict[str, Any]:
    """The events that these reports tell of: new, changed and how, as they were, and those that are gone."""
    refs = frozenset(source_refs)
    touched = [event for event in after.events if refs & set(event.reports)]
    told = touched[:MOST_EVENTS]
    neighbours = frozenset(ref for event in told for ref in event.reports)
    ids = {event.id for event in told}
    earlier = [event for event in before.events if event.id in ids or neighbours & set(event.reports)]
    # What an earlier event became may hold none of these reports, and is not gone for that.
    rest = {event.id for event in after.events} - ids
    found = told_events([one for one in earlier if one.id not in rest], told)
    return {**found, "more": len(touched) - len(told)}


def told_events(before: Iterable[EventRecord], after: Sequence[EventRecord]) -> dict[str, Any]:
    """Some events as they are now, with what of it was otherwise before, and those that are gone."""
    changes = compare_records(_events(before), _events(after))
    return {
        "events": [_told(event, [c for c in changes if c.event_id == event.id]) for event in after],
        "gone": [{"id": c.event_id, "title": c.title} for c in changes if c.kind == "gone"],
    }


def _events(events: Iterable[EventRecord]) -> dict[str, Any]:
    return {"events": [to_data(event) for event in events]}


def _told(event: EventRecord, changes: list[Change]) -> dict[str, Any]:
    is_new = any(change.kind == "new" for change in changes)
    return {
        "id": event.id,
        "title": event.title,
        "state": "new" if is_new else "changed" if changes else "as before",
        "changes": [
            {"what": TOLD[change.what], "before": shown(change.before), "after": shown(change.after)}
            for change in changes
            if change.what in TOLD
        ],
        "because": next((change.because for change in changes if change.because), ""),
    }
