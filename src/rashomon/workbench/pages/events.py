"""The list of events: filtered, sorted, a page at a time, with the map and the timeline of all that are found."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from rashomon.codebook.facets import FACETS
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.policies import POLICIES
from rashomon.model.kept import kept_with
from rashomon.pipeline import DEFAULT_POLICY, check_policy
from rashomon.workbench.event_filters import (
    ACCOUNTS,
    FIELDS,
    REVIEW,
    SORTS,
    Wanted,
    chips,
    choose,
    kind_choices,
    query_of,
    read_wanted,
    unfiltered,
)
from rashomon.workbench.event_index import Entry, EventIndex, index_of
from rashomon.workbench.histogram import Histogram, make_histogram
from rashomon.workbench.lists import paged
from rashomon.workbench.showing import Shown
from rashomon.workbench.snapshot import Lens
from rashomon.workbench.visits import Visit
from rashomon.writing.charts.ranges import policy_name
from rashomon.writing.maps import Overview, draw_overview
from rashomon.writing.maps.scene import Spot
from rashomon.writing.page.events import headline, index_row, usual_country

_MOST_POINTS = 6000
"""Points given to the map at once: about 150 bytes each."""
_MOST_SUGGESTED = 150
_MAPS_KEPT = 16


def show_events(visit: Visit) -> Shown:
    """The events that the filters leave, in the order asked for."""
    lens, index, wanted, found = _find(visit)
    page = paged(visit, found)
    line = make_histogram([entry.facts.first for entry in found])
    return Shown(
        template="events.html.j2",
        data={
            **page.counts,
            "of": len(index.entries),
            "sort": wanted.sort,
            "filters": {name: visit.asked(name) for name in FIELDS if visit.asked(name)},
            "faults": wanted.faults,
            "events": [event_line(entry, lens, visit.policy) for entry in page.rows],
            "timeline": line,
        },
        drawn={
            **_drawn(visit, index, wanted),
            "paged": page,
            "bars": _bars(visit, line),
            "overview": _overview(found),
            "reports": len(visit.snapshot.reports),
            "dateless": _dateless(index.entries, wanted),
        },
    )


def show_map(visit: Visit) -> Shown:
    """The same events on a map: each place that is known at least to a district."""
    _, index, wanted, found = _find(visit)
    points = [_point(entry) for entry in found if entry.facts.spot is not None]
    return Shown(
        template="events_map.html.j2",
        data={"total": len(found), "placed": len(points), "points": points[:_MOST_POINTS]},
        drawn={
            **_drawn(visit, index, wanted),
            "overview": _overview(found),
        },
    )


def _find(visit: Visit) -> tuple[Lens, EventIndex, Wanted, list[Entry]]:
    # Every record holds the totals of all policies, so that a list needs no other record than the usual one.
    check_policy(visit.policy)
    lens = visit.snapshot.lens(DEFAULT_POLICY)
    index, wanted = index_of(visit, lens), read_wanted(visit)
    return lens, index, wanted, choose(index.entries, wanted)


def event_line(entry: Entry, lens: Lens, policy: str) -> dict[str, Any]:
    """An event in a list. ``killed`` is in words, None where the policy gives no figure."""
    event, place = entry.event, entry.event.place
    return {
        **index_row(event, lens.telling(event)),
        "killed": headline(event, policy),
        "start": event.date.start,
        "end": event.date.end,
        "kind": event.kind,
        "acled": event.acled,
        "lat": place.lat,
        "lon": place.lon,
        "where_prec": place.where_prec,
        "accounts": entry.facts.accounts,
        "review": entry.review,
        "claims": entry.claims,
        "decided": entry.decided,
    }


def _drawn(visit: Visit, index: EventIndex, wanted: Wanted) -> dict[str, Any]:
    query = query_of(visit)
    return {
        "query": query,
        "points": f"/events/map.json?{query}" if query else "/events/map.json",
        "f": {
            "wanted": wanted,
            "chips": chips(visit, wanted),
            "unfiltered": unfiltered(visit),
            "asked": visit.asked,
            "sorts": SORTS,
            "accounts": ACCOUNTS,
            "reviews": REVIEW,
            "kinds": kind_choices(),
            "facets": _facets(index),
            "policy": visit.policy,
            "policy_words": {name: policy_name(name) for name in POLICIES},
            **_suggested(index),
        },
    }


def _facets(index: EventIndex) -> list[tuple[str, str]]:
    told = {facet for entry in index.entries for facet in entry.facts.facets}
    return [(name, facet.label) for name, facet in FACETS.items() if name in told]


@kept_with
def _suggested(index: EventIndex) -> dict[str, list[str]]:
    """Names of places and actors that many events have, for fields that offer them while one types."""
    places = [n for e in index.entries for n in {e.event.place.country, e.event.place.adm1} if n]
    actors = [a.name for e in index.entries for side in e.event.sides for a in side.actors if a.id]
    return {"place_names": _frequent(places), "actor_names": _frequent(actors)}


def _frequent(names: Sequence[str]) -> list[str]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return sorted(sorted(counts, key=lambda name: (-counts[name], name))[:_MOST_SUGGESTED])


def _point(entry: Entry) -> dict[str, Any]:
    spot, event = entry.facts.spot, entry.event
    lat, lon = (spot.lat, spot.lon) if spot else (None, None)
    return {
        "lat": lat,
        "lon": lon,
        "prec": event.place.where_prec,
        "title": event.title,
        "href": f"/events/{event.id}",
    }


_maps: OrderedDict[tuple[Spot, ...], Overview | None] = OrderedDict()
_lock = threading.Lock()


def _overview(found: Sequence[Entry]) -> Overview | None:
    """The map of these events; the last few are kept, since the pages of a list share theirs."""
    spots = tuple(sorted((e.facts.spot for e in found if e.facts.spot), key=lambda s: (s.lat, s.lon, s.name)))
    with _lock:
        if spots in _maps:
            _maps.move_to_end(spots)
            return _maps[spots]
    home = usual_country([entry.event for entry in found])
    made = draw_overview(spots, open_gazetteer(), home, fewest=1)
    with _lock:
        _maps[spots] = made
        while len(_maps) > _MAPS_KEPT:
            _maps.popitem(last=False)
    return made


def _bars(visit: Visit, line: Histogram | None) -> list[dict[str, Any]]:
    """The timeline's bars, each with the address that leaves only its events."""
    if line is None:
        return []
    return [
        {
            "bar": bar,
            "href": visit.address(**{"from": bar.start, "to": bar.start, "page": None, "done": None}),
        }
        for bar in line.bars
    ]


def _dateless(entries: Sequence[Entry], wanted: Wanted) -> int:
    """How many events no filter of dates can find, where there is one."""
    return sum(e.facts.first is None for e in entries) if wanted.start or wanted.end else 0
