"""What two mentions are compared by: days, hours, places, actors, people's names and ages, figures, kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.linking.hours import hours_in
from rashomon.linking.names import names_in, people_in, told_names
from rashomon.linking.spots import spots_in
from rashomon.linking.towns import may_be_towns, town_names
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Mention, Moment, Party, PlaceRef
from rashomon.model.events import Located
from rashomon.model.report import Report

_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]olds?\b|,\s(\d{1,2}),\s", re.I)
_COUNTED = frozenset({"killed", "wounded", "casualties"})


@value
class Named:
    """What a report names of what tells events apart."""

    people: frozenset[str]
    """Without places and the furniture of pages."""
    towns: frozenset[str]
    """Of those where reports of the case put events."""


@value
class MentionFeatures:
    """A mention with what it can be compared by."""

    mention: Mention
    report: Report
    claims: tuple[Claim, ...]
    days: tuple[tuple[str, str], ...]
    """(start, end) partial dates of moments not longer than about a month."""
    located: tuple[Located, ...]
    actors: frozenset[str]
    figures: frozenset[tuple[str, int, int | None]]
    """(facet, low, high) of exact or bounded figures, vague ones left out."""
    names: frozenset[str] = frozenset()
    """People told of: in the main happening of a report all its people, else those the claims name."""
    people: frozenset[str] = frozenset()
    """Of the names, those that a claim says something of: who was harmed, held or accused."""
    ages: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()
    """Streets and sites: of the main happening of a report all that it names."""
    towns: frozenset[str] = frozenset()
    """Towns of the case that its report names, where it is the report's main happening."""
    hours: frozenset[str] = frozenset()
    """Hours of the clock that its report names, where it is the report's main happening."""


def describe_all(
    mentions: Sequence[Mention],
    reports: Mapping[str, Report],
    claims: Mapping[str, Claim],
    located: Mapping[str, Located],
    is_known: Callable[[str], bool],
) -> list[MentionFeatures]:
    """The features of all mentions; ``is_known``: whether a name is that of a place or a body."""
    by_report: dict[str, list[Claim]] = {}
    for claim in claims.values():
        by_report.setdefault(claim.report_id, []).append(claim)
    named = {
        key: people_in(reports[key], by_report.get(key, ()))
        for key in sorted({m.report_id for m in mentions})
    }
    told = told_names(named, is_known)
    towns = town_names(located.values())
    writes = {key: towns.intersection(may_be_towns(whole_text(reports[key]))) for key in named}
    return [
        describe_mention(
            m,
            reports[m.report_id],
            claims,
            located,
            Named(people=named[m.report_id] & told, towns=writes[m.report_id]),
        )
        for m in mentions
    ]


def whole_text(report: Report) -> str:
    """A report's headline and text: nothing is read from a headline, but what it names tells events apart."""
    return report.text if report.title is None else f"{report.title}\n{report.text}"


def describe_mention(
    mention: Mention,
    report: Report,
    claims: Mapping[str, Claim],
    located: Mapping[str, Located],
    named: Named,
) -> MentionFeatures:
    """The features of a mention; ``named``: whom and what its report names."""
    own = tuple(claims[claim_id] for claim_id in mention.claim_ids)
    words = " ; ".join(party.words for claim in own for party in _parties(claim))
    main = mention.role == "main"
    places = " ; ".join(claim.value.words for claim in own if isinstance(claim.value, PlaceRef))
    told = named.people & names_in(words)
    text = whole_text(report) if main else ""
    return MentionFeatures(
        mention=mention,
        report=report,
        claims=own,
        days=tuple(sorted({day for claim in own if (day := _days(claim)) is not None})),
        located=tuple(located[claim_id] for claim_id in mention.claim_ids if claim_id in located),
        actors=frozenset(
            ref.actor_id for claim in own for party in _parties(claim) for ref in party.actors if ref.actor_id
        ),
        # What is said of several happenings together is like in all of them, and tells none apart.
        figures=frozenset(f for claim in own if claim.scope == "event" and (f := _figure(claim)) is not None),
        names=named.people if main else told,
        people=told,
        ages=frozenset(a or b for a, b in _AGE.findall(text or words)),
        spots=spots_in(text or places),
        towns=named.towns if main else frozenset(),
        hours=hours_in(text),
    )


def _parties(claim: Claim) -> list[Party]:
    return [party for party in (claim.about, claim.by) if party is not None]


def _days(claim: Claim) -> tuple[str, str] | None:
    moment = claim.value
    if claim.facet != "date" or not isinstance(moment, Moment) or not moment.start:
        return None
    if moment.grain in {"year", "decade", "season", "vague"} and moment.start != moment.end:
        return None
    return moment.start, moment.end or moment.start


def _figure(claim: Claim) -> tuple[str, int, int | None] | None:
    count = claim.value
    facet = FACETS.get(claim.facet)
    if not isinstance(count, Count) or facet is None or not facet.outcome:
        return None
    if count.low is None or count.vague is not None:
        return None
    return claim.facet, count.low, count.high


def exact_figures(features: MentionFeatures) -> dict[str, frozenset[int]]:
    """By outcome, the exact numbers of people given for a mention, parts left out."""
    found: dict[str, set[int]] = {}
    for claim in features.claims:
        count = claim.value
        if claim.facet in _COUNTED and isinstance(count, Count) and claim.coverage != "subset":
            if count.low is not None and count.low == count.high and claim.scope == "event":
                found.setdefault(claim.facet, set()).add(count.low)
    return {facet: frozenset(numbers) for facet, numbers in found.items()}
