"""What is ruled on one statement: the verdict, why, and the claims for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.model.audit import Statement, Verdict
from rashomon.model.base import value
from rashomon.writing.audit.grounds.gathering import Account, Grounds, shortened

MOST_QUOTED = 3
"""Reports quoted in one note at most; the others are counted."""


@value
class Ruling:
    """A verdict with its reason in one sentence and the claims it rests on."""

    verdict: Verdict
    note: str
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def ids(accounts: Iterable[Account]) -> tuple[str, ...]:
    """The ids of claims, each once, in their order."""
    return tuple(dict.fromkeys(account.claim.id for account in accounts))


def quoted(accounts: Sequence[Account], grounds: Grounds) -> str:
    """What reports say, as a note quotes them: "X: “…”; Y: “…”"."""
    said = list(dict.fromkeys(grounds.quote(account) for account in accounts))
    more = len(said) - MOST_QUOTED
    return "; ".join(said[:MOST_QUOTED]) + (f"; and {more} more" if more > 0 else "")


def own_words(statement: Statement, grounds: Grounds) -> str:
    """The article's words as a note quotes them."""
    words = " ".join((statement.plain or statement.text).split()).rstrip(".")
    return f"“{shortened(grounds.withholding.text(words))}”"


def joined(clauses: Sequence[str]) -> str:
    """ "a, b and c"."""
    return clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])} and {clauses[-1]}"
