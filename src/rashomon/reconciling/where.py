"""Where an event was: the place it is put at, which claims agree with it, and which put it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.codebook.policies import RULES, Policy
from rashomon.model.claims import Claim, PlaceRef
from rashomon.model.events import Event, Located
from rashomon.model.record import Agreement, Finding
from rashomon.reconciling.counting import is_affirmed
from rashomon.reconciling.evidence import Evidence, without
from rashomon.reconciling.wording import said

_INSIDE = frozenset({"in", "at", "village_of", "region_of"})
"""Relations that put an event inside a place; "near" and "facing" may look across a border."""
_WITHIN_A_DISTRICT = 3
"""UCDP's where_prec up to which the second administrative level is known."""


def place_findings(
    event: Event, claims: Sequence[Claim], voices: Mapping[str, str], evidence: Evidence, policy: Policy
) -> list[Finding]:
    """The finding on the event's place; none where no claim of the event's own was located."""
    stated = [claim for claim in claims if is_affirmed(claim) and isinstance(claim.value, PlaceRef)]
    if not event.located or not stated:
        return []
    chosen, located = event.located[0], _located_claims(event, stated)
    same = [claim for claim in stated if located.get(claim.id) == chosen]
    rest = without(stated, same)
    against = [claim for claim in rest if _apart(claim, located, chosen)]
    beside = without(rest, against)
    first = next((claim for claim in stated if claim.id == chosen.claim_id), (same or stated)[0])
    denied = [claim for claim in claims if not is_affirmed(claim)]
    return [
        Finding(
            facet="place",
            about=None,
            value=first.value,
            agreement=_agreement(same, beside, [*against, *denied], voices),
            rule=f"{policy.name}.first_place",
            why=_why(chosen, (same, beside, against, denied), evidence),
            supporting=evidence.in_order(claim.id for claim in (*same, *beside)),
            opposing=evidence.in_order(claim.id for claim in (*against, *denied)),
            witnesses=len({voices[claim.id] for claim in (*same, *beside)}),
        )
    ]


def _located_claims(event: Event, claims: Sequence[Claim]) -> dict[str, Located]:
    """For each place claim the place it names, as far as linking located that name."""
    by_words: dict[str, Located] = {}
    known = {claim.id: claim for claim in claims}
    for place in reversed(event.located):
        by_words[_plain(place.name)] = place
        if place.claim_id in known:
            by_words[_words(known[place.claim_id])] = place
    own = {place.claim_id: place for place in event.located}
    found = {claim.id: own.get(claim.id) or by_words.get(_words(claim)) for claim in claims}
    return {claim_id: place for claim_id, place in found.items() if place is not None}


def _words(claim: Claim) -> str:
    return _plain(claim.value.words) if isinstance(claim.value, PlaceRef) else ""


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _apart(claim: Claim, located: Mapping[str, Located], chosen: Located) -> bool:
    """True where a claim puts the event inside another country, or another province if both are known well."""
    place, ref = located.get(claim.id), claim.value
    inferred = any(flag.code == "inferred_place" for flag in claim.flags)
    if place is None or inferred or not isinstance(ref, PlaceRef) or ref.relation not in _INSIDE:
        return False
    if place.country_iso3 and chosen.country_iso3 and place.country_iso3 != chosen.country_iso3:
        return True
    both_known = max(place.where_prec or 7, chosen.where_prec or 7) <= _WITHIN_A_DISTRICT
    return both_known and None not in {place.adm1, chosen.adm1} and place.adm1 != chosen.adm1


def _agreement(
    same: Sequence[Claim], beside: Sequence[Claim], against: Sequence[Claim], voices: Mapping[str, str]
) -> Agreement:
    if against:
        return "disputed"
    if beside:
        return "compatible"
    return "agreed" if len({voices[claim.id] for claim in same}) > 1 else "single"


def _why(chosen: Located, groups: tuple[Sequence[Claim], ...], evidence: Evidence) -> str:
    """Who named which place, and why this one is taken."""
    same, beside, against, denied = (tuple(claim.id for claim in group) for group in groups)
    sentences = [f"{RULES['first_place']}: {chosen.name}."]
    if same:
        sentences.append(f"Named by {said(same, evidence)}.")
    if beside:
        sentences.append(f"Other places named, which can be true as well: {said(beside, evidence)}.")
    if against:
        sentences.append(f"Put elsewhere by {said(against, evidence)}.")
    if denied:
        sentences.append(f"Denied, doubted or negated: {said(denied, evidence)}.")
    if chosen.reason:
        sentences.append(f"{chosen.reason[:1].upper()}{chosen.reason[1:].rstrip('.')}.")
    return " ".join(sentences)
