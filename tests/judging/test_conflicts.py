"""Two people on one case: what others decided in between on the same things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judging.test_effects import CLAIM, OPPOSED
from tests.judging.test_judging import MENTIONS, ONE, OTHER, REPORT, SIGNED, TEXT, TWO, claim_of, event_of

from rashomon.judging import Conflict, conflicts, find_again
from rashomon.judging.taking import (
    Decision,
    add_claim,
    decide_claims,
    fix_metadata,
    grade_source,
    identify_words,
    sign,
    undo_judgement,
)
from rashomon.model.judgements import Judgement

FOUND = find_again([ONE, TWO])
REJECT, ACCEPT = decide_claims("reject", [CLAIM]), decide_claims("accept", [CLAIM])


def by(name: str, decision: Decision, day: int = 1) -> Judgement:
    return sign(decision, replace(SIGNED, by=name, when=f"2020-01-{day:02}T00:00:00+00:00"))


def met(mine: Judgement, *between: Judgement, **options: object) -> tuple[Conflict, ...]:
    return conflicts(mine, between, FOUND, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("first", "second"), OPPOSED, ids=lambda decision: decision.kind)
def test_what_another_decided_otherwise_of_the_same_thing_is_told(first: Decision, second: Decision) -> None:
    theirs = by("Ben", first)
    (conflict,) = met(by("Ann", second, 2), theirs)
    assert (conflict.judgement, conflict.agrees) == (theirs, False)


@pytest.mark.parametrize("decision", [one for pair in OPPOSED for one in pair], ids=lambda one: one.kind)
def test_what_another_decided_alike_is_told_as_such(decision: Decision) -> None:
    (conflict,) = met(by("Ann", decision, 2), by("Ben", decision))
    assert conflict.agrees
    assert conflict.things


@pytest.mark.parametrize(
    "other",
    [
        decide_claims("reject", [claim_of(OTHER)]),
        identify_words("the herders", "gatia", None),
        grade_source("The Ford", "B", 2),
        fix_metadata(REPORT, {"published": "2019"}),
    ],
    ids=lambda decision: decision.kind,
)
def test_decisions_on_other_things_do_not_meet(other: Decision) -> None:
    assert met(by("Ann", ACCEPT, 2), by("Ben", other)) == ()


def test_the_same_field_of_a_report_meets_and_another_does_not() -> None:
    mine = by("Ann", fix_metadata(REPORT, {"published": "2019", "outlet": "A"}), 2)
    (conflict,) = met(mine, by("Ben", fix_metadata(REPORT, {"outlet": "B", "title": "C"})))
    assert conflict.things == (("metadata", REPORT.id, "outlet"),)
    assert met(mine, by("Ben", fix_metadata(REPORT, {"title": "C"}))) == ()


def test_ones_own_decisions_count_only_where_asked_for() -> None:
    earlier, now = by("Ann", REJECT), by("Ann", ACCEPT, 2)
    assert met(now, earlier) == ()
    assert [conflict.judgement for conflict in met(now, earlier, own=True)] == [earlier]


def test_an_undo_falls_on_what_it_takes_away() -> None:
    old = by("Eve", REJECT)
    undone = by("Ben", undo_judgement(old), 2)
    (conflict,) = met(by("Ann", ACCEPT, 3), undone, earlier=[old])
    assert (conflict.judgement, conflict.agrees) == (undone, False)
    (same,) = met(by("Ann", undo_judgement(old), 3), undone, earlier=[old])
    assert same.agrees


def test_what_was_decided_and_undone_in_between_is_as_it_was() -> None:
    decided = by("Ben", REJECT)
    assert met(by("Ann", ACCEPT, 3), decided, by("Ben", undo_judgement(decided), 2)) == ()


def test_two_claims_added_on_overlapping_words_meet() -> None:
    start = TEXT.index("two boys")

    def add(begin: int, end: int, facet: str = "killed") -> Decision:
        return add_claim(REPORT, (begin, end), event_of("r_1"), MENTIONS, facet=facet, low=2, high=2)

    mine = by("Ann", add(start, start + 8), 2)
    assert [one.agrees for one in met(mine, by("Ben", add(start, start + 3)))] == [False]
    assert [one.agrees for one in met(mine, by("Ben", add(start, start + 8)))] == [True]
    assert met(mine, by("Ben", add(0, 4))) == ()
    assert met(mine, by("Ben", add(start, start + 8, "wounded"))) == ()


def test_a_decision_on_a_claim_that_is_not_read_any_more_meets_all_the_same() -> None:
    nothing = find_again([])
    assert conflicts(by("Ann", ACCEPT, 2), [by("Ben", REJECT)], nothing)


@given(st.lists(st.sampled_from([one for pair in OPPOSED for one in pair]), min_size=2, max_size=6))
def test_meeting_is_mutual(decisions: list[Decision]) -> None:
    one, *others = [by(f"P{n}", decision, n + 1) for n, decision in enumerate(decisions)]
    for conflict in met(one, *others):
        (back,) = met(conflict.judgement, one)
        assert set(back.things) == set(conflict.things)
        assert back.agrees == conflict.agrees
