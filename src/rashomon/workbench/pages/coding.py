"""Blind double coding: samples are drawn, and each coder reads one claim after the other, alone."""

from __future__ import annotations

import json
from typing import Any

from rashomon.codebook.facets import FACETS
from rashomon.errors import InputError
from rashomon.judging import FILTERS, read_filter
from rashomon.judging.checking import CHOICES
from rashomon.judging.coding import (
    CODE_READINGS,
    CODING_NEEDS_NO_REASON,
    CodedSample,
    CodeReading,
    Coding,
    check_new_name,
)
from rashomon.judging.comparing import describe_coding, values_of_claim
from rashomon.judging.samples import SamplePlan, Stratum, draw_claims
from rashomon.judging.taking import code_claim, plan_sample
from rashomon.model.claims import Claim, words_of
from rashomon.reconciling.wording import value_words
from rashomon.workbench.cards import place_of
from rashomon.workbench.corrections import check_bounds, fields_of, read_changes
from rashomon.workbench.deciding import decide
from rashomon.workbench.lists import paged
from rashomon.workbench.pages.claims import clean_filters, filter_choices
from rashomon.workbench.pages.decisions import find_claim
from rashomon.workbench.samples import (
    describe_sample,
    fields_to_code,
    find_sample,
    last_of,
    may_code,
    own_note,
    samples_of,
    words_around,
)
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, Visit
from rashomon.writing.view import outlet_name

USUAL_SIZE, USUAL_SEED = 50, 1
_STRATA: dict[str, Stratum] = {"facet": "facet", "report": "report"}
_MOST_WORDS = 160
"""Characters of a claim's words in the list of what one has coded."""


def show_samples(visit: Visit) -> Shown:
    """The samples of the case with how far they are, and the form that draws one."""
    samples = [describe_sample(coded, visit.person) for coded in samples_of(visit)]
    return Shown(
        template="coding.html.j2",
        data={"samples": samples, "you": visit.person},
        drawn={
            "all": len(visit.snapshot.claims),
            "choices": filter_choices(visit),
            "asked": {name: visit.asked(name) for name in FILTERS},
            "usual": {"size": USUAL_SIZE, "seed": USUAL_SEED},
        },
    )


def draw_sample(visit: Visit, form: Form) -> str:
    """Claims are drawn by chance, to be coded by the people named or, where none is, by anybody."""
    check_new_name(form.text("name"), samples_of(visit))
    wanted = read_filter(clean_filters((name, text) for name in FILTERS for text in form.texts(name) if text))
    claims = visit.snapshot.claim_index.select(wanted)
    seed, size = form.number("seed"), form.number("size")
    plan = SamplePlan(
        name=form.text("name"),
        seed=USUAL_SEED if seed is None else seed,
        stratum=_STRATA.get(form.text("stratum")),
        coders=_names(form.text("coders")),
        unseen=form.text("unseen") == "yes",
    )
    drawn = draw_claims(claims, size=USUAL_SIZE if size is None else size, seed=plan.seed, by=plan.stratum)
    return decide(visit, form, plan_sample(plan, drawn, wanted))


