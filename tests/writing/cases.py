"""A small case built by hand: a clash, the operation around it, a second clash of the same day."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.base import content_id
from rashomon.model.claims import (
    ActorRef,
    Attribution,
    Claim,
    Count,
    Flag,
    Moment,
    Party,
    Person,
    PlaceRef,
    Term,
    Unknown,
    Value,
)
from rashomon.model.events import Event, EventSide, Linked, OtherActor, SideActor
from rashomon.model.layers import Reading
from rashomon.model.record import (
    AcledTotals,
    AcledType,
    EventDate,
    EventRecord,
    Finding,
    MadeBy,
    MinMax,
    RangeTotals,
    Record,
    RecordOther,
    RecordPlace,
    RecordSide,
    SharedFigure,
    Totals,
    UcdpTotals,
)
from rashomon.model.report import Passage, Report, SetAside, Skipped
from rashomon.writing import CaseView

GAZETTE = (
    "Troops of Norland clashed with the River Front near Tamsa on 4 May 2019. "
    "At least 12 rebels were killed, an army spokesman told Radio Delta. "
    "Two trucks were seen. Ada Brook, a shopkeeper, was killed. The Front may have lost 5 men.\n"
    "SECRET COMMENT: they all lied"
)
BULLETIN = (
    "In two clashes on 4 May, 9 bandits were killed and three of our fighters were wounded. "
    "The River Front denies any part in the death of Ada Brook. The Hill Guard was in liaison."
)
ARMY = ActorRef(words="Troops of Norland", actor_id="norland-army", name="Armed forces of Norland")
FRONT = ActorRef(words="River Front", actor_id="river-front", name="River Front")
GUARD = ActorRef(words="Hill Guard", actor_id="hill-guard", name="Hill Guard")

REPORTS = (
    Report(
        id="r_1",
        source_ref="gazette.txt",
        locator="gazette.txt",
        text=GAZETTE,
        sha256="a" * 64,
        outlet="Lake Gazette",
        title="Fighting near Tamsa",
        url="https://gazette.example/tamsa",
        published="2019-05-06",
        language="en",
        set_aside=(
            SetAside(
                start=GAZETTE.index("SECRET"),
                end=len(GAZETTE),
                reason="reader_comment",
                words="SECRET COMMENT: they all lied",
            ),
        ),
    ),
    Report(
        id="r_2",
        source_ref="bulletin.txt",
        locator="bulletin.txt",
        text=BULLETIN,
        sha256="b" * 64,
        outlet="Hill Guard",
        kind="statement",
        published="2019-05-05",
        language="en",
    ),
    Report(
        id="r_3",
        source_ref="silent.txt",
        locator="silent.txt",
        text="Rain fell.",
        sha256="c" * 64,
        language="en",
    ),
)
_TEXTS = {report.id: report.text for report in REPORTS}
SPOKESMAN = Attribution(
    source="an army spokesman",
    source_kind="person",
    office="spokesman",
    on_behalf_of="army",
    actor_id="norland-army",
    cue="told",
)
RADIO = Attribution(source="Radio Delta", source_kind="media", cue="told", inferred=True)


def outlet(report_id: str) -> Attribution:
    """The last link of a chain."""
    report = next(report for report in REPORTS if report.id == report_id)
    return Attribution(source=report.outlet or report.source_ref, source_kind="outlet")


def claim(report_id: str, words: str, facet: str, value: Value, *links: Attribution, **more: object) -> Claim:
    """A claim on the first place its words stand at."""
    start = _TEXTS[report_id].index(words)
    passage = Passage(report_id=report_id, start=start, end=start + len(words), words=words)
    return Claim(
        id=content_id("c", report_id, start, facet, words),
        report_id=report_id,
        passages=(passage,),
        facet=facet,
        value=value,
        attribution=(*links, outlet(report_id)),
        reader="en/1",
        **more,  # type: ignore[arg-type]
    )


def count(low: int | None, high: int | None, words: str, **more: object) -> Count:
    """A count as written."""
    return Count(low=low, high=high, as_written=words, **more)  # type: ignore[arg-type]


REBELS = Party(words="rebels", actors=(FRONT,), status="combatant")
BANDITS = Party(words="bandits", actors=(FRONT,), status="combatant")
FIGHTERS = Party(words="fighters", actors=(GUARD,), status="combatant", categories=("fighters",))

CLAIMS = (
    claim(
        "r_1",
        "Troops of Norland",
        "participant",
        ARMY,
        about=Party(words="Troops of Norland", actors=(ARMY,)),
    ),
    claim("r_1", "the River Front", "participant", FRONT, about=Party(words="River Front", actors=(FRONT,))),
    claim("r_1", "near Tamsa", "place", PlaceRef(words="Tamsa", relation="near")),
    claim(
        "r_1",
        "on 4 May 2019",
        "date",
        Moment(start="2019-05-04", end="2019-05-04", grain="day", as_written="4 May 2019"),
    ),
    claim(
        "r_1",
        "At least 12 rebels",
        "killed",
        count(12, None, "At least 12"),
        SPOKESMAN,
        RADIO,
        about=REBELS,
        coverage="total",
    ),
    claim("r_1", "Two trucks", "means", Term(code="vehicle", words="trucks")),
    claim(
        "r_1",
        "Ada Brook, a shopkeeper, was killed",
        "killed",
        count(1, 1, "Ada Brook"),
        about=Party(words="Ada Brook", status="civilian"),
    ),
    claim("r_1", "Ada Brook", "victim", Person(words="Ada Brook")),
    claim(
        "r_1", "The Front may have lost 5 men", "killed", count(5, 5, "5"), about=REBELS, certainty="hedged"
    ),
    claim(
        "r_2",
        "9 bandits were killed",
        "killed",
        count(9, 9, "9"),
        about=BANDITS,
        scope="several",
        coverage="total",
    ),
    claim(
        "r_2",
        "three of our fighters",
        "wounded",
        count(3, 3, "three"),
        about=FIGHTERS,
        scope="several",
        coverage="total",
    ),
    claim(
        "r_2",
        "denies any part",
        "responsibility",
        Term(code="denied", words="denies"),
        about=Party(words="River Front", actors=(FRONT,)),
        flags=(Flag(code="inferred_actor"),),
    ),
    claim(
        "r_2",
        "The Hill Guard was in liaison",
        "in_liaison",
        GUARD,
        about=Party(words="Hill Guard", actors=(GUARD,)),
    ),
    claim("r_2", "the death", "losses", Unknown(words="the death"), about=FIGHTERS),
)


def ids(*facets: str, several: bool | None = None) -> tuple[str, ...]:
    """Ids of the claims on these facets."""
    return tuple(
        c.id for c in CLAIMS if c.facet in facets and (several is None or (c.scope == "several") == several)
    )


OWN = tuple(c.id for c in CLAIMS if c.scope == "event")
SHARED = tuple(c.id for c in CLAIMS if c.scope == "several")
ARMY_SIDE = SideActor(id="norland-army", name="Armed forces of Norland", as_written=("Troops of Norland",))
FRONT_SIDE = SideActor(id="river-front", name="River Front", as_written=("River Front", "rebels"))
GUARD_SIDE = SideActor(id="hill-guard", name="Hill Guard", as_written=("Hill Guard",))

EVENTS = (
    Event(
        id="e_1",
        kind="clash",
        title="Clash near Tamsa, 4 May 2019",
        mention_ids=("m_1",),
        claim_ids=OWN,
        shared_claim_ids=SHARED,
        sides=(
            EventSide(label="A", role="belligerent", actors=(ARMY_SIDE,), claim_ids=(CLAIMS[0].id,)),
            EventSide(
                label="B", role="belligerent", actors=(FRONT_SIDE,), claim_ids=(CLAIMS[1].id, CLAIMS[4].id)
            ),
        ),
        others=(OtherActor(actor=GUARD_SIDE, role="in_liaison", claim_ids=ids("in_liaison")),),
        principal_for=("r_1", "r_2"),
        part_of="e_3",
    ),
    Event(
        id="e_2",
        kind="clash",
        title="Clash at the ford",
        mention_ids=("m_2",),
        claim_ids=(),
        shared_claim_ids=SHARED,
    ),
    Event(
        id="e_3",
        kind="operation",
        title="Operation, May 2019",
        mention_ids=("m_3",),
        claim_ids=(CLAIMS[3].id,),
    ),
)


def event_record(event: Event, **more: object) -> EventRecord:
    """An event's record with what the test does not say left empty."""
    known: dict[str, object] = {
        "date": EventDate(start="2019-05-04", end="2019-05-04", precision=1),
        "place": RecordPlace(name="Tamsa", lat=12.5, lon=3.25, where_prec=2, country="Norland"),
        "sides": tuple(RecordSide(label=s.label, role=s.role, actors=s.actors) for s in event.sides),
        "others": tuple(RecordOther(actor=o.actor, role=o.role, claims=o.claim_ids) for o in event.others),
        "totals": Totals(),
        "shared_figures": (),
        "findings": (),
        "reports": ("bulletin.txt", "gazette.txt"),
        "principal_for": (),
    }
    return EventRecord(
        id=event.id,
        title=event.title,
        kind=event.kind,
        acled=AcledType(event_type="Battles", sub_event_type="Armed clash"),
        type_of_violence=1,
        event_clarity=1,
        places=(),
        part_of=event.part_of,
        related=(),
        flags=(),
        **(known | more),  # type: ignore[arg-type]
    )


