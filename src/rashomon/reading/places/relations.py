"""How an event lies to a named place, and in what that place lies, as written beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.gazetteer import Gazetteer
from rashomon.codebook.place_names import (
    ADM1_WORDS,
    ADM2_WORDS,
    POPULATED_WORDS,
    normalised,
    without_kind_word,
)
from rashomon.model.claims import PlaceRef
from rashomon.reading.languages.en.places import (
    BACKING_AFTER,
    BEARING_OF,
    BESIDE,
    BORDER_AFTER,
    BORDER_BEFORE,
    CODED_AS,
    COMING_FROM,
    CONTAINED_IN,
    DISTANCE,
    INSPIRED_BY,
    KM_PER_MILE,
    NEAR_PHRASES,
    NUMBER_WORDS,
    OFFICE_AFTER,
    OFFICE_OF,
    ON_ROAD_OF,
    ORIGIN_AFTER,
    ORIGIN_BEFORE,
    PART_OF_LAND,
    PREPOSITIONS,
    REGION_KINDS,
    ROAD_AFTER,
    ROAD_BEFORE,
    ROAD_NAMES_AFTER,
    ROAD_OF_ONE,
    ROAD_TO,
    SPEAKING_AFTER,
    THRUST_INTO,
    TOPIC_BEFORE,
    VILLAGE_KINDS,
    compass_point,
)
from rashomon.reading.places.brackets import divisions_in_brackets
from rashomon.reading.places.chains import opens_chain
from rashomon.reading.places.not_there import TOLD_REPORTERS_IN, is_adjective, leads_away
from rashomon.reading.places.quarters import town_of_quarter
from rashomon.reading.places.renown import WELL_KNOWN, is_famous
from rashomon.reading.places.surroundings import NameSpan

_WINDOW = 70
_FAR_BACK = 150
_OPENS_CLAUSE = re.compile(r"(?:\A|[.,;:!?\"”\n]|\b(?:and|but|while|which|that))\s*\Z")
"""Before a name that is the subject of what follows."""
NEAR_KM = 60.0
"""How far off a place may lie that a text puts near another."""
INSIDE_KM = 250.0
"""How far off a place may lie that a text puts in another, be that a province."""
_TO_CONTAINER = re.compile(
    r"[\"'’”»]?(?:\s+(?:village|town|city|area|hamlet|region|camp|locality|neighbou?rhood))?(?:,\s*(?:in\s+)?(?:the\s+)?|(?:,?\s+(?:located|situated))?\s+(?:in|of)\s+(?:the\s+)?|\s*\(\s*(?:the\s+)?)"
    r"(?:(?:north|south|east|west|central)\w*\s+)?(?:(?:district|province|region|governorate|state|cercle|commune|county|department|territory|prefecture|municipality)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_ROW = re.compile(r"\s*(?:,|,?\s+and|,?\s+or)\s+(?:the\s+)?")
_LAST_WORD = re.compile(r"(?<![A-Za-z])([A-Za-z]+)\s+(?:the\s+|a\s+)?(?:[\w'’-]+\s+)??\Z")


def relation_at(text: str, spans: Sequence[NameSpan], number: int, gazetteer: Gazetteer) -> PlaceRef:
    """The place as written at a span: relation, distance, bearing and what contains it."""
    span = spans[number]
    before = text[max(0, span.start - _WINDOW) : span.start]
    words = words_with_kind(text, span)
    within = containers_of(text, spans, number, gazetteer)
    distance = _distance(before, text, span, within)
    if distance is not None:
        return distance
    if (land := _part_of_land(before, span, words, within)) is not None:
        return land
    bearing = BEARING_OF.search(before)
    if bearing and (point := compass_point(bearing["bearing"])):
        whole = before[bearing.start() :] + words
        return PlaceRef(words=whole, relation="near", bearing=point, of=words, within=within)
    return PlaceRef(
        words=words, relation=_relation(text, before, span, spans, number), of=None, within=within
    )


def words_with_kind(text: str, span: NameSpan) -> str:
    """The name with its "district" or "province", which tells the kind of place that is meant."""
    if span.kind is None or span.kind_span is None or span.kind in VILLAGE_KINDS | REGION_KINDS - {"region"}:
        return span.words
    if span.kind_span[0] >= span.end and span.kind.rstrip("s") == span.kind:
        whole = text[span.start : span.kind_span[1]]
        built = without_kind_word(whole)[1] is None  # "Timbuktu airport" is looked up as Timbuktu
        return span.words if built and span.known else whole
    if span.kind_span[1] <= span.start and span.kind in {
        "district",
        "province",
        "region",
        "governorate",
        "cercle",
    }:
        return f"{span.words} {span.kind}"
    if span.kind == "state" and text[span.kind_span[0]].islower() and span.kind_span[1] <= span.start:
        return f"{span.words} State"  # "the state of Kaduna": not its capital of that name
    return span.words


def _distance(before: str, text: str, span: NameSpan, within: tuple[str, ...]) -> PlaceRef | None:
    match = DISTANCE.search(before)
    if match is None:
        return None
    number = match["number"].lower()
    if number[0].isdigit():
        km = float(number.replace(",", "."))
    else:
        km = float(sum(NUMBER_WORDS[word] for word in re.split(r"[\s-]+", number) if word != "a"))
    if match["unit"].lower().startswith("mi"):
        km *= KM_PER_MILE
    bearing = compass_point(match["bearing"]) if match["bearing"] else None
    start = span.start - (len(before) - match.start())
    of = words_with_kind(text, span)
    return PlaceRef(
        words=text[start : span.end],
        relation="near",
        km=round(km, 2),
        bearing=bearing,
        of=of,
        within=within,
    )


def _part_of_land(before: str, span: NameSpan, words: str, within: tuple[str, ...]) -> PlaceRef | None:
    """ "northern Mali": a part of a land, which is no named place itself."""
    match = PART_OF_LAND.search(before)
    if match is None or not span.known:
        return None
    if match["bearing"][0].isupper() and not match["bearing"].lower().endswith(("ern", "central")):
        return None
    point = compass_point(match["bearing"])
    return PlaceRef(
        words=f"{match['bearing']} {words}", relation="in", bearing=point, of=words, within=within
    )


def _relation(text: str, before: str, span: NameSpan, spans: Sequence[NameSpan], number: int) -> str:
    if BORDER_BEFORE.search(before) or BORDER_AFTER.match(text, span.end):
        return "border_of"
    if CODED_AS.search(before):
        return "coded_as"
    if ROAD_TO.search(before):
        return "road_to"
    if is_adjective(text, before, span) or COMING_FROM.search(before):
        return "from"
    if leads_away(text, before, span):
        return "toward"
    if BACKING_AFTER.match(text, span.end):
        return "office_of"
    if (
        TOLD_REPORTERS_IN.search(before)
        or OFFICE_OF.search(before)
        or INSPIRED_BY.search(before)
        or OFFICE_AFTER.match(text, span.end)
    ):
        return "office_of"
    if THRUST_INTO.search(before):
        return "in"
    if _OPENS_CLAUSE.search(before) and SPEAKING_AFTER.match(text, span.end):
        return "office_of"
    if TOPIC_BEFORE.search(text, max(0, span.start - _FAR_BACK), span.start):
        return "office_of"
    if span.kind is None and ORIGIN_BEFORE.search(before) and ORIGIN_AFTER.match(text, span.end):
        return "office_of"
    if NEAR_PHRASES.search(before):
        return "near"
    if _in_pair(text, spans, number):
        return "between"
    if ROAD_NAMES_AFTER.match(text, span.end):
        return "road_to"  # "the X-Y axis", of which Y is in no gazetteer
    if ROAD_OF_ONE.match(text, span.end) and (before.endswith("-") or ON_ROAD_OF.search(before)):
        return "road_to"
    if span.kind is not None and span.kind in VILLAGE_KINDS:
        return "village_of"
    if span.kind is not None and span.kind in REGION_KINDS:
        return "region_of"
    direct = before.split()[-1:] or [""]
    if direct[0].lower() in PREPOSITIONS:
        return PREPOSITIONS[direct[0].lower()]
    word = _LAST_WORD.search(before)
    return PREPOSITIONS.get(word[1].lower(), "in") if word is not None else "in"


def _on_road(text: str, spans: Sequence[NameSpan], number: int) -> bool:
    """True for both names of "the Gao-Gossi road", "the axis Gao and Gossi"."""
    for first, second in ((number, number + 1), (number - 1, number)):
        if first < 0 or second >= len(spans):
            continue
        one, two = spans[first], spans[second]
        gap = text[one.end : two.start]
        if not re.fullmatch(r"\s?[-–—/]\s?|\s+(?:and|to)\s+", gap):
            continue
        before = text[max(0, one.start - 30) : one.start]
        if ROAD_BEFORE.search(before) or (" and" not in gap and ROAD_AFTER.match(text, two.end)):
            return True
    return False


def _in_pair(text: str, spans: Sequence[NameSpan], number: int) -> bool:
    """True for both names of "between X and Y"."""
    span = spans[number]
    if _on_road(text, spans, number):
        return True
    before = text[max(0, span.start - 20) : span.start].lower()
    if re.search(r"\bbetween\s+(?:the\s+)?(?:villages?\s+of\s+|towns?\s+of\s+)?\Z", before):
        return True
    if number and re.fullmatch(r"\s+and\s+(?:the\s+)?", text[spans[number - 1].end : span.start]):
        first = spans[number - 1]
        return bool(
            re.search(
                r"\bbetween\s+(?:the\s+)?(?:\w+s?\s+of\s+)?\Z",
                text[max(0, first.start - 30) : first.start].lower(),
            )
        )
    return False


def containers_of(text: str, spans: Sequence[NameSpan], number: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The containing places written after a name ("Andar district, Ghazni province") or before it ("Niger's X").

    Places in a row are no containers of each other: of a name that is known, one must lie in the other.
    """
    found: list[str] = []
    inner = words_with_kind(text, spans[number])
    end = _end_with_kind(spans[number])
    if bracketed := divisions_in_brackets(text, end, inner, gazetteer):
        return bracketed
    for following in spans[number + 1 : number + 4]:
        if following.start - end > _WINDOW or not _TO_CONTAINER.fullmatch(text[end : following.start]):
            break
        outer = words_with_kind(text, following)
        if outer == inner and text[end : following.start].endswith(" the "):
            break  # "the town of Orle, the Orle Water Board": told again, and in nothing
        if following.start - end <= 2 and _is_in_row(text, spans, number, gazetteer):
            break
        said = _is_said_to_contain(outer, inner) or _is_division_of_village(outer, inner, gazetteer)
        beside = "(" in text[end : following.start] and following.known and not gazetteer.knows(inner)
        chained = opens_chain(text, spans, spans.index(following), gazetteer, may_contain)
        if not (said or beside or chained or may_contain(outer, inner, gazetteer)):
            break
        found.append(outer)
        inner, end = outer, _end_with_kind(following)
    if not found and (quarter := town_of_quarter(text, spans, number, gazetteer)) is not None:
        return (words_with_kind(text, quarter[0]),)
    if number and (owner := _owner(text, spans[number - 1], spans[number])):
        if may_contain(owner, found[-1] if found else words_with_kind(text, spans[number]), gazetteer):
            found.append(owner)
    return tuple(found)


