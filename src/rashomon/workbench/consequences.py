"""What a decision changed in the record: the events it is about, as they were before and as they are now.

The earlier state is noted when a decision is taken here, of its own events only. A decision that was taken
elsewhere, or before the workbench was started, is told with its events and without what it changed.
"""

from __future__ import annotations

import itertools
import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rashomon.model.base import value
from rashomon.model.judgements import Anchor, Judgement
from rashomon.model.record import EventRecord
from rashomon.workbench.growth import told_events
from rashomon.workbench.snapshot import Lens, Snapshot

MOST_EVENTS = 40
"""Events of one decision that are compared; a decision on thousands of claims is told by these."""
_MOST_HELD = 300
"""Decisions whose earlier state is held: some 30 kB each where they are about one event."""


@value
class Consequence:
    """What became of each event of a decision; ``is_known`` is false where the earlier state is not held."""

    events: tuple[dict[str, Any], ...] = ()
    gone: tuple[dict[str, Any], ...] = ()
    is_known: bool = True


class Consequences:
    """The events of the decisions taken in this workbench, as they were before."""

    def __init__(self) -> None:
        self._before: OrderedDict[str, tuple[EventRecord, ...]] = OrderedDict()
        self._told: dict[str, Consequence] = {}

    def note(self, judgement: Judgement, snapshot: Snapshot, lens: Lens) -> None:
        """Hold the events of a decision as they are now."""
        ids = events_of_judgement(judgement, snapshot)
        self._before[judgement.id] = tuple(_records(ids, lens))
        while len(self._before) > _MOST_HELD:
            forgotten, _ = self._before.popitem(last=False)
            self._told.pop(forgotten, None)

    def tell(self, judgement: Judgement, snapshot: Snapshot, lens: Lens) -> Consequence:
        """What the decision changed, told once it is worked in and the same from then on."""
        told = self._told.get(judgement.id)
        if told is not None:
            return told
        before = self._before.get(judgement.id)
        ids = events_of_judgement(judgement, snapshot)
        if before is None:
            now = ({"id": one.id, "title": one.title, "state": "as before"} for one in _records(ids, lens))
            return Consequence(events=tuple(now), is_known=False)
        after = list(_records(dict.fromkeys((*ids, *(one.id for one in before))), lens))
        found = told_events(before, after)
        events = ({**one, "changes": _distinct(one["changes"])} for one in found["events"])
        told = Consequence(events=tuple(events), gone=tuple(found["gone"]))
        self._told[judgement.id] = told
        return told


def _distinct(changes: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Of figures that went from the same to the same, the first: a best and a lowest of one claim say it twice."""
    said: dict[tuple[str, str], dict[str, str]] = {}
    for change in sorted(changes, key=lambda one: "best" not in one["what"]):
        said.setdefault((change["before"], change["after"]), change)
    return list(said.values())


def _records(ids: Iterable[str], lens: Lens) -> Iterator[EventRecord]:
    return (event for event_id in ids if (event := lens.event(event_id)) is not None)


def events_of_judgement(judgement: Judgement, snapshot: Snapshot) -> list[str]:
    """Ids of the events that a decision is about, as the snapshot ties them."""
    return list(itertools.islice(dict.fromkeys(_events(judgement, snapshot)), MOST_EVENTS))


def _events(judgement: Judgement, snapshot: Snapshot) -> Iterator[str]:
    closed = snapshot.decided.get(judgement.closes or "")
    if closed is not None:
        yield from _events(closed, snapshot)
    for anchor in judgement.anchors:
        if anchor.what == "mention":
            event = snapshot.event_of.get(anchor.id)
            yield from () if event is None else (event,)
        else:
            yield from snapshot.surveyed.events_of.get(anchor.id) or _events_near(anchor, snapshot)
    for target in judgement.targets:
        yield from (target,) if target in snapshot.linked_events else ()
    if judgement.kind in ("metadata", "identify", "add"):
        report_id = json.loads(judgement.details).get("report")
        for one in (report_id, *judgement.targets):
            for claim in snapshot.found.claims_of.get(str(one), ()):
                yield from snapshot.surveyed.events_of.get(claim.id, ())


def _events_near(anchor: Anchor, snapshot: Snapshot) -> Sequence[str]:
    """The events of the closest claim of the report: a rejected claim speaks of none any more."""
    of = snapshot.surveyed.events_of
    others = [
        (min(abs(passage.start - anchor.start) for passage in claim.passages), claim.id)
        for claim in snapshot.found.claims_of.get(anchor.report_id, ())
        if claim.passages and claim.id in of
    ]
    return of[min(others)[1]] if others else ()
