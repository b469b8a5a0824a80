"""Two versions of one killing are not added, and what is only believed of all raises the highest figure alone."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        # fighters of a body without a number, and a speaker's number of "terrorists"
        (
            "CMA fighters were shot dead near Orle by GATIA militiamen. The army claimed that it killed three terrorists.",
            3,
        ),
        (
            "GATIA militiamen who had held up a trader near Orle were shot dead by Ganda Izo fighters, while the army of Mali "
            "said it had killed four terrorists.",
            4,
        ),
        # others: told as more, of another calling, or with a number of their own
        (
            "Four CMA fighters were shot dead near Orle by GATIA militiamen. The army said it also killed three terrorists.",
            7,
        ),
        ("Two soldiers were killed near Orle by gunmen. The army said it had killed three terrorists.", 5),
    ],
)
def test_two_versions_of_one_killing(text: str, dead: int) -> None:
    totals = main_event(text).totals
    assert (totals.ucdp.best, totals.acled.fatalities) == (dead, dead)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "best", "high"),
    [
        (
            "The body of one of two missing traders was found near Orle; both are believed to have been killed.",
            1,
            2,
        ),
        (
            "The body of one of two shepherds missing from Orle was found; both are believed to have been "
            "killed by bandits.",
            1,
            2,
        ),
        (
            "One of two missing herders was found dead near Orle; it is believed that both were murdered.",
            1,
            2,
        ),
        (
            "The bodies of two of three missing herders were found near Orle. All three are believed to be dead.",
            2,
            3,
        ),
        ("The bodies of both missing traders were found near Orle.", 2, 2),
    ],
)
def test_a_belief_about_all_beside_a_body(text: str, best: int, high: int) -> None:
    totals = main_event(text).totals
    assert (totals.acled.fatalities, totals.ucdp.best, totals.ucdp.high) == (best, best, high)
