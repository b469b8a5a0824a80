"""What kind of violence an event is, in ACLED's types and UCDP's, from its sides and their losses."""

from __future__ import annotations

import re

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.people import PEOPLE
from rashomon.codebook.sides import is_state
from rashomon.model.claims import Count, Party, words_of
from rashomon.model.events import Event, EventSide
from rashomon.model.record import AcledType
from rashomon.reconciling.evidence import Evidence

_DEPENDS_ON_SIDES = frozenset({"attack", "raid", "ambush", "shooting", "execution"})
_CATCHING = frozenset({"operation", "arrest", "abduction"})
"""Kinds that are something else where people died of them."""
_TAKEN_LAND = frozenset({"overtaken", "regained"})
_OF_THINGS = frozenset({"looting", "weapons_disrupted"})
"""What is done to things: where people died of it as well, it was an attack."""
_DEMONSTRATING = frozenset({"protest", "protest_intervention"})
_HARM = ("killed", "wounded", "captured", "casualties", "missing")
_ARMED_WORDS = "unidentified "
_AFFECTED = "affected"
_SUMMARY_FLAG = "summary"


def acled_type(event: Event, evidence: Evidence) -> AcledType:
    """ACLED's event type and sub-type: an attack is a battle where both sides are armed."""
    row = EVENT_KINDS.get(_settled_kind(event, evidence))
    if row is None:
        return AcledType()
    return AcledType(event_type=row.acled_type, sub_event_type=row.acled_sub_type)


def _settled_kind(event: Event, evidence: Evidence) -> str:
    """The kind of an event once it is known who stood against whom and what came of it."""
    kind, armed = event.kind, _armed_sides(event)
    if kind in _TAKEN_LAND:
        return _taken_by(event, evidence) or kind
    fought = armed - _arresting_sides(event, evidence)
    deadly = _happened(event, evidence, "killed")
    if deadly and kind in _OF_THINGS:
        kind = "attack"
    against_armed = (fought > 1 or _armed_were_attacked(event, evidence)) and not _by_one_man(event, evidence)
    if kind == "incident" and deadly and armed < 2 and _found_dead(event, evidence):
        return "attack_on_civilians"
    if kind == "incident" and not deadly and _happened(event, evidence, "captured"):
        return "abduction" if _taken_by_nobody_of_a_state(event, evidence) else "arrest"
    if kind in _DEMONSTRATING and deadly:
        return "protest_force"
    hurt = deadly or _happened(event, evidence, "wounded")
    if kind in _CATCHING and ((deadly and armed) or (hurt and kind == "abduction")):
        return "clash" if against_armed else "attack_on_civilians"
    if kind == "abduction" and _only_fighters_taken(event, evidence):
        return "clash"
    if kind == "operation":
        return "arrest" if _happened(event, evidence, "captured") else "strategic_other"
    taken = kind == "shooting" and not hurt and _happened(event, evidence, "captured")
    if taken and _taken_by_nobody_of_a_state(event, evidence):
        return "abduction"  # shots in the air, so that others fled
    if kind == "incident" and hurt and (against_armed or not armed or _was_done(event, evidence)):
        return "clash" if against_armed else "attack_on_civilians"
    if kind not in _DEPENDS_ON_SIDES:
        return kind
    if against_armed:
        return "clash"
    if kind == "attack" and _is_robbery(event, evidence):
        return "looting"
    affected = any(other.role == _AFFECTED for other in event.others)
    # Who lies in ambush waits for armed people, unless the text says otherwise.
    one_sided = fought == 1 and deadly and kind != "ambush"
    suffering = _only_civilians_suffer(event, evidence) or one_sided
    return "attack_on_civilians" if affected or suffering else kind


def _taken_by(event: Event, evidence: Evidence) -> str | None:
    """Whether a state or another took a place, where all who are told to have done so are of one sort."""
    claims = (evidence.claims[c] for c in event.claim_ids if c in evidence.claims)
    doers = [c.about for c in claims if c.facet == "initiator" and c.about is not None]
    named = {ref.actor_id for doer in doers for ref in doer.actors}
    states = {is_state(actor) for side in event.sides for actor in side.actors if actor.id in named - {None}}
    states |= {
        PEOPLE[kind].affiliation == "state"
        for doer in doers
        if not doer.actors
        for kind in doer.categories
        if kind in PEOPLE
    }
    return None if len(states) != 1 else "regained" if states == {True} else "overtaken"


