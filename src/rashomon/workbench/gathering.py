"""A case gathered again and again: what did not change since the last time is the same object as then.

What comes out is what `pipeline.gather` gives of the same file; only what a change can reach is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from rashomon.judging import find_again, rule_on_ties, standing
from rashomon.linking.linker import Linker
from rashomon.model.base import value
from rashomon.model.events import Linked
from rashomon.model.judgements import Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Report, Skipped
from rashomon.pipeline import Gathered, keep_links, kept_links, links_state, put_judgements
from rashomon.store import Case

T = TypeVar("T")


@value
class Moment:
    """A case as it was at one moment, and all its decisions, closed ones included.

    ``seen``: the number of the last of them. ``changes``: how often the case had been changed.
    """

    held: Gathered
    judgements: tuple[Judgement, ...]
    seen: int
    changes: int


@value
class _Stored:
    """What the file says, before people's decisions are put to it."""

    reports: tuple[Report, ...] = ()
    readings: tuple[Reading, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Gathering:
    """Gathers one open case, which had best be one that remembers, as often as it changes."""

    def __init__(self) -> None:
        self._linker = Linker()
        self._stored = _Stored()
        self._last: Moment | None = None
        self._links_kept = True
        self._is_warm = False

    def gather(self, case: Case) -> Moment:
        """What the case holds now."""
        links: Linked | None = None
        with case.one_moment():
            changes, seen, judgements = case.changes(), case.last_judgement(), case.judgements()
            if not self._only_decided(changes, seen):
                self._stored = _Stored(
                    reports=case.reports(), readings=case.readings(), skipped=case.skipped()
                )
            if self._last is None:
                links = kept_links(case, links_state(case))
        held = self._gathered(judgements, links)
        self._last = Moment(held=held, judgements=judgements, seen=seen, changes=changes)
        return self._last

    def _only_decided(self, changes: int, seen: int) -> bool:
        """True where each change since the last time was a decision, so that reports and readings are as they were."""
        last = self._last
        return last is not None and changes - last.changes == seen - last.seen

    def _gathered(self, judgements: tuple[Judgement, ...], links: Linked | None) -> Gathered:
        held, stored = standing(judgements), self._stored
        reports, readings = put_judgements(stored.reports, stored.readings, held)
        if self._last is not None:
            before = self._last.held
            reports = _as_before(reports, {report.id: report for report in before.reports})
            readings = _as_before(readings, {reading.report_id: reading for reading in before.readings})
        if links is None:
            links = self._linker.link(reports, readings, rule_on_ties(held, find_again(readings)))
            self._links_kept, self._is_warm = False, True
        return Gathered(
            reports=reports, readings=readings, linked=links, skipped=stored.skipped, judgements=held
        )

    def warm(self, is_wanted_elsewhere: Callable[[], bool]) -> None:
        """Do beforehand what the first change would have to wait for, as far as nobody waits for something else."""
        if self._last is None or self._is_warm:
            return
        held = self._last.held
        reports = {report.id: report for report in held.reports}
        for reading in held.readings:
            if is_wanted_elsewhere():
                return
            self._linker.take(reports[reading.report_id], reading)
        self._linker.link(
            held.reports, held.readings, rule_on_ties(held.judgements, find_again(held.readings))
        )
        self._is_warm = True

    def keep(self, case: Case) -> None:
        """Have the case keep its links, so that it opens sooner the next time; not where it changed meanwhile."""
        if self._links_kept or self._last is None:
            return
        state = links_state(case)
        if case.changes() == self._last.changes:
            keep_links(case, state, self._last.held.linked)
        self._links_kept = True


def _as_before(now: Iterable[T], before: Mapping[str, T]) -> tuple[T, ...]:
    """The same values, by the objects they were before where they are equal."""
    found = []
    for one in now:
        known = before.get(one.id if isinstance(one, Report) else one.report_id)  # type: ignore[attr-defined]
        found.append(known if known is not None and known == one else one)
    return tuple(found)
