"""Claims as a table: one row a claim, with its words, who said it, who passed it on, and the outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.model.claims import AT_TIMECODE
from rashomon.model.report import Report
from rashomon.writing.data.cells import Cell, write_table
from rashomon.writing.data.files import claim_row
from rashomon.writing.exports.exported import Exported, ExportOptions, LeftOut, chosen_events
from rashomon.writing.view import CaseView, Lookups, outlet_name
from rashomon.writing.withholding import Withholding

COLUMNS = (
    *("claim_id", "event_ids", "facet", "low", "high", "approximate", "value", "start_date", "end_date"),
    *("about", "about_actors", "about_side", "about_status", "about_categories", "unit"),
    *("by", "by_actors", "by_identification"),
    *("speaker", "speaker_kind", "speaker_office", "speaker_for", "cue", "stance", "quoted", "said_on"),
    *("relays", "outlet", "chain", "chain_inferred", "statement_id"),
    *("words", "start", "end", "more_words"),
    *("source_ref", "report_id", "title", "published", "url", "language"),
    *("scope", "scope_basis", "coverage", "subset_of", "as_of", "polarity", "certainty"),
    *("flags", "reader", "confidence"),
)
"""Who said it first (speaker), who passed it on (relays, the earliest first), who printed it (outlet)."""

_ONLY_IN_JSON = (
    ("attribution.spans", "where in the report the words for a speaker stand"),
    ("attribution.office, cue, stance of relays", "of those who passed it on only the name has a column"),
    ("flags.words, flags.note", "of a flag only its code has a column"),
    ("value", "what a place, a share or a time is measured from; the words are in the column value"),
)


def export(view: CaseView, options: ExportOptions) -> Exported:
    """A claim a row, in the order of reports and their text; with events chosen, the claims of these."""
    lookups, withholding = Lookups(view), Withholding(view, names=options.names)
    wanted = {event.id for event in chosen_events(view, options)} if options.event_ids else None
    claims = [
        claim
        for claim in sorted(view.claims.values(), key=lookups.claim_order)
        if wanted is None or wanted & set(lookups.events_of.get(claim.id, ()))
    ]
    rows = (
        _cells(claim_row(claim, lookups, withholding), lookups.report(claim), withholding) for claim in claims
    )
    left_out = tuple(
        LeftOut(what="fact", item=item, reason=f"{reason}; claims.jsonl holds all of it")
        for item, reason in _ONLY_IN_JSON
    )
    return Exported(text=write_table(COLUMNS, rows, verbatim=True), left_out=left_out if claims else ())


def _cells(row: Mapping[str, Any], report: Report, withholding: Withholding) -> list[Cell]:
    chain = row["attribution"]
    return [
        *(row["id"], _joined(row["event_ids"]), row["facet"], *_value_cells(row["value"])),
        *_about_cells(row["about"]),
        *_by_cells(row["by"]),
        *_speaker_cells(chain),
        *_chain_cells(chain, report, withholding),
        row["statement_id"],
        *(row["passage"]["words"] or _heard(row), row["passage"]["start"], row["passage"]["end"]),
        " … ".join(piece["words"] for piece in row["passages"][1:]),
        *(row["source_ref"], row["report_id"], withholding.text(report.title or "")),
        *(report.published, report.url, report.language),
        *(row[name] for name in ("scope", "scope_basis", "coverage", "subset_of", "as_of")),
        *(row["polarity"], row["certainty"]),
        _joined(dict.fromkeys(flag["code"] for flag in row["flags"])),
        *(row["reader"], row["confidence"]),
    ]


def _heard(row: Mapping[str, Any]) -> str:
    """What a person heard in a recording, where a claim stands on no words of its report."""
    return next((flag["words"] for flag in row["flags"] if flag["code"] == AT_TIMECODE), "")


def _value_cells(found: Mapping[str, Any]) -> list[Cell]:
    """Low, high, approximate, the value in words or as its code, first and last day."""
    kind = found["kind"]
    low, high = (found["low"], found["high"]) if kind in ("count", "share") else (None, None)
    approximate = _yes(found["approximate"]) if kind == "count" else None
    days = (found["start"], found["end"]) if kind == "moment" else (None, None)
    return [low, high, approximate, _said(found), *days]


def _said(found: Mapping[str, Any]) -> str:
    """A value as written, or an actor's name and a term's code where these are known."""
    if found["kind"] == "term":
        return str(found["code"])
    if found["kind"] == "unknown":
        return "unknown"
    words = found.get("as_written", found.get("words"))
    return str(found.get("name") or words or "")


def _about_cells(about: Mapping[str, Any] | None) -> list[Cell]:
    if about is None:
        return [None] * 6
    return [
        *(about["words"], _actors(about), about["side"], about["status"]),
        *(_joined(about["categories"]), about["unit"]),
    ]


def _by_cells(by: Mapping[str, Any] | None) -> list[Cell]:
    return [None] * 3 if by is None else [by["words"], _actors(by), by["identification"]]


def _actors(party: Mapping[str, Any]) -> str:
    return _joined(dict.fromkeys(actor["name"] for actor in party["actors"]))


def _speaker_cells(chain: list[dict[str, Any]]) -> list[Cell]:
    """The first of the chain: the outlet itself where it quotes nobody."""
    if not chain:
        return [None] * 8
    first = chain[0]
    said_on = first["said_on"]["start"] if first["said_on"] else None
    return [
        *(first["source"], first["source_kind"], first["office"], first["on_behalf_of"], first["cue"]),
        *(first["stance"], _yes(first["quoted"]), said_on),
    ]


def _chain_cells(chain: list[dict[str, Any]], report: Report, withholding: Withholding) -> list[Cell]:
    """The relays, the outlet, the whole way from the speaker to the outlet, and whether a link is inferred."""
    names = [link["source"] for link in chain]
    relays = [link["source"] for link in chain[1:] if link["source_kind"] != "outlet"]
    inferred = any(link["inferred"] for link in chain)
    outlet = withholding.text(outlet_name(report))
    return [_joined(relays), outlet, " → ".join(names) or outlet, _yes(inferred)]


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _yes(said: bool) -> str:
    return "true" if said else "false"
