"""A toll that its own report divides: "25 were killed. Fatalities split between two locations".

ACLED's coders give each of several events its part of one number, and say so in the notes. Where a report
says so of itself, the ``acled`` total is one part, and the finding tells how it was made. No other policy
divides anything, and nothing is divided that a report does not say is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rashomon.codebook.policies import POLICIES, RULES, Policy
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count
from rashomon.model.events import Event
from rashomon.model.record import Finding
from rashomon.reconciling.counting import is_affirmed
from rashomon.reconciling.disjoint import Estimate
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.tolls import Toll, estimate_toll

DIVIDING = frozenset({"acled"})
"""The policies whose total is that of one row where the toll is told as divided."""


@value
class Divided:
    """Into how many parts a toll is told to be divided, and by which claims."""

    parts: int
    claim_ids: tuple[str, ...]

    def of(self, total: int) -> int:
        """One part: the nearest whole number, and of two equally near the lower.

        >>> [Divided(parts=n, claim_ids=()).of(total) for total, n in ((42, 2), (25, 2), (20, 3), (10, 3))]
        [21, 12, 7, 3]
        """
        return (2 * total + self.parts - 1) // (2 * self.parts)


def find_divided(event: Event, evidence: Evidence) -> Divided | None:
    """What is told of an event's toll being divided; None where the reports differ or other figures stand beside.

    The figure is one that the same words hold, or the only one of the event, told in the same sentence or the
    one before: which of several is meant is not guessed.
    """
    claims = [evidence.claims[one] for one in event.claim_ids if one in evidence.claims]
    told = [claim for claim in claims if claim.facet == "divided" and is_affirmed(claim)]
    numbers = {claim.value.low for claim in told if isinstance(claim.value, Count)}
    parts = numbers.pop() if len(numbers) == 1 else None
    if parts is None or parts < 2:
        return None
    deaths = [c for c in claims if c.facet == "killed" and is_affirmed(c) and c.coverage != "subset"]
    meant = [one for one in deaths for claim in told if _told_with(one, claim)]
    alone = len(deaths) == 1 and any(_follows(claim, deaths[0], evidence) for claim in told)
    if not (meant or alone):
        return None
    return Divided(parts=parts, claim_ids=tuple(claim.id for claim in told))


def _told_with(figure: Claim, division: Claim) -> bool:
    """True for "20 fatalities split between three events": the words that divide it hold the figure's own."""
    own, told = figure.passages[0], division.passages[0]
    return figure.report_id == division.report_id and own.start < told.end and told.start < own.end


def _follows(division: Claim, figure: Claim, evidence: Evidence) -> bool:
    report = evidence.reports.get(figure.report_id)
    if report is None or division.report_id != figure.report_id:
        return False
    between = report.text[figure.passages[0].end : division.passages[0].start]
    return len(_SENTENCE_END.findall(between)) < 2


_SENTENCE_END = re.compile(r"[.!?]\s")


def divide(found: Estimate | None, divided: Divided | None) -> int | None:
    """The best figure of an estimate, or one part of it."""
    if found is None:
        return None
    return found.best if divided is None else divided.of(found.best)


def division_findings(
    event: Event, tolls: Mapping[str, Toll], evidence: Evidence, policy: Policy
) -> tuple[Finding, ...]:
    """The finding that says how one part was made of a toll, under a policy that divides."""
    divided = find_divided(event, evidence) if policy.name in DIVIDING else None
    found = estimate_toll(tolls["killed"], POLICIES["acled"]) if divided is not None else None
    if found is None or divided is None:
        return ()
    part = divided.of(found.best)
    why = f"{RULES['divided']} ({policy.name}): {found.best} over {divided.parts} is {part}."
    return (
        Finding(
            facet="killed",
            about=None,
            value=Count(low=part, high=part, as_written=str(part)),
            agreement="single",
            rule=f"{policy.name}.divided",
            why=why,
            supporting=evidence.in_order(divided.claim_ids),
            opposing=(),
            witnesses=1,
            imputed=True,
        ),
    )
