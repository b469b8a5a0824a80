"""Names and texts made comparable, and the way back to where the words stand.

"al-Qaeda", "Al Qaeda" and "al-Qa'ida" differ in case, hyphens, apostrophes and accents only. A text is
levelled once, names are levelled when the registry is built, and every position in the levelled text leads
back to the code point it came from.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

BARRIER = "\x02"
"""Stands for a blank line: no name runs across it."""

_GONE = "\x01"
_APOSTROPHES = "'’‘‛ʼʻʾʿ`´′ʹ"
_HYPHENS = "-‐‑‒−"
_PLAIN_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "ħ": "h", "ŧ": "t", "ŋ": "n"}


def _levelled_letter(letter: str) -> str:
    """One character for one: lower case, without its accent."""
    base = unicodedata.normalize("NFD", letter)[0]
    lower = base.lower()
    if len(lower) != 1:
        return letter
    return _PLAIN_LETTERS.get(lower, lower)


def _levelling_table() -> dict[int, str]:
    letters = [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)]
    table = {code: _levelled_letter(chr(code)) for code in letters if chr(code).isalpha()}
    table |= dict.fromkeys(range(768, 880), _GONE)
    table |= {ord(mark): "'" for mark in _APOSTROPHES}
    table |= {ord(mark): "-" for mark in _HYPHENS}
    table |= {ord(blank): " " for blank in "\t\r\v\f\u00a0\u2007\u2009\u202f\u3000"}
    table |= dict.fromkeys((173, 8203, 8204, 8205, 8288, 65279), _GONE)
    return {code: letter for code, letter in table.items() if chr(code) != letter}


_TABLE = _levelling_table()
_INNER_HYPHEN = re.compile(r"-(?<=[^\s\-]-)(?=[^\s\-])")
_ELISION = re.compile(r"(qu(?<![a-z0-9]qu)|l(?<![a-z0-9]l)|d(?<![a-z0-9]d))'(?=[a-z])")
_SQUEEZED = re.compile(r" [ \n]+|\n[ \n]+|\x01\x01*|'(?!s(?![a-z0-9]))")
"""Each of these begins with a letter written out: so most letters of a text are passed over at once."""


class Folded:
    """A levelled text that knows, for each of its characters, where it stood before."""

    __slots__ = ("_shifts", "_starts", "text")

    def __init__(self, text: str, starts: list[int], shifts: list[int]) -> None:
        self.text = text
        self._starts = starts
        self._shifts = shifts

    def origin(self, position: int) -> int:
        """The code point of the original text that this character came from."""
        if not self._starts:
            return position
        return position + self._shifts[bisect_right(self._starts, position)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that a stretch of this one came from."""
        return self.origin(start), self.origin(end - 1) + 1


def fold(text: str) -> Folded:
    """The text levelled: lower case, no accents, single blanks, hyphens inside words as blanks.

    An apostrophe inside a word falls away ("Qa'ida"), save before a possessive s; a blank line becomes a
    barrier, so that nothing is matched from one paragraph into the next.
    """
    chars = text.translate(_TABLE)
    if "-" in chars:
        chars = _INNER_HYPHEN.sub(" ", chars)
    if "'" in chars:
        chars = _ELISION.sub(r"\1 ", chars)
    pieces: list[str] = []
    starts: list[int] = []
    lost: list[int] = []
    position = length = 0
    for match in _SQUEEZED.finditer(chars):
        before = chars[position : match.start()]
        instead = _stand_in(match.group())
        length += len(before) + len(instead)
        pieces += (before, instead)
        starts.append(length)
        lost.append(match.end() - match.start() - len(instead))
        position = match.end()
    if not starts:
        return Folded(chars.replace("\n", " "), [], [])
    pieces.append(chars[position:])
    return Folded("".join(pieces).replace("\n", " "), starts, list(accumulate(lost, initial=0)))


def _stand_in(run: str) -> str:
    """What a run is levelled to: a barrier for a blank line, one blank for other white space, else nothing."""
    if run[0] not in " \n":
        return ""
    return BARRIER if run.count("\n") > 1 else " "


def fold_name(words: str) -> str:
    """A name as it is looked up.

    >>> fold_name("al-Qa’ida  in the Islamic Maghreb")
    'al qaida in the islamic maghreb'
    """
    return fold(words).text.strip()


_ARTICLE_JOINED = re.compile(r"\b(al|ad|an|ar|as|ash|at|az|el) (?=[a-z])")


def fold_variants(words: str) -> tuple[str, ...]:
    """The look-up forms of one name: as it is, its Arabic article joined, its possessive s joined.

    >>> fold_variants("al-Shabaab")
    ('al shabaab', 'alshabaab')
    """
    plain = fold_name(words)
    forms = [plain]
    if words[2:3] == "-" or words[3:4] == "-":
        forms.append(_ARTICLE_JOINED.sub(r"\1", plain, count=1))
    if "'s " in plain:
        forms.append(plain.replace("'s ", "s "))
    return tuple(dict.fromkeys(form for form in forms if form))