def _is_in_row(text: str, spans: Sequence[NameSpan], number: int, gazetteer: Gazetteer) -> bool:
    """True inside a row of three or more countries, or of three or more states: none contains the next.

    "Georgia, Oklahoma, Pennsylvania and Ohio" names no town of Oklahoma, Pennsylvania.
    """
    first, last = number, number
    while first > max(0, number - 4) and _ROW.fullmatch(text[spans[first - 1].end : spans[first].start]):
        first -= 1
    while last + 1 < min(len(spans), number + 5) and _ROW.fullmatch(
        text[spans[last].end : spans[last + 1].start]
    ):
        last += 1
    if last - first < 2:
        return False
    row = [gazetteer.candidates(span.words)[:6] for span in spans[first : last + 1]]
    return any(all(any(c.place.kind == kind for c in found) for found in row) for kind in ("country", "adm1"))


def _is_said_to_contain(outer: str, inner: str) -> bool:
    """True for "X district, Y province": the words leave no doubt, whatever the gazetteer knows."""
    within = without_kind_word(outer)[1]
    return within in ADM1_WORDS - {"state"} and without_kind_word(inner)[1] in ADM2_WORDS | POPULATED_WORDS


def _is_division_of_village(outer: str, inner: str, gazetteer: Gazetteer) -> bool:
    """True for "X, cercle of Y" where every place known as X is small: there is another village of the name."""
    if without_kind_word(outer)[1] not in ADM1_WORDS | ADM2_WORDS:
        return False
    known = gazetteer.candidates(inner)
    return bool(known) and all(c.place.population < WELL_KNOWN for c in known)


