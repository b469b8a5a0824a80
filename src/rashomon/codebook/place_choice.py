"""Which of the places that a name can mean is meant, from what stands around it in the report.

Read in this order: the containing places written beside the name ("Paris, Texas"); the same name told
apart elsewhere in the report; the countries and divisions of the report's other places and how near
they lie; the outlet's country; and, where nothing else tells, how well known the place is. Used by the
reader and by linking, and repeatable: equal input, equal choice.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.codebook.gazetteer import Candidate, Gazetteer
from rashomon.codebook.geodesy import distance_km
from rashomon.codebook.place_names import ADM1_WORDS, normalised, without_kind_word
from rashomon.model.base import value
from rashomon.model.events import Place

MOST_CANDIDATES = 60
"""Places of one name that are weighed, the best known first ("San José" has hundreds)."""

MOST_OTHERS = 80
"""Other names of a report that are weighed in: long lists of places cost time and add nothing."""

OWN_NAME = 2.5
CAPITAL = 0.9
CONTAINED = 6.0
COUNTRY_SHARE = 3.75
ADM1_SHARE = 4.5
NEAR = 1.6
OUTLET = 1.5
KIND_PRIOR = {"country": 4.5, "region": 6.0, "adm1": 1.5, "populated": 0.8, "feature": 0.3, "adm2": 0.6}
"""Weights beside 0.8 per tenfold population. Random search over half of two sets of news with 3,079 place
names told apart (each weight × 0.6 … 1.6, priors ± 1): the share within 161 km moved from 81.3 % to 83.8 % and
from 86.6 % to 87.0 %; CONTAINED anywhere between 0.6 and 14 gave the same, as containers are also evidence. Once names
shared their votes among what they may mean, ADM1_SHARE went from 2.5 to 4.5: 82.2 % to 83.0 % and 86.2 % to 86.6 %."""

STRANGER_OWN = 20_000
STRANGER_ALIAS = 200_000
STRANGER_SHARE = 0.5
"""A smaller place in a country that nothing else in the report lies in is not taken for a name, where this share
of the report's evidence is for one country: better unknown than on another continent."""

DIVISION_TOWNS = 30
"""A division counts the people of all its towns: as many times more than a town as well known."""

SOFTNESS = 1.0
"""Points of score over which a candidate becomes e times less likely than the best."""

LEAST_SHARE = 0.1
"""Likelihood beside the best candidate's below which a candidate is no evidence for other names."""

MOST_POINTS = 4
"""Candidates of one name that others may lie near to."""

LOOSE_SHARE = 0.25
"""Share of the report's evidence that must be for the country of a place which is only spelled alike."""

LEAST_PEOPLE = 1000
"""Inhabitants a place is weighed with at least: of most villages the number is not known."""

BORDER_WEIGHT = 0.3
"""What a country whose border alone is named tells of where the report is."""

CHIEF_TOWN = 0.6
"""Share of a division's townspeople above which a town of that name is meant even by another spelling."""


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
    border: bool = False
    """True where only its border is named: on which side of it the rest lies is not said."""


@value
class Choice:
    """The place chosen among candidates (None: no candidate), its score and a reason to check."""

    place: Place | None
    candidates: tuple[Place, ...] = ()
    score: float = 0.0
    """0 to 1: how far ahead of the next candidate."""
    reason: str = ""


