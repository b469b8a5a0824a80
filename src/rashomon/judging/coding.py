"""Blind double coding: several people read the same claims, none knowing what the others read.

    sample ─ codings of each coder, unseen by the others ─▶ open ─▶ agreement, differences ─▶ adjudication

A sample is open when every coder has coded all of it, or when somebody opens it. What is coded after that was
not coded blind: it is kept and shown, and counts for no figure of agreement. Of one coder's codings of the
same claim the last counts. None has any effect on the record; what coders differ on is decided by an ordinary
acceptance, rejection or correction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from rashomon.errors import InputError
from rashomon.judging.anchors import Found, claim_at
from rashomon.judging.standing import standing
from rashomon.model.base import value
from rashomon.model.judgements import Judgement

CodeReading = Literal["right", "wrong", "unclear"]

CODE_READINGS: dict[CodeReading, str] = {
    "right": "the words say what was read",
    "wrong": "the words say something else, or nothing of the kind",
    "unclear": "the words do not let one tell",
}
"""What a coder says of a claim, before he says in what it is wrong."""

FEWEST_CODERS = 2

CODING_NEEDS_NO_REASON = "coded in the sample {name}"
"""The reason of a coding that nobody wrote one for."""


@value
class Sample:
    """Claims to be coded independently. ``claim_ids``: those that are still read, in the order to code them."""

    id: str
    name: str
    claim_ids: tuple[str, ...]
    lost: int
    """How many of its claims are not read any more."""
    coders: tuple[str, ...]
    """Who is to code it; empty where everybody may."""
    seed: int | None
    stratum: str | None
    unseen: bool
    """True where claims are coded before the reader's reading of them is seen."""
    where: Mapping[str, Sequence[str]]
    """The filter that it was drawn under, by name; empty where there was none."""
    by: str
    when: str
    why: str


@value
class Coding:
    """What one coder reads in one claim. ``said``: field → value, of what he reads otherwise than the reader.

    ``as_read`` holds what the claim said when he coded it, so that his coding means the same ever after.
    """

    judgement_id: str
    sample_id: str
    claim_id: str
    coder: str
    when: str
    reading: CodeReading
    said: Mapping[str, Any]
    as_read: Mapping[str, Any]
    note: str
    unseen: bool
    """True where he had not seen what the reader read, so that he says no more than ``said``."""
    blind: bool
    """False where he could see other codings when he made it."""


@value
class CodedSample:
    """A sample with its codings, of each coder and claim the last one, in the order they were made."""

    sample: Sample
    codings: tuple[Coding, ...] = ()
    blind_codings: tuple[Coding, ...] = ()
    """Of each coder and claim the last one that was made blind: what agreement is about."""
    opened_by: str | None = None
    """Id of the judgement that opened it: the last missing coding, or an unblinding; None while it is blind."""

    @property
    def is_open(self) -> bool:
        """True where everybody may see all codings."""
        return self.opened_by is not None

    @property
    def coders(self) -> tuple[str, ...]:
        """Who is to code it or, where nobody is named, who has begun; in order of name."""
        return self.sample.coders or tuple(sorted({coding.coder for coding in self.codings}))

    @property
    def progress(self) -> dict[str, int]:
        """How many of its claims each coder has coded."""
        return {coder: sum(coding.coder == coder for coding in self.codings) for coder in self.coders}

    def left_for(self, coder: str) -> tuple[str, ...]:
        """The claims that this coder has yet to code, in the order to code them."""
        done = {coding.claim_id for coding in self.codings if coding.coder == coder}
        return tuple(claim_id for claim_id in self.sample.claim_ids if claim_id not in done)


def coded_samples(judgements: Sequence[Judgement], found: Found) -> tuple[CodedSample, ...]:
    """The samples of a case with their codings, in the order they were drawn; undone ones count for nothing."""
    held = standing(judgements)
    samples = [_read_sample(judgement, found) for judgement in held if judgement.kind == "sample"]
    return tuple(_follow(sample, held, found) for sample in samples)


def check_new_name(name: str, held: Sequence[CodedSample]) -> None:
    """Raise InputError where a sample of a case is called so already."""
    if any(one.sample.name == name.strip() for one in held):
        raise InputError(f"there is a sample {name!r} in this case. Give another name, or undo that one.")


