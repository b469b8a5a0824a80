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
