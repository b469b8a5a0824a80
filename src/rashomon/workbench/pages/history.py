"""Every decision, the newest first: what became of it, what it changed, undone and given back, taken elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.responses import Response

from rashomon.errors import InputError
from rashomon.judging import STATES, Effect
from rashomon.judging.coding import without_blind
from rashomon.judging.exchange import take_judgements
from rashomon.model.codec import to_json
from rashomon.model.judgements import JUDGEMENT_KINDS, Judgement
from rashomon.workbench.cards import make_desk
from rashomon.workbench.deciding import PATIENCE, is_read_again
from rashomon.workbench.lists import paged
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, Visit
from rashomon.workbench.workers import Task
from rashomon.writing.page.rows import value_words

_MOST_TARGETS = 4
_PENDING = "being worked in"
MOST_BYTES = 50_000_000
"""Of an uploaded file: some hundred thousand decisions on single claims."""


def show_history(visit: Visit) -> Shown:
    """The decisions that the filters leave."""
    taken = visit.judgements
    became = {effect.judgement_id: effect for effect in visit.snapshot.effects}
    states = {one.id: _state(one, became) for one in taken}
    found = [one for one in reversed(taken) if _fits(visit, one, states[one.id])]
    page = paged(visit, found)
    closers = {one.closes: one.id for one in visit.snapshot.standing if one.closes}
    rows = [_row(visit, one, states[one.id], became, closers) for one in page.rows]
    return Shown(
        template="history.html.j2",
        data={
            **page.counts,
            "decisions": [
                {"judgement": one, "state": states[one.id], "consequence": row["consequence"]}
                for one, row in zip(page.rows, rows, strict=True)
            ],
        },
        drawn={
            "paged": page,
            "all": len(taken),
            "rows": rows,
            "people": [(name, name) for name in sorted({one.by for one in taken}, key=str.casefold)],
            "kinds": {kind: JUDGEMENT_KINDS[kind] for kind in sorted({one.kind for one in taken})},
            "states": {**STATES, "pending": _PENDING},
            "asked": {name: visit.asked(name) for name in ("person", "kind", "state", "claim")},
            "desk": make_desk(visit),
        },
    )


def _state(judgement: Judgement, became: Mapping[str, Effect]) -> str:
    return became[judgement.id].state if judgement.id in became else "pending"


def _fits(visit: Visit, judgement: Judgement, state: str) -> bool:
    person, kind, wanted, claim = (visit.asked(name) for name in ("person", "kind", "state", "claim"))
    return (
        (not person or judgement.by.casefold() == person.casefold())
        and (not kind or judgement.kind == kind)
        and (not wanted or state == wanted)
        and (not claim or claim in judgement.targets or any(a.id == claim for a in judgement.anchors))
    )


def _row(
    visit: Visit,
    judgement: Judgement,
    state: str,
    became: Mapping[str, Effect],
    closers: Mapping[str, str],
) -> dict[str, Any]:
    effect = became.get(judgement.id)
    known = effect is not None
    return {
        "judgement": judgement,
        "means": JUDGEMENT_KINDS.get(judgement.kind, judgement.kind),
        "state": state,
        "state_words": STATES[effect.state] if effect else _PENDING,
        "note": effect.note if effect else "",
        "against": effect.against if effect else (),
        "targets": [_target(visit, target) for target in judgement.targets[:_MOST_TARGETS]],
        "more": max(0, len(judgement.targets) - _MOST_TARGETS),
        "details": _details(judgement),
        "consequence": visit.consequences.tell(judgement, visit.snapshot, visit.lens) if known else None,
        "can_undo": state != "undone" and judgement.kind != "undo",
        "closer": closers.get(judgement.id),
    }


def _target(visit: Visit, target: str) -> dict[str, str]:
    """Something that was decided on, with its address where it still has one."""
    snapshot = visit.snapshot
    claim = snapshot.claims.get(target)
    if claim is not None:
        words = f"{claim.facet.replace('_', ' ')}: {value_words(claim, visit.lens.withholding)}"
        return {"words": words, "href": f"/claims/{target}"}
    if target in snapshot.reports:
        return {"words": snapshot.reports[target].source_ref, "href": f"/reports/{target}"}
    event = visit.lens.event(target)
    if event is not None:
        return {"words": event.title, "href": f"/events/{target}"}
    if target in snapshot.decided:
        closed = snapshot.decided[target]
        return {"words": f"{closed.kind} by {closed.by}", "href": f"#{target}"}
    return {"words": target, "href": ""}


def _details(judgement: Judgement) -> list[tuple[str, str]]:
    """What a decision says besides what it is about, in the order it is written."""
    said = json.loads(judgement.details)
    hidden = {"report", "start", "end", "outlet"} if judgement.kind == "add" else {"report"}
    return [(name.replace("_", " "), _words(said[name])) for name in said if name not in hidden]


def _words(said: Any) -> str:
    if said is None:
        return "none"
    if isinstance(said, Mapping):
        return "; ".join(f"{name}: {_words(one)}" for name, one in said.items())
    if isinstance(said, list):
        return ", ".join(_words(one) for one in said[:20]) + (" …" if len(said) > 20 else "")
    return str(said)[:500]


def give_decisions(visit: Visit) -> Response:
    """All decisions as JSON lines, to be taken into another case or kept; nothing that others still code blind."""
    taken = (*visit.snapshot.judgements, *visit.pending)
    return Response(
        _lines(without_blind(taken, visit.snapshot.found, visit.person)),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="decisions.jsonl"'},
    )


def _lines(judgements: Iterable[Judgement]) -> str:
    return "".join(f"{to_json(judgement)}\n" for judgement in judgements)


def take_decisions(visit: Visit, form: Form) -> Shown:
    """Decisions of a file that the case does not hold yet are kept; what cannot be used is told by its line."""
    files = form.files("file")
    if not files:
        raise InputError("choose a file of decisions, one JSON object a line, as this page gives them.")
    text = _text_of(files[0].file.read(MOST_BYTES + 1))
    with visit.open_case() as case:
        done = take_judgements(text, case.judgements(), case.judge)
    known = {one.id: one for one in (*visit.snapshot.judgements, *done.taken)}
    if any(is_read_again(one, known) for one in done.taken):
        visit.tasks.adding.ask(Task(asked={"do": "read"}))
    visit.live.renew(wait=PATIENCE)
    return Shown(
        template="history_import.html.j2",
        data={
            "taken": len(done.taken),
            "known": done.known,
            "faults": [{"line": number, "why": why} for number, why in _first(done.faults)],
            "more_faults": max(0, len(done.faults) - _MOST_FAULTS),
        },
        status=200 if done.taken or not done.faults else 422,
    )


_MOST_FAULTS = 200


def _first(faults: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    return faults[:_MOST_FAULTS]


def _text_of(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise InputError(
            f"the file holds more than {MOST_BYTES:,} bytes. Cut it into several; order matters."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"the file is not UTF-8 text ({error.reason} at byte {error.start}).") from error
