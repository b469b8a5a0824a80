"""What a person typed: taken as meant, or refused with what can be meant."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.errors import InputError
from rashomon.judging.checking import check_corrections, check_known, read_grade, read_timecode


@pytest.mark.parametrize(
    "said",
    [
        {"low": 0, "high": None},
        {"low": 3, "high": 3, "facet": "wounded", "status": "civilian"},
        {"start": "2018-04", "end": None},
        {"about": "gatia", "speaker": "the elders"},
    ],
)
def test_a_correction_that_a_claim_can_have_is_taken(said: dict[str, Any]) -> None:
    check_corrections(said)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"toll": 3}, "'toll' is nothing to correct"),
        ({"low": True}, "low=True: expected a number from 0"),
        ({"high": "many"}, "expected a number from 0, or null"),
        ({"low": 4, "high": 3}, "low=4 is above high=3"),
        ({"scope": "all"}, "expected one of event, several, unknown"),
        ({"start": "April"}, "expected a date such as 2018-04-05"),
        ({"about": " "}, "expected a registry id or words"),
        ({"speaker": 7}, "expected a registry id or words"),
    ],
)
def test_a_correction_that_no_claim_can_have_says_what_is_expected(
    said: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        check_corrections(said)


@pytest.mark.parametrize(("mark", "grade"), [("b2", ("B", 2)), ("F", ("F", None))])
def test_a_grade_is_a_letter_and_perhaps_a_number(mark: str, grade: tuple[str, int | None]) -> None:
    assert read_grade(mark) == grade


@pytest.mark.parametrize("mark", ["", "G1", "B7", "22", "B12"])
def test_a_mark_off_the_scale_is_no_grade(mark: str) -> None:
    with pytest.raises(InputError, match="is no grade"):
        read_grade(mark)


def test_an_id_that_nothing_has_is_refused_with_those_its_name_may_mean() -> None:
    check_known("jnim")
    with pytest.raises(InputError, match=r"By that name the registry knows: .*jnim"):
        check_known("JNIM")
    with pytest.raises(
        InputError, match=r"By that name the gazetteer knows: .*Ménaka, Mali .populated.: geonames:\d+"
    ):
        check_known("Menaka")
    with pytest.raises(InputError, match=r"Did you mean geonames:2449067\?"):
        check_known("2449067")
    with pytest.raises(InputError, match=r"Ids stand in claims.jsonl"):
        check_known("nobody-such")


@pytest.mark.parametrize(("text", "timecode"), [("00:12:31", "00:12:31"), (" 1:02:03 ", "01:02:03")])
def test_a_timecode_is_hours_minutes_and_seconds(text: str, timecode: str) -> None:
    assert read_timecode(text) == timecode


@pytest.mark.parametrize(
    "text", ["", "12:31", "00:60:00", "00:00:60", "100:00:00", "-1:00:00", "00:12:31.5", "٠٠:١٢:٣١"]
)
def test_what_is_no_timecode_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no timecode"):
        read_timecode(text)
