"""A figure of the article held against a figure of a report: how the numbers meet, and what was changed."""

from __future__ import annotations

from typing import Literal

from rashomon.codebook.policies import APPROXIMATE_TOLERANCE
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Term, Unknown
from rashomon.writing.audit.grounds.gathering import Account

Meeting = Literal["equal", "weaker", "sharper", "overlap", "apart"]
"""How a statement's interval stands to a report's: equal, wider (says less), narrower (says more than was
said), overlapping, or with nothing in common."""
Change = Literal["bound", "approximation", "scope", "outcome", "speaker", "hedge"]

RELATED_OUTCOMES: dict[str, tuple[str, ...]] = {
    "killed": ("killed", "neutralised", "casualties", "losses"),
    "neutralised": ("neutralised", "killed", "casualties"),
    "wounded": ("wounded", "casualties", "losses"),
    "casualties": ("casualties", "neutralised", "killed", "losses"),
    "losses": ("losses", "casualties", "killed"),
    "captured": ("captured", "neutralised"),
}
"""Outcomes that one and the same number may be told under; the first is the facet itself."""


@value
class Fit:
    """How one report's figure stands to the statement's, with what the statement changed of it."""

    account: Account
    meeting: Meeting
    changes: tuple[Change, ...] = ()
    same_outcome: bool = True


def interval(count: Count) -> tuple[float, float | None]:
    """The bounds with the tolerance of "about"; an open top is None."""
    low, high = float(count.low or 0), None if count.high is None else float(count.high)
    if count.approximate:
        low -= low * APPROXIMATE_TOLERANCE
        high = None if high is None else high + high * APPROXIMATE_TOLERANCE
    return low, high


def meeting(mine: Count, theirs: Count) -> Meeting:
    """How two counts meet.

    >>> meeting(Count(low=30, high=30, as_written="30"), Count(low=30, high=None, as_written="at least 30"))
    'equal'
    >>> meeting(Count(low=2, high=None, as_written="several"), Count(low=3, high=3, as_written="3"))
    'weaker'
    """
    if same_number(mine, theirs):
        return "equal"
    (low, high), (other_low, other_high) = interval(mine), interval(theirs)
    if (other_high is not None and low > other_high) or (high is not None and other_low > high):
        return "apart"
    holds = low <= other_low and (high is None or (other_high is not None and other_high <= high))
    held = other_low <= low and (other_high is None or (high is not None and high <= other_high))
    return "weaker" if holds else "sharper" if held else "overlap"


def exceeds(part: Count, whole: Count) -> bool:
    """True where a part is more than the whole can be."""
    high = interval(whole)[1]
    return high is not None and interval(part)[0] > high


def may_be_among(one: Claim | None, two: Claim | None) -> bool:
    """True where one tells of a single person ("a girl") who may be one of the other's people ("14 people")."""
    if one is None or two is None or one.facet == "incidents":
        return False
    return _is_one_of(one, two) or _is_one_of(two, one)


def _is_one_of(single: Claim, many: Claim) -> bool:
    count, others = single.value, many.value
    if not isinstance(count, Count) or not isinstance(others, Count) or count.high != 1 or others.high == 0:
        return False
    told = count.as_written.casefold().split()[:1]
    by_name = single.about is not None and single.about.person is not None
    if not by_name and told not in (["a"], ["an"], ["one"], ["another"]):
        return False
    return not _heads(single) & _heads(many)


def _heads(claim: Claim) -> set[str]:
    """The plain words for the people of a claim, in the singular."""
    words = claim.about.words if claim.about is not None else ""
    if isinstance(claim.value, Count):
        words += f" {claim.value.as_written}"
    return {word.rstrip("s") for word in words.casefold().split() if word.isalpha() and len(word) > 3}


def same_number(mine: Count, theirs: Count) -> bool:
    """True where the same number was written, whatever became of "at least", "up to" and "about"."""
    if mine.vague or theirs.vague:
        return bool(mine.vague and theirs.vague)
    if (mine.low, mine.high) == (theirs.low, theirs.high):
        return True
    points = {mine.low or mine.high, theirs.low or theirs.high}
    bounded = is_point(mine) or is_point(theirs)
    return bounded and len(points) == 1 and _one_sided_or_point(mine) and _one_sided_or_point(theirs)


def is_point(count: Count) -> bool:
    """True for one number, "about" or not."""
    return count.low is not None and count.low == count.high


def is_span(count: Count) -> bool:
    """True for a range with two ends, "20 to 30"."""
    return count.low is not None and count.high is not None and 0 < count.low < count.high


def _one_sided_or_point(count: Count) -> bool:
    return is_point(count) or count.high is None or not count.low


def fit(claim: Claim, account: Account, heard: str) -> Fit | None:
    """How a report's figure stands to the article's; None where it is no figure for the same outcome."""
    mine, theirs = claim.value, account.claim.value
    if isinstance(mine, Count) and says_unknown(account.claim) and mine.high != 0:
        return Fit(account=account, meeting="sharper", same_outcome=claim.facet == account.claim.facet)
    if not isinstance(mine, Count) or not isinstance(theirs, Count):
        return None
    same_outcome = claim.facet == account.claim.facet
    met = meeting(mine, theirs)
    if not same_outcome and met != "equal" and not _implies(claim, account.claim):
        return None
    if not same_outcome and _implies(claim, account.claim):
        return Fit(account=account, meeting="weaker", changes=(), same_outcome=False)
    return Fit(
        account=account,
        meeting=met,
        changes=_changes(claim, account.claim, mine, theirs, heard),
        same_outcome=same_outcome,
    )


def _implies(mine: Claim, theirs: Claim) -> bool:
    """True for "nobody was killed" where the report says that there were no losses at all."""
    one, two = mine.value, theirs.value
    none = isinstance(one, Count) and isinstance(two, Count) and one.high == 0 and two.high == 0
    return (
        none
        and theirs.facet in {"losses", "casualties"}
        and mine.facet in {"killed", "wounded", "casualties"}
    )


def _changes(mine: Claim, theirs: Claim, one: Count, two: Count, heard: str) -> tuple[Change, ...]:
    found: list[Change] = []
    equal = same_number(one, two) and not one.vague
    if equal and is_point(one) and not is_point(two):
        found.append("bound")
    if equal and two.approximate and not one.approximate:
        found.append("approximation")
    if theirs.scope == "several" and mine.scope != "several":
        found.append("scope")
    if mine.facet != theirs.facet:
        found.append("outcome")
    if heard in ("narrower", "wider"):
        found.append("speaker")
    if theirs.certainty == "hedged" and mine.certainty == "asserted" and heard == "plain":
        found.append("hedge")
    return tuple(found)


def says_unknown(claim: Claim) -> bool:
    """True where a text itself says that a number is not known."""
    return isinstance(claim.value, Unknown) or (
        isinstance(claim.value, Term) and claim.value.code == "unknown"
    )
