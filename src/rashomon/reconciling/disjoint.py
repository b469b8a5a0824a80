"""Totals and their parts: figures of one group are weighed, groups beside each other added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.policies import Policy
from rashomon.model.base import value
from rashomon.reconciling.agreement import Chosen, choose_figure
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import Figure
from rashomon.reconciling.individuals import COMBATANTS, Path, is_aside
from rashomon.reconciling.scope import side_of_path
from rashomon.reconciling.supersede import split_superseded


@value
class Group:
    """One group of people: the figures that stand for it, and those that were replaced."""

    path: Path
    figures: tuple[Figure, ...]
    revised: tuple[Figure, ...]


@value
class Estimate:
    """What a policy makes of a group and all below it.

    ``shares``: the best figure split by the group it was said of; they add up to ``best``.
    ``rule``: how totals and parts were brought together, None where only one of them was given.
    """

    low: int | None
    best: int
    high: int
    open: bool
    imputed: bool
    day: str
    shares: tuple[tuple[Path, int], ...]
    rule: str | None = None
    possible: bool = False
    """True where nobody calls them more than possible."""
    below_parts: bool = False
    """True where a total was given that its parts exceed."""


def weigh_groups(placed: Mapping[Path, Sequence[Figure]], evidence: Evidence) -> dict[Path, Group]:
    """The groups of an event with revisions settled."""
    groups = {}
    everyone = [figure for figures in placed.values() for figure in figures]
    for path, figures in placed.items():
        standing, revised = split_superseded(add_increments(figures, everyone), evidence)
        groups[path] = Group(path=path, figures=standing, revised=revised)
    return groups


def add_increments(figures: Sequence[Figure], everyone: Sequence[Figure] = ()) -> tuple[Figure, ...]:
    """The figures with "three more died" added to what the same body, else the same report, had said before.

    Where nobody gave a figure for these people before, an increment counts them alone, beside the others
    of its report (``everyone``); where it adds to nothing known, it is a lower bound: at least so many.
    """
    bases = [figure for figure in figures if figure.coverage != "increment"]
    increments = sorted(
        (figure for figure in figures if figure.coverage == "increment"),
        key=lambda figure: (figure.day, figure.report, figure.position, figure.claim_ids),
    )
    for more in increments:
        before = [base for base in bases if base.body == more.body and _precedes(base, more)]
        before = before or [base for base in bases if base.report == more.report and _precedes(base, more)]
        if before:
            base = max(before, key=lambda figure: (figure.day, figure.position, figure.claim_ids))
            bases.append(_added(base, more))
        elif any(other.report == more.report and _precedes(other, more) for other in everyone):
            bases.append(replace(more, coverage="unknown"))
        else:
            bases.append(replace(more, high=None, coverage="unknown"))
    return tuple(bases)


def _precedes(base: Figure, more: Figure) -> bool:
    if base.report == more.report:
        return base.position <= more.position
    return bool(base.day) and base.day < more.day


def _added(base: Figure, more: Figure) -> Figure:
    high = None if base.high is None or more.high is None else base.high + more.high
    return replace(
        more,
        claim_ids=(*base.claim_ids, *more.claim_ids),
        low=(base.low or 0) + (more.low or 0),
        high=high,
        approximate=base.approximate or more.approximate,
        vague=None,
        above=base.above + more.above,
        hedged=base.hedged or more.hedged,
        coverage="running",
        updates=True,
        as_written=f"{base.as_written} + {more.as_written}",
        summed=True,
    )


def estimate(path: Path, groups: Mapping[Path, Group], policy: Policy) -> Estimate | None:
    """What the policy makes of a group of people and the groups below it; None where nothing was said."""
    own = _own_estimate(groups.get(path), policy)
    children = [child for child in _children(path, groups) if not is_aside(child)]
    told = {child: part for child in children if (part := estimate(child, groups, policy)) is not None}
    parts = add_estimates(list(told.values()))
    if own is None or parts is None:
        return own or parts
    if not parts.possible and all(f.possible or f.doubted for f in groups[path].figures):
        return replace(parts, high=max(parts.high, own.high))  # a total that its own text distrusts is none
    exact = any(not f.vague and f.stated() == own.best for f in groups[path].figures)
    lone = _is_lone_sum(path, groups) or (exact and _is_one_part_all(own, told))
    return _bring_together(path, own, parts, policy, lone=lone)


def _is_one_part_all(own: Estimate, told: Mapping[Path, Estimate]) -> bool:
    """True for "14 died" of whom one tells as "14 residents", another as "seven men": these are among the 14.

    Fighters, and those of a side of their own, are none of the residents.
    """
    whole = [child for child, part in told.items() if part.best == own.best > 1]
    others = [child for child in told if child not in whole]
    plain = not any(COMBATANTS in other or side_of_path(other) for other in others)
    # "A man and two children died in a murder-suicide": a word that means two at least is no whole of them.
    return len(whole) == 1 and bool(others) and plain and not own.open


def _is_lone_sum(path: Path, groups: Mapping[Path, Group]) -> bool:
    """True where one report alone tells all the parts, and others give the total: one account against theirs.

    A total that one report gives in a fight may be of one side only, so there it takes two reports.
    """
    below = [child for child in _children(path, groups) if not is_aside(child)]
    totals = {figure.report for figure in groups[path].figures}
    parts = [
        {f.report for other, group in groups.items() if other[: len(child)] == child for f in group.figures}
        for child in below
    ]
    telling = set.intersection(*parts) if parts else set()
    fought = any(COMBATANTS in child for child in below)
    return len(telling) == 1 and len(totals - telling) > int(fought)


def _children(path: Path, groups: Mapping[Path, Group]) -> list[Path]:
    deeper = {
        other[: len(path) + 1] for other in groups if len(other) > len(path) and other[: len(path)] == path
    }
    return sorted(deeper)


def _own_estimate(group: Group | None, policy: Policy) -> Estimate | None:
    chosen = choose_figure(group.figures, group.revised, policy) if group is not None else None
    if group is None or chosen is None:
        return None
    best = chosen.figure.point(policy) or 0
    firm = [figure for figure in group.figures if not figure.hedged] or list(group.figures)
    bounding = [figure for figure in firm if not _is_made_precise(figure, firm)]
    lows = [low for low in (_lower(figure, policy) for figure in bounding) if low is not None]
    highs = [_upper(figure, policy) for figure in group.figures]
    return Estimate(
        low=min([*lows, best]) if lows else None,
        best=best,
        high=max([*highs, best]),
        open=any(figure.open() for figure in group.figures),
        imputed=rests_on_convention(chosen, group, policy),
        day=max(figure.day for figure in group.figures),
        shares=((group.path, best),),
        possible=all(figure.possible for figure in group.figures),
    )


def _is_made_precise(figure: Figure, figures: Sequence[Figure]) -> bool:
    """True for "several" where anybody says how many, and for "at least two" where the same account does."""
    return figure.open() and any(
        (other.low or 0) > (figure.low or 0)
        and not other.updates
        and (figure.vague is not None or (other.voice == figure.voice and other.report == figure.report))
        for other in figures
    )


def rests_on_convention(chosen: Chosen, group: Group, policy: Policy) -> bool:
    """True where a number word's conventional value entered what the policy shows."""
    if policy.shown in {"point", "best"}:
        return chosen.figure.by_convention(policy)
    return policy.word_bounds == "table" and any(figure.vague for figure in group.figures)


