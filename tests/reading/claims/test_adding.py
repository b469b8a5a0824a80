"""Which numbers add to what was told before, and which only tell it again."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, report_of

from rashomon.model.claims import Count
from rashomon.reading.english import read_english


def last_wounded(text: str) -> tuple[int | None, str]:
    """The last number of wounded of a text, and how much of the harm it covers."""
    claims = [claim for claim in read_english(report_of(text)).claims if claim.facet == "wounded"]
    value = claims[-1].value
    return (value.low if isinstance(value, Count) else None), claims[-1].coverage


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # others than the dead: told of before
        (
            "Police named the four men wounded on Sunday. The shooting claimed the life of Peter Marsh, 47. "
            "Four others were injured.",
            (4, "unknown"),
        ),
        (
            "At least ten people were hurt. A waiter was fatally wounded, and no fewer than eight other guests were "
            "hospitalized, the sheriff said.",
            (8, "unknown"),
        ),
        # others than he who was told of singly: some of the number before
        (
            "Five people were hurt, police said. One bullet hit her husband, who is in critical condition. "
            "Two other guests were also wounded in a barn.",
            (2, "subset"),
        ),
        # others indeed
        (
            "Three soldiers were wounded at the gate. Two others were wounded at the depot.",
            (2, "increment"),
        ),
    ],
)
def test_others_add_only_where_nobody_else_can_be_meant(text: str, expected: tuple[int, str]) -> None:
    assert last_wounded(text) == expected


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Five people are dead after a shooting in Ardal on Monday. A woman and a girl suffered serious injuries. "
            "Both later died.",
            5,
        ),
        ("Ten rebels were killed in Ardal on Monday. Two soldiers were wounded. Both later died.", 12),
        (
            "Four people were killed by a man in Ardal on Monday before guards shot and killed him. He shot both "
            "men with a rifle, killing them.",
            5,
        ),
    ],
)
def test_both_are_some_of_all_the_people_told_dead(text: str, dead: int) -> None:
    assert main_event(text).totals.ucdp.best == dead


@pytest.mark.usefixtures("nlp")
def test_two_and_one_as_well_spell_out_the_three() -> None:
    event = main_event(
        "Three men were arrested in Ardal on Monday for planning an attack. The patrol entered a barn and detained two "
        "men. The force went on to the house of a teacher and arrested him as well."
    )
    assert (event.totals.range.captured.min, event.totals.range.captured.max) == (3, 3)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("rest", "hurt"),
    [
        ("Three of the victims stayed while two others were taken to a hospital.", 5),
        ("Two of them were treated there, and three others were taken to a hospital.", 5),
        ("Two others were taken to a hospital later.", 7),
    ],
)
def test_some_of_them_and_the_others_are_all_told_of(rest: str, hurt: int) -> None:
    told = "A shooting left five people wounded outside a bar in Dova on Monday. " + rest
    assert main_event(told).totals.latest.wounded == hurt
