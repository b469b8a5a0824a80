"""How well one place fits a name of a report: what it is, what stands beside the name, where the report is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rashomon.codebook.gazetteer import Candidate, Gazetteer
from rashomon.codebook.geodesy import distance_km
from rashomon.codebook.place_evidence import District, Evidence, NamedPlace, Within, around, district_of
from rashomon.codebook.place_names import levelled, normalised
from rashomon.model.base import value
from rashomon.model.events import Place

OWN_NAME = 2.5

CAPITAL = 0.9

CONTAINED = 6.0

COUNTRY_SHARE = 3.75

ADM1_SHARE = 4.5

STATES = 3.0
ENOUGH_STATES = 3.0
"""A state or province named beside others of its country: "Texas, Iowa and Georgia". Three count in full."""

NEAR = 1.6
DISTRICT = 2.0
CONTAINER = 3.0

OUTLET = 1.5

KIND_PRIOR = {"country": 4.5, "region": 6.0, "adm1": 1.5, "populated": 0.8, "feature": 0.3, "adm2": 0.6}
"""Weights beside 0.8 per tenfold population. Random search over half of two sets of news with 3,079 place
names told apart (each weight × 0.6 … 1.6, priors ± 1): the share within 161 km moved from 81.3 % to 83.8 % and
from 86.6 % to 87.0 %; CONTAINED anywhere between 0.6 and 14 gave the same, as containers are also evidence. Once names
shared their votes among what they may mean, ADM1_SHARE went from 2.5 to 4.5: 82.2 % to 83.0 % and 86.2 % to 86.6 %."""

STRANGER_OWN = 20_000

STRANGER_ALIAS = 200_000

LITTLE_KNOWN = 50_000
"""Inhabitants of a place up to which another of its names is no ground to think of it."""

STRANGER_SHARE = 0.5
"""A smaller place in a country that nothing else in the report lies in is not taken for a name, where this share
of the report's evidence is for one country: better unknown than on another continent."""

DIVISION_TOWNS = 30
"""A division counts the people of all its towns: as many times more than a town as well known."""

LOOSE_SHARE = 0.25
"""Share of the report's evidence that must be for the country of a place which is only spelled alike."""

LEAST_PEOPLE = 1000
"""Inhabitants a place is weighed with at least: of most villages the number is not known."""

STRANGE = "strange"

ABROAD_KM = 1500.0
"""How far from the middle of its home country an armed group is still looked for."""

RARE_NAME = 9
"""Letters of a name from which two places hardly share it by chance."""
FIRM_SHARE = 0.6
"""Share of a report's evidence for one country from which a place far off must be better known to be meant."""

ABROAD_TIMES = 5
"""How many times as well known a place must be that lies so far off."""

OUTSIDE_KM = 60.0
"""How far from the middle of a district a place of another province surely lies outside it."""

NEIGHBOUR_KM = 150.0
"""A place across a border, but this near to another of the report, is no stranger to it."""
NEIGHBOUR_DEGREES = NEIGHBOUR_KM / 111.0
"""As much in latitude."""


@value
class Options:
    """What a name can mean, and what its written containers can mean."""

    candidates: tuple[Candidate, ...]
    containers: tuple[frozenset[Within], ...]
    firm: bool = False
    """True where the words say that the container is a province: what lies in no such one is not meant."""
    districts: tuple[Place, ...] = ()
    """What the district can be that the name is written to lie in."""
    near: tuple[tuple[float, float], ...] | None = None
    """Where the place written as near may lie; None where none is written."""
    beside: frozenset[District] = frozenset()
    """The districts that other names of the report name, and those in which a town of another name lies."""
    contains: frozenset[Within] = frozenset()
    """What the name must be where it stands as what contains another name."""
    rare: bool = False
    """True for a name so long that two places hardly share it by chance."""
    levelled: str = ""
    """The name without what transliterations differ in."""
    outer: bool = False
    """True where it stands so and divisions bear it: a mountain range or a desert contains no village as written."""


def find_containers(name: NamedPlace, gazetteer: Gazetteer) -> tuple[frozenset[Within], ...]:
    """What each containing place as written can be, whatever spelling it has."""
    return tuple(
        frozenset(
            (place.country_iso3, place.kind, normalised(place.name))
            for place in gazetteer.lookup(words)
            if place.kind in ("country", "adm1", "adm2")
        )
        for words in name.within
    )


