"""Findings on figures: for each group of people what the policy takes, why, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.facets import FACETS, is_outcome
from rashomon.codebook.policies import MORE_THAN_SOURCE, RULES, Policy
from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Party
from rashomon.model.events import Event
from rashomon.model.record import Agreement, Finding
from rashomon.reconciling.accounts import Account, Standing
from rashomon.reconciling.agreement import Chosen, choose_figure, contradicts_itself, meet
from rashomon.reconciling.counting import is_affirmed
from rashomon.reconciling.disjoint import Estimate, Group, estimate, rests_on_convention
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import Figure
from rashomon.reconciling.individuals import Path, is_aside
from rashomon.reconciling.scope import is_civilian, side_of_path
from rashomon.reconciling.tolls import Toll, civilian_groups, estimate_toll, gather_toll
from rashomon.reconciling.witnesses import join_voices
from rashomon.reconciling.wording import figures_said, interval_words, listed, party_words, said, value_words

_TOGETHER = "The figures differ, but all can be true together."
_NOT_TOGETHER = "The figures cannot all be true together."
_SAID_BY_RULE = {"most_specific": _TOGETHER, "lowest": _NOT_TOGETHER}
"""What the sentence of a rule says already, so that a reason says it once."""
_BY_DISSENT: tuple[Agreement, ...] = ("disputed", "revised", "compatible", "agreed", "single")


@value
class Weighing:
    """What the maker of a finding needs: the event, its evidence, the policy, and what was left out."""

    event: Event
    evidence: Evidence
    policy: Policy
    facet: str

    def claims(self) -> list[Claim]:
        """The event's own claims on this facet, in document order."""
        claims = self.evidence.claims
        own = (c for c in self.event.claim_ids if c in claims and claims[c].facet == self.facet)
        return [claims[claim_id] for claim_id in self.evidence.in_order(own)]


def figure_findings(
    event: Event,
    tolls: Mapping[str, Toll],
    evidence: Evidence,
    policy: Policy,
    standing: Standing | None = None,
) -> tuple[Finding, ...]:
    """The findings on everything that is counted, in the codebook's order of facets.

    ``standing``: the account that the policy takes where whole accounts differ.
    """
    findings: list[Finding] = []
    for facet in (code for code in FACETS if is_outcome(code) or code in {"strength", "incidents"}):
        weighing = Weighing(event=event, evidence=evidence, policy=policy, facet=facet)
        toll = tolls[facet] if facet in tolls else gather_toll(event, facet, evidence)
        groups = civilian_groups(toll) if policy.civilians_only and facet in tolls else toll.groups
        totals = _total_finding(weighing, toll, groups) if facet in tolls else []
        totals = _account_finding(weighing, toll, standing) or totals
        for path, group in toll.groups.items():
            if path or not any(found.opposing for found in totals):
                findings.extend(_group_finding(weighing, group, toll, counted=path in groups))
        findings.extend(totals)
        findings.extend(_apart_findings(weighing, toll))
        findings.extend(_denied_findings(weighing, findings))
    return tuple(findings)


def _group_finding(weighing: Weighing, group: Group, toll: Toll, *, counted: bool) -> list[Finding]:
    chosen = choose_figure(group.figures, group.revised, weighing.policy)
    if chosen is None:
        return []
    evidence = weighing.evidence
    spans = weighing.policy.shown == "span"
    for_it = [figure for figure in group.figures if spans or _stands_with(figure, chosen)]
    against = [figure for figure in group.figures if figure not in for_it]
    denied = [
        claim.id
        for claim in weighing.claims()
        if not is_affirmed(claim) and _same_side(claim, group.path, weighing)
    ]
    found = Finding(
        facet=weighing.facet,
        about=party_of(group, chosen, evidence),
        value=_value_of(group, chosen, weighing.policy),
        agreement="disputed" if denied else chosen.agreement,
        rule=rule_name(weighing.policy, chosen),
        why=_why(weighing, group, chosen, toll, denied),
        supporting=evidence.in_order(_claim_ids(for_it)),
        # A figure that "three more" was added to is replaced by the sum, and backs it all the same.
        opposing=evidence.in_order(
            {*_claim_ids([*against, *group.revised]), *denied} - {*_claim_ids(for_it)}
        ),
        witnesses=len({figure.voice for figure in for_it}),
        imputed=rests_on_convention(chosen, group, weighing.policy),
    )
    return [found if counted else _uncounted(found, weighing)]


def _stands_with(figure: Figure, chosen: Chosen) -> bool:
    """True where both can be true; a body that gives two figures on two occasions does not back itself."""
    return meet(figure, chosen.figure) and not contradicts_itself(figure, chosen.figure)


