"""PDF files: the text of their pages, kept with the extractor's version."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from rashomon.errors import ReportError
from rashomon.model.report import Loaded, Skipped
from rashomon.sources.assembling import Draft, Source, assemble
from rashomon.sources.metadata import GivenMetadata, mend_surrogates, one_line


def read_pdf(source: Source) -> Iterator[Loaded | Skipped]:
    """The one report in a PDF. Raises `ReportError` where it is locked, broken or only pictures."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReportError("is locked with a password; save it without one")
        pages = reader.pages[: source.options.limits.max_pages]
        text = "\n\n".join(page.extract_text() or "" for page in pages)
        total, title = len(reader.pages), reader.metadata.title if reader.metadata else None
    except ReportError:
        raise
    except Exception as error:  # pypdf raises whatever a broken file leads it to
        raise ReportError(f"is a PDF that cannot be read ({type(error).__name__})") from error
    if not text.strip():
        raise ReportError(
            "is a PDF without text, perhaps scanned pictures; run it through text recognition first"
        )
    cut = total > source.options.limits.max_pages
    notes = (f"only the first {source.options.limits.max_pages} of {total} pages were read",) if cut else ()
    yield assemble(
        source,
        Draft(
            text=mend_surrogates(text),
            page=GivenMetadata(title=one_line(str(title)) or None if title else None),
            extractor=f"pypdf {pypdf.__version__}",
            notes=notes,
        ),
    )