@value
class Evidence:
    """What the report's places say together: weights per country and division, and points."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    points: tuple[tuple[float, float, float], ...]
    """Latitude, longitude, and how likely a name means the place there, 0 to 1."""
    named: frozenset[str] = frozenset()
    """The countries that places named lie in; of others only adjectives and actors tell."""


def choose_places(
    named: Sequence[NamedPlace],
    gazetteer: Gazetteer,
    *,
    country_hint: str | None = None,
    countries_said: Mapping[str, float] | None = None,
) -> tuple[Choice, ...]:
    """A choice for each name, in order. ``countries_said``: weights of what else tells a country, by ISO code.

    Two rounds: the first weighs each name alone, the second with what the first made of the others.
    """
    distinct = tuple(dict.fromkeys(named))
    options = {
        name: _Options(
            candidates=_candidates(name, gazetteer),
            containers=_containers(name, gazetteer),
            firm=any(without_kind_word(words)[1] in ADM1_WORDS for words in name.within),
            near=_points_near(name, gazetteer),
        )
        for name in distinct
    }
    counts = Counter(normalised(name.words) for name in named)
    results = {name: _best(name, options[name], None, country_hint) for name in distinct}
    for _ in range(2):
        votes = _weigh(results, counts, countries_said or {})
        results = {
            name: _best(name, options[name], _without(votes, normalised(name.words)), country_hint)
            for name in distinct
        }
    choices = _one_sense(results)
    return tuple(choices[name] for name in named)


def _candidates(name: NamedPlace, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    if name.place_id is not None and (known := gazetteer.place(name.place_id)):
        return (Candidate(place=known, own=True),)  # decided on already, from the whole report
    found = gazetteer.candidates(name.words)[:MOST_CANDIDATES]
    return found or gazetteer.spelled_alike(name.words)[:MOST_CANDIDATES]


@value
class _Options:
    """What a name can mean, and what its written containers can mean."""

    candidates: tuple[Candidate, ...]
    containers: tuple[frozenset[_Within], ...]
    firm: bool = False
    """True where the words say that the container is a province: what lies in no such one is not meant."""
    near: tuple[tuple[float, float], ...] | None = None
    """Where the place written as near may lie; None where none is written."""


@value
class _Scored:
    candidate: Candidate | None
    score: float = 0.0
    margin: float = 0.0
    others: tuple[Place, ...] = ()
    reason: str = ""
    sure: bool = False
    likely: tuple[tuple[float, Place], ...] = ()
    """The places it may mean with how likely each is, the likeliest first."""


def _best(
    name: NamedPlace, options: _Options, evidence: Evidence | None, country_hint: str | None
) -> _Scored:
    candidates = options.candidates
    if not candidates:
        return _Scored(candidate=None, reason="not in the gazetteer")
    scored = []
    for candidate in candidates:
        score, reason, sure = _score(name, options, candidate, evidence, country_hint)
        scored.append((-score, candidate.place.id, candidate, reason, sure))
    scored.sort(key=lambda row: row[:2])
    if scored[0][3] == STRANGE:
        scored = [row for row in scored if row[3] != STRANGE and _is_native(row[2], evidence)] or scored
    score, _, candidate, reason, sure = _town_first(scored)
    if reason == STRANGE and name.place_id is None:
        where = f"places so called lie elsewhere ({candidate.place.country})"
        return _Scored(
            candidate=None,
            others=tuple(c.place for c in candidates),
            reason=f"{where}, not where the report is",
            sure=all(_is_apart(name, options, c.place) for c in candidates),
        )
    margin = _margin(scored, candidate)
    return _Scored(
        candidate=candidate,
        score=-score,
        margin=margin,
        others=tuple(c.place for c in candidates),
        reason=reason if len(scored) > 1 else _only(name, candidate),
        sure=sure,
        likely=_likely(scored, candidate),
    )


def _likely(scored: Sequence[_Row], chosen: Candidate) -> tuple[tuple[float, Place], ...]:
    """The places a name may mean, each with e to the power of how far it is behind the chosen one."""
    top = next(row[0] for row in scored if row[2] is chosen)
    found = [(1.0, chosen.place)]
    for row in scored:
        share = math.exp(min(0.0, top - row[0]) / SOFTNESS)
        if row[2] is not chosen and share >= LEAST_SHARE:
            found.append((share, row[2].place))
    return tuple(found)


NEIGHBOUR_KM = 150.0
"""A place across a border, but this near to another of the report, is no stranger to it."""


def _is_native(candidate: Candidate, evidence: Evidence | None) -> bool:
    """True for a place in a country that something else in the report speaks for."""
    return evidence is not None and evidence.countries.get(candidate.place.country_iso3 or "", 0.0) > 0.0


def _is_neighbour(place: Place, evidence: Evidence) -> bool:
    return any(
        sure > 0.5 and distance_km((place.lat, place.lon), (lat, lon)) <= NEIGHBOUR_KM
        for lat, lon, sure in evidence.points
    )


def _only(name: NamedPlace, candidate: Candidate) -> str:
    if name.place_id is not None:
        return "as chosen from the whole report"
    kind = _KIND_LABEL[candidate.place.kind] if candidate.meant else "place"
    return f"the only {kind} of this name"


_KIND_LABEL = {
    "populated": "town",
    "adm1": "province",
    "adm2": "district",
    "country": "country",
    "region": "region",
    "feature": "feature",
}

_Within = tuple[str | None, str, str]
"""Country code, kind and normalised name of a country or division."""

_Row = tuple[float, str, Candidate, str, bool]


def _town_first(scored: Sequence[_Row]) -> _Row:
    """The best row; where it is a division named after a town in it, and no word says so, the town."""
    best = scored[0]
    division = best[2].place
    if division.kind in ("adm1", "adm2") and not best[2].meant:
        for row in scored[1:8]:
            town = row[2].place
            inside = (town.country_iso3, town.adm1) == (division.country_iso3, division.adm1)
            chief = row[2].own or town.population > CHIEF_TOWN * division.population
            if town.kind == "populated" and inside and chief and row[3] != STRANGE:
                return row
    return best


def _margin(scored: Sequence[_Row], chosen: Candidate) -> float:
    """How far the chosen is ahead of the next place that is not the same town or its own division."""
    own = next(-row[0] for row in scored if row[2] is chosen)
    top = -scored[0][0]
    for row in scored:
        place = row[2].place
        same = (place.country_iso3, place.adm1) == (chosen.place.country_iso3, chosen.place.adm1)
        if row[2] is not chosen and not same:
            return max(top, own) - (-row[0])
    return 4.0


def _score(
    name: NamedPlace,
    options: _Options,
    candidate: Candidate,
    evidence: Evidence | None,
    country_hint: str | None,
) -> tuple[float, str, bool]:
    place = candidate.place
    score = 0.8 * math.log10(max(place.population, LEAST_PEOPLE)) + KIND_PRIOR[place.kind]
    score += OWN_NAME * candidate.own + CAPITAL * candidate.capital
    reasons = [(0.1, "the best known place of this name")]
    contained = _containment(options.containers, name, place)
    score += CONTAINED * contained
    if contained:
        reasons.append(
            (10.0, f"written with {', '.join(name.within)}" if name.within else "its country is named")
        )
    if country_hint is not None and place.country_iso3 == country_hint:
        score += OUTLET
        reasons.append((OUTLET, "in the outlet's country"))
    if not contained and (_is_apart(name, options, place) or _is_stranger(candidate, options, evidence)):
        return score, STRANGE, False
    if evidence is not None:
        for weight, why in _support(place, evidence):
            score += weight
            reasons.append((weight, why))
    return score, max(reasons)[1], contained > 0


STRANGE = "strange"


def _is_apart(name: NamedPlace, options: _Options, place: Place) -> bool:
    """True where the words put the place elsewhere: in another province, or near a place that is far off."""
    if place.kind in ("country", "region"):
        return False
    if options.near is not None and name.near is not None:
        return all(distance_km((place.lat, place.lon), point) > name.near[1] for point in options.near)
    return options.firm and any(options.containers) and place.adm1 is not None and place.kind != "adm1"


def _is_stranger(candidate: Candidate, options: _Options, evidence: Evidence | None) -> bool:
    """True for a village in a country of which the report says nothing, while it speaks of one other country.

    So is what is only spelled alike, unless something else speaks for its country. Where only adjectives and
    actors tell of a country ("French soldiers"), it takes a place of the name there: armies fight abroad.
    """
    place = candidate.place
    if candidate.loose:
        return evidence is None or evidence.countries.get(place.country_iso3 or "", 0.0) < LOOSE_SHARE
    if evidence is None:
        return False
    people = place.population / (1 if place.kind == "populated" else DIVISION_TOWNS)
    if place.kind in ("country", "region") or people >= (STRANGER_OWN if candidate.own else STRANGER_ALIAS):
        return False
    if _is_neighbour(place, evidence):
        return False
    most = max(evidence.countries, key=lambda iso3: (evidence.countries[iso3], iso3), default="")
    if _is_native(candidate, evidence) or evidence.countries.get(most, 0.0) < STRANGER_SHARE:
        return False
    return most in evidence.named or any(_is_native(other, evidence) for other in options.candidates)


def _containment(containers: Sequence[frozenset[_Within]], name: NamedPlace, place: Place) -> float:
    """How much of what is written as containing it does contain it: 1 for the nearest container."""
    if place.kind == "country":
        return 0.0
    found = 0.7 if place.country_iso3 in name.countries else 0.0
    if not containers:
        return found  # most names stand alone, and are weighed three times with every place so called
    inside = {
        (place.country_iso3, kind, normalised(part))
        for kind, part in (("adm1", place.adm1), ("adm2", place.adm2), ("country", place.country))
        if part and kind != place.kind
    }
    for number, around in enumerate(containers):
        if around & inside:
            found = max(found, 1.0 - 0.3 * number)
    return found


def _containers(name: NamedPlace, gazetteer: Gazetteer) -> tuple[frozenset[_Within], ...]:
    """What each containing place as written can be, whatever spelling it has."""
    return tuple(
        frozenset(
            (place.country_iso3, place.kind, normalised(place.name))
            for place in gazetteer.lookup(words)
            if place.kind in ("country", "adm1", "adm2")
        )
        for words in name.within
    )


def _points_near(name: NamedPlace, gazetteer: Gazetteer) -> tuple[tuple[float, float], ...] | None:
    """Where the place written beside a name as near may lie; None where none is written or it is unknown."""
    found = gazetteer.lookup(name.near[0]) if name.near is not None else ()
    return tuple((place.lat, place.lon) for place in found if place.kind != "country") or None


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


def _nearness(place: Place, evidence: Evidence) -> float:
    """1 where another named place is next to it, 0 from about 500 km on."""
    best = 0.0
    for lat, lon, sure in evidence.points:
        if sure > best and abs(lat - place.lat) < 5:
            km = distance_km((lat, lon), (place.lat, place.lon))
            best = max(best, sure * math.exp(-km / 120.0))
    return best


@value
class _Vote:
    """What one name of the report, or an adjective of a country, tells about where the report is."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    points: tuple[tuple[float, float, float], ...] = ()


