"""References: which reports a sentence cites, under which stable name, and what is known of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from rashomon.model.article import Article, InfoboxEntry, Sentence
from rashomon.model.base import value
from rashomon.model.claims import timecode_of
from rashomon.model.report import Report
from rashomon.writing.view import Lookups, outlet_name

MOST_MARKS = 12
"""A sentence carries all its claims; more marks than this behind it help nobody."""

_WORD = re.compile(r"[^a-z0-9]+")


@value
class Reference:
    """A cited report, its number in order of first use, and its name for ``<ref name=…>``."""

    number: int
    name: str
    report: Report


class References:
    """The reports cited in an article, numbered as they come up."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self._found: dict[str, Reference] = {}

    def of(self, thing: Sentence | InfoboxEntry) -> tuple[Reference, ...]:
        """The reports a sentence or an entry rests on, each once."""
        claims = self._lookups.view.claims
        ids = list(dict.fromkeys(claims[i].report_id for i in thing.claim_ids if i in claims))
        reports = self._lookups.view.reports
        # A print of a text that is cited too is no further witness.
        ids = [i for i in ids if reports[i].copied_from not in ids]
        if isinstance(thing, Sentence):
            ids.extend(i for i in thing.searched if i in reports)
        # Originals before prints of them; sorted() keeps the order otherwise.
        ordered = sorted(dict.fromkeys(ids), key=lambda i: reports[i].copied_from is not None)
        found = [self._reference(report_id) for report_id in ordered[:MOST_MARKS]]
        return tuple(sorted(found, key=lambda reference: reference.number))

    def times(self, thing: Sentence | InfoboxEntry, reference: Reference) -> tuple[str, ...]:
        """When in a recording what a sentence rests on was heard, of the claims that are of this report."""
        claims = (self._lookups.view.claims.get(claim_id) for claim_id in thing.claim_ids)
        own = (claim for claim in claims if claim is not None and claim.report_id == reference.report.id)
        return tuple(sorted({time for claim in own if (time := timecode_of(claim))}))

    def _reference(self, report_id: str) -> Reference:
        if report_id not in self._found:
            report = self._lookups.view.reports[report_id]
            self._found[report_id] = Reference(
                number=len(self._found) + 1, name=self._free_name(report), report=report
            )
        return self._found[report_id]

    def _free_name(self, report: Report) -> str:
        stem = (
            _WORD.sub("-", f"{outlet_name(report)} {report.published or ''}".casefold()).strip("-")[:60]
            or "ref"
        )
        taken = {reference.name for reference in self._found.values()}
        # A ref name made of digits only is an error in wikitext.
        name, count = (f"ref-{stem}" if stem.isdigit() else stem), 2
        while name in taken:
            name, count = f"{stem}-{count}", count + 1
        return name

    def all(self) -> tuple[Reference, ...]:
        """Every reference cited so far, by number."""
        return tuple(self._found.values())


def cite_article(article: Article, lookups: Lookups) -> References:
    """References numbered in the order of the article's text, then its box."""
    references = References(lookups)
    for sentence in sentences_of(article):
        references.of(sentence)
    for field in article.infobox:
        for entry in field.entries:
            references.of(entry)
    return references


def sentences_of(article: Article) -> Iterable[Sentence]:
    """All sentences in order."""
    return (sentence for section in article.sections for sentence in section.sentences)


def safe_url(url: str | None) -> str | None:
    """The URL where it is a plain web address, else None: nothing else is ever made a link.

    >>> safe_url("javascript:alert(1)") is None
    True
    """
    if not url or any(c.isspace() or ord(c) < 32 or c in "\"'<>`{}|\\^[]" for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
