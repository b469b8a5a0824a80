"""How far the coders of a sample agree, where they differ, and what holds."""

from __future__ import annotations

import json
import re
from typing import Any

from starlette.responses import Response

from rashomon.codebook.facets import FACETS
from rashomon.errors import InputError
from rashomon.judging.alpha import Agreement
from rashomon.judging.coding import CodedSample
from rashomon.judging.comparing import (
    CODED_FIELDS,
    Compared,
    compare_codings,
    describe_agreement,
    verdict_of,
)
from rashomon.judging.taking import adjudicate, adjudication_reason, unblind_sample
from rashomon.model.claims import Claim
from rashomon.workbench.agreeing import (
    CUSTOMARY,
    FIELD_NAMES,
    TENTATIVE,
    agreement_as_json,
    codings_as_csv,
    figures_as_csv,
    figures_of,
    standing_of,
)
from rashomon.workbench.cards import make_desk, place_of
from rashomon.workbench.corrections import check_bounds, corrected_before, fields_of, read_changes
from rashomon.workbench.deciding import decide
from rashomon.workbench.lists import paged
from rashomon.workbench.pages.decisions import decided_last, find_claim
from rashomon.workbench.samples import describe_sample, find_sample, own_note, words_around
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, NotFoundError, Visit

DIFFERENCES = 20
"""Claims of a page that the coders differ on."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def show_agreement(visit: Visit) -> Shown:
    """The figures and the differences of an open sample; of a blind one, how far each coder is."""
    coded = find_sample(visit)
    sample = describe_sample(coded, visit.person)
    if not coded.is_open:
        return Shown(
            template="coding_blind.html.j2",
            data={"sample": sample, "you": visit.person},
            drawn={"begun": sum(1 for done in coded.progress.values() if done)},
        )
    figures = figures_of(coded)
    compared = compare_codings(coded, (*visit.snapshot.judgements, *visit.pending))
    differing = [one for one in compared if one.differing]
    shown = _shown_differences(visit, differing)
    page = paged(visit, shown, DIFFERENCES)
    return Shown(
        template="coding_agreement.html.j2",
        data=describe_agreement(coded, figures, compared) | {"sample": sample},
        drawn={
            "paged": page,
            "figures": [_figure(field, found) for field, found in figures.items()],
            "counts": {
                "coded": len(compared),
                "differing": len(differing),
                "undecided": sum(one.decided_by is None for one in differing),
                "not_blind": sum(not coding.blind for coding in coded.codings),
            },
            "only_open": visit.asked("show") == "open",
            "rows": [_row(one, coded, visit) for one in page.rows],
            "desk": make_desk(visit),
            "customary": CUSTOMARY,
            "tentative": TENTATIVE,
        },
    )


def _shown_differences(visit: Visit, differing: list[Compared]) -> list[Compared]:
    return [one for one in differing if visit.asked("show") != "open" or one.decided_by is None]


def _figure(field: str, found: Agreement) -> dict[str, Any]:
    return {
        "field": field,
        "name": FIELD_NAMES[field],
        "level": CODED_FIELDS[field],
        "found": found,
        "standing": standing_of(found.alpha),
    }


def _row(one: Compared, coded: CodedSample, visit: Visit) -> dict[str, Any]:
    """A claim that the coders differ on: its words, what each says, and what can be decided from it."""
    claim = visit.snapshot.claims[one.claim_id]
    report = visit.snapshot.reports[claim.report_id]
    coders = list(one.codings)
    verdicts = {coder: verdict_of(coding) for coder, coding in one.codings.items()}
    decided = visit.snapshot.decided.get(one.decided_by or "") or next(
        (judgement for judgement in visit.pending if judgement.id == one.decided_by), None
    )
    fields = fields_of(claim) if visit.asked("correct") == claim.id else []
    return {
        "id": claim.id,
        "facet": FACETS[claim.facet].label if claim.facet in FACETS else claim.facet,
        "text": words_around(claim, report),
        "language": report.language,
        "source_ref": report.source_ref,
        "href": place_of(claim),
        "coders": coders,
        "differing": [
            (FIELD_NAMES[field], [(coder, _told(said.get(coder), coder in said)) for coder in coders])
            for field, said in one.differing.items()
        ],
        "notes": [(coder, own_note(coding, coded)) for coder, coding in one.codings.items()],
        "as_read": [(field.label, field.said) for field in fields_of(claim) if field.said],
        "verdicts": [
            {"coder": coder, "means": _verdict_words(verdict)}
            for coder, verdict in verdicts.items()
            if verdict
        ],
        "decided": decided,
        "fields": fields,
        "was": json.dumps({field.name: field.said for field in fields}),
    }


def _told(said: object, is_asked: bool) -> str:
    """What a coder says of a field; a dash where he says nothing of it."""
    if said is None:
        return "–" if is_asked else "says nothing of it"
    return {True: "none", False: "there is one"}[said] if isinstance(said, bool) else str(said)


def _verdict_words(verdict: tuple[str, dict[str, Any]]) -> str:
    kind, said = verdict
    if kind == "correct":
        return "correct: " + ", ".join(
            f"{name} = {'no bound' if one is None else one}" for name, one in said.items()
        )
    return "accept as read" if kind == "accept" else "reject"


def open_sample(visit: Visit, form: Form) -> str:
    """The codings are open to all before everybody has coded everything."""
    coded = find_sample(visit)
    if coded.is_open:
        raise InputError(f"{coded.sample.name}: this sample is open already.")
    if form.text("sure") != "yes":
        raise InputError("tick that you mean it: what is coded after this counts for no figure. Go back.")
    return decide(visit, form, unblind_sample(coded))


def adjudicate_claim(visit: Visit, form: Form) -> str:
    """What holds of a claim on which the coders differ: an ordinary decision that names them."""
    coded = find_sample(visit)
    claim = find_claim(visit, form.text("claim"))
    taken = (*visit.snapshot.judgements, *visit.pending)
    compared = {one.claim_id: one for one in compare_codings(coded, taken)}.get(claim.id)
    if compared is None:
        raise InputError(f"{claim.id}: nobody has coded this claim in {coded.sample.name}.")
    kind, fields = _verdict(form, claim, compared)
    if kind == "correct":
        # It takes the place of an earlier correction, which the coders had before them.
        fields = {**corrected_before(decided_last(visit, claim)), **fields}
    decision = adjudicate(kind, claim, compared, coded, **fields)
    why = form.text("why")
    return f"{decide(visit, form, decision, adjudication_reason(compared, why) if why else '')}#{claim.id}"


def _verdict(form: Form, claim: Claim, compared: Compared) -> tuple[Any, dict[str, Any]]:
    """What kind of decision it is, and what it puts right."""
    said = form.text("verdict")
    if said in ("accept", "reject"):
        return said, {}
    if said == "correct":
        fields = read_changes(form, claim)
        if not fields:
            raise InputError("nothing was changed. Change a field, or accept the claim as it is.")
    else:
        coding = compared.codings.get(said.removeprefix("for:"))
        verdict = verdict_of(coding) if coding is not None and said.startswith("for:") else None
        if verdict is None:
            raise InputError("say what holds: what one coder says, accept, reject, or something else.")
        if verdict[0] != "correct":
            return verdict
        fields = verdict[1]
    check_bounds(claim, fields)
    return "correct", fields


_FORMS = {
    "json": ("agreement", "application/json", ".json"),
    "figures": ("figures", "text/csv; charset=utf-8", ".csv"),
    "codings": ("codings", "text/csv; charset=utf-8", ".csv"),
}


def give_agreement(visit: Visit) -> Response:
    """The figures or the codings of an open sample as a file."""
    coded = find_sample(visit)
    if visit.path["form"] not in _FORMS:
        raise NotFoundError(f"There is no such file. There are: {', '.join(_FORMS)}.")
    if not coded.is_open:
        raise InputError(f"{coded.sample.name} is blind: nothing of it is given away before it is open.")
    name, media, ending = _FORMS[visit.path["form"]]
    called = f"{_file_name(coded)}-{name}{ending}"
    return Response(
        _text_of(name, coded, visit),
        media_type=media,
        headers={"Content-Disposition": f'attachment; filename="{called}"'},
    )


def _text_of(name: str, coded: CodedSample, visit: Visit) -> str:
    if name == "agreement":
        return agreement_as_json(coded, visit.snapshot)
    return figures_as_csv(coded) if name == "figures" else codings_as_csv(coded)


def _file_name(coded: CodedSample) -> str:
    return _UNSAFE.sub("-", coded.sample.name).strip("-.")[:60] or "sample"
