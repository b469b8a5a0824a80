"""The places of the case, on a map and in a list; one of them, with the places its words could mean instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.codebook.gazetteer import Candidate, open_gazetteer
from rashomon.codebook.place_names import normalised
from rashomon.model.events import Place
from rashomon.workbench.lists import listed
from rashomon.workbench.pages import named
from rashomon.workbench.place_index import PlaceEntry, places_of
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import NotFoundError, Visit

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
        if named.is_called(one, wanted)
        and (show != "unknown" or one.place is None)
        and (show != "known" or one.place is not None)
        and (not country or (one.place is not None and one.place.country_iso3 == country))
    ]
    listing = listed(visit, found, named.SORTS, named.rank, "events")
    countries = {
        (one.place.country_iso3, one.place.country or "")
        for one in held.values()
        if one.place is not None and one.place.country_iso3
    }
    return Shown(
        template="places.html.j2",
        data={**listing.paged.counts, "places": [_row(one) for one in listing.paged.rows]},
        drawn={
            **listing.drawn,
            "all": len(held),
            "unknown": sum(one.place is None for one in held.values()),
            "asked": {name: visit.asked(name) for name in ("q", "show", "country")},
            "countries": sorted(countries, key=lambda each: each[1]),
        },
    )


def _row(one: PlaceEntry) -> dict[str, Any]:
    return {
        **named.named_row(one, "places"),
        "named_by": len(one.named),
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
    claims, drawn = named.claims_page(visit, one)
    return Shown(
        template="place.html.j2",
        data={
            "place": _row(one) | {"written": named.written_rows(one)},
            "events": _events(visit, one.main),
            "named_by": _events(visit, one.named),
            "candidates": [
                {"words": words, "places": _candidates(words, one.id)}
                for words, _ in one.written[: named.MOST_WRITTEN]
            ],
            **claims,
        },
        drawn={**drawn, "look": look, "found": _candidates(look, one.id) if look else []},
    )


def _events(visit: Visit, ids: Sequence[str]) -> list[dict[str, Any]]:
    found = (visit.lens.event(event_id) for event_id in ids)
    return [
        {**named.event_row(event), "where_prec": event.place.where_prec}
        for event in found
        if event is not None
    ]


def _candidates(words: str, present: str) -> list[dict[str, Any]]:
    """The places of the gazetteer that words can mean, the likeliest first, the present one left out."""
    gazetteer = open_gazetteer()
    found: tuple[Candidate, ...] = gazetteer.candidates(words) or gazetteer.spelled_alike(words)
    places = [one.place for one in found if one.place.id != present]
    return [{"id": place.id, "name": place.name, **_known(place)} for place in places[:_MOST_CANDIDATES]]
