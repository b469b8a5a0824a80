"""People said to be shot or hit without a word of what became of them.

The claim keeps its logical meaning: killed or wounded. A policy may count those not said to be dead as
wounded; that is a convention, and its figure is marked imputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.codebook.policies import Policy
from rashomon.model.base import value
from rashomon.model.events import Event
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import Figure, gather_figures


@value
class Hits:
    """Those hit: ``groups`` by number, ``people`` one by one and not said to be dead, hurt ones included."""

    groups: tuple[Figure, ...] = ()
    people: Mapping[str, frozenset[str]]
    """By report, the single people hit or hurt."""
    supporting: tuple[str, ...] = ()

    def wounded(self, policy: Policy, killed: int | None, wounded: int | None) -> int | None:
        """How many wounded a policy counts with these; ``wounded`` unchanged where it has no such convention."""
        if not policy.hit_is_wounded:
            return wounded
        hit = max((figure.point(policy.number_words) or 0 for figure in self.groups), default=0)
        alive = max(hit - (killed or 0), max(map(len, self.people.values()), default=0))
        return max(alive, wounded or 0) if alive > 0 else wounded


def gather_hits(event: Event, evidence: Evidence) -> Hits:
    """The people an event's reports say to be hit, without those whose death is told elsewhere."""
    killed = _people(gather_figures(event, "killed", evidence))
    hurt = _people(gather_figures(event, "wounded", evidence))
    figures = gather_figures(event, "casualties", evidence)
    counted = [figure for figure in figures if figure.population.persons and figure.high != 0]
    hit = _people(counted)
    people = {
        report: (hit.get(report, frozenset()) | hurt.get(report, frozenset()))
        - killed.get(report, frozenset())
        for report in sorted(hit)
    }
    return Hits(
        groups=tuple(figure for figure in counted if figure.population.person is None),
        people=people,
        supporting=tuple(claim_id for figure in counted for claim_id in figure.claim_ids),
    )


def _people(figures: Iterable[Figure]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for figure in figures:
        if figure.population.person is not None:
            known = found.get(figure.report, frozenset())
            found[figure.report] = known | {figure.population.person}
    return found
