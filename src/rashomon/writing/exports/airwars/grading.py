"""How far the reports of civilian harm bear it out, by Airwars' published gradings.

A grading counts sources and attributions; it does not judge how credible a source is, which is for a person
to do (see ``rashomon judge CASE grade``).
"""

from __future__ import annotations

from rashomon.codebook.actors import load_registry
from rashomon.model.claims import ActorRef, Claim, Party, Term
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, RecordSide
from rashomon.writing.exports.witnessing import OUTCOMES
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.parties import party_key
from rashomon.writing.wording.speakers import speaker_of

_ACTED = frozenset({"Battles", "Explosions/Remote violence"})
_ENOUGH = 2


def grade(event: EventRecord, lookups: Lookups) -> str | None:
    """Confirmed, Contested, Fair or Weak; None where several sources tell of harm and none of who acted."""
    if is_claimed(event):
        return "Confirmed"
    if is_contested(event, lookups):
        return "Contested"
    if voices_of_harm(event, lookups) < _ENOUGH:
        return "Weak"
    acted = event.acled.event_type in _ACTED or bool(striking_names(event, lookups))
    return "Fair" if acted else None


def strike_status(event: EventRecord, lookups: Lookups) -> str | None:
    """Airwars' status of the action itself, from the same attributions."""
    found = grade(event, lookups)
    return {
        "Confirmed": "Declared strike",
        "Contested": "Contested strike",
        "Fair": "Likely strike",
        "Weak": "Single source claim",
    }.get(found or "")


def is_claimed(event: EventRecord) -> bool:
    """True where a belligerent says that it did it."""
    return any(
        f.facet == "responsibility"
        and isinstance(f.value, Term)
        and f.value.code == "claimed"
        and f.rule.endswith("self_claimed")
        for f in event.findings
    )


def is_contested(event: EventRecord, lookups: Lookups) -> bool:
    """True where different parties are accused of it."""
    accused = {
        party_key(claim.about)
        for claim in lookups.claims_of(event.id)
        if claim.facet == "responsibility"
        and isinstance(claim.value, Term)
        and claim.value.code == "accused"
        and claim.polarity == "affirmed"
        and claim.about is not None
    }
    return len(accused) >= _ENOUGH


def striking_names(event: EventRecord, lookups: Lookups) -> tuple[str, ...]:
    """Who did harm, by name: the sides that did, else the armed bodies that a report names as the doer."""
    sides = striking_sides(event, lookups)
    names = [actor.name for side in sides for actor in without_wholes(side.actors)]
    if not names:
        registry = load_registry()
        doers = sorted({one for claim in _affirmed(event, lookups) for one in _doers(claim)})
        known = [one for one in doers if one in registry and not registry.is_unarmed(one)]
        names = [lookups.actor_names.get(one) or registry.name(one) for one in known]
    return tuple(dict.fromkeys(names))


def _affirmed(event: EventRecord, lookups: Lookups) -> list[Claim]:
    return [claim for claim in lookups.claims_of(event.id) if claim.polarity == "affirmed"]


def striking_sides(event: EventRecord, lookups: Lookups) -> tuple[RecordSide, ...]:
    """The sides that did harm, as far as reports say so: who was hit by a mine did not lay it.

    In a battle both sides fight. Else those whom a report names as the doer; where none does, the
    belligerents none of whose own people were hit.
    """
    belligerents = tuple(side for side in event.sides if side.role == "belligerent")
    if event.acled.event_type == "Battles":
        return belligerents
    claims = _affirmed(event, lookups)
    doers = {name for claim in claims for name in _doers(claim)}
    named = tuple(side for side in belligerents if doers & _names(side))
    hit = {name for claim in claims if claim.facet in OUTCOMES for name in _party_names(claim.about)}
    return named or tuple(side for side in belligerents if not hit & _names(side))


def _doers(claim: Claim) -> set[str]:
    if claim.facet in OUTCOMES:
        return _party_names(claim.by)
    if claim.facet == "initiator" and isinstance(claim.value, ActorRef):
        return {claim.value.actor_id or claim.value.words}
    accused = isinstance(claim.value, Term) and claim.value.code in ("claimed", "accused")
    return _party_names(claim.about) if claim.facet == "responsibility" and accused else set()


def _party_names(party: Party | None) -> set[str]:
    return {actor.actor_id or actor.words for actor in party.actors} if party else set()


def _names(side: RecordSide) -> set[str]:
    return {actor.id or actor.name for actor in side.actors}


def voices_of_harm(event: EventRecord, lookups: Lookups) -> int:
    """How many first speakers tell of people who were no combatants killed or hurt; a copied text adds none."""
    withholding = Withholding(lookups.view, names=True)
    told = (claim for claim in lookups.claims_of(event.id) if _tells_of_harm(claim))
    originals = (claim for claim in told if lookups.report(claim).copied_from is None)
    return len({speaker_of(claim, lookups, withholding).key for claim in originals})


def _tells_of_harm(claim: Claim) -> bool:
    combatants = claim.about is not None and claim.about.status == "combatant"
    return claim.facet in OUTCOMES and claim.polarity == "affirmed" and not combatants
