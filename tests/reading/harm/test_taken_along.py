"""People taken along, arrested one after the other or in vain: sums and totals of the taken."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Gunmen snatched four porters near Orle on Friday.", 4),
        ("Three cooks were forcibly taken by gunmen near Orle.", 3),
        ("Gunmen raided a market in Orle. Four porters were taken to an unknown location.", 4),
        ("Gunmen raided a market in Orle. Three porters were forced into the bush.", 3),
        ("Gunmen raided a market in Orle and took six porters with them.", 6),
        ("Gunmen raided a market in Orle and forced two porters to go with them.", 2),
        ("Gunmen raided a market in Orle and made off with nine porters.", 9),
        ("Gunmen raided a market in Orle and left with five porters as hostages.", 5),
        ("Gunmen raided a market in Orle. The kidnappers took four people.", 4),
        ("Gunmen stopped a bus near Orle and took eight of its passengers away.", 8),
        ("Gunmen hijacked a minibus with its driver and five passengers near Orle.", 6),
        ("Residents fled a raid on Orle and took their children with them.", None),
        ("Police raided a house in Orle and made six arrests.", 6),
        ("Police raided a house in Orle. Twelve arrests were made.", 12),
        ("Troops raided a camp near Orle. Two rebels were handed over to the police.", 2),
        ("Gunmen stopped a bus near Orle and took a cook and three porters hostage.", 4),
        ("Gunmen stopped a bus near Orle and took four of its passengers hostage.", 4),
        ("Troops raided a camp near Orle and took a bomb maker, his deputy and two rebels prisoner.", 4),
        ("Five cooks were killed, three others wounded and six others taken hostage in Orle.", 6),
        ("Troops raided a camp near Orle, leaving seven rebels dead and two others in custody.", 2),
        ("Troops took into custody five suspected rebels in Orle.", 5),
        ("Six rebels held in border town", 6),
        ("Police searched a house in Orle, resulting in a bomb maker and one of his men being detained.", 2),
        ("A raid near Orle led to the arrest of a bomb maker along with two rebels.", 3),
        ("Troops raided a camp near Orle, rounding up a bomb maker along with two rebels.", 3),
        ("Troops killed nine rebels near Orle, and one captive was freed.", None),
        ("Gunmen kidnapped nine porters in Orle. One of the hostages was killed.", 9),
        ("Gunmen stopped a bus near Orle and held twelve porters hostage.", 12),
        ("Troops fought rebels near Orle. Ten kidnapped aid workers were rescued.", None),
        ("Gunmen killed a cook and abducted six outside Orle.", 6),
        ("A bomb maker along with five rebels were taken prisoner near Orle.", 6),
        ("Police foiled the kidnapping of eleven porters near Orle.", None),
    ],
)
def test_who_was_taken(text: str, captured: int | None) -> None:
    assert main_event(text).totals.latest.captured == captured


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Gunmen abducted eleven porters in Orle. They also abducted four men and three children.", 18),
        ("Gunmen took away two herders in Orle. On their way out they seized four porters.", 6),
        ("Troops captured nine rebels near Orle yesterday and five more overnight.", 14),
        ("Police detained six porters in Orle on Friday, then three more after a search.", 9),
        ("Troops pursued the attackers and captured seven of them near Orle.", 7),
        ("Troops intercepted and detained seven rebels near Orle.", 7),
        ("Troops captured a bomb maker in Orle. The force also detained a gunman.", 2),
        ("Troops captured a bomb maker in Orle. Three of his helpers were detained with him.", 4),
    ],
)
def test_who_is_taken_next_adds_to_those_before(text: str, captured: int) -> None:
    assert main_event(text).totals.latest.captured == captured


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Five hostages regained their freedom in Orle.", None),
        ("Troops secured the release of five captives in Orle.", None),
        ("Seven rebels were killed and two hostages rescued in Orle.", None),
        ("Troops prevented rebels from kidnapping a judge in Orle.", None),
        ("Gunmen fired at a mill in Orle. No suspects were taken into custody.", 0),
        ("Gunmen fired at a mill in Orle. Police issued warrants for the arrest of three men.", None),
        ("Gunmen fired at a mill in Orle. Two suspects are under arrest.", 2),
        ("Gunmen fired at a mill in Orle. Police said they had five suspects in custody.", 5),
        ("Troops captured three rebels in Orle without injuring any civilians.", 3),
        ("Two men and eight women were arrested in Orle, bringing the number of detainees to ten.", 10),
    ],
)
def test_who_comes_free_was_taken_before(text: str, captured: int | None) -> None:
    assert main_event(text).totals.latest.captured == captured
