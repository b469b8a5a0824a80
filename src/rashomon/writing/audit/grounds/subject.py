"""Which event of the case an article is about: the same days, the same place, the same people."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.codebook.actors import country_for, load_registry
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.geodesy import distance_km
from rashomon.codebook.place_names import bare_name
from rashomon.model.audit import Statement
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Moment, PlaceRef, Term
from rashomon.model.dates import days_between
from rashomon.model.events import Event
from rashomon.model.record import EventRecord
from rashomon.writing.audit.grounds.cast import Cast
from rashomon.writing.view import CaseView

_FAR_DAYS = 3
"""An article may be a few days off about the same event; then place and people must both agree."""
_NEAR_KM = {1: 40.0, 2: 50.0, 3: 80.0, 4: 200.0, 5: 400.0, 6: 700.0}
"""How far from an event's coordinates, by its where_prec, a place of the article still fits."""
_HEAD = ("infobox.", "lead")


@value
class Portrait:
    """What an article says of its subject: days, places (gazetteer ids, and names), bodies, kinds."""

    days: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    names: frozenset[str]
    bodies: frozenset[str]
    kinds: frozenset[str]


def portray(statements: Sequence[Statement]) -> Portrait:
    """What the box and the lead say of the subject; the whole text where they say nothing."""
    cast = Cast(load_registry(), ())
    head = [s for s in statements if s.where.startswith(_HEAD)]
    days = _days([s for s in head if s.where == "infobox.date"]) or _days(head) or _days(statements)
    places = _places(head) or _places(statements)
    return Portrait(
        days=days,
        places=places,
        names=_names(head) or _names(statements),
        bodies=_bodies(statements, cast),
        kinds=_kinds(head) or _kinds(statements),
    )


def _days(statements: Sequence[Statement]) -> tuple[tuple[str, str], ...]:
    moments = [s.claim.value for s in statements if s.claim is not None and isinstance(s.claim.value, Moment)]
    found = [(m.start, m.end or m.start) for m in moments if m.start and m.grain != "vague"]
    return tuple(dict.fromkeys(found))


def _places(statements: Sequence[Statement]) -> tuple[str, ...]:
    refs = [s.claim.value for s in statements if s.claim is not None and isinstance(s.claim.value, PlaceRef)]
    return tuple(dict.fromkeys(ref.place_id for ref in refs if ref.place_id))


def _names(statements: Sequence[Statement]) -> frozenset[str]:
    """The places by name, but for countries: a village may be in no gazetteer."""
    refs = [s.claim.value for s in statements if s.claim is not None and isinstance(s.claim.value, PlaceRef)]
    named = {bare_name(ref.of or ref.words) for ref in refs}
    return frozenset(name for name in named if name and country_for(name) is None)


def _bodies(statements: Sequence[Statement], cast: Cast) -> frozenset[str]:
    ids = []
    for statement in statements:
        claim = statement.claim
        if claim is None:
            continue
        parties = [party for party in (claim.about, claim.by) if party is not None]
        ids += [ref.actor_id for party in parties for ref in party.actors]
        ids += [claim.value.actor_id] if isinstance(claim.value, ActorRef) else []
    return frozenset(cast.body(i) for i in ids if i)


def _kinds(statements: Sequence[Statement]) -> frozenset[str]:
    terms = [s.claim.value for s in statements if s.claim is not None and s.claim.facet == "kind"]
    return frozenset(term.code for term in terms if isinstance(term, Term))


def choose_subject(statements: Sequence[Statement], view: CaseView) -> Event | None:
    """The event of the case that the article is about; None where none fits."""
    portrait = portray(statements)
    records = {record.id: record for record in view.record.events}
    scored = [
        (score, -number, event)
        for number, event in enumerate(view.linked.events)
        if event.id in records and (score := _score(portrait, event, records[event.id])) is not None
    ]
    return max(scored, key=lambda entry: entry[:2])[2] if scored else None


def _score(portrait: Portrait, event: Event, record: EventRecord) -> float | None:
    """How well an event fits; None where it cannot be the one."""
    gap = _gap(portrait, record)
    shared = _shared(portrait, event)
    near = _is_near(portrait, event)
    if gap is not None and gap > _FAR_DAYS:
        return None
    if gap == 0 and not (shared or near):
        return None
    if gap != 0 and not (shared and near):
        return None
    kind = 1.5 if event.kind in portrait.kinds else 0.0
    told = min(len(event.claim_ids), 20) / 20 + (0.5 if event.principal_for else 0.0)
    return (4.0 if gap == 0 else 0.0) + min(shared, 4) + (2.0 if near else 0.0) + kind + told


def _gap(portrait: Portrait, record: EventRecord) -> int | None:
    start = record.date.start
    if start is None:
        return None
    gaps = [_days_apart(day, (start, record.date.end or start)) for day in portrait.days]
    return min((gap for gap in gaps if gap is not None), default=None)


def _days_apart(one: tuple[str, str], two: tuple[str, str]) -> int | None:
    if _before(one[1], two[0]):
        return days_between(one[1], two[0])
    if _before(two[1], one[0]):
        return days_between(two[1], one[0])
    return 0 if days_between(one[0], two[0]) is not None else None


def _before(end: str, start: str) -> bool:
    if end.startswith("-") or start.startswith("-"):
        return end.lstrip("-")[-5:] < start.lstrip("-")[-5:]
    return end < start and not start.startswith(end)


def _shared(portrait: Portrait, event: Event) -> int:
    cast = Cast(load_registry(), [event])
    return sum(cast.knows(body) for body in portrait.bodies)


def _is_near(portrait: Portrait, event: Event) -> bool:
    gazetteer = open_gazetteer()
    if any(bare_name(located.name) in portrait.names for located in event.located):
        return True
    for place_id in portrait.places:
        place = gazetteer.place(place_id)
        for located in event.located:
            if located.place_id == place_id:
                return True
            if place is None or located.lat is None or located.lon is None or place.kind == "country":
                continue
            reach = _NEAR_KM.get(located.where_prec or 6, 400.0)
            if distance_km((place.lat, place.lon), (located.lat, located.lon)) <= reach:
                return True
    return False
