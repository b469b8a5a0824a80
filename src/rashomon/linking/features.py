"""What two mentions are compared by: days, places, actors, figures, kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Mention, Moment
from rashomon.model.events import Located
from rashomon.model.report import Report


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


def describe(
    mention: Mention, report: Report, claims: Mapping[str, Claim], located: Sequence[Located]
) -> MentionFeatures:
    """The features of one mention."""
    own = tuple(claims[claim_id] for claim_id in mention.claim_ids)
    return MentionFeatures(
        mention=mention,
        report=report,
        claims=own,
        days=tuple(sorted({day for claim in own if (day := _days(claim)) is not None})),
        located=tuple(located),
        actors=frozenset(
            ref.actor_id
            for claim in own
            for party in (claim.about, claim.by)
            if party is not None
            for ref in party.actors
            if ref.actor_id
        ),
        # What is said of several happenings together is like in all of them, and tells none apart.
        figures=frozenset(f for claim in own if claim.scope == "event" and (f := _figure(claim)) is not None),
    )


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
