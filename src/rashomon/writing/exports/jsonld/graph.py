"""JSON-LD: the whole case as a graph, with PROV for who said what and selectors for the words.

Each claim is derived from its report's account, that from the account it relays, and so on to the one who
said it first: PROV's ``wasDerivedFrom``, nested, keeps the order of the chain. What nobody said is absent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rashomon.model.claims import Claim
from rashomon.model.events import SideActor, without_wholes
from rashomon.model.record import EventRecord, Finding, RecordPlace, RecordSide
from rashomon.writing.data.files import record_data
from rashomon.writing.exports.exported import Exported, ExportOptions, chosen_events
from rashomon.writing.exports.jsonld.claims import (
    claim_node,
    party_node,
    report_node,
    statement_nodes,
    value_node,
)
from rashomon.writing.exports.jsonld.context import CONTEXT, iri, known, typed_date
from rashomon.writing.exports.tellings import Teller, json_text
from rashomon.writing.exports.tolls import toll_of
from rashomon.writing.view import CaseView


def export(view: CaseView, options: ExportOptions) -> Exported:
    """The events asked for with their claims, statements and reports as one JSON-LD document."""
    teller = Teller(view, names=options.names)
    events = chosen_events(view, options)
    claims = _claims(teller, events, whole=not options.event_ids)
    reports = [
        report
        for report in teller.lookups.ordered_reports
        if not options.event_ids or any(claim.report_id == report.id for claim in claims)
    ]
    run = _run(view)
    refs = {report.source_ref: iri("report", report.id) for report in teller.lookups.ordered_reports}
    rows = {row["id"]: row for row in record_data(view, names=options.names)["events"]}
    document = {
        "@context": CONTEXT,
        "id": iri("case", view.record.made_by.case_digest),
        "type": ["prov:Bundle", "schema:Dataset"],
        "policy": view.record.policy,
        "as_of": typed_date(view.record.as_of) if view.record.as_of else None,
        "wasGeneratedBy": run["id"],
        "activity": run,
        "events": [_event(event, rows[event.id], teller, refs) for event in events],
        "claims": [claim_node(claim, teller) for claim in claims],
        "statements": statement_nodes(teller, claims),
        "reports": [report_node(report, teller) for report in reports],
    }
    return Exported(text=json_text(known(document)))


def _claims(teller: Teller, events: Sequence[EventRecord], *, whole: bool) -> list[Claim]:
    chosen = {event.id for event in events}
    return [
        claim
        for claim in sorted(teller.view.claims.values(), key=teller.lookups.claim_order)
        if whole or chosen & set(teller.lookups.events_of.get(claim.id, ()))
    ]


def _run(view: CaseView) -> dict[str, Any]:
    made = view.record.made_by
    return {
        "id": iri("reconciliation", f"{made.case_digest}/{view.record.policy}/{view.record.as_of or ''}"),
        "type": "prov:Activity",
        "policy": view.record.policy,
        "codebook": made.codebook,
        "case_digest": made.case_digest,
        "wasAssociatedWith": {"type": "prov:SoftwareAgent", "name": "Rashomon", "version": made.version},
    }


def _event(
    event: EventRecord, row: Mapping[str, Any], teller: Teller, reports: Mapping[str, str]
) -> dict[str, Any]:
    policy = teller.view.record.policy
    toll = toll_of(event, policy)
    return {
        "id": iri("event", event.id),
        "type": ["Event", "schema:Event", "prov:Entity"],
        "name": teller.text(event.title),
        "kind": event.kind,
        "acled_event_type": event.acled.event_type,
        "acled_sub_event_type": event.acled.sub_event_type,
        "type_of_violence": event.type_of_violence,
        "event_clarity": event.event_clarity,
        "start_date": typed_date(event.date.start) if event.date.start else None,
        "end_date": typed_date(event.date.end) if event.date.end else None,
        "date_prec": event.date.precision,
        "imputed": event.date.imputed if event.date.start else None,
        "location": _place(event.place, teller),
        "places": [_place(place, teller) for place in event.places],
        "sides": [_side(side, teller) for side in event.sides],
        "others": [
            {"role": other.role, "actors": [_actor(other.actor, teller)]}
            | {"claim_ids": [iri("claim", claim_id) for claim_id in other.claims]}
            for other in event.others
        ],
        "toll": {
            "type": "Toll",
            "policy": policy,
            "low": toll.low,
            "best": toll.best,
            "high": toll.high,
            "max_open": toll.open,
        }
        if toll.known
        else None,
        "totals": _totals(row["totals"]),
        "findings": [_finding(*pair, teller) for pair in zip(event.findings, row["findings"], strict=True)],
        "shared_figures": [
            {"claim_ids": [iri("claim", figure.claim_id)], "scope_basis": figure.scope_basis}
            | {"facet": figure.facet, "event": [iri("event", i) for i in figure.events], "note": figure.note}
            for figure in event.shared_figures
        ],
        "told_by": [reports[ref] for ref in event.reports if ref in reports],
        "principal_for": [reports[ref] for ref in event.principal_for if ref in reports],
        "part_of": iri("event", event.part_of) if event.part_of else None,
        "related": [iri("event", event_id) for event_id in event.related],
        "flags": [_flag(flag.code, flag.words, flag.note, teller) for flag in event.flags],
        "wasGeneratedBy": _run(teller.view)["id"],
    }


def _place(place: RecordPlace, teller: Teller) -> dict[str, Any] | None:
    if place.name is None and place.lat is None and place.country is None:
        return None
    at = {"type": "schema:GeoCoordinates", "lat": place.lat, "lon": place.lon}
    return {
        "type": "schema:Place",
        "name": None if place.name is None else teller.text(place.name),
        "geo": at if place.lat is not None and place.lon is not None else None,
        "where_prec": place.where_prec,
        "adm2": place.adm2,
        "adm1": place.adm1,
        "country": place.country,
        "country_iso3": place.country_iso3,
    }


def _side(side: RecordSide, teller: Teller) -> dict[str, Any]:
    spans = {
        "killed": side.casualties.killed,
        "wounded": side.casualties.wounded,
        "captured": side.casualties.captured,
    }
    return {
        "type": "Side",
        "label": teller.text(side.label),
        "role": side.role,
        "actors": [_actor(actor, teller) for actor in without_wholes(side.actors)],
        "losses": {
            name: {"low": span.low, "best": span.best, "high": span.high} for name, span in spans.items()
        },
    }


def _actor(actor: SideActor, teller: Teller) -> dict[str, Any]:
    return {
        "agent": {
            "id": iri("actor", actor.id) if actor.id else None,
            "type": "prov:Agent",
            "name": teller.text(actor.name),
        },
        "as_written_all": [teller.text(words) for words in actor.as_written],
        "identification": actor.identification,
    }


def _totals(totals: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The totals of every family of rules side by side, as in ``record.json``; points apart from spans."""
    points = {f"{name}_point": number for name, number in totals["latest"].items()}
    spans = {
        name: {outcome: span for outcome, span in totals[name].items() if span["min"] is not None}
        for name in ("range", "airwars")
    }
    return {**totals, **spans, "latest": points}


def _finding(finding: Finding, row: dict[str, Any], teller: Teller) -> dict[str, Any]:
    return {
        "type": ["Finding", "prov:Entity"],
        "facet": finding.facet,
        "about": party_node(row["about"]),
        "value": value_node(row["value"]),
        "agreement": finding.agreement,
        "rule": finding.rule,
        "why": teller.text(finding.why),
        "witnesses": finding.witnesses,
        "imputed": finding.imputed,
        "supporting": [iri("claim", claim_id) for claim_id in finding.supporting],
        "opposing": [iri("claim", claim_id) for claim_id in finding.opposing],
    }


def _flag(code: str, words: str, note: str, teller: Teller) -> dict[str, Any]:
    return {"code": code, "words": teller.text(words) or None, "note": teller.text(note) or None}
