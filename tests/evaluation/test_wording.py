from __future__ import annotations

import pytest

from rashomon.evaluation.wording import CAPTURED, KILLED, number_near, numbers_in, stands_in_text


def test_numbers_as_digits_and_words() -> None:
    text = "Twenty-one men, 3 boats and seventeen crates; unit B-52, 4.5 km"
    assert [number for _, number in numbers_in(text)] == [21, 3, 17]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In 14 villages nothing moved. Five farmers were killed.", 5),
        ("The blast killed two and hurt 30.", 2),
        ("Nobody was hurt in the 3 villages.", None),
        (
            "Farmers were killed by some of the men who had come down from the hills to the market with 9 goats",
            None,
        ),
    ],
)
def test_the_trivial_method_takes_the_number_nearest_to_the_verb(text: str, number: int | None) -> None:
    assert number_near(text, KILLED) == number


@pytest.mark.parametrize(
    ("number", "text", "stands"),
    [
        (3, "Troops detained three men.", True),
        (3, "Troops detained several men. They burned 3 boats.", False),
        (1, "Troops detained a courier.", True),
        (1, "Troops detained several men.", False),
        (4, "Troops detained numerous men.", False),
    ],
)
def test_a_number_stands_in_the_text_where_a_sentence_with_the_verb_has_it(
    number: int, text: str, stands: bool
) -> None:
    assert stands_in_text(number, text, CAPTURED) is stands
