"""Of one day's figures the latest policy takes the first exact one."""

from __future__ import annotations

from rashomon.codebook.policies import POLICIES
from rashomon.reconciling.agreement import choose_figure
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
