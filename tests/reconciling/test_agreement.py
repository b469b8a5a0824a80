"""Of one day's figures the latest policy takes the first exact one."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.pace import within

from rashomon.codebook.policies import POLICIES
from rashomon.reconciling.agreement import choose_figure, contradicts_itself, judge_agreement, meet
from rashomon.reconciling.figures import Figure, Population


def _figure(low: int, high: int | None, position: int, vague: str | None = None) -> Figure:
    return Figure(
        claim_ids=(f"c{position}",),
        facet="wounded",
        low=low,
        high=high,
        approximate=False,
        vague=vague,
        hedged=False,
        population=Population(),
        coverage="unknown",
        subset_of=None,
        body="outlet:gazette",
        voice="outlet:gazette",
        report="r1",
        utterance=None,
        day="2020-05-04",
        position=position,
        updates=False,
        as_written=str(low),
    )


def test_the_figure_a_report_opens_with_stands_over_what_it_says_of_some_of_them() -> None:
    figures = (_figure(2, None, 5, "several"), _figure(4, 4, 20), _figure(2, 2, 90))
    chosen = choose_figure(figures, (), POLICIES["latest"])
    assert chosen is not None
    assert chosen.figure.stated() == 4


_BOUND = st.one_of(st.none(), st.integers(0, 4))
_FIGURES = st.lists(
    st.builds(
        lambda low, wide, body, said: replace(
            _figure(low, None if wide is None else low + wide, 0), body=body, utterance=said
        ),
        st.integers(0, 4),
        _BOUND,
        st.sampled_from(["outlet:gazette", "actor:army"]),
        st.sampled_from([None, "u1", "u2"]),
    ),
    min_size=2,
    max_size=6,
)


@given(_FIGURES)
def test_figures_are_disputed_where_two_of_them_are_at_odds(figures: list[Figure]) -> None:
    odd = any(not meet(one, two) or contradicts_itself(one, two) for one, two in combinations(figures, 2))
    assert (judge_agreement(figures) == "disputed") is odd


def test_a_figure_repeated_ten_thousand_times_is_judged_at_once() -> None:
    figures = [replace(_figure(12, 12, number), utterance="u1") for number in range(10_000)]
    with within(2):
        assert judge_agreement(figures) == "single"
