"""Deaths told in other words than "were killed": sentences of our own, and ACLED's figure for them."""

from __future__ import annotations

import pytest
from tests.conftest import record_of

_DEATHS = [
    ("A raid near Ardal ended badly. Reported fatalities: 9.", 9),
    ("Gunmen raided Ardal, the fatalities were put at a low estimate of 6.", 6),
    ("Killing of two farmers by unknown gunmen in Ardal.", 2),
    ("Clashes near Ardal left two guards and two farmers dead.", 4),
    ("Three farmers met their deaths in an ambush near Ardal.", 3),
    ("An airstrike wiped out ten militants near Ardal.", 10),
    ("The army lost six soldiers in the fighting near Ardal.", 6),
    ("The raid on Ardal resulted in the loss of two lives.", 2),
    ("The raid on Ardal cost the lives of two policemen.", 2),
    ("The raid on Ardal claimed four victims.", 4),
    ("A patrol fell into an ambush near Ardal, 2 soldiers dead & 1 driver killed.", 3),
    ("Five dead on the side of the militants, three on the side of the army in a clash near Ardal.", 8),
    ("Raiders lined up eight men near Ardal before executing them.", 8),
    ("Driver of a fuel truck killed when his lorry hit a mine near Ardal.", 1),
    ("A driver was killed on the spot in a raid near Ardal, while his passenger died later.", 2),
    ("A clash broke out near Ardal: two CMA and three GATIA fighters killed.", 5),
    ("Two farmers were found near Ardal with their throats cut.", 2),
    ("The massacre of 13 villagers near Ardal was reported.", 13),
    ("Three rebels were killed near Ardal without any loss on the army side.", 3),
    ("Gunmen in Ardal shot the clerk dead.", 1),
    ("A car carrying four farmers was stopped near Ardal, the occupants were stripped and executed.", 4),
    ("Unrest in Ardal: 1 student shot dead & 2 badly wounded by guards.", 1),
    ("The blast near Ardal proved fatal for one guard.", 1),
    ("Three rebels blew themselves up near Ardal.", 3),
    ("Raiders attacked Ardal; one guard did not survive.", 1),
    ("Mortar fire on Ardal kills a clerk and wounds seventeen others.", 1),
    ("Raiders attacked Ardal, one dead, several wounded.", 1),
    ("After the raid on Ardal the corps of the driver was found in a well.", 1),
    ("A clash near Ardal: one Tuareg and one Songhai killed.", 2),
    ("Raiders attacked Ardal, killing two soldiers including an officer and also a child.", 3),
    ("Rebels raided Ardal. Five rebels, a nurse and two guards were among the dead.", 8),
    ("Guards led off seven men from Ardal. Three of them were found executed on the road.", 3),
    ("Guards seized six men in Ardal, four of whom were executed.", 4),
    ("Twelve were gunned down at a checkpoint near Ardal.", 12),
    ("Five rebels were taken out near Ardal by a drone.", 5),
    ("The guards of Ardal beat the attack back, taking out nine of the raiders.", 9),
    ("A clash near Ardal: 3 dead in the rebels' ranks, 2 reported dead in the ranks of the army.", 5),
]
_ADDED = [
    ("Two guards were killed in a raid on Ardal and another died of his wounds.", 3),
    ("Two guards were killed in a raid on Ardal while a third succumbed to his wounds.", 3),
    ("Raiders killed two farmers in Ardal and wounded another who died the next day.", 3),
    ("Two guards were killed and three wounded near Ardal, one of whom later died.", 3),
    ("Three guards were killed on the spot near Ardal and one died on the way to hospital.", 4),
]
_OTHERS = [
    ("Residents of Ardal marched in protest against the killing of a farmer.", None),
    ("Youths burned the town hall of Ardal after soldiers killed a farmer.", None),
    ("Guards killed 4 raiders who previously had executed a farmer in Ardal.", 4),
]


def _deaths(text: str) -> int | None:
    return next(
        (event.totals.acled.fatalities for event in record_of(text).events if event.principal_for), None
    )


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "deaths"), [*_DEATHS, *_ADDED, *_OTHERS], ids=[t[:48] for t, _ in (*_DEATHS, *_ADDED, *_OTHERS)]
)
def test_the_deaths_of_a_sentence(text: str, deaths: int | None) -> None:
    assert _deaths(text) == deaths
