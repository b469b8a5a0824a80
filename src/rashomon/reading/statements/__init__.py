"""Statements: an article's text → what it says, one `Statement` for each minimal clause.

Comes in: an `ArticleText`. The English reader reads its prose as one report; a small grammar of its own
reads the infobox. Goes out: a `ReadArticle`. Every clause is listed, also one that no claim could be read
of: an audit must not pass over what it does not understand.
"""

from __future__ import annotations

import re

from rashomon.model.audit import ArticleText, ReadArticle, Statement
from rashomon.reading.statements.copy import ReadingCopy
from rashomon.reading.statements.infobox import read_infobox
from rashomon.reading.statements.prose import read_prose

__all__ = ["read_statements"]


def read_statements(article: ArticleText) -> ReadArticle:
    """The statements of an article in the order of its text."""
    prose = ReadingCopy(part for part in article.parts if part.kind == "prose")
    year = _year_of(article)
    told: list[Statement] = list(read_prose(article, prose, year))
    ordered = sorted(
        [*read_infobox(article, told, year), *told], key=lambda s: (s.start, s.end, s.facet, s.id)
    )
    return ReadArticle(article=article, statements=tuple(ordered))


_YEAR = re.compile(r"(?<![\d.,])(?:1[6-9]|20)\d{2}(?![\d,])")
_DATED = ("infobox.date", "infobox.conflict", "lead")


def _year_of(article: ArticleText) -> str | None:
    """The year the article is about, in which its days without a year are read; None where it gives none."""
    for where in _DATED:
        for part in article.parts:
            found = _YEAR.search(part.words) if part.where == where else None
            if found is not None:
                return found.group()
    found = _YEAR.search(article.report.title or "")
    return found.group() if found else None
