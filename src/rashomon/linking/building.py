"""Events built from clusters of mentions: sides, places, titles, structure, identities, statements."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from rashomon.codebook.actors import ActorRegistry, load_registry
from rashomon.codebook.gazetteer import Gazetteer, open_gazetteer
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.locating import locate_ref, written_in_full
from rashomon.codebook.place_names import bare_name
from rashomon.linking.cluster import Cluster, cluster_mentions
from rashomon.linking.countries import country_of_event, homes_of, homes_told
from rashomon.linking.features import describe_all
from rashomon.linking.places import order_places
from rashomon.linking.sides import ActorKnowledge, Sided, find_sides
from rashomon.linking.unnamed import Naming, name_the_unnamed
from rashomon.model.base import content_id
from rashomon.model.claims import Claim, Flag, Mention, Moment, PlaceRef
from rashomon.model.dates import first_day, last_day, parse_partial
from rashomon.model.events import Event, Identity, Linked, Located, Tie, Utterance
from rashomon.model.judgements import Ruling
from rashomon.model.layers import Reading
from rashomon.model.report import Report

REBEL = 2
"""ACLED's interaction code of rebel groups."""

_MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


_SAYS_WHERE = re.compile(
    r"(?:between|near|outside|around|along)\s|(?:[^\s,]+\s){0,4}?(?:north|south)?-?(?:north|south|east|west)(?:east|west)?\s+of\s"
)
"""Places whose words hold a preposition: "between two villages", "40 km south of a town"."""


def build_linked(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    rulings: Sequence[Ruling] = (),
    actors_file: Path | None = None,
    places_file: Path | None = None,
) -> Linked:
    """The events of a case; see `linking.link`."""
    registry, gazetteer = load_registry(actors_file), open_gazetteer(places_file)
    by_id = {report.id: report for report in reports}
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    mentions = {mention.id: mention for reading in readings for mention in reading.mentions}
    located = locate_claims(claims, gazetteer)
    known = cache(lambda name: bool(gazetteer.candidates(name)) or bool(registry.ids_for(name)))
    features = describe_all(tuple(mentions.values()), by_id, claims, located, known)
    clusters = cluster_mentions(features, rulings)
    home = {m.mention.id: _event_id(cluster) for cluster in clusters for m in cluster.members}
    builder = _Builder(claims, located, home, registry, by_id)
    events = _with_structure([builder.build(cluster) for cluster in clusters], mentions, home)
    return Linked(
        events=tuple(sorted(events, key=_event_order)),
        identities=_identities(claims, registry),
        statements=_utterances(claims, registry),
    )


def _event_id(cluster: Cluster) -> str:
    return content_id("e", cluster.members[0].mention.id)


def _event_order(event: Event) -> tuple[int, int, str]:
    return -len(event.principal_for), -len(event.claim_ids), event.id


def locate_claims(claims: Mapping[str, Claim], gazetteer: Gazetteer) -> dict[str, Located]:
    """Where each place claim puts its event, with the report's other places as context."""
    by_report: dict[str, dict[Claim, PlaceRef]] = {}
    for claim in sorted(claims.values(), key=lambda c: (c.report_id, c.passages[0].start, c.id)):
        if claim.facet == "place" and isinstance(claim.value, PlaceRef):
            by_report.setdefault(claim.report_id, {})[claim] = claim.value
    found: dict[str, Located] = {}
    for own in by_report.values():
        every = tuple(own.values())
        full = {claim: written_in_full(ref, every) for claim, ref in own.items()}
        refs = _places_written(full)
        namesakes = {bare_name(f.words) for c in own for f in c.flags if f.code == "namesake_elsewhere"}
        for claim, ref in full.items():
            found[claim.id] = locate_ref(ref, gazetteer, context=refs, claim_id=claim.id, namesakes=namesakes)
    return found


def _places_written(full: Mapping[Claim, PlaceRef]) -> tuple[PlaceRef, ...]:
    """The places that one report's claims name, in its order, each stretch once; those not meant left out."""
    written: dict[int, PlaceRef] = {}
    for claim, ref in full.items():
        if not _is_namesake(claim):
            written.setdefault(claim.passages[0].start, ref)
    return tuple(written.values())


def _is_namesake(claim: Claim) -> bool:
    """True where the reader found that the places known by the name are not meant."""
    return any(flag.code == "namesake_elsewhere" for flag in claim.flags)


