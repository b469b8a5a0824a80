"""Which claims count toward a figure of an event, and whom of their report they are about."""

from __future__ import annotations

from rashomon.model.claims import Claim, Count

_NOTHING_LOST = frozenset({"casualties", "losses"})


def counts_toward(claim: Claim, facet: str) -> bool:
    """True where a claim gives a figure for this facet and this event alone, and its speaker means it."""
    return (
        _facet_matches(claim, facet)
        and is_affirmed(claim)
        and claim.scope != "several"
        and claim.certainty in {"asserted", "hedged"}
    )


def is_affirmed(claim: Claim) -> bool:
    """True where the claim says yes: a denied, doubted or negated claim supports nothing.

    "No soldier was killed" is an affirmed figure of nought, however the reader notes its negation.
    """
    # Who denies a deed does not deny when and where it is said to have been.
    denied = any(link.stance in {"denies", "doubts"} for link in claim.attribution)
    if denied and claim.facet not in {"date", "place"}:
        return False
    nought = isinstance(claim.value, Count) and claim.value.high == 0
    return claim.polarity == "affirmed" or nought


def _facet_matches(claim: Claim, facet: str) -> bool:
    if claim.facet == facet:
        return True
    # Without losses or casualties nobody was killed or wounded; any other number of them says neither.
    nought = isinstance(claim.value, Count) and claim.value.high == 0
    return nought and claim.facet in _NOTHING_LOST and facet in {"killed", "wounded"}


def person_of(claim: Claim) -> tuple[str, str] | None:
    """The single person a claim is about: his report and his mark there."""
    if claim.about is None or claim.about.person is None:
        return None
    return claim.report_id, claim.about.person


def start_of(claim: Claim) -> int:
    """Where the words of a claim begin."""
    return claim.passages[0].start if claim.passages else 0
