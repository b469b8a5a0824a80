"""One report read from beginning to end: the order of the reader's steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.base import content_id
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Flag, Mention, Person
from rashomon.model.layers import Reading
from rashomon.model.report import Passage
from rashomon.reading.claims.adding import (
    add_one,
    adds_to_earlier,
    coverage_of_more,
    did_it,
    is_none_of_those_told,
    is_of_missing,
    is_told_as_more,
    mark_spelled_out,
    part_of_earlier,
    told_again_in,
)
from rashomon.reading.claims.asides import answers_accusation, as_accused, as_alleged, is_aside, of_happenings
from rashomon.reading.claims.dating import (
    date_of_main,
    dates_what_happened,
    draft_date,
    is_of_later_death,
    is_told_from_before,
    says_where_it_was,
    told_from,
)
from rashomon.reading.claims.died_of_wounds import Covered, is_death_of_wounds
from rashomon.reading.claims.drafts import ClaimIds, Draft, Makers, draft_id, make_claim
from rashomon.reading.claims.in_context import in_context
from rashomon.reading.claims.leads import with_leads_spelled_out
from rashomon.reading.claims.mob_fates import with_fates_of_lynched
from rashomon.reading.claims.one_more import is_next_of_dead
from rashomon.reading.claims.other_days import Known, with_others_apart
from rashomon.reading.claims.placing import namesake_flags, placed_by_surroundings, with_joined
from rashomon.reading.claims.set_apart import finds_elsewhere, kind_of_find, told_cues
from rashomon.reading.claims.strikes import are_singled_out, counts_several, is_of_one, is_one_attack
from rashomon.reading.claims.tallies import tallies_among
from rashomon.reading.claims.telling import (
    ACROSS,
    INCLUDING,
    Told,
    first_speaker,
    frame_flags,
    is_stated,
    kind_drafts,
    meant_by,
    names_someone,
    silence_of,
    split_places,
)
from rashomon.reading.happenings.cues import EventCue
from rashomon.reading.happenings.participation import Role, find_compositions, find_roles
from rashomon.reading.happenings.remarks import Remark, find_remarks
from rashomon.reading.happenings.same import Happening, Happenings
from rashomon.reading.harm.frames import find_frames
from rashomon.reading.harm.values import Frame
from rashomon.reading.parties.doers import DoerBook, stand_ins, with_doers
from rashomon.reading.parties.plurals import PluralBook
from rashomon.reading.parties.references import Meant, PartyBook
from rashomon.reading.places.toponyms import NOT_STATED, ToponymFound
from rashomon.reading.times.moments import TimeFound

if TYPE_CHECKING:
    from rashomon.reading.material import Material, SentenceMaterial

_FIGHTING = frozenset({"participant", "initiator"})


class ReportReader:
    """Reads one report; holds what its steps hand on to each other."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.report = material.report
        self.happenings = Happenings()
        self.book = PartyBook(material.facts, material.report.text)
        self._plurals = PluralBook()
        self._doers = DoerBook(material.report.text)
        self.drafts: list[Draft] = []
        self._several_said: tuple[str, EventCue] | None = None
        self._last_several: EventCue | None = None
        self._elsewhere: dict[int, Happening] = {}
        self._link: Draft | None = None
        self._dated: dict[int, set[int]] = {}
        self._put: dict[int, set[int]] = {}
        """Where a time or a place stands: the happenings it has been given to."""

    def read(self) -> Reading:
        """All claims and mentions of the report."""
        self._look_ahead()
        for part in self.material.sentences:
            if part.sentence.doc is not None:
                self._read_sentence(part)
            if part.places and self.happenings.focus is not None and says_where_it_was(part):
                told = Told.of_no_cue(part, self.happenings.focus)
                for place in part.places:
                    self._draft_place(told, place, told.home)
        self.happenings.close()
        self._inherit()
        self.drafts = with_fates_of_lynched(with_leads_spelled_out(self.drafts), self.report.text)
        claims, mentions = self._finish()
        return Reading(
            report_id=self.report.id,
            claims=claims,
            mentions=mentions,
            silence=None if claims else silence_of(self.material.sentences),
        )

    def _look_ahead(self) -> None:
        """What the report explains only further down: who makes up a group, which body followers are."""
        self.book.look_ahead(group for part in self.material.sentences for group in part.groups)
        for part in self.material.sentences:
            for composition in find_compositions(part.sentence, part.groups):
                self.book.define(composition.whole, composition.parts)

    def _read_sentence(self, part: SentenceMaterial) -> None:
        meant = meant_by(self.book, part, self.material)
        frames = find_frames(part.sentence, part.groups, part.counts, [(p.start, p.end) for p in part.places])
        known = Known(self.material.sentences, self.book.persons, self.happenings)
        cues = with_others_apart(told_cues(part), part, frames, known)
        doers = self._doers.read(part.sentence, part.groups, meant)
        frames = with_doers(of_happenings(frames, part.sentence), doers)
        frames = self._plurals.read(part.sentence, part.groups, frames, self._doers.told_before)
        roles = find_roles(part.sentence, part.groups, cues, part.hits, doers)
        meant |= stand_ins(doers, frames)
        found = find_remarks(part.sentence, part.groups, cues)
        placed, cues = self._place_cues(part, cues, meant)
        home = self._home(part, placed, frames)
        unreal = bool(cues) and not placed
        remarks = [remark for remark in found if remark.is_denial or not unreal]
        if home is None or not (frames or placed or remarks or (roles and not unreal)):
            return
        self._extend_link(part, placed)
        told = Told(
            part=part,
            cues=cues,
            placed=placed,
            home=home,
            meant=meant,
            several=self._several(part, cues),
            persons=self.book.persons.read(part.sentence, frames),
        )
        over = self._draft_frames(told, frames)
        if not over:
            self._draft_roles(told, () if unreal else roles)
            self._draft_remarks(told, remarks)
        if frames or placed:
            self._draft_times_and_places(told, frames)

    def _place_cues(
        self, part: SentenceMaterial, cues: Sequence[EventCue], meant: dict[int, Meant]
    ) -> tuple[dict[int, Happening], tuple[EventCue, ...]]:
        """The happening of each cue, and the cues with their narrative times resolved on the way."""
        actors = frozenset(ref.actor_id for m in meant.values() for ref in m.actors if ref.actor_id)
        placed: dict[int, Happening] = {}
        read: list[EventCue] = []
        self.happenings.return_to_named(cues)
        for told in cues:
            times = tuple(told_from(time, self.happenings.focus) for time in told.times)
            read.append(cue := replace(told, times=times) if times else told)
            here, there = split_places(part, cue)
            own = cue if here is cue.places else replace(cue, places=here)
            cause = placed.get(cue.result_of) if cue.result_of is not None else None
            happening = self.happenings.place(own, part.sentence.paragraph, actors, within=cause)
            if happening is not None:
                placed[cue.token] = happening
                if there:
                    other = self.happenings.open_beside(happening, replace(cue, places=there, number=None))
                    self._elsewhere.update((place.start, other) for place in there)
        return placed, tuple(sorted(read, key=lambda cue: cue.token))

    def _home(
        self, part: SentenceMaterial, placed: dict[int, Happening], frames: Sequence[Frame]
    ) -> Happening | None:
        """The happening that things of this sentence without a cue of their own belong to."""
        if placed:
            return next(iter(placed.values()))
        if frames or self.happenings.all:
            hurt = any(frame.facet in {"killed", "wounded"} and not frame.negated for frame in frames)
            told = self.happenings.current(part.sentence.paragraph, part.sentence.index, hurt=hurt)
            told.kind = kind_of_find(told.kind, part, frames)
            if finds_elsewhere(part, told.places):
                return self.happenings.open_find()
            before = hurt and is_told_from_before(part, told.days())
            return self.happenings.open_before(told) if before else told
        return None

    def _extend_link(self, part: SentenceMaterial, placed: dict[int, Happening]) -> None:
        """ "They include an ambush …" after "has been linked to several attacks": linked to these, no more."""
        if self._link is None or self._link.sentence != part.sentence.index - 1:
            return
        if INCLUDING.match(part.sentence.words):
            for happening in dict.fromkeys(placed.values()):
                copy = replace(self._link, happenings=(happening.index,), salt=f"included {happening.index}")
                self.drafts.append(copy)

    def _several(self, part: SentenceMaterial, cues: Sequence[EventCue]) -> EventCue | None:
        """The cue that makes this sentence's figures stand for several happenings, if any.

        "confirmed two clashes and that 20 were killed": the figure follows from no single one of them.
        What the same speaker adds in later sentences keeps that scope until one happening is singled out.
        """
        told = [cue for cue in cues if not cue.negated]
        counted = [c for c in told if counts_several(c) and not (c.in_passing or is_one_attack(c, part))]
        if counted:
            self._several_said = (first_speaker(part, self.material), counted[0])
            self._last_several = counted[0]
            return counted[0]
        if (apart := next((c for c in told if are_singled_out(c, part, self.report.text)), None)) is not None:
            return apart
        if self._last_several is not None and ACROSS.search(part.sentence.words):
            return self._last_several
        if self._several_said is None or first_speaker(part, self.material) != self._several_said[0]:
            return None
        if is_of_one(cues, part):
            self._several_said = None
            return None
        return self._several_said[1]

    def _draft_frames(self, told: Told, frames: Sequence[Frame]) -> bool:
        """Add what befell whom; True where all of it is a tally, whose doers took no part in the event told of."""
        first = len(self.drafts)
        frames = in_context(frames, told, self.drafts, self.report.text)
        tallies = tallies_among(frames, told.part) if first else frozenset()
        for position, frame in enumerate(frames):
            again = told_again_in(frame, told.whom(frame.victim).person, self.drafts)
            happening = told.nearest(frame.token) if again is None else self.happenings.all[again]
            if position in tallies:
                happening = self.happenings.open_summary(happening, frame.sentence)
            elif is_aside(frame, told.part.sentence, happening.kind, later=first > 0):
                happening = self.happenings.open_before(happening)
            frame = as_alleged(frame, told.part.sentence)
            happening.harmful |= frame.certainty not in {"planned", "hypothetical"}
            self.drafts.append(self._frame_draft(told, frame, happening, first))
            mark_spelled_out(self.drafts, self.report.text)
        return 0 < len(frames) == len(tallies)

    def _frame_draft(self, told: Told, frame: Frame, happening: Happening, first: int) -> Draft:
        several = told.several if frame.coverage != "subset" else None
        victim = told.whom(frame.victim)
        count = frame.victim.count or Count(low=None, high=None, as_written=frame.victim.words)
        coverage, whole = self._coverage(told, frame, happening, several=several is not None)
        return Draft(
            facet=frame.facet,
            value=count,
            start=min(frame.start, frame.victim.start),
            end=max(frame.end, frame.victim.end),
            sentence=frame.sentence,
            about=(victim,) if names_someone(frame.victim) or victim.person is not None else (),
            by=tuple(as_accused(told.whom(agent), agent) for agent in frame.agents),
            happenings=self._alike(happening) if several is not None else (happening.index,),
            scope="several" if several is not None else "event",
            scope_basis="inferred" if several is not None and not is_stated(told) else "stated",
            coverage=coverage,
            total=first + frame.part_of if frame.part_of is not None else whole,
            negated=frame.negated,
            certainty=frame.certainty,
            flags=tuple(frame_flags(frame, several if not is_stated(told) else None)),
            said_start=frame.victim.start,
            elsewhere=((several.start, several.end),) if several is not None else (),
        )

    def _coverage(self, told: Told, frame: Frame, at: Happening, *, several: bool) -> Covered:
        """How much of its harm a figure covers, and the position of the draft it is part of, if any."""
        if several and frame.coverage == "unknown" and not frame.listed:
            return "total", None
        person, text = told.whom(frame.victim).person, self.report.text
        if (part := part_of_earlier(frame, at.index, self.drafts, text)) is not None:
            return part
        none_of_them = is_none_of_those_told(frame, person, self.drafts, told.part.sentence)
        by_others = none_of_them and frame.agents and frame.coverage == "unknown"
        counted_beside = is_next_of_dead(frame, at.index, self.drafts, text) or did_it(frame, self.drafts)
        if counted_beside or is_of_missing(frame, self.drafts) or by_others:
            return "increment", None
        more = none_of_them or is_told_as_more(frame)
        if person is not None and not (more or is_death_of_wounds(frame, person, self.drafts, text)):
            return add_one(frame, self.drafts, text), None
        adds = adds_to_earlier(frame, told.part.sentence, text)
        return coverage_of_more(frame, at.index, self.drafts, text) if adds else (frame.coverage, None)

    def _alike(self, happening: Happening) -> tuple[int, ...]:
        """The happenings a figure over several may stand for: those of its kind that are no background."""
        beside = {"background", "summary", "operation"}
        kind, known = happening.kind, self.happenings.all
        alike = [other.index for other in known if other.role not in beside and other.kind == kind]
        return tuple(sorted({happening.index, *alike}))

    def _draft_roles(self, told: Told, roles: Sequence[Role]) -> None:
        together = [told.whom(r.group) for r in roles if r.facet in _FIGHTING and not r.opponents]
        for role in roles:
            one = told.whom(role.group)
            one = replace(one, inferred=True) if role.inferred else one
            alike = (role.facet, role.cue, role.opponents)
            allies = [told.whom(r.group) for r in roles if (r.facet, r.cue, r.opponents) == alike]
            draft = Draft(
                facet=role.facet,
                value=self._role_value(role, one),
                start=role.start,
                end=role.end,
                sentence=told.part.sentence.index,
                about=tuple(allies) if role.facet in _FIGHTING and len(allies) > 1 else (one,),
                by=tuple(told.whom(group) for group in role.opponents),
                happenings=(told.at(role.cue).index,),
                certainty=told.certainty(role.cue),
            )
            self.drafts.append(draft)
            count = role.group.count
            if role.facet in _FIGHTING and count is not None and count.vague is None and (count.low or 0) > 1:
                self.drafts.append(replace(draft, facet="strength", value=count, about=(one,), by=()))
        self.book.join(tuple(dict.fromkeys(ref for one in together for ref in one.actors)))

    def _role_value(self, role: Role, one: Meant) -> ActorRef | Person:
        if role.person is not None:
            return Person(words=self.report.text[role.start : role.end], office="leader", private=False)
        actor_id = one.actors[0].actor_id if len(one.actors) == 1 else None
        return ActorRef(
            words=role.group.words,
            actor_id=actor_id,
            name=self.material.name_of(actor_id) if actor_id else None,
        )

    def _draft_remarks(self, told: Told, remarks: Sequence[Remark]) -> None:
        for remark in remarks:
            words = self.report.text[remark.start : remark.end]
            aside = self.happenings.aside if answers_accusation(words) else None
            self.drafts.append(
                Draft(
                    facet=remark.facet,
                    value=remark.value,
                    start=remark.start,
                    end=remark.end,
                    sentence=told.part.sentence.index,
                    about=tuple(told.whom(group) for group in remark.about),
                    happenings=((aside or told.at(remark.cue)).index,),
                    flags=(Flag(code="linked_only", words=words),) if remark.facet == "link" else (),
                    said_start=remark.said_start,
                )
            )
            self._link = self.drafts[-1] if remark.facet == "link" else self._link

    def _draft_times_and_places(self, told: Told, frames: Sequence[Frame]) -> None:
        hung: set[int] = set()
        for cue in told.cues:
            happening = told.placed.get(cue.token)
            hung.update(time.start for time in cue.times)
            hung.update(place.start for place in cue.places)
            if happening is not None:
                for time in cue.times:
                    self._draft_time(told, time, happening, loose=cue.loose_times)
                for place in with_joined(cue.places, told.part.places):
                    self._draft_place(told, place, self._elsewhere.get(place.start, happening))
        if told.cues:
            return  # what hangs on no cue of the sentence dates or places something else
        for time in told.part.times:
            if dates_what_happened(told.part, time, frames):
                died = is_of_later_death(told.part, alone=True)
                self._draft_time(told, time, told.home, loose=died)
                if not died:
                    told.home.date([time])
        for place in told.part.places:
            if place.start not in hung:
                self._draft_place(told, place, told.home)
                told.home.places.append(place)

    def _draft_time(self, told: Told, time: TimeFound, happening: Happening, *, loose: bool = False) -> None:
        draft = draft_date(told.part, time, happening, loose=loose)
        dated = self._dated.setdefault(time.start, set())
        if draft is not None and happening.index not in dated:
            # One day over several happenings of a sentence: a claim for each.
            self.drafts.append(replace(draft, salt=f"also {happening.index}") if dated else draft)
            dated.add(happening.index)

    def _draft_place(self, told: Told, place: ToponymFound, happening: Happening) -> None:
        if place.ref.relation in NOT_STATED:
            return
        put = self._put.setdefault(place.start, set())
        if happening.index in put:
            return
        self.drafts.append(
            Draft(
                facet="place",
                value=place.ref,
                start=place.start,
                end=place.end,
                sentence=told.part.sentence.index,
                happenings=(happening.index,),
                flags=namesake_flags(place),
                salt=f"also {happening.index}" if put else "",
            )
        )
        put.add(happening.index)

    def _inherit(self) -> None:
        """A place or date that only a neighbouring happening is given: inferred, and so marked.

        A fight within an operation is put where the operation was; the second of "two clashes on Monday"
        was on Monday.
        """
        for happening in self.happenings.all:
            if happening.part_of is not None:
                note = "the text gives no place for this; it is that of the operation it was part of"
                self._copy("place", happening.part_of, happening, Flag(code="inferred_place", note=note))
            if happening.told_with is not None:
                note = "the text dates the happenings it tells of together, not each"
                self._copy("date", happening.told_with, happening, Flag(code="inferred_date", note=note))
            elif happening.part_of is not None and happening.part_of.is_of_one_day:
                note = "the text gives no day for this; it is that of the operation it was part of"
                self._copy("date", happening.part_of, happening, Flag(code="inferred_date", note=note))
        told = self.happenings
        self.drafts.extend(date_of_main(told.main, self.drafts, self.material.sentences, told.all))
        self.drafts.extend(placed_by_surroundings(self.happenings.all, self.drafts, self.material))

    def _copy(self, facet: str, source: Happening, target: Happening, flag: Flag) -> None:
        if any(d.facet == facet and target.index in d.happenings for d in self.drafts):
            return
        for draft in [d for d in self.drafts if d.facet == facet and source.index in d.happenings]:
            own = replace(flag, words=self.report.text[draft.start : draft.end])
            salt = f"inferred {target.index}"
            copy = replace(draft, happenings=(target.index,), flags=(*draft.flags, own), salt=salt)
            self.drafts.append(copy)

    def _settle_leaders(self) -> None:
        """A leader named in passing belongs to the main happening where his body took part in it."""
        main = self.happenings.main
        for place, draft in enumerate(self.drafts):
            led = {ref.actor_id for one in draft.about for ref in one.actors if ref.actor_id}
            if draft.facet == "leader" and main is not None and led & main.actors:
                self.drafts[place] = replace(draft, happenings=(main.index,))

    def _finish(self) -> tuple[tuple[Claim, ...], tuple[Mention, ...]]:
        self.drafts.extend(kind_drafts(self.happenings.all))
        self._settle_leaders()
        ids = [draft_id(self.report, draft) for draft in self.drafts]
        told = sorted({index for draft in self.drafts for index in draft.happenings})
        mention_ids = {index: self._mention_id(self.happenings.all[index]) for index in told}
        makers = Makers(
            reader=self.material.reader, status_of=self.material.status_of, name_of=self.material.name_of
        )
        claims: dict[str, Claim] = {}
        for draft, claim_id in zip(self.drafts, ids, strict=True):
            claim = make_claim(
                self.report,
                draft,
                ids=ClaimIds(
                    claim=claim_id,
                    subset_of=ids[draft.total] if draft.total is not None else None,
                    mentions=tuple(mention_ids[i] for i in draft.happenings),
                ),
                chain=self._chain(draft),
                makers=makers,
            )
            claims.setdefault(claim.id, claim)
        ordered = sorted(
            claims.values(), key=lambda c: (c.passages[0].start, c.passages[0].end, c.facet, c.id)
        )
        mentions = [self._mention(self.happenings.all[i], mention_ids, ordered) for i in told]
        return tuple(ordered), tuple(mentions)

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
            Passage(
                report_id=self.report.id,
                start=cue.start,
                end=cue.end,
                words=self.report.text[cue.start : cue.end],
            )
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
