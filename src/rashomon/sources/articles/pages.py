"""Web pages: the infobox table as fields, the rest as sections, by trafilatura where it finds a main text.

The text of such an article is what was taken out of the page: a line for each field, a heading before each
section. All offsets count in it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.errors import ReportError
from rashomon.model.audit import ArticlePart, Piece
from rashomon.sources.articles.assembling import ArticleDraft, ArticleSource
from rashomon.sources.articles.fields import HIDDEN
from rashomon.sources.articles.page_box import BoxField, Run, read_boxes
from rashomon.sources.articles.sections import LEAD, Headings, is_apparatus
from rashomon.sources.html import drop, parse_page, prune, read_page_metadata
from rashomon.sources.metadata import mend_surrogates, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NO_PROSE = (
    "reference", "mw-editsection", "noprint", "navbox", "reflist", "mw-references-wrap", "hatnote", "toc", "metadata",
    "mw-cite-backlink", "catlinks", "printfooter", "sidebar", "vertical-navbox", "mw-empty-elt", "thumb",
    "shortdescription",
)  # fmt: skip
_BLOCKS = frozenset({"p", "li", "dd", "blockquote", "pre", "item", "quote", "dt"})
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6", "head"})
_ENOUGH = 0.6
"""Where trafilatura keeps less of the paragraphs' words than this share, the paragraphs themselves are read."""


def draft_page(source: ArticleSource) -> ArticleDraft:
    """The fields and sections of a page. Raises `ReportError` where it has no content."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    page = source.text.replace("\r\n", "\n").replace("\0", " ")
    tree = parse_page(page)
    metadata, _ = read_page_metadata(tree, page)
    boxes = list(read_boxes(tree))
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and _is_no_prose(element):
            drop(element)
    left_out = tuple(prune(tree))
    blocks, extractor = _blocks(tree)
    writer = _Writer()
    for field in boxes:
        writer.field(field)
    for heading, level, words in blocks:
        writer.block(heading, level, words)
    text, parts = writer.finish()
    if not text.strip():
        raise ReportError(f"{source.locator}: the page has no words of its own")
    return ArticleDraft(
        text=text,
        parts=parts,
        title=_title(tree) or metadata.title,
        page=metadata,
        set_aside=left_out,
        extractor=extractor,
    )


def _is_no_prose(element: HtmlElement) -> bool:
    classes = (element.get("class") or "")[:400].lower().split()
    if any(name in _NO_PROSE for name in classes):
        return element.tag not in {"body", "html", "main", "article"}
    return element.tag in {"table", "style", "script", "figure"} and "layout" not in classes


def _title(tree: HtmlElement) -> str | None:
    heading = next(tree.iter("h1"), None)
    return one_line(_words(heading))[:300] or None if heading is not None else None


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _blocks(tree: HtmlElement) -> tuple[list[tuple[str, int, str]], str]:
    """Headings and paragraphs in order: (heading, its level, "") or ("", 0, words)."""
    import trafilatura
    from lxml import etree, html

    own = list(_walk(tree))
    found = trafilatura.extract(
        html.tostring(tree, encoding="unicode"),
        output_format="xml",
        include_comments=False,
        include_tables=False,
        favor_recall=True,
    )
    if found:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
        main = etree.fromstring(found.encode("utf-8"), parser=parser)
        blocks = list(_walk(main)) if main is not None else []
        if _length(blocks) >= _ENOUGH * _length(own):
            return blocks, f"trafilatura {trafilatura.__version__}"
    return own, "paragraphs"


def _length(blocks: list[tuple[str, int, str]]) -> int:
    return sum(len(words) for _, _, words in blocks)


def _walk(tree: HtmlElement) -> Iterator[tuple[str, int, str]]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _HEADS:
            rank = element.get("rend") or element.tag
            level = int(rank[1]) if len(rank) == 2 and rank[1].isdigit() else 2
            if words := _words(element):
                yield words, level, ""
        elif element.tag in _BLOCKS and next(element.iterancestors(*_BLOCKS), None) is None:
            if words := _words(element):
                yield "", 0, words


class _Writer:
    """Writes the text of an article and keeps where its parts stand."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._parts: list[ArticlePart] = []
        self._headings = Headings()
        self._open: list[Piece] = []

    def _put(self, words: str) -> tuple[int, int]:
        start = self._length
        self._text.append(words)
        self._length += len(words)
        return start, self._length

    def field(self, field: BoxField) -> None:
        """A line for one field of the infobox."""
        if field.name in HIDDEN:
            return
        self._put(f"{field.label}: ")
        pieces = [self._piece(run) for run in field.runs]
        self._parts.append(_part(f"infobox.{field.name}", "field", pieces))
        self._put("\n")

    def _piece(self, run: Run) -> Piece:
        start, end = self._put(mend_surrogates(run.words))
        return Piece(start=start, end=end, words=mend_surrogates(run.words), image=run.image)

    def block(self, heading: str, level: int, words: str) -> None:
        """A heading, or a paragraph under the last one."""
        if heading:
            self._close()
            if level > 1:
                self._headings.enter(level, heading)
            self._put(f"\n{heading}\n")
        elif is_apparatus(self._headings.all):
            self._put(f"{words}\n")
        else:
            if self._open:
                start, end = self._put("\n\n")
                self._open.append(Piece(start=start, end=end, words="\n\n"))
            start, end = self._put(mend_surrogates(words))
            self._open.append(Piece(start=start, end=end, words=mend_surrogates(words)))

    def _close(self) -> None:
        if self._open:
            self._parts.append(_part(self._headings.where or LEAD, "prose", self._open))
            self._open = []
            self._put("\n")

    def finish(self) -> tuple[str, tuple[ArticlePart, ...]]:
        """The text and its parts."""
        self._close()
        return "".join(self._text), tuple(self._parts)


def _part(where: str, kind: str, pieces: list[Piece]) -> ArticlePart:
    return ArticlePart(
        where=where,
        kind="field" if kind == "field" else "prose",
        start=pieces[0].start,
        end=pieces[-1].end,
        pieces=tuple(pieces),
    )
