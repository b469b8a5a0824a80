"""Decisions on claims and names, and taking decisions back."""

from __future__ import annotations

from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.codebook.actors import load_registry
from rashomon.errors import InputError
from rashomon.judging.checking import check_known
from rashomon.judging.taking import decide_claims, identify_words, undo_judgement
from rashomon.model.claims import Claim
from rashomon.model.judgements import Judgement
from rashomon.workbench.cards import reviews_of
from rashomon.workbench.corrections import mean_actor, read_corrections
from rashomon.workbench.deciding import decide
from rashomon.workbench.going import safe_back
from rashomon.workbench.visits import Form, NotFoundError, Visit

Checked = Literal["accept", "reject"]
_KINDS: dict[str, Checked] = {"accept": "accept", "reject": "reject"}


def decide_on_claims(visit: Visit, form: Form) -> str:
    """Accept or reject the claims that were ticked."""
    kind = read_kind(form)
    claims = [find_claim(visit, claim_id) for claim_id in form.texts("claim")]
    if not claims:
        raise InputError("no claim was chosen. Tick one or more first.")
    return back_to_card(visit, form, decide(visit, form, decide_claims(kind, claims)))


def read_kind(form: Form) -> Checked:
    """Whether claims are accepted or rejected; InputError where the form says neither."""
    kind = _KINDS.get(form.text("kind"))
    if kind is None:
        raise InputError("say what is decided: accept or reject.")
    return kind


def correct_claim(visit: Visit, form: Form) -> str:
    """The claim says something else, in the fields that were changed."""
    claim = find_claim(visit, form.text("claim"))
    details = read_corrections(form, claim, decided_last(visit, claim))
    return back_to_card(visit, form, decide(visit, form, decide_claims("correct", [claim], **details)))


def decided_last(visit: Visit, claim: Claim) -> Judgement | None:
    """The decision in force on a claim."""
    (review,) = reviews_of((claim,), visit)
    taken = (*visit.snapshot.judgements, *visit.pending)
    return next((judgement for judgement in taken if judgement.id == review.judgement_id), None)


def identify(visit: Visit, form: Form) -> str:
    """Some words mean an actor or a place, in the report of the claim or in the whole case."""
    claim = find_claim(visit, form.text("claim"))
    words, means = form.text("words"), mean_actor(form.text("means"))
    if not words:
        raise InputError("say which words are meant.")
    _check_one(form.text("means"))
    check_known(means)
    report = None if form.text("where") == "case" else visit.snapshot.reports[claim.report_id]
    return back_to_card(visit, form, decide(visit, form, identify_words(words, means, report)))


def _check_one(name: str) -> None:
    """Raise InputError where a name has several meanings: which is meant is what is being decided."""
    registry = load_registry()
    ids = registry.ids_for(name) if name not in registry else ()
    if len(ids) > 1:
        raise InputError(f"{name!r} can mean {', '.join(ids[:6])}. Write the id of the one that is meant.")


def undo(visit: Visit, form: Form) -> str:
    """An earlier decision no longer holds."""
    wanted = form.text("judgement")
    taken = (*visit.snapshot.judgements, *visit.pending)
    found = next((judgement for judgement in taken if judgement.id == wanted), None)
    if found is None:
        raise NotFoundError(f"There is no decision {wanted[:60]!r} in this case.")
    return back_to_card(visit, form, decide(visit, form, undo_judgement(found)))


def back_to_card(visit: Visit, form: Form, back: str) -> str:
    """Where to go next: for a script that puts the card anew, the card alone; else the page it stands on."""
    claim_id = form.text("card") or form.text("claim")
    if not visit.request.headers.get("hx-request") or claim_id not in visit.snapshot.claims:
        return f"{back}#{claim_id}" if claim_id in visit.snapshot.claims else back
    done = dict(parse_qsl(urlsplit(back).query)).get("done", "")
    fields = {"card": "brief", "from": safe_back(form.text("back")), "done": done}
    return f"/claims/{claim_id}?{urlencode(fields)}"


def find_claim(visit: Visit, claim_id: str) -> Claim:
    """The claim of this id."""
    found = visit.snapshot.claims.get(claim_id)
    if found is None:
        raise NotFoundError(
            f"There is no claim {claim_id[:60]!r} in this case; it may be read otherwise now."
        )
    return found
