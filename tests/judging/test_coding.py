"""Samples, blind codings and what becomes of them: made claims of two reports."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judging.test_effects import HERE
from tests.judging.test_judging import ONE, REPORTS, SIGNED, TWO

from rashomon.errors import InputError
from rashomon.judging import conflicts, effects, find_again, judge_readings
from rashomon.judging.checking import check_judgement
from rashomon.judging.coding import CodedSample, blinded, coded_samples, without_blind
from rashomon.judging.comparing import Compared, agreement_of, compare_codings, values_of, verdict_of
from rashomon.judging.samples import SamplePlan, draw_claims, share_out
from rashomon.judging.taking import (
    Decision,
    adjudicate,
    adjudication_reason,
    code_claim,
    decide_claims,
    plan_sample,
    sign,
    unblind_sample,
    undo_judgement,
)
from rashomon.model.claims import Claim
from rashomon.model.judgements import Judgement

FOUND = find_again([ONE, TWO])
FORD, WELL = ONE.claims[0], TWO.claims[0]


class Desk:
    """A case's judgements as they are taken, one a minute."""

    def __init__(self, *coders: str, **how: Any) -> None:
        self.judgements: list[Judgement] = []
        self.take("Eve", plan_sample(SamplePlan(name="pilot", seed=1, coders=coders, **how), [FORD, WELL]))

    def take(self, who: str, decision: Decision, why: str = "as it stands there") -> Judgement:
        when = f"2020-01-01T00:{len(self.judgements):02}:00+00:00"
        self.judgements.append(sign(decision, replace(SIGNED, by=who, when=when, why=why)))
        return self.judgements[-1]

    def code(self, who: str, claim: Claim, reading: Any = "right", **said: Any) -> Judgement:
        return self.take(who, code_claim(self.coded, claim, who, reading, **said))

    def code_all(self, *coders: str) -> None:
        for who in coders:
            for claim in (FORD, WELL):
                self.code(who, claim)

    @property
    def coded(self) -> CodedSample:
        (coded,) = coded_samples(self.judgements, FOUND)
        return coded

    def compared(self) -> dict[str, Compared]:
        return {one.claim_id: one for one in compare_codings(self.coded, self.judgements)}


def claims_of(count: int) -> list[Claim]:
    facets = ("killed", "killed", "killed", "wounded", "place")
    return [replace(FORD, id=f"c_{n:03}", facet=facets[n % 5], report_id=f"r_{n % 3}") for n in range(count)]


def test_the_same_seed_draws_the_same_claims_whatever_their_order() -> None:
    claims = claims_of(40)
    drawn = draw_claims(claims, size=8, seed=7)
    assert draw_claims(claims[::-1], size=8, seed=7) == drawn
    assert draw_claims(claims, size=8, seed=8) != drawn
    assert set(drawn) <= set(draw_claims(claims, size=9, seed=7))


def test_every_facet_has_its_share_and_at_least_one() -> None:
    drawn = draw_claims(claims_of(40), size=10, seed=1, by="facet")
    assert Counter(claim.facet for claim in drawn) == {"killed": 6, "wounded": 2, "place": 2}
    assert len(draw_claims(claims_of(40), size=3, seed=1, by="report")) == 3
    assert len(draw_claims(claims_of(4), size=9, seed=1, by="facet")) == 4


@pytest.mark.parametrize(("size", "count"), [(0, 5), (3, 0)])
def test_a_sample_of_nothing_is_refused(size: int, count: int) -> None:
    with pytest.raises(InputError, match="takes one claim at least"):
        draw_claims(claims_of(count), size=size, seed=1)


@given(st.dictionaries(st.text("abcdef", min_size=1), st.integers(1, 60), min_size=1), st.integers(1, 99))
def test_shares_add_up_and_none_is_above_what_there_is(sizes: dict[str, int], room: int) -> None:
    shares = share_out(sizes, room)
    assert sum(shares.values()) == min(room, sum(sizes.values()))
    assert all(0 <= shares[name] <= sizes[name] for name in sizes)
    if room >= len(sizes):
        assert min(shares.values()) >= 1


