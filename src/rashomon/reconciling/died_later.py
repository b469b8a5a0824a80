"""Whoever was wounded first and is said to have died further down: dead, and no longer wounded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.claims import Claim, Count, words_of
from rashomon.reconciling.counting import counts_toward, is_affirmed, person_of, start_of

_NEAR = 300
"""Characters between the wounded and the words that say they died."""


def dead_people(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """The single people whom their report says to have died: wounded first, they count among the killed."""
    named = (person_of(claim) for claim in claims if counts_toward(claim, "killed"))
    return frozenset(person for person in named if person is not None) | _both_dead(claims)


def _both_dead(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """The single people wounded of whom "both" or "all three" are said to have died right after."""
    found: set[tuple[str, str]] = set()
    for claim in claims:
        dead = _exactly(claim) if counts_toward(claim, "killed") and _points_back(claim) else None
        if dead is None:
            continue
        near = {
            person
            for other in claims
            if counts_toward(other, "wounded")
            and other.report_id == claim.report_id
            and 0 < start_of(claim) - start_of(other) < _NEAR
            and (person := person_of(other)) is not None
        }
        found |= near if len(near) == dead else set()
    return frozenset(found)


def wounded_who_died(claims: Sequence[Claim]) -> frozenset[str]:
    """The claims on wounded of whom "they", "both" or "all" are said to have died further down.

    "Two were taken to a hospital, where *they* were pronounced dead": two dead, and nobody hurt.
    """
    found: set[str] = set()
    for claim in claims:
        dead = _exactly(claim) if counts_toward(claim, "killed") and _points_back(claim) else None
        if dead is None:
            continue
        before = [
            other
            for other in claims
            if other.report_id == claim.report_id
            and counts_toward(other, "wounded")
            and _exactly(other) == dead
            and 0 <= start_of(claim) - start_of(other) < _NEAR
        ]
        found.update(other.id for other in before)
    return frozenset(found)


def wounds_of_the_dead(claims: Sequence[Claim]) -> frozenset[str]:
    """The claims on wounded that tell how the dead of their report were hit.

    "Two people were found dead. … *Both victims* had several injuries": as many as died, called by no new
    words, where nobody else is said to be wounded or hit.
    """
    found: set[str] = set()
    for report in sorted({claim.report_id for claim in claims}):
        own = [claim for claim in claims if claim.report_id == report and _is_plain(claim)]
        dead = {number for claim in own if claim.facet == "killed" and (number := _exactly(claim))}
        hurt = [
            claim
            for claim in own
            if claim.facet == "wounded" or (claim.facet == "casualties" and person_of(claim) is None)
        ]
        known = [claim for claim in hurt if _exactly(claim) in dead and _is_known(claim)]
        if known and len({_exactly(claim) for claim in known}) == 1 and len(known) == len(hurt):
            found.update(claim.id for claim in known)
    return frozenset(found)


_KNOWN = re.compile(r"(?:both|the|all|these|those)\b", re.I)


def _is_known(claim: Claim) -> bool:
    """True for people told of before: "they", "both victims", "all three"."""
    return _points_back(claim) or any(
        _KNOWN.match(words) for words in (words_of(claim), claim.about.words if claim.about else "")
    )


def _is_plain(claim: Claim) -> bool:
    return (
        claim.scope != "several"
        and is_affirmed(claim)
        and not (isinstance(claim.value, Count) and claim.value.high == 0)
    )


def _exactly(claim: Claim) -> int | None:
    """The number of several people, where the claim gives just one."""
    count = claim.value if isinstance(claim.value, Count) else None
    return count.low if count is not None and count.low == count.high and (count.low or 0) > 1 else None


def _points_back(claim: Claim) -> bool:
    """True for "they" and for "the wounded", whom the report told of before."""
    return any(flag.code in {"anaphoric", "of_wounded"} for flag in claim.flags)
