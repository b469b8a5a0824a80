"""Where a place claim puts an event: a point, and how precise it is on UCDP's scale.

UCDP's where_prec: 1 the exact place; 2 within about 25 km of a known place; 3 a second-order division;
4 a first-order division; 5 a line or a wider area; 6 a country; 7 the sea.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.codebook.geodesy import Point, distance_km, middle, offset
from rashomon.codebook.place_choice import Choice, NamedPlace, choose_places
from rashomon.codebook.place_names import bare_name, normalised, without_kind_word
from rashomon.model.base import value
from rashomon.model.claims import PlaceRef
from rashomon.model.events import Located, Place

NEARBY_KM = 25.0
"""Distance up to which UCDP codes an event as near a known place."""

_PRECISION = {"populated": 1, "feature": 1, "adm2": 3, "adm1": 4, "region": 5, "country": 6}

MOST_NEIGHBOURS = 200
"""Places of a report that each of its places is weighed with: an article names fewer, a list of towns many more."""


SEAT_SHARE = 0.05
"""Share of a division's townspeople from which a town of its name is taken for its seat."""


@value
class _Spot:
    """A point with its precision and how it was found."""

    place: Place
    point: Point
    where_prec: int
    reason: str
    name: str


def written_in_full(ref: PlaceRef, context: Sequence[PlaceRef]) -> PlaceRef:
    """The place with what contains it, where that is written only beside another mention of it."""
    if ref.within or ref.place_id is not None:
        return ref
    name = normalised(ref.words)
    full = next((other for other in context if other.within and normalised(other.words) == name), None)
    return ref if full is None else replace(ref, within=full.within)


def locate_ref(
    ref: PlaceRef,
    gazetteer: Gazetteer,
    *,
    context: Sequence[PlaceRef] = (),
    claim_id: str = "",
    country_hint: str | None = None,
    namesakes: Collection[str] = (),
) -> Located:
    """Where a place as written puts an event; ``context``: the other places of the same report.

    ``where_prec`` is None where nothing but the name is known. ``namesakes``: names, normalised,
    of which no known place is meant.
    """
    others = _neighbours(ref, context)
    choice = choose_places([_named(r) for r in (ref, *others)], gazetteer, country_hint=country_hint)
    paired = _opposite(ref, context)
    opposite = next((c for other, c in zip(others, choice[1:], strict=True) if other == paired), None)
    first = paired is not None and context.index(paired) > context.index(ref)
    own = None if _is_namesake(ref, namesakes) else _spot(ref, choice[0], opposite, first)
    within = tuple(words for words in ref.within if bare_name(words) not in namesakes)
    around = [c for other, c in zip(others, choice[1:], strict=True) if other.relation != "border_of"]
    spot = own or _contained_spot(replace(ref, within=within), gazetteer, around, country_hint)
    spot = _at_seat(spot, gazetteer) if spot is not None else None
    if ref.relation == "border_of" and choice[0].place is not None and choice[0].place.kind == "country":
        # on which side of it is not said: a border alone puts an event in no country
        name = f"border of {choice[0].place.name}"
        reason = f"the words name the {name} only, which has two sides"
        return Located(claim_id=claim_id, name=name, where_prec=None, reason=reason)
    if spot is None:
        reason = f"{_name(ref)!r} is not in the gazetteer, and no containing place is named"
        return Located(claim_id=claim_id, name=_name(ref), where_prec=None, reason=reason)
    place = spot.place
    return Located(
        claim_id=claim_id,
        name=spot.name,
        where_prec=spot.where_prec,
        lat=round(spot.point[0], 5),
        lon=round(spot.point[1], 5),
        country=place.country,
        country_iso3=place.country_iso3,
        adm1=place.adm1 if spot.where_prec in (1, 2, 3, 4) else None,
        adm2=place.adm2 if spot.where_prec in (1, 2, 3) else None,
        place_id=place.id,
        reason=spot.reason,
    )


