"""Notes of one to three sentences in our own words: how many died, by the policy that takes the lowest total."""

from __future__ import annotations

import pytest
from tests.cases.test_short_notes import event_of

_EVERYBODY = [
    # nobody survived: everybody is dead
    ("A launch was hit by a rocket off Orle. None of its four crewmen survived.", 4),
    ("Neither of the two constables hit in the shooting survived.", 2),
    ("A cargo plane crashed after rebel fire; there were no survivors among the six on board.", 6),
    ("Raiders shot at three herders, none of whom lived.", 3),
    ("Raiders opened fire on three herders. None survived.", 3),
    # all but some
    ("All but two of the five hostages were executed.", 3),
    ("Of the eleven travellers seized at a roadblock, all but one were beheaded.", 10),
]

_OTHERS = [
    # those of whom the verb is left out
    ("Raiders killed a chief, then two guards.", 3),
    ("Raiders killed a chief in Orle and two guards in Bara.", 3),
    ("Raiders killed three people in Orle, two in Bara and four in Tonka.", 9),
    ("Two rebels were killed and one soldier.", 3),
    ("Two people were killed in addition to the bomber.", 3),
    ("At least 14 rebels were killed and two taken prisoners.", 14),
    ("A clerk died and two others, one of them a girl, were wounded.", 1),
    ("Six clerks were killed, and two porters, a girl and an old man, were injured.", 6),
    # on each side
    ("Raiders attacked a post. One fatality was recorded on each side.", 2),
    ("One person was killed in each of the three villages.", 3),
    # a side's own losses
    ("Soldiers killed two rebels but lost one of their own.", 3),
    ("Soldiers killed two rebels. They lost one man.", 3),
    # who died later was none of the dead so far
    ("The raid left five guards injured and one killed. Two later died of their injuries.", 3),
    ("A guard was killed on the spot; two others succumbed to their wounds in hospital.", 3),
    ("Three guards were killed. One died at once and two succumbed to their wounds.", 3),
    ("Raiders killed a chief and wounded his two guards, who died the next day.", 3),
    # whose bodies they are
    ("Raiders abducted three villagers. Their bodies were found two days later.", 3),
    ("Raiders abducted a villager; his body was dumped at a crossroads.", 1),
    # who is said to be whose object
    ("Soldiers killed and buried a herder near Bara.", 1),
    ("Raiders detained and executed a mason and a water provider.", 2),
    ("A truck struck a mine, killing the driver, his mate and a passenger.", 3),
    ("Both pilots and a mechanic died when the helicopter was shot down.", 3),
]

_BESIDE = [
    ("The rebels fled, leaving four of their number dead; two rangers had also been slain.", 6),
    ("Six deaths on the herders' side, two on that of the farmers, scores of houses burnt.", 8),
    ("A bomber killed 8; 12 more perished in the stampede that followed.", 20),
    ("Raiders abducted two clerks on 6 June. The two were killed the following day.", 2),
    ("Raiders broke in and led off three wives of a chief; a watchman who resisted was shot dead.", 1),
]

_AT_LAST = [
    ("Rebels of the ADF clashed with FARDC at Kainama. FARDC: 2 dead, 5 wounded; ADF: 9 dead.", 11),
    ("Herders attacked Orle overnight; locals buried 12 victims the next day.", 12),
    ("The house of a chief was attacked, the chief killed and his nephew wounded.", 1),
    ("Herders killed four farmers in Orle; in retaliation, youths killed a herder.", 5),
    ("Soldiers arrested four miners in Orle; two were executed on the spot, the other two were let go.", 2),
]

_WORDED = [
    ("A woman was raped, then strangled, by two armed men.", 1),
    ("Four children were blown up by a shell near Orle.", 4),
    ("The charred remains of an elderly couple were discovered in their home.", 2),
    ("A sniper claimed another victim: a girl of nine fetching water.", 1),
    ("The base was overrun by rebels. The army conceded that 30 of its men had fallen.", 30),
    ("A clerk bled to death in Orle after a bullet had hit him.", 1),
    ("Three guards gave their lives defending the post.", 3),
    ("Three soldiers fell on the field of battle at Orle.", 3),
    ("Raiders killed 20 soldiers at Orle, while 15 of the attackers fell.", 35),
    ("Raiders put three villagers to death.", 3),
    ("Raiders cut down three villagers near Orle.", 3),
    ("A cart hit a mine: the three people on board were blown to pieces.", 3),
    ("Three villagers were crushed to death by an armoured car at Orle.", 3),
    ("Seven loggers died in a raid near Orle.", 7),
    ("Troops took out three bandits near Orle.", 3),
]


_LISTS = [
    # all who are listed, whatever the parser makes of the last
    ("The bodies of seven traders and a guide were found near Orle.", 8),
    ("The bodies of four porters and their guide were found near Orle.", 5),
    ("The bodies of two women, a child and an old man were found near Orle.", 4),
    ("The raid left dead six guards and nine rebels.", 15),
    ("The raid left dead two traders, a driver and three guards.", 6),
    ("Raiders killed two women, a child and a man in Orle.", 4),
    ("Raiders killed three men, two women and a child in Orle.", 6),
    ("Raiders killed two cooks, a father and a son, in Orle.", 2),
    ("Raiders killed three people, a man and two women, in Orle.", 3),
    # a bare number of those executed, one civilian
    ("Raiders entered the village of Orle and executed five.", 5),
    ("Raiders shelled a field near Orle, leaving a civilian dead and four other reapers wounded.", 1),
    ("The raid on Orle left one civilian dead.", 1),
    # one man, whatever he is taken for
    ("A man believed to be the attacker was shot dead in Orle.", 1),
    ("A man said to be the owner of a mill was killed in Orle.", 1),
    # who may have died
    ("The army killed 34 rebels near Orle, as well as the probable death of their commander.", 34),
]