def _names(said: str) -> tuple[str, ...]:
    """The names of a list, one a line or with commas between; blanks as in the names that sign decisions."""
    names = (" ".join(name.split()) for line in said.splitlines() for name in line.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def show_coding(visit: Visit) -> Shown:
    """The next claim for this person to code, or the one asked for, and what the same person coded before."""
    coded = find_sample(visit)
    you = visit.person
    own = [coding for coding in coded.codings if coding.coder == you]
    left = coded.left_for(you) if may_code(coded, you) else ()
    asked = visit.asked("claim")
    at = (
        (asked if asked in coded.sample.claim_ids else next(iter(left), None))
        if may_code(coded, you)
        else None
    )
    claim = visit.snapshot.claims.get(at or "")
    page = paged(visit, own[::-1])
    return Shown(
        template="coding_claim.html.j2",
        data={
            "sample": describe_sample(coded, you),
            "you": you,
            "coded": len(own),
            "next": _claim_data(claim, coded, visit) if claim is not None else None,
            "own": [describe_coding(coding) | {"claim_id": coding.claim_id} for coding in page.rows],
        },
        drawn={
            "paged": page,
            "desk": _desk(claim, coded, last_of(own, claim.id), visit) if claim is not None else None,
            "rows": [_row(coding, visit) for coding in page.rows],
            "last": own[-1].claim_id if own else None,
            "readings": CODE_READINGS,
        },
    )


def _claim_data(claim: Claim, coded: CodedSample, visit: Visit) -> dict[str, Any]:
    """What a coder is told of a claim: its words and, unless it is coded unseen, what was read in them."""
    report = visit.snapshot.reports[claim.report_id]
    asked_for = FACETS[claim.facet].label if claim.facet in FACETS else claim.facet
    data: dict[str, Any] = {
        "claim_id": claim.id,
        "asked_for": asked_for,
        "report_id": report.id,
        "source_ref": report.source_ref,
        "outlet": outlet_name(report),
        "published": report.published,
        "text": words_around(claim, report),
    }
    return data if coded.sample.unseen else data | {"as_read": values_of_claim(claim)}


def _desk(claim: Claim, coded: CodedSample, own: Coding | None, visit: Visit) -> dict[str, Any]:
    """What the form of a claim needs."""
    report = visit.snapshot.reports[claim.report_id]
    fields, shown = fields_to_code(claim, coded, own)
    place = coded.sample.claim_ids.index(claim.id)
    return {
        "number": place + 1,
        "language": report.language,
        "href": place_of(claim),
        "fields": fields,
        "shown": json.dumps(shown),
        "read": [
            ("Says", value_words(claim)),
            *((one.label, _words(one.said)) for one in fields_of(claim) if one.said not in ("", "unknown")),
        ],
        "own": own,
        "before": coded.sample.claim_ids[place - 1] if place else None,
        "note": own_note(own, coded) if own else "",
    }


def _words(said: str) -> str:
    known = {choice for choices in CHOICES.values() for choice in choices}
    return said.replace("_", " ") if said in known else said


def _row(coding: Coding, visit: Visit) -> dict[str, Any]:
    claim = visit.snapshot.claims[coding.claim_id]
    words = words_of(claim)
    return {
        "claim_id": claim.id,
        "facet": FACETS[claim.facet].label if claim.facet in FACETS else claim.facet,
        "words": words[:_MOST_WORDS] + ("…" if len(words) > _MOST_WORDS else ""),
        "language": visit.snapshot.reports[claim.report_id].language,
        "reading": coding.reading,
        "said": [(name, "no bound" if one is None else one) for name, one in coding.said.items()],
        "blind": coding.blind,
    }


def keep_coding(visit: Visit, form: Form) -> str:
    """What this person reads in a claim of the sample; then the next one."""
    coded = find_sample(visit)
    claim = find_claim(visit, form.text("claim"))
    reading = _reading(form)
    changed = read_changes(form, claim)
    if changed and not coded.sample.unseen and reading != "wrong":
        names = ", ".join(changed)
        raise InputError(f"{names}: changed, though nothing is wrong. Go back, and say that it is wrong.")
    said = _completed(changed, claim, reading) if coded.sample.unseen else changed
    check_bounds(claim, said)
    decision = code_claim(coded, claim, visit.person, reading, **said)
    why = form.text("why") or CODING_NEEDS_NO_REASON.format(name=coded.sample.name)
    return decide(visit, form, decision, why)


def _reading(form: Form) -> CodeReading:
    for reading in CODE_READINGS:
        if form.text("reading") == reading:
            return reading
    raise InputError(f"say what you find: {', '.join(CODE_READINGS)}.")


def _completed(said: dict[str, Any], claim: Claim, reading: CodeReading) -> dict[str, Any]:
    """What somebody says who had nothing before him: a second bound left empty says something too."""
    if reading != "right":
        return {}
    full = dict(said)
    if full.keys() & {"low", "high"}:
        full = {"low": None, "high": None} | full
    if full.keys() & {"start", "end"}:
        full = {"start": None, "end": full.get("start")} | full
    # Nothing but that it is said: of such claims as have neither number nor day that is often all there is.
    return full or {"facet": claim.facet}
