"""The country that towns named in a report betray, where its event has no known place of its own.

"Students of the University of Bamako fought each other": the words give the fight no place, and yet it was in Mali.
"""

from __future__ import annotations

import re

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.model.events import Place

_AFTER_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|at|to|for|from|near|between|towards?|around|outside|and)\s+|\(|"
    r",\s+(?=[\w’'-]+\s+(?:region|province|state|district|governorate|prefecture|cercle|county)\b))"
    r"(?P<name>(?-i:[A-Z])[\w’'-]{3,})",
    re.I,
)
_TOWN = 5_000
"""People a town must have for its name to count: villages are called what people and things are called."""


def country_of_towns(text: str, gazetteer: Gazetteer) -> str | None:
    """The one country of all towns named in a text that lie in one country only; None where there are two."""
    names = dict.fromkeys(match["name"] for match in _AFTER_PREPOSITION.finditer(text))
    found = {iso for name in names if (iso := _only_country(gazetteer.lookup(name))) is not None}
    return found.pop() if len(found) == 1 else None


def _only_country(places: tuple[Place, ...]) -> str | None:
    countries = {place.country_iso3 for place in places}
    known = any(place.population >= _TOWN or not place.id.startswith("geonames:") for place in places)
    return countries.pop() if len(countries) == 1 and known else None
