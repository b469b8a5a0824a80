"""When an event was: the time that its reports agree on, or the span that covers what they say."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.codebook.policies import REPORTING_KINDS, UNDATED_PRECISION, Policy
from rashomon.model.base import value
from rashomon.model.claims import Claim, Moment
from rashomon.model.dates import first_day, is_partial, last_day, parse_partial
from rashomon.model.events import Event
from rashomon.model.record import EventDate
from rashomon.reconciling.counting import is_affirmed
from rashomon.reconciling.evidence import Evidence, without

_INFERRED = frozenset({"inferred_date", "date_vague"})
_REAL = frozenset({"asserted", "hedged"})
LONG_PAST = frozenset({"long_past"})
"""Flags by which a reader says that the text puts something further back than the days before it was written."""
_ANY_LEAP_YEAR = 2000
_WEEK = 7


@value
class Dated:
    """The date of an event and how it was found.

    ``chosen``: the claims it rests on; ``others``: claims that say another time; ``impossible``: claims of
    a day after a report of the event was already published.
    """

    date: EventDate
    rule: str | None
    chosen: tuple[Claim, ...]
    others: tuple[Claim, ...]
    impossible: tuple[Claim, ...]
    conflict: bool


def date_event(event: Event, evidence: Evidence, policy: Policy) -> Dated:
    """The event's date: the narrowest time all can mean, else the span of them all; never after a report of it.

    Where no report says when, the policy's convention may put the day of publication in its place.
    """
    claims = [claim for claim in _date_claims(event, evidence) if is_affirmed(claim)]
    latest = _latest_possible_day(event, evidence)
    impossible = tuple(claim for claim in claims if _begins_after(claim, latest))
    possible = [claim for claim in claims if not _begins_after(claim, latest)]
    firm = [claim for claim in possible if not _is_loose(claim)] or possible
    firm = [claim for own in _by_report(firm) for claim in _main_days(own)]
    if not firm:
        day = _stand_in(event, evidence) if policy.undated == "publication_day" else None
        date = EventDate()
        if day is not None:
            date = EventDate(start=day, end=day, precision=UNDATED_PRECISION, imputed=True)
        rule = "publication_day" if day is not None else None
        return Dated(date=date, rule=rule, chosen=(), others=(), impossible=impossible, conflict=False)
    firm = _without_wide(firm)
    narrowest = min(firm, key=lambda claim: (_width(claim), _bounds(claim), evidence.order(claim.id)))
    apart = [claim for claim in firm if not _overlap(claim, narrowest)]
    most = _given_by_most(firm) if apart else None
    if most is not None:
        start, end = _bounds(most)
        chosen = tuple(claim for claim in possible if _overlap(claim, most))
    elif apart:
        start, end = _cover(firm)
        chosen = tuple(firm)
    else:
        start, end = _bounds(narrowest)
        chosen = tuple(claim for claim in possible if _overlap(claim, narrowest))
    return Dated(
        date=_capped(start, end, latest),
        rule=_rule(apart=bool(apart), backed=most is not None, lone=len(chosen) == 1),
        chosen=chosen,
        others=tuple(without(possible, chosen)),
        impossible=impossible,
        conflict=bool(apart),
    )


def _rule(*, apart: bool, backed: bool, lone: bool) -> str:
    if apart:
        return "most_reports" if backed else "widest"
    return "single" if lone else "narrowest"


def _without_wide(claims: Sequence[Claim]) -> list[Claim]:
    """The claims less those of wide times that hold a narrower one: "this year" says nothing against a day of it."""
    spans = {_bounds(claim): claim for claim in claims}
    wide = {bounds for bounds, claim in spans.items() if any(_holds(claim, one) for one in spans.values())}
    return [claim for claim in claims if _bounds(claim) not in wide]


def _holds(wide: Claim, narrow: Claim) -> bool:
    (begin, end), (first, last) = _span(wide), _span(narrow)
    return _width(wide) > max(_width(narrow), _WEEK) and begin <= first and last <= end


def _given_by_most(claims: Sequence[Claim]) -> Claim | None:
    """A claim of the time that three reports or more give, and no third as many any other; None where there is none."""
    given: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        given.setdefault(_bounds(claim), set()).add(claim.report_id)
    ranked = sorted(given, key=lambda bounds: (-len(given[bounds]), bounds))
    most = _of(ranked[0], claims)
    others = [bounds for bounds in ranked[1:] if not _overlap(most, _of(bounds, claims))]
    backing = len(given[ranked[0]])
    least = max([_MOST_REPORTS, *(_MOST_REPORTS * len(given[bounds]) for bounds in others)])
    return most if backing >= least else None


def _of(bounds: tuple[str, str], claims: Sequence[Claim]) -> Claim:
    return next(claim for claim in claims if _bounds(claim) == bounds)


_MOST_REPORTS = 3
"""Reports of one day for one report of another, from which the day stands though one says otherwise."""


def _by_report(claims: Iterable[Claim]) -> list[list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report_id, []).append(claim)
    return list(found.values())


def _main_days(claims: Sequence[Claim]) -> list[Claim]:
    """What one report says of an event's time, less what it says beside that.

    A report seldom contradicts itself on a day: where it names a day, a month that does not hold that day is
    another thing's; and of several days, one it gives at least twice as often as any other is the event's.
    """
    # One span stands for all claims of it: a long report gives the same day again and again.
    spans = {_bounds(claim): claim for claim in claims}
    days = [claim for claim in spans.values() if _width(claim) <= _WEEK]
    fitting = {
        bounds
        for bounds, claim in spans.items()
        if not days or _width(claim) <= _WEEK or any(_overlap(claim, day) for day in days)
    }
    kept = [claim for claim in claims if _bounds(claim) in fitting]
    often = Counter(_bounds(claim) for claim in kept)
    beside = {one: {two for two in often if _overlap(spans[one], spans[two])} for one in often}
    backing = {one: sum(often[two] for two in beside[one]) for one in often}
    most = _bounds(max(kept, key=lambda claim: backing[_bounds(claim)]))
    rest = [bounds for bounds in often if bounds not in beside[most]]
    if rest and all(2 * backing[bounds] <= backing[most] for bounds in rest):
        return [claim for claim in kept if _bounds(claim) in beside[most]]
    return kept


def _stand_in(event: Event, evidence: Evidence) -> str | None:
    """The day on which the first report of its main event was published, where that is told as just happened.

    None for what a report tells of beside its main event, for what it only supposes, and for what it says
    lies further back ("weeks ago", "an earlier attack").
    """
    if any(flag.code in LONG_PAST for flag in event.flags):
        return None
    own = [evidence.claims[claim_id] for claim_id in event.claim_ids if claim_id in evidence.claims]
    if any(flag.code in LONG_PAST for claim in own for flag in claim.flags):
        return None
    told = {claim.report_id for claim in own if is_affirmed(claim) and claim.certainty in _REAL}
    days = []
    for report_id in told.intersection(event.principal_for):
        report = evidence.reports.get(report_id)
        if report is None or report.kind not in REPORTING_KINDS:
            continue
        first, last = first_day(report.published), last_day(report.published)
        if first is not None and first == last:
            days.append(first.isoformat())
    latest = _latest_possible_day(event, evidence)
    if latest is not None and days:
        days.append(latest.isoformat())
    return min(days, default=None)


def date_precision(start: str, end: str) -> int:
    """UCDP's date_prec of a span: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 more.

    A day of an unknown year is still a day: that the year is unknown is flagged, not coded.
    """
    days = _days(start, end)
    for most, precision in ((1, 1), (6, 2), (7, 3), (31, 4)):
        if days <= most:
            return precision
    return 5


def _date_claims(event: Event, evidence: Evidence) -> list[Claim]:
    """The event's own dates; where it has none, those it shares with others told of together."""
    own = _dates_among(event.claim_ids, evidence)
    return own or _dates_among(event.shared_claim_ids, evidence)


