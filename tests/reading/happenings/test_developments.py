"""What armed bodies do without a fight: sentences of our own and the kind of happening they tell."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.reading.english import read_english
from rashomon.reading.languages.en.developments import developments_in, may_tell_development

_TOLD = [
    ("Government troops withdrew from Ber on Tuesday.", "transfer"),
    ("The Malian army pulled out of its base in Labbezanga.", "transfer"),
    ("French soldiers handed over the camp at Tessalit to the Malian army.", "transfer"),
    ("The army entered Kidal on Tuesday without resistance.", "transfer"),
    ("The army took the town of Anefis without a fight.", "transfer"),
    ("Soldiers captured the town of Ber unopposed.", "transfer"),
    ("Rebels moved into the town of Menaka after soldiers had left.", "transfer"),
    ("The town of Farabougou came under rebel control.", "transfer"),
    ("The gendarmerie opened a new post in Kati.", "base"),
    ("A new military camp was built at Nampala.", "base"),
    ("Rebels set up a checkpoint near Gossi.", "base"),
    ("The army deployed troops to Diafarabe on Monday.", "group_change"),
    ("Soldiers were deployed in the village of Sevare.", "group_change"),
    ("Thirty fighters surrendered to the army in Diffa on Friday.", "group_change"),
    ("Two rebel commanders laid down their arms in Gao.", "group_change"),
    ("Forty militiamen were disarmed at Mopti on 3 June 2021.", "group_change"),
    ("A splinter group broke away from the movement in Kidal.", "group_change"),
    ("Gunmen released six hostages near Niono on Tuesday.", "strategic_other"),
    ("Nine abducted teachers were freed in Djibo.", "strategic_other"),
    ("Fighters demanded a ransom from herders near Douentza.", "strategic_other"),
    ("Militants harassed traders at the market of Konna.", "strategic_other"),
    ("Militants collected zakat from villagers in Youwarou.", "strategic_other"),
    ("Militants ordered teachers to leave the village of Kani.", "strategic_other"),
    ("Troops imposed a curfew in Mopti.", "strategic_other"),
    ("Three herders were taken to an unknown place by gunmen near Tenenkou.", "abduction"),
    ("A VBIED went off at the gate of the barracks in Gao.", "mine"),
]
_UNTOLD = [
    "The president left the city for Paris on Monday.",
    "The singer harassed a reporter in London.",
    "The company opened a new post office in Bamako.",
    "Ministers withdrew from the talks in Algiers.",
    "Police searched for clues.",
    "Voters collected their cards in Mopti.",
]


def kinds_of(text: str) -> list[str]:
    return [mention.kind for mention in read_english(report_of(text)).mentions]


@pytest.mark.usefixtures("nlp")
class TestDevelopments:
    @pytest.mark.parametrize(("text", "kind"), _TOLD)
    def test_is_read(self, text: str, kind: str) -> None:
        assert kinds_of(text) == [kind]

    @pytest.mark.parametrize("text", _UNTOLD)
    def test_is_left_where_no_armed_body_acts(self, text: str) -> None:
        assert kinds_of(text) == []

    def test_a_named_body_is_armed(self) -> None:
        assert kinds_of("JNIM withdrew from the village of Dialassagou on Monday.") == ["transfer"]

    def test_what_is_told_in_a_fight_stays_a_fight(self) -> None:
        assert kinds_of("Rebels attacked the post near Ber and the soldiers withdrew from it.") == ["attack"]

    def test_what_lacks_a_warning_was_done(self) -> None:
        assert kinds_of("Gunmen attacked the village of Ber without warning on Monday.") == ["attack"]


class TestPhrases:
    def test_begins_at_the_deed(self) -> None:
        assert list(developments_in("Rebels set up a checkpoint")) == [("base", 7)]

    def test_a_name_stands_for_an_armed_body(self) -> None:
        words = "MSA withdrew from the town"
        assert list(developments_in(words)) == []
        assert list(developments_in(words, (0,))) == [("transfer", 4)]
        assert may_tell_development(words)
