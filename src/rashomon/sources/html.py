"""Web pages: main text, metadata, and what was left out, with its reason.

What is plainly not the report (navigation, readers' comments, appeals, teasers, scripts) is taken out of the
tree *before* the main text is looked for, because extractors leak it; its words are kept beside the text.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rashomon.errors import ReportError
from rashomon.model.dates import is_partial
from rashomon.model.report import Loaded, SetAside, Skipped
from rashomon.sources.assembling import Draft, Source, assemble
from rashomon.sources.encoding import decode
from rashomon.sources.metadata import GivenMetadata, mend_surrogates, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", re.IGNORECASE)
_REASONS = (
    (
        "comment",
        re.compile(
            r"(?:^|[-_\s])(?:comments?|respond|disqus|replies|commentlist|discussion)(?:$|[-_\s\d])", re.I
        ),
    ),
    ("donation", re.compile(r"donat|newsletter|subscri|paywall|membership|support-us|patreon", re.I)),
    (
        "related",
        re.compile(
            r"related|recommend|read-?more|teaser|more-stories|also-like|trending|most-read|promo", re.I
        ),
    ),
    ("social", re.compile(r"(?:^|[-_\s])(?:share|social|sharing|follow)(?:$|[-_\s])", re.I)),
    (
        "notice",
        re.compile(r"cookie|consent|gdpr|(?:^|[-_\s])(?:ad|ads|advert\w*|sponsor\w*)(?:$|[-_\s])", re.I),
    ),
    (
        "navigation",
        re.compile(r"(?:^|[-_\s])(?:nav|navbar|menu|breadcrumbs?|sidebar|masthead)(?:$|[-_\s])", re.I),
    ),
)
_TAGS = {
    "nav": "navigation",
    "footer": "navigation",
    "aside": "related",
    "form": "navigation",
    "menu": "navigation",
}
_INVISIBLE = ("script", "style", "noscript", "template", "iframe", "object", "svg", "button", "select")
_PARAGRAPHS = ("p", "li", "blockquote", "pre")
_SAME_WORDS = 0.9
"""Paragraphs shorter than this share of the extracted text lack some of it."""
_KEPT_SHARE = 0.6
"""An element that holds more of the page's words than this is the page, whatever it is called."""
_ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "webpage",
    "report",
    "analysisnewsarticle",
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATED = re.compile(r"date|time|publi|posted|byline", re.IGNORECASE)
_PROSE = ("td", "dd", "h2", "h3", "b", "strong", "i", "em", "u", "mark", "q", "font")
"""What holds words of the report itself, besides paragraphs, unless it is marked as a date."""
_LONG_TEXT = 100
"""Characters that a shown date with its "Posted on … by …" does not reach."""
_LAST_DAY = "2099-12-31"
"""No page is dated later. Without it htmldate would refuse what is later than the day it runs."""
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DEEP = "the page is nested too deeply to be read to its end; what stands further down is missing"
_CUT = "the page ends without its closing tags; it may have been cut off"


def read_html(source: Source) -> Iterator[Loaded | Skipped]:
    """The one report on a web page. Raises `ReportError` where the page has no text of its own."""
    for name in ("trafilatura", "htmldate"):
        # What they say of odd pages ("discarding data: None") tells a person nothing.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    match = _CHARSET.search(source.raw[:4096])
    declared = source.declared or (match.group(1).decode("ascii") if match else None)
    decoded = decode(source.raw, declared=declared)
    page = mend_surrogates(decoded.text.replace("\r\n", "\n").replace("\0", " "))
    tree, is_deep = _parse(page)
    metadata, types = read_page_metadata(tree, page)
    left_out = tuple(prune(tree))
    text, extractor = _main_text(tree)
    if is_deep and not text.strip():
        raise ReportError("is a page nested too deeply to be read; save its text instead")
    yield assemble(
        source,
        Draft(
            text=text,
            page=metadata,
            page_types=types,
            left_out=left_out,
            encoding=decoded.encoding,
            extractor=extractor,
            notes=(*decoded.notes, *((_CUT,) if _is_cut(page) else ()), *((_DEEP,) if is_deep else ())),
        ),
    )


