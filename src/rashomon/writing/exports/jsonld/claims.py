"""Claims, statements and reports as nodes of the JSON-LD graph: who said it, in whose words, where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rashomon.model.claims import Attribution, Claim, timecode_of, words_of
from rashomon.model.dates import is_partial
from rashomon.model.report import Passage, Report
from rashomon.writing.cite import safe_url
from rashomon.writing.data.files import claim_row
from rashomon.writing.exports.jsonld.context import MEDIA_FRAGMENTS, iri, typed_date
from rashomon.writing.exports.tellings import Teller, one_line
from rashomon.writing.view import outlet_name

AROUND = 32
"""Code points of context on either side of a quoted passage, by which it is found again in a changed text."""

_SIGHT = 120

_REPORT_TYPES = {
    "news": "schema:NewsArticle",
    "statement": "schema:Article",
    "interview": "schema:Article",
    "social": "schema:SocialMediaPosting",
    "reference": "schema:CreativeWork",
}
_ORGANISATIONS = ("organisation", "media", "outlet")
_KINDS: dict[str, Any] = {
    "count": ["Count", "schema:QuantitativeValue"],
    "share": "Share",
    "moment": "Moment",
    "place": "PlaceAsWritten",
    "actor": "ActorAsWritten",
    "person": "PersonAsWritten",
    "term": "Term",
    "unknown": "Unknown",
}
_PLAIN = (
    *("facet", "scope", "scope_basis", "coverage", "as_of", "polarity", "certainty", "reader", "confidence"),
    "flags",
)


def claim_node(claim: Claim, teller: Teller) -> dict[str, Any]:
    """A claim with its value, whom it is of, its passages, and the accounts it came by."""
    row = claim_row(claim, teller.lookups, teller.withholding)
    accounts = [_account(place, claim, row, teller) for place in range(len(claim.attribution))]
    return {
        "id": iri("claim", claim.id),
        "type": ["Claim", "schema:Claim", "prov:Entity", "oa:Annotation"],
        **{key: row[key] for key in _PLAIN},
        "subset_of": iri("claim", claim.subset_of) if claim.subset_of else None,
        "value": value_node(row["value"]),
        "about": party_node(row["about"]),
        "by": party_node(row["by"]),
        "event": [iri("event", event_id) for event_id in row["event_ids"]],
        "wasAttributedTo": [{"id": accounts[0]["wasAttributedTo"][0]["id"]}] if accounts else [],
        "wasQuotedFrom": [iri("report", claim.report_id)],
        "wasDerivedFrom": _nested(accounts),
        "target": _targets(row["passages"], claim, teller),
    }


def _nested(accounts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The accounts inside one another: outermost the outlet's, innermost the first speaker's."""
    inner: list[dict[str, Any]] = []
    for account in accounts:
        inner = [account | ({"wasDerivedFrom": inner} if inner else {})]
    return inner


def _account(place: int, claim: Claim, row: Mapping[str, Any], teller: Teller) -> dict[str, Any]:
    """One link of the chain: an account of the matter, its teller, and how it was told."""
    link, told = claim.attribution[place], row["attribution"][place]
    statement = row["statement_id"] if place == 0 else None
    node = f"{iri('claim', claim.id)}:account:{place + 1}"
    return {
        "id": node,
        "type": ["Account", "prov:Entity"],
        "position": place + 1,
        "wasAttributedTo": [_agent(link, told, node, teller)],
        "specializationOf": iri("statement", statement) if statement else None,
        "words": one_line(told["source"]),
        "source_kind": link.source_kind,
        "side": link.side,
        "cue": link.cue,
        "stance": link.stance,
        "quoted": link.quoted,
        "said_on": value_node(told["said_on"]),
        "inferred": link.inferred,
        "spans": told["spans"],
    }


def _agent(link: Attribution, told: Mapping[str, Any], account: str, teller: Teller) -> dict[str, Any]:
    """Who tells: an actor of the registry, an outlet, or somebody of this one account, on whose behalf if said."""
    is_person = link.source_kind == "person" or link.person is not None or link.office is not None
    body = _body(link.actor_id, teller)
    if body and not is_person:
        return body
    if link.source_kind == "outlet":
        return outlet_node(link.source, teller)
    if body is None and link.on_behalf_of:
        body = {"type": "prov:Organization", "name": teller.text(link.on_behalf_of)}
    kind = "prov:Organization" if link.source_kind in _ORGANISATIONS else "prov:Agent"
    return {
        # Two nameless spokesmen are not known to be one: each is the teller of his own account.
        "id": f"{account}:teller",
        "type": "prov:Person" if is_person else kind,
        "name": one_line(told["person"] or told["source"]),
        "office": teller.text(link.office) if link.office else None,
        "actedOnBehalfOf": body,
    }


def _body(actor_id: str | None, teller: Teller) -> dict[str, Any] | None:
    if not actor_id:
        return None
    return {"id": iri("actor", actor_id), "type": "prov:Agent", "name": teller.actor_name(actor_id)}


def outlet_node(name: str, teller: Teller) -> dict[str, Any]:
    """An outlet: one agent wherever its name stands."""
    shown = teller.text(name)
    return {"id": iri("outlet", shown), "type": "prov:Organization", "name": shown}


