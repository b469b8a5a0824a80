"""Mentions put together into events, best pair first, never against what rules a pair out.

A pair joins its two clusters only if the pairs across them are likely on the average, and never against what
one report tells apart: one bad link cannot pull two different happenings into one through a third. What
people ruled comes first and beats every comparison.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.linking.blocking import IdPair, Meetings
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
    return Clustering().renew(features, rulings)


@value
class _Group:
    """Mentions that likely pairs and rulings hold together, however long the chain: clustered by themselves.

    No pair across two groups is likely, so none can join their clusters. ``ties``: the likely pairs.
    """

    members: tuple[MentionFeatures, ...]
    ties: tuple[tuple[IdPair, Comparison], ...] = ()
    rulings: tuple[Ruling, ...] = ()

    def is_like(self, other: _Group) -> bool:
        """True where both are made of the very same things."""
        return (
            _are_same(self.members, other.members)
            and self.rulings == other.rulings
            and [pair for pair, _ in self.ties] == [pair for pair, _ in other.ties]
            and _are_same([found for _, found in self.ties], [found for _, found in other.ties])
        )


class Clustering:
    """Clusters of mentions, kept: only groups that something changed in are clustered again."""

    def __init__(self) -> None:
        self._meetings = Meetings()
        self._compared: dict[IdPair, Comparison | None] = {}
        self._clustered: dict[str, tuple[_Group, tuple[Cluster, ...]]] = {}

    def renew(self, features: Sequence[MentionFeatures], rulings: Sequence[Ruling]) -> tuple[Cluster, ...]:
        """The clusters of these mentions, in order of their first mention id; unchanged ones are the same objects."""
        by_id = {one.mention.id: one for one in features}
        self._compare(by_id)
        clustered: dict[str, tuple[_Group, tuple[Cluster, ...]]] = {}
        for group in _groups(by_id, self._compared, rulings):
            first = group.members[0].mention.id
            known = self._clustered.get(first)
            same = known is not None and known[0].is_like(group)
            clustered[first] = known if known is not None and same else (group, _cluster_group(group))
        self._clustered = clustered
        clusters = [cluster for _, found in clustered.values() for cluster in found]
        return tuple(sorted(clusters, key=lambda cluster: cluster.members[0].mention.id))

    def _compare(self, by_id: Mapping[str, MentionFeatures]) -> None:
        """Compare the pairs worth it, those again of which one changed; None stands for an unlikely pair."""
        moved = self._meetings.renew(by_id)
        known = self._compared
        self._compared = {
            pair: known[pair]
            if pair in known and pair[0] not in moved and pair[1] not in moved
            else _likely(by_id[pair[0]], by_id[pair[1]])
            for pair in self._meetings.pairs
        }


def _likely(one: MentionFeatures, two: MentionFeatures) -> Comparison | None:
    found = compare(one, two)
    return found if found.against is None and found.score >= THRESHOLD else None


def _are_same(ones: Sequence[object], others: Sequence[object]) -> bool:
    return len(ones) == len(others) and all(map(operator.is_, ones, others))


def _groups(
    by_id: Mapping[str, MentionFeatures],
    compared: Mapping[IdPair, Comparison | None],
    rulings: Sequence[Ruling],
) -> Iterator[_Group]:
    """The groups of all mentions; of a ruled pair only the ruling counts."""
    ruled = {
        (min(ruling.one, ruling.two), max(ruling.one, ruling.two)): ruling
        for ruling in rulings
        if ruling.one in by_id and ruling.two in by_id
    }
    likely = {pair: found for pair, found in compared.items() if found is not None and pair not in ruled}
    together = [pair for pair, ruling in ruled.items() if ruling.together]
    root = _roots(by_id, [*likely, *together])
    members: dict[str, list[str]] = {}
    for key in sorted(by_id):
        members.setdefault(root[key], []).append(key)
    ties: dict[str, list[tuple[IdPair, Comparison]]] = {}
    for pair, found in likely.items():
        ties.setdefault(root[pair[0]], []).append((pair, found))
    said: dict[str, list[Ruling]] = {}
    for (one, two), ruling in sorted(ruled.items()):
        if root[one] == root[two]:
            said.setdefault(root[one], []).append(ruling)
    for key, own in members.items():
        yield _Group(
            members=tuple(by_id[one] for one in own),
            ties=tuple(sorted(ties.get(key, ()), key=lambda each: _rank(each, by_id))),
            rulings=tuple(said.get(key, ())),
        )


def _rank(tie: tuple[IdPair, Comparison], by_id: Mapping[str, MentionFeatures]) -> tuple[object, ...]:
    """Sort key: what both reports are mainly about first, since a report tells of it only once."""
    (one, two), found = tie
    main = by_id[one].mention.role == by_id[two].mention.role == "main"
    return not main, -found.score, one, two


def _roots(ids: Iterable[str], pairs: Iterable[IdPair]) -> dict[str, str]:
    """For each mention the smallest id among those that pairs hold together with it."""
    root = {key: key for key in ids}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for one, two in pairs:
        left, right = find(one), find(two)
        root[max(left, right)] = min(left, right)
    return {key: find(key) for key in root}


def _cluster_group(group: _Group) -> tuple[Cluster, ...]:
    place = {features.mention.id: i for i, features in enumerate(group.members)}
    ruled = {_pair(place[ruling.one], place[ruling.two]): ruling for ruling in group.rulings}
    grouping = _Grouping(
        group.members,
        apart={pair for pair, ruling in ruled.items() if not ruling.together},
        known={_pair(place[one], place[two]): found for (one, two), found in group.ties},
    )
    for pair, ruling in sorted(ruled.items()):
        if ruling.together:
            grouping.join(*pair, 1.0, f"judged one happening: {ruling.why}", ruling.by)
    for (one, two), found in group.ties:
        grouping.join(place[one], place[two], found.score, "; ".join(found.reasons))
    return grouping.clusters()


def _pair(i: int, j: int) -> Pair:
    return (min(i, j), max(i, j))


class _Grouping:
    """Clusters as they grow; ``apart`` holds the pairs that people ruled to be two happenings.

    ``known`` holds the pairs compared already, which are not compared again.
    """

    def __init__(
        self, ordered: Sequence[MentionFeatures], *, apart: set[Pair], known: dict[Pair, Comparison]
    ) -> None:
        self._apart = apart
        self._known = known
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
