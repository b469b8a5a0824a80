"""Where the place claims of reports put their events, each report's places read in the light of its others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.codebook.locating import locate_ref, written_in_full
from rashomon.codebook.place_names import bare_name
from rashomon.model.claims import Claim, PlaceRef
from rashomon.model.events import Located


def locate_claims(claims: Mapping[str, Claim], gazetteer: Gazetteer) -> dict[str, Located]:
    """Where each place claim puts its event, with the report's other places as context."""
    by_report: dict[str, dict[Claim, PlaceRef]] = {}
    for claim in sorted(claims.values(), key=lambda c: (c.report_id, c.passages[0].start, c.id)):
        if claim.facet == "place" and isinstance(claim.value, PlaceRef):
            by_report.setdefault(claim.report_id, {})[claim] = claim.value
    found: dict[str, Located] = {}
    for own in by_report.values():
        every = tuple(dict.fromkeys(ref for ref in own.values() if ref.within))
        full = {claim: written_in_full(ref, every) for claim, ref in own.items()}
        refs = _places_written(full)
        namesakes = {bare_name(f.words) for c in own for f in c.flags if f.code == "namesake_elsewhere"}
        known: dict[PlaceRef, Located] = {}  # a long report names one place hundreds of times
        for claim, ref in full.items():
            if ref not in known:
                known[ref] = locate_ref(ref, gazetteer, context=refs, namesakes=namesakes)
            found[claim.id] = replace(known[ref], claim_id=claim.id)
    return found


def _places_written(full: Mapping[Claim, PlaceRef]) -> tuple[PlaceRef, ...]:
    """The places that one report's claims name, in its order, each stretch once; those not meant left out."""
    written: dict[int, PlaceRef] = {}
    for claim, ref in full.items():
        if not _is_namesake(claim):
            written.setdefault(claim.passages[0].start, ref)
    return tuple(written.values())


def _is_namesake(claim: Claim) -> bool:
    """True where the reader found that the places known by the name are not meant."""
    return any(flag.code == "namesake_elsewhere" for flag in claim.flags)
