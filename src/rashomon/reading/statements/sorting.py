"""Which claim a clause is a statement of, and where a clause that says several things is cut."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.actors import ActorRegistry
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, PlaceRef
from rashomon.reading.statements.making import party_of, reference

_INFERRED = frozenset({"inferred_date", "inferred_place", "unspecified_other"})
_OPENING = re.compile(
    r"(?:[\s,;(]|\b(?:and|or|but|as well as|the|an?|at least|about|over|in|on|near|at|by|with"
    r"|(?:town|village|city|district|region|province|area|outskirts) of"
    r"|(?:aided|backed|supported|assisted|joined|accompanied|led) by)\b)+\Z",
    re.I,
)
_REACH = 60
_PARTS = frozenset({"participant", "in_liaison", "initiator", "target"})


@value
class Told:
    """One thing that a clause says: its run of the text, and the claim or the speech it is."""

    start: int
    end: int
    claim: Claim | None = None
    speech: Attribution | None = None


def told_of(text: str, span: tuple[int, int], claims: Sequence[Claim], registry: ActorRegistry) -> list[Told]:
    """What a clause says, in order: one thing for each claim, or one without any."""
    kept = _without_kind(_distinct(claims))
    if not kept:
        return [Told(start=span[0], end=span[1])]
    told: list[Told] = []
    cuts = _cuts(text, span, kept)
    for number, claim in enumerate(kept):
        start, end = cuts[number]
        if claim.facet in _PARTS:
            claim = _of_these_words(claim, registry)
        told.append(Told(start=start, end=end, claim=claim))
    return told


def _cuts(text: str, span: tuple[int, int], claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """A run for each claim: together they are the clause; a claim within another's words has its own only."""
    passages = [(c.passages[0].start, c.passages[0].end) for c in claims]
    leading: list[int] = []
    for number, (start, _) in enumerate(passages):
        if not leading or start >= passages[leading[-1]][1]:
            leading.append(number)
    starts = [
        span[0],
        *(_opening(text, passages[one][1], passages[two][0]) for one, two in itertools.pairwise(leading)),
    ]
    ends = [*starts[1:], max(span[1], passages[leading[-1]][1])]
    runs = {
        number: _trimmed(text, *run)
        for number, run in zip(leading, zip(starts, ends, strict=True), strict=True)
    }
    return [runs.get(number, (start, max(end, start + 1))) for number, (start, end) in enumerate(passages)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(" ,;")), end - len(words) + len(words.rstrip(" ,;"))


def _opening(text: str, after: int, start: int) -> int:
    """Where the words begin that lead up to a claim: "and near", "and the"."""
    match = _OPENING.search(text, max(after, start - _REACH), start)
    return match.start() if match else start


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without copies for other happenings, inferred ones, and parts of a phrase read twice."""
    ordered = sorted(
        claims,
        key=lambda c: (
            c.passages[0].start,
            -c.passages[0].end,
            c.facet == "participant",
            len(c.flags),
            c.facet,
            c.id,
        ),
    )
    kept: list[Claim] = []
    strengths = [claim for claim in ordered if claim.facet == "strength"]
    for claim in ordered:
        inferred = any(flag.code in _INFERRED for flag in claim.flags)
        if inferred and any(c.facet == claim.facet for c in claims if c is not claim):
            continue
        if any(_says_the_same(one, claim) for one in kept):
            continue
        if any(_goes_without_saying(claim, strength) for strength in strengths):
            continue
        kept.append(claim)
    return kept


def _goes_without_saying(claim: Claim, strength: Claim) -> bool:
    """True for taking part, where the same words say how many took part."""
    one, two = claim.passages[0], strength.passages[0]
    overlap = one.start < two.end and two.start < one.end
    return claim.facet in _PARTS and overlap


def _says_the_same(one: Claim, other: Claim) -> bool:
    if {one.facet, other.facet} <= _PARTS and one.passages[0] == other.passages[0]:
        return True
    if one.facet != other.facet:
        return False
    if isinstance(one.value, PlaceRef) and isinstance(other.value, PlaceRef):
        # "in X district, Y province" names one place.
        return other.value.words in one.value.within or one.passages[0] == other.passages[0]
    (start, end), (first, last) = ((c.passages[0].start, c.passages[0].end) for c in (one, other))
    if (start, end) == (first, last):
        return True
    if one.facet in _PARTS and isinstance(one.value, ActorRef) and isinstance(other.value, ActorRef):
        # A name, and its acronym in brackets.
        if one.value.actor_id is not None and one.value.actor_id == other.value.actor_id:
            return True
    plural = isinstance(other.value, Count) and (other.value.vague == "plural" or other.value.low is None)
    return start <= first and last <= end and (plural or one.facet not in ("killed", "wounded", "captured"))


def _without_kind(claims: Sequence[Claim]) -> list[Claim]:
    """What kind of event it was goes without saying where the clause says something else of it."""
    others = [claim for claim in claims if claim.facet != "kind"]
    return others or list(claims[:1])


def _of_these_words(claim: Claim, registry: ActorRegistry) -> Claim:
    """A claim of taking part with just the actors that its own words name.

    The reader gives all who fought together; each statement is about its own.
    """
    about, passage = claim.about, claim.passages[0]
    named = [reference(hit, registry, None) for hit in registry.find(passage.words)]
    if not named and isinstance(claim.value, ActorRef) and claim.value.actor_id:
        named = [claim.value]
    flags = tuple(
        f for f in claim.flags if f.code != "inferred_actor" or (not named and f.words in passage.words)
    )
    inferred = () if named else _inferred_actors(claim, registry)
    party = party_of(passage.words, named or inferred, (passage.start, passage.end))
    if about is not None:
        party = replace(party, status=about.status, categories=about.categories)
    return replace(claim, about=party, flags=flags)


def _inferred_actors(claim: Claim, registry: ActorRegistry) -> tuple[ActorRef, ...]:
    """Whom the reader took a phrase without a name for: of those who fought together, the ones not named."""
    about, words = claim.about, claim.passages[0].words
    guessed = [flag for flag in claim.flags if flag.code == "inferred_actor"]
    if about is None or len(guessed) != 1 or guessed[0].words not in words:
        return ()
    named = {hit.actor_ids[0] for hit in registry.find(about.words) if hit.actor_ids}
    return tuple(ref for ref in about.actors if ref.actor_id not in named)
