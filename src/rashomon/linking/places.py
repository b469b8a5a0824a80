"""Which of the places named for an event it is put at, and in which order the others follow.

A report says where before it says more: the first place it gives counts, and a later one only where it lies
in the first and is more precise. What merely contains another place as written ("Andar, Ghazni province")
comes after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.codebook.geodesy import distance_km
from rashomon.codebook.place_names import bare_name
from rashomon.model.claims import Claim, PlaceRef
from rashomon.model.events import Located

COUNTRY = 6
UNKNOWN = COUNTRY
"""Precision that a name which is on no map ranks with: that of a country."""

DISTRICT_KM = 60.0
"""How far from a district's middle a place of the same province may lie in it, where its district is not known."""

LAND_KM = 500.0
"""How far from the middle of a part of a country a place may lie in it."""

FAR_PART_KM = 1000.0
"""The same for a place that lies on that side of the land: the south of a long country is far from its middle."""

CONTINENT_KM = 1500.0
"""How far from the middle of a wide region without a country, such as the Sahel, a place may lie in it."""


def order_places(claims: Sequence[Claim], located: Mapping[str, Located]) -> tuple[Located, ...]:
    """The places of an event once each, the one it is put at first."""
    placed = sorted(
        (c for c in claims if c.id in located),
        key=lambda c: (c.report_id, c.passages[0].start, c.passages[0].end, c.id),
    )
    found: dict[str, list[Located]] = {}
    for claim in placed:
        found.setdefault(_key(located[claim.id]), []).append(located[claim.id])
    inferred = {c.id for c in placed if _is_inferred(c)}
    first = _first_places(placed, located)
    ranked = sorted(
        found,
        key=lambda key: (
            key not in first,
            all(p.claim_id in inferred for p in found[key]),
            min(p.where_prec or UNKNOWN for p in found[key]),
            -len(found[key]),
            list(found).index(key),
        ),
    )
    return tuple(_typical(found[key]) for key in ranked)


def _key(place: Located) -> str:
    return place.name.lower()


def _is_inferred(claim: Claim) -> bool:
    return any(flag.code == "inferred_place" for flag in claim.flags)


def _relation(claim: Claim) -> str:
    return claim.value.relation if isinstance(claim.value, PlaceRef) else ""


def _is_filed(claim: Claim) -> bool:
    """True where the text itself says under which place the event is filed."""
    return _relation(claim) == "coded_as"


def _first_places(placed: Sequence[Claim], located: Mapping[str, Located]) -> set[str]:
    """The place that each report puts the event at."""
    by_report: dict[str, list[Claim]] = {}
    for claim in placed:
        by_report.setdefault(claim.report_id, []).append(claim)
    return {_key(_place_of(own, located)) for own in by_report.values()}


def _place_of(own: Sequence[Claim], located: Mapping[str, Located]) -> Located:
    """Where one report puts the event: its first place, or a later one that makes it more precise."""
    around = set(_containers(own))
    measured = any(_is_measured(claim) for claim in own)
    ordered = sorted(
        own,
        key=lambda c: (
            not _is_filed(c),
            _is_inferred(c),
            _words(c) in around,
            measured and _relation(c) == "between",
        ),
    )
    chosen, stated = located[ordered[0].id], not _is_inferred(ordered[0])
    bearing = ref.bearing if isinstance(ref := ordered[0].value, PlaceRef) else None
    if _is_filed(ordered[0]) and chosen.lat is not None:
        return chosen
    for claim in ordered[1:]:
        place = located[claim.id]
        if _words(claim) in around and chosen.lat is not None and not _is_measured(claim):
            continue
        if stated and _is_inferred(claim) and chosen.lat is not None and chosen.where_prec != COUNTRY:
            break
        if _refines(place, chosen, bearing):
            chosen, bearing = place, None
    return chosen


def _is_measured(claim: Claim) -> bool:
    """True for "4 km from X", which is more precise than the X that is written as containing it."""
    return isinstance(claim.value, PlaceRef) and claim.value.km is not None


def _words(claim: Claim) -> str:
    ref = claim.value
    return bare_name(ref.of or ref.words) if isinstance(ref, PlaceRef) else ""


def _containers(claims: Iterable[Claim]) -> Iterable[str]:
    for claim in claims:
        if isinstance(claim.value, PlaceRef):
            yield from (bare_name(words) for words in claim.value.within)


def _refines(place: Located, chosen: Located, bearing: str | None) -> bool:
    """True where a place lies in the one chosen so far and says more exactly where.

    ``bearing``: which part of a land was chosen so far ("southern Somalia").
    """
    if place.lat is None or place.lon is None:
        return False
    if chosen.lat is None or chosen.lon is None:
        return True
    mine, wide = place.where_prec or UNKNOWN, chosen.where_prec or UNKNOWN
    if mine >= wide or wide < 3:
        return False
    km = distance_km((place.lat, place.lon), (chosen.lat, chosen.lon))
    if chosen.country_iso3 is None:
        return km <= CONTINENT_KM
    if place.country_iso3 != chosen.country_iso3 or (
        wide == 5 and km > (FAR_PART_KM if _lies_there(place, chosen, bearing) else LAND_KM)
    ):
        return False
    if wide == 3 and None in {place.adm2, chosen.adm2}:
        return place.adm1 == chosen.adm1 and km <= DISTRICT_KM
    if wide == 3:
        return (place.adm1, place.adm2) == (chosen.adm1, chosen.adm2)
    return wide != 4 or place.adm1 == chosen.adm1


def _lies_there(place: Located, land: Located, bearing: str | None) -> bool:
    """True for a place south of the middle of a land of which the south was told."""
    if not bearing or None in {place.lat, place.lon, land.lat, land.lon}:
        return False
    north, east = (place.lat or 0) - (land.lat or 0), (place.lon or 0) - (land.lon or 0)
    sides = {"N": north > 0, "S": north < 0, "E": east > 0, "W": east < 0}
    return all(sides.get(letter, True) for letter in bearing)


def _typical(same: Sequence[Located]) -> Located:
    """Of one place as several claims put it, the precision most of them give; the vaguer one of equals."""
    given = [place.where_prec or UNKNOWN for place in same]
    most = max(set(given), key=lambda prec: (given.count(prec), prec))
    return min(same, key=lambda p: ((p.where_prec or UNKNOWN) != most, p.lat is None, p.claim_id))
