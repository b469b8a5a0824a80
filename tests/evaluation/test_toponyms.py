from __future__ import annotations

from typing import Any

import pytest
from tests.evaluation.conftest import make_answer, make_row

from rashomon.errors import InputError
from rashomon.evaluation.measures import make_figure
from rashomon.evaluation.toponyms import marked_names, measure_toponyms, without_adjectives

TEXT = "Trains to Timbuktu, Mali do not run, said a Malian from Nowhereville."


def mark(words: str, lat: str, lon: str, *, first: int = 0) -> dict[str, Any]:
    start = TEXT.index(words) + first
    return {"phrase": words, "start": str(start), "end": str(start + len(words)), "lat": lat, "lon": lon}


MARKS = [mark("Timbuktu", "16.77", "-3.0"), mark("Malian", "17", "-4"), mark("Nowhereville", "1", "1")]


def test_spans_handed_in_are_located_as_the_reader_would() -> None:
    label = marked_names("phrase", first_character=0)
    row = make_row(TEXT, labels=MARKS)
    verdict = measure_toponyms("given", label, given=True).judge(label(row), row, make_answer())
    assert (verdict.right, verdict.of) == (1, 3)
    assert verdict.label.startswith("Malian 17.00, -4.00")
    assert make_figure("given", [verdict]).placed == 0.6667


def test_names_of_peoples_can_stand_apart() -> None:
    label = without_adjectives(marked_names("phrase", first_character=0))
    assert [one.words for one in label(make_row(TEXT, labels=MARKS)) or ()] == ["Timbuktu", "Nowhereville"]


def test_of_our_own_layer_the_name_that_overlaps_counts() -> None:
    label = marked_names("phrase", first_character=0)
    row = make_row(TEXT, labels=MARKS)
    own = {"span": {"start": 10, "end": 24, "words": "Timbuktu, Mali"}, "lat": 16.7, "lon": -3.1}
    verdict = measure_toponyms("own", label, given=False).judge(label(row), row, make_answer(places=(own,)))
    assert (verdict.right, verdict.ours) == (1, "nowhere; nowhere")


def test_names_without_coordinates_do_not_count() -> None:
    bare = {key: said for key, said in MARKS[0].items() if key not in ("lat", "lon")}
    assert marked_names("phrase", first_character=0)(make_row(TEXT, labels=[bare])) is None


def test_a_span_that_is_not_its_name_is_a_bad_label() -> None:
    counted_from_one = mark("Timbuktu", "16.77", "-3.0", first=1)
    row = make_row(TEXT, labels=[counted_from_one])
    assert marked_names("phrase", first_character=1)(row) is not None
    with pytest.raises(InputError, match=r"labels\[0\]: start is '11'; expected the place of 'Timbuktu'"):
        marked_names("phrase", first_character=0)(row)
