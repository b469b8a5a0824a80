from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.places.conftest import toponyms_in

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.reading.languages.en.places import compass_point
from rashomon.reading.places.toponyms import PlaceHints, find_toponyms, make_toponym
from rashomon.reading.sentences.parsing import cut_sentences

# --- what is a place


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Soldiers clashed with raiders in Gao, Mopti and Kidal.", {"Gao", "Mopti", "Kidal"}),
        ("The convoy left Deir ez-Zor for al-Bab at dawn.", {"Deir ez-Zor", "al-Bab"}),
        ("A Paris-based monitor counted six dead along the Mali-Niger border.", {"Paris", "Mali", "Niger"}),
        ("Shells fell on Rapides Parish and near St. Louis.", {"Rapides Parish", "St. Louis"}),
        ("BAMAKO, Mali - Nobody was hurt.", {"BAMAKO", "Mali"}),
        ("Raiders shot at a boat on the Niger river near Gao.", {"Niger river", "Gao"}),
        ("Raiders shot at a boat on the river Niger near Gao.", {"Gao"}),
        (
            "Raiders killed a baker in In-Kakal and a cook in the area of I-n-Dolen.",
            {"In-Kakal", "I-n-Dolen"},
        ),
        (
            "BEIRUT: Nobody was hurt in Charleston, W.Va., or Wheeling, W. Va.",
            {"BEIRUT", "Charleston", "W.Va.", "Wheeling", "W. Va."},
        ),
        (
            "TWO PEASANTS WERE KILLED IN USULUTAN DEPARTMENT, EL SALVADOR.",
            {"USULUTAN DEPARTMENT", "EL SALVADOR"},
        ),
    ],
)
def test_places_are_found(text: str, names: set[str]) -> None:
    assert set(toponyms_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "George Washington spoke first, and Washington was applauded.",
        "Mr. Houston denied it.",
        "Jackson said that he had seen nothing.",
        "Darla Henry, 41, ran. The neighbours saw Henry fall.",
        "Fighters of the Islamic State in Iraq and Syria withdrew.",
        "The Movement for the Salvation of Azawad signed.",
        "Nobody ran. Watford, 50, was at home, and Watford saw nothing.",
        "He studied at Boston University and worked on Dublin Road.",
        "Malian and Nigerien soldiers met French officers on Tuesday.",
        "In March the Army and the Police of the Ministry of Defence met.",
        "She was paid US$500.",
        "THE MEN WENT TO SEE WHETHER THEY COULD MAKE THE OTHERS PAY.",
    ],
)
def test_persons_bodies_and_nations_are_no_places(text: str) -> None:
    assert toponyms_in(text) == {}


def test_a_person_of_a_towns_name_does_not_take_the_town_away() -> None:
    found = toponyms_in("Paul Jackson was arrested. Jackson had fled to Jackson, Mississippi, in May.")
    assert [one.words for one in found.values()] == ["Jackson", "Mississippi"]
    assert found["Jackson"].place is not None
    assert found["Jackson"].place.adm1 == "Mississippi"


def test_a_place_within_an_actors_name_is_left_out_where_the_span_is_known() -> None:
    text = "The Lions of Tikrit attacked Samarra."
    start = text.index("Lions")
    found = toponyms_in(text, hints=PlaceHints(actor_spans=((start, start + len("Lions of Tikrit")),)))
    assert set(found) == {"Samarra"}


# --- names in no gazetteer


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("Raiders burned the village of Xolqand.", "Xolqand", "village_of"),
        ("A mine went off near Xolqand on Monday.", "Xolqand", "near"),
        ("Troops searched the Xolqand area.", "Xolqand", "region_of"),
        ("They met in Xolqand, Ghazni province, at noon.", "Xolqand", "in"),
        ("Bandits robbed a driver in Xolqand.", "Xolqand", "in"),
    ],
)
def test_unknown_villages_are_told_by_what_stands_around(text: str, words: str, relation: str) -> None:
    found = toponyms_in(text)[words]
    assert found.place is None
    assert (found.ref.relation, found.ref.place_id) == (relation, None)
    assert found.reason == "not in the gazetteer"


