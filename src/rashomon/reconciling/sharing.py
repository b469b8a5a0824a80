"""Figures over several events: assigned to none of them, shown with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.codebook.facets import FACETS
from rashomon.model.claims import Claim, Count, Share
from rashomon.model.events import Event
from rashomon.model.record import SharedFigure
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.wording import listed


def shared_claims(event: Event, evidence: Evidence) -> tuple[Claim, ...]:
    """The claims over several events that speak of this one too, in document order."""
    wide = [
        claim_id
        for claim_id in event.claim_ids
        if claim_id in evidence.claims and evidence.claims[claim_id].scope == "several"
    ]
    known = [claim_id for claim_id in (*event.shared_claim_ids, *wide) if claim_id in evidence.claims]
    return tuple(evidence.claims[claim_id] for claim_id in evidence.in_order(known))


def is_figure(claim: Claim) -> bool:
    """True for numbers, and for what happened to people even where the number is not known."""
    facet = FACETS.get(claim.facet)
    return isinstance(claim.value, Count | Share) or (facet is not None and facet.outcome)


def events_of_shared(events: Iterable[Event], evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """For each claim over several events the ids of these."""
    found: dict[str, set[str]] = {}
    for event in events:
        for claim in shared_claims(event, evidence):
            found.setdefault(claim.id, set()).add(event.id)
    return {claim_id: tuple(sorted(ids)) for claim_id, ids in found.items()}


def share_figures(
    event: Event, evidence: Evidence, spread: Mapping[str, tuple[str, ...]], titles: Mapping[str, str]
) -> tuple[SharedFigure, ...]:
    """The figures over several events, this one among them."""
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
        for claim in shared_claims(event, evidence)
        if is_figure(claim)
    )


def _note(claim: Claim, titles: list[str]) -> str:
    basis = "The text says that it covers" if claim.scope_basis == "stated" else "It seems to cover"
    known = f"{len(titles)} events ({listed(titles)})" if len(titles) > 1 else "several events"
    more = "" if len(titles) > 1 else ", of which only this one is told of in the reports"
    denied = any(link.stance in {"denies", "doubts"} for link in claim.attribution)
    stance = " It is denied or doubted." if denied or claim.polarity == "negated" else ""
    return f"{basis} {known}{more} together, so it is counted toward none of them.{stance}"