_FOUND = re.compile(r"\bfound (?:dead|killed|shot|bound|hanged)\b|\b(?:bodies|body|corpses?)\b", re.I)


def _found_dead(event: Event, evidence: Evidence) -> bool:
    """True where people of no armed body were found dead: ACLED takes them for victims of violence."""
    claims = [evidence.claims[c] for c in event.claim_ids if c in evidence.claims]
    dead = [c for c in claims if c.facet == "killed" and c.polarity == "affirmed"]
    armed = any(c.about is not None and c.about.status == "combatant" for c in dead)
    return not armed and any(_FOUND.search(words_of(claim)) for claim in dead)


def _is_robbery(event: Event, evidence: Evidence) -> bool:
    """True for an attack on things in which nobody came to harm: robbery or arson."""
    harmed = any(_happened(event, evidence, facet) for facet in _HARM)
    return not harmed and any(flag.code == "property" for flag in event.flags)


def _armed_were_attacked(event: Event, evidence: Evidence) -> bool:
    """True where it was done to an armed side, whoever did it, and to no civilians alone."""
    if any(other.role == _AFFECTED for other in event.others):
        return False
    claims = [evidence.claims[c] for c in event.claim_ids if c in evidence.claims]
    return any(
        claim.about is not None
        and claim.about.status == "combatant"
        and (claim.facet == "target" or (claim.facet in _HARM and claim.by is None))
        for claim in claims
        if claim.polarity == "affirmed" and claim.certainty in {"asserted", "hedged"}
    )


def _by_one_man(event: Event, evidence: Evidence) -> bool:
    """True where one man set upon civilians, and no other armed person came to harm: stopping him is no battle."""
    claims = [evidence.claims[c] for c in event.claim_ids if c in evidence.claims]
    hurt = [c for c in claims if c.facet in _HARM and c.polarity == "affirmed" and c.about is not None]
    armed = [c for c in hurt if c.about is not None and c.about.status == "combatant"]
    unarmed = [c for c in hurt if c.facet != "captured" and c.about and c.about.status != "combatant"]
    several = [c for c in armed if not (isinstance(c.value, Count) and c.value.low == c.value.high == 1)]
    attacked = [c.about for c in claims if c.facet == "target" and c.about is not None]
    others = (c.about for c in armed if c.about is not None and set(c.about.categories) != {"militants"})
    if not armed or not unarmed or several or any(others):
        return False
    return all(party.status != "combatant" for party in attacked)


def _only_fighters_taken(event: Event, evidence: Evidence) -> bool:
    """True where those abducted are fighters or soldiers: that is told as part of a fight."""
    claims = (evidence.claims[c] for c in event.claim_ids if c in evidence.claims)
    taken = [c.about.status for c in claims if c.facet == "captured" and c.about and c.polarity == "affirmed"]
    return bool(taken) and set(taken) == {"combatant"}


def _taken_by_nobody_of_a_state(event: Event, evidence: Evidence) -> bool:
    """True where civilians were captured, or by somebody who is told of and serves no state."""
    claims = (evidence.claims[c] for c in event.claim_ids if c in evidence.claims)
    taken = [c for c in claims if c.facet == "captured" and c.polarity == "affirmed"]
    if any(c.about is not None and c.about.status == "combatant" for c in taken):
        return False
    captors = [c.by for c in taken if c.by is not None]
    return bool(captors) and not any(
        PEOPLE[kind].affiliation == "state" for by in captors for kind in by.categories if kind in PEOPLE
    )


def _was_done(event: Event, evidence: Evidence) -> bool:
    """True where somebody is said to have killed."""
    claims = (evidence.claims[c] for c in event.claim_ids if c in evidence.claims)
    return any(c.facet == "killed" and c.by is not None and c.polarity == "affirmed" for c in claims)


