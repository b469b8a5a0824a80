"""Words that betray a country, and a name without that country's places weighed against them."""

from __future__ import annotations

from rashomon.codebook.actors import load_registry
from rashomon.codebook.country_words import countries_by_signs
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.place_choice import NamedPlace, choose_places
from rashomon.codebook.place_evidence import SURELY_SAID


def test_a_countrys_own_divisions_and_offices_betray_it() -> None:
    assert countries_by_signs("shots in Dhunat upazila near the haor".split()) == {"BGD"}
    assert countries_by_signs("the barangay captain and the sheriff".split()) == {"PHL", "USA"}
    assert countries_by_signs("a district and a province".split()) == frozenset()


def test_a_small_namesake_elsewhere_is_not_meant_where_such_a_word_tells_the_country() -> None:
    name = NamedPlace(words="Boda")
    (free,) = choose_places([name], open_gazetteer())
    (told,) = choose_places([name], open_gazetteer(), countries_said={"BGD": SURELY_SAID})
    assert free.place is not None
    assert told.place is None


def test_a_body_is_known_by_its_full_name_behind_an_acronym() -> None:
    registry = load_registry()
    assert registry.resolve_standard_name("UPND: United Party for National Development") == "upnd"
    assert registry.resolve_standard_name("XYZ: Unheard-of Party of Nowhere") is None


def test_parties_tell_where_a_report_is() -> None:
    registry = load_registry()
    assert registry.ids_for("Trinamool Congress") == ("trinamool",)
    assert registry.is_unarmed("trinamool")
    assert registry.country_of("zanu-pf") == "ZWE"
