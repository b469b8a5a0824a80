"""Phrases for a death in a fight or for a cause: "met his end", "embraced martyrdom", "paid the supreme price"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import TREATING_BODIES
from rashomon.reading.languages.en.words import HAPPENING_NOUNS, PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIGHTERS = frozenset(noun for noun, people in PERSON_NOUNS.items() if people.status == "combatant") | {
    "man",
    "member",
    "comrade",
    "helmet",
    "beret",
}
_OWN = re.compile(r"\bof (?:its|their|his|our)(?: own)?\b", re.I)
_FIELDS = frozenset("battlefield field duty bullet gunfire fire frontline front".split())
_ENDS = frozenset("death end demise doom waterloo".split())
_BAD = frozenset("violent gruesome tragic untimely brutal cruel bloody grisly".split())
_MARTYRDOMS = frozenset("martyrdom shahadat shahadah shahada".split())
_SACRIFICES = frozenset({"sacrifice", "price"})
_GREATEST = frozenset({"supreme", "ultimate", "highest"})


def is_death(verb: Token, noun: Token) -> bool:
    """True where a verb and its object tell that whoever does it dies, as a side tells of its own dead."""
    lemma, what = verb.lemma_.lower(), noun.lemma_.lower()
    if lemma == "meet" and what in _ENDS:
        return any(child.dep_ == "poss" or child.lower_ in _BAD for child in noun.children)
    if lemma in {"embrace", "attain", "achieve"}:
        return what in _MARTYRDOMS
    return (
        lemma in {"pay", "make"} and what in _SACRIFICES and any(c.lower_ in _GREATEST for c in noun.children)
    )


def is_lost(noun: Token) -> bool:
    """True for the "six soldiers" of "lost six soldiers": fighters or lives with a number, whom death took."""
    if noun.pos_ == "NUM":
        return _OWN.match(noun.doc[noun.i + 1 : noun.i + 4].text) is not None  # "lost two of its own"
    return noun.lemma_.lower() in _FIGHTERS | {"life"} and (
        _is_counted(noun) or _is_one_of(noun) or _is_a_fighter(noun)
    )


def counted_before(verb: Token) -> list[Token]:
    """The number that stands for who suffers: "a further *six* fled", "and *three* more died in hospital"."""
    counted = [child for child in verb.children if child.dep_ == "nummod" and child.i < verb.i]
    more = verb.nbor(-1) if verb.i > 1 else verb
    if not counted and more.lower_ == "more" and more.dep_ in {"advmod", "conj"}:
        return [child for child in more.children if child.dep_ == "nummod" and child.i == more.i - 1]
    return counted


def losers_of(verb: Token) -> list[Token]:
    """Who loses in "*the group* said it lost 13 men": whoever says it of himself."""
    subjects = syntax.inherited_subjects(verb)
    alone = len(subjects) == 1 and subjects[0].lower_ in {"it", "they", "he"}
    while alone and verb.dep_ in {"xcomp", "conj"} and verb.head.i < verb.i:
        verb = verb.head
    if alone and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
        return syntax.inherited_subjects(verb.head) or subjects
    return subjects


def _is_a_fighter(noun: Token) -> bool:
    """True for "lost *a soldier*"; a man may have gone otherwise."""
    if noun.lemma_.lower() in {"man", "member", "life"}:
        return False
    return any(child.dep_ == "det" and child.lower_ in {"a", "an"} for child in noun.children)


def _is_one_of(noun: Token) -> bool:
    """True for the fighters of "the loss of *one of its fighters*"."""
    return noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM"


def is_taken_out(verb: Token) -> bool:
    """True for "took out 12 of the rebels", "four rebels were *taken out*"; not for those taken "out of" a town."""
    out = next((child for child in verb.children if child.lower_ == "out"), None)
    if out is None or verb.doc[out.i + 1 : out.i + 2].text.lower() in {"of", "to", "for", "on"}:
        return False
    whom = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    some = [of for one in whom if one.pos_ == "NUM" for of in syntax.prepositional(one, "of")]
    # "Two men were taken out by medics" are alive; fighters of whom it is said are not.
    whom = [one for one in whom if one.dep_ == "dobj" or one.lemma_.lower() not in {"man", "member"}]
    return any(map(is_lost, whom)) or any(one.lemma_.lower() in _FIGHTERS for one in some)


def owners_of_heads(noun: Token) -> list[Token]:
    """Whose heads "three *severed* heads", "the heads of four fishermen were *found*" are: as many are dead."""
    severed = any(child.lower_ in _CUT_OFF for child in noun.children)
    treated = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in TREATING_BODIES
    if not severed and not (treated and noun.tag_ == "NNS"):
        return []
    owners = [owner for owner in syntax.prepositional(noun, "of") if owner.lemma_.lower() in PERSON_NOUNS]
    return owners or [child for child in noun.children if severed and child.dep_ == "nummod"]


_CUT_OFF = frozenset({"severed", "decapitated"})


def falls_in_fight(verb: Token) -> bool:
    """True for "three soldiers *fell* in an ambush", "ten of them fell on the field": counted fighters in a fight."""
    martyred = any(word.lower_ in {"martyr", "martyrs"} for word in verb.doc[verb.i + 1 : verb.i + 4])
    if not martyred and not _has_fight_beside(verb):
        return False
    subjects = syntax.subjects(verb)
    shot = any(
        one.lemma_.lower() in {"bullet", "gunfire"} for one in syntax.prepositional(verb, "to", "under")
    )
    if shot and any(one.lemma_.lower() in PERSON_NOUNS for one in subjects):
        return True  # "two labourers fell to the bullets of gunmen"
    counted = [one for one in subjects if _is_counted(one)]
    counted += [of for one in subjects if one.pos_ == "NUM" for of in syntax.prepositional(one, "of")]
    return any(one.lemma_.lower() in _FIGHTERS for one in counted)


def _is_counted(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.children)


def _has_fight_beside(verb: Token) -> bool:
    """True where the verb stands "in", "during" or "at" a fight, "on the field", or says neither where nor whither."""
    for preposition in verb.children:
        fights = {c.lemma_.lower() for c in preposition.children if c.dep_ in {"pobj", "pcomp"}}
        if preposition.lower_ in {"in", "during", "at"} and fights & HAPPENING_NOUNS.keys():
            return True
        if preposition.lower_ in {"on", "to", "in", "under"} and fights & _FIELDS:
            return True
    return not any(
        (child.dep_ in {"prep", "prt", "acomp", "dobj"} and not _opens_for_own(child))
        or (child.dep_ == "advcl" and not _sets_beside(child))
        for child in verb.children
    )


def _opens_for_own(preposition: Token) -> bool:
    """True for the "on" of "*on* our side, four soldiers fell"."""
    return any(child.lower_ in {"side", "ranks"} for child in preposition.children)


def _sets_beside(clause: Token) -> bool:
    """True for ", *while* two fled": another thing, which says nothing of how they fell."""
    return any(child.dep_ == "mark" and child.lower_ in {"while", "whereas"} for child in clause.children)
