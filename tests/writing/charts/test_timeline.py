from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claims import Moment
from rashomon.model.record import EventDate
from rashomon.writing.charts.timeline import Timeline, make_timeline, wait_words
from rashomon.writing.view import CaseView, Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.telling import Telling


def line_of(view: CaseView, event_id: str = "e_1") -> Timeline:
    lookups = Lookups(view)
    telling = Telling(event=lookups.records[event_id], lookups=lookups, withholding=Withholding(view))
    return make_timeline(telling.event, lookups.claims_of(event_id), telling)


def with_dates(cases: ModuleType, *published: str | None) -> CaseView:
    days = dict(zip(("r_1", "r_2"), published, strict=True))
    reports = {i: replace(r, published=days.get(i)) for i, r in cases.VIEW.reports.items()}
    return replace(cases.VIEW, reports=reports)


def test_the_event_what_contains_it_and_its_reports_stand_in_order(cases: ModuleType) -> None:
    line = line_of(cases.VIEW)
    assert [(item.lane, item.start) for item in line.items] == [
        ("happened", "2019-05-01"),
        ("happened", "2019-05-04"),
        ("published", "2019-05-05"),
        ("published", "2019-05-06"),
    ]
    assert [item.number for item in line.items] == [1, 2, 3, 4]
    assert [item.words for item in line.items if item.main] == ["Clash near Tamsa, 4 May 2019"]
    places = {mark.number: mark.x for mark in line.marks}
    assert places[1] < places[2] < places[3] < places[4]
    assert next(mark for mark in line.marks if mark.number == 1).end == places[4]


def test_what_was_said_stands_on_its_own_day_with_its_figures(cases: ModuleType) -> None:
    one = cases.CLAIMS[4]
    day = Moment(start="2019-05-05", end="2019-05-05", grain="day", as_written="Sunday")
    link = replace(one.attribution[0], said_on=day)
    told = replace(one, attribution=(link, *one.attribution[1:]))
    line = line_of(replace(cases.VIEW, claims={**cases.VIEW.claims, one.id: told}))
    said = [item for item in line.items if item.lane == "said"]
    assert [(item.when, item.words) for item in said] == [("5 May 2019", "An army spokesman: 12+ killed")]


def test_what_is_not_known_to_the_day_is_listed_and_not_drawn(cases: ModuleType) -> None:
    line = line_of(with_dates(cases, "2019-05", None))
    assert [item.when for item in line.items[-2:]] == ["May 2019", "date not known"]
    assert {mark.lane for mark in line.marks} == {"happened"}


def test_days_without_a_year_are_drawn_among_their_like_only(cases: ModuleType) -> None:
    assert {mark.lane for mark in line_of(with_dates(cases, "--05-06", "--05-05")).marks} == {"happened"}
    yearless = tuple(
        replace(event, date=EventDate(start="--05-04", end="--05-04", precision=1))
        for event in cases.RECORD.events
    )
    view = with_dates(cases, "--05-06", "--05-05")
    line = line_of(replace(view, record=replace(cases.RECORD, events=yearless)))
    assert {mark.lane for mark in line.marks} == {"happened", "published"}
    assert {tick.year for tick in line.ticks} == {""}


def test_marks_that_would_touch_stand_one_under_another(cases: ModuleType) -> None:
    line = line_of(with_dates(cases, "2019-05-05", "2019-05-05"))
    published = [mark for mark in line.marks if mark.lane == "published"]
    assert [mark.level for mark in published] == [0, 1]
    assert line.levels["published"] == 2


def test_a_long_wait_is_drawn_short_and_told(cases: ModuleType) -> None:
    line = line_of(with_dates(cases, "2021-07-01", "2019-05-05"))
    assert [gap.words for gap in line.gaps] == ["2 years"]
    assert line.ticks[-1].year == "2021"
    assert wait_words(59) == "59 days"


def test_an_event_without_date_has_a_list_and_no_drawing(cases: ModuleType) -> None:
    undated = tuple(replace(event, date=EventDate()) for event in cases.RECORD.events)
    view = replace(with_dates(cases, None, None), record=replace(cases.RECORD, events=undated))
    line = line_of(view)
    assert line.marks == ()
    assert {item.when for item in line.items} == {"date not known"}


@given(st.lists(st.dates(), min_size=2, max_size=2))
def test_every_mark_lies_on_the_strip(cases: ModuleType, days: list[object]) -> None:
    line = line_of(with_dates(cases, *map(str, days)))
    assert all(0 <= mark.x <= mark.end <= 100 for mark in line.marks)
    assert len({(m.lane, m.level, m.x) for m in line.marks}) == len(line.marks)
