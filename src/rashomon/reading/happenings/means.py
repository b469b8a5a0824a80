"""Nouns for weapons that tell of a happening: only where they hit somebody, by what the sentence says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.deeds import AIR_DROPPED, AIRCRAFT
from rashomon.reading.languages.en.harm_words import HARM_VERBS, SUFFER_VERBS
from rashomon.reading.languages.en.words import HAPPENING_NOUNS

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
        "device",
        "explosive",
    }
)
_STUFF = frozenset({"device", "explosive"})
"""What is a weapon only where it harms: people find, make, hide and hand over devices and explosives."""
_EXPLOSIVE = frozenset({"explosive", "improvised", "detonating", "detonated", "controlled"})
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
    if noun.lemma_.lower() == "device" and not any(child.lower_ in _EXPLOSIVE for child in noun.children):
        return False
    if noun.dep_ == "nsubj" and (above.lemma_.lower() in _HARMING | _HITTING or goes_off(above)):
        return True
    if noun.dep_ == "ROOT" and any(word.lemma_ in {"rip", "tear"} for word in noun.doc[noun.i :]):
        return (
            True  # "a bomb planted in a cart *ripped* through the market", where the parser loses the clause
        )
    if noun.lemma_.lower() in _STUFF:
        return above.lower_ in _HELD_BY and _is_under_harm(above)
    if above.lemma_.lower() in _STRIKING or (above.dep_ != "ROOT" and above.head.lemma_.lower() in _STRIKING):
        return True
    return above.lower_ in _HELD_BY and _is_under_harm(above)


def goes_off(verb: Token) -> bool:
    """True for "a bomb *went* off", "the device *blew* up"."""
    lemma = verb.lemma_.lower()
    parts = {child.lower_ for child in verb.children if child.i > verb.i}
    return (lemma == "go" and "off" in parts) or (lemma == "blow" and "up" in parts)


def are_several(noun: Token) -> bool:
    """True for a plural that may be of several happenings: not for "shots were fired", "two bombs went off".

    Nor for "made six arrests", which counts those arrested.
    """
    plural = noun.tag_ in {"NNS", "NNPS"}
    return (
        plural
        and HAPPENING_NOUNS.get(noun.lemma_.lower(), HAPPENING_NOUNS.get(noun.lower_, "arrest")) != "arrest"
        and not goes_off(noun.head)
    )


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


_LAUNCHING = frozenset(
    "fire launch lob shoot hurl throw drop plant lay set prepare stage mount conduct perpetrate".split()
)


def launched_by(noun: Token) -> list[Token]:
    """Who sent or laid what struck: "rockets fired *by X*", "a shell launched from *X* positions"."""
    found: list[Token] = []
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and verb.lemma_.lower() in _LAUNCHING:
            found += syntax.agents(verb) or _holders(syntax.prepositional(verb, "from"))
    return found


def done_by(blow: Token) -> list[Token]:
    """The rebels of "*rebels* were behind the attack", of "died in an attack *by rebels*", hung on the dying."""
    being = blow.head.head
    if blow.dep_ == "pobj" and blow.head.lower_ == "behind" and being.lemma_ == "be":
        if syntax.is_negated(being):
            return []
        return syntax.subjects(blow.head.head)
    inside = blow.dep_ == "pobj" and blow.head.lower_ in {"in", "during"}
    by = [*syntax.prepositional(blow.head.head, "by")] if inside else []
    return [one for one in by if blow.i < one.i <= blow.i + _REACH]


def _holders(places: list[Token]) -> list[Token]:
    """Places, and whose they are: the "RSF" of "fired from RSF positions"."""
    return [
        one
        for place in places
        for one in (place, *place.children)
        if one.dep_ in {"pobj", "compound", "poss"}
    ]


def is_from_above(blow: Token) -> bool:
    """True where aircraft do it: "jets *bombed* a camp", "a *raid* by jets", "a drone dropped a *grenade*"."""
    if blow.pos_ == "VERB":
        doers = syntax.agents(blow) if syntax.is_passive(blow) else syntax.inherited_subjects(blow)
    else:
        doers = [*syntax.prepositional(blow, "by"), *launched_by(blow)]
        if blow.dep_ == "dobj" and blow.head.lemma_ in _LAUNCHING:
            doers += syntax.inherited_subjects(blow.head)
        if blow.lemma_.lower() == "bomb" and any(child.lower_ in AIR_DROPPED for child in blow.children):
            return True
    return any(t.lemma_.lower() in AIRCRAFT for doer in doers for t in (doer, *doer.children))


def is_of_bombs(attack: Token) -> bool:
    """True for "a bomb attack", "car bombing attacks"; not for "a gun and bomb attack", which is a fight as well."""
    before = [
        child
        for child in attack.children
        if child.i < attack.i and child.dep_ in {"compound", "amod", "nmod"}
    ]
    kinds = {token.lemma_.lower() for child in before for token in (child, *child.conjuncts)}
    return bool(kinds & _BOMBS) and not kinds & _GUNS


_BOMBS = frozenset({"bomb", "bombing", "blast", "explosion", "explosive"})
_GUNS = frozenset({"gun", "knife", "machete", "sword", "axe", "rifle"})


def is_own_death(cue: Token, words: frozenset[str]) -> bool:
    """True for the "killing" of "committed *suicide* after killing two", which is no bomb's; ``words``: "suicide"."""
    before = cue.doc[max(0, cue.i - 3) : cue.i]
    said = [token for token in (*cue.children, *before) if token.lower_ in words]
    return all(token.dep_ in {"dobj", "pobj", "conj"} for token in said)
