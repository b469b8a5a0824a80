"""What an article is held against: the claims of the case, each with who it is about, whose voice, how near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from rashomon.codebook.actors import load_registry
from rashomon.codebook.gazetteer import Gazetteer, open_gazetteer
from rashomon.model.audit import Statement
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.dates import days_between, first_day, is_partial, last_day
from rashomon.model.events import Event
from rashomon.writing.audit.grounds.cast import Cast, Who, plain
from rashomon.writing.audit.grounds.parts import find_parts
from rashomon.writing.audit.grounds.past import find_past
from rashomon.writing.audit.grounds.privacy import with_article
from rashomon.writing.audit.grounds.voices import Voice, Voices, named_in
from rashomon.writing.evidence import quote
from rashomon.writing.view import CaseView, Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.short_names import ShortNames, find_acronyms
from rashomon.writing.wording.speakers import Speaker, speaker_of

_FEW_WORDS = 2
_AROUND = 6
"""Passages of up to two words are quoted with up to six words of their sentence on either side."""
_FARTHEST = 24
"""… and with as many as this after them, where the names of those meant stand there."""
_ONE_UTTERANCE_DAYS = 3
"""Days by which reports of one and the same statement may misdate it."""
Near = Literal["event", "around", "elsewhere"]
"""Whether a claim speaks of the event itself, of what it is part of or what belongs to it, or of others."""


@value
class Account:
    """One claim of the case, ready to be held against a statement."""

    claim: Claim
    near: Near
    who: Who
    voice: Voice


class Grounds:
    """The claims of the case as an audit uses them, and how its notes quote them."""

    def __init__(
        self,
        view: CaseView,
        event: Event | None,
        statements: Sequence[Statement] = (),
        *,
        names: bool = False,
    ) -> None:
        self.event = event
        self.lookups = Lookups(view)
        self.statements = tuple(statements)
        self.parts = find_parts(self.statements)
        """The article's figures that count a part only, by id."""
        self.withholding = Withholding(with_article(view, statements), names=names)
        self.around = _events_around(event, view.linked.events)
        self.cast = Cast(load_registry(), ([event] if event else []) + list(self.around))
        acronyms = find_acronyms(self.lookups)
        self.cast.acronyms = {name: acronym.short for name, acronym in acronyms.items()}
        self._names = ShortNames(acronyms)
        near = self._claims_near()
        self.cast.learn(near)
        told_in = {claim.report_id for claim in near}
        self.reports = tuple(r for r in self.lookups.ordered_reports if r.id in told_in or event is None)
        """The reports that tell of the event, in the order outputs list them; all where there is none."""
        told = [c for c in view.claims.values() if c.report_id in told_in and _stands(c)]
        own = [s.claim for s in statements if s.claim is not None]
        self._voices = Voices(self.cast, view.reports, [*told, *own])
        events = ([event] if event else []) + list(self.around)
        starts = [self.lookups.records[e.id].date.start for e in events if e.id in self.lookups.records]
        self._speakers: dict[str, Speaker] = {}
        self._statement_voices: dict[str, Voice] = {}
        self._past = find_past(statements, starts, self.with_year)
        self.accounts = tuple(self._account(c) for c in sorted(told, key=self.lookups.claim_order))
        """Every claim of these reports, those of other events too."""

    def _claims_near(self) -> list[Claim]:
        events = ([self.event] if self.event else []) + list(self.around)
        return [claim for event in events for claim in self.lookups.claims_of(event.id)]

    def _account(self, claim: Claim) -> Account:
        voice = self._voices.of(claim)
        who = self.cast.who_of(claim, speaker=voice.bodies)
        return Account(claim=claim, near=self.nearness(claim), who=who, voice=voice)

    def nearness(self, claim: Claim) -> Near:
        """Whether a claim speaks of the event, of what surrounds it, or of other happenings."""
        ids = self.lookups.events_of.get(claim.id, ())
        if self.event is not None and self.event.id in ids:
            return "event"
        return "around" if any(event.id in ids for event in self.around) else "elsewhere"

    def voice_of(self, statement: Statement) -> Voice:
        """The voice of a statement of the article; found once, since every claim is held against it."""
        if statement.id not in self._statement_voices:
            self._statement_voices[statement.id] = self._find_voice(statement)
        return self._statement_voices[statement.id]

    def _find_voice(self, statement: Statement) -> Voice:
        if statement.claim is not None:
            voice = self._voices.of(statement.claim)
        else:
            voice = self._voices.of_link(statement.speech) if statement.speech is not None else Voice()
        return replace(voice, said_on=self.with_year(voice.said_on))

    def with_year(self, day: str | None) -> str | None:
        """A day without a year as the first such day since the event: what is told of it was said after it."""
        record = self.lookups.records.get(self.event.id) if self.event is not None else None
        start = first_day(record.date.start) if record is not None else None
        if day is None or not day.startswith("--") or start is None:
            return day
        this_year = f"{start.year}{day[1:]}"
        last = last_day(this_year) if is_partial(this_year) else None
        return this_year if last is not None and last >= start else f"{start.year + 1}{day[1:]}"

    def who_of(self, statement: Statement) -> Who:
        """The people a statement is about."""
        claim, owner = statement.claim, statement.owner
        ids = owner.actor_ids if owner is not None and owner.basis != "unknown" else ()
        speaker = self.voice_of(statement).bodies
        return self.cast.who_of(claim, actor_ids=ids, speaker=speaker)

    def hearing(self, statement: Statement, account: Account) -> str:
        """How the statement's voice stands to the claim's; what was said on another day was said by another."""
        mine = self.voice_of(statement)
        apart = days_between(mine.said_on, account.voice.said_on)
        if not mine.own and apart is not None and apart > _ONE_UTTERANCE_DAYS:
            return "other"
        heard = self._voices.hearing(mine, account.voice)
        if heard == "other" and plain(self._speaker_of(account).name) in named_in(mine.words):
            # An article that was written from such reports calls the speaker as we do.
            return "same"
        return heard

    def _speaker_of(self, account: Account) -> Speaker:
        if account.claim.id not in self._speakers:
            self._speakers[account.claim.id] = speaker_of(account.claim, self.lookups, self.withholding)
        return self._speakers[account.claim.id]

    def same_speaker(self, statement: Statement, account: Account) -> bool:
        """True where the claim's speaker is the statement's body, alone or with others, whatever the day."""
        return self._voices.hearing(self.voice_of(statement), account.voice) in ("same", "narrower")

    def told_for(self, statement: Statement, *facets: str) -> list[Account]:
        """The accounts of these facets that speak of the same happening as the statement.

        A sentence of the past ("on 22 February …", "since 2016 …") is held against what the reports tell of
        that time, and never against the event.
        """
        past = self._past.get(statement.id)
        if past is None:
            return self.of_facets(*facets)
        return [a for a in self.of_facets(*facets, near=["elsewhere"]) if self._is_of_days(a, past)]

    def past_of(self, statement: Statement) -> frozenset[str]:
        """The days, as partial ISO dates, of a sentence that tells of days before the event; else none."""
        return self._past.get(statement.id, frozenset())

    def _is_of_days(self, account: Account, days: frozenset[str]) -> bool:
        records = [self.lookups.records.get(i) for i in self.lookups.events_of.get(account.claim.id, ())]
        starts = [record.date.start for record in records if record is not None and record.date.start]
        return any(days_between(day, start) == 0 for day in days for start in starts)

    def clashes_known(self) -> int:
        """How many clashes the case tells apart here: the event and those of the same operation or figure."""
        return 1 + sum(event.kind != "operation" for event in self.around)

    def of_facets(self, *facets: str, near: Iterable[Near] = ("event", "around")) -> list[Account]:
        """The accounts of these facets, in the order of reports."""
        wanted = frozenset(near)
        return [a for a in self.accounts if a.claim.facet in facets and a.near in wanted]

    def last_published(self) -> str | None:
        """The day the last dated report of the event came out."""
        days = [report.published for report in self.reports if last_day(report.published)]
        return max(days, key=lambda day: last_day(day) or day, default=None)  # type: ignore[return-value,arg-type]

    def quote(self, account: Account) -> str:
        """A claim as notes quote it: who said it, where, in which words."""
        claim = account.claim
        speaker = self._speaker_of(account)
        is_own_paper = self.lookups.report(claim).kind == "statement"
        where = speaker.outlet if speaker.own_voice or is_own_paper else f"{speaker.name} in {speaker.outlet}"
        return f"{self._names.text(where, introduce=False)}: “{self._words_of(claim)}”"

    def _words_of(self, claim: Claim) -> str:
        """A claim's words; one or two alone ("militants") with some of their sentence around them."""
        quoted = quote(claim, self.lookups.report(claim), self.withholding)
        if not quoted:
            return ""
        shown = quoted[0]
        words = shortened(" ".join(shown.words.split()))
        if len(words.split()) > _FEW_WORDS:
            return words
        before, after = shown.before.split(), shown.after.split()
        reach = self._reach(claim, shown.after)
        head = "… " if len(before) > _AROUND or shown.cut_before else ""
        tail = " …" if len(after) > reach or shown.cut_after else ""
        gap = " " if shown.after[:1].isspace() else ""
        lead = " ".join(before[-_AROUND:]) + (" " if shown.before[-1:].isspace() else "")
        return f"{head}{lead}{words}{gap}{' '.join(after[:reach])}{tail}".rstrip(".")

    def _reach(self, claim: Claim, after: str) -> int:
        """How many of the words after a claim's are shown: up to the names of those it is about."""
        meant = {ref.actor_id for ref in claim.about.actors} if claim.about is not None else set()
        ends = [
            len(after[: hit.end].split())
            for hit in self.cast.registry.find(after)
            if meant.intersection(hit.actor_ids)
        ]
        return max([_AROUND, *(end for end in ends if end <= _FARTHEST)])

    def sentence_of(self, account: Account) -> str:
        """The sentence of a claim in its report; empty for a claim without a passage."""
        claim = account.claim
        quoted = quote(claim, self.lookups.report(claim), self.withholding)
        return quoted[0].whole() if quoted else ""

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer, opened where a place has to be looked up."""
        return open_gazetteer()


def _stands(claim: Claim) -> bool:
    """False for a claim that a person found read wrong."""
    return not any(flag.code == "rejected" for flag in claim.flags)


def shortened(words: str, most: int = 140) -> str:
    """Words cut at a blank, with … where something was left out."""
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def _events_around(event: Event | None, events: Sequence[Event]) -> tuple[Event, ...]:
    """The operation an event is part of, its other parts, and events told of in one figure with it."""
    if event is None:
        return ()
    shared = set(event.shared_claim_ids)
    return tuple(
        other
        for other in events
        if other.id != event.id
        and (
            other.id == event.part_of
            or other.part_of == event.id
            or (event.part_of is not None and other.part_of == event.part_of)
            or shared & set(other.shared_claim_ids)
        )
    )
