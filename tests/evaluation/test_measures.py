from __future__ import annotations

from typing import Any

import pytest
from tests.evaluation.conftest import make_answer, make_row

from rashomon.errors import InputError
from rashomon.evaluation.casualties import measure_count, measure_interval, measure_pair, span_label
from rashomon.evaluation.days import american_day, iso_day, measure_day
from rashomon.evaluation.measures import Verdict, make_figure
from rashomon.evaluation.participants import ACTORS, EVENT_FOUND, measure_term
from rashomon.evaluation.sites import divisions_of, known_spot, measure_distance, measure_division, spot
from rashomon.evaluation.wording import INJURED, KILLED

COUNT = measure_count(
    "killed", lambda row: row.number("n"), ("totals", "killed"), verb=KILLED, facets=frozenset()
)


def test_a_figure_tells_silence_and_zero_from_numbers() -> None:
    row = make_row("4 people were killed.", n=0)
    answers = [make_answer(), *(make_answer({"totals": {"killed": said}}) for said in (None, 0, 4))]
    figure = make_figure("killed", [COUNT.judge(0, row, answer) for answer in answers])
    assert (figure.of, figure.right, figure.score) == (4, 3, 0.75)
    assert (figure.null, figure.zero, figure.baseline) == (0.5, 0.25, 0.0)


def test_a_figure_of_no_rows_has_no_score() -> None:
    assert make_figure("killed", []).score is None


def test_two_numbers_are_right_together_or_not_at_all() -> None:
    measure = measure_pair(
        "both", lambda row: None, (("killed",), ("hurt",)), verbs=(KILLED, INJURED), facets=frozenset()
    )
    row = make_row("Two were killed. Later 5 others were injured.")
    assert measure.judge((2, 5), row, make_answer({"killed": 2, "hurt": 5})).right == 1
    verdict = measure.judge((2, 5), row, make_answer({"killed": 2, "hurt": None}))
    assert (verdict.right, verdict.baseline, verdict.ours) == (0, 1, "2 and nothing said")


@pytest.mark.parametrize(
    ("low", "high", "exact", "overlap"), [(3, 7, 1, 1), (7, 9, 0, 1), (8, 9, 0, 0), (None, None, 0, 0)]
)
def test_intervals_are_exact_or_meet(low: int | None, high: int | None, exact: int, overlap: int) -> None:
    answer = make_answer({"killed": {"min": low, "max": high}})
    for only_meet, right in ((False, exact), (True, overlap)):
        measure = measure_interval(
            "killed", lambda row: None, ("killed",), verb=KILLED, facets=frozenset(), overlap=only_meet
        )
        verdict = measure.judge((3, 7), make_row(), answer)
        assert verdict.right == right
        assert verdict.widths == (None if low is None else (high - low, 4))


def test_an_interval_that_ends_before_it_begins_is_a_bad_label() -> None:
    label = span_label(low=("low",), high=("high",))
    assert label(make_row(low=None, high=None)) is None
    with pytest.raises(InputError, match="low is 5; expected no more than high, which is 2"):
        label(make_row(low=5, high=2))


def test_a_day_must_be_start_and_end_or_the_start_alone() -> None:
    two_days = make_answer({"date": {"start": "2012-03-01", "end": "2012-03-02"}})
    row = make_row(published="2012-03-02")
    for start_only, right in ((False, 0), (True, 1)):
        measure = measure_day("day", iso_day("day"), days_before=1, start_only=start_only)
        verdict = measure.judge("2012-03-01", row, two_days)
        assert (verdict.right, verdict.baseline) == (right, 1)
    assert measure.judge("2012-03-01", make_row(), make_answer()).said == "null"


def test_labels_of_days_are_checked() -> None:
    assert american_day("day")(make_row(day="April 5, 2018")) == "2018-04-05"
    with pytest.raises(InputError, match="day is 'spring'; expected a date such as"):
        american_day("day")(make_row(day="spring"))
    with pytest.raises(InputError, match="day is '5/4'; expected a date such as 2018-04-05"):
        iso_day("day")(make_row(day="5/4"))


