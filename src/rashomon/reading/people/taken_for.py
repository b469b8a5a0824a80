"""Whom people are taken for: "armed men *believed to be jihadists*", "gunmen, *presumably bandits*".

They are of that kind, as a phrase for them tells that has the word before it ("suspected jihadists").
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from rashomon.reading.languages.en.set_phrases import TAKEN_FOR
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_SIGNS = (" to be ", " of being ", ", pr", ", li", ", su", ", ap", ", al", ", po", ", be", ", mo", " (")
_LOOSE = re.compile(
    r"(?:,?\s+|\s+\()(?:(?:most )?(?:presumably|probably|possibly|likely|apparently|allegedly)"
    r"|suspected|presumed|alleged)\s+",
    re.I,
)


def with_those_taken_for(groups: tuple[Group, ...], sentence: Sentence) -> tuple[Group, ...]:
    """The groups, each that is taken for fighters right behind it as such fighters."""
    if len(groups) < 2 or not any(sign in sentence.words for sign in _SIGNS):
        return groups
    told = {one.head: _as_taken(one, two, sentence) for one, two in pairwise(groups)}
    return tuple(told.get(group.head, group) for group in groups)


def _as_taken(one: Group, two: Group, sentence: Sentence) -> Group:
    people = one.kind == two.kind == "people" and not one.actors and not two.actors
    if not people or one.status not in {"unknown", "combatant"} or two.status != "combatant":
        return one
    gap = sentence.words[one.end - sentence.start : _noun_start(two, sentence)]
    if TAKEN_FOR.fullmatch(gap) is None and _LOOSE.fullmatch(gap) is None:
        return one
    words = sentence.words[one.start - sentence.start : two.end - sentence.start]
    sure = "presumed" if one.identification == "stated" else one.identification
    return replace(
        one,
        end=two.end,
        words=words,
        who=words,
        status="combatant",
        categories=two.categories,
        peoples=two.peoples,
        identification=sure,
    )


def _noun_start(group: Group, sentence: Sentence) -> int:
    """Where a phrase begins behind the word that says how sure it is: "*jihadists*" of "presumed jihadists"."""
    start = group.start - sentence.start
    told = _SURENESS.match(sentence.words, start)
    return start if told is None else told.end()


_SURENESS = re.compile(
    r"(?:(?:most )?(?:suspected|presumed|alleged|presumably|probably|possibly|likely|apparently|allegedly))\s+",
    re.I,
)
