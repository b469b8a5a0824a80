"""The machine-readable outputs: claims.jsonl, record.json, set_aside.jsonl and events.csv.

Keys are a contract: they may be added to, never renamed. Objects and arrays are never null.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterable
from typing import Any

from rashomon.model.claims import Attribution, Claim, Party, Person, Value
from rashomon.model.codec import to_data
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord
from rashomon.model.report import Passage
from rashomon.writing.data.cells import plain_cell
from rashomon.writing.view import CaseView, Lookups
from rashomon.writing.withholding import WITHHELD, Withholding

_CSV_COLUMNS = [
    "id",
    "title",
    "kind",
    "date_start",
    "date_end",
    "date_prec",
    "place",
    "country",
    "lat",
    "lon",
    "where_prec",
    "side_a",
    "side_b",
    "other_sides",
    "ucdp_low",
    "ucdp_best",
    "ucdp_high",
    "acled_fatalities",
    "killed_min",
    "killed_max",
    "killed_max_open",
    "wounded_min",
    "wounded_max",
    "captured_min",
    "captured_max",
    "reports",
    "principal_for",
    "part_of",
    "date_imputed",
]


def render_claims(view: CaseView, *, names: bool = False) -> str:
    """``claims.jsonl``: a claim a line, in the order of reports and their text."""
    lookups, withholding = Lookups(view), Withholding(view, names=names)
    ordered = sorted(view.claims.values(), key=lookups.claim_order)
    return _lines(claim_row(claim, lookups, withholding) for claim in ordered)


def claim_row(claim: Claim, lookups: Lookups, withholding: Withholding) -> dict[str, Any]:
    """One claim as a line of ``claims.jsonl``."""
    passages = [piece for passage in claim.passages for piece in withholding.passages(passage)]
    side = lookups.side_of.get(claim.id)
    flags = [{"code": f.code, "words": withholding.text(f.words), "note": f.note} for f in claim.flags]
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "source_ref": lookups.report(claim).source_ref,
        "passage": _slice(passages[0]) if passages else {"start": 0, "end": 0, "words": ""},
        "passages": [_slice(passage) for passage in passages],
        "facet": claim.facet,
        "value": _value_row(claim.value, withholding),
        "about": party_row(claim.about, withholding, side),
        "by": _by_row(claim.by, withholding),
        "scope": claim.scope,
        "scope_basis": claim.scope_basis,
        "coverage": claim.coverage,
        "subset_of": claim.subset_of,
        "as_of": claim.as_of,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "attribution": [_link_row(link, withholding) for link in claim.attribution],
        "statement_id": lookups.statement_of.get(claim.id),
        "event_ids": list(lookups.events_of.get(claim.id, ())),
        "flags": flags,
        "reader": claim.reader,
        "confidence": claim.confidence,
    }


def _slice(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end, "words": passage.words}


def _fields(thing: Any) -> dict[str, Any]:
    """A flat value by its field names; the pydantic codec is twenty times slower on a line like this."""
    row = {field.name: getattr(thing, field.name) for field in dataclasses.fields(thing)}
    return {name: list(item) if isinstance(item, tuple) else item for name, item in row.items()}


def _value_row(value: Value, withholding: Withholding) -> dict[str, Any]:
    row = _fields(value)
    for key in ("words", "as_written"):
        if isinstance(row.get(key), str):
            row[key] = withholding.text(row[key])
    if isinstance(value, Person) and withholding.hides(value.words):
        row["words"] = None
    return row


def party_row(
    party: Party | None, withholding: Withholding, side: str | None = None
) -> dict[str, Any] | None:
    """Who a claim is about, in the shape that all outputs share."""
    if party is None:
        return None
    return {
        "words": withholding.text(party.words),
        "actors": [
            {"id": actor.actor_id, "name": withholding.text(actor.name or actor.words)}
            for actor in party.actors
        ],
        "join": party.join,
        "side": withholding.text(party.side or side or "") or None,
        "status": party.status,
        "categories": list(dict.fromkeys(withholding.text(category) for category in party.categories)),
        "unit": party.unit,
        "person": party.person,
    }


def _by_row(party: Party | None, withholding: Withholding) -> dict[str, Any] | None:
    row = party_row(party, withholding)
    return None if row is None or party is None else row | {"identification": party.identification}


def _link_row(link: Attribution, withholding: Withholding) -> dict[str, Any]:
    hidden = withholding.speaker(link)
    return {
        "source": WITHHELD if hidden else withholding.text(link.source),
        "source_kind": link.source_kind,
        "actor_id": link.actor_id,
        "person": None if hidden else link.person,
        "office": link.office,
        "on_behalf_of": withholding.text(link.on_behalf_of or "") or None,
        "side": withholding.text(link.side or "") or None,
        "cue": link.cue,
        "stance": link.stance,
        "quoted": link.quoted,
        "said_on": _fields(link.said_on) if link.said_on else None,
        "inferred": link.inferred,
        "spans": [{"start": start, "end": end} for start, end in link.spans],
    }


def render_record(view: CaseView, *, names: bool = False) -> str:
    """``record.json``: the record with its own field names, one blank an indent."""
    return json.dumps(record_data(view, names=names), ensure_ascii=False, indent=1) + "\n"


def record_data(view: CaseView, *, names: bool = False) -> Any:
    """What stands in ``record.json``, as plain data."""
    data = to_data(view.record)
    withholding = Withholding(view, names=names)
    for event in data["events"]:
        for finding in (*event["findings"], *event["shared_figures"]):
            _name_party_ids(finding["about"])
            _blank_private(finding["value"], withholding)
    return without_names(data, withholding) if withholding.names else data


def _name_party_ids(about: dict[str, Any] | None) -> None:
    """Actors of a party carry ``id`` and ``name`` as in ``claims.jsonl``, beside the codec's own fields."""
    for actor in about["actors"] if about else ():
        actor["id"] = actor["actor_id"]
        actor["name"] = actor["name"] or actor["words"]