def place(lat: float | None, lon: float | None, adm1: str | None = None) -> dict[str, Any]:
    return {"name": "X", "lat": lat, "lon": lon, "adm1": adm1}


def test_a_place_is_right_within_some_kilometres() -> None:
    measure = measure_distance("place", spot)
    gold = (16.0, 0.0)
    near, far, none = (
        measure.judge(gold, make_row(), make_answer({"place": at}))
        for at in (place(16.1, 0.0), place(17.0, 0.0), place(None, None))
    )
    assert [one.right for one in (near, far, none)] == [1, 0, 0]
    figure = make_figure("place", [near, far, none])
    assert (figure.placed, figure.null) == (0.6667, 0.3333)
    assert figure.median_km == pytest.approx((11.1 + 111.2) / 2, abs=0.1)


def test_a_place_the_gazetteer_has_under_that_name_counts_as_known() -> None:
    timbuktu = {"location": "Tombouctou", "latitude": "16.77", "longitude": "-3.0"}
    assert known_spot(make_row(labels=timbuktu)) == (16.77, -3.0)
    assert known_spot(make_row(labels=timbuktu | {"latitude": "11.0"})) is None


def test_divisions_are_compared_in_every_spelling() -> None:
    label = divisions_of("AFG", "province")
    gold = label(make_row(province=["paktya"]))
    own = measure_division("province", label, any_place=False)
    some = measure_division("province", label, any_place=True)
    answer = make_answer({"place": place(1, 1, "Kabul"), "places": [place(1, 1, "Paktia")]})
    assert own.judge(gold, make_row(), answer).right == 0
    assert some.judge(gold, make_row(), answer).right == 1
    assert label(make_row(province=["??"])) is None


def actor(actor_id: str | None, name: str) -> dict[str, Any]:
    return {"id": actor_id, "name": name, "as_written": [name]}


def test_actors_are_compared_by_the_ids_behind_a_standard_name() -> None:
    found_all, recall, precision = ACTORS
    row = make_row(
        labels={
            "actors": [
                {"name": "Military Forces of Mali (2013-2020)", "assoc": "Military Forces of Niger (2011-)"},
                {"name": "Unidentified Armed Group (Mali)", "assoc": ""},
            ]
        }
    )
    gold = recall.label(row)
    answer = make_answer(
        {
            "sides": [{"actors": [actor("forces:MLI", "Mali"), actor(None, "gunmen")]}],
            "others": [{"actor": actor("forces:NER", "Niger")}],
        }
    )
    verdicts = [measure.judge(gold, row, answer) for measure in (found_all, recall, precision)]
    assert [(one.right, one.of) for one in verdicts] == [(0, 1), (1, 2), (2, 3)]
    assert "gunmen [not in the registry]" in verdicts[0].ours


def test_kinds_of_event_are_compared_with_the_commonest_as_the_trivial_answer() -> None:
    measure = measure_term("type", lambda row: row.words("type"), ("kind_of",), "Battles")
    verdict = measure.judge("Battles", make_row(), make_answer({"kind_of": None, "kind": "arrest"}))
    assert (verdict.right, verdict.baseline, verdict.said) == (0, 1, "null")


def test_an_event_is_found_where_the_text_is_principal_for_one() -> None:
    assert EVENT_FOUND.judge(True, make_row(), make_answer({"id": "e"})).right == 1
    assert EVENT_FOUND.judge(True, make_row(), make_answer()).ours == "no event"


def test_figures_count_things_not_rows() -> None:
    figure = make_figure(
        "recall", [Verdict(right=1, of=2, label="", ours=""), Verdict(right=2, of=2, label="", ours="")]
    )
    assert (figure.rows, figure.of, figure.right, figure.score) == (2, 4, 3, 0.75)
