"""What one clause does to others than it has just told of, and what "also" adds; sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, report_of

from rashomon.reading.english import read_english

pytestmark = pytest.mark.usefixtures("nlp")

HELD = [
    # two deeds of one clause
    ("Guards seized a smuggler and detained three rebels in Orle on Monday.", 4),
    ("Guards arrested a rebel leader, and held one fighter, in Orle on Monday.", 2),
    ("A rebel leader was arrested and two fighters were detained in Orle on Monday.", 3),
    ("Guards arrested a rebel leader, burned his camp and captured two fighters near Orle on Monday.", 3),
    # a number told before holds them all
    ("Four rebels were captured near Orle on Monday. Guards held a leader and detained three fighters.", 4),
    # "also", of one person and of several; whoever is cited for the first
    (
        "Guards arrested a rebel leader in Orle on Monday. He made bombs. The guards also detained one fighter.",
        2,
    ),
    (
        "The army confirmed on Monday that a rebel leader was arrested in Orle. The guards also detained two fighters.",
        3,
    ),
    (
        "Guards arrested a rebel leader in Orle on Monday. The detained leader is believed to have ordered attacks on mills. "
        "During the operation, the guards also held two fighters.",
        3,
    ),
    # the same person again, and those of whom the clause went on to tell
    ("Guards arrested a rebel leader in Orle on Monday. The guards also searched the leader's house.", 1),
]

KILLED = [
    ("Guards shot dead a rebel leader and killed three rebels near Orle on Monday.", 4),
    ("Raiders killed four millers and wounded two, and also killed a teacher, in Orle on Monday.", 5),
    ("A man shot his daughter dead and then killed himself in Orle on Monday.", 2),
    ("Two fighters were shot and killed in Orle on Monday.", 2),
]


def test_two_numbers_with_subjects_of_their_own_stand_side_by_side() -> None:
    text = (
        "The army said that nine rebels had been killed and that two guards were killed near Orle on Monday."
    )
    told = [c for c in read_english(report_of(text)).claims if c.facet == "killed"]
    assert [claim.coverage for claim in told] == ["unknown", "unknown"]


@pytest.mark.parametrize(("text", "captured"), HELD)
def test_those_of_a_second_deed_are_none_of_the_first(text: str, captured: int) -> None:
    assert main_event(text).totals.latest.captured == captured


@pytest.mark.parametrize(("text", "killed"), KILLED)
def test_so_with_the_dead(text: str, killed: int) -> None:
    assert main_event(text).totals.ucdp.best == killed