def _neighbours(ref: PlaceRef, context: Sequence[PlaceRef]) -> tuple[PlaceRef, ...]:
    """The other places of the report; of very many those written nearest to this one."""
    if len(context) > MOST_NEIGHBOURS:
        at = context.index(ref) if ref in context else 0
        first = max(0, min(at - MOST_NEIGHBOURS // 2, len(context) - MOST_NEIGHBOURS))
        context = context[first : first + MOST_NEIGHBOURS]
    return tuple(other for other in context if other != ref)


def _is_namesake(ref: PlaceRef, namesakes: Collection[str]) -> bool:
    return ref.place_id is None and bare_name(ref.of or ref.words) in namesakes


def _named(ref: PlaceRef) -> NamedPlace:
    border = ref.relation == "border_of"
    return NamedPlace(words=ref.of or ref.words, within=ref.within, place_id=ref.place_id, border=border)


def _name(ref: PlaceRef) -> str:
    return without_kind_word(ref.words)[0] if ref.relation == "village_of" else ref.words


def _spot(ref: PlaceRef, choice: Choice, opposite: Choice | None, first: bool) -> _Spot | None:
    place = choice.place
    if place is None:
        return None
    point = (place.lat, place.lon)
    precision = _PRECISION[place.kind]
    if place.kind == "region" and _is_water(place):
        return _Spot(
            place=place, point=point, where_prec=7, reason=f"{place.name} is at sea", name=place.name
        )
    if place.inexact and place.kind == "populated":
        return _within_division(place)
    if ref.km is not None:
        return _at_distance(ref, place)
    if ref.bearing is not None and ref.of is not None:
        wide = place.kind in ("country", "adm1", "region")
        reason = (
            f"{ref.words!r} is a part of {place.name}" if wide else f"{ref.words!r} names a direction only"
        )
        return _Spot(place=place, point=point, where_prec=5 if wide else 2, reason=reason, name=ref.words)
    if ref.relation == "border_of":
        reason = f"along the border of {place.name}, at an unnamed point"
        return _Spot(place=place, point=point, where_prec=5, reason=reason, name=f"border of {place.name}")
    if ref.relation == "road_to":
        reason = f"on a road to {place.name}, at an unnamed point; put at {place.name}"
        return _Spot(place=place, point=point, where_prec=5, reason=reason, name=f"road to {place.name}")
    if ref.relation == "between" and opposite is not None and opposite.place is not None:
        return _between(place, opposite.place) if first else _between(opposite.place, place)
    if precision == 1 and ref.relation in ("near", "region_of", "between"):
        told = "between it and an unknown place" if ref.relation == "between" else "near it or in its area"
        reason = f"{choice.reason}; the text says {told}, not in {place.name}"
        return _Spot(place=place, point=point, where_prec=2, reason=reason, name=place.name)
    return _Spot(place=place, point=point, where_prec=precision, reason=choice.reason, name=place.name)


def _at_seat(spot: _Spot, gazetteer: Gazetteer) -> _Spot:
    """An event somewhere in a division is put at the town that the division is named after and ruled from.

    Most people of a division live nearer to it than to the middle of its map; ACLED does the same.
    """
    division = spot.place
    if division.kind not in ("adm1", "adm2") or spot.point != (division.lat, division.lon):
        return spot
    for candidate in gazetteer.candidates(division.name):
        town = candidate.place
        inside = (town.country_iso3, town.adm1) == (division.country_iso3, division.adm1)
        if town.kind != "populated" or town.inexact or not inside:
            continue
        if division.kind == "adm2" and town.adm2 not in (division.adm2, None):
            continue
        if town.population >= SEAT_SHARE * division.population:
            reason = f"{spot.reason}; put at its town of {town.name}"
            return replace(spot, point=(town.lat, town.lon), reason=reason)
    return spot


def _within_division(place: Place) -> _Spot:
    """A place of which no more is known than the division it lies in, whatever the text says of its surroundings."""
    kind: Literal["adm2", "adm1"] = "adm2" if place.adm2 else "adm1"
    reason = f"{place.name} lies in {place.adm2 or place.adm1}; where exactly is not in the gazetteer"
    return _Spot(
        place=place,
        point=(place.lat, place.lon),
        where_prec=_PRECISION[kind],
        reason=reason,
        name=place.name,
    )


def _is_water(place: Place) -> bool:
    words = set(normalised(place.name).split())
    return (
        bool(words & {"sea", "ocean", "gulf", "strait", "bay", "mediterranean"})
        or place.name == "Bab el-Mandeb"
    )


def _at_distance(ref: PlaceRef, place: Place) -> _Spot:
    km = ref.km or 0.0
    origin = (place.lat, place.lon)
    point = offset(origin, km, ref.bearing) if ref.bearing else origin
    near = km <= NEARBY_KM
    precision = 2 if near or ref.bearing else 4
    if place.kind not in ("populated", "feature"):
        precision = max(precision, 5)
    told = f"{km:g} km {ref.bearing or 'in no stated direction'} of {place.name}"
    reason = f"{told}; the point is reckoned from it" if ref.bearing else f"{told}; put at {place.name}"
    return _Spot(place=place, point=point, where_prec=precision, reason=reason, name=ref.words)


def _opposite(ref: PlaceRef, context: Sequence[PlaceRef]) -> PlaceRef | None:
    """The other end of "between X and Y": the ends stand in pairs, in the order of the text."""
    if ref.relation != "between":
        return None
    ends = [other for other in context if other.relation == "between"]
    if ref not in ends:
        return None
    number = ends.index(ref) ^ 1
    return ends[number] if number < len(ends) and ends[number] != ref else None


def _between(first: Place, last: Place) -> _Spot:
    """Half way between two places near each other; where they are far apart, at the one named first.

    Who says "between X and Y" mostly starts from the place it was nearer to, and half way between distant
    towns is a point at which nobody has put anything.
    """
    ends = [(first.lat, first.lon), (last.lat, last.lon)]
    names = "between " + " and ".join(sorted((first.name, last.name)))
    if distance_km(*ends) <= 2 * NEARBY_KM:
        reason = f"half way {names}"
        return _Spot(place=first, point=middle(ends), where_prec=5, reason=reason, name=names)
    reason = f"{names}, at an unnamed point; put at {first.name}, named first"
    return _Spot(place=first, point=ends[0], where_prec=5, reason=reason, name=names)


def _contained_spot(
    ref: PlaceRef, gazetteer: Gazetteer, chosen: Sequence[Choice], country_hint: str | None
) -> _Spot | None:
    """The smallest known place that contains a name which is in no gazetteer."""
    name = _name(ref)
    for number, words in enumerate(ref.within):
        named = [NamedPlace(words=words, within=ref.within[number + 1 :], outer=True)]
        named += [NamedPlace(words=c.place.name, place_id=c.place.id) for c in chosen if c.place is not None]
        place = choose_places(named, gazetteer, country_hint=country_hint)[0].place
        if place is not None:
            precision = {1: 2}.get(_PRECISION[place.kind], _PRECISION[place.kind])
            reason = f"{name!r} is not in the gazetteer; put at {place.name}, which contains it as written"
            return _Spot(
                place=place, point=(place.lat, place.lon), where_prec=precision, reason=reason, name=name
            )
    country = _common_country(gazetteer, chosen)
    if country is None:
        return None
    reason = f"{name!r} is not in the gazetteer; the report's other places lie in {country.name}"
    return _Spot(place=country, point=(country.lat, country.lon), where_prec=6, reason=reason, name=name)


def _common_country(gazetteer: Gazetteer, chosen: Sequence[Choice]) -> Place | None:
    """The country of most of the report's other places; None where there is no such majority."""
    counts = Counter(c.place.country_iso3 for c in chosen if c.place is not None and c.place.country_iso3)
    if not counts:
        return None
    iso3, most = min(counts.items(), key=lambda item: (-item[1], item[0] or ""))
    return gazetteer.country(iso3) if iso3 and most > sum(counts.values()) / 2 else None
