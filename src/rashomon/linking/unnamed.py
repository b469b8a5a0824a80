"""Whom the registry means by those a report does not name: the army of the country, its civilians.

"The soldiers", "civilians", "unknown gunmen" get the id that the registry makes by rule for the country of
the event. It is always marked as concluded from the place, and the words stay as the report has them.
A unit stands beside the body it is part of ("Katiba …" and the movement), marked as its whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.linking.people import MILITIA, MOB
from rashomon.linking.self_defence import DEFENDER, find_defenders, with_defenders
from rashomon.linking.sides import Sided
from rashomon.model.base import value
from rashomon.model.events import ActorIdentification, EventSide, OtherActor, SideActor

_UNNAMED = "unidentified "
_RULES = {
    "civilians": "civilians",
    "soldiers": "forces",
    "security_forces": "forces",
    "officers": "forces",
    "police": "police",
    "gendarmes": "police",
    "protesters": "protesters",
    "rioters": "rioters",
    "militants": "unidentified",
    "gunmen": "unidentified",
    "islamists": "armed",
    "border_guards": "forces",
    "guards": "private-security",
}
"""By the kind of people an actor without a name is: the rule that makes its id."""
_FIGHTERS = frozenset({"militants", "gunmen", "islamists", "soldiers"})
_SECURITY_FORCES = re.compile(
    r"\b(?:security (?:forces?|services?|agents?|personnel)|law enforcement)\b", re.I
)
_CROWDS = {"Protests": "protesters", "Riots": "rioters"}
"""Who must have been there, by ACLED's type of event."""
_DONE_BY_SOMEBODY = frozenset(
    {
        "attack",
        "raid",
        "shooting",
        "execution",
        "abduction",
        "looting",
        "attack_on_civilians",
        "sexual_violence",
        "ambush",
        "mine",
        "bombing",
        "suicide_bombing",
        "shelling",
        "grenade",
        "clash",
    }
)
"""Kinds that somebody does to somebody, whether or not a report says who."""
_OF_TWO_SIDES = frozenset({"clash", "ambush", "operation", "air_strike"})
"""Kinds in which strangers who are hurt may be of either side."""
_OF_STRANGERS = frozenset({"abduction", "arrest", "execution"})
"""Kinds in which strangers who suffer are nobody's fighters, whoever else was attacked."""
_STATE_RULES = frozenset({"forces", "police"})
_PEACEKEEPERS = "peacekeepers"
_TWO = 2
"""Sides of an event that has somebody to face."""
_UNITS = {"national_guards": "National Guard"}
"""Kinds of people who are a body of their own, by its name in every country that has one."""


@value
class Naming:
    """What the registry and the event's place say about those without a name."""

    country: str | None
    """ISO 3166-1 alpha-3 of the event's country."""
    is_state: Callable[[str], bool]
    is_unarmed: Callable[[str], bool]
    mission: Callable[[str], str | None]
    """The peacekeepers of a country."""
    whole: Callable[[str, str | None], str | None]
    """The body that an actor is a unit of, in a country; None where it stands for itself."""
    name: Callable[[str], str]
    nation: Callable[[str], str | None]
    """The country whose people words name ("three Nigerien herders"); None where they name none, or several."""
    unit: Callable[[str, str], str | None]
    """The body of a name in a country ("National Guard"), where the registry knows one there."""
    village: str | None = None
    """The village or small town of the event, by name; None where it was in a city or on a road."""


def name_the_unnamed(sided: Sided, naming: Naming, kind: str = "incident") -> Sided:
    """The sides and others with ids for those without a name, and with the bodies that units are part of.

    Whom the kind of event implies, and no report names, stands among the others: the crowd of a protest,
    the doer nobody knows, the civilians whom a group set upon where no armed side stood against it.
    """
    crowd = _CROWDS.get(EVENT_KINDS[kind].acled_type or "") if kind in EVENT_KINDS else None
    peaceful = crowd != "rioters" and kind not in _DONE_BY_SOMEBODY
    if crowd == "protesters" or peaceful:
        sided = replace(sided, sides=tuple(_without_mob(side) for side in sided.sides))
    if crowd is not None or any(a.name == MOB for side in sided.sides for a in side.actors):
        sided = replace(sided, sides=tuple(_with_police(side) for side in sided.sides))
    sided = _with_villagers(sided, kind, naming)
    taken = {actor.id for side in sided.sides for actor in side.actors if actor.id}
    sides = tuple(_named_side(side, taken, naming) for side in sided.sides)
    if crowd == "protesters":
        sides = tuple(_as_crowd(side, naming) for side in sides)
    others = tuple(_named_other(other, naming) for other in sided.others)
    present = {actor.id for side in sides for actor in side.actors}
    found = _implied(replace(sided, sides=sides), kind, crowd, naming)
    implied = [other for other in found if other.actor.id is None or other.actor.id not in present]
    return replace(sided, sides=sides, others=(*others, *implied))


