"""Which sentences of an article tell of days before its event: they are held against other claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rashomon.codebook.course_words import SINCE
from rashomon.model.audit import Statement
from rashomon.model.claims import Moment
from rashomon.model.dates import first_day, last_day

_MARGIN = 3
"""Days by which a text may misdate the event itself; what it puts further back is another happening."""


def find_past(
    statements: Iterable[Statement],
    starts: Sequence[str | None],
    with_year: Callable[[str | None], str | None],
) -> dict[str, frozenset[str]]:
    """For each statement of a sentence whose days all lie before the event: those days.

    ``starts``: the first days of the event and of what it is part of, as partial ISO dates; ``with_year``
    completes a day without a year.
    """
    opens = min((day for start in starts if (day := first_day(start)) is not None), default=None)
    if opens is None:
        return {}
    found: dict[str, frozenset[str]] = {}
    for group in _by_sentence(statements):
        days = _days_of(group)
        lasts = [last_day(with_year(day)) for day in days]
        if days and all(last is not None and (opens - last).days > _MARGIN for last in lasts):
            found |= {statement.id: frozenset(days) for statement in group}
    return found


def _by_sentence(statements: Iterable[Statement]) -> list[list[Statement]]:
    """The statements of the text, sentence by sentence; a box has none."""
    found: dict[tuple[int, int], list[Statement]] = {}
    for statement in statements:
        if not statement.where.startswith("infobox"):
            span = statement.sentence or (statement.start, statement.end)
            found.setdefault(span, []).append(statement)
    return list(found.values())


def _days_of(statements: Sequence[Statement]) -> list[str]:
    """The days, months and years a sentence names; "since 2016" names one too."""
    days = []
    for statement in statements:
        found = statement.claim.value if statement.claim is not None else None
        if isinstance(found, Moment) and found.start and found.grain in ("day", "month", "year"):
            days.append(found.end or found.start)
        days += [match.group(1) for match in SINCE.finditer(statement.text)]
    return days
