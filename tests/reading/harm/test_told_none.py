"""Harm said of nobody, wherever the denial stands: 0 is said as 0, and nothing where the text says nothing."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

_NONE = (0, 0)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("words", "toll"),
    [
        ("without casualties", _NONE),
        ("without causing any casualties", _NONE),
        ("without any casualties being reported", _NONE),
        ("but did not cause any casualties", _NONE),
        ("but neither side suffered casualties", _NONE),
        ("but both sides suffered no losses", _NONE),
        ("but nobody was hurt or killed", _NONE),
        ("but nobody was either hurt or killed", _NONE),
        ("but there were neither dead nor wounded", _NONE),
        ("but left no one dead or wounded", _NONE),
        ("without loss of life", (0, None)),
        ("but there was no loss of life", (0, None)),
        ("but no lives were lost", (0, None)),
        ("but no one lost their life", (0, None)),
        ("but failed to kill anyone", (0, None)),
        ("harming no one", (None, 0)),
        ("but hurt nobody", (None, 0)),
        ("but did not hurt anyone", (None, 0)),
        ("without hurting anyone", (None, 0)),
        ("without anyone being hurt", (None, 0)),
        ("but no one suffered any injuries", (None, 0)),
        ("but no one is known to have been hurt", (None, 0)),
        ("but there was no word on casualties", (None, None)),
        ("but no details about casualties were available", (None, None)),
        ("but no casualty figures were given", (None, None)),
        ("and it is unclear whether anyone was killed", (None, None)),
        ("without serious injuries", (None, None)),
        ("but no serious injuries were reported", (None, None)),
    ],
)
def test_nobody_harmed(words: str, toll: tuple[int | None, int | None]) -> None:
    totals = main_event(f"Gunmen shelled an army post near Orle, {words}.").totals
    assert (totals.latest.killed, totals.latest.wounded) == toll


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Gunmen fired at a mill in Orle. The guards suffered no dead or wounded.", _NONE),
        ("A rocket hit a mill in Orle with no injuries.", (None, 0)),
        ("Gunmen fired at a mill in Orle. The army suffered no losses.", _NONE),
        ("No guards but two millers were wounded when gunmen attacked a mill in Orle.", (None, 2)),
        ("Five guards but no cooks were killed when a mine went off near Orle.", (5, None)),
        ("A mine went off near Orle. Two men were hurt, and a cook got away with no injuries.", (None, 2)),
        (
            "Soldiers clashed with rebels near Orle, and a suspect was killed. No casualties were reported among the soldiers.",
            (1, 0),
        ),
        ("Gunmen fired at a car in Orle. Neither the driver nor his passenger was killed or wounded.", _NONE),
        ("Gunmen fired at a mill in Orle. Neither the two guards nor the miller was hurt.", (None, 0)),
        ("Gunmen entered a mill in Orle to kill civilians. A guard was hurt.", (None, 1)),
        ("A guard was hurt in a raid near Orle. Such raids that are killing civilians must end.", (None, 1)),
        ("Gunmen failed to kill the mayor of Orle on Friday.", (None, None)),
    ],
)
def test_whom_a_no_is_said_of(text: str, toll: tuple[int | None, int | None]) -> None:
    totals = main_event(text).totals
    assert (totals.acled.fatalities, totals.latest.wounded) == toll
