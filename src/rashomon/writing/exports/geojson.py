"""GeoJSON (RFC 7946): one feature an event, a point where its place is known, null geometry where not.

Coordinates are WGS 84 degrees, longitude first. An event that nobody places stays in the file as what the
RFC calls an unlocated feature, and is listed as a gap: a table of the features is complete either way.
Properties that a map can label and filter by are flat; who said what stands below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, RecordPlace, RecordSide
from rashomon.writing.exports.exported import (
    NO_YEAR,
    Exported,
    ExportOptions,
    LeftOut,
    chosen_events,
    no_coordinates,
)
from rashomon.writing.exports.tellings import Teller, json_text, lacking
from rashomon.writing.exports.tolls import toll_of
from rashomon.writing.view import CaseView

DECIMALS = 6
"""RFC 7946, section 11.2: six decimals are about 10 centimetres, more than any report knows."""

PRECISIONS = {
    1: "the exact place",
    2: "within about 25 km of the place named",
    3: "the middle of the second-order division",
    4: "the middle of the first-order division",
    5: "a region, a line, or between two places",
    6: "the middle of the country",
    7: "at sea or in international airspace",
}
"""UCDP's where_prec in words: a point in the middle of a province is nobody's place of the event."""


def export(view: CaseView, options: ExportOptions) -> Exported:
    """The events as a FeatureCollection; the policy and what made it stand beside the features."""
    teller = Teller(view, names=options.names)
    events = chosen_events(view, options)
    record = view.record
    collection = {
        "type": "FeatureCollection",
        "policy": record.policy,
        "as_of": record.as_of,
        "made_by": {
            "program": "Rashomon",
            "version": record.made_by.version,
            "codebook": record.made_by.codebook,
            "case_digest": record.made_by.case_digest,
        },
        "features": [_feature(event, teller) for event in events],
    }
    return Exported(text=json_text(collection), left_out=tuple(_left_out(events, options)))


def _feature(event: EventRecord, teller: Teller) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _point(event.place),
        "properties": _properties(event, teller),
    }


def position(place: RecordPlace) -> tuple[float, float] | None:
    """Longitude and latitude within their ranges; None where the place has none.

    >>> position(RecordPlace(name="Tamsa", lat=12.5, lon=183.25))
    (-176.75, 12.5)
    """
    if place.lat is None or place.lon is None or not -90 <= place.lat <= 90:
        return None
    lon = place.lon if -180 <= place.lon <= 180 else (place.lon + 180) % 360 - 180
    return (round(lon, DECIMALS), round(place.lat, DECIMALS))


def _point(place: RecordPlace) -> dict[str, Any] | None:
    found = position(place)
    return None if found is None else {"type": "Point", "coordinates": list(found)}


def _properties(event: EventRecord, teller: Teller) -> dict[str, Any]:
    policy = teller.view.record.policy
    toll = toll_of(event, policy)
    named = [teller.side_name(side) for side in event.sides]
    return {
        "title": teller.text(event.title),
        "kind": event.kind,
        "acled_event_type": event.acled.event_type,
        "acled_sub_event_type": event.acled.sub_event_type,
        "type_of_violence": event.type_of_violence,
        "date_start": event.date.start,
        "date_end": event.date.end,
        "date_prec": event.date.precision,
        "date_imputed": event.date.imputed,
        **_place(event.place, teller),
        "side_a": named[0] if named else None,
        "side_b": named[1] if named[1:] else None,
        "policy": policy,
        "deaths_low": toll.low,
        "deaths_best": toll.best,
        "deaths_high": toll.high,
        "deaths_high_open": toll.open if toll.known else None,
        **_support(event, teller),
        "sides": [_side(side, teller) for side in event.sides],
        "others": [{"name": teller.text(o.actor.name), "role": o.role} for o in event.others],
        "figures": [teller.figure_row(account) for account in teller.accounts(event)],
        "shared_figures": [teller.shared_row(account) for account in teller.shared_accounts(event)],
        "places": [_place(place, teller) | _degrees(place) for place in event.places],
        "reports": list(event.reports),
        "part_of": event.part_of,
        "related": list(event.related),
        "flags": sorted({flag.code for flag in event.flags}),
    }


def _place(place: RecordPlace, teller: Teller) -> dict[str, Any]:
    return {
        "place": None if place.name is None else teller.text(place.name),
        "adm2": place.adm2,
        "adm1": place.adm1,
        "country": place.country,
        "country_iso3": place.country_iso3,
        "where_prec": place.where_prec,
        "where_prec_means": PRECISIONS.get(place.where_prec or 0),
    }


def _degrees(place: RecordPlace) -> dict[str, Any]:
    found = position(place)
    return {"lon": found[0], "lat": found[1]} if found else {"lon": None, "lat": None}


def _support(event: EventRecord, teller: Teller) -> dict[str, Any]:
    """How the toll of the whole event came about: its agreement, its reason, how many said it on their own."""
    found = next((f for f in event.findings if f.facet == "killed" and f.about is None), None)
    found = found or next((f for f in event.findings if f.facet == "killed"), None)
    return {
        "deaths_agreement": found.agreement if found else None,
        "deaths_why": teller.text(found.why) if found else None,
        "deaths_imputed": found.imputed if found else None,
        "deaths_witnesses": found.witnesses if found else None,
        "witnesses": max((finding.witnesses for finding in event.findings), default=0),
        "reports_count": len(event.reports),
    }


def _side(side: RecordSide, teller: Teller) -> dict[str, Any]:
    losses = side.casualties
    return {
        "label": teller.text(side.label),
        "role": side.role,
        "actors": [
            {"id": actor.id, "name": teller.text(actor.name)} for actor in without_wholes(side.actors)
        ],
        **{
            outcome: {"low": span.low, "best": span.best, "high": span.high}
            for outcome, span in (
                ("killed", losses.killed),
                ("wounded", losses.wounded),
                ("captured", losses.captured),
            )
        },
    }


def _left_out(events: Sequence[EventRecord], options: ExportOptions) -> Iterator[LeftOut]:
    for event in events:
        if position(event.place) is None:
            reason = f"{no_coordinates(event)}; the feature has no geometry"
            yield lacking(event, options, "geometry", reason)
        if event.date.start is None:
            yield lacking(event, options, "date_start", "no report says when it was")
        elif event.date.start.startswith("--"):
            yield lacking(event, options, "date_start", NO_YEAR)
