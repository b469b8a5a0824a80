"""Plain text and Markdown: decoded, line ends made one kind, otherwise left as it came."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.report import Loaded, Skipped
from rashomon.sources.assembling import Draft, Source, assemble
from rashomon.sources.encoding import decode
from rashomon.sources.front_matter import read_front_matter


def read_text(source: Source) -> Iterator[Loaded | Skipped]:
    """The one report in a text file. Raises `ReportError` where it holds none."""
    decoded = decode(source.raw, declared=source.declared)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = read_front_matter(text)
    yield assemble(
        source,
        Draft(
            text=text,
            page=front.metadata,
            front=front.piece,
            encoding=decoded.encoding,
            notes=(*decoded.notes, *front.notes),
        ),
    )
