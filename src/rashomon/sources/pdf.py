"""PDF files: the text of their pages, kept with the extractor's version."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.errors import ReportError
from rashomon.model.report import Loaded, Skipped
from rashomon.sources.assembling import Draft, LoadLimits, Source, assemble
from rashomon.sources.metadata import GivenMetadata, mend_surrogates, one_line

if TYPE_CHECKING:
    from pypdf import PdfReader


MOST_DRAWING = 4_000_000
"""Bytes of drawing on one page, unpacked: a full page of words has some ten thousand."""
MOST_DRAWING_IN_ALL = 20_000_000
MOST_STEPS = 2_000_000
"""Steps of drawing in one document, those of forms that are shown again and again included."""


def read_pdf(source: Source) -> Iterator[Loaded | Skipped]:
    """The one report in a PDF. Raises `ReportError` where it is locked, broken or only pictures."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReportError("is locked with a password; save it without one")
        text, notes = _text_of(reader, source.options.limits)
        total, title = len(reader.pages), reader.metadata.title if reader.metadata else None
    except ReportError:
        raise
    except Exception as error:  # pypdf raises whatever a broken file leads it to
        raise ReportError(f"is a PDF that cannot be read ({type(error).__name__})") from error
    if not text.strip():
        raise ReportError(
            "is a PDF without text, perhaps scanned pictures; run it through text recognition first"
        )
    if total > source.options.limits.max_pages:
        notes = (*notes, f"only the first {source.options.limits.max_pages} of {total} pages were read")
    yield assemble(
        source,
        Draft(
            text=mend_surrogates(text),
            page=GivenMetadata(title=one_line(str(title)) or None if title else None),
            extractor=f"pypdf {pypdf.__version__}",
            notes=notes,
        ),
    )


def _text_of(reader: PdfReader, limits: LoadLimits) -> tuple[str, tuple[str, ...]]:
    """The text of the pages, and a note where some are so full of drawing that they were left out.

    A file of some kilobytes can hold a page that takes hours: it is measured before it is drawn.
    """
    steps, drawn = _Steps(), 0
    texts: list[str] = []
    left_out: list[int] = []
    for number, page in enumerate(reader.pages[: limits.max_pages], 1):
        content = page.get_contents()
        size = len(content.get_data()) if content is not None else 0
        if size > MOST_DRAWING or drawn + size > MOST_DRAWING_IN_ALL:
            left_out.append(number)
            continue
        drawn += size
        try:
            texts.append(page.extract_text(visitor_operand_before=steps.count) or "")
        except _TooIntricateError:
            left_out.append(number)
        if sum(map(len, texts)) > limits.max_characters:
            break
    which = ", ".join(map(str, left_out[:20])) + (" …" if len(left_out) > 20 else "")
    notes = (f"pages with too much drawing on them were not read: {which}",) if left_out else ()
    return "\n\n".join(texts), notes


class _TooIntricateError(Exception):
    """A document takes more steps to draw than is allowed."""


class _Steps:
    def __init__(self) -> None:
        self._left = MOST_STEPS

    def count(self, *_: object) -> None:
        self._left -= 1
        if self._left < 0:
            raise _TooIntricateError
