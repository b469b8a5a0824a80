"""One sentence as told: which happenings it speaks of, and what makes its figures stand for several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Flag, Term
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.happenings.cues import EventCue
from rashomon.reading.happenings.same import Happening
from rashomon.reading.harm.values import Frame
from rashomon.reading.parties.references import Meant, PartyBook
from rashomon.reading.people.groups import Group
from rashomon.reading.places.toponyms import ToponymFound
from rashomon.reading.sentences.held_words import HeldPattern

if TYPE_CHECKING:
    from rashomon.reading.material import Material, SentenceMaterial


@value
class Told:
    """One sentence as told: its cues, the happenings they went to, and whom its phrases mean."""

    part: SentenceMaterial
    cues: tuple[EventCue, ...]
    placed: dict[int, Happening]
    home: Happening
    meant: dict[int, Meant]
    several: EventCue | None
    """The cue whose number makes the sentence's figures stand for several happenings."""
    persons: dict[int, str]
    """Where phrases for one person start, and which person of the report it is."""

    @classmethod
    def of_no_cue(cls, part: SentenceMaterial, home: Happening) -> Told:
        """A sentence that goes on about a happening without a word for one."""
        return cls(part=part, cues=(), placed={}, home=home, meant={}, several=None, persons={})

    def whom(self, group: Group) -> Meant:
        """Whom a phrase of the sentence means."""
        meant = self.meant.get(group.start) or self._completed(group)
        if meant.group.status == "unknown" != group.status:
            meant = replace(meant, group=group)  # "six soldiers died and *three others* were hurt"
        person = self.persons.get(group.start)
        return replace(meant, person=person) if person is not None else meant

    def _completed(self, group: Group) -> Meant:
        """ "five were wounded" after "three fighters of the alliance": five of those the alliance means."""
        before = [m for m in self.meant.values() if m.group.end <= group.start and m.group.who == group.who]
        if group.actors or group.kind != "number" or not before:
            return Meant(group=group, actors=group.actors)
        whole = max(before, key=lambda meant: meant.group.end)
        return Meant(group=group, actors=whole.actors, inferred=bool(whole.actors))

    def at(self, cue: int | None) -> Happening:
        """The happening of a cue, else the sentence's own."""
        return self.placed.get(cue, self.home) if cue is not None else self.home

    def nearest(self, token: int) -> Happening:
        """The happening told nearest to a token."""
        return (
            self.placed[min(self.placed, key=lambda cue: (abs(cue - token), cue))]
            if self.placed
            else self.home
        )

    def certainty(self, token: int | None) -> str:
        """How real the sentence says a cue's happening is."""
        return next((cue.certainty for cue in self.cues if cue.token == token), "asserted")


_SERVING = {"state_forces": "soldiers", "police": "police", "peacekeepers": "peacekeepers"}
"""Whose people are meant by a bare noun where a body of this category speaks."""
_SERVANTS = frozenset(_SERVING.values())


def meant_by(book: PartyBook, part: SentenceMaterial, material: Material) -> dict[int, Meant]:
    """Whom the phrases of a sentence mean, by where they start."""
    meant = {group.start: book.meant(group, part.groups) for group in part.groups}
    return _own_of_speakers(meant, material)


def _own_of_speakers(meant: dict[int, Meant], material: Material) -> dict[int, Meant]:
    """The phrases with the speaker's own people known: "the air force said *soldiers* had shot two bandits"."""
    found = {}
    for start, one in meant.items():
        group = one.group
        serving = _SERVANTS.intersection(group.categories) if group.kind == "people" else frozenset()
        plain = serving and not (one.actors or group.peoples or group.belongs_to is not None)
        body = material.speaking_body(start) if plain else None
        if body is not None and _SERVING.get(body[1]) in serving:
            own = (ActorRef(words=group.words, actor_id=body[0], name=material.name_of(body[0])),)
            one = replace(one, actors=own, inferred=True)
        found[start] = one
    return found


