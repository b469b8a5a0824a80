"""What stands around an actor's name and says whom it means: its fighters and posts, the coalition it is in.

A name that often means something else is an armed group's where its fighters, vehicles or posts are spoken of
("a Platform convoy"). A movement that split is the faction of the coalition that stands beside its name
("MAA fighters from the CMA").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from rashomon.model.events import Actor

_ARMED = (
    "fighters?|militiam[ae]n|militias?|militants?|rebels?|combatants?|insurgents?|gunm[ae]n|troops|forces|soldiers?|"
    "personnel|commanders?|spokesm[ae]n|spokesperson"
)
_PROPERTY = "convoys?|patrols?|positions?|checkpoints?|checkposts?|pick[ -]?ups?|technicals|camps?|ranks|side"
_ITS_MEN = re.compile(rf"(?:'s)? (?:{_ARMED})(?![a-z0-9])|'s men(?![a-z0-9])")
_ITS_PROPERTY = re.compile(rf"(?:'s)? (?:{_PROPERTY})(?![a-z0-9])")
_WEAK_BEFORE = re.compile(
    r"(?<![a-z0-9])(?:fighters|militiam[ae]n|combatants|gunm[ae]n|convoy|patrol) (?:of|from) (?:the )?\Z"
)
_REACH = 40
_FACTION = re.compile(r"(?P<movement>.+?)(?: \(|-)(?P<coalition>[^()]+?)\)?")


def is_armed_group(chars: str, start: int, end: int) -> bool:
    """True where fighters, vehicles or posts show a name of many meanings to be an armed group's: "PDF fighters"."""
    if _ITS_MEN.match(chars, end) is not None:
        return True
    if " " not in chars[start:end] and _ITS_PROPERTY.match(chars, end) is not None:
        return True  # "a national guard patrol" may be any country's
    return _WEAK_BEFORE.search(chars, max(0, start - _REACH), start) is not None


Found: TypeAlias = tuple[int, int, tuple[str, ...]]
"""A name in a text: where it begins and ends, and whom it can mean."""
Factions: TypeAlias = Mapping[str, Mapping[str, str]]
"""By movement and coalition: the faction of the one that is in the other."""


def find_factions(actors: Iterable[Actor]) -> Factions:
    """The factions of movements that split, as their own names tell: "MAA (CMA)", part of the CMA."""
    known = {actor.id: actor for actor in actors}
    by_name: dict[str, set[str]] = defaultdict(set)
    for actor in known.values():
        for name in actor.names:
            by_name[name.words].add(actor.id)
    factions: dict[str, dict[str, str]] = defaultdict(dict)
    for actor in known.values():
        for name in actor.names if actor.part_of in known else ():
            told = _FACTION.fullmatch(name.words)
            if told is None or actor.part_of not in by_name.get(told["coalition"], ()):
                continue
            for movement in by_name.get(told["movement"], set()) - {actor.id, actor.part_of}:
                factions[movement][str(actor.part_of)] = actor.id
    return factions


_IN = (
    r"(?:(?:who|which) (?:is|are) |both |all |(?:an? )?(?:members?|part|wing|branch|faction|component|signatory) of "
    r"|belonging to |affiliated (?:to|with) |of |from |within )"
)
_OTHER = r"(?:(?:,| and| &) [a-z][\w-]*)"
_BESIDE = re.compile(
    rf"(?: (?:{_ARMED}|members?|elements?|men))?(?:{_OTHER}{{0,2}} \({_IN}{{0,2}}|,? {_IN}{{1,2}})"
    r"(?:the )?(?:(?:ex ?-?rebels?|former rebels?|rebels?|pro-?government|armed) )?"
    r"(?:(?:coalition|alliance|movement) )?"
)
_LONGEST = 80


def told_factions(found: Sequence[Found], chars: str, factions: Factions) -> dict[int, tuple[str, ...]]:
    """By its number among the names found: the faction that a split movement is told to be; none for its coalition.

    Where one faction of a movement is told of, its bare name elsewhere in the text means that faction.
    """
    coalitions: set[int] = set()
    meant: dict[str, set[str]] = defaultdict(set)
    for place, (_, end, ids) in enumerate(found):
        own = factions.get(ids[0], {}) if len(ids) == 1 else {}
        for later, (start, _, others) in enumerate(found[place + 1 : place + 4], place + 1) if own else ():
            faction = own.get(others[0]) if len(others) == 1 else None
            if faction and start - end <= _LONGEST and _BESIDE.fullmatch(chars, end, start) is not None:
                meant[ids[0]].add(faction)
                coalitions.add(later)
                break
    only = {movement: next(iter(told)) for movement, told in meant.items() if len(told) == 1}
    said = {place: (only[ids[0]],) for place, (_, _, ids) in enumerate(found) if ids[0] in only}
    return {**said, **dict.fromkeys(coalitions, ())}
