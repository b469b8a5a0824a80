"""One report read from beginning to end: the order of the reader's steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.base import content_id
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Flag, Mention, Moment, PlaceRef, Term
from rashomon.model.layers import Reading, Span
from rashomon.model.report import Passage, Report
from rashomon.reading.cues import EventCue, find_cues
from rashomon.reading.drafts import Draft, Makers, draft_id, make_claim
from rashomon.reading.frames import Frame, find_frames
from rashomon.reading.groups import Group, find_groups
from rashomon.reading.happenings import Happening, Happenings
from rashomon.reading.participation import find_compositions, find_roles
from rashomon.reading.parties import Meant, PartyBook
from rashomon.reading.remarks import find_remarks

if TYPE_CHECKING:
    from rashomon.reading.material import Material, SentenceMaterial


class ReportReader:
    """Reads one report; holds what its steps hand on to each other."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.report = material.report
        self.happenings = Happenings()
        self.book = PartyBook(material.facts)
        self.drafts: list[Draft] = []
        self._speaker_of_several: str | None = None

    def read(self) -> Reading:
        """All claims and mentions of the report."""
        self.book.look_ahead(group for part in self.material.sentences for group in part.groups)
        for part in self.material.sentences:
            if part.sentence.doc is not None:
                self._read_sentence(part)
        self.happenings.close()
        self._inherit_places()
        claims, mentions = self._finish()
        return Reading(
            report_id=self.report.id,
            claims=claims,
            mentions=mentions,
            silence=None if claims else self._silence(),
        )

    # --- one sentence

    def _read_sentence(self, part: SentenceMaterial) -> None:
        for composition in find_compositions(part.sentence, part.groups):
            parts = [ref for group in composition.parts for ref in self.book.meant(group).actors]
            self.book.define(composition.whole, parts)
        meant = {group.start: self.book.meant(group) for group in part.groups}
        cues = find_cues(part.sentence, part.counts, part.times, part.places)
        frames = find_frames(part.sentence, part.groups, part.counts)
        roles = find_roles(part.sentence, part.groups, cues)
        remarks = find_remarks(part.sentence, part.groups, cues)
        if not (cues or frames or roles or remarks):
            return
        placed = self._place_cues(part, cues, meant)
        if not placed and not frames and not remarks and not roles:
            return
        home = self._home(part, placed, frames)
        several = self._several(part, cues)
        self._draft_frames(part, frames, meant, placed, home, several)
        self._draft_roles(part, roles, meant, placed, home)
        self._draft_remarks(part, remarks, meant, placed, home)
        self._draft_times_and_places(part, cues, placed, home, bool(frames))

    def _place_cues(
        self, part: SentenceMaterial, cues: Sequence[EventCue], meant: dict[int, Meant]
    ) -> dict[int, Happening]:
        actors = frozenset(ref.actor_id for m in meant.values() for ref in m.actors if ref.actor_id)
        placed: dict[int, Happening] = {}
        for cue in cues:
            happening = self.happenings.place(cue, part.sentence.paragraph, actors)
            if happening is not None:
                placed[cue.token] = happening
        return placed

    def _home(self, part: SentenceMaterial, placed: dict[int, Happening], frames: Sequence[Frame]) -> Happening | None:
        """The happening that things of this sentence without a cue of their own belong to."""
        if placed:
            return next(iter(placed.values()))
        if frames or self.happenings.all:
            return self.happenings.current(part.sentence.paragraph)
        return None

    def _happening_at(self, token: int, placed: dict[int, Happening], home: Happening | None) -> Happening | None:
        """The happening told nearest to a token of the sentence."""
        if not placed:
            return home
        return placed[min(placed, key=lambda cue: (abs(cue - token), cue))]

    # --- figures over several happenings

    def _several(self, part: SentenceMaterial, cues: Sequence[EventCue]) -> EventCue | None:
        """The cue that makes this sentence's figures stand for several happenings, if any.

        "confirmed two clashes and that 20 were killed": the figure follows from no single one of them.
        What the same speaker adds in later sentences keeps that scope until one happening is singled out.
        """
        counted = [cue for cue in cues if cue.number is not None and (cue.number.low or 0) >= 2 and not cue.negated]
        speaker = self._speaker(part)
        if counted:
            self._speaker_of_several = speaker
            self._several_cue = counted[0]
            return counted[0]
        if self._speaker_of_several is None or speaker != self._speaker_of_several:
            return None
        if any(cue.noun and not cue.plural and not cue.negated for cue in cues) or part.times:
            self._speaker_of_several = None
            return None
        return self._several_cue

    def _speaker(self, part: SentenceMaterial) -> str:
        chain = self.material.chain(part.sentence.start, part.sentence.start + 1)
        for start in (part.sentence.start, (part.sentence.start + part.sentence.end) // 2, part.sentence.end - 3):
            chain = self.material.chain(start, start + 1)
            if len(chain) > 1:
                break
        first = chain[0]
        return (first.actor_id or first.on_behalf_of or first.source).lower()

    # --- drafts

    def _draft_frames(
        self,
        part: SentenceMaterial,
        frames: Sequence[Frame],
        meant: dict[int, Meant],
        placed: dict[int, Happening],
        home: Happening | None,
        several: EventCue | None,
    ) -> None:
        first = len(self.drafts)
        for frame in frames:
            happening = self._happening_at(frame.token, placed, home)
            if happening is not None and frame.certainty not in {"planned", "hypothetical"}:
                happening.harmful = True
            self.drafts.append(self._frame_draft(part, frame, meant, happening, several, first))

    def _frame_draft(
        self,
        part: SentenceMaterial,
        frame: Frame,
        meant: dict[int, Meant],
        happening: Happening | None,
        several: EventCue | None,
        first: int,
    ) -> Draft:
        victim = self._meant(frame.victim, meant)
        wide = several is not None and frame.coverage != "subset"
        flags = []
        if frame.victim.kind == "pronoun":
            flags.append(Flag(code="anaphoric", words=frame.victim.words))
        if wide:
            flags.append(Flag(code="inferred_scope", words=several.words if several else "", note="the sentence speaks of several happenings"))
        if frame.elided:
            flags.append(Flag(code="inferred_actor", words=frame.victim.words, note="the noun is taken from the clause before"))
        count = frame.victim.count or Count(low=None, high=None, as_written=frame.victim.words)
        return Draft(
            facet=frame.facet,
            value=count,
            start=min(frame.start, frame.victim.start),
            end=max(frame.end, frame.victim.end),
            sentence=frame.sentence,
            about=(victim,),
            by=tuple(self._meant(agent, meant) for agent in frame.agents),
            happenings=self._indices(happening, several if wide else None),
            scope="several" if wide else "event",
            scope_basis="inferred" if wide else "stated",
            coverage=frame.coverage if not (wide and frame.coverage == "unknown") else "total",
            total=first + frame.part_of if frame.part_of is not None else None,
            negated=frame.negated,
            certainty=frame.certainty,
            flags=tuple(flags),
            said_start=frame.victim.start,
            elsewhere=((several.start, several.end),) if wide and several is not None else (),
        )

    def _indices(self, happening: Happening | None, several: EventCue | None) -> tuple[int, ...]:
        if happening is None:
            return ()
        if several is None:
            return (happening.index,)
        alike = [
            h.index
            for h in self.happenings.all
            if h.kind not in {"operation"} and h.role not in {"background", "summary"} and h.kind == happening.kind
        ]
        return tuple(sorted({happening.index, *alike}))

    def _meant(self, group: Group, meant: dict[int, Meant]) -> Meant:
        return meant.get(group.start) or Meant(group=group, actors=group.actors)

    def _draft_roles(self, part, roles, meant, placed, home) -> None:  # type: ignore[no-untyped-def]
        joined: list[ActorRef] = []
        for role in roles:
            happening = placed.get(role.cue) if role.cue is not None else home
            happening = happening or home
            if happening is None:
                continue
            one = self._meant(role.group, meant)
            if role.inferred:
                one = replace(one, inferred=True)
            if role.facet in {"participant", "initiator"} and not role.opponents:
                joined.extend(one.actors)
            self.drafts.append(
                Draft(
                    facet=role.facet,
                    value=self._role_value(role, one),
                    start=role.start,
                    end=role.end,
                    sentence=part.sentence.index,
                    about=(one,),
                    by=tuple(self._meant(g, meant) for g in role.opponents),
                    happenings=(happening.index,),
                    certainty=self._certainty_at(part, role.cue),
                )
            )
            count = role.group.count
            if role.facet in {"participant", "initiator"} and count is not None and count.vague is None and (count.low or 0) > 1:
                self.drafts.append(replace(self.drafts[-1], facet="strength", value=count, by=()))
        self.book.join(tuple(dict.fromkeys(joined)))

    def _role_value(self, role, one: Meant):  # type: ignore[no-untyped-def]
        from rashomon.model.claims import Person

        if role.person is not None:
            return Person(words=self.report.text[role.start : role.end], office="leader", private=False)
        first = one.actors[0] if len(one.actors) == 1 else None
        return ActorRef(words=role.group.words, actor_id=first.actor_id if first else None, name=first.name if first else None)

    def _certainty_at(self, part: SentenceMaterial, cue: int | None) -> str:
        found = next((c.certainty for c in part.cues_seen if c.token == cue), "asserted") if cue is not None else "asserted"
        return found

    def _draft_remarks(self, part, remarks, meant, placed, home) -> None:  # type: ignore[no-untyped-def]
        for remark in remarks:
            happening = placed.get(remark.cue) if remark.cue is not None else home
            if happening is None and remark.facet in {"link"} and placed:
                happening = next(iter(placed.values()))
            if happening is None and home is None:
                continue
            happening = happening or home
            flags = (Flag(code="linked_only", words=self.report.text[remark.start : remark.end]),) if remark.facet == "link" else ()
            self.drafts.append(
                Draft(
                    facet=remark.facet,
                    value=remark.value,
                    start=remark.start,
                    end=remark.end,
                    sentence=part.sentence.index,
                    about=tuple(self._meant(g, meant) for g in remark.about),
                    happenings=(happening.index,),
                    flags=flags,
                )
            )

    def _draft_times_and_places(self, part, cues, placed, home, harmed) -> None:  # type: ignore[no-untyped-def]
        hung = {id(t) for cue in cues for t in (*cue.times, *cue.places)}
        for cue in cues:
            happening = placed.get(cue.token)
            if happening is not None:
                for time in cue.times:
                    self._draft_time(part, time, happening, cue)
                for place in cue.places:
                    self._draft_place(part, place, happening)
        if home is None or not (harmed or placed):
            return
        for time in part.times:
            if id(time) not in hung:
                self._draft_time(part, time, home, None)
                home.moments.append(time)
        for place in part.places:
            if id(place) not in hung:
                self._draft_place(part, place, home)
                home.places.append(place)

    def _draft_time(self, part: SentenceMaterial, time, happening: Happening, cue: EventCue | None) -> None:  # type: ignore[no-untyped-def]
        if time.kind in {"recurrent", "duration"} or time.relation in {"since", "until", "as_of", "by"}:
            return
        moment: Moment = time.moment
        flags = []
        if not time.year_known or (moment.start or "").startswith("--"):
            flags.append(Flag(code="year_unknown", words=time.words, note="no publication date is known"))
        elif moment.start is None:
            flags.append(Flag(code="date_vague", words=time.words))
        self.drafts.append(
            Draft(
                facet="date",
                value=moment,
                start=time.start,
                end=time.end,
                sentence=part.sentence.index,
                happenings=(happening.index,),
                flags=tuple(flags),
            )
        )

    def _draft_place(self, part: SentenceMaterial, place, happening: Happening) -> None:  # type: ignore[no-untyped-def]
        ref: PlaceRef = place.ref
        if ref.relation in {"from", "toward"}:
            return
        self.drafts.append(
            Draft(
                facet="place",
                value=ref,
                start=place.start,
                end=place.end,
                sentence=part.sentence.index,
                happenings=(happening.index,),
            )
        )

    # --- when the report has been read

    def _inherit_places(self) -> None:
        """A fight without a place of its own is put where the operation around it is: inferred, and marked."""
        for happening in self.happenings.all:
            around = happening.part_of
            if around is None or any(d.facet == "place" and happening.index in d.happenings for d in self.drafts):
                continue
            for draft in [d for d in self.drafts if d.facet == "place" and around.index in d.happenings]:
                note = "the text gives no place for this; it is that of the operation it was part of"
                flag = Flag(code="inferred_place", words=self.report.text[draft.start : draft.end], note=note)
                self.drafts.append(replace(draft, happenings=(happening.index,), flags=(*draft.flags, flag), salt="inferred"))

    def _finish(self) -> tuple[tuple[Claim, ...], tuple[Mention, ...]]:
        self._draft_kinds()
        ids = self._ids()
        told = sorted({index for draft in self.drafts for index in draft.happenings})
        mention_ids = {index: self._mention_id(self.happenings.all[index]) for index in told}
        makers = Makers(reader=self.material.reader, status_of=self.material.status_of, name_of=self.material.name_of)
        claims: dict[str, Claim] = {}
        for draft, claim_id in zip(self.drafts, ids, strict=True):
            claim = make_claim(
                self.report,
                draft,
                claim_id=claim_id,
                subset_of=ids[draft.total] if draft.total is not None else None,
                mention_ids=[mention_ids[i] for i in draft.happenings],
                chain=self._chain(draft),
                makers=makers,
            )
            claims.setdefault(claim.id, claim)
        ordered = sorted(claims.values(), key=lambda c: (c.passages[0].start, c.passages[0].end, c.facet, c.id))
        mentions = [self._mention(self.happenings.all[i], mention_ids, ordered) for i in told]
        return tuple(ordered), tuple(mentions)

    def _draft_kinds(self) -> None:
        for happening in self.happenings.all:
            if happening.cues:
                cue = max(happening.cues, key=lambda c: (c.kind == happening.kind, c.noun, -c.start))
                self.drafts.append(
                    Draft(
                        facet="kind",
                        value=Term(code=happening.kind, words=cue.words),
                        start=cue.start,
                        end=cue.end,
                        sentence=cue.sentence,
                        happenings=(happening.index,),
                        flags=tuple(happening.flags),
                    )
                )

    def _ids(self) -> list[str]:
        return [draft_id(self.report, draft) for draft in self.drafts]

    def _chain(self, draft: Draft) -> tuple[Attribution, ...]:
        start = draft.said_start if draft.said_start is not None else draft.start
        return self.material.chain(start, min(draft.end, start + 12) if start < draft.end else start + 1)

    def _mention_id(self, happening: Happening) -> str:
        cue = happening.cues[0] if happening.cues else None
        start, end = (cue.start, cue.end) if cue is not None else (-1, happening.index)
        return content_id("m", self.report.id, start, end, happening.index)

    def _mention(self, happening: Happening, ids: dict[int, str], claims: Sequence[Claim]) -> Mention:
        mention_id = ids[happening.index]
        own = tuple(claim.id for claim in claims if mention_id in claim.mention_ids)
        passages = tuple(
            Passage(report_id=self.report.id, start=cue.start, end=cue.end, words=self.report.text[cue.start : cue.end])
            for cue in sorted(happening.cues, key=lambda cue: (cue.kind != happening.kind, cue.start))
        )
        around = happening.part_of
        return Mention(
            id=mention_id,
            report_id=self.report.id,
            kind=happening.kind,
            role=happening.role,
            passages=passages,
            claim_ids=own,
            part_of=ids.get(around.index) if around is not None else None,
            flags=tuple(happening.flags),
        )

    def _silence(self) -> str:
        if not self.material.sentences:
            return "the report has no text of its own: all of it was set aside, or it is empty"
        if not any(part.sentence.doc is not None for part in self.material.sentences):
            return "no sentence has a word of fighting, attack or harm"
        return "words of fighting or harm stand in it, but no sentence says that something happened to someone"


def span_of(text: str, match: re.Match[str]) -> Span:
    """The span of a match."""
    return Span(start=match.start(), end=match.end(), words=text[match.start() : match.end()])
