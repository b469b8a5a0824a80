"""The layers beside the claims as lines of JSON: attributions, places, times."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rashomon.errors import SettingError
from rashomon.model.layers import QuoteTriple, Reading, Span, TimeExpression, Toponym
from rashomon.model.report import Report


def _span(thing: Span | Toponym | TimeExpression) -> dict[str, Any]:
    return {"start": thing.start, "end": thing.end, "words": thing.words}


def _attribution_rows(triples: Iterable[QuoteTriple]) -> Iterator[dict[str, Any]]:
    for triple in triples:
        yield {
            "source": _span(triple.source) if triple.source else None,
            "cue": _span(triple.cue) if triple.cue else None,
            "content": [_span(part) for part in triple.content],
            "nested": list(_attribution_rows(triple.nested)),
        }


def _place_rows(places: Iterable[Toponym]) -> Iterator[dict[str, Any]]:
    for place in places:
        number = (place.place_id or "").removeprefix("geonames:")
        yield {
            "span": _span(place),
            "lat": place.lat,
            "lon": place.lon,
            "id": place.place_id,
            "geonames_id": int(number) if number.isascii() and number.isdigit() else None,
            "country": place.country,
        }


def _time_rows(times: Iterable[TimeExpression]) -> Iterator[dict[str, Any]]:
    for time in times:
        yield {
            "span": _span(time),
            "start": time.moment.start,
            "end": time.moment.end,
            "grain": time.moment.grain,
            "clock": time.moment.clock,
            "anchored_on": time.moment.anchored_on,
        }


LAYERS: dict[str, Callable[[Reading], Iterator[dict[str, Any]]]] = {
    "attributions": lambda reading: _attribution_rows(reading.attributions),
    "places": lambda reading: _place_rows(reading.places),
    "times": lambda reading: _time_rows(reading.times),
}
"""Layer → its rows in one reading; each becomes ``<layer>.jsonl``."""


def read_layer_names(said: str) -> frozenset[str]:
    """The layers named in a list with commas. Raises SettingError naming those there are not."""
    names = {name.strip() for name in said.split(",") if name.strip()}
    unknown = sorted(names - LAYERS.keys())
    if unknown:
        raise SettingError(f"there is no layer {', '.join(unknown)}. Layers: {', '.join(LAYERS)}.")
    return frozenset(names)


def write_layer(name: str, report: Report, reading: Reading) -> str:
    """The lines of one layer of one report."""
    rows = ({"source_ref": report.source_ref} | row for row in LAYERS[name](reading))
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