DISPUTE = Finding(
    facet="killed",
    about=REBELS,
    value=count(9, None, ""),
    agreement="disputed",
    rule="lowest",
    why="One speaker gives at least 12, another 9.",
    supporting=ids("killed", several=True),
    opposing=(CLAIMS[4].id,),
    witnesses=2,
)
RECORD = Record(
    schema="rashomon/record/1",
    made_by=MadeBy(version="0", codebook="t", case_digest="d"),
    policy="ucdp",
    as_of=None,
    events=(
        event_record(
            EVENTS[0],
            findings=(DISPUTE,),
            principal_for=("gazette.txt", "bulletin.txt"),
            totals=Totals(
                ucdp=UcdpTotals(deaths_b=12, best=12, low=9, high=None),
                acled=AcledTotals(fatalities=9),
                range=RangeTotals(killed=MinMax(min=9, max=12, max_open=True)),
            ),
            shared_figures=tuple(
                SharedFigure(
                    claim_id=c.id,
                    facet=c.facet,
                    about=c.about,
                    value=c.value,
                    scope_basis="stated",
                    events=("e_1", "e_2"),
                )
                for c in CLAIMS
                if c.scope == "several"
            ),
        ),
        event_record(EVENTS[1]),
        event_record(EVENTS[2], date=EventDate(start="2019-05-01", end="2019-05-06", precision=2)),
    ),
)

