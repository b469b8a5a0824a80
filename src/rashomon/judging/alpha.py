"""Krippendorff's α: how far coders agree beyond what chance would give, with codings missing where they are.

α = 1 − observed disagreement / expected disagreement, over the values that can be paired: those of units that
two coders or more coded. 1 is perfect agreement, 0 what chance gives; below 0 they disagree systematically.

Source: Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
https://repository.upenn.edu/asc_papers/43; the tests compute its worked examples.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations
from typing import Any, Literal, TypeAlias

from rashomon.model.base import value

Level = Literal["nominal", "ordinal", "interval", "ratio"]

LEVELS: dict[Level, str] = {
    "nominal": "the same or not",
    "ordinal": "ranks: by how many values lie between",
    "interval": "numbers: by how far they lie apart",
    "ratio": "counts from 0: by how far they lie apart against their size",
}
"""How much two values differ, at each level of measurement."""

Unit: TypeAlias = Sequence[Hashable | None]
"""What each coder said of one thing; None where he said nothing."""

RESAMPLES = 500
"""How many times units are drawn anew for an interval: its ends then move by about 0.01 from seed to seed."""

FEWEST_UNITS = 10
"""Units that two coders or more coded, below which no interval is given: it would feign a knowledge."""

_Difference: TypeAlias = Callable[[Any, Any], float]


@value
class Agreement:
    """How far coders agree on one thing. ``alpha`` is None where it is not defined (see `alpha_of`)."""

    alpha: float | None
    percent: float | None
    """Of the units that two coders or more coded, how many in a hundred on which all said the same."""
    units: int
    """How many units two coders or more coded."""
    pairable: int
    """How many values stand in those units."""
    interval: tuple[float, float] | None = None
    """The middle 95 % of α over resampled units; None where it is not defined or units are too few."""


def alpha_of(units: Sequence[Unit], level: Level = "nominal") -> float | None:
    """Krippendorff's α; None where fewer than two values can be paired or none differs from another.

    Values of the levels interval and ratio are numbers (from 0 for ratio), those of ordinal can be sorted.
    Neither the order of the units nor that of the coders matters.

    >>> alpha_of([("a", "a"), ("b", "b"), ("a", None)])
    1.0
    >>> alpha_of([("a", "a"), ("a", "a")]) is None
    True
    """
    return _alpha(_paired(units), level)


def agreement_on(units: Sequence[Unit], level: Level = "nominal", *, seed: int | None = None) -> Agreement:
    """All figures of agreement on one thing; with a seed, an interval by drawing the units anew."""
    paired = _paired(units)
    same = sum(len(set(unit)) == 1 for unit in paired)
    alpha = _alpha(paired, level)
    return Agreement(
        alpha=alpha,
        percent=100 * same / len(paired) if paired else None,
        units=len(paired),
        pairable=sum(map(len, paired)),
        interval=None if alpha is None or seed is None else _interval(paired, level, seed),
    )


def _paired(units: Sequence[Unit]) -> list[tuple[Hashable, ...]]:
    """What was said of the units that two coders or more coded."""
    said = [tuple(one for one in unit if one is not None) for unit in units]
    return [values for values in said if len(values) > 1]


def _alpha(paired: Sequence[tuple[Hashable, ...]], level: Level) -> float | None:
    counts = Counter(one for unit in paired for one in unit)
    if len(counts) < 2:
        return None
    total = sum(counts.values())
    differ = _DIFFERENCES[level](counts)
    observed = sum(
        2 * differ(one, two) / (len(unit) - 1)
        for unit in paired
        for one, two in combinations(unit, 2)
        if one != two
    )
    expected = sum(2 * counts[one] * counts[two] * differ(one, two) for one, two in combinations(counts, 2))
    return 1 - (total - 1) * observed / expected


def _interval(paired: Sequence[tuple[Hashable, ...]], level: Level, seed: int) -> tuple[float, float] | None:
    """Where the middle 95 % of α lie when as many units are drawn from these, again and again."""
    if len(paired) < FEWEST_UNITS:
        return None
    draw = random.Random(seed)  # noqa: S311 - repeatable on purpose; nothing secret
    ordered = sorted(paired, key=repr)
    found = []
    for _ in range(RESAMPLES):
        drawn = [ordered[int(draw.random() * len(ordered))] for _ in ordered]
        # Units that happen to be all alike hold no variation: α says nothing of them.
        found.append(_alpha(drawn, level))
    known = sorted(alpha for alpha in found if alpha is not None)
    if len(known) < RESAMPLES / 2:
        return None
    cut = len(known) // 40
    return known[cut], known[-1 - cut]


def _nominal(_: Mapping[Hashable, int]) -> _Difference:
    return lambda one, two: float(one != two)


def _ordinal(counts: Mapping[Any, int]) -> _Difference:
    below: dict[Any, float] = {}
    reached = 0
    for one in sorted(counts):
        # A value stands in the middle of all that were given it.
        below[one] = reached + counts[one] / 2
        reached += counts[one]
    return lambda one, two: float((below[one] - below[two]) ** 2)


def _interval_scale(_: Mapping[Hashable, int]) -> _Difference:
    return lambda one, two: float((one - two) ** 2)


def _ratio(_: Mapping[Hashable, int]) -> _Difference:
    return lambda one, two: float(((one - two) / (one + two)) ** 2)


_DIFFERENCES: dict[Level, Callable[[Mapping[Any, int]], _Difference]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval_scale,
    "ratio": _ratio,
}
