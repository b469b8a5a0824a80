"""Revisions: when a later figure takes the place of an earlier one by the same body.

Only where body, people and scope are the same **and** the text marks an update or a running toll, or the
outlet itself put a newer version of its page in the older one's place. Whoever merely says something else
later stands in dispute with himself.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import Figure


def split_superseded(
    figures: Sequence[Figure], evidence: Evidence
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures that stand, and those that a later one of the same body has replaced.

    The figures given must count the same people.
    """
    gone = [old for old in figures if any(_supersedes(new, old, figures, evidence) for new in figures)]
    return tuple(figure for figure in figures if figure not in gone), tuple(gone)


def _supersedes(new: Figure, old: Figure, figures: Sequence[Figure], evidence: Evidence) -> bool:
    if new is old or (new.hedged and not old.hedged):
        return False
    if _is_added_to(new, old, figures) or _follows_first(new, old):
        return True
    if new.body != old.body:
        return False
    if new.coverage in {"subset", "increment"}:
        return False
    if _replaces_version(new, old, evidence):
        return True
    return new.updates and _later(new, old)


def _follows_first(new: Figure, old: Figure) -> bool:
    """True for any toll beside one that its own speaker calls initial or provisional, whoever tells it.

    Not for one person told of, nor for a part or a number word: those say of no toll that it has changed.
    """
    whole = new.coverage != "subset" and new.vague is None and new.population.person is None
    return old.first and not new.first and whole and (new.low or 0) > 0 and new.facet == old.facet


def _is_added_to(new: Figure, old: Figure, figures: Sequence[Figure]) -> bool:
    """True for what a sum of one report was added to, whoever is cited for it, and for one person in such a sum.

    "A leader was held, the army said. *The leader* is believed to … Two others were also held": three.
    """
    person = old.population.person
    if not (new.summed and new.updates and new.report == old.report):
        return False
    if person is None:
        return set(old.claim_ids) < set(new.claim_ids)
    prints = (f for f in figures if f.population.person == person and f.report == old.report)
    return any(set(one.claim_ids) < set(new.claim_ids) for one in prints)


def _later(new: Figure, old: Figure) -> bool:
    if new.report == old.report:
        return new.position > old.position
    return bool(new.day and old.day and new.day > old.day)


def _replaces_version(new: Figure, old: Figure, evidence: Evidence) -> bool:
    """True where every print of the old figure stands on a page of which the new one is a later version."""
    if not evidence.replaced:
        return False
    old_reports = {evidence.claims[claim_id].report_id for claim_id in old.claim_ids}
    new_reports = {evidence.claims[claim_id].report_id for claim_id in new.claim_ids}
    return all(new_reports.intersection(evidence.versions_after(report_id)) for report_id in old_reports)
