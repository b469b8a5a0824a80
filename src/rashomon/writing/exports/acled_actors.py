"""Who stands in ACLED's two actor columns, and what their codes are.

The columns carry no direction. Several on one side: one is the actor, the others are associated with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.codebook.acled import BATTLES, UNIDENTIFIED_GROUP
from rashomon.codebook.actor_countries import country_name
from rashomon.codebook.actors import load_registry
from rashomon.model.base import value
from rashomon.model.events import SideActor
from rashomon.model.record import EventRecord, RecordSide

_CROWDS = {"Protests": "protesters", "Riots": "rioters"}
_AGAINST_SOMEBODY = frozenset({BATTLES, "Violence against civilians"})
"""Types that always have two actors."""
_CIVILIANS = 7


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

    Whoever is not known is an unidentified armed group of the country, as ACLED writes it; civilians who
    were hurt in a battle between two armed sides are no actor of it.
    """
    event_type = event.acled.event_type or ""
    sides = list(_ordered(event))
    if event_type == BATTLES:
        armed = [side for side in sides if not _is_civilian(side)]
        sides = armed if len(armed) > 1 else sides
    actors = [_actor(side, event, day) for side in sides]
    if event_type in _CROWDS and not any(actor.code in (5, 6) for actor in actors):
        actors.insert(0, _by_rule(_CROWDS[event_type], event))
    only_victims = bool(sides) and sides[0].role == "victims"
    if event_type in _AGAINST_SOMEBODY or (only_victims and event_type not in _CROWDS):
        actors = _with_unknown(actors, sides, event)
    elif not actors:
        actors = [_by_rule("unidentified", event)]
    third = tuple("; ".join((actor.name, *actor.beside)) for actor in actors[2:])
    return Pair(one=actors[0], two=actors[1] if len(actors) > 1 else None, others=third)


def _ordered(event: EventRecord) -> Iterator[RecordSide]:
    """Belligerents first, then sides of unknown part, then victims."""
    for role in ("belligerent", "unknown", "victims"):
        yield from (side for side in event.sides if side.role == role and side.actors)


def _with_unknown(
    actors: list[AcledActor], sides: Sequence[RecordSide], event: EventRecord
) -> list[AcledActor]:
    """The actors with ACLED's name for whoever is not known; before victims, who did not act."""
    if len(actors) >= 2:
        return actors
    unknown = _by_rule("unidentified", event)
    if not actors:
        hit = unknown if event.acled.event_type == BATTLES else _by_rule("civilians", event)
        return [unknown, hit]
    if sides[0].role == "victims":
        return [unknown, *actors]
    other = unknown if event.acled.event_type == BATTLES else _by_rule("civilians", event)
    return [*actors, other]


def _by_rule(rule: str, event: EventRecord) -> AcledActor:
    """An actor that ACLED names by its kind and the country."""
    iso3 = event.place.country_iso3
    code = {"unidentified": UNIDENTIFIED_GROUP, "civilians": _CIVILIANS, "protesters": 6, "rioters": 5}[rule]
    if iso3 is None:
        words = {"unidentified": "Unidentified Armed Group"}.get(rule, rule.title())
        return AcledActor(name=words, code=code)
    return AcledActor(name=load_registry().name(f"{rule}:{iso3}", standard="acled"), code=code)


def _is_civilian(side: RecordSide) -> bool:
    codes = {_code(actor, None) for actor in side.actors}
    return codes == {_CIVILIANS}


def _actor(side: RecordSide, event: EventRecord, day: str | None) -> AcledActor:
    """A side in its columns: a movement before its units, else the first that the reports name."""
    wholes = [actor for actor in side.actors if actor.identification == "whole"]
    ordered = [*wholes, *(actor for actor in side.actors if actor.identification != "whole")]
    names = list(dict.fromkeys(_name(actor, event, day) for actor in ordered))
    return AcledActor(
        name=names[0], beside=tuple(names[1:]), code=_code(ordered[0], event.place.country_iso3)
    )


def _name(actor: SideActor, event: EventRecord, day: str | None) -> str:
    registry = load_registry()
    if actor.id is not None and actor.id in registry:
        return registry.name(actor.id, standard="acled", on=day)
    if actor.identification == "unidentified":
        iso3 = event.place.country_iso3
        return f"Unidentified Armed Group{f' ({country_name(iso3)})' if iso3 else ''}"
    return actor.name


def _code(actor: SideActor, country: str | None) -> int | None:
    if actor.id is not None:
        return load_registry().inter_code(actor.id, country=country)
    return UNIDENTIFIED_GROUP if actor.identification == "unidentified" else None
