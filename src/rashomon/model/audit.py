"""What an audit works on and what it finds: an article's statements, and a verdict for each.

An article comes in as `ArticleText` (its words, cut into parts), is read into `Statement`s (one for each
minimal clause), and goes out as an `Audit` (a verdict for each, and what is at odds inside the article).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from rashomon.model.base import value
from rashomon.model.claims import Attribution, Claim, Flag
from rashomon.model.report import Report

ArticleForm = Literal["wikitext", "html", "plain", "key_value"]


@value
class Piece:
    """A run of the article's text, and the words it reads as where its markup is left out.

    ``words`` equal the run, or stand for all of it ("3 km" for a template that converts a length; nothing
    for a reference). ``image`` names what a flag or picture shows that stands there; it is empty where
    only the residue of a picture is left.
    """

    start: int
    end: int
    words: str
    image: str | None = None


@value
class ArticlePart:
    """A stretch of the article's text that is one place of it: an infobox field's value, or a section's prose.

    ``where``: ``infobox.casualties2``, ``lead``, ``Aftermath`` …; ``start``, ``end`` as in `Statement`.
    ``pieces``, in order, read as the part's words without markup; a line end parts the entries of a list.
    """

    where: str
    kind: Literal["field", "prose"]
    start: int
    end: int
    pieces: tuple[Piece, ...] = ()

    @property
    def words(self) -> str:
        """The part as a reader sees it, pictures left out."""
        return "".join(piece.words for piece in self.pieces)


@value
class ArticleText:
    """An article cut into parts. ``report.text`` is the text that all offsets of the audit count in.

    For text forms (wikitext, plain, key–value) that is the article as given; for HTML what was extracted.
    """

    report: Report
    form: ArticleForm
    parts: tuple[ArticlePart, ...]
    warnings: tuple[str, ...] = ()


@value
class Owner:
    """Whose loss, strength or leader an infobox line gives.

    ``stated``: the line says it. ``inferred``: its position does, and ``passage`` (start, end) is the
    sentence of the prose that confirms it. ``unknown``: lines and combatants do not align and no prose helps.
    """

    basis: Literal["stated", "inferred", "unknown"]
    words: str = ""
    actor_ids: tuple[str, ...] = ()
    passage: tuple[int, int] | None = None


@value
class Statement:
    """One minimal clause of an article: it says one thing, and gets one verdict.

    ``start``, ``end``: code points into `ArticleText.report.text`, half-open; ``text`` is that slice.
    ``facet``: one of the codebook's, or ``other`` (background, movements, what someone is).
    ``claim`` is what the reader made of it; None where no claim could be read.
    """

    id: str
    where: str
    text: str
    start: int
    end: int
    facet: str
    claim: Claim | None
    owner: Owner | None = None
    flags: tuple[Flag, ...] = ()
    plain: str = ""
    """The clause without markup, as a person reads it."""
    speech: Attribution | None = None
    """Who spoke, and when, where the clause says only that someone said something."""
    sentence: tuple[int, int] | None = None
    """The whole sentence (of a field: the entry) around it, as offsets."""


@value
class ReadArticle:
    """An article as read: its text in parts and its statements in the order of the text."""

    article: ArticleText
    statements: tuple[Statement, ...]


Verdict: TypeAlias = Literal[
    "supported",
    "partly_supported",
    "altered",
    "contradicted",
    "in_tension",
    "not_mentioned",
    "unsupported_synthesis",
]


@value
class Needs:
    """The kind of source that could settle a statement, in which language, and in which window of days."""

    kind: str
    language: str | None
    start: str | None
    end: str | None


@value
class Judged:
    """A statement, its verdict, and the case's claims for and against it."""

    statement: Statement
    verdict: Verdict
    note: str
    evidence: tuple[str, ...] = ()
    """Ids of claims of the case that carry it."""
    against: tuple[str, ...] = ()
    needs: Needs | None = None


@value
class Pair:
    """Two statements of the article, by id, and what is between them (a conflict, or only odd)."""

    left: str
    right: str
    kind: str
    note: str


@value
class Omission:
    """A claim of the case that the article leaves out."""

    claim_id: str
    note: str


@value
class Audit:
    """All that was found: a verdict for each statement, the article's own conflicts, notes, omissions."""

    article: ArticleText
    judged: tuple[Judged, ...]
    conflicts: tuple[Pair, ...] = ()
    notes: tuple[Pair, ...] = ()
    omissions: tuple[Omission, ...] = ()
    event_id: str | None = None
    """The event of the case that the article was held against; None where none fits."""
