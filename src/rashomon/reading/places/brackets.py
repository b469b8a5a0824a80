"""The divisions that stand in brackets behind a place: "Orle (Tamba, Kessou)", smallest first."""

from __future__ import annotations

import re

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.codebook.place_names import bare_name

_BRACKET = re.compile(r"\s?\((?P<inside>[^\W\d_a-z][^()\[\]\d:;\n]{1,80})\)")
_NAME = re.compile(
    r"[^\W\d_a-z][\w'’.-]*(?:[\s-](?:[^\W\d_a-z][\w'’.-]*|de|du|des|la|le|el|al|of|and|the|district|province|region|state))*"
)
"""A name and nothing else: each word capitalised, save those that join names and those for divisions."""
_DIVISIONS = frozenset({"adm1", "adm2", "country"})
_MOST = 4


def divisions_in_brackets(text: str, end: int, name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """What a bracket behind a name says to contain it; nothing where the bracket holds anything else.

    Of a commune and its province often only the province is in the gazetteer: that one is enough, since nothing
    but places is written so. The name itself, as the seat of its commune, is left out.
    """
    match = _BRACKET.match(text, end)
    if match is None:
        return ()
    parts = tuple(part.strip() for part in re.split(r",|\s[-–/]\s", match["inside"]))
    if len(parts) > _MOST or not all(_NAME.fullmatch(part) and not _is_acronym(part) for part in parts):
        return ()
    if not any(place.kind in _DIVISIONS for part in parts for place in gazetteer.lookup(part)):
        return ()
    return tuple(part for part in parts if bare_name(part) != bare_name(name))


def _is_acronym(part: str) -> bool:
    return part.isupper() and len(part) < 6
