"""Armed bodies named in the sentence that tells of an event, of which no part in it was read.

"Rockets fell on the camp where the regiment and the guard are based": who was meant is for a person to say, but that
the report names them there is worth keeping. They stand among the others of the event, never on a side, and
rest on no claim. Whoever only speaks, is near by, or is whom somebody is accused of helping is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from rashomon.codebook.actors import ActorHit, ActorRegistry
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.linking.sides import Sided
from rashomon.linking.told import Told
from rashomon.model.base import value
from rashomon.model.claims import Claim, Mention
from rashomon.model.events import OtherActor, SideActor

NAMED_ONLY = "named_only"
"""The role of who is named beside an event without a part of his own."""

_ARMED = frozenset(
    {
        "communal_militia",
        "criminal",
        "external",
        "peacekeepers",
        "police",
        "political_militia",
        "rebel",
        "state_forces",
    }
)
_NO_STATE = frozenset({"communal_militia", "political_militia", "rebel"})
_OF_THINGS = frozenset({"mine", "bombing", "suicide_bombing", "shelling", "grenade", "looting"})
"""Kinds of event that may befall a vehicle, a post or a base alone."""
_SEIZING = frozenset({"looting", "abduction", "clash"})
"""Kinds in which a group that is named is the doer rather than whom it befell."""
_HARM = frozenset({"killed", "wounded", "captured", "missing"})
_CROWDS = frozenset({"Protests", "Riots"})
_MOST = 4
"""More bodies than these in one sentence are a list, not the parties of one event."""
_SENTENCE_END = re.compile(r"[.!?][\"”»’')\]]*\s+(?=[\"“«‘'(\[]?[A-Z0-9])|\n\s*\n")
_ASIDE = re.compile(
    r"\b(?:(?:near|beside|outside|opposite|past|far from|close to|next to|away from|distance from)"
    r"\s+(?:(?:the|an?|its)\s+)?(?:[\w’'-]+\s+){0,2}?"
    r"|(?:accus|inform|collaborat|support|sympath|allegiance|retired|off\W{1,3}duty|former|ex-|left|leav|desert|defect"
    r"|reject|den(?:y|ied|ies)|established by|founded by|known for|members? of parliament)[^,;:]{0,60}?)$",
    re.I,
)
"""Words before a name that make it no party to what is told: "not far from the base of …", "accused of helping …"."""
_POLICE = re.compile(
    r"\b(?:gendarmerie|gendarmes?|police(?:m[ae]n)?|customs (?:post|office|officers?|agents?))\b", re.I
)
_NAME_WORD = re.compile(r"\b[A-Z]\w*")
_HANDED = re.compile(
    r"\b(?:hand|turn|deliver|transfer|surrender|report|call|alert|notif|inform)\w*\b[^,;:.]{0,40}$", re.I
)
"""Words before police who came into it afterwards only."""
_AFTER_NAME = re.compile(
    r"(?:[’']s?)?(?:\s+[\w-]+){0,2}?\s+(?:spokes\w+|statement|sources?|communiqué|communique|officials?|border|flyovers?"
    r"|recruitment|uniforms?|said|says|(?<!was )(?<!were )(?<!been )announced"
    r"|claim(?:s|ed)|confirm(?:s|ed)|report(?:s|ed)|condemn(?:s|ed)"
    r"|denie[sd]|reject(?:s|ed)|accus(?:es|ed))\b",
    re.I,
)


@value
class Present:
    """Who is among the actors of an event, and the body that an actor is a unit of."""

    taken: frozenset[str]
    whole: Callable[[str], str | None]
    registry: ActorRegistry
    country: str | None = None
    """ISO 3166-1 alpha-3 of the event's country."""


