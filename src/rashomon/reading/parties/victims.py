"""What the frames of one sentence say of its victims: who they are alone, with whom, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.reading.harm.values import Frame
from rashomon.reading.parties.traits import is_calling, is_of_forces
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from rashomon.reading.parties.someone import Someone

_SELVES = frozenset({"himself", "herself"})
_BODIES = frozenset({"body", "corpse", "remains"})


def singles(groups: Iterable[Group]) -> list[Group]:
    """The phrases that mean exactly one person."""
    return [
        group
        for group in groups
        if group.count is not None
        and group.count.low == 1
        and group.count.high == 1
        and group.kind in {"people", "person", "pronoun", "number"}
    ]


def words_of_harm(frames: Sequence[Frame]) -> dict[int, frozenset[int]]:
    """The words of harm under which each phrase stands: those sharing one are named side by side."""
    found: dict[int, frozenset[int]] = {}
    for frame in frames:
        found[frame.victim.start] = found.get(frame.victim.start, frozenset()) | {frame.token}
    return found


def bodies(victims: Sequence[Group], sentence: Sentence) -> Iterator[tuple[Group, Group]]:
    """Bodies beside those whose they are: "the body of a shepherd who had died"."""
    for body in victims:
        for whose in victims:
            between = sentence.words[body.end - sentence.start : whose.start - sentence.start]
            if body.noun in _BODIES and body.end < whose.start and between.strip() == "of":
                yield body, whose


def doers_to(victim: Group, frames: Sequence[Frame], acting: Mapping[int, Someone]) -> list[Someone]:
    """Who did it to a victim: "*the officer* shot *him*" tells of two, whoever the officer is."""
    if victim.kind != "pronoun" or victim.words.lower() in _SELVES:
        return []
    doers = (agent for f in frames if f.victim.start == victim.start for agent in f.agents)
    known = [acting[one.start] for one in doers if one.start in acting and is_calling(one.noun)]
    return [one for one in known if all(map(is_calling, one.nouns))]


def himself(victim: Group, frames: Sequence[Frame], acting: Mapping[int, Someone]) -> Someone | None:
    """Who did it, where it befell himself: the man of "a man killed his wife, his son and *himself*"."""
    if victim.words.lower() not in _SELVES:
        return None
    doers = {agent.start for f in frames if f.victim.start == victim.start for agent in f.agents}
    known = [acting[start] for start in doers if start in acting]
    return known[0] if len(known) == len(doers) == 1 else None


def is_by_forces(victim: Group, frames: Sequence[Frame]) -> bool:
    """True for whom "police shot" or "deputies wounded"."""
    own = (agent for frame in frames if frame.victim.start == victim.start for agent in frame.agents)
    return any(is_of_forces(agent) for agent in own)
