"""Sections of an article: which heading a stretch of prose stands under."""

from __future__ import annotations

from collections.abc import Sequence

LEAD = "lead"

_APPARATUS = frozenset(
    "references|notes|footnotes|citations|sources|see also|external links|further reading|bibliography|"
    "works cited|notes and references|references and notes|explanatory notes|gallery|reports searched|"
    "categories|navigation menu|contents".split("|")
)
"""Sections that hold no statement of what happened."""


class Headings:
    """The headings that are open while an article is read from top to bottom."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def enter(self, level: int, words: str) -> None:
        """A heading begins a section of this level: 2 for a section of the article, 3 within one."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._open.append((level, " ".join(words.split())[:200]))

    @property
    def where(self) -> str:
        """The innermost heading; empty before the first."""
        return self._open[-1][1] if self._open else ""

    @property
    def all(self) -> tuple[str, ...]:
        """The open headings, outermost first."""
        return tuple(words for _, words in self._open)


def is_apparatus(headings: Sequence[str]) -> bool:
    """True under a heading such as References, whose words are no statements."""
    return any(words.lower().strip(" :") in _APPARATUS for words in headings)
