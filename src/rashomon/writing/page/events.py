"""What the page shows of an event: when, where and who, the figures by policy, the findings and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.facets import FACETS
from rashomon.codebook.precision import DATE_PRECISION, EVENT_CLARITY, VIOLENCE_TYPES, WHERE_PRECISION
from rashomon.model.claims import Claim, Count
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, Finding, Interval, RecordPlace, RecordSide, SharedFigure
from rashomon.writing.charts.ranges import chart_figures, interval_words
from rashomon.writing.charts.timeline import make_timeline
from rashomon.writing.maps import MapMaker
from rashomon.writing.maps.scene import Spot, nearest
from rashomon.writing.page.rows import Row, flag_words, value_words
from rashomon.writing.wording.dates import event_days
from rashomon.writing.wording.kinds import where_phrase
from rashomon.writing.wording.labels import initial_capital
from rashomon.writing.wording.parties import party_label
from rashomon.writing.wording.telling import Telling

_AREAS = {
    3: "a second-order division (district)",
    4: "a first-order division (province)",
    5: "an area without clear bounds",
    7: "at sea or in the air",
}
"""What a place is whose point is only the middle of it, by where_prec."""


_DISTRICT = 3
"""The where_prec up to which a point says where an event was."""


def index_row(event: EventRecord, telling: Telling) -> Row:
    """A line of the list of events."""
    return {
        "id": event.id,
        "title": telling.withholding.text(event.title),
        "when": event_days(event.date) if event.date.start else "not known",
        "where": telling.withholding.text(where_phrase(event.place)),
        "killed": headline(event, telling.lookups.view.record.policy),
        "disputed": any(f.agreement == "disputed" and _is_outcome(f) for f in event.findings),
        "reports": len(event.reports),
        "principal_for": len(event.principal_for),
    }


def headline(event: EventRecord, policy: str) -> str | None:
    """How many were killed in all, as the policy reads it; None where it gives no figure."""
    totals = event.totals
    if policy == "range":
        span = totals.range.killed
        return None if span.min is None and span.max is None else _span(span.min, span.max, span.max_open)
    by_policy = {
        "ucdp": Interval(low=totals.ucdp.low, best=totals.ucdp.best, high=totals.ucdp.high),
        "acled": _point(totals.acled.fatalities),
        "airwars": Interval(low=totals.airwars.killed.min, high=totals.airwars.killed.max),
        "latest": _point(totals.latest.killed),
        "hierarchy": Interval(
            low=totals.hierarchy.low, best=totals.hierarchy.best, high=totals.hierarchy.high
        ),
    }
    if policy == "hierarchy" and totals.hierarchy.best is None:
        # Records made before this policy had totals of its own.
        return _shown(_whole(event))
    return _shown(by_policy.get(policy) or _whole(event))


def _shown(found: Interval) -> str | None:
    return interval_words(found) if (found.low, found.best) != (None, None) else None


def _point(figure: int | None) -> Interval:
    return Interval(low=figure, best=figure, high=figure)


def _whole(event: EventRecord) -> Interval:
    """The total that a policy without one of its own in the record found, or its only part."""
    killed = [f for f in event.findings if f.facet == "killed" and isinstance(f.value, Count)]
    best = next((f for f in killed if f.about is None), killed[0] if len(killed) == 1 else None)
    if best is None or not isinstance(best.value, Count):
        return Interval()
    return Interval(low=best.value.low, best=best.value.low, high=best.value.high)


def _is_outcome(finding: Finding) -> bool:
    return finding.facet in FACETS and FACETS[finding.facet].outcome


def event_row(event: EventRecord, telling: Telling, maps: MapMaker) -> Row:
    """An event with its figures, findings and accounts, ready for the template."""
    claims = telling.lookups.claims_of(event.id)
    return {
        **index_row(event, telling),
        "event": event,
        "means": _code_meanings(event),
        "sides": [_side_row(side, telling) for side in event.sides],
        "others": [
            {
                "role": initial_capital(other.role.replace("_", " ")),
                "name": telling.withholding.text(other.actor.name),
            }
            for other in event.others
        ],
        "map": maps.draw(_plain_place(event.place, telling), _spots(event, telling)),
        "charts": chart_figures(claims, telling),
        "timeline": make_timeline(event, claims, telling),
        "figures": figure_rows(event),
        "findings": [finding_row(finding, telling) for finding in event.findings],
        "shared": [shared_row(figure, telling) for figure in event.shared_figures],
        "flags": flag_words(event.flags),
        "part_of": _title_of(event.part_of, telling),
    }


def _code_meanings(event: EventRecord) -> Row:
    """The record's codes with what they mean; empty where a code is not given."""
    acled = " / ".join(part for part in (event.acled.event_type, event.acled.sub_event_type) if part)
    kind = [
        f"ACLED: {acled}" if acled else "",
        _meaning("UCDP type of violence", event.type_of_violence, VIOLENCE_TYPES),
        _meaning("UCDP event clarity", event.event_clarity, EVENT_CLARITY),
    ]
    return {
        "when": _meaning("UCDP date precision", event.date.precision, DATE_PRECISION),
        "where": _meaning("UCDP where precision", event.place.where_prec, WHERE_PRECISION),
        "kind": [one for one in kind if one],
    }


