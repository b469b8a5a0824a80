"""A report's text cut for the page: in pieces of bounded size, and each piece in runs that look alike.

Passages of claims lie inside and across each other. A run is a stretch with the same claims on all of it, so
that no mark has to cross another. What was set aside is folded, and is nobody's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.report import Report, SetAside

PIECE = 20_000
"""Code points on a page at most: three to four thousand words, drawn in a few milliseconds."""
_LOOK_BACK = 2_000
"""How far before its end a piece may be cut, to be cut between paragraphs or words."""


@value
class Run:
    """A stretch of text with the same claims on all of it; ``begins`` and ``ends``: those that start or end here."""

    start: int
    text: str
    claims: tuple[Claim, ...] = ()
    begins: tuple[Claim, ...] = ()
    ends: tuple[Claim, ...] = ()
    aside: SetAside | None = None


@value
class Piece:
    """A part of a report's text, from ``start`` to before ``end``; ``number`` counts from 1."""

    number: int
    pieces: int
    start: int
    end: int


def cut_text(text: str) -> list[tuple[int, int]]:
    """The bounds of the pieces: between paragraphs where one ends near enough, else between words.

    >>> cut_text("short")
    [(0, 5)]
    """
    bounds, start = [], 0
    while len(text) - start > PIECE:
        end = start + PIECE
        nearest = (text.rfind(mark, end - _LOOK_BACK, end) for mark in ("\n\n", "\n", " "))
        cut = next((place + 1 for place in nearest if place > start), end)
        bounds.append((start, cut))
        start = cut
    return [*bounds, (start, len(text))]


def piece_at(report: Report, place: int) -> Piece:
    """The piece that holds this place of the text."""
    bounds = cut_text(report.text)
    at = next((at for at, (_, end) in enumerate(bounds) if place < end), len(bounds) - 1)
    return _piece(bounds, at)


def piece_numbered(report: Report, number: int) -> Piece:
    """The piece of this number; the last where there are fewer."""
    bounds = cut_text(report.text)
    return _piece(bounds, min(max(number, 1), len(bounds)) - 1)


def _piece(bounds: Sequence[tuple[int, int]], at: int) -> Piece:
    return Piece(number=at + 1, pieces=len(bounds), start=bounds[at][0], end=bounds[at][1])


def claims_on(piece: Piece, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with words in a piece, in the order of the text; what was heard in a recording is with the first."""
    there = [
        claim
        for claim in claims
        if any(passage.start < piece.end and passage.end > piece.start for passage in claim.passages)
        or (piece.number == 1 and not any(passage.words for passage in claim.passages))
    ]
    return sorted(there, key=lambda claim: (claim.passages[0].start, claim.passages[0].end, claim.id))


def runs_of(report: Report, piece: Piece, claims: Iterable[Claim]) -> list[Run]:
    """The piece in runs; joined, their texts are the piece again."""
    spans = [(max(p.start, piece.start), min(p.end, piece.end), c) for c in claims for p in c.passages]
    spans = [span for span in spans if span[0] < span[1]]
    asides = [
        (max(one.start, piece.start), min(one.end, piece.end), one) for one in report.set_aside if one.inside
    ]
    asides = [span for span in asides if span[0] < span[1]]
    marks = {piece.start, piece.end, *(at for span in (*spans, *asides) for at in span[:2])}
    spans.sort(key=lambda span: span[:2])
    asides.sort(key=lambda span: span[:2])
    return [_run(report, bounds, spans, asides) for bounds in pairwise(sorted(marks))]


def _run(
    report: Report,
    bounds: tuple[int, int],
    spans: Sequence[tuple[int, int, Claim]],
    asides: Sequence[tuple[int, int, SetAside]],
) -> Run:
    start, end = bounds
    over = [(s, e, claim) for s, e, claim in spans if s <= start and e >= end]
    # The shortest passage first: what is clicked on is what it says itself, not what surrounds it.
    over.sort(key=lambda span: (span[1] - span[0], span[2].id))
    return Run(
        start=start,
        text=report.text[start:end],
        claims=tuple(dict.fromkeys(claim for _, _, claim in over)),
        begins=tuple(dict.fromkeys(claim for s, _, claim in over if s == start)),
        ends=tuple(dict.fromkeys(claim for _, e, claim in over if e == end)),
        aside=next((one for s, e, one in asides if s <= start and e >= end), None),
    )
