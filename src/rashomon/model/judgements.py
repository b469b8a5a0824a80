"""What people decided about a case, and what follows from it for linking."""

from __future__ import annotations

import json
from typing import Literal

from rashomon.model.base import content_id, value

JudgementKind = Literal[
    "merge",
    "split",
    "tie",
    "untie",
    "identify",
    "accept",
    "reject",
    "correct",
    "add",
    "grade",
    "metadata",
    "sample",
    "code",
    "unblind",
    "undo",
]

JUDGEMENT_KINDS: dict[str, str] = {
    "merge": "several events are one happening",
    "split": "what some reports tell is another happening than the rest of an event",
    "tie": "what a report tells belongs to an event",
    "untie": "what a report tells does not belong to its event",
    "identify": "who or which place is meant by some words",
    "accept": "a claim was checked and is read right",
    "reject": "a claim is read wrong and counts for nothing",
    "correct": "a claim is read wrong and says something else",
    "add": "a claim that the reader missed",
    "grade": "how reliable a source is",
    "metadata": "when, where or by whom a report was published",
    "sample": "claims that several people are to code, each for himself",
    "code": "what one coder reads in a claim of a sample, without any effect on the record",
    "unblind": "the codings of a sample are open to everybody",
    "undo": "an earlier decision no longer holds",
}
"""What each kind of decision says, in a sentence."""

WITHOUT_EFFECT = frozenset({"sample", "code", "unblind"})
"""Kinds that change no claim, no tie and no record: what was linked before them is linked as well after them."""


@value
class Anchor:
    """A claim or a mention as it was when somebody judged it, so that it is found again after a new reading.

    Offsets are code points into the report's text; ``facet`` is the claim's, or the mention's kind. Where a
    judgement is about ties, mentions of different ``group`` were put together or kept apart.
    """

    what: Literal["claim", "mention"]
    id: str
    report_id: str
    start: int
    end: int
    facet: str
    group: int = 0


@value
class Judgement:
    """A decision of a person, with a reason; closed by a later one, never silently changed.

    ``targets`` are the ids that were named; ``anchors`` say where claims and mentions among them stood.
    ``details`` is a JSON object with what the kind needs. ``when`` is the time of the decision, ISO 8601.
    """

    id: str
    kind: str
    targets: tuple[str, ...]
    by: str
    when: str
    why: str
    anchors: tuple[Anchor, ...] = ()
    details: str = "{}"
    closes: str | None = None


@value
class Ruling:
    """What a person decided of two mentions: of one happening, or of two."""

    one: str
    two: str
    together: bool
    by: str
    why: str
    judgement_id: str


@value
class SourceGrade:
    """How reliable a person holds a source, in letters and numbers of the Admiralty scale.

    ``reliability``: A (completely) to F (cannot be judged); ``credibility``: 1 (confirmed) to 6 (cannot be
    judged), None where only the source was graded. Nothing to do with a reader's confidence.
    """

    source: str
    reliability: str
    credibility: int | None = None


def added_claim_id(judgement: Judgement) -> str:
    """The id of the claim that a judgement of the kind ``add`` makes."""
    said = json.loads(judgement.details)
    return content_id("c", said["report"], said["start"], said["end"], said["facet"], judgement.id)
