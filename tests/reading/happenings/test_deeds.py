"""Happenings that hurt nobody: sentences of our own and the kind of happening they tell."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.reading.english import read_english
from rashomon.reading.happenings.deeds import DEED_VERBS
from rashomon.reading.languages.en import deeds as words

_TOLD = [
    ("Gunmen stole two pickups from a clinic in Gao on Monday.", "looting"),
    ("Militants torched a primary school near Djibo overnight.", "looting"),
    ("Police in Kano defused a bomb on Friday.", "weapons_disrupted"),
    ("Police in Kano defused two Molotov cocktails on Friday.", "weapons_disrupted"),
    ("Soldiers discovered an arms cache outside Kidal.", "weapons_disrupted"),
    ("Traders took to the streets of Kayes over new taxes.", "protest"),
    ("Youths hurled stones at the police station in Kita.", "riot"),
    ("The two communities signed a peace accord in Niamey.", "agreement"),
    ("Bandits tried to kidnap a doctor in Zamfara.", "attack"),
    ("Soldiers found and destroyed an IED near Lere.", "weapons_disrupted"),
    ("Engineers carried out a controlled explosion near Lere.", "weapons_disrupted"),
    ("The army regained control of Lere on Sunday.", "regained"),
    ("The army took control of Lere without a fight.", "transfer"),
    ("The rebels took over the town without a fight.", "transfer"),
    ("Shopkeepers closed the market in protest at the tax.", "protest"),
    ("Warplanes bombed the depot at Lere.", "air_strike"),
    ("Rebels captured the town of Lere on Sunday.", "overtaken"),
    ("Rebels attacked Lere on Sunday in an effort to seize control of the valley.", "attack"),
    ("Rebels attacked Lere on Sunday and seized control of smuggling routes.", "attack"),
]


def kinds_of(text: str) -> list[str]:
    report = report_of(text)
    return [mention.kind for mention in read_english(report).mentions]


@pytest.mark.usefixtures("nlp")
class TestDeeds:
    @pytest.mark.parametrize(("text", "kind"), _TOLD)
    def test_is_read(self, text: str, kind: str) -> None:
        assert kinds_of(text) == [kind]

    def test_property_taken_in_an_attack_makes_it_no_robbery(self) -> None:
        assert kinds_of("Rebels attacked the post near Ber and burned three vehicles.") == ["attack"]

    def test_a_blast_that_breaks_a_car_is_a_blast(self) -> None:
        assert kinds_of("A landmine destroyed a truck near Ber.") == ["mine"]

    def test_a_fight_that_begins_with_a_bomb_is_a_fight(self) -> None:
        text = "A roadside bomb hit the convoy near Ber and rebels then clashed with the soldiers."
        assert kinds_of(text) == ["clash"]


def test_no_verb_that_a_rule_asks_for_is_passed_over() -> None:
    asked = (words.TAKING, words.BURNING, words.FINDING, words.SIGNING, words.LEAVING, words.TRYING)
    assert all(vocabulary <= DEED_VERBS for vocabulary in asked)
    assert "say" not in DEED_VERBS
