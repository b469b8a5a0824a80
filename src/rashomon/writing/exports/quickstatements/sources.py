"""References of QuickStatements: one block a report, from what is known of the report and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.codebook.wikidata import item_of
from rashomon.model.claims import Claim, words_of
from rashomon.model.dates import is_partial
from rashomon.model.report import Report
from rashomon.writing.exports.public_words import PublicWords
from rashomon.writing.exports.quickstatements import syntax
from rashomon.writing.exports.quickstatements.syntax import Pair
from rashomon.writing.exports.tellings import Teller
from rashomon.writing.wording.dates import is_exact_day

MOST_BLOCKS = 4
"""Reports cited behind one statement; more help nobody."""
MOST_QUOTED = 400
"""Code points of a quotation; a longer passage is cited without its words."""
_LETTERS = re.compile(r"\w")


class Citer:
    """Makes the reference blocks of statements out of the claims they rest on."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self.public = PublicWords(teller)

    def blocks(self, claims: Iterable[Claim], *, quoting: bool = False) -> tuple[tuple[Pair, ...], ...]:
        """A block for each report that can be cited, originals before prints of them; none where none can."""
        first: dict[str, Claim] = {}
        for claim in claims:
            first.setdefault(claim.report_id, claim)
        reports = self._teller.view.reports
        ordered = sorted(first.values(), key=lambda claim: reports[claim.report_id].copied_from is not None)
        found = (tuple(self._block(claim, reports[claim.report_id], quoting)) for claim in ordered)
        return tuple(block for block in found if block)[:MOST_BLOCKS]

    def _block(self, claim: Claim, report: Report, quoting: bool) -> Iterator[Pair]:
        address = syntax.url(report.url)
        title = self._title(report)
        if address is None and title is None:
            return
        if address:
            yield ("P854", address)
        if title:
            yield ("P1476", title)
        if report.published and is_partial(report.published) and (day := syntax.day(report.published)):
            yield ("P577", day)
        if _says(report.author):
            yield ("P2093", syntax.text(self._teller.text(report.author or "")))
        if language := item_of("language", report.language):
            yield ("P407", language)
        if report.retrieved and is_exact_day(report.retrieved[:10]) and is_partial(report.retrieved[:10]):
            yield ("P813", syntax.day(report.retrieved[:10]) or "")
        if quoting and (quotation := self._quotation(claim, report)):
            yield ("P1683", quotation)

    def _title(self, report: Report) -> str | None:
        title = report.title or ""
        if not _says(title) or self._teller.withholding.hides(title):
            return None
        return syntax.in_language(title, report.language)

    def _quotation(self, claim: Claim, report: Report) -> str | None:
        """The words the claim stands on; none where they name a person or are no quotable length."""
        words = words_of(claim)
        if not _says(words) or len(words) > MOST_QUOTED or not self.public.hold_no_name(words):
            return None
        return syntax.in_language(words, report.language)


def _says(words: str | None) -> bool:
    return bool(words and _LETTERS.search(words))
