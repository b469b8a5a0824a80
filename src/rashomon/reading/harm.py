"""A harm and the group that suffered it: what frames are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.base import value
from rashomon.model.claims import Coverage
from rashomon.reading.groups import Group
from rashomon.reading.parsing import Sentence


@value
class Frame:
    """One harm to one group. Offsets are the report's; ``parent`` is the frame whose part this one is."""

    facet: str
    sentence: int
    token: int
    start: int
    end: int
    victim: Group
    agents: tuple[Group, ...] = ()
    means: str | None = None
    negated: bool = False
    certainty: str = "asserted"
    coverage: Coverage = "unknown"
    part_of: int | None = None
    """Position, among the sentence's frames, of the frame that gives the total."""
    elided: bool = False
    """True where the group's noun is taken from an earlier phrase of the sentence."""


def with_owner(number: Group, owner: Group | None) -> Group:
    """A bare number with the category and actors of the phrase whose noun it leaves out."""
    if owner is None or number.kind != "number":
        return number
    return replace(
        number,
        categories=owner.categories,
        status=owner.status,
        actors=owner.actors,
        identification=owner.identification,
        unit=owner.unit,
        who=owner.who,
    )


def listed_after(groups: Sequence[Group], sentence: Sentence, begin: int) -> list[Group]:
    """The counted groups listed from an offset of the report on ("including four soldiers and a child")."""
    listed: list[Group] = []
    position = begin
    for group in groups:
        if group.start < position or group.count is None:
            continue
        gap = sentence.words[position - sentence.start : group.start - sentence.start]
        if len(gap) > 25 or not re.fullmatch(r"[\s,]*(?:and|at least|as well as|plus)?[\s\w'-]{0,18}", gap):
            break
        if re.search(r"\b(?:was|were|is|are|killed|died|wounded|injured)\b", gap):
            break
        listed.append(group)
        position = group.end
    return listed
