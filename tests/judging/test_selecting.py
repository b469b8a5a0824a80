"""Claims chosen by what they are, what was decided of each, and one decision on all that are chosen."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judging.test_judging import MENTIONS, ONE, OTHER, REPORT, REPORTS, SIGNED, TEXT, TWO, event_of

from rashomon.errors import InputError
from rashomon.judging import (
    REVIEW_STATES,
    UNDECIDED,
    Surveyed,
    find_again,
    judge_readings,
    read_filter,
    review_states,
    select_claims,
    survey,
    undecided_only,
)
from rashomon.judging.taking import Decision, add_claim, decide_claims, decide_where, sign, undo_judgement
from rashomon.model.claims import Attribution, Claim, Flag
from rashomon.model.events import Linked
from rashomon.model.judgements import Judgement, added_claim_id
from rashomon.model.layers import Reading
from rashomon.model.report import Report

FORD = ONE.claims[0]
ELDER = Attribution(source="an elder", source_kind="person", office="Elder", actor_id="elders")
THERE = replace(
    TWO.claims[0],
    facet="wounded",
    certainty="hedged",
    confidence=0.4,
    attribution=(ELDER, *TWO.claims[0].attribution),
    flags=(Flag(code="ambiguous_owner"),),
)
READINGS = (ONE, replace(TWO, claims=(THERE,)))
LINKED = Linked(events=(replace(event_of("r_1"), claim_ids=(FORD.id,), shared_claim_ids=(THERE.id,)),))
BY_ID: dict[str, Report] = {**REPORTS, OTHER.id: replace(OTHER, outlet="The Well")}


def surveyed(*judgements: Judgement) -> Surveyed:
    return survey(READINGS, BY_ID, LINKED, judgements)


def chosen(*pairs: tuple[str, str], among: Surveyed | None = None) -> list[str]:
    return [claim.id for claim in select_claims(read_filter(pairs), among or surveyed())]


def by(name: str, decision: Decision, day: int = 1) -> Judgement:
    return sign(decision, replace(SIGNED, by=name, when=f"2020-01-{day:02}"))


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ((), [FORD.id, THERE.id]),
        ((("facet", "killed"),), [FORD.id]),
        ((("facet", "killed"), ("facet", "wounded")), [FORD.id, THERE.id]),
        ((("facet", "killed"), ("certainty", "hedged")), []),
        ((("report", "other.txt"),), [THERE.id]),
        ((("report", "r_1"),), [FORD.id]),
        ((("outlet", "the well"),), [THERE.id]),
        ((("speaker", "ELDER"),), [THERE.id]),
        ((("speaker", "elders"),), [THERE.id]),
        ((("speaker", "The Ford"),), [FORD.id]),
        ((("event", "e_r_1"),), [FORD.id, THERE.id]),
        ((("event", "e_none"),), []),
        ((("flag", "ambiguous_owner"),), [THERE.id]),
        ((("confidence", "..0.5"),), [THERE.id]),
        ((("confidence", "0.5.."),), [FORD.id]),
        ((("confidence", "0.4"),), [THERE.id]),
        ((("state", "undecided"),), [FORD.id, THERE.id]),
    ],
)
def test_claims_are_chosen_by_all_names_and_any_of_their_values(
    pairs: tuple[tuple[str, str], ...], found: list[str]
) -> None:
    assert chosen(*pairs) == found


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        (("facets", "killed"), r'cannot be chosen by \'facets\' \(did you mean "facet"\?\)'),
        (("facet", "kiled"), r'did you mean "killed"\?'),
        (("state", "open"), "expected one of undecided, accepted"),
        (("flag", "odd"), "flag='odd' is nothing a claim can have"),
        (("outlet", " "), "is nothing a claim can have"),
        (("confidence", "low"), r"expected LOW\.\.HIGH between 0 and 1"),
        (("confidence", "0.8..0.2"), r"expected LOW\.\.HIGH"),
        (("confidence", "nan.."), r"expected LOW\.\.HIGH"),
        (("confidence", "..2"), r"expected LOW\.\.HIGH"),
    ],
)
def test_a_filter_that_cannot_be_meant_says_what_can(pair: tuple[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_filter([pair])


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(InputError, match=r"kiled.*nobody"):
        read_filter([("facet", "kiled"), ("state", "nobody")])


def test_a_review_names_who_decided_last_and_an_undo_gives_the_one_before_back() -> None:
    rejected = by("Ann", decide_claims("reject", [FORD]))
    corrected = by("Ben", decide_claims("correct", [FORD], low=7), 2)
    found = find_again(READINGS)
    review = review_states([rejected, corrected], found)[FORD.id]
    assert (review.state, review.by, review.when, review.why, review.judgement_id) == (
        *("corrected", "Ben", "2020-01-02", "checked on the page", corrected.id),
    )
    undone = [rejected, corrected, by("Ben", undo_judgement(corrected), 3)]
    assert review_states(undone, found)[FORD.id].state == "rejected"
    assert review_states(undone, found).get(THERE.id, UNDECIDED).state == "undecided"


def test_an_added_claim_is_added_until_somebody_checks_it() -> None:
    start = TEXT.index("two boys")
    words = (start, start + 8)
    added = by("Ann", add_claim(REPORT, words, event_of("r_1"), MENTIONS, facet="killed", low=2, high=2))
    readings: tuple[Reading, ...] = judge_readings(READINGS, BY_ID, [added])
    claim = find_again(readings).claims[added_claim_id(added)]
    assert review_states([added], find_again(readings))[claim.id].state == "added"
    checked = by("Ben", decide_claims("accept", [claim]), 2)
    assert review_states([added, checked], find_again(readings))[claim.id].state == "accepted"
    assert review_states([added], find_again(READINGS)) == {}


def test_one_decision_falls_on_all_that_are_chosen_and_says_how_they_were() -> None:
    wanted = read_filter([("facet", "wounded"), ("facet", "killed"), ("confidence", "..0.5")])
    decision = decide_where("reject", wanted, surveyed())
    assert decision.targets == (THERE.id,)
    assert json.loads(decision.details) == {
        "where": {"facet": ["killed", "wounded"], "confidence": ["0..0.5"]}
    }
    judged = judge_readings(READINGS, BY_ID, [by("Ann", decision)])
    assert [claim.mention_ids for reading in judged for claim in reading.claims] == [FORD.mention_ids, ()]


def test_what_was_decided_one_by_one_is_chosen_only_where_the_state_is_named() -> None:
    among = surveyed(by("Ann", decide_claims("accept", [FORD])))
    every = undecided_only(read_filter([]))
    assert [claim.id for claim in select_claims(every, among)] == [THERE.id]
    named = undecided_only(read_filter([("state", "accepted")]))
    assert [claim.id for claim in select_claims(named, among)] == [FORD.id]
    with pytest.raises(InputError, match="no claim of this case is like that"):
        decide_where("reject", undecided_only(read_filter([("facet", "killed")])), among)


KINDS = ("accept", "reject", "correct")


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from((FORD, THERE))), max_size=6))
def test_each_claim_has_one_review_which_is_that_of_the_last_decision_on_it(
    picks: list[tuple[str, Claim]],
) -> None:
    judgements = [
        by(
            "Ann",
            decide_claims(kind, [claim], low=1) if kind == "correct" else decide_claims(kind, [claim]),
            day,
        )  # type: ignore[arg-type]
        for day, (kind, claim) in enumerate(picks, start=1)
    ]
    among = surveyed(*judgements)
    last = {claim.id: f"{kind}ed" for kind, claim in picks}
    assert {claim_id: review.state for claim_id, review in among.reviews.items()} == last
    states = [select_claims(read_filter([("state", state)]), among) for state in REVIEW_STATES]
    assert sorted(claim.id for claims in states for claim in claims) == sorted([FORD.id, THERE.id])
