"""Harm that only threatens: "or risk being shot", "to pay or be killed", "in fear of being abducted"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_RISKING = frozenset(
    {"risk", "risks", "risked", "risking", "face", "fear", "feared", "fearing", "avoid", "escape"}
)
_DANGERS = frozenset({"risk", "danger", "fear", "threat", "possibility", "prospect"})
_BEFORE_PASSIVE = frozenset({"be", "being", "get", "getting"})
_AUXILIARIES = frozenset({"auxpass", "aux"})


def only_threatens(verb: Token) -> bool:
    """True for a passive that somebody risks or fears, or that is the other choice of who is told to do a thing."""
    if verb.i < 3 or verb.nbor(-1).lower_ not in _BEFORE_PASSIVE:
        return False
    first = min((c.i for c in verb.children if c.dep_ in _AUXILIARIES and c.i < verb.i), default=verb.i)
    if first < 2 or first == verb.i:
        return False
    doc = verb.doc
    before, form = doc[first - 1], doc[first].lower_
    if form == "being":
        feared = before.lower_ == "of" and doc[first - 2].lemma_.lower() in _DANGERS
        return feared or before.lower_ in _RISKING
    return form == "be" and before.lower_ == "or"
