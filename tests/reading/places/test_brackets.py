"""Divisions in brackets behind a place, as coders' notes write them: "Orle (Lamdo, Gnagna)"."""

from __future__ import annotations

import pytest
from tests.conftest import report_of
from tests.reading.places.conftest import toponyms_in

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.locating import locate_ref
from rashomon.reading.english import read_english

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("They burned a school in Tula (Lamdo, Gnagna).", "Tula", ("Lamdo", "Gnagna")),
        ("They burned a school in Bogande (Bogande, Gnagna).", "Bogande", ("Gnagna",)),
        ("They burned a school in Orle (Maiduguri Metro, Borno).", "Orle", ("Maiduguri Metro", "Borno")),
        ("They burned a school in the village of Orle (Lamdo, Gnagna).", "Orle", ("Lamdo", "Gnagna")),
        ("They burned a school in Orle (Tom Brown, Gil Marsh).", "Orle", ()),
        ("They burned a school in Orle (JNIM, AQIM).", "Orle", ()),
    ],
)
def test_a_bracket_of_divisions_contains_what_stands_before_it(
    text: str, name: str, within: tuple[str, ...]
) -> None:
    assert toponyms_in(text)[name].ref.within == within


def test_a_town_of_another_country_is_not_meant() -> None:
    found = toponyms_in("They burned a school in Tula (Lamdo, Gnagna).")
    assert found["Tula"].place is None
    spot = locate_ref(found["Tula"].ref, open_gazetteer(), namesakes=("tula",))
    assert (spot.country_iso3, spot.where_prec) == ("BFA", 3)


def test_a_range_of_mountains_contains_no_village_where_a_division_bears_its_name() -> None:
    found = toponyms_in("Herders met between the villages of Orle and Tabaso (Lamdo, Cascades).")
    assert set(found) >= {"Orle", "Tabaso", "Cascades"}
    assert found["Cascades"].place is not None
    assert found["Cascades"].place.country_iso3 == "BFA"


def test_the_first_end_of_a_road_may_have_a_hyphen() -> None:
    found = toponyms_in("They were stopped on the road between Kaya-Walam (Lamdo, Gnagna) and Dori.")
    assert "Kaya-Walam" in found
    assert "Kaya" not in found


@pytest.mark.parametrize("kind", ["LGA", "Local Government Area", "local government area", "LGA of Borno"])
def test_a_local_government_area_is_a_district(kind: str) -> None:
    found = toponyms_in(f"Jets struck a camp in Gwoza {kind}.")
    place = next(one.place for name, one in found.items() if name.startswith("Gwoza"))
    assert place is not None
    assert (place.kind, place.country_iso3) == ("adm2", "NGA")


def test_a_sector_with_a_number_is_no_place() -> None:
    assert "Sector" not in toponyms_in("Troops of Sector 3 were sent to Gwoza.")


def test_a_large_town_may_stand_under_another_spelling_with_its_article() -> None:
    found = toponyms_in("Tribesmen fought in El Geneina (West Darfur).")
    assert found["El Geneina"].place is not None
    assert found["El Geneina"].place.country_iso3 == "SDN"


def test_a_name_that_nobody_knows_is_a_place_before_a_bracket_of_divisions() -> None:
    assert toponyms_in("Gunmen burned Orlewa (Lamdo, Gnagna).")["Orlewa"].ref.within == ("Lamdo", "Gnagna")


def test_the_letters_of_a_land_are_written_in_capitals() -> None:
    assert "Fata" not in toponyms_in("They camped at Fata Orle near Kutum (North Darfur).")


def test_a_name_written_twice_in_a_row_contains_nothing() -> None:
    text = (
        "California State Senator Ann Roe spoke at a school in San Jose, California. Clerks of the town of San Jose, "
        "the San Jose Water Board, and a bank of California listened."
    )
    reading = read_english(report_of(text), layers=frozenset({"places"}))
    assert {place.country for place in reading.places if place.words == "San Jose"} == {"United States"}