_SUMMED_UP = [
    # the sum with which a note ends counts those told of before
    ("Around 9 May 2020 (as reported), a weaver was found dead on a road in Bara. 1 fatality.", 1),
    ("Raiders ambushed a patrol near Orle: more than 20 Sadrist guards were killed. 20 fatalities.", 20),
    ("Raiders shelled a post near Orle, killing some guards. Unknown fatalities coded as 10.", 10),
]

_LISTED_BELOW = [
    # people, not a number, after the word and a colon
    ("Rebels attacked a post in Orle. Fatalities: two soldiers, five rebels.", 7),
    ("Rebels attacked a post in Orle. Fatalities: two soldiers, a child and five rebels.", 8),
    ("Rebels attacked a post in Orle. Fatalities: 7 soldiers, five rebels were wounded.", 7),
]

_NONE_OF_THEM = [
    # fighters called by another word, and those who came, killed by those who drove them off
    ("Seven rebels were killed in a raid on Orle. One militiaman was also killed.", 8),
    ("Seven rebels were killed in a raid on Orle. One of the rebels was also a chief.", 7),
    ("Gunmen stormed a hotel in Orle. Four people were killed. Guards then shot dead the two attackers.", 6),
    ("Rebels attacked a post at Orle. Four rebels were killed. Guards killed two of the attackers.", 4),
    # whoever was shot or stabbed to death
    ("A guard in Orle (Bara North) stabbed a trader to death over a quarrel.", 1),
    ("Raiders shot three traders to death in Orle.", 3),
    # a subject that the parser lets go
    ("The headman of Orle (Bara) accused of 'spying for the army', was assassinated by 'rebels'.", 1),
]

_DIVIDED = [
    ("Raiders killed 25 herders in Orle and Bara. Fatalities split between two locations.", 12, 25),
    (
        "Raiders attacked the camps of Orle, killing 42 people, fatalities spread over the three sites.",
        14,
        42,
    ),
    (
        "Raiders killed 8 herders in Orle and in Bara (respectively coded as Orle and Tonka), fatalities split "
        "between events.",
        4,
        8,
    ),
    ("Rebels and guards fought in Orle. 20 fatalities split up between 3 events.", 7, 20),
    # which of several figures is meant is not guessed, nor into how many parts
    (
        "Ten rebels died in Orle. Three others died at Bara. It rained. Fatalities split between two events.",
        13,
        13,
    ),
    ("Raiders killed 25 herders in Orle and Bara, fatalities split between events.", 25, 25),
    ("Raiders killed 25 herders in Orle and Bara.", 25, 25),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "row", "whole"), _DIVIDED)
def test_a_toll_that_its_own_note_divides_is_a_part_for_acled_alone(text: str, row: int, whole: int) -> None:
    event = event_of(text)
    assert (event.totals.acled.fatalities, event.totals.ucdp.best) == (row, whole)
    assert [f.imputed for f in event.findings if f.rule == "acled.divided"] == [True] * (row != whole)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        *_EVERYBODY,
        *_OTHERS,
        *_BESIDE,
        *_AT_LAST,
        *_WORDED,
        *_SUMMED_UP,
        *_NONE_OF_THEM,
        *_LISTED_BELOW,
        *_LISTS,
    ],
)
def test_how_many_died(text: str, dead: int) -> None:
    assert event_of(text).totals.acled.fatalities == dead


_KINDS = [
    ("Bandits rode into Orle, leaving behind 18 dead.", "Attack"),
    ("Raiders hacked eleven inhabitants to death and set ablaze 14 houses in Orle.", "Attack"),
    (
        "Eight clerks lost their lives when shells fired from a hill fell on the market.",
        "Shelling/artillery/missile attack",
    ),
    ("Army artillery pounded Orle for an hour, killing twelve.", "Shelling/artillery/missile attack"),
    ("A child playing with unexploded ordnance in Orle died.", "Remote explosive/landmine/IED"),
    ("Two men blew themselves up at a mosque in Orle, killing 27 worshippers.", "Suicide bomb"),
    ("Militias of two clans opened fire on one another in Orle. Five dead.", "Armed clash"),
    ("Raiders led thirty villagers of Orle off into the forest.", "Abduction/forced disappearance"),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "kind"), _KINDS)
def test_of_what_kind_it_was(text: str, kind: str) -> None:
    assert event_of(text).acled.sub_event_type == kind


@pytest.mark.usefixtures("nlp")
def test_a_participle_before_its_noun_leaves_the_noun_to_tell_who_was_hurt() -> None:
    event = event_of("A shell hit a school in Orle; two injured children were brought to Bara.")
    assert (event.totals.airwars.injured.min, event.totals.latest.wounded) == (2, 2)
