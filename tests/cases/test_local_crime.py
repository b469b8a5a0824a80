"""Killed and wounded of local crime reports, in which one person is told of again and again."""

from __future__ import annotations

import pytest
from tests.cases.test_short_notes import event_of


def toll(text: str) -> tuple[int | None, int | None]:
    totals = event_of(text).totals
    return totals.ucdp.best, totals.latest.wounded


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # "they" of one person of whom it is not said whether a man or a woman
        (
            "Deputies found a victim with a gunshot wound in Orle on Monday. The victim was flown to a clinic "
            "where they later died.",
            1,
            None,
        ),
        # nobody of several is "himself"
        (
            "Officers heard a shot in Orle on Monday and found a man who had shot himself in the head, killing himself.",
            1,
            None,
        ),
        # one of two
        (
            "Her son called after the shooting in Orle on Monday to say that either his brother or a neighbor was dead.",
            1,
            None,
        ),
        # what is shot in play
        (
            "A boy was shot in Orle on Monday. Men come there to shoot dice and shoot off their mouths.",
            None,
            1,
        ),
        # his brother is not he
        (
            "Jan Slate, 6, was pronounced dead after the shooting in Orle on Monday. His brother was hit in the arm.",
            1,
            1,
        ),
        # bodies of several kinds of people
        (
            "Detectives found the bodies of two adults and an 8-year-old boy after a shooting in Orle on Monday.",
            3,
            None,
        ),
        # two at least, and three told of
        ("A man and two children died in Orle in what police call a murder-suicide.", 3, None),
        # "more" people are none of the dead
        (
            "Two people were killed on Monday and six more people were shot at a flat in Orle, police said.",
            2,
            6,
        ),
        # who struck several and was struck as well is none of them
        (
            "Marek Dole shot four guests at a wedding in Orle on Monday. Dole was hit in the leg himself.",
            None,
            5,
        ),
        # how the dead were hurt
        (
            "Two women were found dead in a house in Orle on Monday. Both victims had several injuries from a knife.",
            2,
            None,
        ),
        (
            "Two women were killed in a house in Orle on Monday and two men were wounded. Both men are in hospital.",
            2,
            2,
        ),
        # "all four" are the whole of the two told of before
        (
            "Two of the victims stayed near the bar in Orle on Monday, police said, and two others were taken to "
            "hospital. All four people remain in the hospital.",
            None,
            4,
        ),
        (
            "A 30-year-old man shot his infant daughter and then killed himself on Monday. An officer found "
            "an infant girl dead in a car. Both Lund and his daughter died at the scene.",
            2,
            None,
        ),
        (
            "A boy has died after a shooting in Bara on Monday. He was later named as six-year-old Sami Haroun. "
            "How Sami was shot is unclear. Haroun was pronounced dead at noon.",
            1,
            None,
        ),
        (
            "A farmer who died on Monday was hit by a stray bullet, says a report on the death of Tariq Mansour.",
            1,
            None,
        ),
        (
            "A blast on Monday killed 13-year-old Ilya Petrov. His parents forgave the boy who had accidentally "
            "shot their child.",
            1,
            None,
        ),
        (
            "Officers identified the man slain as 18-year-old Omar Said. The attack on Monday left one dead "
            "and three others wounded. In all four were struck, among them the boy killed.",
            1,
            3,
        ),
        (
            "A man accused in the fatal shooting of a child on Monday denied a charge of injury to a child over "
            "the death of five-year-old Nadia Karim.",
            1,
            None,
        ),
    ],
)
def test_one_person_is_counted_once(text: str, killed: int | None, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A girl, 4, was wounded in Bara on Monday. It is terrible when any child gets shot.", None, 1),
        ("She was shot in Bara on Monday. Her sister was with her at the clinic's hospital.", None, 1),
        ("He had said he might hurt himself or others. He killed a guard in Bara on Monday.", 1, None),
        ("A mother whose young son was shot in Bara on Monday spoke out.", None, 1),
        (
            "A man of 40 is in custody over a shooting in Bara on Monday that left three dead and six more injured.",
            3,
            6,
        ),
        (
            "A woman, 30, was shot and killed in Bara on Monday. Since 2003 there have been 8,214 gun "
            "deaths in the region. There were 41 shooting deaths in 2015.",
            1,
            None,
        ),
        ("A deputy is in stable condition and the man accused of shooting her is dead on Monday.", 1, 1),
        ("Officers called about multiple gunshot victims on Monday found a man and a girl dead.", 2, None),
        ("The family of a 16-year-old boy fatally shot outside a shop on Monday is heartbroken.", 1, None),
        ("Officers heard the family of a nurse who was shot and killed in Harbin on Monday.", 1, None),
        ("They were shooting guns on Monday when a boy was wounded.", None, 1),
        ("A man was shot in Harbin on Monday. Neighbors said he did not live there.", None, 1),
        (
            "A woman, 20, was shot dead in Bara on Monday. Her father died in a mill accident as a boy.",
            1,
            None,
        ),
        ("A clerk was shot dead in Bara on Monday. Her aunt was killed when she was 9.", 1, None),
        ("A clerk was shot dead in Bara on Monday.\nTHE SEARCH: Woman found dead in a mill pond\n", 1, None),
        ("Orle shooting leaves 1 dead, 3 injured Updated: Monday, 17 June, 10:01 PM", 1, 3),
        (
            "Police said five people were hurt on Monday, all teens, and a boy, 18, was shot in the hip.",
            None,
            5,
        ),
        (
            "An 11-year-old boy is recovering. Child shoots self Monday at home in Harbin, police say.",
            None,
            1,
        ),
        ("A boy was shot in Bara on Monday. He is bleeding to death, a caller cried. He is stable.", None, 1),
    ],
)
def test_who_is_no_casualty_is_not_counted(text: str, killed: int | None, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (
            "A man was shot dead and a second man wounded on Monday. Police arrested Ilya Mansour, 22, who was also "
            "shot. Karim Haddad was hit in the chest and died.",
            1,
            1,
        ),
        (
            "A man broke into a house on Monday and fatally shot his ex-wife's boyfriend before killing himself. "
            "Officers found Karim Haddad, 36, dead on the kitchen floor. The suspect's body lay in the garage.",
            2,
            None,
        ),
        (
            "A baker who shot his friend in the chest after a party has been arrested. He gave himself up on Friday "
            "on suspicion of second-degree assault. The friend was taken to hospital in critical condition.",
            None,
            1,
        ),
        (
            "A man who wounded a girl in Harbin on Monday was arraigned on Wednesday. The girl was shot at about "
            "8 p.m. Monday near a mill. She is in stable condition.",
            None,
            1,
        ),
        (
            "Karim Haddad and another person were shot on Monday. The second victim was hit in the hip. Haddad died.",
            1,
            1,
        ),
        (
            "A boy found shot dead this week has been named. Officers were called on Tuesday about a boy who was "
            "shot in a flat.",
            1,
            None,
        ),
    ],
)
def test_one_deed_is_told_of_by_its_steps(text: str, killed: int | None, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (
            "Two teenagers were shot on Monday. One of the victims, who is 15, suffered a wound to the chest. "
            "The other teen, 17, was hit in the ankle.",
            None,
            2,
        ),
        (
            "A gunfight on Monday killed two teens; four others were wounded. A man was charged over the death of "
            "Sami Haroun, 16. His brother is charged with killing Ilya Mansour, 17.",
            2,
            4,
        ),
        (
            "A girl's aunt, 24, and the aunt's boyfriend, 26, were wounded on Monday. The boyfriend was grazed.",
            None,
            2,
        ),
        (
            "Two men were found dead on Monday. A third man was shot several times. He remains in intensive care.",
            2,
            1,
        ),
        (
            "Police on Monday arrested a trucker in the deadly shooting of a Harbin woman and two of her cousins.",
            3,
            None,
        ),
    ],
)
def test_people_told_of_singly_are_those_of_the_number(
    text: str, killed: int | None, wounded: int | None
) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A man was shot in Harbin on Monday. Jackson died at the scene.", 1, None),
        ("There was a shooting in Harbin on Monday. Around five to seven of them were slain.", 5, None),
        (
            "A woman was shot and killed in Harbin on Monday. The other three victims, all minors, survived. "
            "They were all self-transported to a clinic, treated and sent home.",
            1,
            3,
        ),
        (
            "A man was killed in Harbin on Monday, said doctor Tom Hale. Officers named 23-year-old Celia Morgan, who "
            "was shot and died. A teacher said Morgan was kind. Four others were wounded.",
            1,
            4,
        ),
    ],
)
def test_victims_are_known_by_their_verbs_and_names(text: str, killed: int, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # a stretch of a street is no year
        (
            "A shooting killed one man and injured several others in Harbin on Sunday morning. Officers counted nine "
            "people who were shot around 4:15 a.m. outside a bar in the 1900 block of Prospect.",
            1,
            8,
        ),
        # the second in a week is the one told of
        (
            "The town grieved with the news that a girl was shot and killed in Harbin on Sunday afternoon, the town's second "
            "fatal shooting in five days. A man was found at the scene with a wound to the arm.",
            1,
            1,
        ),
        # an arrest for the crime told before
        (
            "Four men sought over last Wednesday's shooting in Harbin are in custody. Officers arrested "
            "Leo Marsh this afternoon after a standoff in Harbin. Two more men were arrested on charges stemming from a "
            "shooting that injured a girl.",
            None,
            1,
        ),
        # what was earlier in the month
        (
            "A boy was killed after accidentally shooting himself in Harbin on Saturday. Earlier this month, a toddler shot "
            "himself in Orle and a girl was shot in Lormi.",
            1,
            None,
        ),
        # the most recent of several is none that went before
        (
            "A man was killed in a shooting in Harbin on Sunday. The most recent shooting in town left two others wounded.",
            1,
            2,
        ),
    ],
)
def test_one_shooting_is_not_read_as_two(text: str, killed: int | None, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # all but the one told of apart
        (
            "Five people were injured at a bar in Harbin on Monday. One of the victims was sent home from the clinic. Four "
            "others remained hospitalized.",
            None,
            5,
        ),
        # others than the wounded: the dead, of whom one was told of before
        (
            "Jordan Lark went to a party in Harbin on Friday and lost his life. No fewer than five people were taken to "
            "hospital. Two others died: Lark and Tim Hale.",
            2,
            5,
        ),
        # the dead were among the wounded, the others are not
        (
            "A shootout in Harbin on Monday left six people wounded. Once it was over, two men were dead. Four "
            "others, including two women, were wounded.",
            2,
            4,
        ),
        # a name that looks like a plural, with a verb of one
        (
            "Officers found Ann Rooks, 21, with a gunshot wound in Harbin on Monday. Rooks was pronounced dead at the scene.",
            1,
            None,
        ),
        ("Tim Banks was at home in Harbin on Monday. Banks was killed by a bullet.", 1, None),
        # taken off life support; a claimed life
        (
            "A shooting hurt a boy in Harbin on Monday. He was taken off life support on Tuesday and passed away.",
            1,
            None,
        ),
        ("An accident with a rifle claimed the life of 4-year-old Ann Price in Harbin on Monday.", 1, None),
        # where, not at what
        ("The victim accidentally shot himself in the foot while at a shop in Harbin on Monday.", None, 1),
        ("Deputies said that a man shot Ann Price at a bar in Harbin on Monday.", None, 1),
    ],
)
def test_the_number_told_is_the_number_read(text: str, killed: int | None, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)
