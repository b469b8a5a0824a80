"""Where a name lies to an event and to other names: entered by force, on an axis, the scene of another matter."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of, report_of
from tests.pace import within
from tests.reading.places.conftest import toponyms_in

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.reading.english import gather_english
from rashomon.reading.languages.en.worth_parsing import may_hold_claim
from rashomon.reading.places.surroundings import _surnames_told_again

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("The army repelled an incursion into Mbau.", "Mbau", "in"),
        ("Rebels fired rockets into Sirte.", "Sirte", "in"),
        ("Families fled into Mbau.", "Mbau", "toward"),
        ("Bandits set up a roadblock on the Bangassou-Niakari axis.", "Bangassou", "road_to"),
        ("They shot at the family of the Cherif of Nioro.", "Nioro", "office_of"),
        ("Students inspired by the walkouts in Chile marched.", "Chile", "office_of"),
    ],
)
def test_the_relation_is_read(text: str, name: str, relation: str) -> None:
    assert toponyms_in(text)[name].ref.relation == relation


@pytest.mark.parametrize("text", ["Raiders stormed Gajiganna at night.", "Jets shelled Gajiganna."])
def test_what_is_stormed_or_shelled_is_a_place_though_nobody_knows_it(text: str) -> None:
    assert set(toponyms_in(text)) == {"Gajiganna"}


def test_a_longer_name_before_its_kind_is_not_cut() -> None:
    found = toponyms_in("Students marched in the Medina Coura area of Bamako.")
    assert found["Medina Coura"].ref.within == ("Bamako",)
    assert found["Medina Coura"].place is None


def test_a_camp_in_quotation_marks_lies_where_the_words_put_it() -> None:
    found = toponyms_in("Shells fell on the 'Kandi' camp in Kidal.")
    assert found["Kandi"].place is None
    assert found["Kidal"].place is not None


def test_the_town_a_distance_is_measured_from_need_not_be_near_the_next() -> None:
    found = toponyms_in("A post 10 km from Markala near Ke-Macina was burned.")
    assert found["Markala"].place is not None


def test_a_province_that_the_words_call_so_is_meant_wherever_the_rest_is() -> None:
    found = toponyms_in("Herders from the Ménaka region signed a pact in Niamey, Niger.")
    place = found["Ménaka"].place
    assert place is not None
    assert place.country_iso3 == "MLI"


def test_a_town_far_from_all_others_is_no_village_of_the_same_name() -> None:
    found = toponyms_in("Malian soldiers killed a trader in the area of Kaka, Sofara.")
    assert found["Kaka"].place is None


def test_a_town_of_a_rare_name_is_meant_however_far_it_lies() -> None:
    found = toponyms_in(
        "Malian soldiers killed a trader in Sofara. A strain named at Bundibugyo was found in him."
    )
    place = found["Bundibugyo"].place
    assert place is not None
    assert place.country_iso3 == "UGA"


def test_what_is_claimed_of_ones_own_deeds_was_done_there() -> None:
    reading = reading_of("The rebels claimed destroying two trucks of the army south of Kidal.")
    assert [getattr(c.value, "of", None) for c in reading.claims if c.facet == "place"] == ["Kidal"]


def test_where_something_was_said_is_not_where_it_happened() -> None:
    reading = reading_of("The army claimed in Bamako that a tank was destroyed.")
    assert not [c for c in reading.claims if c.facet == "place"]


@pytest.mark.parametrize("town", ["Saint-Louis", "Bangor", "Brest"])
def test_an_agency_tells_nothing_of_where_it_was(town: str) -> None:
    told = [
        [place.place for place in gather_english(report_of(text), may_hold_claim).places]
        for text in (
            f"Two guards were shot dead in {town}.",
            f"Two guards were shot dead in {town}, AFP said.",
        )
    ]
    assert told[0] == told[1]
    assert told[0] != [None]


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("Six herders died when US helicopters came to Gajiganna.", "US", "from"),
        ("Six herders died when US planes bombed Gajiganna.", "US", "from"),
        ("A U.S.-Chadian patrol was hit at Gajiganna.", "U.S.", "from"),
        ("Six people were shot in the US last week.", "US", "in"),
        ("The wounded were evacuated to the army medical centre in Maiduguri.", "Maiduguri", "toward"),
        ("Two men were taken to a hospital in the city of Maiduguri.", "Maiduguri", "toward"),
        ("Gunmen stormed a hospital in Maiduguri.", "Maiduguri", "in"),
    ],
)
def test_what_was_not_there_places_nothing(text: str, name: str, relation: str) -> None:
    assert toponyms_in(text)[name].ref.relation == relation


@pytest.mark.parametrize(
    ("text", "quarter", "town"),
    [
        ("Gunmen killed a grocer in the Berlin neighbourhood of Mogadishu.", "Berlin", "Mogadishu"),
        ("Gunmen killed a grocer in the Jordan area of the city of Karachi.", "Jordan", "Karachi"),
        ("Gunmen killed a grocer in Bujumbura's crowded Florence district.", "Florence", "Bujumbura"),
    ],
)
def test_a_quarter_called_like_a_place_far_off_is_not_that_place(text: str, quarter: str, town: str) -> None:
    found = toponyms_in(text)[quarter]
    assert found.place is None
    assert found.ref.within == (town,)


def test_a_town_in_a_region_is_no_quarter() -> None:
    assert toponyms_in("Gunmen killed a grocer in the Kidal area of Mali.")["Kidal"].place is not None


def test_a_word_of_the_text_is_no_place_in_a_headline_of_capitals() -> None:
    text = (
        "Fighter Jets Kill 13 People in Wedding\n\nWarplanes have attacked a wedding feast in the valley of Dhamar, "
        "killing at least 13 people."
    )
    assert "Wedding" not in toponyms_in(text)
    assert "Wedding" in toponyms_in("Police shot a man in Wedding on Monday.")


@pytest.mark.parametrize("land", ["United States", "US", "United Kingdom", "France's"])
@pytest.mark.parametrize("mission", ["consulate", "embassy", "high commission"])
def test_a_lands_mission_stands_in_another(land: str, mission: str) -> None:
    event = main_event(f"A bomb killed two people near the {land} {mission} in Jeddah.")
    assert event.place.name == "Jeddah"


@pytest.mark.parametrize(
    "told", ["Pereira, a blogger, was killed.", "Pereira was killed.", "Pereira had a shop."]
)
def test_a_surname_told_again_is_no_town(told: str) -> None:
    assert "Pereira" not in toponyms_in(f"Gunmen fired on Manoel Pereira in Grajau. {told}")


def test_a_town_told_again_stays_one() -> None:
    assert "Gao" in toponyms_in("On Monday Gao was attacked. Gao was calm on Tuesday.")


@pytest.mark.parametrize("name", ["Hpa-an", "Leigh on Sea", "Frankfurt am Main"])
def test_small_words_inside_a_name_belong_to_it(name: str) -> None:
    found = toponyms_in(f"Two people were killed in {name} on Monday.")[name]
    assert found.place is not None


def test_what_bears_a_saints_name_is_not_the_saints_place() -> None:
    assert set(toponyms_in("Two people were stabbed at Notre Dame de Nice.")) == {"Nice"}


def test_a_town_before_its_division_and_land_lies_there() -> None:
    found = toponyms_in("Raiders burned a church near Morley, Alberta, Canada.")["Morley"]
    assert found.ref.within == ("Alberta", "Canada")
    assert found.place is None  # the gazetteer's Morley is another land's


def test_a_town_in_a_row_of_towns_contains_nothing() -> None:
    assert toponyms_in("Attacks in Bamako, Mopti and Gao killed two people.")["Bamako"].ref.within == ()


def test_surnames_told_again_take_linear_time() -> None:
    names = [f"Ab{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}ex" for n in range(6_000)]
    told = (
        " ".join(f"Ada {name} left." for name in names)
        + " "
        + " ".join(f"{name} was hurt." for name in names)
    )
    with within(5):
        assert len(set(_surnames_told_again(told, open_gazetteer()))) == len(names)
