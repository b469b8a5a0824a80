"""Which country's militia a people's is: "Fulani militiamen" are Mali's or Nigeria's by where the report is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.codebook.actor_matching import ActorHit
from rashomon.codebook.actor_rules import split_id
from rashomon.codebook.actors import ActorRegistry
from rashomon.reading.places.toponyms import NOT_STATED, ToponymFound

_BEYOND = NOT_STATED | {"near", "border_of"}
"""Relations of a place that may lie in another country than the event: "near the border with …"."""


def with_peoples_at_home(
    hits: Sequence[ActorHit], places: Iterable[ToponymFound], registry: ActorRegistry
) -> list[ActorHit]:
    """The hits, those of a people of several countries with the country first that the report's places lie in.

    A country that something else names ("the Malian army") stays: armed groups cross borders.
    """
    if not any(_is_open(hit) for hit in hits):
        return list(hits)
    others = {registry.country_of(hit.actor_ids[0]) for hit in hits if hit.actor_ids and not _is_open(hit)}
    there = [found.place for found in places if found.ref.relation not in _BEYOND]
    votes = Counter(place.country_iso3 for place in there if place is not None)
    return [_at_home(hit, votes, others) if _is_open(hit) else hit for hit in hits]


def _is_open(hit: ActorHit) -> bool:
    return hit.kind == "rule" and len(hit.actor_ids) > 1 and hit.actor_ids[0].startswith("militia:")


def _at_home(hit: ActorHit, votes: Counter[str | None], others: set[str | None]) -> ActorHit:
    lands = {one: parts[1] for one in hit.actor_ids if (parts := split_id(one)) is not None}
    first = lands.get(hit.actor_ids[0])
    if votes[first] or first in others:
        return hit
    return replace(hit, actor_ids=tuple(sorted(hit.actor_ids, key=lambda one: -votes[lands.get(one)])))