def _claim_ids(figures: Iterable[Figure]) -> list[str]:
    return [claim_id for figure in figures for claim_id in figure.claim_ids]


def _uncounted(found: Finding, weighing: Weighing) -> Finding:
    """The same claims under a policy that counts civilians only: recorded, given no figure."""
    said_so = f"{said([*found.supporting, *found.opposing], weighing.evidence)}."
    return replace(
        found,
        value=None,
        rule=f"{weighing.policy.name}.civilians_only",
        why=f"{FACETS[found.facet].label.capitalize()}, {party_words(found.about)}: {said_so} "
        f"{RULES['civilians_only']}.",
        imputed=False,
    )


def rule_name(policy: Policy, chosen: Chosen) -> str:
    """The name of the rule by which a policy took a figure: ``ucdp.lowest``, ``acled.most_conservative``."""
    if chosen.rule == "single":
        return f"{policy.name}.single"
    if policy.shown == "span":
        return f"{policy.name}.span"
    if policy.name == "acled" and chosen.rule == "lowest":
        return "acled.most_conservative"
    return f"{policy.name}.{chosen.rule}"


def _value_of(group: Group, chosen: Chosen, policy: Policy) -> Count:
    figure = chosen.figure
    if policy.shown == "span":
        found = estimate(group.path, {group.path: group}, policy)
        if found is not None:
            high = None if found.open and policy.word_bounds == "logical" else found.high
            low = found.low
            return Count(
                low=low, high=high, approximate=figure.approximate, as_written=interval_words(low, high)
            )
    if figure.vague is not None:
        point = figure.point(policy)
        return Count(
            low=point, high=point, approximate=True, as_written=figure.as_written, vague=figure.vague
        )
    if figure.by_convention(policy):
        return Count(
            low=figure.point(policy), high=figure.high, approximate=True, as_written=figure.as_written
        )
    return Count(
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        as_written=figure.as_written,
        vague=None,
    )


def party_of(group: Group, chosen: Chosen, evidence: Evidence) -> Party:
    """The people of a group: as the leading claim words them, with the side's label."""
    side = side_of_path(group.path)
    about = evidence.claims[chosen.figure.claim_ids[0]].about
    if about is None or chosen.figure.summed:
        status = "civilian" if is_civilian(group.path) else "unknown"
        return Party(words="", side=side, status="civilian" if status == "civilian" else "unknown")
    return Party(
        words=about.words,
        actors=about.actors,
        join=about.join,
        side=side,
        status=about.status,
        categories=about.categories,
        unit=about.unit,
        identification=about.identification,
        start=about.start,
        end=about.end,
    )


def _same_side(claim: Claim, path: Path, weighing: Weighing) -> bool:
    side = next((side.label for side in weighing.event.sides if claim.id in side.claim_ids), None)
    return side == side_of_path(path) and not is_aside(path)


def _why(weighing: Weighing, group: Group, chosen: Chosen, toll: Toll, denied: Iterable[str]) -> str:
    """One paragraph: who said what, what was chosen by which rule, what was left out of comparison."""
    evidence, policy = weighing.evidence, weighing.policy
    label = FACETS[weighing.facet].label
    about = party_of(group, chosen, evidence)
    sentences = [f"{label.capitalize()}, {party_words(about)}: {figures_said(group.figures, evidence)}."]
    code = rule_name(policy, chosen).partition(".")[2]
    ruled, agreement = len(group.figures) > 1 or policy.shown == "span", _agreement_words(chosen, group)
    if not ruled or agreement != _SAID_BY_RULE.get(code):
        sentences.append(agreement)
    if ruled:
        sentences.append(
            f"{RULES.get(code, RULES['as_claimed'])} ({policy.name}): {_taken(group, chosen, policy)}."
        )
    if chosen.figure.vague is not None and rests_on_convention(chosen, group, policy):
        row = VAGUE_NUMBERS[chosen.figure.vague]
        point = chosen.figure.point(policy)
        sentences.append(
            f"“{chosen.figure.as_written}” gives no number and counts as {point} by convention ({row.source})."
        )
    elif chosen.figure.by_convention(policy):
        sentences.append(
            f"“{chosen.figure.as_written.strip()}” counts as {chosen.figure.point(policy)}, the number stated, by "
            f"convention ({policy.name}: {MORE_THAN_SOURCE})."
        )
    hedged = [figure for figure in group.figures if figure.hedged]
    if hedged and len(hedged) < len(group.figures):
        sentences.append(f"Hedged, so it raises the highest figure only: {figures_said(hedged, evidence)}.")
    if group.revised:
        sentences.append(
            f"Replaced by a later figure of the same body: {figures_said(group.revised, evidence)}."
        )
    if denied:
        sentences.append(f"Denied, doubted or negated: {said(denied, evidence)}.")
    if is_aside(group.path):
        sentences.append("Part of another figure, so it is not added to it.")
    sentences.extend(_left_out(weighing, toll))
    return " ".join(sentence for sentence in sentences if sentence)