VIEW = CaseView(
    reports={report.id: report for report in REPORTS},
    readings=(Reading(report_id="r_1"), Reading(report_id="r_3", silence="it tells of no violence")),
    claims={c.id: c for c in CLAIMS},
    linked=Linked(events=EVENTS),
    record=RECORD,
    skipped=(Skipped(locator="page.pdf", reason="it holds no text"),),
)


def hostile_view(words: str) -> CaseView:
    """The same case with hostile words in every text field of reports, actors, chains and titles."""
    front = replace(FRONT, name=words)

    def spoilt(one: Claim) -> Claim:
        about = replace(one.about, words=words, actors=(front,)) if one.about else None
        links = tuple(replace(link, source=words, office=words) for link in one.attribution)
        value = one.value
        if isinstance(value, (ActorRef, PlaceRef, Term)):
            value = replace(value, words=words)
        return replace(
            one, about=about, attribution=links, value=value, flags=(Flag(code=words, words=words),)
        )

    actor = replace(FRONT_SIDE, name=words)
    events = tuple(
        replace(
            event,
            title=words,
            place=replace(event.place, name=words),
            sides=tuple(replace(side, actors=(actor,)) for side in event.sides),
            others=tuple(replace(other, actor=actor) for other in event.others),
            findings=tuple(replace(f, why=words) for f in event.findings),
        )
        for event in RECORD.events
    )
    reports = {
        report.id: replace(report, outlet=words, title=words, author=words, url=words, notes=(words,))
        for report in REPORTS
    }
    return replace(
        VIEW,
        reports=reports,
        claims={one.id: spoilt(one) for one in CLAIMS},
        record=replace(RECORD, events=events),
        skipped=(Skipped(locator=words, reason=words),),
    )