def _with_villagers(sided: Sided, kind: str, naming: Naming) -> Sided:
    """A fight of armed men with villagers: these are no crowd, but a people's or village's own fighters."""
    if kind != "clash" or naming.country is None:
        return sided
    defenders = find_defenders(sided.sides, sided.attacked, naming.country, naming.village)
    if defenders is None:
        return sided
    sides, beside = with_defenders(sided.sides, defenders, naming.name(defenders))
    return replace(sided, sides=sides, others=(*sided.others, *filter(None, [beside])))


def _without_mob(side: EventSide) -> EventSide:
    """Civilians who did something that is no violence are civilians."""
    actors = (replace(a, name="civilians") if a.name == MOB and a.id is None else a for a in side.actors)
    return replace(side, actors=tuple(actors))


def _with_police(side: EventSide) -> EventSide:
    """The "security forces" whom a crowd faces are its country's police, where no report says otherwise."""
    actors = (
        replace(a, name=f"{_UNNAMED}police")
        if a.id is None and a.as_written and all(_SECURITY_FORCES.search(words) for words in a.as_written)
        else a
        for a in side.actors
    )
    return replace(side, actors=tuple(actors))


def _as_crowd(side: EventSide, naming: Naming) -> EventSide:
    """The people of a protest are its protesters."""
    plain = f"civilians:{naming.country}"
    actors = (replace(a, id=f"protesters:{naming.country}") if a.id == plain else a for a in side.actors)
    return replace(side, actors=tuple(actors))


def _implied(sided: Sided, kind: str, crowd: str | None, naming: Naming) -> list[OtherActor]:
    if kind not in EVENT_KINDS:
        return []
    if crowd is not None:
        found = [_implied_actor(crowd, crowd, "crowd", "inferred", naming)]
        if kind == "mob" and sided.strangers and len(sided.sides) < _TWO:
            # whom a mob sets upon, and nobody says what they are
            found.append(_implied_actor("civilians", "civilians", "affected", "inferred", naming))
        return found
    found = []
    armed = [side for side in sided.sides if side.role == "belligerent"]
    done_to = [side for side in sided.sides if side.label not in sided.doers]
    defended = any(other.role == DEFENDER for other in sided.others)
    fighting = [*armed, *(side for side in sided.sides if side.role == "unknown" and _are_fighters(side))]
    if (
        naming.country
        and kind in _DONE_BY_SOMEBODY
        and not (defended or _has_doer(sided, kind, len(fighting)))
    ):
        found.append(
            _implied_actor("unidentified", "unidentified", "perpetrator_unknown", "unidentified", naming)
        )
    suffering = [side for side in done_to if _is_known_sufferer(side, naming)]
    alone = kind in _OF_STRANGERS or (kind not in _OF_TWO_SIDES and not suffering)
    if sided.strangers and alone and not _has_civilians(sided):
        found.append(_implied_actor("civilians", "civilians", "affected", "inferred", naming))
        return found
    if kind in _DONE_BY_SOMEBODY and kind != "clash" and len(armed) < 2 and not suffering:
        found.append(_implied_actor("civilians", "civilians", "affected", "inferred", naming))
    return found


def _has_doer(sided: Sided, kind: str, armed: int) -> bool:
    """True where somebody is said to have done it; two who fight each other need nobody else."""
    mob = any(actor.name == MOB for side in sided.sides for actor in side.actors)
    return bool(sided.doers) and (kind != "clash" or armed != 1 or mob)


