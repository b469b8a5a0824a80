"""Who was taken where no verb of arrest says it: "rounded up", "in custody", "turned himself in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.words import PERSON_NOUNS
from rashomon.reading.outcomes import Outcome

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVING_UP = {"give": "up", "turn": "in", "hand": "over", "deliver": "up"}
"""Verbs that with the particle and oneself for object tell of a surrender."""
_SELVES = frozenset({"himself", "herself", "themselves"})
_OF_SUSPECTS = {"pick": "up", "net": "", "bag": "", "haul": "in", "collar": "", "snatch": ""}
"""Verbs that tell of an arrest only where those picked up are suspects or fighters."""
_BEING = frozenset({"be", "remain", "stay"})


def told_custody(token: Token) -> Outcome | None:
    """The taking of people that a word tells beside the verbs of arrest, if it does."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        return _of_verb(token, lemma)
    if lemma == "custody" and token.dep_ == "pobj" and token.head.lower_ == "in":
        verb = token.head.head
        if verb.lemma_ in _BEING:
            return Outcome(facet="captured", sufferer="subject", anchor=verb.i)
    return None


def _of_verb(verb: Token, lemma: str) -> Outcome | None:
    after = [token.lower_ for token in verb.children if token.dep_ in {"prt", "advmod", "prep"}]
    if lemma in _GIVING_UP and _GIVING_UP[lemma] in after:
        if any(child.dep_ in {"dobj", "nsubj"} and child.lower_ in _SELVES for child in verb.children):
            return Outcome(facet="captured", sufferer="subject", anchor=verb.i)
    if lemma == "round" and "up" in after:
        return Outcome(facet="captured", sufferer="patient", anchor=verb.i)
    if lemma == "hold" and any(child.lower_ == "being" for child in verb.children):
        return Outcome(facet="captured", sufferer="patient", anchor=verb.i)
    if lemma in _OF_SUSPECTS and (not _OF_SUSPECTS[lemma] or _OF_SUSPECTS[lemma] in after):
        whom = syntax.objects(verb) or syntax.subjects(verb)
        if any(_is_suspect(one) for one in whom):
            return Outcome(facet="captured", sufferer="patient", anchor=verb.i)
    return None


def _is_suspect(token: Token) -> bool:
    noun = PERSON_NOUNS.get(token.lemma_.lower())
    suspected = any(child.lower_ in {"suspected", "alleged", "wanted"} for child in token.children)
    return noun is not None and (suspected or noun.status == "combatant" or token.lemma_ == "suspect")
