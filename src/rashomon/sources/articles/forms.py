"""Which of the four forms an article has, told by its looks."""

from __future__ import annotations

import re
from typing import get_args

from rashomon.model.audit import ArticleForm

FORMS: tuple[ArticleForm, ...] = get_args(ArticleForm)

_SAMPLE = 200_000
_PAGE = re.compile(r"<(?:!doctype html|html|body|head)\b", re.I)
_PAGE_PARTS = re.compile(r"</(?:p|div|table|section|h[1-6])>", re.I)
_WIKI = re.compile(
    r"\{\{\s*[A-Za-z]|\[\[[^\[\]\n]{1,300}\]\]|<ref[\s>/]|'''[^'\n]{1,200}'''|^\{\||^={2,6}[^=\n]{1,200}={2,6}[ \t]*$",
    re.M,
)
_FIELD = re.compile(r"^[ \t]*-[ \t]+[A-Z][A-Za-z_ ]{1,40}\d?:(?:[ \t]|$)", re.M)
_DUMP_HEAD = re.compile(r"\A\s*(?:=[^=\n]{1,300}=[ \t]*\n\s*)?(?:Infobox\b[^\n]{0,100}\n\s*)?-[ \t]+[A-Z]")
_MARKDOWN = re.compile(r"^#{1,6}[ \t]+\S", re.M)
_MARKUP = re.compile(r"\{\{\s*[A-Za-z]|\[\[|<ref[\s>/]")


def detect_form(text: str) -> ArticleForm:
    """The form a text most likely has.

    >>> detect_form("'''A fight''' took place in [[Mali]].")
    'wikitext'
    """
    sample = text[:_SAMPLE]
    if _PAGE.search(sample[:5000]):
        return "html"
    marked = len(_MARKUP.findall(sample))
    if len(_PAGE_PARTS.findall(sample)) >= 2 and marked < 2:
        return "html"
    if not marked and _MARKDOWN.search(sample):
        return "plain"
    if not marked and (_DUMP_HEAD.match(sample) or len(_FIELD.findall(sample)) >= 3):
        return "key_value"
    return "wikitext" if _WIKI.search(sample) else "plain"
