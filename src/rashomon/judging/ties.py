"""Judgements about events: which mentions are of one happening and which are not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rashomon.judging.anchors import Found, mention_at
from rashomon.judging.claims import added_mention_id
from rashomon.model.judgements import Judgement, Ruling

GROUPED = {"merge": True, "tie": True, "add": True, "split": False, "untie": False}
"""Kinds that rule on ties, and whether they put together or keep apart."""


def rule_on_ties(judgements: Sequence[Judgement], found: Found) -> tuple[Ruling, ...]:
    """What was decided of each pair of mentions, the latest decision on each pair only, sorted.

    Every mention of one group of a judgement's anchors was judged to be of one happening with every mention of
    its other groups, or of another one.
    """
    decided: dict[tuple[str, str], Ruling] = {}
    for judgement in judgements:
        if judgement.kind not in GROUPED:
            continue
        for one, two in pairs_ruled(judgement, found):
            key = (min(one, two), max(one, two))
            decided[key] = Ruling(
                one=key[0],
                two=key[1],
                together=GROUPED[judgement.kind],
                by=judgement.by,
                why=judgement.why,
                judgement_id=judgement.id,
            )
    return tuple(decided[key] for key in sorted(decided))


def pairs_ruled(judgement: Judgement, found: Found) -> Iterator[tuple[str, str]]:
    """The pairs of mentions that a judgement rules on, of those that are still told."""
    there = [
        (anchor.group, mention.id)
        for anchor in judgement.anchors
        if (mention := mention_at(anchor, found)) is not None
    ]
    if judgement.kind == "add" and added_mention_id(judgement) in found.mentions:
        # A claim added to an event that its report did not tell of brings its own mention.
        there.append((-1, added_mention_id(judgement)))
    for (group, one), (other, two) in itertools.combinations(there, 2):
        if group != other and one != two:
            yield one, two
