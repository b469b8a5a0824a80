"""Two people on one case: which decisions of others came in between and fall on the same thing.

A page shows the case as it was when the page was made. Whoever decides from it knew the judgements up to
then; a later one on the same claim, pair, words, source or field is a conflict, to be shown and not written
over in silence. The later decision would hold, whoever took it, so nothing but being told is lost.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence

from rashomon.judging.anchors import Found
from rashomon.judging.standing import standing
from rashomon.judging.things import Thing, things_of
from rashomon.model.base import value
from rashomon.model.judgements import Judgement


@value
class Conflict:
    """A decision that came in between, and what of it is the same thing.

    ``agrees`` is true where it says the same of everything that both fall on, so that nothing is at stake.
    """

    judgement: Judgement
    things: tuple[Thing, ...]
    agrees: bool


def conflicts(
    judgement: Judgement,
    between: Sequence[Judgement],
    found: Found,
    *,
    earlier: Sequence[Judgement] = (),
    own: bool = False,
) -> tuple[Conflict, ...]:
    """What others decided in between on the same things, of what still stands, in the order it was taken.

    ``between`` are the judgements taken since the author of ``judgement`` last looked, ``earlier`` those
    before (an undo falls on what the decision that it closes fell on). With ``own``, decisions of the same
    author count too: the same person in two windows.
    """
    known = {one.id: one for one in (*earlier, *between)}
    new = {one.id for one in between}
    mine = _decided(judgement, known, found)
    met = []
    for other in standing(between):
        if (other.by == judgement.by and not own) or other.closes in new:
            # What was decided and undone in between, or undone and given back, is as it was.
            continue
        theirs = _decided(other, known, found)
        shared = [thing for thing in theirs if thing in mine]
        if not shared and _add_the_same(judgement, other):
            shared = [("added", judgement.targets[0])]
            theirs = {shared[0]: other.details}
        if shared:
            agrees = all(mine.get(thing, judgement.details) == theirs[thing] for thing in shared)
            met.append(Conflict(judgement=other, things=tuple(shared), agrees=agrees))
    return tuple(met)


def _decided(judgement: Judgement, known: Mapping[str, Judgement], found: Found) -> Mapping[Thing, Hashable]:
    """What a judgement falls on; for an undo, what is given back or taken away by it."""
    if judgement.kind != "undo" or judgement.closes is None:
        return things_of(judgement, found)
    decided: dict[Thing, Hashable] = {("judgement", judgement.closes): "undone"}
    closed, met = known.get(judgement.closes), {judgement.id}
    while closed is not None and closed.id not in met:
        met.add(closed.id)
        decided |= dict.fromkeys(things_of(closed, found), ("undo", closed.id))
        decided[("judgement", closed.id)] = "undone"
        closed = known.get(closed.closes) if closed.closes is not None else None
    return decided


def _add_the_same(one: Judgement, other: Judgement) -> bool:
    """True where both add a claim of one facet on words that overlap, or at one time of a recording."""
    if {one.kind, other.kind} != {"add"} or one.targets != other.targets:
        return False
    here, there = json.loads(one.details), json.loads(other.details)
    overlap = min(here["end"], there["end"]) - max(here["start"], there["start"])
    at_once = bool(here.get("at")) and here.get("at") == there.get("at")
    return here.get("facet") == there.get("facet") and (overlap > 0 or at_once)