def place_beside(
    text: str, spans: Sequence[NameSpan], refs: Sequence[PlaceRef], number: int, gazetteer: Gazetteer
) -> tuple[str, float] | None:
    """The place that a name is written to lie near, and within how many kilometres ("X, 25 km from Y")."""
    if (quarter := town_of_quarter(text, spans, number, gazetteer)) is not None:
        return (quarter[0].words, quarter[1])
    if number + 1 >= len(spans):
        return None
    span, following = spans[number], spans[number + 1]
    ref = refs[number + 1]
    gap = text[span.end : following.start]
    if len(gap) > _WINDOW or refs[number].km is not None:
        return None  # "10 km from X near Y": what is near Y is not X
    if following.known and CONTAINED_IN.fullmatch(gap) and not is_famous(gazetteer.candidates(span.words)):
        return (ref.of or ref.words, INSIDE_KM)
    phrase = DISTANCE.search(gap) or BEARING_OF.search(gap) or NEAR_PHRASES.search(gap)
    if phrase is None or not BESIDE.fullmatch(gap[: phrase.start()]) or ref.relation == "border_of":
        return None
    reach = NEAR_KM if ref.km is None else ref.km * 1.5
    return (ref.of or ref.words, max(reach, NEAR_KM))


def may_contain(outer: str, inner: str, gazetteer: Gazetteer) -> bool:
    """True where a place of the one name lies in a division or country of the other, as far as known."""
    wider = [c.place for c in gazetteer.candidates(outer) if c.place.kind in ("country", "adm1", "adm2")]
    if not wider:
        return not gazetteer.knows(outer) and not gazetteer.knows(inner)
    known = [c.place for c in gazetteer.candidates(inner)]
    if not known:
        return True
    divisions = {(place.country_iso3, place.kind, normalised(place.name)) for place in wider}
    for place in known:
        if place.kind == "country":
            continue
        around = (("country", place.country), ("adm1", place.adm1), ("adm2", place.adm2))
        for kind, name in around:
            if name and kind != place.kind and (place.country_iso3, kind, normalised(name)) in divisions:
                return True
        if place.adm2 is None and place.kind == "populated" and place.adm1 is not None:
            # our own places have no second-order division: one of the same province may hold it
            if any(
                w.kind == "adm2" and (w.country_iso3, w.adm1) == (place.country_iso3, place.adm1)
                for w in wider
            ):
                return True
    return False


