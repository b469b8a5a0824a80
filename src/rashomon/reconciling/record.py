"""The record of a case under one policy."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Mapping
from dataclasses import replace

from rashomon.codebook import CODEBOOK_VERSION
from rashomon.codebook.facets import COUNTING_FLAGS
from rashomon.codebook.policies import POLICIES, Policy
from rashomon.errors import SettingError
from rashomon.model.claims import Claim, Flag
from rashomon.model.events import Event, Linked, Located
from rashomon.model.judgements import SourceGrade
from rashomon.model.record import EventRecord, MadeBy, Record, RecordOther, RecordPlace
from rashomon.model.report import Report
from rashomon.reconciling.accounts import choose_account, gather_told
from rashomon.reconciling.classify import acled_type, event_clarity, type_of_violence
from rashomon.reconciling.disjoint import Estimate
from rashomon.reconciling.division import division_findings, find_divided
from rashomon.reconciling.evidence import EMPTY, Evidence, gather_evidence
from rashomon.reconciling.facts import fact_findings
from rashomon.reconciling.findings import figure_findings
from rashomon.reconciling.hits import gather_hits
from rashomon.reconciling.knowing import Known, known_on, undated_reports
from rashomon.reconciling.sharing import events_of_shared, set_shared_apart, share_figures
from rashomon.reconciling.tolls import Toll, estimate_toll, gather_tolls
from rashomon.reconciling.totals import hit_findings, make_sides, make_totals
from rashomon.reconciling.when import Dated, date_event

SCHEMA = "rashomon/record/1"


def reconcile(  # noqa: PLR0913 - the stage's one door, keyword-only
    linked: Linked,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    *,
    policy: str = "ucdp",
    as_of: str | None = None,
    grades: Mapping[str, SourceGrade] = EMPTY,
    version: str = "",
    case_digest: str = "",
) -> Record:
    """The record of all events under one policy, as known on ``as_of`` (None: everything).

    With ``as_of``, reports are left out that may have been published later; so are those of unknown date,
    and the events they speak of say so. ``grades``: what people hold of sources, by name in lower case;
    only the policy "hierarchy" looks at them. Raises SettingError where policy or day is unknown.
    """
    rules = find_policy(policy)
    weigher = Weigher(linked, claims, reports, as_of=as_of, grades=grades)
    return record_of(
        [weigher.weigh(event_id, rules) for event_id in weigher.event_ids],
        rules,
        as_of=as_of,
        version=version,
        case_digest=case_digest,
    )


def record_of(
    records: Iterable[EventRecord], rules: Policy, *, as_of: str | None, version: str, case_digest: str
) -> Record:
    """The record of a case, from those of its events."""
    return Record(
        schema=SCHEMA,
        made_by=MadeBy(version=version, codebook=CODEBOOK_VERSION, case_digest=case_digest),
        policy=rules.name,
        as_of=as_of,
        events=tuple(sorted(records, key=lambda record: (record.date.start or "~", record.id))),
    )


class Weigher:
    """The events of a case, each to be weighed by itself, under any policy."""

    def __init__(
        self,
        linked: Linked,
        claims: Mapping[str, Claim],
        reports: Mapping[str, Report],
        *,
        as_of: str | None = None,
        grades: Mapping[str, SourceGrade] = EMPTY,
    ) -> None:
        """Make the evidence ready; the options are those of `reconcile`."""
        whole = Known(linked=linked, claims=claims, reports=reports)
        undated = {event.id: undated_reports(event, whole) for event in linked.events} if as_of else {}
        known = known_on(as_of, whole)
        self._undated: Mapping[str, tuple[str, ...]] = undated
        self._evidence = gather_evidence(known.linked, known.claims, known.reports, grades)
        self._events = {event.id: set_shared_apart(event, known.claims) for event in known.linked.events}
        self._spread = events_of_shared(self._events.values())
        self._titles = {event.id: event.title for event in self._events.values()}

    @property
    def event_ids(self) -> KeysView[str]:
        """The events there are, in the order linking gives them."""
        return self._events.keys()

    def weigh(self, event_id: str, rules: Policy) -> EventRecord:
        """One event under a policy."""
        event = self._events[event_id]
        return replace(
            _record_event(event, self._evidence, rules, self._undated.get(event_id, ())),
            shared_figures=share_figures(event, self._evidence, self._spread, self._titles),
        )

    def footing(self, event_id: str) -> tuple[object, ...]:
        """Everything that the event's record rests on besides the policy: equal footings, equal records."""
        event, evidence = self._events[event_id], self._evidence
        others = (claim_id for other in event.others for claim_id in other.claim_ids)
        sides = (claim_id for side in event.sides for claim_id in side.claim_ids)
        ids = dict.fromkeys((*event.claim_ids, *event.shared_claim_ids, *others, *sides))
        claims = [evidence.claims.get(claim_id) for claim_id in ids]
        told = dict.fromkeys((*event.principal_for, *(claim.report_id for claim in claims if claim)))
        shared = [
            (self._spread[c], [self._titles[e] for e in self._spread[c]]) for c in event.shared_claim_ids
        ]
        return (
            event,
            claims,
            [evidence.utterances.get(claim_id) for claim_id in ids],
            [(evidence.reports.get(r), evidence.root(r), evidence.versions_after(r)) for r in told],
            shared,
            [evidence.grade_of(claim) for claim in claims if claim] if evidence.grades else (),
            self._undated.get(event_id, ()),
        )


