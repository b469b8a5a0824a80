"""Harm to all of whom only some are spoken of: "one of five people shot on Monday has died".

Five were shot, whatever became of the one. What the participle or relative clause right after the noun tells
is told of the whole number; what the sentence's verb tells, of the part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.harm.values import Frame
from rashomon.reading.sentences.parsing import Sentence

_RIGHT_AFTER = re.compile(
    r",?\s+(?:(?:who|that) (?:was|were|had been|got) )?(?:\w+ly )?(?:also )?\w+(?: down| dead)?\b", re.I
)
"""From the noun to the end of the participle that tells what happened to all of them."""


def with_wholes(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frames with the whole number where the harm is told of all: some of the wounded may have died since."""
    found = []
    for frame in frames:
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
    return token.dep_ in {"acl", "relcl"} or token.tag_ == "VBN"
