"""Where happenings and the words for them are put, and what that tells of their being one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.codebook.geodesy import distance_km
from rashomon.model.events import Place
from rashomon.reading.happenings.cues import EventCue
from rashomon.reading.places.toponyms import NOT_STATED, ToponymFound


def places_apart(places: Sequence[ToponymFound], cue: EventCue) -> bool:
    """True where both name places that are known and lie in other provinces or countries.

    So do "a raid on the village of A" and, told anew, "an attack on the village of B". No two shootings are told
    apart by a small town far away, which is as often a street's or a shop's namesake.
    """
    if cue.kind == _STREET_CRIME and _is_namesake_far_away(places, cue.places):
        return False
    if cue.noun and not (cue.definite or cue.following or cue.plural) and _at_another_site(places, cue):
        return True
    return provinces_apart(places, cue.places)


def provinces_apart(ours: Sequence[ToponymFound], theirs: Sequence[ToponymFound]) -> bool:
    """True where both name places that are known, and all lie in other provinces or countries.

    A country named besides a place in it tells nothing more of where that is.
    """
    yours = list(_known_places(theirs))
    if not yours:
        return False
    known = False
    mine = list(_known_places(ours))
    for a in [place for place in mine if place.kind != "country"] or mine:
        known = True
        for b in yours:
            one_province = not a.adm1 or not b.adm1 or a.adm1 == b.adm1
            if a.country_iso3 == b.country_iso3 and (one_province or _is_one_town(a, b)):
                return False
    return known


def _is_one_town(a: Place, b: Place) -> bool:
    """True for a capital that is a province of its own, and a suburb in the province around it."""
    near = distance_km((a.lat, a.lon), (b.lat, b.lon)) <= _ONE_SITE_KM
    return near and a.kind == b.kind == "populated"


_STREET_CRIME = "shooting"
_FAR_KM = 300
_SMALL = 150_000
"""Inhabitants up to which a town is hardly named in another state's news without its own state."""


def _is_namesake_far_away(places: Sequence[ToponymFound], others: Sequence[ToponymFound]) -> bool:
    """True where all that is named on one side are small towns, their state not said, far from all of the other."""
    mine, yours = ([p for p in side if p.place is not None] for side in (places, others))
    near = any(
        distance_km((a.place.lat, a.place.lon), (b.place.lat, b.place.lon)) <= _FAR_KM
        for a in mine
        for b in yours
        if a.place is not None and b.place is not None
    )
    return not near and any(side and all(map(_may_be_namesake, side)) for side in (mine, yours))


def _may_be_namesake(found: ToponymFound) -> bool:
    place = found.place
    small = place is not None and place.kind in {"populated", "adm2"} and place.population < _SMALL
    return small and not found.ref.within


def _at_another_site(places: Sequence[ToponymFound], cue: EventCue) -> bool:
    """True where both are put at a town or village, and none of the one is near one of the other."""
    mine, yours = _sites(places), _sites(cue.places)
    if not mine or not yours or mine.keys() & yours.keys():
        return False
    known = [(a, b) for a in mine.values() for b in yours.values() if a is not None and b is not None]
    return all(distance_km((a.lat, a.lon), (b.lat, b.lon)) > _ONE_SITE_KM for a, b in known)


def _sites(places: Iterable[ToponymFound]) -> dict[str, Place | None]:
    """The towns and villages where something is said to have been, by id or name."""
    return {
        found.place.id if found.place is not None else found.words.lower(): found.place
        for found in places
        if found.ref.relation == "village_of"
        or (found.ref.relation == "in" and found.place is not None and found.place.kind == "populated")
    }


_ONE_SITE_KM = 15
"""Within so many km a quarter, a camp and its town may all be named for one attack."""


def _known_places(named: Sequence[ToponymFound]) -> Iterator[Place]:
    """The places on the map that something happened at: not where the wounded were flown to, or soldiers came from."""
    yield from (
        found.place
        for found in named
        if found.place is not None
        and found.place.kind in {"populated", "adm1", "adm2", "country"}
        and found.ref.relation not in NOT_STATED
    )


def points_back(told: Sequence[EventCue], cue: EventCue) -> bool:
    """True for "the shooting" after a shooting, unless its own place follows: "the shooting in Ardal".

    What else the sentence names may be a street or a man called like a place far away.
    """
    again = cue.noun and cue.definite and any(c.kind == cue.kind for c in told)
    return again and not any(0 <= place.start - cue.end <= _RIGHT_AFTER for place in cue.places)


_RIGHT_AFTER = 14
"""Characters between a word for an event and the place that tells it from others ("in the village of")."""


def place_names(places: Sequence[ToponymFound]) -> set[str]:
    """The places named, by gazetteer id or words; countries and wide regions tell nothing apart."""
    return {
        place.place.id if place.place is not None else place.words.lower()
        for place in places
        if place.place is None or place.place.kind in {"populated", "adm2", "feature"}
    }


def is_where_told(places: Sequence[ToponymFound], cue: EventCue) -> bool:
    """True for "the Sunday bombing in Afghanistan" after one there and another elsewhere: the very place is named."""
    mine = {found.place.id for found in places if found.place is not None}
    return cue.definite and any(found.place is not None and found.place.id in mine for found in cue.places)
