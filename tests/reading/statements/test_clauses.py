from __future__ import annotations

import pytest

from rashomon.model.audit import Statement
from rashomon.pipeline import read_article


def read(text: str) -> list[Statement]:
    return list(read_article(text + "\n", form="plain").statements)


def said(text: str) -> list[str]:
    return [statement.plain for statement in read(text)]


def test_each_outcome_is_a_statement_of_its_own() -> None:
    assert said("The army said that four soldiers were killed in the fight, and nine wounded.") == [
        "The army said that four soldiers were killed in the fight",
        "and nine wounded",
    ]


def test_day_place_and_those_who_fought_are_statements_of_their_own() -> None:
    statements = read("A gunfight broke out near the village of Tarsa on 4 May 2019.")
    assert [(s.facet, s.plain) for s in statements] == [
        ("incidents", "A gunfight broke out"),
        ("place", "near the village of Tarsa"),
        ("date", "on 4 May 2019"),
    ]


def test_an_operation_its_aim_and_its_helpers_are_apart() -> None:
    statements = read(
        "On 2 May 2019, Nigerian troops launched an operation to dislodge Boko Haram, along with the Chadian army."
    )
    assert [(s.facet, s.plain) for s in statements] == [
        ("date", "On 2 May 2019"),
        ("participant", "Nigerian troops launched an operation"),
        ("target", "to dislodge Boko Haram"),
        ("participant", "along with the Chadian army"),
    ]


def test_forces_that_share_their_noun_are_one_statement() -> None:
    statements = read("The fight took place between Nigerian and Chadian troops against Boko Haram.")
    both = next(s for s in statements if "Nigerian" in s.text)
    assert both.claim is not None
    assert both.claim.about is not None
    assert [ref.actor_id for ref in both.claim.about.actors] == ["forces:NGA", "forces:TCD"]


def test_a_dated_saying_is_a_statement_and_an_undated_one_goes_with_what_is_said() -> None:
    statements = read(
        "The ministry stated on 6 May 2019 that there were no losses. The mayor said five rebels died."
    )
    assert statements[0].plain == "The ministry stated on 6 May 2019"
    assert statements[0].speech is not None
    assert statements[0].speech.said_on is not None
    assert statements[0].speech.said_on.start == "2019-05-06"
    assert [(s.facet, s.plain) for s in statements[1:]] == [
        ("losses", "that there were no losses"),
        ("killed", "The mayor said five rebels died"),
    ]


def test_a_number_of_fighters_is_their_strength() -> None:
    statements = read("Troops arrived to fight the forty Boko Haram militants in the hills.")
    strength = [s for s in statements if s.facet == "strength"]
    assert [s.text for s in strength] == ["to fight the forty Boko Haram militants in the hills"]


def test_what_no_claim_is_read_of_is_listed_all_the_same() -> None:
    statements = read("The town is known for its market. A gunfight broke out.")
    assert [(s.facet, s.claim, s.plain) for s in statements][:1] == [
        ("other", None, "The town is known for its market")
    ]


def test_days_without_a_year_are_read_in_the_year_of_the_article() -> None:
    statements = read("The fight took place on 4 May 2019. On 9 May the army buried its dead.")
    days = [s.claim.value.start for s in statements if s.claim and s.claim.value.kind == "moment"]
    assert days[0] == "2019-05-04"
    speech = read(
        "The fight took place on 4 May 2019. The army stated on 9 May that two soldiers were killed."
    )
    dated = [s.speech.said_on.start for s in speech if s.speech and s.speech.said_on]
    assert dated == ["2019-05-09"]


@pytest.mark.parametrize(
    "text",
    [
        "'''Four''' [[soldier]]s were killed<ref>x</ref> near {{nowrap|Tarsa}} on 4&nbsp;May 2019, and '''nine''' wounded.",
        "== A ==\n* Four [[soldier]]s were killed.\n* Nine were wounded.",
    ],
)
def test_a_statement_of_wikitext_is_its_slice_with_the_markup(text: str) -> None:
    article = read_article(text, form="wikitext")
    for statement in article.statements:
        assert text[statement.start : statement.end] == statement.text
        assert "[[" not in statement.plain
        if statement.claim is not None:
            for passage in statement.claim.passages:
                assert text[passage.start : passage.end] == passage.words
    assert {"killed", "wounded"} <= {s.facet for s in article.statements}


