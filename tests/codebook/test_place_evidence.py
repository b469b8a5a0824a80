from __future__ import annotations

import pytest

from rashomon.codebook.gazetteer import Gazetteer, open_gazetteer
from rashomon.codebook.place_choice import NamedPlace, choose_places
from rashomon.codebook.place_evidence import district_of, districts_beside, own_key
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