def value_node(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """A value of ``claims.jsonl`` as a node: the same keys, and typed dates for the ends of a moment."""
    if row is None:
        return None
    node = {key: item for key, item in row.items() if key not in ("kind", "start", "end")}
    kind = row.get("kind", "")
    for key in ("start", "end"):
        if kind == "moment" and row.get(key):
            node[f"{key}_date"] = typed_date(row[key])
    if kind == "share":
        node |= {"low_share": node.pop("low"), "high_share": node.pop("high")}
        node["of_claim"] = iri("claim", row["of_claim"]) if row.get("of_claim") else None
    if node.get("actor_id"):
        node["actor"] = iri("actor", node.pop("actor_id"))
    return {"type": _KINDS.get(kind), **node}


def party_node(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Whom a claim is of, or who did it."""
    if row is None:
        return None
    kept = {key: item for key, item in row.items() if key not in ("actors", "start", "end")}
    actors = [
        {
            "id": iri("actor", actor["id"]) if actor.get("id") else None,
            "type": "prov:Agent",
            "name": one_line(actor["name"]),
        }
        for actor in row["actors"]
    ]
    return {"type": "Party", **kept, "actors": actors}


def _targets(pieces: Sequence[Mapping[str, Any]], claim: Claim, teller: Teller) -> list[dict[str, Any]]:
    report = teller.lookups.report(claim)
    if (timecode := timecode_of(claim)) and not any(piece["words"] for piece in pieces):
        heard = {
            "type": "oa:FragmentSelector",
            "conformsTo": MEDIA_FRAGMENTS,
            "fragment": f"t=npt:{timecode}",
        }
        return [
            {
                "type": "oa:SpecificResource",
                "position": 1,
                "source": iri("report", report.id),
                "selector": [heard, {"type": "oa:TextQuoteSelector", "exact": teller.text(words_of(claim))}],
            }
        ]
    return [
        {
            "type": "oa:SpecificResource",
            "position": place,
            "source": iri("report", report.id),
            "selector": [
                {"type": "oa:TextPositionSelector", "start": piece["start"], "end": piece["end"]},
                _quote(piece, report, teller),
            ],
        }
        for place, piece in enumerate(pieces, start=1)
    ]


def _quote(piece: Mapping[str, Any], report: Report, teller: Teller) -> dict[str, Any]:
    """The words with a little around them; what was set aside and private names are never part of it."""
    start, end = piece["start"], piece["end"]
    low = max([0, start - _SIGHT, *(s.end for s in report.set_aside if s.inside and s.end <= start)])
    high = min([end + _SIGHT, *(s.start for s in report.set_aside if s.inside and s.start >= end)])
    # Names are looked for in more than is shown: one that the edge cuts in two would not be found.
    before = teller.withholding.passages(_slice(report, low, start))[-1]
    after = teller.withholding.passages(_slice(report, end, high))[0]
    return {
        "type": "oa:TextQuoteSelector",
        "exact": piece["words"],
        "prefix": before.words[-AROUND:] if before.end == start else None,
        "suffix": after.words[:AROUND] if after.start == end else None,
    }


def _slice(report: Report, start: int, end: int) -> Passage:
    end = max(start, min(end, len(report.text)))
    return Passage(report_id=report.id, start=start, end=end, words=report.text[start:end])


def statement_nodes(teller: Teller, claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """The utterances that several claims relay: one witness each, whoever prints it."""
    relayed: dict[str, list[str]] = {}
    for claim in claims:
        statement = teller.lookups.statement_of.get(claim.id)
        if statement:
            relayed.setdefault(statement, []).append(iri("claim", claim.id))
    reasons = {utterance.id: utterance.reason for utterance in teller.view.linked.statements}
    return [
        {
            "id": iri("statement", statement),
            "type": ["Statement", "prov:Entity"],
            "claim_ids": ids,
            "why": teller.text(reasons[statement]) if statement in reasons else None,
        }
        for statement, ids in relayed.items()
    ]


def report_node(report: Report, teller: Teller) -> dict[str, Any]:
    """A report by what is known of it; its text stays in the case, and what was set aside is told by length."""
    known_day = report.published and is_partial(report.published)
    return {
        "id": iri("report", report.id),
        "type": ["Report", "prov:Entity", _REPORT_TYPES.get(report.kind, "schema:CreativeWork")],
        "source_ref": one_line(report.source_ref),
        "kind": report.kind,
        "outlet": outlet_node(outlet_name(report), teller),
        "headline": teller.text(report.title) if report.title else None,
        "author": teller.text(report.author) if report.author else None,
        "published": typed_date(report.published) if report.published and known_day else None,
        "retrieved": report.retrieved,
        "language": report.language,
        "url": safe_url(report.url),
        "archive_url": safe_url(report.archive_url),
        "sha256": report.sha256,
        "wasRevisionOf": iri("report", report.version_of) if report.version_of else None,
        "copied_from": iri("report", report.copied_from) if report.copied_from else None,
        "set_aside": [
            {"reason": piece.reason, "length": len(piece.words), "inside": piece.inside}
            for piece in report.set_aside
        ],
    }