def _read_sample(judgement: Judgement, found: Found) -> Sample:
    said = json.loads(judgement.details)
    claims = [claim_at(anchor, found) for anchor in judgement.anchors]
    return Sample(
        id=judgement.id,
        name=said["name"],
        claim_ids=tuple(dict.fromkeys(claim.id for claim in claims if claim is not None)),
        lost=claims.count(None),
        coders=tuple(said.get("coders") or ()),
        seed=said.get("seed"),
        stratum=said.get("stratum"),
        unseen=said.get("unseen") is True,
        where=said.get("where") or {},
        by=judgement.by,
        when=judgement.when,
        why=judgement.why,
    )


def _follow(sample: Sample, held: Sequence[Judgement], found: Found) -> CodedSample:
    """What became of a sample, judgement by judgement."""
    last: dict[tuple[str, str], Coding] = {}
    last_blind: dict[tuple[str, str], Coding] = {}
    opened_by = None
    for judgement in held:
        if judgement.kind == "unblind" and sample.id in judgement.targets:
            opened_by = opened_by or judgement.id
        if judgement.kind != "code":
            continue
        coding = _read_coding(judgement, sample, found, blind=opened_by is None)
        if coding is None:
            continue
        key = (coding.coder, coding.claim_id)
        for codings in (last, last_blind) if coding.blind else (last,):
            # Taken out and put in again: the order is that of the last codings.
            codings.pop(key, None)
            codings[key] = coding
        if opened_by is None and _is_complete(sample, last):
            opened_by = judgement.id
    return CodedSample(
        sample=sample,
        codings=tuple(last.values()),
        blind_codings=tuple(last_blind.values()),
        opened_by=opened_by,
    )


def _read_coding(judgement: Judgement, sample: Sample, found: Found, *, blind: bool) -> Coding | None:
    """The coding of a claim of this sample by one of its coders; None where it is none."""
    said = json.loads(judgement.details)
    claim = claim_at(judgement.anchors[0], found) if judgement.anchors else None
    named = not sample.coders or judgement.by in sample.coders
    if said.get("sample") != sample.id or claim is None or claim.id not in sample.claim_ids or not named:
        return None
    return Coding(
        judgement_id=judgement.id,
        sample_id=sample.id,
        claim_id=claim.id,
        coder=judgement.by,
        when=judgement.when,
        reading=said["reading"],
        said=said.get("said") or {},
        as_read=said.get("as_read") or {},
        note=judgement.why,
        unseen=said.get("unseen") is True,
        blind=blind,
    )


def _is_complete(sample: Sample, last: Mapping[tuple[str, str], Coding]) -> bool:
    coders = sample.coders or {coder for coder, _ in last}
    every = all((coder, claim_id) in last for coder in coders for claim_id in sample.claim_ids)
    return every and len(coders) >= FEWEST_CODERS and bool(sample.claim_ids)


def blinded(judgements: Sequence[Judgement], found: Found, viewer: str) -> tuple[Judgement, ...]:
    """The judgements as this person may see them: what others coded in samples still blind is left out.

    To be used wherever judgements are listed; the judgements stay in number and order.
    """
    hidden = _hidden(judgements, found, viewer)
    return tuple(
        replace(
            judgement,
            details=json.dumps({"sample": hidden[judgement.id], "blind": True}),
            why="coded blind",
        )
        if judgement.id in hidden
        else judgement
        for judgement in judgements
    )


def without_blind(judgements: Sequence[Judgement], found: Found, viewer: str) -> tuple[Judgement, ...]:
    """The judgements as this person may give them away: without what is left out of them in `blinded`.

    What undoes such a coding goes with it, so that the rest can be taken into another case.
    """
    gone = set(_hidden(judgements, found, viewer))
    kept = []
    for judgement in judgements:
        if judgement.id in gone or judgement.closes in gone:
            gone.add(judgement.id)
        else:
            kept.append(judgement)
    return tuple(kept)


def _hidden(judgements: Sequence[Judgement], found: Found, viewer: str) -> dict[str, str]:
    """Others' codings in samples that are still blind: id of the coding → id of its sample."""
    if not any(judgement.kind == "code" for judgement in judgements):
        return {}
    closed = {one.sample.id for one in coded_samples(judgements, found) if not one.is_open}
    samples = {
        judgement.id: json.loads(judgement.details).get("sample")
        for judgement in judgements
        if judgement.kind == "code" and judgement.by != viewer
    }
    return {coding: sample for coding, sample in samples.items() if sample in closed}
