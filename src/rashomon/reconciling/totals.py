"""The totals of an event under every family of rules, side by side, and each side's own losses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.policies import ONE_SIDED_AT_LEAST, POLICIES, RULES, Policy
from rashomon.codebook.sides import sides_a_and_b
from rashomon.model.base import value
from rashomon.model.claims import Count
from rashomon.model.events import Event
from rashomon.model.record import (
    AcledTotals,
    AirwarsTotals,
    Finding,
    Interval,
    LatestTotals,
    MinMax,
    PlainMinMax,
    RangeTotals,
    RecordSide,
    SideCasualties,
    Totals,
    UcdpTotals,
)
from rashomon.reconciling.disjoint import Estimate, Group, add_estimates, estimate, weigh_groups
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import COUNTED, Figure, gather_figures
from rashomon.reconciling.hits import Hits
from rashomon.reconciling.individuals import COMBATANTS, Path
from rashomon.reconciling.scope import is_civilian, place_figures, side_of_path
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
    groups = weigh_groups(place_figures(event, figures), evidence)
    return Toll(
        facet=facet,
        groups=groups,
        apart=tuple(figure for figure in figures if not figure.population.persons),
        two_sided=is_two_sided(event, groups),
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


def make_totals(event: Event, tolls: Mapping[str, Toll], hits: Hits) -> Totals:
    """The same figures under each family of rules."""
    deaths = tolls["killed"]
    fatalities = estimate_toll(deaths, POLICIES["acled"])
    latest = {facet: estimate_toll(toll, POLICIES["latest"]) for facet, toll in tolls.items()}
    points = {facet: None if found is None else found.best for facet, found in latest.items()}
    wounded = hits.wounded(POLICIES["latest"], points["killed"], points["wounded"])
    return Totals(
        ucdp=_ucdp(event, estimate_toll(deaths, POLICIES["ucdp"])),
        acled=AcledTotals(fatalities=None if fatalities is None else fatalities.best),
        range=RangeTotals(
            **{facet: _span(estimate_toll(toll, POLICIES["range"])) for facet, toll in tolls.items()}
        ),
        airwars=AirwarsTotals(
            killed=_plain(estimate_toll(deaths, POLICIES["airwars"])),
            injured=_plain(estimate_toll(tolls["wounded"], POLICIES["airwars"])),
        ),
        latest=LatestTotals(**(points | {"wounded": wounded})),
        hierarchy=_ucdp(event, estimate_toll(deaths, POLICIES["hierarchy"])),
    )


def hit_findings(
    hits: Hits, tolls: Mapping[str, Toll], evidence: Evidence, policy: Policy
) -> tuple[Finding, ...]:
    """The finding on wounded that rests on counting those hit and not said to be dead, where a policy does."""
    killed, wounded = (estimate_toll(tolls[facet], policy) for facet in ("killed", "wounded"))
    said = None if wounded is None else wounded.best
    number = hits.wounded(policy, None if killed is None else killed.best, said)
    if number is None or number == said:
        return ()
    rule = f"{policy.name}.hit_not_killed"
    told = "no wounded were counted" if said is None else f"{said} were said to be wounded"
    return (
        Finding(
            facet="wounded",
            about=None,
            value=Count(low=number, high=number, as_written=str(number)),
            agreement="single",
            rule=rule,
            why=f"{RULES['hit_not_killed']} ({policy.name}): {number}; {told}.",
            supporting=evidence.in_order(hits.supporting),
            opposing=(),
            witnesses=len({figure.voice for figure in hits.groups}) or len(hits.people),
            imputed=True,
        ),
    )


def _ucdp(event: Event, found: Estimate | None) -> UcdpTotals:
    if found is None:
        return UcdpTotals()
    side_a, side_b = (side.label if side else None for side in sides_a_and_b(event.sides))
    columns: dict[str, int] = {}
    for path, number in found.shares:
        side = side_of_path(path)
        if is_civilian(path):
            column = "deaths_civilians"
        elif COMBATANTS in path and side is not None and side in {side_a, side_b}:
            column = "deaths_a" if side == side_a else "deaths_b"
        else:
            column = "deaths_unknown"
        columns[column] = columns.get(column, 0) + number
    low = found.low if found.low is not None else 0
    return UcdpTotals(**columns, best=found.best, low=min(low, found.best), high=max(found.high, found.best))


def _span(found: Estimate | None) -> MinMax:
    if found is None:
        return MinMax()
    return MinMax(min=found.low, max=found.high, max_open=found.open)


def _plain(found: Estimate | None) -> PlainMinMax:
    return PlainMinMax() if found is None else PlainMinMax(min=found.low, max=found.high)


def make_sides(event: Event, tolls: Mapping[str, Toll], policy: Policy) -> tuple[RecordSide, ...]:
    """The sides of an event, each with its own losses as the policy reads them."""
    return tuple(
        RecordSide(
            label=side.label,
            role=side.role,
            actors=side.actors,
            casualties=SideCasualties(
                **{
                    facet: _shown(_side_estimate(side.label, toll, policy), policy)
                    for facet, toll in tolls.items()
                }
            ),
        )
        for side in event.sides
    )


def _side_estimate(label: str, toll: Toll, policy: Policy) -> Estimate | None:
    groups = civilian_groups(toll) if policy.civilians_only else toll.groups
    own = f"side:{label}"
    tops = sorted({path[: path.index(own) + 1] for path in groups if own in path})
    return add_estimates(_present([estimate(top, groups, policy) for top in tops]))


def _present(found: Sequence[Estimate | None]) -> list[Estimate]:
    return [one for one in found if one is not None]


def _shown(found: Estimate | None, policy: Policy) -> Interval:
    if found is None:
        return Interval()
    if policy.shown == "point":
        return Interval(low=found.best, best=found.best, high=found.best)
    if policy.shown == "span":
        return Interval(low=found.low, best=None, high=None if found.open else found.high)
    return Interval(low=found.low, best=found.best, high=found.high)
