"""Who stands in ACLED's two actor columns, and what their codes are.

The columns carry no direction. Several on one side: one is the actor, the others are associated with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.codebook.acled import BATTLES, UNIDENTIFIED_GROUP
from rashomon.codebook.actor_countries import country_name
from rashomon.codebook.actors import load_registry
from rashomon.codebook.people import PEOPLE
from rashomon.model.base import value
from rashomon.model.events import SideActor
from rashomon.model.record import EventRecord, RecordOther, RecordSide

_CROWDS = {"Protests": "protesters", "Riots": "rioters"}
_AGAINST_SOMEBODY = frozenset({BATTLES, "Violence against civilians"})
"""Types that always have two actors."""
_REMOTE = "Explosions/Remote violence"
_CIVILIANS = 7
_NAMELESS = "unidentified "
"""How linking names people of whom only the kind is known."""
_RULE_NAMES = {
    "unidentified": "Unidentified Armed Group",
    "unidentified_forces": "Unidentified Military Forces",
    "civilians": "Civilians",
    "protesters": "Protesters",
    "rioters": "Rioters",
}
_RULE_CODES = {
    "unidentified": UNIDENTIFIED_GROUP,
    "unidentified_forces": 1,
    "civilians": _CIVILIANS,
    "protesters": 6,
    "rioters": 5,
}
ROLES_IN_COLUMNS = frozenset({"affected", "perpetrator_unknown", "crowd"})
"""Roles of people on no side whom the actor columns hold."""


@value
class AcledActor:
    """A main actor, the others beside it, and its code; None where the code cannot be told."""

    name: str
    beside: tuple[str, ...] = ()
    code: int | None = None


@value
class Pair:
    """The two main actors, and the sides that have no column."""

    one: AcledActor | None = None
    two: AcledActor | None = None
    others: tuple[str, ...] = ()


def pair_of(event: EventRecord, day: str | None) -> Pair:
    """The main actors of an event as ACLED names them on a day.

    Whoever is not known is an unidentified armed group of the country, as ACLED writes it. Civilians who were
    hurt in a battle between two armed sides are no actor of it; hurt by a strike on an armed side they are
    associated with that side.
    """
    event_type = event.acled.event_type or ""
    actors = [_actor(side, event, day) for side in _ordered(event)]
    affected = [_other(other, event, day) for other in event.others if other.role == "affected"]
    if affected:
        # Whoever is only described ("a trader from the north") is one of those it befell.
        actors = [actor for actor in actors if actor.code is not None]
    if affected and not any(actor.code == _CIVILIANS for actor in actors):
        actors.append(affected[0])
    if event_type == BATTLES:
        armed = [actor for actor in actors if actor.code != _CIVILIANS]
        actors = armed if len(armed) > 1 else actors
    elif any(other.role == "perpetrator_unknown" for other in event.others):
        # Nobody knows who did it, so whoever is known was hit.
        actors.insert(0, _by_rule("unidentified", event))
    if event_type in _CROWDS and not any(actor.code in (5, 6) for actor in actors):
        actors.insert(0, _by_rule(_CROWDS[event_type], event))
    if event_type == _REMOTE:
        actors = _beside_the_target(actors)
    actors = _with_unknown(actors, event)
    third = tuple("; ".join((actor.name, *actor.beside)) for actor in actors[2:])
    return Pair(one=actors[0], two=actors[1] if len(actors) > 1 else None, others=third)


def _ordered(event: EventRecord) -> Iterator[RecordSide]:
    """Belligerents first, then sides of unknown part, then victims."""
    for role in ("belligerent", "unknown", "victims"):
        yield from (side for side in event.sides if side.role == role and side.actors)


def _beside_the_target(actors: list[AcledActor]) -> list[AcledActor]:
    """Civilians hurt by a strike or a mine that hit an armed side, as associated with that side."""
    if len(actors) < 3 or actors[2].code != _CIVILIANS or actors[1].code == _CIVILIANS:
        return actors
    target = replace(actors[1], beside=(*actors[1].beside, actors[2].name))
    return [actors[0], target, *actors[3:]]


def _with_unknown(actors: list[AcledActor], event: EventRecord) -> list[AcledActor]:
    """The actors with ACLED's name for whoever is not known; before victims, who did not act."""
    event_type = event.acled.event_type
    unknown = _by_rule("unidentified", event)
    if len(actors) >= 2:
        return actors
    if actors and actors[0].code == _CIVILIANS:
        return [unknown, *actors]
    if event_type not in _AGAINST_SOMEBODY:
        return actors or [unknown]
    other = unknown if event_type == BATTLES else _by_rule("civilians", event)
    return [*(actors or [unknown]), other]


def _by_rule(rule: str, event: EventRecord) -> AcledActor:
    """An actor that ACLED names by its kind and the country."""
    iso3 = event.place.country_iso3
    name = _RULE_NAMES[rule] + (f" ({country_name(iso3)})" if iso3 else "")
    return AcledActor(name=name, code=_RULE_CODES[rule])


def _actor(side: RecordSide, event: EventRecord, day: str | None) -> AcledActor:
    """A side in its columns: a movement before its units, else the first that the reports name."""
    wholes = [actor for actor in side.actors if actor.identification == "whole"]
    ordered = [*wholes, *(actor for actor in side.actors if actor.identification != "whole")]
    names = list(dict.fromkeys(_name(actor, event, day) for actor in ordered))
    return AcledActor(
        name=names[0], beside=tuple(names[1:]), code=_code(ordered[0], event.place.country_iso3)
    )


def _other(other: RecordOther, event: EventRecord, day: str | None) -> AcledActor:
    """Somebody on no side whom it befell: civilians, unless the registry knows better."""
    if other.actor.id is None:
        return _by_rule("civilians", event)
    code = _code(other.actor, event.place.country_iso3)
    return AcledActor(name=_name(other.actor, event, day), code=code)


def _name(actor: SideActor, event: EventRecord, day: str | None) -> str:
    registry = load_registry()
    if actor.id is not None and actor.id in registry:
        return registry.name(actor.id, standard="acled", on=day)
    rule = _rule_of(actor)
    return _by_rule(rule, event).name if rule else actor.name


def _code(actor: SideActor, country: str | None) -> int | None:
    if actor.id is not None:
        return load_registry().inter_code(actor.id, country=country)
    rule = _rule_of(actor)
    return _RULE_CODES[rule] if rule else None


def _rule_of(actor: SideActor) -> str | None:
    """What ACLED calls people of whom only the kind is known: by the last word of what they are called."""
    words = actor.name.casefold().removeprefix(_NAMELESS).split()
    kind = PEOPLE.get(words[-1]) if words else None
    if kind is not None and kind.status == "civilian":
        return "civilians"
    if kind is not None and kind.status == "combatant":
        return "unidentified_forces" if kind.affiliation == "state" else "unidentified"
    nameless = actor.identification == "unidentified" or actor.name.startswith(_NAMELESS)
    return "unidentified" if nameless else None
