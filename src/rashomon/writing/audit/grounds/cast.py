"""Who is who in the event: the bodies behind names, the side each stands on, and who speaks for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from rashomon.codebook.actor_countries import countries
from rashomon.codebook.actors import ActorRegistry, country_name, name_lists
from rashomon.codebook.armed_labels import labels_in
from rashomon.codebook.people import PEOPLE
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Claim, Count, Party, words_of
from rashomon.model.events import Event

Relation = Literal["same", "part", "whole", "overlap", "side", "other", "unknown"]
"""How the people of one claim stand to those of another: the same, a part of them, more than them, some of
each, of the same side, others, or not known."""


@value
class Who:
    """People meant by a phrase: the bodies they belong to and their side in the event, as far as known.

    A state, its forces and their units are one body (``state:MLI``); other actors stand for themselves.
    ``serves``: whether people without a name serve a state ("soldiers") or none ("gunmen").
    ``kind``: the same for people without a name whose side is known too.
    ``told_by``: the states that speak of people without a name; they may be theirs ("one soldier was killed").
    """

    bodies: frozenset[str] = frozenset()
    side: str | None = None
    civilian: bool = False
    serves: Literal["state", "non_state"] | None = None
    kind: Literal["state", "non_state"] | None = None
    told_by: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """True where it is known at all who is meant."""
        return bool(self.bodies or self.side or self.civilian or self.serves)


class Cast:
    """The bodies of an event and their sides, from the event and those around it."""

    def __init__(self, registry: ActorRegistry, events: Iterable[Event]) -> None:
        self.registry = registry
        self._side: dict[str, str] = {}
        self._bodies: dict[str, set[str]] = {}
        self._nouns: dict[str, set[str]] = {}
        self._peoples: dict[str, set[str]] = {}
        self.acronyms: dict[str, str] = {}
        """Long names and what the reports shorten them to."""
        for event in events:
            for side in event.sides:
                self._place(side.label, [self.body(actor.id) for actor in side.actors if actor.id])

    def _place(self, label: str, bodies: Sequence[str]) -> None:
        """The side's bodies; those of an event around the first stand where their allies stand."""
        known = next((self._side[body] for body in bodies if body in self._side), label)
        for body in bodies:
            self._side.setdefault(body, known)
            self._bodies.setdefault(self._side[body], set()).add(body)

    def learn(self, claims: Iterable[Claim]) -> None:
        """Take in whom the reports' own words mean: which side "jihadists" are, who "the Tuaregs" are."""
        for claim in claims:
            party = claim.about
            if party is None or not party.actors:
                continue
            bodies = self.bodies_of(party.actors)
            # A phrase of a people and of states ("a Malian-Tuareg force") does not say who the people are.
            for people in () if any(b.startswith("state:") for b in bodies) else peoples_in(party.words):
                self._peoples.setdefault(people, set()).update(bodies)
            if len({body.startswith("state:") for body in bodies}) > 1:
                continue  # "police and rebels traded fire": which of the two a word means stays open.
            sides = {self.side_of(bodies)} - {None}
            for noun in _nouns(party.words):
                self._nouns.setdefault(noun, set()).update(side for side in sides if side)

    def body(self, actor_id: str) -> str:
        """The body an actor belongs to: a state's forces are the state's."""
        if self.registry.is_state_actor(actor_id):
            country = self.registry.country_of(actor_id)
            return f"state:{country}" if country else actor_id
        return actor_id

    def bodies_of(self, actors: Iterable[ActorRef]) -> frozenset[str]:
        """The bodies behind actors; who has no id in the registry goes by its words."""
        return frozenset(
            self.body(ref.actor_id) if ref.actor_id else f"words:{plain(ref.words)}" for ref in actors
        )

    def side_of(self, bodies: Iterable[str]) -> str | None:
        """The side that all these bodies stand on, leaving out those the event does not know."""
        sides = {side for body in bodies if (side := self._side_of_body(body)) is not None}
        return sides.pop() if len(sides) == 1 else None

    def _side_of_body(self, body: str) -> str | None:
        if body in self._side:
            return self._side[body]
        near = [known for known in self._side if self.related(body, known)]
        return self._side[near[0]] if near else None

    def knows(self, body: str) -> bool:
        """True where the event has this body, or one that it is part of."""
        return self._side_of_body(body) is not None

    def related(self, one: str, two: str) -> bool:
        """True where one body is the other or a part of it."""
        if one == two:
            return True
        return two in self.registry.parents(one) or one in self.registry.parents(two)

    def sides(self) -> tuple[str, ...]:
        """The labels of the sides, in order."""
        return tuple(sorted(self._bodies))

    def states(self) -> frozenset[str]:
        """The states that stand on a side."""
        return frozenset(body for body in self._side if body.startswith("state:"))

    def bodies_on(self, side: str | None) -> frozenset[str]:
        """The bodies of one side."""
        return frozenset(self._bodies.get(side or "", ()))

    def opposite(self, side: str | None) -> str | None:
        """The other side, where there are just two."""
        others = [label for label in self.sides() if label != side]
        return others[0] if side is not None and len(others) == 1 else None

    def who_of(
        self, claim: Claim | None, *, actor_ids: Iterable[str] = (), speaker: frozenset[str] = frozenset()
    ) -> Who:
        """The people a claim is about: for a claim that names an actor, that actor; see `who`."""
        ids = tuple(actor_ids)
        if claim is not None and isinstance(claim.value, ActorRef) and not ids:
            named = [ref for ref in refs_meant(claim.value, claim.about) if ref.actor_id]
            if named:
                bodies = self.bodies_of(named)
                return Who(bodies=bodies, side=self.side_of(bodies))
        found = self.who(claim.about if claim is not None else None, actor_ids=ids, speaker=speaker)
        if found.known or claim is None or not isinstance(claim.value, Count):
            return found
        # "no French losses": whose they are stands in the adjective alone.
        states = frozenset(f"state:{iso}" for iso in states_in(words_of(claim)))
        return Who(bodies=states, side=self.side_of(states)) if len(states) == 1 else found

    def who(
        self, party: Party | None, *, actor_ids: Iterable[str] = (), speaker: frozenset[str] = frozenset()
    ) -> Who:
        """The people a phrase means. ``actor_ids``: whom a list's order says it is; ``speaker``: who speaks.

        Where no body is named, words that the reports use of one side only say the side; so does a hostile
        label in a speaker's mouth, which he does not use of his own.
        """
        ids = tuple(actor_ids)
        bodies = frozenset(self.body(i) for i in ids) or (
            self.bodies_of(party.actors) if party else frozenset()
        )
        if party is not None and party.status == "civilian":
            return Who(bodies=bodies, civilian=True)
        if bodies:
            return Who(bodies=bodies, side=self.side_of(bodies))
        if party is None:
            return Who()
        bearing = self.bearing(peoples_in(party.words))
        if bearing:
            return Who(bodies=bearing, side=self.side_of(bearing))
        side = self._side_of_words(party, speaker)
        by = frozenset(body for body in speaker if body.startswith("state:"))
        kind = serves(party)
        return Who(side=side, serves=None if side else kind, kind=kind, told_by=by)

    def bearing(self, peoples: Iterable[str]) -> frozenset[str]:
        """The bodies of the event that are known by a people's name, or called so in the reports."""
        found: set[str] = set()
        for people in peoples:
            found |= {body for body in self._peoples.get(people, ()) if self.knows(body)}
            for body in self._side:
                names = self.registry.get(body).names if body in self.registry else ()
                if any(people in peoples_in(name.words) for name in names):
                    found.add(body)
        return frozenset(found)

    def _side_of_words(self, party: Party, speaker: frozenset[str]) -> str | None:
        if party.side in self._bodies:
            return party.side
        known = [self._nouns[noun] for noun in _nouns(party.words) if noun in self._nouns]
        if known and len(known[-1]) == 1:
            return next(iter(known[-1]))
        if any(label.hostile for label in labels_in(party.words)):
            across = self.opposite(self.side_of(speaker))
            if across is not None:
                return across
        kinds = {PEOPLE[code].affiliation for code in party.categories if code in PEOPLE}
        states = [s for s in self.sides() if any(b.startswith("state:") for b in self._bodies[s])]
        if kinds == {"non_state"} and len(states) == 1:
            return self.opposite(states[0])
        if kinds == {"state"} and len(states) == 1:
            return states[0]
        return None

    def relation(self, mine: Who, theirs: Who) -> Relation:
        """How the people of a statement (``mine``) stand to those of a claim."""
        if not mine.known or not theirs.known:
            return "unknown"
        if mine.civilian != theirs.civilian:
            return "other"
        if (mine.kind or theirs.kind) and self._of_kinds(mine, theirs) == "other":
            return "other"
        if self._may_be_two_states(mine, theirs) or self._may_be_two_states(theirs, mine):
            return "unknown"
        if mine.serves or theirs.serves:
            return self._of_kinds(mine, theirs)
        if not mine.bodies or not theirs.bodies:
            same = mine.civilian or (mine.side is not None and mine.side == theirs.side)
            return "side" if same else "other"
        # A body that the event does not know at all (an ally only the article names) parts nobody.
        own = frozenset(body for body in mine.bodies if self.knows(body)) or mine.bodies
        return self._of_bodies(own, theirs.bodies)

    def _may_be_two_states(self, nameless: Who, named: Who) -> bool:
        """True for soldiers without a name and those of one state, where the former may be another state's.

        So where another state speaks of them, and where states fight side by side.
        """
        states = frozenset(body for body in named.bodies if body.startswith("state:"))
        if nameless.bodies or nameless.civilian or not states or states != named.bodies:
            return False
        kind = nameless.kind or self._served(nameless)
        if kind == "non_state":
            return False
        beside = {b for b in self.bodies_on(self.side_of(states)) if b.startswith("state:")} - states
        return bool(nameless.told_by and not nameless.told_by & states) or bool(beside)

    def _of_kinds(self, mine: Who, theirs: Who) -> Relation:
        """Soldiers and gunmen without a name: of one side where both serve a state, or neither does."""
        kinds = {who.kind or self._served(who) for who in (mine, theirs)}
        return "unknown" if None in kinds else "side" if len(kinds) == 1 else "other"

    def _served(self, who: Who) -> str | None:
        bodies = who.bodies or self.bodies_on(who.side)
        kinds = {"state" if body.startswith("state:") else "non_state" for body in bodies}
        return kinds.pop() if len(kinds) == 1 else None

    def _of_bodies(self, mine: frozenset[str], theirs: frozenset[str]) -> Relation:
        hit = {one for one in mine if any(self.related(one, two) for two in theirs)}
        met = {two for two in theirs if any(self.related(one, two) for one in mine)}
        if not hit:
            return "other"
        if len(hit) == len(mine) and len(met) == len(theirs):
            return "same"
        if len(hit) == len(mine):
            return "part"
        return "whole" if len(met) == len(theirs) else "overlap"


