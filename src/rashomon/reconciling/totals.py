"""The totals of an event under every family of rules, side by side, and each side's own losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.policies import POLICIES, RULES, Policy
from rashomon.codebook.sides import sides_a_and_b
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
from rashomon.reconciling.accounts import Standing, Told, choose_account
from rashomon.reconciling.disjoint import Estimate, add_estimates, estimate
from rashomon.reconciling.division import Divided, divide
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.hits import Hits
from rashomon.reconciling.individuals import COMBATANTS
from rashomon.reconciling.scope import is_civilian, side_of_path
from rashomon.reconciling.tolls import Toll, civilian_groups, estimate_toll


def make_totals(
    event: Event,
    tolls: Mapping[str, Toll],
    hits: Hits,
    told: Sequence[Told],
    *,
    divided: Divided | None = None,
) -> Totals:
    """The same figures under each family of rules; ``divided``: how its reports say that the toll is divided."""
    deaths = tolls["killed"]
    fatalities = estimate_toll(deaths, POLICIES["acled"])
    last, standing = POLICIES["latest"], choose_account(told, tolls, POLICIES["latest"])
    latest = {facet: estimate_toll(toll, last) for facet, toll in tolls.items()}
    points = {facet: None if found is None else found.best for facet, found in latest.items()}
    wounded = hits.wounded(last, points["killed"], points["wounded"])
    if standing is not None:
        points["killed"], wounded = _taken(points["killed"], wounded, standing)
    ucdp = choose_account(told, tolls, POLICIES["ucdp"])
    return Totals(
        ucdp=_ucdp(event, settle(estimate_toll(deaths, POLICIES["ucdp"]), ucdp)),
        acled=AcledTotals(fatalities=divide(fatalities, divided)),
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


def settle(found: Estimate | None, standing: Standing | None) -> Estimate | None:
    """The dead as the account that stands has them; the others still widen the span."""
    if found is None or standing is None or found.best == standing.chosen.dead:
        return found
    own, best = standing.chosen.killed, standing.chosen.dead
    return replace(
        found,
        low=None if found.low is None else min(found.low, best),
        best=best,
        high=max(found.high, best),
        imputed=own is not None and own.imputed,
        shares=own.shares if own is not None else (((), 0),),
        rule="most_witnesses",
    )


def _taken(killed: int | None, wounded: int | None, standing: Standing) -> tuple[int | None, int | None]:
    """Dead and wounded of the account that stands; None stays where no account tells of any."""
    return (
        None if killed is None else standing.chosen.dead,
        None if wounded is None and not standing.chosen.hurt else standing.chosen.hurt,
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


def make_sides(
    event: Event, tolls: Mapping[str, Toll], policy: Policy, standing: Standing | None
) -> tuple[RecordSide, ...]:
    """The sides of an event, each with its own losses as the policy reads them: no more than all in all."""
    most = {} if standing is None else {"killed": standing.chosen.dead}
    if standing is not None and policy.hit_is_wounded:
        most["wounded"] = standing.chosen.hurt
    return tuple(
        RecordSide(
            label=side.label,
            role=side.role,
            actors=side.actors,
            casualties=SideCasualties(
                **{
                    facet: _shown(_capped(_side_estimate(side.label, toll, policy), most.get(facet)), policy)
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


def _capped(found: Estimate | None, most: int | None) -> Estimate | None:
    if found is None or most is None or found.best <= most:
        return found
    return replace(found, best=most, low=None if found.low is None else min(found.low, most))


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
