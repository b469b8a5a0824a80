"""A text cut into words, numbers and marks, each with its place: what the count and time grammars walk on.

One pass, no backtracking over more than a few characters, so that a hostile report costs no more than
its length. Languages share it; what a word means is the grammar's business.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.model.base import value

_TOKEN = re.compile(
    r"""[ ]*+(?:                                              # at a blank every kind would be tried
      (?P<plain>[A-Za-z]++(?![\w'’.:-]))                     # most words: none of the other kinds can begin so
    | (?P<gap>\n[ \t\r]*\n|[\u2028\u2029\x0b\x0c])          # a blank line: nothing reaches across
    | (?P<link>(?:https?://|www\.)\S++|[@#]\w++)
    | (?P<iso>(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\w-]))
    | (?P<slash>\d{1,4}/\d{1,2}(?:/\d{2,4})?(?![\d/]))
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|(?:[01]?\d|2[0-4])[hH](?:[0-5]\d)?(?!\w))
    | (?P<ident>\d{1,8}(?:-\d{1,8}){2,}|\d{1,8}-\d{1,8}-[A-Za-z][\w-]*+
        |(?!(?:mid|pre|post|early|late|non|ex)-)(?<![^\W\d_])[^\W\d_]{1,6}-\d++[\w-]*+|[^\W\d_]++\d[\w-]*+)
    | (?P<ordinal>\d++(?i:st|nd|rd|th)(?!\w))
    | (?P<decade>['’]?\d{1,3}0['’]?[sS](?!\w))
    | (?P<number>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d++)?
        |(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d:/.-]|,\d)
        |\d++(?:\.\d++)*)
    | (?P<meridiem>[AaPp]\.\s?[Mm](?:\.(?=[\s,;:)\]"'’”]|\Z)|(?!\w)))
    | (?P<word>[^\W\d_]++(?:['’](?![sS]\b)[^\W\d_]++)*)
    | (?P<possessive>['’][sS]\b)
    | (?P<mark>\S))
    """,
    re.VERBOSE,
)

_MARGIN = 64
"""Blank tokens at the end: more than any grammar looks ahead or behind."""


@value
class Tokens:
    """A text's tokens as columns of equal length; ``low`` holds each in lower case, apostrophes straight.

    The columns end in blank tokens, so that a grammar may look some steps beyond either end (index −1 is
    one of them) without asking: asking took a third of the time of reading. ``size`` counts real tokens.

    ``kinds``: gap, link, iso, slash, clock, ident, ordinal, decade, number, meridiem, word, possessive, mark.
    """

    text: str
    low: tuple[str, ...]
    kinds: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    size: int

    def __len__(self) -> int:
        return self.size

    def word(self, index: int) -> str:
        """The lower-case token at an index, empty beyond either end: grammars look around freely."""
        return self.low[index]

    def kind(self, index: int) -> str:
        """The kind of the token at an index, empty beyond either end."""
        return self.kinds[index]

    def raw(self, index: int) -> str:
        """The token as written, empty beyond either end."""
        return self.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """True where a token follows the one before it without a blank."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def matches(self, index: int, words: tuple[str, ...]) -> bool:
        """True where these words stand at an index."""
        return self.low[index : index + len(words)] == words


def word_set(words: str) -> frozenset[str]:
    """The words of a line: how grammars write down their vocabularies."""
    return frozenset(words.split())


@lru_cache(maxsize=512)
def cut_tokens(text: str) -> Tokens:
    """The tokens of a text in order, blanks left out; remembered, since each grammar asks for them."""
    found = [(match.lastgroup or "mark", match) for match in _TOKEN.finditer(text)]
    kinds = ["word" if kind == "plain" else kind for kind, _ in found]
    spans = [match.span(kind) for kind, match in found]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    low = [text[start:end].lower() for start, end in spans]
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    blanks, edges = [""] * _MARGIN, [len(text)] * _MARGIN
    return Tokens(
        text=text,
        low=(*low, *blanks),
        kinds=(*kinds, *blanks),
        starts=(*starts, *edges),
        ends=(*ends, *edges),
        size=len(low),
    )
