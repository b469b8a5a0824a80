"""Whose losses a line of an infobox gives: as it says, by its place in the list, or unknown.

Flags often tell whose a line is, and are lost where a page is copied. Then the order of the lines may
still match the order of the combatants, and a sentence of the prose may confirm it; where neither does,
nobody is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.actors import ActorRegistry, country_for
from rashomon.model.audit import Owner, Statement
from rashomon.model.base import value
from rashomon.model.claims import Count
from rashomon.reading.statements.entries import without_remarks
from rashomon.reading.statements.losses import CIVILIANS, NOT_PEOPLE, Loss, LossEntry

_WORD = re.compile(r"[^\W\d_]{4,}")
_GENERAL = frozenset(
    {"army", "armed", "forces", "islamic", "state", "front", "movement", "group", "party", "national"}
)


@value
class Combatant:
    """One entry of a side's combatants: its words, the actors it is read as."""

    words: str
    actor_ids: tuple[str, ...]


class Bodies:
    """Compares actors: a state and its forces are one body, a part belongs to its whole."""

    def __init__(self, registry: ActorRegistry) -> None:
        self._registry = registry

    def same(self, one: str, two: str) -> bool:
        """True where two actors are the same body or one is part of the other."""
        one, two = self._body(one), self._body(two)
        return one == two or two in self._parents(one) or one in self._parents(two)

    def meet(self, ones: Sequence[str], twos: Sequence[str]) -> bool:
        """True where any of some actors is any of others."""
        return any(self.same(one, two) for one in ones for two in twos)

    def _body(self, actor_id: str) -> str:
        for prefix in ("forces:", "state:"):
            if actor_id.startswith(prefix):
                return f"state:{actor_id.removeprefix(prefix)[:3]}"
        return actor_id

    def _parents(self, actor_id: str) -> tuple[str, ...]:
        return self._registry.parents(actor_id) if actor_id in self._registry else ()


def actor_ids_of(words: str, registry: ActorRegistry) -> tuple[str, ...]:
    """The actors that words of an infobox name; a country alone stands for its forces."""
    found = tuple(dict.fromkeys(hit.actor_ids[0] for hit in registry.find(words) if hit.actor_ids))
    country = None if found else country_for(" ".join(words.split()))
    return (f"forces:{country}",) if country else found


