"""Which judgements hold: all but those that a standing later one closes."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.judgements import Judgement


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, in the order they were taken; an undone undo gives the first one back.

    >>> from rashomon.model.judgements import Judgement
    >>> def judge(name, closes=None):
    ...     return Judgement(id=name, kind="reject", targets=(), by="A", when="", why="", closes=closes)
    >>> [j.id for j in standing([judge("first"), judge("undo", "first"), judge("redo", "undo")])]
    ['first', 'redo']
    """
    closed: set[str] = set()
    held: list[Judgement] = []
    for judgement in reversed(judgements):
        if judgement.id in closed:
            continue
        held.append(judgement)
        if judgement.closes is not None:
            closed.add(judgement.closes)
    return tuple(reversed(held))
