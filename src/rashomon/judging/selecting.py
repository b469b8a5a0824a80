"""Claims of a case chosen by what they are, so that one decision can be taken on all of them.

A filter names what a claim must have: of several values of one name any will do (killed or wounded), of
several names all must hold (killed, and from this outlet). Names of people and outlets are compared without
regard to case.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping, Sequence

from rashomon.codebook.facets import FACETS, FLAGS
from rashomon.errors import InputError
from rashomon.judging.anchors import find_again
from rashomon.judging.reviews import REVIEW_STATES, UNDECIDED, Review, review_states
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.events import Linked
from rashomon.model.judgements import Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Report

FILTERS: dict[str, str] = {
    "facet": "what is claimed: killed, wounded, place …",
    "report": "name or id of the report",
    "outlet": "who published it",
    "speaker": "who said it first: words, office or registry id",
    "event": "id of the event it speaks of",
    "certainty": "asserted, hedged, hypothetical or planned",
    "flag": "a warning it carries, such as ambiguous_owner",
    "confidence": "the reader's own, as LOW..HIGH between 0 and 1; either may be left out",
    "state": "undecided, accepted, rejected, corrected or added",
}
"""What claims can be chosen by, and what each takes."""

_KNOWN: Mapping[str, Iterable[str]] = {
    "facet": FACETS,
    "certainty": ("asserted", "hedged", "hypothetical", "planned"),
    "flag": FLAGS,
    "state": REVIEW_STATES,
}


@value
class ClaimFilter:
    """What a claim must have. ``wanted``: name → values in lower case, of which any will do; both bounds count."""

    wanted: Mapping[str, frozenset[str]]
    lowest_confidence: float = 0.0
    highest_confidence: float = 1.0


@value
class Surveyed:
    """A case's claims with what they can be chosen by: their reports, their events, what was decided of them."""

    claims: Sequence[Claim]
    reports: Mapping[str, Report]
    events_of: Mapping[str, Sequence[str]]
    """Claim id → ids of the events it speaks of."""
    reviews: Mapping[str, Review]
    """Claim id → review, of those that somebody decided on."""


def survey(
    readings: Sequence[Reading],
    reports: Mapping[str, Report],
    linked: Linked,
    judgements: Sequence[Judgement],
) -> Surveyed:
    """The claims of these readings, in the order of their reports' names and then of the text."""
    events_of: dict[str, list[str]] = {}
    for event in linked.events:
        for claim_id in dict.fromkeys((*event.claim_ids, *event.shared_claim_ids)):
            events_of.setdefault(claim_id, []).append(event.id)
    claims = [claim for reading in readings for claim in reading.claims if claim.report_id in reports]
    return Surveyed(
        claims=sorted(claims, key=lambda claim: (reports[claim.report_id].source_ref, *_place(claim))),
        reports=reports,
        events_of=events_of,
        reviews=review_states(judgements, find_again(readings)),
    )


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.report_id, claim.passages[0].start if claim.passages else 0, claim.id


def read_filter(pairs: Iterable[tuple[str, str]]) -> ClaimFilter:
    """The filter that these names and values give; all that is wrong with them in one InputError."""
    wanted: dict[str, set[str]] = {}
    bounds = (0.0, 1.0)
    faults: list[str] = []
    for name, text in pairs:
        try:
            if name == "confidence":
                bounds = _read_bounds(text)
            else:
                wanted.setdefault(name, set()).add(_read_value(name, text.strip()))
        except InputError as error:
            faults.append(str(error))
    if faults:
        raise InputError("; ".join(faults))
    return ClaimFilter(
        wanted={name: frozenset(values) for name, values in wanted.items()},
        lowest_confidence=bounds[0],
        highest_confidence=bounds[1],
    )


def _read_value(name: str, text: str) -> str:
    if name not in FILTERS:
        raise InputError(
            f"claims cannot be chosen by {name!r}{_near(name, FILTERS)}; by {', '.join(FILTERS)}"
        )
    known = _KNOWN.get(name)
    if not text or (known is not None and text.casefold() not in known):
        choices = f"; expected one of {', '.join(known)}" if known and name != "flag" else ""
        raise InputError(f"{name}={text!r} is nothing a claim can have{_near(text, known or ())}{choices}")
    return text.casefold()


def _near(text: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(text.casefold(), list(known), n=1)
    return f' (did you mean "{near[0]}"?)' if near else ""


def _read_bounds(text: str) -> tuple[float, float]:
    low, dots, high = text.partition("..")
    try:
        bounds = (float(low or 0), float(high or 1)) if dots else (float(text), float(text))
    except ValueError:
        bounds = (math.nan, math.nan)
    if not 0 <= bounds[0] <= bounds[1] <= 1:
        raise InputError(f"confidence={text!r}: expected LOW..HIGH between 0 and 1, such as ..0.5")
    return bounds


def select_claims(wanted: ClaimFilter, among: Surveyed) -> tuple[Claim, ...]:
    """The claims that have all a filter names, in the order they were surveyed."""
    return tuple(
        claim
        for claim in among.claims
        if wanted.lowest_confidence <= claim.confidence <= wanted.highest_confidence
        and all(values & traits_of(name, claim, among) for name, values in wanted.wanted.items())
    )


def traits_of(name: str, claim: Claim, among: Surveyed) -> frozenset[str]:
    """What a claim has under one name of a filter, in lower case; several where it can be called several ways."""
    return frozenset(text.casefold() for text in _traits(name, claim, among) if text)


def _traits(name: str, claim: Claim, among: Surveyed) -> Sequence[str | None]:
    report = among.reports[claim.report_id]
    if name == "report":
        return (report.id, report.source_ref, report.locator)
    if name == "outlet":
        return (report.outlet or report.source_ref,)
    if name == "speaker":
        first = claim.attribution[:1]
        return [text for link in first for text in (link.source, link.person, link.office, link.actor_id)]
    if name == "event":
        return tuple(among.events_of.get(claim.id, ()))
    if name == "flag":
        return tuple(flag.code for flag in claim.flags)
    if name == "state":
        return (among.reviews.get(claim.id, UNDECIDED).state,)
    return (claim.facet if name == "facet" else claim.certainty,)


def undecided_only(wanted: ClaimFilter) -> ClaimFilter:
    """The same filter for claims nobody decided on, unless it names a state itself.

    One decision on many claims must not lightly take the place of those that somebody took one by one.
    """
    if "state" in wanted.wanted:
        return wanted
    return ClaimFilter(
        wanted={**wanted.wanted, "state": frozenset({"undecided"})},
        lowest_confidence=wanted.lowest_confidence,
        highest_confidence=wanted.highest_confidence,
    )


def describe_filter(wanted: ClaimFilter) -> dict[str, list[str]]:
    """A filter as it stands in the details of the decision that was taken by it."""
    said = {name: sorted(values) for name, values in sorted(wanted.wanted.items())}
    bounds = (wanted.lowest_confidence, wanted.highest_confidence)
    return said if bounds == (0.0, 1.0) else {**said, "confidence": [f"{bounds[0]:g}..{bounds[1]:g}"]}
