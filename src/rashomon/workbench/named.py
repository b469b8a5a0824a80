"""What a case holds of whatever its reports name, be it an actor or a place."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.codebook.place_names import normalised
from rashomon.model.base import value


@value
class Named:
    """An actor or a place. ``written``: how reports name it and how often, commonest first.

    ``claims``: ids of the claims that name it, in the order of the reports; ``events``: how many have to do with it.
    """

    id: str
    name: str
    written: tuple[tuple[str, int], ...]
    claims: tuple[str, ...]
    events: int
    folded: tuple[str, ...]
    """All it is called, for filters."""


def most_written(times: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Ways of writing a name with how often each occurs, commonest first."""
    return tuple(sorted(times.items(), key=lambda each: (-each[1], each[0])))


def folded_names(*names: str) -> tuple[str, ...]:
    """Names as filters compare them, each once."""
    return tuple(sorted({normalised(name) for name in names if name}))


def most_told(one: Named) -> tuple[int, int, str, str]:
    """Its place in an index: those of most events first, then those of most claims."""
    return -one.events, -len(one.claims), one.name.casefold(), one.id