def test_a_sample_stays_blind_until_all_have_coded_all() -> None:
    desk = Desk("Ann", "Ben")
    desk.code_all("Ann")
    desk.code("Ben", FORD, "unclear")
    assert not desk.coded.is_open
    assert desk.coded.progress == {"Ann": 2, "Ben": 1}
    assert desk.coded.left_for("Ben") == (WELL.id,)
    last = desk.code("Ben", WELL)
    assert desk.coded.opened_by == last.id
    assert desk.coded.is_open


def test_where_nobody_is_named_two_must_have_coded_all_and_nobody_may_be_at_it() -> None:
    desk = Desk()
    desk.code_all("Ann")
    assert not desk.coded.is_open
    desk.code("Cid", FORD)
    desk.code_all("Ben")
    assert not desk.coded.is_open
    desk.code("Cid", WELL)
    assert desk.coded.is_open


def test_a_sample_may_be_opened_before_and_what_is_coded_then_is_not_blind() -> None:
    desk = Desk("Ann", "Ben")
    desk.code_all("Ann")
    desk.code("Ben", FORD, "wrong")
    opened = desk.take("Eve", unblind_sample(desk.coded))
    assert desk.coded.opened_by == opened.id
    desk.code("Ben", FORD, "right")
    desk.code("Ben", WELL, "right")
    assert [one.reading for one in desk.coded.codings if one.coder == "Ben"] == ["right", "right"]
    assert [(one.claim_id, one.reading) for one in desk.coded.blind_codings if one.coder == "Ben"] == [
        (FORD.id, "wrong")
    ]
    assert agreement_of(desk.coded)["reading"].units == 1
    desk.take("Eve", undo_judgement(opened))
    assert desk.coded.opened_by not in {None, opened.id}


def test_the_last_coding_of_a_coder_counts_and_an_undone_one_does_not() -> None:
    desk = Desk("Ann", "Ben")
    desk.code("Ann", FORD, "wrong", low=3)
    second = desk.code("Ann", FORD, "right")
    (coding,) = desk.coded.codings
    assert (coding.judgement_id, coding.reading) == (second.id, "right")
    desk.take("Ann", undo_judgement(second))
    assert [one.reading for one in desk.coded.codings] == ["wrong"]
    assert [effect.state for effect in effects(desk.judgements[:3], HERE)] == ["holds", "replaced", "holds"]


def test_what_is_listed_leaves_out_what_others_coded_blind() -> None:
    desk = Desk("Ann", "Ben")
    desk.code("Ann", FORD, "wrong", low=3, about="boys")
    shown = blinded(desk.judgements, FOUND, "Ben")
    assert [one.id for one in shown] == [one.id for one in desk.judgements]
    assert json.loads(shown[-1].details) == {"sample": desk.coded.sample.id, "blind": True}
    assert shown[-1].why == "coded blind"
    assert blinded(desk.judgements, FOUND, "Ann") == tuple(desk.judgements)
    desk.take("Eve", unblind_sample(desk.coded))
    assert blinded(desk.judgements, FOUND, "Ben") == tuple(desk.judgements)


def test_what_is_given_away_is_without_what_others_coded_blind_and_what_took_it_back() -> None:
    desk = Desk("Ann", "Ben")
    first = desk.code("Ann", FORD)
    undo = desk.take("Ann", undo_judgement(first))
    own = desk.code("Ben", FORD, "unclear")
    given = without_blind(desk.judgements, FOUND, "Ben")
    assert [one.id for one in given] == [desk.judgements[0].id, own.id]
    assert undo in without_blind(desk.judgements, FOUND, "Ann")
    desk.code_all("Ann", "Ben")
    assert without_blind(desk.judgements, FOUND, "Eve") == tuple(desk.judgements)


def test_codings_change_no_claim_and_never_meet_those_of_others() -> None:
    desk = Desk("Ann", "Ben")
    mine = desk.code("Ann", FORD, "wrong", low=3)
    theirs = desk.code("Ben", FORD, "right")
    assert judge_readings([ONE, TWO], REPORTS, desk.judgements) == (ONE, TWO)
    assert conflicts(mine, [theirs], FOUND) == ()
    assert conflicts(theirs, [mine], FOUND) == ()


