"""How far each claim was looked at by people: undecided, accepted, rejected, corrected or added, by whom, when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from rashomon.judging.anchors import Found, claim_at
from rashomon.judging.standing import standing
from rashomon.judging.things import ON_CLAIMS
from rashomon.model.base import value
from rashomon.model.judgements import Judgement, added_claim_id

ReviewState = Literal["undecided", "accepted", "rejected", "corrected", "added"]

REVIEW_STATES: Mapping[ReviewState, str] = MappingProxyType(
    {
        "undecided": "nobody has decided on it yet",
        "accepted": "checked, and read right",
        "rejected": "read wrong: it counts for nothing",
        "corrected": "put right by a person",
        "added": "found by a person, where the reader had missed it",
    }
)
"""What each state says of a claim."""

_STATE_OF: Mapping[str, ReviewState] = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
}


@value
class Review:
    """Where a claim stands with people. ``by``, ``when``, ``why`` and the id are those of the last decision."""

    state: ReviewState = "undecided"
    by: str | None = None
    when: str | None = None
    why: str | None = None
    judgement_id: str | None = None


UNDECIDED = Review()
"""The review of a claim that no decision fell on."""


def review_states(judgements: Sequence[Judgement], found: Found) -> dict[str, Review]:
    """The review of each claim that somebody decided on, by the claim's id; all others are `UNDECIDED`.

    The last standing decision on a claim is the one in force. A claim that was added and accepted later is
    accepted; ``found`` holds the claims as they stand now, added ones among them.
    """
    reviews: dict[str, Review] = {}
    for judgement in standing(judgements):
        for claim_id in _decided_on(judgement, found):
            reviews[claim_id] = Review(
                state=_STATE_OF[judgement.kind],
                by=judgement.by,
                when=judgement.when,
                why=judgement.why,
                judgement_id=judgement.id,
            )
    return reviews


def _decided_on(judgement: Judgement, found: Found) -> list[str]:
    if judgement.kind == "add":
        return [claim_id for claim_id in (added_claim_id(judgement),) if claim_id in found.claims]
    if judgement.kind not in ON_CLAIMS:
        return []
    claims = (claim_at(anchor, found) for anchor in judgement.anchors)
    return [claim.id for claim in claims if claim is not None]
