"""The dump form: ``= Title =``, ``- Key: value`` lines of an infobox, ``== Heading ==`` and prose.

Such dumps come of wikitext whose templates and references were left out; of flags only the size may be
left, glued to a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model.audit import ArticlePart
from rashomon.model.report import SetAside
from rashomon.sources.articles.assembling import ArticleDraft, ArticleSource
from rashomon.sources.articles.fields import HIDDEN, field_name
from rashomon.sources.articles.marks import inline_pieces, make_part
from rashomon.sources.articles.sections import LEAD, Headings, is_apparatus

_LINE = re.compile(r"[^\n]*\n?")
_FIELD = re.compile(r"[ \t]*-[ \t]+(?P<key>[^:\n]{1,60}?)[ \t]*:[ \t]*(?P<value>[^\n]*)")
_HEADING = re.compile(r"[ \t]*(?P<marks>={1,6})[ \t]*(?P<words>[^=\n]{1,300}?)[ \t]*={1,6}[ \t\r]*\n?\Z")
_BOX = re.compile(r"[ \t]*Infobox\b[^\n]{0,100}\n?\Z", re.I)


def draft_key_value(source: ArticleSource) -> ArticleDraft:
    """The fields and sections of a dump."""
    return _Dump(source.text).draft()


class _Dump:
    """Reads a dump line by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.title: str | None = None
        self.headings = Headings()
        self.set_aside: list[SetAside] = []
        self._prose: tuple[int, int] | None = None
        self._in_box = True

    def draft(self) -> ArticleDraft:
        """The draft of the whole dump."""
        parts = tuple(self._parts())
        return ArticleDraft(text=self.text, parts=parts, title=self.title, set_aside=tuple(self.set_aside))

    def _parts(self) -> Iterator[ArticlePart]:
        for line in _LINE.finditer(self.text):
            heading = _HEADING.match(line.group())
            field = _FIELD.match(line.group()) if self._in_box else None
            if heading is not None:
                yield from self._close()
                self._open_section(heading)
            elif field is not None:
                yield from self._close()
                yield from self._field(line.start(), field)
            elif _BOX.match(line.group()):
                yield from self._close()
            elif line.group().strip():
                # A list of the prose may look like fields: the box ends with the first words after it.
                self._in_box = False
                self._prose = (self._prose[0] if self._prose else line.start(), line.end())
        yield from self._close()

    def _open_section(self, heading: re.Match[str]) -> None:
        level, words = len(heading.group("marks")), heading.group("words")
        if level == 1 and self.title is None:
            self.title = words
        else:
            self.headings.enter(level, words)
            self._in_box = words.lower().startswith("infobox")

    def _field(self, at: int, field: re.Match[str]) -> Iterator[ArticlePart]:
        name = field_name(field.group("key"))
        start, end = at + field.start("value"), at + field.end("value")
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if name and name not in HIDDEN and end > start:
            yield make_part(f"infobox.{name}", "field", start, end, inline_pieces(self.text, start, end))

    def _close(self) -> Iterator[ArticlePart]:
        if self._prose is None:
            return
        start, end = self._prose
        self._prose = None
        end = start + len(self.text[start:end].rstrip())
        where = self.headings.where or LEAD
        if is_apparatus(self.headings.all):
            words = self.text[start:end]
            self.set_aside.append(SetAside(start=start, end=end, reason="references", words=words))
            return
        yield make_part(where, "prose", start, end, inline_pieces(self.text, start, end))
