"""The country of an event, from its place and from who was there."""

from __future__ import annotations

from rashomon.codebook.actors import load_registry
from rashomon.linking.countries import Home, country_named, country_of_event, homes_named, homes_of
from rashomon.model.events import Located

GAO = Located(claim_id="c", name="Gao", where_prec=1, country_iso3="MLI")


class TestCountry:
    def test_the_place_decides_before_a_state_that_fights_there(self) -> None:
        assert country_of_event([GAO], [Home(countries=("FRA",), is_state=True)]) == "MLI"

    def test_a_place_where_none_of_the_groups_acts_is_a_namesake(self) -> None:
        assert country_of_event([GAO], [Home(countries=("PHL",))]) == "PHL"
        assert country_of_event([GAO], [Home(countries=("NER", "MLI"))]) == "MLI"

    def test_a_place_in_a_country_that_is_named_stays_there_whoever_acted(self) -> None:
        north = Located(claim_id="n", name="northern Mali", where_prec=5, country="Mali", country_iso3="MLI")
        assert country_of_event([GAO, north], [Home(countries=("PHL",))]) == "MLI"

    def test_without_a_place_the_country_most_of_them_share(self) -> None:
        assert country_of_event([], [Home(countries=("DZA", "MLI")), Home(countries=("MLI", "BFA"))]) == "MLI"
        assert country_of_event([], [Home(countries=("NER",)), Home(countries=("MLI",))]) is None
        assert country_of_event([], []) is None

    def test_a_force_abroad_is_at_home_where_it_was_sent(self) -> None:
        (home,) = homes_of(["barkhane"], load_registry())
        assert home.countries[0] == "MLI"
        assert home.is_state


class TestNamed:
    def test_a_text_is_of_the_country_of_those_it_names(self) -> None:
        homes = homes_named("The HCUA and the CMA blamed French troops.", load_registry())
        assert country_named(homes) == "MLI"

    def test_a_movement_with_branches_weighs_less_than_a_local_group(self) -> None:
        homes = homes_named("Islamic State fighters ambushed GATIA.", load_registry())
        assert country_named(homes) == "MLI"

    def test_a_unit_sent_abroad_tells_where_it_is(self) -> None:
        assert country_named(homes_named("Barkhane helicopters fired.", load_registry())) == "MLI"

    def test_those_who_report_from_anywhere_tell_nothing(self) -> None:
        homes = homes_named("Reuters and Human Rights Watch spoke to witnesses.", load_registry())
        assert country_named(homes) is None
