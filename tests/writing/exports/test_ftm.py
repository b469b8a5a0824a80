"""FollowTheMoney: the statements by rule, and read back with the library where it is installed."""

from __future__ import annotations

import csv
import importlib
import io
import os
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.record import EventDate, RecordPlace
from rashomon.writing.exports import ExportOptions, export_case
from rashomon.writing.exports.ftm.entities import country_code, entity_id
from rashomon.writing.exports.ftm.statements import (
    COLUMNS,
    PROPERTIES,
    Statement,
    clean,
    dataset_name,
    dataset_names,
    statement,
    write_statements,
)

_OPTIONS = ExportOptions()
_TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\"',;\n\t\u2028\u202e\u200b\ud800\ufeff \x00")))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), dialect=csv.unix_dialect))


def told(found: list[dict[str, str]], schema: str, prop: str) -> dict[str, set[str]]:
    """Values of a property by the dataset that has them."""
    kept: dict[str, set[str]] = {}
    for row in found:
        if (row["schema"], row["prop"]) == (schema, prop):
            kept.setdefault(row["dataset"], set()).add(row["value"])
    return kept


def known(cases: ModuleType, actor_id: str = "gatia") -> Any:
    """The hand-built case with an enemy that the registry has, since others are no bodies to it."""
    first = cases.RECORD.events[0]
    sides = tuple(
        replace(side, actors=tuple(replace(a, id=actor_id, identification="named") for a in side.actors))
        if side.label == "B"
        else side
        for side in first.sides
    )
    claims = {
        key: replace(claim, value=replace(claim.value, actor_id=actor_id))
        if claim.facet == "participant" and claim.value.actor_id == "river-front"
        else claim
        for key, claim in cases.VIEW.claims.items()
    }
    record = replace(cases.RECORD, events=(replace(first, sides=sides),))
    return replace(cases.VIEW, record=record, claims=claims)


def test_each_outlet_is_a_dataset_and_the_policy_speaks_under_our_own(cases: ModuleType) -> None:
    found = rows(export_case(known(cases), "ftm", _OPTIONS).text)
    assert list(found[0]) == list(COLUMNS)
    assert {row["origin"] for row in found} == {"rashomon policy ucdp"}
    assert told(found, "Event", "summary") == {"rashomon": {"Deaths by policy ucdp: 12 (9)"}}
    descriptions = told(found, "Event", "description")
    assert (
        "River Front: 12+ killed, according to an army spokesman → Radio Delta → Lake Gazette"
        in descriptions["lake_gazette"]
    )
    assert any(line.endswith("counted in none)") for line in descriptions["hill_guard"])
    assert told(found, "Event", "date") == {"lake_gazette": {"2019-05-04"}}
    assert told(found, "Event", "location") == {"lake_gazette": {"Tamsa"}, "rashomon": {"Tamsa, Norland"}}


def test_articles_bodies_and_mentions(cases: ModuleType) -> None:
    found = rows(export_case(known(cases), "ftm", _OPTIONS).text)
    assert told(found, "Article", "title") == {"lake_gazette": {"Fighting near Tamsa"}}
    assert told(found, "Article", "language") == {"lake_gazette": {"eng"}, "hill_guard": {"eng"}}
    assert told(found, "Event", "involved") == {"rashomon": {entity_id("actor", "gatia")}}
    assert told(found, "Mention", "name") == {"lake_gazette": {"River Front"}}
    assert told(found, "Mention", "resolved") == {"lake_gazette": {entity_id("actor", "gatia")}}
    assert told(found, "Documentation", "role") == {
        "lake_gazette": {"report of the event"},
        "hill_guard": {"report of the event"},
    }


def test_figures_stand_as_numbers_beside_the_file(cases: ModuleType) -> None:
    ((suffix, text),) = export_case(known(cases), "ftm", _OPTIONS).beside
    assert suffix == ".figures.csv"
    figures = list(csv.DictReader(io.StringIO(text)))
    (row,) = [row for row in figures if row["as_written"] == "At least 12"]
    assert (row["outcome"], row["low"], row["high"], row["relays"]) == ("killed", "12", "", "Radio Delta")
    assert row["dataset"] == "lake_gazette"
    assert {row["over_events"] for row in figures} == {"", "e_1; e_2"}


def test_what_the_model_cannot_hold_is_listed(cases: ModuleType) -> None:
    first = cases.RECORD.events[0]
    bare = replace(first, date=EventDate(start="--05-04"), place=RecordPlace())
    done = export_case(
        replace(cases.VIEW, record=replace(cases.RECORD, events=(first, bare))), "ftm", _OPTIONS
    )
    items = {(one.what, one.item) for one in done.left_out}
    assert {("fact", "casualties"), ("fact", "coordinates"), ("fact", "sides"), ("fact", "involved")} <= items
    assert {("gap", "startDate"), ("gap", "location")} <= items
    assert done.partial


