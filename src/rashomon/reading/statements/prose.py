"""The prose of an article: the English reader's claims, each on its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.model.audit import ArticleText, Statement
from rashomon.model.base import content_id
from rashomon.reading.english import read_english
from rashomon.reading.parsing import cut_sentences
from rashomon.reading.statements.copy import ReadingCopy


def read_prose(article: ArticleText, copy: ReadingCopy) -> Iterator[Statement]:
    """The statements of the prose."""
    if not copy.text.strip():
        return
    report = article.report
    reading = read_english(replace(report, text=copy.text, set_aside=()))
    for sentence in cut_sentences(copy.text):
        inside = [c for c in reading.claims if sentence.start <= c.passages[0].start < sentence.end]
        for claim in inside or (None,):
            start, end = (
                (claim.passages[0].start, claim.passages[0].end) if claim else (sentence.start, sentence.end)
            )
            first, last = copy.back(start, end)
            facet = claim.facet if claim else "other"
            yield Statement(
                id=content_id("t", report.id, first, last, facet, claim.id if claim else ""),
                where=copy.part_at(start).where,
                text=report.text[first:last],
                start=first,
                end=last,
                facet=facet,
                claim=copy.claim(claim, report.text) if claim else None,
                plain=copy.text[start:end],
                sentence=copy.back(sentence.start, sentence.end),
            )