def test_an_unknown_village_keeps_what_contains_it() -> None:
    found = toponyms_in("They met in Xolqand, Andar district, Ghazni province, at noon.")
    assert found["Xolqand"].ref.within == ("Andar district", "Ghazni province")


# --- how the event lies to the place


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("A bomb exploded in Kidal.", "Kidal", "in"),
        ("The mayor of Kidal was shot in Gao.", "Kidal", "office_of"),
        ("A guard died in Tessalit. Coded as Kidal.", "Kidal", "coded_as"),
        ("Lorries were robbed on the Gossi-Hombori road.", "Gossi", "between"),
        ("Lorries were robbed on the Gossi-Hombori road.", "Hombori", "between"),
        ("Lorries were robbed on the axis Gossi-Hombori.", "Hombori", "between"),
        ("A bomb exploded close to the town of Kidal.", "Kidal", "near"),
        ("A bomb exploded on the outskirts of Kidal.", "Kidal", "near"),
        ("Guards were robbed on the road to Kidal.", "Kidal", "road_to"),
        ("Elders from Mopti and Kidal met in Gao.", "Kidal", "from"),
        ("Elders from Mopti and Kidal met in Gao.", "Gao", "in"),
        ("They drove from Kidal to Gao.", "Kidal", "from"),
        ("A lorry coming from the market of Kidal was robbed.", "Kidal", "from"),
        ("They drove from Kidal to Gao.", "Gao", "toward"),
        ("It happened close to the border with Niger.", "Niger", "border_of"),
        ("It happened on the road between Kidal and Gao.", "Kidal", "between"),
        ("It happened on the road between Kidal and Gao.", "Gao", "between"),
        ("Attacks in the Gao region went on.", "Gao", "region_of"),
        ("Attacks in the village of Bamba went on.", "Bamba", "village_of"),
    ],
)
def test_the_relation_is_read(text: str, name: str, relation: str) -> None:
    assert toponyms_in(text)[name].ref.relation == relation


@pytest.mark.parametrize(
    ("text", "km", "bearing"),
    [
        ("It happened 45 km east of Gao.", 45.0, "E"),
        ("It happened some 90 kilometres to the south-west of Gao.", 90.0, "SW"),
        ("It happened ten miles north of Gao.", 16.09, "N"),
        ("It happened 12.5km from Gao.", 12.5, None),
        ("It happened one kilometre from Gao.", 1.0, None),
        ("It happened a dozen kilometres from Gao.", 12.0, None),
        ("It happened twenty-five kilometres from Gao.", 25.0, None),
        ("It happened 24 km north of the regional capital Gao.", 24, "N"),
        ("It happened 24 km north of the capital, Gao.", 24, "N"),
        ("It happened west of Gao.", None, "W"),
    ],
)
def test_distance_and_direction_are_read(text: str, km: float | None, bearing: str | None) -> None:
    ref = toponyms_in(text)["Gao"].ref
    assert (ref.km, ref.bearing, ref.of, ref.relation) == (km, bearing, "Gao", "near")


def test_a_part_of_a_country_is_no_point() -> None:
    ref = toponyms_in("Fighting spread through northern Mali.")["Mali"].ref
    assert (ref.words, ref.bearing, ref.of) == ("northern Mali", "N", "Mali")


@pytest.mark.parametrize(
    ("words", "point"),
    [("north", "N"), ("south-eastern", "SE"), ("North West", "NW"), ("SSW", "SSW"), ("up", None), ("", None)],
)
def test_compass_points(words: str, point: str | None) -> None:
    assert compass_point(words) == point


def test_containers_are_read_behind_and_before() -> None:
    found = toponyms_in(
        "Raids hit Andar district, Ghazni province, and the Tillabery region of Niger and Syria's Aleppo."
    )
    assert found["Andar"].ref.words == "Andar district"
    assert found["Andar"].ref.within == ("Ghazni province",)
    assert found["Tillabery"].ref.within == ("Niger",)
    assert found["Aleppo"].ref.within == ("Syria",)


def test_places_in_a_row_contain_nothing() -> None:
    found = toponyms_in("Raids hit towns in Gao, Mopti, and Kidal.")
    assert all(one.ref.within == () for one in found.values())


def test_what_contains_a_place_that_was_left_was_left_too() -> None:
    found = toponyms_in("The rebels came from Douentza, Mopti region.")
    assert found["Mopti"].ref.relation == "from"