def _taken(group: Group, chosen: Chosen, policy: Policy) -> str:
    if policy.shown == "span":
        found = estimate(group.path, {group.path: group}, policy)
        return "" if found is None else interval_words(found.low, found.high, is_open=found.open)
    figure = chosen.figure
    point = figure.point(policy)
    return (
        f"{point}"
        if figure.as_written.strip() == str(point)
        else f"{point}, from “{figure.as_written.strip()}”"
    )


def _agreement_words(chosen: Chosen, group: Group) -> str:
    bodies = [figure.body for figure in group.figures]
    itself = len(bodies) > len(set(bodies))
    match chosen.agreement:
        case "agreed":
            return "Independent speakers give the same figure."
        case "compatible":
            return _TOGETHER
        case "revised":
            return "The speaker has revised an earlier figure."
        case "disputed":
            return "One body contradicts itself." if itself else _NOT_TOGETHER
        case _:
            return ""


def _left_out(weighing: Weighing, toll: Toll) -> list[str]:
    """What was not compared, and why: another scope, another unit, only supposed."""
    evidence, several = weighing.evidence, _shared_of(weighing)
    supposed = [
        claim.id
        for claim in weighing.claims()
        if is_affirmed(claim) and claim.certainty in {"hypothetical", "planned"}
    ]
    sentences = []
    if several:
        sentences.append(f"Not compared, because it covers several events: {said(several, evidence)}.")
    if supposed:
        sentences.append(f"Not counted, because it is only supposed or planned: {said(supposed, evidence)}.")
    if toll.apart:
        sentences.append(
            f"Not counted, because it does not count single persons: {figures_said(toll.apart, evidence)}."
        )
    return sentences


def _shared_of(weighing: Weighing) -> list[str]:
    """The claims on this facet that cover several events."""
    known = weighing.evidence.claims
    return [one for one in weighing.event.shared_claim_ids if known[one].facet == weighing.facet]


def _account_finding(weighing: Weighing, toll: Toll, standing: Standing | None) -> list[Finding]:
    """The dead of the account that most witnesses back, where figures weighed one by one come to another number.

    And the wounded, where the policy takes them from it too.
    """
    policy, evidence = weighing.policy, weighing.evidence
    counted = weighing.facet == "killed" or (weighing.facet == "wounded" and policy.hit_is_wounded)
    if standing is None or not counted:
        return []
    number = standing.chosen.dead if weighing.facet == "killed" else standing.chosen.hurt
    found = estimate_toll(toll, policy)
    if number == (0 if found is None else found.best):
        return []
    tell = [_toll_words(one, evidence) for one in (*standing.backing, *standing.opposing)]
    imputed = weighing.facet == "wounded" and standing.chosen.imputed
    return [
        Finding(
            facet=weighing.facet,
            about=None,
            value=Count(low=number, high=number, as_written=str(number)),
            agreement="disputed" if standing.opposing else "compatible",
            rule=f"{policy.name}.most_witnesses",
            why=f"{FACETS[weighing.facet].label.capitalize()} in all. {'; '.join(tell)}. "
            f"{RULES['most_witnesses']} ({policy.name}): {number}.",
            supporting=evidence.in_order(c for one in standing.backing for c in one.claim_ids),
            opposing=evidence.in_order(c for one in standing.opposing for c in one.claim_ids),
            witnesses=standing.witnesses,
            imputed=imputed,
        )
    ]


def _toll_words(account: Account, evidence: Evidence) -> str:
    """What an account tells of: "The Gazette: 2 killed and 1 wounded"."""
    report = evidence.reports.get(account.report)
    name = account.report if report is None else report.outlet or report.source_ref
    told = [] if account.killed is None else [f"{account.dead} killed"]
    told += [] if account.wounded is None else [f"{account.wounded} wounded"]
    return f"{name}: {' and '.join(told)}"


def _total_finding(weighing: Weighing, toll: Toll, groups: Mapping[Path, Group]) -> list[Finding]:
    """The total over all groups, where it is more than one group's own figure."""
    found = estimate_toll(toll, weighing.policy)
    if found is None or found.rule not in {"sum_of_parts", "parts_over_total"}:
        return []
    used = [groups[path] for path, _ in found.shares if path in groups]
    return [_total(weighing, found, used, groups.get(()))] if len(used) > 1 else []