def first_speaker(part: SentenceMaterial, material: Material) -> str:
    """Who says most of a sentence: the first speaker at its beginning, middle or end."""
    first, end = part.sentence.start, part.sentence.end
    for start in (first, (first + end) // 2, max(first, end - 3)):
        chain = material.chain(start, start + 1)
        if len(chain) > 1:
            return (chain[0].actor_id or chain[0].on_behalf_of or chain[0].source).lower()
    return ""


INCLUDING = re.compile(
    r"(?:that|this|these|those|they|it|among (?:them|these))\b.{0,20}?\b(?:includ|are\b|is\b)", re.I
)
_ONE_AND_OTHER = re.compile(
    r"\bone\b[^.;]{1,80}?,?\s(?:and|while)\s(?P<other>(?:one|another|the other|the second|a second)\b)", re.I
)


def split_places(
    part: SentenceMaterial, cue: EventCue
) -> tuple[tuple[ToponymFound, ...], tuple[ToponymFound, ...]]:
    """The places of the first and of the second of two happenings: "two clashes, one near A and one at B"."""
    match = (
        _ONE_AND_OTHER.search(part.sentence.words) if cue.number is not None and cue.number.low == 2 else None
    )
    if match is None:
        return cue.places, ()
    other = part.sentence.start + match.start("other")
    return tuple(p for p in cue.places if p.start < other), tuple(p for p in cue.places if p.start > other)


def frame_flags(frame: Frame, several: EventCue | None) -> Iterator[Flag]:
    """What a claim of harm should warn of."""
    if frame.victim.kind == "pronoun":
        meant = frame.victim.who if frame.victim.who != frame.victim.words else None
        note = f"taken to mean the {meant} told of just before" if meant else ""
        yield Flag(code="anaphoric", words=frame.victim.words, note=note)
    if frame.listed:
        yield Flag(
            code="listed", words=frame.victim.words, note="told of beside more people, who are not the same"
        )
    if several is not None:
        yield Flag(code="inferred_scope", words=several.words, note="the speaker tells of several happenings")
    if frame.of_wounded:
        yield Flag(code="of_wounded", words=frame.victim.words, note="told of as wounded before")
    if frame.elided:
        yield Flag(
            code="inferred_actor", words=frame.victim.words, note="the noun is taken from the clause before"
        )
    yield from frame.cautions


def kind_drafts(happenings: Iterable[Happening]) -> Iterator[Draft]:
    """Of what kind each happening is, on the word that says it best."""
    for happening in (one for one in happenings if one.cues):
        cue = max(happening.cues, key=lambda c: (c.kind == happening.kind, c.noun, -c.start))
        # "a large-scale operation": how large is nobody's word.
        sizes = dict.fromkeys(c.magnitude for c in happening.cues if c.magnitude)
        flags = (Flag(code="unattributed_magnitude", words=words) for words in sizes)
        yield Draft(
            facet="kind",
            value=Term(code=happening.kind, words=cue.words),
            start=cue.start,
            end=cue.end,
            sentence=cue.sentence,
            happenings=(happening.index,),
            flags=(*happening.flags, *flags),
        )


def names_someone(group: Group) -> bool:
    """False for a bare number whose people the sentence does not name: "no losses", "five died"."""
    return group.kind != "number" or bool(group.actors or group.categories)


ACROSS = HeldPattern(
    r"\b(?:across|in|during|over|throughout|from) (?:both|all|the|these|those)?\s?"
    r"(?:whole day|entire day|(?:same )?(?:two|three|four|several) \w+)\b|\bin total\b|\bin all\b",
    re.I,
)


def is_stated(told: Told) -> bool:
    """True where the sentence itself puts the figure over several: "across the two clashes"."""
    return ACROSS.search(told.part.sentence.words) is not None and told.several is not None


def silence_of(sentences: Sequence[SentenceMaterial]) -> str:
    """Why a report gave no claim."""
    if not sentences:
        return "the report has no text of its own: all of it was set aside, or it is empty"
    if not any(part.sentence.doc is not None for part in sentences):
        return "no sentence has a word of fighting, attack or harm"
    return "words of fighting or harm stand in it, but no sentence says that something happened to someone"