def test_a_name_with_its_acronym_is_one_statement_and_who_speaks_took_no_part() -> None:
    statements = read("The fight was between the Movement for the Salvation of Azawad (MSA) and Boko Haram.")
    assert [s.plain for s in statements if s.facet == "participant"] == [
        "between the Movement for the Salvation of Azawad (MSA)",
        "and Boko Haram",
    ]
    involved = read("According to Agence France-Presse, about 60 men were involved.")
    assert [(s.facet, s.text) for s in involved] == [
        ("strength", "According to Agence France-Presse, about 60 men were involved")
    ]


def test_rebels_without_a_name_are_those_the_reader_takes_them_for_not_their_enemies() -> None:
    statements = read(
        "The MSA and GATIA are Tuareg groups. French troops fought on 1 April 2018, aided by Tuareg rebels against ISGS."
    )
    for statement in statements:
        if statement.claim is not None and "rebels" in statement.text and statement.claim.about is not None:
            assert "isgs" not in [ref.actor_id for ref in statement.claim.about.actors]


def test_a_statement_in_a_document_is_one_clause_with_its_day() -> None:
    statements = read(
        "In a statement released on 13 March 2019, Boko Haram claimed to have killed at least 40 soldiers."
    )
    assert [s.plain for s in statements] == [
        "In a statement released on 13 March 2019, Boko Haram claimed",
        "to have killed at least 40 soldiers",
    ]
    assert statements[0].speech is not None
    assert statements[0].speech.said_on is not None
    assert statements[0].speech.said_on.start == "2019-03-13"


def test_the_other_side_is_named_though_another_clause_stands_before_it() -> None:
    statements = read(
        "The battle was fought between the Nigerian Army, supported by Chadian troops, and Boko Haram in the town of Tarsa."
    )
    assert [(s.facet, s.plain) for s in statements if s.facet in ("participant", "place")] == [
        ("participant", "between the Nigerian Army"),
        ("participant", "supported by Chadian troops"),
        ("participant", "and Boko Haram"),
        ("place", "in the town of Tarsa"),
    ]


def test_a_place_with_what_contains_it_is_one_statement() -> None:
    statements = read("Two soldiers were killed near Damboa, Borno State, on 4 May 2019.")
    assert [s.plain for s in statements if s.facet == "place"] == ["near Damboa, Borno State"]


def test_figures_set_side_by_side_are_a_statement_for_each_speaker() -> None:
    statements = read(
        "The number of Boko Haram fighters killed was given as 20 by the Chadian army on 5 May 2019 (across two clashes on 4 May 2019), "
        "as at least 30 by the mayor (reported on 6 May 2019) and as 30 to 40 by the governor; not all of these agree."
    )
    given = [s for s in statements if s.facet == "killed"]
    assert [s.claim.attribution[0].source for s in given if s.claim] == [
        "the Chadian army",
        "the mayor",
        "the governor",
    ]
    assert [(s.claim.value.low, s.claim.value.high) for s in given if s.claim] == [
        (20, 20),
        (30, None),
        (30, 40),
    ]
    assert [s.claim.scope for s in given if s.claim] == ["several", "event", "event"]
    days = [s.claim.attribution[0].said_on for s in given if s.claim]
    assert [day.start if day else None for day in days] == ["2019-05-05", "2019-05-06", None]
    assert all(s.claim.about.actors[0].actor_id == "boko-haram" for s in given if s.claim and s.claim.about)
    assert statements[-1].plain == "not all of these agree"


def test_the_ends_of_a_range_with_a_speaker_each_are_two_statements() -> None:
    statements = read(
        "Accounts of the number of Boko Haram fighters killed range from 20 (the Chadian army, across two clashes) to more than 30 (the mayor)."
    )
    assert [s.plain for s in statements] == [
        "Accounts of the number of Boko Haram fighters killed range from 20 (the Chadian army, across two clashes)",
        "to more than 30 (the mayor)",
    ]
    claims = [s.claim for s in statements if s.claim]
    assert [(c.value.low, c.attribution[0].source, c.scope) for c in claims] == [
        (20, "the Chadian army", "several"),
        (31, "the mayor", "event"),
    ]
