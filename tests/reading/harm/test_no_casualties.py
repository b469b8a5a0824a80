"""Words of harm that count nobody, and whom the words after a list or a copy of a name stand for."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


def toll(text: str) -> tuple[int | None, int | None]:
    totals = main_event(text).totals
    return totals.ucdp.best, totals.latest.wounded


NOBODY: list[tuple[str, tuple[int | None, int | None]]] = [
    ("An attempted murder-suicide took place at the mill. A man was taken to a hospital.", (None, 1)),
    ("Two guests were shot to death at a wake for another recent murder victim.", (2, None)),
    ("Five cousins who came from a supper in memory of a murdered uncle were shot, one fatally.", (1, 4)),
    ("The bullet exited his body. A man was treated for a gunshot wound after the shooting.", (None, 1)),
    ("Two millers in their late 20s were killed by the river.", (2, None)),
    (
        "A young man in his late teens was already dead when patrols reached the mill after a shooting.",
        (1, None),
    ),
    ("A girl was shot dead near the mill. Our kids are hurt by this, a neighbor said.", (1, None)),
    ("A girl was shot dead near the mill. Everybody prayed that nobody died.", (1, None)),
    ("A clerk was shot in the arm. It could have caused the death of the victim.", (None, 1)),
    ("A baker was shot dead. His sister told of her recent death in a letter.", (1, None)),
    ("A guest was shot dead. Men were shooting and people fell.", (1, None)),
    ("A murder suspect was found after two guests were killed near the mill.", (2, None)),
]

WHO: list[tuple[str, tuple[int | None, int | None]]] = [
    ("Deputies discovered one man and two children dead after a shooting.", (3, None)),
    ("A gunman killed his wife, his son and daughter near the mill.", (3, None)),
    ("Another woman, an uncle and a baby were rushed to a clinic after the shooting.", (None, 3)),
    ("The coroner pronounced Edgar Colvin of Harding dead after the shooting.", (1, None)),
    ("A guest was shot near the mill and is facing life-threatening injuries.", (None, 1)),
    ("A schoolgirl was transported to a clinic, suffering from one gunshot wound.", (None, 1)),
    ("Two guests died at the mill and three died in a hospital after a shooting.", (5, None)),
    ("A captain says two guests were killed and a clerk was injured and taken to a hospital.", (2, 1)),
    ("A man was shot and later passed away in a hospital.", (1, None)),
    ("A man and a child were injured in a shooting. Both were taken to a hospital.", (None, 2)),
    ("A fourth guest suffered a gunshot wound to the leg after three guests were killed.", (3, 1)),
]

SAME: list[tuple[str, tuple[int | None, int | None]]] = [
    ("A shooting left a 16-year-old boy dead. Deputies found the body of a teenage boy.", (1, None)),
    (
        "A boy of 13 died after a shooting. A 15-year-old boy had shot him, police say. The boy died at noon.",
        (1, None),
    ),
    (
        "Police identified the driver killed in a shooting as Carl Brook. A third man, named as Brook, died.",
        (1, None),
    ),
    ("A teen was injured in a shooting. A man was found dead beside him. The teen is stable.", (1, 1)),
    (
        "Carl Brook, 62, was shot. A 62-year-old man died after his small son shot him. Brook died at noon.",
        (1, None),
    ),
    ("A clerk was shot dead near the mill. Bullets killed a 77-year-old clerk.", (1, None)),
    ("A suspect was shot dead. Gunfire injured an officer. The officer is in stable condition.", (1, 1)),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "expected"), [*NOBODY, *WHO, *SAME])
def test_tolls(text: str, expected: tuple[int | None, int | None]) -> None:
    assert toll(text) == expected


AGAIN: list[tuple[str, tuple[int | None, int | None]]] = [
    ("A man was killed in a shooting. Another child is in a hospital. Another child is stable.", (1, 1)),
    ("A guard was shot dead, a second was injured. The second guard is in stable condition.", (1, 1)),
    ("Two apprentices, one 18 and the other 21, were injured in a shooting.", (None, 2)),
    ("A girl was shot dead. We must not let them murder our children, a pastor said.", (1, None)),
    (
        "A clerk was killed in a shooting in Sacramento on Tuesday. The shooting took place as Carl Austin was "
        "walking home. The clerk was pronounced dead.",
        (1, None),
    ),
    (
        "A shooting at an armory wounded ten guests on Friday, 6 May. A clerk was arrested on Monday, 9 May. "
        "The ten guests were wounded when a fight broke out on Friday.",
        (None, 10),
    ),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "expected"), AGAIN)
def test_people_told_of_again(text: str, expected: tuple[int | None, int | None]) -> None:
    assert toll(text) == expected


PLAIN: list[tuple[str, tuple[int | None, int | None]]] = [
    ("Gunfire at a party claimed one life and sent two guests to a hospital.", (1, 2)),
    ("Three guests were shot. One of them did not survive.", (1, 2)),
    ("A guest was shot near the mill and could not be revived.", (1, None)),
    ("Two men walked into an emergency room suffering from gunshot wounds.", (None, 2)),
    ("A bullet grazed a woman's head and another struck her husband in the foot.", (None, 2)),
    ("A shooting killed two guests and injured another Saturday.", (2, 1)),
    ("A shooting killed two guests and injured a third Saturday.", (2, 1)),
    ("One man is dead, another hurt after a shooting.", (1, 1)),
    ("Four guests shot at car wash near the mill.", (None, 4)),
    ("Carl Brook was shot dead. A woman who was with him was also shot but survived.", (1, 1)),
    ("A suspect who had wounded an officer was fatally shot.", (1, 1)),
    ("A clerk killed his girlfriend and then himself in a shooting.", (2, None)),
    ("A clerk killed her two sons in a shooting before killing herself.", (3, None)),
    ("The shooting put two teens in the hospital.", (None, 2)),
    ("Officers found Carl Brook, 33, dead from a gunshot wound.", (1, None)),
    ("A mother of three was shot in the back. She is in stable condition.", (None, 1)),
    ("Killed in the shooting were Carl Brook and Peter Marsh.", (2, None)),
    ("A teacher was shot dead. She was the third person killed in the city this year.", (1, None)),
    ("Officers found two victims after a shooting. One was dead; the other was taken to a hospital.", (1, 1)),
    ("Two teens were shot. The 15-year-old died and the 16-year-old is in stable condition.", (1, 1)),
    ("A clerk accidentally shot himself in the head and died.", (1, None)),
    ("Raiders came to the camp. Two cooks were blown up.", (2, None)),
    ("The raiders' mine was found and blown up; no people were near.", (None, None)),
    ("Raiders came to the camp. One cook lost their life.", (1, None)),
    ("A mine went off in the camp, claiming the life of one cook.", (1, None)),
    ("Raiders came to the camp, one civilian dead and one other wounded.", (1, 1)),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain_leads(text: str, expected: tuple[int | None, int | None]) -> None:
    assert toll(text) == expected


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Nine guards and five rebels, including a leader, were killed near Gao.", 14),
        ("Nine guards were killed near Gao. Four of the guards killed were beheaded.", 9),
        ("Nine guards were killed near Gao. At least four guards were beheaded in the fighting.", 9),
        ("Raiders came to Orle. Nine guards and two cooks were beheaded.", 11),
        ("Rebels shot two guards dead near Gao. They had threatened to behead some of their hostages.", 2),
        ("Nine guards died near Gao. It was the biggest single-day combat casualty of the war.", 9),
        ("Nine guards and five rebels died near Gao. The death toll among guards later rose to 11.", 16),
    ],
)
def test_who_is_beside_or_among_the_dead(text: str, dead: int) -> None:
    assert toll(text) == (dead, None)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled a camp near Gao. No personnel were hurt.",
        "Rebels shelled a camp near Gao. No troops were harmed.",
    ],
)
def test_none_of_the_personnel_is_a_count_of_nobody(text: str) -> None:
    assert toll(text) == (None, 0)


NONE: list[tuple[str, tuple[int | None, int | None]]] = [
    ("A bomb went off in Orle on Monday. No women or children were killed or injured.", (0, 0)),
    (
        "A bomb went off in Orle on Monday. No guards, police officers or millers were killed or wounded.",
        (0, 0),
    ),
    ("Raiders came to Orle on Monday but did not kill or wound anybody.", (0, 0)),
    ("A rocket hit a mill in Orle on Monday without killing or wounding any clerks or guests.", (0, 0)),
    ("A bomb went off in Orle on Monday. No guards died, but two millers were wounded.", (0, 2)),
    ("A bomb went off in Orle on Monday. It did not stop the feast and wounded two millers.", (None, 2)),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "expected"), NONE)
def test_a_no_said_once_is_of_all_it_stands_before(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    assert toll(text) == expected
