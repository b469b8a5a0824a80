"""Airwars: the civilian harm of each incident from its least to its most, with a grading of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.codebook.actors import load_registry
from rashomon.codebook.airwars import (
    COLUMNS,
    DRONE_STRIKE,
    HEAVY_WEAPONS,
    PEOPLE,
    SMALL_ARMS,
    STRIKE_MEANS,
    STRIKE_TYPES,
)
from rashomon.codebook.columns import Column
from rashomon.model.claims import ActorRef, Claim, Count, Person, Term
from rashomon.model.dates import first_day, last_day
from rashomon.model.record import EventRecord, Finding, PlainMinMax
from rashomon.writing.data.cells import Cell
from rashomon.writing.exports.airwars.grading import grade, is_claimed, strike_status, striking_names
from rashomon.writing.exports.exported import (
    NO_YEAR,
    Exported,
    ExportOptions,
    LeftOut,
    chosen_events,
    no_coordinates,
    unmet,
)
from rashomon.writing.exports.publishers import EventRows, fill_table
from rashomon.writing.exports.tolls import toll_of
from rashomon.writing.exports.witnessing import disagreement, reports_of, shared_facts
from rashomon.writing.view import CaseView, Lookups, outlet_name
from rashomon.writing.withholding import Withholding

_ACCURACY = {
    1: "place named",
    2: "near the place named",
    3: "district",
    4: "province",
    5: "wider area",
    6: "country",
    7: "sea or air",
}
"""UCDP's where_prec in words; Airwars' own terms rest on imagery, which reports do not give."""
_NOT_OURS = {
    "unique_reference_code": "only Airwars can assign it",
    "infrastructure": "the reader does not tell what was hit",
    "impact": "the reader does not tell what it meant for services",
}
_COMBATANTS = "the policy airwars counts civilians only"
_CONCEDED = "what a belligerent concedes is not told apart from what others say"


def export(view: CaseView, options: ExportOptions) -> Exported:
    """Incidents in which harm to civilians is reported; the others are listed."""
    lookups, withholding = Lookups(view), Withholding(view, names=options.names)

    def rows_of(event: EventRecord) -> EventRows | LeftOut:
        refused = _refused(event, options)
        if refused is not None:
            return refused
        row = _row(event, lookups, withholding)
        return EventRows(rows=(row,), lost=tuple(_lost(event, lookups, withholding)))

    return fill_table(COLUMNS, chosen_events(view, options), rows_of, empty_since=_empty_since)


def _empty_since(column: Column) -> str:
    if column.name in _NOT_OURS:
        return _NOT_OURS[column.name]
    return _COMBATANTS if column.name.startswith("persons") else _CONCEDED


def _refused(event: EventRecord, options: ExportOptions) -> LeftOut | None:
    totals = event.totals.airwars
    if not _most(totals.killed) and not _most(totals.injured):
        said = _most(totals.killed) == 0 or _most(totals.injured) == 0
        reason = "reports tell of no harm to civilians" if said else "no harm to civilians is reported"
        return LeftOut(what="event", event=event.id, reason=reason)
    if first_day(event.date.start) is None:
        reason = NO_YEAR if event.date.start else "no report says when it was"
        return unmet(event, options, reason)
    return None


_IN_WORDS = frozenset({"location_name", "belligerent", "targeted_belligerent", "sources", "notes"})
"""Columns that hold words of reports; in all others stand codes, ids and dates, which hold no name."""


def _most(span: PlainMinMax) -> int | None:
    return span.max if span.max is not None else span.min


def _row(event: EventRecord, lookups: Lookups, withholding: Withholding) -> dict[str, Cell]:
    place, toll, injured = event.place, toll_of(event, "airwars"), event.totals.airwars.injured
    start, end = first_day(event.date.start), last_day(event.date.end or event.date.start)
    outlets = dict.fromkeys(outlet_name(report) for report in reports_of(event, lookups))
    cells: dict[str, Cell] = {
        "date": start.isoformat() if start else None,
        "date_end": end.isoformat() if end and end != start else None,
        **{"country": place.country, "region": place.adm1, "location_name": place.name},
        **{"latitude": place.lat, "longitude": place.lon},
        "geolocation_accuracy": _ACCURACY.get(place.where_prec or 0),
        "civilian_harm_reported": "Yes",
        "civilian_harm_status": grade(event, lookups),
        **{"civilian_non_combatants_killed_min": toll.low, "civilian_non_combatants_killed_max": toll.high},
        "civilian_non_combatants_injured_min": injured.min,
        "civilian_non_combatants_injured_max": injured.max,
        **_people_cells(event),
        "num_victims_named": _named(event, lookups) or None,
        "strike_status": strike_status(event, lookups),
        "strike_type": _strike_type(event),
        **_belligerent_cells(event, lookups),
        "cause_of_injury": _cause(event),
        "sources": "; ".join(outlets),
        **{"event_id": event.id, "policy": lookups.view.record.policy},
        "notes": ". ".join(disagreement(event, lookups, withholding, every=True)),
    }
    return {
        name: withholding.text(cell) if name in _IN_WORDS and isinstance(cell, str) else cell
        for name, cell in cells.items()
    }


def _people_cells(event: EventRecord) -> dict[str, Cell]:
    """Children, women and men among those harmed, as far as reports tell them apart."""
    cells: dict[str, Cell] = {}
    for facet, outcome in (("killed", "killed"), ("wounded", "injured")):
        for group, categories in PEOPLE.items():
            found = [f for f in event.findings if f.facet == facet and _is_of(f, categories)]
            whole = [f for f in found if f.about is not None and group in f.about.categories]
            spans = [f.value for f in whole[:1] or found if isinstance(f.value, Count)]
            if spans:
                cells[f"{group}_{outcome}_min"] = sum(span.low or 0 for span in spans)
                tops = [span.high for span in spans if span.high is not None]
                if len(tops) == len(spans):
                    cells[f"{group}_{outcome}_max"] = sum(tops)
    return cells


def _is_of(finding: Finding, categories: frozenset[str]) -> bool:
    """True for a figure of these people alone, and not of fighters or of one person told of by name."""
    about = finding.about
    return (
        about is not None
        and bool(categories & set(about.categories))
        and not any(set(about.categories) & other for other in PEOPLE.values() if other != categories)
        and about.status != "combatant"
        and about.person is None
    )


def _named(event: EventRecord, lookups: Lookups) -> int:
    victims = (claim for claim in lookups.claims_of(event.id) if claim.facet == "victim")
    return len({claim.value.words.casefold() for claim in victims if isinstance(claim.value, Person)})


def _terms(event: EventRecord, facet: str) -> set[str]:
    return {f.value.code for f in event.findings if f.facet == facet and isinstance(f.value, Term)}


def _strike_type(event: EventRecord) -> str | None:
    """By the kind of event; of a bombing or strike, by the only kind of weapon that reports name."""
    if event.acled.event_type == "Explosions/Remote violence":
        found = {STRIKE_MEANS[means] for means in _terms(event, "means") if means in STRIKE_MEANS}
        if DRONE_STRIKE in found and event.kind == "air_strike":
            return DRONE_STRIKE
        if len(found) == 1 and event.kind not in STRIKE_TYPES:
            return found.pop()
    return STRIKE_TYPES.get(event.kind)


def _cause(event: EventRecord) -> str | None:
    if event.acled.event_type == "Explosions/Remote violence":
        return HEAVY_WEAPONS
    means = _terms(event, "means")
    return SMALL_ARMS if event.kind == "shooting" or means == {"small_arms"} else None


def _belligerent_cells(event: EventRecord, lookups: Lookups) -> dict[str, Cell]:
    """Who struck, as suspected, or as known where it says so itself; and which armed actor was meant."""
    names = striking_names(event, lookups)
    targets = [f.value for f in event.findings if f.facet == "target" and isinstance(f.value, ActorRef)]
    registry = load_registry()
    armed = [one for one in targets if one.actor_id and not registry.is_unarmed(one.actor_id)]
    return {
        "belligerent": "; ".join(names),
        "belligerent_type": ("Known" if is_claimed(event) else "Suspected") if names else None,
        "targeted_belligerent": "; ".join(dict.fromkeys(one.name or one.words for one in armed)),
    }


def _lost(event: EventRecord, lookups: Lookups, withholding: Withholding) -> Iterator[LeftOut]:
    facts: list[tuple[str, str]] = [*shared_facts(event)]
    if event.place.lat is None:
        facts.append(("latitude", no_coordinates(event)))
    if event.date.imputed:
        facts.append(("date", "no report says when it was; the first day of publication stands in"))
    fighters = [
        f for f in event.findings if f.facet == "killed" and f.about and f.about.status == "combatant"
    ]
    if fighters:
        facts.append(("persons_directly_participating_in_hostilities_killed", "dead combatants are told of"))
    if _accused_twice(event, lookups):
        facts.append(("belligerent", "it is denied; the claims stand in --as csv"))
    for item, reason in facts:
        yield LeftOut(what="fact", event=event.id, item=item, reason=withholding.text(reason))


def _accused_twice(event: EventRecord, lookups: Lookups) -> bool:
    """True where the responsibility that somebody is accused of is also denied."""
    claims: Iterable[Claim] = lookups.claims_of(event.id)
    return any(
        claim.facet == "responsibility" and isinstance(claim.value, Term) and claim.value.code == "denied"
        for claim in claims
    )
