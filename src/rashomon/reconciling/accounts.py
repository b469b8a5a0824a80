"""Which of several accounts of one happening stands, where they differ about its dead and wounded.

Each report tells how many died and how many were hurt, and only the two numbers together make sense: who was
wounded in the evening is dead in the morning's paper. Added up over reports, or taken one by one from
different ones, they give a toll that nobody told. So the toll that most witnesses back stands whole.

A witness backs another account's toll if its own can be the same; if it tells only of the dead and as many,
while others count wounded too; if it came out no later and tells only of the hurt; and if it tells of as many
people, of whom more have died since. Bodies that tell of their own side's fighters, and groups that no account
tells of together, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.policies import POLICIES, Policy
from rashomon.model.base import value
from rashomon.model.events import Event
from rashomon.reconciling.disjoint import Estimate, Group
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import Figure
from rashomon.reconciling.hits import Hits, gather_hits
from rashomon.reconciling.individuals import ACTORS, CATEGORY, COMBATANTS, SIDE, is_aside
from rashomon.reconciling.scope import side_of_path
from rashomon.reconciling.tolls import Toll, estimate_toll, gather_toll

_HARM = ("killed", "wounded")
_ANOTHER = re.compile(r"\b(?:another|others?|second|third|fourth|fifth|sixth)\b", re.I)


@value
class Account:
    """What one report tells of an event's dead and hurt, as a policy reads it."""

    report: str
    day: str
    voices: frozenset[str]
    claim_ids: tuple[str, ...]
    killed: Estimate | None
    wounded: int | None
    at_least: bool
    """True where the wounded are at least so many."""
    counted: bool
    """True where the wounded are told by number, or as "another child": one person told to be hurt may else
    be the one who died."""
    imputed: bool
    """True where the wounded rest on counting who was hit and is not said to be dead."""
    updates: bool = False
    """True where the text marks a figure as an update, or as a toll that rises."""

    @property
    def dead(self) -> int:
        """The number of dead the account comes to."""
        return 0 if self.killed is None else self.killed.best

    @property
    def hurt(self) -> int:
        """The number of wounded the account comes to."""
        return self.wounded or 0

    @property
    def toll(self) -> tuple[int, int]:
        """Dead and wounded."""
        return self.dead, self.hurt

    def is_bounded(self) -> bool:
        """False for "at least five", and for "several"."""
        killed = self.killed
        return (killed is None or not (killed.open or killed.imputed)) and not self.at_least


@value
class Standing:
    """The account that stands, with those that back it and those that do not."""

    chosen: Account
    backing: tuple[Account, ...]
    opposing: tuple[Account, ...]
    witnesses: int


@value
class Told:
    """What one report's claims on the dead and hurt come to, ready for any policy."""

    report: str
    dead: Toll
    hurt: Toll
    hits: Hits

    def figures(self) -> list[Figure]:
        """All figures of the report."""
        groups = (*self.dead.groups.values(), *self.hurt.groups.values())
        return [*(figure for group in groups for figure in group.figures), *self.hits.groups]


def gather_told(event: Event, tolls: Mapping[str, Toll], evidence: Evidence) -> tuple[Told, ...]:
    """What each report tells, prints of one text being one; nothing where reports tell of different people."""
    own: dict[str, list[str]] = {}
    for claim_id in evidence.in_order(c for c in event.claim_ids if c in evidence.claims):
        report = evidence.claims[claim_id].report_id
        own.setdefault(evidence.roots.get(report, report), []).append(claim_id)
    if len(own) < 2 or _answer_each_other(tolls, evidence):
        return ()
    alone = {report: replace(event, claim_ids=tuple(ids)) for report, ids in own.items()}
    return tuple(
        Told(
            report=report,
            dead=gather_toll(one, "killed", evidence),
            hurt=gather_toll(one, "wounded", evidence),
            hits=gather_hits(one, evidence),
        )
        for report, one in alone.items()
    )