def _lower(figure: Figure, policy: Policy) -> int | None:
    if figure.vague and policy.word_bounds == "table":
        return figure.point(policy)
    return figure.low


def _upper(figure: Figure, policy: Policy) -> int:
    if figure.vague and policy.word_bounds == "table":
        return figure.point(policy) or 0
    return figure.stated() or 0


def add_estimates(parts: Sequence[Estimate]) -> Estimate | None:
    """The sum of groups that have nobody in common; None where there is none."""
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    # "34 died, and probably their leader": the leader raises the highest figure alone.
    sure = [part for part in parts if not part.possible]
    sure = sure if any(part.best for part in sure) else list(parts)
    return Estimate(
        low=sum(part.low or 0 for part in sure),
        best=sum(part.best for part in sure),
        high=sum(part.high for part in parts),
        open=any(part.open for part in parts),
        imputed=any(part.imputed for part in sure),
        day=max(part.day for part in parts),
        shares=tuple(share for part in sure for share in part.shares),
        possible=all(part.possible for part in parts),
        rule="sum_of_parts",
        below_parts=any(part.below_parts for part in parts),
    )


def _bring_together(path: Path, own: Estimate, parts: Estimate, policy: Policy, *, lone: bool) -> Estimate:
    """A total and its parts: the total stands unless the parts exceed it and the policy prefers them.

    ``lone``: one part is all there are, or one account of the parts stands against several that give the total,
    which outweigh it.
    """
    exceeded = parts.best > own.best
    contradicted = (parts.low or 0) > own.high and not own.open
    take_parts = (
        exceeded
        and not lone
        and (
            policy.parts_above_total == "parts"
            or (policy.parts_above_total == "later" and parts.day >= own.day)
        )
    )
    best = parts.best if take_parts else own.best
    high = max(own.high, parts.high) if exceeded or own.open else own.high
    shares = parts.shares if take_parts or not exceeded else ()
    rest = best - sum(share for _, share in shares)
    if rest or not shares:
        shares = (*shares, (path, rest))
    low = own.low
    if low is not None and own.open:
        low = max(low, parts.low or 0)  # "several were held … three in one house": three at least
    return Estimate(
        low=None if low is None else min(low, best),
        best=best,
        high=max(high, best),
        open=own.open or (exceeded and parts.open),
        imputed=parts.imputed if take_parts else own.imputed,
        day=max(own.day, parts.day),
        shares=shares,
        rule="parts_over_total" if take_parts else "total_over_parts",
        below_parts=contradicted or parts.below_parts,
    )
