"""Names offered while somebody types one: the actors of the registry that are called so."""

from __future__ import annotations

from functools import cache

from rashomon.codebook.actors import load_registry
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Visit

_MOST = 12
_FIELDS = ("q", "about", "by", "speaker", "means")
"""The fields that ask: a script sends what stands in the field under its own name."""


def show_names(visit: Visit) -> Shown:
    """The actors whose name or id begins with the words, then those that hold them."""
    words = next((said for name in _FIELDS if (said := visit.asked(name))), "")[:80]
    return Shown(
        template="names.html.j2",
        data={"q": words, "actors": [{"id": i, "name": name} for i, name in find_actors(words)]},
    )


def find_actors(words: str) -> list[tuple[str, str]]:
    """Ids and names of the actors that some words may mean, the likeliest first."""
    folded = words.casefold()
    if len(folded) < 2:
        return []
    registry = load_registry()
    meant = registry.ids_for(words)
    known = [(actor_id, registry.name(actor_id)) for actor_id in meant]
    begin = [(i, name) for i, name, said in _named() if any(one.startswith(folded) for one in said)]
    hold = [(i, name) for i, name, said in _named() if any(folded in one for one in said)]
    return list(dict.fromkeys([*known, *begin, *hold]))[:_MOST]


@cache
def _named() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Of each actor of the registry the id, the name for readers, and all it is called, in lower case."""
    registry = load_registry()
    return tuple(
        (
            actor_id,
            registry.name(actor_id),
            (actor_id.casefold(), *(name.words.casefold() for name in registry.get(actor_id).names)),
        )
        for actor_id in sorted(registry)
    )
