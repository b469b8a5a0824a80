"""What a measure asks of a row, and the figure that the verdicts on all rows make."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import Any, Literal

from rashomon.evaluation.answers import Answer
from rashomon.evaluation.rows import Row
from rashomon.model.base import value

Said = Literal["value", "zero", "null"]


@value
class Verdict:
    """How one answer compares with one label: ``right`` of ``of`` things, in words for a person too.

    ``said`` tells an answer of nothing (null) and of 0 from others; ``baseline`` is what the trivial
    method gets right; ``km`` how far off each place with coordinates is; ``widths`` those of our interval
    and the label's.
    """

    right: int
    of: int = 1
    label: str
    ours: str
    said: Said = "value"
    baseline: int | None = None
    km: tuple[float, ...] = ()
    widths: tuple[int, int] | None = None


@value
class Measure:
    """A named figure: the label it takes from a row (None: the row does not count) and its judgement.

    ``facets`` are those of the claims that show what an answer rests on.
    """

    name: str
    label: Callable[[Row], Any]
    judge: Callable[[Any, Row, Answer], Verdict]
    facets: frozenset[str] = frozenset()


@value
class Figure:
    """A measure over all rows that count. ``score``, ``null``, ``zero`` and ``placed`` are shares, 0 to 1."""

    name: str
    rows: int
    of: int
    right: int
    score: float | None
    baseline: float | None
    null: float | None
    zero: float | None
    placed: float | None = None
    median_km: float | None = None
    width: float | None = None
    label_width: float | None = None


@value
class Miss:
    """A verdict that is not wholly right, with its row and answer."""

    figure: str
    row: Row
    answer: Answer
    verdict: Verdict
    facets: frozenset[str]


def is_miss(verdict: Verdict) -> bool:
    """True where something was not right."""
    return verdict.right < verdict.of


def make_figure(name: str, verdicts: Sequence[Verdict]) -> Figure:
    """The verdicts of a measure summed up."""
    of, right, rows = sum(v.of for v in verdicts), sum(v.right for v in verdicts), len(verdicts)
    with_baseline = [v for v in verdicts if v.baseline is not None]
    base_of = sum(v.of for v in with_baseline)
    distances = [km for v in verdicts for km in v.km]
    widths = [v.widths for v in verdicts if v.widths is not None]
    return Figure(
        name=name,
        rows=rows,
        of=of,
        right=right,
        score=_share(right, of),
        baseline=_share(sum(v.baseline or 0 for v in with_baseline), base_of) if with_baseline else None,
        null=_share(sum(v.said == "null" for v in verdicts), rows),
        zero=_share(sum(v.said == "zero" for v in verdicts), rows),
        placed=_share(len(distances), of) if distances else None,
        median_km=round(statistics.median(distances), 1) if distances else None,
        width=_mean([ours for ours, _ in widths]),
        label_width=_mean([label for _, label in widths]),
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _mean(numbers: Sequence[int]) -> float | None:
    return round(statistics.fmean(numbers), 2) if numbers else None
