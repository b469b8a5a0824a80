"""Local reports of shootings, assessments of strikes: what became of whom, told in plain words."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

pytestmark = pytest.mark.usefixtures("nlp")

_SHOT = "A 24-year-old man was shot on Alder Street on Saturday. "
_ARMED = "Officers in Marlow fatally shot a man who had a rifle on Saturday. "
_STRUCK = "A strike on Dova killed three people and wounded five on Saturday. "


def told(text: str) -> tuple[int, int]:
    totals = main_event(text).totals
    return totals.ucdp.best or 0, totals.latest.wounded or 0


@pytest.mark.parametrize(
    "ruling",
    [
        "His death has been ruled a homicide.",
        "The death has been ruled a homicide.",
        "The death is being investigated as a homicide.",
        "Police are investigating his death as a murder.",
        "The coroner ruled his death a suicide.",
        "The medical examiner ruled the death a homicide.",
        "Detectives are treating the death as an accident.",
        "The coroner ruled the manner of death a homicide.",
        "The man died at the scene, and his death was ruled a homicide by the county coroner.",
    ],
)
def test_a_coroners_ruling_tells_that_the_victim_is_dead(ruling: str) -> None:
    assert told(_SHOT + ruling) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "A man was found dead in a car in Marlow on Saturday. His death was ruled a suicide.",
        "The shooting death of a Marlow woman has been ruled an accident.",
        "A man was found dead in a car in Marlow on Saturday. The coroner ruled the death a homicide. "
        "The man, Tomas Whitlock, had been shot twice.",
    ],
)
def test_a_ruling_is_no_second_death(text: str) -> None:
    assert told(text) == (1, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sheriff's officials are investigating an accidental shooting death in Marlow on Saturday.", (1, 0)),
        ("The sheriff released more about the death after a shooting on Sunday in Marlow.", (1, 0)),
        (
            "Detectives look into a shooting death in Marlow on Saturday. The 31-year-old man had been cleaning a pistol "
            "that went off, hitting the man in the neck.",
            (1, 0),
        ),
    ],
)
def test_a_shooting_death_is_somebodys(text: str, expected: tuple[int, int]) -> None:
    assert told(text) == expected


def test_whose_injuries_are_asked_after_is_no_number_of_the_hurt() -> None:
    text = "A man is dead, and a second one is in critical condition, after gunfire in Marlow on Saturday. "
    assert told(text + "Detectives want to know what caused the men's injuries.") == (1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man killed his wife and his stepsons, Jan and Tory Carls, in Marlow on Saturday.", (3, 0)),
        ("A man killed a neighbor, Donna Reed, and his sons, Jan, Tory and Rob Carls, on Saturday.", (4, 0)),
        (
            "The bodies of Laura Brandt, 32, and her two young children were found in Marlow on Saturday. "
            "They had been shot.",
            (3, 0),
        ),
        (
            "Officers found Linda Hutton, 54, Mack Hutton, 22, Emma Donald, 22, and toddler Tea Hutton, all dead "
            "from gunshot wounds, in Marlow on Saturday.",
            (4, 0),
        ),
        (
            "Officers discovered Linda Hutton, 54, and Mack Hutton, 22 — both dead from gunshot wounds — in Marlow "
            "on Saturday.",
            (2, 0),
        ),
        (
            "One man was shot in Marlow on Saturday. Medics found that Perry Childs, 41, was dead.",
            (1, 0),
        ),
    ],
)
def test_the_dead_of_a_list_are_as_many_as_are_named(text: str, expected: tuple[int, int]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 6-year-old girl shot and wounded in Marlow on Wednesday was the fifth child to be shot there in a "
        "month.",
        "A 3-year-old girl was shot by her brother in Marlow on Saturday. Nurses hardly know what to say when small "
        "children shoot themselves by accident.",
        "A girl shot in Marlow on Saturday was the second teenager to be wounded by gunfire there this week.",
    ],
)
def test_whose_turn_it_was_and_what_is_usual_adds_nobody(text: str) -> None:
    assert told(text) == (0, 1)


def test_the_son_of_an_officer_was_shot_and_not_the_officer() -> None:
    text = "There is a reward in the killing of a boy, and son of a police officer, who was shot in Marlow."
    assert told(text) == (1, 0)


def test_a_death_that_is_only_feared_is_none() -> None:
    assert told(_SHOT + "Doctors asked whether his death could be prevented.") == (0, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people were shot in Marlow on Saturday. Only one of them survived.", (2, 1)),
        ("Three people were shot in Marlow on Saturday, and only one survived.", (2, 1)),
        ("Only two of the five passengers survived the ambush near Dova on Saturday.", (3, 0)),
        ("Four men were stabbed in Marlow on Saturday. Just two of them survived.", (2, 2)),
    ],
)
def test_of_whom_only_some_survived_the_others_are_dead(text: str, expected: tuple[int, int]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was killed and another sustained injuries in a shooting in Marlow on Saturday.", (1, 1)),
        ("A man was shot dead in Marlow on Saturday, one other suffered wounds.", (1, 1)),
        ("A man was killed in Marlow on Saturday, and two others sustained gunshot wounds.", (1, 2)),
        ("Two people were shot in Marlow on Saturday. One died, another suffered a leg wound.", (1, 1)),
        (
            "One victim, a man of 24, died, another, a woman, is in critical condition since a robbery in "
            "Marlow on Saturday.",
            (1, 1),
        ),
    ],
)
def test_somebody_else_who_was_hurt_is_told_of_in_a_clause_of_his_own(
    text: str, expected: tuple[int, int]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Marlow teen hospitalized after a quarrel over a bicycle has died.",
        "A woman wounded after an argument outside a bar in Marlow has died, police said.",
        "A boy injured after a drive-by shooting on Friday had died, police said on Saturday.",
    ],
)
def test_who_was_hurt_after_something_and_has_died_is_dead(text: str) -> None:
    assert told(text) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The town offers a reward in the killing of a boy, and son of a Marlow firefighter.",
        "A teacher and mother of two was shot dead in Marlow on Saturday.",
        "Gunmen killed the owner and manager of a shop in Marlow on Saturday.",
        "A teacher and coach was killed in a shooting in Marlow on Saturday.",
        "The death of a veteran and grandfather of four was reported in Marlow on Saturday.",
    ],
)
def test_two_nouns_under_one_article_are_one_person(text: str) -> None:
    assert told(text) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "A father and son were shot dead in Marlow on Saturday.",
        "Gunmen killed a mother and daughter in Marlow on Saturday.",
        "The driver and passenger were killed in Marlow on Saturday.",
    ],
)
def test_a_pair_under_one_article_is_two(text: str) -> None:
    assert told(text) == (2, 0)


@pytest.mark.parametrize(
    "brought",
    [
        "One officer was taken to a hospital for observation.",
        "Two officers were taken to a hospital for evaluation.",
        "Two officers were taken to a hospital to be checked out.",
        "An officer was brought to a hospital for precautionary evaluation.",
    ],
)
def test_who_is_only_looked_at_in_a_hospital_need_not_be_hurt(brought: str) -> None:
    assert told(_ARMED + brought) == (1, 0)


def test_who_is_treated_for_a_wound_is_hurt() -> None:
    assert told(_ARMED + "One officer was taken to a hospital for evaluation of a wound.") == (1, 1)


@pytest.mark.parametrize(
    "together",
    [
        "More than 50 people were killed and injured in Dova on Saturday.",
        "A local source said that 51 were killed and wounded in Dova on Saturday.",
    ],
)
def test_a_number_killed_and_injured_counts_both_together(together: str) -> None:
    assert told(together) == (0, 51)


@pytest.mark.parametrize(
    "again",
    [
        "A doctor reported eight dead and wounded.",
        "Local sources reported at least eight killed and injured people.",
        "The civilians who were killed and injured had all been carried to a clinic.",
        "A cousin wrote that 12 members of the wider Orle family had now been killed.",
        "By then 27 members of the family had been killed in the war.",
        "If the missile had exploded, it would have left a large number of dead, a neighbour said.",
        "A neighbour said a second raid would have left dozens of martyrs.",
    ],
)
def test_what_is_told_of_both_or_of_a_war_or_would_have_been_adds_nobody(again: str) -> None:
    totals = main_event(_STRUCK + again).totals.airwars
    assert (totals.killed.min, totals.killed.max, totals.injured.max) == (3, 3, 5)


def test_injuries_told_along_with_a_death_are_a_number_of_their_own() -> None:
    text = (
        "The attack on Dova on Saturday ended in at least one death, along with no fewer than five injuries, "
    )
    assert told(text + "including women and children.") == (1, 5)


def test_the_one_other_who_was_hurt_is_none_of_the_dead_told_of_later() -> None:
    text = (
        "On Thursday five people were killed and one other was hurt when a plane bombed a home in Dova. "
        "Jan Orle was killed along with his wife. A source said that Dr. Alan Orle was injured."
    )
    assert told(text) == (5, 1)


@pytest.mark.parametrize(
    "call",
    [
        "Police ask anybody in the area to text HELP to 888 or call the toll-free tip hotline at 855-TIPS-000.",
        "Whoever saw it may call the toll-free hotline at 855 555 0100.",
        "Detectives believe that the men fled past the toll plaza at kilometre 12.",
    ],
)
def test_a_toll_that_is_paid_or_free_counts_nobody(call: str) -> None:
    assert told("Seven people were shot in Marlow on Saturday. " + call)[0] == 0
