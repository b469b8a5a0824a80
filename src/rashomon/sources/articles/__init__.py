"""Articles: an encyclopedia article's bytes → its text, cut into infobox fields and sections.

Comes in: wikitext, a page, plain text or a dump of keys and values. Goes out: an `ArticleText`, whose
parts say which words of the article stand where and how they read without markup. Nothing is understood
here (that is reading), and no template is ever expanded: a template's own words are kept as they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from rashomon.errors import ReportError, SettingError
from rashomon.model.audit import ArticleForm, ArticleText
from rashomon.sources.articles.assembling import ArticleDraft, ArticleSource, make_article
from rashomon.sources.articles.forms import FORMS, detect_form
from rashomon.sources.encoding import Decoded, decode
from rashomon.sources.metadata import GivenMetadata, check_given, mend_surrogates

__all__ = ["FORMS", "take_article"]

_READERS: dict[str, str] = {
    "wikitext": "rashomon.sources.articles.wikitext:draft_wikitext",
    "html": "rashomon.sources.articles.pages:draft_page",
    "plain": "rashomon.sources.articles.plain:draft_plain",
    "key_value": "rashomon.sources.articles.key_value:draft_key_value",
}
"""Form → "module:function", loaded when the first such article comes."""

MAX_CHARACTERS = 2_000_000


def take_article(
    given: bytes | str,
    *,
    locator: str = "article",
    form: ArticleForm | None = None,
    metadata: GivenMetadata = GivenMetadata(),
) -> ArticleText:
    """The article in some bytes or a text. Its form is told by its looks where ``form`` is None.

    Raises `ReportError` where there is no text in it, and SettingError for an unknown form.
    """
    if form is not None and form not in FORMS:
        raise SettingError(f"there is no article form {form!r}. Forms: {', '.join(FORMS)}.")
    raw = given.encode("utf-8", "replace") if isinstance(given, str) else given
    decoded = decode(raw) if isinstance(given, bytes) else Decoded(text=given, encoding="utf-8")
    text = mend_surrogates(decoded.text)
    if not any(sign.isalnum() for sign in text):
        raise ReportError(f"{locator}: the article holds no text; give wikitext, a page or plain text")
    if len(text) > MAX_CHARACTERS:
        raise ReportError(
            f"{locator}: the article holds {len(text):,} characters; the limit is {MAX_CHARACTERS:,}"
        )
    known = form or detect_form(text)
    source = ArticleSource(
        raw=raw,
        text=text,
        form=known,
        locator=locator,
        metadata=check_given(metadata),
        encoding=decoded.encoding,
        notes=decoded.notes,
    )
    module, function = _READERS[known].split(":")
    draft: Callable[[ArticleSource], ArticleDraft] = getattr(import_module(module), function)
    return make_article(source, draft(source))