def _is_cut(page: str) -> bool:
    """True for a page that opens and never closes: a download that broke off, or an excerpt."""
    head, tail = page[:5000].lower(), page[-5000:].lower()
    return ("<html" in head or "<body" in head) and "</html" not in tail and "</body" not in tail


def parse_page(page: str) -> HtmlElement:
    """The tree of a page. Raises `ReportError` where it has no content."""
    return _parse(page)[0]


def _parse(page: str) -> tuple[HtmlElement, bool]:
    """The tree of a page, and whether the parser gave up before its end, as it does where it is nested too deeply."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8"), parser=parser)
        return tree, any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log)
    except (etree.ParserError, ValueError) as error:
        raise ReportError(f"is an HTML page without content ({' '.join(str(error).split())[:80]})") from error


# --- what is left out


def prune(tree: HtmlElement) -> Iterator[SetAside]:
    """Take out of the tree what is not the report, giving what had words."""
    for tag in _INVISIBLE:
        for element in list(tree.iter(tag)):
            drop(element)
    whole = len(_words_of(tree))
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None or not _is_attached(element, tree):
            continue
        reason = _reason(element)
        if reason is None:
            continue
        words = _words_of(element)
        if len(words) > _KEPT_SHARE * max(1, whole) and reason != "comment" and element.tag != "nav":
            continue
        if words:
            yield SetAside(start=0, end=len(words), reason=reason, words=words, inside=False)
        drop(element)


def _is_attached(element: HtmlElement, tree: HtmlElement) -> bool:
    """False for an element whose ancestor has been taken out already."""
    while (parent := element.getparent()) is not None:
        element = parent
    return element is tree or element == tree


def drop(element: HtmlElement) -> None:
    """Remove an element, keeping the text that follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def _reason(element: HtmlElement) -> str | None:
    if element.tag in {"body", "html", "main", "article"}:
        return None
    if element.get("hidden") is not None or _HIDDEN.search((element.get("style") or "")[:1000]):
        return "hidden"
    if element.tag in _TAGS:
        named = _named_reason(element)
        return named or _TAGS[element.tag]
    return _named_reason(element)


def _named_reason(element: HtmlElement) -> str | None:
    names = f"{element.get('id') or ''} {element.get('class') or ''} {element.get('role') or ''}"[:400]
    if not names.strip():
        return None
    return next((reason for reason, pattern in _REASONS if pattern.search(names)), None)


def _words_of(element: HtmlElement) -> str:
    return " ".join(part for text in element.itertext() if (part := " ".join(text.split())))


# --- the main text


def _main_text(tree: HtmlElement) -> tuple[str, str]:
    import trafilatura
    from lxml import html

    page = html.tostring(tree, encoding="unicode")
    text = trafilatura.extract(
        page, include_comments=False, include_tables=True, include_links=False, favor_recall=True
    )
    version = f"trafilatura {trafilatura.__version__}"
    paragraphs = _all_paragraphs(tree)
    if text and text.strip() and ("\n" in text.strip() or len(paragraphs) < _SAME_WORDS * len(text)):
        return mend_surrogates(text), version
    # On short pages trafilatura runs all paragraphs into one line, where appeals and credits cannot be told.
    return paragraphs, "paragraphs"


def _all_paragraphs(tree: HtmlElement) -> str:
    """Every paragraph of a page in which no main text was found: a stub, or odd markup."""
    outer = (
        element
        for element in tree.iter(*_PARAGRAPHS)
        if next(element.iterancestors(*_PARAGRAPHS), None) is None
    )
    text = "\n".join(words for element in outer if (words := _words_of(element)))
    body = next(tree.iter("body"), None)
    return mend_surrogates(text or (_words_of(body) if body is not None else ""))


# --- metadata


