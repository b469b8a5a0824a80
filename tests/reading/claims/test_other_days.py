"""What befell others on another day gives the event neither its day nor its dead."""

from __future__ import annotations

import pytest
from tests.conftest import record_of

FIRST = "A 4-year-old boy was hit in the leg by gunfire in Orle, police said."


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} On Monday, a 16-year-old girl and her 12-year-old sister were shot blocks away.",
        f"{FIRST} On June 3, a 20-year-old man was shot at the same corner.",
        f"{FIRST} On June 3, Ann Marsh, 34, and her mother were shot by a neighbor in Ade.",
        f"{FIRST} Just over a year ago, another boy was shot and died in the same street.",
        f"{FIRST} Last month, a 9-year-old girl found a gun and shot herself.",
        f"{FIRST} Just a week ago, a woman was shot at a shop nearby.",
        f"{FIRST} The shooting was the third reported Monday in the town. A 33-year-old man was hurt when he was "
        "shot outside a bank.",
    ],
)
def test_somebody_unlike_all_told_of_was_harmed_on_another_day(text: str) -> None:
    events = record_of(text).events
    assert len(events) == 2
    main = next(event for event in events if event.principal_for)
    assert main.totals.latest.wounded == 1
    assert main.date.start == ("2019-06-17" if "third" in text else "2019-06-20")


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "second",
    [
        "On Monday, the boy died in hospital.",
        "On Monday, a boy from Orle was playing in the yard when he was shot.",
        "On Monday, the child's mother was arrested.",
        "Last week, police said, another boy was not hit in the shooting.",
    ],
)
def test_who_may_be_the_one_told_of_is_he(second: str) -> None:
    main = next(event for event in record_of(f"{FIRST} {second}").events if event.principal_for)
    assert (main.totals.ucdp.best or 0) + (main.totals.latest.wounded or 0) == 1


@pytest.mark.usefixtures("nlp")
def test_who_died_of_the_same_shooting_later_is_of_it() -> None:
    text = (
        "A teen was shot in Orle. A second victim was hit too. On Monday, another teen died of the shooting."
    )
    assert len(record_of(text).events) == 1
