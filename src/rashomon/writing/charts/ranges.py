"""The figures that disagree, ready to be drawn: by outcome, side and party, one row for each speaker.

A row is a witness, not a print. Figures over several events stand apart, revised ones are marked, and the
policy's own figure lies behind them as a band. Positions are per cent of a scale that starts at 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.facets import FACETS
from rashomon.codebook.policies import POLICIES
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Party
from rashomon.model.record import EventRecord, Finding, Interval, RecordSide
from rashomon.writing.charts.rows import FigureRow, describe_figure
from rashomon.writing.charts.scale import Mark, Scale, make_scale, place_mark
from rashomon.writing.wording.casualties import Account, gather_accounts, is_figure
from rashomon.writing.wording.labels import initial_capital
from rashomon.writing.wording.parties import party_key, party_label
from rashomon.writing.wording.telling import Telling

_NO_SIDE = "Side not stated"
_TOO_SMALL = 8
"""A side whose figures take less than this part of the chart's scale gets one of its own, and says so."""


@value
class PartyRows:
    """One party's figures, one row a speaker; ``reach`` says how far figures over several events reach."""

    label: str
    shared: bool
    reach: str
    rows: tuple[FigureRow, ...]


@value
class PolicyFigure:
    """What the policy makes of a side's figures: a best figure and its span."""

    words: str
    mark: Mark
    best_at: float | None
    imputed: bool


@value
class SidePanel:
    """A side's parties; the policy's figure is of all of them together.

    ``scale``: a scale of its own, where on the chart's one its figures could not be told apart.
    """

    label: str
    scale: Scale | None
    policy: PolicyFigure | None
    parties: tuple[PartyRows, ...]

    @property
    def band(self) -> Mark | None:
        """The policy's span where it lies behind the rows: only one party's rows are compared with it."""
        own = [party for party in self.parties if not party.shared]
        return self.policy.mark if self.policy and len(own) == 1 else None


@value
class OutcomeChart:
    """One outcome (killed, wounded …) over all sides, on one scale."""

    facet: str
    label: str
    scale: Scale
    panels: tuple[SidePanel, ...]


@value
class _Figure:
    """One speaker's figure, before it has its place."""

    claim: Claim
    account: Account
    prints: tuple[Claim, ...]
    side: str
    finding: Finding | None
    shared: bool
    revised: bool = False


def chart_figures(claims: Sequence[Claim], telling: Telling) -> tuple[OutcomeChart, ...]:
    """The charts of an event, in the order of the codebook's outcomes."""
    figures = _figures(claims, telling)
    return tuple(
        _outcome(facet, [f for f in figures if f.claim.facet == facet], telling)
        for facet in FACETS
        if any(f.claim.facet == facet for f in figures)
    )


def _figures(claims: Sequence[Claim], telling: Telling) -> list[_Figure]:
    accounts = gather_accounts(
        [claim for claim in claims if is_figure(claim)], telling.event, telling.lookups, telling.withholding
    )
    found = _findings_by_claim(telling.event)
    figures = [_figure(claim, account, found, telling) for account in accounts for claim in account.claims]
    gone = _revised(figures)
    return [replace(figure, revised=figure.claim.id in gone) for figure in figures]


def _findings_by_claim(event: EventRecord) -> dict[str, Finding]:
    """For each claim the finding on its own party; a sum over all parties is nobody's figure."""
    found: dict[str, Finding] = {}
    for finding in event.findings:
        if finding.about is not None:
            for claim_id in (*finding.supporting, *finding.opposing):
                found.setdefault(claim_id, finding)
    return found


def _figure(claim: Claim, account: Account, found: Mapping[str, Finding], telling: Telling) -> _Figure:
    known = telling.lookups.view.claims
    prints = tuple(known[i] for i in account.prints if i in known and _same_figure(known[i], claim))
    finding = found.get(claim.id)
    about = finding.about if finding and finding.about else claim.about
    side = telling.lookups.side_of.get(claim.id) or (about.side if about else None) or ""
    shared = bool(account.scope_words)
    return _Figure(claim=claim, account=account, prints=prints, side=side, finding=finding, shared=shared)


def _same_figure(one: Claim, other: Claim) -> bool:
    if one.facet != other.facet:
        return False
    left, right = one.value, other.value
    if isinstance(left, Count) and isinstance(right, Count):
        return (left.low, left.high, left.vague) == (right.low, right.high, right.vague)
    return type(left) is type(right)


