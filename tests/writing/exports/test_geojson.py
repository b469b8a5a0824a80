"""GeoJSON: the rules of RFC 7946, and what a map needs beside the point."""

from __future__ import annotations

import json
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.policies import POLICIES
from rashomon.model.record import EventDate, RecordPlace
from rashomon.writing.exports import ExportOptions, export_case
from rashomon.writing.exports.geojson import position
from rashomon.writing.exports.tolls import toll_of

_OPTIONS = ExportOptions()


def faults(data: Any) -> list[str]:
    """What RFC 7946 forbids, as far as a collection of points goes; the section stands in brackets."""
    found = []
    if data.get("type") != "FeatureCollection" or not isinstance(data.get("features"), list):
        found.append("a collection has a type and a list of features (3.3)")
    for foreign in ("coordinates", "geometries", "geometry", "properties"):
        if foreign in data:
            found.append(f"a collection must not have {foreign} (7.1)")
    if "crs" in data:
        found.append("the coordinate system is WGS 84, and not said (4)")
    seen = set()
    for feature in data["features"]:
        if feature.get("type") != "Feature" or not {"geometry", "properties"} <= feature.keys():
            found.append("a feature has type, geometry and properties (3.2)")
        if {"coordinates", "geometries", "features"} & feature.keys():
            found.append("a feature must not have the members of other types (7.1)")
        if not isinstance(feature["properties"], dict) or not isinstance(feature["id"], str | int):
            found.append("properties are an object, an id a string or a number (3.2)")
        if feature["id"] in seen:
            found.append("ids are unique")
        seen.add(feature["id"])
        found += _geometry_faults(feature["geometry"])
    return found


def _geometry_faults(geometry: Any) -> list[str]:
    if geometry is None:
        return []
    if geometry.keys() != {"type", "coordinates"} or geometry["type"] != "Point":
        return ["a point has a type and coordinates (3.1.2)"]
    lon, lat = geometry["coordinates"]
    if not all(isinstance(number, float | int) for number in (lon, lat)):
        return ["a position is of numbers (3.1.1)"]
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        return ["longitude stands first, both in degrees (3.1.1, 4)"]
    return []


def test_the_collection_keeps_the_rules_and_longitude_stands_first(cases: ModuleType) -> None:
    done = export_case(cases.VIEW, "geojson", _OPTIONS)
    data = json.loads(done.text)
    assert faults(data) == []
    assert data["features"][0]["geometry"] == {"type": "Point", "coordinates": [3.25, 12.5]}
    assert data["policy"] == "ucdp"
    assert not done.partial


def test_a_feature_tells_what_a_map_shows(cases: ModuleType) -> None:
    told = json.loads(export_case(cases.VIEW, "geojson", _OPTIONS).text)["features"][0]["properties"]
    assert (told["date_start"], told["date_prec"], told["where_prec"]) == ("2019-05-04", 1, 2)
    assert told["where_prec_means"] == "within about 25 km of the place named"
    assert (told["side_a"], told["side_b"]) == ("Armed forces of Norland", "River Front")
    assert (told["deaths_low"], told["deaths_best"], told["deaths_high"]) == (9, 12, None)
    assert (told["deaths_agreement"], told["deaths_witnesses"], told["policy"]) == ("disputed", 2, "ucdp")
    row = next(row for row in told["figures"] if row["relays"] == ["Radio Delta"])
    assert (row["speaker"], row["about"]) == ("an army spokesman", "River Front")
    assert (row["figures"][0]["low"], row["figures"][0]["high"]) == (12, None)
    assert {tuple(row["events"]) for row in told["shared_figures"]} == {("e_1", "e_2")}


def test_an_event_without_a_place_is_an_unlocated_feature_and_makes_the_file_partial(
    cases: ModuleType,
) -> None:
    bare = replace(cases.RECORD.events[1], place=RecordPlace(), date=EventDate())
    view = replace(cases.VIEW, record=replace(cases.RECORD, events=(bare,)))
    aside = export_case(view, "geojson", _OPTIONS)
    assert {one.what for one in aside.left_out} == {"fact"}
    done = export_case(view, "geojson", ExportOptions(event_ids=("e_2",)))
    assert done.text == aside.text
    data = json.loads(done.text)
    assert faults(data) == []
    assert data["features"][0]["geometry"] is None
    assert [(one.what, one.event, one.item) for one in done.left_out] == [
        ("gap", "e_2", "geometry"),
        ("gap", "e_2", "date_start"),
    ]
    assert done.partial


@pytest.mark.parametrize("policy", list(POLICIES))
def test_totals_are_those_of_the_policy(cases: ModuleType, policy: str) -> None:
    view = replace(cases.VIEW, record=replace(cases.RECORD, policy=policy))
    for feature, event in zip(
        json.loads(export_case(view, "geojson", _OPTIONS).text)["features"], cases.RECORD.events, strict=True
    ):
        toll = toll_of(event, policy)
        told = feature["properties"]
        assert (told["deaths_low"], told["deaths_best"], told["deaths_high"]) == (
            toll.low,
            toll.best,
            toll.high,
        )
        assert told["policy"] == policy


def test_private_names_are_left_out_unless_asked_for(cases: ModuleType) -> None:
    assert "Ada" not in export_case(cases.VIEW, "geojson", _OPTIONS).text
    assert "Ada Brook" in export_case(cases.VIEW, "geojson", ExportOptions(names=True)).text


@given(st.floats(-90, 90), st.floats(-1000, 1000))
def test_every_position_is_on_the_globe(lat: float, lon: float) -> None:
    found = position(RecordPlace(lat=lat, lon=lon))
    assert found is not None
    assert -180 <= found[0] <= 180
    assert -90 <= found[1] <= 90


def test_no_pole_is_made_up() -> None:
    assert position(RecordPlace(lat=91.0, lon=0.0)) is None
    assert position(RecordPlace(lat=None, lon=0.0)) is None
