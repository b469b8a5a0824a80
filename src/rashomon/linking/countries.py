"""The country an event happened in: that of its place, checked by and else told from who was there.

An armed group is weak evidence of the countries it acts in, strongest of the one the registry lists first.
A state's forces may fight abroad, so they never overrule a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.actors import ActorRegistry, countries_of_people
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Claim
from rashomon.model.events import Located

_PEOPLE = "people:"
_ELSEWHERE = 0.5
"""What a country that an actor also acts in counts beside the one it is listed with first."""


@value
class Home:
    """Where an actor or a people is at home: ISO 3166-1 alpha-3, the likeliest first."""

    countries: tuple[str, ...]
    is_state: bool = False


def homes_of(ids: Iterable[str], registry: ActorRegistry) -> tuple[Home, ...]:
    """Where actors are at home, each actor once; those that tell nothing are left out."""
    found = []
    for actor_id in dict.fromkeys(ids):
        if actor_id in registry and (countries := registry.get(actor_id).countries):
            found.append(Home(countries=countries, is_state=registry.is_state_actor(actor_id)))
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
    listed = [Home(countries=c) for people in dict.fromkeys(peoples) if (c := countries_of_people(people))]
    return (*homes_of(sorted(set(ids)), registry), *listed)


def _is_state(actor_id: str, registry: ActorRegistry) -> bool:
    """True for a state's own bodies: what they tell of mostly happened in their country."""
    return actor_id in registry and registry.is_state_actor(actor_id)


def country_of_event(places: Sequence[Located], homes: Sequence[Home]) -> str | None:
    """The country of an event's place, unless all groups there act elsewhere; without a place, the groups'."""
    placed = next((place.country_iso3 for place in places if place.country_iso3), None)
    groups = [home for home in homes if not home.is_state]
    if placed is not None:
        if any(place.country_iso3 == placed and place.name == place.country for place in places):
            return placed  # the text names the country itself
        known = {iso for home in groups for iso in home.countries}
        return placed if placed in known or not known else _likeliest(groups) or placed
    return _likeliest(homes)


def _likeliest(homes: Sequence[Home]) -> str | None:
    """The country most homes speak for; None where two are even."""
    votes: dict[str, float] = {}
    for home in homes:
        for number, iso in enumerate(home.countries):
            votes[iso] = votes.get(iso, 0.0) + (_ELSEWHERE if number else 1.0)
    ranked = sorted(votes.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0] == ranked[1]):
        return None
    return next(iso for iso, vote in votes.items() if vote == ranked[0])
