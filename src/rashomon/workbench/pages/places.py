"""The places of the case, on a map and in a list; one of them, with the places its words could mean instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from rashomon.codebook.gazetteer import Candidate, open_gazetteer
from rashomon.codebook.place_names import normalised
from rashomon.model.events import Place
from rashomon.workbench.cards import make_desk
from rashomon.workbench.lists import paged, sorting
from rashomon.workbench.place_index import PlaceEntry, places_of
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import NotFoundError, Visit
from rashomon.writing.page.rows import claim_rows

SORTS = ("events", "claims", "name")
CLAIMS = 25
"""Claims on the page of one place."""
_MOST_WRITTEN = 6
_MOST_CANDIDATES = 12
_KINDS = {
    "populated": "town or village",
    "adm1": "first-order division",
    "adm2": "second-order division",
    "country": "country",
    "region": "region",
    "feature": "landscape",
}
_PRECISIONS = {"populated": 1, "adm2": 3, "adm1": 4, "region": 5, "feature": 5, "country": 6}
"""How far a point stands for the place, in UCDP's where_prec."""


def show_places(visit: Visit) -> Shown:
    """The places that the filters leave."""
    held = places_of(visit.snapshot)
    wanted, show, country = normalised(visit.asked("q")), visit.asked("show"), visit.asked("country")
    found = [
        one
        for one in held.values()
        if (not wanted or any(wanted in name for name in one.folded))
        and (show != "unknown" or one.place is None)
        and (show != "known" or one.place is not None)
        and (not country or (one.place is not None and one.place.country_iso3 == country))
    ]
    sort, backward = sorting(visit, SORTS, "events")
    found.sort(key=lambda one: _rank(one, sort), reverse=backward)
    page = paged(visit, found)
    countries = {
        (one.place.country_iso3, one.place.country or "")
        for one in held.values()
        if one.place is not None and one.place.country_iso3
    }
    return Shown(
        template="places.html.j2",
        data={
            "total": page.total,
            "page": page.page,
            "pages": page.pages,
            "places": [place_row(one) for one in page.rows],
        },
        drawn={
            "paged": page,
            "all": len(held),
            "unknown": sum(one.place is None for one in held.values()),
            "asked": {name: visit.asked(name) for name in ("q", "show", "country")},
            "sort": sort,
            "backward": backward,
            "countries": sorted(countries, key=lambda each: each[1]),
        },
    )


def _rank(one: PlaceEntry, sort: str) -> tuple[Any, ...]:
    name = (one.name.casefold(), one.key)
    return name if sort == "name" else (-len(one.main if sort == "events" else one.claims), *name)


def place_row(one: PlaceEntry) -> dict[str, Any]:
    """A place in a list."""
    return {
        "id": one.key,
        "name": one.name,
        "written": [{"words": words, "times": times} for words, times in one.written[:_MOST_WRITTEN]],
        "events": len(one.main),
        "named_by": len(one.named),
        "claims": len(one.claims),
        "href": address_of(one.key),
        "where_prec": one.where_prec,
        **_known(one.place),
    }


def _known(place: Place | None) -> dict[str, Any]:
    """What the gazetteer has of a place; nulls where it is on no map."""
    if place is None:
        names = ("place_id", "kind", "lat", "lon", "map_prec", "adm1", "adm2", "country", "country_iso3")
        return dict.fromkeys(names) | {"lies_in": []}
    within = [part for part in (place.adm2, place.adm1, place.country) if part and part != place.name]
    return {
        "place_id": place.id,
        "kind": _KINDS.get(place.kind, place.kind),
        "lat": place.lat,
        "lon": place.lon,
        "map_prec": _PRECISIONS.get(place.kind) if not place.inexact else 3,
        "lies_in": list(dict.fromkeys(within)),
        "adm1": place.adm1,
        "adm2": place.adm2,
        "country": place.country,
        "country_iso3": place.country_iso3,
    }


def address_of(key: str) -> str:
    """The page of a place."""
    return f"/places/{quote(key, safe=':')}"


def show_place(visit: Visit) -> Shown:
    """One place: how reports name it, what lies there, and the places that its words could mean."""
    wanted = visit.path["place_id"]
    one = places_of(visit.snapshot).get(wanted)
    if one is None:
        raise NotFoundError(
            f"No report of this case names a place {wanted[:60]!r} now; what its words mean may have been "
            "decided otherwise. The list of places has those there are."
        )
    look = visit.asked("look")[:100]
    page = paged(visit, one.claims, CLAIMS)
    claims = [visit.snapshot.claims[claim_id] for claim_id in page.rows]
    return Shown(
        template="place.html.j2",
        data={
            "place": place_row(one)
            | {"written": [{"words": words, "times": times} for words, times in one.written]},
            "events": _events(visit, one.main),
            "named_by": _events(visit, one.named),
            "candidates": [
                {"words": words, "places": _candidates(words, one.key)}
                for words, _ in one.written[:_MOST_WRITTEN]
            ],
            "claims": list(page.rows),
            "page": page.page,
            "pages": page.pages,
        },
        drawn={
            "paged": page,
            "rows": claim_rows(claims, visit.lens.lookups, visit.lens.withholding),
            "desk": make_desk(visit),
            "claim": one.claims[0],
            "look": look,
            "found": _candidates(look, one.key) if look else [],
        },
    )


def _events(visit: Visit, ids: Sequence[str]) -> list[dict[str, Any]]:
    found = (visit.lens.event(event_id) for event_id in ids)
    return [
        {
            "id": event.id,
            "title": event.title,
            "start": event.date.start,
            "where_prec": event.place.where_prec,
        }
        for event in found
        if event is not None
    ]


def _candidates(words: str, key: str) -> list[dict[str, Any]]:
    """The places of the gazetteer that words can mean, the likeliest first, the present one left out."""
    gazetteer = open_gazetteer()
    found: tuple[Candidate, ...] = gazetteer.candidates(words) or gazetteer.spelled_alike(words)
    places = [one.place for one in found if one.place.id != key]
    return [{"id": place.id, "name": place.name, **_known(place)} for place in places[:_MOST_CANDIDATES]]
