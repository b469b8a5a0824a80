"""People whom one clause lists beside each other: nobody is two of them, so they are counted together.

"Two farmers and a shepherd were killed" tells of three people, "the driver and three others" of four.
Left as they are: men, women and children, which cut across (`scope` adds them where no total is told);
single people, of whom `individuals` knows who is who; and a list that spells out a total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.reconciling.figures import Figure
from rashomon.reconciling.individuals import OTHERS, Path, is_aside, sum_figures


def add_listed(paths: Mapping[Figure, Path]) -> dict[Figure, Path]:
    """The figures with those that one clause lists for one group of people replaced by their sum."""
    kept = dict(paths)
    for clause in _clauses(figure for figure, path in paths.items() if not is_aside(path)):
        if not _adds_up(clause, kept):
            continue
        placed = {figure: kept.pop(figure) for figure in clause}
        for path in sorted(set(placed.values())):
            here = [figure for figure in clause if placed[figure] == path]
            below = any(len(other) > len(path) and other[: len(path)] == path for other in placed.values())
            kept[_sum(here)] = (*path, OTHERS) if below else path
    return kept


def _clauses(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures by the clause that gives them: their words overlap, the people they speak of do not."""
    clauses: list[list[Figure]] = []
    listed = [figure for figure in figures if _may_be_listed(figure)]
    for figure in sorted(listed, key=lambda figure: (figure.report, figure.who or (0, 0))):
        last = clauses[-1][-1] if clauses else None
        if last is not None and _is_beside(last, figure):
            clauses[-1].append(figure)
        else:
            clauses.append([figure])
    return [clause for clause in clauses if len(clause) > 1]


def _may_be_listed(figure: Figure) -> bool:
    """True for a number above 0 that is no part of another."""
    counted = figure.vague is None and bool(figure.low)
    return counted and figure.who is not None and figure.coverage in {"unknown", "increment"}


def _is_beside(one: Figure, two: Figure) -> bool:
    if one.report != two.report or one.voice != two.voice or one.who is None or two.who is None:
        return False
    return one.who[1] <= two.who[0] and (one.clause[0] == two.clause[0] or one.clause[1] == two.clause[1])


def _adds_up(clause: Sequence[Figure], paths: Mapping[Figure, Path]) -> bool:
    """False for single people, for sexes and ages, for a total spelled out, and where a larger total is told."""
    numbers = [figure.low or 0 for figure in clause]
    if max(numbers) < 2 or all(figure.population.cut is not None for figure in clause):
        return False
    if 2 * numbers[0] == sum(numbers) and clause[0].population.category is None:
        return False  # "three people, a man and two women"
    return not any(
        (other.low or 0) >= sum(numbers)
        for other, path in paths.items()
        if other.body == clause[0].body and other.report == clause[0].report and other not in clause
    )


def _sum(figures: Sequence[Figure]) -> Figure:
    """The people listed as one figure; "three others" beside somebody adds to him, and to nothing before."""
    whole = figures[0] if len(figures) == 1 else sum_figures(figures)
    return replace(whole, population=replace(whole.population, person=None), summed=False)
