"""Figures as Wikidata statements: one for each speaker, with the bounds and the scope of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.codebook.facets import FACETS
from rashomon.codebook.wikidata import item_of
from rashomon.model.claims import Claim, Count
from rashomon.writing.exports.quickstatements import syntax
from rashomon.writing.exports.quickstatements.sources import MOST_BLOCKS
from rashomon.writing.exports.quickstatements.syntax import Pair, Statement
from rashomon.writing.exports.tellings import Teller, stance_of

PROPERTIES = {"killed": "P1120", "wounded": "P1339", "missing": "P1446"}
"""Number of deaths, of injured, of missing; Wikidata has none for captured, neutralised or losses."""
CIRCA, DISPUTED, POSSIBLY = "Q5727902", "Q18912752", "Q30230067"
_NUMBERLESS = frozenset({"plural", "unknown"})
"""Number words of the codebook that say no more than "some people"."""
_ONE = re.compile(r"\b(?:1|one|single|un|une)\b(?![- ]?(?:year|month))", re.IGNORECASE)
"""A figure of one told as a number; "a man" and "a 40-year-old" tell of somebody."""
_WHOLE = frozenset({"people"})
"""Categories that say nothing of who somebody was."""


def refusal(claim: Claim, teller: Teller) -> str:
    """Why a figure is no statement of Wikidata; empty where it is one."""
    label = FACETS[claim.facet].label
    if claim.facet not in PROPERTIES:
        return f"Wikidata has no property for “{label}”"
    if claim.polarity == "negated" or stance_of(claim) in ("denies", "doubts"):
        return "a denial is no statement of a number"
    if claim.certainty in ("hypothetical", "planned"):
        return f"it is only {claim.certainty}"
    if not isinstance(claim.value, Count) or claim.value.vague in _NUMBERLESS:
        return "no number is given"
    if claim.value.low is None and claim.value.high is None:
        return "no number is given"
    if claim.about and teller.withholding.hides(claim.about.words):
        return "it is of one private person"
    if claim.value.low == claim.value.high == 1 and not _ONE.search(claim.value.as_written):
        return "it tells of one person and gives no number"
    if claim.coverage == "increment":
        return "it adds to an earlier figure"
    return ""


def figure(claim: Claim, count: Count, *, disputed: bool, alone: bool) -> Statement:
    """The statement without its references: an exact number as it is, any other as unknown within its limits.

    A midpoint of "30 to 40" or an upper limit of "at least 30" would be a figure that nobody gave. Only a
    figure that is the speaker's one (``alone``) can be of everybody; of several, each is of a part.
    """
    exact = count.low == count.high and count.vague is None
    limits: list[Pair] = []
    if not exact:
        limits += [("P5447", str(count.low))] if count.low is not None else []
        limits += [("P5448", str(count.high))] if count.high is not None else []
    return Statement(
        prop=PROPERTIES[claim.facet],
        value=str(count.low) if exact else "somevalue",
        qualifiers=(*limits, *_part(claim, alone), *_marks(claim, count, disputed=disputed)),
        anew=True,
    )


def _marks(claim: Claim, count: Count, *, disputed: bool) -> Iterator[Pair]:
    written = syntax.text(count.as_written)
    if written != '""':
        yield ("P1932", written)
    if count.approximate:
        yield ("P1480", CIRCA)
    if disputed:
        yield ("P1480", DISPUTED)
    if claim.certainty == "hedged":
        yield ("P5102", POSSIBLY)


def _part(claim: Claim, alone: bool) -> tuple[Pair, ...]:
    """Whom the figure applies to: an item, unknown where there is none, nothing where it is everybody."""
    about = claim.about
    if alone and is_everybody(claim):
        return ()
    items = [item_of("actor", actor.actor_id) for actor in about.actors] if about else []
    only = items[0] if len(items) == 1 else None
    return (("P518", only or "somevalue"),)


def is_everybody(claim: Claim) -> bool:
    """True where the figure is of people of whom nothing is said but that they were hit."""
    about = claim.about
    if claim.coverage in ("subset", "increment"):
        return False
    if about is None:
        return True
    named = about.actors or about.side or about.status != "unknown"
    return not named and set(about.categories) <= _WHOLE


def merged(statements: Iterable[tuple[str, Statement]]) -> list[Statement]:
    """One statement for what one speaker says in several places: the first, with the references of all."""
    found: dict[tuple[object, ...], Statement] = {}
    for speaker, one in statements:
        told = [pair for pair in one.qualifiers if pair[0] not in ("P1932", "P1480")]
        part = one.about if any(prop == "P518" for prop, _ in told) else ""
        key = (speaker, one.prop, one.value, tuple(told), part)
        known = found.setdefault(key, one)
        if known is not one:
            addresses = {block[0] for block in known.references}
            more = tuple(block for block in one.references if block[0] not in addresses)
            found[key] = replace(known, references=(*known.references, *more)[:MOST_BLOCKS])
    return list(found.values())
