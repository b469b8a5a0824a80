"""Which claim a clause is a statement of, and where a clause that says several things is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.actors import ActorRegistry
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Attribution, Claim, Count
from rashomon.reading.statements.making import party_of, reference

_INFERRED = frozenset({"inferred_date", "inferred_place", "unspecified_other"})
_OPENING = re.compile(r"(?:[\s,;(]|\b(?:and|or|but|as well as|the|an?|at least|about|over|in|on|near|at|by|with)\b)+\Z", re.I)
_REACH = 60
_PARTS = frozenset({"participant", "in_liaison", "initiator", "target"})


@value
class Told:
    """One thing that a clause says: its run of the text, and the claim or the speech it is."""

    start: int
    end: int
    claim: Claim | None = None
    speech: Attribution | None = None


def told_of(
    text: str, span: tuple[int, int], claims: Sequence[Claim], registry: ActorRegistry
) -> list[Told]:
    """What a clause says, in order: one thing for each claim, or one without any."""
    kept = _without_kind(_distinct(claims))
    if not kept:
        return [Told(start=span[0], end=span[1])]
    told: list[Told] = []
    cuts = _cuts(text, span, kept)
    for number, claim in enumerate(kept):
        start, end = cuts[number]
        if claim.facet in _PARTS:
            claim = _of_these_words(claim, text[start:end], registry)
        told.append(Told(start=start, end=end, claim=claim))
    return told


def _cuts(text: str, span: tuple[int, int], claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """A run for each claim: together they are the clause; overlapping claims have their own words each."""
    passages = [(c.passages[0].start, c.passages[0].end) for c in claims]
    if any(two[0] < one[1] for one, two in zip(passages, passages[1:], strict=False)):
        return [(start, max(end, start + 1)) for start, end in passages]
    starts = [span[0], *(_opening(text, before[1], start) for before, (start, _) in zip(passages, passages[1:], strict=False))]
    ends = [*starts[1:], max(span[1], passages[-1][1])]
    runs = []
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end]
        runs.append((start + len(words) - len(words.lstrip(" ,;")), end - len(words) + len(words.rstrip(" ,;"))))
    return runs


def _opening(text: str, after: int, start: int) -> int:
    """Where the words begin that lead up to a claim: "and near", "and the"."""
    match = _OPENING.search(text, max(after, start - _REACH), start)
    return match.start() if match else start


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without copies for other happenings, inferred ones, and parts of a phrase read twice."""
    ordered = sorted(claims, key=lambda c: (c.passages[0].start, -c.passages[0].end, len(c.flags), c.id))
    kept: list[Claim] = []
    for claim in ordered:
        inferred = any(flag.code in _INFERRED for flag in claim.flags)
        if inferred and any(c.facet == claim.facet for c in claims if c is not claim):
            continue
        if any(_says_the_same(one, claim) for one in kept):
            continue
        kept.append(claim)
    return kept


def _says_the_same(one: Claim, other: Claim) -> bool:
    if one.facet != other.facet:
        return False
    (start, end), (first, last) = ((c.passages[0].start, c.passages[0].end) for c in (one, other))
    if (start, end) == (first, last):
        return True
    plural = isinstance(other.value, Count) and (other.value.vague == "plural" or other.value.low is None)
    return start <= first and last <= end and (plural or one.facet not in ("killed", "wounded", "captured"))


def _without_kind(claims: Sequence[Claim]) -> list[Claim]:
    """What kind of event it was goes without saying where the clause says something else of it."""
    others = [claim for claim in claims if claim.facet != "kind"]
    return others or list(claims[:1])


def _of_these_words(claim: Claim, words: str, registry: ActorRegistry) -> Claim:
    """A claim of taking part with just the actors named in its own words beside it.

    The reader gives all who fought together; each statement is about its own. Who has no name in it
    ("the rebels") stays with whom the reader took it for, as far as that is not named elsewhere.
    """
    about, passage = claim.about, claim.passages[0]
    named = [reference(hit, registry, None) for hit in registry.find(words)]
    if not named and isinstance(claim.value, ActorRef) and claim.value.actor_id:
        named = [claim.value]
    party = party_of(passage.words, named, (passage.start, passage.end))
    if about is None:
        return replace(claim, about=party)
    return replace(claim, about=replace(party, status=about.status, categories=about.categories))
