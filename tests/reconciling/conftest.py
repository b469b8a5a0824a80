"""A case built claim by claim: who said what of one clash, in which report, on whose word."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.model.base import content_id
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Moment, Party, PlaceRef
from rashomon.model.events import Event, EventSide, Linked, Located, OtherActor, SideActor, Utterance
from rashomon.model.record import EventRecord, Record
from rashomon.model.report import Passage, Report
from rashomon.reconciling import reconcile

Bounds = int | tuple[int | None, int | None]

ACTORS = {"army": "forces:MLI", "rebels": "isgs", "militia": "gatia"}


class Scene:
    """One event (and as many others as a test adds) with the claims made of it so far."""

    def __init__(self, kind: str = "clash") -> None:
        self.kind = kind
        self.reports: dict[str, Report] = {}
        self.claims: dict[str, Claim] = {}
        self.sides: dict[str, tuple[str, list[str], list[str]]] = {}
        self.shared: list[str] = []
        self.others: tuple[OtherActor, ...] = ()
        self.located: list[Located] = []
        self.utterances: dict[str, list[str]] = {}
        self.second_event = False
        self.side("army", "belligerent", "army")
        self.side("rebels", "belligerent", "rebels")

    def side(self, label: str, role: str, *actors: str) -> Scene:
        """A further side, or a side anew."""
        self.sides[label] = (role, list(actors), [])
        return self

    def report(self, key: str, published: str | None = "2018-04-05", **more: Any) -> str:
        """A report; its key is its outlet too."""
        known = {"outlet": f"The {key.title()}", "locator": key, "text": "", "sha256": "0" * 64} | more
        self.reports[key] = Report(id=key, source_ref=f"{key}.txt", published=published, **known)
        return key

    def claim(self, facet: str, value: Any, words: str, *, report: str = "gazette", **more: Any) -> str:
        """Any claim of the event; ``by_word_of`` names its speaker, ``side`` whose people it is about."""
        if report not in self.reports:
            self.report(report)
        side, speaker = more.pop("side", None), more.pop("by_word_of", None)
        utterance, shared = more.pop("utterance", None), more.pop("shared", False)
        start = 10 * len(self.claims)
        claim_id = content_id("c", report, start, facet, words)
        self.claims[claim_id] = Claim(
            id=claim_id,
            report_id=report,
            passages=(Passage(report_id=report, start=start, end=start + len(words), words=words),),
            facet=facet,
            value=value,
            attribution=(
                *_speaker(speaker, more.pop("stance", "asserts"), more.pop("said_on", None)),
                OUTLET,
            ),
            **more,
        )
        if side is not None:
            self.sides[side][2].append(claim_id)
        if utterance is not None:
            self.utterances.setdefault(utterance, []).append(claim_id)
        if shared:
            self.shared.append(claim_id)
        return claim_id

    def say(self, bounds: Bounds, facet: str = "killed", **more: Any) -> str:
        """A figure: 7, (30, None) for at least 30, (30, 40) for 30 to 40."""
        low, high = bounds if isinstance(bounds, tuple) else (bounds, bounds)
        words = more.pop("words", f"{low}-{high}")
        count = Count(
            low=low,
            high=high,
            approximate=more.pop("approximate", False),
            vague=more.pop("vague", None),
            as_written=words,
        )
        status = more.pop("status", "combatant" if more.get("side") in {"army", "rebels"} else "unknown")
        about = Party(
            words=more.pop("people", "people"),
            actors=tuple(_actor(name) for name in more.pop("actors", ())),
            status=status,
            categories=more.pop("categories", ()),
            unit=more.pop("unit", "persons"),
            person=more.pop("person", None),
        )
        return self.claim(facet, count, words, about=about, **more)

    def dated(self, start: str, end: str | None = None, **more: Any) -> str:
        """A date of the event."""
        return self.claim(
            "date", Moment(start=start, end=end or start, grain="day", as_written=start), start, **more
        )

    def placed(self, name: str, *, prec: int = 1, relation: str = "in", **more: Any) -> str:
        """A place of the event, located in the order in which the test gives them."""
        spot = {key: more.pop(key) for key in ("country_iso3", "adm1") if key in more}
        claim_id = self.claim("place", PlaceRef(words=name, relation=relation), name, **more)
        self.located.append(Located(claim_id=claim_id, name=name, where_prec=prec, **spot))
        return claim_id

    def linked(self) -> Linked:
        """The event as linking would give it, and a second one where figures are shared."""
        sides = tuple(
            EventSide(
                label=label,
                role=role,  # type: ignore[arg-type]
                actors=tuple(SideActor(id=ACTORS.get(a), name=a, as_written=(a,)) for a in actors),
                claim_ids=tuple(claim_ids),
            )
            for label, (role, actors, claim_ids) in self.sides.items()
        )
        event = Event(
            id="e_1",
            kind=self.kind,
            title="Clash at Tamsa",
            mention_ids=("m_1",),
            claim_ids=tuple(claim_id for claim_id in self.claims if claim_id not in self.shared),
            shared_claim_ids=tuple(self.shared),
            sides=sides,
            others=self.others,
            located=tuple(self.located),
            principal_for=tuple(self.reports),
        )
        second = Event(
            id="e_2",
            kind="clash",
            title="Clash at the ford",
            mention_ids=("m_2",),
            claim_ids=(),
            shared_claim_ids=tuple(self.shared),
        )
        return Linked(
            events=(event, second) if self.second_event else (event,),
            statements=tuple(
                Utterance(id=key, claim_ids=tuple(ids), reason="") for key, ids in self.utterances.items()
            ),
        )

    def record(self, policy: str = "ucdp", **more: Any) -> Record:
        """The whole record."""
        return reconcile(self.linked(), self.claims, self.reports, policy=policy, **more)

    def event(self, policy: str = "ucdp", **more: Any) -> EventRecord:
        """The first event's record."""
        return next(event for event in self.record(policy, **more).events if event.id == "e_1")

    def finding(self, facet: str = "killed", policy: str = "ucdp", **about: Any) -> Any:
        """The one finding on a facet, of a side where one is given; the whole event's with whole=True."""
        whole = about.pop("whole", None)
        found = [finding for finding in self.event(policy).findings if finding.facet == facet]
        if whole is not None:
            found = [finding for finding in found if (finding.about is None) is whole]
        if "side" in about:
            found = [f for f in found if f.about is not None and f.about.side == about["side"]]
        assert len(found) == 1, [(f.facet, f.about, f.value, f.why) for f in found]
        return found[0]


OUTLET = Attribution(source="the outlet", source_kind="outlet")


def _actor(name: str) -> ActorRef:
    return ActorRef(words=name, actor_id=ACTORS.get(name, f"group:{name}"), name=name)


def _speaker(words: str | None, stance: str, said_on: str | None) -> tuple[Attribution, ...]:
    if words is None and stance == "asserts":
        return ()
    said = Moment(start=said_on, end=said_on, grain="day", as_written=said_on) if said_on else None
    return (
        Attribution(
            source=words or "a spokesman",
            source_kind="organisation",
            actor_id=ACTORS.get(words or ""),
            stance=stance,  # type: ignore[arg-type]
            said_on=said,
        ),
    )


@pytest.fixture
def scene() -> Scene:
    """A clash of the army with rebels, of which nothing has been said yet."""
    return Scene()
