"""A snapshot under one policy: records of its events, each made when somebody first asks for it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property

from rashomon import __version__
from rashomon.model.record import EventRecord
from rashomon.pipeline import DEFAULT_POLICY, Gathered, digest_of, view_with, weigher_of
from rashomon.reconciling import Weigher, find_policy, record_of
from rashomon.writing import CaseView
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.telling import Telling

MOST_POLICIES = 4
"""Policies and days whose records are kept at a time; a record of 5,000 reports takes about 60 MB."""

Asked = tuple[str, str | None]
"""A policy and a day, None for everything known."""


class Records:
    """Records of events from snapshot to snapshot, as long as what they rest on is the same."""

    def __init__(self) -> None:
        self._held: OrderedDict[Asked, dict[str, tuple[tuple[object, ...], EventRecord]]] = OrderedDict()
        self._lock = threading.Lock()

    def weigh(self, weigher: Weigher, event_id: str, asked: Asked) -> EventRecord:
        """The record of one event: the very one of before where nothing that it rests on changed."""
        held = self._of(asked)
        footing = weigher.footing(event_id)
        known = held.get(event_id)
        if known is not None and known[0] == footing:
            return known[1]
        made = weigher.weigh(event_id, find_policy(asked[0]))
        with self._lock:
            # Another thread may have been quicker; whoever asks gets the same object.
            known = held.get(event_id)
            if known is not None and known[0] == footing:
                return known[1]
            held[event_id] = (footing, made)
        return made

    def forget_others(self, weigher: Weigher) -> None:
        """Let go of records of events that are no more."""
        there = frozenset(weigher.event_ids)
        with self._lock:
            for asked, held in self._held.items():
                self._held[asked] = {key: known for key, known in held.items() if key in there}

    def _of(self, asked: Asked) -> dict[str, tuple[tuple[object, ...], EventRecord]]:
        with self._lock:
            held = self._held.setdefault(asked, {})
            self._held.move_to_end(asked)
            for other in list(self._held)[:-MOST_POLICIES]:
                if other != (DEFAULT_POLICY, None):
                    del self._held[other]
            return held


class Shared:
    """What the lenses of one snapshot have in common, whatever the policy: the case as known on one day.

    ``now`` is the same without a day: its cross-references serve every day, since those of a day would take
    the whole record of that day, and differ only in the records of other events.
    """

    def __init__(
        self,
        held: Gathered,
        records: Records,
        as_of: str | None,
        digest: Callable[[], str],
        now: Shared | None = None,
    ) -> None:
        self.held = held
        self.records = records
        self.as_of = as_of
        self.digest = digest
        self.now = now

    @cached_property
    def weigher(self) -> Weigher:
        """The events, ready to be weighed."""
        return weigher_of(self.held, as_of=self.as_of)

    def weigh(self, event_id: str, policy: str) -> EventRecord:
        """One event under a policy."""
        return self.records.weigh(self.weigher, event_id, (policy, self.as_of))

    @cached_property
    def events(self) -> tuple[EventRecord, ...]:
        """All events under the usual policy, in a record's order."""
        return self._view(DEFAULT_POLICY, "").record.events

    @cached_property
    def lookups(self) -> Lookups:
        """Cross-references, in which no policy plays a part."""
        return Lookups(self._view(DEFAULT_POLICY, "")) if self.now is None else self.now.lookups

    @cached_property
    def withholding(self) -> Withholding:
        """The case's own readers see the case: what is downloaded leaves names out unless asked."""
        return Withholding(self.lookups.view, names=True)

    @cached_property
    def sparing(self) -> Withholding:
        """Which private names are left out of what is shared; all claims are looked through for it, once."""
        return Withholding(self.lookups.view, names=False)

    def full_view(self, policy: str) -> CaseView:
        """The whole case under a policy, as files are written from it."""
        return self._view(policy, self.digest())

    def _view(self, policy: str, digest: str) -> CaseView:
        records = [self.weigh(event_id, policy) for event_id in self.weigher.event_ids]
        rules = find_policy(policy)
        record = record_of(records, rules, as_of=self.as_of, version=__version__, case_digest=digest)
        return view_with(self.held, record)


class Lens:
    """A snapshot under one policy: the record, and the look-ups that pages need."""

    def __init__(self, shared: Shared, policy: str) -> None:
        self.policy = policy
        """The policy's name."""
        self._shared = shared

    @cached_property
    def view(self) -> CaseView:
        """The whole case under this policy; of a case of 5,000 reports made in seconds, if not made yet."""
        return self._shared.full_view(self.policy)

    @property
    def lookups(self) -> Lookups:
        """Cross-references; the records among them are those of the usual policy."""
        return self._shared.lookups

    @property
    def withholding(self) -> Withholding:
        """Which names are left out: none."""
        return self._shared.withholding

    @property
    def sparing(self) -> Withholding:
        """Which names are left out of what is shared."""
        return self._shared.sparing

    @property
    def events(self) -> tuple[EventRecord, ...]:
        """All events in the record's order, as lists show them: with the totals of every policy.

        What else depends on the policy, such as findings, is here the usual policy's; see `event`.
        """
        return self._shared.events

    def event(self, event_id: str) -> EventRecord | None:
        """The event of this id under this policy."""
        if event_id not in self._shared.weigher.event_ids:
            return None
        return self._shared.weigh(event_id, self.policy)

    def telling(self, event: EventRecord) -> Telling:
        """What writing needs to tell of an event."""
        return Telling(event=event, lookups=self.lookups, withholding=self.withholding)


def kept_digest(held: Gathered) -> Callable[[], str]:
    """The case's digest, made when it is first asked for."""
    made: list[str] = []

    def digest() -> str:
        if not made:
            made.append(digest_of(held.reports, held.readings))
        return made[0]

    return digest
