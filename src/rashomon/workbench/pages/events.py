"""The list of events: filtered, sorted, a page at a time, with the map beside it."""

from __future__ import annotations

from typing import Any

from rashomon.model.record import EventRecord
from rashomon.workbench.lists import paged
from rashomon.workbench.showing import Shown
from rashomon.workbench.snapshot import Lens
from rashomon.workbench.visits import Visit
from rashomon.writing.page_events import index_row


def show_events(visit: Visit) -> Shown:
    """The events that the filters leave, in the order asked for."""
    found = list(visit.lens.events)
    page = paged(visit, found)
    return Shown(
        template="events.html.j2",
        data={
            "total": page.total,
            "page": page.page,
            "pages": page.pages,
            "events": [event_line(event, visit.lens) for event in page.rows],
        },
        drawn={"paged": page},
    )


def event_line(event: EventRecord, lens: Lens) -> dict[str, Any]:
    """An event in a list."""
    return index_row(event, lens.telling(event))
