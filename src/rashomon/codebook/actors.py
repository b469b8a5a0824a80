"""The actor registry: who is meant by a name, by which name each standard knows him, and where he stands.

Comes in: the tables under ``data/actors`` and, if given, a user's file of the same form. Goes out: actors and
the places in a text where they are named. It decides nothing about a report: a name with several meanings gives
several ids, in order of likelihood, and linking chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rashomon.codebook.actor_countries import adjective_for, country_for, country_name, demonym_for
from rashomon.codebook.actor_matching import ActorHit, Matcher, NameLists
from rashomon.codebook.actor_names import fold_name
from rashomon.codebook.actor_rows import CATEGORIES, listed, read_builtin_rows, read_table, read_user_rows
from rashomon.codebook.actor_rules import (
    joint_id,
    joint_members,
    make_actor,
    resolve_rule_name,
    rule_name,
    split_id,
)
from rashomon.errors import SettingError
from rashomon.model.dates import first_day, last_day
from rashomon.model.events import Actor, ActorName

__all__ = [
    "ActorHit",
    "ActorRegistry",
    "country_for",
    "country_name",
    "demonym_for",
    "load_registry",
]

_STATE_CATEGORIES = frozenset({"government", "state_forces", "police"})
_UNARMED_CATEGORIES = frozenset({"aid", "civilians", "media", "political_party", "population"})
_FIGHTING_CODES = frozenset({1, 2, 3, 4})
"""ACLED's codes of states, rebels and militias."""
_TITLES = re.compile(
    r"^(?:(?:the|mr|mrs|ms|dr|general|gen|colonel|col|lt|lieutenant|major|maj|captain|capt|brigadier|brig|commander|"
    r"commandant|field|marshal|sheikh|shaikh|cheikh|emir|amir|mullah|maulana|maulvi|imam|ayatollah|comrade|leader|"
    r"president|de facto|secretary|spokesman)\.? )+"
)