def test_what_a_coder_leaves_unsaid_is_as_it_was_read() -> None:
    desk = Desk("Ann", "Ben")
    desk.code("Ann", FORD, "wrong", low=3, high=None)
    desk.code("Ben", FORD, "unclear")
    wrong, unclear = (values_of(one) for one in desk.coded.codings)
    assert (wrong["low"], "high" in wrong, wrong["open_ended"], wrong["about"]) == (3, False, True, "gunmen")
    assert unclear == {"reading": "unclear"}


def test_a_coding_means_the_same_after_its_claim_was_corrected() -> None:
    desk = Desk("Ann", "Ben")
    desk.code_all("Ann", "Ben")
    before = agreement_of(desk.coded)
    desk.take("Eve", decide_claims("correct", [FORD], low=1, high=1, about="isgs"))
    again = find_again(judge_readings([ONE, TWO], REPORTS, desk.judgements))
    (coded,) = coded_samples(desk.judgements, again)
    assert agreement_of(coded) == before


def test_figures_and_differences() -> None:
    desk = Desk("Ann", "Ben")
    desk.code_all("Ann")
    desk.code("Ben", FORD, "wrong", low=7, status="civilian")
    desk.code("Ben", WELL)
    figures = agreement_of(desk.coded)
    assert (figures["low"].percent, figures["low"].units, figures["low"].pairable) == (50.0, 2, 4)
    # Values 9, 9, 7, 9; ratio: observed (2/16)² · 2 of 4, expected 2 · 3 · (2/16)² of 4 · 3.
    assert figures["low"].alpha == pytest.approx(0.0)
    assert figures["high"].alpha is None
    assert figures["high"].percent == 100.0
    assert "start" not in figures
    compared = desk.compared()
    assert compared[WELL.id].agreed
    assert compared[FORD.id].differing == {
        "reading": {"Ann": "right", "Ben": "wrong"},
        "low": {"Ann": 9, "Ben": 7},
        "status": {"Ann": "unknown", "Ben": "civilian"},
    }
    assert agreement_of(desk.coded, only=lambda claim_id: claim_id == WELL.id)["low"].units == 1


def test_who_cannot_tell_differs_in_his_reading_alone() -> None:
    desk = Desk("Ann", "Ben")
    desk.code("Ann", FORD)
    desk.code("Ben", FORD, "unclear")
    assert list(desk.compared()[FORD.id].differing) == ["reading"]


def test_who_has_not_seen_what_was_read_says_what_he_says_and_no_more() -> None:
    desk = Desk("Ann", "Ben", unseen=True)
    with pytest.raises(InputError, match="say what the words say"):
        desk.code("Ann", FORD)
    desk.code("Ann", FORD, low=9, high=9)
    desk.code("Ben", FORD, low=7, facet="KILLED".lower())
    desk.code("Ann", WELL, "wrong")
    desk.code("Ben", WELL, "unclear")
    codings = {(one.coder, one.claim_id): one for one in desk.coded.codings}
    assert [one.reading for one in desk.coded.codings] == ["right", "wrong", "wrong", "unclear"]
    assert values_of(codings["Ann", FORD.id]) == {
        "reading": "right",
        "low": 9,
        "high": 9,
        "open_ended": False,
    }
    assert values_of(codings["Ann", WELL.id]) == {"reading": "wrong"}
    assert verdict_of(codings["Ann", FORD.id]) == ("accept", {})
    assert verdict_of(codings["Ben", FORD.id]) == ("correct", {"low": 7})
    assert verdict_of(codings["Ann", WELL.id]) == ("reject", {})
    assert verdict_of(codings["Ben", WELL.id]) is None


