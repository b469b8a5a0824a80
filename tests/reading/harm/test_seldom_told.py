"""Deaths, wounds and captures in words that papers of many lands use and edited news seldom does."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

_TOLD = [
    # lives cut short, felled, not made it: killed, wounded, captured
    ("Raiders stormed Ardal on Tuesday, cutting short the lives of nine potters.", (9, None, None)),
    ("The lives of two nurses were cut short by raiders near Ardal.", (2, None, None)),
    ("A mine near Ardal snuffed out the lives of three herders.", (3, None, None)),
    ("Raiders snuffed the life out of a potter near Ardal.", (1, None, None)),
    ("The raid on Ardal snuffed out six lives.", (6, None, None)),
    ("Four potters were felled by a sniper near Ardal.", (4, None, None)),
    ("Raiders felled nine palm trees near Ardal.", (None, None, None)),
    ("Raiders shot at a bus near Ardal and two passengers did not make it.", (2, None, None)),
    ("A blast shook Ardal; one potter did not make it to hospital alive.", (1, None, None)),
    ("Raiders attacked Ardal; two guards did not make it to the meeting.", (None, None, None)),
    # wounds and care
    ("Two guards are nursing injuries after raiders attacked them near Ardal.", (None, 2, None)),
    ("Raiders killed a potter near Ardal and left two others nursing serious wounds.", (1, 2, None)),
    ("The raid on Ardal left six potters dead, and nine are receiving treatment for injuries.", (6, 9, None)),
    ("Four guards are receiving treatment in a clinic after a raid on Ardal.", (None, 4, None)),
    ("After the raid on Ardal four guards received treatment as heroes.", (None, None, None)),
    ("Eight guards are being treated for burns after a raid on Ardal.", (None, 8, None)),
    ("A mine went off near Ardal and a herder lost a leg.", (None, 1, None)),
    ("Raiders attacked Ardal; three guards are battling for their lives.", (None, 3, None)),
    ("A potter escaped with bruises when raiders shot at his van near Ardal.", (None, 1, None)),
    ("A raider stabbed a potter to death and slashed two guards in Ardal.", (1, 2, None)),
    ("Two guards suffered burns when raiders set fire to a bus near Ardal.", (None, 2, None)),
    ("A blast in Ardal left two guards dead and six others in hospital.", (2, 6, None)),
    ("Raiders killed a guard in Ardal; five others ended up in hospital.", (1, 5, None)),
    (
        "One guard was killed while three others sustained varying degrees of injury in a raid on Ardal.",
        (1, 3, None),
    ),
    ("Nine potters were killed in a raid near Ardal and six left with gunshot wounds.", (9, 6, None)),
    ("Four guards were wounded near Ardal and shifted to a hospital.", (None, 4, None)),
    ("Seven guards are under treatment after a clash near Ardal.", (None, 7, None)),
    ("Ten more guards are lying in a hospital with wounds after a raid on Ardal.", (None, 10, None)),
    # idioms of killing
    ("Sixty potters were cut down by raiders near Ardal on Monday.", (60, None, None)),
    ("Four guards were sent to their early graves by raiders near Ardal.", (4, None, None)),
    ("Raiders dispatched two guards to the great beyond near Ardal.", (2, None, None)),
    ("Six guards were blown to smithereens near Ardal.", (6, None, None)),
    ("Raiders hacked and burnt to death six potters near Ardal.", (6, None, None)),
    ("Seven Finnish blue helmets fell in an ambush near Ardal and nine others were injured.", (7, 9, None)),
    ("Nine blue helmets were handed out in Ardal before the attack.", (None, None, None)),
    ("On our side, four soldiers fell and six were wounded.", (4, 6, None)),
    ("Four yak keepers are dead after raiders attacked Ardal.", (4, None, None)),
    ("A video shows the beheading of nine Finnish Christians near Ardal.", (9, None, None)),
    ("A bomb took three guards' lives at a gate near Ardal.", (3, None, None)),
    ("Seven members of a wedding party met a violent end near Ardal.", (7, None, None)),
    ("Two migrant potters fell to the bullets of raiders in Ardal.", (2, None, None)),
    ("Two potters fell from a roof in Ardal.", (None, None, None)),
    # asides between commas
    ("In a new raid, 70 potters, most of them women, were killed and 12 injured near Ardal.", (70, 12, None)),
    ("Raiders hacked to death 46 potters, half of them women, in a camp near Ardal.", (46, None, None)),
    ("A mine claimed four guards near Ardal on Monday.", (4, None, None)),
    ("The ambush near Ardal claimed nine soldiers and two potters.", (11, None, None)),
    ("Rebels claimed nine villages near Ardal after the attack.", (None, None, None)),
    (
        "Two days of fighting in Ardal claimed the lives of 90 people including women and girls, the mayor said.",
        (90, None, None),
    ),
    ("A guard died of his wounds and his colleague was critically wounded near Ardal.", (1, 1, None)),
    ("Two others are responding to treatment after a raid on Ardal.", (None, 2, None)),
    (
        "Medics retrieved six corpses and evacuated three wounded to a clinic after a raid on Ardal.",
        (6, 3, None),
    ),
    ("Fifty potters lost their lives and as many were injured in a raid on Ardal.", (50, 50, None)),
    ("Raiders killed six guards and wounded as many others near Ardal.", (6, 6, None)),
    ("As many as nine guards were wounded in Ardal.", (None, 9, None)),
    # taken, or takers
    ("Ninety girls were taken from their school near Ardal by raiders.", (None, None, 90)),
    ("Four potters were picked up at their homes by gunmen in Ardal.", (None, None, 4)),
    ("Raiders burnt a shop in Ardal and left with two nurses.", (None, None, 2)),
    ("They killed a guard in Ardal and left with six potters whom they forced to carry sacks.", (1, None, 6)),
    ("The potters of Ardal fled with nine goats.", (None, None, None)),
    ("Masked men stormed Ardal, leaving two guards dead, and departed with four potters.", (2, None, 4)),
    ("Four hostages, two of them women, were set free near Ardal on Monday.", (None, None, None)),
    ("Raiders handed over 82 captives near Ardal on Monday.", (None, None, None)),
    ("Raiders beheaded two captives near Ardal.", (2, None, None)),
    ("Two potters were taken from a bus near Ardal and found dead two hours later.", (2, None, None)),
    ("Nine pupils of a school in Ardal, Bara State, were on Monday kidnapped by raiders.", (None, None, 9)),
    ("Raiders carted away two girls from Ardal.", (None, None, 2)),
    ("A potter is in the hands of kidnappers after raiders stopped his van near Ardal.", (None, None, 1)),
    ("Guards stormed a barn in Ardal and killed all nine hostage-takers.", (9, None, None)),
    # what befell them stands first
    ("Dead are two potters; four guards are wounded, the mayor of Ardal said.", (2, 4, None)),
    ("Killed were a guard and three of his men in the raid on Ardal.", (4, None, None)),
    ("Among those killed are two nurses, an official said of the raid on Ardal.", (2, None, None)),
    # the number before what it counts
    (
        "The mayor puts at 32 the number of potters killed in a raid on two farms near Ardal.",
        (32, None, None),
    ),
    ("Guards put at six the number of wounded in the blast in Ardal.", (None, 6, None)),
    ("The army revised upwards to 89 the number of soldiers killed in the raid on Ardal.", (89, None, None)),
    ("Officials brought down to 18 the number of people killed in Ardal.", (18, None, None)),
    ("The mayor lowered to nine the toll of the raid on Ardal.", (9, None, None)),
    ("The number of those martyred in the blast in Ardal reached 84.", (84, None, None)),
    ("The number of security men killed in Monday's clash near Ardal rose to 22.", (22, None, None)),
    ("The mayor put the dead at nine and the wounded at 30 after the blast in Ardal.", (9, 30, None)),
    ("The count of the dead reached 24 after the raid on Ardal.", (24, None, None)),
    ("The dead are now 37 after the raid on Ardal, against 20 announced at first.", (37, None, None)),
    ("Nine potters died in Ardal. Among the dead are three women, police said.", (9, None, None)),
    ("The toll of the raid on Ardal mounted to 76 with the recovery of three more bodies.", (76, None, None)),
    # parts told one by one, which come to all
    (
        "Five guards were killed in a blast near Ardal. Two of them died on the spot, the other three in hospital.",
        (5, None, None),
    ),
    (
        "Police say 14 people were killed near Ardal. Eight were stabbed to death, while six were shot.",
        (14, None, None),
    ),
    ("Ten herders died near Ardal. Six were shot dead and four had their throats slit.", (10, None, None)),
    ("Two guards were killed near Ardal. Two others died of their wounds on Tuesday.", (4, None, None)),
    ("Nine guards died in a raid near Ardal and two more when their truck hit a mine.", (11, None, None)),
    (
        "Police say 14 potters were killed in Ardal. Nineteen of the attackers were later shot dead.",
        (33, None, None),
    ),
    # who they were
    ("Two guards, a Dane and a Pole, were killed in an ambush near Ardal.", (2, None, None)),
    ("Three sailors, an Indian, a Greek and a Finn, were kidnapped off Ardal.", (None, None, 3)),
    ("Two soldiers, a potter and a nurse were killed near Ardal.", (4, None, None)),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "told"), _TOLD)
def test_the_toll_is_read(text: str, told: tuple[int | None, int | None, int | None]) -> None:
    try:
        totals = main_event(text).totals
    except StopIteration:
        assert told == (None, None, None)
        return
    ours = (totals.ucdp.best, totals.latest.wounded, totals.latest.captured)
    assert ours == told
