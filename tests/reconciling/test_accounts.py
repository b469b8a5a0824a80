"""Accounts of one happening that differ: which of them stands, and how the record says so."""

from __future__ import annotations

import pytest
from tests.reconciling.conftest import Scene


def told(*reports: tuple[str, int, int]) -> Scene:
    """An attack on villagers; for each report its name, dead and wounded, 0 for nothing said."""
    scene = Scene("attack_on_civilians")
    for day, (name, dead, hurt) in enumerate(reports, start=2):
        scene.report(name, f"2018-04-{day:02d}")
        if dead:
            scene.say(dead, report=name, people="villagers")
        if hurt:
            scene.say(hurt, "wounded", report=name, people="villagers")
    return scene


def test_the_reason_names_every_account() -> None:
    scene = told(("wire", 4, 0), ("courier", 6, 3), ("herald", 6, 3))
    found = scene.finding("killed", whole=True)
    assert found.rule == "ucdp.most_witnesses"
    assert found.value.low == 6
    assert found.witnesses == 2
    assert "The Wire: 4 killed" in found.why
    assert "The Courier: 6 killed and 3 wounded" in found.why
    assert {found.agreement, len(found.opposing)} == {"disputed", 1}


def test_accounts_that_agree_need_no_reason_of_their_own() -> None:
    scene = told(("courier", 6, 3), ("herald", 6, 3))
    assert not [f for f in scene.event().findings if f.rule.endswith("most_witnesses")]


def test_who_died_since_is_no_longer_wounded() -> None:
    scene = told(("early", 0, 2), ("later", 2, 0))
    totals = scene.event().totals
    assert (totals.latest.killed, totals.latest.wounded) == (2, 0)
    assert totals.range.wounded.max == 2
    found = scene.finding("wounded", policy="latest", whole=True)
    assert found.rule == "latest.most_witnesses"


@pytest.mark.parametrize(("later", "stands"), [((2, 1), (2, 1)), ((2, 3), (1, 2))])
def test_of_two_accounts_the_one_in_which_a_wounded_has_died_since_stands(
    later: tuple[int, int], stands: tuple[int, int]
) -> None:
    latest = told(("early", 1, 2), ("later", *later)).event().totals.latest
    assert (latest.killed, latest.wounded) == stands


def test_silence_of_an_early_report_denies_no_death() -> None:
    assert told(("early", 0, 5), ("next", 0, 5), ("later", 1, 5)).event().totals.ucdp.best == 1


@pytest.mark.parametrize(("coverage", "last"), [("running", 6), ("unknown", 4)])
def test_among_equals_only_an_update_comes_before_the_fewest(coverage: str, last: int) -> None:
    scene = told(("early", 4, 0))
    scene.report("later", "2018-04-09")
    scene.say(6, report="later", people="villagers", coverage=coverage)
    totals = scene.event().totals
    assert (totals.ucdp.best, totals.latest.killed) == (4, last)


def test_a_side_loses_no_more_than_all_together() -> None:
    scene = told(("wire", 9, 0), ("courier", 6, 0), ("herald", 6, 0)).side("villagers", "victims")
    scene.say(9, report="wire", side="villagers", people="villagers")
    event = scene.event()
    side = next(side for side in event.sides if side.label == "villagers")
    assert event.totals.ucdp.best == 6
    assert side.casualties.killed.best == 6


def test_a_report_that_says_at_least_backs_who_says_how_many() -> None:
    scene = told(("courier", 6, 0), ("herald", 7, 0))
    scene.report("wire", "2018-04-02")
    scene.say((7, None), report="wire", people="villagers")
    assert scene.event().totals.ucdp.best == 7


@pytest.mark.parametrize(
    ("number", "person", "speaker", "whole"),
    [(1, "p1", "army", True), (2, None, "army", False), (2, None, None, True)],
)
def test_only_what_a_body_says_of_a_force_may_be_half_the_toll(
    number: int, person: str | None, speaker: str | None, whole: bool
) -> None:
    scene = told(("wire", 4, 0), ("courier", 6, 0), ("herald", 6, 0))
    for report in ("wire", "courier", "herald"):
        scene.say(number, report=report, side="rebels", person=person, by_word_of=speaker)
    rules = {found.rule for found in scene.event().findings}
    assert ("ucdp.most_witnesses" in rules) == whole


def test_the_later_smaller_number_of_one_account_is_a_part_of_its_first() -> None:
    scene = Scene("attack_on_civilians")
    scene.report("courier", "2018-04-02")
    scene.say(4, report="courier", people="villagers")
    scene.say(2, report="courier", people="villagers")
    assert scene.event().totals.ucdp.best == 4


def test_of_two_accounts_the_lower_is_still_taken() -> None:
    assert told(("courier", 4, 0), ("herald", 2, 0)).event().totals.ucdp.best == 2


def test_counts_of_murder_are_the_fewest_dead_there_can_be() -> None:
    scene = Scene("attack_on_civilians")
    for day, name in enumerate(("courier", "herald"), start=2):
        scene.report(name, f"2018-04-{day:02d}")
    scene.say(3, report="courier", people="villagers")
    scene.say(2, report="herald", people="villagers", words="two counts of murder")
    assert scene.event().totals.ucdp.best == 3


@pytest.mark.parametrize(("words", "vague", "hurt"), [("two", None, 2), ("they", "plural", None)])
def test_who_tells_of_the_dead_alone_backs_only_a_number_of_wounded(
    words: str, vague: str | None, hurt: int | None
) -> None:
    scene = told(("wire", 4, 0), ("courier", 4, 0), ("herald", 4, 0))
    bounds = (2, None) if vague else 2
    scene.say(bounds, "wounded", report="herald", people="villagers", words=words, vague=vague)
    assert (scene.event().totals.latest.wounded or None) == hurt
