"""Measures of numbers: killed, wounded, captured, single and as intervals. Nothing said counts as 0."""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.evaluation.answers import Answer
from rashomon.evaluation.measures import Measure, Said, Verdict
from rashomon.evaluation.rows import Row
from rashomon.evaluation.wording import number_near

Span = tuple[int, int]

KILLED_FACETS = frozenset({"killed", "losses", "neutralised", "victim"})
WOUNDED_FACETS = frozenset({"wounded", "losses", "neutralised"})
CAPTURED_FACETS = frozenset({"captured", "losses", "neutralised"})


def said_of(*numbers: int | None) -> Said:
    """Whether anything was said, and if so whether it was 0."""
    if all(number is None for number in numbers):
        return "null"
    return "value" if any(numbers) else "zero"


def measure_count(
    name: str,
    label: Callable[[Row], int | None],
    where: tuple[str, ...],
    *,
    verb: re.Pattern[str] | None,
    facets: frozenset[str],
) -> Measure:
    """A single number, right where it is the label's. ``where``: its keys in the event."""

    def judge(gold: int, row: Row, answer: Answer) -> Verdict:
        ours: int | None = answer.at(*where)
        simple = None if verb is None else int((number_near(row.text, verb) or 0) == gold)
        return Verdict(
            right=int((ours or 0) == gold),
            label=str(gold),
            ours="nothing said" if ours is None else str(ours),
            said=said_of(ours),
            baseline=simple,
        )

    return Measure(name=name, label=label, judge=judge, facets=facets)


def measure_pair(
    name: str,
    label: Callable[[Row], Span | None],
    where: tuple[tuple[str, ...], tuple[str, ...]],
    *,
    verbs: tuple[re.Pattern[str], re.Pattern[str]],
    facets: frozenset[str],
) -> Measure:
    """Two numbers of one row, right where both are the labels'."""

    def judge(gold: Span, row: Row, answer: Answer) -> Verdict:
        ours = tuple(answer.at(*keys) for keys in where)
        simple = tuple(number_near(row.text, verb) or 0 for verb in verbs)
        return Verdict(
            right=int(tuple(one or 0 for one in ours) == gold),
            label=" and ".join(map(str, gold)),
            ours=" and ".join("nothing said" if one is None else str(one) for one in ours),
            said=said_of(*ours),
            baseline=int(simple == gold),
        )

    return Measure(name=name, label=label, judge=judge, facets=facets)


def measure_interval(
    name: str,
    label: Callable[[Row], Span | None],
    where: tuple[str, ...],
    *,
    verb: re.Pattern[str],
    facets: frozenset[str],
    overlap: bool = False,
) -> Measure:
    """An interval, right where both ends are the label's, or with ``overlap`` where the two meet."""

    def judge(gold: Span, row: Row, answer: Answer) -> Verdict:
        said: tuple[int | None, int | None] = (answer.at(*where, "min"), answer.at(*where, "max"))
        low = said[0] or 0
        ours = (low, max(low, said[1] or 0))
        simple = number_near(row.text, verb) or 0
        return Verdict(
            right=int(_meet(ours, gold) if overlap else ours == gold),
            label=_show(gold),
            ours="nothing said" if said_of(*said) == "null" else _show(ours),
            said=said_of(*said),
            baseline=int(_meet((simple, simple), gold) if overlap else (simple, simple) == gold),
            widths=None if said_of(*said) == "null" else (ours[1] - ours[0], gold[1] - gold[0]),
        )

    return Measure(name=name, label=label, judge=judge, facets=facets)


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _show(span: Span) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def span_label(*, low: tuple[str, ...], high: tuple[str, ...]) -> Callable[[Row], Span | None]:
    """The interval of a row whose ends stand under these keys; None where the row has null."""

    def label(row: Row) -> Span | None:
        if row.at(*low) is None and row.at(*high) is None:
            return None
        span = (row.number(*low), row.number(*high))
        if span[0] > span[1]:
            raise row.fault(low, span[0], f"no more than {'.'.join(high)}, which is {span[1]}")
        return span

    return label
