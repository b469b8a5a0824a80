from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.model.events import SideActor
from rashomon.model.record import EventDate, EventRecord, Finding, RecordOther, RecordPlace
from rashomon.writing.wording.passing import part_passing, passing_note, told_in_passing


@pytest.fixture
def mention(cases: ModuleType) -> EventRecord:
    """An "Agreement in Norland" of which nothing else is said."""
    return replace(
        cases.RECORD.events[0],
        id="e_agreement",
        date=EventDate(),
        place=RecordPlace(country="Norland"),
        sides=(),
        others=(),
        findings=(found("kind"), found("place"), found("participant")),
        shared_figures=(),
        principal_for=(),
    )


def found(facet: str) -> Finding:
    return Finding(
        facet=facet,
        about=None,
        value=None,
        agreement="single",
        rule="rule",
        why="why",
        supporting=(),
        opposing=(),
        witnesses=1,
    )


def test_an_event_with_nothing_but_its_kind_and_place_is_told_in_passing(mention: EventRecord) -> None:
    assert told_in_passing(mention)
    assert told_in_passing(replace(mention, date=EventDate(start="2021", precision=5)))
    assert told_in_passing(replace(mention, date=EventDate(start="2021-03-04", precision=2, imputed=True)))


def test_a_figure_a_day_someone_harmed_or_a_report_about_it_make_it_told(mention: EventRecord) -> None:
    harmed = RecordOther(
        actor=SideActor(id=None, name="Norland Red Cross", as_written=("the Red Cross",)),
        role="affected",
        claims=(),
    )
    for told in (
        replace(mention, findings=(*mention.findings, found("killed"))),
        replace(mention, findings=(*mention.findings, found("target"))),
        replace(mention, date=EventDate(start="2021-03-04", precision=1)),
        replace(mention, others=(harmed,)),
        replace(mention, principal_for=("one.txt",)),
    ):
        assert not told_in_passing(told)


def test_mentions_come_last_and_are_counted(cases: ModuleType, mention: EventRecord) -> None:
    main = cases.RECORD.events[0]
    assert part_passing([mention, main]) == ((main,), (mention,))
    assert part_passing([mention]) == ((mention,), ())
    assert passing_note(1).startswith("1 more event is told of only in passing")
    assert passing_note(2).startswith("2 more events are told of only in passing")
