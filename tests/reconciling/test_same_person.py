"""One person of a report in two words: figures of our own, placed by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconciling.test_retold import figure

from rashomon.reconciling.figures import Figure
from rashomon.reconciling.same_person import find_fates, join_two_words

CIVIL = ("side:victims", "civilians")


@pytest.mark.parametrize(
    ("name", "other", "people"),
    [
        ("Ada Brook", "a child", 1),
        ("he", "an old man", 1),
        ("he", "a girl", 2),
        ("Ada Brook", "Dar Koba", 2),
        ("the victim", "a student", 1),
    ],
)
def test_a_name_and_a_calling_are_one_unless_something_tells_them_apart(
    name: str, other: str, people: int
) -> None:
    paths = {figure("a", name, person="p1"): (), figure("a", other, person="p2"): CIVIL}
    joined = join_two_words(paths)
    assert len({one.population.person for one in joined}) == people
    assert set(joined.values()) == ({CIVIL} if people == 1 else {(), CIVIL})


def test_who_also_died_and_whoever_killed_him_are_others() -> None:
    woman = figure("a", "a woman", person="p1")
    also = replace(figure("a", "Dar Koba", person="p2"), beside=True, position=40)
    assert join_two_words({woman: CIVIL, also: ()}) == {woman: CIVIL, also: ()}
    he, partner = figure("a", "he", person="p1"), replace(figure("a", "a boyfriend", person="p2"), by="p1")
    assert join_two_words({he: (), partner: CIVIL}) == {he: (), partner: CIVIL}


def test_two_whom_clauses_list_are_two() -> None:
    one, two = figure("a", "Ada Brook", person="p1"), figure("a", "a child", person="p2")
    listed = {replace(one, listed_at=3): (), replace(two, listed_at=9): CIVIL}
    assert join_two_words(listed) == listed


def test_people_of_two_reports_are_left_to_other_rules() -> None:
    paths = {figure("a", "Ada Brook", person="p1"): (), figure("b", "a child", person="p1"): CIVIL}
    assert join_two_words(paths) == paths


def test_a_civilian_is_one_person_of_the_names_and_no_more() -> None:
    paths = {
        figure("a", "Ada Brook", person="p1"): (),
        figure("a", "Dar Koba", person="p3"): (),
        figure("a", "a child", person="p2"): CIVIL,
    }
    assert {one.population.person for one in join_two_words(paths)} == {"p2", "p3"}


@pytest.mark.parametrize(
    ("one", "two", "people"),
    [
        ("the teen", "a teen", 1),
        ("the victim", "a baker", 1),
        ("a baker", "a tailor", 2),
        ("a teen", "another teen", 2),
    ],
)
def test_of_one_group_only_a_noun_told_twice_or_a_vague_one_is_the_same_person(
    one: str, two: str, people: int
) -> None:
    paths = {figure("a", one, person="p1"): CIVIL, figure("a", two, person="p2"): CIVIL}
    assert len({figure.population.person for figure in join_two_words(paths)}) == people


def _fighter(words: str, person: str, category: str | None, clause: tuple[int, int]) -> Figure:
    made = figure("a", words, person=person)
    population = replace(made.population, status="combatant", category=category)
    return replace(made, population=population, clause=clause)


@pytest.mark.parametrize(
    ("words", "category", "clause", "people"),
    [
        ("terrorist", "militants", (90, 110), 1),
        ("another terrorist", "militants", (90, 110), 2),
        ("terrorist", "militants", (0, 30), 2),  # told of in one breath
        ("soldier", "soldiers", (90, 110), 2),
        ("terrorist", None, (90, 110), 2),
    ],
)
def test_two_words_for_one_foe_are_one(
    words: str, category: str | None, clause: tuple[int, int], people: int
) -> None:
    side = ("combatants", "side:rebels")
    told = {
        _fighter("a militant", "p1", "militants", (0, 30)): side,
        _fighter(words, "p2", category, clause): side,
    }
    assert len({one.population.person for one in join_two_words(told)}) == people


@pytest.mark.parametrize(
    ("one", "two"), [("a 19-year-old", "a 4-year-old boy"), ("a 17-year-old boy", "a 4-year-old boy")]
)
def test_two_ages_are_two_people(one: str, two: str) -> None:
    paths = {figure("a", one, person="p1"): (), figure("a", two, person="p2"): CIVIL}
    assert join_two_words(paths) == paths


def test_who_was_hit_may_be_who_is_said_to_be_hurt_but_no_doer() -> None:
    hit, hurt = figure("a", "Ada Brook", person="p1"), figure("a", "a child", person="p2")
    paths = {hit: (), hurt: CIVIL}
    who = hit.report
    assert find_fates(paths, frozenset({(who, "p1")})) == {(who, "p1"): (who, "p2")}
    assert find_fates(paths, frozenset()) == {}
    shot = replace(figure("a", "a guard", person="p3"), by="p1")
    assert find_fates(paths | {shot: ("combatants",)}, frozenset({(who, "p1")})) == {}
