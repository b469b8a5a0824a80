"""The words of a sentence as place names are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.reading.languages.en.places import TITLES

LINKS = frozenset(
    (
        "of the de du des la le les el al ez es as ash an and y i ye wa au aux sur "
        "da do dos das di del et e d' d’"
    ).split(" ")
)
"""Words without a capital that stand inside place names."""

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[NSEW]\.\s?(?:Va|Dak|Mex|Car)\.|(?:St|Ste|Mt|Ft)\.(?=\s)|[^\W_]+(?:['’`‘ʼ][^\W_]+)*"
)
_APOSTROPHES = frozenset("'’")
_BLANKS = ("", " ", "\u00a0")
_GAPS = frozenset(
    {
        *(before + line + after for before in _BLANKS for line in ("", "\n") for after in _BLANKS),
        "-",
        *(f" {mark}" for mark in "‘ʿʻ`"),
    }
)
"""Between words of one name; an opening mark may be an Arabic letter ("Nad ‘Ali")."""


LONGEST_ARTICLE = 3
"""Letters of the longest article written small that may begin a name: "ash-Shaddadi"."""


class Token(NamedTuple):
    """A word of a sentence with its place in the text; a tuple, as made five times as fast as a value."""

    start: int
    end: int
    words: str
    capital: bool
    joined: bool
    """True where nothing but a blank or a hyphen stands between it and the word before."""


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """The words between two offsets, parts of hyphenated ones apart, possessive endings left off."""
    previous, before = start, ""
    for match in _WORD.finditer(text, start, end):
        words = match[0]
        begin, stop = match.span()
        if words[-1] in "sS" and len(words) > 2 and words[-2] in "'’`":
            words, stop = words[:-2], stop - 2
        gap = text[previous:begin]
        joined = previous > start and (gap in _GAPS or (gap == ". " and before.lower() in TITLES))
        capital = words[0].isupper() or (words[1:2] in _APOSTROPHES and words[2:3].isupper())
        yield Token(begin, stop, words, capital, joined)
        previous, before = stop, words


def may_start(text: str, tokens: Sequence[Token], index: int) -> bool:
    """True for a capitalised word and for the article of "al-Bab"."""
    token = tokens[index]
    if token.capital:
        return True
    if index + 1 >= len(tokens) or len(token.words) > LONGEST_ARTICLE or not tokens[index + 1].capital:
        return False
    return token.words in LINKS and text[token.end : tokens[index + 1].start] in {"-", "‑"}


_COMMON = "etaoin"
"""Some two fifths of what is not written in capitals; counting these takes a tenth of looking at each letter."""


def is_shouted(words: str) -> bool:
    """True where the sentence is written in capitals throughout."""
    if len(words) <= 20 or sum(map(words.count, _COMMON)) >= 0.2 * len(words):
        return False  # with a fifth of it small letters, capitals are no four fifths of its letters
    capitals = sum(map(str.isupper, words))
    if capitals <= 0.8 * 20:
        return False  # nearly every sentence
    letters = sum(map(str.isalpha, words))
    return letters > 20 and capitals > 0.8 * letters


def lower_words(text: str) -> frozenset[str]:
    """The words that the text writes without a capital: no names."""
    return frozenset(filter(str.islower, re.findall(r"\b[^\W\d_]+\b", text)))
