"""What the coders of a sample agree on, in figures, and the claims on which they do not.

What a coder leaves unsaid is as it was read: who finds a claim right says all its fields, who finds it wrong
says the others than those he mends; who finds it wrong and mends nothing, or cannot tell, says none. Who had
not seen what was read says what he says, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Literal

from rashomon.judging.alpha import Agreement, Level, agreement_on
from rashomon.judging.coding import CodedSample, Coding
from rashomon.judging.standing import standing
from rashomon.judging.things import ON_CLAIMS
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Moment, Party
from rashomon.model.judgements import Judgement

CODED_FIELDS: dict[str, Level] = {
    "reading": "nominal",
    "facet": "nominal",
    "low": "ratio",
    "high": "ratio",
    "open_ended": "nominal",
    "start": "nominal",
    "end": "nominal",
    "about": "nominal",
    "by": "nominal",
    "status": "nominal",
    "scope": "nominal",
    "coverage": "nominal",
    "polarity": "nominal",
    "certainty": "nominal",
    "speaker": "nominal",
}
"""What coders are compared on, and at which level of measurement. A number without an upper bound is no number
for ``high``; whether there is one is compared in ``open_ended``."""


def values_of_claim(claim: Claim) -> dict[str, Any]:
    """What a claim says in each field that it has, as coders are compared on it."""
    said: dict[str, Any] = {
        name: getattr(claim, name) for name in ("facet", "scope", "coverage", "polarity", "certainty")
    }
    if isinstance(claim.value, Count):
        said |= {"low": claim.value.low, "high": claim.value.high}
    if isinstance(claim.value, Moment):
        said |= {"start": claim.value.start, "end": claim.value.end}
    for name, party in (("about", claim.about), ("by", claim.by)):
        if party is not None:
            said[name] = _who(party)
    if claim.about is not None:
        said["status"] = claim.about.status
    if claim.attribution:
        first = claim.attribution[0]
        said["speaker"] = first.actor_id or first.source
    return said


def _who(party: Party) -> str:
    return " + ".join(sorted(ref.actor_id or ref.words for ref in party.actors)) or party.words


def differing_fields(said: Mapping[str, Any], as_read: Mapping[str, Any]) -> dict[str, Any]:
    """Of what a coder says, that which was read otherwise; capital letters make no difference."""
    return {name: one for name, one in said.items() if _folded(one) != _folded(as_read.get(name))}


def _folded(one: Any) -> Any:
    return one.casefold() if isinstance(one, str) else one


def values_of(coding: Coding) -> dict[str, Hashable]:
    """What a coder says in each field; a field he says nothing of is not there."""
    said: dict[str, Any] = {}
    if coding.unseen:
        said = dict(coding.said)
    elif coding.reading == "right" or (coding.reading == "wrong" and coding.said):
        said = {**coding.as_read, **coding.said}
    if "high" in said:
        said["open_ended"] = said.get("high") is None
    told = {name: _folded(one) for name, one in said.items()}
    # An empty text is what purging a report leaves.
    return {"reading": coding.reading} | {name: one for name, one in told.items() if one not in (None, "")}


def agreement_of(
    coded: CodedSample,
    *,
    counts: Level = "ratio",
    seed: int | None = 0,
    only: Callable[[str], bool] = lambda _: True,
) -> dict[str, Agreement]:
    """For each field that somebody said something of, how far the coders agree; by blind codings only.

    ``counts`` is the level at which numbers are compared; without a seed there is no interval (which takes
    most of the time); ``only`` tells of which claims, by id.
    """
    coders = sorted({coding.coder for coding in coded.blind_codings})
    said = {(one.coder, one.claim_id): values_of(one) for one in coded.blind_codings}
    claim_ids = [claim_id for claim_id in coded.sample.claim_ids if only(claim_id)]
    found = {}
    for field, level in CODED_FIELDS.items():
        units = [[said.get((coder, claim_id), {}).get(field) for coder in coders] for claim_id in claim_ids]
        if any(one is not None for unit in units for one in unit):
            found[field] = agreement_on(units, counts if level == "ratio" else level, seed=seed)
    return found


@value
class Compared:
    """What the coders say of one claim. ``differing``: field → coder → what he says (None: nothing).

    ``decided_by`` is the id of the decision that was taken on it from its codings, None where there is none.
    """

    claim_id: str
    codings: Mapping[str, Coding]
    differing: Mapping[str, Mapping[str, Hashable | None]]
    decided_by: str | None

    @property
    def agreed(self) -> bool:
        """True where two coders or more coded it and none differs from another."""
        return len(self.codings) > 1 and not self.differing


def compare_codings(coded: CodedSample, judgements: Sequence[Judgement]) -> tuple[Compared, ...]:
    """Each claim of a sample that somebody coded, in the order of the sample, with its coders' last codings."""
    by_claim: dict[str, dict[str, Coding]] = {}
    for coding in sorted(coded.codings, key=lambda coding: coding.coder):
        by_claim.setdefault(coding.claim_id, {})[coding.coder] = coding
    decided = _decided(coded, judgements)
    return tuple(
        Compared(
            claim_id=claim_id,
            codings=by_claim[claim_id],
            differing=_differing(by_claim[claim_id]),
            decided_by=decided.get(claim_id),
        )
        for claim_id in coded.sample.claim_ids
        if claim_id in by_claim
    )


