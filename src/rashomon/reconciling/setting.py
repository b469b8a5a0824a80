"""What findings on one facet of one event are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.codebook.policies import Policy
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.events import Event
from rashomon.reconciling.disjoint import Group
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import population_of
from rashomon.reconciling.scope import Path, base_path
from rashomon.reconciling.totals import Toll, civilian_groups


@value
class Beside:
    """Claims on the same facet that count toward no figure: denied, only supposed, over several events."""

    denied: tuple[Claim, ...] = ()
    supposed: tuple[Claim, ...] = ()
    shared: tuple[Claim, ...] = ()


@value
class Setting:
    """One facet of one event: its figures by group of people, what stands beside them, and the policy."""

    event: Event
    toll: Toll
    beside: Beside
    evidence: Evidence
    policy: Policy
    voices: Mapping[str, str]

    def witnesses(self, claim_ids: Iterable[str]) -> int:
        """How many independent voices stand behind these claims."""
        return len({self.voices[claim_id] for claim_id in claim_ids})

    def rule(self, code: str) -> str:
        """A rule as findings give it."""
        return f"{self.policy.name}:{code}"

    def weighed(self) -> Mapping[Path, Group]:
        """The groups of people that the policy counts."""
        return civilian_groups(self.toll) if self.policy.civilians_only else self.toll.groups


def denials_of(group: Group, setting: Setting) -> tuple[Claim, ...]:
    """The denials and doubts that concern a group of people."""
    return tuple(claim for claim in setting.beside.denied if _concerns(claim, group.path, setting))


def is_denial(claim: Claim) -> bool:
    """True where a claim says no; one that only doubts contradicts nothing."""
    return claim.polarity == "negated" or any(link.stance == "denies" for link in claim.attribution)


def _concerns(claim: Claim, path: Path, setting: Setting) -> bool:
    side = next((one for one in setting.event.sides if claim.id in one.claim_ids), None)
    denied = base_path(population_of(claim, side), setting.event)
    return path == denied or (bool(denied) and path[: len(denied)] == denied)
