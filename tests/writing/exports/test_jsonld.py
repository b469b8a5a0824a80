"""JSON-LD: it expands and comes back whole, fetches nothing, and says who said what in PROV's words."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from pyld import jsonld

from rashomon.model.claims import Moment
from rashomon.model.record import EventDate, LatestTotals, Totals, UcdpTotals
from rashomon.model.report import Passage
from rashomon.writing.data.files import render_claims
from rashomon.writing.exports import ExportOptions, export_case
from rashomon.writing.exports.jsonld.context import CONTEXT, iri, typed_date

PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_OPTIONS = ExportOptions()


def _refuse(url: str, options: object = None) -> Any:
    raise AssertionError(f"the document asks for {url}")


_LOADER = {"documentLoader": _refuse}


def document(view: Any, **chosen: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(export_case(view, "jsonld", ExportOptions(**chosen)).text)
    return made


def expanded(view: Any) -> dict[str, Any]:
    (whole,) = jsonld.expand(document(view), _LOADER)
    return dict(whole)


def nodes(data: Any) -> list[dict[str, Any]]:
    """Every object of expanded JSON-LD, from the outside inwards."""
    if isinstance(data, list):
        return [node for item in data for node in nodes(item)]
    if not isinstance(data, dict):
        return []
    return [data, *(node for item in data.values() for node in nodes(item))]


def test_expanding_loses_no_key_and_compacting_gives_every_one_back(cases: ModuleType) -> None:
    data = document(cases.VIEW)
    whole = jsonld.expand(data, _LOADER)
    assert jsonld.compact(whole, data["@context"], _LOADER) == data


def test_hostile_words_come_back_whole(cases: ModuleType) -> None:
    for words in ("@id", "@context", "urn:x:y", "_:b0", "http://[", "a\u202eb\u2028", "x" * 5000, "{}"):
        data = document(cases.hostile_view(words))
        whole = jsonld.expand(data, _LOADER)
        assert jsonld.compact(whole, data["@context"], _LOADER) == data


def test_the_context_is_inline_and_every_key_is_an_iri(cases: ModuleType) -> None:
    assert document(cases.VIEW)["@context"] == CONTEXT
    for node in nodes(expanded(cases.VIEW)):
        assert all(key.startswith("@") or ":" in key for key in node)


def test_numbers_and_dates_carry_their_types(cases: ModuleType) -> None:
    untyped = [
        node
        for node in nodes(expanded(cases.VIEW))
        if isinstance(node.get("@value"), int | float) and "@type" not in node
    ]
    assert untyped == []
    (clash, *_) = document(cases.VIEW)["events"]
    assert clash["start_date"] == {"type": "xsd:date", "@value": "2019-05-04"}
    turned = jsonld.expand({"@context": CONTEXT, "low": 3, "lat": 12.5}, _LOADER)
    assert turned[0]["https://schema.org/minValue"] == [{"@type": XSD + "integer", "@value": 3}]
    assert turned[0]["https://schema.org/latitude"] == [{"@type": XSD + "double", "@value": 12.5}]


@pytest.mark.parametrize(
    ("partial", "kind"),
    [
        ("2018", "gYear"),
        ("2018-04", "gYearMonth"),
        ("2018-04-01", "date"),
        ("--04-01", "gMonthDay"),
        ("--04", "gMonth"),
    ],
)
def test_a_partial_date_has_the_type_of_what_is_known(partial: str, kind: str) -> None:
    assert typed_date(partial) == {"type": f"xsd:{kind}", "@value": partial}


def test_the_chain_is_nested_from_the_outlet_to_the_first_speaker(cases: ModuleType) -> None:
    told = next(c for c in document(cases.VIEW)["claims"] if c["value"].get("as_written") == "At least 12")
    (outlet,) = told["wasDerivedFrom"]
    (relay,) = outlet["wasDerivedFrom"]
    (first,) = relay["wasDerivedFrom"]
    assert [node["words"] for node in (outlet, relay, first)] == [
        "Lake Gazette",
        "Radio Delta",
        "an army spokesman",
    ]
    assert [node["position"] for node in (outlet, relay, first)] == [3, 2, 1]
    assert "wasDerivedFrom" not in first
    assert told["wasAttributedTo"] == [{"id": first["wasAttributedTo"][0]["id"]}]
    assert first["wasAttributedTo"][0]["actedOnBehalfOf"]["id"] == iri("actor", "norland-army")
    assert relay["inferred"] is True


def test_a_passage_is_found_by_position_and_by_quotation(cases: ModuleType) -> None:
    texts = {iri("report", report.id): report.text for report in cases.REPORTS}
    for claim in document(cases.VIEW, names=True)["claims"]:
        for target in claim["target"]:
            place, quotation = target["selector"]
            text = texts[target["source"]]
            assert text[place["start"] : place["end"]] == quotation["exact"]
            around = quotation.get("prefix", "") + quotation["exact"] + quotation.get("suffix", "")
            assert around in text
            assert "SECRET" not in around


def test_private_names_and_set_aside_words_stay_out(cases: ModuleType) -> None:
    text = export_case(cases.VIEW, "jsonld", _OPTIONS).text
    assert "Ada" not in text
    assert "SECRET" not in text
    assert document(cases.VIEW)["reports"][1]["set_aside"] == [
        {"reason": "reader_comment", "length": 29, "inside": True}
    ]
    assert "Ada Brook" in export_case(cases.VIEW, "jsonld", ExportOptions(names=True)).text


def test_a_name_that_the_edge_of_a_quotation_cuts_is_not_shown_in_part(cases: ModuleType) -> None:
    text = "Ada Brook kept the small shop by the ford. Rebels came."
    start = text.index("Rebels")
    (one,) = (c for c in cases.CLAIMS if c.value == cases.FRONT and c.facet == "participant")
    for distance in range(20, 44):
        told = text[: start - 1] + "x" * (distance - 32 if distance > 32 else 0) + " Rebels came."
        at = told.index("Rebels")
        passage = Passage(report_id="r_1", start=at, end=at + 6, words="Rebels")
        view = replace(
            cases.VIEW,
            reports=cases.VIEW.reports | {"r_1": replace(cases.REPORTS[0], text=told, set_aside=())},
            claims=cases.VIEW.claims | {one.id: replace(one, passages=(passage,))},
        )
        row = next(c for c in document(view)["claims"] if c["id"] == iri("claim", one.id))
        quotation = row["target"][0]["selector"][1]
        assert "rook" not in quotation.get("prefix", "")


def test_what_nobody_said_is_absent_and_the_policy_is_named(cases: ModuleType) -> None:
    data = document(cases.VIEW)
    assert "null" not in json.dumps(data)
    assert data["policy"] == "ucdp"
    assert data["events"][0]["toll"] == {
        "type": "Toll",
        "policy": "ucdp",
        "low": 9,
        "best": 12,
        "max_open": False,
    }
    assert "toll" not in data["events"][1]


def test_totals_of_every_family_stand_side_by_side(cases: ModuleType) -> None:
    totals = document(cases.VIEW)["events"][0]["totals"]
    assert totals["ucdp"] == {"deaths_b": 12, "best": 12, "low": 9}
    assert totals["acled"] == {"fatalities": 9}
    assert totals["range"] == {"killed": {"min": 9, "max": 12, "max_open": True}}
    families = {one.name for one in dataclasses.fields(Totals)}
    assert set(totals) <= families
    graded = replace(
        cases.RECORD.events[0].totals, hierarchy=UcdpTotals(best=7), latest=LatestTotals(killed=8)
    )
    events = (replace(cases.RECORD.events[0], totals=graded),)
    data = document(replace(cases.VIEW, record=replace(cases.RECORD, events=events)))
    assert data["events"][0]["totals"]["hierarchy"] == {"best": 7}
    assert data["events"][0]["totals"]["latest"] == {"killed_point": 8}


RENAMED = {
    "report_id": "wasQuotedFrom",
    "passage": "target",
    "passages": "target",
    "attribution": "wasDerivedFrom",
    "source": "words",
    "source_ref": "source_ref",
    "actor_id": "actor",
    "on_behalf_of": "actedOnBehalfOf",
    "person": "name",
    "event_ids": "event",
    "kind": "type",
}
"""Keys of ``claims.jsonl`` that stand under another name in the graph."""


def keys_of(data: Any) -> set[str]:
    """All keys under which something is said."""
    if isinstance(data, list):
        return {key for item in data for key in keys_of(item)}
    if not isinstance(data, dict):
        return set()
    said = {key: item for key, item in data.items() if item not in (None, [], {})}
    return set(said) | {key for item in said.values() for key in keys_of(item)}


def test_every_key_of_a_claim_is_said_in_the_graph(cases: ModuleType) -> None:
    rows = [json.loads(line) for line in render_claims(cases.VIEW).split("\n")[:-1]]
    found = keys_of(document(cases.VIEW))
    assert {RENAMED.get(key, key) for key in keys_of(rows)} - {"statement_id"} <= found


def test_one_event_brings_its_claims_and_their_reports_only(cases: ModuleType) -> None:
    data = document(cases.VIEW, event_ids=("e_3",))
    assert [event["id"] for event in data["events"]] == [iri("event", "e_3")]
    assert [claim["facet"] for claim in data["claims"]] == ["date"]
    assert [report["source_ref"] for report in data["reports"]] == ["gazette.txt"]


def test_a_claim_s_moment_and_an_unknown_year_are_typed(cases: ModuleType) -> None:
    dated = next(c for c in cases.CLAIMS if c.facet == "date")
    moment = Moment(start="--05-04", end="--05-04", grain="day", as_written="4 May")
    view = replace(
        cases.VIEW,
        claims=cases.VIEW.claims | {dated.id: replace(dated, value=moment)},
        record=replace(
            cases.RECORD,
            events=(replace(cases.RECORD.events[0], date=EventDate(start="--05-04", end="--05-04")),),
        ),
    )
    data = document(view)
    assert data["events"][0]["start_date"]["type"] == "xsd:gMonthDay"
    told = next(c for c in data["claims"] if c["facet"] == "date")
    assert told["value"]["start_date"] == {"type": "xsd:gMonthDay", "@value": "--05-04"}
