from __future__ import annotations

from typing import Any

import pytest
from tests.evaluation.conftest import make_answer, make_row

from rashomon.evaluation.measures import Verdict
from rashomon.evaluation.templates import TEMPLATES

MEASURES = {measure.name: measure for measure in TEMPLATES}

TEMPLATE = {
    "INCIDENT: DATE": [["02 MAR 89 - 04 MAR 89"]],
    "INCIDENT: LOCATION": [["PERU: JUNIN (DEPARTMENT)", "JUNIN"]],
    "PERP: ORGANIZATION ID": [['"SHINING PATH"', '"SENDERO LUMINOSO"'], ['"BAKERS OF JUNIN"']],
    "HUM TGT: NUMBER": [['2: "FARMERS"', '"PEASANTS"'], ['1: "MAYOR"'], ['3: "GUARDS"']],
    "HUM TGT: EFFECT OF INCIDENT": [
        ['DEATH: "FARMERS"', '"PEASANTS"'],
        ['DEATH: "MAYOR"'],
        ['INJURY: "GUARDS"'],
    ],
}


def judged(name: str, event: dict[str, Any] | None, **slots: Any) -> Verdict:
    row = make_row(published="1989-03-05", labels=[TEMPLATE | slots])
    measure = MEASURES[name]
    return measure.judge(measure.label(row), row, make_answer(event))


@pytest.mark.parametrize(
    ("written", "start", "end", "right"),
    [
        ("02 MAR 89 - 04 MAR 89", "1989-03-02", "1989-03-03", 1),
        ("02 MAR 89 - 04 MAR 89", "1989-03-04", "1989-03-05", 0),
        ("- 04 MAR 89", "1989-02-11", "1989-02-11", 1),
        ("04 MAR 89", "1989-03", "1989-03", 0),
    ],
)
def test_a_date_must_lie_in_the_range_of_the_slot(written: str, start: str, end: str, right: int) -> None:
    slots = {"INCIDENT: DATE": [[written]]}
    assert judged("date in the label's range", {"date": {"start": start, "end": end}}, **slots).right == right


def test_country_and_perpetrators() -> None:
    assert judged("country", {"place": {"country": "Peru"}}).right == 1
    assert judged("country", None).said == "null"
    sides = [{"actors": [{"id": None, "name": "the bakers", "as_written": ["Bakers of Junin"]}]}]
    verdict = judged("perpetrator organisation", {"sides": sides, "others": []})
    assert (verdict.right, verdict.of) == (1, 2)


def test_the_dead_are_summed_over_the_targets_that_died() -> None:
    assert judged("killed", {"totals": {"latest": {"killed": 3}}}).right == 1
    plural = make_row(labels=[TEMPLATE | {"HUM TGT: NUMBER": [['PLURAL: "FARMERS"'], ['1: "MAYOR"']]}])
    assert MEASURES["killed"].label(plural) is None


def test_only_texts_with_one_template_count_for_slots() -> None:
    row = make_row(labels=[TEMPLATE, TEMPLATE])
    slots = [name for name in MEASURES if "event" not in name]
    assert [MEASURES[name].label(row) for name in slots] == [None] * len(slots)


def test_texts_without_an_incident_are_right_where_we_have_no_event() -> None:
    row = make_row(labels=[])
    measure = MEASURES["no event where there is none"]
    assert measure.judge(measure.label(row), row, make_answer()).right == 1
    assert measure.judge(measure.label(row), row, make_answer({"id": "e"})).right == 0
    assert MEASURES["event where there is an incident"].label(row) is None


def test_a_day_that_no_calendar_has_is_no_label() -> None:
    row = make_row(labels=[TEMPLATE | {"INCIDENT: DATE": [["31 SEP 89"]]}])
    labels = [measure.label(row) for measure in TEMPLATES if "date" in measure.name]
    assert labels
    assert set(labels) == {None}