class ActorRegistry:
    """Actors by id and by name. Rule-made ids (``forces:MLI``) need no entry."""

    def __init__(self, actors: dict[str, Actor], leaders: Iterable[tuple[str, ActorName]] = ()) -> None:
        self._actors = _with_standard_names(actors)
        self._matcher = Matcher(self._actors, name_lists())
        self._leaders: dict[str, list[tuple[str, ActorName]]] = {}
        for actor_id, name in leaders:
            self._leaders.setdefault(fold_name(name.words), []).append((actor_id, name))

    def __contains__(self, actor_id: object) -> bool:
        return isinstance(actor_id, str) and self._known(actor_id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._actors))

    def __len__(self) -> int:
        return len(self._actors)

    def _known(self, actor_id: str) -> Actor | None:
        return self._actors.get(actor_id) or make_actor(actor_id) or self._joint(actor_id)

    def _joint(self, actor_id: str) -> Actor | None:
        members = [self._known(member) for member in joint_members(actor_id)]
        known = [member for member in members if member is not None]
        if not known or len(known) < len(members):
            return None
        places = sorted({iso for member in known for iso in member.countries})
        words = ", ".join(self.name(member.id) for member in known)
        return Actor(
            id=actor_id,
            names=(ActorName(words=words),),
            level="group",
            category=known[0].category,
            countries=tuple(places),
        )

    def get(self, actor_id: str) -> Actor:
        """The actor behind an id; raises KeyError where there is none."""
        actor = self._known(actor_id)
        if actor is None:
            raise KeyError(actor_id)
        return actor

    def find(self, text: str) -> tuple[ActorHit, ...]:
        """The actors named in a text, longest names first at each place, with offsets into that text."""
        return self._matcher.find(text)

    def ids_for(self, words: str) -> tuple[str, ...]:
        """The actors that a name can mean, likeliest first; empty where it is no actor's name.

        An acronym is looked up as it is written; only where none is written so, without regard to case.
        """
        words = words.strip().strip("\"'“”«»")
        plain = re.sub(r"^(?:the|The|THE|les|la|le) ", "", words)
        named = self._matcher.lookup(plain)
        exact = [name for name in named if name.exact == plain or name.exact is None]
        ids = [actor_id for name in exact or named for actor_id in name.ids]
        if not ids:
            hits = self.find(plain)
            ids = [i for hit in hits if hit.start == 0 and hit.end == len(plain) for i in hit.actor_ids]
        return tuple(dict.fromkeys(ids)) or tuple(filter(None, [self.resolve_standard_name(words)]))

    def name(self, actor_id: str, *, standard: str = "plain", on: str | None = None) -> str:
        """An actor's name for readers (plain) or as UCDP or ACLED write it, on a day where one is given.

        >>> load_registry().name("forces:MLI", standard="acled", on="2018")
        'Military Forces of Mali (2013-2020)'
        """
        actor = self._known(actor_id)
        if actor is None:
            return actor_id
        members = joint_members(actor_id)
        if members:
            return ", ".join(self.name(member, standard=standard, on=on) for member in members)
        if standard == "plain":
            return _dated(actor.names, ("name",), on) or _plain_rule_name(actor_id) or actor.names[0].words
        own = _dated(actor.names, (standard,), on)
        if own is not None:
            return own
        if split_id(actor_id) is not None:
            period = _regime(split_id(actor_id), on) if standard == "acled" else ""
            return rule_name(actor_id, period=period, ucdp=standard == "ucdp")
        return self._fallback_name(actor, standard, on)

    def _fallback_name(self, actor: Actor, standard: str, on: str | None) -> str:
        """What a standard would write of an actor it has no entry for here: its form, our names."""
        if actor.category in _STATE_CATEGORIES and (state := self.country_of(actor.id)):
            rule = {"government": "state", "police": "police"}.get(actor.category, "forces")
            return self.name(f"{rule}:{state}", standard=standard, on=on)
        full = _dated(actor.names, ("name",), on) or actor.names[0].words
        acronym = _dated(actor.names, ("acronym",), on)
        if acronym is None or acronym == full:
            return full
        return acronym if standard == "ucdp" else f"{acronym}: {full}"

    def parents(self, actor_id: str) -> tuple[str, ...]:
        """What an actor is part of, the nearest first; for actors joined as one side, those actors."""
        members = joint_members(actor_id)
        if members:
            return members
        found: list[str] = []
        actor = self._known(actor_id)
        while actor is not None and actor.part_of is not None and actor.part_of not in found:
            found.append(actor.part_of)
            actor = self._known(actor.part_of)
        return tuple(found)

    def whole_of(self, actor_id: str, country: str | None, on: str | None = None) -> str | None:
        """The body that a unit is part of, where that body acts in the country ("Katiba …" and its movement).

        Members of an alliance and branches of a movement in another country stand for themselves. A group
        that joined a movement is part of it on days since then.
        """
        for whole, countries, start, end in joined_groups().get(actor_id, ()):
            if on is not None and country in countries and _within(start, end, on):
                return whole
        actor = self._actors.get(actor_id)
        parent = self._known(actor.part_of) if actor is not None and actor.part_of is not None else None
        if (
            actor is None
            or actor.level != "unit"
            or parent is None
            or CATEGORIES[parent.category] not in _FIGHTING_CODES
        ):
            return None
        if actor.category in _STATE_CATEGORIES:
            return parent.id if parent.level == "forces" else self.whole_of(parent.id, country, on)
        near = country in parent.countries if country else set(actor.countries) <= set(parent.countries)
        if not near or parent.level not in {"group", "unit"}:
            return None
        return self.whole_of(parent.id, country, on) or parent.id

    def mission_in(self, country: str) -> str | None:
        """The peacekeepers of a country, where the registry knows of one mission there."""
        found = [
            actor.id
            for actor in self._actors.values()
            if actor.category == "peacekeepers" and actor.countries == (country,) and actor.part_of == "un"
        ]
        return found[0] if len(found) == 1 else None

    def unit_in(self, name: str, country: str) -> str | None:
        """The state's body that goes by a name in a country, where the registry knows one and only one.

        >>> load_registry().unit_in("National Guard", "MLI")
        'garde-nationale-mali'
        """
        named = {actor_id for known in self._matcher.lookup(name) for actor_id in known.ids}
        found = [key for key in sorted(named) if self.country_of(key) == country and self.is_state_actor(key)]
        return found[0] if len(found) == 1 else None

    def inter_code(self, actor_id: str, *, country: str | None = None) -> int | None:
        """ACLED's inter code, 1 to 8; a state's forces outside their own country (where given) are 8."""
        actor = self._known(actor_id)
        if actor is None:
            return None
        code = CATEGORIES[actor.category]
        abroad = code == 1 and country is not None and self.country_of(actor_id) not in {None, country}
        return 8 if abroad else code

    def leader_of(self, person: str, on: str | None = None) -> str | None:
        """The one actor a person leads on a day, by name with or without rank; None where unknown or not unique.

        Without a day the person must have led one actor only.
        """
        folded = fold_name(person)
        for form in (folded, _TITLES.sub("", folded)):
            led = {
                actor_id
                for actor_id, name in self._leaders.get(form, ())
                if on is None or _within(name.start, name.end, on)
            }
            if led:
                return led.pop() if len(led) == 1 else None
        return None

    def is_state_actor(self, actor_id: str) -> bool:
        """True for governments, their forces and police, and units of these."""
        actor = self._known(actor_id)
        return actor is not None and actor.category in _STATE_CATEGORIES

    def is_unarmed(self, actor_id: str) -> bool:
        """True for populations, crowds, aid organisations, parties and media: no fighting side."""
        actor = self._known(actor_id)
        return actor is not None and (actor.level == "population" or actor.category in _UNARMED_CATEGORIES)

    def country_of(self, actor_id: str) -> str | None:
        """The country of a state or its forces; for others the one country they act in, None where several."""
        for known in (actor_id, *self.parents(actor_id)):
            parts = split_id(known)
            if parts is not None:
                return parts[1]
        actor = self._known(actor_id)
        return actor.countries[0] if actor is not None and len(actor.countries) == 1 else None

    def countries_of(self, actor_id: str) -> tuple[str, ...]:
        """The countries an actor is known to act in, as ISO 3166-1 alpha-3; none where that is not known."""
        actor = self._known(actor_id)
        return actor.countries if actor is not None else ()

    def resolve_standard_name(self, name: str) -> str | None:
        """The id behind a name as UCDP or ACLED writes it; None where it is unknown."""
        name = name.strip()
        own = standard_names().get(name)
        if own:
            return own[0][1]
        return (
            _under_own_slug(resolve_rule_name(name))
            or (joint_id(name, self.resolve_standard_name) if "," in name else None)
            or self._spelled_out(name)
        )

    def _spelled_out(self, name: str) -> str | None:
        """The id behind "ACRONYM: Full Name", ACLED's way of writing a body, by the full name alone."""
        acronym, colon, full = name.partition(": ")
        found = self.ids_for(full.partition(" (")[0]) or self.ids_for(full) if colon else ()
        return found[0] if len(found) == 1 and len(acronym.split()) == 1 else None


