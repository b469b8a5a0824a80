"""The case at one moment, in memory: nothing in it changes, so that any number of requests may read it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cached_property

from rashomon.judging import Effect, Found, Surveyed, effects, find_again, standing, surroundings_of, survey
from rashomon.judging.coding import CodedSample, coded_samples
from rashomon.model.claims import Claim, Mention
from rashomon.model.events import Event
from rashomon.model.judgements import Judgement
from rashomon.model.report import Report
from rashomon.pipeline import DEFAULT_POLICY, Gathered, check_as_of, check_policy
from rashomon.workbench.claim_index import ClaimIndex
from rashomon.workbench.lenses import Lens, Records, Shared, kept_digest
from rashomon.workbench.report_lines import ReportLine, report_lines

__all__ = ["Lens", "Snapshot"]

MOST_DAYS = 2
"""Days looked back from that are held at a time; each takes about 100 MB of a case of 5,000 reports."""


class Snapshot:
    """Reports, readings and events of one moment, and the record under any policy asked for.

    ``number`` counts the snapshots of a running workbench. ``judgements`` are all decisions, closed ones
    included, in their order; ``seen`` is the number of the last one that a page made of this snapshot knows.
    """

    def __init__(
        self,
        number: int,
        held: Gathered,
        judgements: tuple[Judgement, ...],
        seen: int,
        records: Records | None = None,
    ) -> None:
        self.number = number
        self.held = held
        self.judgements = judgements
        self.seen = seen
        self._records = Records() if records is None else records
        self._digest = kept_digest(held)
        self._now = Shared(held, self._records, None, self._digest)
        self._then: OrderedDict[str, Shared] = OrderedDict()
        self._lenses: dict[tuple[str, str | None], Lens] = {}
        self._lock = threading.Lock()

    def lens(self, policy: str, as_of: str | None = None) -> Lens:
        """The snapshot under a policy. Raises SettingError where there is no such policy or day."""
        check_policy(policy)
        check_as_of(as_of)
        with self._lock:
            shared = self._now if as_of is None else self._known_on(as_of)
            return self._lenses.setdefault((policy, as_of), Lens(shared, policy))

    def _known_on(self, as_of: str) -> Shared:
        shared = self._then.get(as_of) or Shared(self.held, self._records, as_of, self._digest, self._now)
        self._then[as_of] = shared
        self._then.move_to_end(as_of)
        while len(self._then) > MOST_DAYS:
            gone, _ = self._then.popitem(last=False)
            self._lenses = {asked: lens for asked, lens in self._lenses.items() if asked[1] != gone}
        return shared

    def prepare(self, is_wanted_elsewhere: Callable[[], bool]) -> None:
        """Make what pages look up, so that no visitor waits for it, as long as nobody waits for something else."""
        lens = self._now
        self._records.forget_others(lens.weigher)
        for event_id in lens.weigher.event_ids:
            if is_wanted_elsewhere():
                return
            lens.weigh(event_id, DEFAULT_POLICY)
        for thing in (lens, self, lens.lookups):
            for name, made in vars(type(thing)).items():
                if isinstance(made, cached_property) and not is_wanted_elsewhere():
                    getattr(thing, name)

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
    def coded(self) -> tuple[CodedSample, ...]:
        """The samples that are coded twice, with their codings."""
        return coded_samples(self.judgements, self.found)

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

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """What became of each decision, in their order: 0.2 s where there are 60,000 claims, once."""
        here = surroundings_of(self.found, self.held.reports, self.held.linked)
        return effects(self.judgements, here)