def _blank_private(value: dict[str, Any] | None, withholding: Withholding) -> None:
    if value and value.get("kind") == "person" and withholding.hides(value["words"]):
        value["words"] = WITHHELD


_FREE_TEXT = frozenset(
    {"title", "words", "as_written", "why", "note", "name", "label", "side", "of", "person", "categories"}
)
"""Fields of ``record.json`` that hold words; in all others stand codes, ids and dates, which hold no name."""


def without_names(data: Any, withholding: Withholding, *, free: bool = False) -> Any:
    """The same data without private names in its words; ``free`` where these are words."""
    if isinstance(data, str):
        return withholding.text(data) if free else data
    if isinstance(data, list):
        return [without_names(item, withholding, free=free) for item in data]
    if isinstance(data, dict):
        return {key: without_names(item, withholding, free=key in _FREE_TEXT) for key, item in data.items()}
    return data


def render_set_aside(view: CaseView) -> str:
    """``set_aside.jsonl``: the quarantine itself, a stretch a line: the one output that holds its words."""
    return _lines(
        {
            "report": report.source_ref,
            "report_id": report.id,
            "source_ref": report.source_ref,
            "start": piece.start,
            "end": piece.end,
            "length": len(piece.words),
            "reason": piece.reason,
            "inside": piece.inside,
            "words": piece.words,
        }
        for report in Lookups(view).ordered_reports
        for piece in sorted(report.set_aside, key=lambda p: (not p.inside, p.start, p.end, p.reason))
    )


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def render_events(view: CaseView, *, names: bool = False) -> str:
    """``events.csv``: an event a row; an empty cell means that nothing was said."""
    withholding = Withholding(view, names=names)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_CSV_COLUMNS)
    for event in view.record.events:
        writer.writerow([plain_cell(withholding.text(str(cell))) for cell in _event_cells(event)])
    return text.getvalue()


def _event_cells(event: EventRecord) -> list[object]:
    sides = [
        "; ".join(actor.name for actor in without_wholes(side.actors)) or side.label for side in event.sides
    ]
    ucdp, spans, place = event.totals.ucdp, event.totals.range, event.place
    cells: list[object] = [
        *(event.id, event.title, event.kind, event.date.start, event.date.end, event.date.precision),
        *(place.name, place.country, place.lat, place.lon, place.where_prec),
        *(sides[:2] + [None] * (2 - len(sides[:2]))),
        " | ".join(sides[2:]),
        *(ucdp.low, ucdp.best, ucdp.high, event.totals.acled.fatalities),
        *(spans.killed.min, spans.killed.max, _said(spans.killed.max_open, spans.killed.min)),
        *(spans.wounded.min, spans.wounded.max, spans.captured.min, spans.captured.max),
        *("; ".join(event.reports), "; ".join(event.principal_for), event.part_of),
        str(event.date.imputed).lower() if event.date.start else None,
    ]
    return ["" if cell is None else cell for cell in cells]


def _said(is_open: bool, lowest: int | None) -> str | None:
    return None if lowest is None else str(is_open).lower()
