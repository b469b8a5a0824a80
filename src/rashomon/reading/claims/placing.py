"""Where a happening was that no place hangs on: the places its own sentences name, or those told just before.

Such a place is inferred and marked so. A place from or toward which somebody went places nothing, and the
day's news from a capital tells the country only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from rashomon.model.claims import Flag, PlaceRef
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.happenings.same import Happening
from rashomon.reading.material import Material
from rashomon.reading.places.toponyms import ELSEWHERE, NOT_STATED, ToponymFound

MOST_BACK = 6
"""Sentences before a happening in which its place is looked for; "there", "the village" reach no further."""

_OWN = "its own sentence names the place, not beside its word"
_BEFORE = "the last sentence before it that names a place"
_AFTER = "the next sentence that names a place"
_DATELINE = "the place the report was sent from"


def placed_by_surroundings(
    happenings: Sequence[Happening], drafts: Sequence[Draft], material: Material
) -> Iterator[Draft]:
    """A place for each happening that has none on the map, from the sentences that tell of it and around."""
    home = _home_of(material)
    on_map = {p.ref.words for part in material.sentences for p in part.places if p.place is not None}
    named = {
        part.sentence.index: [
            p
            for p in part.places
            if (p.place.country_iso3 in home if p.place is not None else not on_map.isdisjoint(p.ref.within))
        ]
        for part in material.sentences
    }
    main = next((h for h in happenings if h.role == "main"), None)
    for happening in happenings:
        own = [d for d in drafts if happening.index in d.happenings]
        if happening.role in {"background", "summary"} or not (own or happening is main):
            continue
        told_in = sorted({d.sentence for d in own} | {cue.sentence for cue in happening.cues})
        if not told_in:
            continue
        if _is_placed(own, on_map):
            found = _within_country(own, told_in, named)
            yield from (_draft(material, happening, told_in[0], place, note) for place, note in found)
            continue
        found = _in_own_sentences(told_in, named)
        if not found and (happening is main or happening.harmful):
            found = _around(told_in[0], named)
        if not found and happening is main:
            found = [(place, _DATELINE) for place in material.sent_from[:1]]
        yield from (_draft(material, happening, told_in[0], place, note) for place, note in found)


def with_joined(hung: Sequence[ToponymFound], places: Sequence[ToponymFound]) -> list[ToponymFound]:
    """The places that hang on a word, with those of the sentence written as one with them, in order."""
    starts = {place.start for place in hung}
    for before, after in pairwise(places):
        if after.joined and (before.start in starts or after.start in starts):
            starts |= {before.start, after.start}
    return [place for place in places if place.start in starts]


def _home_of(material: Material) -> frozenset[str | None]:
    """The country that most places of the report lie in: others are seldom where it happened."""
    found = [place for part in material.sentences for place in part.places] + list(material.sent_from)
    countries = Counter(p.place.country_iso3 for p in found if p.place is not None and p.place.country_iso3)
    most = max(countries.values(), default=0)
    return frozenset({None, *(iso3 for iso3, times in countries.items() if times == most)})


def _is_placed(own: Sequence[Draft], on_map: Set[str]) -> bool:
    """True where one of the drafts is a place that can be found on a map, or lies in one that can."""
    return any(
        isinstance(d.value, PlaceRef)
        and d.facet == "place"
        and (d.value.place_id is not None or not on_map.isdisjoint(d.value.within))
        for d in own
    )


_Found = list[tuple[ToponymFound, str]]


def _in_own_sentences(told_in: Sequence[int], named: Mapping[int, Sequence[ToponymFound]]) -> _Found:
    for index in told_in:
        if places := _usable(named.get(index, ())):
            return [(place, _OWN) for place in places]
    return []


def _within_country(
    own: Sequence[Draft], told_in: Sequence[int], named: Mapping[int, Sequence[ToponymFound]]
) -> _Found:
    """The places of its sentences within the country, where its own words name nothing but the country."""
    put = {d.start for d in own if d.facet == "place"}
    countries = {
        place.place.country_iso3
        for index in named
        for place in named[index]
        if place.start in put and place.place is not None and place.place.kind == "country"
    }
    if len(countries) != 1 or len({d.start for d in own if d.facet == "place"}) > 1:
        return []
    return [
        (place, note)
        for place, note in _in_own_sentences(told_in, named)
        if place.place is not None and place.place.kind != "country" and place.place.country_iso3 in countries
    ]


def _around(first: int, named: Mapping[int, Sequence[ToponymFound]]) -> _Found:
    """The places of the nearest sentence with any: before, else after."""
    for index in range(first - 1, max(-1, first - 1 - MOST_BACK), -1):
        if places := _usable(named.get(index, ())):
            return [(place, _BEFORE) for place in places]
    for index in range(first + 1, first + 1 + MOST_BACK):
        if places := _usable(named.get(index, ())):
            return [(place, _AFTER) for place in places]
    return []


def _usable(places: Sequence[ToponymFound]) -> list[ToponymFound]:
    """The places of a sentence that can be found on a map; that of an office only where there is no other."""
    known = [
        place
        for place in places
        if place.ref.relation not in ELSEWHERE and (place.place is not None or place.ref.within)
    ]
    return [place for place in known if place.ref.relation not in NOT_STATED] or known


def namesake_flags(place: ToponymFound) -> tuple[Flag, ...]:
    """What a claim says of a name whose known places are not meant, or that no place has just so."""
    if place.alike and place.place is not None:
        return (Flag(code="spelled_alike", words=place.words, note=place.place.name),)
    if not place.namesake:
        return ()
    return (Flag(code="namesake_elsewhere", words=place.words, note=place.reason),)


def _draft(material: Material, happening: Happening, sentence: int, place: ToponymFound, note: str) -> Draft:
    words = material.report.text[place.start : place.end]
    return Draft(
        facet="place",
        value=place.ref,
        start=place.start,
        end=place.end,
        sentence=sentence,
        happenings=(happening.index,),
        flags=(Flag(code="inferred_place", words=words, note=note), *namesake_flags(place)),
        salt=f"around {happening.index}",
    )
