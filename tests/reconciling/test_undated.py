"""A main event that no report dates: the day of publication stands in, openly, and only where it may."""

from __future__ import annotations

import pytest

from rashomon.model.claims import Flag, Moment
from rashomon.model.record import EventDate
from rashomon.reconciling import POLICIES

STANDS_IN = EventDate(start="2018-04-05", end="2018-04-05", precision=2, imputed=True)


def flags(event) -> set[str]:
    return {flag.code for flag in event.flags}


@pytest.mark.parametrize("policy", list(POLICIES))
def test_the_day_of_publication_stands_in_and_says_so(scene, policy: str) -> None:
    scene.say(3)
    event = scene.event(policy)
    assert event.date == STANDS_IN
    [found] = [finding for finding in event.findings if finding.facet == "date"]
    assert (found.rule, found.imputed) == (f"{policy}.publication_day", True)
    assert (found.supporting, found.witnesses) == ((), 0)
    assert found.value == Moment(start="2018-04-05", end="2018-04-05", grain="day", as_written="2018-04-05")
    assert "No report says when it was" in found.why
    assert "date_from_publication" in flags(event)


def test_the_earliest_of_the_reports_counts(scene) -> None:
    scene.say(3)
    scene.report("late", "2018-04-09")
    scene.say(4, report="late")
    assert scene.event().date == STANDS_IN


def test_a_day_that_any_report_gives_is_never_replaced(scene) -> None:
    scene.say(3)
    scene.report("late", "2018-04-09")
    scene.dated("2018-04-02", report="late")
    event = scene.event()
    assert event.date == EventDate(start="2018-04-02", end="2018-04-02", precision=1)
    assert "date_from_publication" not in flags(event)


def test_a_date_known_only_to_the_month_stays_as_said(scene) -> None:
    scene.dated("2018-03")
    assert scene.event().date == EventDate(start="2018-03", end="2018-03", precision=4)


def test_a_day_after_the_report_leaves_the_event_to_the_convention(scene) -> None:
    scene.dated("2018-04-20")
    event = scene.event()
    assert event.date == STANDS_IN
    [found] = [finding for finding in event.findings if finding.facet == "date"]
    assert len(found.opposing) == 1
    assert {"date_after_report", "date_from_publication"} <= flags(event)


@pytest.mark.parametrize("published", [None, "2018", "2018-04", "--04-05"])
def test_without_a_day_of_publication_nothing_stands_in(scene, published: str | None) -> None:
    scene.report("gazette", published)
    scene.say(3)
    assert scene.event().date == EventDate()


@pytest.mark.parametrize("kind", ["interview", "reference"])
def test_reports_that_look_back_date_nothing(scene, kind: str) -> None:
    scene.report("gazette", kind=kind)
    scene.say(3)
    assert scene.event().date == EventDate()


@pytest.mark.parametrize("more", [{"certainty": "hypothetical"}, {"certainty": "planned"}])
def test_what_is_only_supposed_is_not_dated(scene, more: dict[str, str]) -> None:
    scene.say(3, **more)
    assert scene.event().date == EventDate()


def test_what_the_text_puts_further_back_is_not_dated(scene) -> None:
    scene.say(3, flags=(Flag(code="long_past", words="weeks ago"),))
    assert scene.event().date == EventDate()


def test_only_the_main_event_of_a_report_is_dated(scene) -> None:
    scene.second_event = True
    scene.say(3)
    scene.say(9, scope="several", shared=True)
    second = next(event for event in scene.record().events if event.id == "e_2")
    assert second.date == EventDate()


def test_a_report_that_names_a_day_is_not_disputed_by_its_own_vaguer_background(scene) -> None:
    scene.dated("2018-04-02")
    scene.dated("2018-02")
    event = scene.event()
    assert (event.date.start, event.date.end) == ("2018-04-02", "2018-04-02")
    [found] = [finding for finding in event.findings if finding.facet == "date"]
    assert (found.agreement, len(found.opposing)) == ("single", 1)


def test_of_several_days_of_one_report_the_most_repeated_stands(scene) -> None:
    for day in ("2018-04-02", "2018-04-02", "2018-03-30"):
        scene.dated(day)
    assert scene.event().date == EventDate(start="2018-04-02", end="2018-04-02", precision=1)


def test_days_that_one_report_gives_as_often_and_days_of_two_reports_are_spanned(scene) -> None:
    scene.dated("2018-04-02")
    scene.dated("2018-03-30")
    assert (scene.event().date.start, scene.event().date.end) == ("2018-03-30", "2018-04-02")
    scene.dated("2018-04-02", report="courier")
    assert (scene.event().date.start, scene.event().date.end) == ("2018-03-30", "2018-04-02")
