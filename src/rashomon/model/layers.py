"""What a reader finds besides claims, asked for by name (``--layers``). Spans count code points."""

from __future__ import annotations

from rashomon.model.base import value
from rashomon.model.claims import Claim, Mention, Moment


@value
class Span:
    """A stretch of a report's text, half-open, with its words."""

    start: int
    end: int
    words: str


@value
class QuoteTriple:
    """Source, cue and content of one attribution; source or cue None where the text gives none.

    ``nested``: what others are said to have said within that content ("the radio said the mayor denied it").
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    nested: tuple[QuoteTriple, ...] = ()


@value
class Toponym:
    """A place name in the text and the place it most likely means (None where nothing is known)."""

    start: int
    end: int
    words: str
    place_id: str | None
    lat: float | None
    lon: float | None
    country: str | None


@value
class TimeExpression:
    """A time expression and what it resolves to."""

    start: int
    end: int
    words: str
    moment: Moment


@value
class Reading:
    """All that one reader found in one report."""

    report_id: str
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[QuoteTriple, ...] = ()
    places: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    silence: str | None = None
    """Why there is no claim, where there is none."""
