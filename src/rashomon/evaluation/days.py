"""Measures of dates: the day of the event, against the day of the report as the trivial answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from rashomon.evaluation.answers import Answer
from rashomon.evaluation.measures import Measure, Verdict
from rashomon.evaluation.rows import Row

FACETS = frozenset({"date"})


def measure_day(
    name: str, label: Callable[[Row], str | None], *, days_before: int, start_only: bool = False
) -> Measure:
    """The event's day: its start and end, or its start alone, are the label's.

    The trivial answer is the day of publication less ``days_before``.
    """

    def judge(gold: str, row: Row, answer: Answer) -> Verdict:
        start, end = answer.at("date", "start"), answer.at("date", "end")
        return Verdict(
            right=int(start == gold and (start_only or end == gold)),
            label=gold,
            ours="nothing said" if start is None and end is None else _show(start, end),
            said="null" if start is None and end is None else "value",
            baseline=int(_day_before(row.published, days_before) == gold),
        )

    return Measure(name=name, label=label, judge=judge, facets=FACETS)


def _show(start: str | None, end: str | None) -> str:
    return f"{start}" if start == end else f"{start} to {end}"


def _day_before(published: str | None, days: int) -> str | None:
    try:
        return (date.fromisoformat(published or "") - timedelta(days=days)).isoformat()
    except ValueError:
        return None


def iso_day(*path: str) -> Callable[[Row], str | None]:
    """The ISO date under these keys. Raises InputError where it is none."""

    def label(row: Row) -> str:
        found = row.words(*path)
        try:
            return date.fromisoformat(found).isoformat()
        except ValueError as error:
            raise row.fault(path, found, "a date such as 2018-04-05") from error

    return label


def american_day(*path: str) -> Callable[[Row], str | None]:
    """The date under these keys, written as "April 5, 2018"."""

    def label(row: Row) -> str:
        found = row.words(*path)
        try:
            return datetime.strptime(found, "%B %d, %Y").date().isoformat()
        except ValueError as error:
            raise row.fault(path, found, 'a date such as "April 5, 2018"') from error

    return label
