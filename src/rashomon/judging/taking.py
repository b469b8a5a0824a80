"""A decision as a person means it, made into a judgement that can be put to the case again and again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from rashomon.errors import InputError
from rashomon.judging.anchors import anchor_claim, anchor_mention
from rashomon.judging.selecting import ClaimFilter, Surveyed, describe_filter, select_claims
from rashomon.model.base import content_id, value
from rashomon.model.claims import Claim, Mention
from rashomon.model.events import Event
from rashomon.model.judgements import Anchor, Judgement, JudgementKind
from rashomon.model.report import Report


@value
class Decision:
    """What was decided, before somebody signs it with a name, a time and a reason."""

    kind: JudgementKind
    targets: tuple[str, ...]
    anchors: tuple[Anchor, ...] = ()
    details: str = "{}"
    closes: str | None = None


@value
class Signature:
    """Who decided, when (ISO 8601) and why."""

    by: str
    when: str
    why: str


def sign(decision: Decision, signature: Signature) -> Judgement:
    """The judgement; its id is made of all it says. Raises InputError where the reason or name is empty."""
    for name, text in (("reason", signature.why), ("name", signature.by)):
        if not text.strip():
            raise InputError(f"a decision needs a {name} that the next reader can check.")
    said = (decision.kind, decision.targets, decision.details, decision.closes)
    return Judgement(
        id=content_id("j", *said, signature.by, signature.when, signature.why),
        kind=decision.kind,
        targets=decision.targets,
        by=signature.by,
        when=signature.when,
        why=signature.why,
        anchors=decision.anchors,
        details=decision.details,
        closes=decision.closes,
    )


def merge_events(events: Sequence[Event], mentions: Iterable[Mention]) -> Decision:
    """These events are one happening."""
    if len({event.id for event in events}) < 2:
        raise InputError("to merge, name at least two different events.")
    held = tuple(mentions)
    return Decision(
        kind="merge",
        targets=tuple(event.id for event in events),
        anchors=tuple(
            anchor
            for group, event in enumerate(events)
            for anchor in _anchors(held, event.mention_ids, group)
        ),
    )


def split_event(event: Event, report_ids: Sequence[str], mentions: Iterable[Mention]) -> Decision:
    """What these reports tell is another happening than what the event's other reports tell."""
    held = tuple(mentions)
    own = {mention.id: mention for mention in held if mention.id in event.mention_ids}
    taken = [mention.id for mention in own.values() if mention.report_id in report_ids]
    rest = [mention_id for mention_id in own if mention_id not in taken]
    if not taken or not rest:
        which = "none of the reports named tells" if not taken else "all its reports were named, that"
        raise InputError(f"{event.id}: nothing to split: {which} of this event.")
    return Decision(
        kind="split",
        targets=(event.id, *report_ids),
        anchors=(*_anchors(held, taken, 0), *_anchors(held, rest, 1)),
    )


def tie_mentions(
    taken: Sequence[Mention], event: Event, mentions: Iterable[Mention], *, apart: bool
) -> Decision:
    """What was told belongs to the event or, if ``apart``, does not."""
    ids = {mention.id for mention in taken}
    rest = [mention_id for mention_id in event.mention_ids if mention_id not in ids]
    if not rest:
        raise InputError(f"{event.id}: nobody else tells of this event, so there is nothing to tie or untie.")
    return Decision(
        kind="untie" if apart else "tie",
        targets=(*sorted(ids), event.id),
        anchors=(*(anchor_mention(m, 0) for m in taken), *_anchors(tuple(mentions), rest, 1)),
    )


def decide_claims(kind: JudgementKind, claims: Sequence[Claim], **details: Any) -> Decision:
    """Claims accepted, rejected or corrected; ``details`` are the corrections."""
    return Decision(
        kind=kind,
        targets=tuple(claim.id for claim in claims),
        anchors=tuple(anchor_claim(claim) for claim in claims),
        details=_write(details),
    )


def decide_where(kind: Literal["accept", "reject"], wanted: ClaimFilter, among: Surveyed) -> Decision:
    """One decision on all claims that a filter chooses; InputError where it chooses none."""
    claims = select_claims(wanted, among)
    if not claims:
        raise InputError(
            "no claim of this case is like that, so nothing was decided. Claims that somebody decided on are "
            "chosen only where the state is named, such as state=accepted."
        )
    return decide_claims(kind, claims, where=describe_filter(wanted))


def identify_words(words: str, means: str, report: Report | None) -> Decision:
    """These words mean this actor or place, in one report or, without it, in all."""
    details = {"words": words, "means": means, "report": report.id if report is not None else None}
    return Decision(kind="identify", targets=(means,), details=_write(details))


def add_claim(
    report: Report, span: tuple[int, int], event: Event | None, mentions: Iterable[Mention], **said: Any
) -> Decision:
    """A claim that the reader missed, standing on these characters of the report."""
    start, end = span
    details = {
        "report": report.id,
        "start": start,
        "end": end,
        "words": report.text[start:end],
        "outlet": report.outlet or report.source_ref,
        **said,
    }
    return Decision(
        kind="add",
        targets=(report.id,),
        anchors=() if event is None else tuple(_anchors(tuple(mentions), event.mention_ids, 0)),
        details=_write(details),
    )


def grade_source(source: str, reliability: str, credibility: int | None) -> Decision:
    """How reliable a source is, on the Admiralty scale."""
    return Decision(
        kind="grade",
        targets=(source,),
        details=_write({"reliability": reliability, "credibility": credibility}),
    )


def fix_metadata(report: Report, fixes: dict[str, str | None]) -> Decision:
    """What is known of a report's publication, put right."""
    return Decision(kind="metadata", targets=(report.id,), details=_write(fixes))


def undo_judgement(judgement: Judgement) -> Decision:
    """An earlier decision no longer holds."""
    return Decision(kind="undo", targets=(judgement.id,), closes=judgement.id)


def _anchors(mentions: Sequence[Mention], ids: Iterable[str], group: int) -> list[Anchor]:
    wanted = set(ids)
    return [anchor_mention(mention, group) for mention in mentions if mention.id in wanted]


def _write(details: dict[str, Any]) -> str:
    return json.dumps(details, ensure_ascii=False, sort_keys=True)
