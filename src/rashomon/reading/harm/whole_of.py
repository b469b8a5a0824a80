"""Harm to all of whom only some are spoken of: "one of five people shot on Monday has died".

Five were shot, whatever became of the one. What the participle or relative clause right after the noun tells
is told of the whole number; what the sentence's verb tells, of the part. And the other way round: "thirty
were hurt, 12 of them badly" tells of thirty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.harm.values import Frame, headed, is_dependent
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_RIGHT_AFTER = re.compile(
    r",?\s+(?:(?:who|that) (?:(?:was|were|had been|got) )?)?(?:\w+ly )?(?:also )?\w+(?: down| dead)?\b", re.I
)
"""From the noun to the end of the participle that tells what happened to all of them."""


_OF_THEM = r"(?:out )?of (?:whom|them|those|which|the (?:wounded|injured|dead))"
_OF_THEM_BEFORE = re.compile(
    rf"\b{_OF_THEM}[\s,]*(?:(?:at least|about|around|some|up to|nearly|almost|over|more than) )?\Z", re.I
)
_OF_THEM_AFTER = re.compile(rf"\s*{_OF_THEM}\b", re.I)
_OF_THE = re.compile(
    r"(?:.*[\s(])?(?<!death )(?<!deaths )(?<!killing )(?<!loss )of (?:(?:the|all)(?: \w+)? ?)?", re.I | re.S
)
"""What stands before the whole in "of the 30 wounded, five are in danger"."""

_TOLD_OF = re.compile(
    r"\b(?:sp[eo]ak(?:s|ing)?|spoken?|talk(?:s|ed|ing)?|tell(?:s|ing)?|told|report(?:s|ed)?|toll|tally|count|total|number"
    r"|figure|estimate|news|word|claims?|rumou?rs) of (?:(?:at least|about|some|around|up to|only) )?\Z",
    re.I,
)
"""Before a number that is told of, and is no whole: "the army *spoke of* eight dead, the mayor of six"."""


def with_shares(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frames, with a bare number of some of those told of before as a part of them: "of whom 12"."""
    found = list(frames)
    for place, frame in enumerate(frames):
        if frame.victim.kind != "number" or frame.coverage != "unknown":
            continue
        before = [i for i, other in enumerate(frames) if other.victim.end <= frame.victim.start]
        whole = max(before, key=lambda i: frames[i].victim.end, default=place)
        if _is_whole_of(frames[whole], frame) and _is_share(frame, frames[whole], sentence):
            found[place] = replace(frame, coverage="subset", part_of=whole, listed=False)
    return found


def _is_whole_of(whole: Frame, part: Frame) -> bool:
    mine, its = whole.victim.count, part.victim.count
    if whole.facet != part.facet or mine is None or its is None:
        return False
    return mine.low is not None and its.low is not None and mine.low > its.low


def _is_share(part: Frame, whole: Frame, sentence: Sentence) -> bool:
    begin = sentence.start
    before = sentence.words[whole.victim.end - begin : part.victim.start - begin]
    return bool(
        _OF_THEM_BEFORE.search(before)
        or _OF_THEM_AFTER.match(sentence.words, part.victim.end - begin)
        or (
            _OF_THE.fullmatch(sentence.words, 0, whole.victim.start - begin)
            and not _TOLD_OF.search(sentence.words, 0, whole.victim.start - begin)
        )
    )


def _told_of_total(frames: Sequence[Frame], groups: Sequence[Group], sentence: Sentence) -> list[Frame]:
    """The frames, "who" after a part meant of all where nothing else tells what befell them.

    "Six guests, *including two girls, who* were found shot": the six.
    """
    told = list(frames)
    for frame in frames:
        if frame.coverage != "unknown" or not _WHO.match(sentence.words, frame.victim.end - sentence.start):
            continue
        wholes = headed(frame.victim, groups, sentence) if is_dependent(frame.victim, sentence) else []
        if not wholes or any(f.victim.head == wholes[0].head for f in frames):
            continue
        told[told.index(frame)] = replace(frame, victim=wholes[0])
        told.append(replace(frame, coverage="subset", part_of=told.index(replace(frame, victim=wholes[0]))))
    return told


_WHO = re.compile(r",\s+(?:all of whom|who)\s+(?:were|have|had|all)\b", re.I)


def with_wholes(frames: Sequence[Frame], groups: Sequence[Group], sentence: Sentence) -> list[Frame]:
    """The frames with the whole number where the harm is told of all: some of the wounded may have died since."""
    found = []
    for frame in _told_of_total(frames, groups, sentence):
        whole = frame.victim.out_of
        if whole is None or whole.low is None or not _is_told_of_all(frame, sentence):
            found.append(frame)
            continue
        # Its phrase begins at the whole number: the one spoken of is somebody else.
        begin = sentence.words.find(whole.as_written, frame.victim.start - sentence.start)
        start = max(frame.victim.start, sentence.start + begin)
        words = sentence.words[start - sentence.start : frame.victim.end - sentence.start]
        victim = replace(frame.victim, count=whole, plural=True, out_of=None, start=start, words=words)
        facet = "casualties" if frame.facet == "wounded" else frame.facet
        found.append(replace(frame, victim=victim, facet=facet))
    return found


def _is_told_of_all(frame: Frame, sentence: Sentence) -> bool:
    """True for the harm of the words right after the noun: "one of five people *injured*"."""
    if sentence.doc is None:
        return False
    token = sentence.doc[frame.token]
    end = frame.victim.end - sentence.start
    match = _RIGHT_AFTER.match(sentence.words, end)
    if match is None or not end < token.idx < match.end():
        return False
    torn = (
        token.dep_ == "ccomp" and token.head.i > token.i
    )  # "two of three people *shot* on Monday have died"
    return torn or token.dep_ in {"acl", "relcl"} or token.tag_ == "VBN"
