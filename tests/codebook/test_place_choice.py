"""Which place a name means: a state beside states, a capital beside its province."""

from __future__ import annotations

import pytest

from rashomon.codebook.gazetteer import Gazetteer, open_gazetteer
from rashomon.codebook.place_choice import choose_places
from rashomon.codebook.place_evidence import NamedPlace


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def kinds_of(gazetteer: Gazetteer, *words: str) -> dict[str, tuple[str, str | None]]:
    chosen = choose_places([NamedPlace(words=name) for name in words], gazetteer)
    return {
        name: (choice.place.kind, choice.place.country_iso3)
        for name, choice in zip(words, chosen, strict=True)
        if choice.place is not None
    }


def test_a_state_beside_states_is_no_country(gazetteer: Gazetteer) -> None:
    beside_states = kinds_of(gazetteer, "Alabama", "Texas", "Iowa", "Georgia", "Canada", "Sweden")
    assert beside_states["Georgia"] == ("adm1", "USA")
    assert kinds_of(gazetteer, "Armenia", "Turkey", "Georgia")["Georgia"] == ("country", "GEO")


def test_a_country_beside_its_own_states_stays_one(gazetteer: Gazetteer) -> None:
    assert kinds_of(gazetteer, "Oaxaca", "Chiapas", "Sonora", "Mexico")["Mexico"] == ("country", "MEX")


def test_a_capital_comes_before_the_province_around_it_not_before_a_state_far_off(
    gazetteer: Gazetteer,
) -> None:
    assert kinds_of(gazetteer, "Argentina", "Chile", "Buenos Aires")["Buenos Aires"] == ("populated", "ARG")
    far = kinds_of(gazetteer, "Seattle", "Spokane", "Tacoma", "Washington")
    assert far["Washington"] == ("adm1", "USA")


def test_a_village_written_with_its_district_is_none_of_another_province(gazetteer: Gazetteer) -> None:
    alone = choose_places([NamedPlace(words="Yusufkhel")], gazetteer)[0]
    assert alone.place is not None
    assert alone.place.adm1 == "Paktika"
    away = NamedPlace(words="Yusufkhel", within=("Baraki Barak district",))
    village, district = choose_places([away, NamedPlace(words="Baraki Barak district")], gazetteer)
    assert village.place is None
    assert "not where the report is" in village.reason
    assert district.place is not None
    assert district.place.adm1 == "Logar"


@pytest.mark.parametrize("words", ["Mamba", "Attara"])
def test_a_small_place_is_not_meant_for_another_of_its_names_alone(gazetteer: Gazetteer, words: str) -> None:
    [choice] = choose_places([NamedPlace(words=words)], gazetteer)
    assert choice.place is None
    assert choice.candidates


@pytest.mark.parametrize(("words", "country"), [("Koury", "MLI"), ("Anderamboukane", "MLI")])
def test_it_is_where_transliterations_differ_so_or_the_name_is_long(
    gazetteer: Gazetteer, words: str, country: str
) -> None:
    [choice] = choose_places([NamedPlace(words=words)], gazetteer)
    assert choice.place is not None
    assert choice.place.country_iso3 == country


def test_a_long_name_that_one_place_is_spelled_like_is_that_place_and_says_so(gazetteer: Gazetteer) -> None:
    [choice] = choose_places([NamedPlace(words="Tinzawatene")], gazetteer)
    assert choice.place is not None
    assert (choice.place.name, choice.alike) == ("Tinzaouaten", True)
    [known] = choose_places([NamedPlace(words="Gao")], gazetteer)
    assert known.place is not None
    assert not known.alike


def test_a_village_near_a_border_is_on_no_other_continent(gazetteer: Gazetteer) -> None:
    names = [NamedPlace(words="Kiri"), NamedPlace(words="Burkina Faso", border=True)]
    assert choose_places(names, gazetteer)[0].place is None
    assert choose_places([NamedPlace(words="Kiri")], gazetteer)[0].place is not None
