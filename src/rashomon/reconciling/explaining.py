"""The `why` of a figure: who said what, what was taken and by which rule, what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.policies import RULES
from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.model.claims import Claim
from rashomon.reconciling.agreement import Chosen
from rashomon.reconciling.disjoint import Estimate, Group, estimate, rests_on_convention
from rashomon.reconciling.figures import Figure
from rashomon.reconciling.scope import Path
from rashomon.reconciling.setting import Setting
from rashomon.reconciling.wording import figures_said, interval_words, said

_MOST_NAMED = 6
"""Entries that one sentence of a `why` names before it only counts the rest."""


def explain_group(group: Group, chosen: Chosen, denials: Sequence[Claim], rule: str, setting: Setting) -> str:
    """The plain reason for the figure of one group of people."""
    sentences = [
        figures_said(group.figures, setting.evidence),
        f"{RULES[rule]}: {_chosen_words(chosen, group, rule, setting)}",
        *_convention(group.figures if rests_on_convention(chosen, group, setting.policy) else (), setting),
        *_hedged(group),
        *_named("Replaced by a later figure of the same body", _ids(group.revised), setting),
        *_named("Denied or doubted", (claim.id for claim in denials), setting),
        *_left_out(group.path, setting),
    ]
    return " ".join(f"{sentence}." for sentence in sentences)


def explain_total(found: Estimate, parts: Sequence[Group], whole: Group | None, setting: Setting) -> str:
    """The plain reason for a figure that was added up from its parts."""
    figures = [figure for group in parts if group.path for figure in group.figures]
    numbers = " + ".join(str(number) for _, number in found.shares if number)
    span = interval_words(found.low, found.high, is_open=found.open)
    sentences = [
        figures_said(figures, setting.evidence),
        f"{RULES[found.rule or 'single']}: {numbers or 0} = {found.best}, in all {span}",
        *_convention(figures if found.imputed else (), setting),
    ]
    if whole is not None:
        sentences += _named("The total given", _ids(whole.figures), setting)
    sentences += _beside(setting)
    return " ".join(f"{sentence}." for sentence in sentences)


def _chosen_words(chosen: Chosen, group: Group, rule: str, setting: Setting) -> str:
    found = estimate(group.path, {group.path: group}, setting.policy)
    words = f"“{chosen.figure.as_written.strip()}”"
    if found is None:
        return words
    span = interval_words(found.low, found.high, is_open=found.open)
    if rule == "span":
        return span
    counted = f"{words}, counted as {found.best}"
    return (
        counted if span == str(found.best) or setting.policy.shown == "point" else f"{counted}, in all {span}"
    )


def _convention(figures: Iterable[Figure], setting: Setting) -> list[str]:
    """Which number words were given a number by convention, and whose."""
    table = setting.policy.number_words
    words = {figure.vague: figure for figure in figures if figure.vague in VAGUE_NUMBERS}
    return [
        f"“{words[code].as_written.strip()}” counts as {words[code].point(table)} by convention "
        f"({VAGUE_NUMBERS[code].source})"
        for code in sorted(code for code in words if code is not None)
    ]


def _hedged(group: Group) -> list[str]:
    hedged = [figure for figure in group.figures if figure.hedged]
    if not hedged or len(hedged) == len(group.figures):
        return []
    return ["Hedged figures widen the span and are never taken as best"]


def _left_out(path: Path, setting: Setting) -> list[str]:
    """Figures on the same facet that were not compared with these, and why."""
    others = [
        claim_id
        for other, group in setting.toll.groups.items()
        if other != path
        for claim_id in _ids(group.figures)
    ]
    return [*_named("Not compared, since they count other people", others, setting), *_beside(setting)]


def _beside(setting: Setting) -> list[str]:
    beside, apart = setting.beside, _ids(setting.toll.apart)
    shared = [claim.id for claim in beside.shared]
    supposed = [claim.id for claim in beside.supposed]
    return [
        *_named("Not counted, since they cover several events together", shared, setting),
        *_named("Not counted, since only supposed or planned", supposed, setting),
        *_named("Not counted, since they count no single people", apart, setting),
    ]


def _named(opening: str, claim_ids: Iterable[str], setting: Setting) -> list[str]:
    ids = setting.evidence.in_order(claim_ids)
    if not ids:
        return []
    more = len(ids) - _MOST_NAMED
    rest = f"; and {more} more" if more > 0 else ""
    return [f"{opening}: {said(ids[:_MOST_NAMED], setting.evidence)}{rest}"]


def _ids(figures: Iterable[Figure]) -> list[str]:
    return [claim_id for figure in figures for claim_id in figure.claim_ids]
