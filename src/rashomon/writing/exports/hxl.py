"""HXL: an event a row, with a row of hashtags under the headers.

Tags as OCHA's humanitarian exchange maps UCDP's data, with attributes for the bounds and the policy.
"""

from __future__ import annotations

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.sides import sides_a_and_b
from rashomon.model.claims import Count
from rashomon.model.dates import first_day, parse_partial
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, RecordSide
from rashomon.writing.data.cells import Cell, one_line, write_table
from rashomon.writing.exports.exported import Exported, ExportOptions, LeftOut, chosen_events
from rashomon.writing.exports.tolls import toll_of
from rashomon.writing.exports.witnessing import disagreement, reports_of, shared_facts, speakers_of
from rashomon.writing.view import CaseView, Lookups, outlet_name
from rashomon.writing.withholding import Withholding

TAGS: dict[str, str] = {
    "event_id": "#event+id",
    "title": "#event+name",
    "type": "#event+type",
    "year": "#date+year",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "date_prec": "#date+precision",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "where": "#loc+name",
    "adm1": "#adm1+name",
    "adm2": "#adm2+name",
    "country": "#country+name",
    "country_iso3": "#country+code",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "where_prec": "#geo+precision",
    "killed_best": "#affected+killed",
    "killed_low": "#affected+killed+min",
    "killed_high": "#affected+killed+max",
    "injured_low": "#affected+injured+min",
    "injured_high": "#affected+injured+max",
    "source": "#meta+source",
    "said_by": "#meta+source+original",
    "headline": "#description",
    "policy": "#meta+policy",
}
"""Header → hashtag, in the order of the columns."""


def export(view: CaseView, options: ExportOptions) -> Exported:
    """All events: HXL defines columns, not what an event is; an empty cell means that nothing was said."""
    lookups, withholding = Lookups(view), Withholding(view, names=options.names)
    events = chosen_events(view, options)
    rows: list[list[Cell]] = [list(TAGS.values())]
    left_out: list[LeftOut] = []
    for event in events:
        row = _row(event, lookups, withholding)
        rows.append([row[name] for name in TAGS])
        left_out += _lost(event, lookups, withholding)
    return Exported(
        text=write_table(list(TAGS), rows), left_out=tuple(left_out), rows=tuple(event.id for event in events)
    )


def _row(event: EventRecord, lookups: Lookups, withholding: Withholding) -> dict[str, Cell]:
    place, policy = event.place, lookups.view.record.policy
    toll, injured = toll_of(event, policy), injured_of(event, policy)
    reports = reports_of(event, lookups)
    kind = EVENT_KINDS.get(event.kind)
    start = first_day(event.date.start)
    side_a, side_b = (_names(side) for side in _two_sides(event))
    cells: dict[str, Cell] = {
        **{"event_id": event.id, "title": event.title, "type": kind.label if kind else event.kind},
        **{"year": start.year if start else _year(event.date.start)},
        **{"date_start": event.date.start, "date_end": event.date.end, "date_prec": event.date.precision},
        **{"side_a": side_a, "side_b": side_b, "where": place.name, "adm1": place.adm1, "adm2": place.adm2},
        **{"country": place.country, "country_iso3": place.country_iso3},
        **{"latitude": place.lat, "longitude": place.lon, "where_prec": place.where_prec},
        **{"killed_best": toll.best, "killed_low": toll.low, "killed_high": toll.high},
        **{"injured_low": injured[0], "injured_high": injured[1]},
        "source": "; ".join(dict.fromkeys(outlet_name(report) for report in reports)),
        "said_by": "; ".join(speakers_of(event, lookups, withholding)),
        "headline": "; ".join(dict.fromkeys(one_line(report.title) for report in reports if report.title)),
        "policy": policy,
    }
    return {name: withholding.text(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}


def _year(partial: str | None) -> int | None:
    return parse_partial(partial).year if partial else None


def _two_sides(event: EventRecord) -> tuple[RecordSide | None, RecordSide | None]:
    """UCDP's sides A and B; those attacked where only one side is told of as fighting."""
    side_a, side_b = sides_a_and_b(event.sides)
    others = [side for side in event.sides if side not in (side_a, side_b)]
    return side_a, side_b or (others[0] if others else None)


def _names(side: RecordSide | None) -> str | None:
    if side is None:
        return None
    return "; ".join(dict.fromkeys(actor.name for actor in without_wholes(side.actors))) or side.label


def injured_of(event: EventRecord, policy: str) -> tuple[int | None, int | None]:
    """Lowest and highest number of injured: what the policy gives for the whole event, else for its only group."""
    if policy == "range":
        return event.totals.range.wounded.min, event.totals.range.wounded.max
    if policy == "airwars":
        return event.totals.airwars.injured.min, event.totals.airwars.injured.max
    if policy == "latest":
        return event.totals.latest.wounded, event.totals.latest.wounded
    found = [finding for finding in event.findings if finding.facet == "wounded"]
    whole = [finding for finding in found if finding.about is None] or (found if len(found) == 1 else [])
    counted = whole[0].value if whole else None
    return (counted.low, counted.high) if isinstance(counted, Count) else (None, None)


def _lost(event: EventRecord, lookups: Lookups, withholding: Withholding) -> list[LeftOut]:
    facts = [("killed_low, killed_high", line) for line in disagreement(event, lookups, withholding)]
    if toll_of(event, lookups.view.record.policy).open:
        facts.append(("killed_high", "a bound without a top was said; this is the highest number stated"))
    facts += [("sides", f"a further side: {_names(side)}") for side in _further(event)]
    facts += shared_facts(event)
    return [
        LeftOut(what="fact", event=event.id, item=item, reason=withholding.text(reason))
        for item, reason in facts
    ]


def _further(event: EventRecord) -> list[RecordSide]:
    shown = _two_sides(event)
    return [side for side in event.sides if side not in shown]