def _meaning(name: str, code: int | None, table: dict[int, str]) -> str:
    return f"{name} {code}: {table.get(code, 'no meaning known')}" if code is not None else ""


def _side_row(side: RecordSide, telling: Telling) -> Row:
    """A side's actors and its losses, as the policy reads them."""
    losses = [
        f"{interval_words(interval)} {word}"
        for word in ("killed", "wounded", "captured")
        if (interval := getattr(side.casualties, word)) != type(interval)()
    ]
    return {
        "victims": side.role == "victims",
        "actors": [telling.withholding.text(actor.name) for actor in without_wholes(side.actors)],
        "losses": ", ".join(losses),
    }


def _title_of(event_id: str | None, telling: Telling) -> str | None:
    event = telling.lookups.records.get(event_id or "")
    return telling.withholding.text(event.title) if event else None


def _plain(words: str, telling: Telling) -> str:
    return telling.withholding.text(words)


def _plain_place(place: RecordPlace, telling: Telling) -> RecordPlace:
    return replace(place, name=telling.withholding.text(place.name)) if place.name else place


def _spots(event: EventRecord, telling: Telling) -> tuple[Spot, ...]:
    """Other places of the event's reports and the places of events it has to do with."""
    here = event.place
    if here.lat is None or here.lon is None:
        return ()
    own = [_spot(place, "also named as its place", telling) for place in event.places]
    ids = [i for i in (event.part_of, *event.related) if i]
    others = [telling.lookups.records[i] for i in ids if i in telling.lookups.records]
    theirs = [_spot(other.place, _plain(other.title, telling), telling) for other in others]
    return nearest((here.lat, here.lon), [spot for spot in (*own, *theirs) if spot])


def _spot(place: RecordPlace, note: str, telling: Telling) -> Spot | None:
    if place.lat is None or place.lon is None or place.where_prec == 6:
        return None
    name = _plain(place.name or place.adm2 or place.adm1 or "", telling)
    area = _AREAS.get(place.where_prec or 5, "")
    told = f"{area}, {note}" if area else note
    return Spot(name=name, lat=place.lat, lon=place.lon, note=told, area=bool(area))


def event_spots(tellings: Sequence[Telling]) -> list[Spot]:
    """The places of events that are known at least to a district, by the events' titles."""
    return [
        Spot(name=_plain(telling.event.title, telling), lat=place.lat, lon=place.lon)
        for telling in tellings
        if (place := telling.event.place).lat is not None
        and place.lon is not None
        and (place.where_prec or 9) <= _DISTRICT
    ]


def usual_country(events: Sequence[EventRecord]) -> str | None:
    """The country that most events are in, None where none has one."""
    codes = Counter(e.place.country_iso3 for e in events if e.place.country_iso3)
    return min(codes, key=lambda code: (-codes[code], code)) if codes else None


