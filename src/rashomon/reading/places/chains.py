"""Names in a row that contain each other: "Morley, Alberta, Canada", "Taquara, Rio de Janeiro, Brazil"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.reading.places.surroundings import NameSpan

_DIVISIONS = frozenset({"country", "adm1"})


def opens_chain(
    text: str,
    spans: Sequence[NameSpan],
    number: int,
    gazetteer: Gazetteer,
    may_contain: Callable[[str, str, Gazetteer], bool],
) -> bool:
    """True for the middle name of three, set off by commas, whose last is the land or division of the middle one.

    What stands before it lies in it then, though the gazetteer knows no such place there: nobody names a town of
    another land so. Not for the last of a row with "and".
    """
    if number == 0 or number + 1 >= len(spans):
        return False
    before, middle, last = spans[number - 1 : number + 2]
    gaps = text[before.end : middle.start], text[middle.end : last.start]
    if gaps != (", ", ", "):
        return False
    best = next(iter(gazetteer.candidates(last.words)), None)
    return (
        best is not None
        and best.place.kind in _DIVISIONS
        and may_contain(last.words, middle.words, gazetteer)
    )
