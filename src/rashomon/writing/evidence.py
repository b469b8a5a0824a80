"""A claim's words in a sentence of their context: enough to judge it, never the whole report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from rashomon.model.base import value
from rashomon.model.claims import Claim, timecode_of, words_of
from rashomon.model.report import Passage, Report
from rashomon.writing.withholding import Withholding

_REACH = 240
"""Code points to either side that a context may have at most."""
_BEFORE = re.compile(r"(?:[.!?…][\"”’»)\]]*\s+|\n\s*)(?=\S|$)")
_AFTER = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)|\n")


@value
class Quotation:
    """The words before, of and after a passage; cut on a side where a dot-dot-dot is due."""

    before: str
    words: str
    after: str
    cut_before: bool = False
    cut_after: bool = False

    def whole(self) -> str:
        """The sentence with its words, dots where it was cut."""
        head, tail = "… " if self.cut_before else "", " …" if self.cut_after else ""
        return f"{head}{self.before}{self.words}{self.after}{tail}"


Pieces = list[tuple[str, bool]]
"""A sentence cut up: each piece, and whether a claim stands on it."""


def marked_sentences(quotations: Iterable[Quotation]) -> list[Pieces]:
    """The sentences that quotations stand in, each once, in the order of the first.

    >>> one, two = Quotation(before="", words="a b", after=" c"), Quotation(before="a ", words="b c", after="")
    >>> marked_sentences([one, two]), marked_sentences([one])
    ([[('a b c', True)]], [[('a b', True), (' c', False)]])
    """
    sentences: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        sentences.setdefault(quotation.whole(), []).append(quotation)
    return [_mark(whole, found) for whole, found in sentences.items()]


def _mark(whole: str, quotations: Sequence[Quotation]) -> Pieces:
    is_marked = [False] * len(whole)
    for one in quotations:
        start = len(one.before) + (2 if one.cut_before else 0)
        is_marked[start : start + len(one.words)] = [True] * len(one.words)
    return [
        ("".join(whole[i] for i, _ in run), flag)
        for flag, run in groupby(enumerate(is_marked), key=itemgetter(1))
    ]


def quote(claim: Claim, report: Report, withholding: Withholding) -> tuple[Quotation, ...]:
    """Each passage of a claim in its sentence; set-aside text is never part of a context.

    What a person heard in a recording is quoted as it was written down, with its timecode.
    """
    written = [passage for passage in claim.passages if passage.words]
    heard = () if written else _heard(claim, withholding)
    return (*heard, *(_in_context(passage, report, withholding) for passage in written))


def _heard(claim: Claim, withholding: Withholding) -> tuple[Quotation, ...]:
    words, timecode = words_of(claim), timecode_of(claim)
    if not words:
        return ()
    after = f" [heard at {timecode}]" if timecode else ""
    return (Quotation(before="", words=withholding.text(words), after=after),)


def _in_context(passage: Passage, report: Report, withholding: Withholding) -> Quotation:
    low, high = _own_stretch(passage, report)
    text = report.text
    left = text[max(low, passage.start - _REACH) : passage.start]
    right = text[passage.end : min(high, passage.end + _REACH)]
    starts = [match.end() for match in _BEFORE.finditer(left)]
    end = _AFTER.search(right)
    whole_left = passage.start - _REACH <= low
    before = left[starts[-1] :] if starts else left
    return Quotation(
        before=withholding.text(before),
        words=withholding.text(passage.words),
        after=withholding.text(right[: end.end()] if end else right),
        cut_before=not starts and not whole_left,
        cut_after=end is None and passage.end + _REACH < high,
    )


def _own_stretch(passage: Passage, report: Report) -> tuple[int, int]:
    low, high = 0, len(report.text)
    for piece in report.set_aside:
        if piece.inside and piece.end <= passage.start:
            low = max(low, piece.end)
        if piece.inside and piece.start >= passage.end:
            high = min(high, piece.start)
    return low, high
