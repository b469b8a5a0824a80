"""Measures of places: how far the event's place is from the label's, and in which division it lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.geodesy import Point, distance_km
from rashomon.codebook.place_names import normalised
from rashomon.evaluation.answers import Answer
from rashomon.evaluation.measures import Measure, Verdict
from rashomon.evaluation.rows import Row

FACETS = frozenset({"place"})

NEAR_KM = 25.0
"""Kilometres within which an event's place counts as found."""


def measure_distance(name: str, label: Callable[[Row], Point | None], *, km: float = NEAR_KM) -> Measure:
    """The event's own place lies within so many kilometres of the label's."""

    def judge(gold: Point, row: Row, answer: Answer) -> Verdict:
        lat, lon = answer.at("place", "lat"), answer.at("place", "lon")
        away = None if lat is None or lon is None else distance_km(gold, (lat, lon))
        return Verdict(
            right=int(away is not None and away <= km),
            label=f"{gold[0]:.3f}, {gold[1]:.3f}{_named(row)}",
            ours=_show(answer, away),
            said="null" if away is None else "value",
            km=() if away is None else (away,),
        )

    return Measure(name=name, label=label, judge=judge, facets=FACETS)


def _named(row: Row) -> str:
    labels = row.data.get("labels")
    name = labels.get("location") if isinstance(labels, dict) else row.data.get("city")
    return f" ({name})" if name else ""


def _show(answer: Answer, away: float | None) -> str:
    name = answer.at("place", "name") or "no place"
    return f"{name}, without coordinates" if away is None else f"{name}, {away:.0f} km off"


def spot(row: Row) -> Point:
    """A row's coordinates, written as two fields of its labels."""
    return row.degrees("labels", "latitude"), row.degrees("labels", "longitude")


def known_spot(row: Row) -> Point | None:
    """As `spot`, of rows whose place the gazetteer has under the label's name and near it."""
    point = spot(row)
    return point if _is_known(row.words("labels", "location"), point) else None


@cache
def _is_known(name: str, point: Point) -> bool:
    found = open_gazetteer().lookup(name)
    return any(distance_km(point, (place.lat, place.lon)) <= NEAR_KM for place in found)


def measure_division(name: str, label: Callable[[Row], frozenset[str] | None], *, any_place: bool) -> Measure:
    """The first-order division: of the event's own place, or of any place of the event."""

    def judge(gold: frozenset[str], row: Row, answer: Answer) -> Verdict:  # noqa: ARG001 - as all judges
        places = answer.at("places") or [] if any_place else []
        said = [answer.at("place", "adm1"), *(place["adm1"] for place in places)]
        ours = list(dict.fromkeys(one for one in said if one))
        return Verdict(
            right=int(any(normalised(one) in gold for one in ours)),
            label=" or ".join(sorted(gold)),
            ours=", ".join(ours) or "nothing said",
            said="value" if ours else "null",
        )

    return Measure(name=name, label=label, judge=judge, facets=FACETS)


def divisions_of(iso3: str, *path: str) -> Callable[[Row], frozenset[str] | None]:
    """The divisions a row names, in every spelling that the gazetteer has one name for."""

    def label(row: Row) -> frozenset[str] | None:
        names = [str(name) for name in row.many(*path) if normalised(str(name))]
        return frozenset(form for name in names for form in _spellings(name, iso3)) or None

    return label


@cache
def _spellings(name: str, iso3: str) -> tuple[str, ...]:
    gazetteer = open_gazetteer()
    places = [*gazetteer.lookup(name), *gazetteer.lookup(f"{name} province")]
    own = [place.name for place in places if place.kind == "adm1" and place.country_iso3 == iso3]
    return tuple(dict.fromkeys(normalised(one) for one in (name, *own)))
