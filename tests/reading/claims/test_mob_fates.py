"""Attackers whom a crowd killed, and what became of those it lynched: sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Two bandits shot dead a motorcyclist near Kolda. One of them was caught and burned alive by residents.",
            2,
        ),
        ("Gunmen shot dead a shopkeeper. The killer was lynched by an angry mob.", 2),
        ("Three thieves killed a trader in Sabo. One of them was lynched by the crowd.", 2),
        ("Armed robbers killed a driver. One of the robbers was stoned to death by the population.", 2),
        ("Bandits killed a guard in Turo; one of them was shot dead by soldiers.", 2),
        ("Militants killed an imam. One of them was later killed by neighbours.", 2),
        ("Attackers killed a farmer and fled. Two of them were caught and lynched by villagers.", 3),
        ("Two traders were shot by bandits in Doru. One of them died.", 1),
        ("Two men were shot in Kolda. One of them was killed.", 1),
        ("Gunmen attacked a trader and his son. One of them was killed.", 1),
        ("A trader and a driver were killed by bandits. One of them was a father of four.", 2),
        ("Three men were killed in Sabo. One of them was beaten to death.", 3),
        ("A man was shot dead in Turo. The killer was arrested.", 1),
        ("A man was shot dead in Turo. The killer, a soldier, was himself killed by police.", 2),
        ("A suspected thief was lynched by a mob in Kolda. The thief was burned alive.", 1),
        ("Residents of Sabo lynched a bandit who had killed a trader.", 2),
        ("Villagers beat to death a bandit who had shot a herder dead.", 2),
        ("A crowd burned alive two suspected robbers in Turo.", 2),
        ("A suspected militant died in custody after an attack that killed a guard in Doru.", 2),
        ("The attacker, who had killed a nurse, died in police custody.", 2),
        (
            "Two boys accused of theft were lynched by a crowd in Sabo. One was killed, while the other was badly hurt.",
            1,
        ),
        ("Two suspects were lynched by a crowd; one died and the other was rescued by police.", 1),
        ("Three thieves were lynched in Kolda. Two died and one was seriously injured.", 2),
        ("Four suspected bandits were lynched in Sabo. Three died and the fourth was rescued by police.", 3),
        (
            "Two men accused of theft were lynched by villagers. One died on the spot while the other escaped.",
            1,
        ),
        ("Two men were lynched by a crowd in Turo. Both died.", 2),
        ("Gunmen gunned down two traders in Turo. One of them died, the other was rushed to hospital.", 1),
        ("Two men were gunned down in Turo. One was killed and the other wounded.", 1),
        ("Two men were gunned down in Turo. Both were farmers.", 2),
        ("A crowd lynched two thieves, killing one and seriously injuring the other.", 1),
    ],
)
def test_attackers_killed_add_and_the_fates_of_those_lynched_are_read(text: str, dead: int) -> None:
    assert main_event(text).totals.acled.fatalities == dead
