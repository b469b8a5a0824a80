"""The case at one moment, in memory: nothing in it changes, so that any number of requests may read it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property

from rashomon.judging import Found, Surveyed, find_again, standing, survey
from rashomon.model.claims import Claim, Mention
from rashomon.model.events import Event
from rashomon.model.judgements import Judgement
from rashomon.model.record import EventRecord
from rashomon.model.report import Report
from rashomon.pipeline import Gathered, check_as_of, check_policy, view_gathered
from rashomon.workbench.claim_index import ClaimIndex
from rashomon.workbench.report_lines import ReportLine, report_lines
from rashomon.writing import CaseView
from rashomon.writing.telling import Telling
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding

MOST_LENSES = 8
"""Policies and days held at a time; a record of 5,000 reports takes about 40 MB."""


class Lens:
    """A snapshot under one policy: the record, and the look-ups that pages need."""

    def __init__(self, view: CaseView) -> None:
        self.view = view
        self.lookups = Lookups(view)
        # The case's own readers see the case: what is downloaded leaves names out unless asked.
        self.withholding = Withholding(view, names=True)

    @property
    def policy(self) -> str:
        """The policy's name."""
        return self.view.record.policy

    @property
    def events(self) -> tuple[EventRecord, ...]:
        """All events in the record's order."""
        return self.view.record.events

    def event(self, event_id: str) -> EventRecord | None:
        """The event of this id."""
        return self.lookups.records.get(event_id)

    def telling(self, event: EventRecord) -> Telling:
        """What writing needs to tell of an event."""
        return Telling(event=event, lookups=self.lookups, withholding=self.withholding)


class Snapshot:
    """Reports, readings and events of one moment, and the record under any policy asked for.

    ``number`` counts the snapshots of a running workbench. ``judgements`` are all decisions, closed ones
    included, in their order; ``seen`` is the number of the last one that a page made of this snapshot knows.
    """

    def __init__(self, number: int, held: Gathered, judgements: tuple[Judgement, ...], seen: int) -> None:
        self.number = number
        self.held = held
        self.judgements = judgements
        self.seen = seen
        self._lenses: OrderedDict[tuple[str, str | None], Lens] = OrderedDict()
        self._lock = threading.Lock()

    def lens(self, policy: str, as_of: str | None = None) -> Lens:
        """The snapshot under a policy. Raises SettingError where there is no such policy or day."""
        check_policy(policy)
        check_as_of(as_of)
        key = (policy, as_of)
        with self._lock:
            if key not in self._lenses:
                self._lenses[key] = Lens(view_gathered(self.held, policy=policy, as_of=as_of))
                while len(self._lenses) > MOST_LENSES:
                    self._lenses.popitem(last=False)
            self._lenses.move_to_end(key)
            return self._lenses[key]

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """Reports by id."""
        return {report.id: report for report in self.held.reports}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for reading in self.held.readings for claim in reading.claims}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What each report tells of, in the reports' order."""
        return tuple(mention for reading in self.held.readings for mention in reading.mentions)

    @cached_property
    def linked_events(self) -> Mapping[str, Event]:
        """Events by id, as linking tied them."""
        return {event.id: event for event in self.held.linked.events}

    @cached_property
    def standing(self) -> tuple[Judgement, ...]:
        """The decisions in force."""
        return standing(self.judgements)

    @cached_property
    def found(self) -> Found:
        """Claims and mentions, ready for decisions to be put to them."""
        return find_again(self.held.readings)

    @cached_property
    def surveyed(self) -> Surveyed:
        """Claims in the order of their reports, with their events and reviews: 0.15 s of 60,000 claims, once."""
        return survey(self.held.readings, self.reports, self.held.linked, self.judgements)

    @cached_property
    def decided(self) -> Mapping[str, Judgement]:
        """All decisions by id, closed ones included."""
        return {judgement.id: judgement for judgement in self.judgements}

    @cached_property
    def report_lines(self) -> tuple[ReportLine, ...]:
        """The list of reports."""
        return report_lines(self.held.readings, self.surveyed)

    @cached_property
    def event_of(self) -> Mapping[str, str]:
        """Mention id → id of its event."""
        return {mention: event.id for event in self.held.linked.events for mention in event.mention_ids}

    @cached_property
    def claim_index(self) -> ClaimIndex:
        """The claims by what they can be chosen by; each name is gathered when first asked for."""
        return ClaimIndex(self.surveyed)
