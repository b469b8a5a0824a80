"""Casualties of whom it is said how many died; a number set before what it counts."""

from __future__ import annotations

import pytest
from tests.conftest import main_event


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Raiders attacked Orle. Three casualties, all fatal.", 3, None),
        ("There were three casualties near Orle, all of them fatal.", 3, None),
        ("The raid on Orle caused three injuries, all fatal.", 3, None),
        ("The raid on Orle caused three casualties, one of them fatal.", 1, 2),
        ("The raid on Orle caused four injuries, two fatal.", 2, 2),
        ("The raid on Orle caused three injuries, none of them fatal.", None, 3),
        ("Raiders attacked Orle. A bulletin puts at four the number of dead.", 4, None),
        ("The strike on Orle claimed 27 martyrs and 80 injured.", 27, 80),
    ],
)
def test_how_many_were_fatal(text: str, dead: int | None, hurt: int | None) -> None:
    totals = main_event(text).totals
    assert (totals.ucdp.best, totals.latest.wounded or None) == (dead, hurt)
