"""Lists that the parser tears, plurals counted by the names beside them, and what became of attackers."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The operation resulted in the killing of a commander, a member of his guard and two civilians.", 4),
        (
            "The raid led to the killing of an emir, am member of his escort and two herders, among them a girl and her aunt.",
            4,
        ),
        ("The attack ended in the deaths of a teacher, a driver and three pupils near Sabo.", 5),
        ("Troops reported the killing of two rebels, a cook and a guide.", 4),
        ("The strike caused the death of a chief, an aide of his and four guards.", 6),
        ("Gunmen killed a mayor, a relative of his and two guards in Turo.", 4),
        ("The assassination of an imam, a pupil of his and a trader shocked Kolda.", 3),
        ("The operation led to the killing of a senior leader, one of his lieutenants and six fighters.", 8),
        (
            "The killing of a commander, his deputy and two members of his bodyguard was announced by the army.",
            4,
        ),
        ("The blast resulted in the death of an officer, teh driver of his car and two soldiers.", 4),
        ("Gunmen killed a village chief, a councillor and two of his sons.", 4),
        ("A commander, a member of his escort and two traders were killed in the strike.", 4),
        ("Militants killed a teacher, a nurse and a driver in Hamra.", 3),
        ("The army announced the killing of a member of the group.", 1),
        ("The death of a commander, a father of two, was announced.", 1),
        ("The killing of an emir, a member of the council, was announced by the army.", 1),
        ("The shelling killed at least eight members of one family, including four children, in Hamra.", 8),
        ("A strike killed a member of the family of a doctor and two neighbours.", 3),
        ("Gunmen killed a mayor, a teacher said and two women fled.", 1),
        ("The killing of a trader, a resident of Turo, and the theft of two cars angered many.", 1),
        ("Gunmen killed a trader, a resident said.", 1),
        ("The killing of an imam, a well-known critic of the rebels, and of two pupils was condemned.", 3),
        ("The killing of a woman, the wife of an officer, shocked Kolda.", 1),
        ("Militants killed a teacher, a nurse and two pupils in Hamra.", 4),
        ("Rebels abducted a doctor, his driver and three nurses near Doru.", None),
        ("The ambush wounded an officer, his driver and three guards.", None),
        ("Gunmen killed a mayor, a guard and two women fled.", 1),
        ("A strike killed a fighter, his wife and two of their children.", 4),
        ("An officer, a member of the elite unit, and two recruits were killed in the blast.", 3),
    ],
)
def test_all_of_a_torn_list_are_counted(text: str, dead: int | None) -> None:
    assert main_event(text).totals.acled.fatalities == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Gunmen shot dead the chiefs of the Beni Saleh and Tarfa clans (Omar Ould Sidi and Ali Ag Musa) in Kolda.",
            2,
        ),
        ("Unknown men killed the mayors of Sabo and Turo (Musa Keita and Ali Dembele).", 2),
        ("The leaders of the two groups (Omar Diallo and Ali Ba) were killed in an air strike.", 2),
        (
            "The heads of the Tarfa and Saleh fractions, Ali Ag Musa and Omar Ould Sidi, were shot dead by gunmen.",
            2,
        ),
        ("Gunmen killed the chiefs of the Tarfa and Saleh tribes.", 2),
        ("Two chiefs (Ali Ag Musa and Omar Ould Sidi) were killed in Kidal.", 2),
        (
            "The presidents of the youth and women's associations (Ali Ba and Awa Diallo) were shot dead in Turo.",
            2,
        ),
        ("A chief of the Beni Saleh clan (Omar Ould Sidi) was killed in Turo.", 1),
        ("Gunmen killed the chief of the Tarfa (Arab) and his deputy (Ali Ba).", 2),
        ("The directors of the schools of Sabo and Turo were killed by gunmen.", 2),
        (
            "The army killed the commanders of the Katiba Turo and Katiba Sabo (Abu Omar and Abu Ali) in a raid.",
            2,
        ),
        ("Gunmen shot dead the two sons of Ali Ba and Omar Diallo.", 2),
        ("Two chiefs of Sabo and Turo were killed.", 2),
        ("Militants kidnapped the mayors of Sabo and Turo and killed a guard.", 1),
        ("Villagers (Ali Ba, Omar Diallo and Musa Keita) were killed in Doru.", 3),
        ("The mayors of Sabo, Turo and Doru were assassinated.", 3),
        ("The rebels of Sabo and Turo were killed.", 3),
        ("Gunmen killed the village chiefs of Sabo and Turo.", 2),
        ("The imams of the mosques of Sabo and Turo were murdered by jihadists.", 2),
        ("His stepsons, Jan and Tory Carls, were shot dead.", 2),
    ],
)
def test_a_plural_is_as_many_as_are_named_or_hold_the_office(text: str, dead: int) -> None:
    assert main_event(text).totals.acled.fatalities == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Presumed militants murdered a preacher in Sabo. One of the attackers, who had been hurt by a stray bullet, stayed behind and was lynched by villagers.",
            2,
        ),
        (
            "Militants killed a trader in Turo. An attacker wounded in the assault was lynched by residents.",
            2,
        ),
        (
            "Gunmen killed two herders in Doru; one of the gunmen was caught and beaten to death by villagers.",
            3,
        ),
        (
            "A jihadist who had been wounded in the attack, in which a teacher died, was stoned to death by a crowd.",
            2,
        ),
        (
            "Militants killed a teacher in Hamra. One assailant was captured by villagers and died in custody.",
            2,
        ),
        ("Armed men killed a farmer in Sabo. A suspected attacker was later lynched by neighbours.", 2),
        ("Militants assassinated a councillor in Doru. An assailant was shot dead by the guards.", 2),
        ("A militant killed an imam and was then beaten to death by worshippers.", 2),
        (
            "Militants attacked a post near Kolda and killed a guard. One militant was wounded and later succumbed to his injuries.",
            2,
        ),
        ("Bandits killed a trader; a bandit was burned to death by a mob.", 2),
        ("An Islamist, wounded in the attack, did not manage to flee and was lynched by the crowd.", 1),
        ("A mob tried to lynch a suspect after militants killed an imam in Doru.", 1),
    ],
)
def test_an_attacker_whom_a_crowd_killed_adds_to_the_dead(text: str, dead: int) -> None:
    assert main_event(text).totals.acled.fatalities == dead
