"""Which of the places that a name can mean is meant, from what stands around it in the report.

Read in this order: the containing places written beside the name ("Paris, Texas"); the same name told
apart elsewhere in the report; the countries and divisions of the report's other places and how near
they lie; the outlet's country; and, where nothing else tells, how well known the place is. Used by the
reader and by linking, and repeatable: equal input, equal choice.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from rashomon.codebook.gazetteer import Candidate, Gazetteer
from rashomon.codebook.geodesy import distance_km
from rashomon.codebook.place_evidence import (
    Evidence,
    NamedPlace,
    Scored,
    Vote,
    containers_beside,
    districts_beside,
    evidence_without,
    own_key,
    weigh_names,
)
from rashomon.codebook.place_names import (
    ADM1_WORDS,
    bare_name,
    levelled,
    normalised,
    whole_of,
    without_kind_word,
)
from rashomon.codebook.place_scoring import (
    RARE_NAME,
    STRANGE,
    Options,
    find_containers,
    find_districts,
    find_points_near,
    is_apart,
    is_native,
    score_place,
)
from rashomon.model.base import value
from rashomon.model.events import Place

MOST_CANDIDATES = 60
"""Places of one name that are weighed, the best known first ("San José" has hundreds)."""

KNOWN_PARTS = 100_000
"""Inhabitants of a town whose parts may be named by another of its names."""

SOFTNESS = 1.0
"""Points of score over which a candidate becomes e times less likely than the best."""

LEAST_SHARE = 0.1
"""Likelihood beside the best candidate's below which a candidate is no evidence for other names."""

_DIVISIONS = ("adm1", "adm2")

BESIDE_KM = 350.0
"""How far a capital may lie from the middle of the large province of its name around it."""

CHIEF_TOWN = 0.6
"""Share of a division's townspeople above which a town of that name is meant even by another spelling."""


@value
class Choice:
    """The place chosen among candidates (None: no candidate), its score and a reason to check."""

    place: Place | None
    candidates: tuple[Place, ...] = ()
    score: float = 0.0
    """0 to 1: how far ahead of the next candidate."""
    reason: str = ""
    alike: bool = False
    """True where the place's names are only spelled like the words, as transliterations differ."""


def choose_places(
    named: Sequence[NamedPlace],
    gazetteer: Gazetteer,
    *,
    country_hint: str | None = None,
    countries_said: Mapping[str, float] | None = None,
    homes: Collection[str] = (),
) -> tuple[Choice, ...]:
    """A choice for each name, in order. ``countries_said``: weights of what else tells a country, by ISO code.

    ``homes``: the countries where armed groups that the report names are at home, as ISO codes: a village
    on another continent is not meant where nothing but such groups tells where the report is.

    Two rounds: the first weighs each name alone, the second with what the first made of the others.
    """
    distinct = tuple(dict.fromkeys(named))
    candidates = {name: _candidates(name, gazetteer) for name in distinct}
    beside = districts_beside(candidates)
    contains = containers_beside(candidates)
    outer = {bare_name(words) for name in distinct for words in name.within}
    options = {
        name: Options(
            candidates=candidates[name],
            beside=beside[bare_name(name.words)],
            contains=contains.get(bare_name(name.words), frozenset()),
            outer=(name.outer or bare_name(name.words) in outer)
            and any(c.place.kind in _DIVISIONS for c in candidates[name]),
            containers=find_containers(name, gazetteer),
            firm=any(without_kind_word(words)[1] in ADM1_WORDS for words in name.within),
            districts=find_districts(name, gazetteer),
            near=find_points_near(name, gazetteer),
            rare=len(bare_name(name.words)) >= RARE_NAME,
            levelled=levelled(bare_name(name.words)),
        )
        for name in distinct
    }
    counts = Counter(own_key(name.words) for name in named)
    near = sorted({*homes, *_bordering(distinct, candidates)})
    middles = tuple((c.lat, c.lon) for iso3 in near if (c := gazetteer.country(iso3)) is not None)
    first = Evidence(countries={}, divisions={}, points=(), homes=middles) if middles else None
    results = {name: _best(name, options[name], first, country_hint) for name in distinct}
    votes: dict[str, Vote] = {}
    for _ in range(2):
        before, votes = votes, weigh_names(results, counts, countries_said or {})
        if votes == before:
            break  # of the same votes the same choices
        results = {
            name: _best(
                name, options[name], evidence_without(votes, own_key(name.words), middles), country_hint
            )
            for name in distinct
        }
    choices = _one_sense(results)
    return tuple(choices[name] for name in named)