def choose_account(told: Sequence[Told], tolls: Mapping[str, Toll], policy: Policy) -> Standing | None:
    """The account that most witnesses back; None where the accounts agree, or others tell of people it leaves out.

    Among equals, what is told of the dead comes before silence; then an account in which a wounded has died
    since; then, where the policy asks for the latest figures, one that is told as an update; then the fewest
    dead, and the last account that tells so.
    """
    if policy.accounts != "most_witnesses" or not told:
        return None
    accounts = _accounts(told, policy)
    if len(accounts) < 2:
        return None
    candidates = [one for one in accounts if one.is_bounded() or not _is_met(one, accounts)]
    backing = {one.toll: [other for other in accounts if _backs(other, one)] for one in candidates}
    witnesses = {toll: len(_by_witness(own)) for toll, own in backing.items()}
    last = {toll: _last_day([one for one in own if one.toll == toll]) for toll, own in backing.items()}

    def rank(toll: tuple[int, int]) -> tuple[object, ...]:
        own = [one for one in accounts if one.toll == toll]
        silent, imputed = all(one.killed is None for one in own), all(one.imputed for one in own)
        newer = policy.disjoint == "latest" and any(one.updates for one in own)
        died_since = any(_is_outlived(toll, last[toll], other) for other in accounts)
        return -witnesses[toll], silent, died_since, not newer, toll[0], imputed

    best = min(rank(toll) for toll in backing)
    tied = sorted(toll for toll in backing if rank(toll) == best)
    toll = max(tied, key=lambda one: last[one])
    chosen = next(one for one in candidates if one.toll == toll)
    if not _tell_of_all(backing[toll], tolls):
        return None
    return Standing(
        chosen=chosen,
        backing=tuple(backing[toll]),
        opposing=tuple(one for one in accounts if one not in backing[toll]),
        witnesses=witnesses[toll],
    )


def _answer_each_other(tolls: Mapping[str, Toll], evidence: Evidence) -> bool:
    """True where no report need tell the whole toll: of a side's losses, or a figure added to another's."""
    groups = [group for facet in _HARM for group in tolls[facet].groups.values()]
    if any(_are_losses_of_a_side(group) for group in groups):
        return True
    for group in groups:
        standing = {figure.report for figure in group.figures}
        if any(figure.report not in standing for figure in group.revised):
            return True
        if any(figure.updates and _spans_reports(figure, evidence) for figure in group.figures):
            return True
    return False


def _are_losses_of_a_side(group: Group) -> bool:
    """True for a number of a side's fighters on a body's word: each body tells of its own.

    A lone gunman or guard is no force, and what an outlet tells on its own word is of all whom it knows of.
    """
    fighting = COMBATANTS in group.path and side_of_path(group.path) is not None
    return fighting and any(
        figure.population.person is None and not figure.body.startswith(("outlet:", "nameless:"))
        for figure in group.figures
    )


def _spans_reports(figure: Figure, evidence: Evidence) -> bool:
    """True for "three more" added to what another report said before."""
    reports = {evidence.claims[claim_id].report_id for claim_id in figure.claim_ids}
    return figure.summed and len({evidence.roots.get(report, report) for report in reports}) > 1


def _tell_of_all(backing: Sequence[Account], tolls: Mapping[str, Toll]) -> bool:
    """True where the accounts leave out no side, body or calling whose dead or wounded others tell of."""
    telling: dict[str, set[str]] = {}
    for facet in _HARM:
        for path, group in tolls[facet].groups.items():
            if not tolls[facet].two_sided and all(f.population.person for f in group.figures):
                continue  # a guard told of alone, where nobody fights, may be any of the dead
            for step in path if not is_aside(path) else ():
                if step == COMBATANTS or step.startswith((ACTORS, CATEGORY, SIDE)):
                    telling.setdefault(step, set()).update(figure.report for figure in group.figures)
    sides = [step for step in telling if step.startswith(SIDE)]
    if len(sides) == 1:
        del telling[sides[0]]
    told = {account.report for account in backing}
    return all(reports & told for reports in telling.values())


