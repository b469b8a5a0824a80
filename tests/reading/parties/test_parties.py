from __future__ import annotations

import pytest
from tests.conftest import reading_of


def actors_of(text: str, words: str) -> set[str | None]:
    parties = [party for c in reading_of(text).claims for party in (c.about, c.by) if party]
    return {actor.actor_id for party in parties if words in party.words for actor in party.actors}


def test_jihadists_are_no_group_of_another_creed() -> None:
    text = "The Syrian Democratic Forces (SDF) took Manbij. Jihadists attacked a post near Homs, killing two."
    assert actors_of(text, "ihadists") == set()


def test_jihadists_may_be_the_group_of_that_creed() -> None:
    text = "JNIM attacked a post near Gao. The jihadists attacked a mill at Ansongo, killing two millers."
    assert actors_of(text, "jihadists") == {"jnim"}


def test_fighters_whom_somebody_backs_are_not_those_named_beside_them() -> None:
    text = (
        "The Syrian Democratic Forces (SDF) clashed with Turkish-backed fighters near Manbij. "
        "Nine of the Turkish-backed fighters were killed."
    )
    assert "sdf" not in actors_of(text, "Turkish-backed fighters")


def test_fighters_are_of_an_armed_group_and_not_of_the_army_named_last() -> None:
    text = (
        "The Kachin Independence Army (KIA) seized a post of Myanmar's military. Three of its fighters died."
    )
    assert actors_of(text, "fighters") == {"kia"}


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("An Israeli air strike killed two people in Tyre.", "forces:ISR"),
        ("Russian shelling killed three people in Kherson.", "forces:RUS"),
        ("Three people were killed by Russian shelling in Kherson.", "forces:RUS"),
        ("Turkish drones struck a mill near Kobani, wounding three.", "forces:TUR"),
        ("Russian glide bombs hit a house in Kharkiv, killing six people.", "forces:RUS"),
        ("A Russian missile slammed into a clinic in Vinnytsia.", "forces:RUS"),
    ],
)
def test_the_flag_on_what_struck_is_that_of_the_attacker(text: str, forces: str) -> None:
    found = {
        actor.actor_id
        for c in reading_of(text).claims
        if c.facet == "initiator" and c.about
        for actor in c.about.actors
    }
    assert found == {forces}


@pytest.mark.parametrize(
    "text",
    [
        "Iranian-made drones struck Kyiv, injuring two people.",
        "Palestinian rockets hit a house in Ashkelon, killing two.",
    ],
)
def test_a_make_or_a_stateless_people_is_no_army(text: str) -> None:
    assert not [c for c in reading_of(text).claims if c.facet == "initiator"]


def test_soldiers_are_not_those_of_a_charity_named_last() -> None:
    text = "Israel's army shelled Rafah. The Red Crescent took the wounded away. Two of its soldiers were killed."
    assert "red-crescent" not in actors_of(text, "soldiers")


def test_whom_a_shelling_wounded_did_not_shell() -> None:
    claims = reading_of(
        "Two French journalists were wounded on Thursday by shelling in the town of Martuni."
    ).claims
    assert not [c for c in claims if c.facet == "initiator"]


def test_who_fired_it_is_the_attacker() -> None:
    text = "A missile fired by Houthi rebels struck a training centre in Marib, killing 11 soldiers."
    assert actors_of(text, "Houthi rebels") == {"houthis"}
