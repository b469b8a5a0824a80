"""Whoever is told of together with somebody harmed was harmed too, and is counted beside him."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A teacher was killed alongside six relatives in an air strike on Tarn.", 7),
        ("Anna Brun was killed alongside six relatives in an air strike on Tarn.", 7),
        ("An air strike on Tarn killed a teacher together with at least three of his pupils.", 4),
        ("Anna Brun, along with six cousins, was killed by a shell in Tarn.", 7),
        ("Anna Brun, along with six cousins, including two women, was killed by a shell in Tarn.", 7),
        ("The driver, together with two porters, died when a shell hit the lorry in Tarn.", 3),
        ("A nurse was killed alongside three members of the rescue team and two patients in Tarn.", 6),
        ("A shell hit the yard, killing him along with his wife and three of his children.", 5),
        ("A farmer was killed along with his wife Mona Brun, 32, and their three sons.", 5),
        ("A farmer was shot dead with two others near Tarn.", 3),
        ("A farmer was killed in clashes with twelve rebels near Tarn.", 1),
        ("A farmer was executed with head cut off near Tarn.", 1),
        # who does something with the victim in a clause of its own
        ("Gunmen killed Tom Brun as he and his friends dashed away in Tarn.", 1),
        ("Raiders shot a trader dead while he and his two sons closed the shop in Tarn.", 1),
        ("A nurse was killed after she and her sister stopped at a light in Tarn.", 1),
        ("Raiders killed a chief, his wife and their two sons in Tarn.", 4),
        ("A farmer was killed alongside the road to Tarn, where 30 people live.", 1),
    ],
)
def test_companions_are_counted_beside_whom_it_befell(text: str, number: int) -> None:
    killed = main_event(text).totals.range.killed
    assert (killed.min, killed.max) == (number, number)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police arrested the wanted man along with three of his aides in Tarn.", 4),
        ("The commander was arrested together with his two bodyguards in Tarn.", 3),
        ("Soldiers detained a smuggler and four of his associates in Tarn.", 5),
        ("One suspected bomb maker and his two brothers were taken into custody in Tarn.", 3),
        ("The commander was arrested in a fight with two guards of the bank in Tarn.", 1),
    ],
)
def test_whoever_is_taken_with_somebody_is_taken_too(text: str, number: int) -> None:
    captured = main_event(text).totals.range.captured
    assert (captured.min, captured.max) == (number, number)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "On Monday, seven pilgrims belonging to the Orlan choir, including a mother with her four children "
        "and their old grandfather, were killed by a shell.",
        "Seven identified pilgrims belonging to two parishes, including a teacher and three women, were killed.",
        "Seven singers spanning three generations of the Orlan (Orlen) choir were killed by a shell.",
        "Seven people, members of the Orlan choir, were killed by a shell.",
    ],
)
def test_the_number_a_clause_opens_with_stands_over_who_they_were(text: str) -> None:
    assert main_event(text).totals.range.killed.min == 7


@pytest.mark.usefixtures("nlp")
def test_who_was_killed_is_not_listed_with_who_was_hurt() -> None:
    text = "Four singers of the Orlan choir were reportedly killed and three more injured when a shell fell."
    totals = main_event(text).totals.range
    assert (totals.killed.min, totals.wounded.max) == (4, 3)
    text = "The head of the Orlan choir, Anna Brun, and her two sons were killed by a shell in Tarn."
    assert main_event(text).totals.range.killed.min == 3
