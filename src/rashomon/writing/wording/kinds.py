"""Words for an event: its kind, the heading its section takes, and where it was."""

from __future__ import annotations

import re

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.record import RecordPlace
from rashomon.writing.wording.casualties import plural

_HEADINGS = {
    "clash": "Battle",
    "ambush": "Ambush",
    "raid": "Raid",
    "regained": "Battle",
    "overtaken": "Battle",
    "attack": "Attack",
    "attack_on_civilians": "Attack",
    "grenade": "Attack",
    "chemical": "Attack",
    "shooting": "Shooting",
    "execution": "Killing",
    "abduction": "Abduction",
    "suicide_bombing": "Bombing",
    "bombing": "Bombing",
    "mine": "Explosion",
    "air_strike": "Air strike",
    "shelling": "Shelling",
    "operation": "Operation",
    "arrest": "Arrests",
    "looting": "Looting",
    "protest": "Protest",
    "protest_intervention": "Protest",
    "protest_force": "Protest",
    "riot": "Riot",
    "mob": "Mob violence",
}
_RELATIVE = re.compile(r"\d|(?:north|south|east|west)\w*(?:[- ](?:north|south|east|west)\w*)? of\b", re.I)
"""A place told by its distance or its side of another: it needs no "in" or "near"."""
HEADINGS = (*dict.fromkeys(_HEADINGS.values()), "Event")
"""Every heading that the account of an event itself can have."""


def heading_of(kind: str) -> str:
    """The heading over what happened: "Battle" for a clash, "Shooting" for a shooting."""
    return _HEADINGS.get(kind, "Event")


def kind_label(kind: str) -> str:
    """A kind of event in running text: "clash", "air strike"."""
    return EVENT_KINDS[kind].label if kind in EVENT_KINDS else kind.replace("_", " ")


def kind_phrase(kind: str) -> str:
    """A kind of event with its article.

    >>> kind_phrase("ambush"), kind_phrase("arrest")
    ('an ambush', 'arrests')
    """
    label = kind_label(kind)
    if plural(label) == label or label in ("looting", "mob violence", "sexual violence"):
        return label
    return f"{'an' if label[0].lower() in 'aeiou' else 'a'} {label}"


def is_plural_kind(kind: str) -> bool:
    """True where the verb must stand in the plural: "arrests were made"."""
    label = kind_label(kind)
    return plural(label) == label


def where_phrase(place: RecordPlace) -> str:
    """Where, with a preposition that claims no more than is known; empty where nothing is.

    The second-order unit stands only where no larger one but the country is known.

    >>> where_phrase(RecordPlace(name="Akabar", where_prec=2, country="Mali"))
    'near Akabar, Mali'
    """
    middle = place.adm1 or place.adm2
    names = list(dict.fromkeys(name for name in (place.name, middle, place.country) if name))
    names = [name for i, name in enumerate(names) if not i or not names[0].endswith(f" {name}")]
    if not names:
        return ""
    if names[0].startswith("between "):
        return ", ".join(names)
    if _RELATIVE.match(names[0]):
        return ", ".join([names[0][:1].lower() + names[0][1:], *names[1:]])
    near = place.name is not None and place.where_prec == 2
    the = "the " if names[0].endswith((" Strip", " Bank", " Valley", " Desert", " Delta")) else ""
    return f"{'near' if near else 'in'} {the}{', '.join(names)}"
