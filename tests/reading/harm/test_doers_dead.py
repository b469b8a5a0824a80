"""Who did it and died of it is none of those he killed; lists of the dead that the parser cuts; sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


def deaths(text: str) -> int | None:
    return main_event(text).totals.acled.fatalities


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A gunman killed nine people in Ardal. He was killed by police.", 10),
        (
            "A gunman killed nine people in Ardal. He then turned his rifle on himself and committed suicide.",
            10,
        ),
        ("A gunman killed nine people in Ardal before committing suicide.", 10),
        ("A gunman killed nine people in Ardal. He then committed suicide.", 10),
        ("A gunman killed nine people in Ardal. Then he turned his rifle on himself.", 10),
        ("A man shot and killed his wife in Ardal and then committed suicide.", 2),
        ("The gunman killed two people and attempted to commit suicide in Ardal.", 2),
        ("He threatened to commit suicide after he killed two people in Ardal.", 2),
        ("Gunmen killed nine people in Ardal. All four attackers were killed.", 13),
        ("Gunmen killed nine people at a parade in Ardal, and all four attackers were killed.", 13),
        ("Gunmen attacked Ardal. Nine people died, including three attackers.", 9),
    ],
)
def test_who_did_it_is_none_of_those_he_killed(text: str, dead: int) -> None:
    assert deaths(text) == dead


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("At least 22 civilians, two police officers, and five attackers were killed in Ardal.", 29),
        ("Five civilians, a mother and her four sons, were killed in Ardal.", 5),
    ],
)
def test_fighters_after_civilians_are_told_beside_them(text: str, dead: int) -> None:
    assert deaths(text) == dead


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed a judge, his driver and a guard and injured three others in Ardal.",
        "A suicide bombing in Ardal killed a judge of the high court, his driver and a guard and hurt "
        "three other people.",
    ],
)
def test_the_end_of_a_list_is_no_subject(text: str) -> None:
    event = main_event(text)
    assert (event.totals.acled.fatalities, event.totals.latest.wounded) == (3, 3)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Three guards and an inspector were killed in a raid in Ardal. All four raiders were killed by police.",
            8,
        ),
        (
            "Three traders and a nurse were killed in a raid in Ardal. All five attackers were killed by police.",
            9,
        ),
        ("Six soldiers died in Ardal. Three more people died in hospital.", 9),
    ],
)
def test_attackers_who_died_too_are_no_total_of_those_listed(text: str, dead: int) -> None:
    assert deaths(text) == dead


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Police shot dead a man in Ardal after he stabbed a teacher to death.", 2),
        ("Police killed a man in Ardal after he killed a teacher.", 2),
        ("A girl was killed in Ardal after she shot her brother.", 1),
    ],
)
def test_whom_police_killed_for_a_deed_did_it(text: str, dead: int) -> None:
    assert deaths(text) == dead


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "In addition to the assailant, two millers died in Ardal.",
        "Besides the attacker, two guards died in Ardal.",
        "Apart from the gunman, two clerks were killed in Ardal.",
        "Two civilians were killed in addition to the attacker in Ardal.",
    ],
)
def test_who_opens_the_sentence_as_one_more_is_counted(text: str) -> None:
    assert deaths(text) == 3


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Raiders kept 13 guests hostage at an inn in Ardal.", 13),
        ("The gunman took a woman hostage in Ardal before he was killed by police.", 1),
        ("Twenty workers were held hostage in Ardal.", 20),
        ("Gunmen are holding 20 workers hostage in Ardal.", 20),
    ],
)
def test_what_became_of_hostages_is_no_further_hostage(text: str, held: int) -> None:
    assert main_event(text).totals.latest.captured == held
