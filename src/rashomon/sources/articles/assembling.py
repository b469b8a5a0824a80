"""From what was taken out of an article to its `ArticleText`: report, parts, language, warnings."""

from __future__ import annotations

import hashlib

from rashomon.errors import ReportError
from rashomon.model.audit import ArticleForm, ArticlePart, ArticleText
from rashomon.model.base import content_id, value
from rashomon.model.report import Report, SetAside
from rashomon.sources.assembling import LanguageBasis
from rashomon.sources.language import detect_language
from rashomon.sources.metadata import GivenMetadata, overlay, with_metadata

_SAMPLE = 20_000


@value
class ArticleSource:
    """An article as it came: its bytes, its text, the form it is read in, and what somebody says of it."""

    raw: bytes
    text: str
    form: ArticleForm
    locator: str
    metadata: GivenMetadata = GivenMetadata()
    encoding: str | None = None
    notes: tuple[str, ...] = ()


@value
class ArticleDraft:
    """What was taken out of an article: its text, its parts, what was set aside, and what was odd."""

    text: str
    parts: tuple[ArticlePart, ...]
    title: str | None = None
    page: GivenMetadata = GivenMetadata()
    set_aside: tuple[SetAside, ...] = ()
    extractor: str | None = None
    warnings: tuple[str, ...] = ()


def make_article(source: ArticleSource, draft: ArticleDraft) -> ArticleText:
    """The article of a draft. Raises `ReportError` where no part of it has words."""
    parts = tuple(part for part in draft.parts if part.words.strip() or _shows(part))
    if not parts:
        raise ReportError(
            f"{source.locator}: no infobox field and no sentence was found; read as {source.form}. "
            "If it has another form, name it: --form wikitext, html, plain or key_value"
        )
    known = overlay(source.metadata, GivenMetadata(title=draft.title), draft.page)
    sha256 = hashlib.sha256(source.raw).hexdigest()
    # Names and numbers tell no language: only prose is asked.
    prose = " ".join(part.words for part in parts if part.kind == "prose")
    detected = None if source.metadata.language else detect_language(prose[:_SAMPLE])
    language = source.metadata.language or detected or draft.page.language
    report = Report(
        id=content_id("r", sha256, source.locator),
        source_ref=source.locator,
        locator=source.locator,
        text=draft.text,
        sha256=sha256,
        kind="reference",
        language=language,
        language_basis=_basis(source, detected, language),
        set_aside=draft.set_aside,
        encoding=source.encoding,
        extractor=draft.extractor,
        notes=source.notes,
    )
    return ArticleText(
        report=with_metadata(report, known),
        form=source.form,
        parts=parts,
        warnings=(*source.notes, *draft.warnings),
    )


def _shows(part: ArticlePart) -> bool:
    return any(piece.image for piece in part.pieces)


def _basis(source: ArticleSource, detected: str | None, language: str | None) -> LanguageBasis:
    if source.metadata.language:
        return "given"
    if detected:
        return "detected"
    return "page" if language else "unknown"
