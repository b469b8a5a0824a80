"""Happenings told by a verb and its object: a vehicle seized, a cache found, a school burnt, an accord signed.

Comes in a token of a parsed sentence; goes out the codebook's kind of happening, or None where the words
tell of none. What needs no object stands with the plain words for happenings (`reading.cues`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import deeds as words
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.developments import ARMED, UNFOUGHT, developments_in
from rashomon.reading.languages.en.set_phrases import find_set_phrase
from rashomon.reading.languages.en.words import PERSON_NOUNS
from rashomon.reading.sentences.held_words import PatternTable

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.codebook.actors import ActorHit

LOOTING, DISRUPTED, PROTEST, RIOT = "looting", "weapons_disrupted", "protest", "riot"
_BLASTS = frozenset(
    "ied mine landmine explosion blast bomb bombing attack strike airstrike rocket shell mortar".split()
)


DEED_VERBS: frozenset[str] = frozenset({"set", "strip", "steal"}).union(
    words.FINDING,
    words.TAKING,
    words.BURNING,
    words.BREAKING,
    words.ALWAYS_ROBBERY,
    words.PROTESTING,
    words.CROWD_VERBS,
    words.SIGNING,
    words.OCCUPYING,
    words.REGAINING,
    words.FOUNDING,
    words.LEAVING,
    words.DEFECTING,
    words.THREATS,
    words.CLOSING,
    words.MALTREATING,
    words.TRYING,
    words.STRIKING,
    words.ARRESTING,
    words.FIRING,
)
"""Every verb that one of the rules below asks for: of no other is it looked up what it was done to."""


def kind_of_deed(verb: Token) -> str | None:
    """The kind of happening that a verb tells of together with what it was done to."""
    lemma = verb.lemma_.lower()
    if lemma not in DEED_VERBS or verb.pos_ not in {"VERB", "AUX"}:
        return None
    things = {token.lemma_.lower() for token in _patients(verb)}
    return (
        _of_weapons(lemma, things)
        or _of_property(verb, lemma, things)
        or _against_protest(verb, lemma, things)
        or _of_crowd(verb, lemma)
        or _of_power(lemma, things, verb)
        or _of_people(verb, lemma)
        or _of_blow(verb, lemma)
    )


def kind_of_phrase(sentence_words: str, *, from_air: bool = False) -> tuple[str, int] | None:
    """A happening told by a set phrase, and where it begins: "took to the streets", "threw stones at".

    ``from_air``: an air strike is told of as well: "an airstrike or a rocket that fell on it" is no shelling.
    """
    found = {place: match.start() for place, match in _table().search(sentence_words)}
    dispersed = found.pop(len(_PHRASES), None)
    for place, start in found.items():
        kind = _PHRASES[place][0]
        if not (from_air and kind == "shelling"):
            changed = kind in {"overtaken", "regained"}
            if changed and words.ONLY_SOUGHT.search(sentence_words[:start]):
                continue
            return "transfer" if changed and UNFOUGHT.search(sentence_words) else kind, start
    if dispersed is not None and words.DEMONSTRATION.search(sentence_words):
        return "protest_intervention", dispersed
    return None


_PHRASES = (
    (RIOT, words.RIOTOUS),
    (PROTEST, words.STREETS),
    ("regained", words.CONTROL_AGAIN),
    ("overtaken", words.CONTROL),
    ("sexual_violence", words.RAPE),
    ("suicide_bombing", words.SUICIDE),
    ("mine", words.MINED),
    ("mine", words.LEFT_OF_WAR),
    ("shelling", words.SHELLED),
    ("clash", words.RESISTED),
    ("clash", words.AT_EACH_OTHER),
)
"""What a set phrase tells of whatever else its sentence tells."""


@cache
def _table() -> PatternTable:
    """The set phrases, and behind them what tells that a crowd was dispersed."""
    return PatternTable([*(pattern for _, pattern in _PHRASES), words.DISPERSING])


def kind_of_set_phrase(sentence_words: str, armed: Sequence[int] = ()) -> tuple[str, int] | None:
    """What a sentence without any word for a happening tells of by a set phrase, and where that begins.

    ``armed``: where in the sentence armed bodies are named.
    """
    found = find_set_phrase(sentence_words)
    if found is not None:
        return (
            ("transfer", found[1]) if found[0] == "overtaken" and UNFOUGHT.search(sentence_words) else found
        )
    return next(developments_in(sentence_words, armed), None)


def armed_names(named: Sequence[ActorHit], sentence_start: int) -> tuple[int, ...]:
    """Where in a sentence bodies are named that are no civilians: "JNIM withdrew from the town"."""
    return tuple(
        hit.start - sentence_start
        for hit in named
        if hit.actor_ids and not any(actor.startswith("civilians") for actor in hit.actor_ids)
    )


def _patients(verb: Token) -> list[Token]:
    """What the deed was done to, with what is coordinated; containers ("a stock of weapons") opened."""
    if syntax.is_passive(verb):
        found = list(syntax.subjects(verb)) or ([verb.head] if verb.dep_ in {"acl", "relcl"} else [])
    elif verb.tag_ == "VBN" and verb.dep_ == "acl":
        found = [verb.head]
    else:
        found = list(syntax.objects(verb))
    return [*_with_contents(found)]


def _with_contents(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        for child in token.children:
            if child.dep_ in {"conj", "compound"}:
                yield child
            elif child.dep_ == "prep" and child.lower_ in {"of", "with"}:
                yield from (grand for grand in child.children if grand.dep_ == "pobj")


def _of_weapons(lemma: str, things: set[str]) -> str | None:
    if lemma not in words.FINDING or not things & words.WEAPONS:
        return None
    if lemma in words.MAKING_SAFE or lemma not in {"find", "destroy"} or things & words.FOUND_READY:
        return DISRUPTED
    return None


def _of_property(verb: Token, lemma: str, things: set[str]) -> str | None:
    if lemma == "set" and any(t.lower_ in words.ABLAZE for t in verb.subtree):
        return LOOTING
    if lemma == "strip" and not any(t.lemma_.lower() in words.THINGS for t in verb.subtree):
        return None
    taken = lemma in words.TAKING and (bool(things & words.THINGS) or lemma in {"steal", "strip"})
    burnt = lemma in words.BURNING and (not things or bool(things & words.THINGS))
    if taken or burnt or lemma in words.ALWAYS_ROBBERY:
        return LOOTING
    if lemma in words.BREAKING and things & words.THINGS and not _by_blast(verb):
        return LOOTING
    return None


def _by_blast(verb: Token) -> bool:
    doers = [*syntax.agents(verb), *syntax.inherited_subjects(verb)]
    around = {t.lemma_.lower() for t in verb.sent} & _BLASTS
    return bool(around) or not doers


def _against_protest(verb: Token, lemma: str, things: set[str]) -> str | None:
    """ "Soldiers opened fire *on protesters*", "police arrested *several demonstrators*"."""
    if lemma in words.ARRESTING:
        return "protest_intervention" if things & words.PEACEFUL else None
    if lemma not in words.FIRING:
        return None
    aims = (t for one in (verb, *syntax.objects(verb)) for t in syntax.prepositional(one, "on", "at", "into"))
    if not words.PEACEFUL & things.union(t.lemma_.lower() for t in aims):
        return None
    mild = any(token.lower_ in words.NOT_DEADLY for token in verb.subtree)
    return "protest_intervention" if mild else "protest_force"


def _of_crowd(verb: Token, lemma: str) -> str | None:
    if lemma in words.PROTESTING:
        return PROTEST
    if lemma == "rally" and any(child.lower_ in {"around", "behind"} for child in verb.children):
        return None
    if lemma in words.CROWD_VERBS and any(t.lemma_.lower() in words.CROWD_AIMS for t in verb.subtree):
        armed = {t.lemma_.lower() for t in syntax.inherited_subjects(verb)}
        fighting = {
            noun for noun in armed if noun in PERSON_NOUNS and PERSON_NOUNS[noun].status == "combatant"
        }
        return None if fighting else PROTEST
    return None


def _of_power(lemma: str, things: set[str], verb: Token) -> str | None:
    """Accords, land and bases that change hands, groups that change."""
    if lemma in words.SIGNING and things & words.ACCORDS:
        return "agreement"
    if lemma in words.REGAINING | words.OCCUPYING and things & words.TAKEN_LANDS:
        if UNFOUGHT.search(verb.sent.text):
            return "transfer"
        return "regained" if lemma in words.REGAINING else "overtaken"
    if lemma in words.FOUNDING and things & words.BASES:
        return "base"
    if (
        lemma in words.LEAVING
        and _leaves_armed(verb)
        and (things & words.LANDS or any(t.lemma_.lower() in words.BASES for t in verb.subtree))
    ):
        return "transfer"
    return "group_change" if lemma in words.DEFECTING else None


def _leaves_armed(verb: Token) -> bool:
    """True where armed people leave: not "ordered teachers to leave the village"."""
    ordered = verb.dep_ == "xcomp" and verb.tag_ == "VB"
    return not ordered and ARMED.search(verb.sent.text) is not None


def _of_blow(verb: Token, lemma: str) -> str | None:
    """ "Drones *struck* a post", "missiles *slammed* into the town": told by what flew there."""
    if lemma in {"ram", "drive", "crash"} and any(map(_is_laden, syntax.objects(verb))):
        return "suicide_bombing"
    if lemma == "blow" and any(child.lower_ == "up" for child in verb.children):
        blown = syntax.objects(verb)
        return "bombing" if any(thing.lemma_.lower() in _BLOWN_UP for thing in blown) else None
    wounds = lemma in _KILLING
    if not wounds and lemma not in words.STRIKING:
        return None
    doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.inherited_subjects(verb)
    for doer in doers:
        noun = doer.lemma_.lower()
        if (noun in words.AIRCRAFT and not wounds) or (noun == "bomb" and is_air_dropped(doer)):
            return "air_strike"
        if noun in words.SHELLS and any(child.lower_ in _LEFT_BEHIND for child in doer.children):
            return "mine"
        if noun in words.SHELLS or (noun == "fire" and any(c.lower_ in _HEAVY for c in doer.children)):
            return "shelling"
        if _is_laden(doer):
            return "suicide_bombing"
        if noun == "bomber" and any(child.lower_ == "suicide" for child in doer.children):
            return "suicide_bombing"
    return None


_KILLING = frozenset({"kill", "wound", "injure"})
_HEAVY = frozenset({"tank", "artillery", "mortar", "rocket"})
_LEFT_BEHIND = frozenset("leftover unexploded old abandoned rusty undetonated".split())
_BLOWN_UP = frozenset(
    "car vehicle truck lorry van bus convoy tank train bridge pipeline pylon railway track house building station "
    "office post checkpoint mosque church school shrine mast tower".split()
)
_VEHICLES = frozenset("car vehicle truck lorry van suv ambulance motorcycle boat pickup".split())


def _is_laden(vehicle: Token) -> bool:
    """True for "a car *packed with explosives*", "an *explosives-laden* truck"."""
    return vehicle.lemma_.lower() in _VEHICLES and any(
        word.lemma_.lower() in {"explosive", "explosives"} for word in vehicle.subtree
    )


def is_air_dropped(bomb: Token) -> bool:
    """True for "glide bombs", "barrel bombs"."""
    return any(child.lower_ in words.AIR_DROPPED for child in bomb.children)


def _of_people(verb: Token, lemma: str) -> str | None:
    if lemma in words.THREATS:
        return "strategic_other"
    if lemma in words.CLOSING and {t.lemma_.lower() for t in _patients(verb)} & words.CLOSED:
        protested = any(t.lemma_.lower() == "protest" for t in verb.sent)
        return PROTEST if protested else "strategic_other"
    if lemma in words.MALTREATING or (lemma == "set" and any(c.lower_ == "upon" for c in verb.children)):
        return "attack"
    if lemma in words.TRYING:
        aims = {c.lemma_.lower() for c in verb.children if c.dep_ == "xcomp"}
        return "attack" if aims & words.VIOLENT_AIMS else None
    return None