def _weigh(
    results: Mapping[NamedPlace, _Scored], counts: Mapping[str, int], countries_said: Mapping[str, float]
) -> dict[str, _Vote]:
    """Each distinct name's vote, shared among the places it may mean, and those of the countries said."""
    strongest: dict[str, tuple[float, _Scored]] = {}
    for name, result in results.items():
        key = normalised(name.words)
        weight = 1.0 if result.sure else 0.35 + 0.65 * min(1.0, result.margin / 3.0)
        weight *= BORDER_WEIGHT if name.border else 1.0
        if result.candidate is not None and (key not in strongest or weight > strongest[key][0]):
            strongest[key] = (weight, result)
    votes = {
        key: _vote_of(result, weight * (1.0 + 0.5 * math.log2(counts[key])))
        for key, (weight, result) in list(strongest.items())[:MOST_OTHERS]
    }
    for iso3, weight in countries_said.items():
        votes[f"\0{iso3}"] = _Vote(countries={iso3: weight}, divisions={})
    return votes


def _vote_of(result: _Scored, weight: float) -> _Vote:
    """The likelier a place is what the name means, the more of the name's weight goes to where it lies."""
    likely = result.likely
    total = sum(share for share, _ in likely)
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    points = []
    for share, place in likely:
        part = weight * share / total
        iso3 = place.country_iso3 or ""
        countries[iso3] += part
        if place.adm1:
            divisions[(iso3, place.adm1)] += part
        if place.kind in ("populated", "adm2", "feature") and not place.inexact:
            points.append((place.lat, place.lon, share / likely[0][0]))
    return _Vote(countries=countries, divisions=divisions, points=tuple(points[:MOST_POINTS]))


