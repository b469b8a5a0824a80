"""Happenings that only a set phrase tells of, and ACLED's type for them."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.linking import link
from rashomon.reading.deeds import kind_of_set_phrase
from rashomon.reading.english import read_english
from rashomon.reconciling import reconcile

PHRASES = [
    ("Raiders fired on a minibus near Ardal.", "attack"),
    ("A column came under heavy fire near Ardal.", "attack"),
    ("Gunshots were heard near Ardal at dawn.", "attack"),
    ("Two rockets fell on the depot of Ardal.", "shelling"),
    ("Airstrikes were carried out near Ardal.", "air_strike"),
    ("A woman was raped by raiders near Ardal.", "sexual_violence"),
    ("The rebels retook the town of Ardal.", "regained"),
    ("The rebels took over the camp.", "overtaken"),
    ("Agents dismantled a smuggling ring in Ardal.", "arrest"),
    ("Nurses went on strike in Ardal.", "protest"),
    ("Drivers blocked the main road to Ardal.", "protest"),
    ("Raiders damaged four trucks in Ardal.", "looting"),
    ("Raiders imposed a curfew on Ardal.", "strategic_other"),
    ("A fighter blew himself up at the gate.", "suicide_bombing"),
    ("Communal violence spread to Ardal.", "clash"),
]


@pytest.mark.parametrize(("text", "kind"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_a_set_phrase_tells_the_kind(text: str, kind: str) -> None:
    found = kind_of_set_phrase(text)
    assert found is not None
    assert found[0] == kind


def test_a_fire_and_a_strike_of_luck_tell_nothing() -> None:
    assert kind_of_set_phrase("The fire at the mill was a stroke of bad luck.") is None


def test_the_block_of_a_street_is_no_blockade() -> None:
    assert kind_of_set_phrase("Two men lay in the 400 block of Mill Street.") is None


def _event(text: str) -> tuple[str, str | None, int | None]:
    report = report_of(text)
    reading = read_english(report)
    record = reconcile(link([report], [reading]), {c.id: c for c in reading.claims}, {"r": report})
    event = next(event for event in record.events if event.principal_for)
    return event.kind, event.acled.sub_event_type, event.totals.acled.fatalities


@pytest.mark.usefixtures("nlp")
class TestEvents:
    def test_a_phrase_makes_an_event_where_no_word_does(self) -> None:
        assert _event("Raiders fired on a minibus near Ardal.")[0] == "attack"

    def test_a_word_for_a_happening_goes_before_a_phrase(self) -> None:
        assert _event("A bombing damaged four trucks in Ardal.")[0] == "bombing"

    def test_people_found_dead_are_taken_for_victims_of_violence(self) -> None:
        assert _event("Six carpenters were found dead in a barn near Ardal.") == ("incident", "Attack", 6)

    def test_remains_are_of_the_dead(self) -> None:
        assert _event("The remains of at least three of nine miners were uncovered near Ardal.")[2] == 3
