"""A decision taken in the browser: signed, kept in the case, and the snapshot asked to be renewed.

What is kept is acknowledged; the renewal may take longer than the answer.
"""

from __future__ import annotations

import datetime as dt

from rashomon.judging.taking import Decision, Signature, sign
from rashomon.model.judgements import Judgement
from rashomon.workbench.going import safe_back
from rashomon.workbench.visits import Form, Visit

PATIENCE = 1.0
"""Seconds that an answer waits for the renewal, so that the next page of a small case already shows it."""


def decide(visit: Visit, form: Form, decision: Decision) -> str:
    """Keep the decision; the address of the page it was taken on, which then tells of it.

    Raises InputError where the reason is missing, CaseError where it cannot be kept.
    """
    judgement = sign(decision, _signature(visit, form))
    keep(visit, judgement)
    return safe_back(form.text("back"), done=judgement.id)


def keep(visit: Visit, judgement: Judgement) -> None:
    """Write a judgement into the case, then have the snapshot renewed."""
    with visit.open_case() as case:
        case.judge(judgement)
    visit.live.renew(wait=PATIENCE)


def _signature(visit: Visit, form: Form) -> Signature:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    return Signature(by=visit.person, when=now, why=form.text("why"))
