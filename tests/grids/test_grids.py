"""Grids of plain sentences: nearly all must be read for what they tell. Floors only rise."""

from __future__ import annotations

from collections import defaultdict
from types import ModuleType

import pytest
from tests.conftest import main_event
from tests.grids import (
    accounts,
    battles,
    contradictions,
    custody,
    days,
    fates,
    kinds,
    notes,
    shootings,
    sides,
    tellings,
)
from tests.grids.plain import Totals, misses

SEED = 20
FLOORS = [
    (accounts, 0.97),
    (battles, 0.98),
    (contradictions, 0.98),
    (days, 1.0),
    (fates, 0.97),
    (kinds, 0.95),
    (notes, 0.98),
    (shootings, 0.98),
    (sides, 0.97),
    (tellings, 0.98),
]
"""Each grid, and the least part of its texts that must be read right."""


def totals_of(text: str) -> Totals:
    """Killed, wounded and captured of a text's main event, its days, kind and sides; none where there is no event."""
    try:
        event = main_event(text)
    except StopIteration:
        return defaultdict(lambda: None)
    fought = sorted("+".join(actor.id or "" for actor in side.actors) for side in event.sides)
    totals = event.totals
    return {
        "start": event.date.start,
        "end": event.date.end,
        "kind": event.acled.sub_event_type,
        "sides": " / ".join(fought),
        "killed": totals.ucdp.best,
        "wounded": totals.latest.wounded,
        "captured": totals.latest.captured,
        "reported": totals.acled.fatalities,
        "least": totals.range.killed.min,
        "most": totals.range.killed.max,
    }


@pytest.mark.parametrize(("grid", "floor"), FLOORS)
def test_plain_sentences_are_read_for_what_they_tell(grid: ModuleType, floor: float) -> None:
    count, wrong = misses(grid.texts(SEED), totals_of)
    assert count - len(wrong) >= floor * count, "\n".join([f"{len(wrong)} of {count} missed", *wrong])


def test_none_is_said_as_none_and_nothing_as_nothing() -> None:
    count, wrong = misses(custody.texts(SEED), totals_of, strict=True)
    assert count - len(wrong) >= 0.97 * count, "\n".join([f"{len(wrong)} of {count} missed", *wrong])
