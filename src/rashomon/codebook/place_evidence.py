"""What the place names of a report say together about where the report is.

Each name votes, with the share each of its meanings is likely by, for countries, divisions and points;
what is known of a country besides (adjectives, actors) votes as well.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field

from rashomon.codebook.gazetteer import Candidate
from rashomon.codebook.geodesy import Point
from rashomon.codebook.place_names import POPULATED_WORDS, bare_name, normalised, without_kind_word
from rashomon.model.base import value
from rashomon.model.events import Place

MOST_OTHERS = 80
"""Other names of a report that are weighed in: long lists of places cost time and add nothing."""

MOST_POINTS = 4
"""Candidates of one name that others may lie near to."""

SURELY_SAID = 1.0
"""Weight of a country that a word only it has betrays ("upazila"): as good as a place named in it."""
SAID, SURE = "\0", "\1"
"""Before the code of a country that no place but an adjective or an actor, or such a word, speaks for."""

BORDER_WEIGHT = 0.3
"""What a country whose border alone is named tells of where the report is."""


@value
class NamedPlace:
    """A place name and what stands beside it: the containing places as written, smallest first."""

    words: str
    within: tuple[str, ...] = ()
    place_id: str | None = None
    """The place already decided on, if any: it is evidence, and is not chosen again."""
    countries: tuple[str, ...] = ()
    """Countries said by an adjective beside the name ("the Malian town of …"), as ISO codes."""
    near: tuple[str, float] | None = None
    """A place written as near to it and how many kilometres off at most ("X, 25 km from Y")."""
    quarter: bool = False
    """True where it is written to be a quarter of the town that ``near`` names: no country, no division."""
    outer: bool = False
    """True where it stands as what contains a name that is in no gazetteer."""
    border: bool = False
    """True where only its border is named: on which side of it the rest lies is not said."""


@value
class Scored:
    """What one name most likely means so far, and how sure that is."""

    candidate: Candidate | None
    score: float = 0.0
    margin: float = 0.0
    others: tuple[Place, ...] = ()
    reason: str = ""
    sure: bool = False
    likely: tuple[tuple[float, Place], ...] = ()
    """The places it may mean with how likely each is, the likeliest first."""


District = tuple[str, str, str]
"""Country code, first- and second-order division."""


def district_of(place: Place) -> District | None:
    """The district that a town lies in, or that a second-order division is."""
    if place.adm1 is None or place.adm2 is None or place.kind not in ("populated", "adm2"):
        return None
    return place.country_iso3 or "", place.adm1, place.adm2


def districts_beside(candidates: Mapping[NamedPlace, Sequence[Candidate]]) -> dict[str, frozenset[District]]:
    """For each bare name the districts that tell its meanings apart: those where a county and a town meet.

    "Paris and Henry County": of all places called Paris one lies in a Henry County. A name is nothing
    beside itself.
    """
    counties: dict[District, set[str]] = defaultdict(set)
    towns: dict[District, set[str]] = defaultdict(set)
    for name, found in candidates.items():
        for candidate in found:
            district = district_of(candidate.place)
            if district is not None and candidate.place.kind == "adm2" and candidate.meant:
                counties[district].add(bare_name(name.words))
            elif district is not None and candidate.place.kind == "populated" and candidate.own:
                towns[district].add(bare_name(name.words))
    meeting: dict[str, set[District]] = {bare_name(name.words): set() for name in candidates}
    for district, names in counties.items():
        for town in towns[district] - names:
            meeting[town].add(district)
            for county in names:
                meeting[county].add(district)
    return {name: frozenset(found) for name, found in meeting.items()}


Within = tuple[str | None, str, str]
"""Country code, kind and normalised name of a country or division."""


def around(place: Place) -> set[Within]:
    """The country and the divisions that a place lies in, itself left out."""
    parts = (("adm1", place.adm1), ("adm2", place.adm2), ("country", place.country))
    return {
        (place.country_iso3, kind, normalised(part)) for kind, part in parts if part and kind != place.kind
    }


def containers_beside(candidates: Mapping[NamedPlace, Sequence[Candidate]]) -> dict[str, frozenset[Within]]:
    """For each bare name that stands as a container what it then contains: "Georgia" beside "Atlanta, Georgia"."""
    found: dict[str, set[Within]] = defaultdict(set)
    for name, meanings in candidates.items():
        for words in name.within:
            for candidate in meanings:
                found[bare_name(words)] |= around(candidate.place)
    return {words: frozenset(keys) for words, keys in found.items()}


@value
class Evidence:
    """What the report's places say together: weights per country and division, and points."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    points: tuple[tuple[float, float, float], ...]
    """Latitude, longitude, and how likely a name means the place there, 0 to 1."""
    named: frozenset[str] = frozenset()
    """The countries that places named lie in; of others only adjectives and actors tell."""
    states: Mapping[str, float] = field(default_factory=dict)
    """How many first-order divisions of a country the other names name, each as likely as it is meant."""
    homes: tuple[Point, ...] = ()
    """The middles of the countries where armed groups named are at home."""


