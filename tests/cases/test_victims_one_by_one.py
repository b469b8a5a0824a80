"""Short local reports that tell of victims one after another, of some of those hit who died, and of headlines above."""

from __future__ import annotations

import pytest
from tests.cases.test_local_crime import toll

_SOME_DIED = [
    ("Three people were hurt in a shooting in Orle on Friday, two of whom later died.", 2, 1),
    ("Three teens were wounded near Alder Street in Orle on Monday, with two dying at the scene.", 2, 1),
    (
        "Four people were injured in a shooting in Orle on Sunday. One of them was pronounced dead there.",
        1,
        3,
    ),
    ("Four people were hurt in a shooting in Orle on Monday. One died.", 1, 3),
    (
        "Four people were injured in a shooting in Orle on Sunday. The victims were driven to a clinic, where one died.",
        1,
        3,
    ),
    # those killed outright are none of those hurt
    ("One guest was killed and four others were hurt in a shooting in Orle on Sunday.", 1, 4),
    # a number with "of them" behind it is no age
    ("Five people were shot on Alder Street in Orle on Monday, 1 of whom died, police said.", 1, 4),
    ("Three people were shot in Orle on Monday, 2 of them fatally, the sheriff's office said.", 2, 1),
    # somebody's children told of again
    (
        "A baker was killed and his two children and four other guests were hurt in a shooting in Orle on Monday. "
        "The victim's children were also wounded by glass.",
        1,
        6,
    ),
    # told in one breath with the dead, and none of them
    (
        "Seven people died, and 140 suffered gunshot wounds, when a gunman opened fire in Orle on Monday.",
        7,
        140,
    ),
    # which of the two is not said of the whole number
    (
        "A shooting in Orle on Monday left three people dead or wounded. A man was pronounced dead at a clinic. "
        "A girl of 15 is expected to survive. A 55-year-old woman was wounded.",
        1,
        2,
    ),
]
_WHO_IS_WHO = [
    (
        "Two people were stabbed outside a bar in Orle on Sunday. One of them later died at the hospital; "
        "the second died at the scene.",
        2,
        None,
    ),
    (
        "A woman was shot and killed at a flat in Orle on Monday. The suspect was later found dead of a "
        "self-inflicted wound.",
        2,
        None,
    ),
    (
        "Police shot and killed a man in Orle on Monday. The suspect was pronounced dead at a hospital.",
        1,
        None,
    ),
    (
        "A 20-year-old man was killed at a market in Orle on Monday. Another man was critically injured. "
        "He later passed away.",
        2,
        None,
    ),
    (
        "A 42-year-old was shot in the chest in Orle on Monday and died at the scene. His girlfriend, 26, was shot "
        "in the arm.",
        1,
        1,
    ),
    (
        "The shooting happened in Orle on Monday. The driver was killed and the clerk was hit in the arm.",
        1,
        1,
    ),
    ("A man stabbed an officer in the arm in Orle on Monday. The officer shot and killed him.", 1, 1),
    ("A man was sitting on a porch in Orle on Monday when a bullet struck him in the thigh.", None, 1),
]
_FATES = [
    ("A 38-year-old woman is dead and another is recovering after a shooting in Orle on Monday.", 1, 1),
    ("A shooting in Orle on Monday left a 22-year-old dead and a 19-year-old injured.", 1, 1),
    ("Someone shot a 47-year-old at a house party in Orle on Monday.", None, 1),
    ("A man was grazed in Orle on Monday. A girl was treated and released.", None, 2),
    ("A 24-year-old man survived a gunshot wound to the head after a fight in Orle on Monday.", None, 1),
    ("A shooting in Orle on Monday left a man dead and two others in the hospital.", 1, 2),
    ("A boy was found shot to death at a flat in Orle on Friday, the sheriff's office said.", 1, None),
    ("Two men were shot at by a passing car in Orle on Monday.", None, None),
    ("15-year-old Dorian Quarles was shot and killed on Monday at a house in Orle.", 1, None),
    (
        "A second person has died after a shooting in Orle on Monday. A man of 24 was killed at the scene.",
        2,
        None,
    ),
    ("One victim, a 24-year-old woman, remains hospitalized after a shooting in Orle on Monday.", None, 1),
    (
        "A 16-year-old girl and a 47-year-old woman were shot in Orle on Monday. The two were taken to a hospital. "
        "The girl died there.",
        1,
        1,
    ),
]
_LISTED = [
    ("Andre Haddix, 31 and Luis Brisco, 22, were shot and killed at a market in Orle on Friday.", 2, None),
    ("Five people were shot, none fatally, at a park in Orle on Saturday.", 0, 5),
    ("Officers found a man bleeding from a gunshot wound in Orle on Saturday.", None, 1),
    ("A man killed his wife, two children and himself in Orle on Saturday.", 4, None),
    ("A man shot and killed his wife, his son and himself in Orle on Saturday.", 3, None),
    ("An officer accidentally shot himself in the leg in Orle on Monday.", None, 1),
    ("Two of three people shot in Orle on Saturday have died.", 2, 1),
    ("A quarrel between neighbours ended with one dead and one in the hospital in Orle on Saturday.", 1, 1),
    ("A man was slashed across the face in Orle on Saturday.", None, 1),
    (
        "Three men were shot, one of them in the head, in Orle on Saturday. The man shot in the head died. The other "
        "two were listed in fair condition.",
        1,
        2,
    ),
    (
        "A girl was asleep in Orle on Saturday when a stray bullet came through a window and hit her in the arm.",
        None,
        1,
    ),
]
_HEADLINES = [
    (
        "9 killed, 27 wounded in Orle\n\n9 people were killed and 27 others were injured in Orle on Sunday.",
        9,
        27,
    ),
    (
        "1 dead in Orle\n\nOfficers opened fire on a man of 47 in Orle on Monday. The suspect was pronounced dead "
        "at the hospital.",
        1,
        None,
    ),
    (
        "1 dead, 2 injured in Orle shooting\n\nThree people were shot in Orle on Saturday. One victim, a girl, was in "
        "stable condition. A second victim, a 63-year-old man, was dead when officers arrived. A third victim, a woman, "
        "remains hospitalized.",
        1,
        2,
    ),
    ("Police: 1 killed, 1 in critical condition in Orle\n\nA gunman opened fire in Orle on Monday.", 1, 1),
    (
        "One dead, one hurt in Orle shooting\n\nTwo people were stabbed at a market in Orle on Saturday. "
        "One did not survive. The other victim is expected to survive.",
        1,
        1,
    ),
    (
        "1 dead, 1 hurt in Orle shooting\n\nA man in his 30s was shot to death at a market in Orle on Monday. "
        "The suspect was also shot and is in critical condition.",
        1,
        1,
    ),
    (
        "1 killed, 1 injured in Orle shooting\n\nA 42-year-old man shot his girlfriend in the leg outside a bar in "
        "Orle on Friday and then killed himself. She is expected to survive.",
        1,
        1,
    ),
    (
        "1 dead, 4 wounded in Orle shooting\n\nOfficers found five people with gunshot wounds in Orle on Monday. "
        "One was pronounced dead at the scene. The others remain in critical condition.",
        1,
        4,
    ),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"), [*_SOME_DIED, *_WHO_IS_WHO, *_FATES, *_LISTED, *_HEADLINES]
)
def test_killed_and_wounded(text: str, killed: int | None, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)
