from __future__ import annotations

import pytest

from rashomon.codebook.gazetteer import Gazetteer, open_gazetteer
from rashomon.codebook.place_choice import NamedPlace, choose_places
from rashomon.codebook.place_evidence import containers_beside, district_of, districts_beside, own_key
from rashomon.model.events import Place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def chosen(gazetteer: Gazetteer, *names: str) -> list[Place | None]:
    return [c.place for c in choose_places([NamedPlace(words=words) for words in names], gazetteer)]


@pytest.mark.parametrize(
    ("town", "county", "adm1"),
    [
        ("Paris", "Lamar County", "Texas"),
        ("Huntsville", "Madison County", "Alabama"),
        ("Huntsville", "Walker County", "Texas"),
        ("Moscow", "Latah County", "Idaho"),
    ],
)
def test_a_county_tells_which_town_is_meant(gazetteer: Gazetteer, town: str, county: str, adm1: str) -> None:
    places = chosen(gazetteer, town, county)
    assert [place and place.adm1 for place in places] == [adm1, adm1]


def test_a_town_alone_stays_the_best_known(gazetteer: Gazetteer) -> None:
    assert chosen(gazetteer, "Paris")[0] is not None
    assert [place and place.country for place in chosen(gazetteer, "Paris")] == ["France"]


def test_a_name_with_and_without_its_kind_word_is_one_witness(gazetteer: Gazetteer) -> None:
    assert own_key("Alexandria City") == own_key("ALEXANDRIA") == "alexandria"
    assert own_key("Walker County") == "walker county"
    places = chosen(gazetteer, "Alexandria City", "Alexandria", "Virginia")
    assert [place and place.adm1 for place in places] == ["Virginia", "Virginia", "Virginia"]


def test_a_county_of_the_towns_own_name_is_no_district_beside_it(gazetteer: Gazetteer) -> None:
    names = [NamedPlace(words="Athens"), NamedPlace(words="Athens County")]
    beside = districts_beside({name: gazetteer.candidates(name.words) for name in names})
    assert beside == {"athens": frozenset()}


def test_only_towns_and_second_order_divisions_have_a_district(gazetteer: Gazetteer) -> None:
    kinds = {district_of(place) is not None for place in gazetteer.lookup("Mali")[:1]}
    assert kinds == {False}
    town = gazetteer.lookup("Huntsville")[0]
    assert district_of(town) == ("USA", town.adm1, town.adm2)


def test_what_contains_a_place_here_is_meant_elsewhere(gazetteer: Gazetteer) -> None:
    names = [NamedPlace(words="Atlanta", within=("Georgia",)), NamedPlace(words="Georgia")]
    beside = containers_beside({name: gazetteer.candidates(name.words) for name in names})
    assert ("USA", "adm1", "georgia") in beside["georgia"]
    assert "atlanta" not in beside
    kinds = [choice.place and choice.place.kind for choice in choose_places(names, gazetteer)]
    assert kinds == ["populated", "adm1"]
    alone = choose_places([NamedPlace(words="Georgia")], gazetteer)[0].place
    assert alone is not None
    assert alone.kind == "country"


@pytest.mark.parametrize(("words", "kind"), [("Houston area", "populated"), ("Menaka region", "adm1")])
def test_an_area_is_around_the_town_and_a_region_a_division(
    gazetteer: Gazetteer, words: str, kind: str
) -> None:
    assert gazetteer.lookup(words)[0].kind == kind


@pytest.mark.parametrize(
    ("words", "lat", "lon"),
    [("Lake Titicaca", -15.8, -69.4), ("Fort Hood", 31.1, -97.8), ("Jiangsu", 33.0, 119.5)],
)
def test_lakes_forts_and_divisions_lie_where_they_do(
    gazetteer: Gazetteer, words: str, lat: float, lon: float
) -> None:
    place = gazetteer.lookup(words)[0]
    assert abs(place.lat - lat) < 1.0
    assert abs(place.lon - lon) < 1.0