def refs_meant(named: ActorRef, party: Party | None) -> tuple[ActorRef, ...]:
    """The actors that one name of a longer phrase means ("Hill rebels" in "Hill rebels with troops of the north").

    Those the name itself holds; else those that the phrase as a whole is known to mean and does not spell out.
    """
    if named.actor_id or party is None or not party.actors:
        return (named,)
    inside = tuple(ref for ref in party.actors if ref.words.casefold() in named.words.casefold())
    silent = tuple(ref for ref in party.actors if ref.words.casefold() not in party.words.casefold())
    return inside or silent or party.actors


def states_in(words: str) -> tuple[str, ...]:
    """The countries that adjectives in a phrase name, joined ones too ("Franco-Malian"), as ISO codes."""
    pieces = _pieces(words)
    return tuple(iso for iso, adjectives in _adjectives() if not pieces.isdisjoint(adjectives))


@cache
def _adjectives() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each country's code with its adjectives and prefixes."""
    return tuple(
        (iso, frozenset(word.casefold() for word in (*country.adjectives, *country.prefixes)))
        for iso, country in countries().items()
    )


def serves(party: Party) -> Literal["state", "non_state"] | None:
    """Whether people known by their kind only serve a state: by their categories, else by their words."""
    kinds = {PEOPLE[code].affiliation for code in party.categories if code in PEOPLE} - {"unknown"}
    if not kinds and _STATE_PEOPLE.search(party.words):
        return "state"
    if not kinds and labels_in(party.words):
        return "non_state"
    if kinds == {"state"}:
        return "state"
    return "non_state" if kinds == {"non_state"} and party.status != "civilian" else None


