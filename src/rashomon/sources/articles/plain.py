"""Plain text and Markdown: headings told by their marks or by standing alone, paragraphs, lists of fields."""

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
_HASHES = re.compile(r"[ \t]{0,3}(?P<marks>#{1,6})[ \t]+(?P<words>[^\n]{1,300}?)[ \t#\r]*\n?\Z")
_FIELD = re.compile(r"[-*][ \t]+\*\*(?P<key>[^*:\n]{1,60}):\*\*(?P<value>[^\n]*)")
_ENTRY = re.compile(r"[ \t]{2,}[-*+][ \t]+\S")
_NOTE = re.compile(r"\[\^[^\]\n]{1,40}\]:")
_MARKDOWN = re.compile(r"^#{1,6}[ \t]+\S|^[-*][ \t]+\*\*[^*\n]{1,60}:\*\*|\[\^[^\]\n]{1,40}\]", re.M)
_REFERENCES = re.compile(r"(?:\[\^?[^\]\n]{1,40}\]){1,50}\Z")
_LONGEST_HEADING = 60
_FEW_WORDS = 4
_RUNS_ON = 80
"""Letters from which a line under a heading is taken for a paragraph and no item of a list."""
_EMPHASIS = "*_ \t\r"


def draft_plain(source: ArticleSource) -> ArticleDraft:
    """The sections of a text, and the fields that a Markdown draft lists."""
    return _Lines(source.text).draft()


class _Lines:
    """Reads a text line by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.grammar = "markdown" if _MARKDOWN.search(text) else "plain"
        self.lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if match.group()]
        self.title: str | None = None
        self.headings = Headings()
        self.set_aside: list[SetAside] = []
        self._prose: tuple[int, int] | None = None
        self._field: tuple[str, int, int] | None = None

    def draft(self) -> ArticleDraft:
        """The draft of the whole text."""
        parts = [part for number in range(len(self.lines)) for part in self._line(number)]
        parts.extend(self._close())
        return ArticleDraft(
            text=self.text, parts=tuple(parts), title=self.title, set_aside=tuple(self.set_aside)
        )

    def _line(self, number: int) -> Iterator[ArticlePart]:
        start, end = self.lines[number]
        line = self.text[start:end]
        heading = _HASHES.match(line) if self.grammar == "markdown" else None
        field = _FIELD.match(line) if self.grammar == "markdown" else None
        if heading is not None:
            yield from self._close()
            self._enter(len(heading.group("marks")), heading.group("words"))
        elif field is not None:
            yield from self._close()
            self._field = (field_name(field.group("key")), start + field.start("value"), start + field.end())
        elif self._field is not None and _ENTRY.match(line):
            self._field = (self._field[0], self._field[1], end)
        elif not line.strip():
            if self._field is not None:
                yield from self._close()
        elif self._stands_alone(number):
            yield from self._close()
            self._enter(2 if self.title or self._seen_prose() else 1, line.strip().strip(_EMPHASIS))
        elif _NOTE.match(line):
            yield from self._close()
            words = line.rstrip()
            self.set_aside.append(
                SetAside(start=start, end=start + len(words), reason="reference", words=words)
            )
        else:
            if self._field is not None:
                yield from self._close()
            self._prose = (self._prose[0] if self._prose else start, end)

    def _seen_prose(self) -> bool:
        return self._prose is not None or bool(self.headings.all)

    def _enter(self, level: int, words: str) -> None:
        if level == 1 and self.title is None:
            self.title = words
        else:
            self.headings.enter(max(level, 2), words)

    def _stands_alone(self, number: int) -> bool:
        """True for a short line between blank lines that no mark closes and words follow: a heading."""
        line = _REFERENCES.sub("", self.text[slice(*self.lines[number])].strip())
        if not line or len(line) > _LONGEST_HEADING or not line[:1].isupper() or line[-1] in '.!?…,;:"”»)':
            return False
        before = self.text[slice(*self.lines[number - 1])].strip() if number else ""
        after = [self.text[slice(*span)].strip() for span in self.lines[number + 1 : number + 3]]
        if before or not any(after):
            return False
        following = next(words for words in after if words)
        if after[0] and number:
            # "Aftermath" right above its paragraph: a few words without a figure, over a line that runs on.
            few = len(line.split()) <= _FEW_WORDS and not any(sign.isdigit() for sign in line)
            return few and len(after[0]) >= _RUNS_ON
        return len(following) > len(line)

    def _close(self) -> Iterator[ArticlePart]:
        if self._field is not None:
            name, start, end = self._field
            self._field = None
            if name and name not in HIDDEN:
                yield self._part(f"infobox.{name}", "field", start, end)
        if self._prose is None:
            return
        start, end = self._prose
        self._prose = None
        if is_apparatus(self.headings.all):
            words = self.text[start:end].rstrip()
            self.set_aside.append(
                SetAside(start=start, end=start + len(words), reason="references", words=words)
            )
            return
        yield self._part(self.headings.where or LEAD, "prose", start, end)

    def _part(self, where: str, kind: str, start: int, end: int) -> ArticlePart:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        while start < end and self.text[start] in " \t":
            start += 1
        return make_part(where, kind, start, end, inline_pieces(self.text, start, end, self.grammar))
