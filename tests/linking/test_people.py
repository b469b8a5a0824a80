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


class TestUnderFire:
    def test_who_comes_under_fire_attacks_nobody(self) -> None:
        assert sides_of("A Malian army patrol came under heavy fire from MNLA rebels near Gao.") == [
            {"forces:MLI"},
            {"mnla"},
        ]

    def test_guards_who_shoot_at_prisoners_are_in_it(self) -> None:
        assert "police:COD" in actors_of("Prison guards shot at inmates in Kinshasa.")

    def test_who_shoots_somebody_dead_at_a_checkpoint_is_told(self) -> None:
        assert "forces:NGA" in actors_of("Soldiers shot dead a trader at a checkpoint in Kano.")


class TestWhoTheyAre:
    def test_a_former_fighter_is_a_civilian_of_nobody(self) -> None:
        assert actors_of("Unidentified gunmen killed a former GATIA commander in Gao.") == {
            "unidentified:MLI",
            "civilians:MLI",
        }

    def test_fighters_of_a_people_are_its_militia_where_no_body_bears_its_name(self) -> None:
        assert "militia:COD/twa" in actors_of("Twa fighters attacked a village near Manono.")

    def test_the_army_of_the_country_tells_where_a_group_of_many_countries_was(self) -> None:
        assert "civilians:CAF" in actors_of("Wagner men and FACA soldiers raided Boyo, killing 12 civilians.")


def test_rioters_nobody_knows_are_rioters_and_no_unknown_gunmen() -> None:
    found = actors_of("Unidentified rioters hurled a petrol bomb at a bus in Bamako.")
    assert "rioters:MLI" in found
    assert "unidentified:MLI" not in found


def test_officials_who_raid_a_house_are_no_mob() -> None:
    text = "Counter-terrorism officials raided a house in Karachi, which was met with gunfire."
    assert "rioters:PAK" not in actors_of(text)
