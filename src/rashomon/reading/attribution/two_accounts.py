"""Two speakers of one sentence who contradict each other: "12 died, *X said*, while six died, *according to Y*".

A cue at the end of a sentence, or inserted into it, is read as saying all of it. Where a clause of contrast
begins between two cues, and a number stands on either side, each speaker gives the number of his own clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attribution.cue_clauses import Draft
from rashomon.reading.attribution.scope import Interval, Scene, trimmed
from rashomon.reading.sentences.word_index import written_as

_CONTRASTS = frozenset({"while", "whereas", "but", "although", "though", "whilst", ";"})
_FEWEST = 2


def with_two_accounts(scene: Scene, found: Sequence[Draft]) -> list[Draft]:
    """The acts of a sentence, those on either side of a contrast saying nothing beyond it."""
    joints = written_as(scene.doc, _CONTRASTS) if len(found) >= _FEWEST else ()
    acts = list(found)
    for joint in joints:
        place = joint.i
        if scene.quote_of[place] >= 0 or not _has_numbers(scene, place):
            continue
        before = [p for p, act in enumerate(acts) if act.source is not None and act.cue[1] <= place]
        after = [p for p, act in enumerate(acts) if act.source is not None and act.cue[0] > place]
        if before and after:
            for p in before:
                acts[p] = _kept(scene, acts[p], 0, place)
            for p in after:
                acts[p] = _kept(scene, acts[p], place + 1, len(scene.doc))
    return acts


def _has_numbers(scene: Scene, place: int) -> bool:
    """True where a number stands on either side of a joint."""
    return _holds_number(scene, (0, place)) and _holds_number(scene, (place + 1, len(scene.doc)))


def _holds_number(scene: Scene, span: Interval) -> bool:
    return any(token.like_num for token in scene.doc[span[0] : span[1]])


def _kept(scene: Scene, act: Draft, start: int, end: int) -> Draft:
    """What an act says between two words; unchanged where it gives no number there."""
    spans = [
        trimmed(scene.doc, max(left, start), min(right, end))
        for left, right in act.content
        if left < end and start < right
    ]
    kept = tuple(span for span in spans if span[0] < span[1])
    return replace(act, content=kept) if any(_holds_number(scene, span) for span in kept) else act