def figure_rows(event: EventRecord) -> list[Row]:
    """The same claims under each family of rules, and what each row means."""
    totals = event.totals
    ucdp, span = totals.ucdp, totals.range
    return [
        {
            "policy": "UCDP",
            "killed": _best(ucdp.low, ucdp.best, ucdp.high),
            "wounded": "not counted",
            "captured": "not counted",
            "why": "best figure between the lowest and the highest; deaths only",
        },
        {
            "policy": "ACLED",
            "killed": _number(totals.acled.fatalities),
            "wounded": "not counted",
            "captured": "not counted",
            "why": "one total, the most conservative; deaths only",
        },
        {
            "policy": "Range",
            "killed": _span(span.killed.min, span.killed.max, span.killed.max_open),
            "wounded": _span(span.wounded.min, span.wounded.max, span.wounded.max_open),
            "captured": _span(span.captured.min, span.captured.max, span.captured.max_open),
            "why": "from the lowest to the highest number that anyone stated; see the speakers below",
        },
        {
            "policy": "Airwars",
            "killed": _span(totals.airwars.killed.min, totals.airwars.killed.max, False),
            "wounded": _span(totals.airwars.injured.min, totals.airwars.injured.max, False),
            "captured": "not counted",
            "why": "civilians only",
        },
        {
            "policy": "Latest",
            "killed": _number(totals.latest.killed),
            "wounded": _number(totals.latest.wounded),
            "captured": _number(totals.latest.captured),
            "why": "point figures after revisions by the same speaker",
        },
    ]


def _number(figure: int | None) -> str:
    return "nothing said" if figure is None else f"{figure:,}"


def _span(low: int | None, high: int | None, is_open: bool) -> str:
    if low is None and high is None:
        return "nothing said"
    if high is None or low is None:
        return f"{low:,}+" if low is not None else f"up to {high:,}"
    text = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{text}, no upper bound" if is_open else text


def _best(low: int | None, best: int | None, high: int | None) -> str:
    if best is None and low is None and high is None:
        return "nothing said"
    return f"{_number(best)} (low {_number(low)}, high {_number(high) if high is not None else 'open'})"


def finding_row(finding: Finding, telling: Telling) -> Row:
    """A finding with its agreement and its plain why."""
    claims = telling.lookups.view.claims
    known = [claims[i] for i in (*finding.supporting, *finding.opposing) if i in claims]
    first = known[0] if known else None
    return {
        "facet": FACETS[finding.facet].label if finding.facet in FACETS else finding.facet.replace("_", " "),
        "party": party_label(finding.about, telling.withholding) if finding.about else "",
        "value": value_words(_with_value(first, finding), telling.withholding)
        if first and finding.value
        else "—",
        "agreement": finding.agreement,
        "why": telling.withholding.text(finding.why),
        "rule": finding.rule,
        "witnesses": finding.witnesses,
        "imputed": finding.imputed,
        "supporting": [i for i in finding.supporting if i in claims],
        "opposing": [i for i in finding.opposing if i in claims],
    }


def _with_value(claim: Claim, finding: Finding) -> Claim:
    return claim if finding.value is None else replace(claim, value=finding.value, polarity="affirmed")


def shared_row(figure: SharedFigure, telling: Telling) -> Row:
    """A figure over several events, with the titles of these."""
    claim = telling.lookups.view.claims.get(figure.claim_id)
    titles = [title for i in figure.events if (title := _title_of(i, telling))]
    return {
        "facet": FACETS[figure.facet].label if figure.facet in FACETS else figure.facet,
        "party": party_label(figure.about, telling.withholding),
        "value": value_words(claim, telling.withholding) if claim else "",
        "speaker": telling.speaker(claim).chain() if claim else "",
        "events": titles,
        "basis": figure.scope_basis,
        "note": telling.withholding.text(figure.note),
        "claim_id": figure.claim_id,
    }
