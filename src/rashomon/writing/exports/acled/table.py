"""ACLED: one row a day, a place and a pair of actors, in the columns of its codebook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pycountry

from rashomon.codebook.acled import (
    CIVILIAN_TARGETING,
    COLUMNS,
    GEO_PRECISION,
    disorder_type,
    inter,
    interaction,
    region_of,
    split_total,
)
from rashomon.model.base import value
from rashomon.model.record import EventRecord
from rashomon.writing.data.cells import Cell
from rashomon.writing.exports.acled.actors import ROLES_IN_COLUMNS, Pair, pair_of
from rashomon.writing.exports.acled.days import Days, Share, days_of, shares_of_summaries
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
    told_of_several,
    unnamed_outlets,
)
from rashomon.writing.view import CaseView, Lookups, outlet_name
from rashomon.writing.withholding import Withholding

_CIVILIAN_CODES = (6, 7)
_TARGETING_TYPES = ("Violence against civilians", "Explosions/Remote violence", "Riots", "Protests")


@value
class _Coded:
    """An event as ACLED codes it."""

    event: EventRecord
    days: Days
    pair: Pair
    fatalities: int
    share: Share | None


def export(view: CaseView, options: ExportOptions) -> Exported:
    """Events of ACLED's types with a day and a place; the others are listed."""
    lookups, withholding = Lookups(view), Withholding(view, names=options.names)
    policy = view.record.policy
    shares = shares_of_summaries(lookups, policy)

    def rows_of(event: EventRecord) -> EventRows | LeftOut:
        days = days_of(event, lookups)
        refused = _refused(event, days, options)
        if refused is not None:
            return refused
        coded = _code(event, days, shares.get(event.id), policy)
        rows = _rows(coded, lookups, withholding, words=options.inter == "words")
        return EventRows(rows=tuple(rows), lost=tuple(_lost(coded, lookups, withholding)))

    events = chosen_events(view, options)
    return fill_table(COLUMNS, events, rows_of, empty_since=lambda _column: "only ACLED can fill it")


def _refused(event: EventRecord, days: Days, options: ExportOptions) -> LeftOut | None:
    """Why an event is no row: ACLED's definition, or what no report says; None where it is one."""
    if event.acled.event_type is None:
        return LeftOut(what="event", event=event.id, reason=f"ACLED has no type for the kind {event.kind!r}")
    if not event.date.start:
        return unmet(event, options, "no report says when it was; ACLED needs a day")
    if not days.days:
        wide = "its day is known only to more than a month; ACLED needs a day, a week or a month"
        return unmet(event, options, NO_YEAR if event.date.start.startswith("-") else wide)
    if event.place.where_prec == 6:
        return LeftOut(
            what="event", event=event.id, reason="only its country is known; ACLED records a location"
        )
    if event.place.lat is None or event.place.lon is None or not event.place.country:
        return unmet(event, options, no_coordinates(event))
    return None


def _code(event: EventRecord, days: Days, share: Share | None, policy: str) -> _Coded:
    best = toll_of(event, policy).best
    number = best if best is not None else share.number if share else 0
    pair = pair_of(event, days.days[0].isoformat())
    return _Coded(event=event, days=days, pair=pair, fatalities=number, share=share if best is None else None)


def _rows(
    coded: _Coded, lookups: Lookups, withholding: Withholding, *, words: bool
) -> Iterator[dict[str, Cell]]:
    days, event = coded.days, coded.event
    parts = split_total(coded.fatalities, len(days.days))
    if _is_divided(event):
        parts = (coded.fatalities,) * len(days.days)  # its reports divide it: each row has one part already
    for day, part in zip(days.days, parts, strict=True):
        yield {
            "event_date": day.isoformat(),
            "year": day.year,
            "time_precision": days.precision,
            "disorder_type": disorder_type(event.acled.event_type or "", event.acled.sub_event_type or ""),
            "event_type": event.acled.event_type,
            "sub_event_type": event.acled.sub_event_type,
            **_actor_cells(coded.pair, event, withholding, words=words),
            **_place_cells(event, withholding),
            "source": "; ".join(
                dict.fromkeys(withholding.text(outlet_name(r)) for r in reports_of(event, lookups))
            ),
            "notes": _notes(coded, day, part, lookups, withholding),
            "fatalities": part,
        }


def _is_divided(event: EventRecord) -> bool:
    return any(finding.rule.endswith(".divided") for finding in event.findings)


