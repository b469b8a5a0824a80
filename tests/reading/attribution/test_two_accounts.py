"""Two speakers of one sentence: each gives the number of his own clause."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Twelve people were killed according to the mayor, while six people died, the army said.",
            ["the mayor", "the army"],
        ),
        (
            "According to police, 12 traders died, whereas eight traders were killed, according to the Red Cross.",
            ["police", "the Red Cross"],
        ),
        (
            "A doctor said that eight people had been killed but seven people were killed, according to police.",
            ["A doctor", "police"],
        ),
        ("The army said that, while two soldiers were hurt, 12 rebels were killed.", ["The army"]),
        (
            "The ministry said that 12 rebels were killed and two soldiers died.",
            ["The ministry", "The ministry"],
        ),
    ],
)
def test_each_speaker_gives_the_number_of_his_own_clause(text: str, speakers: list[str]) -> None:
    claims = [claim for claim in reading_of(text).claims if claim.facet == "killed"]
    assert [claim.attribution[0].source for claim in claims] == speakers
    assert all(len(claim.attribution) == 2 for claim in claims)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("At least five died, police said, while three died according to the mayor.", 3, 5),
        ("Gunmen attacked Turo. Reuters spoke of eight dead; the army said seven were killed.", 7, 8),
        (
            "Five villagers have died, residents told reporters, while according to the mayor, four died.",
            4,
            5,
        ),
        ("A doctor counted eight bodies but according to police, 12 died.", 8, 12),
        (
            "12 villagers have died, local sources told reporters. However, a witness reported that six died.",
            6,
            12,
        ),
        ("Reuters reported nine deaths and residents put the number of dead at three.", 3, 9),
        ("AFP claimed that nine were killed and residents gave a toll of five.", 5, 9),
        (
            "14 soldiers were killed, according to local sources, and nine soldiers were killed, according to police.",
            9,
            14,
        ),
        ("Police said five officers died, the hospital said three civilians died.", 8, 8),
        ("Two died at the scene, police said, and three died in hospital.", 5, 5),
    ],
)
def test_tolls_of_two_speakers_are_a_span_and_those_of_other_people_a_sum(
    text: str, least: int, most: int
) -> None:
    killed = main_event(text).totals.range.killed
    assert (killed.min, killed.max) == (least, most)
