"""A decision as a person means it, made into a judgement that can be put to the case again and again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal

from rashomon.errors import InputError
from rashomon.judging.anchors import anchor_claim, anchor_mention
from rashomon.judging.checking import check_added, check_corrections, read_timecode
from rashomon.judging.coding import CODE_READINGS, FEWEST_CODERS, CodedSample, CodeReading
from rashomon.judging.comparing import Compared, differing_fields, values_of_claim
from rashomon.judging.samples import SamplePlan
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
    return Decision(
        kind="merge",
        targets=tuple(event.id for event in events),
        anchors=_grouped(events, mentions),
    )


def keep_apart(events: Sequence[Event], mentions: Iterable[Mention]) -> Decision:
    """These events are different happenings, whatever reports that come later make of them."""
    if len({event.id for event in events}) < 2:
        raise InputError("to keep apart, name at least two different events; to take one apart, split it.")
    return Decision(
        kind="split",
        targets=tuple(event.id for event in events),
        anchors=_grouped(events, mentions),
    )


def _grouped(events: Sequence[Event], mentions: Iterable[Mention]) -> tuple[Anchor, ...]:
    """The events' mentions, each event's in a group of its own."""
    held = tuple(mentions)
    return tuple(
        anchor for group, event in enumerate(events) for anchor in _anchors(held, event.mention_ids, group)
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
    """A claim that the reader missed, standing on these characters of the report; see also `add_heard_claim`."""
    start, end = span
    check_added(said)
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


@value
class Heard:
    """What a person heard or saw in a recording: ``words`` as written down, ``at`` a timecode HH:MM:SS."""

    at: str
    words: str


def add_heard_claim(
    report: Report, heard: Heard, event: Event | None, mentions: Iterable[Mention], **said: Any
) -> Decision:
    """A claim made in a recording at a time, with the words as a person wrote them down.

    It stands on these words where they stand in the report's text just once (a transcript), and on no character
    of it elsewhere. Raises InputError where the timecode is none or nothing was written down.
    """
    words = heard.words.strip()
    if not words:
        raise InputError("a claim at a timecode needs the words that are heard there.")
    start = report.text.find(words)
    alone = start >= 0 and report.text.find(words, start + 1) < 0
    span = (start, start + len(words)) if alone else (0, 0)
    at = read_timecode(heard.at)
    return add_claim(report, span, event, mentions, **said, at=at, transcription=words)


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


def plan_sample(plan: SamplePlan, claims: Sequence[Claim], where: ClaimFilter | None = None) -> Decision:
    """These claims (see `draw_claims`) are to be coded independently; InputError where fewer than two may code."""
    if not plan.name.strip() or (plan.coders and len(set(plan.coders)) < FEWEST_CODERS):
        raise InputError("a sample needs a name, and no coders named or at least two different ones.")
    details = {
        "name": plan.name.strip(),
        "seed": plan.seed,
        "size": len(claims),
        "stratum": plan.stratum,
        "coders": sorted(set(plan.coders)),
        "where": describe_filter(where) if where is not None else {},
        "unseen": plan.unseen,
    }
    return replace(decide_claims("sample", claims), details=_write(details))


def code_claim(coded: CodedSample, claim: Claim, coder: str, reading: CodeReading, **said: Any) -> Decision:
    """What one coder reads in a claim of a sample; ``said`` are the fields he reads otherwise than it was read.

    In a sample that is coded unseen, ``said`` is all he reads, ``right`` says that something of the kind stands
    there, and whether it was read right is found by comparing. Raises InputError where the claim is not of the
    sample, the coder not one of those named, or where reading and fields do not fit each other.
    """
    sample = coded.sample
    if claim.id not in sample.claim_ids:
        raise InputError(f"{claim.id} is no claim of the sample {sample.name!r}.")
    if sample.coders and coder not in sample.coders:
        raise InputError(f"{coder!r} is no coder of {sample.name!r}: {', '.join(sample.coders)}.")
    if reading not in CODE_READINGS:
        raise InputError(f"{reading!r}: expected one of {', '.join(CODE_READINGS)}.")
    if said and reading != "wrong" and not (sample.unseen and reading == "right"):
        raise InputError(
            f"a claim that is found {reading} has nothing to put right: call it wrong, or leave it."
        )
    check_corrections(said)
    as_read = values_of_claim(claim)
    if sample.unseen and reading == "right":
        if not said:
            raise InputError("say what the words say: one field at least, such as the lowest number.")
        reading = "wrong" if differing_fields(said, as_read) else "right"
    details: dict[str, Any] = {
        "sample": sample.id,
        "reading": reading,
        "said": said,
        "as_read": as_read,
    }
    if sample.unseen:
        details["unseen"] = True
    return replace(decide_claims("code", [claim]), details=_write(details))


def unblind_sample(coded: CodedSample) -> Decision:
    """The codings of a sample are open, though not everybody has coded all of it."""
    return Decision(kind="unblind", targets=(coded.sample.id,))


def adjudicate(
    kind: Literal["accept", "reject", "correct"],
    claim: Claim,
    compared: Compared,
    coded: CodedSample,
    **corrections: Any,
) -> Decision:
    """What holds of a claim that was coded: a decision like any other, which names the codings it was made from.

    Raises InputError while the sample is blind, and where corrections and kind do not fit each other.
    """
    if not coded.is_open:
        raise InputError(
            f"the sample {coded.sample.name!r} is blind until all have coded it, or it is opened."
        )
    if bool(corrections) != (kind == "correct"):
        raise InputError("a correction says what is put right; an acceptance or a rejection does not.")
    check_corrections(corrections)
    codings = [coding.judgement_id for coding in compared.codings.values()]
    return decide_claims(kind, [claim], **corrections, sample=coded.sample.id, codings=codings)


def adjudication_reason(compared: Compared, why: str) -> str:
    """The reason of an adjudication: what each coder said, in short and without the report's words.

    A coder's fields are named; what he put there stands in his coding.
    """
    heard = [
        f"{coder}: {coding.reading}" + (f" ({', '.join(sorted(coding.said))})" if coding.said else "")
        for coder, coding in sorted(compared.codings.items())
    ]
    return f"{why} [{'; '.join(heard)}]"


def _anchors(mentions: Sequence[Mention], ids: Iterable[str], group: int) -> list[Anchor]:
    wanted = set(ids)
    return [anchor_mention(mention, group) for mention in mentions if mention.id in wanted]


def _write(details: dict[str, Any]) -> str:
    return json.dumps(details, ensure_ascii=False, sort_keys=True)
