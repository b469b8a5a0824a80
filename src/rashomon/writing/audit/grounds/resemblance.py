"""The sentence of the reports that shares most words with a clause: a hint for a reader, never evidence."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.model.report import Report
from rashomon.writing.audit.grounds.gathering import Grounds, shortened
from rashomon.writing.view import outlet_name

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_END = re.compile(r"(?<=[.!?…”\"])\s+|\n+")
_LEAST_SHARED = 2
_LEAST_SHARE = 0.34
"""A third of a clause's own words, and two at least, make a sentence worth showing."""
_STOPS = frozenset(
    "that this with from have been were which their there they them when where what than then also after "
    "before about into over under more most some such only other both during while would could said".split()
)


def likest_sentence(clause: str, grounds: Grounds) -> str | None:
    """The nearest sentence with its outlet, quoted; None where none shares enough words."""
    mine = _words(clause)
    best: tuple[float, str] | None = None
    for report in grounds.reports:
        for sentence, words in _sentences(report):
            shared = len(mine & words)
            if shared < _LEAST_SHARED or shared < _LEAST_SHARE * len(mine):
                continue
            score = shared / (len(mine) or 1)
            if best is None or score > best[0]:
                said = shortened(grounds.withholding.text(" ".join(sentence.split())))
                best = (score, f"{outlet_name(report)}: “{said}”")
    return best[1] if best else None


@lru_cache(maxsize=512)
def _sentences(report: Report) -> tuple[tuple[str, frozenset[str]], ...]:
    """The report's own sentences with their words; what was set aside is never shown."""
    pieces, position = [], 0
    for piece in sorted((p for p in report.set_aside if p.inside), key=lambda p: p.start):
        pieces.append(report.text[position : piece.start])
        position = max(position, piece.end)
    pieces.append(report.text[position:])
    sentences = (sentence for piece in pieces for sentence in _END.split(piece) if sentence.strip())
    return tuple((sentence, _words(sentence)) for sentence in sentences)


def _words(text: str) -> frozenset[str]:
    """Words of four letters and more, cut to their first five: "retreated" meets "retreat"."""
    return frozenset(word[:5] for word in (w.casefold() for w in _WORD.findall(text)) if word not in _STOPS)
