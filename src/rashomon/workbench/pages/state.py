"""Whether the page that asks is up to date: for scripts that wait until a change is shown."""

from __future__ import annotations

from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Visit


def show_state(visit: Visit) -> Shown:
    """The number of the newest snapshot, and whether a newer one is on its way."""
    return Shown(
        template="state.html.j2",
        data={
            "snapshot": visit.snapshot.number,
            "is_renewing": visit.live.renewing,
            "last_judgement": visit.snapshot.seen,
            "reports": len(visit.snapshot.held.reports),
            "events": len(visit.snapshot.held.linked.events),
        },
    )
