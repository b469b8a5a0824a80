"""The registry: its tables are whole, its ids and names unique, and what it finds stands in the text."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pace import within

from rashomon.codebook.actor_countries import countries
from rashomon.codebook.actor_names import fold, fold_name, fold_variants
from rashomon.codebook.actor_rows import CATEGORIES, LEVELS, read_builtin_rows, read_table
from rashomon.codebook.actor_rules import split_id
from rashomon.codebook.actors import (
    ActorRegistry,
    ambiguous_names,
    country_for,
    country_name,
    demonym_for,
    leaders,
    load_registry,
    name_lists,
    standard_names,
)
from rashomon.codebook.people import PEOPLE
from rashomon.errors import SettingError


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    return load_registry()


def found(registry: ActorRegistry, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(hit.words, hit.actor_ids) for hit in registry.find(text)]


def ids(registry: ActorRegistry, text: str) -> list[str]:
    return [actor_id for hit in registry.find(text) for actor_id in hit.actor_ids]


# The tables


def test_every_row_loads_and_there_are_many():
    rows = read_builtin_rows()
    assert rows.faults == ()
    assert len(rows.actors) >= 500


def test_rows_have_known_levels_categories_countries_and_parents(registry):
    for actor in read_builtin_rows().actors.values():
        assert actor.level in LEVELS
        assert actor.category in CATEGORIES
        assert set(actor.countries) <= set(countries())
        assert actor.part_of is None or actor.part_of in registry, actor.id
        assert actor.id not in registry.parents(actor.id)
        assert actor.start is None or actor.end is None or actor.start[:4] <= actor.end[:4], actor.id


def test_no_name_means_two_actors_unless_it_is_listed():
    meanings: dict[str, set[str]] = {}
    for actor in read_builtin_rows().actors.values():
        for name in actor.names:
            forms = (name.words,) if name.kind == "acronym" else fold_variants(name.words)
            for form in forms:
                meanings.setdefault(form, set()).add(actor.id)
    several = {words: actors for words, actors in meanings.items() if len(actors) > 1}
    listed = ambiguous_names()
    assert {words for words in several if words not in listed} == set()
    for words, actors in several.items():
        assert set(listed[words]) == actors, words


def test_no_ambiguous_name_is_listed_in_vain(registry):
    for words, _, *_ in read_table("ambiguous.tsv"):
        assert len(registry.ids_for(words)) > 1, words


def test_the_side_tables_name_actors_that_exist(registry):
    for name, uses in standard_names().items():
        for _, actor_id, *_ in uses:
            assert actor_id in registry, name
    for actor_id, person in leaders():
        assert actor_id in registry, person.words
    for _, _, isos in name_lists().peoples:
        assert set(isos) <= set(countries())


def test_every_weak_name_is_a_name(registry):
    for words, *_ in read_table("weak_names.tsv"):
        assert registry.ids_for(words), words


def test_regimes_of_a_country_do_not_overlap():
    by_country: dict[str, list[tuple[str, str]]] = {}
    for iso, start, end, *_ in read_table("regimes.tsv"):
        by_country.setdefault(iso, []).append((start, end))
    for iso, periods in by_country.items():
        assert iso in countries()
        for (_, end), (start, _) in zip(sorted(periods), sorted(periods)[1:], strict=False):
            assert end != "-", iso
            assert end <= start, iso


def test_names_of_two_standards_resolve_to_an_actor(registry):
    """Every name UCDP and ACLED use for the actors of the labelled sets has an id."""
    folder = os.environ.get("RASHOMON_DATA")
    path = Path(folder, "actor_names.tsv") if folder else None
    if path is None or not path.exists():
        pytest.skip("RASHOMON_DATA names no folder with actor_names.tsv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert len(rows) > 200
    unresolved = [row["name"] for row in rows if registry.resolve_standard_name(row["name"]) not in registry]
    assert unresolved == []


# Countries


def test_every_country_has_forces_police_state_and_civilians(registry):
    for iso3 in countries():
        for rule, category in (("forces", "state_forces"), ("police", "police"), ("civilians", "civilians")):
            actor = registry.get(f"{rule}:{iso3}")
            assert (actor.category, actor.countries) == (category, (iso3,))
        assert registry.parents(f"forces:{iso3}") == (f"state:{iso3}",)


def test_demonyms_of_neighbours_stay_apart():
    assert demonym_for("Nigerien") == ("NER",)
    assert demonym_for("Nigérien") == ("NER",)
    assert demonym_for("Nigerian") == ("NGA",)
    assert demonym_for("Congolese") == ("COD", "COG")
    assert demonym_for("Sudanese") == ("SDN",)
    assert demonym_for("South Sudanese") == ("SSD",)
    assert demonym_for("Burkinabè") == demonym_for("Burkinabe") == ("BFA",)
    assert demonym_for("bandit") == ()


def test_countries_by_name():
    assert [country_for(name) for name in ("Mali", "the Ivory Coast", "Côte d’Ivoire", "DR Congo", "UK")] == [
        "MLI", "CIV", "CIV", "COD", "GBR"
    ]  # fmt: skip
    assert country_for("Gao") is None
    assert [country_name(iso) for iso in ("SYR", "RUS", "IRN", "TZA", "CIV", "COD")] == [
        "Syria", "Russia", "Iran", "Tanzania", "Ivory Coast", "DR Congo"
    ]  # fmt: skip


# Finding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Nigerien army and Nigerian soldiers met.", ["forces:NER", "forces:NGA"]),
        ("French special forces landed.", ["forces:FRA"]),
        ("U.S. troops, US soldiers and American commandos left.", ["forces:USA"] * 3),
        ("The Israeli military denied it.", ["forces:ISR"]),
        ("An Israeli airstrike hit the market.", []),
        ("It told us forces had left.", []),
        ("Mali’s army withdrew; the army of Chad stayed.", ["forces:MLI", "forces:TCD"]),
        ("The Government of the Philippines agreed.", ["state:PHL"]),
        ("Kenyan police fired; Malian gendarmes watched.", ["police:KEN", "police:MLI"]),
        ("Congolese soldiers fled.", ["forces:COD", "forces:COG"]),
        ("A court in New Mexico heard New Mexico police.", []),
        ("Georgia police arrested a man; the Georgian army did not.", ["forces:GEO"]),
        ("French and Malian troops advanced.", ["forces:FRA", "forces:MLI"]),
        ("A Franco-Malian force advanced.", ["forces:FRA", "forces:MLI"]),
        ("Guinean soldiers met Equatorial Guinean soldiers.", ["forces:GIN", "forces:GNQ"]),
        ("South African troops met Central African troops.", ["forces:ZAF", "forces:CAF"]),
        ("Turkey's army ate turkey; the polish army of brushes did not.", ["forces:TUR"]),
        ("Two Palestinian civilians were hurt.", ["civilians:PSE"]),
        ("Troops from Chad arrived.", ["forces:TCD"]),
    ],
)
def test_bodies_of_countries_are_found(registry, text, expected):
    assert ids(registry, text) == expected


@pytest.mark.parametrize("words", ["al-Qaeda", "Al Qaeda", "al-Qa'ida", "Al-Qa’ida", "al‑Qaïda", "AL-QAEDA"])
def test_spellings_of_a_name_mean_one_actor(registry, words):
    text = f"On Monday {words} said so."
    assert ids(registry, text) == ["al-qaeda"]


@pytest.mark.parametrize("words", ["al-Shabaab", "Al Shabab", "Al-Shebab", "Shabaab", "AlShabaab"])
def test_transliterations_mean_one_actor(registry, words):
    meant = ids(registry, f"Fighters of {words} attacked a town in Somalia.")
    assert meant == ["al-shabaab", "ansar-al-sunna-mozambique"]


def test_acronyms_are_matched_as_written(registry):
    assert ids(registry, "The army is here, as is the aa.") == []
    assert ids(registry, "Fighters of IS and of GATIA met; GATIA's men won.") == [
        "islamic-state",
        "gatia",
        "gatia",
    ]
    assert ids(registry, "Fighters of JeM were held.") == ["jem-kashmir"]
    assert ids(registry, "Fighters of JEM were held.") == ["jem"]
    assert ids(registry, "ISIS said nothing.") == ["islamic-state"]


def test_a_text_in_capitals_matches_names_but_not_its_small_words(registry):
    text = (
        "REBELS OF THE MORO ISLAMIC LIBERATION FRONT (MILF) SAY THE TOWN\nIS QUIET, AND NO ONE KNOWS\nWHO WON"
    )
    assert found(registry, text) == [("MORO ISLAMIC LIBERATION FRONT", ("milf",)), ("MILF", ("milf",))]
    assert ids(registry, "SALVADORAN ARMY TROOPS LEFT") == ["forces:SLV"]


def test_a_text_without_capitals_matches_names(registry):
    assert ids(registry, "boko haram attacked; the nigerian army fled") == ["boko-haram", "forces:NGA"]


def test_the_longest_name_wins_and_nothing_overlaps(registry):
    text = "Islamic State in the Greater Sahara, Islamic State West Africa Province and Islamic State differ."
    assert ids(registry, text) == ["isgs", "iswap", "islamic-state"]


def test_names_do_not_run_across_paragraphs(registry):
    assert ids(registry, "It began in Mali\n\nArmy trucks were seen in France.\n\nTroops left.") == []
    assert ids(registry, "It was seen by the Malian\nArmy.") == ["forces:MLI"]


def test_a_name_with_anti_or_pro_before_it_is_another_party(registry):
    assert ids(registry, "An anti-Taliban uprising, led by pro-Houthi officers.") == []


def test_weak_names_need_the_actor_or_its_country_in_the_text(registry):
    assert ids(registry, "Download the report as PDF or call the ICU.") == []
    assert ids(registry, "In Myanmar the PDF attacked a convoy.") == ["pdf-myanmar"]
    assert ids(registry, "Mr Wagner lives in Ohio.") == []
    assert ids(registry, "Wagner fought in Mali.") == ["wagner"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GF/NA and CJTF raided a camp.", ["forces:NGA", "cjtf"]),
        ("GF/NA returned fire; three GF were hurt.", ["forces:NGA", "forces:NGA"]),
        ("GF/NPF arrested him in Yola.", ["police:NGA"]),
        ("In Nigeria, NPF arrested a man.", ["police:NGA"]),
        ("His GF left him.", []),
    ],
)
def test_security_reports_of_nigeria_shorten_its_forces(registry, text, found):
    assert ids(registry, text) == found


def test_ambiguous_names_give_all_meanings_the_text_s_own_country_first(registry):
    assert registry.ids_for("SNA") == ("sna-syria", "forces:SOM")
    assert ids(registry, "In Somalia the SNA retook a village.") == ["forces:SOM", "sna-syria"]
    assert ids(registry, "In Syria the SNA retook a village.") == ["sna-syria", "forces:SOM"]


def test_militias_of_a_people_are_found_and_the_people_is_not(registry):
    assert ids(registry, "Dogon militiamen entered a Fulani village in Mali.")[0] == "militia:MLI/dogon"
    assert ids(registry, "The Tuaregs live there; Tuareg fighters came.") == []


NAMES = st.sampled_from(
    ["al-Qa’ida", "Movement for the Salvation of Azawad", "MSA", "Nigerien  army", "d'Ansar Dine", "\n\n", "  ",
     "Côte d’Ivoire’s army", "U.S. and Afghan forces", "e\u0301", "İ", "ß",
     "'", "’s", "-", "—", "IS", "Houthis'", "\u200b"]
)  # fmt: skip


@given(st.lists(st.one_of(NAMES, st.text(max_size=8)), max_size=25))
@settings(max_examples=200)
def test_hits_stand_where_they_say_in_order(pieces):
    for joiner in (" ", ""):
        text = joiner.join(pieces)
        end = 0
        for hit in load_registry().find(text):
            assert text[hit.start : hit.end] == hit.words
            assert hit.words == hit.words.strip()
            assert hit.start >= end
            assert all(actor_id in load_registry() for actor_id in hit.actor_ids)
            end = hit.end


@given(st.text(max_size=60))
def test_levelling_leads_back_into_the_text(text):
    folded = fold(text)
    origins = [folded.origin(position) for position in range(len(folded.text))]
    assert origins == sorted(set(origins))
    assert all(0 <= origin < len(text) for origin in origins)
    assert fold_name(folded.text) == fold_name(fold_name(folded.text))


def test_finding_is_fast_on_text_and_on_repetition(registry):
    text = (
        "On Tuesday the Malian army said that fighters had attacked a village near the border at dawn. "
        * 10_000
    )
    # Measured at 6-9 MB/s on news.
    with within(len(text) / 2_000_000):
        registry.find(text)
    for piece in ("a", " ", "'", "-", "\n", "French ", "of the ", "special "):
        with within(5):
            registry.find(piece * (1_000_000 // len(piece)))


# Names and relations


def test_names_follow_standard_and_day(registry):
    assert (
        registry.name("forces:MLI", standard="acled", on="2018-04-01")
        == "Military Forces of Mali (2013-2020)"
    )
    assert registry.name("forces:MLI", standard="acled") == "Military Forces of Mali"
    assert registry.name("forces:TUV", standard="acled", on="2018") == "Military Forces of Tuvalu"
    assert (
        registry.name("forces:FRA", standard="acled", on="2018-04-01") == "Military Forces of France (2017-)"
    )
    assert registry.name("forces:FRA", standard="acled", on="2014") == "Military Forces of France (2012-2017)"
    assert registry.name("police:NER", standard="acled", on="2018") == "Police Forces of Niger (2011-2021)"
    assert registry.name("forces:MMR", standard="ucdp") == "Government of Myanmar (Burma)"
    assert registry.name("isgs", on="2018-04-01") == "Islamic State in the Greater Sahara"
    assert registry.name("isgs", on="2023") == "Islamic State Sahel Province"
    assert registry.name("isgs", standard="acled", on="2018-04-01") == "Islamic State (Greater Sahara)"
    assert registry.name("gatia", standard="acled").startswith("GATIA: ")
    assert registry.name("barkhane", standard="acled", on="2018") == "Military Forces of France (2017-)"
    assert registry.name("forces:FRA") == "French Armed Forces"
    assert registry.name("forces:TGO") == "Togolese armed forces"
    assert registry.name("no-such-actor") == "no-such-actor"


@pytest.mark.parametrize(
    "name",
    [
        "Military Forces of Mali (2013-2020)",
        "Police Forces of Niger (2011-2021)",
        "Civilians (Mali)",
        "Unidentified Armed Group (Niger)",
        "Protesters (Guinea)",
        "Fulani Ethnic Militia (Mali)",
        "Kel Ansar Ethnic Group (Mali)",
        "Refugees/IDPs (Mali)",
    ],
)
def test_names_made_by_rule_come_back_from_their_ids(registry, name):
    actor_id = registry.resolve_standard_name(name)
    assert actor_id is not None
    assert registry.name(actor_id, standard="acled", on="2018-04-01") == name


def test_sides_named_together_have_an_id_of_their_own(registry):
    actor_id = registry.resolve_standard_name("KIO, PSLF")
    assert actor_id == "joint:kio+pslf"
    assert registry.parents(actor_id) == ("kio", "pslf")
    assert registry.resolve_standard_name("KIO, Nobody At All") is None


def test_relations(registry):
    assert registry.parents("qassam-brigades") == ("hamas",)
    assert registry.parents("barkhane") == ("forces:FRA", "state:FRA")
    assert registry.country_of("barkhane") == "FRA"
    assert registry.country_of("gatia") == "MLI"
    assert registry.country_of("jnim") is None
    assert registry.is_state_actor("barkhane")
    assert not registry.is_state_actor("gatia")
    assert registry.inter_code("forces:MLI") == 1
    assert registry.inter_code("forces:FRA", country="MLI") == 8
    assert registry.inter_code("jnim") == 2
    assert registry.inter_code("militia:MLI/fulani") == 4
    assert registry.inter_code("civilians:MLI") == 7
    assert registry.inter_code("minusma") == 8
    assert registry.inter_code("afp") is None
    assert "forces:ZZZ" not in registry
    assert split_id("forces:mli") is None
    with pytest.raises(KeyError):
        registry.get("forces:ZZZ")


def test_leaders(registry):
    assert registry.leader_of("Abu Walid al Sahrawi") == "isgs"
    assert registry.leader_of("Adnan Abu Walid al-Sahraoui") == "isgs"
    assert registry.leader_of("General El Hadj Ag Gamou") == "gatia"
    assert registry.leader_of("Jane Nobody") is None


def test_a_leader_stands_for_the_actor_led_on_that_day(registry):
    assert registry.leader_of("Iyad Ag Ghaly", on="2014-05-02") == "ansar-dine"
    assert registry.leader_of("Iyad Ag Ghaly", on="2019-05-02") == "jnim"
    assert registry.leader_of("Iyad Ag Ghaly") is None
    assert registry.leader_of("Abu Bakr al-Baghdadi", on="2022-01-01") is None


def test_ids_for_a_name(registry):
    assert registry.ids_for("the Taliban") == ("taliban",)
    assert registry.ids_for("gatia") == ("gatia",)
    assert registry.ids_for("French military") == ("forces:FRA",)
    assert registry.ids_for("Military Forces of Mali (2013-2020)") == ("forces:MLI",)
    assert registry.ids_for("the sea") == ()


# A user's own file

HEADING = "id\tlevel\tcategory\tcountries\tpart_of\tname\tacronyms\taliases\n"


def test_a_user_s_file_adds_actors_and_names(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text(
        HEADING
        + "river-guard\tgroup\tcommunal_militia\tMLI\t-\tRiver Guard of Bamba\tRGB\t-\n"
        + "gatia\t-\t-\t-\t-\t-\t-\tGamou's Boys\n",
        encoding="utf-8",
    )
    registry = load_registry(path)
    assert ids(registry, "The River Guard of Bamba (RGB) met Gamou’s Boys.") == [
        "river-guard",
        "river-guard",
        "gatia",
    ]
    assert registry.name("gatia") == load_registry().name("gatia")
    assert "river-guard" not in load_registry()


def test_a_user_s_name_comes_before_ours_where_both_use_it(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text(HEADING + "mine\tgroup\trebel\tMLI\t-\tMy Saharan Alliance\tMSA\t-\n", encoding="utf-8")
    assert load_registry(path).ids_for("MSA") == ("mine", "msa")


def test_all_faults_of_a_user_s_file_are_told_at_once(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text(
        HEADING
        + "one\tgruop\trebel\tMLI\t-\tOne Front\t-\t-\n"
        + "two\tgroup\trebels\tMALI\tnobody\tTwo Front\t-\t-\n"
        + "three\tgroup\trebel\tMLI\tnobody-at-all\tThree Front [20x8..]\t-\t-\n"
        + "four\tgroup\trebel\tMLI\tnobody-at-all\tFour Front\t-\t-\n"
        + "four\tgroup\trebel\tMLI\t-\tFour Front\t-\t-\n",
        encoding="utf-8",
    )
    with pytest.raises(SettingError) as caught:
        load_registry(path)
    message = str(caught.value)
    assert f"{path}:2: level 'gruop' found; expected one that is known (did you mean 'group'?)" in message
    assert f"{path}:3: category 'rebels' found" in message
    assert f"{path}:3: country 'MALI' found" in message
    assert f"{path}:4: period with '20x8' found" in message
    assert f"{path}:5: part_of 'nobody-at-all' is no actor" in message
    assert f"{path}:6: 'four' stands already at {path}:5" in message
    assert message.endswith("see docs/actors.md.")


def test_a_user_s_file_with_a_wrong_heading_or_none(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text("id\tnmae\nx\tX\n", encoding="utf-8")
    with pytest.raises(SettingError, match=r"'nmae' is not a column; .*did you mean 'name'"):
        load_registry(path)
    empty = tmp_path / "empty.tsv"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(SettingError, match="no heading found"):
        load_registry(empty)
    with pytest.raises(SettingError, match="cannot be read"):
        load_registry(tmp_path / "absent.tsv")


# Kinds of people


def test_kinds_of_people_say_whether_they_fight():
    assert PEOPLE["children"].status == "civilian"
    assert PEOPLE["soldiers"].affiliation == "state"
    assert PEOPLE["jihadists"].affiliation == "non_state"


def test_a_peoples_militia_has_one_id_under_all_spellings_of_the_people() -> None:
    registry = load_registry()
    names = ("Peul Ethnic Militia (Mali)", "Fulani Ethnic Militia (Mali)")
    assert {registry.resolve_standard_name(name) for name in names} == {"militia:MLI/fulani"}
