"""Speech that layout alone gives to a speaker: a name signed under a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from rashomon.model.layers import Span
from rashomon.reading.attribution.quotation import Quotation
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.speech import SpeechAct

_SIGNATURE = re.compile(
    r"\s*([―—–-]{1,2})\s*((?:(?:[A-Z][\w.'’-]*|de|al|von|van|bin)[ \u00a0]){0,4}[A-Z][\w'’-]+)"
    r"(?=[ \u00a0]*(?:[,.(<]|\n|$))"
)


def signed_acts(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quotation]) -> list[SpeechAct]:
    """Whole quotations with their speaker signed beneath: '"We hold the dam." — Mayor Ann Reed'."""
    starts = [sentence.start for sentence in sentences]
    found: list[SpeechAct] = []
    for quote in quotes:
        match = _SIGNATURE.match(text, quote.end) if quote.closed and not quote.scare else None
        if match is None or not _stands_alone(text, quote):
            continue
        source = _span(text, *match.span(2))
        found.append(
            SpeechAct(
                source=source,
                cue=_span(text, *match.span(1)),
                content=(_span(text, quote.start, quote.end),),
                manner="direct",
                source_kind="person",
                speaker=source,
                person=source.words if " " in source.words else None,
                sentence=max(0, bisect_right(starts, quote.start) - 1),
            )
        )
    return found


def _stands_alone(text: str, quote: Quotation) -> bool:
    """True where a quotation begins its line: else the dash goes on with the outlet's sentence."""
    before = text[max(0, quote.start - 3) : quote.start]
    return quote.start == 0 or "\n" in before


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, words=text[start:end])
