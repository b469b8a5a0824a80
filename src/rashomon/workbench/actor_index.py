"""The actors of a case: how the reports name each, of which events and claims it is; made once a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.codebook.actors import load_registry
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Claim
from rashomon.model.events import SideActor
from rashomon.model.kept import kept_with
from rashomon.workbench.named import Named, folded_names, most_told, most_written
from rashomon.workbench.snapshot import Snapshot


@value
class Part:
    """What an actor has to do with an event: the side it stands on, or its role beside the sides."""

    event_id: str
    side: str
    role: str


@value
class ActorEntry(Named):
    """An actor of the registry as this case knows it. ``said``: ids of the claims that it said first."""

    category: str
    level: str
    countries: tuple[str, ...]
    taken: tuple[str, ...]
    """Words of events that linking takes for it, though they do not name it: "the soldiers"."""
    parts: tuple[Part, ...]
    said: tuple[str, ...]


@value
class Unknown:
    """Words that the registry knows no actor by. ``claims`` in the order of the reports."""

    words: str
    claims: tuple[str, ...]
    reports: int
    is_name: bool
    """True where they are written as a name is, so that somebody may know who is meant."""


@value
class ActorIndex:
    """The actors by id, the most told of first, and the words that mean nobody known."""

    actors: Mapping[str, ActorEntry]
    unknown: tuple[Unknown, ...]


@dataclass
class _Tally:
    written: dict[str, int] = field(default_factory=dict)
    taken: dict[str, None] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@kept_with
def actors_of(snapshot: Snapshot) -> ActorIndex:
    """The index of a snapshot: about a second for 60,000 claims, once."""
    tallies: dict[str, _Tally] = {}
    nameless: dict[str, list[Claim]] = {}
    for claim in snapshot.surveyed.claims:
        for ref in refs_of(claim):
            if ref.actor_id is None:
                nameless.setdefault(ref.words, []).append(claim)
                continue
            one = tallies.setdefault(ref.actor_id, _Tally())
            one.written[ref.words] = one.written.get(ref.words, 0) + 1
            if not one.claims or one.claims[-1] != claim.id:
                one.claims.append(claim.id)
        first = claim.attribution[0] if claim.attribution else None
        if first is not None and first.actor_id is not None and first.source_kind != "outlet":
            tallies.setdefault(first.actor_id, _Tally()).said.append(claim.id)
        for words in _nameless_words(claim):
            nameless.setdefault(words, []).append(claim)
    for actor, part in _parts(snapshot):
        one = tallies.setdefault(actor.id or "", _Tally())
        one.parts.append(part)
        one.taken.update(dict.fromkeys(actor.as_written))
    entries = sorted((_entry(actor_id, one) for actor_id, one in tallies.items()), key=most_told)
    return ActorIndex(actors={one.id: one for one in entries}, unknown=tuple(_unknown(nameless, snapshot)))


def refs_of(claim: Claim) -> Iterator[ActorRef]:
    """The actors that a claim names, each once: whom it is about, who did it, and its value."""
    refs = [ref for party in (claim.about, claim.by) if party is not None for ref in party.actors]
    if isinstance(claim.value, ActorRef):
        refs.append(claim.value)
    yield from dict.fromkeys(refs)


def _nameless_words(claim: Claim) -> Iterator[str]:
    """The words for people of whom the reader knows no actor at all."""
    for party in (claim.about, claim.by):
        if party is not None and not party.actors and party.words:
            yield party.words


def _parts(snapshot: Snapshot) -> Iterator[tuple[SideActor, Part]]:
    for event in snapshot.held.linked.events:
        for side in event.sides:
            for actor in side.actors:
                if actor.id:
                    yield actor, Part(event_id=event.id, side=side.label, role=side.role)
        for other in event.others:
            if other.actor.id:
                yield other.actor, Part(event_id=event.id, side="", role=other.role)


def _entry(actor_id: str, one: _Tally) -> ActorEntry:
    registry = load_registry()
    known = registry.get(actor_id) if actor_id in registry else None
    names = [name.words for name in known.names] if known else []
    return ActorEntry(
        id=actor_id,
        name=registry.name(actor_id),
        category=known.category if known else "",
        level=known.level if known else "",
        countries=known.countries if known else (),
        written=most_written(one.written),
        taken=tuple(sorted(words for words in one.taken if words not in one.written)),
        parts=tuple(one.parts),
        claims=tuple(one.claims),
        events=len({part.event_id for part in one.parts}),
        said=tuple(one.said),
        folded=folded_names(actor_id, *one.written, *names),
    )


def _unknown(nameless: Mapping[str, Iterable[Claim]], snapshot: Snapshot) -> list[Unknown]:
    found = []
    for words, claims in nameless.items():
        ids = tuple(dict.fromkeys(claim.id for claim in claims))
        reports = {snapshot.claims[claim_id].report_id for claim_id in ids}
        found.append(Unknown(words=words, claims=ids, reports=len(reports), is_name=_is_name(words)))
    return sorted(found, key=lambda one: (-len(one.claims), one.words))


def _is_name(words: str) -> bool:
    """True where a word of it besides the first has a capital letter, or all of its only word."""
    parts = words.split()
    later = parts[1:] if len(parts) > 1 else []
    return any(part[0].isupper() for part in later) or any(part.isupper() and len(part) > 1 for part in parts)