def _are_fighters(side: EventSide) -> bool:
    """True for nameless fighters who were hurt: in a clash they are a side, though no deed of theirs is told."""
    return any(actor.name.removeprefix(_UNNAMED) in _FIGHTERS for actor in side.actors)


def _has_civilians(sided: Sided) -> bool:
    names = {actor.name for side in sided.sides for actor in side.actors}
    return not names.isdisjoint({"civilians", MOB})


def _is_known_sufferer(side: EventSide, naming: Naming) -> bool:
    """True for those harmed whom the registry knows as an armed body or as civilians."""
    if side.role == "belligerent" or any(actor.name == "civilians" for actor in side.actors):
        return True
    if any(_RULES.get(actor.name.removeprefix(_UNNAMED)) in _STATE_RULES for actor in side.actors):
        return True  # soldiers and police, also where no country is known for them
    return any(
        actor.id is not None
        and (actor.id.startswith(("civilians:", "militia:")) or not naming.is_unarmed(actor.id))
        for actor in side.actors
    )


def _implied_actor(rule: str, name: str, role: str, how: ActorIdentification, naming: Naming) -> OtherActor:
    key = f"{rule}:{naming.country}" if naming.country else None
    return OtherActor(
        actor=SideActor(id=key, name=name, as_written=(), identification=how), role=role, claim_ids=()
    )


def _named_side(side: EventSide, taken: set[str], naming: Naming) -> EventSide:
    actors: dict[str, SideActor] = {}
    for actor in side.actors:
        found = _named(actor, side, naming)
        elsewhere = found.id in taken and found.id not in {own.id for own in side.actors}
        if found.id is None or (actor.id is None and elsewhere):
            actors[f"~{actor.name}"] = actor
        elif found.id in actors:
            known = actors[found.id]
            written = tuple(sorted({*known.as_written, *found.as_written}))
            actors[found.id] = replace(known, as_written=written)
        else:
            actors[found.id] = found
    for actor in tuple(actors.values()):
        whole = naming.whole(actor.id, naming.country) if actor.id else None
        if whole is not None and whole not in actors and whole not in taken:
            actors[whole] = SideActor(
                id=whole, name=naming.name(whole), as_written=actor.as_written, identification="whole"
            )
    return replace(side, actors=tuple(actors.values()))


def _nation_of(actor: SideActor, naming: Naming) -> str | None:
    """The one foreign nation that all words for some people name: "two Chinese miners"."""
    nations = [naming.nation(words) for words in actor.as_written]
    found = set(nations)
    return nations[0] if len(found) == 1 and nations[0] not in {None, naming.country} else None


def _named_other(other: OtherActor, naming: Naming) -> OtherActor:
    side = EventSide(label="", role="unknown", actors=(other.actor,))
    return replace(other, actor=_named(other.actor, side, naming))


def _named(actor: SideActor, side: EventSide, naming: Naming) -> SideActor:
    if actor.id is not None or naming.country is None:
        return actor
    kind = actor.name.removeprefix(_UNNAMED)
    if kind == _PEACEKEEPERS:
        mission = naming.mission(naming.country)
        return replace(actor, id=mission, identification="inferred") if mission else actor
    if kind.startswith(MILITIA):
        people = kind.removeprefix(MILITIA)
        key = f"{MILITIA}{naming.country}/{people}"
        return replace(actor, id=key, name=naming.name(key), identification="inferred")
    rule = _RULES.get(kind)
    if rule == "civilians" and (foreign := _nation_of(actor, naming)) is not None:
        return replace(actor, id=f"civilians:{foreign}", identification="inferred")
    if rule is None:
        unit = naming.unit(_UNITS.get(kind, actor.name), naming.country)
        return replace(actor, id=unit, identification="inferred") if unit else actor
    if rule in _STATE_RULES:
        # "the soldiers" beside a named army are its own, whatever the country.
        states = [own.id for own in side.actors if own.id and naming.is_state(own.id)]
        key = states[0] if states and rule == "forces" else f"{rule}:{naming.country}"
    else:
        slug = "/islamist-militia" if rule == "armed" else ""
        key = f"{rule}:{naming.country}{slug}"
    how: ActorIdentification = "unidentified" if rule in {"unidentified", "armed"} else "inferred"
    return replace(actor, id=key, identification=how)