def _armed_sides(event: Event) -> int:
    """How many sides bear arms, by their part in it or by what kind of people they are."""
    return sum(
        side.role == "belligerent"
        or (side.role == "unknown" and any(actor.name.startswith(_ARMED_WORDS) for actor in side.actors))
        for side in event.sides
    )


def _arresting_sides(event: Event, evidence: Evidence) -> int:
    """How many sides are a state's that only took people into custody: who catches robbers fought nobody."""
    claims = [evidence.claims[c] for c in event.claim_ids if c in evidence.claims]
    told = [c for c in claims if c.polarity == "affirmed" and c.facet in _DOING_OR_SUFFERING]
    found = 0
    for side in event.sides:
        ids = {actor.id for actor in side.actors} - {None}
        if not ids or not _is_of_a_state(side, evidence):
            continue
        own = [(claim, _names(claim.about, ids), _names(claim.by, ids)) for claim in told]
        did = [claim.facet for claim, _, by in own if by]
        found += bool(did) and set(did) == {"captured"} and not any(about for _, about, _ in own)
    return found


_DOING_OR_SUFFERING = frozenset(
    {"participant", "initiator", "target", "killed", "wounded", "captured", "casualties"}
)


def _names(party: Party | None, ids: set[str | None]) -> bool:
    return party is not None and any(ref.actor_id in ids for ref in party.actors)


def _happened(event: Event, evidence: Evidence, facet: str) -> bool:
    """True where a report affirms an outcome with somebody who suffered it."""
    claims = (evidence.claims[c] for c in event.claim_ids if c in evidence.claims)
    return any(
        claim.facet == facet
        and claim.polarity == "affirmed"
        and claim.certainty in {"asserted", "hedged"}
        and not (isinstance(claim.value, Count) and claim.value.high == 0)
        for claim in claims
    )


def type_of_violence(event: Event, evidence: Evidence) -> int | None:
    """UCDP's type: 1 state-based, 2 non-state, 3 one-sided; None where the sides are not known."""
    belligerents = [side for side in event.sides if side.role == "belligerent" and side.actors]
    states = [side for side in belligerents if _is_of_a_state(side, evidence)]
    if len(belligerents) >= 2:
        return 1 if states else 2
    victims = [side for side in event.sides if side.role == "victims"]
    if not belligerents or not victims:
        return None
    if any(is_state(actor) for side in victims for actor in side.actors):
        return 1
    row = EVENT_KINDS.get(event.kind)
    against_civilians = row is not None and row.acled_type == "Violence against civilians"
    return 3 if against_civilians or _only_civilians_suffer(event, evidence) else None


def _is_of_a_state(side: EventSide, evidence: Evidence) -> bool:
    """True where a side names a state's body, or nobody and yet people who serve one ("soldiers"), whichever it is."""
    if any(actor.id is not None for actor in side.actors):
        return any(is_state(actor) for actor in side.actors)
    kinds = {kind for party in _parties(side, evidence) for kind in party.categories if kind in PEOPLE}
    return any(PEOPLE[kind].affiliation == "state" and PEOPLE[kind].status == "combatant" for kind in kinds)


def event_clarity(event: Event) -> int:
    """UCDP's clarity: 1 one identifiable incident, 2 where only a summary of several is known."""
    return 2 if any(flag.code == _SUMMARY_FLAG for flag in event.flags) else 1


def _only_civilians_suffer(event: Event, evidence: Evidence) -> bool:
    """True where the victims' claims speak of civilians and of no combatants."""
    statuses = {
        status for side in event.sides if side.role == "victims" for status in _statuses(side, evidence)
    }
    return "civilian" in statuses and not statuses & {"combatant", "hors_de_combat"}


def _statuses(side: EventSide, evidence: Evidence) -> set[str]:
    return {party.status for party in _parties(side, evidence)}


def _parties(side: EventSide, evidence: Evidence) -> list[Party]:
    """Whom the claims of a side are about."""
    claims = [evidence.claims[claim_id] for claim_id in side.claim_ids if claim_id in evidence.claims]
    return [claim.about for claim in claims if claim.about is not None]