def peoples_in(words: str) -> tuple[str, ...]:
    """The peoples with armed groups of their own that a phrase names ("Tuareg fighters"), in the singular."""
    pieces = _pieces(words)
    return tuple(dict.fromkeys(slug for names, slug in _peoples() if not pieces.isdisjoint(names)))


@cache
def _peoples() -> tuple[tuple[tuple[str, str], str], ...]:
    """Each name of a people, in the singular and the plural, with what the people goes by in ids."""
    known = {name.casefold(): slug for slug, name, _ in name_lists().peoples}
    return tuple(((name, f"{name}s"), slug) for name, slug in known.items())


def _pieces(words: str) -> set[str]:
    return {piece.strip("\"'“”‘’().,;:").casefold() for piece in _PIECES.split(words)}


def plain(words: str) -> str:
    """Words in lower case without an article, for comparing."""
    kept = words.casefold().strip(" \t\n\"'“”‘’().,;:").split()
    return " ".join(kept[1:] if kept[:1] and kept[0] in _ARTICLES else kept)


_STATE_PEOPLE = re.compile(
    r"\b(?:soldiers?|troops?|servicemen|police(?:men)?|officers?|gendarmes?)\b", re.IGNORECASE
)
_PIECES = re.compile(r"[\s\-‐‑–/]+")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_LINKING = frozenset({"and", "or", "of", "from", "with", "more", "than", "other", "others"})


def _nouns(words: str) -> tuple[str, ...]:
    """The plain words of a phrase that can name people: without capitals, figures and small words."""
    found = []
    for word in words.replace("-", " ").split():
        bare = word.strip("\"'“”‘’().,;:")
        if bare.isalpha() and bare.islower() and len(bare) > 3 and bare not in _LINKING:
            found.append(bare)
    return tuple(found)


def names_of(cast: Cast, bodies: Iterable[str]) -> str:
    """Bodies as a sentence names them, in order: "Mali and MSA"."""
    named = []
    for body in sorted(bodies):
        if body.startswith("words:"):
            named.append(body.removeprefix("words:"))
        elif body.startswith("state:"):
            named.append(_country(cast.registry, body))
        else:
            name = cast.registry.name(body)
            named.append(cast.acronyms.get(name, name))
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}" if named else "nobody"


def _country(registry: ActorRegistry, body: str) -> str:
    country = registry.country_of(body)
    return (country_name(country) if country else None) or registry.name(body)