def find_bystanders(
    members: Sequence[Mention], told: Sequence[Told], claims: Sequence[Claim], kind: str, present: Present
) -> tuple[OtherActor, ...]:
    """The bodies that the main sentences of an event name and that are not among its actors."""
    taken, whole, registry = present.taken, present.whole, present.registry
    wholes = taken | {body for key in taken if (body := whole(key)) is not None}
    of_crowd = kind in EVENT_KINDS and EVENT_KINDS[kind].acled_type in _CROWDS
    speakers = {link.actor_id for claim in claims for link in claim.attribution if link.actor_id}
    found: dict[str, str] = {}
    for each in told:
        for hit in _hits(each, members, claims, registry):
            if not wholes.isdisjoint(hit.actor_ids):
                continue  # one of several that the name may mean takes part: it is the one meant
            key = _meant(hit, present)
            if key not in registry or registry.get(key).category not in ({"police"} if of_crowd else _ARMED):
                continue
            if key not in speakers and key not in wholes and whole(key) not in taken:
                found.setdefault(key, hit.words)
    if len(found) > _MOST:
        return ()
    police = f"police:{present.country}" if present.country else None
    known = any(key.startswith("police:") for key in (*wholes, *found))
    unnamed = [] if police is None or known else list(_unnamed_police(told, members, claims))
    bodies = {body: words for key, words in found.items() if (body := whole(key)) and body not in found}
    actors = [SideActor(id=key, name=registry.name(key), as_written=(found[key],)) for key in sorted(found)]
    actors += [
        SideActor(id=key, name=registry.name(key), as_written=(bodies[key],), identification="whole")
        for key in sorted(bodies)
    ]
    if police is not None and unnamed:
        words = (unnamed[0],)
        actors.append(
            SideActor(id=police, name=registry.name(police), as_written=words, identification="inferred")
        )
    return tuple(OtherActor(actor=actor, role=NAMED_ONLY, claim_ids=()) for actor in actors)


def _meant(hit: ActorHit, present: Present) -> str:
    """The actor a name means here: of several, one of the event's country."""
    local = [key for key in hit.actor_ids if present.country in present.registry.countries_of(key)]
    return next(iter((*local, *hit.actor_ids)))


def without_needless(
    sided: Sided, beside: Sequence[OtherActor], kind: str, registry: ActorRegistry
) -> tuple[OtherActor, ...]:
    """The others of an event without those only its kind implied, where a named body takes their place.

    "Rebels seized the ballot boxes" whose rebels were read as no doers still did it, not somebody unknown; and
    "a vehicle of the army was destroyed" befell the army, not civilians.
    """
    named = [each.actor.id for each in beside if each.actor.id is not None]
    kinds = {registry.get(key).category for key in named if key in registry}
    needless = set()
    if kinds & _NO_STATE and not sided.doers and kind in _SEIZING:
        needless.add("perpetrator_unknown")
    if kinds - _NO_STATE and not sided.strangers and kind in _OF_THINGS:
        needless.add("affected")
    return tuple(other for other in sided.others if other.role not in needless)


def _unnamed_police(
    told: Sequence[Told], members: Sequence[Mention], claims: Sequence[Claim]
) -> Iterator[str]:
    """The words for police without a name in the main sentences: "the gendarmerie post was burned"."""
    for each in told:
        for start, end in _sentences(each, members, claims):
            for match in _POLICE.finditer(each.report.text, start, end):
                before = each.report.text[max(start, match.start() - 90) : match.start()]
                after = each.report.text[match.end() : match.end() + 60]
                if not (_ASIDE.search(before) or _HANDED.search(before) or _AFTER_NAME.match(after)):
                    yield match.group()


def _hits(
    told: Told, members: Sequence[Mention], claims: Sequence[Claim], registry: ActorRegistry
) -> Iterator[ActorHit]:
    text = told.report.text
    for start, end in _sentences(told, members, claims):
        for hit in registry.find(text[start:end]):
            before = text[max(start, start + hit.start - 90) : start + hit.start]
            after = text[start + hit.end : start + hit.end + 60]
            if before.endswith("(") and after.startswith(")") and _is_spelled_out(hit.words, before):
                continue  # the short name of the body before it, whatever else it may mean
            if hit.actor_ids and not _ASIDE.search(before) and not _AFTER_NAME.match(after):
                yield hit


def _is_spelled_out(acronym: str, before: str) -> bool:
    """True for the "RDF" of "Rapid Deployment Force (RDF)"."""
    return "".join(word[0] for word in _NAME_WORD.findall(before)[-len(acronym) :]) == acronym


def _sentences(told: Told, members: Iterable[Mention], claims: Iterable[Claim]) -> Iterator[tuple[int, int]]:
    """Where in a report the sentences stand that hold the words for its main event, else those for its harm."""
    own = [m for m in members if m.report_id == told.report.id and m.role == "main"]
    at = {p.start for m in own for p in m.passages}
    if own and not at:
        harm = (c for c in claims if c.report_id == told.report.id and c.facet in _HARM)
        at = {p.start for claim in harm for p in claim.passages[:1]}
    bounds = _bounds_of_sentences(told.report.text)
    numbers = {bisect_right(bounds, position) for position in at}
    for number in sorted(numbers):
        if 0 < number < len(bounds):
            yield bounds[number - 1], bounds[number]


@lru_cache(maxsize=8)
def _bounds_of_sentences(text: str) -> tuple[int, ...]:
    """Where sentences end, with the text's own ends: a long report of many events is cut once, not for each."""
    return (0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text))