def _actor_cells(pair: Pair, event: EventRecord, withholding: Withholding, *, words: bool) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for number, actor in ((1, pair.one), (2, pair.two)):
        if actor is not None:
            cells[f"actor{number}"] = withholding.text(actor.name)
            cells[f"assoc_actor_{number}"] = withholding.text("; ".join(actor.beside))
            cells[f"inter{number}"] = inter(actor.code, words=words)
    codes = [actor.code for actor in (pair.one, pair.two) if actor is not None]
    if None not in codes:
        cells["interaction"] = interaction(*[*codes, None][:2], words=words)
    if event.acled.event_type in _TARGETING_TYPES and codes[-1] in _CIVILIAN_CODES and len(codes) > 1:
        cells["civilian_targeting"] = CIVILIAN_TARGETING
    return cells


def _place_cells(event: EventRecord, withholding: Withholding) -> dict[str, Cell]:
    place = event.place
    country = pycountry.countries.get(alpha_3=place.country_iso3 or "---")
    return {
        "iso": int(country.numeric) if country else None,
        "region": region_of(place.country_iso3),
        "country": place.country,
        "admin1": place.adm1,
        "admin2": place.adm2,
        "location": withholding.text(place.name or ""),
        "latitude": None if place.lat is None else round(place.lat, 4),
        "longitude": None if place.lon is None else round(place.lon, 4),
        "geo_precision": GEO_PRECISION.get(place.where_prec or 5),
    }


def _notes(coded: _Coded, day: date, part: int, lookups: Lookups, withholding: Withholding) -> str:
    """What happened, who gave which number, and how this row's number came about."""
    event, policy = coded.event, lookups.view.record.policy
    sentences = [withholding.text(event.title), *_dating(coded, day)]
    sentences += disagreement(event, lookups, withholding, every=True)
    toll = toll_of(event, policy)
    together = told_of_several(event, lookups, withholding)
    if together:
        sentences.append(f"Told of several events together: {'; '.join(together)}")
    if coded.share is not None:
        sentences.append(
            f"{coded.share.total} deaths are reported over {coded.share.over} events together "
            f"({', '.join(coded.share.events)}) and divided among them: {coded.share.number} here"
        )
    elif not toll.known:
        sentences.append("No report gives a number of dead for this event alone, which ACLED codes as 0")
    if coded.days.daily and not _is_divided(event):
        sentences.append(f"{coded.fatalities} deaths divided over {len(coded.days.days)} days: {part} here")
    sentences.append(f"Fatalities by policy {policy}")
    return ". ".join(sentences) + "."


def _dating(coded: _Coded, day: date) -> Iterator[str]:
    if coded.event.date.imputed:
        yield "No report says when it was: dated by the first report of it"
    elif coded.days.daily:
        yield f"Day {coded.days.days.index(day) + 1} of {len(coded.days.days)}"
    elif coded.days.precision != 1:
        yield f"Between {coded.event.date.start} and {coded.event.date.end}; the middle is given"


def _lost(coded: _Coded, lookups: Lookups, withholding: Withholding) -> Iterator[LeftOut]:
    """What these rows lack, and what the record knows that they have no column for."""
    event = coded.event
    for number, actor in ((1, coded.pair.one), (2, coded.pair.two)):
        if actor is not None and actor.code is None:
            reason = f"what kind of actor {withholding.text(actor.name)} is, is not known"
            yield LeftOut(what="gap", event=event.id, item=f"inter{number}", reason=reason)
    for item, reason in _facts(coded, lookups):
        yield LeftOut(what="fact", event=event.id, item=item, reason=withholding.text(reason))


def _facts(coded: _Coded, lookups: Lookups) -> Iterator[tuple[str, str]]:
    event, policy = coded.event, lookups.view.record.policy
    toll = toll_of(event, policy)
    if coded.share is None and not toll.known:
        yield "fatalities", "no report gives a number of dead for it alone, which ACLED codes as 0"
    if coded.share is not None:
        known = ", ".join(coded.share.events)
        told = f"{coded.share.total} over {coded.share.over} events, {known} among them"
        yield "fatalities", f"{coded.share.number} of {told}, divided as ACLED does; given to none elsewhere"
    if toll.known and toll.low != toll.high:
        yield "fatalities", f"one number a row: of {toll.low}–{toll.high}, {toll.best}"
    for side in coded.pair.others:
        yield "actor1, actor2", f"a further side has no column: {side}"
    for other in (one for one in event.others if one.role not in ROLES_IN_COLUMNS):
        role = other.role.replace("_", " ")
        yield "assoc_actor", f"on no side, so in no column: {other.actor.name} ({role})"
    places = other_places(event)
    if places:
        yield "location", f"further places named: {'; '.join(places)}"
    yield from unnamed_outlets(event, lookups)
    if coded.share is None:
        yield from shared_facts(event, ("killed",))