def _dates_among(claim_ids: Iterable[str], evidence: Evidence) -> list[Claim]:
    known = (claim_id for claim_id in claim_ids if claim_id in evidence.claims)
    claims = [evidence.claims[claim_id] for claim_id in evidence.in_order(known)]
    return [
        claim
        for claim in claims
        if claim.facet == "date"
        and claim.certainty in _REAL
        and isinstance(claim.value, Moment)
        and _is_dated(claim.value)
    ]


def _is_dated(moment: Moment) -> bool:
    known = [bound for bound in (moment.start, moment.end) if bound is not None]
    return bool(known) and all(is_partial(bound) for bound in known)


def _bounds(claim: Claim) -> tuple[str, str]:
    moment = claim.value
    if not isinstance(moment, Moment):  # kept by _date_claims; says so to the type checker
        return ("", "")
    start, end = moment.start or moment.end or "", moment.end or moment.start or ""
    return start, end


def _is_loose(claim: Claim) -> bool:
    return claim.certainty == "hedged" or any(flag.code in _INFERRED for flag in claim.flags)


def _span(claim: Claim) -> tuple[dt.date, dt.date]:
    start, end = _bounds(claim)
    return _first(start), _last(end)


def _first(partial: str) -> dt.date:
    known = first_day(partial)
    if known is not None:
        return known
    parts = parse_partial(partial)
    return dt.date(_ANY_LEAP_YEAR, parts.month or 1, parts.day or 1)


