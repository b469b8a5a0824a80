"""What became of decisions: in force, replaced, finding nothing; made claims of two reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judging.test_judging import MENTIONS, ONE, OTHER, REPORT, SIGNED, TWO, claim_of, event_of

from rashomon.judging import Effect, Surroundings, effects, find_again, standing
from rashomon.judging.taking import (
    Decision,
    add_claim,
    decide_claims,
    fix_metadata,
    grade_source,
    identify_words,
    merge_events,
    sign,
    split_event,
    undo_judgement,
)
from rashomon.model.judgements import Judgement

HERE = Surroundings(
    found=find_again([ONE, TWO]),
    report_ids=frozenset({REPORT.id, OTHER.id}),
    sources=frozenset({"the ford"}),
    event_of={"m_r_1": "e_1", "m_r_2": "e_1"},
)
APART = replace(HERE, event_of={"m_r_1": "e_1", "m_r_2": "e_2"})
GONE = replace(HERE, found=find_again([]), report_ids=frozenset())
CLAIM = claim_of(REPORT)


def signed(*decisions: Decision) -> list[Judgement]:
    return [
        sign(decision, replace(SIGNED, when=f"2020-01-0{day}T00:00:00+00:00"))
        for day, decision in enumerate(decisions, start=1)
    ]


def became(*decisions: Decision, here: Surroundings = HERE) -> list[Effect]:
    return list(effects(signed(*decisions), here))


OPPOSED = [
    (decide_claims("reject", [CLAIM]), decide_claims("accept", [CLAIM])),
    (decide_claims("correct", [CLAIM], low=8), decide_claims("correct", [CLAIM], low=7)),
    (
        merge_events([event_of("r_1"), event_of("r_2")], MENTIONS),
        split_event(event_of("r_1", "r_2"), ["r_2"], MENTIONS),
    ),
    (identify_words("the riders", "gatia", None), identify_words("The Riders", "msa", None)),
    (grade_source("The Ford", "B", 2), grade_source("The Ford", "D", None)),
    (fix_metadata(REPORT, {"published": "2019"}), fix_metadata(REPORT, {"published": "2020"})),
]


@pytest.mark.parametrize(("first", "second"), OPPOSED)
def test_of_two_that_contradict_each_other_the_later_one_holds_and_says_so(
    first: Decision, second: Decision
) -> None:
    early, late = became(first, second)
    assert (early.state, late.state) == ("replaced", "holds")
    assert late.against == (early.judgement_id,)
    assert late.judgement_id in early.note


@pytest.mark.parametrize("decision", [each for pair in OPPOSED for each in pair])
def test_a_decision_alone_is_in_force(decision: Decision) -> None:
    told_together = APART if decision.kind == "split" else HERE
    assert [(e.state, e.note, e.against) for e in became(decision, here=told_together)] == [("holds", "", ())]


@pytest.mark.parametrize(
    ("decision", "note"),
    [
        (decide_claims("reject", [CLAIM]), "no claim of its kind"),
        (merge_events([event_of("r_1"), event_of("r_2")], MENTIONS), "are not told any more"),
        (grade_source("Nowhere Times", "B", 2), "'Nowhere Times'"),
        (fix_metadata(REPORT, {"published": "2019"}), "not in this case"),
        (add_claim(REPORT, (0, 11), None, (), facet="killed"), "not in this case"),
    ],
)
def test_a_decision_that_finds_nothing_is_kept_and_says_what_it_misses(decision: Decision, note: str) -> None:
    (effect,) = became(decision, here=GONE)
    assert effect.state == "nothing"
    assert note in effect.note


def test_a_decision_on_two_claims_of_which_one_is_gone_holds_in_part() -> None:
    both = decide_claims("reject", [CLAIM, claim_of(OTHER)])
    (effect,) = became(both, here=replace(HERE, found=find_again([ONE])))
    assert (effect.state, effect.note) == ("in_part", "1 not found again")


def test_a_merge_that_other_decisions_keep_apart_is_overruled() -> None:
    merged = merge_events([event_of("r_1"), event_of("r_2")], MENTIONS)
    assert [effect.state for effect in became(merged, here=APART)] == ["overruled"]


def test_undone_decisions_are_told_as_such() -> None:
    (first,) = signed(decide_claims("reject", [CLAIM]))
    undo = sign(undo_judgement(first), SIGNED)
    assert [effect.state for effect in effects([first, undo], HERE)] == ["undone", "holds"]


@given(st.lists(st.sampled_from([each for pair in OPPOSED for each in pair]), max_size=9))
def test_each_decision_has_one_effect_and_on_each_thing_just_the_last_is_in_force(
    taken: list[Decision],
) -> None:
    judgements = signed(*taken)
    told = effects(judgements, HERE)
    assert [effect.judgement_id for effect in told] == [judgement.id for judgement in judgements]
    assert {e.state for e in told} <= {"holds", "replaced", "overruled"}
    if taken:
        assert told[-1].state != "replaced"
    assert len(standing(judgements)) == len(judgements)
