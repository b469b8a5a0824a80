"""Small cases made of a few claims, each in a sentence of a report of our own."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.base import content_id, value
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Moment, Party, Term, Value
from rashomon.model.events import Event, EventSide, Linked, SideActor
from rashomon.model.record import (
    AcledType,
    EventDate,
    EventRecord,
    MadeBy,
    Record,
    RecordPlace,
    RecordSide,
    Totals,
)
from rashomon.model.report import Passage, Report
from rashomon.writing import CaseView

REEF = ActorRef(words="RLF", actor_id="rlf", name="Reef Liberation Front")
DUNE = ActorRef(words="DDM", actor_id="ddm", name="Dune Defence Movement")
ARMY = ActorRef(words="Osland army", actor_id="army", name="Osland Armed Forces")


@value
class Says:
    """One claim of one report: ``words`` is the whole sentence it stands in."""

    report: str
    words: str
    facet: str
    what: Value
    party: Party | None = None
    chain: tuple[Attribution, ...] = ()
    several: bool = False
    certainty: str = "asserted"
    polarity: str = "affirmed"


def party(words: str, *actors: ActorRef, **more: object) -> Party:
    """People as written."""
    return Party(words=words, actors=actors, **more)  # type: ignore[arg-type]


def body(source: str, **more: object) -> Attribution:
    """An organisation that speaks."""
    return Attribution(**({"source": source, "source_kind": "organisation"} | more))  # type: ignore[arg-type]


def number(low: int | None, high: int | None, **more: object) -> Count:
    """A count."""
    return Count(low=low, high=high, as_written=str(low), **more)  # type: ignore[arg-type]


def day(iso: str) -> Moment:
    """A day."""
    return Moment(start=iso, end=iso, grain="day", as_written=iso)


def make_view(
    outlets: dict[str, tuple[str, str, str]],
    says: Sequence[Says],
    *,
    kind: str = "clash",
    sides: Sequence[Sequence[ActorRef]] = ((REEF, DUNE), ()),
) -> CaseView:
    """A case of one event (and, for claims over several, a second one of the same day).

    ``outlets``: report → outlet, day of publication, kind of report.
    """
    texts = {ref: " ".join(one.words for one in says if one.report == ref) or "Nothing." for ref in outlets}
    reports = {
        f"r_{ref}": Report(
            id=f"r_{ref}",
            source_ref=ref,
            locator=ref,
            text=texts[ref],
            sha256="0" * 64,
            outlet=outlet,
            kind=form,  # type: ignore[arg-type]
            published=published,
            language="en",
        )
        for ref, (outlet, published, form) in outlets.items()
    }
    claims = [_claim(one, place, texts[one.report], outlets[one.report][0]) for place, one in enumerate(says)]
    shared = tuple(c.id for c in claims if c.scope == "several")
    own = tuple(c.id for c in claims if c.scope != "several")
    actors = [
        tuple(SideActor(id=a.actor_id, name=a.name or "", as_written=(a.words,)) for a in s) for s in sides
    ]
    labels = ["A", "B", "C"]
    event_sides = tuple(
        EventSide(label=labels[i], role="belligerent", actors=found, claim_ids=_of_side(claims, i, sides))
        for i, found in enumerate(actors)
    )
    events = [
        Event(
            id="e_1",
            kind=kind,
            title="Fight",
            mention_ids=(),
            claim_ids=own,
            shared_claim_ids=shared,
            sides=event_sides,
        )
    ]
    if shared:
        events.append(
            Event(id="e_2", kind=kind, title="Other", mention_ids=(), claim_ids=(), shared_claim_ids=shared)
        )
    return CaseView(
        reports=reports,
        readings=(),
        claims={c.id: c for c in claims},
        linked=Linked(events=tuple(events)),
        record=Record(
            schema="rashomon/record/1",
            made_by=MadeBy(version="0", codebook="t", case_digest="d"),
            policy="ucdp",
            as_of=None,
            events=tuple(_record(event, tuple(outlets)) for event in events),
        ),
    )


def _of_side(claims: Sequence[Claim], side: int, sides: Sequence[Sequence[ActorRef]]) -> tuple[str, ...]:
    """Claims on a side's own actors; people without a name stand on the second side."""
    ids = {actor.actor_id for actor in sides[side]}
    return tuple(
        c.id
        for c in claims
        if c.about
        and (
            {a.actor_id for a in c.about.actors} & ids
            if c.about.actors
            else side == 1 and c.about.status == "combatant"
        )
    )


def _claim(one: Says, place: int, text: str, outlet: str) -> Claim:
    start = text.index(one.words)
    passage = Passage(report_id=f"r_{one.report}", start=start, end=start + len(one.words), words=one.words)
    return Claim(
        id=content_id("c", one.report, place, one.facet, one.words),
        report_id=f"r_{one.report}",
        passages=(passage,),
        facet=one.facet,
        value=one.what,
        about=one.party,
        attribution=(*one.chain, Attribution(source=outlet, source_kind="outlet")),
        scope="several" if one.several else "event",
        certainty=one.certainty,  # type: ignore[arg-type]
        polarity=one.polarity,  # type: ignore[arg-type]
    )


def _record(event: Event, refs: tuple[str, ...]) -> EventRecord:
    return EventRecord(
        id=event.id,
        title=event.title,
        kind=event.kind,
        acled=AcledType(),
        type_of_violence=None,
        event_clarity=1,
        date=EventDate(start="2019-05-04", end="2019-05-04", precision=1),
        place=RecordPlace(name="Tamsa", where_prec=2, country="Osland"),
        places=(),
        sides=tuple(RecordSide(label=s.label, role=s.role, actors=s.actors) for s in event.sides),
        others=(),
        totals=Totals(),
        shared_figures=(),
        findings=(),
        reports=refs,
        principal_for=refs,
        part_of=None,
        related=(),
        flags=(),
    )


KIND = Term(code="clash", words="clash")
