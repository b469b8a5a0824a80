"""Times that step from one happening to another: which of the two they date, and from where."""

from __future__ import annotations

import pytest
from tests.conftest import record_of

_RAID = "The army attacked Ardal on 10 January, killing six rebels"


def days(text: str) -> set[tuple[str, str | None, str | None]]:
    """The kind and the days of each event of a report of 20 June 2019."""
    return {(event.kind, event.date.start, event.date.end) for event in record_of(text).events}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("told", "earlier"),
    [
        (", two days after an ambush in which four soldiers died near Tessa.", ("ambush", "2019-01-08")),
        (", a day after gunmen had shot a judge dead in Tessa.", ("shooting", "2019-01-09")),
        (", three weeks after his brother was killed in an ambush.", ("ambush", "2018-12-17")),
    ],
)
def test_what_lies_behind_a_step_was_so_long_before(told: str, earlier: tuple[str, str]) -> None:
    found = days(_RAID + told)
    assert ("attack", "2019-01-10", "2019-01-10") in found
    assert earlier in {(kind, start) for kind, start, _ in found}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "told",
    [
        "Two days after the shelling, gunmen killed four traders near Tessa.",
        "Gunmen killed four traders near Tessa two days after the shelling.",
    ],
)
def test_what_happens_after_a_known_event_is_told_from_its_day(told: str) -> None:
    found = days("Shells killed 22 people in Ardal on 8 January. " + told)
    assert found == {("shelling", "2019-01-08", "2019-01-08"), ("attack", "2019-01-10", "2019-01-10")}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("told", [", a day before elections.", ", two days after the vote."])
def test_a_step_from_what_nobody_dates_dates_nothing(told: str) -> None:
    assert days(_RAID + told) == {("attack", "2019-01-10", "2019-01-10")}