class OwnerFinder:
    """Finds the owners of one side's loss entries."""

    def __init__(
        self, combatants: Sequence[Combatant], prose: Sequence[Statement], registry: ActorRegistry
    ) -> None:
        self.combatants = tuple(combatants)
        self.prose = tuple(s for s in prose if s.claim is not None and isinstance(s.claim.value, Count))
        self.registry = registry
        self.bodies = Bodies(registry)

    def find(self, entries: Sequence[LossEntry]) -> list[Owner]:
        """An owner for each entry, in order."""
        owners = [self._stated(entry) for entry in entries]
        open_places = [place for place, owner in enumerate(owners) if owner is None]
        shares = self._by_position(entries) if len(open_places) == len(entries) else None
        for place in open_places:
            entry = entries[place]
            if shares is not None:
                owners[place] = self._inferred(entry, shares[place])
            else:
                owners[place] = self._by_prose(entry)
        return [owner or Owner(basis="unknown") for owner in owners]

    # --- what the line says

    def _stated(self, entry: LossEntry) -> Owner | None:
        label = entry.losses[0].item.label
        said = [label] if label else [name for name in entry.images if name]
        if said:
            return self._named(said)
        people = [loss for loss in entry.losses if loss.facet not in NOT_PEOPLE]
        if people and all(CIVILIANS.search(without_remarks(loss.item.words)) for loss in people):
            return Owner(basis="stated", words="civilians")
        named = [ids for loss in entry.losses if (ids := self._ids_in(loss))]
        if named and len(named) == len(entry.losses):
            return Owner(basis="stated", words=self._words_of(named[0]), actor_ids=named[0])
        if len(self.combatants) == 1:
            return _owner("stated", self.combatants)
        return None

    def _ids_in(self, loss: Loss) -> tuple[str, ...]:
        words = without_remarks(loss.item.words)
        if loss.item.speaker is not None:
            words = words.replace(loss.item.speaker.words, " ")
        return tuple(dict.fromkeys(h.actor_ids[0] for h in self.registry.find(words) if h.actor_ids))

    def _named(self, said: Sequence[str]) -> Owner:
        """The owner that a label or flags name, as one of the side's combatants where it is one."""
        ids = tuple(dict.fromkeys(i for name in said for i in actor_ids_of(name, self.registry)))
        mine = [
            c
            for c in self.combatants
            if self.bodies.meet(c.actor_ids, ids) or any(_alike(c.words, name) for name in said)
        ]
        if mine:
            return _owner("stated", mine)
        return Owner(basis="stated", words=", ".join(said), actor_ids=ids)

    def _words_of(self, ids: Sequence[str]) -> str:
        mine = [c.words for c in self.combatants if self.bodies.meet(c.actor_ids, ids)]
        return ", ".join(mine) or ", ".join(self.registry.name(i) for i in ids if i in self.registry)

    # --- where it stands

    def _by_position(self, entries: Sequence[LossEntry]) -> list[tuple[Combatant, ...]] | None:
        """The combatants of each entry in order, where the list of losses is as long as theirs.

        Flags count: two before one entry are the flags of two combatants that are told of together.
        """
        if not self.combatants:
            return None
        if len(entries) == 1:
            return [self.combatants]
        for sizes in ([max(1, len(entry.images)) for entry in entries], [1] * len(entries)):
            if sum(sizes) == len(self.combatants):
                shares, first = [], 0
                for size in sizes:
                    shares.append(self.combatants[first : first + size])
                    first += size
                return shares
        return None

    def _inferred(self, entry: LossEntry, share: tuple[Combatant, ...]) -> Owner:
        if share == self.combatants and len(share) > 1:
            # One entry for the whole side: the field itself says that it is theirs.
            return _owner("stated", share)
        owner = _owner("inferred", share)
        return replace(owner, passage=self._confirming(entry, owner.actor_ids, need_figure=False))

    # --- what the prose says

    def _by_prose(self, entry: LossEntry) -> Owner:
        """The one combatant of whom the prose gives just these figures; unknown where it gives none."""
        found = [
            (combatant, passage)
            for combatant in self.combatants
            if (passage := self._confirming(entry, combatant.actor_ids, need_figure=True)) is not None
        ]
        passages = {passage for _, passage in found}
        if not found or len(passages) > 1:
            return Owner(basis="unknown")
        owner = _owner("inferred", [combatant for combatant, _ in found])
        return replace(owner, passage=passages.pop())

    def _confirming(
        self, entry: LossEntry, actor_ids: Sequence[str], *, need_figure: bool
    ) -> tuple[int, int] | None:
        """The sentence that tells of these actors' losses, best of all with the same figures."""
        best: tuple[int, tuple[int, int]] | None = None
        for statement in self.prose:
            ids = _ids_about(statement)
            if statement.sentence is None or not self.bodies.meet(ids, actor_ids):
                continue
            score = max((_agreement(loss, statement, need_figure) for loss in entry.losses), default=0)
            if score and (best is None or score > best[0]):
                best = (score, statement.sentence)
        return best[1] if best is not None else None


def _owner(basis: str, combatants: Sequence[Combatant]) -> Owner:
    ids = tuple(dict.fromkeys(i for combatant in combatants for i in combatant.actor_ids))
    words = ", ".join(combatant.words for combatant in combatants)
    return Owner(basis="stated" if basis == "stated" else "inferred", words=words, actor_ids=ids)


def _alike(one: str, two: str) -> bool:
    """True where two names share a word that is no general one."""
    ones, twos = ({w.lower() for w in _WORD.findall(said)} - _GENERAL for said in (one, two))
    return bool(ones & twos)


def _ids_about(statement: Statement) -> tuple[str, ...]:
    claim = statement.claim
    if claim is None or claim.about is None:
        return ()
    return tuple(ref.actor_id for ref in claim.about.actors if ref.actor_id)


def _agreement(loss: Loss, statement: Statement, need_figure: bool) -> int:
    """How well a sentence's figure fits a loss: 2 the same number, 1 the same outcome without one, 0 not."""
    claim = statement.claim
    if claim is None or not isinstance(claim.value, Count):
        return 0
    none = loss.is_none and claim.value.high == 0
    if none:
        return 2
    if claim.facet != loss.facet or not isinstance(loss.value, Count):
        return 0
    if (claim.value.low, claim.value.high) == (loss.value.low, loss.value.high) and claim.value.vague is None:
        return 2
    return 0 if need_figure or claim.value.vague is None else 1
