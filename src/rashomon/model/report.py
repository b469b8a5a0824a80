"""A report and what stands in it: one text as one outlet published it."""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value

ReportKind = Literal["news", "statement", "interview", "social", "reference"]


@value
class SetAside:
    """A stretch of a report that is not its own text, and why; kept, never evidence.

    ``start`` and ``end`` are code points into `Report.text` where ``inside`` is true; else the words
    were never part of the text (a page's navigation), and ``start`` counts from the page's beginning
    as far as it is known (0 where it is not).
    """

    start: int
    end: int
    reason: str
    words: str
    inside: bool = True


@value
class Report:
    """One text as one outlet published it. Offsets everywhere count code points into ``text``."""

    id: str
    source_ref: str
    """The input's own id, or its file name: what outputs call this report."""
    locator: str
    """Where it came from, relative to the folder given, or its URL."""
    text: str
    sha256: str
    """Of the raw bytes as they came in, lower-case hexadecimal."""
    outlet: str | None = None
    kind: ReportKind = "news"
    title: str | None = None
    author: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published: str | None = None
    """Partial ISO date of publication; None where no one said it."""
    retrieved: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    language_basis: Literal["given", "page", "detected", "unknown"] = "unknown"
    set_aside: tuple[SetAside, ...] = ()
    encoding: str | None = None
    extractor: str | None = None
    """Name and version of what took the text out of the bytes, where it was not plain text."""
    version_of: str | None = None
    """Id of an earlier report at the same locator with other bytes."""
    copied_from: str | None = None
    """Id of the report whose text this one repeats: two prints, one witness."""
    notes: tuple[str, ...] = ()
    """What was odd while reading it in (characters replaced, fields ignored)."""


@value
class Skipped:
    """An input that did not become a report, and why; nothing is dropped in silence."""

    locator: str
    reason: str
    unread: bool = False
    """True where the report is kept but its language has no reader yet."""


@value
class Passage:
    """A slice of one report with its words: ``report.text[start:end] == words``, always."""

    report_id: str
    start: int
    end: int
    words: str


@value
class Loaded:
    """A report as it came in, with its raw bytes."""

    report: Report
    raw: bytes
