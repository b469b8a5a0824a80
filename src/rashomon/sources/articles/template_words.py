"""The pieces of one template: its own words, those of its arguments, the flag it shows."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from rashomon.model.audit import Piece
from rashomon.sources.articles.nodes import Argument, Node, picture_name
from rashomon.sources.articles.templates import FIXED, OPENING, reads_as

_NUMBER = re.compile(r"[-+~]?[\d.,/]+\Z")
_LINKS = frozenset({"to", "-", "–", "and", "by", "x", "or", "to(-)"})
_COORDINATE = re.compile(r"(?:-?\d{1,3}(?:\.\d{1,10})?|[NSEW])\Z")
_FORCES = frozenset({"army", "navy", "air force", "armed forces"})


class Tree(Protocol):
    """The wikitext that a template stands in."""

    text: str

    def pieces(self, start: int, end: int, *, field: bool = False) -> Iterator[Piece]:
        """What a run of the text reads as."""
        ...


def template_pieces(tree: Tree, node: Node, *, field: bool) -> Iterator[Piece]:
    """What a template reads as."""
    if node.name in FIXED:
        yield Piece(start=node.start, end=node.end, words=FIXED[node.name])
        return
    reading = "coordinates" if node.name in ("coord", "coords") else reads_as(node.name)
    given = [argument for argument in node.arguments if argument.positional]
    values = [tree.text[a.start : a.end].strip() for a in given]
    match reading:
        case "coordinates":
            kept = [said for said in values if _COORDINATE.match(said)] if field else []
            yield Piece(start=node.start, end=node.end, words=" ".join(kept))
        case "flag":
            yield Piece(start=node.start, end=node.end, words="", image=_flag(values))
        case "flag_and_name":
            name = _flag(values)
            words = f"{name} {node.name}" if node.name in _FORCES else name
            yield Piece(start=node.start, end=node.end, words=words, image=name)
        case "date":
            yield Piece(start=node.start, end=node.end, words=_date(values))
        case "measure":
            yield Piece(start=node.start, end=node.end, words=_measure(values))
        case "nothing":
            yield Piece(start=node.start, end=node.end, words="")
        case _:
            yield from _argument_pieces(tree, node, given, reading, field=field)


def _argument_pieces(
    tree: Tree, node: Node, given: Sequence[Argument], reading: str, *, field: bool
) -> Iterator[Piece]:
    """The words of the arguments that count, each in its own place, with what stands between them."""
    chosen = _chosen(given, reading)
    before, between, after = {"list": ("\n", "\n", "\n"), "note": (" (", " ", ")")}.get(
        reading, ("", " ", "")
    )
    position = node.start
    opening = OPENING.get(node.name, before)
    for number, argument in enumerate(chosen):
        yield Piece(start=position, end=argument.start, words=between if number else opening)
        yield from tree.pieces(argument.start, argument.end, field=field)
        position = argument.end
    yield Piece(start=position, end=node.end, words=after if chosen else "")


def _chosen(given: Sequence[Argument], reading: str) -> Sequence[Argument]:
    if reading in ("first", "note"):
        return given[:1]
    return given[-1:] if reading == "last" else given


def _flag(values: Sequence[str]) -> str:
    return picture_name(values[0]) if values else ""


def _date(values: Sequence[str]) -> str:
    """ "1 April 2018" for a template's year, month and day; its words where they are no numbers."""
    if not values or not values[0].isdigit() or not all(v.isdigit() for v in values[:3]):
        return " ".join(values[:1])
    year, *rest = (int(v) for v in values[:3])
    if not rest or not 1 <= rest[0] <= 12:
        return str(year)
    month = f"{calendar.month_name[rest[0]]} {year}"
    return f"{rest[1]} {month}" if len(rest) > 1 and 1 <= rest[1] <= 31 else month


def _measure(values: Sequence[str]) -> str:
    """ "3 km" for the number and unit that are converted, "3 to 5 km" for two."""
    words: list[str] = []
    for said in values:
        words.append(said)
        if not _NUMBER.match(said) and said.lower() not in _LINKS:
            break
    return " ".join(words)
