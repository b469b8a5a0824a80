"""Where a line break ends a sentence: above a paragraph that is one long line, not in text broken to a width."""

from __future__ import annotations

import pytest

from rashomon.reading.sentences.parsing import cut_sentences

PARAGRAPH = (
    "Warplanes of the alliance killed at least 20 guests of a feast in a village in the north-west of the valley "
    "late on Sunday, residents said."
)


def sentences(text: str) -> list[str]:
    return [sentence.words for sentence in cut_sentences(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Alliance air strikes kill at least 20 at a feast",
        "Rescuers carry a girl from a shelled barn in the old town",
        "Dozens have been killed by shelling of quarters like Orle",
    ],
)
def test_a_headline_or_caption_above_a_long_line_is_a_sentence(line: str) -> None:
    assert sentences(f"{line}\n{PARAGRAPH}") == [line, PARAGRAPH]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("The strike on the barn took the life of", "Amin Brun, a baker."),
        ("Residents said that the strike was the work of the", PARAGRAPH),
        ("The guests had come to the village from", PARAGRAPH),
        (
            "a strike on the barn in the valley killed the baker",
            "Amin Brun and his two sons on Sunday night.",
        ),
    ],
)
def test_a_broken_sentence_goes_on(line: str, below: str) -> None:
    assert len(sentences(f"{line}\n{below}")) == 1


def test_headlines_one_above_the_other_are_sentences_of_their_own_on_a_page() -> None:
    lines = [
        "Shooting in Orle leaves two guests of a feast dead",
        "Guards: 2 killed, three injured in a shooting at the old mill",
        PARAGRAPH,
    ]
    assert sentences("\n".join(lines)) == lines


def test_lines_broken_to_a_width_go_on() -> None:
    lines = [
        "Fire crews fought all night long to quench the blaze at a mill of",
        "Orle in a quarter of the town that is known for its old barns and",
        "Molt brought the water from the river as the mayor of the valley",
        "Brun said in a letter to the people of the town and of the valley",
        "that nobody was hurt.",
    ]
    assert len(sentences("\n".join(lines) + f"\n\n{PARAGRAPH}")) == 2


def test_a_dash_after_a_linked_name_goes_on_with_its_sentence() -> None:
    text = "On Saturday one man – 19-year old\nJan Orle Mendel\n– was killed in Dova.\nThe town mourned."
    assert [sentence.words for sentence in cut_sentences(text)] == [
        "On Saturday one man – 19-year old\nJan Orle Mendel\n– was killed in Dova.",
        "The town mourned.",
    ]


def test_a_dash_before_an_item_of_a_list_begins_one() -> None:
    text = "The losses:\n– two soldiers killed\n– one truck burned"
    assert len(cut_sentences(text)) == 3
