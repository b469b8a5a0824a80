"""Actors made by rule: every country's government, forces, police, civilians, and communities by name.

An id says what it is made of: ``forces:MLI`` (Military Forces of Mali), ``civilians:MLI/teachers``
(Teachers (Mali)), ``militia:MLI/fulani`` (Fulani Ethnic Militia (Mali)), ``joint:a+b`` (a and b as one side).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.codebook.actor_countries import INTERNATIONAL, countries, country_for, country_name
from rashomon.codebook.actor_names import fold_name
from rashomon.model.base import value
from rashomon.model.events import Actor, ActorLevel, ActorName


@value
class Rule:
    """What a kind of rule-made actor is, and how ACLED names it; ``{of}`` is the country, ``{who}`` the slug."""

    level: ActorLevel
    category: str
    template: str
    parent: str | None = None


RULES: dict[str, Rule] = {
    "state": Rule(level="state", category="government", template="Government of {of}"),
    "forces": Rule(
        level="forces", category="state_forces", template="Military Forces of {of}", parent="state"
    ),
    "police": Rule(level="forces", category="police", template="Police Forces of {of}", parent="state"),
    "civilians": Rule(level="population", category="civilians", template="Civilians ({of})"),
    "protesters": Rule(level="population", category="protesters", template="Protesters ({of})"),
    "rioters": Rule(level="population", category="rioters", template="Rioters ({of})"),
    "unidentified": Rule(level="group", category="unidentified", template="Unidentified Armed Group ({of})"),
    "private-security": Rule(
        level="group", category="private_security", template="Private Security Forces ({of})"
    ),
}
"""By the first part of an id such as ``forces:MLI``."""

NAMED_RULES: dict[str, Rule] = {
    "civilians": Rule(level="population", category="civilians", template="{who} ({of})", parent="civilians"),
    "population": Rule(level="population", category="population", template="{who} Ethnic Group ({of})"),
    "community": Rule(level="population", category="population", template="{who} Communal Group ({of})"),
    "militia": Rule(level="group", category="communal_militia", template="{who} Ethnic Militia ({of})"),
    "communal": Rule(level="group", category="communal_militia", template="{who} Communal Militia ({of})"),
    "opponents": Rule(level="population", category="protesters", template="Opponents of {who} ({of})"),
    "armed": Rule(level="group", category="political_militia", template="{who} ({of})"),
}
"""By the first part of an id with a name behind the country, such as ``militia:MLI/fulani``."""

_SOCIAL_GROUPS: dict[str, str] = {
    re.sub(r"[^a-z0-9]+", "-", name.lower()): name
    for name in (
        "Aid Workers",
        "Catholic Christian Group",
        "Christian Group",
        "Farmers",
        "Fishermen",
        "Health Workers",
        "Journalists",
        "Labour Group",
        "Lawyers",
        "LGBT",
        "Muslim Group",
        "Pastoralists",
        "Prisoners",
        "Refugees/IDPs",
        "Students",
        "Teachers",
        "Women",
    )
}
_ARMED_KINDS = {"vigilante-group": "Vigilante Group", "islamist-militia": "Islamist Militia"}

_ID = re.compile(r"(?P<rule>[a-z-]+):(?P<iso>[A-Z]{3})(?:/(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*))?\Z")


def slug_of(words: str) -> str:
    """A name as it stands in an id.

    >>> slug_of("Kel Ansar")
    'kel-ansar'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold_name(words)).strip("-")


def split_id(actor_id: str) -> tuple[str, str, str | None] | None:
    """Rule, country and name of a rule-made id; None where it is none."""
    match = _ID.match(actor_id)
    if match is None:
        return None
    rule, iso, slug = match.group("rule", "iso", "slug")
    known = NAMED_RULES if slug else RULES
    if rule not in known or (iso not in countries() and iso != INTERNATIONAL):
        return None
    return rule, iso, slug


def make_actor(actor_id: str) -> Actor | None:
    """The actor a rule-made id stands for; None where no rule makes it."""
    parts = split_id(actor_id)
    if parts is None:
        return None
    name, iso, slug = parts
    rule = (NAMED_RULES if slug else RULES)[name]
    return Actor(
        id=actor_id,
        names=(ActorName(words=rule_name(actor_id), kind="alias"),),
        level=rule.level,
        category=rule.category,
        countries=() if iso == INTERNATIONAL else (iso,),
        part_of=f"{rule.parent}:{iso}" if rule.parent else None,
    )


