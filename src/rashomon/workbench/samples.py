"""Samples that are coded twice, as pages show them: found, counted, and never more of them than a person may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.judging.coding import CODING_NEEDS_NO_REASON, CodedSample, Coding, coded_samples
from rashomon.model.claims import Claim, words_of
from rashomon.model.report import Report
from rashomon.workbench.corrections import Field, fields_of
from rashomon.workbench.passages import Piece, runs_of
from rashomon.workbench.visits import NotFoundError, Visit

_AROUND = 400
"""Characters shown before and after a claim's words: some sentences, mostly."""
_LONGEST = 3_000
"""Characters from a claim's first word to its last that are shown; passages further off are left to the report."""


def samples_of(visit: Visit) -> tuple[CodedSample, ...]:
    """The samples of the case with their codings, those among them that the snapshot does not show yet."""
    snapshot = visit.snapshot
    if visit.pending:
        return coded_samples((*snapshot.judgements, *visit.pending), snapshot.found)
    return snapshot.coded


def find_sample(visit: Visit) -> CodedSample:
    """The sample of the address."""
    wanted = visit.path["sample_id"]
    found = next((one for one in samples_of(visit) if one.sample.id == wanted), None)
    if found is None:
        raise NotFoundError(
            f"There is no sample {wanted[:60]!r} in this case, or it was undone. "
            "The page of double coding lists those there are."
        )
    return found


def describe_sample(coded: CodedSample, viewer: str) -> dict[str, Any]:
    """A sample as anybody may see it: how it was drawn, how far each coder is, and nothing of what they say."""
    sample = coded.sample
    return {
        "id": sample.id,
        "name": sample.name,
        "size": len(sample.claim_ids),
        "lost": sample.lost,
        "seed": sample.seed,
        "stratum": sample.stratum,
        "where": {name: list(texts) for name, texts in sample.where.items()},
        "unseen": sample.unseen,
        "drawn_by": sample.by,
        "drawn": sample.when,
        "why": sample.why,
        "coders": [{"coder": coder, "coded": done} for coder, done in coded.progress.items()],
        "may_code": may_code(coded, viewer),
        "left_for_you": len(coded.left_for(viewer)) if may_code(coded, viewer) else 0,
        "is_open": coded.is_open,
    }


def may_code(coded: CodedSample, who: str) -> bool:
    """True where this person is one of those who code the sample."""
    return not coded.sample.coders or who in coded.sample.coders


def words_around(claim: Claim, report: Report) -> list[tuple[str, bool]]:
    """The claim's words with those around them, each stretch with whether it is the claim's own."""
    if not claim.passages:
        return [(words_of(claim), True)]
    first = min(passage.start for passage in claim.passages)
    last = min(max(passage.end for passage in claim.passages), first + _LONGEST)
    start = _at_blank(report.text, max(0, first - _AROUND), forward=True, least=first)
    end = _at_blank(report.text, min(len(report.text), last + _AROUND), forward=False, least=last)
    runs = runs_of(report, Piece(number=1, pieces=1, start=start, end=end), [claim])
    pieces = [(run.text, bool(run.claims)) for run in runs]
    if start > 0:
        pieces.insert(0, ("… ", False))
    return [*pieces, (" …", False)] if end < len(report.text) else pieces


def _at_blank(text: str, at: int, *, forward: bool, least: int) -> int:
    """The nearest place at which no word is cut, between this one and the claim's words."""
    if at in (0, len(text)):
        return at
    found = text.find(" ", at, least) if forward else text.rfind(" ", least, at)
    return at if found < 0 else found


def fields_to_code(
    claim: Claim, coded: CodedSample, own: Coding | None
) -> tuple[list[Field], dict[str, str]]:
    """The fields of the form, saying what this coder said before, and what they say where he said nothing.

    That is what the reader read or, in a sample coded unseen, nothing at all.
    """
    fields = fields_of(claim)
    shown = {field.name: "" if coded.sample.unseen else field.said for field in fields}
    said: Mapping[str, Any] = own.said if own is not None else {}
    return [_prefilled(field, shown[field.name], said, coded) for field in fields], shown


def _prefilled(field: Field, shown: str, said: Mapping[str, Any], coded: CodedSample) -> Field:
    words = shown if field.name not in said else "" if said[field.name] is None else str(said[field.name])
    # Not to answer must be a choice where nothing is filled in.
    choices = ("", *field.choices) if coded.sample.unseen and field.choices else field.choices
    return Field(
        name=field.name,
        label=field.label,
        said=words,
        choices=choices,
        hint=field.hint,
        is_name=field.is_name,
    )


def own_note(coding: Coding, coded: CodedSample) -> str:
    """What the coder himself noted; empty where he wrote nothing."""
    return "" if coding.note == CODING_NEEDS_NO_REASON.format(name=coded.sample.name) else coding.note


def last_of(codings: Iterable[Coding], claim_id: str) -> Coding | None:
    """The coding of this claim among them."""
    return next((one for one in codings if one.claim_id == claim_id), None)
