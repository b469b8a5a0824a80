"""What the list of events is filtered and sorted by, made once for each record and not in each request.

Comes in: a snapshot and its record. Goes out: one `Entry` an event, in the record's order. What follows from the
event alone is kept from one snapshot to the next as long as the event's record stays the same.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from weakref import WeakKeyDictionary

from rashomon.codebook.facets import FACETS
from rashomon.codebook.place_names import normalised
from rashomon.model.base import value
from rashomon.model.dates import first_day, last_day
from rashomon.model.record import EventRecord
from rashomon.workbench.live import LiveCase
from rashomon.workbench.rejected import told_before
from rashomon.workbench.snapshot import Lens, Snapshot
from rashomon.workbench.visits import Visit
from rashomon.writing.maps.scene import Spot
from rashomon.writing.page.events import event_spots

_DISTRICT = 3
"""The where_prec from which a place is a district or more."""

Accounts = Literal["differ", "agree", "single", "none"]
Reviewed = Literal["none", "part", "all"]


@value
class Facts:
    """What follows from an event's record alone. Words are compared without case and accents.

    ``first`` and ``last`` are None where no year is known; ``spread`` is how far the numbers killed lie apart.
    """

    event: EventRecord
    first: dt.date | None
    last: dt.date | None
    deaths: int | None
    accounts: Accounts
    disputed: int
    spread: int
    title: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    actor_ids: frozenset[str]
    facets: frozenset[str]
    spot: Spot | None


@value
class Entry:
    """An event of the list with what people decided of it. ``latest``: number of the last decision, 0 for none.

    ``decided`` counts the claims that somebody decided on, rejected ones among them.
    """

    facts: Facts
    claims: int
    decided: int
    latest: int

    @property
    def event(self) -> EventRecord:
        """The event's record."""
        return self.facts.event

    @property
    def review(self) -> Reviewed:
        """How far its claims were looked at."""
        return "none" if self.decided == 0 else "all" if self.decided >= self.claims else "part"


class EventIndex:
    """The events of one record, in its order, and by event the numbers of the decisions that fell on it."""

    def __init__(self, entries: Sequence[Entry], decisions: Mapping[str, tuple[int, ...]]) -> None:
        self.entries = tuple(entries)
        self.decisions = decisions
        self.by_id: Mapping[str, Entry] = {entry.event.id: entry for entry in entries}


_held: WeakKeyDictionary[Lens, EventIndex] = WeakKeyDictionary()
_newest: WeakKeyDictionary[LiveCase, EventIndex] = WeakKeyDictionary()
_lock = threading.Lock()


def index_of(visit: Visit, lens: Lens) -> EventIndex:
    """The index of a record; made where the last one asked for was another."""
    with _lock:
        if lens not in _held:
            newest = _newest.get(visit.live)
            made = _make(visit, lens, {} if newest is None else newest.by_id)
            _held[lens] = _newest[visit.live] = made
        return _held[lens]


def _make(visit: Visit, lens: Lens, known: Mapping[str, Entry]) -> EventIndex:
    snapshot = visit.snapshot
    rejected = _rejected_of(visit)
    decisions = _decisions(snapshot, rejected)
    entries = tuple(
        _entry(event, known.get(event.id), lens, snapshot, len(rejected.get(event.id, ())), decisions)
        for event in lens.events
    )
    return EventIndex(entries, decisions)


def _entry(
    event: EventRecord,
    before: Entry | None,
    lens: Lens,
    snapshot: Snapshot,
    rejected: int,
    decisions: Mapping[str, tuple[int, ...]],
) -> Entry:
    linked = snapshot.linked_events[event.id]
    ids = {*linked.claim_ids, *linked.shared_claim_ids}
    facts = before.facts if before is not None and before.event is event else None
    reviews = snapshot.surveyed.reviews
    return Entry(
        facts=facts or _facts(event, ids, lens, snapshot),
        claims=len(ids) + rejected,
        decided=sum(claim in reviews for claim in ids) + rejected if reviews else rejected,
        latest=decisions.get(event.id, (0,))[-1],
    )


def _facts(event: EventRecord, claim_ids: Iterable[str], lens: Lens, snapshot: Snapshot) -> Facts:
    totals, actors = event.totals, [a for side in event.sides for a in side.actors]
    actors += [other.actor for other in event.others]
    span, best = totals.range.killed, totals.ucdp.best
    words = {name for actor in actors for name in (actor.name, *actor.as_written) if name}
    figures = [f for f in event.findings if f.facet in FACETS and FACETS[f.facet].outcome]
    spots = event_spots([lens.telling(event)])
    return Facts(
        event=event,
        first=first_day(event.date.start),
        last=last_day(event.date.end or event.date.start),
        deaths=best if best is not None else totals.ucdp.low,
        accounts=_accounts({finding.agreement for finding in figures}),
        disputed=sum(finding.agreement == "disputed" for finding in figures),
        spread=(span.max or 0) - (span.min or 0),
        title=normalised(event.title),
        places=_place_words(event),
        actors=tuple(sorted({normalised(name) for name in words})),
        actor_ids=frozenset(actor.id for actor in actors if actor.id),
        facets=frozenset(snapshot.claims[claim].facet for claim in claim_ids if claim in snapshot.claims),
        spot=spots[0] if spots else None,
    )


def _accounts(agreements: set[str]) -> Accounts:
    if not agreements:
        return "none"
    return "differ" if "disputed" in agreements else "single" if agreements == {"single"} else "agree"


def _place_words(event: EventRecord) -> tuple[str, ...]:
    """Its place with all that holds it, and the towns and villages that its reports name as its place too."""
    place = event.place
    said = {place.name, place.adm1, place.adm2, place.country, place.country_iso3}
    said |= {other.name for other in event.places if (other.where_prec or 9) < _DISTRICT}
    return tuple(sorted({normalised(name) for name in said if name}))


def _rejected_of(visit: Visit) -> dict[str, list[str]]:
    """Event id → ids of the claims that were taken out of it."""
    event_of = visit.snapshot.event_of
    found: dict[str, list[str]] = {}
    for claim_id, mentions in told_before(visit).items():
        for event_id in sorted({event_of[m] for m in mentions if m in event_of}):
            found.setdefault(event_id, []).append(claim_id)
    return found


def _decisions(snapshot: Snapshot, rejected: Mapping[str, Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """Event id → numbers of the decisions that fell on it and its claims, counted from 1."""
    taken_from: dict[str, list[str]] = {}
    for event_id, claim_ids in rejected.items():
        for claim_id in claim_ids:
            taken_from.setdefault(claim_id, []).append(event_id)
    found: dict[str, list[int]] = {}
    for number, judgement in enumerate(snapshot.judgements, start=1):
        closed = snapshot.decided.get(judgement.closes) if judgement.closes else None
        touched: dict[str, None] = {}
        for anchor in (closed or judgement).anchors:
            own = snapshot.event_of.get(anchor.id)
            of_claim: Sequence[str] = snapshot.surveyed.events_of.get(anchor.id, ())
            touched |= dict.fromkeys((own,) if own else of_claim or taken_from.get(anchor.id, ()))
        for event_id in touched:
            found.setdefault(event_id, []).append(number)
    return {event_id: tuple(numbers) for event_id, numbers in found.items()}
