"""What agency reports end with: what is usual, what goes on for years; none of it is a happening of the day."""

from __future__ import annotations

import pytest
from tests.conftest import reading_of
from tests.reading.happenings.test_happenings import days_of, harm_of

LEAD = "Gunmen attacked a mill near Gao on Tuesday, killing six workers, the mayor said."


@pytest.mark.usefixtures("nlp")
class TestStanding:
    @pytest.mark.parametrize(
        "usual",
        [
            "The jihadist group often attacks mills and convoys.",
            "The group regularly launches raids in the valley.",
            "It has carried out similar attacks in the past.",
            "The group was driven out of Timbuktu in 2013, but still carries out frequent attacks on soldiers.",
            "The area borders Niger, where armed groups carry out attacks on villagers.",
            "The group has been fighting the army since 2012.",
            "The army, which has repeatedly said that it only strikes rebels, had no comment.",
            "The rebels insist that they attack nobody but soldiers.",
            "The ministry claims it targets rebels alone.",
        ],
    )
    def test_what_is_usual_is_no_happening(self, usual: str) -> None:
        reading = reading_of(f"{LEAD} {usual}")
        (only,) = reading.mentions
        assert days_of(reading, only.id) == {"2019-06-18"}
        assert harm_of(reading, only.id) == {("killed", 6)}

    def test_a_headline_in_the_present_tells_of_the_day(self) -> None:
        (only,) = reading_of("Rebels launch attacks on army posts near Gao").mentions
        assert only.kind == "attack"

    def test_harm_told_in_general_has_no_victims(self) -> None:
        reading = reading_of(f"{LEAD} The rebels regularly kill villagers in the valley.")
        assert [c.facet for c in reading.claims if c.facet == "killed"] == ["killed"]
