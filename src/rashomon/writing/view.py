"""Everything of one case that writing looks at, and the look-ups it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from rashomon.errors import InputError
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Attribution, Claim, Party
from rashomon.model.events import Event, Linked
from rashomon.model.layers import Reading
from rashomon.model.record import EventRecord, Record
from rashomon.model.report import Report, Skipped
from rashomon.writing.bodies import Bodies

_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z-]{1,9}\Z")
_JOINING = frozenset({"of", "the", "and", "for", "in", "to", "al", "wal", "de", "du", "des", "et", "on"})


@value
class CaseView:
    """A case as writing sees it: its reports by id, what was read in them, the events, one record."""

    reports: Mapping[str, Report]
    readings: Sequence[Reading]
    claims: Mapping[str, Claim]
    linked: Linked
    record: Record
    skipped: Sequence[Skipped] = ()


class Lookups:
    """The same case with its cross-references made once: which events a claim is of, who an id is."""

    def __init__(self, view: CaseView) -> None:
        self.view = view

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id, as linking tied them."""
        return {event.id: event for event in self.view.linked.events}

    @cached_property
    def records(self) -> dict[str, EventRecord]:
        """Events by id, as the policy reads them."""
        return {event.id: event for event in self.view.record.events}

    @cached_property
    def events_of(self) -> dict[str, tuple[str, ...]]:
        """For each claim the ids of the events it speaks of, in the events' order."""
        found: dict[str, list[str]] = {}
        for event in self.view.linked.events:
            for claim_id in (*event.claim_ids, *event.shared_claim_ids):
                ids = found.setdefault(claim_id, [])
                if event.id not in ids:
                    ids.append(event.id)
        return {claim_id: tuple(ids) for claim_id, ids in found.items()}

    @cached_property
    def side_of(self) -> dict[str, str]:
        """For each claim the label of the side its party stands on."""
        found: dict[str, str] = {}
        for event in self.view.linked.events:
            for side in event.sides:
                for claim_id in side.claim_ids:
                    found.setdefault(claim_id, side.label)
        return found

    @cached_property
    def statement_of(self) -> dict[str, str]:
        """For each claim the utterance it relays, where linking or the reader knows it."""
        found = {c.id: c.statement_id for c in self.view.claims.values() if c.statement_id}
        for utterance in self.view.linked.statements:
            found |= dict.fromkeys(utterance.claim_ids, utterance.id)
        return found

    @cached_property
    def actor_names(self) -> dict[str, str]:
        """Names of actors by registry id, as linking or a reader gives them."""
        names: dict[str, str] = {}
        for ref in self._actor_refs():
            if ref.actor_id and ref.name:
                names.setdefault(ref.actor_id, ref.name)
        for event in self.view.linked.events:
            for actor in [a for side in event.sides for a in side.actors] + [o.actor for o in event.others]:
                if actor.id and actor.name and actor.identification == "named":
                    names[actor.id] = actor.name
        return names

    @cached_property
    def bodies(self) -> Bodies:
        """Which actor speaks under which label."""
        names = {name: actor_id for actor_id, name in self.actor_names.items()}
        for ref in self._actor_refs():
            if ref.actor_id and is_proper_name(ref.words):
                names.setdefault(ref.words, ref.actor_id)
        for event in self.view.linked.events:
            for actor in [a for side in event.sides for a in side.actors]:
                for words in actor.as_written if actor.id else ():
                    if is_proper_name(words):
                        names.setdefault(words, actor.id or "")
        return Bodies(self.view.claims.values(), self.view.reports, names)

    @cached_property
    def stated_relays(self) -> frozenset[tuple[str, str, str]]:
        """Report, first speaker and relay, where a sentence of the report says so itself."""
        return frozenset(
            (claim.report_id, claim.attribution[0].source, relay.source)
            for claim in self.view.claims.values()
            for relay in claim.attribution[1:]
            if not (relay.inferred or is_outlet(relay))
        )

    @cached_property
    def offices(self) -> dict[tuple[str, str], Attribution]:
        """Report and surname → a link that tells whom this person answers for; none where two share the name."""
        found: dict[tuple[str, str], Attribution] = {}
        names: dict[tuple[str, str], set[str]] = {}
        for claim in self.view.claims.values():
            for link in claim.attribution:
                if link.person:
                    key = (claim.report_id, _surname(link.person))
                    names.setdefault(key, set()).add(link.person.split()[0] if " " in link.person else "")
                    if link.office or link.on_behalf_of:
                        found.setdefault(key, link)
        return {key: link for key, link in found.items() if len(names[key] - {""}) < 2}

    def with_office(self, link: Attribution, report_id: str) -> Attribution:
        """The link with the office that another sentence of the report gives the same person."""
        known = self.offices.get((report_id, _surname(link.person))) if link.person else None
        if known is None or link.office or link.actor_id or link.on_behalf_of:
            return link
        return replace(link, office=known.office, on_behalf_of=known.on_behalf_of, actor_id=known.actor_id)

    def _actor_refs(self) -> Iterable[ActorRef]:
        for claim in self.view.claims.values():
            for party in (claim.about, claim.by):
                yield from party.actors if party else ()
            if isinstance(claim.value, ActorRef):
                yield claim.value

    def report(self, claim: Claim) -> Report:
        """The report a claim stands in. Raises InputError where the case does not hold it."""
        if claim.report_id not in self.view.reports:
            raise InputError(
                f"claim {claim.id} stands in report {claim.report_id}, which the case does not hold"
            )
        return self.view.reports[claim.report_id]

    def report_of_ref(self, source_ref: str) -> Report | None:
        """The report that outputs call by this name."""
        return self._by_ref.get(source_ref)

    @cached_property
    def _by_ref(self) -> dict[str, Report]:
        return {report.source_ref: report for report in self.view.reports.values()}

    @cached_property
    def ordered_reports(self) -> tuple[Report, ...]:
        """All reports in the order outputs list them."""
        return tuple(sorted(self.view.reports.values(), key=lambda r: (r.source_ref, r.id)))

    def claims_of(self, event_id: str) -> tuple[Claim, ...]:
        """Claims of one event, those over several events included, in report and text order."""
        event = self.events.get(event_id)
        if event is None:
            return ()
        ids = dict.fromkeys((*event.claim_ids, *event.shared_claim_ids))
        return tuple(
            sorted((self.view.claims[i] for i in ids if i in self.view.claims), key=self.claim_order)
        )

    def claim_order(self, claim: Claim) -> tuple[str, str, int, str, str]:
        """Reports by name, then the order of the text."""
        report = self.view.reports.get(claim.report_id)
        start = claim.passages[0].start if claim.passages else 0
        return (report.source_ref if report else "", claim.report_id, start, claim.facet, claim.id)

    def principal_event(self) -> EventRecord | None:
        """The event most reports are about; among equals the one with most claims, then the first."""
        events = self.view.record.events
        if not events:
            return None

        def weight(event: EventRecord) -> tuple[int, int, int]:
            return (len(event.principal_for), len(self.claims_of(event.id)), -events.index(event))

        return max(events, key=weight)


def outlet_name(report: Report) -> str:
    """What an outlet is called: its name, or the report's own id where none is known."""
    return report.outlet or report.source_ref


def is_outlet(link: Attribution) -> bool:
    """True for the last link of a chain, the outlet itself."""
    return link.source_kind == "outlet"


def party_names(party: Party) -> tuple[str, ...]:
    """The actors of a party by name, or as written where the registry knows none."""
    return tuple(actor.name or actor.words for actor in party.actors)


def is_acronym(words: str) -> bool:
    """True for what a body is called for short: "GATIA", "AQIM", "MoH"."""
    capitals = sum(letter.isupper() for letter in words)
    return bool(_ACRONYM.match(words)) and capitals * 2 > len(words)


def is_proper_name(words: str) -> bool:
    """True for an acronym, and for several words that are written as a name is."""
    parts = words.split()
    if len(parts) < 2:
        return is_acronym(words)
    return all(part[0].isupper() or part.casefold() in _JOINING for part in parts)


def _surname(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""
