"""Whose officers "three officers" are: those of fighters they are told among, of the police, or of an army."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from rashomon.reading.people.groups import Group

_POLICE = re.compile(r"\bpolice(?:m[ae]n|wom[ae]n)?\b", re.I)
_ARMY = re.compile(r"\b(?:army|soldiers?|troops?|military|marines?)\b", re.I)
_RANKS = frozenset("officer lieutenant captain major colonel general sergeant corporal".split())
"""Words for people of rank, whom armed groups have as well as armies."""
_AMONG = re.compile(
    r"[\s,;(–—-]*\b(?:including|among (?:them|whom)|amongst them|one of them)(?: at least)?\s+", re.I
)
_SERVING = re.compile(r"\b(?:army|military|naval|navy|marine|commissioned|intelligence|air force)\b", re.I)


class Officers:
    """Knows of one report whether its officers are police."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _of_police(self) -> bool:
        return len(_POLICE.findall(self._text)) > len(_ARMY.findall(self._text))

    def told(self, group: Group) -> Group:
        """The group; bare officers as police where the report speaks of police more than of soldiers."""
        bare = group.noun == "officer" and group.categories[:1] == ("soldiers",) and not group.actors
        if not (bare and self._of_police) or _SERVING.search(group.words):
            return group
        return replace(group, categories=("police",))

    def whole(self, group: Group, others: Sequence[Group]) -> Group | None:
        """The fighters among whom officers are told of: "six rebels of the front, *including a lieutenant*"."""
        bare = group.noun in _RANKS and group.categories[:1] == ("soldiers",) and not group.actors
        if not bare or _SERVING.search(group.words):
            return None
        before = (other for other in others if other.end <= group.start)
        return next((other for other in before if _AMONG.fullmatch(self._text, other.end, group.start)), None)
