"""Several blows are one attack where one place and time are told; several raids are not."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.reading.english import read_english


def scopes_of_the_dead(text: str) -> set[str]:
    return {claim.scope for claim in read_english(report_of(text)).claims if claim.facet == "killed"}


@pytest.mark.parametrize(
    "text",
    [
        "Two car bombs exploded minutes apart outside a ministry in Mogadishu on Saturday, killing 100 people.",
        "Twin suicide attacks on a mosque in Maiduguri killed 24 worshippers.",
        "Three rockets hit the market of Idlib, killing eight.",
        "Two simultaneous attacks on a camp near Gao killed nine.",
    ],
)
def test_the_dead_of_several_blows_at_once_are_those_of_one_attack(text: str) -> None:
    assert scopes_of_the_dead(text) == {"event"}


@pytest.mark.parametrize(
    "text",
    [
        "Two attacks on two villages near Mopti killed 10 people.",
        "Two air strikes killed 12 civilians in Tajoura and Zawiya.",
        "Two bombs in different parts of Mogadishu killed 7 people.",
        "Two clashes near Kidal left 20 dead.",
    ],
)
def test_the_dead_of_several_places_or_fights_stay_with_all_of_them(text: str) -> None:
    assert scopes_of_the_dead(text) == {"several"}


@pytest.mark.parametrize(
    "text",
    [
        "Five people died in separate attacks in Orle on Monday. In the first attack, gunmen shot two herders dead.",
        "Soldiers killed five rebels during separate raids on Monday. During the first, they killed one man.",
        "Nine traders were killed in different incidents this week. One of the incidents left four dead in Orle.",
        "Various clashes killed nine rebels in Orle. In one, five rebels were killed.",
    ],
)
def test_the_dead_of_separate_attacks_of_which_one_is_singled_out_are_those_of_all(text: str) -> None:
    claims = [claim for claim in read_english(report_of(text)).claims if claim.facet == "killed"]
    assert [claim.scope == "several" for claim in claims] == [True, False]


def test_one_of_the_victims_is_no_one_of_the_shootings() -> None:
    text = "Two people died and four were hurt in three shootings in Orle. One of the victims was killed by a stray shot."
    claims = read_english(report_of(text)).claims
    assert {claim.scope for claim in claims if claim.facet == "killed"} == {"several"}


def test_the_dead_of_separate_attacks_told_no_further_stay_with_the_event() -> None:
    assert scopes_of_the_dead("Nine farmers were killed in separate attacks by gunmen in Orle.") == {"event"}


def test_a_separate_strike_is_another_event() -> None:
    reading = read_english(
        report_of(
            "Bombs hit a shop in Kharkiv, killing 12. In a separate strike on the centre, 18 people were hurt."
        )
    )
    killed, wounded = (
        next(claim for claim in reading.claims if claim.facet == facet) for facet in ("killed", "wounded")
    )
    assert killed.mention_ids != wounded.mention_ids


def test_who_took_no_part_is_no_participant() -> None:
    reading = read_english(report_of("The raid left 23 dead. No soldier took part in the clashes."))
    assert not any(claim.facet == "participant" for claim in reading.claims)


def test_a_days_tally_of_a_whole_front_is_no_part_of_the_strike_told_before() -> None:
    reading = read_english(
        report_of(
            "Rockets hit a market on Saturday, killing at least 30 people. The army said that four of its soldiers "
            "were killed and 17 wounded across the east in the past 24 hours."
        )
    )
    first, second = (claim for claim in reading.claims if claim.facet == "killed")
    (wounded,) = (claim for claim in reading.claims if claim.facet == "wounded")
    assert first.mention_ids not in {second.mention_ids, wounded.mention_ids}