@pytest.mark.parametrize("link", ["located in", ", situated in", "in"])
def test_a_place_may_be_said_to_be_located_in_what_contains_it(link: str) -> None:
    found = toponyms_in(f"Shots were fired in Marion County {link} Oregon on Friday.".replace(" ,", ","))
    assert found["Marion County"].ref.within == ("Oregon",)
    assert found["Marion County"].place is not None
    assert found["Marion County"].place.adm1 == "Oregon"


@pytest.mark.parametrize(
    ("text", "town", "container"),
    [
        ("Shots were fired in Trenton, N.J., on Friday.", "Trenton", "N.J."),
        ("Shots were fired in Windsor, Ont., on Friday.", "Windsor", "Ont"),
    ],
)
def test_a_newspapers_abbreviation_contains_a_town(text: str, town: str, container: str) -> None:
    found = toponyms_in(text)
    assert found[town].ref.within == (container,)
    assert found[town].place is not None
    assert found[town].place.adm1 in {"New Jersey", "Ontario"}


def test_an_airport_lies_where_its_town_does() -> None:
    place = toponyms_in("A shell hit Timbuktu Airport and wounded two.")["Timbuktu"].place
    assert place is not None
    assert place.country_iso3 == "MLI"


def test_an_arabic_letter_written_as_a_mark_is_part_of_the_name() -> None:
    place = toponyms_in("He was arrested in Nad ‘Ali district, Helmand province.")["Nad ‘Ali"].place
    assert place is not None
    assert place.adm1 == "Helmand"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guards were hit in Tarnak wa Xolqan district, Zabul province.", "Tarnak wa Xolqan"),
        ("A lorry burned in Goma-Xolqan axis yesterday.", "Goma"),
        ("Guards were hit in the Garm Xol district.", "Garm"),
    ],
)
def test_a_part_of_an_unknown_name_is_no_place_of_its_own(text: str, name: str) -> None:
    found = toponyms_in(text)
    assert name not in found or found[name].place is None


def test_parties_between_which_there_was_fighting_are_no_places() -> None:
    assert set(toponyms_in("Fighting between Xolqan and Yarqan men went on in Kidal.")) == {"Kidal"}
    assert set(toponyms_in("They drove between Xolqan and Kidal.")) == {"Xolqan", "Kidal"}


def test_a_point_of_the_compass_is_no_town() -> None:
    assert set(toponyms_in("Raiders killed two in North-East Kidal.")) == {"Kidal"}


# --- which place


def test_a_name_transliterated_otherwise_is_known_where_its_country_is() -> None:
    place = toponyms_in("Raiders robbed traders in Ouattagounna, near Ansongo, and fled to Gao.")[
        "Ouattagounna"
    ].place
    assert place is not None
    assert (place.name, place.country_iso3) == ("Ouatagouna", "MLI")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men were seen in Nampalla.", "Nampalla"),
        ("Two men were seen in Ouattagounna, and two in Ohio, Texas and Utah.", "Ouattagounna"),
    ],
)
def test_a_name_spelled_otherwise_is_no_place_of_a_country_nobody_speaks_of(text: str, name: str) -> None:
    assert toponyms_in(text)[name].place is None


def test_a_district_is_not_taken_from_another_province() -> None:
    found = toponyms_in("Two men were killed in Xolqand district, Helmand province.")
    assert found["Xolqand"].place is None
    kabul = toponyms_in("Two men were killed in Kabul district, Helmand province.")["Kabul"]
    assert (kabul.place, kabul.ref.within) == (None, ("Helmand province",))


def test_a_place_so_many_kilometres_from_another_is_the_one_that_is() -> None:
    place = toponyms_in("A mine killed two men in Bamba, 110 km from Bourem.")["Bamba"].place
    assert place is not None
    assert (place.country_iso3, place.adm1) == ("MLI", "Gao")


def test_the_adjective_before_a_town_names_its_country() -> None:
    place = toponyms_in("A grenade was thrown in the Burkinabe town of Gao.")["Gao"].place
    assert place is not None
    assert place.country_iso3 == "BFA"


