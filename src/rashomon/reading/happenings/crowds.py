"""Violence of crowds: a mob that lynches a thief, students who fight the police. ACLED calls it a riot.

Comes in a word for a happening and its kind; goes out the kind that it is where people without arms of war,
whom nobody commands, are among those who do it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.codebook.actors import slug_of_people
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.deeds import (
    BEARING_ARMS,
    CROWDS,
    DEMONSTRATORS,
    KEEPING_ORDER,
    TRADES,
    VIOLENT,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_CROWDS = frozenset({"clash", "attack", "looting", "execution", "arrest", "operation", "shooting"})
_FIGHTS = frozenset({"clash"})
_OPPOSED = frozenset({"between", "with", "among", "against", "of", "opposing", "by"})
_BODIES = frozenset({"group", "faction", "gang"})
_SETTLED = frozenset("village villager resident community inhabitant people local population".split())
"""Those of two peoples who fight ("Fulani and Dogon villagers") are told of as communal militias."""


_PERSONS = frozenset(
    "protester demonstrator rioter resident local youngster student pupil villager inhabitant supporter fan hooligan "
    "neighbour neighbor digger prospector teenager".split()
)
"""Of crowds, the words that one of them is called by in the singular; "youth" and "mob" may be many."""
_UNIFORMS = frozenset({"uniform", "fatigue", "fatigues", "camouflage"})
_ATTACKERS = frozenset(
    "attacker assailant raider invader gunman bandit rustler militant insurgent rebel".split()
)


def kind_among_crowds(token: Token, kind: str) -> str:
    """ "riot" or "mob" where a crowd did it, else the kind as it is."""
    if kind == "protest":
        return "riot" if any(child.lower_ in VIOLENT for child in token.children) else kind
    if kind not in _OF_CROWDS or any(child.lower_ == "back" for child in token.children):
        return kind  # villagers who fight back were attacked
    if token.lemma_.lower() != "lynch" and _ATTACKERS.intersection(
        t.lemma_.lower() for o in syntax.objects(token) for t in o.subtree
    ):
        return kind  # and so were those who "killed one of the attackers"
    doers = _parties(token) if kind in _FIGHTS else _doers(token)
    if kind in _FIGHTS and _strikers_face_police(doers):
        return "riot"
    crowds = [doer for doer in doers if _is_crowd(doer)]
    named = {doer.lemma_.lower() for doer in doers}
    others = {doer.lemma_.lower() for doer in doers if doer not in crowds}
    if not crowds or (others - KEEPING_ORDER if kind in _FIGHTS else others):
        return kind  # residents who fight militants are in a battle
    return "riot" if named & (DEMONSTRATORS | KEEPING_ORDER) else "mob"


def _strikers_face_police(parties: list[Token]) -> bool:
    """ "Nurses clashed with police": people of a trade, several of them, and nobody else but who keeps order."""
    names = {party.lemma_.lower() for party in parties}
    workers = [party for party in parties if party.lemma_.lower() in TRADES and party.tag_ == "NNS"]
    keepers = names & KEEPING_ORDER
    return bool(workers and keepers) and not names - KEEPING_ORDER - TRADES - CROWDS


def _doers(token: Token) -> list[Token]:
    if token.pos_ != "VERB":
        return _with_conjuncts(syntax.agents(token))
    if syntax.is_passive(token):
        return syntax.agents(token)
    return [s for s in syntax.inherited_subjects(token) if s.i < token.i]


def _parties(token: Token) -> list[Token]:
    """Who is told to have fought: subjects of the verb, and whom "between", "with" or "against" name."""
    verb = token.head if token.pos_ != "VERB" and token.dep_ in {"nsubj", "nsubjpass", "dobj"} else token
    found = syntax.inherited_subjects(token) if token.pos_ == "VERB" else []
    for head in {token.i: token, verb.i: verb}.values():
        found.extend(syntax.prepositional(head, *_OPPOSED))
    if token.pos_ == "VERB":
        found.extend(t for t in syntax.objects(token))
    if token.pos_ != "VERB":
        found.extend(
            child for child in token.children if child.dep_ == "compound" and child.lemma_.lower() in CROWDS
        )
    return [t for t in found if t.i != token.i]


def _with_conjuncts(tokens: list[Token]) -> list[Token]:
    return [*tokens, *(other for token in tokens for other in token.conjuncts if other not in tokens)]


def _is_one_person(noun: Token) -> bool:
    """True for "a *student* stabbed two tourists", who is no crowd; not for "a mob"."""
    return noun.tag_ == "NN" and noun.lemma_.lower() in _PERSONS


def _is_crowd(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    members = [noun, *syntax.prepositional(noun, "of")]
    homes = [t for one in members for t in syntax.prepositional(one, "from")]
    if any(word.pos_ == "PROPN" for home in homes for word in home.subtree):
        return False  # "youth from Orle county raided the camp": raiders from elsewhere
    before = [t for t in noun.doc[max(0, noun.i - 4) : noun.i] if t.head == noun]
    if lemma in _BODIES:
        if BEARING_ARMS.intersection(t.lower_ for one in members for t in one.children):
            return False  # "a group of armed youth"
        return any(t.lemma_.lower() in CROWDS for t in (*before, *members[1:]))
    if lemma not in CROWDS or _is_one_person(noun):
        return False
    if any(word.lemma_.lower() in _UNIFORMS for word in noun.subtree):
        return False  # "people wearing army uniforms"
    if any(t.lemma_.lower() in BEARING_ARMS for t in before):
        return False
    if any(slug_of_people(t.text) for t in before if t.text[:1].isupper()):
        return False  # "Murle youth raided the camp": a people's militia
    return not (lemma in _SETTLED and any(t.text[:1].isupper() and t.i > 0 for t in before))