@cache
def load_registry(extra: Path | None = None) -> ActorRegistry:
    """The registry, with a user's file of further actors and names where one is given.

    Raises SettingError, naming file and line and every fault at once, where that file cannot be used.
    """
    rows = read_builtin_rows()
    if rows.faults:
        raise SettingError("\n".join(rows.faults))
    actors = dict(rows.actors)
    if extra is not None:
        # The user's own come first: a name of theirs that others share means theirs before the others.
        own = read_user_rows(extra, actors).actors
        actors = own | {actor_id: actor for actor_id, actor in actors.items() if actor_id not in own}
    return ActorRegistry(actors, leaders())


@cache
def standard_names() -> dict[str, list[tuple[str, str, str | None, str | None]]]:
    """What UCDP and ACLED call our actors: name → (standard, id, start, end)."""
    found: dict[str, list[tuple[str, str, str | None, str | None]]] = {}
    for standard, name, actor_id, start, end in read_table("standard_names.tsv"):
        period = (None if start == "-" else start, None if end == "-" else end)
        found.setdefault(name, []).append((standard, actor_id, *period))
    return found


@cache
def ambiguous_names() -> dict[str, tuple[str, ...]]:
    """Names that mean several actors, and which, likeliest first; nothing else may mean two."""
    found: dict[str, tuple[str, ...]] = {}
    for words, ids, *_ in read_table("ambiguous.tsv"):
        found[words] = found[fold_name(words)] = tuple(listed(ids))
    return found


@cache
def joined_groups() -> dict[str, list[tuple[str, tuple[str, ...], str | None, str | None]]]:
    """Groups that joined a movement: id → (the movement, in which countries, start, end)."""
    found: dict[str, list[tuple[str, tuple[str, ...], str | None, str | None]]] = {}
    for actor_id, whole, isos, start, end in read_table("joined.tsv"):
        period = (None if start == "-" else start, None if end == "-" else end)
        found.setdefault(actor_id, []).append((whole, tuple(listed(isos)), *period))
    return found


def countries_of_people(people: str) -> tuple[str, ...]:
    """Where a people's own armed groups are known, the likeliest country first; empty where none are.

    >>> countries_of_people("dogon")
    ('MLI', 'BFA')
    """
    return _countries_by_people().get(fold_name(people), ())


@cache
def _countries_by_people() -> dict[str, tuple[str, ...]]:
    """Countries by the folded name of a people; the first row of a name counts."""
    return {fold_name(words): isos for _, words, isos in reversed(name_lists().peoples)}


def slug_of_people(people: str) -> str | None:
    """What a people with armed groups of its own goes by in ids; None where no such people is known.

    >>> slug_of_people("peul"), slug_of_people("swiss")
    ('fulani', None)
    """
    return _slugs_by_people().get(fold_name(people))


