"""The reading copy of an article: its prose without markup, and the way back to the article's own places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.audit import ArticlePart, Piece
from rashomon.model.claims import Attribution, Claim, Party
from rashomon.model.report import Passage

_BETWEEN = "\n\n"
_LONGEST_LINK = 200
"""Characters of a link's target before the words it shows."""


class ReadingCopy:
    """Some parts of an article as one text without markup; places in it lead back to the article's text."""

    def __init__(self, parts: Iterable[ArticlePart]) -> None:
        self.parts = tuple(parts)
        self._starts: list[int] = []
        self._pieces: list[Piece] = []
        self._part_starts: list[int] = []
        self.images: list[tuple[int, Piece]] = []
        """Pictures with their place in the copy."""
        words: list[str] = []
        length = 0
        for part in self.parts:
            if length:
                words.append(_BETWEEN)
                length += len(_BETWEEN)
            self._part_starts.append(length)
            for piece in part.pieces:
                if piece.image is not None:
                    self.images.append((length, piece))
                if piece.words:
                    self._starts.append(length)
                    self._pieces.append(piece)
                    words.append(piece.words)
                    length += len(piece.words)
        self.text = "".join(words)

    def part_at(self, place: int) -> ArticlePart:
        """The part that a place of the copy belongs to."""
        return self.parts[max(0, bisect_right(self._part_starts, place) - 1)]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The article's run that a run of the copy reads: from its first character to its last.

        >>> part = ArticlePart(where="lead", kind="prose", start=0, end=8, pieces=(
        ...     Piece(start=0, end=2, words=""), Piece(start=2, end=6, words="Mali")))
        >>> ReadingCopy([part]).back(1, 4)
        (3, 6)
        """
        if start >= end or not self._pieces:
            here = self._edges(min(start, max(0, len(self.text) - 1)))[0] if self._pieces else 0
            return here, here
        first = self._edges(start)[0]
        return first, max(first, self._edges(end - 1)[1])

    def whole(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The run with the other half of a link's brackets, where it holds only one: for showing."""
        opened, closed = text.count("[[", start, end), text.count("]]", start, end)
        if opened > closed and text.startswith("]]", end):
            return start, end + 2
        if closed > opened:
            first = text.rfind("[[", max(0, start - _LONGEST_LINK), start)
            if first >= 0 and "]]" not in text[first:start] and "\n" not in text[first:start]:
                return first, end
        return start, end

    def _edges(self, place: int) -> tuple[int, int]:
        """Start and end, in the article, of one character of the copy."""
        index = max(0, bisect_right(self._starts, place) - 1)
        piece, offset = self._pieces[index], place - self._starts[index]
        if offset >= len(piece.words):
            return piece.end, piece.end
        if len(piece.words) == piece.end - piece.start:
            return piece.start + offset, piece.start + offset + 1
        return piece.start, piece.end

    def claim(self, claim: Claim, text: str) -> Claim:
        """A claim read from the copy with all its places in the article's own ``text``."""
        return replace(
            claim,
            passages=tuple(self.passage(passage, text) for passage in claim.passages),
            about=self._party(claim.about),
            by=self._party(claim.by),
            attribution=tuple(self.link(link) for link in claim.attribution),
        )

    def passage(self, passage: Passage, text: str) -> Passage:
        """A passage of the copy as a passage of the article."""
        start, end = self.back(passage.start, passage.end)
        return replace(passage, start=start, end=end, words=text[start:end])

    def link(self, link: Attribution) -> Attribution:
        """A link of who said it, its places in the article."""
        return replace(link, spans=tuple(self.back(*span) for span in link.spans))

    def _party(self, party: Party | None) -> Party | None:
        if party is None or party.start is None or party.end is None:
            return party
        start, end = self.back(party.start, party.end)
        return replace(party, start=start, end=end)
