"""A second deed told in one breath with the first: "arrested a leader *and detained two insurgents*".

One clause does nothing twice to the same people, so those of the second deed are none of the first, though
one word would fit them all. Where a number told before holds both, they spell it out and add nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.claims.telling import Told
from rashomon.reading.harm.values import Frame, have_two_speakers

if TYPE_CHECKING:
    from spacy.tokens import Token


def with_second_deeds(frames: Sequence[Frame], told: Told, drafts: Sequence[Draft]) -> list[Frame]:
    """The sentence's frames, those of a second deed with coverage "increment"; ``drafts``: what was told before."""
    read = list(frames)
    doc = told.part.sentence.doc
    for position, frame in enumerate(frames):
        before = [one for one in frames[:position] if _is_deed_before(one, frame)]
        if not before or doc is None or not _is_told_anew(frame):
            continue
        before = [
            one
            for one in before
            if _head_of_list(doc[one.token]) == _head_of_list(doc[frame.token])
            and told.nearest(one.token) is told.nearest(frame.token)
            and (_is_one(one) or not _has_subject(doc[frame.token]))
            and not have_two_speakers(one, frame, told.part.sentence)
        ]
        if not before:
            continue
        people = sum(_least(one) for one in (*before, frame))
        if not (_holds(frames[:position], frame, people) or _held_before(drafts, frame, people)):
            read[position] = replace(frame, coverage="increment")
    return read


def _is_deed_before(one: Frame, frame: Frame) -> bool:
    """True for a harm of the same kind, done by another word to somebody else."""
    alike = (one.facet, one.certainty, one.negated) == (frame.facet, frame.certainty, False)
    return (
        alike
        and one.token < frame.token
        and one.coverage == "unknown"
        and one.victim.start < frame.victim.start
        and one.victim.kind != "pronoun"
        and _least(one) > 0
    )


def _is_told_anew(frame: Frame) -> bool:
    """True for "two insurgents" and "a guard"; not for "the men", "two of them" or a bare "three"."""
    victim = frame.victim
    new = not victim.definite and victim.kind not in {"pronoun", "number"}
    return new and frame.coverage == "unknown" and not frame.manner and _least(frame) > 0


def _is_one(frame: Frame) -> bool:
    count = frame.victim.count
    return count is not None and (count.low, count.high) == (1, 1)


def _has_subject(word: Token) -> bool:
    """True for "*twenty militants were* killed and *two guards were* killed": numbers of two groups, side by side."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in word.children)


def _head_of_list(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def _holds(before: Sequence[Frame], frame: Frame, people: int) -> bool:
    return any(one.facet == frame.facet and _least(one) >= people for one in before)


def _held_before(drafts: Sequence[Draft], frame: Frame, people: int) -> bool:
    return any(
        draft.facet == frame.facet
        and not draft.negated
        and isinstance(draft.value, Count)
        and (draft.value.low or 0) >= people
        for draft in drafts
    )


def _least(frame: Frame) -> int:
    """How many people at least, 1 for a single one without a number."""
    count = frame.victim.count
    return (count.low if count is not None else None) or 0