def test_a_village_on_another_continent_is_not_taken() -> None:
    found = toponyms_in(
        "Malian troops in Mali, at Kidal, Bourem and Ansongo, said that raiders left Fordwich."
    )
    assert all(one.place is None or one.place.country_iso3 == "MLI" for one in found.values())


def test_soldiers_of_another_country_do_not_take_its_place_away() -> None:
    place = toponyms_in("French soldiers killed two men near Aguelhok.")["Aguelhok"].place
    assert place is not None
    assert place.country_iso3 == "MLI"


def test_the_village_of_the_country_spoken_of_comes_before_a_better_known_namesake() -> None:
    place = toponyms_in("Herders clashed in the area of Yoro, and the Malian army came.")["Yoro"].place
    assert place is not None
    assert place.country_iso3 == "MLI"
    alone = toponyms_in("Herders clashed in Boni.")["Boni"].place
    assert alone is not None
    assert alone.name == "Boni"


def test_an_unknown_village_of_a_known_name_is_in_the_district_written_beside() -> None:
    ref = toponyms_in("A mine went off in Dala, cercle of Koro, on Monday.")["Dala"].ref
    assert ref.within == ("Koro cercle",)


def test_the_layer_row_has_the_place() -> None:
    row = make_toponym(toponyms_in("A bomb exploded in Kidal.")["Kidal"])
    assert (row.words, row.country) == ("Kidal", "Mali")
    assert row.place_id is not None
    assert make_toponym(toponyms_in("They burned the village of Xolqand.")["Xolqand"]).lat is None


def test_other_languages_have_no_rules_yet() -> None:
    text = "Une bombe a explosé à Kidal."
    assert find_toponyms(text, cut_sentences(text), open_gazetteer(), language="fr") == ()


# --- hostile input


@given(st.text(alphabet="Gao MAli.,'-’ofinthe5km \n", max_size=300))
@settings(max_examples=60)
def test_spans_are_exact_in_any_text(text: str) -> None:
    found = find_toponyms(text, cut_sentences(text), open_gazetteer())
    ends = [0, *(one.end for one in found)]
    for one, before in zip(found, ends, strict=False):
        assert text[one.start : one.end] == one.words
        assert one.start >= before
    assert found == find_toponyms(text, cut_sentences(text), open_gazetteer())


@pytest.mark.parametrize("word", ["A ", "of ", "X-", "the village of ", "( ", "north of ", "Xa, "])
def test_time_grows_with_length_only(word: str) -> None:
    seconds = []
    for size in (20_000, 80_000):
        text = word * (size // len(word))
        begin = time.process_time()
        find_toponyms(text, cut_sentences(text), open_gazetteer())
        seconds.append(time.process_time() - begin)
    assert seconds[1] < 16 * max(seconds[0], 0.02)


def test_both_countries_of_a_border_are_told_by_their_border() -> None:
    found = toponyms_in("Two men were killed near the borders of Niger and Algeria.")
    assert [found[name].ref.relation for name in ("Niger", "Algeria")] == ["border_of", "border_of"]
    found = toponyms_in("Two men were killed near the border with Niger and three in Gao.")
    assert [found[name].ref.relation for name in ("Niger", "Gao")] == ["border_of", "in"]


def test_states_in_a_row_contain_nothing() -> None:
    found = toponyms_in("Losses came from Georgia, Oklahoma, Pennsylvania and Ohio.")
    assert {one.ref.within for one in found.values()} == {()}
    assert [one.place and one.place.kind for one in found.values()] == ["adm1"] * 4


def test_a_town_named_like_a_state_is_still_put_in_the_state_after_it() -> None:
    found = toponyms_in("A man from Delaware, Ohio, was hurt in Indiana, Pennsylvania.")
    assert found["Delaware"].ref.within == ("Ohio",)
    assert found["Indiana"].ref.within == ("Pennsylvania",)


@pytest.mark.parametrize(
    "text",
    [
        "Militiamen raided a Bellah camp and left.",
        "An old Grad rocket did not explode.",
        "He lived in the 1600 block of Eastwood and drove to the corner of N. Houston.",
        "It was heard near Odessa and Franklin streets, and at the intersection of Houston and 4th.",
        "Two Tigre and Gazelle helicopters came too late.",
        "The nurse Hamada Ag Alher was abducted.",
        "Staff of the Directorate for Roads and Bridges of Kidal met.",
    ],
)
def test_peoples_makes_and_bodies_are_no_places(text: str) -> None:
    assert toponyms_in(text) == {}


def test_the_village_of_a_people_is_named_after_the_kind_word() -> None:
    assert set(toponyms_in("They burned the Fulani hamlet of Tomoro.")) == {"Tomoro"}
    assert set(toponyms_in("Gunmen entered the village of Nouh Bozo and Afar Region.")) >= {"Afar Region"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A farmer was killed in the area of Sare-Male.", "Sare-Male"),
        ("Raiders were seen in the area of Bangui Mallam.", "Bangui Mallam"),
        ("A cart hit a mine 3 km north of Tongo-Tondo.", "Tongo-Tondo"),
    ],
)
def test_a_longer_name_is_not_cut_to_the_town_it_begins_with(text: str, name: str) -> None:
    (found,) = toponyms_in(text).values()
    assert found.words == name
    assert found.place is None


