"""What a report says of somebody's past, and what he is used to do, is no part of the event it tells of."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of, report_of

from rashomon.linking import link
from rashomon.model.claims import Count
from rashomon.reading.english import read_english
from rashomon.reconciling import reconcile


@pytest.mark.usefixtures("nlp")
class TestSomebodysPast:
    def test_an_attack_a_leader_is_linked_to_is_another_event(self) -> None:
        event = main_event(
            "Troops raided a barn near Ardal on Monday and detained three rebels. "
            "Their leader is linked to a bomb attack that killed nine farmers."
        )
        assert event.totals.range.killed.min is None
        assert event.totals.range.captured.min == 3

    @pytest.mark.parametrize(
        "past",
        [
            "He is thought to be associated with several kidnappings and murders.",
            "He was responsible for a bombing that killed nine farmers last year.",
            "He had led several ambushes on convoys and was involved in the murder of two teachers.",
            "He is also suspected of plotting bombings in the capital.",
        ],
    )
    def test_what_he_did_before_parts_nobody_taken_with_him_from_him(self, past: str) -> None:
        event = main_event(
            f"Troops arrested a rebel commander near Ardal on Monday. {past} Two of his men were also detained."
        )
        assert event.kind == "arrest"
        assert event.date.start == "2019-06-17"
        assert event.totals.range.captured.min == 3
        assert event.totals.range.killed.min is None

    def test_what_a_leader_plans_is_no_event(self) -> None:
        report = report_of("The leader plans attacks on markets. He directs bombings in the north.")
        assert not read_english(report).mentions

    def test_the_deaths_of_a_bombing_are_its_own(self) -> None:
        event = main_event("A bombing that killed six and injured nine shook Ardal on Monday.")
        assert event.kind == "bombing"
        assert event.totals.ucdp.best == 6

    def test_several_of_whom_three_are_told_are_three_at_least(self) -> None:
        event = main_event(
            "Several were detained on Monday in the town. In one house troops detained three rebels."
        )
        assert event.totals.range.captured.min == 3


@pytest.mark.parametrize(
    "text",
    [
        "Police heard somebody cry that they had shot themselves.",
        "A blast left two boys, ages 4 and 6, wounded.",
    ],
)
def test_neither_ages_nor_an_unknown_they_are_people_hurt(text: str) -> None:
    counted = [c for c in reading_of(text).claims if c.facet in {"wounded", "casualties"}]
    assert not [c for c in counted if c.about is not None and c.about.words in {"ages", "they"}]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("told", "wounded"),
    [
        ("The clerk did not suffer any injuries.", None),
        ("A man had a hole in his coat but did not sustain any physical injuries.", None),
        ("Mary Holt didn't have facial injuries, police said.", None),
        ("The clerk did not suffer serious injuries.", None),
        ("The clerk suffered injuries.", 1),
        # whose face it is was told of before; whoever shoots "his shoulder" shoots himself
        ("The clerk was hit by shards, which injured his face and left hand.", 1),
        ("A boy found the handgun in a drawer and then shot his upper shoulder.", 1),
    ],
)
def test_wounds_denied_and_wounds_of_a_part(told: str, wounded: int | None) -> None:
    text = f"A gunman opened fire in a bakery in Ardal on Monday. {told}"
    report = report_of(text)
    reading = read_english(report)
    claims = {claim.id: claim for claim in reading.claims}
    record = reconcile(link([report], [reading]), claims, {"r": report}, policy="latest")
    assert next(e for e in record.events if e.principal_for).totals.latest.wounded == wounded


@pytest.mark.usefixtures("nlp")
def test_a_town_in_capitals_before_the_dash_is_nobody() -> None:
    text = "(06-17) 16:58 PDT SAN MARCO -- A 24-year-old man was killed in a shooting on Monday."
    dead = [c.about.words for c in reading_of(text).claims if c.facet == "killed" and c.about is not None]
    assert dead == ["A 24-year-old man"]


@pytest.mark.usefixtures("nlp")
def test_both_of_a_couple_s_sons_are_two() -> None:
    reading = reading_of("A shell hit a bakery in Ardal on Monday. The couple's sons both died.")
    value = next(c.value for c in reading.claims if c.facet == "killed")
    assert isinstance(value, Count)
    assert (value.low, value.high) == (2, 2)


@pytest.mark.usefixtures("nlp")
def test_a_hospital_of_the_next_clause_is_for_others() -> None:
    reading = reading_of(
        "A gunman opened fire in Ardal on Monday. He took the babies back to the barn and drove his wife to the hospital."
    )
    assert not [c for c in reading.claims if c.facet in {"wounded", "casualties"}]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "harm"),
    [
        (
            "A strike on a house in Gao caused a number of deaths and injuries.",
            {("killed", 2), ("wounded", 2)},
        ),
        (
            "A house in Gao was bombed, with an unknown number of deaths and injuries.",
            {("killed", 1), ("wounded", 1)},
        ),
        ("The strike in Gao also injured “a number” of others.", {("wounded", 2)}),
        ("The strike in Gao resulted in ten deaths and injuries.", {("killed", 10)}),
    ],
)
def test_a_number_of_deaths_and_injuries_is_some_of_each(text: str, harm: set[tuple[str, int]]) -> None:
    claims = reading_of(text).claims
    counted = {
        (c.facet, c.value.low)
        for c in claims
        if c.facet in {"killed", "wounded"} and isinstance(c.value, Count)
    }
    assert counted == harm
