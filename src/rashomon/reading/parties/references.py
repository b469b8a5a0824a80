"""Whom a phrase means: collective, epithet and shortened reference over one report.

Phrases are read in order. Each that names an actor becomes an antecedent for later ones that do not:
"the alliance" for the alliance named before, "the jihadists" for the armed group, "the Tuaregs" for the
militias called Tuareg, "the combined forces" for those who had joined. Whatever is decided here rather
than read is marked inferred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rashomon.model.base import value
from rashomon.model.claims import ActorRef
from rashomon.reading.languages.en.words import COLLECTIVES, ENEMIES, EPITHETS, GROUP_NOUNS
from rashomon.reading.parties.officers import Officers
from rashomon.reading.parties.persons import PersonBook
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern

_JOINED = frozenset({"combined", "joint", "allied", "coalition", "two", "both"})
_REFERRING = frozenset({"the", "this", "these", "those", "both", "its", "their", "such"})
_MERE_FIGHTERS = frozenset({"fighter", "combatant", "man", "member", "rebel"})
_TOGETHER = frozenset({"alliance", "coalition", "group", "groups", "movement", "movements", "side", "sides"})
_JOINT = re.compile(r"(?:[\s,()&]|\b(?:and|or|plus|the|both)\b)*", re.I)
"""What may stand between two names of one list: no verb, as in "X attacked the Y and killed three of *its* men"."""
_OWNING = frozenset({"its", "their"})
_ACCUSED = re.compile(r"\b(?:blam|accus)\w*\s(?:on\s)?(?:the\s)?\Z", re.I)
"""Before a body's name: of "the army blamed X for an attack that killed three of *its* men" X is not the owner."""
_FAITH = frozenset({"jihadist", "jihadi", "islamist"})
"""Words that say what the fighters believe in: no group of another creed is meant by "Islamist gunmen"."""
_BACKER = HeldPattern(
    r"\b(?:pro|anti)-\w+|\b[\w’']+-(?:backed|allied|aligned|supported|funded|trained)\b", re.I
)
"""Words that tell fighters from others by whose friends they are."""
_GENERIC = frozenset(
    {"people", "person", "man", "woman", "child", "civilian", "other", "one", "member", "resident", "body"}
)


@value
class Meant:
    """A group with the actors it means; ``inferred`` where the sentence itself does not name them."""

    group: Group
    actors: tuple[ActorRef, ...]
    inferred: bool = False
    ambiguous: bool = False
    person: str | None = None
    """Which single person of the report it is, where it is one ("p1"): see `reading.persons`."""


@value
class ActorFacts:
    """What the registry knows that reference needs: asked through functions, so that any registry serves."""

    is_armed_group: Callable[[str], bool]
    bears_arms: Callable[[str], bool]
    """True for states, their forces and armed groups: who has soldiers or fighters."""
    is_rebel: Callable[[str], bool]
    """True for groups that fight a state: whom "the militants" may mean without being called so before."""
    is_jihadist: Callable[[str], bool]
    """True for groups of a militant Islamist movement: whom "the jihadists" may mean."""
    parents: Callable[[str], tuple[str, ...]]
    name_words: Callable[[str], frozenset[str]]
    """The words of the registry's full name, lower case."""


