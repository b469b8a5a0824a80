"""What the parser is given: as many letters, the same places, clauses parted where a reader parts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.sentences.parser_words import parser_words


@pytest.mark.parametrize(
    ("words", "given_to_parser"),
    [
        # sentences joined by commas
        (
            "Raiders stormed the dairy near Orle, 9 were killed.",
            "Raiders stormed the dairy near Orle; 9 were killed.",
        ),
        (
            "Clashes broke out in Senko, one nurse and 2 cooks are said to have been killed.",
            "Clashes broke out in Senko; one nurse and 2 cooks are said to have been killed.",
        ),
        (
            "A bus hit a mine in Orle, Dova district, at least one monk killed.",
            "A bus hit a mine in Orle, Dova district; at least one monk killed.",
        ),
        # people who are dead, without a verb
        ("Five potters and a guard dead, police say.", "Five potters and a guard died, police say."),
        ("Bomb at a mill in Dova: two millers dead.", "Bomb at a mill in Dova: two millers died."),
        # two outcomes without a verb
        (
            "The blast left four bakers dead and two maids badly wounded.",
            "The blast left four bakers dead but two maids badly wounded.",
        ),
        ("Six porters killed, another wounded.", "Six porters killed; another wounded."),
        # words that stand for others
        ("The cook met presumed rebels.", "The cook met probable rebels."),
        ("The ex-husband, a baker alias Tor.", "The ex husband, a baker named Tor."),
        ("It left a civilian dead.", "It left a villager dead."),
        ("Sadrist militants seized Orle.", "Sadrist partisans seized Orle."),
        ("Men believed to be rebels shot at Orle.", "Men who are called rebels shot at Orle."),
        ("A man believed to be a cook was shot.", "A man who was called a cook was shot."),
        ("Gunmen, maybe rebels, shot at Orle.", "gunmen, maybe rebels, shot at Orle."),
    ],
)
def test_the_parser_sees_the_clauses(words: str, given_to_parser: str) -> None:
    assert parser_words(words) == given_to_parser


@pytest.mark.parametrize(
    "words",
    [
        "On June 3, two guards were killed.",
        "In Orle, a town held by rebels, a nurse was shot.",
        "After raiders stormed the dairy near Orle, 9 were killed.",
        "When a mine exploded, two cooks were killed.",
        "The mayor said, two cooks were killed.",
        "Ann Brell, a nurse who was killed, had three children.",
        "Four guards were killed and three cooks wounded.",
        "Two guards were found dead.",
        "They shot a guard dead.",
        "A cook was wounded, two of whom were guards.",
        "Men believed to be hiding in Orle were shot.",
        "Two rebels were believed to be dead.",
    ],
)
def test_what_is_one_clause_stays_one(words: str) -> None:
    assert parser_words(words) == words


@given(
    st.lists(
        st.sampled_from(
            [
                *"Raiders attacked Orle two guards were killed dead and wounded another , . ; presumed".split(),
                "ex-wife",
                "five",
                "a",
                "“so”",
            ]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_it_is_as_long_as_the_words(words: str) -> None:
    assert len(parser_words(words)) == len(words)


def test_what_is_bound_is_one_word() -> None:
    words = "Two Movement of Dova fighters fled."
    assert parser_words(words, [(4, 20)]) == "Two Movement_of_Dova fighters fled."
