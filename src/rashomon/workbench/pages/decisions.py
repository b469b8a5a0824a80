"""Decisions on claims, and taking decisions back."""

from __future__ import annotations

from rashomon.errors import InputError
from rashomon.judging.taking import decide_claims, undo_judgement
from rashomon.model.claims import Claim
from rashomon.model.judgements import JudgementKind
from rashomon.workbench.deciding import decide
from rashomon.workbench.visits import Form, NotFoundError, Visit

_KINDS: dict[str, JudgementKind] = {"accept": "accept", "reject": "reject"}


def decide_on_claims(visit: Visit, form: Form) -> str:
    """Accept or reject the claims that were ticked."""
    kind = _KINDS.get(form.text("kind"))
    if kind is None:
        raise InputError("say what is decided: accept or reject.")
    claims = [find_claim(visit, claim_id) for claim_id in form.texts("claim")]
    if not claims:
        raise InputError("no claim was chosen. Tick one or more first.")
    return decide(visit, form, decide_claims(kind, claims))


def undo(visit: Visit, form: Form) -> str:
    """An earlier decision no longer holds."""
    wanted = form.text("judgement")
    found = next((j for j in visit.snapshot.judgements if j.id == wanted), None)
    if found is None:
        raise NotFoundError(f"There is no decision {wanted[:60]!r} in this case.")
    return decide(visit, form, undo_judgement(found))


def find_claim(visit: Visit, claim_id: str) -> Claim:
    """The claim of this id."""
    found = visit.snapshot.claims.get(claim_id)
    if found is None:
        raise NotFoundError(
            f"There is no claim {claim_id[:60]!r} in this case; it may be read otherwise now."
        )
    return found
