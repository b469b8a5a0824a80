"""Claims of a recording: they stand at a time, with the words as somebody wrote them down."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.judging.test_judging import MENTIONS, ONE, REPORT, REPORTS, SIGNED, TEXT, event_of

from rashomon.errors import InputError
from rashomon.judging import conflicts, find_again, judge_readings
from rashomon.judging.checking import check_judgement
from rashomon.judging.taking import Decision, Heard, add_heard_claim, sign
from rashomon.model.claims import Claim, Count, timecode_of, words_of
from rashomon.model.judgements import Judgement


def add(at: str = "0:12:31", words: str = "we lost four men", **said: object) -> Decision:
    heard = Heard(at=at, words=words)
    return add_heard_claim(REPORT, heard, event_of("r_1"), MENTIONS, facet="killed", **said)


def by(name: str, decision: Decision) -> Judgement:
    return sign(decision, replace(SIGNED, by=name))


def added(decision: Decision) -> Claim:
    return judge_readings([ONE], REPORTS, [by("Ann", decision)])[0].claims[-1]


def test_a_claim_that_is_heard_stands_on_no_character_and_says_when_and_what() -> None:
    claim = added(add(low=4, high=4, about="isgs", speaker="forces:MLI"))
    (passage,) = claim.passages
    assert (passage.start, passage.end, passage.words) == (0, 0, "")
    assert TEXT[passage.start : passage.end] == passage.words
    assert (timecode_of(claim), words_of(claim)) == ("00:12:31", "we lost four men")
    assert claim.value == Count(low=4, high=4, as_written="we lost four men")
    assert [flag.code for flag in claim.flags] == ["at_timecode", "added_by_hand"]
    assert claim.about is not None
    assert claim.about.words == "Islamic State in the Greater Sahara"
    assert claim.attribution[0].source == "Malian Armed Forces"


def test_words_of_a_transcript_are_found_where_they_stand() -> None:
    claim = added(add(words="The elders buried two boys", low=2, high=2))
    (passage,) = claim.passages
    assert TEXT[passage.start : passage.end] == passage.words == words_of(claim)
    assert timecode_of(claim) == "00:12:31"
    assert timecode_of(ONE.claims[0]) is None
    assert words_of(ONE.claims[0]) == ONE.claims[0].passages[0].words


def test_words_that_stand_there_twice_stand_nowhere() -> None:
    twice = replace(REPORT, text="Four fell. Four fell.")
    decision = add_heard_claim(twice, Heard(at="00:00:05", words="Four fell"), None, (), facet="killed")
    assert json.loads(decision.details)["words"] == ""


@pytest.mark.parametrize(
    ("at", "words", "message"), [("5", "four", "no timecode"), ("0:00:05", " ", "words")]
)
def test_what_is_not_heard_at_any_time_is_refused(at: str, words: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        add(at, words)


def test_two_who_add_what_is_heard_at_the_same_time_meet() -> None:
    found = find_again([ONE])
    mine, theirs = by("Ann", add(low=4)), by("Ben", add(low=5))
    assert [one.judgement for one in conflicts(mine, [theirs], found)] == [theirs]
    assert conflicts(mine, [by("Ben", add(at="00:13:00", low=4))], found) == ()


def test_a_timecode_from_elsewhere_is_checked() -> None:
    judgement = by("Ann", add())
    check_judgement(judgement)
    details = {**json.loads(judgement.details), "at": "soon"}
    with pytest.raises(InputError, match="'soon' is no timecode"):
        check_judgement(replace(judgement, details=json.dumps(details)))