def test_an_adjudication_is_an_ordinary_decision_that_names_the_coders() -> None:
    desk = Desk("Ann", "Ben")
    desk.code("Ann", FORD)
    with pytest.raises(InputError, match="is blind until all have coded it"):
        adjudicate("accept", FORD, desk.compared()[FORD.id], desk.coded)
    desk.code("Ann", WELL)
    desk.code("Ben", FORD, "wrong", low=7)
    desk.code("Ben", WELL)
    compared = desk.compared()[FORD.id]
    decision = adjudicate("correct", FORD, compared, desk.coded, low=7)
    taken = desk.take("Eve", decision, adjudication_reason(compared, "seven are listed"))
    assert taken.why == "seven are listed [Ann: right; Ben: wrong (low)]"
    assert desk.compared()[FORD.id].decided_by == taken.id
    assert desk.compared()[WELL.id].decided_by is None
    claim = judge_readings([ONE, TWO], REPORTS, desk.judgements)[0].claims[0]
    assert claim.value.low == 7  # type: ignore[union-attr]
    assert claim.flags[-1].code == "corrected"
    for kind, fields in (("accept", {"low": 7}), ("correct", {})):
        with pytest.raises(InputError, match="a correction says what is put right"):
            adjudicate(kind, FORD, compared, desk.coded, **fields)  # type: ignore[arg-type]


def test_codings_that_cannot_be_meant_are_refused() -> None:
    desk = Desk("Ann", "Ben")
    with pytest.raises(InputError, match="is no claim of the sample"):
        desk.code("Ann", replace(FORD, id="c_other"))
    with pytest.raises(InputError, match="'Cid' is no coder of 'pilot': Ann, Ben"):
        desk.code("Cid", FORD)
    with pytest.raises(InputError, match="expected one of right, wrong, unclear"):
        desk.code("Ann", FORD, "maybe")
    with pytest.raises(InputError, match="has nothing to put right"):
        desk.code("Ann", FORD, "right", low=3)
    with pytest.raises(InputError, match="low=-1"):
        desk.code("Ann", FORD, "wrong", low=-1)
    with pytest.raises(InputError, match="at least two different ones"):
        plan_sample(SamplePlan(name="pilot", seed=1, coders=("Ann", "Ann")), [FORD])


def test_claims_that_are_not_read_any_more_are_told_and_wait_for_nobody() -> None:
    desk = Desk("Ann", "Ben")
    for who in ("Ann", "Ben"):
        desk.code(who, FORD)
    (coded,) = coded_samples(desk.judgements, find_again([ONE]))
    assert (coded.sample.claim_ids, coded.sample.lost) == ((FORD.id,), 1)
    assert coded.is_open


@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from((0, 1)), st.booleans()), max_size=8))
def test_a_sample_opens_when_each_of_its_coders_has_coded_each_claim(
    picks: list[tuple[str, int, bool]],
) -> None:
    desk = Desk("A", "B")
    for who, which, right in picks:
        desk.code(who, (FORD, WELL)[which], "right" if right else "unclear")
    complete = {(who, which) for who, which, _ in picks} == {("A", 0), ("A", 1), ("B", 0), ("B", 1)}
    assert desk.coded.is_open == complete
    assert len(desk.coded.codings) == len({(who, which) for who, which, _ in picks})


def test_what_comes_from_elsewhere_must_be_what_this_program_makes() -> None:
    desk = Desk("Ann", "Ben")
    desk.code("Ann", FORD, "wrong", low=3)
    for judgement in desk.judgements:
        check_judgement(judgement)
    bad = desk.judgements[-1]
    for details, message in (
        ("[]", "details is not a JSON object"),
        ("{", "details is not a JSON object"),
        ("{}", "lack 'sample'"),
        ('{"sample":"s","reading":"odd","said":{},"as_read":{}}', "reading='odd': expected one of right"),
        ('{"sample":"s","reading":"wrong","said":{"low":"x"},"as_read":{}}', "low='x': expected a number"),
    ):
        with pytest.raises(InputError, match=message):
            check_judgement(replace(bad, details=details))
    with pytest.raises(InputError, match="'guess' is no kind of decision"):
        check_judgement(replace(bad, kind="guess"))
