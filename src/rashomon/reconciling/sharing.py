"""Figures over several events: assigned to none of them, shown with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.codebook.facets import FACETS
from rashomon.model.claims import Claim, Count, Share
from rashomon.model.events import Event
from rashomon.model.record import SharedFigure
from rashomon.reconciling.counting import is_affirmed
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.wording import listed


def set_shared_apart(event: Event, claims: Mapping[str, Claim]) -> Event:
    """The event with claims over several events among its shared ones only, and unknown ids left out."""
    own = [claim_id for claim_id in event.claim_ids if claim_id in claims]
    shared = {claim_id for claim_id in event.shared_claim_ids if claim_id in claims}
    shared |= {claim_id for claim_id in own if claims[claim_id].scope == "several"}
    alone, wide = tuple(claim_id for claim_id in own if claim_id not in shared), tuple(sorted(shared))
    if (alone, wide) == (event.claim_ids, event.shared_claim_ids):
        return event
    return replace(event, claim_ids=alone, shared_claim_ids=wide)


def events_of_shared(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """For each claim over several events the ids of these."""
    found: dict[str, set[str]] = {}
    for event in events:
        for claim_id in event.shared_claim_ids:
            found.setdefault(claim_id, set()).add(event.id)
    return {claim_id: tuple(sorted(ids)) for claim_id, ids in found.items()}


def share_figures(
    event: Event, evidence: Evidence, spread: Mapping[str, tuple[str, ...]], titles: Mapping[str, str]
) -> tuple[SharedFigure, ...]:
    """The figures over several events, this one among them; denied ones and mere supposition are none."""
    claims = [evidence.claims[claim_id] for claim_id in evidence.in_order(event.shared_claim_ids)]
    return tuple(
        SharedFigure(
            claim_id=claim.id,
            facet=claim.facet,
            about=claim.about,
            value=claim.value,
            scope_basis=claim.scope_basis,
            events=spread[claim.id],
            note=_note(claim, [titles[one] for one in spread[claim.id]]),
        )
        for claim in claims
        if _is_figure(claim) and is_affirmed(claim) and claim.certainty in {"asserted", "hedged"}
    )


def _is_figure(claim: Claim) -> bool:
    """True for numbers, and for what happened to people even where the number is not known."""
    facet = FACETS.get(claim.facet)
    return isinstance(claim.value, Count | Share) or (facet is not None and facet.outcome)


def _note(claim: Claim, titles: list[str]) -> str:
    basis = "The report says that it covers" if claim.scope_basis == "stated" else "It seems to cover"
    if len(titles) > 1:
        what = f"{len(titles)} events together ({listed(titles)})"
    else:
        what = "several events together, of which only this one is told of"
    return f"{basis} {what}; it is counted in the totals of none."
