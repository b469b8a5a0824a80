"""Place names in a text: where they stand, how the event lies to them, which place each means.

Names come from the gazetteer, and names in no gazetteer from what stands around them ("the village of
X", "the X region", "X, Y province"). Names of people, bodies and nations are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from rashomon.codebook.country_words import countries_by_signs
from rashomon.codebook.gazetteer import Gazetteer
from rashomon.codebook.place_choice import NamedPlace, choose_places
from rashomon.codebook.place_evidence import SURELY_SAID
from rashomon.model.base import value
from rashomon.model.claims import PlaceRef
from rashomon.model.events import Place
from rashomon.model.layers import Toponym
from rashomon.reading.languages.en.peoples import land_of
from rashomon.reading.languages.en.places import DEMONYMS
from rashomon.reading.places.quarters import town_of_quarter
from rashomon.reading.places.relations import (
    place_beside,
    relation_at,
    with_containers_moved,
    with_rows_moved,
)
from rashomon.reading.places.spans import find_names, given_names
from rashomon.reading.places.surroundings import NameSpan
from rashomon.reading.sentences.parsing import Sentence

ADJECTIVE = 0.7
"""Weight of a country's adjective beside that of a place name that is sure (1)."""


ELSEWHERE = frozenset({"from", "toward"})
"""Relations of a place at which nothing happened."""

NOT_STATED = ELSEWHERE | {"office_of"}
"""Relations that put nothing there, be it that "the mayor of X" is often met in X."""


@value
class PlaceHints:
    """What is known besides the text. ``country``: ISO 3166-1 alpha-3 of the outlet's country."""

    country: str | None = None
    actor_spans: tuple[tuple[int, int], ...] = ()
    """Where names of actors stand: what is only a part of one is no place of its own."""
    actors: Mapping[str, float] = field(default_factory=dict)
    """What the actors that the report names tell of the country, by ISO code: "FAMa" is at home in Mali."""
    homes: frozenset[str] = frozenset()
    """The countries where armed groups that the report names are at home; states' forces fight abroad as well."""


@value
class ToponymFound:
    """A place name in the text: its span, the place as written, and the place it most likely means."""

    start: int
    end: int
    words: str
    ref: PlaceRef
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    score: float = 0.0
    """0 to 1: how far ahead the chosen place is of the next candidate."""
    reason: str = ""
    alike: bool = False
    """True where the place is only spelled like the words."""
    namesake: bool = False
    """True where places of the name are known, and none of them is meant."""
    joined: bool = False
    """True where it is written as one with the name before it: what contains it, or lies near it or opposite."""


def find_toponyms(
    text: str,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    *,
    language: str = "en",
    hints: PlaceHints | None = None,
) -> tuple[ToponymFound, ...]:
    """The place names of a text in order. ``place`` is None where the name is in no gazetteer."""
    hints = hints or PlaceHints()
    if language != "en":
        return ()
    spans = [
        span
        for span in find_names(text, sentences, gazetteer)
        if not any(
            start <= span.start and span.end <= end and end - start > span.end - span.start
            for start, end in hints.actor_spans
        )
    ]
    return _choose(text, spans, gazetteer, hints)


def locate_toponyms(
    text: str, stretches: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[ToponymFound, ...]:
    """The places that given stretches of a text name, in the order given, chosen as if found here.

    A stretch without a word gives a name without a place; that of a people ("Sri Lankans") gives its land.
    """
    order = sorted(set(stretches))
    names = given_names(text, order, gazetteer)
    lands = {name.words: land for name in names if (land := land_of(name.words)) is not None}
    found = dict(zip(order, _choose(text, names, gazetteer, lands=lands), strict=True))
    return tuple(found[stretch] for stretch in stretches)


def _choose(
    text: str,
    spans: Sequence[NameSpan],
    gazetteer: Gazetteer,
    hints: PlaceHints | None = None,
    lands: Mapping[str, str] | None = None,
) -> tuple[ToponymFound, ...]:
    """The places meant. ``lands``: for names of peoples those of their lands, which are looked up instead."""
    hints = hints or PlaceHints()
    refs = [relation_at(text, spans, number, gazetteer) for number in range(len(spans))]
    refs = with_rows_moved(text, spans, with_containers_moved(refs))
    named = [
        NamedPlace(
            words=(lands or {}).get(span.words) or ref.of or ref.words,
            within=ref.within,
            countries=span.countries,
            near=place_beside(text, spans, refs, number, gazetteer),
            quarter=town_of_quarter(text, spans, number, gazetteer) is not None,
            border=ref.relation == "border_of",
        )
        for number, (ref, span) in enumerate(zip(refs, spans, strict=True))
    ]
    choices = choose_places(
        named,
        gazetteer,
        country_hint=hints.country,
        countries_said=_countries_said(text, hints.actors),
        homes=hints.homes,
    )
    return tuple(
        ToponymFound(
            start=span.start,
            end=span.end,
            words=span.words,
            ref=_with_place(ref, choice.place),
            place=choice.place,
            candidates=choice.candidates,
            score=choice.score,
            reason=choice.reason,
            alike=choice.alike,
            namesake=choice.place is None and bool(choice.candidates),
            joined=number > 0 and _is_joined(refs[number - 1], named[number - 1], ref),
        )
        for number, (span, ref, choice) in enumerate(zip(spans, refs, choices, strict=True))
    )


def _is_joined(before: PlaceRef, name: NamedPlace, ref: PlaceRef) -> bool:
    """True where a name is written as one with the name before it."""
    pair = before.relation == ref.relation == "between"
    return (
        pair
        or ref.words in before.within
        or (name.near is not None and name.near[0] == (ref.of or ref.words))
    )


def _with_place(ref: PlaceRef, place: Place | None) -> PlaceRef:
    return PlaceRef(
        words=ref.words,
        relation=ref.relation,
        km=ref.km,
        bearing=ref.bearing,
        of=ref.of,
        within=ref.within,
        place_id=place.id if place is not None else None,
    )


def _countries_said(text: str, actors: Mapping[str, float]) -> dict[str, float]:
    """What adjectives of nations and actors' names tell of the country, the same country once."""
    words = {word.strip(".,;:!?\"'()’“”") for word in text.split()}
    said = {DEMONYMS[word.removesuffix("s")] for word in words if word.removesuffix("s") in DEMONYMS}
    signs = countries_by_signs(words)
    told = {iso3: max(ADJECTIVE * (iso3 in said), actors.get(iso3, 0.0)) for iso3 in sorted({*said, *actors})}
    return told | dict.fromkeys(sorted(signs), SURELY_SAID)


def make_toponym(found: ToponymFound) -> Toponym:
    """A found place name as it stands in ``places.jsonl``."""
    place = found.place
    return Toponym(
        start=found.start,
        end=found.end,
        words=found.words,
        place_id=place.id if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        country=place.country if place else None,
    )


__all__ = ["PlaceHints", "ToponymFound", "find_toponyms", "locate_toponyms", "make_toponym"]
