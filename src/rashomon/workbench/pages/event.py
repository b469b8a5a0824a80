"""One event under a policy: the record with its reasons, and the claims behind it."""

from __future__ import annotations

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.model.record import EventRecord
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import NotFoundError, Visit
from rashomon.writing.maps import MapMaker
from rashomon.writing.page import PageFrame
from rashomon.writing.page_events import event_row
from rashomon.writing.page_rows import claim_rows, gather_contexts
from rashomon.writing.range_chart import policy_name


def show_event(visit: Visit) -> Shown:
    """The record of one event."""
    event = find_event(visit)
    lens = visit.lens
    telling = lens.telling(event)
    claims = lens.lookups.claims_of(event.id)
    rows = claim_rows(claims, lens.lookups, lens.withholding)
    frame = PageFrame(
        policy=policy_name(lens.policy),
        anchors=frozenset(claim.id for claim in claims),
        shown=frozenset({event.id}),
    )
    return Shown(
        template="event_page.html.j2",
        data={"event": event, "claims": claims},
        drawn={
            "row": event_row(event, telling, MapMaker(open_gazetteer())),
            "page": frame,
            "contexts": gather_contexts(rows),
        },
    )


def find_event(visit: Visit) -> EventRecord:
    """The event of the address."""
    found = visit.lens.event(visit.path["event_id"])
    if found is None:
        raise NotFoundError(
            f"There is no event {visit.path['event_id'][:60]!r} now; decisions and new reports may have "
            "put it together with another. The list of events has those there are."
        )
    return found
