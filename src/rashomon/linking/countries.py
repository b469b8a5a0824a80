"""The country an event happened in: that of its place, checked by and else told from who was there.

An armed group is weak evidence of the countries it acts in, strongest of the one the registry lists first.
A state's forces may fight abroad, so they never overrule a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.codebook.actors import (
    ActorRegistry,
    countries_of_people,
    demonym_for,
    joined_groups,
    name_lists,
)
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Claim
from rashomon.model.events import Located

_PEOPLE = "people:"
_TELLS_NOTHING = frozenset({"aid", "international", "media"})
"""Categories of actors that report from, and work in, any country."""
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_FEW = 3
"""In how many countries at most a people may be at home for its mere name to tell one."""
_ELSEWHERE = 0.5
"""What a country that an actor also acts in counts beside the one it is listed with first."""


@value
class Home:
    """Where an actor or a people is at home: ISO 3166-1 alpha-3, the likeliest first."""

    countries: tuple[str, ...]
    is_state: bool = False
    is_people: bool = False
    is_sent: bool = False
    """True for a unit that was sent to other countries than its own."""
    weight: float = 1.0


def homes_of(ids: Iterable[str], registry: ActorRegistry) -> tuple[Home, ...]:
    """Where actors are at home, each actor once; those that tell nothing are left out."""
    found = []
    for actor_id in dict.fromkeys(ids):
        if actor_id in registry and (countries := registry.get(actor_id).countries):
            state = registry.is_state_actor(actor_id)
            sent = state and registry.country_of(actor_id) not in {None, *countries}
            # A movement with branches under names of their own may be meant by the name of the whole.
            branches = {whole for whole, *_ in joined_groups().get(actor_id, ())}
            weight = _ELSEWHERE if len(branches) > 1 else 1.0
            found.append(Home(countries=countries, is_state=state, is_sent=sent, weight=weight))
    return tuple(found)


def homes_told(claims: Iterable[Claim], registry: ActorRegistry) -> tuple[Home, ...]:
    """Homes of all actors and peoples that claims name, in whatever part."""
    ids: list[str] = []
    peoples: list[str] = []
    for claim in claims:
        if isinstance(claim.value, ActorRef) and claim.value.actor_id:
            ids.append(claim.value.actor_id)
        ids.extend(
            link.actor_id
            for link in claim.attribution
            if link.actor_id and _is_state(link.actor_id, registry)
        )
        for party in (claim.about, claim.by):
            if party is not None:
                ids.extend(ref.actor_id for ref in party.actors if ref.actor_id)
                peoples.extend(c.removeprefix(_PEOPLE) for c in party.categories if c.startswith(_PEOPLE))
    # A people of many countries tells none of them.
    lands = ((people, countries_of_people(people)) for people in dict.fromkeys(peoples))
    listed = [Home(countries=c) for _, c in lands if 0 < len(c) <= _FEW]
    return (*homes_of(sorted(set(ids)), registry), *listed)


def _is_state(actor_id: str, registry: ActorRegistry) -> bool:
    """True for a state's own bodies: what they tell of mostly happened in their country."""
    return actor_id in registry and registry.is_state_actor(actor_id)


def homes_named(text: str, registry: ActorRegistry) -> tuple[Home, ...]:
    """Homes of all that a text names, whatever it says of them: "the force's camp was shelled"."""
    ids = {hit.actor_ids[0] for hit in registry.find(text) if hit.actor_ids}
    told = (i for i in sorted(ids) if i in registry and registry.get(i).category not in _TELLS_NOTHING)
    listed = [
        Home(countries=c, is_people=True)
        for people in _peoples_in(text)
        if 0 < len(c := countries_of_people(people)) <= _FEW
    ]
    return (*homes_of(told, registry), *listed)


def _peoples_in(text: str) -> list[str]:
    """The peoples a text names, each under its first spelling in the list."""
    slugs = {words: slug for slug, words, _ in name_lists().peoples}
    found = {slugs[match.group(1)]: match.group(1) for match in _people_names().finditer(text)}
    return [found[slug] for slug in sorted(found)]


@cache
def _people_names() -> re.Pattern[str]:
    names = sorted((words for _, words, _ in name_lists().peoples), key=lambda words: (-len(words), words))
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})s?\b")


def nation_in(words: str) -> str | None:
    """The country whose people some words name; None where they name none, or several.

    >>> nation_in("three Nigerien herders"), nation_in("three Dogon herders"), nation_in("Malians and Chadians")
    ('NER', None, None)
    """
    found = {
        iso
        for word in _CAPITAL.findall(words)
        for iso in (*demonym_for(word), *demonym_for(word.rstrip("s")))
    }
    return found.pop() if len(found) == 1 else None


def country_named(homes: Sequence[Home]) -> str | None:
    """The country that what is named speaks for: armed groups and peoples first, for armies fight abroad."""
    there = [home for home in homes if home.is_sent or not home.is_state]
    return _likeliest(there) or _likeliest([home for home in homes if home.is_people]) or _likeliest(homes)


def country_of_event(places: Sequence[Located], homes: Sequence[Home]) -> str | None:
    """The country of an event's place, unless all groups there act elsewhere; without a place, the groups'."""
    placed = next((place.country_iso3 for place in places if place.country_iso3), None)
    groups = [home for home in homes if not home.is_state]
    if placed is not None:
        if any(place.country_iso3 == placed and (place.country or "-") in place.name for place in places):
            return placed  # the text names the country itself, or a part of it: "north-western Pakistan"
        known = {iso for home in groups for iso in home.countries}
        if placed in known or not known:
            return placed
        # of the countries that the groups act in, the one whose own army is there
        near = [home for home in homes if known.intersection(home.countries)]
        return _likeliest(near) or _likeliest(groups) or placed
    return _likeliest(homes)


def _likeliest(homes: Sequence[Home]) -> str | None:
    """The country most homes speak for; None where two are even."""
    votes: dict[str, float] = {}
    for home in homes:
        for number, iso in enumerate(home.countries):
            votes[iso] = votes.get(iso, 0.0) + min(home.weight, _ELSEWHERE if number else 1.0)
    ranked = sorted(votes.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0] == ranked[1]):
        return None
    return next(iso for iso, vote in votes.items() if vote == ranked[0])
