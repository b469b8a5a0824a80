"""Proper names that tell one happening from another: people of whom a report tells, not those who inform it.

Two reports that name the same dead man tell of one death. Names of places, bodies, outlets and officials
are left out: half the reports of a town share them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from rashomon.model.claims import Claim
from rashomon.model.report import Report

_WORD = r"(?:[A-Z][’']?[A-Z]?[a-zà-ÿ][\w’'-]*|[A-Z]\.)"
_NAME = re.compile(rf"\b{_WORD}(?:[ \t]+(?:{_WORD}|(?:al|ag|ould|bin|ben|de|el|van|von)\b))*[ \t]+{_WORD}")
_OFFICIAL = re.compile(
    r"\b(?:chief|sheriff|sgt|sergeant|lt|lieutenant|capt|captain|det|detective|deputy|spokes\w+|mayor|judge|"
    r"attorney|president|governor|gov|sen|senator|rep|dr|commissioner|superintendent|supt|trooper|maj|major|"
    r"cmdr|commander|cpl|gen|general|minister|prosecutor|coroner|reporter|by|photo|councilman|alderman|pastor|"
    r"rev|reverend|colonel|col|investigator|inspector|director|secretary|editor|writer)\.?\s+$",
    re.I,
)
_MANY = re.compile(
    r"(?:\s+\w+)?\s+(?:communit(?:y|ies)|tribes?|tribesmen|clans?|ethnic|people|militia\w*|fighters|rebels|"
    r"militants|insurgents|jihadists|group|movement|front|army|forces|troops|civilians|villagers|herders|"
    r"herdsmen|farmers|youths?)\b"
)
"""What follows the name of a body or a people: "the Beni Amer community"."""
_COMMON = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december police department dept office county city town state hospital
    center centre medical university college school church street st avenue ave road rd drive boulevard blvd
    highway lane court park news press associated media radio television tv channel rights reserved group
    inc corp company crime stoppers follow twitter facebook facebook's join read more posted updated published
    copyright image images photo getty close caption get sign video watch sheriff sheriffs sheriff's chief
    officer officers sgt lt capt det cpl detective deputy mr mrs ms north south east west central the on in at
    a an and he she his her they it this that but as for of with from after when while if no not new united
    states american national army force forces air navy marine operation district division bureau agency
    service services fire rescue emergency authorities investigators witnesses neighbors homicide unit squad
    house home apartments apartment mall store club restaurant bar hotel memorial regional general children's
    area side metro local action eyewitness morning evening star times post tribune herald journal daily
    gazette world today online report reports story stories islamic republic ministry minister government
    president council committee party federal bureau security defense defence supreme high court law
    christmas thanksgiving easter god lord jesus camp base barracks airport border village""".split()
)
_MOST_REPORTS = 12
"""Names in more reports than this are furniture of pages, unless the case is small or all of one matter."""
_MOST_SHARE = 0.005


def names_in(text: str) -> frozenset[str]:
    """The names of two words or more, lower case, without titles; officials' names left out."""
    found = set()
    for match in _NAME.finditer(text):
        if _OFFICIAL.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        if _MANY.match(text, match.end()):
            continue
        name = _bare(match.group().split())
        if name is not None:
            found.add(name)
    return frozenset(found)


def _bare(words: list[str]) -> str | None:
    """A name without initials and the common words around it; None where a common word stands inside."""
    kept = [word.strip(".,’'").lower().removesuffix("'s").removesuffix("’s") for word in words]
    if kept and _OFFICIAL.match(f"{kept[0]} "):
        return None
    while kept and kept[0] in _COMMON:
        if _OFFICIAL.match(f"{kept.pop(0)} "):
            return None
    while kept and kept[-1] in _COMMON:
        kept.pop()
    kept = [word for word in kept if len(word) > 1]
    if not 2 <= len(kept) <= 4 or any(word in _COMMON for word in kept):
        return None
    return f"{kept[0]} {kept[-1]}"


def people_in(report: Report, claims: Iterable[Claim]) -> frozenset[str]:
    """The names of a report without those of the bodies that its claims know by name."""
    parties = (party for claim in claims for party in (claim.about, claim.by) if party is not None)
    bodies = {ref.words for party in parties for ref in party.actors if ref.actor_id}
    return names_in(report.text) - names_in(" ; ".join(sorted(bodies)))


def told_names(named: Mapping[str, frozenset[str]], is_known: Callable[[str], bool]) -> frozenset[str]:
    """The names of all reports without what ``is_known`` as place or body, and without the furniture of pages."""
    counts = Counter(name for names in named.values() for name in names)
    most = max(_MOST_REPORTS, round(_MOST_SHARE * len(named)))
    return frozenset(name for name, count in counts.items() if count <= most and not is_known(name))


def shared_names(one: Iterable[str], two: Iterable[str]) -> tuple[str, ...]:
    """The names in both, as written in titles."""
    return tuple(name.title() for name in sorted(set(one) & set(two)))
