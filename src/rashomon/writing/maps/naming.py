"""Which names a map bears: the event's and the other places' first, then towns', then countries'."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.base import value
from rashomon.model.events import Place
from rashomon.writing.maps.labels import Box, Label, LabelLayer
from rashomon.writing.maps.land import Land, name_spots
from rashomon.writing.maps.viewport import Viewport

INSET = 104
"""Units of the square in the lower right corner that shows the country as a whole."""
_TEXT = 15.0
"""Size of letters for which room is kept: the size on a phone, the largest there is."""
_MARK = 7.0
"""Units around a mark that it covers."""
_MOST_TOWNS = 12


@value
class Marker:
    """A mark with its number in the list; number 1 is the event."""

    x: float
    y: float
    number: int
    name: str


@value
class Surroundings:
    """What lies around the marks, and the radius in units of where the event may lie."""

    lands: Sequence[Land]
    towns: Sequence[Place]
    spread: float | None


def name_places(
    view: Viewport, markers: Sequence[Marker], around: Surroundings
) -> tuple[tuple[Label, ...], tuple[tuple[float, float], ...]]:
    """The labels, and the dots of the towns that got one; the first marker is the event's."""
    event, *others = markers
    layer = LabelLayer(view.width, view.height)
    # The scale bar's corner and the inset's stay free.
    layer.take(60, view.height - 14, 64)
    layer.take(view.width - INSET / 2, view.height - INSET / 2, INSET / 2)
    for marker in markers:
        layer.take(marker.x, marker.y, _MARK)
    layer.beside(event.x, event.y, event.name, "event", size=_TEXT * 1.1, must=True)
    for marker in others:
        layer.beside(marker.x, marker.y, marker.name, "place", size=_TEXT)
    dots = name_towns(layer, view, markers, around.towns)
    reach = min(around.spread or 0.0, view.height / 4)
    circle = (event.x - reach, event.y - reach, event.x + reach, event.y + reach)
    name_countries(layer, view, around.lands, circle)
    return tuple(layer.labels), dots


def name_countries(layer: LabelLayer, view: Viewport, lands: Sequence[Land], avoid: Box) -> None:
    """Puts the names of countries where there is room, off what is to be avoided."""
    for land in lands:
        for x, y in name_spots(land, view):
            if layer.over(x, y, land.name.upper(), "country", size=_TEXT * 1.1, avoid=avoid):
                break


def name_towns(
    layer: LabelLayer, view: Viewport, markers: Sequence[Marker], towns: Sequence[Place]
) -> tuple[tuple[float, float], ...]:
    """Names the largest towns that find room; gives back where they are."""
    dots: list[tuple[float, float]] = []
    for town in towns:
        x, y = view.at(town.lat, town.lon)
        if len(dots) >= _MOST_TOWNS:
            break
        if town.population <= 0 or _is_marked(town, x, y, markers):
            continue
        if layer.beside(x, y, town.name, "town", size=_TEXT):
            dots.append((x, y))
    return tuple(dots)


def _is_marked(town: Place, x: float, y: float, markers: Sequence[Marker]) -> bool:
    """True for a town that is marked itself, or that has the event's name."""
    close = any(abs(marker.x - x) < _MARK and abs(marker.y - y) < _MARK for marker in markers)
    return close or any(town.name == marker.name for marker in markers[:1])
