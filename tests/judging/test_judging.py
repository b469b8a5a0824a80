"""What people decided, put to readings: on made claims, so that every offset is known."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError
from rashomon.judging import find_again, judge_readings, judge_reports, rule_on_ties, source_grades, standing
from rashomon.judging.taking import (
    Decision,
    Signature,
    add_claim,
    decide_claims,
    fix_metadata,
    grade_source,
    identify_words,
    keep_apart,
    merge_events,
    sign,
    split_event,
    tie_mentions,
    undo_judgement,
)
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Mention, Party
from rashomon.model.events import Event
from rashomon.model.judgements import Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Passage, Report

TEXT = "Nine gunmen fell at the ford. The elders buried two boys."
REPORT = Report(id="r_1", source_ref="ford.txt", locator="ford.txt", text=TEXT, sha256="0", outlet="The Ford")
OTHER = replace(REPORT, id="r_2", source_ref="other.txt", locator="other.txt")
SIGNED = Signature(by="Ann", when="2020-01-01T00:00:00+00:00", why="checked on the page")


def claim_of(report: Report, *, name: str = "", start: int = 0, end: int = 11) -> Claim:
    passage = Passage(report_id=report.id, start=start, end=end, words=report.text[start:end])
    return Claim(
        id=name or f"c_{report.id}",
        report_id=report.id,
        passages=(passage,),
        facet="killed",
        value=Count(low=9, high=9, as_written="Nine"),
        about=Party(words="gunmen", actors=(ActorRef(words="gunmen", actor_id=None),)),
        attribution=(Attribution(source="The Ford", source_kind="outlet"),),
        mention_ids=(f"m_{report.id}",),
    )


def reading_of(report: Report, **cut: int) -> Reading:
    claim = claim_of(report, **cut)
    mention = Mention(
        id=f"m_{report.id}",
        report_id=report.id,
        kind="clash",
        role="main",
        passages=claim.passages,
        claim_ids=(claim.id,),
    )
    return Reading(report_id=report.id, claims=(claim,), mentions=(mention,))


def event_of(*report_ids: str) -> Event:
    ids = tuple(f"m_{report_id}" for report_id in report_ids)
    return Event(id=f"e_{'_'.join(report_ids)}", kind="clash", title="", mention_ids=ids, claim_ids=())


ONE, TWO = reading_of(REPORT), reading_of(OTHER)
MENTIONS = (*ONE.mentions, *TWO.mentions)
REPORTS = {REPORT.id: REPORT, OTHER.id: OTHER}


def judge(*decisions: Decision, reading: Reading = ONE) -> Reading:
    judgements = [sign(decision, SIGNED) for decision in decisions]
    return judge_readings([reading], REPORTS, judgements)[0]


def test_a_rejected_claim_is_kept_and_counts_for_nothing() -> None:
    judged = judge(decide_claims("reject", ONE.claims))
    (claim,) = judged.claims
    assert [(flag.code, flag.note) for flag in claim.flags] == [("rejected", "Ann: checked on the page")]
    assert claim.value == ONE.claims[0].value
    assert claim.mention_ids == ()
    assert judged.mentions[0].claim_ids == ()


def test_a_correction_keeps_words_and_id_and_says_what_it_was() -> None:
    judged = judge(decide_claims("correct", ONE.claims, low=7, high=None, about="isgs", speaker="the elders"))
    (claim,) = judged.claims
    assert claim.id == ONE.claims[0].id
    assert claim.passages == ONE.claims[0].passages
    assert claim.value == Count(low=7, high=None, as_written="Nine")
    assert claim.about is not None
    assert [actor.actor_id for actor in claim.about.actors] == ["isgs"]
    assert claim.about.words == "gunmen"
    assert [link.source for link in claim.attribution] == ["the elders", "The Ford"]
    assert claim.flags[-1].code == "corrected"
    assert "about was 'gunmen'; high was 9; low was 9; speaker was 'The Ford'" in claim.flags[-1].note


def test_the_latest_decision_on_a_claim_holds() -> None:
    rejected, accepted = decide_claims("reject", ONE.claims), decide_claims("accept", ONE.claims)
    judged = judge(rejected, accepted)
    assert judged.mentions[0].claim_ids == (ONE.claims[0].id,)
    assert [flag.code for flag in judged.claims[0].flags] == ["accepted"]


def test_a_decision_finds_its_claim_after_another_reader_cut_it_otherwise() -> None:
    again = reading_of(REPORT, start=0, end=28)
    again = replace(again, claims=(replace(again.claims[0], id="c_new"),))
    judged = judge(decide_claims("correct", ONE.claims, low=7), reading=again)
    assert judged.claims[0].value == Count(low=7, high=9, as_written="Nine")


def test_a_decision_does_not_fall_on_another_claim() -> None:
    elsewhere = reading_of(REPORT, start=30, end=57)
    elsewhere = replace(elsewhere, claims=(replace(elsewhere.claims[0], id="c_new"),))
    assert judge(decide_claims("correct", ONE.claims, low=7), reading=elsewhere).claims == elsewhere.claims


def test_an_added_claim_stands_on_its_words_and_joins_its_event() -> None:
    start = TEXT.index("two boys")
    decision = add_claim(
        REPORT, (start, start + 8), event_of("r_1"), MENTIONS, facet="killed", low=2, high=2, about="boys"
    )
    judged = judge(decision)
    added = judged.claims[-1]
    assert added.passages[0].words == "two boys" == TEXT[added.passages[0].start : added.passages[0].end]
    assert added.value == Count(low=2, high=2, as_written="two boys")
    assert added.id in judged.mentions[0].claim_ids
    assert added.flags[-1].code == "added_by_hand"
    later = judge(decision, decide_claims("reject", [added]))
    assert added.id not in later.mentions[0].claim_ids


def test_a_claim_added_to_an_event_its_report_does_not_tell_of_brings_a_mention_and_a_tie() -> None:
    start = TEXT.index("two boys")
    decision = add_claim(REPORT, (start, start + 8), event_of("r_2"), MENTIONS, facet="killed", low=2, high=2)
    judgement = sign(decision, SIGNED)
    judged = judge_readings([ONE, TWO], REPORTS, [judgement])
    new = judged[0].mentions[-1]
    assert new.claim_ids == (judged[0].claims[-1].id,)
    (ruling,) = rule_on_ties([judgement], find_again(judged))
    assert ({ruling.one, ruling.two}, ruling.together) == ({new.id, "m_r_2"}, True)


def test_added_words_that_no_longer_stand_there_give_no_claim() -> None:
    decision = add_claim(REPORT, (0, 4), None, MENTIONS, facet="killed", low=9)
    changed = {REPORT.id: replace(REPORT, text="Ten gunmen")}
    assert judge_readings([ONE], changed, [sign(decision, SIGNED)])[0].claims == ONE.claims


@pytest.mark.parametrize(("report", "meant"), [(None, "isgs"), (REPORT, "isgs"), (OTHER, None)])
def test_words_mean_what_was_judged_in_one_report_or_all(report: Report | None, meant: str | None) -> None:
    about = judge(identify_words("Gunmen", "isgs", report)).claims[0].about
    assert about is not None
    assert [actor.actor_id for actor in about.actors] == [meant]


def test_ties_the_latest_ruling_on_a_pair_holds() -> None:
    merged = sign(merge_events([event_of("r_1"), event_of("r_2")], MENTIONS), SIGNED)
    parted = sign(split_event(event_of("r_1", "r_2"), ["r_2"], MENTIONS), SIGNED)
    found = find_again([ONE, TWO])
    assert [ruling.together for ruling in rule_on_ties([merged], found)] == [True]
    assert [ruling.together for ruling in rule_on_ties([merged, parted], found)] == [False]
    assert [ruling.together for ruling in rule_on_ties([parted, merged], found)] == [True]


def test_two_events_kept_apart_are_ruled_apart_as_two_merged_are_ruled_together() -> None:
    events = [event_of("r_1"), event_of("r_2")]
    merged, apart = (sign(decide(events, MENTIONS), SIGNED) for decide in (merge_events, keep_apart))
    assert (apart.kind, apart.targets, apart.anchors) == ("split", merged.targets, merged.anchors)
    (ruling,) = rule_on_ties([merged, apart], find_again([ONE, TWO]))
    assert not ruling.together


def test_decisions_that_say_nothing_are_refused() -> None:
    both = event_of("r_1", "r_2")
    with pytest.raises(InputError, match="two different events"):
        merge_events([both, both], MENTIONS)
    with pytest.raises(InputError, match="two different events"):
        keep_apart([both, both], MENTIONS)
    with pytest.raises(InputError, match="none of the reports"):
        split_event(both, ["r_9"], MENTIONS)
    with pytest.raises(InputError, match="all its reports"):
        split_event(both, ["r_1", "r_2"], MENTIONS)
    with pytest.raises(InputError, match="nobody else"):
        tie_mentions(ONE.mentions, event_of("r_1"), MENTIONS, apart=True)
    with pytest.raises(InputError, match="needs a reason"):
        sign(merge_events([event_of("r_1"), event_of("r_2")], MENTIONS), replace(SIGNED, why=" "))


def test_metadata_and_grades() -> None:
    fixed = sign(fix_metadata(REPORT, {"published": "2020-05-01", "language": "fr"}), SIGNED)
    mended, untouched = judge_reports([REPORT, OTHER], [fixed])
    assert (mended.published, mended.language, mended.language_basis) == ("2020-05-01", "fr", "given")
    assert untouched == OTHER
    grades = source_grades([sign(grade_source("The Ford", mark, 2), SIGNED) for mark in "CB"])
    assert (grades["the ford"].reliability, grades["the ford"].credibility) == ("B", 2)


@settings(deadline=None)
@given(st.lists(st.integers(0, 5), max_size=12))
def test_undoing_and_redoing_never_leaves_both_a_decision_and_its_undoing(picks: list[int]) -> None:
    taken: list[Judgement] = [sign(decide_claims("reject", ONE.claims), SIGNED)]
    for number, pick in enumerate(picks):
        undone = taken[pick % len(taken)]
        taken.append(sign(undo_judgement(undone), replace(SIGNED, when=str(number))))
    holding = {judgement.id for judgement in standing(taken)}
    assert taken[-1].id in holding
    for judgement in taken:
        closers = [other.id for other in taken if other.closes == judgement.id]
        assert (judgement.id in holding) == (not holding.intersection(closers))


def test_a_judgement_says_the_same_after_a_round_trip_through_json() -> None:
    from rashomon.model.codec import from_json, to_json

    judgement = sign(decide_claims("correct", ONE.claims, low=7, high=None), SIGNED)
    assert from_json(Judgement, to_json(judgement)) == judgement
    assert json.loads(judgement.details) == {"low": 7, "high": None}
