"""How well known the places of a name are: enough to be meant where nothing else speaks for a place."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.codebook.gazetteer import Candidate

WELL_KNOWN = 15_000
"""Inhabitants from which a name is a place wherever it stands capitalised, if nothing speaks against it."""


def is_famous(found: Sequence[Candidate]) -> bool:
    """True where the best known place of the name is a country, a region, a division or a large town."""
    for candidate in found[:3]:
        place = candidate.place
        if place.kind in ("country", "region"):
            return True
        if candidate.own and (
            place.kind == "adm1" or place.population >= 20 * WELL_KNOWN or candidate.capital
        ):
            return True
    return False


def is_well_known(found: Sequence[Candidate]) -> bool:
    """True where one of the places of the name is large enough to be named alone."""
    return any(c.own and c.place.population >= WELL_KNOWN for c in found)


def is_well_known_alias(found: Sequence[Candidate]) -> bool:
    """True where a town of many bears the name, be it by another spelling."""
    return any(c.place.kind == "populated" and c.place.population >= 5 * WELL_KNOWN for c in found[:2])


def is_only_acronym(word: str, found: Sequence[Candidate]) -> bool:
    """True for "Fata" in small letters, where the letters stand for the four words of a land's name."""
    if len(word) <= 2 or not found or found[0].own:
        return False
    return "".join(part[0] for part in found[0].place.name.split()).upper() == word.upper()


def is_country(found: Sequence[Candidate]) -> bool:
    """True where the best known place of the name is a country."""
    return bool(found) and found[0].place.kind == "country"
