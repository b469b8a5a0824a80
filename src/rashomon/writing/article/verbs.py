"""What befell people, as a verb that says no more than the claim and its words: "was shot", "were arrested"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.model.claims import Claim, Count, Unknown, words_of

_PLAIN = {
    "killed": "killed",
    "wounded": "wounded",
    "captured": "captured",
    "missing": "missing",
    "neutralised": "put out of action",
    "casualties": "killed or wounded",
    "losses": "lost",
}
_CLOSER = {
    "captured": (
        (re.compile(r"\barrest", re.I), "arrested"),
        (re.compile(r"\bcustody\b", re.I), "taken into custody"),
        (re.compile(r"\bdetain|\bdetention", re.I), "detained"),
        (re.compile(r"\bhostage", re.I), "taken hostage"),
        (re.compile(r"\babduct|\bkidnap", re.I), "abducted"),
    ),
    "casualties": ((re.compile(r"\bshot\b|\bshooting\b|\bgunshot|\bgunfire|\bbullet", re.I), "shot"),),
}
"""Facet → the nearest verb that the claim's own words allow."""


def verb_of(claims: Iterable[Claim], facet: str) -> str:
    """The participle for an outcome: the words' own where all claims use it, else the plain one."""
    words = [words_of(claim) for claim in claims if claim.facet == facet and words_of(claim)]
    for pattern, verb in _CLOSER.get(facet, ()):
        if words and all(pattern.search(one) for one in words):
            return verb
    return _PLAIN.get(facet, "affected")


def verb_phrase(claim: Claim, *, one: bool) -> str:
    """The verb with its auxiliary, hedged or negated as the claim is."""
    verb = verb_of([claim], claim.facet)
    if claim.certainty in ("hedged", "hypothetical"):
        negation = " not" if claim.polarity == "negated" else ""
        return f"may{negation} have been {verb}"
    negation = " not" if claim.polarity == "negated" else ""
    return f"{'was' if one else 'were'}{negation} {verb}"


def is_none(claim: Claim) -> bool:
    """True where a claim says that nobody was: "no soldier was killed", "no arrests"."""
    count = claim.value
    return isinstance(count, Count) and count.high == 0 and count.vague is None


def is_unnumbered(claim: Claim) -> bool:
    """True where a claim gives people without any number."""
    count = claim.value
    if isinstance(count, Count):
        return count.vague in ("plural", "unknown") or (
            count.vague is None and count.low is count.high is None
        )
    return isinstance(count, Unknown)
