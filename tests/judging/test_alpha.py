"""Krippendorff's α against published worked examples, and what must hold for any codings.

The codings marked B and C are data of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); A is
the smallest table there. By hand, for A: of 20 values 14 are 0 and 6 are 1, and four units hold one of each, so
α = 1 − 19 · 4 / (14 · 6) = 1 − 76/84 = 8/84. For B: 24 values, nine units alike give 18 matches, the values
occur 4, 6, 6, 6 and 2 times, so α = (23 · 18 − 104) / (24 · 23 − 104) = 310/448.
"""

from __future__ import annotations

import math
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.judging.alpha import FEWEST_UNITS, LEVELS, Level, agreement_on, alpha_of

A = list(zip("0100000010", "1110010000", strict=True))
B = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
_ = None
C = list(
    zip(
        (1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3),
        (_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _),
        strict=True,
    )
)


def test_two_coders_and_two_values() -> None:
    assert alpha_of(A) == pytest.approx(8 / 84, abs=1e-12)


def test_two_coders_and_any_number_of_values() -> None:
    assert alpha_of(B) == pytest.approx(310 / 448, abs=1e-12)


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_several_coders_with_missing_codings_at_each_level(level: Level, alpha: float) -> None:
    assert alpha_of(C, level) == pytest.approx(alpha, abs=0.0005)


def test_the_other_figures_of_the_same_codings() -> None:
    found = agreement_on(C)
    # The last unit has one value only; in eight of the eleven others all say the same.
    assert (found.units, found.pairable) == (11, 40)
    assert found.percent == pytest.approx(100 * 8 / 11)


@pytest.mark.parametrize(
    "units",
    [
        [],
        [("a",)],
        [("a", None), (None, "b")],
        [("a", "a"), ("a", "a", "a")],
        [(0, 0), (0, None), (5, None)],
    ],
)
@pytest.mark.parametrize("level", LEVELS)
def test_alpha_is_not_defined_without_pairs_or_without_variation(
    units: list[tuple[Any, ...]], level: Level
) -> None:
    found = agreement_on(units, level, seed=1)
    assert (found.alpha, found.interval) == (None, None)


def test_two_values_that_differ_are_no_better_than_chance() -> None:
    assert alpha_of([("a", "b")]) == 0.0


def test_systematic_disagreement_lies_below_chance() -> None:
    found = alpha_of([("a", "b"), ("b", "a")] * 5)
    assert found is not None
    assert found < 0


def test_of_counts_the_same_distance_weighs_less_among_great_ones() -> None:
    small, great = [(1, 2), (50, 50)], [(1, 1), (50, 51)]
    assert (alpha_of(small, "interval") or 0) == pytest.approx(alpha_of(great, "interval") or 0, abs=0.001)
    assert (alpha_of(small, "ratio") or 0) < (alpha_of(great, "ratio") or 0) - 0.05


def test_the_interval_is_the_same_each_time_and_holds_alpha() -> None:
    units = C * 3
    one, again = agreement_on(units, "interval", seed=4), agreement_on(units, "interval", seed=4)
    assert one == again
    assert one.interval is not None
    assert one.alpha is not None
    assert one.interval[0] < one.alpha < one.interval[1]
    wider = agreement_on(C, "interval", seed=4).interval
    assert wider is not None
    assert wider[1] - wider[0] > one.interval[1] - one.interval[0]


def test_too_few_units_have_no_interval() -> None:
    assert agreement_on(C[: FEWEST_UNITS - 1], seed=1).interval is None


VALUES = st.one_of(st.none(), st.integers(0, 5))
CODINGS = st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=12)
ANY_LEVEL = st.sampled_from(list(LEVELS))


def near(one: float | None, two: float | None) -> bool:
    return one is two is None or (
        one is not None and two is not None and math.isclose(one, two, abs_tol=1e-9)
    )


@given(CODINGS, ANY_LEVEL, st.randoms(use_true_random=False))
def test_neither_the_order_of_units_nor_that_of_coders_matters(
    units: list[Any], level: Level, shuffle: random.Random
) -> None:
    other = [tuple(shuffle.sample(unit, len(unit))) for unit in shuffle.sample(units, len(units))]
    one, two = agreement_on(units, level), agreement_on(other, level)
    assert near(one.alpha, two.alpha)
    assert (one.percent, one.units, one.pairable) == (two.percent, two.units, two.pairable)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(2, 4)), max_size=12), ANY_LEVEL)
def test_perfect_agreement_is_one(said: list[tuple[int, int]], level: Level) -> None:
    found = agreement_on([(number,) * coders for number, coders in said], level)
    varied = len({number for number, _ in said}) > 1
    assert found.alpha == (1.0 if varied else None)
    assert found.percent == (100.0 if said else None)


@given(CODINGS, ANY_LEVEL)
def test_alpha_is_never_above_one_and_is_one_only_where_all_agree(units: list[Any], level: Level) -> None:
    found = agreement_on(units, level)
    if found.alpha is not None:
        assert found.alpha <= 1.0
        assert (found.alpha == 1.0) == (found.percent == 100.0)


@given(CODINGS, ANY_LEVEL)
def test_a_unit_that_only_one_coder_coded_changes_nothing(units: list[Any], level: Level) -> None:
    assert near(alpha_of(units, level), alpha_of([*units, (5, None, None), (None, 0)], level))


@given(CODINGS, st.permutations(range(6)))
def test_what_names_are_given_to_nominal_values_does_not_matter(units: list[Any], names: list[int]) -> None:
    renamed = [tuple(None if one is None else names[one] for one in unit) for unit in units]
    assert near(alpha_of(units), alpha_of(renamed))


@given(CODINGS, st.integers(1, 9), st.integers(-9, 9))
def test_interval_values_may_be_shifted_and_scaled_and_ratio_values_scaled(
    units: list[Any], scale: int, shift: int
) -> None:
    shifted = [tuple(None if one is None else one * scale + shift for one in unit) for unit in units]
    scaled = [tuple(None if one is None else one * scale for one in unit) for unit in units]
    assert near(alpha_of(units, "interval"), alpha_of(shifted, "interval"))
    assert near(alpha_of(units, "ratio"), alpha_of(scaled, "ratio"))