def test_private_names_are_left_out_unless_asked_for(cases: ModuleType) -> None:
    done = export_case(cases.VIEW, "ftm", _OPTIONS)
    assert "Ada" not in done.text + done.beside[0][1] + str(done.left_out)
    assert "Ada Brook" in export_case(cases.VIEW, "ftm", ExportOptions(names=True)).text


def test_an_id_is_made_as_the_library_makes_it() -> None:
    one = Statement(entity="e", schema="Event", prop="name", value="A clash", dataset="lake_gazette")
    assert one.id == "6b93dc2f9b5785cd9929056ba206c77b8bef9261"


@pytest.mark.parametrize(("iso3", "code"), [("MLI", "ml"), ("XKX", "xk"), (None, None), ("ZZZ", None)])
def test_countries(iso3: str | None, code: str | None) -> None:
    assert country_code(iso3) == code


@given(st.lists(_TEXTS, max_size=6))
def test_every_source_has_a_dataset_of_its_own(sources: list[str]) -> None:
    names = dataset_names(sources)
    assert len(set(names.values())) == len(set(sources))
    for name in names.values():
        assert name == dataset_name(name)


@given(_TEXTS)
def test_a_row_is_read_back_whatever_it_holds(words: str) -> None:
    one = statement("e", "Event", "description", words, "d")
    text = write_statements([one] if one else [], origin="o")
    assert len(text.splitlines()) == (2 if one else 1)
    if one:
        assert rows(text)[0]["value"] == one.value


def library() -> Any:
    """The library; missing it is a failure only where continuous integration has installed it."""
    if os.environ.get("RASHOMON_WITH_FTM"):
        return importlib.import_module("followthemoney")
    return pytest.importorskip("followthemoney", reason="pip install rashomon-record[ftm]")


def entities(text: str) -> dict[str, Any]:
    """The entities of a file, as the library puts them together from its statements."""
    library()
    from followthemoney.dataset import Dataset
    from followthemoney.statement.entity import StatementEntity
    from followthemoney.statement.serialize import CSV, read_statements

    dataset = Dataset.make({"name": "all", "title": "all"})
    kept: dict[str, list[Any]] = {}
    for one in read_statements(io.BytesIO(text.encode("utf-8")), format=CSV):
        assert one.id == one.generate_key()
        assert one.dataset
        kept.setdefault(one.canonical_id, []).append(one)
    return {key: StatementEntity.from_statements(dataset, found) for key, found in kept.items()}


def test_the_library_reads_it_back_and_finds_no_fault(cases: ModuleType) -> None:
    found = entities(export_case(known(cases), "ftm", _OPTIONS).text)
    for entity in found.values():
        assert entity.schema.validate({"properties": entity.properties}) is None
    event = found[entity_id("event", "e_1")]
    assert event.caption == "Clash near Tamsa, 4 May 2019"
    assert event.datasets == {"rashomon", "lake_gazette", "hill_guard"}
    assert set(event.get("proof")) == {entity_id("report", "r_1"), entity_id("report", "r_2")}
    assert {entity.schema.name for entity in found.values()} == set(PROPERTIES)


def test_the_columns_and_types_are_the_library_s() -> None:
    library()
    from followthemoney import model
    from followthemoney.statement.serialize import CSV_COLUMNS

    assert list(COLUMNS) == CSV_COLUMNS
    for schema, properties in PROPERTIES.items():
        for prop, kind in properties.items():
            assert model.get(schema).get(prop).type.name == kind


@given(_TEXTS, st.sampled_from(["name", "string", "text", "address", "date", "url", "language"]))
def test_a_clean_value_is_one_to_the_library(words: str, kind: str) -> None:
    library()
    from followthemoney.types import registry

    found = clean(words, kind)
    if found and kind != "language":
        assert registry.get(kind).clean(found) == found


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://gazette.example.org", "https://gazette.example.org/"),
        ("HTTPS://gazette.example.org/a?", "https://gazette.example.org/a"),
        ("https://gazette.example.org/a?b=1#c", "https://gazette.example.org/a?b=1#c"),
        ("javascript:alert(1)", ""),
    ],
)
def test_addresses(url: str, written: str) -> None:
    assert clean(url, "url") == written
    if written:
        library()
        from followthemoney.types import registry

        assert registry.url.clean(written) == written


def test_only_a_state_s_own_forces_have_a_country(cases: ModuleType) -> None:
    found = rows(export_case(known(cases), "ftm", _OPTIONS).text)
    assert told(found, "Organization", "country") == {}
    found = rows(export_case(known(cases, "forces:MLI"), "ftm", _OPTIONS).text)
    assert told(found, "Organization", "country") == {"rashomon": {"ml"}}


def test_hostile_words_are_read_back_by_the_library(cases: ModuleType) -> None:
    for words in ('"\n","x', "a\tb\r\nc", "\u202eabc", "'quoted'", "\ud800", "x" * 70000, "@", "=1+1"):
        found = entities(export_case(cases.hostile_view(words), "ftm", _OPTIONS).text)
        assert {entity.schema.name for entity in found.values()} >= {"Event", "Article"}
