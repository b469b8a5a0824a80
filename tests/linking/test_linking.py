"""Which reports are put together: by what they tell, in no order, and never through one bad link."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.linking import link
from rashomon.linking.compare import LEVELS, levels_of, load_weights
from rashomon.linking.features import describe_all
from rashomon.linking.names import names_in, people_in, told_names
from rashomon.linking.spots import spots_in
from rashomon.model.claims import ActorRef, Party
from rashomon.model.layers import Reading
from rashomon.model.report import Report
from rashomon.reading.english import read_english

TEXTS = {
    "a": ("2019-06-21", "On Thursday gunmen attacked an army post near Labbezanga, killing 17 soldiers."),
    "b": ("2019-06-22", "Seventeen soldiers were killed on Thursday in an attack on a post in Labbezanga."),
    "c": ("2019-06-22", "On Friday gunmen attacked an army post near Labbezanga, killing two soldiers."),
    "d": ("2019-06-23", "On Thursday gunmen attacked an army post near Diffa, killing 17 soldiers."),
    "e": ("2019-06-23", "Ada Brookwell, 34, was shot dead outside a bakery in Gao on Saturday."),
    "f": ("2019-09-01", "A man held for the killing of Ada Brookwell, 34, in Gao in June has confessed."),
    "h": (
        "2019-06-21",
        "Seventeen soldiers were killed in an attack near Labbezanga, an army spokesman said.",
    ),
    "i": (
        "2019-06-24",
        "17 soldiers were killed on 23 June in an attack near Labbezanga, an army spokesman said.",
    ),
    "j": (
        "2019-06-21",
        "On Thursday gunmen attacked an army post between Gao and Ansongo, killing four soldiers.",
    ),
    "k": (
        "2019-06-21",
        "On Thursday gunmen attacked an army post 40 km south of Gao, killing four soldiers.",
    ),
    "l": ("2019-06-23", "Two men were shot dead on Calder Street in Gao on Saturday night."),
    "m": ("2019-06-24", "Police in Gao seek a gunman who killed two men on Calder St. on Saturday."),
    "n": ("2019-06-29", "Two men were killed on Calder Street in Gao on Tuesday, police said."),
    "o": ("2019-06-29", "Three people were wounded in a shooting in Gao on Tuesday."),
    "p": ("2019-06-23", "A tailor was shot dead in Ansongo on Saturday."),
    "q": (
        "2019-06-23",
        "On Saturday a tailor was shot dead in Denver. People of Ansongo have held a wake for the tailor.",
    ),
    "r": ("2019-06-23", "On Saturday a tailor was shot dead in Denver."),
    "s": ("2019-06-23", "People were wounded in a shooting in Gao on Saturday at 9:15 p.m."),
    "t": ("2019-06-23", "Shots fell in Gao at about 21:15, and a tailor is in hospital."),
    "g": ("2019-06-23", "Three people were wounded in a shooting in Gao on Saturday."),
}


@cache
def read(key: str) -> tuple[Report, Reading]:
    published, text = TEXTS[key]
    report = Report(
        id=f"r_{key}",
        source_ref=key,
        locator=f"{key}.txt",
        text=text,
        sha256=key,
        outlet=f"Outlet {key.upper()}",
        published=published,
        language="en",
    )
    return report, read_english(report)


def titles(keys: str) -> list[str]:
    """The titles of the events that these reports are about."""
    pairs = [read(key) for key in keys]
    events = link([report for report, _ in pairs], [reading for _, reading in pairs]).events
    return [event.title for event in events if event.principal_for]


def together(keys: str) -> set[str]:
    """The reports put together, as sorted letters: {"ab", "c"}."""
    pairs = [read(key) for key in keys]
    events = link([report for report, _ in pairs], [reading for _, reading in pairs]).events
    return {"".join(sorted(r.removeprefix("r_") for r in e.principal_for)) for e in events if e.principal_for}


@pytest.mark.usefixtures("nlp")
class TestTogether:
    def test_one_attack_in_other_words(self) -> None:
        assert together("ab") == {"ab"}

    def test_like_words_do_not_make_one_event_of_two_places(self) -> None:
        assert together("ad") == {"a", "d"}

    def test_a_day_later_with_other_dead_is_another(self) -> None:
        assert "c" in together("abc")

    def test_a_name_links_a_confession_months_later(self) -> None:
        assert together("ef") == {"ef"}

    def test_a_street_outweighs_a_town_of_the_same_name_and_a_day_misread(self) -> None:
        assert together("ln") == {"ln"}
        assert together("go") == {"g", "o"}

    def test_a_town_that_both_name_outweighs_one_misread(self) -> None:
        assert together("pr") == {"p", "r"}
        assert together("pq") == {"pq"}

    def test_an_hour_of_the_clock_tells_two_shootings_of_a_town_apart(self) -> None:
        assert together("st") == {"st"}
        assert together("gt") == {"g", "t"}

    def test_a_title_has_no_day_after_a_report_of_the_event(self) -> None:
        assert together("hi") == {"hi"}
        assert titles("i") == ["Attack near Labbezanga, 23 June 2019"]
        assert titles("hi") == ["Attack near Labbezanga"]

    def test_a_title_does_not_double_a_preposition(self) -> None:
        assert titles("j") == ["Attack between Ansongo and Gao, 20 June 2019"]
        assert titles("k") == ["Attack 40 km south of Gao, 20 June 2019"]

    def test_each_tie_has_a_score_and_a_reason(self) -> None:
        pairs = [read(key) for key in "ab"]
        linked = link([report for report, _ in pairs], [reading for _, reading in pairs])
        event = next(e for e in linked.events if len(e.principal_for) == 2)
        assert all(0.4 < tie.score <= 1 for tie in event.ties)
        assert "both name Labbezanga" in event.ties[0].reason
        assert "Outlet" in event.ties[0].reason


@pytest.mark.usefixtures("nlp")
@settings(max_examples=25, deadline=None)
@given(order=st.permutations("abcdefg"))
def test_the_order_of_reports_changes_nothing(order: list[str]) -> None:
    assert link([read(k)[0] for k in order], [read(k)[1] for k in order]) == link(
        [read(k)[0] for k in "abcdefg"], [read(k)[1] for k in "abcdefg"]
    )


def test_every_level_has_a_weight() -> None:
    names = {f"{feature}: {level}" for feature, levels in LEVELS.items() for level in levels}
    assert names | {"prior"} == set(load_weights())


@pytest.mark.parametrize("feature", ["days", "places", "published"])
def test_nearer_weighs_more(feature: str) -> None:
    weights = load_weights()
    assert weights[f"{feature}: {LEVELS[feature][0]}"] > weights[f"{feature}: {LEVELS[feature][-2]}"]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("clash", "clash", "same"),
        ("clash", "ambush", "related"),
        ("attack", "mine", "related"),
        ("abduction", "mine", "other deed"),
        ("protest", "shooting", "crowd and deed"),
        ("protest", "mine", "other"),
    ],
)
def test_kinds_are_told_for_each_other_or_not(one: str, two: str, level: str) -> None:
    report, reading = read("a")
    claims = {claim.id: claim for claim in reading.claims}
    mention = next(mention for mention in reading.mentions if mention.role == "main")
    (here,) = describe_all([replace(mention, kind=one)], {report.id: report}, claims, {}, lambda _name: False)
    there = replace(here, mention=replace(mention, kind=two))
    assert {found.level for found in levels_of(here, there) if found.feature == "kinds"} == {level}


class TestNames:
    def test_people_are_found_and_officials_left_out(self) -> None:
        text = "Police Chief Tom Harlow said Ada M. Brookwell, 34, of Gao County died. By Jan Reed"
        assert names_in(text) == {"ada brookwell"}

    def test_bodies_and_peoples_are_nobody(self) -> None:
        assert names_in("Beni Amer herders fought the Banu Saad community at Camp Redoubt.") == frozenset()

    def test_a_body_known_by_its_name_is_left_out(self) -> None:
        text = "On Monday Ansar Dine fighters and Boko Haram shot Ada Brookwell dead near Gao."
        report = Report(id="r", source_ref="r", locator="r", text=text, sha256="r", language="en")
        words = [
            Party(words="Boko Haram", actors=(ActorRef(words="Boko Haram", actor_id="boko-haram"),)),
            Party(words="Ada Brookwell", actors=(ActorRef(words="Ada Brookwell", actor_id=None),)),
        ]
        claims = [replace(one, about=party) for party in words for one in read("a")[1].claims[:1]]
        assert people_in(report, claims) == {"ada brookwell"}

    def test_furniture_of_pages_is_left_out(self) -> None:
        pages = {str(i): frozenset({"gazette holdings", f"person {i}"}) for i in range(40)}
        assert pages["3"] & told_names(pages, lambda _name: False) == {"person 3"}

    def test_places_and_bodies_tell_nothing_apart(self) -> None:
        assert (
            told_names({"r": frozenset({"mount kenya"})}, lambda name: name == "mount kenya") == frozenset()
        )


class TestSpots:
    def test_streets_are_spelled_out_and_courts_are_none(self) -> None:
        text = "In Superior Court he denied the shots at E. Fifth St., and Dr. Hale at Elm Grove Church."
        assert spots_in(text) == {"5th street", "elm grove church"}

    def test_saints_are_no_streets(self) -> None:
        assert spots_in("He left East St. Louis for Mill St. Mary on U.S. 41.") == {"route 41"}

    def test_a_shared_street_speaks_for_a_tie(self) -> None:
        pairs = [read(key) for key in "lm"]
        events = link([report for report, _ in pairs], [reading for _, reading in pairs]).events
        event = next(e for e in events if len(e.principal_for) == 2)
        assert "both name Calder Street" in event.ties[0].reason


def test_pairs_that_would_be_tied_are_met(nlp: object) -> None:
    for one, two in itertools.combinations("abcdefg", 2):
        alone = together(one + two)
        if one + two in alone:
            everyone = together("abcdefg")
            assert any({one, two} <= set(group) for group in everyone)
