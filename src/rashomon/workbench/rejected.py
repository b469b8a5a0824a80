"""Claims that count for nothing any more, and the happenings they were read to speak of.

A rejected claim speaks of no happening, so that nothing rests on it. Its event's page still shows it, struck,
for whoever wants to know what was taken out and by whom: the reading itself says where it belonged.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from weakref import WeakKeyDictionary

from rashomon.workbench.snapshot import Snapshot
from rashomon.workbench.visits import Visit

_held: WeakKeyDictionary[Snapshot, Mapping[str, tuple[str, ...]]] = WeakKeyDictionary()
_lock = threading.Lock()


def told_before(visit: Visit) -> Mapping[str, tuple[str, ...]]:
    """Id of each rejected claim → ids of the mentions it was read to speak of."""
    snapshot = visit.snapshot
    with _lock:
        if snapshot not in _held:
            _held[snapshot] = _read(visit)
        return _held[snapshot]


def _read(visit: Visit) -> dict[str, tuple[str, ...]]:
    claims = visit.snapshot.claims
    ids = [
        i
        for i, review in visit.snapshot.surveyed.reviews.items()
        if review.state == "rejected" and i in claims
    ]
    if not ids:
        return {}
    reports = {claims[claim_id].report_id for claim_id in ids}
    with visit.open_case() as case:
        readings = case.readings_of(sorted(reports))
    wanted = set(ids)
    return {c.id: c.mention_ids for reading in readings for c in reading.claims if c.id in wanted}
