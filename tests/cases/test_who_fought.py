"""Who stood in an event, by sentences of many wars: those attacked, those who drove an attack off, mobs, guards."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.linking import link
from rashomon.pipeline import view_of
from rashomon.reading.english import read_english


def actors(text: str) -> set[str]:
    """Ids of all who were in the report's own event, those concluded from its kind included."""
    report = report_of(text)
    reading = read_english(report)
    view = view_of([report], [reading], link([report], [reading]), policy="acled")
    event = next(event for event in view.record.events if event.principal_for)
    named = [actor for side in event.sides for actor in side.actors]
    named += [other.actor for other in event.others]
    return {actor.id or f"?{actor.name}" for actor in named}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An army convoy came under attack by al-Shabaab fighters near Baidoa, Somalia.",
            {"al-shabaab", "forces:SOM"},
        ),
        (
            "A Kenyan police patrol fell into an ambush near Mandera on Tuesday.",
            {"police:KEN", "unidentified:KEN"},
        ),
        (
            "Traders in Kabul were subjected to an attack by unknown gunmen.",
            {"civilians:AFG", "unidentified:AFG"},
        ),
        ("A teacher survived an attack by unknown gunmen in Kabul.", {"civilians:AFG", "unidentified:AFG"}),
        # a people of several countries is that of the country the report's places lie in
        ("Fulani militiamen raided Tarkunde in Benue State.", {"militia:NGA/fulani", "civilians:NGA"}),
        ("Arab militiamen raided Orle (Zalingei, Central Darfur).", {"militia:SDN/arab", "civilians:SDN"}),
        (
            "Dogon militiamen raided the village of Orlu, near the Burkina Faso border, and were driven off by "
            "Malian soldiers.",
            {"militia:MLI/dogon", "forces:MLI", "civilians:MLI"},
        ),
        # a short name that the text gives to another body is not that of the known one
        (
            "Troops of the Rapid Deployment Force (RDF) raided a camp in Borno State and killed two rebels.",
            {"text:Rapid Deployment Force", "unidentified:NGA"},
        ),
        # soldiers and police are hurt, not strangers, also where nothing tells the country
        (
            "Raiders ambushed a patrol. Two policemen were killed.",
            {"?unidentified militants", "?unidentified soldiers", "?unidentified police"},
        ),
        # the weapons stand between "fired" and "at"
        (
            "Taliban fired heavy machine guns and small arms at a police post near Kabul.",
            {"taliban", "police:AFG"},
        ),
        # who beat or hacked somebody to death did it; heads of cattle are nobody
        ("Taliban hacked two villagers to death near Kabul.", {"taliban", "civilians:AFG"}),
        (
            "Armed Turkana raiders drove off 120 head of cattle in Baringo county.",
            {"militia:KEN/turkana", "civilians:KEN"},
        ),
        ("Taliban opened small-arms fire at a police post near Kabul.", {"taliban", "police:AFG"}),
        (
            "Three soldiers died near Kabul when their truck drove over a mine; the Taliban took responsibility.",
            {"taliban", "forces:AFG"},
        ),
        # who drove over a mine met it
        ("A bus carrying traders drove over a mine near Kabul.", {"unidentified:AFG", "civilians:AFG"}),
        ("Afghan soldiers drove over a mine near Kabul.", {"unidentified:AFG", "forces:AFG"}),
        ("Nigerian troops beat back a raid by Boko Haram on a base in Damboa.", {"forces:NGA", "boko-haram"}),
        (
            "A Taliban assault on a checkpoint in Ghazni province was repelled by Afghan soldiers.",
            {"taliban", "forces:AFG"},
        ),
        (
            "The army said it had repelled an assault by the rebels on Sake, Democratic Republic of the Congo.",
            {"forces:COD", "unidentified:COD"},
        ),
        (
            "Police routed the robbers after they had raided a bank in Accra, Ghana.",
            {"police:GHA", "unidentified:GHA"},
        ),
        (
            "Al-Shabaab destroyed an Ethiopian army truck with a roadside bomb near Baidoa, Somalia.",
            {"al-shabaab", "forces:ETH"},
        ),
    ],
)
def test_who_is_attacked_or_drives_the_attack_off_is_in_it(text: str, expected: set[str]) -> None:
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fierce fighting raged for two hours yesterday between militants and the Chadian army near Bol.",
            {"forces:TCD", "unidentified:TCD"},
        ),
        (
            "Skirmishes went on for a third day between the army and M23 fighters near Goma, DR Congo.",
            {"forces:COD", "m23"},
        ),
        (
            "Clashes between the CMA and the Platform in Anefis and between the CMA and GATIA in Kidal killed ten.",
            {"cma", "plateforme", "gatia"},
        ),
    ],
)
def test_who_fought_whom_is_read_wherever_between_stands(text: str, expected: set[str]) -> None:
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Armed men believed to be members of Boko Haram abducted six women in Maiduguri.", {"boko-haram"}),
        ("Attackers suspected of being ADF rebels killed nine villagers near Beni, DR Congo.", {"adf"}),
        (
            "Gunmen identified as Islamic State fighters shot two teachers in Quetta, Pakistan.",
            {"islamic-state"},
        ),
        (
            "Nine villagers were killed near Beni, DR Congo. The attackers are believed to be ADF rebels.",
            {"adf"},
        ),
    ],
)
def test_people_taken_for_a_body_are_that_body(text: str, doers: set[str]) -> None:
    found = actors(text)
    assert doers <= found
    assert not any(key.startswith("unidentified") for key in found)


