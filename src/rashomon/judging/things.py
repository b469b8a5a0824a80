"""What a decision falls on, so that two decisions on the same thing can be told: by the later, or the other.

A thing is a claim, a pair of mentions, some words, a source, a field of a report. What is not in the case (any
more) is named all the same, by the id or the words it was known by when somebody decided.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from typing import TypeAlias

from rashomon.judging.anchors import Found, claim_at
from rashomon.judging.metadata import FIXABLE
from rashomon.judging.ties import GROUPED, pairs_ruled
from rashomon.model.judgements import Judgement, added_claim_id

Thing: TypeAlias = tuple[Hashable, ...]
"""Its sort (claim, pair, words, source, metadata, added, sample, coding, open), then what names it."""

ON_CLAIMS = frozenset({"accept", "reject", "correct"})
"""Kinds of decision that fall on claims and say how they count."""

ANCHORED = ON_CLAIMS | {"sample", "code"}
"""Kinds that hold on to claims, and miss them when they are not read any more."""


def things_of(judgement: Judgement, found: Found) -> Mapping[Thing, Hashable]:
    """What a judgement decides on, and what it says of each; an undo decides on nothing by itself."""
    speak = _BY_KIND.get(judgement.kind)
    return speak(judgement, found) if speak else {}


def _of_claims(judgement: Judgement, found: Found) -> Mapping[Thing, Hashable]:
    claims = ((anchor, claim_at(anchor, found)) for anchor in judgement.anchors)
    # How claims were chosen stands in the details of an acceptance, and says nothing of the claim.
    what = (judgement.kind, judgement.details if judgement.kind == "correct" else "")
    return {("claim", anchor.id if claim is None else claim.id): what for anchor, claim in claims}


def _of_ties(judgement: Judgement, found: Found) -> Mapping[Thing, Hashable]:
    pairs = {(min(pair), max(pair)) for pair in pairs_ruled(judgement, found)}
    return {("pair", *pair): GROUPED[judgement.kind] for pair in sorted(pairs)}


def _of_words(judgement: Judgement, _: Found) -> Mapping[Thing, Hashable]:
    said = json.loads(judgement.details)
    return {("words", said["words"].casefold(), said.get("report")): said["means"]}


def _of_source(judgement: Judgement, _: Found) -> Mapping[Thing, Hashable]:
    return {("source", source.casefold()): judgement.details for source in judgement.targets}


def _of_metadata(judgement: Judgement, _: Found) -> Mapping[Thing, Hashable]:
    said = json.loads(judgement.details)
    return {
        ("metadata", report_id, name): said[name]
        for report_id in judgement.targets
        for name in said
        if name in FIXABLE
    }


def _of_added(judgement: Judgement, found: Found) -> Mapping[Thing, Hashable]:
    claim_id = added_claim_id(judgement)
    return {("added", judgement.id, claim_id): judgement.details} if claim_id in found.claims else {}


def _of_sample(judgement: Judgement, _: Found) -> Mapping[Thing, Hashable]:
    return {("sample", judgement.id): judgement.targets}


def _of_coding(judgement: Judgement, found: Found) -> Mapping[Thing, Hashable]:
    """A coder's reading of a claim: of several of his own the last counts, another's is another thing."""
    sample = json.loads(judgement.details).get("sample")
    claims = ((anchor, claim_at(anchor, found)) for anchor in judgement.anchors)
    return {
        ("coding", anchor.id if claim is None else claim.id, sample, judgement.by): judgement.details
        for anchor, claim in claims
    }


def _of_unblinding(judgement: Judgement, _: Found) -> Mapping[Thing, Hashable]:
    return {("open", sample): True for sample in judgement.targets}


_BY_KIND: dict[str, Callable[[Judgement, Found], Mapping[Thing, Hashable]]] = {
    **dict.fromkeys(ON_CLAIMS, _of_claims),
    **dict.fromkeys(("merge", "tie", "split", "untie"), _of_ties),
    "identify": _of_words,
    "grade": _of_source,
    "metadata": _of_metadata,
    "add": _of_added,
    "sample": _of_sample,
    "code": _of_coding,
    "unblind": _of_unblinding,
}
