"""Names of several phrases that stand before a noun for people; sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, report_of

from rashomon.codebook.actors import load_registry
from rashomon.reading.english import read_english
from rashomon.reading.people.bound_names import names_before_people

TAKEN = [
    (
        "Guards killed two Islamic Movement of Uzbekistan fighters near Orle.",
        ["Islamic Movement of Uzbekistan"],
    ),
    (
        "Guards held an Islamic Movement of Uzbekistan (IMU) courier near Orle.",
        ["Islamic Movement of Uzbekistan (IMU)"],
    ),
    (
        "A Movement for the Emancipation of the Niger Delta senior commander died near Orle.",
        ["Movement for the Emancipation of the Niger Delta"],
    ),
    ("The Islamic Movement of Uzbekistan said two fighters died.", []),
    ("Hundreds of Taliban fighters came to Orle.", []),
]


@pytest.mark.parametrize(("text", "names"), TAKEN)
def test_a_name_before_people_is_taken_for_one_word(text: str, names: list[str]) -> None:
    found = names_before_people(text, load_registry().find(text))
    assert [text[start:end] for start, end in found] == names


@pytest.mark.usefixtures("nlp")
def test_its_members_are_counted_and_their_words_kept() -> None:
    text = "Guards killed two Islamic Movement of Uzbekistan fighters near Orle on Monday."
    assert main_event(text).totals.ucdp.best == 2
    (claim,) = (c for c in read_english(report_of(text)).claims if c.facet == "killed")
    assert claim.about is not None
    assert claim.about.words == "Islamic Movement of Uzbekistan fighters"
    assert [actor.actor_id for actor in claim.about.actors] == ["imu"]
