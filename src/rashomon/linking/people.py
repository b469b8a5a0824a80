"""What those are whom only a noun names: a mob, a people's militia, civilians, the attackers told of before.

"Residents clashed with police": a mob. "Dinka youths raided the camp": that people's militia. "Three Imghads were
abducted": civilians. "One assailant was killed": one of those who attacked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.facets import FACETS
from rashomon.model.claims import Claim, Party

PEOPLE = "people:"
"""Before a people's name among the categories of a party."""
MILITIA = "militia:"
"""Before a people's slug among the categories of those of its people who attack others."""
MOB = "rioters"

_AND = re.compile(r"\band\b|&", re.I)
_ONE_PERSON = re.compile(r"^(?:an?|one|the)\b(?!.*\b(?:crowds?|mobs?|group)\b).*(?<!s)$", re.I)
_TOWNSPEOPLE = re.compile(
    r"\b(?:locals|residents|inhabitants|townspeople|townsfolk|neighbou?rs|citizens|passers-?by|crowds?|mobs?)\b",
    re.I,
)
_ATTACKERS = re.compile(r"\b(?:assailants?|attackers?|aggressors?|raiders?|intruders?|invaders?)\b", re.I)
_RIOTERS = re.compile(r"\b(?:rioters|looters|arsonists)\b", re.I)
_OFFICIALS = re.compile(
    r"\b(?:officials|authorities|inspectors|investigators|agents|administrators|guards)\b", re.I
)
"""Unarmed as they may be, they act for a state or an owner: what they do together is no mob's."""
_PROTESTERS = re.compile(r"\b(?:protest[eo]rs|demonstrators|marchers|strikers)\b", re.I)
_WRONGDOERS = re.compile(
    r"\b(?:thie(?:f|ves)|robbers?|burglars?|pickpockets?|criminals?|suspects?|rapists?|rustlers?|sorcerers?|witch)",
    re.I,
)
"""Those on whom a crowd or a militia takes the law into its own hands."""


def quarrelling(claims: Sequence[Claim]) -> frozenset[str]:
    """The words for unarmed people who fought others of their kind: "farmers clashed with herders"."""
    return frozenset(
        party.words
        for c in claims
        if c.facet == "participant" and c.about and c.by and _is_crowd(c.about) and _is_crowd(c.by)
        for party in (c.about, c.by)
    )


def each_its_own(claim: Claim) -> Claim:
    """The claim with either foe as one body, where the words of one name both: "Karo and Hamar fighters clashed"."""
    about, by = claim.about, claim.by
    if claim.facet != "participant" or about is None or by is None:
        return claim
    return replace(claim, about=_without(about, by), by=_without(by, about))


def _without(party: Party, foe: Party) -> Party:
    known = {ref.actor_id for ref in foe.actors}
    rest = tuple(ref for ref in party.actors if ref.actor_id not in known)
    return replace(party, actors=rest) if rest else party


def with_doers(claim: Claim, quarrel: frozenset[str], slug: Callable[[str], str | None]) -> Claim:
    """The claim with what unarmed people are who do violence together: a people's militia, else a mob.

    ``slug``: the registry's name for a people that has fighters of its own, by the people's name.
    """
    about, by = claim.about, claim.by
    if claim.facet == "initiator" and about is not None and _may_be_doers(about):
        return replace(claim, about=_as_doers(about, slug))
    if claim.facet == "participant" and about is not None and by is not None:
        militias = _as_militia(about, slug), _as_militia(by, slug)
        if None not in militias:
            return replace(claim, about=militias[0], by=militias[1])
        if by.status == "combatant":
            return replace(claim, about=_as_doers(about, slug))
        return replace(claim, by=_as_doers(by, slug)) if about.status == "combatant" else claim
    harmed = claim.facet == "target" or (claim.facet in FACETS and FACETS[claim.facet].outcome)
    if by is not None and harmed and _may_be_doers(by) and by.words not in quarrel:
        return replace(claim, by=_as_doers(by, slug))
    return claim


def with_unarmed(
    claim: Claim, bearing: Mapping[str, tuple[str, ...]], is_people: Callable[[str], bool]
) -> Claim:
    """The claim with those harmed as civilians whom only their people's name or a crowd's suspicion tells.

    ``bearing``: the peoples after whom a body of the event is named.
    """
    about = claim.about
    suffered = claim.facet == "target" or (claim.facet in FACETS and FACETS[claim.facet].outcome)
    if about is None or about.actors or not suffered:
        return claim
    if claim.by is not None and MOB in claim.by.categories and _WRONGDOERS.search(about.words):
        return replace(claim, about=replace(about, status="civilian"))
    named = [category for category in about.categories if category.startswith(PEOPLE)]
    if about.status != "unknown" or not named or set(named) & set(bearing):
        return claim
    if not all(is_people(category.removeprefix(PEOPLE)) for category in named):
        return claim
    return replace(claim, about=replace(about, status="civilian"))


def are_attackers(party: Party) -> bool:
    """True for words that name people by their attack alone: "two assailants", "the raiders"."""
    return (
        not party.actors
        and party.identification != "unidentified"
        and _ATTACKERS.search(party.words) is not None
    )


def are_protesters(party: Party) -> bool:
    """True for several who protest: whom police fire at in a march are more than civilians."""
    return not party.actors and _PROTESTERS.search(party.words) is not None


def _is_crowd(party: Party) -> bool:
    if not party.actors and party.status != "combatant" and _RIOTERS.search(party.words):
        return True  # "unidentified rioters" are unknown as persons, not as armed men
    if party.actors or party.identification == "unidentified" or _ONE_PERSON.match(party.words):
        return False
    if _OFFICIALS.search(party.words):
        return False
    return party.status == "civilian" or (
        party.status == "unknown" and _TOWNSPEOPLE.search(party.words) is not None
    )


def _is_people(party: Party) -> bool:
    """True for those of whom their people is said, no name and no office: "alleged Fulanis", "Twa fighters"."""
    return (
        not party.actors
        and party.identification != "unidentified"
        and (party.status == "unknown" or party.categories[:1] == ("militants",))
        and any(category.startswith(PEOPLE) for category in party.categories)
    )


def _may_be_doers(party: Party) -> bool:
    return _is_crowd(party) or _is_people(party)


def _as_doers(party: Party, slug: Callable[[str], str | None]) -> Party:
    return _as_militia(party, slug) or (_as_mob(party) if _is_crowd(party) else party)


def _as_militia(party: Party, slug: Callable[[str], str | None]) -> Party | None:
    """Several of a people as those of it who fight; None where they are one person, or of no known people."""
    if not _may_be_doers(party):
        return None
    named = (slug(c.removeprefix(PEOPLE)) for c in party.categories if c.startswith(PEOPLE))
    own = tuple(dict.fromkeys(filter(None, named)))
    if not own:
        return None
    several = own if _AND.search(party.words) else own[:1]  # "the Karo and Hamar communities" are two
    militias = tuple(f"{MILITIA}{one}" for one in several)
    return replace(party, status="combatant", categories=(*militias, *party.categories))


def _as_mob(party: Party) -> Party:
    return replace(party, status="civilian", categories=(MOB, *party.categories))
