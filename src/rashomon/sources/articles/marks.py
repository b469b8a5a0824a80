"""Inline marks of a text as pieces: bold, tags, entities, list bullets, line ends, picture residue.

Each run of the text becomes a piece that says how it reads; together the pieces cover the run they were
made from, so that a place in the reading copy leads back to its place in the article.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from rashomon.model.audit import ArticlePart, Piece

_RESIDUE = (
    r"(?:(?:border|frameless|frame|thumb|left|right|center|none)\|){1,4}\d{1,4}(?:x\d{1,4})?px"
    r"|(?<![\w|])\d{1,4}(?:x\d{1,4})?px(?!\w)"
)
_PLAIN = re.compile(
    rf"""
      (?P<image>{_RESIDUE})
    | (?P<line>\r\n|\r)
    """,
    re.VERBOSE,
)
_WIKI = re.compile(
    rf"""
      (?P<drop>'{{2,5}}|__[A-Z]{{3,30}}__|<!--|-->|</?(?!br\b|p\b|li\b|div\b|tr\b|td\b|hr\b)[A-Za-z][^<>\n]{{0,300}}>)
    | (?P<break></?(?:br|p|li|div|tr|td|hr)\b[^<>\n]{{0,100}}>)
    | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
    | (?P<image>{_RESIDUE})
    | (?P<bullet>(?:^|(?<=\n))[ \t]*[*\#:;]{{1,10}}[ \t]*)
    | (?P<line>\r\n|\r)
    """,
    re.VERBOSE,
)
_MARKDOWN = re.compile(
    rf"""
      (?P<drop>\*{{1,3}}(?=\S)|(?<=\S)\*{{1,3}}|\[\^[^\]\s]{{1,40}}\]|`|\\(?=[~*_\[\]()\#`>.!|-]))
    | (?P<entity>&(?:\#\d{{1,7}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
    | (?P<image>{_RESIDUE})
    | (?P<bullet>(?:^|(?<=\n))[ \t]*(?:[*+-]|\d{{1,2}}\.)[ \t]+)
    | (?P<note>\[\d{{1,3}}\](?:\[\d{{1,3}}\])*)
    | (?P<line>\r\n|\r)
    """,
    re.VERBOSE,
)
GRAMMARS = {"plain": _PLAIN, "wikitext": _WIKI, "markdown": _MARKDOWN}


def inline_pieces(text: str, start: int, end: int, grammar: str = "plain") -> Iterator[Piece]:
    """The pieces of a run whose marks are those of a grammar; they cover it without gaps."""
    position = start
    for match in GRAMMARS[grammar].finditer(text, start, end):
        if match.start() > position:
            yield Piece(start=position, end=match.start(), words=text[position : match.start()])
        yield _piece(match)
        position = match.end()
    if position < end:
        yield Piece(start=position, end=end, words=text[position:end])


def _piece(match: re.Match[str]) -> Piece:
    start, end = match.span()
    match match.lastgroup:
        case "break" | "line":
            return Piece(start=start, end=end, words="\n")
        case "bullet":
            return Piece(start=start, end=end, words="\n")
        case "entity":
            return Piece(start=start, end=end, words=html.unescape(match.group()).replace("\xa0", " "))
        case "image":
            return Piece(start=start, end=end, words="", image="")
        case _:
            return Piece(start=start, end=end, words="")


def make_part(where: str, kind: str, start: int, end: int, pieces: Iterator[Piece]) -> ArticlePart:
    """A part of an article with its pieces, from the first that shows something to the last."""
    kept = [piece for piece in pieces if piece.words or piece.image is not None]
    shown = [piece for piece in kept if piece.words.strip() or piece.image is not None]
    if shown:
        start, end = max(start, shown[0].start), min(end, shown[-1].end)
    return ArticlePart(
        where=where,
        kind="field" if kind == "field" else "prose",
        start=start,
        end=end,
        pieces=tuple(kept),
    )
