"""How likely two mentions are of one happening: a score with its reasons, and what rules it out.

Only structured features count. Wording does not: two clashes told in the same phrases are still two.
"""

from __future__ import annotations

from rashomon.codebook.geodesy import distance_km
from rashomon.linking.features import MentionFeatures
from rashomon.model.base import value
from rashomon.model.dates import days_between
from rashomon.model.events import Located

THRESHOLD = 0.55
NEAR_DAYS = 1
"""Days two reports of one happening may differ by: a night counts for either day."""
RULED_OUT = -1.0
"""A part of this weight rules the pair out, whatever speaks for it."""
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


@value
class Comparison:
    """Score 0–1 with its reasons; ``against`` says what rules the pair out, if anything."""

    score: float
    reasons: tuple[str, ...]
    against: str | None = None


def compare(one: MentionFeatures, two: MentionFeatures) -> Comparison:
    """How likely the two mentions tell of one happening."""
    if one.mention.report_id == two.mention.report_id:
        return Comparison(score=0.0, reasons=(), against="one report tells of them apart")
    if not _kinds_meet(one.mention.kind, two.mention.kind):
        return Comparison(
            score=0.0, reasons=(), against=f"{one.mention.kind} and {two.mention.kind} are different kinds"
        )
    parts = [
        _compare_days(one, two),
        _compare_places(one, two),
        _compare_actors(one, two),
        _compare_figures(one, two),
        _compare_kinds(one, two),
    ]
    against = next((text for score, text in parts if score <= RULED_OUT), None)
    score = max(0.0, sum(score for score, _ in parts))
    return Comparison(
        score=round(min(1.0, score), 3),
        reasons=tuple(text for s, text in parts if s > 0 and text),
        against=against,
    )


def _kinds_meet(one: str, two: str) -> bool:
    return one == two or any(one in family and two in family for family in _FAMILIES)


def _compare_days(one: MentionFeatures, two: MentionFeatures) -> tuple[float, str]:
    gaps = [
        gap
        for start, end in one.days
        for other_start, other_end in two.days
        if (gap := _gap(start, end, other_start, other_end)) is not None
    ]
    if gaps:
        gap = min(gaps)
        if gap == 0:
            exact = any(len(s) >= 7 and s == o for s, _ in one.days for o, _ in two.days)
            return (0.35, "the same day") if exact else (0.25, "their dates overlap")
        if gap <= NEAR_DAYS:
            return 0.2, "dates a day apart"
        durative = one.mention.kind == "operation"
        return (
            (0.1, f"dates {gap} days apart") if durative and gap <= 14 else (-1.0, f"dates {gap} days apart")
        )
    published = days_between(one.report.published, two.report.published)
    if published is not None and published <= 5:
        return 0.1, ""
    return (
        (-1.0, "no common date, and published far apart")
        if published is not None and published > 30
        else (0.0, "")
    )


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


def _compare_places(one: MentionFeatures, two: MentionFeatures) -> tuple[float, str]:
    names = {place.name.lower() for place in one.located if place.where_prec is None or place.where_prec <= 3}
    shared = sorted(names & {place.name.lower() for place in two.located})
    if shared:
        return 0.3, f"both name {shared[0].title()}"
    best: tuple[float, str] | None = None
    for a in one.located:
        for b in two.located:
            if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
                continue
            far = distance_km((a.lat, a.lon), (b.lat, b.lon))
            spread = SPREAD_KM.get(a.where_prec or 6, 100.0) + SPREAD_KM.get(b.where_prec or 6, 100.0)
            found = _judge_distance(a, b, far, spread)
            best = max(best, found) if best is not None else found
    return best if best is not None else (0.05, "")


def _judge_distance(a: Located, b: Located, far: float, spread: float) -> tuple[float, str]:
    precise = (a.where_prec or 6) <= 3 and (b.where_prec or 6) <= 3
    apart = f"{a.name} and {b.name} lie {far:.0f} km apart"
    if far <= spread:
        return (0.3, apart) if precise else (0.15, f"{a.name} may hold {b.name}")
    return (RULED_OUT, apart) if far > spread + (PRECISE_FAR_KM if precise else FAR_KM) else (-0.1, "")


def _compare_actors(one: MentionFeatures, two: MentionFeatures) -> tuple[float, str]:
    if not one.actors or not two.actors:
        return 0.05, ""
    shared = sorted(one.actors & two.actors)
    if not shared:
        return -0.1, ""
    part = len(shared) / min(len(one.actors), len(two.actors))
    return round(0.1 + 0.15 * part, 3), f"shared actors: {', '.join(shared)}"


def _compare_figures(one: MentionFeatures, two: MentionFeatures) -> tuple[float, str]:
    shared = sorted(one.figures & two.figures, key=str)
    if shared:
        facet, low, _ = shared[0]
        return 0.15, f"both give {low} {facet}"
    return 0.0, ""


def _compare_kinds(one: MentionFeatures, two: MentionFeatures) -> tuple[float, str]:
    return (0.1, f"both a {one.mention.kind}") if one.mention.kind == two.mention.kind else (0.05, "")
