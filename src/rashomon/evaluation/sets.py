"""The labelled sets: what is measured on each, by name."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.evaluation.attributions import ATTRIBUTIONS
from rashomon.evaluation.casualties import (
    CAPTURED_FACETS,
    KILLED_FACETS,
    WOUNDED_FACETS,
    measure_count,
    measure_interval,
    measure_pair,
    span_label,
)
from rashomon.evaluation.days import american_day, iso_day, measure_day
from rashomon.evaluation.measures import Measure
from rashomon.evaluation.participants import ACTORS, EVENT_FOUND, measure_term
from rashomon.evaluation.rows import Row
from rashomon.evaluation.sites import divisions_of, known_spot, measure_distance, measure_division, spot
from rashomon.evaluation.templates import TEMPLATES
from rashomon.evaluation.toponyms import marked_names, measure_toponyms, without_adjectives
from rashomon.evaluation.wording import CAPTURED, INJURED, KILLED, stands_in_text
from rashomon.model.base import value


@value
class LabelledSet:
    """A labelled set: its measures, and the layers these need beside the record."""

    name: str
    about: str
    measures: tuple[Measure, ...]
    layers: frozenset[str] = frozenset()


def _count_of(*path: str, only: Callable[[Row, int], bool]) -> Callable[[Row], int | None]:
    def label(row: Row) -> int | None:
        number = row.number(*path)
        return number if only(row, number) else None

    return label


def _fatalities(name: str, only: Callable[[Row, int], bool]) -> Measure:
    return measure_count(
        name,
        _count_of("labels", "fatalities", only=only),
        ("totals", "acled", "fatalities"),
        verb=KILLED,
        facets=KILLED_FACETS,
    )


ACLED_MALI = LabelledSet(
    name="acled_mali",
    about="event notes, Mali",
    measures=(
        _fatalities("fatalities, all rows", lambda _row, _number: True),
        _fatalities("fatalities, rows with deaths", lambda _row, number: number > 0),
        _fatalities("fatalities, rows without deaths", lambda _row, number: number == 0),
        measure_day("event date", iso_day("date"), days_before=0),
        *ACTORS,
        measure_distance("place within 25 km, all rows", spot),
        measure_distance("place within 25 km, place in the gazetteer", known_spot),
        measure_term(
            "event_type", lambda row: row.words("labels", "event_type"), ("acled", "event_type"), "Battles"
        ),
        measure_term(
            "sub_event_type",
            lambda row: row.words("labels", "sub_event_type"),
            ("acled", "sub_event_type"),
            "Armed clash",
        ),
        EVENT_FOUND,
    ),
)


def _isaf(outcome: str) -> tuple[Measure, ...]:
    """Killed or captured: where the label's number stands in the text, where it does not, and all rows."""
    verb, facets = (KILLED, KILLED_FACETS) if outcome == "killed" else (CAPTURED, CAPTURED_FACETS)
    chosen: dict[str, Callable[[Row, int], bool]] = {
        "number in the text": lambda row, number: number > 0 and stands_in_text(number, row.text, verb),
        "coder's convention": lambda row, number: number > 0 and not stands_in_text(number, row.text, verb),
        "all rows > 0": lambda _row, number: number > 0,
        "all rows": lambda _row, _number: True,
    }
    answers = {
        f"min_{outcome}": ("totals", "range", outcome, "min"),
        f"{outcome}, number words by convention": ("totals", "latest", outcome),
    }
    return tuple(
        measure_count(
            f"{figure}, {name}",
            _count_of("labels", f"min_{outcome}", only=only),
            answer,
            verb=verb,
            facets=facets,
        )
        for figure, answer in answers.items()
        for name, only in chosen.items()
    )


_PROVINCES = divisions_of("AFG", "labels", "province")

ISAF = LabelledSet(
    name="isaf",
    about="press releases, Afghanistan",
    measures=(
        *_isaf("killed"),
        *_isaf("captured"),
        measure_day("start_date", iso_day("labels", "start_date"), days_before=1, start_only=True),
        measure_division("province, any place of the event", _PROVINCES, any_place=True),
        measure_division("province, the event's own place", _PROVINCES, any_place=False),
        EVENT_FOUND,
    ),
)

_KILLED_SPAN = span_label(low=("killed_min",), high=("killed_max",))
_INJURED_SPAN = span_label(low=("injured_min",), high=("injured_max",))


def _airwars(name: str, outcome: str, *, overlap: bool) -> Measure:
    killed = outcome == "killed"
    return measure_interval(
        name,
        _KILLED_SPAN if killed else _INJURED_SPAN,
        ("totals", "airwars", outcome),
        verb=KILLED if killed else INJURED,
        facets=KILLED_FACETS if killed else WOUNDED_FACETS,
        overlap=overlap,
    )


AIRWARS = LabelledSet(
    name="airwars",
    about="assessments of civilian harm, Gaza",
    measures=(
        _airwars("killed, min and max", "killed", overlap=False),
        _airwars("killed, intervals overlap", "killed", overlap=True),
        _airwars("injured, min and max", "injured", overlap=False),
        _airwars("injured, intervals overlap", "injured", overlap=True),
        EVENT_FOUND,
    ),
)

_GVA_KILLED = ("totals", "ucdp", "best")
_GVA_INJURED = ("totals", "latest", "wounded")

GVA = LabelledSet(
    name="gva",
    about="shootings, United States: the first report of each incident alone",
    measures=(
        measure_pair(
            "killed and injured",
            lambda row: (row.number("num_killed"), row.number("num_injured")),
            (_GVA_KILLED, _GVA_INJURED),
            verbs=(KILLED, INJURED),
            facets=KILLED_FACETS | WOUNDED_FACETS,
        ),
        measure_count(
            "killed", lambda row: row.number("num_killed"), _GVA_KILLED, verb=KILLED, facets=KILLED_FACETS
        ),
        measure_count(
            "injured",
            lambda row: row.number("num_injured"),
            _GVA_INJURED,
            verb=INJURED,
            facets=WOUNDED_FACETS,
        ),
        measure_day("date of the incident", american_day("date"), days_before=1),
        measure_distance("place within 25 km", lambda row: row.point("latlong")),
        EVENT_FOUND,
    ),
)

POLNEAR = LabelledSet(
    name="polnear",
    about="news articles with every attribution marked",
    measures=ATTRIBUTIONS,
    layers=frozenset({"attributions"}),
)


def _geocoding(name: str, about: str, *, key: str, first_character: int) -> LabelledSet:
    label = marked_names(key, first_character=first_character)
    return LabelledSet(
        name=name,
        about=about,
        measures=(
            measure_toponyms("span given, within 161 km", label, given=True),
            measure_toponyms("span given, names of peoples apart", without_adjectives(label), given=True),
            measure_toponyms("found by ourselves, within 161 km", label, given=False),
        ),
        layers=frozenset({"places"}),
    )


GEO_LGL = _geocoding("geo_lgl", "local news, United States mostly", key="phrase", first_character=0)
GEO_GEOVIRUS = _geocoding("geo_geovirus", "news of epidemics", key="name", first_character=1)

MUC4 = LabelledSet(name="muc4", about="news items in capitals, Latin America", measures=TEMPLATES)

_ALL = (ACLED_MALI, ISAF, AIRWARS, GVA, POLNEAR, GEO_LGL, GEO_GEOVIRUS, MUC4)

SETS: dict[str, LabelledSet] = {one.name: one for one in _ALL}
"""Name → set, in the order they are scored. A new set is a line here and its measures above."""
