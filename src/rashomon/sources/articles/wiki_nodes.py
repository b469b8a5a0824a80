"""The templates, links, tags and tables of a wikitext, and the pieces that a run of it reads as.

wikitextparser finds them; its time grows with the square of how deep templates stand in each other, so
marks deeper than `DEEPEST` are taken for plain characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from rashomon.model.audit import Piece
from rashomon.sources.articles.marks import inline_pieces
from rashomon.sources.articles.nodes import Argument, Node, picture_name
from rashomon.sources.articles.template_words import template_pieces
from rashomon.sources.articles.templates import plain_name

DEEPEST = 40
_MARKS = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_NAMED = re.compile(r"\|(?P<name>(?:[^={}\[\]<>|]|<!--.*?-->)*)=", re.S)
_DROPPED_TAGS = {
    "ref": "reference", "references": "reference", "gallery": "picture", "math": "formula", "timeline": "picture",
    "imagemap": "picture", "score": "picture", "syntaxhighlight": "code", "templatestyles": "", "chem": "formula",
}  # fmt: skip
_PICTURE = re.compile(r"\s*(?:file|image|media)\s*:", re.I)
_LANGUAGE_LINK = re.compile(r"\s*[a-z]{2,3}(?:-[a-z]{2,8})?\s*:\s*\S")


class WikiTree:
    """What a wikitext is made of."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.warnings: tuple[str, ...] = ()
        self._nodes = sorted(self._find(_flattened(text)), key=lambda node: (node.start, -node.end))
        self._starts = [node.start for node in self._nodes]
        self._top = list(self._outer(0, len(text)))
        self._top_starts = [node.start for node in self._top]

    def top(self) -> list[Node]:
        """The nodes that stand in no other, in order."""
        return self._top

    def is_inside(self, place: int) -> bool:
        """True for a place within a template, link, tag, comment or table."""
        index = bisect_right(self._top_starts, place) - 1
        return index >= 0 and place < self._top[index].end

    def pieces(self, start: int, end: int, *, field: bool = False) -> Iterator[Piece]:
        """What a run of the text reads as. ``field``: it is an infobox value, whose coordinates are words."""
        position = start
        for node in self._outer(start, end):
            yield from inline_pieces(self.text, position, node.start, "wikitext")
            yield from self._node_pieces(node, field=field)
            position = node.end
        yield from inline_pieces(self.text, position, end, "wikitext")

    def _outer(self, start: int, end: int) -> Iterator[Node]:
        """The nodes wholly within a run that stand in no other one of it."""
        index = bisect_left(self._starts, start)
        while index < len(self._nodes) and self._nodes[index].start < end:
            node = self._nodes[index]
            if node.end <= end:
                yield node
                index = bisect_left(self._starts, node.end, index + 1)
            else:
                index += 1

    def _node_pieces(self, node: Node, *, field: bool) -> Iterator[Piece]:
        if node.kind == "template":
            yield from template_pieces(self, node, field=field)
        elif node.kind == "link":
            yield from self._link_pieces(node, field=field)
        elif node.kind == "label":
            label = node.arguments[0]
            yield from self.pieces(label.start, label.end, field=field)
        else:
            yield Piece(start=node.start, end=node.end, words="")

    def _link_pieces(self, node: Node, *, field: bool) -> Iterator[Piece]:
        target = self.text[node.start + 2 : node.end - 2]
        if _PICTURE.match(target):
            yield Piece(start=node.start, end=node.end, words="", image=picture_name(target))
        elif node.reason or _LANGUAGE_LINK.match(target):
            yield Piece(start=node.start, end=node.end, words="")
        else:
            bar = target.find("|")
            start = node.start + 2 + (bar + 1 if bar >= 0 else len(target) - len(target.lstrip(": ")))
            yield from self.pieces(start, node.end - 2, field=field)

    # --- what wikitextparser finds

    def _find(self, flat: str) -> Iterator[Node]:
        import wikitextparser

        parsed = wikitextparser.parse(flat)
        opened, closed = self.text.count("{{"), self.text.count("}}")
        if opened != closed:
            self.warnings += (
                f"its template braces do not match ({opened} opened, {closed} closed): "
                "some of its words may be read as markup, or markup as words",
            )
        if flat != self.text:
            self.warnings += (
                f"templates stand more than {DEEPEST} deep in each other; deeper ones are words",
            )
        for template in parsed.templates:
            yield _template(template)
        for function in [*parsed.parser_functions, *parsed.parameters]:
            yield Node(start=function.span[0], end=function.span[1], kind="function")
        for link in parsed.wikilinks:
            category = link.target.strip().lower().startswith("category:")
            start, end = link.span
            yield Node(start=start, end=end, kind="link", reason="category" if category else "")
        for tag in parsed.get_tags():
            if tag.name.lower() in _DROPPED_TAGS:
                reason = _DROPPED_TAGS[tag.name.lower()]
                yield Node(start=tag.span[0], end=tag.span[1], kind="tag", reason=reason)
        for comment in parsed.comments:
            yield Node(start=comment.span[0], end=comment.span[1], kind="comment", reason="comment")
        for table in parsed.tables:
            yield Node(start=table.span[0], end=table.span[1], kind="table", reason="table")
        for external in parsed.external_links:
            start, end = external.span
            if external.in_brackets:
                label = len(external.string) - 1 - len(external.text or "")
                argument = Argument(name="", positional=True, start=start + label, end=end - 1)
                yield Node(start=start, end=end, kind="label", arguments=(argument,))


def _template(template: Any) -> Node:
    """The node of a template; names are read here, for the parser counts all arguments anew for each."""
    arguments = []
    for argument in template.arguments:
        start, end = argument.span
        named = _NAMED.match(argument.string)
        name = _COMMENT.sub("", named.group("name")).strip() if named else ""
        opening = named.end() if named else 1
        positional = named is None or name.isdigit()
        arguments.append(Argument(name=name, positional=positional, start=start + opening, end=end))
    start, end = template.span
    return Node(
        start=start, end=end, kind="template", name=plain_name(template.name), arguments=tuple(arguments)
    )


def _flattened(text: str) -> str:
    """The text with the brackets of too deep templates and links blanked, no character moved."""
    depth = 0
    cuts: list[int] = []
    for match in _MARKS.finditer(text):
        opens = match.group() in ("{{", "[[")
        if opens:
            depth += 1
        if depth > DEEPEST:
            cuts.append(match.start())
        if not opens:
            depth = max(0, depth - 1)
    if not cuts:
        return text
    chars = list(text)
    for cut in cuts:
        chars[cut : cut + 2] = "  "
    return "".join(chars)
