"""Findings on figures: for each group of people, what the policy takes, and who said what else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from rashomon.codebook.policies import RULES, Policy
from rashomon.model.claims import Count, Party
from rashomon.model.record import Agreement, Finding
from rashomon.reconciling.agreement import Chosen, choose_figure, meet
from rashomon.reconciling.disjoint import Estimate, Group, estimate, rests_on_convention
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.explaining import explain_group, explain_total
from rashomon.reconciling.figures import COUNTED, Figure
from rashomon.reconciling.scope import side_of_path
from rashomon.reconciling.setting import Setting, denials_of, is_denial
from rashomon.reconciling.wording import figures_said

_WORST_FIRST: tuple[Agreement, ...] = ("disputed", "revised", "compatible", "agreed", "single")


def find_figures(setting: Setting) -> list[Finding]:
    """The findings on one facet: the whole event's first where parts make it up, then each group's."""
    findings = []
    total = _find_total(setting) if setting.toll.facet in COUNTED else None
    if total is not None:
        findings.append(total)
    for path, group in setting.toll.groups.items():
        if path or total is None or not total.rule.endswith("parts_over_total"):
            findings.append(_find_group(group, setting))
    findings += [_find_apart(figure, setting) for figure in setting.toll.apart]
    return findings


def _find_group(group: Group, setting: Setting) -> Finding:
    chosen = choose_figure(group.figures, group.revised, setting.policy)
    if chosen is None:
        return _find_undecided(group, "single", "as_claimed", setting)
    if group.path not in setting.weighed():
        return _find_undecided(group, chosen.agreement, "civilians_only", setting)
    denials = denials_of(group, setting)
    against = [figure for figure in group.figures if not _agrees(figure, chosen)]
    supporting = _ids(figure for figure in group.figures if figure not in against)
    opposing = (*_ids((*against, *group.revised)), *(claim.id for claim in denials))
    rule = rule_code(chosen, setting.policy)
    contested = chosen.agreement == "disputed" or any(is_denial(claim) for claim in denials)
    return Finding(
        facet=setting.toll.facet,
        about=about_of(group, chosen.figure, setting.evidence),
        value=shown_value(chosen, group, setting.policy),
        agreement="disputed" if contested else chosen.agreement,
        rule=setting.rule(rule),
        why=explain_group(group, chosen, denials, rule, setting),
        supporting=setting.evidence.in_order(supporting),
        opposing=setting.evidence.in_order(opposing),
        witnesses=setting.witnesses(supporting),
        imputed=rests_on_convention(chosen, group, setting.policy),
    )


def _agrees(figure: Figure, chosen: Chosen) -> bool:
    if figure is chosen.figure:
        return True
    itself = figure.body == chosen.figure.body and figure.stated() != chosen.figure.stated()
    return meet(figure, chosen.figure) and not (itself and chosen.agreement == "disputed")


def _ids(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(figure.claim_ids for figure in figures))


def rule_code(chosen: Chosen, policy: Policy) -> str:
    """The code of the rule by which a figure was taken."""
    if chosen.rule == "single":
        return "single"
    if policy.shown == "span":
        return "span"
    if chosen.rule == "lowest" and policy.meeting == "lowest":
        return "most_conservative"
    return chosen.rule


def about_of(group: Group, figure: Figure, evidence: Evidence) -> Party | None:
    """The party a group is shown as: that of its leading figure, with its side."""
    about = evidence.claims[figure.claim_ids[0]].about
    return None if about is None else replace(about, side=side_of_path(group.path) or about.side)


def shown_value(chosen: Chosen, group: Group, policy: Policy) -> Count:
    """The figure as the policy shows it: as given, as one number, or as the span of all that was stated."""
    figure = chosen.figure
    given = Count(
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        as_written=figure.as_written,
        vague=figure.vague,
    )
    if policy.shown == "best":
        return given
    found = estimate(group.path, {group.path: group}, policy)
    if found is None:
        return given
    if policy.shown == "point":
        return replace(given, low=found.best, high=found.best)
    return replace(
        given, low=found.low, high=None if found.open else found.high, approximate=False, vague=None
    )


def _find_undecided(group: Group, agreement: Agreement, rule: str, setting: Setting) -> Finding:
    """A group that the policy gives no figure for."""
    figures = (*group.figures, *group.revised)
    ids = setting.evidence.in_order(_ids(figures))
    return Finding(
        facet=setting.toll.facet,
        about=about_of(group, figures[0], setting.evidence),
        value=None,
        agreement=agreement,
        rule=setting.rule(rule),
        why=f"{figures_said(figures, setting.evidence)}. {RULES[rule]}.",
        supporting=ids,
        opposing=(),
        witnesses=setting.witnesses(ids),
    )


def _find_apart(figure: Figure, setting: Setting) -> Finding:
    """A figure in families, vehicles or units: it stands for itself."""
    about = setting.evidence.claims[figure.claim_ids[0]].about
    unit = about.unit if about is not None else "other things"
    return Finding(
        facet=setting.toll.facet,
        about=about,
        value=Count(
            low=figure.low,
            high=figure.high,
            approximate=figure.approximate,
            as_written=figure.as_written,
            vague=figure.vague,
        ),
        agreement="single",
        rule=setting.rule("as_claimed"),
        why=f"{figures_said([figure], setting.evidence)}. It counts {unit.replace('_', ' ')}, not single people, "
        "so it is neither compared with nor added to figures of people.",
        supporting=setting.evidence.in_order(figure.claim_ids),
        opposing=(),
        witnesses=setting.witnesses(figure.claim_ids),
    )


def _find_total(setting: Setting) -> Finding | None:
    """The whole event's figure where its parts make it up; None where one group says it all."""
    groups = setting.weighed()
    found = estimate((), groups, setting.policy)
    if found is None or found.rule not in {"sum_of_parts", "parts_over_total"} or _one_counts(found):
        return None
    parts = [groups[path] for path, _ in found.shares if path in groups]
    supporting = _ids(figure for group in parts if group.path for figure in group.figures)
    whole = groups.get(())
    opposing = _ids((*whole.figures, *whole.revised)) if whole is not None else ()
    return Finding(
        facet=setting.toll.facet,
        about=None,
        value=_summed_value(found, parts, setting.policy),
        agreement=_overall(parts, found, setting),
        rule=setting.rule(found.rule or "single"),
        why=explain_total(found, parts, whole, setting),
        supporting=setting.evidence.in_order(supporting),
        opposing=setting.evidence.in_order(opposing),
        witnesses=setting.witnesses(supporting),
        imputed=found.imputed,
    )


def _one_counts(found: Estimate) -> bool:
    return len(found.shares) < 2


def _summed_value(found: Estimate, parts: Sequence[Group], policy: Policy) -> Count:
    written = " + ".join(dict.fromkeys(figure.as_written for group in parts for figure in group.figures[:1]))
    if policy.shown == "point":
        return Count(low=found.best, high=found.best, as_written=written)
    if policy.shown == "span":
        return Count(low=found.low, high=None if found.open else found.high, as_written=written)
    return Count(low=found.best, high=None if found.open else found.best, as_written=written)


def _overall(parts: Sequence[Group], found: Estimate, setting: Setting) -> Agreement:
    """A sum is as contested as the most contested of its parts."""
    if found.below_parts:
        return "disputed"
    seen: set[Agreement] = set()
    for group in parts:
        chosen = choose_figure(group.figures, group.revised, setting.policy)
        if chosen is not None:
            seen.add(chosen.agreement)
        if any(is_denial(claim) for claim in denials_of(group, setting)):
            seen.add("disputed")
    return next((one for one in _WORST_FIRST if one in seen), "single")
