"""Events built from clusters of mentions: sides, places, titles, structure, identities, statements."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from rashomon.codebook.actor_countries import adjective_for, country_name
from rashomon.codebook.actors import ActorRegistry, countries_of_people, demonym_for, slug_of_people
from rashomon.codebook.country_words import countries_by_signs
from rashomon.codebook.gazetteer import Gazetteer
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.linking.bystanders import Present, find_bystanders, without_needless
from rashomon.linking.cluster import Cluster
from rashomon.linking.countries import (
    Home,
    country_named,
    country_of_event,
    homes_named,
    homes_of,
    homes_told,
    nation_in,
)
from rashomon.linking.places import order_places
from rashomon.linking.sides import ActorKnowledge, Sided, find_sides
from rashomon.linking.told import Told
from rashomon.linking.unnamed import Naming, name_the_unnamed
from rashomon.model.base import content_id
from rashomon.model.claims import Claim, Flag, Mention, Moment
from rashomon.model.dates import first_day, last_day, parse_partial
from rashomon.model.events import Event, Located, Tie

REBEL = 2
"""ACLED's interaction code of rebel groups."""

NEAR = 2
"""where_prec of a place near another."""
_TOWN = 20_000
"""People of a place too large for its people to take up arms as one village."""
_CITY = 100_000
"""People of a town that is meant by its name wherever it stands."""
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


_AROUND_WORDS = ".,;:!?\"'()’“”"
_SAYS_WHERE = re.compile(
    r"(?:between|near|outside|around|along)\s|(?:[^\s,]+\s){0,4}?(?:north|south)?-?(?:north|south|east|west)(?:east|west)?\s+of\s"
)
"""Places whose words hold a preposition: "between two villages", "40 km south of a town"."""


def event_id_of(cluster: Cluster) -> str:
    """The id of the event that a cluster makes: that of its first account, so that it outlives what joins it."""
    return content_id("e", cluster.members[0].mention.id)


