"""The syntax of QuickStatements, version 1: one command a line, columns by tab, a comment at a line's end.

No text of a report may end its quotation marks, its column or its line: what the parsers of both
QuickStatements tools give a meaning to is replaced before it is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.base import value
from rashomon.model.dates import parse_partial
from rashomon.writing.cite import safe_url
from rashomon.writing.exports.tellings import one_line

LABEL_LENGTH = 250
"""Wikidata's longest label or description."""
TEXT_LENGTH = 1500
"""Wikidata's longest string and monolingual text."""
COMMENT_LENGTH = 400
"""A comment becomes part of an edit summary, which holds 500 characters with what the tool adds."""

_MEANINGS = {
    '"': "”",
    "|": "¦",
    "\\": "∖",
    "\t": " ",
}
_SIGNS = re.compile('["|\\\\\t]')
_COMMENT_MARKS = re.compile(r"/\*|\*/")
_UNDERSCORES = re.compile("_{3,}")
"""One of the tools puts a word with three underscores in the place of quoted text while it splits lines."""
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


def _safe(words: str, length: int) -> str:
    plain = _SIGNS.sub(lambda match: _MEANINGS[match.group()], one_line(words))
    plain = _UNDERSCORES.sub("__", _COMMENT_MARKS.sub("∗", plain))
    if len(plain) > length:
        plain = plain[: length - 1].rstrip() + "…"
    return plain.strip()


def text(words: str, *, length: int = TEXT_LENGTH) -> str:
    r"""A string in its quotation marks.

    >>> text('a "b" | c\nd')
    '"a ”b” ¦ c d"'
    """
    return f'"{_safe(words, length)}"'


def in_language(words: str, language: str | None) -> str | None:
    """A text with its language; None where the language is not known, since the format needs one."""
    if not language or not _LANGUAGE.match(language):
        return None
    return f"{language}:{text(words)}"


def comment(words: str) -> str:
    """A comment, which the tools put into the summary of the edit."""
    return f"/* {_safe(words, COMMENT_LENGTH)} */"


def url(address: str | None) -> str | None:
    """A web address in quotation marks; None where it is none that can be written so."""
    safe = safe_url(address)
    if safe is None or _COMMENT_MARKS.search(safe) or _UNDERSCORES.search(safe) or not safe.isascii():
        return None
    return f'"{safe}"'


def day(partial: str) -> str | None:
    """A partial date with its precision: 11 a day, 10 a month, 9 a year; None where the year is unknown.

    >>> day("2018-04"), day("--04-01")
    ('+2018-04-00T00:00:00Z/10', None)
    """
    parts = parse_partial(partial)
    if parts.year is None:
        return None
    precision = 11 if parts.day else 10 if parts.month else 9
    return f"+{parts.year:04d}-{parts.month or 0:02d}-{parts.day or 0:02d}T00:00:00Z/{precision}"


def point(lat: float, lon: float) -> str:
    """Coordinates, latitude first.

    >>> point(15.35, 1.97)
    '@15.35/1.97'
    """
    return f"@{round(lat, 5):.5f}".rstrip("0").rstrip(".") + f"/{round(lon, 5):.5f}".rstrip("0").rstrip(".")


Pair = tuple[str, str]


@value
class Statement:
    """A statement of the item created last: its value, its qualifiers, and a block of pairs a reference.

    ``about``: of whom it is, in words; no part of the command. ``anew``: a statement of its own even where one
    with the same value is there already: two speakers who say the same are two statements.
    """

    prop: str
    value: str
    qualifiers: tuple[Pair, ...] = ()
    references: tuple[tuple[Pair, ...], ...] = ()
    note: str = ""
    about: str = ""
    anew: bool = False


def command(statement: Statement) -> str:
    """The line of a statement."""
    columns = ["+LAST" if statement.anew else "LAST", statement.prop, statement.value]
    for prop, found in statement.qualifiers:
        columns += [prop, found]
    for place, block in enumerate(statement.references):
        for number, (prop, found) in enumerate(block):
            source = "S" + prop.removeprefix("P")
            columns += [f"!{source}" if place and not number else source, found]
    return "\t".join(columns) + (f"\t{comment(statement.note)}" if statement.note else "")


def create(note: str) -> str:
    """The line that makes a new item; what follows speaks of it as LAST."""
    return f"CREATE\t{comment(note)}"


def named(mark: str, words: str) -> str:
    """A label (Len) or a description (Den) of the item created last."""
    return f"LAST\t{mark}\t{text(words, length=LABEL_LENGTH)}"


def lines(commands: Sequence[str]) -> str:
    """The commands as a text: one a line, no empty line, for an empty one is a fault to the tools."""
    return "".join(f"{one}\n" for one in commands)
