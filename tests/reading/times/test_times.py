"""What the English time grammar makes of small sentences, and what must hold for any text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pace import within

from rashomon.model.claims import Moment
from rashomon.model.dates import first_day, is_partial, last_day
from rashomon.reading.languages.en.times import find_times
from rashomon.reading.times.calendar import (
    YEAR_LEEWAY,
    latest_weekday,
    latest_year,
    months_before,
    nearest_year,
    shift_days,
    shift_months,
    week_of,
    weekend_of,
)
from rashomon.reading.times.moments import Anchor, TimeFound, resolve_narrative

THURSDAY = Anchor(published="2018-04-05")

DATES = [
    # text, words found, start, end, grain
    ("on April 1 they met", "April 1", "2018-04-01", "2018-04-01", "day"),
    ("on 1 April they met", "1 April", "2018-04-01", "2018-04-01", "day"),
    ("on Apr. 1 they met", "Apr. 1", "2018-04-01", "2018-04-01", "day"),
    ("on Apr 1 they met", "Apr 1", "2018-04-01", "2018-04-01", "day"),
    ("on April 1st they met", "April 1st", "2018-04-01", "2018-04-01", "day"),
    ("on the 1st of April they met", "the 1st of April", "2018-04-01", "2018-04-01", "day"),
    ("on the first of April they met", "the first of April", "2018-04-01", "2018-04-01", "day"),
    ("on the twelfth of March 2017 they met", "the twelfth of March 2017", "2017-03-12", "2017-03-12", "day"),
    ("on the 3rd, they met", "the 3rd", "2018-04-03", "2018-04-03", "day"),
    ("they met on the 25th.", "the 25th", "2018-03-25", "2018-03-25", "day"),
    ("ON 1 APRIL THEY MET", "1 APRIL", "2018-04-01", "2018-04-01", "day"),
    ("ON APRIL 1 THEY MET", "APRIL 1", "2018-04-01", "2018-04-01", "day"),
    ("on April\n1 they met", "April\n1", "2018-04-01", "2018-04-01", "day"),
    ("on Feb. 22, 2016, they met", "Feb. 22, 2016", "2016-02-22", "2016-02-22", "day"),
    ("on 22 February 2016 they met", "22 February 2016", "2016-02-22", "2016-02-22", "day"),
    ("on February 22nd 2016 they met", "February 22nd 2016", "2016-02-22", "2016-02-22", "day"),
    ("on 2016-02-22 they met", "2016-02-22", "2016-02-22", "2016-02-22", "day"),
    ("on 22/02/2016 they met", "22/02/2016", "2016-02-22", "2016-02-22", "day"),
    ("on 02/22/2016 they met", "02/22/2016", "2016-02-22", "2016-02-22", "day"),
    ("on 22.02.2016 they met", "22.02.2016", "2016-02-22", "2016-02-22", "day"),
    ("on 22-02-2016 they met", "22-02-2016", "2016-02-22", "2016-02-22", "day"),
    ("on 2/2/2016 they met", "2/2/2016", "2016-02-02", "2016-02-02", "day"),
    ("dated 01/04/2017", "01/04/2017", "2017", "2017", "year"),
    ("dated 04/06/2018", "04/06/2018", "2018-04-06", "2018-04-06", "day"),
    ("of 3 JAN 90 (XPA)", "3 JAN 90", "1990-01-03", "1990-01-03", "day"),
    ("on March 28 they met", "March 28", "2018-03-28", "2018-03-28", "day"),
    ("on May 5 they met", "May 5", "2017-05-05", "2017-05-05", "day"),
    ("on December 31 they met", "December 31", "2017-12-31", "2017-12-31", "day"),
    ("on May 2 they meet", "May 2", "2018-05-02", "2018-05-02", "day"),
    ("on April 6 they met", "April 6", "2018-04-06", "2018-04-06", "day"),
    ("on 29 February they met", "29 February", "2016-02-29", "2016-02-29", "day"),
    ("on Sunday, April 1, they met", "Sunday, April 1", "2018-04-01", "2018-04-01", "day"),
    ("on Sunday 1 April they met", "Sunday 1 April", "2018-04-01", "2018-04-01", "day"),
    ("Friday, 3 May 2013", "Friday, 3 May 2013", "2013-05-03", "2013-05-03", "day"),
    ("on April 1 (Sunday) they met", "April 1 (Sunday)", "2018-04-01", "2018-04-01", "day"),
    ("April 1, 2018, Sunday", "April 1, 2018, Sunday", "2018-04-01", "2018-04-01", "day"),
    ("on August, 25th they met", "August, 25th", "2017-08-25", "2017-08-25", "day"),
    ("April 1 last year", "April 1 last year", "2017-04-01", "2017-04-01", "day"),
    ("on New Year's Eve", "New Year's Eve", "2017-12-31", "2017-12-31", "day"),
    ("on New Year’s Day", "New Year’s Day", "2018-01-01", "2018-01-01", "day"),
    # several days
    ("28-29 March", "28-29 March", "2018-03-28", "2018-03-29", "day"),
    ("28–29 March", "28–29 March", "2018-03-28", "2018-03-29", "day"),
    ("March 28-29", "March 28-29", "2018-03-28", "2018-03-29", "day"),
    ("28 to 30 March 2016", "28 to 30 March 2016", "2016-03-28", "2016-03-30", "day"),
    ("on March 28 and 29, rain fell", "March 28 and 29", "2018-03-28", "2018-03-29", "day"),
    (
        "between 28 March and 2 April they met",
        "between 28 March and 2 April",
        "2018-03-28",
        "2018-04-02",
        "day",
    ),
    ("from March 28 to April 1 they met", "from March 28 to April 1", "2018-03-28", "2018-04-01", "day"),
    ("from 30 December to 2 January", "from 30 December to 2 January", "2017-12-30", "2018-01-02", "day"),
    (
        "between 28 December and 2 January 2016",
        "between 28 December and 2 January 2016",
        "2015-12-28",
        "2016-01-02",
        "day",
    ),
    ("March 28 – April 1", "March 28 – April 1", "2018-03-28", "2018-04-01", "day"),
    ("from Friday to Sunday", "from Friday to Sunday", "2018-03-30", "2018-04-01", "day"),
    ("between Monday and Wednesday", "between Monday and Wednesday", "2018-04-02", "2018-04-04", "day"),
    ("from 2014 to 2016", "from 2014 to 2016", "2014", "2016", "year"),
    ("from June 2014 to May 2016", "from June 2014 to May 2016", "2014-06", "2016-05", "month"),
    # weekdays: the latest one not after the anchor, which is a Thursday
    ("on Sunday they met", "Sunday", "2018-04-01", "2018-04-01", "day"),
    ("ON SUNDAY THEY MET", "SUNDAY", "2018-04-01", "2018-04-01", "day"),
    ("last Sunday they met", "last Sunday", "2018-04-01", "2018-04-01", "day"),
    ("on Thursday they met", "Thursday", "2018-04-05", "2018-04-05", "day"),
    ("last Thursday they met", "last Thursday", "2018-03-29", "2018-03-29", "day"),
    ("on Friday they met", "Friday", "2018-03-30", "2018-03-30", "day"),
    ("this past Friday they met", "this past Friday", "2018-03-30", "2018-03-30", "day"),
    ("next Friday they meet", "next Friday", "2018-04-06", "2018-04-06", "day"),
    ("they will meet on Friday", "Friday", "2018-04-06", "2018-04-06", "day"),
    ("Monday of last week", "Monday of last week", "2018-03-26", "2018-03-26", "day"),
    ("Sunday's raid", "Sunday", "2018-04-01", "2018-04-01", "day"),
    ("earlier Sunday", "earlier Sunday", "2018-04-01", "2018-04-01", "day"),
    # told from the day of writing
    ("today they met", "today", "2018-04-05", "2018-04-05", "day"),
    ("Earlier today they met", "Earlier today", "2018-04-05", "2018-04-05", "day"),
    ("TODAY THEY MET", "TODAY", "2018-04-05", "2018-04-05", "day"),
    ("yesterday they met", "yesterday", "2018-04-04", "2018-04-04", "day"),
    ("the day before yesterday", "the day before yesterday", "2018-04-03", "2018-04-03", "day"),
    ("tomorrow they meet", "tomorrow", "2018-04-06", "2018-04-06", "day"),
    ("overnight they met", "overnight", "2018-04-04", "2018-04-05", "part_of_day"),
    ("three days ago", "three days ago", "2018-04-02", "2018-04-02", "day"),
    ("3 days ago", "3 days ago", "2018-04-02", "2018-04-02", "day"),
    ("two weeks ago", "two weeks ago", "2018-03-19", "2018-03-25", "week"),
    ("a month ago", "a month ago", "2018-03", "2018-03", "month"),
    ("two years ago", "two years ago", "2016", "2016", "year"),
    ("24 hours ago", "24 hours ago", "2018-04-04", "2018-04-04", "hour"),
    ("this week they met", "this week", "2018-04-02", "2018-04-08", "week"),
    ("earlier this week", "earlier this week", "2018-04-02", "2018-04-05", "week"),
    ("earlier in the week", "earlier in the week", "2018-04-02", "2018-04-05", "week"),
    ("later this week", "later this week", "2018-04-05", "2018-04-08", "week"),
    ("last week they met", "last week", "2018-03-26", "2018-04-01", "week"),
    ("over the weekend", "the weekend", "2018-03-31", "2018-04-01", "weekend"),
    ("last weekend", "last weekend", "2018-03-31", "2018-04-01", "weekend"),
    ("this month they met", "this month", "2018-04", "2018-04", "month"),
    ("earlier this month", "earlier this month", "2018-04", "2018-04-05", "month"),
    ("last month they met", "last month", "2018-03", "2018-03", "month"),
    ("next month they meet", "next month", "2018-05", "2018-05", "month"),
    ("this year they met", "this year", "2018", "2018", "year"),
    ("earlier this year", "earlier this year", "2018", "2018-04-05", "year"),
    ("late last year", "late last year", "2017", "2017", "year"),
    ("in the past week", "the past week", "2018-03-29", "2018-04-05", "week"),
    ("over the last three months", "the last three months", "2018-01-05", "2018-04-05", "month"),
    ("in the last 24 hours", "the last 24 hours", "2018-04-04", "2018-04-05", "hour"),
    # months, seasons, years
    ("in October they met", "October", "2017-10", "2017-10", "month"),
    ("in April they met", "April", "2018-04", "2018-04", "month"),
    ("last October they met", "last October", "2017-10", "2017-10", "month"),
    ("LAST OCTOBER THEY MET", "LAST OCTOBER", "2017-10", "2017-10", "month"),
    ("last October’s raid", "last October", "2017-10", "2017-10", "month"),
    ("last April they met", "last April", "2017-04", "2017-04", "month"),
    ("next April they meet", "next April", "2019-04", "2019-04", "month"),
    ("in October 2016", "October 2016", "2016-10", "2016-10", "month"),
    ("in Oct. 2016", "Oct. 2016", "2016-10", "2016-10", "month"),
    ("in October of 2016", "October of 2016", "2016-10", "2016-10", "month"),
    ("in March last year", "March last year", "2017-03", "2017-03", "month"),
    ("in late March", "late March", "2018-03", "2018-03", "month"),
    ("in mid-March", "mid-March", "2018-03", "2018-03", "month"),
    ("in 2017 they met", "2017", "2017", "2017", "year"),
    ("in early 2017", "early 2017", "2017", "2017", "year"),
    ("the 2017 ambush", "2017", "2017", "2017", "year"),
    ("the 1990s", "the 1990s", "1990", "1999", "decade"),
    ("in the summer of 2016", "the summer of 2016", "2016", "2016", "season"),
    ("last summer", "last summer", "2017", "2018", "season"),
    # open stretches
    ("since 2012", "since 2012", "2012", "2018-04-05", "year"),
    ("since Tuesday", "since Tuesday", "2018-04-03", "2018-04-05", "day"),
    ("since last week", "since last week", "2018-03-26", "2018-04-05", "week"),
    ("until April 20", "until April 20", None, "2018-04-20", "day"),
]

CLOCKS = [
    # text, words found, start, clock, grain
    ("late Monday", "late Monday", "2018-04-02", "late", "part_of_day"),
    ("on Sunday night", "Sunday night", "2018-04-01", "night", "part_of_day"),
    ("early Tuesday", "early Tuesday", "2018-04-03", "early", "part_of_day"),
    ("early Tuesday morning", "early Tuesday morning", "2018-04-03", "morning", "part_of_day"),
    ("late on Monday", "late on Monday", "2018-04-02", "late", "part_of_day"),
    ("this morning", "this morning", "2018-04-05", "morning", "part_of_day"),
    ("last night", "last night", "2018-04-04", "night", "part_of_day"),
    ("yesterday evening", "yesterday evening", "2018-04-04", "evening", "part_of_day"),
    ("tonight", "tonight", "2018-04-05", "night", "part_of_day"),
    ("on the night of April 3", "the night of April 3", "2018-04-03", "night", "part_of_day"),
    ("on the night of 3 to 4 April", "the night of 3 to 4 April", "2018-04-03", "night", "part_of_day"),
    (
        "the night of Saturday to Sunday",
        "the night of Saturday to Sunday",
        "2018-03-31",
        "night",
        "part_of_day",
    ),
    ("overnight Saturday", "overnight Saturday", "2018-03-31", "night", "part_of_day"),
    (
        "in the early hours of Sunday",
        "the early hours of Sunday",
        "2018-04-01",
        "early hours",
        "part_of_day",
    ),
    ("in the wee hours of Sunday", "the wee hours of Sunday", "2018-04-01", "early hours", "part_of_day"),
    (
        "overnight from Monday to Tuesday",
        "overnight from Monday to Tuesday",
        "2018-04-02",
        "night",
        "part_of_day",
    ),
    ("at dawn on Sunday", "dawn on Sunday", "2018-04-01", "dawn", "part_of_day"),
    ("at dawn today", "dawn today", "2018-04-05", "dawn", "part_of_day"),
    ("Sunday around noon", "Sunday around noon", "2018-04-01", "midday", "part_of_day"),
    ("on Sunday at 2:30 pm", "Sunday at 2:30 pm", "2018-04-01", "14:30", "minute"),
    ("at 2:30 p.m. on Sunday", "2:30 p.m. on Sunday", "2018-04-01", "14:30", "minute"),
    ("around 1:25 a.m. Sunday", "1:25 a.m. Sunday", "2018-04-01", "01:25", "minute"),
    (
        "at 7 p.m. (1800 GMT) on Sunday",
        "7 p.m. (1800 GMT) on Sunday",
        "2018-04-01",
        "19:00",
        "hour",
    ),
    ("April 1, 2018 5:40 PM", "April 1, 2018 5:40 PM", "2018-04-01", "17:40", "minute"),
    ("AT 1830 ON SUNDAY, 1 APRIL", "1830 ON SUNDAY, 1 APRIL", "2018-04-01", "18:30", "minute"),
    ("at 12:05 am Sunday", "12:05 am Sunday", "2018-04-01", "00:05", "minute"),
    ("at 12 p.m. Sunday", "12 p.m. Sunday", "2018-04-01", "12:00", "hour"),
    ("Sunday shortly after 9 p.m.", "Sunday shortly after 9 p.m.", "2018-04-01", "21:00", "hour"),
    ("at 2:30 pm they met", "2:30 pm", None, "14:30", "minute"),
    ("at 5.15am they met", "5.15am", None, "05:15", "minute"),
    ("at 16:04 they met", "16:04", None, "16:04", "minute"),
    ("at 0700 they met", "0700", None, "07:00", "minute"),
    ("at 1625 they met", "1625", None, "16:25", "minute"),
    ("around 18h20 they met", "18h20", None, "18:20", "minute"),
    ("around 7 o'clock in the evening", "7 o'clock in the evening", None, "19:00", "hour"),
    ("at midday they met", "midday", None, "midday", "part_of_day"),
    ("at dawn they met", "dawn", None, "dawn", "part_of_day"),
    ("in the morning they met", "the morning", None, "morning", "part_of_day"),
]

NARRATIVE = [
    # text, words, days after 2018-04-01 at start and end
    ("the following morning", "the following morning", "2018-04-02", "2018-04-02"),
    ("the next day", "the next day", "2018-04-02", "2018-04-02"),
    ("the previous day", "the previous day", "2018-03-31", "2018-03-31"),
    ("the day before", "the day before", "2018-03-31", "2018-03-31"),
    ("the day after", "the day after", "2018-04-02", "2018-04-02"),
    ("two days later", "two days later", "2018-04-03", "2018-04-03"),
    ("two days earlier", "two days earlier", "2018-03-30", "2018-03-30"),
    ("a day later", "a day later", "2018-04-02", "2018-04-02"),
    ("the same day", "the same day", "2018-04-01", "2018-04-01"),
    ("that night", "that night", "2018-04-01", "2018-04-01"),
    ("that evening", "that evening", "2018-04-01", "2018-04-01"),
    ("at 2:30 pm", "2:30 pm", "2018-04-01", "2018-04-01"),
    ("minutes later", "minutes later", "2018-04-01", "2018-04-01"),
    ("hours later", "hours later", "2018-04-01", "2018-04-02"),
    ("two weeks later", "two weeks later", "2018-04-12", "2018-04-18"),
    ("the following month", "the following month", "2018-05", "2018-05"),
    ("the following year", "the following year", "2019", "2019"),
]

UNDATED = [
    ("in recent days", "recent days", "vague"),
    ("recently", "recently", "vague"),
    ("several weeks ago", "several weeks ago", "vague"),
    ("in the past few days", "the past few days", "vague"),
    ("every Friday", "every Friday", "recurrent"),
    ("on Fridays", "Fridays", "recurrent"),
    ("shelled daily", "daily", "recurrent"),
    ("for three days", "for three days", "duration"),
    ("for several hours", "for several hours", "duration"),
    ("for more than two weeks", "for more than two weeks", "duration"),
]

NOT_TIMES = [
    "he may leave",
    "they march on the town",
    "THEY MARCH ON THE TOWN",
    "IT MAY RAIN",
    "a second lorry",
    "the Sunday Times wrote",
    "the April 19 Movement",
    "Black September",
    "the sun rose",
    "about 2000 people",
    "the price of 2000 houses",
    "won by 3:1",
    "24/7",
    "on 31 February",
    "April Roe saw it",
    "the 3rd Battalion",
    "an august body",
]


def found_in(text: str, anchor: Anchor = THURSDAY) -> dict[str, TimeFound]:
    return {found.words: found for found in find_times(text, anchor)}


@pytest.mark.parametrize(("text", "words", "start", "end", "grain"), DATES)
def test_date(text: str, words: str, start: str | None, end: str | None, grain: str) -> None:
    moment = found_in(text)[words].moment
    assert (moment.start, moment.end, moment.grain) == (start, end, grain)
    assert moment.as_written == words


@pytest.mark.parametrize(("text", "words", "start", "clock", "grain"), CLOCKS)
def test_time_of_day(text: str, words: str, start: str | None, clock: str, grain: str) -> None:
    found = found_in(text)[words]
    assert (found.moment.start, found.moment.clock, found.moment.grain) == (start, clock, grain)
    assert found.needs_event == (start is None)


@pytest.mark.parametrize(("text", "words", "start", "end"), NARRATIVE)
def test_narrative_time(text: str, words: str, start: str, end: str) -> None:
    found = found_in(text)[words]
    assert found.needs_event
    assert (found.moment.start, found.moment.end) == (None, None)
    previous = Moment(start="2018-04-01", end="2018-04-01", grain="day", as_written="April 1")
    told = resolve_narrative(found, previous)
    assert (told.moment.start, told.moment.end) == (start, end)
    assert told.moment.anchored_on == "2018-04-01"
    assert told.words == words


@pytest.mark.parametrize(("text", "words", "kind"), UNDATED)
def test_time_without_days(text: str, words: str, kind: str) -> None:
    found = found_in(text)[words]
    assert (found.kind, found.moment.start, found.moment.end) == (kind, None, None)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_words_that_are_no_time(text: str) -> None:
    assert [found.words for found in find_times(text, THURSDAY)] == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("before April 1", "before"),
        ("prior to April 1", "before"),
        ("after April 1", "after"),
        ("by April 1", "by"),
        ("as of April 1", "as_of"),
        ("since April 1", "since"),
        ("until April 1", "until"),
        ("on April 1", "at"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    [found] = find_times(text, THURSDAY)
    assert found.relation == relation


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on April 1", "day"),
        ("last week", "range"),
        ("in 2017", "range"),
        ("28-29 March", "range"),
        ("since 2012", "duration"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    [found] = find_times(text, THURSDAY)
    assert found.kind == kind


def test_without_an_anchor_the_year_stays_unknown() -> None:
    [found] = find_times("on April 1", Anchor())
    assert (found.moment.start, found.year_known, found.moment.anchored_on) == ("--04-01", False, None)


def test_month_without_an_anchor_is_a_month_of_some_year() -> None:
    [found] = find_times("last October", Anchor())
    assert (found.moment.start, found.year_known) == ("--10", False)


@pytest.mark.parametrize(
    "text", ["yesterday", "on Sunday", "last week", "three days ago", "this year", "overnight"]
)
def test_without_an_anchor_nothing_relative_is_resolved(text: str) -> None:
    [found] = find_times(text, Anchor())
    assert (found.moment.start, found.moment.end) == (None, None)
    assert found.relative


def test_anchor_without_a_year() -> None:
    anchor = Anchor(dateline="--04-05")
    assert found_in("yesterday", anchor)["yesterday"].moment.start == "--04-04"
    assert found_in("on Sunday", anchor)["Sunday"].moment.start is None
    assert found_in("last month", anchor)["last month"].moment.start == "--03"
    assert found_in("March 28", anchor)["March 28"].moment.start == "--03-28"


def test_anchor_of_a_month_bounds_a_day() -> None:
    moment = found_in("yesterday", Anchor(published="2018-04"))["yesterday"].moment
    assert (moment.start, moment.end) == ("2018-03-31", "2018-04-29")
    assert found_in("March 28", Anchor(published="2018-04"))["March 28"].moment.start == "2018-03-28"
    assert found_in("last month", Anchor(published="2018-04"))["last month"].moment.start == "2018-03"
    assert found_in("last year", Anchor(published="2018"))["last year"].moment.start == "2017"


@pytest.mark.parametrize(
    ("published", "dateline", "day"),
    [
        ("2018-04-05", None, "2018-04-05"),
        (None, "2018-04-04", "2018-04-04"),
        ("2018-04-05", "2018-04-04", "2018-04-04"),
        ("2018-04-05", "--04-04", "2018-04-04"),
        ("2018-01-01", "--12-31", "2017-12-31"),
        ("2018-04-05", "2018-04", "2018-04-05"),
        (None, "--04-04", "--04-04"),
        (None, None, None),
    ],
)
def test_day_of_writing(published: str | None, dateline: str | None, day: str | None) -> None:
    assert Anchor(published=published, dateline=dateline).day == day


def test_order_of_day_and_month_is_a_setting() -> None:
    first = Anchor(published="2018-04-05", day_first=True)
    last = Anchor(published="2018-04-05", day_first=False)
    assert found_in("01/04/2017", first)["01/04/2017"].moment.start == "2017-04-01"
    assert found_in("01/04/2017", last)["01/04/2017"].moment.start == "2017-01-04"


def test_what_a_time_was_resolved_against_is_kept() -> None:
    assert found_in("on Sunday")["Sunday"].moment.anchored_on == "2018-04-05"
    assert found_in("on 1 April 2018")["1 April 2018"].moment.anchored_on is None


def test_narrative_supplies_the_year() -> None:
    [found] = find_times("on April 23", Anchor())
    previous = Moment(start="2018-04-01", end="2018-04-01", grain="day", as_written="April 1, 2018")
    told = resolve_narrative(found, previous)
    assert (told.moment.start, told.year_known) == ("2018-04-23", True)


def test_narrative_leaves_resolved_times_alone() -> None:
    [found] = find_times("on April 1, 2018", Anchor())
    previous = Moment(start="2016-04-01", end="2016-04-01", grain="day", as_written="April 1, 2016")
    assert resolve_narrative(found, previous) == found


def test_narrative_without_a_date_resolves_nothing() -> None:
    [found] = find_times("the next day", Anchor())
    previous = Moment(start=None, end=None, grain="day", as_written="that day")
    assert resolve_narrative(found, previous) == found


def test_sentence_end_separates_two_times() -> None:
    words = [found.words for found in find_times("They left Sunday. April 1 was wet.", THURSDAY)]
    assert words == ["Sunday", "April 1"]


def test_calendar_bounds() -> None:
    thursday = dt.date(2018, 4, 5)
    assert latest_weekday(3, thursday) == thursday
    assert latest_weekday(3, thursday, strictly=True) == dt.date(2018, 3, 29)
    assert week_of(thursday) == ("2018-04-02", "2018-04-08")
    assert weekend_of(dt.date(2018, 4, 1)) == ("2018-03-31", "2018-04-01")
    assert shift_days("--03-01", -1, -1) == ("--02-28", "--02-29")
    assert shift_days("--01-01", -1, -1) == ("--12-31", "--12-31")
    assert shift_months("2018-01-15", -1) == "2017-12"
    assert shift_months("--01", -1) == "--12"
    assert months_before(dt.date(2018, 3, 31), 1) == dt.date(2018, 2, 28)
    assert latest_year(2, 29, thursday) == 2016
    assert nearest_year(12, 30, dt.date(2018, 1, 2)) == 2017


_SNIPPETS = st.sampled_from(
    [
        *(row[0] for row in DATES),
        *(row[0] for row in CLOCKS),
        *(row[0] for row in NARRATIVE),
        *(row[0] for row in UNDATED),
        *NOT_TIMES,
        "“", "—", "\u2028", "\n\n", "0", "9999",
        "99999 days ago", "31", "-", "the", "of", "İ", "\x00", "٣", "１２",
    ]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_SNIPPETS, max_size=8).map(" ".join))
_ANCHORS = st.sampled_from(
    [
        Anchor(),
        THURSDAY,
        Anchor(published="2018-04"),
        Anchor(published="2018"),
        Anchor(dateline="--04-05"),
        Anchor(published="2018-02-28", dateline="--02-29"),
        Anchor(published="1000-01-01"),
        Anchor(published="9000-12-31"),
        Anchor(published="0001-01-01"),
        Anchor(published="9999-12-31", day_first=True),
    ]
)


@settings(deadline=None)
@given(text=_TEXTS, anchor=_ANCHORS)
def test_spans_are_exact_and_dates_well_formed(text: str, anchor: Anchor) -> None:
    previous = 0
    for found in find_times(text, anchor):
        assert previous <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.words == found.moment.as_written
        previous = found.end
        start, end = found.moment.start, found.moment.end
        assert all(partial is None or is_partial(partial) for partial in (start, end))
        first, last = first_day(start), last_day(end)
        assert first is None or last is None or first <= last


_AHEAD = ("next", "will", "tomorrow", "until", "this", "later", "in April")
_PAST = [row[0] for row in DATES if not any(word in row[0] for word in _AHEAD)]


@settings(deadline=None)
@given(
    text=st.sampled_from(_PAST),
    day=st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31)),
)
def test_past_times_never_lie_after_the_anchor(text: str, day: dt.date) -> None:
    for found in find_times(text, Anchor(published=day.isoformat())):
        first = first_day(found.moment.start)
        assert first is None or first <= day + dt.timedelta(YEAR_LEEWAY)


@settings(deadline=None)
@given(row=st.sampled_from(DATES))
def test_surrounding_sentences_change_nothing(row: tuple[str, str, str | None, str | None, str]) -> None:
    around = found_in(f"The road was wet.\n\n{row[0]}.\n\nThe road was dry.")[row[1]]
    assert around.moment == found_in(row[0])[row[1]].moment


@pytest.mark.parametrize(
    "unit", ["April ", "one ", "1", "1 ", "Monday ", "the last ", "early ", "12:30 ", "from "]
)
def test_hostile_repetition_costs_no_more_than_its_length(unit: str) -> None:
    text = unit * (250_000 // len(unit))
    # A megabyte may take 16 seconds; quadratic work would take hours.
    with within(4):
        find_times(text, THURSDAY)
