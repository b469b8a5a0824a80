"""Why two events are held for one or for two: their mentions compared, level by level, for a person to check."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from rashomon.codebook.actors import load_registry
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.linking.compare import compare, levels_of, load_weights
from rashomon.linking.features import MentionFeatures, describe_all
from rashomon.linking.locating import locate_claims
from rashomon.model.base import value
from rashomon.model.layers import Reading
from rashomon.model.report import Report

MOST_MENTIONS = 15
"""Mentions of an event that are compared with another's, those that are a report's main one first."""

MOST_WEIGHED = 6

FEATURES: dict[str, str] = {
    "days": "days",
    "published": "days of publication",
    "places": "places",
    "names": "people named",
    "ages": "people’s ages",
    "spots": "streets and sites",
    "hours": "hours of the clock",
    "actors": "actors",
    "figures": "figures",
    "kinds": "kind of event",
    "roles": "place in the reports",
}
"""What is compared, in words."""

_NOTHING = "one of them, or both, says nothing of it"
_LEVELS: dict[tuple[str, str], str] = {
    ("published", "same day"): "published on the same day",
    ("published", "a day apart"): "published a day apart",
    ("published", "few apart"): "published within three days",
    ("published", "fortnight"): "published within a fortnight",
    ("published", "two months"): "published within two months",
    ("published", "far apart"): "published more than two months apart",
    ("names", "other people"): "each tells of other people who were harmed or accused",
    ("names", "other"): "no person is named in both",
    ("ages", "other"): "no age is told in both",
    ("spots", "other"): "no street or site is named in both",
    ("hours", "other"): "no hour is named in both",
    ("actors", "other"): "no actor in common",
    ("figures", "other"): "figures differ, yet may be of one happening",
    ("figures", "contradict"): "figures lie further apart than early counts and errors do",
    ("figures", "other outcome"): "figures for different outcomes",
    ("kinds", "related"): "kinds of event that are often told for each other",
    ("kinds", "other deed"): "kinds of event that are hardly told for each other",
    ("kinds", "crowd and deed"): "a crowd, and a deed that may have been done in it",
    ("roles", "both main"): "the main event of both reports",
    ("roles", "one main"): "the main event of one report only",
    ("roles", "neither main"): "the main event of neither report",
}
"""Levels that have no words of their own for the pair."""


@value
class Weighed:
    """The level that one feature of a pair falls into.

    ``weight``: natural logarithm of odds, above 0 for one happening; ``rules_out`` where nothing but a shared name
    outweighs it.
    """

    feature: str
    level: str
    words: str
    weight: float
    rules_out: bool


@value
class Explained:
    """Two mentions compared: how likely they are one happening (0–1), why, and what rules it out."""

    one: str
    two: str
    score: float
    against: str | None
    weighed: tuple[Weighed, ...]


def explain_pairs(
    one: Collection[str], two: Collection[str], reports: Mapping[str, Report], readings: Sequence[Reading]
) -> tuple[Explained, ...]:
    """Each mention of one event compared with each of the other's: the likeliest first, those ruled out last.

    ``one`` and ``two`` are ids of mentions, ``readings`` those of their reports. Only the first `MOST_WEIGHED` pairs
    say what each level weighs. Names that half a case shares are told from people's only where all reports are
    seen, so they may weigh more here than in linking.
    """
    left, right = _described(one, reports, readings), _described(two, reports, readings)
    compared = [(compare(a, b), a, b) for a in left for b in right]
    compared.sort(
        key=lambda pair: (
            pair[0].against is not None,
            -pair[0].score,
            pair[1].mention.id,
            pair[2].mention.id,
        )
    )
    return tuple(
        Explained(
            one=a.mention.id,
            two=b.mention.id,
            score=found.score,
            against=found.against,
            weighed=_weigh(a, b) if number < MOST_WEIGHED else (),
        )
        for number, (found, a, b) in enumerate(compared)
    )


def _described(
    ids: Collection[str], reports: Mapping[str, Report], readings: Sequence[Reading]
) -> list[MentionFeatures]:
    registry, gazetteer = load_registry(), open_gazetteer()
    mentions = [mention for reading in readings for mention in reading.mentions if mention.id in ids]
    mentions = sorted(mentions, key=lambda m: (m.role != "main", m.id))[:MOST_MENTIONS]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    told = {mention.report_id for mention in mentions}
    located = locate_claims({i: c for i, c in claims.items() if c.report_id in told}, gazetteer)
    known = cache(lambda name: bool(gazetteer.candidates(name)) or bool(registry.ids_for(name)))
    return describe_all(mentions, reports, claims, located, known)


def _weigh(one: MentionFeatures, two: MentionFeatures) -> tuple[Weighed, ...]:
    weights = load_weights()
    return tuple(
        Weighed(
            feature=level.feature,
            level=level.level,
            words=level.words.replace("_", " ") or _LEVELS.get((level.feature, level.level), _NOTHING),
            weight=weights[f"{level.feature}: {level.level}"],
            rules_out=level.rules_out,
        )
        for level in levels_of(one, two)
    )
