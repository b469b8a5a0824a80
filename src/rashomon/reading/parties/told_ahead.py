"""People whom a headline or lead counts one by one before it tells of them: "*one* dead, *one* hurt in shooting".

Whoever is told of further down may be the one or the other, by what befell him: the dead is not the one who
was hurt, and "the other victim", "the suspect" are nobody new where one counted ahead is still untold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.harm.values import Frame
from rashomon.reading.people.groups import Group

if TYPE_CHECKING:
    from rashomon.reading.parties.someone import Someone


_FATES = {"killed", "wounded"}


class ToldAhead:
    """Those counted one by one in a sentence that tells nothing else of them."""

    def __init__(self) -> None:
        self.counted: list[Someone] = []
        self._sentence = -1

    def add(self, met: Sequence[Someone], frames: Sequence[Frame]) -> None:
        """Take note of the single victims of a sentence that tells of some dead and some hurt by number alone."""
        fates = {frame.facet for frame in frames}
        numbers = all(frame.victim.kind == "number" for frame in frames)
        if numbers and len(frames) == 2 and fates == _FATES and not any(one.is_described() for one in met):
            self.counted, self._sentence = list(met), frames[0].sentence

    def others(self, group: Group, *, dying: bool | None) -> list[Someone]:
        """Those counted ahead who are not the one told of now; ``dying`` None: whom no harm befell."""
        if group.kind == "pronoun":
            return []
        return [one for one in self.counted if one.dead != dying and not one.is_described()]

    def untold(self, *, dying: bool) -> Someone | None:
        """The one counted ahead with this fate of whom nothing was told since, if there is one."""
        fitting = (one for one in self.counted if one.dead == dying and one.sentence == self._sentence)
        return next((one for one in fitting if not one.is_described()), None)
