"""Plain tables: the same on every terminal, whatever its width, and in a file."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

WIDTH = 100
"""Columns that running text is wrapped at; tables take what they need."""


def shown_width(text: str) -> int:
    """Columns a text takes on a terminal: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled with blanks to a number of columns."""
    gap = " " * max(0, width - shown_width(text))
    return gap + text if right else text + gap


def draw_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), indent: str = ""
) -> list[str]:
    """The lines of a table: a head, a rule, a line per row; the columns in ``right`` end flush."""
    table = [[clean(cell) for cell in row] for row in (head, *rows)]
    widths = [max(shown_width(row[column]) for row in table) for column in range(len(head))]
    lines = [
        indent
        + "  ".join(pad(cell, widths[column], right=column in right) for column, cell in enumerate(row))
        for row in table
    ]
    rule = indent + "  ".join("─" * width for width in widths)
    return [lines[0].rstrip(), rule, *(line.rstrip() for line in lines[1:])]


def wrap(text: str, *, indent: str = "", first: str | None = None) -> list[str]:
    """A paragraph as lines of at most `WIDTH` columns."""
    lead = indent if first is None else first
    return textwrap.wrap(clean(text), WIDTH, initial_indent=lead, subsequent_indent=indent) or [lead.rstrip()]


def clean(text: str) -> str:
    """One line without control characters: a report must not move a reader's cursor."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def shorten(text: str, width: int) -> str:
    """The text's beginning, with … where something was left out."""
    text = clean(text)
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
