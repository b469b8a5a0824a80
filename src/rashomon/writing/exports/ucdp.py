"""UCDP GED: an event a row in the 49 columns of its codebook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rashomon.codebook.acled import region_of as acled_region_of
from rashomon.codebook.actor_countries import countries
from rashomon.codebook.actors import load_registry
from rashomon.codebook.ged import CIVILIANS, COLUMNS, priogrid_cell, region_of, state_numbers
from rashomon.codebook.sides import is_state, sides_a_and_b
from rashomon.model.base import value
from rashomon.model.dates import first_day, last_day
from rashomon.model.events import SideActor, without_wholes
from rashomon.model.record import EventRecord, RecordSide
from rashomon.writing.data.cells import Cell, one_line
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
from rashomon.writing.exports.witnessing import (
    disagreement,
    other_places,
    reports_of,
    shared_facts,
    speakers_of,
    unnamed_outlets,
)
from rashomon.writing.view import CaseView, Lookups, outlet_name
from rashomon.writing.withholding import Withholding

_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_COUNTRY_ONLY = 6
"""UCDP's where_prec of an event that is known to a country only."""
_NEEDED_FROM_REPORTS = {
    "type_of_violence": "the sides are not known, so it is of no known type",
    "side_a": "no report identifies an organised actor on this side",
    "side_b": "no report identifies an organised actor on this side",
}


@value
class _Sides:
    """The two names, the states' numbers, and actors that have no column."""

    a: str | None = None
    b: str | None = None
    gwnoa: int | None = None
    gwnob: int | None = None
    unnamed: tuple[str, ...] = ()


def export(view: CaseView, options: ExportOptions) -> Exported:
    """Events with at least one death in best, low or high; the others are listed."""
    lookups, withholding = Lookups(view), Withholding(view, names=options.names)

    def rows_of(event: EventRecord) -> EventRows | LeftOut:
        refused = _refused(event, options, view.record.policy)
        if refused is not None:
            return refused
        row = _row(event, lookups, withholding)
        return EventRows(rows=(row,), lost=tuple(_lost(event, row, lookups, withholding)))

    events = chosen_events(view, options)
    return fill_table(COLUMNS, events, rows_of, empty_since=lambda _column: "only UCDP can fill it")


def _refused(event: EventRecord, options: ExportOptions, policy: str) -> LeftOut | None:
    """Why an event is no row: GED's definition, or what no report says; None where it is one."""
    toll = toll_of(event, policy)
    if not max(toll.low or 0, toll.best or 0, toll.high or 0):
        said = "reports tell of no deaths" if toll.known else "no report gives a number of dead"
        return LeftOut(what="event", event=event.id, reason=f"{said}; GED needs at least one")
    missing = _missing(event)
    return unmet(event, options, missing) if missing is not None else None


def _missing(event: EventRecord) -> str | None:
    """What every row of GED has and no report says of this event; None where nothing is missing."""
    if first_day(event.date.start) is None:
        return NO_YEAR if event.date.start else "no report says when it was"
    if event.place.lat is None or event.place.lon is None or not event.place.country:
        return no_coordinates(event)
    return None


def _row(event: EventRecord, lookups: Lookups, withholding: Withholding) -> dict[str, Cell]:
    sides = _sides(event)
    policy = lookups.view.record.policy
    toll = toll_of(event, policy)
    groups = event.totals.hierarchy if policy == "hierarchy" else event.totals.ucdp
    masked = withholding.text
    return {
        "type_of_violence": event.type_of_violence,
        "dyad_name": masked(f"{sides.a} - {sides.b}") if sides.a and sides.b else None,
        "side_a": masked(sides.a or ""),
        "side_b": masked(sides.b or ""),
        "gwnoa": sides.gwnoa,
        "gwnob": sides.gwnob,
        "event_clarity": event.event_clarity,
        **_dates(event),
        **_place(event, withholding),
        **_sources(event, lookups, withholding),
        # In GED best is the sum of the four groups, so a group that nobody gives a figure for holds none of it.
        **{name: getattr(groups, name) or 0 for name in _DEATHS},
        **{"best": toll.best, "high": toll.high, "low": toll.low},
    }


def _dates(event: EventRecord) -> dict[str, Cell]:
    start, end = first_day(event.date.start), last_day(event.date.end or event.date.start)
    return {
        "year": start.year if start else None,
        "date_prec": event.date.precision if start else None,
        "date_start": _timestamp(start),
        "date_end": _timestamp(end),
    }


def _timestamp(day: date | None) -> str | None:
    return f"{day.isoformat()} 00:00:00.000" if day else None


def _place(event: EventRecord, withholding: Withholding) -> dict[str, Cell]:
    place = event.place
    country = countries().get(place.country_iso3 or "")
    number = state_numbers().get(place.country_iso3 or "")
    # Where only the country could be placed, its middle is what was coded, whatever the village is called.
    coded = place.country if place.where_prec == _COUNTRY_ONLY else place.name
    described = [name for name in (place.name, *other_places(event)) if name and name != coded]
    cells: dict[str, Cell] = {
        "where_prec": place.where_prec,
        "where_coordinates": withholding.text(coded or place.country or ""),
        "where_description": withholding.text("; ".join(described)),
        "adm_1": place.adm1,
        "adm_2": place.adm2,
        "country": country.ucdp if country else place.country,
        "country_id": number,
        "region": region_of(number) or _region_without_number(place.country_iso3),
    }
    if place.lat is not None and place.lon is not None:
        cells |= {
            "latitude": place.lat,
            "longitude": place.lon,
            "geom_wkt": f"POINT ({place.lon:.6f} {place.lat:.6f})",
            "priogrid_gid": priogrid_cell(place.lat, place.lon),
        }
    return cells


