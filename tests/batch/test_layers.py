from __future__ import annotations

import json

import pytest

from rashomon.batch.layers import read_layer_names, write_layer
from rashomon.errors import SettingError
from rashomon.model.claims import Moment
from rashomon.model.layers import QuoteTriple, Reading, Span, TimeExpression, Toponym
from rashomon.model.report import Report

TEXT = "On Monday in Aden, the mayor said the bridge was gone."
REPORT = Report(id="r1", source_ref="in-7", locator="in.jsonl#in-7", text=TEXT, sha256="0")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), words=words)


READING = Reading(
    report_id="r1",
    attributions=(
        QuoteTriple(
            source=span("the mayor"),
            cue=span("said"),
            content=(span("the bridge was gone"),),
            nested=(QuoteTriple(source=None, cue=None, content=(span("the bridge"),)),),
        ),
        QuoteTriple(source=None, cue=None, content=(span("the bridge was gone"),)),
    ),
    places=(
        Toponym(
            start=13, end=17, words="Aden", place_id="geonames:415189", lat=12.8, lon=45.0, country="Yemen"
        ),
        Toponym(start=13, end=17, words="Aden", place_id="rashomon:aden", lat=None, lon=None, country=None),
    ),
    times=(
        TimeExpression(
            start=3,
            end=9,
            words="Monday",
            moment=Moment(
                start="2019-05-06",
                end="2019-05-06",
                grain="day",
                as_written="Monday",
                anchored_on="2019-05-08",
            ),
        ),
    ),
)


def rows(layer: str) -> list[dict]:
    return [json.loads(line) for line in write_layer(layer, REPORT, READING).splitlines()]


def test_attributions() -> None:
    first, second = rows("attributions")
    assert list(first) == ["source_ref", "source", "cue", "content", "nested"]
    assert first["source"] == {"start": 19, "end": 28, "words": "the mayor"}
    assert [TEXT[part["start"] : part["end"]] for part in first["content"]] == ["the bridge was gone"]
    assert [inner["content"][0]["words"] for inner in first["nested"]] == ["the bridge"]
    assert (second["source_ref"], second["source"], second["cue"]) == ("in-7", None, None)


def test_places() -> None:
    first, second = rows("places")
    assert first["span"] == {"start": 13, "end": 17, "words": "Aden"}
    assert (first["id"], first["geonames_id"], first["lat"]) == ("geonames:415189", 415189, 12.8)
    assert (second["id"], second["geonames_id"], second["lat"]) == ("rashomon:aden", None, None)


def test_times() -> None:
    (row,) = rows("times")
    assert (row["span"]["words"], row["start"], row["end"], row["grain"]) == (
        *("Monday", "2019-05-06", "2019-05-06"),
        "day",
    )


def test_layer_names() -> None:
    assert read_layer_names("times, places") == {"times", "places"}
    assert read_layer_names("") == frozenset()
    with pytest.raises(SettingError, match=r"there is no layer colours, moods. Layers: attributions"):
        read_layer_names("moods,colours")