def find_policy(name: str) -> Policy:
    """The policy of that name. Raises SettingError with the choices where there is none."""
    found = POLICIES.get(name)
    if found is None:
        raise SettingError(
            f"{name!r} is not a policy; choose one of {', '.join(POLICIES)}, e.g. --policy ucdp"
        )
    return found


def _record_event(event: Event, evidence: Evidence, policy: Policy, undated: tuple[str, ...]) -> EventRecord:
    tolls = gather_tolls(event, evidence)
    hits = gather_hits(event, evidence)
    told = gather_told(event, tolls, evidence)
    standing = choose_account(told, tolls, policy)
    dated = date_event(event, evidence, policy)
    findings = (
        *figure_findings(event, tolls, evidence, policy, standing),
        *(hit_findings(hits, tolls, evidence, policy) if standing is None else ()),
        *division_findings(event, tolls, evidence, policy),
        *fact_findings(event, dated, evidence, policy),
    )
    return EventRecord(
        id=event.id,
        title=event.title,
        kind=event.kind,
        acled=acled_type(event, evidence),
        type_of_violence=type_of_violence(event, evidence),
        event_clarity=event_clarity(event),
        date=dated.date,
        place=_place(event.located[0]) if event.located else RecordPlace(),
        places=tuple(dict.fromkeys(_place(located) for located in event.located)),
        sides=make_sides(event, tolls, policy, standing),
        others=tuple(
            RecordOther(
                actor=other.actor,
                role=other.role,
                claims=evidence.in_order(c for c in other.claim_ids if c in evidence.claims),
            )
            for other in event.others
        ),
        totals=make_totals(event, tolls, hits, told, divided=find_divided(event, evidence)),
        shared_figures=(),
        findings=findings,
        reports=_reports_of(event, evidence),
        principal_for=tuple(
            sorted(
                evidence.source_ref(report) for report in event.principal_for if report in evidence.reports
            )
        ),
        part_of=event.part_of,
        related=tuple(sorted(event.related)),
        flags=_flags(event, evidence, tolls, dated, policy, undated),
    )


def _place(located: Located) -> RecordPlace:
    return RecordPlace(
        name=located.name,
        lat=located.lat,
        lon=located.lon,
        where_prec=located.where_prec,
        country=located.country,
        country_iso3=located.country_iso3,
        adm1=located.adm1,
        adm2=located.adm2,
    )


def _reports_of(event: Event, evidence: Evidence) -> tuple[str, ...]:
    claim_ids = [*event.claim_ids, *event.shared_claim_ids]
    return tuple(sorted({evidence.source_ref(evidence.claims[claim_id].report_id) for claim_id in claim_ids}))


def _flags(
    event: Event,
    evidence: Evidence,
    tolls: Mapping[str, Toll],
    dated: Dated,
    policy: Policy,
    undated: tuple[str, ...],
) -> tuple[Flag, ...]:
    """The warnings of an event and of its claims, each once, with those that reconciling found."""
    flags = set(event.flags)
    for claim_id in (*event.claim_ids, *event.shared_claim_ids):
        # The words that a flag stands on are in the claim; an event says each thing once.
        warnings = (f for f in evidence.claims[claim_id].flags if f.code not in COUNTING_FLAGS)
        flags.update(replace(flag, words="") for flag in warnings)
    if dated.impossible:
        flags.add(Flag(code="date_after_report", note="a date later than a report of the event was left out"))
    if dated.date.imputed:
        note = "no report says when this was; the day of publication stands in"
        flags.add(Flag(code="date_from_publication", note=note))
    for facet, toll in sorted(tolls.items()):
        found: Estimate | None = estimate_toll(toll, policy)
        if found is not None and found.below_parts:
            flags.add(
                Flag(code="total_below_parts", note=f"{facet}: a total is lower than the sum of its parts")
            )
    for source_ref in undated:
        flags.add(Flag(code="undated_report_left_out", note=f"{source_ref} has no known publication date"))
    return tuple(sorted(flags, key=lambda flag: (flag.code, flag.words, flag.note)))
