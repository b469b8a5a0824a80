"""What kind of report a page says it is, by its own metadata; the text is never asked."""

from __future__ import annotations

from typing import cast

from rashomon.model.report import ReportKind
from rashomon.sources.metadata import KINDS

_BY_TYPE = {
    "newsarticle": "news",
    "reportagenewsarticle": "news",
    "analysisnewsarticle": "news",
    "backgroundnewsarticle": "news",
    "opinionnewsarticle": "news",
    "liveblogposting": "news",
    "report": "reference",
    "scholarlyarticle": "reference",
    "medicalscholarlyarticle": "reference",
    "techarticle": "reference",
    "book": "reference",
    "pressrelease": "statement",
    "specialannouncement": "statement",
    "governmentservice": "statement",
    "interview": "interview",
    "qapage": "interview",
    "socialmediaposting": "social",
    "discussionforumposting": "social",
}
"""schema.org type (lower case) or OpenGraph type → kind of report."""


def guess_kind(given: str | None, page_types: tuple[str, ...] = ()) -> ReportKind:
    """The kind somebody gave, else the first that the page's schema.org types tell, else news."""
    if given in KINDS:
        return cast("ReportKind", given)
    for name in page_types:
        kind = _BY_TYPE.get(name.rsplit("/", 1)[-1].lower())
        if kind:
            return cast("ReportKind", kind)
    return "news"
