"""Where a happening was that no place hangs on: the places its own sentences name, or those told just before.

Such a place is inferred and marked so. A place from or toward which somebody went places nothing, and the
day's news from a capital tells the country only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.claims import Flag, PlaceRef
from rashomon.reading.drafts import Draft
from rashomon.reading.happenings import Happening
from rashomon.reading.material import Material
from rashomon.reading.places import ToponymFound

ELSEWHERE = frozenset({"from", "toward"})
"""Relations of a place at which nothing happened."""

MOST_BACK = 6
"""Sentences before a happening in which its place is looked for; "there", "the village" reach no further."""

_OWN = "its own sentence names the place, not beside its word"
_BEFORE = "the last place named before it"
_AFTER = "the first place named after it"
_DATELINE = "the place the report was sent from"


def placed_by_surroundings(
    happenings: Sequence[Happening], drafts: Sequence[Draft], material: Material
) -> Iterator[Draft]:
    """A place for each happening that has none on the map, from the sentences that tell of it and around."""
    named = {part.sentence.index: part.places for part in material.sentences}
    main = next((h for h in happenings if h.role == "main"), None)
    for happening in happenings:
        own = [d for d in drafts if happening.index in d.happenings]
        if happening.role in {"background", "summary"} or not own or _is_placed(own):
            continue
        told_in = sorted({d.sentence for d in own} | {cue.sentence for cue in happening.cues})
        found = _in_own_sentences(told_in, named)
        if not found and (happening is main or happening.harmful):
            found = _around(told_in[0], named)
        if not found and happening is main:
            found = [(place, _DATELINE) for place in material.sent_from[:1]]
        yield from (_draft(material, happening, told_in[0], place, note) for place, note in found)


def _is_placed(own: Sequence[Draft]) -> bool:
    """True where one of the drafts is a place that can be found on a map."""
    return any(
        isinstance(d.value, PlaceRef) and d.facet == "place" and (d.value.place_id or d.value.within)
        for d in own
    )


_Found = list[tuple[ToponymFound, str]]


def _in_own_sentences(told_in: Sequence[int], named: Mapping[int, Sequence[ToponymFound]]) -> _Found:
    for index in told_in:
        places = _usable(named.get(index, ()))
        if places:
            return [(place, _OWN) for place in places]
    return []


def _around(first: int, named: Mapping[int, Sequence[ToponymFound]]) -> _Found:
    """The nearest sentence with a place: before, else after."""
    for index in range(first - 1, max(-1, first - 1 - MOST_BACK), -1):
        if places := _usable(named.get(index, ())):
            return [(places[0], _BEFORE)]
    for index in range(first + 1, first + 1 + MOST_BACK):
        if places := _usable(named.get(index, ())):
            return [(places[0], _AFTER)]
    return []


def _usable(places: Sequence[ToponymFound]) -> list[ToponymFound]:
    return [
        place
        for place in places
        if place.ref.relation not in ELSEWHERE and (place.place is not None or place.ref.within)
    ]


def _draft(material: Material, happening: Happening, sentence: int, place: ToponymFound, note: str) -> Draft:
    words = material.report.text[place.start : place.end]
    return Draft(
        facet="place",
        value=place.ref,
        start=place.start,
        end=place.end,
        sentence=sentence,
        happenings=(happening.index,),
        flags=(Flag(code="inferred_place", words=words, note=note),),
        salt=f"around {happening.index}",
    )
