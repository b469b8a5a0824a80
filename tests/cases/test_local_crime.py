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
            "A coroner identified the man killed as 19-year-old Omar Said. The shooting on Monday left one dead "
            "and three others wounded. Four people were struck, including the boy killed.",
            1,
            3,
        ),
        (
            "A man accused in the fatal shooting of a child on Monday denied charges of injury to a child for "
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
        ("She was shot in Bara on Monday. Her mother was with her at the hospital.", None, 1),
        ("He had said he might hurt himself or others. He killed a guard in Bara on Monday.", 1, None),
        ("A mother whose young son was shot in Bara on Monday spoke out.", None, 1),
        (
            "A man of 40 is in custody over a shooting in Bara on Monday that left three dead and seven others injured.",
            3,
            7,
        ),
        (
            "A woman, 30, was shot and killed in Bara on Monday. Since 1999 there have been 10,569 accidental "
            "shooting deaths in the country. There were 30 shooting deaths in 2014.",
            1,
            None,
        ),
        ("A deputy is in stable condition and the man accused of shooting her is dead on Monday.", 1, 1),
        ("Officers called about multiple gunshot victims on Monday found a man and a girl dead.", 2, None),
        ("They were shooting guns on Monday when a boy was wounded.", None, 1),
    ],
)
def test_who_is_no_casualty_is_not_counted(text: str, killed: int | None, wounded: int | None) -> None:
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
            "A shootout killed two teens and wounded four others on Monday. A man was charged over the death of "
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
            "A man was arrested Monday in the fatal shooting of a Harbin woman and two of her children.",
            3,
            None,
        ),
    ],
)
def test_people_told_of_singly_are_those_of_the_number(
    text: str, killed: int | None, wounded: int | None
) -> None:
    assert toll(text) == (killed, wounded)