@value
class Vote:
    """What one name of the report, or an adjective of a country, tells about where the report is."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    points: tuple[tuple[float, float, float], ...] = ()
    states: Mapping[str, float] = field(default_factory=dict)
    """How likely the name means a first-order division of a country."""


def own_key(words: str) -> str:
    """What makes two names one witness: "Alexandria City" says nothing for "Alexandria"."""
    bare, kind = without_kind_word(words)
    return normalised(bare if kind in POPULATED_WORDS else words)


def weigh_names(
    results: Mapping[NamedPlace, Scored], counts: Mapping[str, int], countries_said: Mapping[str, float]
) -> dict[str, Vote]:
    """Each distinct name's vote, shared among the places it may mean, and those of the countries said."""
    strongest: dict[str, tuple[float, Scored]] = {}
    for name, result in results.items():
        key = own_key(name.words)
        weight = 1.0 if result.sure else 0.35 + 0.65 * min(1.0, result.margin / 3.0)
        weight *= BORDER_WEIGHT if name.border else 1.0
        if result.candidate is not None and (key not in strongest or weight > strongest[key][0]):
            strongest[key] = (weight, result)
    votes = {
        key: _vote_of(result, weight * (1.0 + 0.5 * math.log2(counts[key])))
        for key, (weight, result) in list(strongest.items())[:MOST_OTHERS]
    }
    for iso3, weight in countries_said.items():
        surely = weight >= SURELY_SAID
        votes[f"{SURE if surely else SAID}{iso3}"] = Vote(countries={iso3: weight}, divisions={})
    return votes


def _vote_of(result: Scored, weight: float) -> Vote:
    """The likelier a place is what the name means, the more of the name's weight goes to where it lies."""
    likely = result.likely
    total = sum(share for share, _ in likely)
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    states: dict[str, float] = defaultdict(float)
    points = []
    for share, place in likely:
        part = weight * share / total
        iso3 = place.country_iso3 or ""
        countries[iso3] += part
        if place.adm1:
            divisions[(iso3, place.adm1)] += part
        if place.kind == "adm1":
            states[iso3] += share / total
        if place.kind in ("populated", "adm2", "feature") and not place.inexact:
            points.append((place.lat, place.lon, share / likely[0][0]))
    return Vote(countries=countries, divisions=divisions, points=tuple(points[:MOST_POINTS]), states=states)


def evidence_without(votes: Mapping[str, Vote], words: str, homes: tuple[Point, ...] = ()) -> Evidence:
    """The evidence of all names but this one: a name is no evidence for itself."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    states: dict[str, float] = defaultdict(float)
    points: list[tuple[float, float, float]] = []
    for key, vote in votes.items():
        if key == words:
            continue
        for iso3, weight in vote.countries.items():
            countries[iso3] += weight
        for division, weight in vote.divisions.items():
            divisions[division] += weight
        for iso3, likelihood in vote.states.items():
            states[iso3] += likelihood
        points.extend(vote.points)
    total = sum(countries.values()) + 0.5
    return Evidence(
        countries={key: weight / total for key, weight in countries.items() if key},
        divisions={key: weight / total for key, weight in divisions.items()},
        points=tuple(points),
        states=states,
        homes=homes,
        named=frozenset(
            iso3 for key, vote in votes.items() if key != words and key[:1] != SAID for iso3 in vote.countries
        ),
    )
