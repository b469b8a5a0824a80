"""The wounded of one report: who of them has died, who is the last of a number, and who was only found so."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # he who died in hospital is none of those told of beside the dead
        (
            "One man was killed and three others were hurt when shots fell outside a hotel in Orle. The victims "
            "were brought to a hospital, where one was declared dead. The remaining victims are in stable condition.",
            1,
            3,
        ),
        (
            "A shooting in Orle left one man dead and three others wounded. The gunfire sent four victims to the "
            "hospital. One of the victims, who was hit in the neck, died.",
            1,
            3,
        ),
        ("Five people were wounded in a shooting in Orle. One of the victims died at a hospital.", 1, 4),
        # a gunman who died is none of those he shot
        ("A gunman shot four people in Orle before police shot him dead.", 1, 4),
        ("A gunman shot five people in Orle, killing two, before he was killed by officers.", 3, 3),
        ("A man wounded three people at a bar in Orle and then killed himself.", 1, 3),
        ("A man shot four people in Orle, one of them fatally. He was arrested.", 1, 3),
        # all of them, told at the end
        (
            "Two others were wounded in Orle. Police say two men were shot in the lot. A woman was shot in the head. "
            "The three wounded people were taken to a hospital.",
            None,
            3,
        ),
        # the last of a number is the one whom the first sentence counted
        (
            "A shooting in Orle left four people dead and one person wounded. Four people had been shot when police "
            "came. Three were found dead and the fourth was flown to a clinic with grave wounds. The suspect was "
            "found dead later.",
            4,
            1,
        ),
        # whom the report has told apart are two, whatever is told of each
        (
            "A 4-year-old girl and her mother were shot in Orle. Police found the mother, Tina Marsh, and the child shot on "
            "Hale Street. Marsh was declared dead on the spot, and the child was rushed to a clinic, where she died.",
            2,
            None,
        ),
        # who was found suffers, not who came to find him
        ("Deputies arrived to find Frank Soto in his yard in Orle, suffering from a gunshot wound.", None, 1),
        ("Medics arrived to find a boy on the pavement in Orle, bleeding from a gunshot wound.", None, 1),
        ("The officers came back to Orle, suffering from gunshot wounds.", None, 2),
    ],
)
def test_the_wounded_are_those_still_hurt(text: str, killed: int | None, wounded: int | None) -> None:
    totals = main_event(text).totals
    assert (totals.ucdp.best, totals.latest.wounded) == (killed, wounded)