def test_people_killed_by_a_body_are_not_taken_for_it() -> None:
    found = actors("Two men believed to have been killed by Boko Haram were found near Maiduguri, Nigeria.")
    assert found == {"boko-haram", "civilians:NGA"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Villagers killed two suspected rustlers in Zamfara, Nigeria.", {"rioters:NGA"}),
        ("An angry mob lynched a suspected thief in Lagos, Nigeria.", {"rioters:NGA"}),
        ("Residents of Bamako beat a man to death.", {"rioters:MLI"}),
        ("Students clashed with riot police in Khartoum, Sudan.", {"rioters:SDN", "police:SDN"}),
    ],
)
def test_unarmed_people_who_do_violence_together_are_a_mob(text: str, expected: set[str]) -> None:
    assert expected <= actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "Farmers clashed with herders in Benue, Nigeria, leaving eight dead.",
        "A teacher stabbed a pupil in Lagos, Nigeria.",
        "Students marched in Lagos, Nigeria, to demand better teachers.",
        "Gunmen attacked villagers in Zamfara, Nigeria.",
    ],
)
def test_one_person_a_march_or_a_quarrel_among_neighbours_is_no_mob(text: str) -> None:
    assert "rioters:NGA" not in actors(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A post of the National Guard in Mopti was attacked at dawn by gunmen.", "garde-nationale-mali"),
        ("Two national guards were killed by a mine near Gao.", "garde-nationale-mali"),
        ("A forest guard was killed by poachers in Kaduna, Nigeria.", "police:NGA"),
        ("Three customs agents were shot dead by smugglers near Kandahar.", "police:AFG"),
        ("Gunmen shot a border guard near Malakal, South Sudan.", "forces:SSD"),
        ("A retired soldier was shot dead by gunmen in Mogadishu.", "civilians:SOM"),
    ],
)
def test_guards_and_agents_serve_the_state_unless_they_left(text: str, expected: str) -> None:
    assert expected in actors(text)
    assert ("civilians" in expected) == any(key.startswith("civilians") for key in actors(text))


def test_a_national_guard_is_nobodys_where_the_registry_knows_none() -> None:
    found = actors("Two national guards were killed by gunmen in Oslo, Norway.")
    assert not any("nationale" in key for key in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Clashes between Fulani herders and Dogons near Bankass in Mali.",
            {"militia:MLI/fulani", "militia:MLI/dogon"},
        ),
        (
            "Renewed violence between the Nuer and the Dinka in Jonglei, South Sudan, killed twelve.",
            {"militia:SSD/nuer", "militia:SSD/dinka"},
        ),
        (
            "Fulani and Dogon militiamen fought near Bankass, Mali.",
            {"militia:MLI/fulani", "militia:MLI/dogon"},
        ),
    ],
)
def test_peoples_who_fight_each_other_are_their_militias(text: str, expected: set[str]) -> None:
    assert expected <= actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen abducted a Tuareg man in Gao.",
        "Three young Tuareg men were killed by a mine near Gao.",
        "Rebels killed four Fulani near Gao, Mali.",
    ],
)
def test_victims_told_of_by_their_people_alone_are_civilians(text: str) -> None:
    found = actors(text)
    assert "civilians:MLI" in found
    assert not any(key.startswith("?") for key in found)


def test_members_of_an_unknown_body_are_not_civilians() -> None:
    assert "?JXQ members" in actors("Three JXQ members were killed in Gao.")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Dogon militiamen attacked a village near the Burkina Faso border and killed two men.", "MLI"),
        ("Gunmen killed three soldiers near the Niger border, the Malian army said.", "MLI"),
        ("Militants crossed the border from Somalia and attacked a police post in Mandera, Kenya.", "KEN"),
    ],
)
def test_a_border_alone_puts_nobody_in_the_country_behind_it(text: str, country: str) -> None:
    made = {key.partition(":")[2][:3] for key in actors(text) if ":" in key}
    assert made == {country}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boko Haram claimed rocket fire and IED attacks against Nigerian troops near Damboa.", "boko-haram"),
        ("Al-Shabaab claimed a mortar barrage on the airport of Mogadishu.", "al-shabaab"),
        ("Al-Shabaab hit a minibus carrying Kenyan police officers with a bomb near Mandera.", "al-shabaab"),
        ("The Taliban destroyed a truck belonging to the Afghan army with a mine in Ghazni.", "forces:AFG"),
    ],
)
def test_who_claims_or_strikes_with_a_weapon_is_in_it(text: str, expected: str) -> None:
    assert expected in actors(text)


def test_peacekeepers_are_those_of_the_mission_named() -> None:
    found = actors("A MINUSMA convoy hit a mine near Kidal; four peacekeepers were killed.")
    assert found == {"minusma", "unidentified:MLI"}


def test_an_undated_event_has_the_bodies_of_the_day_it_was_told() -> None:
    assert "jnim" in actors("AQIM fighters killed two soldiers near Timbuktu.")