class _Builder:
    """Builds events; holds what every event needs."""

    def __init__(
        self,
        claims: Mapping[str, Claim],
        located: Mapping[str, Located],
        home: Mapping[str, str],
        registry: ActorRegistry,
        reports: Mapping[str, Report],
    ) -> None:
        self.claims = claims
        self.reports = reports
        self.located = located
        self.home = home
        self.registry = registry
        self.told: dict[str, list[Claim]] = {}
        for claim_id in sorted(claims):
            self.told.setdefault(claims[claim_id].report_id, []).append(claims[claim_id])
        self.knowledge = ActorKnowledge(
            # A body that only a text defines has its full name in its id.
            name=lambda key: registry.name(key) if key in registry else key.removeprefix("text:"),
            country=lambda key: registry.country_of(key) if key in registry else None,
            is_state=lambda key: key in registry and registry.is_state_actor(key),
            is_rebel=lambda key: key in registry and registry.inter_code(key) == REBEL,
            is_unarmed=lambda key: key in registry and registry.is_unarmed(key),
            parents=lambda key: registry.parents(key) if key in registry else (),
        )

    def _possible(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims without days after a report of the event came out: it tells of none that was still to come."""
        out = [last_day(self.reports[claim.report_id].published) for claim in claims]
        first = min((day for day in out if day is not None), default=None)
        return [claim for claim in claims if first is None or not _starts_after(claim, first)]

    def build(self, cluster: Cluster) -> Event:
        """One event from its mentions."""
        members = [features.mention for features in cluster.members]
        own, shared = self._split(members)
        claims = [self.claims[c] for c in own]
        both = [*claims, *(self.claims[c] for c in shared)]
        sided = find_sides(sorted(both, key=lambda c: c.id), self.knowledge, self._beside(both, members))
        places = order_places(claims, self.located)
        kind, day = _kind(members), _day_of(self._possible(claims))
        sided = name_the_unnamed(sided, self._naming(sided, places, members, day), kind)
        event_id = _event_id(cluster)
        flags = {flag for mention in members for flag in mention.flags}
        if all(mention.role == "summary" for mention in members):
            flags.add(Flag(code="summary"))
        return Event(
            id=event_id,
            kind=kind,
            title=_title(kind, places, day),
            mention_ids=tuple(sorted(m.id for m in members)),
            claim_ids=own,
            shared_claim_ids=shared,
            sides=sided.sides,
            others=sided.others,
            located=places,
            ties=tuple(
                Tie(
                    mention_id=bond.mention_id,
                    event_id=event_id,
                    score=bond.score,
                    reason=bond.reason,
                    judged_by=bond.judged_by,
                )
                for bond in cluster.bonds
            ),
            principal_for=tuple(sorted(m.report_id for m in members if m.role == "main")),
            flags=tuple(sorted(flags, key=lambda flag: (flag.code, flag.words))),
        )

    def _naming(
        self, sided: Sided, places: Sequence[Located], members: Sequence[Mention], day: str
    ) -> Naming:
        """What the registry makes of those without a name in this event's country, on its day."""
        on_sides = [actor.id for side in sided.sides for actor in side.actors if actor.id]
        reports = {mention.report_id for mention in members}
        country = country_of_event(places, homes_of(on_sides, self.registry))
        if country is None:
            told = [claim for report_id in sorted(reports) for claim in self.told.get(report_id, ())]
            country = country_of_event(places, homes_told(told, self.registry))
        return Naming(
            country=country,
            is_state=self.knowledge.is_state,
            is_unarmed=self.knowledge.is_unarmed,
            mission=self.registry.mission_in,
            whole=lambda actor_id, iso: self.registry.whole_of(actor_id, iso, day or None),
            name=self.knowledge.name,
            unit=self.registry.unit_in,
        )

    def _split(self, members: Sequence[Mention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Claims of this event alone, and those that speak of several."""
        own: set[str] = set()
        shared: set[str] = set()
        for mention in members:
            for claim_id in mention.claim_ids:
                claim = self.claims[claim_id]
                several = claim.scope == "several" or len({self.home[m] for m in claim.mention_ids}) > 1
                (shared if several else own).add(claim_id)
        return tuple(sorted(own)), tuple(sorted(shared))

    def _beside(self, claims: Sequence[Claim], members: Sequence[Mention]) -> list[Claim]:
        """Claims of the happenings that share a figure with this one, in order."""
        own = {mention.id for mention in members}
        others = {m for claim in claims for m in claim.mention_ids} - own
        return sorted(
            (
                c
                for c in self.claims.values()
                if others.intersection(c.mention_ids) and not own.intersection(c.mention_ids)
            ),
            key=lambda claim: claim.id,
        )


def _kind(members: Sequence[Mention]) -> str:
    counts: dict[str, int] = {}
    for mention in members:
        counts[mention.kind] = counts.get(mention.kind, 0) + 1
    vague = {"incident", "attack", "operation"}
    return min(counts, key=lambda kind: (kind in vague, -counts[kind], kind))


def _title(kind: str, places: Sequence[Located], day: str) -> str:
    label = EVENT_KINDS[kind].label if kind in EVENT_KINDS else kind
    title = label[:1].upper() + label[1:]
    if places:
        near = "near " if places[0].where_prec == 2 else "in "
        title = f"{title} {'' if _SAYS_WHERE.match(places[0].name) else near}{places[0].name}"
    return f"{title}, {_spell(day)}" if day else title


def _starts_after(claim: Claim, day: dt.date) -> bool:
    start = first_day(claim.value.start) if isinstance(claim.value, Moment) else None
    return start is not None and start > day


def _day_of(claims: Sequence[Claim]) -> str:
    """The day most claims of an event give, as far as it is known; empty where none does."""
    days = sorted(
        c.value.start for c in claims if c.facet == "date" and isinstance(c.value, Moment) and c.value.start
    )
    return max(dict.fromkeys(days), key=lambda day: (days.count(day), len(day), day)) if days else ""


def _spell(partial: str) -> str:
    parts = parse_partial(partial)
    words = [
        str(parts.day) if parts.day else "",
        _MONTHS[parts.month] if parts.month else "",
        str(parts.year) if parts.year else "",
    ]
    spelled = " ".join(word for word in words if word)
    return spelled if parts.year else f"{spelled} (year unknown)"


def _with_structure(
    events: Sequence[Event], mentions: Mapping[str, Mention], home: Mapping[str, str]
) -> list[Event]:
    """Which event is part of which, and which are told beside each other in one report."""
    together: dict[str, set[str]] = {}
    for mention in mentions.values():
        together.setdefault(mention.report_id, set()).add(home[mention.id])
    structured = []
    for event in events:
        around = [
            home[p]
            for m in event.mention_ids
            if (p := mentions[m].part_of) is not None and home.get(p) != event.id
        ]
        part_of = min(around, key=lambda e: (-around.count(e), e)) if around else None
        related = {e for m in event.mention_ids for e in together[mentions[m].report_id]} - {event.id}
        structured.append(replace(event, part_of=part_of, related=tuple(sorted(related))))
    return [_with_others_of(event, structured) for event in structured]


def _with_others_of(event: Event, events: Sequence[Event]) -> Event:
    """A fight within an operation, with those in liaison there: what they did in the fight is not known."""
    around = next((other for other in events if other.id == event.part_of), None)
    if around is None:
        return event
    present = {actor.name for side in event.sides for actor in side.actors} | {
        o.actor.name for o in event.others
    }
    more = tuple(other for other in around.others if other.actor.name not in present)
    return replace(event, others=(*event.others, *more))


def _identities(claims: Mapping[str, Claim], registry: ActorRegistry) -> tuple[Identity, ...]:
    found: dict[tuple[str, str, str], Identity] = {}
    for claim in claims.values():
        inferred = any(flag.code == "inferred_actor" for flag in claim.flags)
        for party in (claim.about, claim.by):
            for ref in party.actors if party is not None else ():
                if ref.actor_id and ref.actor_id in registry:
                    key = (ref.words, ref.actor_id, claim.report_id)
                    reason = "a name of the actor registry"
                    if inferred:
                        reason += ", or what the report calls that actor"
                    found.setdefault(
                        key,
                        Identity(
                            kind="actor",
                            words=ref.words,
                            target_id=ref.actor_id,
                            report_id=claim.report_id,
                            score=1.0,
                            reason=reason,
                        ),
                    )
    return tuple(found[key] for key in sorted(found))


def _utterances(claims: Mapping[str, Claim], registry: ActorRegistry) -> tuple[Utterance, ...]:
    """Claims that relay one statement: the same body (a state and its forces are one), the same day."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in claims.values():
        first = claim.attribution[0] if len(claim.attribution) > 1 else None
        if first is None or claim.statement_id is None:
            continue
        body = first.actor_id or (first.on_behalf_of or first.source).lower()
        if body in registry and registry.is_state_actor(body):
            body = f"state:{registry.country_of(body)}"
        said = first.said_on.start if first.said_on is not None and first.said_on.start else ""
        found.setdefault((body, said), []).append(claim.id)
    return tuple(
        Utterance(
            id=content_id("u", body, said),
            claim_ids=tuple(sorted(ids)),
            reason=f"all on the word of {body}" + (f", {said}" if said else ""),
        )
        for (body, said), ids in sorted(found.items())
    )
