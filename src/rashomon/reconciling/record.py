"""The record of a case under one policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rashomon.codebook import CODEBOOK_VERSION
from rashomon.codebook.policies import POLICIES, Policy
from rashomon.errors import SettingError
from rashomon.model.claims import Claim, Flag
from rashomon.model.dates import first_day, is_partial, last_day
from rashomon.model.events import Event, Linked, Located
from rashomon.model.record import EventRecord, MadeBy, Record, RecordOther, RecordPlace, SharedFigure
from rashomon.model.report import Report
from rashomon.reconciling.classify import acled_type, event_clarity, type_of_violence
from rashomon.reconciling.disjoint import Estimate
from rashomon.reconciling.evidence import Evidence, gather_evidence
from rashomon.reconciling.facts import fact_findings
from rashomon.reconciling.figures import is_affirmed
from rashomon.reconciling.findings import figure_findings
from rashomon.reconciling.totals import Toll, estimate_toll, gather_tolls, make_sides, make_totals
from rashomon.reconciling.when import Dated, date_event

SCHEMA = "rashomon/record/1"


def reconcile(
    linked: Linked,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    *,
    policy: str = "ucdp",
    as_of: str | None = None,
    version: str = "",
    case_digest: str = "",
) -> Record:
    """The record of all events under one policy, as known on ``as_of`` (None: everything).

    With ``as_of``, reports are left out that may have been published later; so are those of unknown date,
    and the events they speak of say so. Raises SettingError where policy or day is unknown.
    """
    rules = find_policy(policy)
    left_out = _reports_after(reports, as_of)
    known = {claim_id: claim for claim_id, claim in claims.items() if claim.report_id not in left_out}
    evidence = gather_evidence(linked, known, reports)
    kept = [(event, _limit(event, known)) for event in linked.events]
    shown = frozenset(
        limited.id for _, limited in kept if limited.claim_ids or limited.shared_claim_ids or not as_of
    )
    return Record(
        schema=SCHEMA,
        made_by=MadeBy(version=version, codebook=CODEBOOK_VERSION, case_digest=case_digest),
        policy=rules.name,
        as_of=as_of,
        events=tuple(
            sorted(
                (
                    _record_event(limited, linked, evidence, rules, _undated(event, claims, reports, as_of))
                    for event, limited in kept
                    if limited.id in shown
                ),
                key=lambda record: (record.date.start or "~", record.id),
            )
        ),
    )


def find_policy(name: str) -> Policy:
    """The policy of that name. Raises SettingError with the choices where there is none."""
    found = POLICIES.get(name)
    if found is None:
        raise SettingError(
            f"{name!r} is not a policy; choose one of {', '.join(POLICIES)}, e.g. --policy ucdp"
        )
    return found


def _reports_after(reports: Mapping[str, Report], as_of: str | None) -> frozenset[str]:
    if as_of is None:
        return frozenset()
    limit = last_day(as_of) if is_partial(as_of) else None
    if limit is None:
        raise SettingError(
            f"{as_of!r} is not a day a record can stand for; write it as 2018-04-05, 2018-04 or 2018"
        )
    left_out = []
    for report in reports.values():
        published = last_day(report.published)
        if published is None or published > limit:
            left_out.append(report.id)
    return frozenset(left_out)


def _undated(
    event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report], as_of: str | None
) -> tuple[str, ...]:
    """The reports of an event that ``as_of`` leaves out only because nobody knows when they were published."""
    if as_of is None:
        return ()
    ids = {claims[claim_id].report_id for claim_id in event.claim_ids if claim_id in claims}
    undated = [reports[one] for one in ids if one in reports and first_day(reports[one].published) is None]
    return tuple(sorted(report.source_ref for report in undated))


def _limit(event: Event, known: Mapping[str, Claim]) -> Event:
    """The event with only the claims that are known; what covers several events is never its own."""
    own = [claim_id for claim_id in event.claim_ids if claim_id in known]
    shared = {claim_id for claim_id in event.shared_claim_ids if claim_id in known}
    shared |= {claim_id for claim_id in own if known[claim_id].scope == "several"}
    return replace(
        event,
        claim_ids=tuple(claim_id for claim_id in own if claim_id not in shared),
        shared_claim_ids=tuple(sorted(shared)),
        located=tuple(place for place in event.located if place.claim_id in known or not place.claim_id),
    )


def _record_event(
    event: Event, linked: Linked, evidence: Evidence, policy: Policy, undated: tuple[str, ...]
) -> EventRecord:
    tolls = gather_tolls(event, evidence)
    dated = date_event(event, evidence)
    findings = (
        *figure_findings(event, tolls, evidence, policy),
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
        sides=make_sides(event, tolls, policy),
        others=tuple(
            RecordOther(
                actor=other.actor,
                role=other.role,
                claims=evidence.in_order(c for c in other.claim_ids if c in evidence.claims),
            )
            for other in event.others
        ),
        totals=make_totals(event, tolls),
        shared_figures=_shared_figures(event, linked, evidence),
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


def _shared_figures(event: Event, linked: Linked, evidence: Evidence) -> tuple[SharedFigure, ...]:
    """The claims over several events, this one among them: given to none, shown with each."""
    figures = []
    for claim_id in evidence.in_order(event.shared_claim_ids):
        claim = evidence.claims[claim_id]
        if not is_affirmed(claim):
            continue
        events = {
            other.id
            for other in linked.events
            if claim_id in other.shared_claim_ids or claim_id in other.claim_ids
        }
        basis = "says so" if claim.scope_basis == "stated" else "is read so from its sentence"
        figures.append(
            SharedFigure(
                claim_id=claim_id,
                facet=claim.facet,
                about=claim.about,
                value=claim.value,
                scope_basis=claim.scope_basis,
                events=tuple(sorted(events)),
                note=f"Covers {len(events)} events or more; the report {basis}. Counted in the total of none.",
            )
        )
    return tuple(figures)


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
        flags.update(evidence.claims[claim_id].flags)
    if dated.impossible:
        flags.add(Flag(code="date_after_report", note="a date later than a report of the event was left out"))
    for facet, toll in sorted(tolls.items()):
        found: Estimate | None = estimate_toll(toll, policy)
        if found is not None and found.below_parts:
            flags.add(
                Flag(code="total_below_parts", note=f"{facet}: a total is lower than the sum of its parts")
            )
    for source_ref in undated:
        flags.add(Flag(code="undated_report_left_out", note=f"{source_ref} has no known publication date"))
    return tuple(sorted(flags, key=lambda flag: (flag.code, flag.words, flag.note)))
