"""Judging: what people decided, put to reports, claims and ties before anything is linked or weighed.

Comes in: judgements, reports, readings. Goes out: reports with their metadata mended, readings with claims
rejected, corrected and added, and rulings on which mentions belong together. It keeps nothing: a judgement
stands in the case and is put to whatever is there, so that it holds after every new reading and every new
report. A later judgement wins over an earlier one on the same thing; an undone one counts for nothing.
"""

from __future__ import annotations

from rashomon.judging.anchors import Found, anchor_claim, anchor_mention, find_again
from rashomon.judging.claims import ADDED_BY, CORRECTABLE, judge_readings
from rashomon.judging.conflicts import Conflict, conflicts
from rashomon.judging.effects import STATES, Effect, Surroundings, effects, surroundings_of
from rashomon.judging.metadata import FIXABLE, judge_reports, source_grades
from rashomon.judging.reviews import REVIEW_STATES, UNDECIDED, Review, ReviewState, review_states
from rashomon.judging.selecting import (
    FILTERS,
    ClaimFilter,
    Surveyed,
    read_filter,
    select_claims,
    survey,
    undecided_only,
)
from rashomon.judging.standing import standing
from rashomon.judging.ties import rule_on_ties

__all__ = [
    "ADDED_BY",
    "CORRECTABLE",
    "FILTERS",
    "FIXABLE",
    "REVIEW_STATES",
    "STATES",
    "UNDECIDED",
    "ClaimFilter",
    "Conflict",
    "Effect",
    "Found",
    "Review",
    "ReviewState",
    "Surroundings",
    "Surveyed",
    "anchor_claim",
    "anchor_mention",
    "conflicts",
    "effects",
    "find_again",
    "judge_readings",
    "judge_reports",
    "read_filter",
    "review_states",
    "rule_on_ties",
    "select_claims",
    "source_grades",
    "standing",
    "surroundings_of",
    "survey",
    "undecided_only",
]
