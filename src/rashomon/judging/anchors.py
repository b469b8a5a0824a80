"""Finding again what was judged: by its id, else by where it stood in its report.

A better reader may cut a passage otherwise and so give another id. A claim of the same facet, a mention of
any kind, whose words overlap those that were judged is the same one; where several do, the one that shares
most of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from rashomon.model.base import value
from rashomon.model.claims import Claim, Mention
from rashomon.model.judgements import Anchor
from rashomon.model.layers import Reading
from rashomon.model.report import Passage

Judged = TypeVar("Judged", Claim, Mention)


@value
class Found:
    """The claims and mentions of a case by id and by report, ready to be found again."""

    claims: Mapping[str, Claim]
    mentions: Mapping[str, Mention]
    claims_of: Mapping[str, tuple[Claim, ...]]
    mentions_of: Mapping[str, tuple[Mention, ...]]


def find_again(readings: Iterable[Reading]) -> Found:
    """The claims and mentions of these readings."""
    held = tuple(readings)
    return Found(
        claims={claim.id: claim for reading in held for claim in reading.claims},
        mentions={mention.id: mention for reading in held for mention in reading.mentions},
        claims_of={reading.report_id: reading.claims for reading in held},
        mentions_of={reading.report_id: reading.mentions for reading in held},
    )


def anchor_claim(claim: Claim) -> Anchor:
    """Where a claim stands now."""
    start, end = _span(claim.passages)
    return Anchor(
        what="claim", id=claim.id, report_id=claim.report_id, start=start, end=end, facet=claim.facet
    )


def anchor_mention(mention: Mention, group: int = 0) -> Anchor:
    """Where a mention stands now."""
    start, end = _span(mention.passages)
    return Anchor(
        what="mention",
        id=mention.id,
        report_id=mention.report_id,
        start=start,
        end=end,
        facet=mention.kind,
        group=group,
    )


def claim_at(anchor: Anchor, found: Found) -> Claim | None:
    """The claim that was judged, as it is now; None where no claim of its facet stands there any more."""
    if anchor.id in found.claims:
        return found.claims[anchor.id]
    near = [claim for claim in found.claims_of.get(anchor.report_id, ()) if claim.facet == anchor.facet]
    return _closest(anchor, near)


def mention_at(anchor: Anchor, found: Found) -> Mention | None:
    """The mention that was judged, as it is now; None where none stands there any more."""
    known = found.mentions.get(anchor.id)
    return known or _closest(anchor, found.mentions_of.get(anchor.report_id, ()))


def _closest(anchor: Anchor, near: Iterable[Judged]) -> Judged | None:
    shared = [(_shared(anchor, one.passages), one.id, one) for one in near]
    touching = [each for each in shared if each[0] > 0]
    return max(touching, key=lambda each: each[:2])[2] if touching else None


def _shared(anchor: Anchor, passages: Iterable[Passage]) -> int:
    """How many characters of the judged stretch a claim or mention stands on."""
    return max((min(anchor.end, p.end) - max(anchor.start, p.start) for p in passages), default=0)


def _span(passages: tuple[Passage, ...]) -> tuple[int, int]:
    return (passages[0].start, passages[0].end) if passages else (0, 0)
