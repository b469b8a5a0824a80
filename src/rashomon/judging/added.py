"""What a claim that a person added says, by its facet: a number, a place, an actor, a person, a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from rashomon.codebook.facets import RESPONSIBILITY_TERMS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.claims import ActorRef, Count, Moment, Person, PlaceRef, Term, Value

ACTOR_FACETS = frozenset({"participant", "in_liaison", "initiator", "target"})
"""Facets that say who took part; whom the claim is about is what it says."""

PERSON_FACETS = frozenset({"leader", "victim"})

TERM_FACETS = frozenset({"means", "outcome", "responsibility", "link", "kind"})
"""Facets that say a word of a vocabulary: the code has to be given, the words alone do not tell it."""


TERMS_OF: Mapping[str, Collection[str]] = {"kind": EVENT_KINDS, "responsibility": RESPONSIBILITY_TERMS}
"""Facets whose words are all known; of the others any code will do."""


def value_fields(facet: str) -> tuple[str, ...]:
    """What a person says of a claim of this facet besides its words, to give it its value.

    >>> value_fields("date")
    ('first_day', 'last_day')
    """
    if facet == "date":
        return ("first_day", "last_day")
    if facet in TERM_FACETS:
        return ("term",)
    is_by_words = facet == "place" or facet in ACTOR_FACETS or facet in PERSON_FACETS
    return () if is_by_words else ("low", "high")


def value_of_added(said: Mapping[str, Any], words: str, about: ActorRef | None) -> Value:
    """The value of an added claim that stands on these words; ``said`` are its judgement's details.

    ``first_day`` and ``last_day`` (partial ISO dates) are those of a date, ``term`` is the code of a word.
    """
    facet = said["facet"]
    if facet == "place":
        return PlaceRef(words=words)
    if facet in ACTOR_FACETS:
        return about or ActorRef(words=words)
    if facet in PERSON_FACETS:
        # Who leads an armed body acts in public; whoever suffered does not.
        return Person(words=words, private=facet == "victim")
    if facet == "date":
        first = said.get("first_day")
        grain = "day" if first else "vague"
        return Moment(start=first, end=said.get("last_day") or first, grain=grain, as_written=words)
    if facet in TERM_FACETS and said.get("term"):
        return Term(code=said["term"], words=words)
    return Count(low=said.get("low"), high=said.get("high"), as_written=words)
