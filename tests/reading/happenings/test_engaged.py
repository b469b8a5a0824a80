"""Fights told by "engaged", "set upon" and an exchange of fire; towns and buildings retaken; lynching."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

pytestmark = pytest.mark.usefixtures("nlp")


def sides_of(text: str) -> set[frozenset[str | None]]:
    return {frozenset(actor.id for actor in side.actors) for side in main_event(text).sides}


ISWAP, TROOPS = frozenset({"iswap"}), frozenset({"mnjtf"})


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019, fighters of ISWAP were engaged in a clash with MNJTF troops in Monguno.",
        "On 3 May 2019, ISWAP fighters were engaged in a gun battle and repelled by MNJTF troops in Monguno.",
        "On 3 May 2019, MNJTF troops engaged ISWAP fighters in a firefight in Monguno.",
        "On 3 May 2019, MNJTF troops and ISWAP fighters exchanged heavy machine gun fire in Monguno.",
        "On 3 May 2019, MNJTF troops were set upon by ISWAP fighters in Monguno.",
    ],
)
def test_who_is_engaged_fights(text: str) -> None:
    assert {ISWAP, TROOPS} <= sides_of(text)


def test_letters_of_two_armies_mean_that_of_the_country() -> None:
    somali = sides_of("On 3 May 2019, Al Shabaab attacked an SNA post in Baidoa.")
    syrian = sides_of("On 3 May 2019, rebels attacked an SNA post in Afrin.")
    assert frozenset({"forces:SOM"}) in somali
    assert frozenset({"sna-syria"}) in syrian


@pytest.mark.parametrize(
    "what", ["headquarters of the broadcaster", "broadcaster's headquarters", "main bridge"]
)
def test_buildings_are_retaken(what: str) -> None:
    event = main_event(f"On 3 May 2019, the SAF recaptured the {what} in Omdurman from the RSF.")
    assert event.acled.sub_event_type == "Government regains territory"


def test_lynching_is_a_mob_s_whoever_was_lynched() -> None:
    event = main_event("On 3 May 2019, residents lynched an alleged bandit in Butembo.")
    assert event.acled.sub_event_type == "Mob violence"


def test_a_bomb_fired_from_positions_is_a_shell() -> None:
    event = main_event("On 3 May 2019, a bomb fired from M23 positions fell on a house in Sake, killing two.")
    assert event.acled.sub_event_type == "Shelling/artillery/missile attack"


def test_one_dead_and_another_wounded() -> None:
    latest = main_event(
        "Gunmen raided a farm in Gao, leaving one dead and another badly wounded."
    ).totals.latest
    assert (latest.killed, latest.wounded) == (1, 1)


def test_they_fell_while_others_did_something_else() -> None:
    text = "Rebels attacked a post in Gao; eight gendarmes fell, while the attackers fled on foot."
    assert main_event(text).totals.latest.killed == 8


@pytest.mark.parametrize("word", ["pitted", "pitting"])
def test_who_is_pitted_against_whom(word: str) -> None:
    rest = ", killing ten" if word == "pitted" else " killed ten"
    sides = sides_of(f"On 3 May 2019, clashes {word} MNJTF troops against ISWAP fighters in Monguno{rest}.")
    assert {ISWAP, TROOPS} <= sides


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 3 May 2019, army drones pounded M23 positions near Sake.", "Air/drone strike"),
        (
            "On 3 May 2019, two passengers were taken into the bush by armed men near Uvira.",
            "Abduction/forced disappearance",
        ),
        ("On 3 May 2019, activists sat in before the town hall of Goma.", "Peaceful protest"),
        ("On 3 May 2019, M23 and the army traded heavy weapons fire near Sake.", "Armed clash"),
    ],
)
def test_sentences_without_a_common_word_for_it_are_read(text: str, kind: str) -> None:
    assert main_event(text).acled.sub_event_type == kind


def test_who_says_it_was_behind_it_did_it() -> None:
    text = "On 3 May 2019, a bomb killed two soldiers in Baidoa. Al-Shabaab said it was behind it."
    assert frozenset({"al-shabaab"}) in sides_of(text)