def _accounts(told: Iterable[Told], policy: Policy) -> list[Account]:
    """One account for each report that tells of dead or hurt; mere hearsay only where there is nothing else."""
    found = [(account, one) for one in told if (account := _account(one, policy)) is not None]
    firm = [account for account, one in found if not _is_hearsay(one)]
    return firm or [account for account, _ in found]


def _is_hearsay(told: Told) -> bool:
    return all(figure.hedged for figure in told.figures())


def _account(told: Told, policy: Policy) -> Account | None:
    """What one report's claims come to; None where it tells of nobody."""
    last = POLICIES["latest"]
    killed, died = (estimate_toll(told.dead, rules) for rules in (policy, last))
    found = estimate_toll(told.hurt, last)
    said = None if found is None else found.best
    wounded = told.hits.wounded(last, None if died is None else died.best, said)
    if killed is None and wounded is None:
        return None
    figures = told.figures()
    numbers = [figure for group in told.hurt.groups.values() for figure in group.figures]
    claim_ids = [claim_id for figure in figures for claim_id in figure.claim_ids]
    return Account(
        report=told.report,
        day=max((figure.day for figure in figures), default=""),
        voices=frozenset(figure.voice for figure in figures),
        claim_ids=tuple(dict.fromkeys((*claim_ids, *told.hits.supporting))),
        killed=killed,
        wounded=wounded,
        at_least=found is not None and wounded == said and (found.open or found.imputed),
        counted=wounded == said
        and any(_is_told_by_number(figure, told, 0 if died is None else died.best) for figure in numbers),
        imputed=wounded != said,
        updates=any(figure.updates and not figure.summed for figure in figures),
    )


def _is_told_by_number(figure: Figure, told: Told, dead: int) -> bool:
    """True for "four", and "another"; "they are hurt" is a number only where more were hit than died."""
    if figure.population.person is not None:
        return _ANOTHER.search(figure.as_written) is not None
    return figure.vague is None or any(
        hit.vague is None and (hit.low or 0) > dead for hit in told.hits.groups
    )


def _backs(one: Account, other: Account) -> bool:
    """True where an account speaks for another's toll."""
    hurt, dead = _agrees_on_hurt(one, other), _agrees_on_dead(one, other)
    if hurt and dead:
        return True
    if dead and one.wounded is None and other.counted:
        return True
    if hurt and one.killed is None and one.day < other.day:
        return True
    died_since = other.dead > one.dead and sum(one.toll) == sum(other.toll)
    return died_since and not (one.day and other.day and one.day > other.day)


def _is_outlived(toll: tuple[int, int], day: str, later: Account) -> bool:
    """True for the evening's one dead and two wounded where the next days' account has two dead and one wounded."""
    return later.dead > toll[0] and sum(later.toll) == sum(toll) and bool(day) and later.day > day


def _agrees_on_dead(one: Account, other: Account) -> bool:
    if one.killed is None:
        return other.dead == 0
    return (one.killed.low or 0) <= other.dead and (one.killed.open or other.dead <= one.killed.high)


def _agrees_on_hurt(one: Account, other: Account) -> bool:
    return other.hurt >= one.hurt if one.at_least else other.hurt == one.hurt


def _is_met(one: Account, accounts: Iterable[Account]) -> bool:
    """True where another account says more exactly what this one says too."""
    return any(one is not other and other.is_bounded() and _backs(one, other) for other in accounts)


def _by_witness(accounts: Iterable[Account]) -> dict[object, list[Account]]:
    """Accounts by who answers for them: an outlet for what it tells itself, else the bodies it relays."""
    found: dict[object, list[Account]] = {}
    for account in accounts:
        own = any(voice.startswith(("outlet:", "nameless:")) for voice in account.voices)
        found.setdefault(account.report if own or not account.voices else account.voices, []).append(account)
    return found


def _last_day(accounts: Iterable[Account]) -> str:
    """The day of the last witness: another print of the same words adds nothing to it."""
    days = [min(account.day for account in own) for own in _by_witness(accounts).values()]
    return max(days, default="")
