"""How local pages tell whom a shooting or a strike befell; sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

pytestmark = pytest.mark.usefixtures("nlp")


def toll(text: str) -> tuple[int, int]:
    """The dead, and the wounded with those hit of whom nothing more is told."""
    totals = main_event(text).totals
    return totals.ucdp.best or 0, totals.latest.wounded or 0


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Two sons and their aunt have been found shot to death by a barn in Ardal.", 3, 0),
        ("A baker and his two sons had been found stabbed to death in Ardal.", 3, 0),
        ("A couple has been found beaten to death in a barn in Ardal.", 2, 0),
        ("Three cyclists have been left wounded in a shooting in Ardal.", 0, 3),
        ("Two nurses and a clerk had been discovered shot in a barn in Ardal.", 0, 3),
    ],
)
def test_who_has_been_found_shot_is_told_by_the_finding(text: str, dead: int, hurt: int) -> None:
    assert toll(text) == (dead, hurt)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Four cyclists shot overnight in Ardal with one victim dead.", 1, 3),
        ("Six men shot in Ardal, with two of them dead.", 2, 4),
        ("At least nine people have been shot, two fatally, in gun violence across Ardal.", 2, 7),
        (
            "Four nurses were shot in Ardal. All four were taken to a clinic where one woman was pronounced dead.",
            1,
            3,
        ),
        ("A nurse was found shot dead in Ardal.", 1, 0),
    ],
)
def test_a_number_of_their_own_are_dead(text: str, dead: int, hurt: int) -> None:
    assert toll(text) == (dead, hurt)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        (
            "Guards found a nurse, a clerk and two boys with gunshot wounds in Ardal and pronounced them dead.",
            4,
            0,
        ),
        ("Guards found a woman, a girl and two boys with stab wounds in Ardal.", 0, 4),
        ("Guards found a clerk and a nurse with a gunshot wound in Ardal.", 0, 1),
    ],
)
def test_several_wounds_are_those_of_all_listed(text: str, dead: int, hurt: int) -> None:
    assert toll(text) == (dead, hurt)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The mayor spoke of six people, including two girls, who were found dead in a barn in Ardal.", 6),
        ("Six people died in a blast in Ardal, including two girls, who were sisters.", 6),
        ("A shell killed nine in Ardal. The dead included three medics, who were killed as they helped.", 9),
        ("The strike on Ardal led to the deaths of Omar Brun, his wife Lina and their four sons.", 6),
        ("The death of Omar Brun, a father of four, in a shooting shocked Ardal.", 1),
        ("Three boys and a woman had been shot dead in Ardal. Guards also found a man dead.", 5),
        ("Two people were shot dead in Ardal. Guards found a woman dead. They also found a man dead.", 2),
    ],
)
def test_the_whole_number_of_the_dead_is_read(text: str, dead: int) -> None:
    assert toll(text)[0] == dead


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("A boy was charged with manslaughter in shooting death of 12-year-old cousin.", 1, 0),
        ("Drive-by shooting interrupts garden party", 0, 0),
        (
            "Most people treated for gunshot wounds are young. A boy was shot in the head in Ardal and died.",
            1,
            0,
        ),
        ("Most of the guests were wounded when a grenade was thrown into a barn in Ardal.", 0, 2),
    ],
)
def test_no_word_beside_the_harmed_is_counted(text: str, dead: int, hurt: int) -> None:
    assert toll(text) == (dead, hurt)


def test_another_man_than_who_did_it_is_the_victim() -> None:
    text = (
        "Man arrested after stabbing victim at a station. A suspect stabbed another man at the station in Ardal. "
        "Guards found a 51-year-old man with stab wounds."
    )
    assert toll(text) == (0, 1)
    assert toll("A man was shot in Ardal. Later he shot another man.")[1] == 2


def test_who_died_is_not_who_struck_and_killed() -> None:
    text = (
        "A man was charged over the death of Kira Brun, 3. Guards said Brun died after Marsh fired into a barn in "
        "Ardal, striking and killing the girl."
    )
    assert toll(text) == (1, 0)


def test_fighters_are_no_civilians_where_their_total_is_told_once_more() -> None:
    text = (
        "Six killed in drone attack in Orle\n\nSix people were killed in a drone attack on Saturday, officials said.\n\n"
        "“The drones hit a car, killing six people, including two civilians and four fighters of the Azure Front,” "
        "said Omar Brun, the mayor of Orle."
    )
    killed = main_event(text).totals.airwars.killed
    assert (killed.min, killed.max) == (2, 2)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        (
            "Three people died when a drone hit Ardal. Eight drones came from the sea, of which seven were shot down.",
            3,
            0,
        ),
        (
            "Three people died when a drone hit Ardal. Seven of the drones were shot down by air defences.",
            3,
            0,
        ),
        ("Two guards were shot down at the gate in Ardal.", 2, 0),
        ("A suspect shot 7-Eleven clerk in Ardal on Monday.", 0, 1),
        ("Guards wounded seven to eleven miners in Ardal on Monday.", 0, 7),
        (
            "A man died in a shooting in Ardal on Friday. He was known to the guards, who had seen him convicted of a double "
            "homicide in 1994.",
            1,
            0,
        ),
        ("A jury found a man guilty of a double homicide in Ardal on Friday.", 2, 0),
    ],
)
def test_numbers_of_craft_of_shops_and_of_earlier_crimes_are_nobody(text: str, dead: int, hurt: int) -> None:
    assert toll(text) == (dead, hurt)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("A clerk was shot dead in Ardal. The gunman shot a clerk behind the counter. The clerk died.", 1, 0),
        ("A man was shot by guards in Ardal. The suspect had shot a nurse, who is in hospital.", 0, 2),
        ("The suspect in Ardal died on Friday. The suspect's father died in the barn.", 2, 0),
        ("Guards held a suspect who stabbed another man at Ardal. The victim is in hospital.", 0, 1),
        (
            "Two boys, 13 and 14, were killed in Ardal. A 12-year-old was also injured. The teen died at the scene.",
            2,
            1,
        ),
    ],
)
def test_who_did_it_is_not_whom_it_befell(text: str, dead: int, hurt: int) -> None:
    assert toll(text) == (dead, hurt)
