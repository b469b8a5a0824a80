"""The infobox table of an encyclopedia's page as fields: labels beside their values, or above two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.sources.articles.fields import field_name
from rashomon.sources.articles.nodes import picture_name
from rashomon.sources.html import drop

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINES = frozenset({"br", "li", "p", "div", "hr", "ul", "ol", "dd", "tr"})
_DROPPED = frozenset({"style", "script", "sup"})
_PICTURE = re.compile(r"(?:.*/)?(?:\d+px-)?(?P<name>[^/?#]{1,120})")
_BLANK = re.compile(r"[ \t\r\n\xa0]+")
_SIDED = frozenset({"combatant", "commander", "strength", "casualties", "units"})
_LONGEST_LABEL = 80


@value
class Run:
    """Some words of a cell, or a picture in it."""

    words: str
    image: str | None = None


@value
class BoxField:
    """A field: its one name, its label as printed, the runs of its value."""

    name: str
    label: str
    runs: tuple[Run, ...]


def read_boxes(tree: HtmlElement) -> Iterator[BoxField]:
    """The fields of all infobox tables of a page, which are taken out of it."""
    boxes = [
        table
        for table in tree.iter("table")
        if "infobox" in (table.get("class") or "")[:400].lower()
        and not any("infobox" in (t.get("class") or "").lower() for t in table.iterancestors("table"))
    ]
    for box in boxes:
        yield from _read_box(box)
        drop(box)


def _read_box(box: HtmlElement) -> Iterator[BoxField]:
    label = ""
    for row in box.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("th", "td") and not _holds_table(cell)]
        heads = [cell for cell in cells if cell.tag == "th"]
        values = [cell for cell in cells if cell.tag == "td"]
        if heads and not values:
            label = _label(heads[0])
        elif heads:
            yield from _field(_label(heads[0]), "", values[0])
        elif label:
            yield from _columns(label, values)


def _holds_table(cell: HtmlElement) -> bool:
    return next(cell.iter("table"), None) is not None


def _columns(label: str, cells: list[HtmlElement]) -> Iterator[BoxField]:
    sided = field_name(label) in _SIDED
    for number, cell in enumerate(cells, start=1):
        yield from _field(label, str(number) if sided else "", cell)


def _field(label: str, side: str, cell: HtmlElement) -> Iterator[BoxField]:
    name = field_name(label)
    runs = tuple(_tidy(_runs(cell)))
    if name and any(run.words.strip() for run in runs):
        yield BoxField(name=f"{name}{side}", label=f"{label} {side}".strip(), runs=runs)


def _label(cell: HtmlElement) -> str:
    return " ".join("".join(run.words for run in _tidy(_runs(cell))).split())[:_LONGEST_LABEL]


def _runs(element: HtmlElement) -> Iterator[Run]:
    """The words and pictures of an element in order, a line end where a line, entry or block begins or ends."""
    if element.text:
        yield Run(words=_BLANK.sub(" ", element.text))
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _DROPPED:
            if child.tag == "img":
                yield Run(words="", image=_picture(child))
            else:
                yield from _within(child)
        if child.tail:
            yield Run(words=_BLANK.sub(" ", child.tail))


def _within(child: HtmlElement) -> Iterator[Run]:
    line = child.tag in _LINES
    if line:
        yield Run(words="\n")
    yield from _runs(child)
    if line and child.tag != "br":
        yield Run(words="\n")


def _picture(image: HtmlElement) -> str:
    """Whose flag an image shows: by its file, else by its description."""
    match = _PICTURE.match((image.get("src") or "")[:2000])
    name = match.group("name").replace("_", " ").replace("%20", " ") if match else ""
    return picture_name(name) or picture_name((image.get("alt") or "")[:100])


def _tidy(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs without line ends and blanks that follow others, or open the cell."""
    last = "\n"
    for run in runs:
        if run.image is not None:
            yield run
            continue
        words = run.words
        if last in ("\n", " "):
            words = words.lstrip(" ")
        if words == "\n" and last == "\n":
            continue
        if words:
            yield Run(words=words)
            last = words[-1]
