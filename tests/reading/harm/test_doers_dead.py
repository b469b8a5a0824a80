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
            "A gunman killed nine people in Ardal. He then turned the gun on himself and committed suicide.",
            10,
        ),
        ("A gunman killed nine people in Ardal before committing suicide.", 10),
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
        "A suicide bombing in Ardal killed a candidate running for a seat in the council, his driver and a guard and hurt "
        "three other people.",
    ],
)
def test_the_end_of_a_list_is_no_subject(text: str) -> None:
    event = main_event(text)
    assert (event.totals.acled.fatalities, event.totals.latest.wounded) == (3, 3)