def _without(votes: Mapping[str, _Vote], words: str) -> Evidence:
    """The evidence of all names but this one: a name is no evidence for itself."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    points: list[tuple[float, float, float]] = []
    for key, vote in votes.items():
        if key == words:
            continue
        for iso3, weight in vote.countries.items():
            countries[iso3] += weight
        for division, weight in vote.divisions.items():
            divisions[division] += weight
        points.extend(vote.points)
    total = sum(countries.values()) + 0.5
    return Evidence(
        countries={key: weight / total for key, weight in countries.items() if key},
        divisions={key: weight / total for key, weight in divisions.items()},
        points=tuple(points),
        named=frozenset(
            iso3 for key, vote in votes.items() if key != words and key[:1] != "\0" for iso3 in vote.countries
        ),
    )


def _one_sense(results: Mapping[NamedPlace, _Scored]) -> dict[NamedPlace, Choice]:
    """The same name means the same place throughout, unless what stands beside it says otherwise."""
    best: dict[str, _Scored] = {}
    for name, result in results.items():
        key = normalised(name.words)
        known = best.get(key)
        if (result.candidate is not None or result.sure) and (
            known is None or (result.sure, result.score) > (known.sure, known.score)
        ):
            best[key] = result
    return {
        name: _choice(result, best.get(normalised(name.words), result)) for name, result in results.items()
    }


def _choice(result: _Scored, told: _Scored) -> Choice:
    meant = result if result.sure else told
    reason = meant.reason if meant is result else f"told apart elsewhere in the report: {meant.reason}"
    return Choice(
        place=meant.candidate.place if meant.candidate else None,
        candidates=result.others,
        score=round(1.0 - math.exp(-max(meant.margin, 0.0)), 3) if meant.candidate else 0.0,
        reason=reason,
    )
