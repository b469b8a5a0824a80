"""Tolls told side by side, each in the words of a note or a report, add up; a total told before holds them."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

CLASH = "The Ortu militia and the Balim clashed near Orle"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            f"{CLASH}, at least 4 dead reported on the side of the Ortu including the captain Jan Stell, 1 reported dead in "
            "the ranks of the Balim.",
            5,
        ),
        (f"{CLASH}; 3 killed on the side of the Ortu, 2 killed on the side of the Balim.", 5),
        (f"{CLASH}. Three dead in Ortu ranks, two in Balim ranks.", 5),
        (f"{CLASH}. Three deaths were reported in the ranks of the Ortu and two in those of the Balim.", 5),
        (f"{CLASH}. 3 dead, including a captain, on the Ortu side, 2 dead on the Balim side.", 5),
        (f"{CLASH}. Among the herders, three dead; among the farmers, two.", 5),
        (f"{CLASH}. Three people died among the herders and two among the farmers.", 5),
        (f"{CLASH}, with 3 dead in the herders' ranks and 2 in the farmers' ranks.", 5),
        ("Fighting near Orle killed 4 among the herders, 3 among the farmers and 5 among the soldiers.", 12),
        # what a side lost or counted, and the other
        ("The army lost four soldiers, the rebels at least five.", 9),
        (f"{CLASH}. The herders counted three dead, the farmers two.", 5),
        (f"{CLASH}. The herders recorded 3 dead in their ranks and the farmers 2.", 5),
        # who counts for others gives an account of his own
        ("Shells fell on Orle. The hospital counted three dead, the mayor three.", 3),
        # a total told before
        (f"{CLASH}, 3 dead reported in all, 2 in the ranks of the Ortu and 1 in the ranks of the Balim.", 3),
        (f"{CLASH}, killing 12 people, 4 on the Ortu side and 8 on the Balim side.", 12),
        # no toll by side
        (f"{CLASH}, at least 3 dead reported, 2 of them in the ranks of the Ortu.", 3),
        ("Four people were killed on the army's side near Orle, two of them officers.", 4),
        ("Two soldiers were killed near Orle, one on the bridge, one among the trees.", 2),
        ("The army lost three soldiers and two vehicles near Orle.", 3),
    ],
)
def test_tolls_by_side(text: str, dead: int) -> None:
    totals = main_event(text).totals
    assert (totals.ucdp.best, totals.acled.fatalities) == (dead, dead)


@pytest.mark.usefixtures("nlp")
def test_dead_who_are_reported_report_nothing() -> None:
    found = main_event("Clashes near Orle, three Fulani reported dead.").findings
    assert all("three Fulani:" not in finding.why for finding in found)
