"""What the reader knows beside a report's words: whose word a speaker's is."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Attribution
from rashomon.reading.english import read_english


def speaker_of_the_dead(text: str, published: str = "2019-06-20") -> Attribution:
    reading = read_english(report_of(text, published=published))
    return next(claim for claim in reading.claims if claim.facet == "killed").attribution[0]


@pytest.mark.parametrize(
    "text",
    [
        "Iyad Ag Ghaly said in a recording that his fighters had killed 20 soldiers near Gao.",
        "Twenty soldiers were killed near Gao, according to Iyad Ag Ghali.",
        "Iyad Ag Ghaly, a chief from Kidal, spoke of the raid. He added that 20 soldiers were killed near Gao.",
    ],
)
def test_a_known_leader_speaks_for_the_group_led_on_that_day(text: str) -> None:
    assert speaker_of_the_dead(text).actor_id == "jnim"
    assert speaker_of_the_dead(text, published="2013-06-20").actor_id == "ansar-dine"


def test_somebody_of_like_name_speaks_for_no_group() -> None:
    speaker = speaker_of_the_dead("Iyad Ag Mohamed said that 20 soldiers were killed near Gao.")
    assert speaker.source == "Iyad Ag Mohamed"
    assert speaker.actor_id is None
