"""Who died of wounds: how many they are, that they add to the dead told of before, and are wounded no longer."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

TOLL = "Gunmen killed three traders and wounded two others in Orle"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        # all of them, in whatever words
        (f"{TOLL}, the two wounded succumbed later in hospital.", 5, None),
        (f"{TOLL}. Both wounded later died.", 5, None),
        (f"{TOLL}, all of the injured died in hospital.", 5, None),
        (f"{TOLL}. The wounded have since died.", 5, None),
        ("Gunmen killed three traders and wounded two others, who later died in hospital in Orle.", 5, None),
        (
            "At least three herders were killed and two hurt in Orle, the two injured herders later died.",
            5,
            None,
        ),
        ("Gunmen wounded two farmers near Orle, the two later succumbed to their wounds.", 2, None),
        # the dead told of first are of one group, one of them singled out
        (
            "Gunmen shot dead three members including a Dova councillor and wounded two others in Orle, the two wounded "
            "later succumbed to their wounds.",
            5,
            None,
        ),
        # beside one who was killed at once
        (
            "Gunmen killed a chief and wounded two of his guards in Orle, the guards later died of their wounds.",
            3,
            None,
        ),
        (
            "Gunmen killed a chief and wounded two of his guards in Orle, both of whom succumbed later.",
            3,
            None,
        ),
        # one person
        (
            "A soldier was killed and another wounded by a mine near Orle, the wounded soldier later died.",
            2,
            None,
        ),
        (
            "Gunmen shot a teacher dead and wounded his wife in Orle. The wounded woman died two days later.",
            2,
            None,
        ),
        ("A farmer was killed and a nurse wounded in Orle. The nurse later died in hospital.", 2, None),
        (
            "Two children were killed and a third wounded by a shell in Orle, the third child later died.",
            3,
            None,
        ),
        (f"{TOLL}; one of the wounded later died.", 4, 1),
        # nobody more
        (f"{TOLL}, the two wounded were evacuated.", 3, 2),
        (f"{TOLL}. The killed and wounded men came from Dova.", 3, 2),
        (f"{TOLL}. None of the wounded died.", 3, 2),
        (
            "Three people were killed in Orle. One died on the spot, two succumbed to their wounds later.",
            3,
            None,
        ),
    ],
)
def test_the_wounded_who_died(text: str, dead: int, hurt: int | None) -> None:
    totals = main_event(text).totals
    assert (totals.ucdp.best, totals.acled.fatalities, totals.latest.wounded) == (dead, dead, hurt)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("who", ["a Mopti businessman", "the mayor of Mopti", "a Mopti council member"])
def test_where_somebody_is_from_tells_no_two_attacks_apart(who: str) -> None:
    totals = main_event(
        f"Gunmen shot dead three people including {who} and wounded two others in Timbuktu."
    ).totals
    assert (totals.ucdp.best, totals.latest.wounded) == (3, 2)
