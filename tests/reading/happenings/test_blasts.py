"""What kind of event a bomb makes, whatever verb tells of it, and where gatherings are only the scene of one."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

BLASTS = [
    "A bomb attack on a market in Ardal killed four people.",
    "A bombing attack on a mosque in Ardal killed four people.",
    "A car bomb attack in Ardal left four people dead.",
    "Two bombs targeted a school in Ardal, killing four pupils.",
    "An explosive device killed four people in Ardal.",
    "Four people died when a bomb went off in a market in Ardal.",
    "Four people died when an improvised explosive device blew up in Ardal.",
    "Explosives killed four people in Ardal.",
]
SUICIDE = [
    "A suicide bomber struck a bus in Ardal, killing four passengers.",
    "A suicide bomber hit a bus in Ardal, killing four passengers.",
    "Four people were killed when a suicide bomber went off in a shrine in Ardal.",
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("text", BLASTS)
def test_what_a_bomb_does_is_a_blast(text: str) -> None:
    event = main_event(text)
    assert (event.acled.event_type, event.acled.sub_event_type) == (
        "Explosions/Remote violence",
        "Remote explosive/landmine/IED",
    )


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("text", SUICIDE)
def test_what_a_suicide_bomber_strikes_is_a_suicide_bombing(text: str) -> None:
    assert main_event(text).acled.sub_event_type == "Suicide bomb"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A gun and bomb attack on an inn in Ardal killed six people.", "Violence against civilians"),
        ("A gun went off in Ardal, wounding a child.", "Violence against civilians"),
        ("Police found an explosive device in Ardal and defused it.", "Strategic developments"),
        ("The suspect committed suicide after killing two people in Ardal.", "Violence against civilians"),
        ("The man attempted suicide after he killed two people in Ardal.", "Violence against civilians"),
    ],
)
def test_other_weapons_and_another_suicide_are_none(text: str, kind: str) -> None:
    assert main_event(text).acled.event_type == kind


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four people died when a bomb went off at a demonstration in Ardal.", "Explosions/Remote violence"),
        (
            "An explosion ripped through a crowd at a rally in Ardal, killing four.",
            "Explosions/Remote violence",
        ),
        ("A suicide bomber attacked a protest in Ardal, killing four.", "Explosions/Remote violence"),
        ("Gunmen opened fire on a rally in Ardal and killed four people.", "Violence against civilians"),
        ("Police opened fire at a rally in Ardal and killed four people.", "Protests"),
        ("Residents of Ardal held a protest against the bombing of their town.", "Protests"),
        ("Protesters threw bombs at police during a demonstration in Ardal, wounding two officers.", "Riots"),
    ],
)
def test_a_gathering_that_was_attacked_is_no_protest(text: str, kind: str) -> None:
    assert main_event(text).acled.event_type == kind


@pytest.mark.usefixtures("nlp")
def test_a_blast_at_a_rally_was_where_the_rally_was() -> None:
    assert main_event("Four people died when a bomb went off at a rally in Ardal.").place.name == "Ardal"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A student stabbed two tourists in Ardal. The attacker was shot and injured.",
            "Violence against civilians",
        ),
        (
            "A man stabbed a pedestrian to death in Ardal. The attacker was killed by police.",
            "Violence against civilians",
        ),
        (
            "Gunmen attacked an army post in Ardal and killed five soldiers. One attacker was killed.",
            "Battles",
        ),
        ("Gunmen killed five villagers in Ardal. Soldiers killed three attackers.", "Battles"),
    ],
)
def test_one_man_who_is_stopped_after_hurting_civilians_fought_no_battle(text: str, kind: str) -> None:
    assert main_event(text).acled.event_type == kind
