"""Totals told over sides, places and speakers, in our own words: how many died, by the policy that takes the lowest."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of

from rashomon.model.claims import Count

_DIED_LATER = [
    ("Bandits raided Orle. 37 people were killed. Another died of his injuries on Thursday.", 38),
    ("Bandits raided Orle. Four people were killed. A fifth victim died on Thursday.", 5),
    ("Bandits raided Orle. Four people were killed. A further nine later died of their wounds.", 13),
    ("Bandits raided Orle. Four people were killed. Another five have since died.", 9),
    ("Bandits raided Orle. Four people were killed. One of the wounded died the next day.", 5),
    ("Eight soldiers were killed near Orle and five more died in hospital.", 13),
    ("Bandits raided Orle. Three people were killed. Another three have since died.", 6),
    ("Six soldiers were killed in a clash near Orle on 3 June and three more died in hospital.", 9),
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
    ("Eight rebels were killed near Orle. Six soldiers were also among the dead.", 14),
    (
        "The army said 12 rebels and three soldiers died near Orle. The rebels said they had lost seven men.",
        10,
    ),
    ("The army said it killed 16 rebels near Orle and lost a soldier.", 17),
    ("Troops clashed with rebels near Orle. Army: 14 killed; rebels: thirteen dead.", 27),
    ("Rebels stormed a post in Orle and killed ten soldiers before two of them were shot dead.", 12),
    (
        "The army said 12 rebels and three soldiers died near Orle; the rebels put their own dead at seven.",
        10,
    ),
    ("The group said it killed three soldiers in Orle and acknowledged losing six of its own.", 9),
    # losses without a word of death are none told dead
    ("Troops clashed with rebels near Orle. Rebel losses: 6, army losses: 12.", None),
]

_TOLLS = [
    ("Bandits raided Orle. Three people were killed. The number of dead has since risen to 38.", 38),
    ("Bandits raided Orle. Three people were killed. The dead now number 25.", 25),
    ("Bandits raided Orle. The death toll was lowered to 17 from 23.", 17),
    ("Two more people hurt in a raid on Orle have died, taking the death toll to 39.", 39),
    ("Police, who had earlier put the toll at five, said 14 people were killed in a raid on Orle.", 14),
    ("The death toll from a raid on Orle went up to seven on Thursday.", 7),
    ("The death toll from the Orle bombing has reached 31 after two of the wounded died.", 31),
    ("Two of the wounded died overnight, bringing to 31 the death toll from the Orle bombing.", 31),
    ("The toll in the Orle bombing, initially put at 28, has risen to 31.", 31),
    ("Raiders attacked Orle. Estimates of the number of dead ranged from twelve to fourteen.", 12),
]

_PARTS = [
    ("Bandits killed 17, eight of them policemen, in Orle.", 17),
    ("Bandits raided Orle, killing nine (one nurse, eight clerks).", 9),
    ("A raid on Orle has left eight people dead, two of them traders.", 8),
    ("Bandits raided Orle, killing 14 people, amongst them seven farmers.", 14),
    ("Twelve people were killed in a raid on Orle, with three policemen among the victims.", 12),
    ("Twelve people were killed in Orle, with one guard among the dead.", 12),
    ("Seventeen people, amongst whom three policemen, lost their lives in Orle.", 17),
    ("Fourteen people were killed in a raid on Orle – five soldiers as well as nine farmers.", 14),
    ("Eight people, of whom one was a nurse, were killed when gunmen raided Orle.", 8),
    ("Bandits raided Orle, killing seven people: four at the ford and three at the mill.", 7),
    ("They killed two traders in the street and three clerks on the road in Orle, five dead in all.", 5),
    ("13 people were killed in Orle on Sunday, among them two teachers and nine guards.", 13),
    ("The fighting near Orle cost the lives of 14 rebels and four policemen.", 18),
]

_PLACES = [
    ("Bandits raided Orle and Bara. Nine people died in Orle and five in Bara.", 14),
    ("Bandits attacked Orle and Bara, killing seven people in Orle and four in Bara.", 11),
    ("Four soldiers were killed in Orle on Sunday and two more in Bara.", 6),
    ("Three people were killed in Orle and Bara. One died in Orle and two in Bara.", 3),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "killed"), [*_DIED_LATER, *_BOTH_SIDES, *_TOLLS, *_PARTS, *_PLACES])
def test_the_dead_all_in_all(text: str, killed: int | None) -> None:
    assert main_event(text).totals.acled.fatalities == killed


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("At least 15 and as many as 23 people were killed in a raid on Orle.", (15, 23)),
        ("Raiders attacked Orle. The number of people killed ranges from 8 to 13.", (8, 13)),
        ("Raiders attacked Orle. Between 14 and 20 civilians lost their lives.", (14, 20)),
        ("At least seven people, and possibly as many as 13, were killed in a raid on Orle.", (7, 13)),
        ("Eight people were killed in Orle, but the number may be as high as 26.", (8, 26)),
        # whoever died in an earlier attack is of another event
        ("Nine soldiers were killed in Orle, four days after 30 died in Bara.", (9, 9)),
        ("Nine soldiers were killed in Orle, the worst loss since 30 troops died there in 2014.", (9, 9)),
        (
            "Nine soldiers were killed in Orle. The attack followed one in May in which 30 soldiers died.",
            (9, 9),
        ),
        ("The army confirmed nine deaths in Orle; the militants claimed 40.", (9, 40)),
        # the parts of a total are no lower account of it
        ("Ten people were killed in Orle. Two died on the spot and eight in hospital.", (10, 10)),
        ("Ten people were killed in Orle. Six died at once, the rest succumbed to their wounds.", (10, 10)),
        ("Ten people were killed in Orle. The gunmen shot a chief and killed nine others.", (10, 10)),
        ("23 people were killed in Orle, three cooks and 20 guards.", (23, 23)),
        ("Bandits raided Orle. 17 killed: four cooks, thirteen farmers.", (17, 17)),
    ],
)
def test_the_least_and_the_most(text: str, span: tuple[int, int]) -> None:
    killed = main_event(text).totals.range.killed
    assert (killed.min, killed.max) == span


_OTHER_ACCOUNTS = [
    (
        "Raiders attacked Orle. Police put the death toll at 15, a local rights group at 18.",
        (15, 18),
        "group",
    ),
    ("Raiders attacked Orle. Police reported eight dead, residents nineteen.", (8, 19), "residents"),
    ("Raiders attacked Orle. Some sources say 16 people were killed, others 21.", (16, 21), "others"),
    ("Raiders attacked Orle. Police said 13 people were killed, villagers said 18.", (13, 18), "villagers"),
    (
        "Raiders attacked Orle. According to the army, four people were killed; according to residents, 16.",
        (4, 16),
        "residents",
    ),
    (
        "Raiders attacked Orle. Six people were killed according to police, 22 according to the mayor.",
        (6, 22),
        "mayor",
    ),
    (
        "The army said nine people were killed in a raid on Orle. Residents put the number at 23.",
        (9, 23),
        "Residents",
    ),
    ("Nine people were killed in Orle, police said, but residents gave a toll of 14.", (9, 14), "residents"),
    (
        "Nine people were killed in Orle, police said. Local media gave a higher figure of 14.",
        (9, 14),
        "media",
    ),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            'Raiders attacked Orle. "Eleven people were killed," said a spokesman. "13 died," said the Red Cross.',
            (11, 13),
        ),
        (
            "The army confirmed the death of nine soldiers in Orle, but the rebels said they had killed three.",
            (3, 9),
        ),
    ],
)
def test_two_speakers_make_the_span(text: str, span: tuple[int, int]) -> None:
    killed = main_event(text).totals.range.killed
    assert (killed.min, killed.max) == span


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "span", "speaker"), _OTHER_ACCOUNTS)
def test_another_speakers_bare_number_is_his(text: str, span: tuple[int, int], speaker: str) -> None:
    killed = main_event(text).totals.range.killed
    assert (killed.min, killed.max) == span
    told = [claim for claim in reading_of(text).claims if claim.facet == "killed"]
    assert [claim.attribution[0].source.endswith(speaker) for claim in told] == [False, True]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        # nobody was told dead before, or it may be the wounded
        "Rebels raided Orle. Residents put the number at 23.",
        "Nine rebels were wounded in Orle, police said. Residents put the number at 23.",
    ],
)
def test_a_number_of_nobody_known_counts_nobody(text: str) -> None:
    assert main_event(text).totals.acled.fatalities is None


def test_a_second_victim_after_nobody_is_a_figure_of_its_own() -> None:
    """The text is at odds with itself: both are told, and the reading does not fail."""
    told = reading_of("Nobody was killed in a raid on Orle on Monday. A second victim died on Friday.").claims
    assert [c.value.low for c in told if c.facet == "killed" and isinstance(c.value, Count)] == [0, 1]