class PartyBook:
    """The phrases of one report so far, and whom they meant."""

    def __init__(self, facts: ActorFacts, text: str = "") -> None:
        self._facts = facts
        self._text = text
        self.persons = PersonBook(text)
        self._officers = Officers(text)
        self._named: list[tuple[int, Group, tuple[ActorRef, ...]]] = []
        self._ethnonyms: dict[str, tuple[ActorRef, ...]] = {}
        self._heads: dict[str, tuple[ActorRef, ...]] = {}
        self._epithets: dict[str, list[ActorRef]] = {}
        self._joined: tuple[ActorRef, ...] = ()
        self._ahead: tuple[ActorRef, ...] = ()
        self._last_people: tuple[int, tuple[ActorRef, ...]] | None = None
        self._foes: set[str] = set()
        """What tells fighters from the groups named beside them: "pro-turkish", "rwandan-backed"."""

    def look_ahead(self, groups: Iterable[Group]) -> None:
        """Learn what later sentences define, for names used before they are explained.

        A self-defence group named only two sentences later, and the follower of a movement that the
        report names further down, are both found this way.
        """
        seen: dict[str, ActorRef] = {}
        for group in groups:
            armed = tuple(a for a in group.actors if a.actor_id and self._facts.is_armed_group(a.actor_id))
            for actor in armed:
                seen.setdefault(actor.actor_id or actor.words, actor)
            self._learn_ethnonym(group, armed)
        self._ahead = tuple(seen.values())

    def define(self, phrase: Group, actors: Sequence[ActorRef]) -> None:
        """Remember that a phrase is made up of these actors ("both encompassing the … group")."""
        self._heads[_signature(phrase)] = tuple(actors)
        self._heads[phrase.noun] = tuple(actors)

    def join(self, actors: Sequence[ActorRef]) -> None:
        """Remember who acted together last: whom "the combined forces" means."""
        if len(actors) > 1:
            self._joined = tuple(actors)

    def meant(self, group: Group, others: Sequence[Group] = ()) -> Meant:
        """Whom a phrase means, and remember it for later phrases; ``others``: the phrases of its sentence."""
        group = self._officers.told(group)
        self._learn_foes(group, others)
        result = self._by_whole(group, others) or self._decide(group)
        if result.actors:
            self._remember(group, result)
        if group.kind == "people":
            self._last_people = (group.sentence, result.actors)
        return result

    def _learn_foes(self, group: Group, others: Sequence[Group]) -> None:
        """ "the X and Y-backed fighters": those whom Y backs are others than X."""
        backer = _BACKER.search(group.words)
        if backer is not None and not group.actors and any(o.actors for o in others if o != group):
            self._foes.add(backer.group().lower())

    def _by_whole(self, group: Group, others: Sequence[Group]) -> Meant | None:
        """ "three fighters of the alliance": those whom the alliance means."""
        whole = next((other for other in others if other.head == group.belongs_to and other != group), None)
        whole = whole or self._officers.whole(group, others)
        if group.actors or whole is None:
            return None
        owner = self._decide(whole)
        return Meant(group=group, actors=owner.actors, inferred=True) if owner.actors else None

    def _decide(self, group: Group) -> Meant:
        if group.loyal_to is not None:
            return self._followers(group)
        named = self._without_ethnic(group)
        if named:
            self._learn_ethnonym(group, named)
            return Meant(group=group, actors=named)
        if group.noun == "other" and self._last_people is not None and self._last_people[0] == group.sentence:
            return Meant(group=group, actors=self._last_people[1], inferred=bool(self._last_people[1]))
        if group.kind in {"number", "person"} or group.identification == "unidentified":
            return Meant(group=group, actors=())
        return self._by_ethnonym(group) or self._by_reference(group)

    def _without_ethnic(self, group: Group) -> tuple[ActorRef, ...]:
        """ "Tuareg fighters" are fighters of that people, in whatever body: no militia of its own."""
        if group.noun not in _MERE_FIGHTERS:
            return group.actors
        return tuple(ref for ref in group.actors if not (ref.actor_id or "").startswith("militia:"))

    def _learn_ethnonym(self, group: Group, armed: tuple[ActorRef, ...]) -> None:
        """ "the Tuareg alliance of A and B": who "the Tuaregs" are in this report."""
        if armed and group.kind == "body":
            for people in group.peoples:
                self._ethnonyms.setdefault(people, armed)

    def _followers(self, group: Group) -> Meant:
        """ "Islamic State-loyal militants": a body of that movement named in the report, not the movement."""
        for actor in [*(a for _, _, actors in reversed(self._named) for a in actors), *self._ahead]:
            if actor.actor_id and group.loyal_to in self._facts.parents(actor.actor_id):
                return Meant(group=group, actors=(actor,), inferred=True)
        return Meant(
            group=group, actors=tuple(a for a in group.actors if a.actor_id != group.loyal_to), ambiguous=True
        )

    def _by_ethnonym(self, group: Group) -> Meant | None:
        """ "the Tuareg groups", "the Tuaregs": the militias called so in this report, never the people."""
        fighting = group.kind == "body" or group.noun in EPITHETS or group.noun.rstrip("s") in group.peoples
        known = next((self._ethnonyms[people] for people in group.peoples if people in self._ethnonyms), None)
        known = known or self._named_after(group.peoples)
        return Meant(group=group, actors=known, inferred=True) if known and fighting else None

    def _named_after(self, peoples: Sequence[str]) -> tuple[ActorRef, ...]:
        """The bodies of the report that bear a people's name in full ("… Tuareg Self-Defense Group …")."""
        named = {
            ref.actor_id: ref for ref in (*(r for _, _, refs in self._named for r in refs), *self._ahead)
        }
        return tuple(
            ref
            for key, ref in named.items()
            if key and any(word in self._facts.name_words(key) for word in peoples)
        )

    def _by_reference(self, group: Group) -> Meant:
        words = set(group.words.lower().replace("-", " ").split())
        if group.noun in COLLECTIVES and words & _JOINED and self._joined and group.definite:
            return Meant(group=group, actors=self._joined, inferred=True)
        if words & _OWNING:
            owner = self._last_bodies(group)
            return Meant(group=group, actors=owner, inferred=bool(owner))
        known = self._heads.get(_signature(group))
        if known:
            return Meant(group=group, actors=known, inferred=True)
        if group.noun in _GENERIC or not (words & _REFERRING or group.noun in EPITHETS):
            return Meant(group=group, actors=())
        known = self._heads.get(group.noun) if group.definite else None
        if known:
            return Meant(group=group, actors=known, inferred=True, ambiguous=self._is_shared(group.noun))
        if group.noun in EPITHETS:
            return self._by_epithet(group)
        if group.noun in COLLECTIVES and group.kind == "body" and group.definite:
            return Meant(
                group=group,
                actors=self._last_body(group),
                inferred=True,
                ambiguous=self._is_shared(group.noun),
            )
        return Meant(group=group, actors=())

    def _by_epithet(self, group: Group) -> Meant:
        """ "the jihadists": the armed group last called so, else the only armed group near by."""
        backer = _BACKER.search(group.words)
        if group.noun in ENEMIES or (backer is not None and backer.group().lower() in self._foes):
            return Meant(group=group, actors=())
        called = self._epithets.get(group.noun)
        if called:
            return Meant(group=group, actors=(called[-1],), inferred=True)
        others = [
            actor for actors in self._epithets.values() for actor in actors if self._may_be(group, actor)
        ]
        if others:
            last = others[-1]
            return Meant(
                group=group, actors=(last,), inferred=True, ambiguous=len({a.actor_id for a in others}) > 1
            )
        armed = [a for _, _, actors in self._named for a in actors if self._may_be(group, a)]
        if len({a.actor_id for a in armed}) == 1:
            return Meant(group=group, actors=(armed[-1],), inferred=True)
        return Meant(group=group, actors=())

    def _may_be(self, group: Group, actor: ActorRef) -> bool:
        """True where an epithet may mean a rebel group: "the jihadists" none of another creed."""
        if actor.actor_id is None or not self._facts.is_rebel(actor.actor_id):
            return False
        of_faith = not _FAITH.isdisjoint((group.noun, *group.words.lower().split()))
        return not of_faith or self._facts.is_jihadist(actor.actor_id)

    def _may_own(self, group: Group, actor: ActorRef) -> bool:
        """True where a body may have such people: no army has "fighters", no charity soldiers."""
        if actor.actor_id is None or group.status != "combatant":
            return True
        if group.noun in EPITHETS:
            return self._facts.is_armed_group(actor.actor_id)
        return self._facts.bears_arms(actor.actor_id)

    def _last_body(self, group: Group) -> tuple[ActorRef, ...]:
        for _, earlier, actors in reversed(self._named):
            if earlier.kind == "body" and earlier.noun in {group.noun, group.noun.rstrip("s")}:
                return actors
        together = self._last_bodies()
        return together if group.noun in _TOGETHER and len(together) > 1 else ()

    def _is_shared(self, noun: str) -> bool:
        """True where several bodies of the report go by that noun: "the army" after two armies."""
        bodies = {
            tuple(ref.actor_id for ref in actors)
            for _, group, actors in self._named
            if group.kind == "body" and group.noun == noun
        }
        return len(bodies) > 1

    def _last_bodies(self, owned: Group | None = None) -> tuple[ActorRef, ...]:
        """The body last named, with those it is coordinated with ("A (AA) and the B (BB)").

        ``owned``: people of it, which not every body has.
        """
        found: dict[str, ActorRef] = {}
        following: Group | None = None
        for _, group, actors in reversed(self._named):
            if group.kind != "body" or group.noun in EPITHETS:
                continue
            if owned is not None and not all(self._may_own(owned, ref) for ref in actors):
                continue
            if owned is not None and _ACCUSED.search(self._text[max(0, group.start - 16) : group.start]):
                continue
            if following is not None and (
                group.sentence != following.sentence
                or group.end > following.start
                or _JOINT.fullmatch(self._text, group.end, following.start) is None
            ):
                break
            for ref in reversed(actors):
                found.setdefault(ref.actor_id or ref.words, ref)
            following = group
        return tuple(reversed(found.values()))

    def _remember(self, group: Group, meant: Meant) -> None:
        self._named.append((group.start, group, meant.actors))
        if group.noun in GROUP_NOUNS and group.kind == "body":
            self._heads[group.noun] = meant.actors
        if (group.noun in EPITHETS and not meant.inferred) or group.loyal_to is not None:
            self._epithets.setdefault(group.noun, []).extend(meant.actors)


def _signature(group: Group) -> str:
    """The phrase without its article, quotation marks and pointing words: what recurs."""
    words = group.words.lower().replace("“", "").replace("”", "").replace('"', "").replace("-", " ").split()
    dropped = {"the", "a", "an", "this", "these", "aforementioned", "said", "both"}
    return " ".join(word for word in words if word not in dropped)
