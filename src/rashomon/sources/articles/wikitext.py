"""Wikitext: infobox parameters and sections, with templates read for their words and never expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.errors import ReportError
from rashomon.model.audit import ArticlePart
from rashomon.model.report import SetAside
from rashomon.sources.articles.assembling import ArticleDraft, ArticleSource
from rashomon.sources.articles.fields import HIDDEN, field_name
from rashomon.sources.articles.marks import make_part
from rashomon.sources.articles.nodes import Argument
from rashomon.sources.articles.sections import LEAD, Headings, is_apparatus
from rashomon.sources.articles.wiki_nodes import WikiTree

_HEADING = re.compile(r"^(?P<marks>={1,6})(?P<words>[^\n]{1,300}?)(?P=marks)[ \t\r]*$", re.M)
_REDIRECT = re.compile(r"\s*#redirect\s*:?\s*\[\[(?P<to>[^\]\n|]{1,300})", re.I)
_TITLES = ("conflict", "name", "title", "event_name", "battle_name")


def draft_wikitext(source: ArticleSource) -> ArticleDraft:
    """The infobox and the sections of an article in wikitext."""
    redirect = _REDIRECT.match(source.text)
    if redirect is not None:
        raise ReportError(
            f"{source.locator}: is a redirect to {redirect.group('to').strip()!r} and holds no article; give that page"
        )
    return _Wikitext(source.text).draft()


class _Wikitext:
    """Reads one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = WikiTree(text)
        self.boxes = [node for node in self.tree.top() if node.name.startswith("infobox")]
        self.set_aside = [
            SetAside(start=node.start, end=node.end, reason=node.reason, words=text[node.start : node.end])
            for node in self.tree.top()
            if node.reason
        ]

    def draft(self) -> ArticleDraft:
        """The draft of the whole article."""
        parts = [*self._fields(), *self._sections()]
        return ArticleDraft(
            text=self.text,
            parts=tuple(sorted(parts, key=lambda part: (part.start, part.end))),
            title=self._title(),
            set_aside=tuple(sorted(self.set_aside, key=lambda aside: aside.start)),
            warnings=self.tree.warnings,
        )

    def _fields(self) -> Iterator[ArticlePart]:
        for box in self.boxes:
            for argument in box.arguments:
                name = field_name(argument.name)
                start, end = self._trimmed(argument.start, argument.end)
                if name and name not in HIDDEN and end > start and not argument.positional:
                    pieces = self.tree.pieces(start, end, field=True)
                    yield make_part(f"infobox.{name}", "field", start, end, pieces)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        # A line end may open a list: the bullet after it is known by it.
        while start < end and self.text[start] in " \t":
            start += 1
        return start, end

    def _sections(self) -> Iterator[ArticlePart]:
        headings = Headings()
        position = 0
        for match in [*self._headings(), None]:
            end = match.start() if match else len(self.text)
            yield from self._section(position, end, headings)
            if match:
                words = "".join(p.words for p in self.tree.pieces(match.start("words"), match.end("words")))
                headings.enter(len(match.group("marks")), words)
                position = match.end()

    def _headings(self) -> Iterator[re.Match[str]]:
        for match in _HEADING.finditer(self.text):
            if not self.tree.is_inside(match.start()):
                yield match

    def _section(self, start: int, end: int, headings: Headings) -> Iterator[ArticlePart]:
        start, end = self._trimmed(start, end)
        if end <= start:
            return
        if is_apparatus(headings.all):
            words = self.text[start:end]
            self.set_aside.append(SetAside(start=start, end=end, reason="references", words=words))
            return
        yield make_part(headings.where or LEAD, "prose", start, end, self.tree.pieces(start, end))

    def _title(self) -> str | None:
        for box in self.boxes:
            for argument in box.arguments:
                if argument.name.strip().lower() in _TITLES:
                    return self._words(argument) or None
        return None

    def _words(self, node: Argument) -> str:
        return " ".join("".join(p.words for p in self.tree.pieces(node.start, node.end)).split())