def _total(weighing: Weighing, found: Estimate, used: Sequence[Group], whole: Group | None) -> Finding:
    policy, evidence = weighing.policy, weighing.evidence
    parts = [group for group in used if group.path]
    chosen = [
        one
        for one in (choose_figure(group.figures, group.revised, policy) for group in parts)
        if one is not None
    ]
    value = _total_value(found, policy)
    given = [*whole.figures, *whole.revised] if whole is not None and whole not in used else []
    supporting = _claim_ids(figure for group in used for figure in group.figures)
    agreement = _worst(one.agreement for one in chosen)
    return Finding(
        facet=weighing.facet,
        about=None,
        value=value,
        agreement="disputed" if found.below_parts else agreement,
        rule=f"{policy.name}.{found.rule}",
        why=_total_why(weighing, found, given),
        supporting=evidence.in_order(supporting),
        opposing=evidence.in_order(_claim_ids(given)),
        witnesses=len({figure.voice for group in used for figure in group.figures}),
        imputed=found.imputed,
    )


def _total_value(found: Estimate, policy: Policy) -> Count:
    low, high = found.best, found.best
    if policy.shown == "span":
        low, high = found.low or 0, found.high
    top = None if found.open and policy.shown == "span" else high
    return Count(low=low, high=top, as_written=interval_words(low, top))


def _total_why(weighing: Weighing, found: Estimate, given: Sequence[Figure]) -> str:
    """How a total was added up, and which total it stands over."""
    span = interval_words(found.low, found.high, is_open=found.open)
    shares = listed([f"{number} ({_place_words(path)})" for path, number in found.shares])
    rule = RULES[found.rule or "sum_of_parts"]
    sentences = [f"{FACETS[weighing.facet].label.capitalize()} in all. {rule} ({weighing.policy.name}): "]
    sentences[0] += f"{span}." if weighing.policy.shown == "span" else f"{found.best}, made up of {shares}."
    if weighing.policy.shown == "best":
        sentences.append(f"All that was said together: {span}.")
    if found.below_parts:
        sentences.append("A total was given that its parts exceed.")
    if given:
        sentences.append(f"The total given: {figures_said(given, weighing.evidence)}.")
    shared = _shared_of(weighing)
    if shared:
        sentences.append(f"Not added, because it covers several events: {said(shared, weighing.evidence)}.")
    return " ".join(sentences)


def _worst(agreements: Iterable[str]) -> Agreement:
    found = set(agreements)
    return next((one for one in _BY_DISSENT if one in found), "single")


def _place_words(path: Path) -> str:
    side = side_of_path(path)
    words = ["civilians"] if is_civilian(path) else []
    if side is not None:
        words.append(f"side {side}")
    step = path[-1] if path else ""
    if step.startswith(("actors:", "category:")):
        words.append(step.partition(":")[2].replace("+", " and "))
    return ", ".join(words) or "not said whose"


def _apart_findings(weighing: Weighing, toll: Toll) -> list[Finding]:
    """Figures in families or units: recorded one by one, never counted as people."""
    evidence = weighing.evidence
    return [
        Finding(
            facet=weighing.facet,
            about=evidence.claims[figure.claim_ids[0]].about,
            value=Count(low=figure.low, high=figure.high, as_written=figure.as_written, vague=figure.vague),
            agreement="single",
            rule=f"{weighing.policy.name}.as_claimed",
            why=f"Recorded apart, as it does not count single persons: {figures_said([figure], evidence)}.",
            supporting=weighing.evidence.in_order(figure.claim_ids),
            opposing=(),
            witnesses=1,
        )
        for figure in toll.apart
    ]


def _denied_findings(weighing: Weighing, findings: Iterable[Finding]) -> list[Finding]:
    """Denials that stand against no figure: recorded, so that they are not lost."""
    shown = {claim_id for found in findings for claim_id in found.opposing}
    voices = join_voices(weighing.claims(), weighing.evidence)
    prints: dict[tuple[str, str, Party | None], list[Claim]] = {}
    for claim in weighing.claims():
        if not is_affirmed(claim) and claim.id not in shown:
            prints.setdefault((voices[claim.id], value_words(claim), claim.about), []).append(claim)
    return [
        Finding(
            facet=weighing.facet,
            about=group[0].about,
            value=None,
            agreement="disputed",
            rule=f"{weighing.policy.name}.as_claimed",
            why=f"Denied, doubted or negated, so it supports nothing: "
            f"{said([claim.id for claim in group], weighing.evidence)}.",
            supporting=(),
            opposing=tuple(claim.id for claim in group),
            witnesses=0,
        )
        for group in prints.values()
    ]