class Builder:
    """Builds events; holds what every event needs.

    An event follows from its cluster, from the reports and readings of its accounts, and from which events the
    other mentions of these reports went to (``home``); from nothing else.
    """

    def __init__(
        self,
        registry: ActorRegistry,
        gazetteer: Gazetteer,
        told: Mapping[str, Told],
        home: Mapping[str, str],
    ) -> None:
        self.registry = registry
        self.gazetteer = gazetteer
        self.told = told
        self.home = home
        self.knowledge = ActorKnowledge(
            # A body that only a text defines has its full name in its id.
            name=lambda key: registry.name(key) if key in registry else key.removeprefix("text:"),
            country=lambda key: registry.country_of(key) if key in registry else None,
            is_state=lambda key: key in registry and registry.is_state_actor(key),
            is_rebel=lambda key: key in registry and registry.inter_code(key) == REBEL,
            is_mission=lambda key: key in registry and registry.get(key).category == "peacekeepers",
            is_people=lambda word: bool(countries_of_people(word) or demonym_for(word.title())),
            militia=slug_of_people,
            is_unarmed=lambda key: key in registry and registry.is_unarmed(key),
            parents=lambda key: registry.parents(key) if key in registry else (),
        )

    def _possible(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims without days after a report of the event came out: it tells of none that was still to come."""
        out = [last_day(self.told[claim.report_id].report.published) for claim in claims]
        first = min((day for day in out if day is not None), default=None)
        return [claim for claim in claims if first is None or not _starts_after(claim, first)]

    def build(self, cluster: Cluster) -> Event:
        """One event from its mentions."""
        members = [features.mention for features in cluster.members]
        told = [self.told[key] for key in sorted({mention.report_id for mention in members})]
        known = {claim.id: claim for each in told for claim in each.reading.claims}
        own, shared = self._split(members, known)
        claims = [known[c] for c in own]
        both = [*claims, *(known[c] for c in shared)]
        places = order_places(claims, {k: place for each in told for k, place in each.located.items()})
        sided = find_sides(
            sorted(both, key=lambda c: c.id),
            self.knowledge,
            _beside(both, members, known),
            country=next((place.country_iso3 for place in places if place.country_iso3), None),
        )
        kind, day = _kind(members), _day_of(self._possible(claims))
        naming = self._naming(sided, places, told, day)
        sided = name_the_unnamed(sided, naming, kind)
        beside = find_bystanders(members, told, claims, kind, self._present(sided, naming))
        others = (*without_needless(sided, beside, kind, self.registry), *beside)
        event_id = event_id_of(cluster)
        flags = {flag for mention in members for flag in mention.flags}
        over = all(mention.role == "summary" for mention in members)
        flags |= {Flag(code="summary")} if over else set()
        return Event(
            id=event_id,
            kind=kind,
            title=_title(_OVER_TIME if over and kind == "incident" else kind, places, day),
            mention_ids=tuple(sorted(m.id for m in members)),
            claim_ids=own,
            shared_claim_ids=shared,
            sides=sided.sides,
            others=others,
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

    def _present(self, sided: Sided, naming: Naming) -> Present:
        """Who is among the actors of an event already."""
        actors = [actor for side in sided.sides for actor in side.actors]
        actors += [other.actor for other in sided.others]
        return Present(
            taken=frozenset(actor.id for actor in actors if actor.id),
            whole=lambda key: naming.whole(key, naming.country),
            registry=self.registry,
            country=naming.country,
        )

    def _naming(self, sided: Sided, places: Sequence[Located], told: Sequence[Told], day: str) -> Naming:
        """What the registry makes of those without a name in this event's country, on its day."""
        on_sides = [actor.id for side in sided.sides for actor in side.actors if actor.id]
        # Who is undated is taken as of the day it was first told of.
        day = day or min(filter(None, (each.report.published for each in told)), default="")
        homes = homes_of(on_sides, self.registry)
        placed = any(place.country_iso3 for place in places)
        return Naming(
            country=self._country_placed(places, homes, told) if placed else self._country_told(homes, told),
            is_state=self.knowledge.is_state,
            is_unarmed=self.knowledge.is_unarmed,
            mission=self.registry.mission_in,
            whole=lambda actor_id, iso: self.registry.whole_of(actor_id, iso, day or None),
            name=self.knowledge.name,
            unit=self.registry.unit_in,
            village=self._village(places),
            nation=nation_in,
        )

    def _village(self, places: Sequence[Located]) -> str | None:
        """The village or small town of an event, by name."""
        first = next(iter(places), None)
        if first is None or _SAYS_WHERE.match(first.name):
            return None
        place = self.gazetteer.place(first.place_id) if first.place_id else None
        if place is None:
            return first.name if (first.where_prec or 1) <= NEAR else None
        return first.name if place.kind == "populated" and place.population < _TOWN else None

    def _country_placed(
        self, places: Sequence[Located], homes: Sequence[Home], told: Sequence[Told]
    ) -> str | None:
        """The country of an event's place, unless its reports speak of those only who act elsewhere."""
        country = country_of_event(places, homes)
        if country is None or any(country in home.countries for home in homes) or self._is_large(places[0]):
            return country
        texts = [_own_text(each) for each in told]
        named = [home for text in texts for home in homes_named(text, self.registry)]
        local = [home for home in named if home.is_sent or not home.is_state]
        if not local or any(country in home.countries for home in named):
            return country
        known_as = filter(None, (country_name(country), adjective_for(country)))
        if any(word in text for word in known_as for text in texts):
            return country
        return country_named(local) or country

    def _is_large(self, located: Located) -> bool:
        """True for a place known so well that no namesake of it is meant: a city, a province, a country."""
        place = self.gazetteer.place(located.place_id) if located.place_id else None
        return place is not None and (place.population >= _CITY or place.kind in {"adm1", "country"})

    def _country_told(self, homes: Sequence[Home], told: Sequence[Told]) -> str | None:
        """The country of an event without a known place, from all that its reports name."""
        named = [home for each in told for home in homes_named(_own_text(each), self.registry)]
        claims = [c for each in told for c in sorted(each.reading.claims, key=lambda c: c.id)]
        return (
            country_named(named)
            or _country_betrayed(_own_text(each) for each in told)
            or next((each.country for each in told if each.country), None)
            or country_of_event((), homes)
            or country_of_event((), homes_told(claims, self.registry))
        )

    def _split(
        self, members: Sequence[Mention], known: Mapping[str, Claim]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Claims of this event alone, and those that speak of several."""
        own: set[str] = set()
        shared: set[str] = set()
        for mention in members:
            for claim_id in mention.claim_ids:
                claim = known[claim_id]
                several = claim.scope == "several" or len({self.home[m] for m in claim.mention_ids}) > 1
                (shared if several else own).add(claim_id)
        return tuple(sorted(own)), tuple(sorted(shared))


def _country_betrayed(texts: Iterable[str]) -> str | None:
    """The one country whose own words ("upazila", "barangay") texts use; None where there are two."""
    found = countries_by_signs(word.strip(_AROUND_WORDS) for text in texts for word in text.split())
    return next(iter(found)) if len(found) == 1 else None


def _own_text(told: Told) -> str:
    """A report's text without what was set aside in it."""
    text, end = "", 0
    for aside in sorted((s for s in told.report.set_aside if s.inside), key=lambda aside: aside.start):
        text += told.report.text[end : max(end, aside.start)]
        end = max(end, aside.end)
    return text + told.report.text[end:]


def _beside(claims: Sequence[Claim], members: Sequence[Mention], known: Mapping[str, Claim]) -> list[Claim]:
    """Claims of the happenings that share a figure with this one, in order."""
    own = {mention.id for mention in members}
    others = {m for claim in claims for m in claim.mention_ids} - own
    if not others:
        return []
    around = (c for c in known.values() if others.intersection(c.mention_ids))
    return sorted((c for c in around if not own.intersection(c.mention_ids)), key=lambda claim: claim.id)


def _kind(members: Sequence[Mention]) -> str:
    counts: dict[str, int] = {}
    for mention in members:
        counts[mention.kind] = counts.get(mention.kind, 0) + 1
    vague = {"incident", "attack", "operation"}
    return min(counts, key=lambda kind: (kind in vague, -counts[kind], kind))


_OVER_TIME = "toll of a longer time"
"""What an event is called that stands for the dead of a war or a year, told beside another."""


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