def _differing(codings: Mapping[str, Coding]) -> dict[str, dict[str, Hashable | None]]:
    """The fields on which coders are not at one; who says nothing of the claim differs in his reading alone."""
    said = {coder: values_of(coding) for coder, coding in codings.items()}
    telling = {coder: values for coder, values in said.items() if len(values) > 1}
    by_field = {
        field: {
            coder: values.get(field) for coder, values in (said if field == "reading" else telling).items()
        }
        for field in CODED_FIELDS
    }
    return {field: values for field, values in by_field.items() if len(set(values.values())) > 1}


def _decided(coded: CodedSample, judgements: Sequence[Judgement]) -> dict[str, str]:
    """Claim id → the last standing decision that was taken from the codings of this sample."""
    claim_of = {coding.judgement_id: coding.claim_id for coding in coded.codings}
    decided: dict[str, str] = {}
    for judgement in standing(judgements):
        said = json.loads(judgement.details) if judgement.kind in ON_CLAIMS else {}
        if said.get("sample") == coded.sample.id:
            decided |= {
                claim_of[coding]: judgement.id for coding in said.get("codings", ()) if coding in claim_of
            }
    return decided


def verdict_of(coding: Coding) -> tuple[Literal["accept", "reject", "correct"], dict[str, Any]] | None:
    """The decision that says what a coder says, with what it puts right; None where he could not tell."""
    if coding.reading == "unclear":
        return None
    if coding.reading == "right":
        return "accept", {}
    said = differing_fields(coding.said, coding.as_read) if coding.unseen else dict(coding.said)
    return ("correct", said) if said else ("reject", {})


def describe_agreement(
    coded: CodedSample, figures: Mapping[str, Agreement], compared: Sequence[Compared]
) -> dict[str, Any]:
    """A sample, its figures and its claims as JSON; unknown figures are null."""
    return {
        "sample": {"id": coded.sample.id, "name": coded.sample.name, "size": len(coded.sample.claim_ids)},
        "seed": coded.sample.seed,
        "unseen": coded.sample.unseen,
        "coders": dict(coded.progress),
        "fields": [
            {
                "field": field,
                "alpha": found.alpha,
                "interval": list(found.interval) if found.interval else [],
                "percent": found.percent,
                "units": found.units,
                "pairable": found.pairable,
            }
            for field, found in figures.items()
        ],
        "claims": [
            {
                "claim_id": one.claim_id,
                "agreed": one.agreed,
                "decided_by": one.decided_by,
                "differing": one.differing,
                "codings": [describe_coding(coding) for coding in one.codings.values()],
            }
            for one in compared
        ],
    }


def describe_coding(coding: Coding) -> dict[str, Any]:
    """A coding as JSON."""
    return {
        "id": coding.judgement_id,
        "coder": coding.coder,
        "when": coding.when,
        "reading": coding.reading,
        "said": dict(coding.said),
        "note": coding.note,
        "blind": coding.blind,
    }