def _outcome(facet: str, figures: Sequence[_Figure], telling: Telling) -> OutcomeChart:
    sides = {side.label: side for side in telling.event.sides}
    labels = [label for label in sides if any(f.side == label for f in figures)]
    labels += sorted({f.side for f in figures} - set(labels))
    on_side = {label: [f for f in figures if f.side == label] for label in labels}
    intervals = {label: _interval(sides.get(label), facet) for label in labels}
    scale = _scale_of(figures, list(intervals.values()))
    panels = tuple(_panel(label, intervals[label], on_side[label], scale, telling) for label in labels)
    return OutcomeChart(facet=facet, label=FACETS[facet].label, scale=scale, panels=panels)


def _scale_of(figures: Sequence[_Figure], intervals: Sequence[Interval | None]) -> Scale:
    counts = [f.claim.value for f in figures if isinstance(f.claim.value, Count)]
    return make_scale(counts, [interval for interval in intervals if interval])


def _interval(side: RecordSide | None, facet: str) -> Interval | None:
    if side is None or facet not in ("killed", "wounded", "captured"):
        return None
    interval: Interval = getattr(side.casualties, facet)
    return interval if (interval.low, interval.best, interval.high) != (None, None, None) else None


def _panel(
    label: str, interval: Interval | None, figures: Sequence[_Figure], scale: Scale, telling: Telling
) -> SidePanel:
    own = _scale_of(figures, [interval])
    if own.top * _TOO_SMALL > scale.top:
        own = scale
    groups: dict[tuple[bool, str], list[_Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.shared, _party_of(figure)), []).append(figure)
    parties = tuple(_party(shared, groups[shared, key], own, telling) for shared, key in sorted(groups))
    imputed = any(f.finding is not None and f.finding.imputed for f in figures if not f.shared)
    return SidePanel(
        label=telling.withholding.text(label) or _NO_SIDE,
        scale=None if own is scale else own,
        policy=_policy_figure(interval, own, imputed) if interval else None,
        parties=parties,
    )


def _party_of(figure: _Figure) -> str:
    about = figure.finding.about if figure.finding and not figure.shared else figure.claim.about
    return party_key(about)


def _party(shared: bool, figures: Sequence[_Figure], scale: Scale, telling: Telling) -> PartyRows:
    first = figures[0]
    about = first.finding.about if first.finding and not shared else first.claim.about
    return PartyRows(
        label=_party_words(about, first.claim, telling),
        shared=shared,
        reach=initial_capital("; ".join(dict.fromkeys(f.account.scope_words for f in figures if shared))),
        rows=tuple(
            describe_figure(
                figure.claim,
                figure.account,
                figure.prints,
                place_mark(figure.claim, scale),
                telling,
                revised=figure.revised,
            )
            for figure in figures
        ),
    )


def _party_words(about: Party | None, claim: Claim, telling: Telling) -> str:
    """The party as the finding names it, else as the first speaker does."""
    named = party_label(about, telling.withholding)
    return (
        named
        if named != party_label(None, telling.withholding)
        else party_label(claim.about, telling.withholding)
    )


def _revised(figures: Sequence[_Figure]) -> set[str]:
    """Claims that the same body has replaced by a later figure."""
    standing = {
        (id(figure.finding), figure.account.speaker.key)
        for figure in figures
        if figure.finding and figure.claim.id in figure.finding.supporting
    }
    return {
        figure.claim.id
        for figure in figures
        if figure.finding
        and figure.finding.agreement == "revised"
        and figure.claim.id in figure.finding.opposing
        and (id(figure.finding), figure.account.speaker.key) in standing
    }


def _policy_figure(interval: Interval, scale: Scale, imputed: bool) -> PolicyFigure:
    low, best, high = interval.low, interval.best, interval.high
    return PolicyFigure(
        words=interval_words(interval),
        mark=Mark(
            start=scale.at(low) if low is not None else None,
            end=scale.at(high) if high is not None else None,
            opens=high is None,
        ),
        best_at=scale.at(best) if best is not None else None,
        imputed=imputed,
    )


def policy_name(name: str) -> str:
    """What a policy is called in headings.

    >>> policy_name("ucdp"), policy_name("range")
    ('UCDP GED', 'Range')
    """
    return POLICIES[name].label.partition(":")[0] if name in POLICIES else name


def interval_words(interval: Interval) -> str:
    """A best figure and its span: "30 (21–40)", "21 or more", "3".

    >>> interval_words(Interval(low=21, best=30, high=40)), interval_words(Interval(low=3, best=3, high=3))
    ('30 (21–40)', '3')
    """
    low, best, high = interval.low, interval.best, interval.high
    if high is None:
        span = f"{low:,} or more" if low is not None else ""
    elif low is None:
        span = f"up to {high:,}"
    else:
        span = f"{low:,}–{high:,}" if low != high else f"{low:,}"
    if best is None:
        return span
    return f"{best:,}" if not span or low == best == high else f"{best:,} ({span})"
