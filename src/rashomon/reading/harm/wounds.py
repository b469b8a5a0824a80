"""Wounds and places of care that tell what became of somebody: throats that were cut, hospitals where people lie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.reading.harm.outcome import Outcome

if TYPE_CHECKING:
    from spacy.tokens import Token

_STAYING = frozenset({"be", "remain", "stay", "lie"})
_LEAVING = frozenset({"leave", "put", "send", "land"})


def stays_in_hospital(noun: Token) -> bool:
    """True for the hospital of "he remains *in the hospital*", "left a man dead and two others *in the hospital*"."""
    if noun.head.lower_ not in {"in", "at"}:
        return False
    whose = noun.head.head
    up = whose.lemma_ in {"end", "wind", "finish"} and any(child.lower_ == "up" for child in whose.children)
    if up or whose.lemma_ in _STAYING:
        return True
    beside = whose if whose.dep_ != "conj" else whose.head
    if beside.dep_ == "pobj" and whose.dep_ == "conj":
        return beside.head.lower_ == "with"  # "ended with one dead and one *in the hospital*"
    torn = (
        whose.dep_ == "conj" and beside.lemma_ in _LEAVING
    )  # "leaving two dead and *six others in hospital*"
    return torn or (beside.dep_ in {"dobj", "oprd", "ccomp"} and beside.head.lemma_ in _LEAVING)


def is_cared_for(verb: Token, lemma: str) -> bool:
    """True for "six are *receiving treatment* for burns": their wounds, or where they are treated, are told."""
    if lemma not in _GETTING:
        return False
    care = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ in _CARE), None)
    return care is not None and _OF_WOUNDS.search(verb.doc[care.i : care.i + _REACH].text) is not None


_GETTING = frozenset({"receive", "undergo", "get"})
_CARE = frozenset({"treatment", "care", "attention", "aid"})
_REACH = 10
_OF_WOUNDS = re.compile(
    r"\b(?:wounds?|injur(?:y|ies)|burns?|bruises|shock|hospitals?|clinics?|infirmary|medical)\b", re.I
)
"""What beside "treatment" tells that whoever gets it was hurt."""


def loses_limb(verb: Token, lemma: str) -> bool:
    """True for "a boy *lost a leg* in the blast"."""
    return lemma == "lose" and any(
        child.dep_ == "dobj" and child.lemma_.lower() in _LIMBS for child in verb.children
    )


_LIMBS = frozenset("leg arm limb foot hand eye finger eyesight sight hearing".split())


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
