"""Figures as Wikidata statements: one for each speaker, with the bounds and the scope of the words."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.codebook.facets import FACETS
from rashomon.codebook.wikidata import item_of
from rashomon.model.claims import Claim, Count, Party
from rashomon.writing.exports import quickstatements_syntax as syntax
from rashomon.writing.exports.quickstatements_syntax import Pair, Statement
from rashomon.writing.exports.tellings import Teller, stance_of

PROPERTIES = {"killed": "P1120", "wounded": "P1339", "missing": "P1446"}
"""Number of deaths, of injured, of missing; Wikidata has none for captured, neutralised or losses."""
CIRCA, DISPUTED, POSSIBLY = "Q5727902", "Q18912752", "Q30230067"
_NUMBERLESS = frozenset({"plural", "unknown"})
"""Number words of the codebook that say no more than "some people"."""
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
    return ""


def figure(claim: Claim, count: Count, *, disputed: bool) -> Statement:
    """The statement without its references: an exact number as it is, any other as unknown within its limits.

    A midpoint of "30 to 40" or an upper limit of "at least 30" would be a figure that nobody gave.
    """
    exact = count.low == count.high and count.vague is None
    limits: list[Pair] = []
    if not exact:
        limits += [("P5447", str(count.low))] if count.low is not None else []
        limits += [("P5448", str(count.high))] if count.high is not None else []
    return Statement(
        prop=PROPERTIES[claim.facet],
        value=str(count.low) if exact else "somevalue",
        qualifiers=(*limits, *_marks(claim, count, disputed=disputed)),
        anew=True,
    )


def _marks(claim: Claim, count: Count, *, disputed: bool) -> Iterator[Pair]:
    part = _part(claim)
    if part:
        yield ("P518", part)
    written = syntax.text(count.as_written)
    if written != '""':
        yield ("P1932", written)
    if count.approximate:
        yield ("P1480", CIRCA)
    if disputed:
        yield ("P1480", DISPUTED)
    if claim.certainty == "hedged":
        yield ("P5102", POSSIBLY)


def _part(claim: Claim) -> str:
    """Whom the figure applies to: an item, unknown where there is none, nothing where it is everybody."""
    about = claim.about
    if about is None or _is_everybody(about, claim):
        return ""
    items = [item_of("actor", actor.actor_id) for actor in about.actors]
    only = items[0] if len(items) == 1 else None
    return only or "somevalue"


def _is_everybody(about: Party, claim: Claim) -> bool:
    named = about.actors or about.side or about.status != "unknown"
    return not named and set(about.categories) <= _WHOLE and claim.coverage not in ("subset", "increment")
