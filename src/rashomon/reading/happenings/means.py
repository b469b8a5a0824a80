"""Nouns for weapons that tell of a happening: only where they hit somebody, by what the sentence says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import HARM_VERBS, SUFFER_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

MEANS_NOUNS = frozenset(
    {
        "ied",
        "landmine",
        "mine",
        "vbied",
        "svbied",
        "mortar",
        "rocket",
        "grenade",
        "bomb",
        "gunfire",
        "violence",
    }
)
_STRIKING = frozenset(
    {
        "hit",
        "strike",
        "explode",
        "detonate",
        "trigger",
        "drive",
        "run",
        "fire",
        "throw",
        "launch",
        "plant",
        "step",
        "encounter",
        "lob",
        "hurl",
        "drop",
    }
)
_HARMING = frozenset({"destroy", "damage", "kill", "wound", "injure", "rip", "tear"})
"""What a mine or bomb does where it is the subject."""
_HITTING = frozenset({"hit", "strike", "attack", "target"})
_HELD_BY = frozenset({"by", "with"})
_REACH = 4
"""How many words up the tree a verb of harm may stand: "hit *a bus carrying pilgrims* with a mine"."""


def tells_of_harm(noun: Token) -> bool:
    """True for the weapon of "a mine killed two", "hit a truck with a rocket"; not for "found a mine"."""
    above = noun.head
    if noun.dep_ == "nsubj" and above.lemma_.lower() in _HARMING:
        return True
    if above.lemma_.lower() in _STRIKING or (above.dep_ != "ROOT" and above.head.lemma_.lower() in _STRIKING):
        return True
    return above.lower_ in _HELD_BY and _is_under_harm(above)


def frames_harm(noun: Token) -> bool:
    """True for the strike of "*in* a separate *strike*, 18 were hurt", unlike that of nurses and bakers."""
    verb = noun.head.head
    return noun.head.lower_ == "in" and (
        verb.lemma_.lower() in HARM_VERBS or verb.lemma_.lower() in SUFFER_VERBS
    )


def _is_under_harm(preposition: Token) -> bool:
    climbing = preposition
    for _ in range(_REACH):
        climbing = climbing.head
        if climbing.pos_ == "VERB" and climbing.lemma_.lower() in _HARMING | _HITTING:
            return True
    return False


_LAUNCHING = frozenset({"fire", "launch", "lob", "shoot", "hurl", "throw", "drop", "plant", "lay"})


def launched_by(noun: Token) -> list[Token]:
    """Who sent or laid what struck: "rockets fired *by X*", "a shell launched from *X* positions"."""
    found: list[Token] = []
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and verb.lemma_.lower() in _LAUNCHING:
            found += syntax.agents(verb) or syntax.prepositional(verb, "from")
    return found
