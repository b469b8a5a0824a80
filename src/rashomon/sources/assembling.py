"""From what a reader took out of some bytes to the report: id, language, kind, what is set aside."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Literal

from rashomon.errors import ReportError
from rashomon.model.base import content_id, value
from rashomon.model.report import Loaded, Report, SetAside
from rashomon.sources.agencies import find_agency
from rashomon.sources.boilerplate import own_text, set_aside_plain
from rashomon.sources.kinds import guess_kind
from rashomon.sources.language import KNOWN_LANGUAGES, detect_language
from rashomon.sources.metadata import GivenMetadata, overlay, with_metadata


@value
class LoadLimits:
    """How much of one input is read.

    In bytes of a file or record, bytes of a file of JSON lines, characters of a report's text, pages of a PDF,
    seconds for an address from the first byte to the last, redirects followed from it.
    """

    max_bytes: int = 20_000_000
    max_lines_bytes: int = 500_000_000
    max_characters: int = 2_000_000
    max_pages: int = 500
    timeout: float = 30.0
    max_redirects: int = 5


@value
class LoadOptions:
    """How inputs are read: limits, the languages detection may answer, and whether private hosts are allowed."""

    limits: LoadLimits = LoadLimits()
    languages: tuple[str, ...] = KNOWN_LANGUAGES
    allow_private: bool = False


@value
class Source:
    """One input as bytes, with what is known of it before it is read.

    ``given`` is what the user and the sidecar say: it goes above whatever stands in the bytes.
    """

    raw: bytes
    locator: str
    source_ref: str
    given: GivenMetadata = GivenMetadata()
    notes: tuple[str, ...] = ()
    declared: str | None = None
    """The character set a web server named."""
    url: str | None = None
    """The address it was fetched from."""
    options: LoadOptions = LoadOptions()


@value
class Draft:
    """What a reader took out of a source: the text, and what the bytes themselves say about it."""

    text: str
    own_id: str = ""
    page: GivenMetadata = GivenMetadata()
    page_types: tuple[str, ...] = ()
    front: SetAside | None = None
    """What stands at the head of the text and only tells of it."""
    left_out: tuple[SetAside, ...] = ()
    encoding: str | None = None
    extractor: str | None = None
    notes: tuple[str, ...] = ()


LanguageBasis = Literal["given", "page", "detected", "unknown"]


def assemble(source: Source, draft: Draft) -> Loaded:
    """The report of one draft. Raises `ReportError` where there is no text."""
    if not draft.text.strip():
        raise ReportError("holds no text")
    limit = source.options.limits.max_characters
    if len(draft.text) > limit:
        raise ReportError(
            f"holds {len(draft.text):,} characters of text; the limit for one report is {limit:,}. "
            "Split it into one report a file"
        )
    sha256 = hashlib.sha256(source.raw).hexdigest()
    known = overlay(source.given, draft.page, GivenMetadata(url=source.url))
    inside = _inside(draft, known.title)
    language, basis = _language(source, draft, inside)
    agency = find_agency(draft.text[draft.front.end if draft.front is not None else 0 :])
    notes = (*source.notes, *draft.notes, *((f"agency: {agency}",) if agency else ()))
    report = Report(
        id=content_id("r", sha256, source.locator, draft.own_id),
        source_ref=draft.own_id or source.source_ref,
        locator=source.locator,
        text=draft.text,
        sha256=sha256,
        kind=guess_kind(known.kind, draft.page_types),
        language=language,
        language_basis=basis,
        set_aside=(*inside, *draft.left_out),
        encoding=draft.encoding,
        extractor=draft.extractor,
        notes=notes,
    )
    return Loaded(report=with_metadata(report, known), raw=source.raw)


def _inside(draft: Draft, title: str | None) -> tuple[SetAside, ...]:
    """What is set aside of the text itself, in order."""
    front = draft.front
    if front is None:
        return set_aside_plain(draft.text, title=title)
    below = set_aside_plain(draft.text[front.end :], title=title)
    moved = (replace(piece, start=piece.start + front.end, end=piece.end + front.end) for piece in below)
    return (front, *moved)


def _language(source: Source, draft: Draft, inside: tuple[SetAside, ...]) -> tuple[str | None, LanguageBasis]:
    if source.given.language:
        return source.given.language, "given"
    if draft.page.language:
        return draft.page.language, "page"
    detected = detect_language(own_text(draft.text[:20_000], inside), source.options.languages)
    return (detected, "detected") if detected else (None, "unknown")