def find_districts(name: NamedPlace, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The districts that the first containing place as written can be; none where it can be anything larger."""
    found = gazetteer.lookup(name.within[0]) if name.within else ()
    known = [place for place in found if place.kind in ("country", "adm1", "adm2")]
    return tuple(known) if all(place.kind == "adm2" for place in known) else ()


def find_points_near(name: NamedPlace, gazetteer: Gazetteer) -> tuple[tuple[float, float], ...] | None:
    """Where the place written beside a name as near may lie; None where none is written or it is unknown."""
    found = gazetteer.lookup(name.near[0]) if name.near is not None else ()
    if any(place.kind == "region" for place in found[:1]):
        return None  # nowhere near its middle need be near it
    return tuple((place.lat, place.lon) for place in found if place.kind != "country") or None


def score_place(
    name: NamedPlace,
    options: Options,
    candidate: Candidate,
    evidence: Evidence | None,
    country_hint: str | None,
) -> tuple[float, str, bool]:
    """Points for one meaning of a name, why it has most of them, and whether its containers are written beside it."""
    place = candidate.place
    score = 0.8 * math.log10(max(place.population, LEAST_PEOPLE)) + KIND_PRIOR[place.kind]
    score += OWN_NAME * candidate.own + CAPITAL * candidate.capital
    reasons = [(0.1, "the best known place of this name")]
    contained = _containment(options.containers, name, place)
    score += CONTAINED * contained
    if options.outer and place.kind == "region":
        score -= CONTAINER
    if contained:
        reasons.append(
            (10.0, f"written with {', '.join(name.within)}" if name.within else "its country is named")
        )
    if options.beside and district_of(place) in options.beside:
        score += DISTRICT
        reasons.append((DISTRICT, f"in {place.adm2}, as the report names it or another place of it"))
    if options.contains and (place.country_iso3, place.kind, normalised(place.name)) in options.contains:
        score += CONTAINER
        reasons.append((CONTAINER, "written elsewhere as what contains another place"))
    if country_hint is not None and place.country_iso3 == country_hint:
        score += OUTLET
        reasons.append((OUTLET, "in the outlet's country"))
    if not contained and (is_apart(name, options, place) or _is_stranger(candidate, options, evidence)):
        return score, STRANGE, False
    if evidence is not None:
        for weight, why in (*_support(place, evidence), *_beside_states(options, place, evidence)):
            score += weight
            reasons.append((weight, why))
    return score, max(reasons)[1], contained > 0


def is_apart(name: NamedPlace, options: Options, place: Place) -> bool:
    """True where the words put the place elsewhere: in another province, or near a place that is far off."""
    countries = {iso3 for outer in options.containers for iso3, _, _ in outer}
    if countries and place.kind not in ("country", "region") and place.country_iso3 not in countries:
        return True  # "Tula (Gnagna)" is no town of Russia
    if place.kind in ("country", "region", "adm1"):
        return name.quarter
    if options.districts and all(_is_outside(place, district) for district in options.districts):
        return True  # "the village of Karim in Doro district" is not the Karim of another province
    if options.near is not None and name.near is not None:
        return all(distance_km((place.lat, place.lon), point) > name.near[1] for point in options.near)
    return options.firm and any(options.containers) and place.adm1 is not None


def _is_outside(place: Place, district: Place) -> bool:
    """True for a place in another province than a district, and far from it: borders are redrawn."""
    apart = distance_km((place.lat, place.lon), (district.lat, district.lon))
    return place.adm1 is not None and place.adm1 != district.adm1 and apart > OUTSIDE_KM


def _is_stranger(candidate: Candidate, options: Options, evidence: Evidence | None) -> bool:
    """True for a village in a country of which the report says nothing, while it speaks of one other country.

    So is what is only spelled alike, unless something else speaks for its country. Where only adjectives and
    actors tell of a country ("French soldiers"), it takes a place of the name there: armies fight abroad.
    """
    place = candidate.place
    if candidate.loose and not (_is_rare(place.name) and len(options.candidates) == 1):
        return evidence is None or evidence.countries.get(place.country_iso3 or "", 0.0) < LOOSE_SHARE
    if _is_only_called_so(candidate, options, evidence):
        return True
    if evidence is None:
        return False
    people = place.population / (1 if place.kind == "populated" else DIVISION_TOWNS)
    known = people / (STRANGER_OWN if candidate.own else STRANGER_ALIAS)
    far = _is_abroad(place, evidence) or _is_far_namesake(place, evidence)
    if place.kind in ("country", "region") or known >= (ABROAD_TIMES if far else 1):
        return False
    if is_native(candidate, evidence) or (candidate.meant and place.kind == "adm1"):
        return False
    most = max(evidence.countries, key=lambda iso3: (evidence.countries[iso3], iso3), default="")
    elsewhere = evidence.countries.get(most, 0.0) >= STRANGER_SHARE
    if most in evidence.named or (elsewhere and any(is_native(c, evidence) for c in options.candidates)):
        strange = elsewhere or _is_abroad(place, evidence)
    else:
        strange = _is_abroad(place, evidence)
    return strange and not _is_neighbour(place, evidence)


def _is_only_called_so(candidate: Candidate, options: Options, evidence: Evidence | None) -> bool:
    """True for a small place that has the name beside its own, while nothing else speaks for its country.

    Of the villages that some table also calls "Mamba" or "Attara", none is meant for that alone; so written is what
    transliterations of its own name differ in.
    """
    place = candidate.place
    if candidate.own or candidate.meant or place.kind != "populated" or place.population >= LITTLE_KNOWN:
        return False
    if options.rare or is_native(candidate, evidence) or levelled(normalised(place.name)) == options.levelled:
        return False
    return evidence is None or not _is_neighbour(place, evidence)


def _is_rare(name: str) -> bool:
    return len(name) >= RARE_NAME


def _is_abroad(place: Place, evidence: Evidence) -> bool:
    """True for a small place far from the countries of all armed groups that the report names."""
    return bool(evidence.homes) and all(
        distance_km((place.lat, place.lon), home) > ABROAD_KM for home in evidence.homes
    )


def _is_far_namesake(place: Place, evidence: Evidence) -> bool:
    """True for a place of a common name far from all others of a report that speaks of one country."""
    if _is_rare(place.name):
        return False
    firm = any(evidence.countries[iso3] >= FIRM_SHARE for iso3 in evidence.named & evidence.countries.keys())
    sure = [(lat, lon) for lat, lon, share in evidence.points if share > 0.5]
    return firm and bool(sure) and all(distance_km((place.lat, place.lon), at) > ABROAD_KM for at in sure)


def is_native(candidate: Candidate, evidence: Evidence | None) -> bool:
    """True for a place in a country that something else in the report speaks for."""
    return evidence is not None and evidence.countries.get(candidate.place.country_iso3 or "", 0.0) > 0.0


def _is_neighbour(place: Place, evidence: Evidence) -> bool:
    return any(
        sure > 0.5
        and abs(lat - place.lat) <= NEIGHBOUR_DEGREES
        and distance_km((place.lat, place.lon), (lat, lon)) <= NEIGHBOUR_KM
        for lat, lon, sure in evidence.points
    )


def _containment(containers: Sequence[frozenset[Within]], name: NamedPlace, place: Place) -> float:
    """How much of what is written as containing it does contain it: 1 for the nearest container."""
    if place.kind == "country":
        return 0.0
    found = 0.7 if place.country_iso3 in name.countries else 0.0
    if not containers:
        return found  # most names stand alone, and are weighed three times with every place so called
    inside = around(place)
    for number, outer in enumerate(containers):
        if outer & inside:
            found = max(found, 1.0 - 0.3 * number)
    return found


def _support(place: Place, evidence: Evidence) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if place.country_iso3 and place.kind != "country":
        share = evidence.countries.get(place.country_iso3, 0.0)
        found.append((COUNTRY_SHARE * share, f"other places of the report lie in {place.country}"))
        if place.adm1:
            share = evidence.divisions.get((place.country_iso3, place.adm1), 0.0)
            found.append((ADM1_SHARE * share, f"other places of the report lie in {place.adm1}"))
    if place.kind in ("populated", "adm2", "adm1", "feature") and not place.inexact:
        near = _nearness(place, evidence)
        found.append((NEAR * near, "near other places of the report"))
    return found


def _beside_states(options: Options, place: Place, evidence: Evidence) -> list[tuple[float, str]]:
    """What speaks for a state that shares its name with another country: "Texas, Iowa and Georgia".

    "Mexico" beside its own states is the country, not the state called after it.
    """
    countries = {c.place.country_iso3 for c in options.candidates if c.place.kind == "country"}
    if place.kind != "adm1" or not countries - {place.country_iso3} or place.country_iso3 in countries:
        return []
    beside = min(1.0, evidence.states.get(place.country_iso3 or "", 0.0) / ENOUGH_STATES)
    return [(STATES * beside, f"named beside other parts of {place.country}")]


def _nearness(place: Place, evidence: Evidence) -> float:
    """1 where another named place is next to it, 0 from about 500 km on."""
    best = 0.0
    for lat, lon, sure in evidence.points:
        if sure > best and abs(lat - place.lat) < 5:
            km = distance_km((lat, lon), (place.lat, place.lon))
            best = max(best, sure * math.exp(-km / 120.0))
    return best
