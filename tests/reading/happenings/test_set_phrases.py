"""Happenings that only a set phrase tells of, and ACLED's type for them."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

from rashomon.reading.happenings.deeds import kind_of_set_phrase

PHRASES = [
    ("Raiders fired on a minibus near Ardal.", "attack"),
    ("A column came under heavy fire near Ardal.", "attack"),
    ("Gunshots were heard near Ardal at dawn.", "attack"),
    ("Two rockets fell on the depot of Ardal.", "shelling"),
    ("Airstrikes were carried out near Ardal.", "air_strike"),
    ("The depot was hit by three mortar shells.", "shelling"),
    ("The camp came close to being lost to indirect fire.", "shelling"),
    ("A patrol truck was blown up on the road to Ardal.", "mine"),
    ("A lorry ran over a mine near Ardal.", "mine"),
    ("A gunship strafed two boats.", "air_strike"),
    ("The column engaged rebels in the forest.", "clash"),
    ("Raiders carried off two millers.", "abduction"),
    ("Guards rounded up nine drivers in Ardal.", "arrest"),
    ("The man was taken in for questioning.", "arrest"),
    ("Two shells were found and made safe.", "weapons_disrupted"),
    ("The elders reached a peace accord.", "agreement"),
    ("Both villages agreed to end their feud.", "agreement"),
    ("The truce was signed in Ardal.", "agreement"),
    ("Nurses began a two-day walkout.", "protest"),
    ("Drivers observed a strike over the toll.", "protest"),
    ("Pupils boycotted classes.", "protest"),
    ("Workers occupied the ministry to demand their wages.", "protest"),
    ("Residents closed off the entrance to the mill.", "protest"),
    ("Raiders made off with forty sheep.", "looting"),
    ("Raiders drove away the herd of camels.", "looting"),
    ("Bandits held up a bus near Ardal.", "looting"),
    ("Raiders destroyed a radio mast.", "looting"),
    ("A new movement was founded in Ardal.", "group_change"),
    ("The garrison reinforced its positions.", "group_change"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The baker was held up by the rain.",
        "The mayor reached an audience of thousands.",
        "The band made music until dawn.",
        "The bill was founded on an error.",
    ],
)
def test_other_senses_of_the_words_tell_nothing(text: str) -> None:
    assert kind_of_set_phrase(text) is None


def _event(text: str) -> tuple[str, str | None, int | None]:
    event = main_event(text)
    return event.kind, event.acled.sub_event_type, event.totals.acled.fatalities


@pytest.mark.usefixtures("nlp")
class TestEvents:
    def test_a_phrase_makes_an_event_where_no_word_does(self) -> None:
        assert _event("Raiders fired on a minibus near Ardal.")[0] == "attack"

    def test_a_word_for_a_happening_goes_before_a_phrase(self) -> None:
        assert _event("A bombing damaged four trucks in Ardal.")[0] == "bombing"

    def test_people_found_dead_are_taken_for_victims_of_violence(self) -> None:
        assert _event("Six carpenters were found dead in a barn near Ardal.") == ("incident", "Attack", 6)

    def test_a_woman_raped_in_a_raid_is_told_as_that(self) -> None:
        assert _event("Raiders attacked a bus near Ardal and raped two women.")[1] == "Sexual violence"

    def test_fighters_taken_by_soldiers_are_arrested(self) -> None:
        assert _event("A rebel was captured by the army in Ardal.")[1] == "Arrests"

    def test_a_protester_shot_dead_is_excessive_force(self) -> None:
        text = "Residents of Ardal protested on Monday and police shot dead a protester."
        assert _event(text)[1] == "Excessive force against protesters"

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Rebels attacked the village of Ardal, but the attack was repelled.", "Armed clash"),
            ("Shooting broke out between two bands near Ardal.", "Armed clash"),
            ("A lorry of the mission was struck by an IED near Ardal.", "Remote explosive/landmine/IED"),
            (
                "Two guards were wounded near Ardal by the explosion of a mine.",
                "Remote explosive/landmine/IED",
            ),
            (
                "Raiders targeted the depot of Ardal with six mortar shells.",
                "Shelling/artillery/missile attack",
            ),
            ("Jets carried out strikes near Ardal.", "Air/drone strike"),
            ("A supply column fell into an ambush near Ardal, nine died.", "Armed clash"),
            ("Raiders attacked an aid worker in Ardal, beat him and stole his car.", "Attack"),
            ("The army carried out an operation near Ardal.", "Other"),
            ("Two farmers were wounded near Ardal.", "Attack"),
        ],
    )
    def test_acleds_kind_of_an_event(self, text: str, kind: str) -> None:
        assert _event(text)[1] == kind

    def test_remains_are_of_the_dead(self) -> None:
        assert _event("The remains of at least three of nine miners were uncovered near Ardal.")[2] == 3


@pytest.mark.usefixtures("nlp")
def test_the_year_of_a_law_is_not_that_of_the_march_for_it() -> None:
    text = "On May 15, residents marched in Ardal against a law adopted by the assembly in 2012."
    day = main_event(text).date.start
    assert day is not None
    assert day.endswith("05-15")
