"""A text with statements marked in it: cut into runs, so that no mark has to cross another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from rashomon.model.audit import Judged
from rashomon.model.base import value


@value
class MarkedRun:
    """A stretch of text. ``statement``, ``code``: the shortest statement over it and its verdict, "" where none is.

    ``begins`` are the numbers and ids of the statements that begin with it.
    """

    text: str
    statement: str = ""
    code: str = ""
    begins: tuple[tuple[int, str], ...] = ()


@value
class Marked:
    """A part of a text in runs; ``before`` and ``after``: how many characters are not shown."""

    runs: tuple[MarkedRun, ...]
    before: int
    after: int


def mark_statements(
    text: str, bounds: tuple[int, int], judged: Sequence[Judged], numbers: Mapping[str, int]
) -> Marked:
    """The text between the bounds in runs; joined, their texts are that part again."""
    start, end = bounds
    spans = [
        (max(one.statement.start, start), min(one.statement.end, end), one)
        for one in judged
        if one.statement.start < end and one.statement.end > start
    ]
    places = sorted({start, end, *(place for span in spans for place in span[:2])})
    runs = []
    for left, right in pairwise(places):
        over = [span for span in spans if span[0] <= left and span[1] >= right]
        over.sort(key=lambda span: (span[1] - span[0], span[2].statement.id))
        runs.append(
            MarkedRun(
                text=text[left:right],
                statement=over[0][2].statement.id if over else "",
                code=over[0][2].verdict if over else "",
                begins=tuple(
                    (numbers[one.statement.id], one.statement.id) for s, _, one in spans if s == left
                ),
            )
        )
    return Marked(runs=tuple(runs), before=start, after=max(0, len(text) - end))