def _last(partial: str) -> dt.date:
    parts = parse_partial(partial)
    if parts.year is not None:
        return last_day(partial) or dt.date.max
    month = f"{_ANY_LEAP_YEAR}-{parts.month or 12:02d}"
    return last_day(f"{month}-{parts.day:02d}" if parts.day else month) or dt.date.max


def _days(start: str, end: str) -> int:
    return (_last(end) - _first(start)).days + 1


def _width(claim: Claim) -> int:
    return max(_days(*_bounds(claim)), 1)


def _overlap(one: Claim, two: Claim) -> bool:
    (start, end), (other_start, other_end) = _span(one), _span(two)
    if parse_partial(_bounds(one)[0]).year is None or parse_partial(_bounds(two)[0]).year is None:
        # Without a year only month and day can be compared.
        start, end, other_start, other_end = (
            day.replace(year=_ANY_LEAP_YEAR) for day in (start, end, other_start, other_end)
        )
    return start <= other_end and other_start <= end


def _cover(claims: Sequence[Claim]) -> tuple[str, str]:
    dated = [claim for claim in claims if parse_partial(_bounds(claim)[0]).year is not None] or list(claims)
    start = min((_bounds(claim)[0] for claim in dated), key=lambda bound: (_first(bound), bound))
    end = max((_bounds(claim)[1] for claim in dated), key=lambda bound: (_last(bound), bound))
    return start, end


def _latest_possible_day(event: Event, evidence: Evidence) -> dt.date | None:
    """The last day of the earliest report that speaks of the event as having happened."""
    days = []
    for claim_id in (*event.claim_ids, *event.shared_claim_ids):
        claim = evidence.claims.get(claim_id)
        if claim is not None and claim.certainty in _REAL:
            report = evidence.reports.get(claim.report_id)
            published = last_day(report.published) if report is not None else None
            if published is not None:
                days.append(published)
    return min(days, default=None)


def _begins_after(claim: Claim, latest: dt.date | None) -> bool:
    start = first_day(_bounds(claim)[0])
    return start is not None and latest is not None and start > latest


def _capped(start: str, end: str, latest: dt.date | None) -> EventDate:
    final = last_day(end)
    if latest is not None and final is not None and final > latest:
        # "In April", told on the 5th, was on the 5th at the latest.
        end = latest.isoformat()
        start = _first(start).isoformat()
    return EventDate(start=start, end=end, precision=date_precision(start, end))
