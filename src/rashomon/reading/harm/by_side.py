"""Tolls told side by side: "3 dead in the ranks of A, 2 on the side of B", "four dead among the herders, one among …".

Each number is of another side, so they add up; a total told before them holds them all. The verb, the noun or
the word for dead is often told once, or never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.base import value
from rashomon.model.claims import Count, Coverage
from rashomon.reading.counts import CountFound
from rashomon.reading.harm.values import Frame, with_owner
from rashomon.reading.people.groups import Group, number_group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

_SIGNS = HeldPattern(r"\b(?:side|ranks|camp)\b|\bamong\b|\bthat of\b|\bthose of\b|\bin [\w-]+['’]")
"""What a sentence holds that tells a toll by side."""
_NAME = r"(?!(?:them|whom|those|these|which|it|its|their|his|her)\b)[\w'’-]+"
_TOLD = (
    r"(?:(?: of (?:them|these))?(?: (?:people|persons|men|fighters|others?))?(?: (?:were|was|have been|had been))?"
    r"(?: reported(?:ly)?)?(?: (?P<dead>dead|killed|died|perished|slain|deaths?|fatalit(?:y|ies)))?"
    r"(?: (?:were|was|have been))?(?: (?:reported|recorded|registered|counted))?"
    r"(?:,? including (?:an? |the )?[\w'’-]+(?: [\w'’-]+){0,2}?,?)?)"
)
"""What may stand between a number and whose the people were."""
_SIDE = (
    rf" (?:(?:in|within|among|on|from|for) (?:the )?(?:ranks|side) of (?:the )?(?P<of>{_NAME})"
    rf"|(?:in|within|on|from|for) (?:the )?(?P<own>(?!ranks\b|side\b){_NAME}(?: {_NAME}){{0,2}}?) (?:side|ranks|camp)\b"
    rf"|(?:on|in) (?:that|those) of (?:the )?(?P<that>{_NAME})"
    rf"|in (?P<whose>{_NAME}s?['’]s?)(?=[.,;]|\Z)"
    rf"|(?:on|from|for) the (?P<other>other)\b"
    rf"|among (?:the )?(?P<among>{_NAME}))"
)
_OF_A_SIDE = re.compile(_TOLD + _SIDE, re.IGNORECASE)
_FIRST = re.compile(
    rf"(?:\A|(?<=[\s.,;:]))(?:among|on) (?:the )?(?P<who>{_NAME}(?: {_NAME})?)(?: side)?,? "
    r"(?:at least |about |some )?\Z",
    re.IGNORECASE,
)
"""Before a number: "among the herders, three dead; *among the farmers,* two"."""
_HARMED = frozenset({"dead", "wounded", "injured", "killed", "victims", "casualties", "missing"})


@value
class _Sided:
    """A number of a side's people: where its side is named, and by what word."""

    found: CountFound
    name: str
    start: int
    end: int
    dead: bool


def by_side(
    frames: Sequence[Frame], groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence
) -> list[Frame]:
    """The sentence's frames with those of tolls told by side, each of its own side and added to the others."""
    read = list(frames)
    told = [frame for frame in frames if frame.facet in {"killed", "wounded"} and not frame.negated]
    if not told or not _SIGNS.search(sentence.words):
        return read
    sided = list(_sided(counts, sentence))
    if len({one.name for one in sided}) < max(2, len(sided)):
        return read
    first = _frame_of(sided[0], read, sentence)
    if first is None or not _is_of_anybody(read[first].victim):
        return read
    whole = _whole_of(sided, read, first, sentence)
    for place, one in enumerate(sided):
        at = _frame_of(one, read, sentence)
        if at is None:
            read.append(_another(one, read[first], sentence))
            at = len(read) - 1
        elif read[at].facet != read[first].facet or not _is_of_anybody(read[at].victim):
            continue
        coverage: Coverage = "subset" if whole is not None else "increment" if place else read[at].coverage
        owner = _owner(one, groups, sentence)
        read[at] = replace(
            read[at], victim=_owned(read[at].victim, owner), coverage=coverage, part_of=whole, listed=False
        )
    return read


def _sided(counts: Sequence[CountFound], sentence: Sentence) -> Iterator[_Sided]:
    """The numbers of the sentence that are told of a side, in order."""
    for found in counts:
        plain = isinstance(found.count, Count) and found.count.vague is None and bool(found.count.low)
        if found.kind != "number" or not plain:
            continue
        side = _OF_A_SIDE.match(sentence.words, found.end) or _FIRST.search(sentence.words, 0, found.start)
        if side is None:
            continue
        name = next(key for key, words in side.groupdict().items() if words and key != "dead")
        words = side[name].lower()
        if words.split()[0] in _HARMED:
            continue
        dead = side.groupdict().get("dead") is not None
        yield _Sided(found=found, name=words, start=side.start(name), end=side.end(name), dead=dead)


def _is_of_anybody(group: Group) -> bool:
    """True for a bare number and for "three people", of whom only their side is told."""
    return group.kind == "number" or (group.noun in _ANYBODY and not group.definite)


_ANYBODY = frozenset({"people", "person", "individual", "member", "man"})


def _frame_of(one: _Sided, frames: Sequence[Frame], sentence: Sentence) -> int | None:
    """The position of the frame that counts these people already."""
    start = sentence.start + one.found.start
    alike = (p for p, frame in enumerate(frames) if frame.victim.start <= start < frame.victim.end)
    return next(alike, None)


def _whole_of(sided: Sequence[_Sided], frames: Sequence[Frame], first: int, sentence: Sentence) -> int | None:
    """The position of a number told before that is the sum of all of them."""
    total = sum(one.found.count.low or 0 for one in sided)
    start = sentence.start + sided[0].found.start
    for position, frame in enumerate(frames):
        count = frame.victim.count
        before = frame.facet == frames[first].facet and frame.victim.end <= start
        if before and count is not None and count.vague is None and count.low == total:
            return position
    return None


def _another(one: _Sided, first: Frame, sentence: Sentence) -> Frame:
    number = number_group(sentence, one.found)
    return replace(first, victim=number, start=number.start, end=number.end, elided=True)


def _owner(one: _Sided, groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """The body or people by whose name the side is called."""
    start, end = sentence.start + one.start, sentence.start + one.end
    return next((group for group in groups if group.start < end and start < group.end), None)


def _owned(number: Group, owner: Group | None) -> Group:
    """The number as the owner's own: not as those's whom the parser hung it on."""
    return with_owner(replace(number, categories=(), status="unknown", actors=()), owner) if owner else number
