"""Who died beside the dead told of before: "*a fifth* victim died", "nine *more* died later".

Whoever so died was counted among nobody so far: his number adds to that of the dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en.adding_words import OTHERS

LATER_DEATH = re.compile(
    r"[^.;]{0,60}?\b(?:(?:later|subsequently|eventually|afterwards|since) (?:died|succumbed|passed away)"
    r"|succumb\w*|died (?:\w+ )?(?:later|afterwards|of|from|the (?:next|following)|in (?:the )?hospital|on the way))\b",
    re.I,
)
"""Death of wounds: whoever so died was told of among the wounded, if at all, and not among the dead."""

_MORE_BEFORE = re.compile(r"\b(?:another|an? (?:further|additional)) (?:(?:at least|about|some) )?\Z", re.I)
_MORE_AFTER = re.compile(r" (?:more|others)\b(?! than)", re.I)
_REACH = 32
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NEXT = re.compile(rf"(?:an?|the) (?P<which>{'|'.join(_ORDINALS)})(?: [a-z-]+)?", re.I)
_ANOTHER = re.compile(r"(?:another|one)(?: (?:person|victim|man|woman|soldier|policeman|guard))?", re.I)
_OF_THE_WOUNDED = re.compile(r"one of (?:the|those) (?:\w+ )?(?:wounded|injured)\b", re.I)


def is_said_to_be_more(frame: Frame, text: str) -> bool:
    """True for a bare number with "another" or "a further" before it or "more" after it: "*another* five have died"."""
    if frame.victim.kind not in {"number", "pronoun"}:
        return False
    start, end = frame.victim.start, frame.victim.end
    before = text[max(0, start - _REACH) : start]
    return bool(_MORE_BEFORE.search(before) or _MORE_AFTER.match(text, end))


def is_next_of_dead(frame: Frame, happening: int, drafts: Sequence[Draft], text: str) -> bool:
    """True for one who died beside as many dead as were told of: "four died. … *A fifth victim* died on Friday".

    So too for "another" or "one more" who died of wounds, for "one of the wounded", where nobody died singly, and
    for one of those who killed.
    """
    words = frame.victim.words
    if frame.facet != "killed" or frame.coverage != "unknown" or frame.negated:
        return False
    start = frame.victim.start
    if _OF_THEM.match(text, start) is not None and _did_it(drafts, start):
        return True
    named = _NEXT.fullmatch(words)
    of_the_wounded = _OF_THE_WOUNDED.match(text, start) is not None
    another = _ANOTHER.fullmatch(words) is not None and LATER_DEATH.match(text, start) is not None
    if named is None and not (of_the_wounded or another):
        return False  # most, and asked before all that was told is gone through
    numbers = _numbers_of_dead(frame, happening, drafts)
    if not numbers:
        return False
    if named is not None and not _is_next_told(frame, drafts):
        place = _ORDINALS.index(named["which"].lower()) + 2
        return place - 1 in {sum(numbers), max(numbers)}
    if numbers[-1] == 1 or max(numbers) < _SEVERAL:
        return False
    if of_the_wounded:
        return True
    more = words.lower().startswith("another") or _MORE_AFTER.match(text, frame.victim.end) is not None
    return another and more


_OF_THEM = re.compile(
    r"(?:one|two|three|four|five|\d|some|several) of (?:them\b|the (?:\w+ )?(?:attackers|assailants|robbers|bandits"
    r"|thieves|gunmen|militants|jihadists|raiders|terrorists|kidnappers|killers)\b)",
    re.I,
)
"""Of those who did it, where one person was killed: "bandits shot a driver dead. *One of them* was lynched"."""


def _did_it(drafts: Sequence[Draft], start: int) -> bool:
    """True where all dead so far are single people whom several killed: "them" are those several."""
    dead = [d for d in drafts if d.facet == "killed" and not d.negated and d.start < start]
    hit = any(d.facet in {"wounded", "casualties"} and not d.negated and d.start < start for d in drafts)
    alone = all(len(d.about) == 1 and d.about[0].person is not None for d in dead)
    return bool(dead) and alone and not hit and all(any(one.group.plural for one in d.by) for d in dead)


def _numbers_of_dead(frame: Frame, happening: int, drafts: Sequence[Draft]) -> list[int]:
    """The numbers of those told dead in earlier sentences, parts left out; none where one of them is not plain."""
    numbers = [
        _plain(draft)
        for draft in drafts
        if draft.facet == "killed"
        and happening in draft.happenings
        and draft.sentence < frame.sentence
        and not draft.negated
        and draft.coverage != "subset"
    ]
    plain = [number for number in numbers if number is not None]
    return plain if len(plain) == len(numbers) else []


def _is_next_told(frame: Frame, drafts: Sequence[Draft]) -> bool:
    """True for "One victim is in hospital. *A second victim* died": the second of those hit, not of the dead."""
    near = (d for d in drafts if 0 <= frame.sentence - d.sentence <= 1 and d.start < frame.start and d.about)
    hurt = (d for d in near if d.facet in {"wounded", "casualties"} and not d.negated)
    return any(_IN_A_ROW.match(one.group.words) for draft in hurt for one in draft.about)


_IN_A_ROW = re.compile(rf"(?:one\b|(?:an?|the) (?:first|{'|'.join(_ORDINALS)})\b|victim)", re.I)


def is_some_of_all(frame: Frame, text: str) -> bool:
    """True for the numbers of "*six* died at once, *the rest* in hospital": together they are all told of before."""
    if frame.facet != "killed" or frame.coverage != "unknown" or frame.negated:
        return False
    if _THE_REST.fullmatch(frame.victim.words):
        return frame.victim.count is None or frame.victim.count.vague is not None
    return frame.victim.kind == "number" and _AND_THE_REST.match(text, frame.victim.end) is not None


def completed_by(frame: Frame, happening: int, drafts: Sequence[Draft]) -> int | None:
    """Position of the ten of "ten died. … They shot a chief and killed *nine others*": one and nine are these ten.

    So too of "one died in Orle and *nine in Bara*", where the second number has no words of its own.
    """
    low = frame.victim.count.low if frame.victim.count is not None else None
    others = frame.coverage == "unknown" and OTHERS.search(frame.victim.words)
    if not low or frame.negated or not (others or (frame.coverage, frame.victim.kind) == _NEXT_NUMBER):
        return None
    near = [d for d in drafts if happening in d.happenings and not d.negated and (_plain(d) or 0) > 0]
    here = [d for d in near if d.sentence == frame.sentence and d.facet in {frame.facet, "casualties"}]
    told = sum(_plain(draft) or 0 for draft in here) + low
    parts = all(draft.coverage == "subset" for draft in here)
    if not (others or parts) and told - low > 1:
        return None  # the second number is added to the first, which comes to all of them
    for draft in reversed(near if here else []):
        whole = (draft.facet, draft.coverage) == (frame.facet, "unknown") and draft.sentence < frame.sentence
        if whole and _plain(draft) == told:
            return drafts.index(draft)
    return None


def with_parts_of_all(frames: Sequence[Frame], drafts: Sequence[Draft]) -> Sequence[Frame]:
    """The frames, bare numbers that add up to the dead told just before made parts of them.

    "Fourteen were killed. *Eight of them* were stabbed, while *six* were shot": whoever was shot is dead too.
    """
    parts = [f for f in frames if _is_bare_dead(f)]
    numbers = {f.victim.start: f.victim.count.low for f in parts if f.victim.count is not None}
    if len(numbers) < _SEVERAL or all(f.facet != "killed" for f in parts):
        return frames
    total = sum(number or 0 for number in numbers.values())
    before = (d for d in drafts if 0 < parts[0].sentence - d.sentence <= _NEAR and d.facet == "killed")
    whole = [d for d in before if not d.negated and d.coverage in {"unknown", "total", "running"}]
    if not whole or _plain(whole[-1]) != total:
        return frames
    return [
        replace(frame, facet="killed", coverage="subset", part_of=None) if frame in parts else frame
        for frame in frames
    ]


def _is_bare_dead(frame: Frame) -> bool:
    count = frame.victim.count
    plain = count is not None and count.vague is None and bool(count.low) and not frame.negated
    hit = frame.facet in {"killed", "casualties"} and frame.coverage in {"unknown", "increment"}
    bare = frame.victim.kind == "number" or frame.victim.words.lower() == "one"
    return plain and hit and bare and not frame.agents


def without_unknown_figures(frames: Sequence[Frame], drafts: Sequence[Draft], text: str) -> Sequence[Frame]:
    """The frames without "residents put *the number* at 23" where no number of dead was told just before."""
    if len(frames) != 1 or text[frames[0].start : frames[0].end] not in _FIGURES:
        return frames
    frame = frames[0]
    if text[frame.end : frame.victim.start].strip() not in {"at", "of", "is", "was"}:
        return frames
    near = [d for d in drafts if frame.sentence - _NEAR <= d.sentence < frame.sentence and not d.negated]
    harmed = [draft for draft in near if draft.facet in {"killed", "wounded", "captured", "missing"}]
    return frames if harmed and all(d.facet == "killed" for d in harmed) else ()


_FIGURES = frozenset({"number", "figure", "total", "count"})
_NEAR = 2
"""Sentences back to the figure that another speaker disputes."""
_NEXT_NUMBER = ("increment", "number")
_THE_REST = re.compile(r"the (?:rest|others|remainder|remaining)", re.I)
_AND_THE_REST = re.compile(
    r" died (?:at once|instantly|immediately|outright|on the spot|at the scene)(?:,|,? and|,? while|;) "
    r"the (?:rest|others|remainder|remaining|other \w+)\b"
)
_SEVERAL = 2


def _plain(draft: Draft) -> int | None:
    given = draft.value
    return given.low if isinstance(given, Count) and given.vague is None else None
