"""Who took part in the event a report tells of, from its sentences to the actors of the record."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.linking import link
from rashomon.linking.towns_named import country_of_towns
from rashomon.reading.english import read_english


def actors_of(text: str, published: str = "2018-06-20") -> set[str]:
    """The ids of all actors of the main event; names where an actor has no id."""
    report = report_of(text, published=published)
    linked = link([report], [read_english(report)])
    event = next(event for event in linked.events if event.principal_for)
    actors = [actor for side in event.sides for actor in side.actors]
    actors += [other.actor for other in event.others]
    return {actor.id or actor.name for actor in actors}


def others_of(text: str) -> dict[str, str]:
    """The roles of who stands beside the main event, by id or name."""
    report = report_of(text, published="2018-06-20")
    linked = link([report], [read_english(report)])
    event = next(event for event in linked.events if event.principal_for)
    return {other.actor.id or other.actor.name: other.role for other in event.others}


pytestmark = pytest.mark.usefixtures("nlp")


class TestWithoutAPlace:
    def test_the_country_is_that_of_whoever_is_named(self) -> None:
        text = "Rockets hit the MINUSMA camp at dawn. Two drivers were wounded."
        assert actors_of(text) == {"minusma", "civilians:MLI", "unidentified:MLI"}

    def test_a_movement_of_many_countries_does_not_outvote_those_beside_it(self) -> None:
        text = "Islamic State fighters shot two traders who had left GATIA for the HCUA."
        assert "civilians:MLI" in actors_of(text)


class TestNamesakes:
    def test_a_village_where_none_of_those_named_acts_is_a_namesake(self) -> None:
        assert actors_of("Gunmen fired at MINUSMA forces near Bera.") == {"minusma", "unidentified:MLI"}

    def test_a_city_is_meant_wherever_it_is(self) -> None:
        assert "unidentified:CAF" in actors_of("Gunmen kidnapped a chief of the Dogon in Bangui.")

    def test_a_country_that_is_named_is_meant(self) -> None:
        assert "civilians:BGD" in actors_of(
            "Gunmen shot a trader and a former MINUSMA man in Bera, Bangladesh."
        )


class TestTowns:
    def test_a_town_named_in_another_part_tells_the_country(self) -> None:
        text = "Students of the University of Bamako fought each other."
        assert actors_of(text) == {"rioters:MLI"}

    def test_towns_of_two_countries_tell_none(self) -> None:
        gazetteer = open_gazetteer()
        assert country_of_towns("A driver (Niafunke) came from Bamako.", gazetteer) == "MLI"
        assert country_of_towns("A driver came from Bamako to Niamey.", gazetteer) is None
        assert country_of_towns("A driver came from Springfield.", gazetteer) is None


class TestAccused:
    def test_whom_a_victim_is_said_to_have_helped_did_nothing(self) -> None:
        text = "Gunmen kidnapped a shepherd near Gao, accusing him of feeding the Malian army."
        assert actors_of(text) == {"unidentified:MLI", "civilians:MLI"}

    def test_those_accused_of_a_deed_did_it_not_those_who_accuse(self) -> None:
        text = "Villagers accused the Malian army of killing four herders near Gao."
        assert actors_of(text) == {"forces:MLI", "civilians:MLI"}


class TestSayers:
    def test_they_who_claim_to_have_killed_are_the_claimants(self) -> None:
        text = "GATIA claimed that they had killed six MNLA fighters near Kidal."
        assert actors_of(text) == {"gatia", "mnla"}

    def test_witnesses_are_no_killers(self) -> None:
        text = "Residents said they buried nine shepherds whom gunmen killed near Gao."
        assert "rioters:MLI" not in actors_of(text)


class TestNames:
    def test_a_second_name_in_brackets(self) -> None:
        text = "Katiba Macina (JNIM) militants burned the gendarmerie post in San."
        assert actors_of(text) >= {"katiba-macina", "jnim", "police:MLI"}

    def test_a_nation_before_what_armies_have(self) -> None:
        assert "forces:FRA" in actors_of("A French armoured vehicle hit a roadside bomb near Gao.")
        assert "forces:FRA" not in actors_of("A French vehicle hit a roadside bomb near Gao.")
        assert "forces:ETH" in actors_of("Ethiopian jets bombed a market near Gao, killing three.")

    def test_a_general_of_an_office_is_no_soldier(self) -> None:
        assert actors_of("Gunmen shot dead the secretary general of a town hall in Gao.") == {
            "unidentified:MLI",
            "civilians:MLI",
        }


class TestSetUpon:
    @pytest.mark.parametrize(
        "text",
        [
            "The headquarters of the MINUSMA in Kidal was attacked by armed men.",
            "Mortars fell on the joint camp of MINUSMA and Barkhane in Kidal.",
            "Mortar shells were launched against a MINUSMA outpost in Kidal.",
        ],
    )
    def test_the_owner_of_what_was_hit(self, text: str) -> None:
        assert "minusma" in actors_of(text)

    def test_an_attack_on_what_stands_after_those_who_did_it(self) -> None:
        text = "Attack by six bandits on the customs post in Gao."
        assert actors_of(text) == {"unidentified:MLI", "police:MLI"}

    def test_an_attempt_has_a_target(self) -> None:
        text = "Two bandits were shot while attempting to attack a gendarme in Gao."
        assert "police:MLI" in actors_of(text)


class TestStrangers:
    def test_people_arrested_of_whom_nothing_is_known_are_civilians(self) -> None:
        text = "The Malian army arrested six individuals in Gao."
        assert actors_of(text) == {"forces:MLI", "civilians:MLI"}

    def test_a_policeman_off_duty_is_one_too(self) -> None:
        text = "Gunmen shot an off-duty policeman in Gao."
        assert actors_of(text) == {"unidentified:MLI", "civilians:MLI"}

    def test_foreigners_are_civilians_of_their_country(self) -> None:
        assert "civilians:NER" in actors_of("Gunmen killed nine Nigerien herders near Gao.")

    def test_those_killed_in_a_clash_may_be_of_either_side(self) -> None:
        text = "Three people were killed when GATIA clashed with the MNLA near Kidal."
        assert actors_of(text) == {"gatia", "mnla"}


class TestPeoples:
    @pytest.mark.parametrize(
        "text",
        [
            "Berabiche tribesmen clashed with JNIM militants near Timbuktu.",
            "Armed Arab herdsmen clashed with JNIM militants near Timbuktu.",
        ],
    )
    def test_those_of_a_people_who_bear_arms_are_its_militia(self, text: str) -> None:
        assert actors_of(text) == {"militia:MLI/arab", "jnim"}

    def test_no_people_is_called_non_state(self) -> None:
        text = "A trader was kidnapped by a Non-State Armed Group near Gao."
        assert actors_of(text) == {"civilians:MLI", "unidentified:MLI"}

    def test_a_people_tells_the_country_of_a_text_without_a_place(self) -> None:
        assert actors_of("Gunmen shot a chief of the Dogon community.") == {
            "unidentified:MLI",
            "civilians:MLI",
        }


class TestSpeakersOwn:
    def test_the_soldiers_of_whom_an_army_speaks_are_its_own(self) -> None:
        text = "The Chadian army said soldiers killed three bandits near Gao, Mali."
        assert "forces:TCD" in actors_of(text)
        assert "forces:MLI" not in actors_of(text)

    def test_the_soldiers_of_whom_a_witness_speaks_are_the_countrys(self) -> None:
        assert "forces:MLI" in actors_of("A trader said soldiers killed three bandits near Gao, Mali.")


class TestSecurityForces:
    def test_a_clash_with_police_at_a_riot_is_part_of_it(self) -> None:
        text = "Riots broke out in Gao. A protester died in confrontations with security forces."
        assert "police:MLI" in actors_of(text)

    def test_a_post_of_the_police_told_of_before_an_attack(self) -> None:
        text = "Gendarmerie post about 10km from Markala near Segou attacked around 21h."
        assert "police:MLI" in actors_of(text)

    def test_police_to_whom_somebody_is_handed_took_no_part(self) -> None:
        text = "Villagers captured two bandits in Gao and handed them over to the gendarmerie."
        assert "police:MLI" not in actors_of(text)

    def test_those_who_face_a_crowd_are_police(self) -> None:
        text = "Security forces fired tear gas to disperse protesters in Bamako."
        assert actors_of(text) == {"police:MLI", "protesters:MLI"}

    def test_those_who_fight_are_soldiers(self) -> None:
        text = "Security forces killed three militants near Gao."
        assert "forces:MLI" in actors_of(text)


class TestNamedOnly:
    def test_a_body_named_without_a_part_stands_beside_the_event(self) -> None:
        roles = others_of(
            "Mortar shells fell on an airport that houses MINUSMA troops and burned a bus in Gao."
        )
        assert roles["minusma"] == "named_only"

    def test_a_unit_stands_with_its_whole(self) -> None:
        roles = others_of("Three militants died when Barkhane stopped a pick-up near Gao.")
        assert roles.get("barkhane", "side") in {"named_only", "side"}
        assert "forces:FRA" in actors_of("Three militants died when Barkhane stopped a pick-up near Gao.")

    @pytest.mark.parametrize(
        "text",
        [
            "Gunmen shot a trader near the MINUSMA camp in Gao.",
            "Gunmen shot a trader in Gao. The MINUSMA opened a school on Friday.",
            "The MINUSMA said gunmen shot a trader in Gao.",
            "Gunmen shot a former MINUSMA driver in Gao.",
        ],
    )
    def test_whoever_is_near_or_speaks_or_is_told_of_elsewhere_does_not(self, text: str) -> None:
        assert "minusma" not in others_of(text)

    def test_a_crowd_is_faced_by_police_only(self) -> None:
        text = "Students protested in Bamako against the pay of the Malian army."
        assert "forces:MLI" not in actors_of(text)


class TestCiviliansOfTheCountry:
    def test_those_named_after_their_country_are_the_civilians_told_of_there(self) -> None:
        text = "A raid killed six Malian civilians in Gao, a priest said. An officer said two civilians died."
        report = report_of(text)
        event = next(e for e in link([report], [read_english(report)]).events if e.principal_for)
        told = [side for side in event.sides for actor in side.actors if actor.id == "civilians:MLI"]
        assert [side.label for side in told] == ["Civilians (Mali)"]


class TestWhoDidIt:
    def test_a_convoy_fired_at_kills_nobody_of_its_own(self) -> None:
        report = report_of("Rebels opened fire on a convoy killing four soldiers near Gao.")
        by = [c.by.words for c in read_english(report).claims if c.facet == "killed" and c.by is not None]
        assert by == ["Rebels"]

    def test_a_name_of_two_bodies_stands_beside_neither_of_them(self) -> None:
        text = "Al-Shabab fighters attacked Palma in Mozambique. The al-Shabab of Somalia was not there."
        assert "al-shabaab" not in actors_of(text, published="2020-06-20")
