"""Death told by who was left: "none of the four survived", "no survivors among the six", "all but one died".

What is said of nobody here is said of everybody: whoever did not survive is dead. The number is that of the
whole, where the words give it; else it is looked for among the people told of before (`reading.plurals`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.harm.outcome import Outcome
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOBODY = frozenset({"none", "neither", "nobody", "no"})
_COMING_OUT = frozenset("escape come get make emerge be leave walk return".split())
_LIVING = frozenset({"survive", "live"})
_MAKES_IT = re.compile(
    r"it(?: ?[.,;:]| ?$| (?:alive|out|through|after|despite|and|but|when|while|because|as)\b"
    r"|(?: back| in)? to (?:[\w-]+ ){0,3}?(?:hospital|clinic|infirmary|ward|medics)\b| to [\w-]+ alive\b)",
    re.I,
)
"""After "make": "one of them did not *make it*", "did not make it to the hospital"; to a border is not meant."""
_HERE = frozenset({"here", "there", "alone", "together"})
_NOT_LEFT = re.compile(r"\b(?:no|any|without|neither)\s+(?:\w+\s+)?$", re.I)
_EXCEPTED = HeldPattern(r"\ball (?:but|except(?: for)?|save(?: for)?|bar) $", re.I)
_LONGEST_NUMBER = 24


def told_survival(token: Token) -> Outcome | None:
    """The death that words of surviving tell, if they do."""
    lemma = token.lemma_.lower()
    if lemma == "survivor":
        return _of_survivors(token)
    if token.pos_ != "VERB" and token.pos_ != "AUX":
        return None
    alive = lemma in _COMING_OUT and any(child.lower_ == "alive" for child in token.children)
    makes_it = lemma == "make" and _MAKES_IT.match(token.doc[token.i + 1 : token.i + 7].text) is not None
    if lemma not in _LIVING and not makes_it and not alive:
        return None
    if token.dep_ == "pcomp" and token.head.head.lower_ in _NOBODY and token.head.head.dep_ == "appos":
        return Outcome(facet="killed", sufferer="own", anchor=token.head.head.head.i, affirmed=True)
    denied = any(child.dep_ == "neg" for child in token.children)
    if lemma == "live" and any(child.dep_ == "prep" or child.lower_ in _HERE for child in token.children):
        return None  # "he did not live at the house"
    if any(child.lower_ in {"if", "would", "will", "may", "might", "could"} for child in token.children):
        return None
    if denied or any(_is_nobody(subject) for subject in syntax.subjects(token)):
        return Outcome(facet="killed", sufferer="subject", anchor=token.i, affirmed=True)
    return next((few for subject in syntax.subjects(token) if (few := _of_few(subject))), None)


def _of_few(subject: Token) -> Outcome | None:
    """ "*Only one* of the five survived", "only two of them lived": the others of the whole are dead."""
    if not any(child.lower_ in {"only", "just"} and child.i < subject.i for child in subject.subtree):
        return None
    number = next((child for child in subject.children if child.dep_ == "nummod"), subject)
    found = find_counts(number.text)
    left = found[0].count.low if found else None
    if left is None:
        return None
    for whole in syntax.prepositional(subject, "of"):
        counted = find_counts(" ".join(t.text for t in [*whole.lefts, whole]))
        if counted and counted[0].count.vague is None and (counted[0].count.low or 0) > left:
            dead = (counted[0].count.low or 0) - left
            return Outcome(facet="killed", sufferer="own", anchor=whole.i, count=dead)
    return Outcome(facet="killed", sufferer="own", anchor=subject.i, affirmed=True, left=left)


def _is_nobody(subject: Token) -> bool:
    """True for the subjects of "none survived", "neither of them lived", "no passenger survived"."""
    if subject.tag_ in {"WP", "WDT"}:
        return subject.head.dep_ == "relcl" and _is_nobody(subject.head.head)
    words = {subject.lower_, *(child.lower_ for child in subject.children if child.i < subject.i)}
    return bool(words & _NOBODY)


def _of_survivors(noun: Token) -> Outcome | None:
    """ "There were no survivors among the six": the six; with nobody named, those told of before."""
    if _NOT_LEFT.search(noun.doc[max(0, noun.i - 3) : noun.i].text_with_ws) is None:
        return None
    if syntax.clause_verb(noun).lemma_ in {"find", "see", "locate"}:
        return None  # "searched the river and found no survivors": nobody says how many were looked for
    among = syntax.prepositional(noun, "among", "of", "from") or syntax.prepositional(noun.head, "among")
    return Outcome(facet="killed", sufferer="own", anchor=(among or [noun])[0].i, affirmed=True)


def everybody(group: Group, left: int = 0) -> Group:
    """The whole of which "none" or "neither" is said: the four of "none of the four"; ``left``: all but so many."""
    count = group.count
    nobody = (count is not None and count.high == 0) or left > 0
    if not nobody and group.noun != "survivor":
        return group
    if group.out_of is not None:
        return replace(group, count=group.out_of, out_of=None)
    return replace(
        group,
        kind="pronoun",
        count=Count(low=1 if left else 2, high=None, as_written=group.words, vague="plural"),
        plural=True,
        definite=True,
        noun="",
        excepted=left,
    )


def is_excepted(start: int, sentence: Sentence) -> bool:
    """True for the two of "all but two died", from their offset in the sentence: they are the living."""
    return _EXCEPTED.search(sentence.words[max(0, start - 20) : start]) is not None


def excepted_of(pronoun: Token) -> int | None:
    """How many are left out by the words after "all": the one of "all but *one* were killed"."""
    if pronoun.lower_ != "all" or pronoun.i + 2 >= len(pronoun.doc):
        return None
    words = pronoun.doc[pronoun.i : pronoun.i + 6].text
    for found in find_counts(words[:_LONGEST_NUMBER]):
        if _EXCEPTED.search(words[: found.start]):
            return found.count.low if found.count.low == found.count.high else None
    return None