def _bordering(
    names: Collection[NamedPlace], candidates: Mapping[NamedPlace, Sequence[Candidate]]
) -> set[str]:
    """The countries of which the border alone is named: what else is named is not on another continent."""
    countries = (
        one.place.country_iso3
        for name in names
        if name.border
        for one in candidates[name][:1]
        if one.place.kind == "country"
    )
    return {iso3 for iso3 in countries if iso3 is not None}


def _candidates(name: NamedPlace, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    if name.place_id is not None and (known := gazetteer.place(name.place_id)):
        return (Candidate(place=known, own=True),)  # decided on already, from the whole report
    found = gazetteer.candidates(name.words)[:MOST_CANDIDATES]
    found = found or gazetteer.spelled_alike(name.words)[:MOST_CANDIDATES]
    if not found and (whole := whole_of(name.words)) is not None:
        # only where the whole is known well enough to have known parts
        found = gazetteer.candidates(whole)[:MOST_CANDIDATES]
        found = tuple(c for c in found if c.own or c.place.population >= KNOWN_PARTS)
    return found


def _best(name: NamedPlace, options: Options, evidence: Evidence | None, country_hint: str | None) -> Scored:
    candidates = options.candidates
    if not candidates:
        return Scored(candidate=None, reason="not in the gazetteer")
    scored = []
    for candidate in candidates:
        score, reason, sure = score_place(name, options, candidate, evidence, country_hint)
        scored.append((-score, candidate.place.id, candidate, reason, sure))
    scored.sort(key=lambda row: row[:2])
    if scored[0][3] == STRANGE:
        scored = [row for row in scored if row[3] != STRANGE and is_native(row[2], evidence)] or scored
    score, _, candidate, reason, sure = _town_first(scored)
    if reason == STRANGE and name.place_id is None:
        where = f"places so called lie elsewhere ({candidate.place.country})"
        return Scored(
            candidate=None,
            others=tuple(c.place for c in candidates),
            reason=f"{where}, not where the report is",
            sure=all(is_apart(name, options, c.place) for c in candidates),
        )
    margin = _margin(scored, candidate)
    return Scored(
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

_Row = tuple[float, str, Candidate, str, bool]


def _town_first(scored: Sequence[_Row]) -> _Row:
    """The best row; where it is a division named after a town in it, and no word says so, the town."""
    best = scored[0]
    division = best[2].place
    if division.kind in ("adm1", "adm2") and not best[2].meant:
        for row in scored[1:8]:
            town = row[2].place
            inside = (town.country_iso3, town.adm1) == (division.country_iso3, division.adm1)
            inside = inside or (row[2].capital and _is_beside(town, division))
            chief = row[2].own or town.population > CHIEF_TOWN * division.population
            if town.kind == "populated" and inside and chief and row[3] != STRANGE:
                return row
    return best


def _is_beside(capital: Place, province: Place) -> bool:
    """True for a capital that is a division of its own, and lies by the province called after it."""
    apart = distance_km((capital.lat, capital.lon), (province.lat, province.lon))
    return capital.country_iso3 == province.country_iso3 and apart <= BESIDE_KM


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


def _one_sense(results: Mapping[NamedPlace, Scored]) -> dict[NamedPlace, Choice]:
    """The same name means the same place throughout, unless what stands beside it says otherwise."""
    best: dict[str, Scored] = {}
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


def _choice(result: Scored, told: Scored) -> Choice:
    meant = result if result.sure else told
    reason = meant.reason if meant is result else f"told apart elsewhere in the report: {meant.reason}"
    return Choice(
        place=meant.candidate.place if meant.candidate else None,
        candidates=result.others,
        score=round(1.0 - math.exp(-max(meant.margin, 0.0)), 3) if meant.candidate else 0.0,
        reason=reason,
        alike=meant.candidate is not None and meant.candidate.loose,
    )


__all__ = ["Choice", "NamedPlace", "choose_places"]
