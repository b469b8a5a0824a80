"""Deeds told only to say who somebody is: "a leader *responsible for attacks* on convoys", "he plans *ambushes*".

Such a deed is none of the report's own happenings, unless the report goes on to tell of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import AVENGING
from rashomon.reading.languages.en.words import PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUTHORS = frozenset("mastermind perpetrator planner organizer organiser architect brain instigator".split())
_CHARGED = frozenset("suspect accuse want seek know".split())
"""What makes a record of a deed only beside the noun for who did it: "a man wanted for the attack"."""
_INVOLVED = frozenset(
    "link involve responsible implicate connect tie associate participate part role hand".split()
)
_PLANNING = frozenset(
    (
        "plan planning direct coordinate coordination conduct lead plot plotting organize organise facilitate "
        "facilitation orchestrate oversee command execution preparation carry stage launch mount fund finance"
    ).split()
)
"""What one does with a deed, between its word and the word of the record: "involved in the *planning* of attacks"."""
_POINTING = frozenset("the this that these those".split())
_STEPS = 6
"""How many words may lie between a deed and the word that makes it one of a record."""


def is_of_record(noun: Token) -> bool:
    """True for a deed that only says who somebody is: "a leader who was responsible for Tuesday's attack"."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    if _is_of_career(noun):
        return True
    word = _record_word(noun)
    if word is None:
        return False
    lemma = word.lemma_.lower()
    if lemma in _AUTHORS:
        return True  # "the mastermind of an attack"
    repeated = noun.tag_ == "NNS" and lemma != "know"
    if (lemma in _INVOLVED or repeated) and _is_said_of_person(word) and not _is_pointed_at(noun):
        return True
    if word.dep_ in {"acomp", "xcomp"}:
        word = word.head
    return word.dep_ in {"relcl", "acl"} and word.head.lemma_.lower() in PERSON_NOUNS


def is_of_members(verb: Token) -> bool:
    """True for "the group was part of the rebels who *attacked* a post in May": a deed of theirs, told in passing."""
    if verb.pos_ != "VERB" or verb.dep_ != "relcl" or verb.head.dep_ != "pobj":
        return False
    whole = verb.head.head.head
    return whole.lemma_.lower() in _PARTS and whole.head.lemma_ == "be"


_PARTS = frozenset("part member one".split())


def _record_word(noun: Token) -> Token | None:
    """The "responsible" of "responsible for leading attacks", the "planner" of "planner of raids and ambushes"."""
    word = noun
    for _ in range(_STEPS):
        above = word.head
        lemma = above.lemma_.lower()
        if word.dep_ in {"pobj", "pcomp"} and above.dep_ == "prep":
            word = above
        elif word.dep_ == "prep" and lemma in _AUTHORS | _CHARGED | _INVOLVED:
            return above
        elif word.dep_ == "conj" or (word.dep_ in {"dobj", "prep"} and lemma in _PLANNING):
            word = above
        else:
            return None
    return None


def _is_said_of_person(word: Token) -> bool:
    """True for "the leader *is linked* to an attack", "he is believed *to have been involved* in one"."""
    verb = word.head if word.dep_ in {"acomp", "dobj"} else word
    while verb.dep_ in {"xcomp", "conj"} and not syntax.subjects(verb) and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return any(_is_one_person(subject) for subject in syntax.subjects(verb))


def _is_pointed_at(noun: Token) -> bool:
    """True for "the attack", which may be the one the report is about; "the murder of two teachers" tells it anew."""
    anew = any(child.lower_ == "of" for child in noun.children)
    return not anew and any(child.lower_ in _POINTING for child in noun.children)


def _is_one_person(token: Token) -> bool:
    """True for "he", "the commander"; not for those whose deed of the day the report may tell."""
    if token.pos_ == "PRON":
        return token.lower_ in {"he", "she"}
    return token.tag_ in {"NN", "NNP"} and token.lemma_.lower() in PERSON_NOUNS


def _is_of_career(noun: Token) -> bool:
    """True for "he has led several *ambushes*": more than one deed of one person."""
    verb = noun.head
    if noun.tag_ != "NNS" or noun.dep_ != "dobj" or verb.lemma_.lower() not in _PLANNING:
        return False
    while verb.dep_ == "conj" and not syntax.subjects(verb):
        verb = verb.head
    return not _is_pointed_at(noun) and any(_is_one_person(one) for one in syntax.subjects(verb))


_HABIT = frozenset(
    "plan direct coordinate conduct lead plot organize organise facilitate orchestrate oversee command".split()
)
_BEHIND = frozenset("plan direct coordinate plot facilitate orchestrate oversee".split())
"""What one does who sends others: also in the past it tells of no single happening."""


def is_habit(noun: Token) -> bool:
    """True for "he *plans attacks* on checkpoints": what somebody does, no happening."""
    if noun.tag_ != "NNS" or noun.dep_ not in {"dobj", "conj", "pobj"}:
        return False
    verb = noun.head
    while verb.pos_ in {"NOUN", "ADP"} and verb.head != verb:
        verb = verb.head
    if any(child.dep_ in {"det", "nummod"} for child in noun.children):
        return False
    lemma = verb.lemma_.lower()
    return lemma in _HABIT and (verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBD" and lemma in _BEHIND))


def is_avenged(token: Token) -> bool:
    """ "in revenge for the killing of …", "in response to an attack": what happened before, elsewhere."""
    preposition = token.head
    if token.dep_ not in {"pobj", "pcomp"} or preposition.lower_ not in {"for", "to", "of"}:
        return False
    return preposition.head.lemma_.lower() in AVENGING and not _is_called_out(preposition.head)


_CALLED_OUT = frozenset(
    "police officer deputy trooper medic paramedic firefighter crew department authority sheriff ambulance agent "
    "patrol personnel responder detective investigator office official constable helper rescuer emergency unit "
    "team cop they".split()
)


def _is_called_out(verb: Token) -> bool:
    """True for "officers *responded* to a shooting": they came to the very one that is told, and avenge nothing."""
    if verb.pos_ != "VERB" or verb.lemma_ != "respond":
        return False
    return any(who.lemma_.lower() in _CALLED_OUT for who in syntax.inherited_subjects(verb))


_ALIKE = frozenset("similar comparable akin identical compare liken reminiscent parallel resemblance".split())
_RECALLING = frozenset("resemble recall echo mirror evoke".split())


def is_likened(noun: Token) -> bool:
    """True for "similar to *another attack* in May", "reminiscent of a *raid*": told to compare, and no part of it."""
    above = noun.head
    if noun.pos_ != "NOUN" or above == noun:
        return False
    if noun.dep_ == "dobj":
        return above.lemma_ in _RECALLING
    compared = noun.dep_ == "pobj" and above.lower_ in {"to", "of", "with"}
    return compared and above.head.lemma_.lower() in _ALIKE
