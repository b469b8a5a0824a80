"""The English names of divisions, as English texts and event data print them.

Loaded by the build hook by its path, as `place_names` is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

_ENGLISH = re.compile(
    r"(?P<stem>.+?)\s+(?:Province|Region|Governorate|State|Oblast|oblast|County|Parish|Cercle|District|"
    r"Department|Prefecture|Wilaya|Canton|Voivodeship|Krai|Emirate|Municipality|Sheng)\Z"
)
_OF = re.compile(r"(?:Cercle|Province|Région|Département|Obshtina)\s?(?:de|du|d[’'])?\s?(?P<stem>.+)\Z")
_KEPT = frozenset({"Free", "Capital", "Central", "National"})
"""What no one calls a division without its "State", "Region" …."""
_TRANSLITERATION = frozenset("\u0304\u0323\u0331\u0327\u0330\u0306")
"""Combining macron, dots and lines below …: marks of a transliteration, which English leaves off."""


def english_name(name: str, aliases: Iterable[str], normalised: Callable[[str], str]) -> str:
    """The common English name of a division, without the words Province, Region, Governorate …."""
    latin = [alias for alias in aliases if alias and ord(max(alias)) < 0x2100]
    stems = [m["stem"] for alias in latin if (m := _ENGLISH.match(alias)) and m["stem"] not in _KEPT]
    for stem in stems:
        if stem in latin:
            return _plain(stem)
    native = _ENGLISH.match(name) or _OF.match(name)
    if native and native["stem"] not in _KEPT:
        return _plain(native["stem"])
    near = [stem for stem in stems if normalised(stem) != normalised(name)]
    odd = name != _plain(name) or name.casefold().endswith(" oblast")
    return _plain(near[0] if near and odd else name)


def _plain(words: str) -> str:
    """The words as English prints them: é and ü stay, macrons and half rings go."""
    kept = []
    for character in re.sub("[’‘ʻʼʿʾ]", "'", words):
        parts = unicodedata.normalize("NFD", character)
        foreign = ord(character) > 0xFF and any(mark in _TRANSLITERATION for mark in parts[1:])
        kept.append(parts[0] if foreign else character)
    return "".join(kept).strip(" '")


PROVINCE_MARKS = {
    "Alberta": "Alta.",
    "British Columbia": "B.C.",
    "Manitoba": "Man.",
    "New Brunswick": "N.B.",
    "Newfoundland and Labrador": "N.L.",
    "Nova Scotia": "N.S.",
    "Ontario": "Ont.",
    "Prince Edward Island": "P.E.I.",
    "Quebec": "Que.",
    "Saskatchewan": "Sask.",
}
"""What newspapers write for a Canadian province after a town's name."""

STATE_MARKS = {
    "Alabama": "Ala.",
    "Arizona": "Ariz.",
    "Arkansas": "Ark.",
    "California": "Calif.",
    "Colorado": "Colo.",
    "Connecticut": "Conn.",
    "Delaware": "Del.",
    "Florida": "Fla.",
    "Georgia": "Ga.",
    "Illinois": "Ill.",
    "Indiana": "Ind.",
    "Kansas": "Kan.",
    "Kentucky": "Ky.",
    "Louisiana": "La.",
    "Maryland": "Md.",
    "Massachusetts": "Mass.",
    "Michigan": "Mich.",
    "Minnesota": "Minn.",
    "Mississippi": "Miss.",
    "Missouri": "Mo.",
    "Montana": "Mont.",
    "Nebraska": "Neb.",
    "Nevada": "Nev.",
    "New Hampshire": "N.H.",
    "New Jersey": "N.J.",
    "New Mexico": "N.M.",
    "New York": "N.Y.",
    "North Carolina": "N.C.",
    "North Dakota": "N.D.",
    "Oklahoma": "Okla.",
    "Oregon": "Ore.",
    "Pennsylvania": "Pa.",
    "Rhode Island": "R.I.",
    "South Carolina": "S.C.",
    "South Dakota": "S.D.",
    "Tennessee": "Tenn.",
    "Texas": "Tex.",
    "Vermont": "Vt.",
    "Virginia": "Va.",
    "Washington": "Wash.",
    "West Virginia": "W.Va.",
    "Wisconsin": "Wis.",
    "Wyoming": "Wyo.",
}
"""What newspapers write for a state after a town's name."""
