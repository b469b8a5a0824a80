"""A decision taken in the browser: signed, kept in the case, and the snapshot asked to be renewed.

What is kept is acknowledged; the renewal may take longer than the answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rashomon.errors import OvertakenError
from rashomon.judging import Conflict, conflicts
from rashomon.judging.taking import Decision, Signature, sign
from rashomon.model.judgements import Judgement
from rashomon.workbench.going import safe_back
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, Visit
from rashomon.workbench.workers import Task

PATIENCE = 1.0
"""Seconds that an answer waits for the renewal, so that the next page of a small case already shows it."""


def decide(visit: Visit, form: Form, decision: Decision, why: str | None = None) -> str:
    """Keep the decision; the address of the page it was taken on, which then tells of it.

    ``why`` takes the place of the reason that the form gives, where one is made from it.
    Raises InputError where the reason is missing, OvertakenError where somebody else decided otherwise on the
    same thing since the page was made, CaseError where it cannot be kept.
    """
    judgement = sign(decision, _signature(visit, form.text("why") if why is None else why))
    keep(visit, judgement, form.number("seen") or 0)
    return safe_back(form.text("back"), done=judgement.id)


def keep(visit: Visit, judgement: Judgement, seen: int) -> None:
    """Write a judgement into the case, then have the snapshot renewed."""
    snapshot = visit.snapshot

    def against(between: tuple[Judgement, ...]) -> list[Conflict]:
        met = conflicts(judgement, between, snapshot.found, earlier=snapshot.judgements)
        return [conflict for conflict in met if not conflict.agrees]

    visit.consequences.note(judgement, snapshot, visit.lens)
    with visit.open_case() as case:
        case.judge_after(judgement, seen, against)
    if is_read_again(judgement, {**snapshot.decided, judgement.id: judgement}):
        # A date or a language decides what words mean: the worker reads what that makes stale.
        visit.tasks.adding.ask(Task(asked={"do": "read"}))
    visit.live.renew(wait=PATIENCE)


def is_read_again(judgement: Judgement, known: Mapping[str, Judgement]) -> bool:
    """True where reports have to be read again: their metadata was put right, or that was taken back."""
    met: set[str] = set()
    while judgement.closes is not None and judgement.closes in known and judgement.id not in met:
        met.add(judgement.id)
        judgement = known[judgement.closes]
    return judgement.kind == "metadata"


def show_conflict(visit: Visit, form: Form, error: OvertakenError) -> Shown:
    """What came in between, and the same form once more: to be put on top, or left."""
    with visit.open_case() as case:
        seen = case.last_judgement()
    return Shown(
        template="conflict.html.j2",
        data={"overtaken_by": [conflict.judgement for conflict in error.against]},
        drawn={
            "fields": [(name, said) for name, said in form.fields() if name not in ("csrf", "seen")],
            "action": visit.request.url.path,
            "seen_now": seen,
            "back": safe_back(form.text("back")),
        },
        status=409,
    )


def _signature(visit: Visit, why: str) -> Signature:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    return Signature(by=visit.person, when=now, why=why)
