"""Sentence makers: claims of one kind, by one speaker, in plain attributed English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.model.article import Sentence
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Unknown
from rashomon.writing.dates import day_phrase, is_exact_day
from rashomon.writing.figures import count_phrase, is_one
from rashomon.writing.parties import joined, people_phrase
from rashomon.writing.speakers import Speaker, capitalised
from rashomon.writing.withholding import Withholding

_VERBS = {
    "killed": ("was killed", "were killed", "may have been killed"),
    "wounded": ("was wounded", "were wounded", "may have been wounded"),
    "captured": ("was captured", "were captured", "may have been captured"),
    "missing": ("was missing", "were missing", "may have been missing"),
    "neutralised": ("was put out of action", "were put out of action", "may have been put out of action"),
    "casualties": ("was killed or wounded", "were killed or wounded", "may have been killed or wounded"),
    "losses": ("was lost", "were lost", "may have been lost"),
}
"""Facet → verb for one, for several, and where the text hedges."""


@value
class Account:
    """What one speaker says of one party, over one set of events: figures to stand in one clause."""

    speaker: Speaker
    claims: tuple[Claim, ...]
    """The leading print of each figure, in facet order."""
    prints: tuple[str, ...]
    """Ids of all claims behind these figures."""
    said_on: str | None = None
    printed_on: str | None = None
    """The earliest report that holds it: no later than this it was said."""
    scope_words: str = ""
    """How far the figures reach, where that is more than this event ("across two clashes that day")."""


def said(
    speaker: Speaker, clause: str, *, turn: int, said_on: str | None = None, stance: str = "asserts"
) -> str:
    """A clause with its speaker; ``turn`` varies the form, so that a section does not repeat one."""
    who, when = with_relays(speaker), _when(said_on)
    if stance != "asserts":
        verb = {"denies": "denied that", "doubts": "doubted that", "confirms": "confirmed that"}[stance]
        return f"{capitalised(who)} {verb} {clause}{when and f', speaking{when}'}."
    if speaker.own_voice and not speaker.is_statement:
        return f"{capitalised(who)} reported{when} that {clause}."
    if speaker.nameless:
        return f"According to {who}{when and f', speaking{when}'}, {clause}."
    forms = (
        f"{capitalised(who)} said{when} that {clause}.",
        f"According to {who}{when and f', speaking{when}'}, {clause}.",
        f"{capitalised(who)} stated{when} that {clause}.",
    )
    return forms[turn % len(forms)]


def with_relays(speaker: Speaker) -> str:
    """The speaker and who relayed the words, marked where the relay is an inference."""
    if not speaker.relays:
        return speaker.name
    mark = "apparently quoted by" if speaker.inferred else "quoted by"
    return f"{speaker.name}, {mark} {joined(speaker.relays)},"


def _when(said_on: str | None) -> str:
    return f" on {day_phrase(said_on)}" if is_exact_day(said_on) else ""


def account_sentence(
    accounts: Sequence[Account], withholding: Withholding, *, turn: int, dated: bool = True
) -> Sentence:
    """One speaker's figures of one reach in one sentence, party by party; ``dated``: say when."""
    first = accounts[0]
    lead = first.claims[0]
    stance = lead.attribution[0].stance if lead.attribution else "asserts"
    clause = joined([figures_clause(account.claims, withholding) for account in accounts], ", and")
    if first.scope_words:
        clause = f"{first.scope_words}, {clause}"
    day = first.said_on if dated else None
    text = said(first.speaker, clause, turn=turn, said_on=day, stance=stance)
    prints = tuple(dict.fromkeys(claim_id for account in accounts for claim_id in account.prints))
    return Sentence(text=_tidy(text), claim_ids=prints)


def _tidy(text: str) -> str:
    """Commas as they should stand where clauses were put together."""
    for reach in ("across", "apparently across"):
        text = text.replace(f" that {reach} ", f" that, {reach} ")
    return text.replace(",,", ",").replace(" ,", ",")


def figures_clause(claims: Sequence[Claim], withholding: Withholding) -> str:
    """One party, one or more outcomes: three fighters of the MSA were killed and five were wounded."""
    return joined([figure_clause(c, withholding, first=not i) for i, c in enumerate(claims)])


def figure_clause(claim: Claim, withholding: Withholding, *, first: bool = True) -> str:
    """One figure with its verb; the people are named in the first clause of a sentence only."""
    one = isinstance(claim.value, Count) and is_one(claim.value)
    people = people_phrase(claim.about, withholding, one=one)
    verb = _verb(claim, one)
    if claim.facet == "losses" or isinstance(claim.value, Unknown):
        return _unnumbered_clause(claim, people, verb)
    if not isinstance(claim.value, Count):
        return f"{people} {verb}"
    number = count_phrase(claim.value)
    if claim.coverage == "subset" and claim.about and claim.about.categories and not claim.about.actors:
        verb = "was" if one else "were"
        return f"{number} of those {FACETS[claim.facet].label} {verb} {people}"
    further = "a further " if claim.coverage == "increment" and number[:1].isdigit() else ""
    if first:
        return f"{further}{number} {people} {verb}"
    return f"{further}{'none' if number == 'no' else number.removesuffix(' of')} {verb}"


def _verb(claim: Claim, one: bool) -> str:
    single, several, hedged = _VERBS.get(
        claim.facet, ("was affected", "were affected", "may have been affected")
    )
    verb = hedged if claim.certainty in ("hedged", "hypothetical") else single if one else several
    if claim.polarity == "negated":
        verb = verb.replace("was ", "was not ").replace("were ", "were not ").replace("may ", "may not ")
    return verb


def _unnumbered_clause(claim: Claim, people: str, verb: str) -> str:
    if isinstance(claim.value, Count) and claim.value.high == 0:
        return f"there were no losses among {people}"
    if claim.polarity == "negated":
        return (
            f"there were no losses among {people}"
            if claim.facet == "losses"
            else f"no {people} {_VERBS[claim.facet][1]}"
        )
    if claim.facet == "losses":
        return f"there were losses among {people}, whose number is not given"
    return f"an unknown number of {people} {verb}"


def note_sentence(text: str, claims: Iterable[Claim | str]) -> Sentence:
    """A sentence of our own that compares or locates, resting on the claims it compares."""
    ids = [claim if isinstance(claim, str) else claim.id for claim in claims]
    return Sentence(text=text, claim_ids=tuple(dict.fromkeys(ids)))
