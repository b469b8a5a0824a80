"""Days of what somebody did before, or of a whole period, are not the event's."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # what the victim had done, and what a body that was attacked goes back to
        ("On May 16, gunmen killed a trader who had left the militia two days before.", "05-16", "05-16"),
        ("On May 3, gunmen shot dead a man who had met with army officers the day before.", "05-03", "05-03"),
        (
            "On May 3 gunmen abducted a teacher, who the day before had said that he would stay.",
            "05-03",
            "05-03",
        ),
        (
            "On May 16, gunmen executed a notable in Orle, worth noting that he and other notables announced they had "
            "left the militia the day before.",
            "05-16",
            "05-16",
        ),
        (
            "Gunmen attacked a position of a militia in Orle, wounding two. Group targeted was established by a former "
            "trader earlier this year.",
            "06-20",
            "06-20",
        ),
        # what the army had done before
        (
            "Gunmen attacked a village near Orle, killing four people. Yesterday the army had dispatched a contingent "
            "to the area.",
            "06-20",
            "06-20",
        ),
        # a period, and the one deed of it that is told
        (
            "An aid group documented the detention of 114 men by soldiers between January and June 2019. On May 8, "
            "soldiers detained 10 men near Orle.",
            "05-08",
            "05-08",
        ),
        # whoever is called out to a shooting comes to the one told of
        (
            "A man was wounded in Orle. Officers responded to a shooting on Hale Street on May 16.",
            "05-16",
            "05-16",
        ),
        (
            "A man was killed in Orle. Deputies responding to a stabbing found him dead on May 16.",
            "05-16",
            "05-16",
        ),
        (
            "Soldiers killed six rebels in Orle on May 16, in response to an attack on May 3.",
            "05-16",
            "05-16",
        ),
        # days of the event itself
        ("Two guards died in an ambush that gunmen had laid on May 16 near Orle.", "05-16", "05-16"),
        (
            "A man shot at a corner in Orle where many pupils had gathered on May 16, wounding five.",
            "05-16",
            "05-16",
        ),
        ("On May 16 and 17, gunmen attacked two camps near Orle.", "05-16", "05-17"),
        ("The army said on Thursday that rebels had attacked Orle on May 16, killing two.", "05-16", "05-16"),
        ("Officials said gunmen had entered Orle on May 16, killing six people.", "05-16", "05-16"),
    ],
)
def test_the_event_keeps_its_own_day(text: str, start: str, end: str) -> None:
    date = main_event(text).date
    assert (date.start, date.end) == (f"2019-{start}", f"2019-{end}")


@pytest.mark.usefixtures("nlp")
def test_whoever_is_told_that_he_would_be_burned_is_not_dead() -> None:
    text = (
        "Soldiers detained six men in Orle. All six were whipped and warned that they would be burned alive."
    )
    assert main_event(text).totals.ucdp.best is None
