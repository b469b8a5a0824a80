from __future__ import annotations

import pytest

from rashomon.codebook.country_words import countries_by_signs
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.reading.languages.en.peoples import land_of
from rashomon.reading.places.toponyms import locate_toponyms


@pytest.mark.parametrize(
    ("people", "land"),
    [
        ("Sri Lankan", "Sri Lanka"),
        ("Burkinabe", "Burkina Faso"),
        ("Chechens", "Chechnya"),
        ("South Ossetian", "South Ossetia"),
        ("Texans", "Texas"),
        ("Londoners", "London"),
        ("New Mexican", "New Mexico"),
    ],
)
def test_a_peoples_name_gives_its_land(people: str, land: str) -> None:
    assert land_of(people) == land


@pytest.mark.parametrize("words", ["Congolese", "Gao", "Soldiers", ""])
def test_what_is_no_peoples_name_or_that_of_two_lands_gives_none(words: str) -> None:
    assert land_of(words) is None


def test_a_marked_people_is_put_in_its_land() -> None:
    text = "A Sri Lankan trader and two Ohioans were freed."
    marked = [(text.index(words), text.index(words) + len(words)) for words in ("Sri Lankan", "Ohioans")]
    found = locate_toponyms(text, marked, open_gazetteer())
    assert [one.place and one.place.name for one in found] == ["Sri Lanka", "Ohio"]
    assert [one.words for one in found] == ["Sri Lankan", "Ohioans"]


def test_offices_betray_the_country() -> None:
    assert countries_by_signs(["The", "Taoiseach", "spoke"]) == {"IRL"}
    assert countries_by_signs(["Soldiers", "and", "deputies", "met"]) == frozenset()
