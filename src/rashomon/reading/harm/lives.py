"""Lives that are taken, given, cut short or not saved: whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.harm.outcome import Outcome
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.words import PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIFE = frozenset({"life", "live"})
_CUTTING = {"cut": "short", "snuff": "", "extinguish": ""}
"""Verbs that end a life, with the word that has to stand beside them."""


def told_life(verb: Token, lemma: str) -> Outcome | None:
    """ "Took his own life", "claimed one life", "cut short the lives of four", "could not be revived"."""
    denied = any(child.dep_ == "neg" for child in verb.children)
    if lemma == "breathe" and not denied and _has_word(verb, "last"):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if lemma in {"save", "revive", "resuscitate"} and denied and passive:
        return Outcome(facet="killed", sufferer="patient", anchor=verb.i, affirmed=True)
    if lemma in _CUTTING and (whose := _whose_cut_short(verb, _CUTTING[lemma])) is not None:
        return Outcome(facet="killed", sufferer="own", anchor=whose.i)
    lives = [child for child in verb.children if child.lemma_ in _LIFE and child.dep_ == "dobj"]
    if lemma == "claim" and (whom := _claimed(verb)) is not None:
        return Outcome(facet="killed", sufferer="own", anchor=whom.i)
    if not lives and lemma in {"claim", "take"} and (torn := _torn_lives(verb)) is not None:
        return Outcome(facet="killed", sufferer="own", anchor=torn.i)
    if not lives:
        return None
    given = lemma in {"give", "sacrifice", "lay"} and any(child.dep_ == "poss" for child in lives[0].children)
    if given or (lemma in {"take", "end"} and _has_word(lives[0], "own")):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    owners = [child for child in lives[0].children if child.dep_ == "poss" and child.tag_ in {"NN", "NNS"}]
    if owners and lemma in {"claim", "take", "end"}:
        return Outcome(facet="killed", sufferer="own", anchor=owners[0].i)  # "took *three guards'* lives"
    numbers = [child for child in lives[0].children if child.dep_ == "nummod"]
    if lemma in {"claim", "take", "end"} and numbers and not _has_word(lives[0], "of"):
        return Outcome(facet="killed", sufferer="own", anchor=numbers[0].i)
    return None


_TAKING_LIVES = frozenset(
    "mine landmine bomb ied blast explosion attack ambush raid clash violence fighting shooting strike airstrike "
    "shell rocket missile grenade drone device".split()
)
"""What claims people themselves, where of others it says what they hold to be theirs."""


def _claimed(verb: Token) -> Token | None:
    """Whom "a mine *claimed* four guards" tells of; rebels who claim them only say so."""
    whom = next(iter(syntax.objects(verb)), None)
    doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    if whom is None or not any(doer.lemma_.lower() in _TAKING_LIVES for doer in doers):
        return None
    counted = any(child.dep_ == "nummod" for child in whom.children)
    return whom if counted and whom.lemma_.lower() in PERSON_NOUNS else None


def _torn_lives(verb: Token) -> Token | None:
    """The "people" of "claimed *the lives of* 150 people", which the parser makes a clause of its own."""
    after = verb.doc[verb.i + 1 : verb.i + 4]
    life = next((token for token in after if token.lemma_ in _LIFE and token.head != verb), None)
    return next(iter(syntax.prepositional(life, "of")), None) if life is not None else None


def _whose_cut_short(verb: Token, beside: str) -> Token | None:
    """Whose lives "cutting short *the lives of four*", "*six* lives were snuffed out" tell of.

    Not "his young life was cut short": who that is, is told elsewhere.
    """
    near = verb.doc[verb.i + 1 : verb.i + 7]
    if beside and all(token.lower_ != beside for token in near):
        return None
    after = next((token for token in near if token.lemma_ in _LIFE), None)
    life = after or next((one for one in syntax.subjects(verb) if one.lemma_ in _LIFE), None)
    if life is None:
        return None
    for link in (life, verb, *life.doc[life.i + 1 : life.i + 3]):
        if link.lower_ in {"of", "out", "from"} or link in (life, verb):
            of = [one for one in syntax.prepositional(link, "of", "from") if one.i > life.i]
            of = of or [one for one in link.children if link.lower_ == "of" and one.dep_ == "pobj"]
            if of:
                return of[0]
    return next((child for child in life.children if child.dep_ == "nummod"), None)


def _has_word(head: Token, word: str) -> bool:
    return any(child.lower_ == word for child in head.children)
