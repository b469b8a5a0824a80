"""The figures of an event for one outcome, by group of people, and what a policy makes of them all together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.policies import ONE_SIDED_AT_LEAST, Policy
from rashomon.model.base import value
from rashomon.model.events import Event
from rashomon.reconciling.disjoint import Estimate, Group, estimate, weigh_groups
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import COUNTED, Figure, gather_figures
from rashomon.reconciling.individuals import COMBATANTS, Path, Person
from rashomon.reconciling.same_person import Beside
from rashomon.reconciling.scope import is_civilian, place_figures
from rashomon.reconciling.verdict import estimate_civilians


@value
class Toll:
    """All figures of an event for one outcome, by group of people; ``apart`` counts no single persons."""

    facet: str
    groups: Mapping[Path, Group]
    apart: tuple[Figure, ...]
    two_sided: bool


def gather_tolls(event: Event, evidence: Evidence) -> dict[str, Toll]:
    """The figures for killed, wounded and captured, ready for any policy."""
    return {facet: gather_toll(event, facet, evidence) for facet in COUNTED}


def gather_toll(event: Event, facet: str, evidence: Evidence) -> Toll:
    """The figures of an event for one outcome, by group of people."""
    figures = gather_figures(event, facet, evidence)
    groups = weigh_groups(place_figures(event, figures, _told_beside(event, evidence)), evidence)
    return Toll(
        facet=facet,
        groups=groups,
        apart=tuple(figure for figure in figures if not figure.population.persons),
        two_sided=is_two_sided(event, groups),
    )


def _told_beside(event: Event, evidence: Evidence) -> Beside:
    """The pairs of single people whom one clause lists, whatever befell them: "found *the woman and the boy* shot"."""
    listed: dict[tuple[str, str, int], set[Person]] = {}
    for claim_id in event.claim_ids:
        claim = evidence.claims.get(claim_id)
        if claim is None or claim.about is None or claim.about.person is None:
            continue
        if any(flag.code == "listed" for flag in claim.flags):
            report = evidence.roots.get(claim.report_id, claim.report_id)
            told = claim.passages[0]
            for clause in ((report, "from", told.start), (report, "to", told.end)):
                listed.setdefault(clause, set()).add((report, claim.about.person))
    return frozenset(
        frozenset(pair) for people in listed.values() for pair in combinations(sorted(people, key=str), 2)
    )


def is_two_sided(event: Event, groups: Iterable[Path]) -> bool:
    """True where those harmed may well be fighters: in a clash, or where fighters were among them.

    Whom an attack, a raid or a strike hit without a word of fighters is nobody's soldier, even where two
    armed sides are named: the one that struck and the one that was meant.
    """
    if any(side.role == "victims" for side in event.sides):
        return False
    kind = EVENT_KINDS.get(event.kind)
    fought = kind is not None and kind.two_sided
    if fought and event.kind not in ONE_SIDED_AT_LEAST:
        return True
    belligerents = [side for side in event.sides if side.role == "belligerent"]
    return (fought or len(belligerents) > 1) and any(COMBATANTS in path for path in groups)


def estimate_toll(toll: Toll, policy: Policy) -> Estimate | None:
    """What a policy makes of an outcome over the whole event; None where nothing was said."""
    if policy.civilians_only:
        return estimate_civilians(toll.groups, policy, unknown_counts=not toll.two_sided)
    return estimate((), toll.groups, policy)


def civilian_groups(toll: Toll) -> dict[Path, Group]:
    """The groups of civilians, and in attacks on civilians those of unknown status too."""
    return {
        path: group
        for path, group in toll.groups.items()
        if is_civilian(path) or (not toll.two_sided and COMBATANTS not in path)
    }
