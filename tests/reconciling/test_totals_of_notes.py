"""The dead of short event notes: what adds to what was told before, and what is a part of it."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # parts that make up all of a total leave no room for fighters told of besides
        (
            "Four people were killed in an attack on a hotel in Orle, including a guard, a cook and two tourists. "
            "Troops killed the three attackers.",
            7,
        ),
        (
            "Nine people were killed in an attack on a hotel in Orle, including a guard and two tourists. "
            "Three attackers died.",
            9,
        ),
        # those whom troops killed are none of those killed in the attack
        (
            "Nine people were killed in an attack on a hotel in Orle, including a guard and two tourists. "
            "Troops killed the three attackers.",
            12,
        ),
        # one of those told of by number is no other beside them, nor is the headline's number others'
        (
            "Nineteen killed in Orle. Soldiers killed nineteen insurgents including foreign fighters in Orle on Monday. "
            "Three armed insurgents approached the patrol, and they were killed by a drone. Soldiers returned fire, "
            "killing the insurgent.",
            19,
        ),
        # who is only called by another word is nobody else
        ("At least one civilian, a woman, and two other civilians were killed in Orle.", 3),
        ("One trader, an old man, and two soldiers were killed in Orle.", 3),
        # whom forces kill in the clause after are none of the attack's dead, unless told as some of them
        ("Four people were shot dead in Orle on Monday before officers killed the gunman.", 5),
        ("Four people were shot dead in Orle on Monday. Officers killed the shooter.", 5),
        ("At least 19 people died in Orle before troops killed the two gunmen.", 21),
        ("Four people were killed in an attack in Orle, and two attackers were killed by police.", 6),
        ("Four people were killed in Orle on Monday, including two attackers killed by police.", 4),
        ("Police said nine people died in Orle, among them two attackers whom officers shot dead.", 9),
        # whoever killed them died too, and is none of them, whatever numbers of them the report goes on to
        (
            "By the time police stormed the house and shot him dead, Tom Brun had killed six people in Orle. He had "
            "shot two managers dead, killed a man in the street, and then killed three tenants in their flat.",
            7,
        ),
        (
            "A gunman killed seven people in Orle. He shot two clerks dead in a shop and killed five neighbours at "
            "home. Police shot him dead.",
            8,
        ),
        (
            "Tom Brun killed five relatives before he killed himself. He killed his two sons and three cousins.",
            6,
        ),
        ("Seven people are dead in Orle. The gunman killed six people and then himself.", 7),
        # death of wounds, and of the missing
        (
            "Three guards were killed and two wounded by a mine near Orle. One guard died of his wounds on Tuesday.",
            4,
        ),
        (
            "Rebels ambushed a convoy near Orle: 4 dead and 7 missing. The seven bodies were found in June.",
            11,
        ),
        # a second attack of the same day
        (
            "Gunmen attacked a lorry near Orle, killing six. On the same day, they also raided a camp near Orle, "
            "killing three herders.",
            9,
        ),
        # the same told of again, and the other side's besides
        (
            "Two guards and four rebels were killed in a clash near Orle. The guards came under fire at dawn. "
            "Four rebels were also killed, a spokesman said.",
            6,
        ),
        (
            "Seven people were killed when armed raiders attacked a camp near Orle, a chief said. He said the herders "
            "also killed one of the attackers.",
            8,
        ),
        # a bare number that is one group's own; who is spelled out to the last; whom a clause without "whom" befell
        (
            "Eleven soldiers died in an ambush near Orle. The rebels hit the convoy, killing 11 and wounding 14. "
            "Residents said 15 farmers were killed in the ambush.",
            26,
        ),
        (
            "Planes bombed a farm near Orle, killing 30 civilians. Nine women, seven men and the rest children were "
            "killed, a priest said.",
            30,
        ),
        (
            "Four guards died in an ambush near Orle. The rebels took the rifles of the guards they killed.",
            4,
        ),
        # one calls all of them residents, another tells of the men and the women
        (
            "At least 14 people were killed by rebels near Orle, state radio said. An aid group said seven men and seven "
            "women had been executed. The rebels went from house to house, killing 14 civilian residents, a priest said.",
            14,
        ),
        # a flock told of by two speakers; the men of whom one says how many
        (
            "Gunmen killed one pastor and five congregants at Orle, a minister said. They killed four members of the "
            "congregation and the pastor, a guard said.",
            6,
        ),
        (
            "Rebels reportedly killed nine herders at Orle. A witness said the herders were killed in the square.",
            9,
        ),
        # a number before a noun for a body of people, or before a doubt
        ("Rebels attacked a post in Orle. Three Malian military were killed.", 3),
        (
            "Five alleged Azure Front (AF) rebels were killed while a guard was wounded in a clash near Orle.",
            5,
        ),
        # a number for each blow
        ("Two bombs exploded in Orle on Monday. The first killed 27, the second 10.", 37),
        ("Two car bombs went off in Orle; the first killed 27 people, the second 10.", 37),
        # each side's own
        (
            "Clashes near Orle, about 6 dead reported in the ranks of GATIA, 4 reported dead in the ranks of CMA.",
            10,
        ),
        # an acronym between a number and its noun
        ("Rebels attacked a post in Orle, 5 FACA soldiers and 10 rebels were killed.", 15),
    ],
)
def test_the_dead_of_a_note(text: str, killed: int) -> None:
    assert main_event(text).totals.acled.fatalities == killed


@pytest.mark.usefixtures("nlp")
def test_the_wounded_of_several_blasts_are_added() -> None:
    text = (
        "Two blasts hit Orle: four people were killed and six wounded at the market, three killed and eight wounded "
        "at the bus station."
    )
    totals = main_event(text).totals.latest
    assert (totals.killed, totals.wounded) == (7, 14)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # a list whose first number is of men or of farmers, who are not those listed after them
        ("A mine near Orle killed five men, a woman and a baby.", 7),
        ("A mine near Orle killed five men, two women, and a baby.", 8),
        ("Five farmers, a nurse and a driver were killed by a mine near Orle.", 7),
        ("A mine near Orle killed five males, a female and a cook.", 7),
        # people at large may be those listed after them
        ("A mine near Orle killed three people, a man and two women.", 3),
        ("A mine near Orle killed three civilians, a mother and her two sons.", 3),
        ("Three civilians died near Orle, a man and two women.", 3),
        # unless those are more
        ("Raiders killed seven civilians, five children and three men near Orle.", 15),
        ("Raiders killed three male and six female students near Orle.", 9),
        # the victims are those told dead before
        ("Raiders killed two herders. The victims were killed when they would not give up their cattle.", 2),
        ("Raiders killed two herders near Orle. On Monday the corpses of the victims were found.", 2),
        # each verb of a row has its own people
        ("Raiders shot and killed three traders, injured one woman and burnt two houses near Orle.", 3),
    ],
)
def test_who_is_listed_and_who_is_told_of_again(text: str, killed: int) -> None:
    assert main_event(text).totals.acled.fatalities == killed


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # who only arrests fought nobody
        (
            "Masked men with knives killed a nurse in Maiduguri. Nigerian police arrested two suspects on Monday.",
            "Violence against civilians",
        ),
        ("Masked men killed a nurse in Maiduguri. Nigerian police killed two of the masked men.", "Battles"),
        # people abducted beside others who were wounded
        ("Raiders abducted two porters and wounded a cook near Orle.", "Violence against civilians"),
    ],
)
def test_what_makes_a_battle(text: str, kind: str) -> None:
    event = main_event(text)
    assert event.acled.event_type == kind
    assert event.acled.sub_event_type in {"Attack", "Armed clash"}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "least", "point"),
    [
        # who is listed beside people without a number is one of them all: 1 + 2 at least, 1 + 3 by convention
        ("Soldiers detained a rebel facilitator and several of his associates in Orle.", 3, 4),
        ("The ringleader was held along with several of his companions in Orle.", 3, 4),
        ("Soldiers captured a bomb maker and several other insurgents in Orle.", 3, 4),
        ("Soldiers arrested a cell leader and a number of suspected fighters in Orle.", 3, 4),
        ("Soldiers captured two commanders and dozens of fighters in Orle.", 14, 14),
        # "several" told of again beside him may hold whoever was listed with him before
        (
            "Soldiers held a rebel leader and a smuggler in Orle on Tuesday. "
            "The leader and several associates were detained after questioning.",
            3,
            4,
        ),
        # a number told later makes "several" precise
        (
            "Police held several rebels in Orle on Tuesday. After questioning, they detained three rebels.",
            3,
            3,
        ),
    ],
)
def test_those_taken_with_several_others(text: str, least: int, point: int) -> None:
    totals = main_event(text).totals
    assert (totals.range.captured.min, totals.latest.captured) == (least, point)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Nine people died in Orle, two clerks among them; 16 were wounded.", 9, 16),
        ("Nine people died in Orle, two clerks among them, and 16 were wounded.", 9, 16),
        ("Some 24 people died in Orle, a clerk among them; two were wounded.", 24, 2),
        ("Nine people, two clerks among them, were killed in Orle, and 16 were wounded.", 9, 16),
        ("Nine soldiers, among them two officers, were killed in Orle.", 9, None),
        ("Rebels killed nine people in Orle, a clerk among them, and wounded 16.", 9, 16),
    ],
)
def test_some_of_the_dead_named_behind_them_are_not_of_the_next_clause(
    text: str, killed: int, wounded: int | None
) -> None:
    totals = main_event(text).totals
    assert (totals.acled.fatalities, totals.latest.wounded) == (killed, wounded)