def test_towns_with_a_hyphen_between_them_stay_two() -> None:
    assert "Moorhead" in toponyms_in("The river crests at 40 feet in Fargo-Moorhead on Friday.")


def test_both_towns_of_a_road_are_found() -> None:
    ends = toponyms_in("A truck hit a mine on the Tenenkou to Ke-Macina axis.")
    assert {one.ref.relation for one in ends.values()} == {"between"}
    assert set(ends) == {"Tenenkou", "Ke-Macina"}
    (one,) = toponyms_in("A bus was stopped on the Djiandiori-Tenenkou road.").values()
    assert (one.words, one.ref.relation) == ("Tenenkou", "road_to")
    (one,) = toponyms_in("A bus was stopped on the Tassiga road.").values()
    assert (one.words, one.ref.relation) == ("Tassiga", "road_to")


def test_a_place_that_tells_of_whom_is_no_scene() -> None:
    found = toponyms_in("Gunmen shot a Kidal tribal councillor in Timbuktu.")
    assert (found["Kidal"].ref.relation, found["Timbuktu"].ref.relation) == ("office_of", "in")


def test_a_known_place_in_brackets_contains_an_unknown_one() -> None:
    found = toponyms_in("Raiders killed a herder in Tongo-Tondo (Mondoro).")
    assert found["Tongo-Tondo"].ref.within == ("Mondoro",)


def test_near_a_border_is_not_near_the_middle_of_the_country() -> None:
    found = toponyms_in("A patrol came upon the fighters at Akabar, near the Niger border, in Mali.")
    assert found["Akabar"].place is not None
    assert found["Akabar"].place.country == "Mali"


def test_a_village_on_another_continent_is_not_where_a_local_group_was() -> None:
    text = "The fighters killed a herder in the area of Tabango."
    alone = toponyms_in(text)["Tabango"]
    assert alone.place is not None
    assert alone.place.country == "Philippines"
    told = toponyms_in(text, hints=PlaceHints(actors={"MLI": 0.3}, homes=frozenset({"MLI", "BFA"})))[
        "Tabango"
    ]
    assert told.place is None
    assert told.namesake
    gao = toponyms_in("The fighters killed a herder in Gao.", hints=PlaceHints(homes=frozenset({"MLI"})))[
        "Gao"
    ]
    assert gao.place is not None


def test_a_protest_is_not_where_it_is_about() -> None:
    found = toponyms_in("Hundreds protested against the coup in Gabon outside the palace in Bamako.")
    assert (found["Gabon"].ref.relation, found["Bamako"].ref.relation) == ("office_of", "in")
    found = toponyms_in("They marched against France in Niamey.")
    assert (found["France"].ref.relation, found["Niamey"].ref.relation) == ("office_of", "in")


def test_a_small_place_lies_in_what_the_words_put_it_in() -> None:
    found = toponyms_in("Gunmen shot at a patrol in the Bera area of Gao.")
    assert found["Bera"].place is None
    assert found["Gao"].place is not None
    kept = toponyms_in("A rally for the people of Gaza in Paris was banned.")
    assert kept["Gaza"].place is not None
    assert kept["Gaza"].place.country_iso3 == "PSE"
