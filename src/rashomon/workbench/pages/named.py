"""What the pages of actors and of places share: a list of what the reports name, and one of them with its claims."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from rashomon.model.record import EventRecord
from rashomon.workbench.cards import make_desk
from rashomon.workbench.lists import paged
from rashomon.workbench.named import Named
from rashomon.workbench.visits import Visit
from rashomon.writing.page.rows import claim_rows

SORTS = ("events", "claims", "name")
MOST_WRITTEN = 6
"""Ways of writing a name that a list shows; the page of the thing itself shows all."""
_CLAIMS = 25
"""Claims on the page of one actor or place."""


def is_called(one: Named, wanted: str) -> bool:
    """True where any of its names holds these folded words; of no words always."""
    return not wanted or any(wanted in name for name in one.folded)


def rank(one: Named, sort: str) -> tuple[Any, ...]:
    """Its place in a list sorted so: most events or claims first, names by the alphabet."""
    name = (one.name.casefold(), one.id)
    return name if sort == "name" else (-(one.events if sort == "events" else len(one.claims)), *name)


def named_row(one: Named, kind: str) -> dict[str, Any]:
    """What a list says of any of them; ``kind`` begins its address: actors or places."""
    return {
        "id": one.id,
        "name": one.name,
        "written": written_rows(one)[:MOST_WRITTEN],
        "events": one.events,
        "claims": len(one.claims),
        "href": address_of(one.id, kind),
    }


def address_of(thing_id: str, kind: str) -> str:
    """The page of an actor or a place."""
    return f"/{kind}/{quote(thing_id, safe=':')}"


def written_rows(one: Named) -> list[dict[str, Any]]:
    """How the reports write its name and how often, commonest first."""
    return [{"words": words, "times": times} for words, times in one.written]


def event_row(event: EventRecord) -> dict[str, Any]:
    """An event in a list of those that have to do with it."""
    return {"id": event.id, "title": event.title, "start": event.date.start}


def claims_page(visit: Visit, one: Named) -> tuple[dict[str, Any], dict[str, Any]]:
    """A page of its claims, as data and as drawn, with what forms on it bring along."""
    page = paged(visit, one.claims, _CLAIMS)
    claims = [visit.snapshot.claims[claim_id] for claim_id in page.rows]
    data = {"claims": list(page.rows), "page": page.page, "pages": page.pages}
    drawn = {
        "paged": page,
        "rows": claim_rows(claims, visit.lens.lookups, visit.lens.withholding),
        "desk": make_desk(visit),
        "claim": one.claims[0] if one.claims else "",
    }
    return data, drawn
