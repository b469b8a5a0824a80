"""The article by itself: whom its statements are about, who says them, in which sentence they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from rashomon.codebook.facets import FACETS
from rashomon.model.audit import Pair, ReadArticle, Statement
from rashomon.model.claims import ActorRef, Count
from rashomon.model.events import Event, EventSide, SideActor
from rashomon.writing.audit.grounds.cast import Cast, Who
from rashomon.writing.audit.grounds.gathering import Grounds
from rashomon.writing.audit.grounds.parts import is_of_longer
from rashomon.writing.audit.grounds.voices import Voice, Voices
from rashomon.writing.audit.verdicts.ruling import own_words

_END = re.compile(r"[.!?…][\"”’)\]]*(?=\s|$)|\n")
_COMBATANT = re.compile(r"infobox\.(combatants?\d+[a-z]?)$")


class OwnWords:
    """The statements of an article with the look-ups that comparing them needs.

    Sides come from the box's combatants first, then from the event of the case.
    """

    def __init__(self, read: ReadArticle, grounds: Grounds) -> None:
        self.statements: Sequence[Statement] = read.statements
        self.grounds = grounds
        self.text = read.article.report.text
        self.parts = read.article.parts
        events = ([grounds.event] if grounds.event else []) + list(grounds.around)
        self.cast = Cast(grounds.cast.registry, [_box_event(read.statements), *events])
        self.cast.acronyms = grounds.cast.acronyms
        claims = [s.claim for s in read.statements if s.claim is not None]
        self.cast.learn(claims)
        reports = {read.article.report.id: read.article.report}
        self._voices = Voices(self.cast, reports, claims)
        self._who: dict[str, Who] = {}
        self._voice: dict[str, Voice] = {}

    def who(self, statement: Statement) -> Who:
        """The people a statement is about."""
        if statement.id not in self._who:
            claim, owner = statement.claim, statement.owner
            ids = owner.actor_ids if owner is not None and owner.basis != "unknown" else ()
            speaker = self.voice(statement).bodies
            self._who[statement.id] = self.cast.who_of(claim, actor_ids=ids, speaker=speaker)
        return self._who[statement.id]

    def voice(self, statement: Statement) -> Voice:
        """The voice of a statement."""
        if statement.id not in self._voice:
            self._voice[statement.id] = self._voices.of(statement.claim) if statement.claim else Voice()
        return self._voice[statement.id]

    def hearing(self, mine: Statement, theirs: Statement) -> str:
        """How one statement's voice stands to another's."""
        return self._voices.hearing(self.voice(mine), self.voice(theirs))

    def words(self, statement: Statement) -> str:
        """A statement's words as a note quotes them."""
        return own_words(statement, self.grounds)

    @cached_property
    def box(self) -> tuple[Statement, ...]:
        """What stands in the box."""
        return tuple(s for s in self.statements if in_box(s))

    @cached_property
    def prose(self) -> tuple[Statement, ...]:
        """What stands in the text."""
        return tuple(s for s in self.statements if not in_box(s))

    @cached_property
    def partial(self) -> frozenset[str]:
        """The figures of the text that count a part only, by id: by their words, or as they add up to a total."""
        groups: dict[tuple[str, Who], list[tuple[Statement, int]]] = {}
        for one in self.prose:
            number = _point(one)
            if number and self.voice(one).own and not is_of_longer(one.text):
                if not self.grounds.past_of(one):
                    groups.setdefault((one.facet, self.who(one)), []).append((one, number))
        found = set(self.grounds.parts)
        for (facet, who), told in groups.items():
            total = sum(number for _, number in told)
            others = (s for s in self.statements if s.facet == facet and _point(s) == total)
            if len(told) > 1 and any(
                self.cast.relation(self.who(s), who) in ("same", "side") for s in others
            ):
                found |= {one.id for one, _ in told}
        return frozenset(found)

    def sentence(self, statement: Statement) -> tuple[int, int]:
        """Where the sentence of a statement begins and ends; a box's line for what stands in the box."""
        if statement.sentence is not None:
            return statement.sentence
        low, high = self._part(statement)
        starts = [m.end() for m in _END.finditer(self.text, low, statement.start)]
        after = _END.search(self.text, statement.end, high)
        return (starts[-1] if starts else low, after.end() if after else high)

    def sentence_words(self, statement: Statement) -> str:
        """The sentence of a statement."""
        start, end = self.sentence(statement)
        return self.text[start:end]

    def _part(self, statement: Statement) -> tuple[int, int]:
        for part in self.parts:
            if part.start <= statement.start and statement.end <= part.end:
                return part.start, part.end
        return 0, len(self.text)


def _point(statement: Statement) -> int:
    """The one number a statement gives of people hit or taken; 0 where it gives none, or about so many."""
    claim = statement.claim
    count = claim.value if claim is not None and claim.polarity == "affirmed" else None
    if not isinstance(count, Count) or count.low != count.high or count.approximate:
        return 0
    return (count.low or 0) if statement.facet in FACETS and FACETS[statement.facet].outcome else 0


def in_box(statement: Statement) -> bool:
    """True for what stands in the infobox."""
    return statement.where.startswith("infobox")


def pair(left: Statement, right: Statement, kind: str, note: str) -> Pair:
    """Two statements and what is between them."""
    return Pair(left=left.id, right=right.id, kind=kind, note=note)


def _box_event(statements: Sequence[Statement]) -> Event:
    """The sides as the box lists them, in the form of an event."""
    sides: dict[str, list[SideActor]] = {}
    for statement in statements:
        field = _COMBATANT.match(statement.where)
        claim = statement.claim
        if field is None or claim is None:
            continue
        refs = [claim.value] if isinstance(claim.value, ActorRef) else []
        refs += list(claim.about.actors) if claim.about is not None and not refs else []
        actors = [
            SideActor(id=ref.actor_id, name=ref.name or ref.words, as_written=(ref.words,)) for ref in refs
        ]
        sides.setdefault(field.group(1), []).extend(actors)
    made = tuple(
        EventSide(label=label, role="belligerent", actors=tuple(actors)) for label, actors in sides.items()
    )
    return Event(id="", kind="", title="", mention_ids=(), claim_ids=(), sides=made)
