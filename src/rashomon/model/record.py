"""The record: findings of each event under one policy. Field names are the keys of ``record.json``.

Every key is always present; unknown leaves are None. None says that nothing was said, never 0.
"""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Flag, Party, Value
from rashomon.model.events import SideActor

Agreement = Literal["single", "agreed", "compatible", "revised", "disputed"]


@value
class MadeBy:
    """What made the record: program and codebook versions, and a digest of the case's claims."""

    version: str
    codebook: str
    case_digest: str


@value
class AcledType:
    """ACLED's event type and sub-type; None where the codebook gives none."""

    event_type: str | None = None
    sub_event_type: str | None = None


@value
class EventDate:
    """Partial ISO dates, ``end`` inclusive; ``precision`` is UCDP's date_prec 1–5.

    ``imputed``: no report says when; a convention of the policy put this date in its place.
    """

    start: str | None = None
    end: str | None = None
    precision: int | None = None
    imputed: bool = False


@value
class RecordPlace:
    """Where, with UCDP's where_prec 1–7; coordinates in WGS 84 degrees."""

    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    where_prec: int | None = None
    country: str | None = None
    country_iso3: str | None = None
    adm1: str | None = None
    adm2: str | None = None


@value
class Interval:
    """low ≤ best ≤ high where known; ``high`` None where the words set no upper bound."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


@value
class SideCasualties:
    """A side's own losses, as the policy reads them."""

    killed: Interval = Interval()
    wounded: Interval = Interval()
    captured: Interval = Interval()


@value
class RecordSide:
    """One side of the event and its own losses."""

    label: str
    role: Literal["belligerent", "victims", "unknown"]
    actors: tuple[SideActor, ...]
    casualties: SideCasualties = SideCasualties()


@value
class RecordOther:
    """An actor on no side and the claims that put it there."""

    actor: SideActor
    role: str
    claims: tuple[str, ...]


@value
class UcdpTotals:
    """UCDP: best = deaths_a + deaths_b + deaths_civilians + deaths_unknown; low ≤ best ≤ high."""

    deaths_a: int | None = None
    deaths_b: int | None = None
    deaths_civilians: int | None = None
    deaths_unknown: int | None = None
    best: int | None = None
    low: int | None = None
    high: int | None = None


@value
class AcledTotals:
    """ACLED: one total of reported deaths, the most conservative."""

    fatalities: int | None = None


@value
class MinMax:
    """Lowest lower bound and highest stated number; ``max_open`` where a bound has no top."""

    min: int | None = None
    max: int | None = None
    max_open: bool = False


@value
class RangeTotals:
    """The span of what was said, per outcome."""

    killed: MinMax = MinMax()
    wounded: MinMax = MinMax()
    captured: MinMax = MinMax()


@value
class PlainMinMax:
    """A closed span as Airwars publishes it."""

    min: int | None = None
    max: int | None = None


@value
class AirwarsTotals:
    """Civilians only."""

    killed: PlainMinMax = PlainMinMax()
    injured: PlainMinMax = PlainMinMax()


@value
class LatestTotals:
    """Point figures after supersession."""

    killed: int | None = None
    wounded: int | None = None
    captured: int | None = None


@value
class Totals:
    """The same claims under each family of rules, side by side."""

    ucdp: UcdpTotals = UcdpTotals()
    acled: AcledTotals = AcledTotals()
    range: RangeTotals = RangeTotals()
    airwars: AirwarsTotals = AirwarsTotals()
    latest: LatestTotals = LatestTotals()
    hierarchy: UcdpTotals = UcdpTotals()
    """UCDP's columns with the figures of the sources graded best."""


@value
class SharedFigure:
    """A figure over several events: assigned to none of them, shown with each."""

    claim_id: str
    facet: str
    about: Party | None
    value: Value
    scope_basis: Literal["stated", "inferred"]
    events: tuple[str, ...]
    note: str = ""


@value
class Finding:
    """What the policy makes of the claims on one facet and party, and a plain why."""

    facet: str
    about: Party | None
    value: Value | None
    agreement: Agreement
    rule: str
    why: str
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]
    witnesses: int
    imputed: bool = False


@value
class EventRecord:
    """One event of the record."""

    id: str
    title: str
    kind: str
    acled: AcledType
    type_of_violence: int | None
    event_clarity: int | None
    date: EventDate
    place: RecordPlace
    places: tuple[RecordPlace, ...]
    sides: tuple[RecordSide, ...]
    others: tuple[RecordOther, ...]
    totals: Totals
    shared_figures: tuple[SharedFigure, ...]
    findings: tuple[Finding, ...]
    reports: tuple[str, ...]
    principal_for: tuple[str, ...]
    part_of: str | None
    related: tuple[str, ...]
    flags: tuple[Flag, ...]


@value
class Record:
    """All events of a case under one policy, as known on ``as_of`` (None: everything)."""

    schema: str
    made_by: MadeBy
    policy: str
    as_of: str | None
    events: tuple[EventRecord, ...]
