"""Mentions put together into events, best pair first, never against what rules a pair out.

A pair joins its two clusters only if no pair across them is ruled out: one bad link cannot pull two
different happenings into one through a third.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.linking.compare import THRESHOLD, Comparison, compare
from rashomon.linking.features import MentionFeatures
from rashomon.model.base import value


@value
class Cluster:
    """Mentions of one happening, sorted by id, and the comparison that brought each in."""

    members: tuple[MentionFeatures, ...]
    ties: tuple[tuple[str, float, str], ...]
    """(mention id, score, reason)."""


def cluster_mentions(features: Sequence[MentionFeatures]) -> tuple[Cluster, ...]:
    """The clusters of all mentions, in order of their first mention id."""
    ordered = sorted(features, key=lambda f: f.mention.id)
    pairs: list[tuple[float, int, int, Comparison]] = []
    ruled_out: set[tuple[int, int]] = set()
    for i, one in enumerate(ordered):
        for j in range(i + 1, len(ordered)):
            found = compare(one, ordered[j])
            if found.against is not None:
                ruled_out.add((i, j))
            elif found.score >= THRESHOLD:
                pairs.append((-found.score, i, j, found))
    groups = {i: {i} for i in range(len(ordered))}
    home = {i: i for i in range(len(ordered))}
    ties: dict[int, tuple[float, str]] = {}
    for _, i, j, found in sorted(pairs, key=lambda pair: pair[:3]):
        left, right = home[i], home[j]
        if left == right or _is_ruled_out(groups[left], groups[right], ruled_out):
            continue
        reason = f"{'; '.join(found.reasons)} (with {_name(ordered[i])})"
        ties.setdefault(j, (found.score, reason))
        ties.setdefault(i, (found.score, f"{'; '.join(found.reasons)} (with {_name(ordered[j])})"))
        keep, drop = min(left, right), max(left, right)
        groups[keep] |= groups.pop(drop)
        for member in groups[keep]:
            home[member] = keep
    return tuple(_cluster(ordered, sorted(groups[key]), ties) for key in sorted(groups))


def _name(features: MentionFeatures) -> str:
    return features.report.outlet or features.report.source_ref


def _is_ruled_out(one: set[int], two: set[int], ruled_out: set[tuple[int, int]]) -> bool:
    return any((min(a, b), max(a, b)) in ruled_out for a in one for b in two)


def _cluster(
    ordered: Sequence[MentionFeatures], members: Sequence[int], ties: dict[int, tuple[float, str]]
) -> Cluster:
    return Cluster(
        members=tuple(ordered[i] for i in members),
        ties=tuple(
            (ordered[i].mention.id, *ties.get(i, (1.0, "the first account of this happening")))
            for i in members
        ),
    )
