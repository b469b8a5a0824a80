"""The same people in several reports: figures of our own, placed by hand."""

from __future__ import annotations

import pytest

from rashomon.reconciling.figures import Figure, Population
from rashomon.reconciling.retold import join_named, join_retold

CIVIL, FIGHTING = ("side:victims", "civilians"), ("combatants", "side:raiders")
MIXED = ("side:others",)


def figure(report: str, words: str, *, person: str | None = None) -> Figure:
    return Figure(
        claim_ids=(f"{report} {words}",),
        facet="killed",
        low=1,
        high=1,
        approximate=False,
        vague=None,
        hedged=False,
        population=Population(person=person),
        coverage="unknown",
        subset_of=None,
        body="outlet:x",
        voice="x",
        report=report,
        utterance=None,
        day="2020-01-01",
        position=0,
        updates=False,
        as_written=words,
    )


def test_one_name_is_one_person_and_stands_where_most_put_him() -> None:
    one, two = figure("a", "Ada Brook", person="p1"), figure("b", "Ada Brook", person="p4")
    called, other = figure("b", "a guard", person="p4"), figure("c", "Dar Koba", person="p1")
    paths = {one: CIVIL, two: FIGHTING, called: CIVIL, other: FIGHTING}
    join_named(paths)
    assert paths == {one: CIVIL, two: CIVIL, called: CIVIL, other: FIGHTING}


@pytest.mark.parametrize("words", ["Brook", "a guard", "two Guards"])
def test_what_is_no_full_name_joins_nobody(words: str) -> None:
    one, two = figure("a", words, person="p1"), figure("b", words, person="p1")
    paths = {one: CIVIL, two: FIGHTING}
    join_named(paths)
    assert paths == {one: CIVIL, two: FIGHTING}


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (CIVIL, MIXED, True),
        (CIVIL, FIGHTING, False),
        (FIGHTING, ("combatants", "side:guards"), False),
        ((*CIVIL, "category:teachers"), (*CIVIL, "category:politicians"), False),
        ((*CIVIL, "category:teachers"), MIXED, True),
        (CIVIL, (*CIVIL, "category:teachers"), False),
    ],
)
def test_groups_of_two_reports_are_one_unless_they_cannot_be(
    first: tuple[str, ...], second: tuple[str, ...], joined: bool
) -> None:
    paths = {figure("a", "one"): first, figure("b", "another"): second}
    join_retold(paths)
    assert (len(set(paths.values())) == 1) is joined


def test_groups_that_one_report_tells_of_stay_two() -> None:
    one, two = figure("a", "one"), figure("a", "another")
    paths = {one: CIVIL, two: MIXED, figure("b", "one"): CIVIL}
    join_retold(paths)
    assert paths[one] != paths[two]
