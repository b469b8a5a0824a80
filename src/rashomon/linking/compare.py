"""How likely two mentions are of one happening: a score with its reasons, and what rules it out.

A record-linkage model in the manner of Fellegi and Sunter: each feature of a pair falls into one level
("the same day", "a day apart" …), each level has a weight, and the weights add up to the logarithm of the
odds. Only structured features count. Wording does not: two clashes told in the same phrases are still two.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.codebook.geodesy import distance_km
from rashomon.linking.features import MentionFeatures, exact_figures
from rashomon.linking.names import shared_names
from rashomon.linking.towns import PRECISE, town_names
from rashomon.model.base import value
from rashomon.model.dates import days_between
from rashomon.model.events import Located

_OUTWEIGHING: dict[str, frozenset[str]] = {
    "names": frozenset(
        {"share one, harmed or accused", "share more, harmed or accused", "share one", "share more"}
    ),
    "ages": frozenset({"share more"}),
    "spots": frozenset({"share one", "share more"}),
}
"""By feature, the levels that outweigh a day or a place which does not fit: dates are misread, towns have
namesakes, and yet two affairs hardly share a victim or a street."""

THRESHOLD = 0.55
"""Probability from which two mentions are taken for one happening."""
FAR_KM = 120.0
"""Kilometres beyond what their precision allows at which two vague places rule a pair out."""
PRECISE_FAR_KM = 25.0
"""The same for two named towns or villages."""
SPREAD_KM = {1: 5.0, 2: 25.0, 3: 50.0, 4: 150.0, 5: 250.0, 6: 700.0}
"""How far from its coordinates an event of each where_prec may lie; from UCDP's definitions, rounded up."""

_FAMILIES = (
    frozenset(
        {
            "clash",
            "ambush",
            "raid",
            "attack",
            "shooting",
            "incident",
            "execution",
            "regained",
            "overtaken",
            "bombing",
            "suicide_bombing",
            "mine",
            "shelling",
            "grenade",
            "air_strike",
            "attack_on_civilians",
            "looting",
            "arrest",
            "abduction",
        }
    ),
    frozenset({"protest", "riot", "mob", "protest_intervention", "protest_force", "incident"}),
    frozenset({"operation"}),
)
_CROWDS = _FAMILIES[1] - {"incident"}
_AMONG_CROWDS = frozenset({"shooting", "attack", "clash", "execution", "ambush", "looting", "arrest"})
"""What one report tells of as a deed among or by a crowd, and another as what the crowd had come for."""
_DEEDS_OF_THEIR_OWN = frozenset(
    {"mine", "shelling", "grenade", "air_strike", "bombing", "suicide_bombing", "abduction", "looting"}
)
"""What is hardly told as another kind of deed, unless as an attack."""
_LOOSE_KINDS = frozenset({"attack", "incident", "attack_on_civilians"})


@value
class Level:
    """What one feature says of a pair: the level it falls into, with its words where it speaks for a tie."""

    feature: str
    level: str
    words: str = ""
    rules_out: bool = False
    """True where nothing but a shared name, spot or several ages can outweigh it."""


@value
class Comparison:
    """Probability 0–1 with its reasons; ``against`` says what rules the pair out, if anything."""

    score: float
    reasons: tuple[str, ...]
    against: str | None = None
    never: bool = False
    """True where not even other mentions between them can make the two one."""


def compare(one: MentionFeatures, two: MentionFeatures) -> Comparison:
    """How likely the two mentions tell of one happening."""
    against = _never(one, two)
    if against is not None:
        return Comparison(score=0.0, reasons=(), against=against, never=True)
    levels = levels_of(one, two)
    found = {level.feature: level.level for level in levels}
    named = any(found[feature] in strong for feature, strong in _OUTWEIGHING.items())
    against = next((level.words for level in levels if level.rules_out and not named), None)
    weights = load_weights()
    odds = weights["prior"] + sum(weights[f"{level.feature}: {level.level}"] for level in levels)
    speaking = [level for level in levels if weights[f"{level.feature}: {level.level}"] > 0 and level.words]
    return Comparison(
        score=round(1 / (1 + math.exp(-odds)), 3),
        reasons=tuple(level.words for level in speaking if not level.rules_out),
        against=against,
    )