def _under_own_slug(key: str | None) -> str | None:
    """The id of a people's militia under the one spelling that the registry has for the people."""
    parts = split_id(key) if key is not None and key.startswith("militia:") else None
    if parts is None:
        return key
    rule, iso, slug = parts
    if slug is None:
        return key
    return f"{rule}:{iso}/{slug_of_people(slug.replace('-', ' ')) or slug}"


@cache
def people_forms() -> frozenset[str]:
    """The names of these peoples as a text may have them, lower case: "fulani", "fulanis"."""
    names = {words.lower() for _, words, _ in name_lists().peoples}
    return frozenset(names | {f"{name}s" for name in names})


@cache
def _slugs_by_people() -> dict[str, str]:
    return {fold_name(words): slug for slug, words, _ in reversed(name_lists().peoples)}


@cache
def name_lists() -> NameLists:
    """The tables of ambiguous and weak names, of words that name no actor, and of peoples with militias."""
    weak = {row[0] for row in read_table("weak_names.tsv")}
    return NameLists(
        order=ambiguous_names(),
        weak=frozenset(weak | {fold_name(words) for words in weak if words != words.upper()}),
        stops=tuple(row[0] for row in read_table("not_actors.tsv")),
        peoples=tuple(
            (slug, words, tuple(listed(isos)))
            for slug, names, isos in read_table("peoples.tsv")
            for words in listed(names)
        ),
    )


def leaders() -> tuple[tuple[str, ActorName], ...]:
    """Known leaders: the actor's id and one name of the person, several pairs a person."""
    found: list[tuple[str, ActorName]] = []
    for actor_id, person, aliases, start, end in read_table("leaders.tsv"):
        for words in (person, *listed(aliases)):
            name = ActorName(
                words=words, start=None if start == "-" else start, end=None if end == "-" else end
            )
            found.append((actor_id, name))
    return tuple(found)


def _with_standard_names(actors: dict[str, Actor]) -> dict[str, Actor]:
    """The actors with the names that UCDP and ACLED use of them; these are not looked for in texts."""
    added: dict[str, list[ActorName]] = {}
    for name, uses in standard_names().items():
        for standard, actor_id, start, end in uses:
            added.setdefault(actor_id, []).append(ActorName(words=name, kind=standard, start=start, end=end))
    changed = dict(actors)
    for actor_id, names in added.items():
        actor = actors.get(actor_id) or make_actor(actor_id)
        if actor is None:
            raise SettingError(
                f"standard_names.tsv: {names[0].words!r} is given to {actor_id!r}, no actor's id"
            )
        changed[actor_id] = Actor(
            id=actor.id,
            names=(*actor.names, *names),
            level=actor.level,
            category=actor.category,
            countries=actor.countries,
            part_of=actor.part_of,
            start=actor.start,
            end=actor.end,
        )
    return changed


@cache
def _regimes() -> dict[str, tuple[tuple[str, str | None], ...]]:
    found: dict[str, list[tuple[str, str | None]]] = {}
    for iso, start, end, *_ in read_table("regimes.tsv"):
        found.setdefault(iso, []).append((start, None if end == "-" else end))
    return {iso: tuple(sorted(periods)) for iso, periods in found.items()}


def _regime(parts: tuple[str, str, str | None] | None, on: str | None) -> str:
    """ACLED's regime period of a country on a day, "2013-2020" or "2021-"; empty where not known."""
    if parts is None or parts[0] not in {"state", "forces", "police"} or on is None:
        return ""
    for start, end in _regimes().get(parts[1], ()):
        if _within(start, end, on):
            return f"{start[:4]}-{end[:4] if end else ''}"
    return ""


def _within(start: str | None, end: str | None, on: str) -> bool:
    """True where a day, month or year begins within a period; a period's last day belongs to the next."""
    day, opened, closed = first_day(on), first_day(start), last_day(end)
    if day is None:
        return True
    return (opened is None or opened <= day) and (closed is None or day < closed or on == end)


def _dated(names: Iterable[ActorName], kinds: tuple[str, ...], on: str | None) -> str | None:
    """The first name of a kind that was in use on a day; without a day, the first of all."""
    fitting = [name for name in names if name.kind in kinds]
    if on is not None:
        fitting = [name for name in fitting if _within(name.start, name.end, on)] or fitting
    return fitting[0].words if fitting else None


def _plain_rule_name(actor_id: str) -> str | None:
    parts = split_id(actor_id)
    if parts is None or parts[2] is not None or parts[0] not in {"forces", "police"}:
        return None
    adjective = adjective_for(parts[1])
    body = "police" if parts[0] == "police" else "armed forces"
    return f"{adjective} {body}" if adjective else None
