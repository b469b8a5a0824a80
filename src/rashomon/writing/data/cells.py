"""Tables as text: cells that no spreadsheet runs as a formula, rows that no line break tears apart."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What spreadsheets run a cell by, with the full-width signs that East Asian settings treat alike."""
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")

Cell = str | int | float | None


def plain_cell(cell: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula.

    A number may start with a minus. A text that already starts with apostrophes before such a sign gets
    one more, so that `original_cell` gives back every text.

    >>> plain_cell("=1+1"), plain_cell("-12.5"), plain_cell("-both sides"), plain_cell("'tis")
    ("'=1+1", '-12.5', "'-both sides", "'tis")
    """
    return "'" + cell if _FORMULA.match(cell) and not _is_number(cell) else cell


def original_cell(cell: str) -> str:
    """What `plain_cell` was given: the inverse, for whoever reads such a table by program.

    >>> original_cell(plain_cell("'=1+1"))
    "'=1+1"
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def one_line(text: str) -> str:
    """The text on one line: line breaks, tabs and control characters become single blanks."""
    return _BLANKS.sub(" ", text).strip()


def write_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, verbatim: bool = False) -> str:
    """Comma-separated values with a header; an empty cell means that nothing was said.

    Cells are put on one line, so that a row is a line, unless ``verbatim``: then line breaks stay inside
    quotation marks, and rows end in CR LF as RFC 4180 has it.
    """
    text = io.StringIO()
    # With "\n" alone the csv module leaves a cell with a lone "\r" unquoted, which tears the row apart.
    writer = csv.writer(text, lineterminator="\r\n" if verbatim else "\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_text_of(cell, verbatim=verbatim) for cell in row])
    return text.getvalue()


def _text_of(cell: Cell, *, verbatim: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return plain_cell(cell if verbatim else one_line(cell))
    return str(cell)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
