"""What came before: the operation around the event, and earlier events of the same people or place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.claims import Claim
from rashomon.model.dates import first_day, is_partial
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord
from rashomon.writing.article.lead import basis_of
from rashomon.writing.article.participants import (
    liaison_sentences,
    names_actor,
    own_name,
    participant_sentences,
    sides_of,
)
from rashomon.writing.article.sentences import with_relays
from rashomon.writing.wording.dates import is_exact_day, span_phrase
from rashomon.writing.wording.kinds import is_plural_kind, kind_label, kind_phrase, where_phrase
from rashomon.writing.wording.parties import joined
from rashomon.writing.wording.telling import Telling

_MOST = 4


def prelude_sentences(telling: Telling) -> Iterator[Sentence]:
    """The containing operation, then earlier events in their order."""
    containing = telling.lookups.records.get(telling.event.part_of or "")
    if containing is not None:
        yield from _containing(telling.of(containing), telling)
    told = [other.actor.name for other in containing.others] if containing else []
    yield from liaison_sentences(telling, told=frozenset(own_name(name, telling) for name in told))
    earlier = [e for e in telling.lookups.view.record.events if _came_before(e, telling, containing)]
    earlier.sort(key=lambda e: (e.date.start or "", e.id))
    for other in earlier[-_MOST:]:
        yield from _earlier(telling.of(other))


def _containing(inner: Telling, telling: Telling) -> Iterator[Sentence]:
    other = inner.event
    claims = inner.lookups.claims_of(other.id)
    basis = basis_of(claims, inner)
    dates = [c.id for c in claims if c.facet == "date"]
    known = is_exact_day(other.date.start) and not other.date.imputed
    since = f" that began on {span_phrase(other.date.start, None)}" if known else ""
    if basis:
        where = where_phrase(other.place)
        what = " ".join(part for part in (kind_phrase(other.kind), where) if part)
        comma = "," if since and ", " in where else ""
        was = "were" if is_plural_kind(telling.event.kind) else "was"
        text = f"The {kind_label(telling.event.kind)} {was} part of {what}{comma}{since}."
        ids = tuple(dict.fromkeys((*basis, *dates)))
        yield Sentence(text=inner.withholding.text(text), claim_ids=ids)
    told = frozenset(
        own_name(actor.name, telling) for side in telling.event.sides for actor in without_wholes(side.actors)
    )
    yield from participant_sentences(claims, inner, placed=told)
    yield from liaison_sentences(inner)


def _came_before(other: EventRecord, telling: Telling, containing: EventRecord | None) -> bool:
    """An earlier event of the same reports that shares an actor or a place with this one."""
    event = telling.event
    if other.id == event.id or (containing and other.id == containing.id) or other.part_of == event.id:
        return False
    if not set(other.reports) & set(event.reports):
        return False
    if event.date.imputed or other.date.imputed:
        return False  # whether the other came before a day that no report names is not known
    mine, its = first_day(event.date.start), first_day(other.date.start)
    before = mine is not None and its is not None and its < mine
    return before and (bool(_actors(other) & _actors(event)) or _is_near(other, event))


def _actors(event: EventRecord) -> set[str]:
    return {
        actor.id
        for side in event.sides
        for actor in without_wholes(side.actors)
        if actor.id and actor.identification == "named"
    }


def _is_near(one: EventRecord, two: EventRecord) -> bool:
    first, second = one.place, two.place
    return first.name is not None and (
        first.name == second.name or (first.adm1 is not None and first.adm1 == second.adm1)
    )


def _earlier(inner: Telling) -> Iterator[Sentence]:
    other = inner.event
    claims = inner.lookups.claims_of(other.id)
    kinds = [c for c in claims if c.facet in ("kind", "date")] or list(claims)
    ids = basis_of(claims, inner)
    if not ids or not (is_partial(other.date.start or "") and is_partial(other.date.end or "")):
        return
    where, who = where_phrase(other.place), _who(claims, inner)
    comma = "," if ", " in where and who else ""
    what = " ".join(part for part in (kind_phrase(other.kind), where + comma, who) if part)
    on = "On " if is_exact_day(other.date.start) else "In "
    comma = "," if ", " in what or what.endswith(" on the other") else ""
    when = span_phrase(other.date.start, other.date.end)
    speaker = inner.speaker(kinds[0])
    teller = with_relays(speaker)
    # "RFI reported a clash on 22 February" would leave open whether that is the day of the report.
    was = "were" if is_plural_kind(other.kind) else "was"
    text = f"According to {teller}, there {was} {what}{comma} {on.lower()}{when}."
    actors = [c.id for c in claims if any(names_actor(c, a, ()) for a in _actors(other))]
    yield Sentence(
        text=inner.withholding.text(text), claim_ids=tuple(dict.fromkeys((*ids, kinds[0].id, *actors)))
    )


def _who(claims: Sequence[Claim], inner: Telling) -> str:
    """The parties of an earlier event, as far as they need no speaker or share the one that is told."""
    sides = [names for names, _ in sides_of(claims, inner)]
    if len(sides) == 2 and inner.is_fighting:
        if len(sides[0]) == len(sides[1]) == 1:
            return f"between {sides[0][0]} and {sides[1][0]}"
        return f"between {joined(sides[0])} on one side and {joined(sides[1])} on the other"
    named = [
        own_name(actor.name, inner)
        for side in inner.event.sides
        for actor in without_wholes(side.actors)
        if actor.id and actor.identification == "named"
    ]
    return f"involving {joined(named)}" if named else ""