def _region_without_number(iso3: str | None) -> str | None:
    """UCDP's region of a territory that is no state of Gleditsch and Ward's, by ACLED's finer ones."""
    finer = acled_region_of(iso3)
    if finer is None:
        return None
    known = ("Africa", "America", "Europe", "Middle East")
    found = next((region for region in known if region in finer), None)
    return {"America": "Americas", None: "Americas" if finer == "Caribbean" else "Asia"}.get(found, found)


def _sources(event: EventRecord, lookups: Lookups, withholding: Withholding) -> dict[str, Cell]:
    reports = reports_of(event, lookups)

    def plain(text: str | None) -> str:
        # A semicolon parts the sources, a quotation mark holds one together.
        return one_line(withholding.text(text or "")).replace(";", ",").replace('"', "'")

    offices = [plain(outlet_name(report)) for report in reports]
    days = [report.published or "" for report in reports]
    titles = [plain(report.title) for report in reports]
    articles = [f'"{",".join(parts)}"' for parts in zip(offices, days, titles, strict=True)]
    return {
        "number_of_sources": len(reports),
        "source_article": ";".join(articles),
        "source_office": ";".join(offices),
        "source_date": ";".join(days),
        "source_headline": ";".join(titles),
        "source_original": ", ".join(speakers_of(event, lookups, withholding)),
    }


def _sides(event: EventRecord) -> _Sides:
    """The relation of the sides by type of violence: a state first; a perpetrator and civilians."""
    side_a, side_b = sides_a_and_b(event.sides)
    a, number_a, left_a = _side(side_a, event)
    b, number_b, left_b = _side(side_b, event)
    if event.type_of_violence == 3:
        b, number_b, left_b = CIVILIANS, None, ()
    return _Sides(a=a, b=b, gwnoa=number_a, gwnob=number_b, unnamed=(*left_a, *left_b))


def _side(side: RecordSide | None, event: EventRecord) -> tuple[str | None, int | None, tuple[str, ...]]:
    """A side's name as UCDP writes it, its state's number, and the actors that its column cannot hold.

    A state is the primary party of its side, the one where it happened before others; non-state actors
    who fought as one are named together.
    """
    actors = [] if side is None else [a for a in without_wholes(side.actors) if _organised(a)]
    states = [actor for actor in actors if is_state(actor)]
    here = [actor for actor in states if _country(actor) == event.place.country_iso3]
    named = (here or states)[:1] or actors
    names = dict.fromkeys(_ucdp_name(actor, event) for actor in named)
    others = dict.fromkeys(_ucdp_name(actor, event) for actor in actors)
    number = state_numbers().get(_country(named[0]) or "") if named and is_state(named[0]) else None
    return ", ".join(names) or None, number, tuple(name for name in others if name not in names)


def _organised(actor: SideActor) -> bool:
    if actor.identification == "unidentified" or actor.id is None or actor.id.startswith("unidentified:"):
        return False
    return not load_registry().is_unarmed(actor.id)


def _country(actor: SideActor) -> str | None:
    return load_registry().country_of(actor.id) if actor.id else None


def _ucdp_name(actor: SideActor, event: EventRecord) -> str:
    registry = load_registry()
    if actor.id is None or actor.id not in registry:
        return actor.name
    return registry.name(actor.id, standard="ucdp", on=event.date.start)


def _lost(
    event: EventRecord, row: dict[str, Cell], lookups: Lookups, withholding: Withholding
) -> Iterator[LeftOut]:
    """What this row lacks, and what the record knows that no column holds."""
    for name, reason in _NEEDED_FROM_REPORTS.items():
        if row.get(name) in (None, ""):
            yield LeftOut(what="gap", event=event.id, item=name, reason=reason)
    for item, reason in _facts(event, lookups, withholding):
        yield LeftOut(what="fact", event=event.id, item=item, reason=reason)


def _facts(event: EventRecord, lookups: Lookups, withholding: Withholding) -> Iterator[tuple[str, str]]:
    totals = event.totals
    groups = totals.hierarchy if lookups.view.record.policy == "hierarchy" else totals.ucdp
    nothing = [name for name in _DEATHS if getattr(groups, name) is None]
    if nothing:
        yield ", ".join(nothing), "no report gives a figure; 0, since best is the sum of the four in GED"
    if totals.range.killed.max_open:
        yield "high", "a bound without a top was said; high is the highest number stated"
    if event.date.imputed:
        yield "date_start", "no report says when it was; the first day of publication stands in"
    unnamed = _sides(event).unnamed
    if unnamed:
        yield "side_a, side_b", f"named beside the primary party: {withholding.text('; '.join(unnamed))}"
    if event.place.country_iso3 and event.place.country_iso3 not in state_numbers():
        yield "country_id", f"{event.place.country} has no number of Gleditsch and Ward"
    for line in disagreement(event, lookups, withholding, facets=("killed",)):
        yield "best, low, high", line
    yield from unnamed_outlets(event, lookups)
    yield from _further_outcomes(event, lookups)


def _further_outcomes(event: EventRecord, lookups: Lookups) -> Iterator[tuple[str, str]]:
    for facet in ("wounded", "captured", "missing", "casualties", "losses", "neutralised"):
        number = len([finding for finding in event.findings if finding.facet == facet])
        if number:
            yield facet, "GED counts deaths only"
    yield from shared_facts(event)
    whole = lookups.records.get(event.part_of or "")
    if whole is not None and toll_of(whole, lookups.view.record.policy).known:
        yield "part_of", f"{whole.id} contains it and has a toll of its own, which may count the same dead"
