"""Wounds and places of care that tell what became of somebody: throats that were cut, hospitals where people lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.harm.outcome import Outcome

if TYPE_CHECKING:
    from spacy.tokens import Token

_STAYING = frozenset({"be", "remain", "stay"})
_LEAVING = frozenset({"leave", "put", "send", "land"})


def stays_in_hospital(noun: Token) -> bool:
    """True for the hospital of "he remains *in the hospital*", "left a man dead and two others *in the hospital*"."""
    if noun.head.lower_ not in {"in", "at"}:
        return False
    whose = noun.head.head
    if whose.lemma_ in _STAYING:
        return True
    beside = whose if whose.dep_ != "conj" else whose.head
    if beside.dep_ == "pobj" and whose.dep_ == "conj":
        return beside.head.lower_ == "with"  # "ended with one dead and one *in the hospital*"
    return beside.dep_ in {"dobj", "oprd", "ccomp"} and beside.head.lemma_ in _LEAVING


def of_throat(noun: Token) -> Outcome | None:
    """ "had their throats slit", "the throat of a farmer was cut": whose it is, is dead."""
    if not any(
        t.lower_ in {"slit", "cut", "slashed", "slitting"} for t in noun.doc[max(0, noun.i - 5) : noun.i + 9]
    ):
        return None
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    if not owners:
        return None
    if owners[0].tag_ != "PRP$":
        return Outcome(facet="killed", sufferer="own", anchor=owners[0].i)
    verb = noun.head
    while verb.lemma_ not in {"have", "find", "discover"} and verb.head != verb:
        verb = verb.head
    if verb.lemma_ in {"find", "discover"}:
        return Outcome(facet="killed", sufferer="patient", anchor=verb.i)
    return Outcome(facet="killed", sufferer="subject", anchor=verb.i) if verb.lemma_ == "have" else None
