"""Who stood with whom against whom in one event, and who was there on no side.

Claims say who fought whom and who acted together. Enemies get opposite signs, allies the same; what
contradicts what is already known is left out. Parties nothing connects stand on their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from rashomon.codebook.facets import FACETS
from rashomon.linking.people import (
    MILITIA,
    MOB,
    PEOPLE,
    are_attackers,
    are_protesters,
    each_its_own,
    quarrelling,
    with_doers,
    with_unarmed,
)
from rashomon.linking.self_defence import Attacked, find_attacked
from rashomon.model.base import value
from rashomon.model.claims import Claim, Party, Term
from rashomon.model.events import EventSide, OtherActor, SideActor

_NAMELESS = "~"
_NAMELESS_FIGHTERS = "~unidentified militants"
"""Before what is known by words alone: no registry id begins so."""
_MERE_FIGHTERS = ((_NAMELESS_FIGHTERS,), ("~unidentified islamists",))
_FIGHTING = frozenset({"participant", "initiator", "target"})
_SUFFERED = frozenset({"killed", "wounded", "captured", "target"})
_PEOPLE_AS_SUCH = frozenset({"people", "men", "women", "children"})
_DOING = frozenset({"participant", "initiator"})
_OFFICIAL = frozenset({"soldiers", "police", "peacekeepers", "national_guards"})
"""Kinds of people who serve a state or a mission, whatever else is said of them ("a National Guard patrol")."""
_UNARMED = (f"{_NAMELESS}civilians", f"{_NAMELESS}protesters")
_SERVANTS = frozenset(f"{_NAMELESS}unidentified {kind}" for kind in _OFFICIAL)
_ISLAMIST = re.compile(
    r"\b(?:islamist|jihadi|salafi|islamic (?:extremist|militant|fighter|insurgent|rebel|gunm|radical|terrorist))",
    re.I,
)
_HELD_RESPONSIBLE = frozenset({"claimed", "accused"})


@value
class ActorKnowledge:
    """What the registry knows that sides need."""

    name: Callable[[str], str]
    country: Callable[[str], str | None]
    is_state: Callable[[str], bool]
    is_unarmed: Callable[[str], bool]
    """Populations, aid organisations, parties, media."""
    is_rebel: Callable[[str], bool]
    is_mission: Callable[[str], bool]
    """Peacekeeping missions."""
    is_people: Callable[[str], bool]
    """Words for a people or a nation, lower case: "tuareg", "french"."""
    militia: Callable[[str], str | None]
    """What a people with fighters of its own goes by in the registry, by its name, lower case."""
    parents: Callable[[str], tuple[str, ...]]


@value
class Sided:
    """The sides of an event and the actors on none."""

    sides: tuple[EventSide, ...]
    others: tuple[OtherActor, ...]
    doers: frozenset[str] = frozenset()
    """Labels of the sides that did something, rather than only suffered it."""
    strangers: bool = False
    """True where people were harmed of whom nothing is known: "abducted an individual"."""
    attacked: Attacked = Attacked()


def find_sides(
    claims: Sequence[Claim],
    knowledge: ActorKnowledge,
    beside: Sequence[Claim] = (),
    *,
    country: str | None = None,
) -> Sided:
    """The sides of an event from its claims (in a fixed order), victims and bystanders apart.

    ``beside``: claims of happenings that the same reports tell of together with this one ("two clashes
    with the rebels that day"). They say who is whose enemy, and bring in nobody new. ``country``: where it
    was, as ISO 3166-1 alpha-3: its civilians are "the civilians" told of there.
    """
    camps = _Camps()
    quarrel = quarrelling(claims)
    bearing = _named_after(claims, knowledge)
    claims = [
        with_unarmed(
            with_doers(each_its_own(claim), quarrel, knowledge.militia), bearing, knowledge.is_people
        )
        for claim in claims
    ]
    fighting = [c for c in claims if _tells_of_fighting(c)]
    keys_of = _KeysOf(
        _only_rebels(fighting, knowledge),
        bearing,
        _attackers(fighting, knowledge),
        _civilians_named(fighting, country),
    )
    for claim in fighting:
        for party in (claim.about, claim.by):
            if party is not None:
                camps.ally(keys_of(party), joined=party.join == "and")
    for claim in fighting:
        if claim.about is not None and claim.by is not None:
            ones, others = keys_of(claim.about), keys_of(claim.by)
            if not set(ones) & set(others):
                camps.oppose(ones, others)
    present = set(camps.parent)
    for claim in beside:
        if _tells_of_fighting(claim) and claim.about is not None and claim.by is not None:
            known = [key for key in keys_of(claim.about) if key in present]
            camps.oppose(known, [key for key in keys_of(claim.by) if key in present and key not in known])
    _join_states(camps, knowledge)
    _join_nameless_soldiers(camps, knowledge)
    sided = _make_sides(claims, camps, knowledge, keys_of)
    return replace(sided, attacked=find_attacked(claims, knowledge.militia))


class _KeysOf:
    """What a party is known by: registry ids, else its words or its kind of people.

    Fighters without a name ("about 60 armed men") are the event's rebels, where all rebels named stand
    together: no second enemy is made of them.
    """

    def __init__(
        self,
        nameless: str | None,
        peoples: Mapping[str, tuple[str, ...]],
        attackers: tuple[str, ...],
        civilians: str | None = None,
    ) -> None:
        self._nameless = nameless
        self._civilians = civilians
        self._peoples = peoples
        self._attackers = attackers

    def __call__(self, party: Party) -> tuple[str, ...]:
        """The keys of one party."""
        for category in party.categories:
            if not party.actors and category in self._peoples:
                return self._peoples[category]
        if self._attackers and are_attackers(party):
            return self._attackers
        keys = _plain_keys(party)
        if self._civilians is not None and keys == _UNARMED[:1]:
            return (self._civilians,)
        same = self._nameless and keys in _MERE_FIGHTERS and party.identification != "unidentified"
        return (self._nameless,) if same and self._nameless else keys


def _named_after(claims: Sequence[Claim], knowledge: ActorKnowledge) -> dict[str, tuple[str, ...]]:
    """Bodies of the event that bear a people's name: whom "Tuareg fighters" means where nothing else is said.

    The people themselves are no party: without such a body the fighters stay without a name.
    """
    parties = [p for claim in claims for p in (claim.about, claim.by) if p is not None]
    peoples = {c for p in parties if not p.actors for c in p.categories if c.startswith(PEOPLE)}
    keys = sorted({ref.actor_id for p in parties for ref in p.actors if ref.actor_id})
    found: dict[str, tuple[str, ...]] = {}
    for people in sorted(peoples):
        word = people.removeprefix(PEOPLE)
        bearing = tuple(key for key in keys if word in knowledge.name(key).lower().split())
        if bearing:
            found[people] = bearing
    return found


def _civilians_named(claims: Sequence[Claim], country: str | None) -> str | None:
    """The country's civilians where they are named as such: "76 *Afghan* civilians … five civilians" in Afghanistan."""
    key = f"civilians:{country}"
    parties = (party for claim in claims for party in (claim.about, claim.by) if party is not None)
    return key if any(ref.actor_id == key for party in parties for ref in party.actors) else None


def _only_rebels(claims: Sequence[Claim], knowledge: ActorKnowledge) -> str | None:
    """The rebel group most named, where no claim sets two of them, or it and the nameless, against each other."""
    counts: dict[str, int] = {}
    unlisted = _held_responsible_by_name(claims)
    for claim in claims:
        keys = [set(_plain_keys(p)) for p in (claim.about, claim.by) if p is not None]
        rebels = [
            {key for key in own if key in unlisted or knowledge.is_rebel(key) or (key,) in _MERE_FIGHTERS}
            for own in keys
        ]
        if len(rebels) == 2 and all(rebels) and not rebels[0] & rebels[1]:
            return None
        for key in set().union(*rebels):
            if (key,) not in _MERE_FIGHTERS:
                counts[key] = counts.get(key, 0) + 1
    return min(counts, key=lambda key: (-counts[key], key)) if counts else None


def _held_responsible_by_name(claims: Sequence[Claim]) -> frozenset[str]:
    """Bodies that no registry has, by their names, said to have done it: "the *Tarsa Liberation Army* claimed it"."""
    parties = (c.about for c in claims if c.about is not None and _tells_of_guilt(c))
    keys = (key for party in parties if party.status != "civilian" for key in _plain_keys(party))
    return frozenset(
        key for key in keys if key.startswith(_NAMELESS) and not key.startswith(f"{_NAMELESS}unidentified")
    )


def _attackers(claims: Sequence[Claim], knowledge: ActorKnowledge) -> tuple[str, ...]:
    """Who attacked, where the claims name one party only: whom "the assailants" means.

    Empty where that party is a state's, or the assailants fought it.
    """
    told = [c.about for c in claims if c.facet == "initiator" and c.about and not are_attackers(c.about)]
    found = {_plain_keys(party) for party in told}
    keys = found.pop() if len(found) == 1 else ()
    official = any(knowledge.is_state(key) or key in _SERVANTS for key in keys)
    fought = (
        p for c in claims for p, q in ((c.about, c.by), (c.by, c.about)) if p and q and are_attackers(q)
    )
    return () if official or any(set(_plain_keys(foe)) & set(keys) for foe in fought) else keys


def _plain_keys(party: Party) -> tuple[str, ...]:
    if party.actors:
        return tuple(ref.actor_id or f"{_NAMELESS}{ref.words.lower()}" for ref in party.actors)
    militias = tuple(f"{_NAMELESS}unidentified {c}" for c in party.categories if c.startswith(MILITIA))
    if militias:
        return militias
    if party.status == "civilian" and MOB not in party.categories and are_protesters(party):
        return (f"{_NAMELESS}protesters",)
    if party.status == "civilian":
        return (f"{_NAMELESS}{MOB if MOB in party.categories else 'civilians'}",)
    official = next((c for c in party.categories if c in _OFFICIAL), None)
    if official is not None and party.status == "combatant":
        return (f"{_NAMELESS}unidentified {official}",)
    if _ISLAMIST.search(party.words) and party.status == "combatant":
        return (f"{_NAMELESS}unidentified islamists",)
    if any(category.startswith(PEOPLE) for category in party.categories):
        return (f"{_NAMELESS}{party.words.lower()}",)
    if party.status == "combatant" and party.categories:
        return (f"{_NAMELESS}unidentified {party.categories[0]}",)
    if party.identification == "unidentified":
        return (_NAMELESS_FIGHTERS,)
    return ()


def _tells_of_fighting(claim: Claim) -> bool:
    facet = FACETS.get(claim.facet)
    harm = facet is not None and facet.outcome and claim.facet != "losses"
    return (
        (claim.facet in _FIGHTING or harm or _tells_of_guilt(claim))
        and claim.certainty in {"asserted", "hedged"}
        and claim.polarity == "affirmed"
    )


def _tells_of_guilt(claim: Claim) -> bool:
    """True where an actor claims the deed or is said to have done it."""
    return (
        claim.facet == "responsibility"
        and isinstance(claim.value, Term)
        and claim.value.code in _HELD_RESPONSIBLE
    )


class _Camps:
    """A union of actors with signs: same sign, same side."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.sign: dict[str, int] = {}

    def find(self, key: str) -> tuple[str, int]:
        """The camp's root and the key's sign in it."""
        if key not in self.parent:
            self.parent[key], self.sign[key] = key, 1
        sign = 1
        while self.parent[key] != key:
            sign *= self.sign[key]
            key = self.parent[key]
        return key, sign

    def join(self, one: str, two: str, relation: int) -> None:
        """Put two actors on the same (1) or opposite (-1) sides, unless more is known already."""
        (a, sa), (b, sb) = self.find(one), self.find(two)
        if a == b:
            return
        first, second = (a, b) if a < b else (b, a)
        self.parent[second] = first
        self.sign[second] = sa * sb * relation

    def ally(self, keys: Sequence[str], *, joined: bool) -> None:
        for key in keys:
            self.find(key)
        if joined:
            for other in keys[1:]:
                self.join(keys[0], other, 1)

    def oppose(self, ones: Iterable[str], others: Iterable[str]) -> None:
        for one in ones:
            for other in others:
                if one != other:
                    self.join(one, other, -1)

    def camps(self) -> dict[tuple[str, int], list[str]]:
        found: dict[tuple[str, int], list[str]] = {}
        for key in sorted(self.parent):
            found.setdefault(self.find(key), []).append(key)
        return found


def _join_states(camps: _Camps, knowledge: ActorKnowledge) -> None:
    """A state's forces stand with it, and a unit with what it is part of, unless something says otherwise."""
    known = sorted(camps.parent)
    for i, one in enumerate(known):
        for two in known[i + 1 :]:
            related = two in knowledge.parents(one) or one in knowledge.parents(two)
            same_state = (
                knowledge.is_state(one)
                and knowledge.is_state(two)
                and knowledge.country(one) == knowledge.country(two) is not None
            )
            if related or same_state:
                camps.join(one, two, 1)


def _join_nameless_soldiers(camps: _Camps, knowledge: ActorKnowledge) -> None:
    """ "the soldiers": those of the states in the fight, where these stand on one side."""
    soldiers = f"{_NAMELESS}unidentified soldiers"
    states = [key for key in sorted(camps.parent) if knowledge.is_state(key)]
    if soldiers in camps.parent and states and len({camps.find(key) for key in states}) == 1:
        camps.join(soldiers, states[0], 1)
    peacekeepers = f"{_NAMELESS}unidentified peacekeepers"
    missions = [key for key in sorted(camps.parent) if knowledge.is_mission(key)]
    if peacekeepers in camps.parent and len(missions) == 1:
        camps.join(peacekeepers, missions[0], 1)


def _make_sides(claims: Sequence[Claim], camps: _Camps, knowledge: ActorKnowledge, keys_of: _KeysOf) -> Sided:
    words = _words_of(claims, keys_of)
    acting = _acting(claims, keys_of, knowledge)
    attacked = (c.about for c in claims if c.facet == "target" and c.about is not None)
    armed = acting | {key for party in attacked if party.status == "combatant" for key in keys_of(party)}
    doers: set[str] = set()
    sides: list[EventSide] = []
    placed: set[str] = set()
    for (_, _), keys in sorted(camps.camps().items(), key=lambda item: (-len(item[1]), item[1])):
        role = _role(keys, armed, knowledge)
        actors = tuple(_side_actor(key, words, knowledge) for key in keys)
        own = tuple(c.id for c in claims if c.about is not None and set(keys_of(c.about)) & set(keys))
        sides.append(EventSide(label=_label(actors), role=role, actors=actors, claim_ids=own))
        placed.update(keys)
        if acting.intersection(keys):
            doers.add(sides[-1].label)
    sides.sort(key=lambda side: (_order(side, knowledge), side.label))
    others = _find_others(claims, placed, words, knowledge)
    strangers = any(_harmed_a_stranger(claim, keys_of) for claim in claims)
    return Sided(sides=tuple(sides), others=others, doers=frozenset(doers), strangers=strangers)


def _harmed_a_stranger(claim: Claim, keys_of: _KeysOf) -> bool:
    """True where people suffered of whom the text says neither who they are nor whose."""
    about = claim.about
    if about is None or about.actors or about.status != "unknown" or not _tells_of_fighting(claim):
        return False
    return (
        claim.facet in _SUFFERED
        and _PEOPLE_AS_SUCH.intersection(about.categories) != set()
        and not keys_of(about)
    )


def _acting(claims: Sequence[Claim], keys_of: _KeysOf, knowledge: ActorKnowledge) -> set[str]:
    """Those who fought, attacked, did harm, or claim the deed or are charged with it.

    Those attacked who took prisoners did no more than answer, nor did others of their state.
    """
    found: set[str] = set()
    attacked = {
        key for c in claims if c.facet == "target" and c.about is not None for key in keys_of(c.about)
    }
    hit = {knowledge.country(key) for key in attacked if knowledge.is_state(key)} - {None}
    for claim in claims:
        if not _tells_of_fighting(claim):
            continue
        if claim.about is not None and (claim.facet in _DOING or _tells_of_guilt(claim)):
            found.update(keys_of(claim.about))
        if claim.by is not None and (claim.facet in _FIGHTING or FACETS[claim.facet].outcome):
            captors = keys_of(claim.by) if claim.facet == "captured" else ()
            if any(
                key in attacked or (knowledge.is_state(key) and knowledge.country(key) in hit)
                for key in captors
            ):
                continue
            if claim.facet not in _DOING or claim.facet == "participant":
                found.update(keys_of(claim.by))
    return found


def _role(
    keys: Sequence[str], armed: set[str], knowledge: ActorKnowledge
) -> Literal["belligerent", "victims", "unknown"]:
    unarmed = [key for key in keys if key in _UNARMED or knowledge.is_unarmed(key)]
    if len(unarmed) == len(keys):
        return "victims"
    if set(keys) == {f"{_NAMELESS}{MOB}"}:
        return "unknown"
    named = any(not key.startswith(_NAMELESS) and key not in unarmed for key in keys)
    return "belligerent" if named or set(keys) & armed else "unknown"


def _order(side: EventSide, knowledge: ActorKnowledge) -> tuple[int, int]:
    """Belligerents with a state first, other belligerents, the unknown, victims last."""
    rank = {"belligerent": 0, "unknown": 1, "victims": 2}[side.role]
    return rank, 0 if any(actor.id and knowledge.is_state(actor.id) for actor in side.actors) else 1


def _find_others(
    claims: Sequence[Claim], placed: set[str], words: dict[str, tuple[str, ...]], knowledge: ActorKnowledge
) -> tuple[OtherActor, ...]:
    found: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        if claim.facet == "in_liaison" and claim.about is not None:
            for key in _plain_keys(claim.about) or (f"{_NAMELESS}{claim.about.words.lower()}",):
                if key not in placed:
                    found.setdefault((key, claim.facet), []).append(claim.id)
    return tuple(
        OtherActor(actor=_side_actor(key, words, knowledge), role=role, claim_ids=tuple(sorted(set(ids))))
        for (key, role), ids in sorted(found.items())
    )


def _words_of(claims: Sequence[Claim], keys_of: _KeysOf) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for claim in claims:
        for party in (claim.about, claim.by):
            if party is None:
                continue
            for ref in party.actors:
                found.setdefault(ref.actor_id or f"{_NAMELESS}{ref.words.lower()}", set()).add(ref.words)
            if not party.actors:
                for key in keys_of(party) or (f"{_NAMELESS}{party.words.lower()}",):
                    found.setdefault(key, set()).add(party.words)
    return {key: tuple(sorted(names)) for key, names in found.items()}


def _side_actor(key: str, words: dict[str, tuple[str, ...]], knowledge: ActorKnowledge) -> SideActor:
    written = words.get(key, ())
    if not key.startswith(_NAMELESS):
        return SideActor(id=key, name=knowledge.name(key), as_written=written)
    plain = key.removeprefix(_NAMELESS)
    general = plain in {"civilians", "protesters", MOB} or plain.startswith("unidentified ")
    if general or not written:
        return SideActor(id=None, name=plain, as_written=written)
    named = next((words for words in written if words.lower() == plain), written[0])
    return SideActor(id=None, name=named, as_written=written)


def _label(actors: Sequence[SideActor]) -> str:
    names = [actor.name for actor in actors]
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
