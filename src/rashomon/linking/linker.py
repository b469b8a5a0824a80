"""Linking again what was linked before: what did not change since then is taken from then.

    reports, readings ─▶ what each tells alone ─▶ features ─▶ pairs ─▶ groups ─▶ clusters ─▶ events ─▶ structure

Each arrow keeps what it made together with what it was made of, and makes it again where any of that is another
object. So the result is always what linking everything from the beginning gives; it only comes sooner.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from rashomon.codebook.actors import load_registry
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.linking.building import Builder, event_id_of
from rashomon.linking.cluster import Cluster, Clustering
from rashomon.linking.features import MentionFeatures, Named, describe_mention
from rashomon.linking.names import told_names
from rashomon.linking.told import Told, Voice, take_told
from rashomon.linking.towns import town_names
from rashomon.model.base import content_id, value
from rashomon.model.events import Event, Identity, Linked, Utterance
from rashomon.model.judgements import Ruling
from rashomon.model.layers import Reading
from rashomon.model.report import Report


@value
class _Ground:
    """A report as an event stands on it: what it tells, and which events its mentions went to."""

    told: Told
    homes: tuple[str, ...]


@value
class _Built:
    """An event, and what it was built of."""

    cluster: Cluster
    grounds: tuple[_Ground, ...]
    event: Event
    """With what it is part of and what it is told beside."""


class Linker:
    """Links one case as often as it changes. Not to be used by two threads at once."""

    def __init__(self, *, actors_file: Path | None = None, places_file: Path | None = None) -> None:
        self._registry = load_registry(actors_file)
        self._gazetteer = open_gazetteer(places_file)
        self._is_known = cache(
            lambda name: bool(self._gazetteer.candidates(name)) or bool(self._registry.ids_for(name))
        )
        self._told: dict[str, Told] = {}
        self._features: dict[str, tuple[Told, Named, tuple[MentionFeatures, ...]]] = {}
        self._clustering = Clustering()
        self._grounds: dict[str, _Ground] = {}
        self._built: dict[str, _Built] = {}
        self._events: dict[str, tuple[Event, Event | None, Event]] = {}
        self._linked = Linked()
        self._linked_of: Sequence[Told] = ()

    def link(
        self, reports: Sequence[Report], readings: Sequence[Reading], rulings: Sequence[Ruling] = ()
    ) -> Linked:
        """The events of the case as it is now; see `linking.link`. What did not change is the same object."""
        self._told = self._take(reports, readings)
        clusters = self._clustering.renew(self._describe(), rulings)
        self._build(clusters)
        told, kept = tuple(self._told.values()), self._linked
        same = _are_same(told, self._linked_of)
        self._linked_of = told
        self._linked = Linked(
            events=tuple(sorted(self._with_others(), key=_event_order)),
            identities=kept.identities if same else _identities(told),
            statements=kept.statements if same else _utterances(told, kept.statements),
        )
        return self._linked

    def take(self, report: Report, reading: Reading) -> None:
        """Look at one report beforehand, so that linking has less to do when somebody waits for it."""
        self._told[report.id] = self._taken(report, reading)

    def _take(self, reports: Sequence[Report], readings: Sequence[Reading]) -> dict[str, Told]:
        by_id = {report.id: report for report in reports}
        return {reading.report_id: self._taken(by_id[reading.report_id], reading) for reading in readings}

    def _taken(self, report: Report, reading: Reading) -> Told:
        known = self._told.get(report.id)
        if known is not None and known.report is report and known.reading is reading:
            return known
        return take_told(report, reading, self._registry, self._gazetteer)

    def _describe(self) -> list[MentionFeatures]:
        """The features of all mentions, in the order of the readings."""
        names = {key: told.names for key, told in self._told.items() if told.names is not None}
        common = told_names(names, self._is_known)
        towns = town_names(place for told in self._told.values() for place in told.located.values())
        features: dict[str, tuple[Told, Named, tuple[MentionFeatures, ...]]] = {}
        for key, own in names.items():
            told, known = self._told[key], self._features.get(key)
            named = Named(people=own & common, towns=towns.intersection(told.written))
            if known is not None and known[0] is told and known[1] == named:
                features[key] = known
            else:
                features[key] = (told, named, _describe(told, named))
        self._features = features
        return [one for _, _, own in features.values() for one in own]

    def _build(self, clusters: Sequence[Cluster]) -> None:
        """Build the events whose cluster, reports or neighbours changed."""
        home = {one.mention.id: event_id_of(cluster) for cluster in clusters for one in cluster.members}
        self._grounds = {key: self._ground(told, home) for key, told in self._told.items()}
        builder = Builder(self._registry, self._gazetteer, self._told, home)
        built: dict[str, _Built] = {}
        for cluster in clusters:
            key = event_id_of(cluster)
            grounds = tuple(self._grounds[r] for r in dict.fromkeys(m.report.id for m in cluster.members))
            known = self._built.get(key)
            if known is not None and known.cluster is cluster and _are_same(known.grounds, grounds):
                built[key] = known
            else:
                event = _with_structure(builder.build(cluster), grounds, home)
                built[key] = _Built(cluster=cluster, grounds=grounds, event=event)
        self._built = built

    def _ground(self, told: Told, home: Mapping[str, str]) -> _Ground:
        homes = tuple(home[mention.id] for mention in told.reading.mentions)
        known = self._grounds.get(told.report.id)
        if known is not None and known.told is told and known.homes == homes:
            return known
        return _Ground(told=told, homes=homes)

    def _with_others(self) -> list[Event]:
        """The events, with those in liaison at what they are part of."""
        found: dict[str, tuple[Event, Event | None, Event]] = {}
        for key, built in self._built.items():
            whole = self._built.get(built.event.part_of or "")
            around = whole.event if whole is not None else None
            known = self._events.get(key)
            if known is not None and known[0] is built.event and known[1] is around:
                found[key] = known
            else:
                found[key] = (built.event, around, _with_others_of(built.event, around))
        self._events = found
        return [event for _, _, event in found.values()]


def _describe(told: Told, named: Named) -> tuple[MentionFeatures, ...]:
    claims = {claim.id: claim for claim in told.reading.claims}
    return tuple(
        describe_mention(mention, told.report, claims, told.located, named)
        for mention in told.reading.mentions
    )


def _are_same(ones: Sequence[object], others: Sequence[object]) -> bool:
    return len(ones) == len(others) and all(map(operator.is_, ones, others))


def _event_order(event: Event) -> tuple[int, int, str]:
    return -len(event.principal_for), -len(event.claim_ids), event.id


def _with_structure(event: Event, grounds: Sequence[_Ground], home: Mapping[str, str]) -> Event:
    """The event with which one it is part of, and which are told beside it in one report."""
    own = frozenset(event.mention_ids)
    parts = [m.part_of for ground in grounds for m in ground.told.reading.mentions if m.id in own]
    around = [home[part] for part in parts if part is not None and home[part] != event.id]
    part_of = min(around, key=lambda e: (-around.count(e), e)) if around else None
    related = {key for ground in grounds for key in ground.homes} - {event.id}
    return replace(event, part_of=part_of, related=tuple(sorted(related)))


def _with_others_of(event: Event, around: Event | None) -> Event:
    """A fight within an operation, with those in liaison there: what they did in the fight is not known."""
    if around is None:
        return event
    present = {actor.name for side in event.sides for actor in side.actors} | {
        o.actor.name for o in event.others
    }
    more = tuple(other for other in around.others if other.actor.name not in present)
    return replace(event, others=(*event.others, *more))


def _identities(told: Iterable[Told]) -> tuple[Identity, ...]:
    found = {key: identity for each in told for key, identity in each.identities.items()}
    return tuple(found[key] for key in sorted(found))


def _utterances(told: Iterable[Told], kept: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """Claims that relay one statement: the same body, the same day."""
    found: dict[Voice, list[str]] = {}
    for each in told:
        for voice, claim_id in each.voices:
            found.setdefault(voice, []).append(claim_id)
    known = {utterance.id: utterance for utterance in kept}
    return tuple(_utterance(voice, tuple(sorted(found[voice])), known) for voice in sorted(found))


def _utterance(voice: Voice, claim_ids: tuple[str, ...], known: Mapping[str, Utterance]) -> Utterance:
    body, said = voice
    key = content_id("u", body, said)
    if key in known and known[key].claim_ids == claim_ids:
        return known[key]
    return Utterance(
        id=key, claim_ids=claim_ids, reason=f"all on the word of {body}" + (f", {said}" if said else "")
    )
