"""Which side of an event is UCDP's side A, and who counts as a state.

One rule for the record's deaths by side and for every export that names the sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from rashomon.codebook.actors import load_registry
from rashomon.model.events import SideActor

_STATE_PREFIXES = ("state:", "forces:", "police:")


class _Side(Protocol):
    @property
    def role(self) -> str: ...
    @property
    def actors(self) -> tuple[SideActor, ...]: ...


Side = TypeVar("Side", bound=_Side)


def is_state(actor: SideActor) -> bool:
    """True for a state, for its armed forces and police, and for units of these."""
    if actor.id is None:
        return False
    return actor.id.startswith(_STATE_PREFIXES) or load_registry().is_state_actor(actor.id)


def sides_a_and_b(sides: Sequence[Side]) -> tuple[Side | None, Side | None]:
    """UCDP's side A and side B, as far as they are known.

    Side A is the belligerent side with a state, the first of them where there are several, else the first
    belligerent side. Where no more than one side is told of as fighting, a state's people who were attacked
    are a side too: soldiers shot at in their post are not civilians.
    """
    fighting = [side for side in sides if side.role == "belligerent"]
    if len(fighting) < 2 and not any(_has_state(side) for side in fighting):
        fighting += [side for side in sides if side.role == "victims" and _has_state(side)]
    ordered = sorted(fighting, key=lambda side: not _has_state(side))
    return (ordered[0] if ordered else None, ordered[1] if len(ordered) > 1 else None)


def _has_state(side: _Side) -> bool:
    return any(is_state(actor) for actor in side.actors)