def rule_name(actor_id: str, *, period: str = "", ucdp: bool = False) -> str:
    """The name a rule gives, with ACLED's regime period where one is given, or as UCDP writes it.

    >>> rule_name("forces:MLI", period="2013-2020"), rule_name("police:MMR", ucdp=True)
    ('Military Forces of Mali (2013-2020)', 'Government of Myanmar (Burma)')
    """
    parts = split_id(actor_id)
    if parts is None:
        return actor_id
    name, iso, slug = parts
    if ucdp and name in {"state", "forces", "police"}:
        return f"Government of {countries()[iso].ucdp}" if iso in countries() else "Government"
    template = (NAMED_RULES if slug else RULES)[name].template
    written = template.format(of=country_name(iso), who=_written(slug or ""))
    return f"{written} ({period})" if period else written


def _written(slug: str) -> str:
    return _SOCIAL_GROUPS.get(slug) or _ARMED_KINDS.get(slug) or slug.replace("-", " ").title()


_STATE_BODY = re.compile(
    r"(?P<body>Government|Military Forces|Police Forces) of (?P<country>.+?)"
    r"(?P<period> \(\d{4}-(?:\d{4})?\))?(?P<unit> [^()]+)?\Z"
)
_OF_COUNTRY = re.compile(r"(?P<who>[^()]+?) \((?P<country>[^()]+)\)\Z")
_BODIES = {"Government": "state", "Military Forces": "forces", "Police Forces": "police"}
_WHOLE = {
    "Civilians": "civilians",
    "Protesters": "protesters",
    "Rioters": "rioters",
    "Unidentified Armed Group": "unidentified",
    "Private Security Forces": "private-security",
}
_ENDINGS = (
    (" Ethnic Group", "population"),
    (" Ethnic Militia", "militia"),
    (" Communal Militia", "communal"),
    (" Communal Group", "community"),
)


def resolve_rule_name(name: str) -> str | None:
    """The id behind a name that UCDP or ACLED made by rule; None where no rule made it.

    >>> resolve_rule_name("Police Forces of Mali (2013-2020) Gendarmerie")
    'police:MLI'
    >>> resolve_rule_name("Kel Ansar Ethnic Militia (Mali)")
    'militia:MLI/kel-ansar'
    """
    body = _STATE_BODY.match(name)
    if body is not None:
        return _state_body_id(body)
    match = _OF_COUNTRY.match(name)
    if match is None:
        return None
    who = match["who"]
    iso = INTERNATIONAL if match["country"] == "International" else country_for(match["country"])
    if iso is None:
        return None
    if who in _WHOLE:
        return f"{_WHOLE[who]}:{iso}"
    for ending, rule in _ENDINGS:
        if who.endswith(ending):
            return f"{rule}:{iso}/{slug_of(who.removesuffix(ending))}"
    slug = slug_of(who)
    if slug in _SOCIAL_GROUPS:
        return f"civilians:{iso}/{slug}"
    return f"armed:{iso}/{slug}" if slug in _ARMED_KINDS else None


def _state_body_id(body: re.Match[str]) -> str | None:
    """Forces and governments of a country; a unit behind a regime period belongs to them."""
    rule, country, unit = _BODIES[body["body"]], body["country"], body["unit"] or ""
    iso = country_for(country) or (country_for(country + unit) if not body["period"] else None)
    if iso is None:
        iso = country_for(name) if (name := country + (body["period"] or "")) else None
    return f"{rule}:{iso}" if iso else None


def joint_id(names: str, resolve: Callable[[str], str | None]) -> str | None:
    """The id of several actors named with commas as one side; None where one of them is unknown."""
    found = [resolve(part.strip()) for part in names.split(",")]
    if len(found) < 2 or None in found:
        return None
    return "joint:" + "+".join(sorted({part for part in found if part}))


def joint_members(actor_id: str) -> tuple[str, ...]:
    """The actors of a ``joint:`` id; empty where it is none."""
    prefix, _, members = actor_id.partition("joint:")
    return tuple(members.split("+")) if not prefix and members else ()
