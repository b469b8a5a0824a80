"""Villagers who fought back: whom an attacked village or people set against armed men who are no state's.

"Militiamen attacked the Karo village of Dus, the villagers repelled them": the Karo have fighters of their own.
"Bandits clashed with residents of Dus": the village itself took up arms. Residents who clash with police are a
crowd, and stay one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.codebook.actor_rules import slug_of
from rashomon.linking.people import MILITIA, MOB, PEOPLE
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.events import EventSide, OtherActor, SideActor

DEFENDER = "defender"
"""The role of a village's own people who fought an attack off."""
_ATTACKED = frozenset({"target", "participant"})
_STATE = frozenset({"soldiers", "police", "peacekeepers", "national_guards", "security_forces", "gendarmes"})


@value
class Attacked:
    """The unarmed who were attacked or in a fight, as far as an event's claims tell."""

    people: str | None = None
    """The registry's name of the one people they are of, where it knows fighters of it."""
    any: bool = False


def find_attacked(claims: Sequence[Claim], slug: Callable[[str], str | None]) -> Attacked:
    """Whether villagers or a people were attacked, and which people they are."""
    parties = [c.about for c in claims if c.facet in _ATTACKED and c.polarity == "affirmed"]
    others = [p for p in parties if p is not None and p.status != "combatant" and not p.actors]
    unarmed = [p for p in others if p.status == "civilian"]
    named = {slug(c.removeprefix(PEOPLE)) for p in others for c in p.categories if c.startswith(PEOPLE)}
    peoples = {people for people in named if people is not None}
    return Attacked(people=peoples.pop() if len(peoples) == 1 else None, any=bool(unarmed))


def find_defenders(
    sides: Sequence[EventSide], attacked: Attacked, country: str, village: str | None
) -> str | None:
    """The id of those of a people or village who fought armed men; None where a state or two armed sides fought."""
    armed = [side for side in sides if side.role == "belligerent"]
    if not attacked.any or len(armed) != 1:
        return None
    if any(_serves_a_state(actor) for actor in armed[0].actors):
        return None
    foes = {actor.id for actor in armed[0].actors} | {
        f"{actor.name.removeprefix('unidentified ').replace(MILITIA, f'{MILITIA}{country}/')}"
        for actor in armed[0].actors
    }
    people = f"{MILITIA}{country}/{attacked.people}" if attacked.people else None
    if people is not None and people not in foes:
        return people
    return f"communal:{country}/{slug_of(village)}" if village and slug_of(village) else None


def _serves_a_state(actor: SideActor) -> bool:
    if actor.id is None:
        return actor.name.removeprefix("unidentified ") in _STATE
    return actor.id.startswith(("forces:", "police:", "state:"))


def with_defenders(
    sides: Sequence[EventSide], defenders: str, name: str
) -> tuple[tuple[EventSide, ...], OtherActor | None]:
    """The sides with a mob of villagers as those who fought; where none is told of, the defenders beside them."""
    found = SideActor(id=defenders, name=name, as_written=(), identification="inferred")
    changed = []
    for side in sides:
        mobs = [actor for actor in side.actors if actor.id is None and actor.name == MOB]
        if not mobs:
            changed.append(side)
            continue
        own = tuple(replace(found, as_written=a.as_written) if a in mobs else a for a in side.actors)
        changed.append(replace(side, role="belligerent", actors=own))
    if tuple(changed) != tuple(sides):
        return tuple(changed), None
    return tuple(sides), OtherActor(actor=found, role=DEFENDER, claim_ids=())
