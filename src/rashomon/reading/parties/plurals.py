"""Whom "they", "them", "all" and "both" mean where people are harmed: the counted people told of before.

"Gunmen abducted four traders. They were later killed": four. Only people with a plain number in the same
sentence or the one before are taken, and only where no others could be meant; whoever acted is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.harm.values import Frame
from rashomon.reading.people.groups import Group

_HELD = "captured"


class PluralBook:
    """The counted people of the sentence before, and of this one."""

    def __init__(self) -> None:
        self._before: tuple[Group, ...] = ()
        self._held: tuple[Group, ...] = ()
        self._sentence = -1

    def read(self, sentence: int, groups: Sequence[Group], frames: Sequence[Frame]) -> tuple[Frame, ...]:
        """The frames of a sentence, with the number and the noun of those whom a plural pronoun means."""
        if sentence != self._sentence + 1:
            self._before, self._held = (), ()
        acting = {agent.start for frame in frames for agent in frame.agents}
        held = tuple(f.victim for f in frames if f.facet == _HELD and _is_counted(f.victim))
        numbers = [f.victim for f in frames if f.victim.kind == "number" and f.victim.start not in acting]
        here = [g for g in (*groups, *numbers) if _is_counted(g) and g.start not in acting]
        found = tuple(self._resolved(frame, here, held) for frame in frames)
        self._before, self._held, self._sentence = tuple(here), held, sentence
        return found

    def _resolved(self, frame: Frame, here: Sequence[Group], held: Sequence[Group]) -> Frame:
        pronoun = frame.victim
        if pronoun.kind != "pronoun" or not pronoun.plural or frame.facet == _HELD:
            return frame
        earlier = [group for group in here if group.end <= pronoun.start]
        captives = _before(held, pronoun) or ([] if earlier else list(self._held))
        meant = _only(captives) or _only(earlier or self._before)
        if meant is None or meant.count is None:
            return frame
        victim = replace(
            pronoun,
            count=_less(meant.count, pronoun),
            categories=meant.categories,
            status=meant.status,
            actors=meant.actors,
            identification=meant.identification,
            unit=meant.unit,
            who=meant.who,
        )
        return replace(frame, victim=victim)


def _less(count: Count, pronoun: Group) -> Count:
    """The number of those meant, without whoever is left out: "all but one were killed"."""
    low = None if count.low is None else count.low - pronoun.excepted
    high = None if count.high is None else count.high - pronoun.excepted
    return replace(count, low=low, high=high, as_written=pronoun.words)


def _is_counted(group: Group) -> bool:
    count = group.count
    return (
        group.kind in {"people", "number"}
        and count is not None
        and count.low is not None
        and 1 < count.low == count.high
    )


def _before(groups: Iterable[Group], pronoun: Group) -> list[Group]:
    return [group for group in groups if group.end <= pronoun.start]


def _only(groups: Sequence[Group]) -> Group | None:
    """The one there is; None where there are several that could be meant."""
    return groups[0] if len({group.start for group in groups}) == 1 else None
