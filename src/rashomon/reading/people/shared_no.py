"""A "no" said once of several: "*no* women or children were harmed" tells of no child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BUT = frozenset({"but", "only", "except", "save", "just"})
"""After these the "no" is over: "no soldiers but civilians"."""


def with_shared_no(groups: Sequence[Group], sentence: Sentence) -> tuple[Group, ...]:
    """The groups, those named beside nobody of another kind with the number nought too."""
    groups = _with_neither(groups, sentence)
    nought = {group.head: group for group in groups if group.count is not None and group.count.high == 0}
    if not nought or sentence.doc is None:
        return tuple(groups)
    return tuple(_beside_nobody(group, nought, sentence.doc) for group in groups)


def _with_neither(groups: Sequence[Group], sentence: Sentence) -> Sequence[Group]:
    """The groups, those of "*neither* the two guards *nor* their driver" with the number nought."""
    if sentence.doc is None or "either " not in sentence.words or "nor " not in sentence.words:
        return groups
    opened = [t.i for t in sentence.doc if t.lower_ == "neither"]
    joined = {t.i + 1 for t in sentence.doc if t.lower_ == "nor"} | {at + 1 for at in opened} | set(opened)
    return [
        replace(group, count=Count(low=0, high=0, as_written=group.words))
        if group.first in joined and group.kind != "body" and opened and opened[0] <= group.first
        else group
        for group in groups
    ]


def _beside_nobody(group: Group, nought: dict[int, Group], doc: Doc) -> Group:
    word = doc[group.head]
    numbered = group.count is not None and group.count.vague != "plural"
    if numbered or group.definite:
        return group
    while word.dep_ == "conj" and word.head.i < word.i and word.i not in nought:
        word = word.head
    # Of three in a row the parser may take two for subjects of one verb.
    first = next((n for n in nought if n == word.i or _stand_alike(doc[n], word)), None)
    if first is None or any(token.lower_ in _BUT for token in doc[first : group.head]):
        return group
    return replace(group, count=nought[first].count)


def _stand_alike(one: Token, other: Token) -> bool:
    return one.i < other.i and one.dep_ == other.dep_ and one.head == other.head