def read_page_metadata(tree: HtmlElement, page: str) -> tuple[GivenMetadata, tuple[str, ...]]:
    """What a page says about itself, and the types it gives itself: JSON-LD before meta tags before the title."""
    linked, types = _from_json_ld(tree)
    meta = _meta_tags(tree)
    title = (
        linked.get("title")
        or meta.get("og:title")
        or meta.get("twitter:title")
        or _first_words(tree, "title")
    )
    published = linked.get("published") or _day(
        meta.get("article:published_time") or meta.get("date") or meta.get("dc.date") or meta.get("pubdate")
    )
    return (
        GivenMetadata(
            outlet=linked.get("outlet") or meta.get("og:site_name") or None,
            title=title or None,
            author=linked.get("author") or meta.get("author") or meta.get("article:author") or None,
            url=_canonical(tree) or meta.get("og:url") or None,
            published=published or _guess_day(page),
            language=_language(tree, linked, meta),
        ),
        types,
    )


def _from_json_ld(tree: HtmlElement) -> tuple[dict[str, str], tuple[str, ...]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads((script.text or "")[:1_000_000])
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            types = tuple(t for t in _listed(thing.get("@type")) if isinstance(t, str))
            if any(t.lower() in _ARTICLES for t in types) and thing.get("headline"):
                found = {
                    "title": _name(thing.get("headline")),
                    "published": _day(_name(thing.get("datePublished"))),
                    "author": _name(thing.get("author")),
                    "outlet": _name(thing.get("publisher")),
                    "language": _name(thing.get("inLanguage")),
                }
                return {key: said for key, said in found.items() if said}, types
    return {}, ()


def _things(data: Any) -> Iterator[dict[str, Any]]:
    for thing in _listed(data):
        if isinstance(thing, dict):
            yield thing
            yield from (inner for inner in _listed(thing.get("@graph")) if isinstance(inner, dict))


def _listed(thing: Any) -> list[Any]:
    return thing if isinstance(thing, list) else [thing]


def _name(thing: Any) -> str:
    """A name given as text, as an object with a name, or as a list of either."""
    names = [one.get("name") if isinstance(one, dict) else one for one in _listed(thing)[:10]]
    return ", ".join(one_line(name)[:300] for name in names if isinstance(name, str) and name.strip())


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        said = one_line(tag.get("content") or "")
        if key and said:
            found.setdefault(key, said[:500])
    return found


def _first_words(tree: HtmlElement, tag: str) -> str:
    element = next(tree.iter(tag), None)
    return one_line(_words_of(element))[:300] if element is not None else ""


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        href = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and href.lower().startswith(
            ("http://", "https://")
        ):
            return href[:2000]
    return None


def _day(said: str | None) -> str | None:
    match = _DAY.search(said or "")
    return match.group() if match and is_partial(match.group()) else None


def _guess_day(page: str) -> str | None:
    """The publication day that markup gives; never one that only stands in the prose."""
    from htmldate import find_date

    tree = parse_page(page[:2_000_000])
    for element in list(tree.iter(*_PARAGRAPHS, *_PROSE)):
        near = (element, *element.iterancestors())[:2]
        if not any(_is_dated(one) for one in (*near, *element.iterdescendants())):
            drop(element)
    for element in tree.iter():
        # htmldate looks for digits in the whole page: long runs of words are prose wherever they stand.
        if isinstance(element.tag, str) and element.tag != "script" and len(element.text or "") > _LONG_TEXT:
            element.text = ""
        if len(element.tail or "") > _LONG_TEXT:
            element.tail = ""
    try:
        return _day(find_date(tree, extensive_search=False, original_date=True, max_date=_LAST_DAY))
    except (ValueError, TypeError, RecursionError):
        return None


def _is_dated(element: HtmlElement) -> bool:
    """True for an element that is there to show a date."""
    if not isinstance(element.tag, str):
        return False
    names = f"{element.get('id') or ''} {element.get('class') or ''} {element.get('itemprop') or ''}"[:400]
    return element.tag == "time" or _DATED.search(names) is not None


def _language(tree: HtmlElement, linked: dict[str, str], meta: dict[str, str]) -> str | None:
    said = linked.get("language") or tree.get("lang") or meta.get("og:locale") or meta.get("language") or ""
    match = re.match(r"([A-Za-z]{2})(?:[-_]|\Z)", said.strip())
    return match.group(1).lower() if match else None
