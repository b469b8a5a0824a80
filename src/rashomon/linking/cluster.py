"""Mentions put together into events, best pair first, never against what rules a pair out.

A pair joins its two clusters only if the pairs across them are likely on the average, and never against what
one report tells apart: one bad link cannot pull two different happenings into one through a third. What
people ruled comes first and beats every comparison.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.linking.blocking import candidate_pairs
from rashomon.linking.compare import THRESHOLD, Comparison, compare
from rashomon.linking.features import MentionFeatures
from rashomon.model.base import value
from rashomon.model.judgements import Ruling

Pair = tuple[int, int]
AVERAGE = 0.3
"""Mean probability over all pairs across two clusters from which they may become one."""


@value
class Bond:
    """What brought a mention into its cluster, with a score from 0 to 1 and a reason."""

    mention_id: str
    score: float
    reason: str
    judged_by: str | None = None


@value
class Cluster:
    """Mentions of one happening, sorted by id, and the bond that holds each."""

    members: tuple[MentionFeatures, ...]
    bonds: tuple[Bond, ...]


def cluster_mentions(
    features: Sequence[MentionFeatures], rulings: Sequence[Ruling] = ()
) -> tuple[Cluster, ...]:
    """The clusters of all mentions, in order of their first mention id."""
    ordered = sorted(features, key=lambda f: f.mention.id)
    ruled = _rulings_by_pair(ordered, rulings)
    grouping = _Grouping(ordered, {pair for pair, ruling in ruled.items() if not ruling.together})
    for pair, ruling in sorted(ruled.items()):
        if ruling.together:
            grouping.join(*pair, 1.0, f"judged one happening: {ruling.why}", ruling.by)
    for (i, j), found in _compare_all(ordered, ruled):
        grouping.join(i, j, found.score, "; ".join(found.reasons))
    return grouping.clusters()


def _rulings_by_pair(ordered: Sequence[MentionFeatures], rulings: Sequence[Ruling]) -> dict[Pair, Ruling]:
    place = {features.mention.id: i for i, features in enumerate(ordered)}
    there = [ruling for ruling in rulings if ruling.one in place and ruling.two in place]
    return {_pair(place[ruling.one], place[ruling.two]): ruling for ruling in there}


def _pair(i: int, j: int) -> Pair:
    return (min(i, j), max(i, j))


def _compare_all(
    ordered: Sequence[MentionFeatures], ruled: Mapping[Pair, Ruling]
) -> list[tuple[Pair, Comparison]]:
    """The pairs that are likely one happening, the likeliest first."""
    candidates: list[tuple[Pair, Comparison]] = []
    for pair in candidate_pairs(ordered):
        if pair in ruled:
            continue
        found = compare(ordered[pair[0]], ordered[pair[1]])
        if found.against is None and found.score >= THRESHOLD:
            candidates.append((pair, found))
    return sorted(candidates, key=lambda each: (-each[1].score, each[0]))


class _Grouping:
    """Clusters as they grow; ``apart`` holds the pairs that people ruled to be two happenings."""

    def __init__(self, ordered: Sequence[MentionFeatures], apart: set[Pair]) -> None:
        self._apart = apart
        self._known: dict[Pair, Comparison] = {}
        self._ordered = ordered
        self._members = {i: {i} for i in range(len(ordered))}
        self._home = {i: i for i in range(len(ordered))}
        self._bonds: dict[int, Bond] = {}

    def join(self, i: int, j: int, score: float, reason: str, judged_by: str | None = None) -> None:
        """Put two mentions' clusters together, unless a pair across them must stay apart."""
        left, right = self._home[i], self._home[j]
        if left == right or self._must_stay_apart(left, right, judged=judged_by is not None):
            return
        for one, other in ((j, i), (i, j)):
            if one not in self._bonds:
                why = f"{reason} (with {_name(self._ordered[other])})"
                self._bonds[one] = Bond(
                    mention_id=self._ordered[one].mention.id, score=score, reason=why, judged_by=judged_by
                )
        keep, drop = min(left, right), max(left, right)
        self._members[keep] |= self._members.pop(drop)
        for member in self._members[keep]:
            self._home[member] = keep

    def _must_stay_apart(self, left: int, right: int, *, judged: bool) -> bool:
        """True where any pair across is ruled out, or all of them together are unlikely to be one.

        What a person ruled to be one yields to nothing but another ruling.
        """
        pairs = [_pair(a, b) for a in sorted(self._members[left]) for b in sorted(self._members[right])]
        if any(pair in self._apart for pair in pairs):
            return True
        if judged:
            return False
        across = [self._compared(pair) for pair in pairs]
        if any(found.never for found in across):
            return True
        likely = sum(found.score for found in across if found.against is None)
        return likely / len(across) < AVERAGE

    def _compared(self, pair: Pair) -> Comparison:
        if pair not in self._known:
            self._known[pair] = compare(self._ordered[pair[0]], self._ordered[pair[1]])
        return self._known[pair]

    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters as they stand."""
        return tuple(self._cluster(sorted(self._members[key])) for key in sorted(self._members))

    def _cluster(self, members: Sequence[int]) -> Cluster:
        return Cluster(
            members=tuple(self._ordered[i] for i in members),
            bonds=tuple(self._bonds.get(i, self._first_account(i)) for i in members),
        )

    def _first_account(self, i: int) -> Bond:
        return Bond(
            mention_id=self._ordered[i].mention.id, score=1.0, reason="the first account of this happening"
        )


def _name(features: MentionFeatures) -> str:
    return features.report.outlet or features.report.source_ref
