"""Totals told over sides, places and speakers, in our own words: how many died, by the policy that takes the lowest."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

_DIED_LATER = [
    ("Bandits raided Orle. 37 people were killed. Another died of his injuries on Thursday.", 38),
    ("Bandits raided Orle. Four people were killed. A fifth victim died on Thursday.", 5),
    ("Bandits raided Orle. Four people were killed. A further nine later died of their wounds.", 13),
    ("Bandits raided Orle. Four people were killed. Another five have since died.", 9),
    ("Bandits raided Orle. Four people were killed. One of the wounded died the next day.", 5),
    ("Eight soldiers were killed near Orle and five more died in hospital.", 13),
    # the third of three, and one of two, are none beside them
    ("Three people were killed in Orle. Two died at once. A third person died in hospital.", 3),
    ("Two people were killed in Orle. One died at once. Another died in hospital.", 2),
]

_BOTH_SIDES = [
    ("Troops clashed with rebels near Orle. Two rebels were killed, as were seven soldiers.", 9),
    ("Troops clashed with rebels near Orle. The army lost nine men, the rebels five.", 14),
    (
        "Troops clashed with rebels near Orle. The army lost nine soldiers and the rebels lost 14 fighters.",
        23,
    ),
    ("Troops clashed with rebels near Orle. On the rebel side, five were killed; on the army side, 14.", 19),
    ("Troops clashed with rebels near Orle. Ten rebels were killed, against five on the army side.", 15),
    ("Troops clashed with rebels near Orle. Ten rebels were killed, against five soldiers.", 15),
    ("Troops clashed with rebels near Orle. Five policemen were killed and the rebels had 14 dead.", 19),
    ("Troops clashed with rebels near Orle. Four soldiers were killed and nine rebels in the pursuit.", 13),
    ("Troops clashed with rebels near Orle. Rebel losses: 14 dead, army losses: four dead.", 18),
    ("Troops killed five rebels near Orle for the loss of six of their own.", 11),
    ("Troops killed five rebels near Orle at the cost of two soldiers.", 7),
    ("Troops fought rebels near Orle. The army admitted losing ten men.", 10),
    # losses without a word of death are none told dead
    ("Troops clashed with rebels near Orle. Rebel losses: 6, army losses: 12.", None),
]

_TOLLS = [
    ("Bandits raided Orle. Three people were killed. The number of dead has since risen to 38.", 38),
    ("Bandits raided Orle. Three people were killed. The dead now number 25.", 25),
    ("Bandits raided Orle. The death toll was lowered to 17 from 23.", 17),
    ("Two more people hurt in a raid on Orle have died, taking the death toll to 39.", 39),
    ("Police, who had earlier put the toll at five, said 14 people were killed in a raid on Orle.", 14),
    ("Raiders attacked Orle. Estimates of the number of dead ranged from twelve to fourteen.", 12),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "killed"), [*_DIED_LATER, *_BOTH_SIDES, *_TOLLS])
def test_the_dead_all_in_all(text: str, killed: int | None) -> None:
    assert main_event(text).totals.acled.fatalities == killed


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("At least 15 and as many as 23 people were killed in a raid on Orle.", (15, 23)),
        ("Raiders attacked Orle. The number of people killed ranges from 8 to 13.", (8, 13)),
    ],
)
def test_the_least_and_the_most(text: str, span: tuple[int, int]) -> None:
    killed = main_event(text).totals.range.killed
    assert (killed.min, killed.max) == span