def with_containers_moved(refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Where somebody came from X, Y, he came from Y as well: containers stand as what they contain does."""
    moved = list(refs)
    for number, ref in enumerate(refs):
        if ref.relation not in {"from", "toward", "office_of"}:
            continue
        for further, words in zip(range(number + 1, len(refs)), ref.within, strict=False):
            if refs[further].words == words:
                moved[further] = replace(refs[further], relation=ref.relation)
    return moved


def with_rows_moved(text: str, spans: Sequence[NameSpan], refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """In "from X and Y" somebody came from Y as well: a name in a row lies to the event as the one before."""
    moved = list(refs)
    for number in range(1, len(refs)):
        before, gap = moved[number - 1], text[spans[number - 1].end : spans[number].start]
        if before.relation in {"from", "toward"} and moved[number].relation == "in" and _ROW.fullmatch(gap):
            moved[number] = replace(moved[number], relation=before.relation)
    return moved


def _end_with_kind(span: NameSpan) -> int:
    return max(span.end, span.kind_span[1]) if span.kind_span and span.kind_span[0] >= span.end else span.end


def _owner(text: str, owner: NameSpan, span: NameSpan) -> str | None:
    gap = text[owner.end : span.start]
    if len(gap) < 60 and re.fullmatch(r"['’]s?\s+(?:[a-z-]+\s+){0,4}", gap):
        return owner.words
    return None
