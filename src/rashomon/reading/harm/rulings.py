"""Deaths of people told of before: "his death", "the death has been ruled a homicide".

A coroner's ruling is no second death: it tells that whoever was found or shot before is dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.harm.fallen import is_death
from rashomon.reading.harm.victim_order import pronoun_group
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEATHS = frozenset({"death", "killing", "slaying", "murder"})
_RULED = re.compile(
    r"\b(?:rul(?:e[ds]?|ing)|determin(?:ed|es|ing)|classif(?:ied|ies|ying)|investigat(?:ed|es|ing)|treat(?:ed|s|ing)"
    r"|deem(?:ed|s)|declar(?:ed|es)|list(?:ed|s)|consider(?:ed|s|ing)|handl(?:ed|es|ing)|called|calling|calls)\b"
    r"[^.;,]{0,60}?\b(?:homicides?|suicides?|accident(?:s|al)?|murders?|self-inflicted)\b"
)
_NOT_YET = re.compile(r"\b(?:if|whether|before|until|since|anniversary|would|may|might|could)\b", re.I)
"""What makes a death one that is feared, or long past."""


def told_by_name(owners: Sequence[Group]) -> list[Group]:
    """The owners of a harm, less "*the men's* injuries", which tells again of men told of before."""
    return [
        o
        for o in owners
        if not (o.definite and o.plural and o.count is not None and o.count.vague == "plural")
    ]


def whose_death(noun: Token, sentence: Sentence) -> list[Group]:
    """The dead of "*his* death", "*the* death was ruled a homicide", where no noun says who it was."""
    if noun.lemma_.lower() not in _DEATHS or is_death(noun.head, noun):
        return []
    owner = next((child for child in noun.children if child.tag_ == "PRP$"), None)
    if owner is not None:
        known = owner.lower_ in {"his", "her", "their"}
        near = noun.doc[max(0, owner.i - _NEAR) : noun.i].text
        return [pronoun_group(sentence, owner)] if known and not _NOT_YET.search(near) else []
    if not (_is_one_shot(noun) or _is_ruled(noun, sentence)):
        return []
    several = noun.tag_ == "NNS"
    one = Count(low=1, high=1, as_written=noun.text)
    group = pronoun_group(sentence, noun)
    return [group if several else replace(group, count=one, plural=False)]


def _is_ruled(noun: Token, sentence: Sentence) -> bool:
    """True for "*the death* has been ruled a homicide", "information about *the death* after a shooting"."""
    definite = any(child.lower_ in {"the", "this"} for child in noun.children) or _is_manner(noun)
    if noun.lemma_ != "death" or not definite:
        return False
    return (
        _RULED.search(sentence.words) is not None or _AFTER_SHOT.match(sentence.words, noun.idx) is not None
    )


def _is_one_shot(noun: Token) -> bool:
    """True for "investigating *a shooting death*": somebody's, whoever it was."""
    beside = {child.lower_ for child in noun.lefts}
    return (
        noun.tag_ == "NN"
        and noun.lemma_ == "death"
        and bool(beside & {"a", "an"})
        and bool(beside & {"shooting", "stabbing"})
    )


_AFTER_SHOT = re.compile(r"death (?:after|following|in) (?:an? |the )?(?:\w+ ){0,2}?(?:shooting|stabbing)\b")


def _is_manner(noun: Token) -> bool:
    """True for the death of "the manner of death"."""
    return noun.dep_ == "pobj" and noun.head.head.lower_ in {"manner", "cause"}


_NEAR = 3


def told_of_all(adjective: Token) -> list[Token]:
    """Those listed before "– *all dead*", "both dead of gunshot wounds"."""
    if adjective.dep_ != "amod" or adjective.head.i > adjective.i or adjective.i == 0:
        return []
    if adjective.nbor(-1).lower_ not in {"all", "both"}:
        return []
    first = adjective.head
    while first.dep_ in {"conj", "appos"} and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    return [
        t
        for t in first.subtree
        if t == first or (t.dep_ in {"conj", "appos"} and t.pos_ in {"NOUN", "PROPN"})
    ]
