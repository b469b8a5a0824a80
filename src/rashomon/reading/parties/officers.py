"""Whose officers "three officers" are: of the police in a report about the police, else of an army."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.reading.people.groups import Group

_POLICE = re.compile(r"\bpolice(?:m[ae]n|wom[ae]n)?\b", re.I)
_ARMY = re.compile(r"\b(?:army|soldiers?|troops?|military|marines?)\b", re.I)
_SERVING = re.compile(r"\b(?:army|military|naval|navy|marine|commissioned|intelligence|air force)\b", re.I)


class Officers:
    """Knows of one report whether its officers are police."""

    def __init__(self, text: str) -> None:
        self._of_police = len(_POLICE.findall(text)) > len(_ARMY.findall(text))

    def told(self, group: Group) -> Group:
        """The group; bare officers as police where the report speaks of police more than of soldiers."""
        bare = group.noun == "officer" and group.categories[:1] == ("soldiers",) and not group.actors
        if not (bare and self._of_police) or _SERVING.search(group.words):
            return group
        return replace(group, categories=("police",))
