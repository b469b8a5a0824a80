"""Whoever was wounded first and died later: how many they are, and that they add to the dead told of so far.

"Gunmen killed three and wounded two. *The wounded* died on the way": two, who are none of the three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.base import value
from rashomon.model.claims import Count, Coverage
from rashomon.reading.claims.drafts import Draft, number_of, person_of
from rashomon.reading.claims.one_more import LATER_DEATH, is_said_to_be_more
from rashomon.reading.claims.telling import Told
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en import adding_words as words

Covered = tuple[Coverage, int | None]
"""How much of its harm a figure covers, and the position of the draft it is part of, if any."""


AT_ONCE = re.compile(r"\b(?:on the spot|at the scene|instantly|outright|immediately|at once)\b", re.I)
"""After "three were killed", where "and one died on the way to hospital" tells of a fourth."""


def dies_later(frame: Frame, text: str, start: int) -> bool:
    """True for "two *later died* of their wounds"; ``start``: where the people stand in the text."""
    return frame.facet == "killed" and (frame.of_wounded or LATER_DEATH.match(text, start) is not None)


def with_deaths_of_wounds(
    frames: Sequence[Frame], told: Told, drafts: Sequence[Draft], text: str
) -> Sequence[Frame]:
    """The frames of a sentence; of those who died of wounds, how many were told of as wounded just before.

    Where that was told beside people killed ("killed three and wounded two. *Both died later*"), they add to these.
    """
    return [
        _as_hurt_before(frame, frames, told, drafts)
        if frame.victim.start in told.persons
        else _as_wounded_before(frame, frames, drafts, text)
        for frame in frames
    ]


def _as_hurt_before(frame: Frame, frames: Sequence[Frame], told: Told, drafts: Sequence[Draft]) -> Frame:
    """The death of one person told of as wounded, while others were told dead: he is none of these.

    Whoever is listed as killed with others ("killed along with his wife") is nobody told of before as wounded.
    """
    if frame.facet != "killed" or frame.negated or frame.coverage != "unknown" or frame.listed:
        return frame
    person = told.persons[frame.victim.start]
    here = [
        (one.facet, told.persons.get(one.victim.start), frame.sentence, one.victim.count)
        for one in frames
        if one.victim.end <= frame.victim.start and not one.negated and one.coverage != "subset"
    ]
    before = [
        (draft.facet, person_of(draft), draft.sentence, draft.value)
        for draft in drafts
        if draft.facet in {"killed", "wounded"} and not draft.negated and draft.coverage != "subset"
    ]
    harmed = [*before, *here]
    hurt = next((sentence for facet, who, sentence, _ in harmed if (facet, who) == ("wounded", person)), None)
    dead = [(who, count) for facet, who, sentence, count in harmed if facet == "killed" and sentence == hurt]
    if hurt is None or not dead or any(who == person for who, _ in dead):
        return frame
    several = any(who is None and _exactly(count) for who, count in dead)
    return replace(frame, coverage="increment" if several else "unknown", of_wounded=True)


def _as_wounded_before(frame: Frame, frames: Sequence[Frame], drafts: Sequence[Draft], text: str) -> Frame:
    victim = frame.victim
    if frame.facet != "killed" or frame.negated or not victim.plural or frame.coverage == "subset":
        return frame
    of_wounded = _WOUNDED.search(text[victim.start : max(victim.end, min(frame.start, victim.end + _REACH))])
    if _DEAD.search(victim.words):
        return frame  # "the killed and injured civilians"
    if of_wounded is None and not LATER_DEATH.match(text, victim.start):
        return frame
    here = [one for one in frames if one.victim.end <= victim.start and not one.negated]
    own_words = [one for one in frames if one.victim.start == victim.start and one.facet == "wounded"]
    told = _wounded_here(here) or _wounded_before(frame, drafts) or _wounded_here([*here, *own_words])
    if told is None:
        return frame
    own = _exactly(victim.count)
    known = (
        victim.kind == "pronoun"
        or (victim.kind == "number" and own is not None)
        or (victim.definite and victim.noun in {"", "other", told.noun})
        or victim.start == told.start
    )
    if (of_wounded is None and not known) or own not in {None, told.number}:
        return frame
    if own is None and (victim.count is None or victim.count.vague != "plural"):
        return frame
    count = Count(low=told.number, high=told.number, as_written=victim.words)
    return replace(
        frame,
        victim=victim if own else replace(victim, count=count),
        coverage="increment" if told.beside_dead and frame.coverage == "unknown" else frame.coverage,
        of_wounded=True,
    )


@value
class _Wounded:
    """How many wounded were told of last, by what noun, and whether beside people killed."""

    number: int
    noun: str
    start: int
    beside_dead: bool


def _wounded_here(before: Sequence[Frame]) -> _Wounded | None:
    """The wounded told of in the same sentence, where one number alone tells them."""
    hurt = [one for one in before if one.facet == "wounded"]
    number = _exactly(hurt[0].victim.count) if len({one.victim.start for one in hurt}) == 1 else None
    if number is None:
        return None
    dead = any(one.facet == "killed" and one.coverage != "subset" for one in before)
    return _Wounded(number=number, noun=hurt[0].victim.noun, start=hurt[0].victim.start, beside_dead=dead)


def _wounded_before(frame: Frame, drafts: Sequence[Draft]) -> _Wounded | None:
    """The wounded told of in the sentence before, or the one before that."""
    near = [d for d in drafts if 0 < frame.sentence - d.sentence <= _SENTENCES and not d.negated]
    hurt = [draft for draft in near if draft.facet == "wounded"]
    last = [draft for draft in hurt if draft.sentence == hurt[-1].sentence]
    number = _exactly(last[0].value) if len({draft.said_start for draft in last}) == 1 else None
    if number is None:
        return None
    dead = any(
        d.facet == "killed" and d.coverage != "subset" and d.sentence == last[0].sentence for d in near
    )
    noun = last[0].about[0].group.noun if last[0].about else ""
    return _Wounded(number=number, noun=noun, start=-1, beside_dead=dead)


def _exactly(given: object) -> int | None:
    """The number of several people, where just one is given."""
    exact = isinstance(given, Count) and given.low == given.high and (given.low or 0) > 1
    return given.low if isinstance(given, Count) and exact else None


_WOUNDED = re.compile(r"\b(?:wounded|injured)\b", re.I)
_DEAD = re.compile(r"\b(?:killed|dead|slain)\b", re.I)
_REACH = 12
"""Characters after "two others", the people meant, in which "the two *wounded*" may say which they are."""
_SENTENCES = 2
"""How far back the wounded may be told of who are meant by "they"."""


def is_death_of_wounds(frame: Frame, person: str, drafts: Sequence[Draft], text: str) -> bool:
    """True for "one guard died of his wounds" after "three were killed *and two wounded*": a fourth is dead.

    Not where the same person was told dead before, or nobody had been told of as wounded in a number.
    """
    if frame.coverage != "unknown" or not dies_later(frame, text, frame.victim.start):
        return False
    before = [d for d in drafts if d.sentence < frame.sentence and not d.negated]
    dead = [d for d in before if d.facet == "killed"]
    hurt = any(d.facet == "wounded" and (number_of(d) or 0) > 0 for d in before)
    return hurt and any(person_of(d) is None for d in dead) and all(person_of(d) != person for d in dead)


def coverage_of_later_death(
    frame: Frame, drafts: Sequence[Draft], known: Sequence[Draft], hurt: Sequence[Draft], text: str
) -> Covered:
    """ "increment" for those who died of wounds beside people told dead before; not where a total is spelled out.

    "Three were killed. One died on the spot, *two succumbed later*": the three.
    """
    low = frame.victim.count.low if frame.victim.count is not None else None
    beside = [draft for draft in known if draft.sentence == frame.sentence]
    all_told = (low or 0) + sum(number_of(draft) or 0 for draft in beside)
    others = words.OTHERS.search(frame.victim.words) is not None and not frame.victim.definite
    more = others or words.MORE.search(frame.victim.words) is not None or is_said_to_be_more(frame, text)
    for draft in known if beside or not more else ():
        if draft.sentence < frame.sentence and number_of(draft) == all_told:
            return "subset", drafts.index(draft)
    wounded = any((number_of(draft) or 0) >= (low or 0) for draft in hurt)
    at_once = any(AT_ONCE.search(text[draft.end : frame.victim.start]) for draft in beside)
    added = wounded or at_once or more
    return ("increment" if added else frame.coverage), None
