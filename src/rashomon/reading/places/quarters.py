"""Quarters of a town that bear the name of a place far off: "the Berlin neighbourhood of" a town in Somalia."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.reading.places.renown import WELL_KNOWN
from rashomon.reading.places.surroundings import NameSpan

_QUARTER = r"(?:neighbou?rhood|quarter|suburb|slum|ward|colony|estate|(?:residential )?area|district|section)"
_OF_TOWN = re.compile(
    rf"[\"'’”»]?(?:\s+{_QUARTER})?(?:,\s*|\s+)(?:of|in)\s+(?:the\s+)?(?:[a-z-]+\s+){{0,2}}?(?:(?:city|town|capital)(?:\s+of|,)?\s+)?",
)
"""Between the name of a quarter and that of its town: "the X area of the city of Y"."""
_QUARTER_OF = re.compile(rf"\A[\"'’”»]?\s+{_QUARTER}\b")
_TOWNS = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,3}")
"""Between the name of a town and that of its quarter: "Y's crowded X district"."""
_WIDE = re.compile(r"\A[\"'’”»]?\s+(?:area|district|section)\b")
_QUARTER_KM = 40.0
_DISTRICT_KM = 150.0
"""How far from the middle of a town its quarters lie at most; its "area" or "district" may be that of a division."""


def town_of_quarter(
    text: str, spans: Sequence[NameSpan], number: int, gazetteer: Gazetteer
) -> tuple[NameSpan, float] | None:
    """The town that a name is written to be a quarter of, and how far off it may lie; None where no words say so."""
    span = spans[number]
    after = text[span.end : span.end + 30]
    if _QUARTER_OF.match(after) is None:
        return None
    town = None
    if number + 1 < len(spans) and _OF_TOWN.fullmatch(text[span.end : spans[number + 1].start]):
        town = spans[number + 1]
    elif number and _TOWNS.fullmatch(text[spans[number - 1].end : span.start]):
        town = spans[number - 1]
    if town is None or not _is_town(town, gazetteer):
        return None
    return town, _DISTRICT_KM if _WIDE.match(after) else _QUARTER_KM


def _is_town(span: NameSpan, gazetteer: Gazetteer) -> bool:
    """True for a name that is best known as that of a town large enough to have quarters."""
    best = next(iter(gazetteer.candidates(span.words)), None)
    return best is not None and best.place.kind == "populated" and best.place.population >= WELL_KNOWN