@cache
def load_weights() -> dict[str, float]:
    """The weight of each level, natural logarithm of odds; ``prior`` is that of a pair of which nothing is known."""
    text = files("rashomon.linking").joinpath("weights.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def _never(one: MentionFeatures, two: MentionFeatures) -> str | None:
    if one.mention.report_id == two.mention.report_id:
        return "one report tells of them apart"
    return None


def levels_of(one: MentionFeatures, two: MentionFeatures) -> tuple[Level, ...]:
    """The level each feature of a pair falls into."""
    return tuple(feature(one, two) for feature in _FEATURES)


def _days(one: MentionFeatures, two: MentionFeatures) -> Level:
    gaps = [
        gap
        for start, end in one.days
        for other_start, other_end in two.days
        if (gap := _gap(start, end, other_start, other_end)) is not None
    ]
    if not gaps:
        return Level(feature="days", level="unknown")
    gap = min(gaps)
    apart = f"dates {gap} days apart"
    if gap == 0:
        exact = any(len(s) >= 7 and s == o for s, _ in one.days for o, _ in two.days)
        return (
            Level(feature="days", level="same", words="the same day")
            if exact
            else Level(feature="days", level="overlap", words="their dates overlap")
        )
    if gap == 1:
        return Level(feature="days", level="a day apart", words="dates a day apart")
    if one.mention.kind == "operation" and gap <= 14:
        return Level(feature="days", level="overlap", words=apart)
    level = "few apart" if gap <= 3 else "week apart" if gap <= 7 else "far apart"
    return Level(feature="days", level=level, words=apart, rules_out=True)


def _published(one: MentionFeatures, two: MentionFeatures) -> Level:
    """Reports of one happening come out together; a trial is told of months later."""
    between = days_between(one.report.published, two.report.published)
    if between is None:
        return Level(feature="published", level="unknown")
    for most, level in _PUBLISHED:
        if between <= most:
            words = f"published {between} days apart" if most <= 3 else ""
            return Level(feature="published", level=level, words=words)
    undated = not one.days or not two.days
    words = "no common date, and published far apart"
    return Level(feature="published", level="far apart", words=words if undated else "", rules_out=undated)


_PUBLISHED = ((0, "same day"), (1, "a day apart"), (3, "few apart"), (14, "fortnight"), (60, "two months"))


@lru_cache(maxsize=65536)
def _gap(start: str, end: str, other_start: str, other_end: str) -> int | None:
    forward = days_between(end, other_start) if _before(end, other_start) else None
    backward = days_between(other_end, start) if _before(other_end, start) else None
    if forward is None and backward is None:
        return 0 if days_between(start, other_start) is not None else None
    return forward if forward is not None else backward


def _before(end: str, start: str) -> bool:
    one, two = (
        end[5:] if end.startswith("-") is False and start.startswith("-") else end.lstrip("-"),
        start.lstrip("-"),
    )
    if end.startswith("-") and not start.startswith("-"):
        two = start[5:]
    return one < two and not two.startswith(one)


def _places(one: MentionFeatures, two: MentionFeatures) -> Level:
    names = town_names(one.located)
    shared = sorted(names & {place.name.lower() for place in two.located})
    if shared:
        return Level(feature="places", level="same", words=f"both name {shared[0].title()}")
    found = [
        _distance(a, b)
        for a in one.located
        for b in two.located
        if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    ]
    nearest = min(
        found,
        key=lambda level: _NEARNESS.index(level.level),
        default=Level(feature="places", level="unknown"),
    )
    named = sorted((names & two.towns) | (town_names(two.located) & one.towns))
    if named and nearest.level != "near":
        return Level(feature="places", level="named", words=f"both name {named[0].title()}")
    return nearest


_NEARNESS = ("near", "may hold", "apart", "far")


def _distance(a: Located, b: Located) -> Level:
    far = _km(a.lat or 0.0, a.lon or 0.0, b.lat or 0.0, b.lon or 0.0)
    spread = SPREAD_KM.get(a.where_prec or 6, 100.0) + SPREAD_KM.get(b.where_prec or 6, 100.0)
    precise = (a.where_prec or 6) <= PRECISE and (b.where_prec or 6) <= PRECISE
    apart = f"{a.name} and {b.name} lie {far:.0f} km apart"
    if far <= spread:
        return (
            Level(feature="places", level="near", words=apart)
            if precise
            else Level(feature="places", level="may hold", words=f"{a.name} may hold {b.name}")
        )
    beyond = far > spread + (PRECISE_FAR_KM if precise else FAR_KM)
    return Level(feature="places", level="far" if beyond else "apart", words=apart, rules_out=beyond)


@lru_cache(maxsize=65536)
def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    return distance_km((lat, lon), (other_lat, other_lon))


def _names(one: MentionFeatures, two: MentionFeatures) -> Level:
    people = shared_names(one.people | two.people, one.names & two.names)
    shared = people or shared_names(one.names, two.names)
    if shared:
        level = ("share one", "share more")[min(len(one.names & two.names), 2) - 1]
        level = f"{level}, harmed or accused" if people else level
        return Level(feature="names", level=level, words=f"both name {', '.join(shared[:3])}")
    if one.people and two.people:
        return Level(feature="names", level="other people")
    return Level(feature="names", level="other" if one.names and two.names else "unknown")


def _ages(one: MentionFeatures, two: MentionFeatures) -> Level:
    shared = sorted(one.ages & two.ages)
    if shared:
        level = "share one" if len(shared) == 1 else "share more"
        return Level(feature="ages", level=level, words=f"people aged {', '.join(shared[:3])} in both")
    return Level(feature="ages", level="other" if one.ages and two.ages else "unknown")


def _spots(one: MentionFeatures, two: MentionFeatures) -> Level:
    shared = sorted(one.spots & two.spots)
    if shared:
        level = "share one" if len(shared) == 1 else "share more"
        return Level(feature="spots", level=level, words=f"both name {', '.join(shared[:3]).title()}")
    return Level(feature="spots", level="other" if one.spots and two.spots else "unknown")


def _hours(one: MentionFeatures, two: MentionFeatures) -> Level:
    shared = sorted(one.hours & two.hours)
    if shared:
        return Level(feature="hours", level="share", words=f"both name the hour {shared[0]}")
    return Level(feature="hours", level="other" if one.hours and two.hours else "unknown")


def _actors(one: MentionFeatures, two: MentionFeatures) -> Level:
    if not one.actors or not two.actors:
        return Level(feature="actors", level="unknown")
    shared = sorted(one.actors & two.actors)
    if not shared:
        return Level(feature="actors", level="other")
    every = len(shared) == min(len(one.actors), len(two.actors))
    words = f"shared actors: {', '.join(shared)}"
    return Level(feature="actors", level="share all" if every else "share some", words=words)


def _figures(one: MentionFeatures, two: MentionFeatures) -> Level:
    ours, theirs = exact_figures(one), exact_figures(two)
    both = sorted(ours.keys() & theirs.keys())
    shared = [(facet, min(ours[facet] & theirs[facet])) for facet in both if ours[facet] & theirs[facet]]
    more = [(facet, number) for facet, number in shared if number > 1]
    if more:
        return Level(feature="figures", level="same above one", words=f"both give {more[0][1]} {more[0][0]}")
    if shared and len(shared) == len(both):
        return Level(feature="figures", level="same", words=f"both give {shared[0][1]} {shared[0][0]}")
    if any(_contradict(ours[facet], theirs[facet]) for facet in both):
        return Level(feature="figures", level="contradict")
    if both:
        return Level(feature="figures", level="other")
    return Level(feature="figures", level="other outcome" if ours and theirs else "unknown")


def _contradict(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """True for numbers that no early count or error explains: 17 dead and 2."""
    gaps = [(max(a, b), min(a, b)) for a in ours for b in theirs]
    return all(more >= 2 * less and more - less >= 3 for more, less in gaps)


def _kinds(one: MentionFeatures, two: MentionFeatures) -> Level:
    ours, theirs = one.mention.kind, two.mention.kind
    if ours == theirs:
        return Level(feature="kinds", level="same", words=f"both a {ours}")
    if any(ours in family and theirs in family for family in _FAMILIES):
        apart = {ours, theirs} & _DEEDS_OF_THEIR_OWN and not {ours, theirs} & _LOOSE_KINDS
        return Level(feature="kinds", level="other deed" if apart else "related")
    words = f"{ours} and {theirs} are different kinds"
    may_be_one = (ours in _CROWDS and theirs in _AMONG_CROWDS) or (
        theirs in _CROWDS and ours in _AMONG_CROWDS
    )
    return (
        Level(feature="kinds", level="crowd and deed")
        if may_be_one
        else Level(feature="kinds", level="other", words=words, rules_out=True)
    )


def _roles(one: MentionFeatures, two: MentionFeatures) -> Level:
    main = sum(features.mention.role == "main" for features in (one, two))
    return Level(feature="roles", level=("neither main", "one main", "both main")[main])


_FEATURES: tuple[Callable[[MentionFeatures, MentionFeatures], Level], ...] = (
    _days,
    _published,
    _places,
    _names,
    _ages,
    _spots,
    _hours,
    _actors,
    _figures,
    _kinds,
    _roles,
)
LEVELS: dict[str, tuple[str, ...]] = {
    "days": ("same", "overlap", "a day apart", "few apart", "week apart", "far apart", "unknown"),
    "published": (*(level for _, level in _PUBLISHED), "far apart", "unknown"),
    "places": ("same", "named", *_NEARNESS, "unknown"),
    "names": (
        "share one, harmed or accused",
        "share more, harmed or accused",
        "share one",
        "share more",
        "other people",
        "other",
        "unknown",
    ),
    "ages": ("share one", "share more", "other", "unknown"),
    "spots": ("share one", "share more", "other", "unknown"),
    "hours": ("share", "other", "unknown"),
    "actors": ("share all", "share some", "other", "unknown"),
    "figures": ("same above one", "same", "other", "contradict", "other outcome", "unknown"),
    "kinds": ("same", "related", "other deed", "crowd and deed", "other"),
    "roles": ("both main", "one main", "neither main"),
}
"""Every level of every feature: each must have a weight."""
