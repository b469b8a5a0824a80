"""Those whom only a noun names: militias of a people, mobs and their victims, assailants, and who faced whom."""

from __future__ import annotations

import pytest
from tests.conftest import report_of
from tests.linking.test_who_was_there import actors_of

from rashomon.linking import link
from rashomon.reading.english import read_english

pytestmark = pytest.mark.usefixtures("nlp")


def sides_of(text: str) -> list[set[str]]:
    """The ids of the actors of each side of the main event; names where an actor has no id."""
    report = report_of(text, published="2018-06-20")
    linked = link([report], [read_english(report)])
    event = next(event for event in linked.events if event.principal_for)
    return [{actor.id or actor.name for actor in side.actors} for side in event.sides]


class TestMilitias:
    def test_people_without_arms_who_attack_are_their_peoples_militia(self) -> None:
        assert sides_of("Murle youth raided Dinka cattle camps in Pibor; a dozen herders died.") == [
            {"militia:SSD/murle"},
            {"civilians:SSD"},
        ]

    def test_the_bare_name_of_a_people_does_as_well(self) -> None:
        assert "militia:NGA/fulani" in actors_of("A village near Mubi was attacked by alleged Fulani.")

    def test_herders_and_farmers_of_two_peoples_face_each_other(self) -> None:
        assert sides_of("Peul herders and Dogon farmers clashed in Koro.") == [
            {"militia:MLI/dogon"},
            {"militia:MLI/fulani"},
        ]

    def test_raiders_of_a_people_are_its_militia_beside_police(self) -> None:
        text = "Pokot raiders and police clashed near Lodwar."
        assert actors_of(text) == {"militia:KEN/pokot", "police:KEN"}

    def test_those_attacked_stay_civilians(self) -> None:
        assert sides_of("Turkana herders killed two Samburu near Lodwar.") == [
            {"militia:KEN/turkana"},
            {"civilians:KEN"},
        ]


class TestMobs:
    def test_whom_a_mob_takes_for_a_thief_is_a_civilian(self) -> None:
        assert actors_of("A mob lynched a suspected thief in Nairobi.") == {"rioters:KEN", "civilians:KEN"}


class TestAssailants:
    def test_assailants_are_those_who_attacked(self) -> None:
        text = "Fulani militiamen attacked a hamlet near Bankass; two assailants were killed."
        assert "unidentified:MLI" not in actors_of(text)

    def test_whoever_fought_the_assailants_is_none_of_them(self) -> None:
        text = "Malian soldiers destroyed a mine near Gao, came under fire and routed the assailants."
        assert {"forces:MLI"} in sides_of(text)

    def test_islamic_extremists_are_an_islamist_militia(self) -> None:
        assert "armed:BFA/islamist-militia" in actors_of("Islamic extremists burned a school in Djibo.")

    def test_prisoners_taken_by_those_attacked_do_not_tell_who_attacked(self) -> None:
        text = "A police unit was ambushed near Gao, Mali. The police detained a man."
        assert "unidentified:MLI" in actors_of(text)


class TestFacingEachOther:
    @pytest.mark.parametrize(
        "text",
        [
            "Chadian troops and FACT rebels clashed in Nokou.",
            "FACT rebels took control of Nokou from Chadian troops.",
            "Clashes pitted Chadian troops against FACT rebels in Nokou.",
        ],
    )
    def test_two_who_fight_are_two_sides(self, text: str) -> None:
        assert sorted(sides_of(text), key=sorted) == [{"fact"}, {"forces:TCD"}]

    def test_servants_of_one_state_are_one_side(self) -> None:
        assert sides_of("Soldiers and policemen fought in Bria.") == [{"forces:CAF"}]


class TestConvoys:
    @pytest.mark.parametrize(
        "convoy", ["a wedding convoy", "a convoy of traders", "a convoy carrying pilgrims"]
    )
    def test_whose_load_is_civil_is_no_soldiers(self, convoy: str) -> None:
        assert actors_of(f"Gunmen fired on {convoy} near Lokoja.") == {"unidentified:NGA", "civilians:NGA"}
