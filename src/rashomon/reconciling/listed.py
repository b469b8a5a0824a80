"""People whom one clause lists beside each other: nobody is two of them, so they are counted together.

"Two farmers and a shepherd were killed" tells of three people, "the driver and three others" of four.
Left as they are: single people, of whom `individuals` knows who is who; a list that spells out a total;
and a list in an account that tells of more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.reconciling.figures import Figure
from rashomon.reconciling.individuals import OTHERS, PART, Path, is_aside, sum_figures


def add_listed(paths: Mapping[Figure, Path]) -> dict[Figure, Path]:
    """The figures with those that one clause lists for one group of people replaced by their sum."""
    kept = dict(paths)
    for clause in clauses_of(figure for figure, path in paths.items() if not is_aside(path)):
        if not _adds_up(clause, kept):
            continue
        placed = {figure: kept.pop(figure) for figure in clause}
        _set_aside_again(kept, clause)
        for path in sorted(set(placed.values())):
            here = [figure for figure in clause if placed[figure] == path]
            below = any(len(other) > len(path) and other[: len(path)] == path for other in placed.values())
            for listed in sums_listed(here):
                kept[listed] = (*path, OTHERS) if below else path
    return kept


def _set_aside_again(kept: dict[Figure, Path], clause: Sequence[Figure]) -> None:
    """Put aside whoever of a list is told of alone as well: the list counts him already.

    "The leader and a guide were held. The leader and *several* associates were": the guide may be one of these.
    """
    people = {(f.report, f.population.person) for f in clause if f.population.person is not None}
    again = [figure for figure in kept if (figure.report, figure.population.person) in people]
    if any(figure.vague is not None for figure in clause):
        again += [f for f in kept if f.low == 1 and any(share_clause(f, known) for known in again)]
    for figure in again:
        if not is_aside(kept[figure]):
            kept[figure] = (*kept[figure], f"{PART}{figure.population.person}")


def clauses_of(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures by the clause that lists them: their words share the word of harm."""
    clauses: list[list[Figure]] = []
    listed = [figure for figure in figures if _may_be_added(figure)]
    for figure in sorted(listed, key=lambda figure: (figure.report, figure.listed_at or 0)):
        if clauses and share_clause(clauses[-1][-1], figure):
            clauses[-1].append(figure)
        else:
            clauses.append([figure])
    return [clause for clause in clauses if len(clause) > 1]


def _may_be_added(figure: Figure) -> bool:
    """True for a number above 0 that is no part of another."""
    return bool(figure.low) and figure.listed_at is not None and figure.coverage in {"unknown", "increment"}


def share_clause(one: Figure, two: Figure) -> bool:
    """True for figures of people whom one clause of a report lists beside each other."""
    if one.listed_at is None or two.listed_at is None:
        return False
    if one.report != two.report or one.voice != two.voice:
        return False
    return one.clause[0] < two.clause[1] and two.clause[0] < one.clause[1]


def _adds_up(clause: Sequence[Figure], paths: Mapping[Figure, Path]) -> bool:
    """False for single people, two number words, a total spelled out, and where a larger total is told."""
    numbers = [figure.low or 0 for figure in clause]
    if max(numbers) < 2 or sum(figure.vague is not None for figure in clause) > 1:
        return False
    first = clause[0]
    of_all = first.population.category is None and (first.anybody or 2 * numbers[0] == sum(numbers))
    of_all = of_all and not _are_of_other_kinds(clause)
    if len(numbers) > 2 and 2 * numbers[0] >= sum(numbers) and of_all:
        # "three people, a man and two women"; some of those spelled out may not be read. "Five men, a woman and a
        # child" are seven.
        return False
    return not any(
        (other.low or 0) > sum(numbers)
        for other, path in paths.items()
        if other.body == clause[0].body
        and other.report == clause[0].report
        and other.coverage != "increment"  # "all five attackers died too" is no total of those listed before
        and other not in clause
    )


_KINDS = {
    "men": {"men"},
    "women": {"women"},
    "children": {"boys", "girls"},
    "boys": {"boys"},
    "girls": {"girls"},
    "elderly": {"men", "women"},
}
"""By what people are called: which of men, women, boys and girls they can be."""


def _are_of_other_kinds(clause: Sequence[Figure]) -> bool:
    """True where some listed cannot be of those listed first: "two women, a child and a man"."""
    first, *others = (_KINDS.get("men" if one.of_men else one.population.cut or "") for one in clause)
    return first is not None and any(other is not None and first.isdisjoint(other) for other in others)


def sums_listed(figures: Sequence[Figure]) -> list[Figure]:
    """The people listed as one figure; those called no more than possible raise a second, hedged one."""
    sure = [figure for figure in figures if not figure.possible]
    if not sure or len(sure) == len(figures):
        return [sum_listed(figures)]
    most = replace(sum_listed(figures), hedged=True, possible=True, listed_at=None, joined=False)
    return [sum_listed(sure), most]


def sum_listed(figures: Sequence[Figure]) -> Figure:
    """The people listed as one figure; "three others" beside somebody adds to him, and to nothing before."""
    whole = figures[0] if len(figures) == 1 else sum_figures(figures)
    vague = next((figure for figure in figures if figure.vague is not None), None)
    return replace(
        whole,
        vague=vague.vague if vague is not None else None,
        counted=0 if vague is None else (whole.low or 0) - (vague.low or 0),
        population=replace(whole.population, person=None),
        summed=False,
        joined=whole.joined or len(figures) > 1,
    )
