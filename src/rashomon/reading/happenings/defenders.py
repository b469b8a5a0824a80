"""Whom an attack befell and who fought it off, where another verb than the attack's own says so.

"The garrison came under attack", "a patrol fell into an ambush", "the army repelled the raid", "police
dispersed the crowd". Comes in the noun for the attack and the verb that governs it, or a parsed sentence;
go out the tokens that stand for those who were attacked or defended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.reality import certainty
from rashomon.reading.sentences.word_index import with_base_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from rashomon.reading.people.groups import Group

_UNDERGOING = frozenset(
    "subject suffer face sustain undergo survive escape experience withstand resist".split()
)
"""Verbs whose subject an attack befell: "were subjected to an attack"."""
_ENTERING = {"come": "under", "be": "under", "fall": "into", "drive": "into", "run": "into", "walk": "into"}
"""Verbs of the same sense with one preposition: "came *under* attack", "fell *into* an ambush"."""
_FIRE = frozenset({"fire", "gunfire"})
_REPELLING = frozenset("repel repulse foil thwart defeat repress stop beat".split())
_DRIVING_OFF = frozenset("repel repulse rout disperse".split())
"""Verbs that tell of a fight by their object alone: "routed the assailants", "dispersed the crowd"."""
_FENDING = {"fend": "off", "chase": "off", "drive": "off", "push": "back", "beat": "back", "fight": "off"}
_PITTING = frozenset({"pit", "oppose", "set"})
"""Verbs of a fight: "clashes that pitted farmers *against* herders"."""
_TOGETHER = frozenset({"together", "alongside", "jointly", "side"})
_SERVANTS = frozenset({"soldiers", "police"})
_ANY_DRIVING_OFF = _DRIVING_OFF | _FENDING.keys()


def befallen(noun: Token, verb: Token | None) -> list[Token]:
    """Who was attacked, by the verb that governs the noun for the attack; empty where it does not say."""
    if verb is None or syntax.is_negated(verb):
        return []
    lemma = verb.lemma_.lower()
    if lemma in _UNDERGOING:
        return syntax.subjects(verb)
    if lemma in _ENTERING and noun.dep_ == "pobj" and noun.head.lower_ == _ENTERING[lemma]:
        return syntax.inherited_subjects(verb)
    if lemma in _REPELLING or _is_fending(verb):
        return [] if syntax.is_passive(verb) else syntax.inherited_subjects(verb)
    return []


def under_fire(verb: Token) -> Token | None:
    """The "fire" of "came under heavy fire", which befell the verb's subject; None for any other verb."""
    if verb.lemma_.lower() not in _ENTERING or syntax.is_negated(verb):
        return None
    met = syntax.prepositional(verb, "under")
    return next((noun for noun in met if noun.lemma_.lower() in _FIRE), None)


def set_upon(noun: Token) -> list[Token]:
    """Whom an attack was on, where the parser hangs it on those who did it: "an attack by rebels on a post"."""
    doers = syntax.prepositional(noun, "by")
    return [aim for doer in doers for aim in syntax.prepositional(doer, "on", "against", "upon")]


def aimed_at(verb: Token) -> list[Token]:
    """Where what was fired went: "rockets were fired *at the base*", "shells were launched *against* a post"."""
    return syntax.prepositional(verb, "at", "against", "on", "onto", "into", "toward", "towards")


def repelled_by(noun: Token) -> list[Token]:
    """Who fought it off, of "the attack was repelled by the army"."""
    verb = noun.head
    if noun.dep_ != "nsubjpass" or not (verb.lemma_.lower() in _REPELLING or _is_fending(verb)):
        return []
    return syntax.agents(verb)


def driving_off(doc: Doc) -> list[tuple[Token, list[Token], list[Token]]]:
    """Verbs of driving off, with those who drove and those who were driven off."""
    found = []
    for verb in with_base_form(doc, _ANY_DRIVING_OFF):
        if verb.pos_ != "VERB" or not (verb.lemma_.lower() in _DRIVING_OFF or _is_fending(verb)):
            continue
        if syntax.is_negated(verb) or certainty(verb) in {"planned", "hypothetical"}:
            continue
        found.append((verb, *_doers_and_objects(verb)))
    return found


def _doers_and_objects(verb: Token) -> tuple[list[Token], list[Token]]:
    if syntax.is_passive(verb):
        return syntax.agents(verb), syntax.subjects(verb)
    return syntax.inherited_subjects(verb), syntax.objects(verb)


def _is_fending(verb: Token) -> bool:
    particle = _FENDING.get(verb.lemma_.lower())
    return particle is not None and any(
        child.lower_ == particle and child.dep_ in {"prt", "advmod", "prep"} for child in verb.children
    )


def pairs_between(doc: Doc, noun: Token) -> list[list[Token]]:
    """Who stands between whom after a word for a fight, pair by pair, wherever the parser hung them."""
    pairs = []
    for token in doc[noun.i + 1 :]:
        if token.lower_ in {"between", "involving"} and token.pos_ in {"ADP", "VERB", "SCONJ"}:
            ends = [c for c in token.children if c.dep_ in {"pobj", "dobj"}]
            pairs.append(_with_far_end(_listed(ends)))
        elif token.lemma_ in _PITTING and token.pos_ == "VERB":
            foes = syntax.prepositional(token, "against", "to", "and")
            pairs.append([*syntax.objects(token), *foes])
    return [pair for pair in pairs if len(pair) > 1]


_ENGAGING = frozenset({"engage", "involve", "lock", "embroil", "draw"})


def engaged_in(noun: Token, verb: Token | None) -> tuple[list[Token], list[Token]]:
    """Who fought whom in "A *engaged* B in a clash", "A were *engaged* in a clash and repelled by B".

    And in "clashes *pitted* A against B", "clashes *pitting* A against B".
    """
    for other in (noun.head, *noun.children):
        if other.lemma_ in {"pit", "oppose"} and (other.dep_ == "acl" or noun.dep_ == "nsubj"):
            return syntax.objects(other), syntax.prepositional(other, "against", "to")
    if verb is None or verb.lemma_ not in _ENGAGING:
        return [], []
    if not syntax.is_passive(verb):
        return syntax.inherited_subjects(verb), syntax.objects(verb)
    joined = [verb, *(child for child in verb.children if child.dep_ == "conj" and syntax.is_passive(child))]
    with_whom = syntax.prepositional(verb, "with", "against")
    return syntax.subjects(verb), [*with_whom, *(t for one in joined for t in syntax.agents(one))]


def facing_each_other(verb: Token, doers: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """The two sides of "the army and rebels clashed", where nobody else is said to be fought.

    Servants of a state ("soldiers and police fought in the town") and those who fought together stand
    on one side.
    """
    if len(doers) == 1:
        doers = _one_each(doers[0])
    if len(doers) != 2 or any(child.lower_ in _TOGETHER for child in verb.children):
        return list(doers), []
    if all(_SERVANTS.intersection(group.categories) and not group.actors for group in doers):
        return list(doers), []
    return [doers[0]], [doers[1]]


def _one_each(group: Group) -> list[Group]:
    """Each body of "AA and Tatmadaw troops" as a party of its own, where "and" joins two of them."""
    if len(group.actors) != 2 or group.join != "and" or not re.search(r" and | & ", group.words):
        return [group]
    apart = []
    for ref in group.actors:
        at = group.words.find(ref.words)
        if at < 0:
            return [group]
        start = group.start + at
        apart.append(
            replace(
                group, start=start, end=start + len(ref.words), words=ref.words, actors=(ref,), count=None
            )
        )
    return apart


def _with_far_end(ends: list[Token]) -> list[Token]:
    """ "between farmers linked to A *and herders*": the parser hangs the second on what tells of the first."""
    if len(ends) != 1:
        return ends
    further = []
    for token in ends[0].doc[ends[0].i + 1 :]:
        if token.is_punct:
            break
        if token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN"}:
            further.append(token)
    return [*ends, *further[-1:]]


def _listed(tokens: Sequence[Token]) -> list[Token]:
    found = list(tokens)
    for token in found:
        found.extend(child for child in token.children if child.dep_ == "conj" or _is_torn(child))
    return found


def _is_torn(token: Token) -> bool:
    """True for "the army" in "the army and rebel fighters", which the parser reads as one phrase."""
    return token.dep_ == "nmod" and any(child.dep_ == "det" for child in token.children)


def takes_part(verb: Token) -> bool:
    """True for "took part", "played a role"."""
    return any(child.lemma_ in {"part", "role"} for child in verb.children if child.dep_ == "dobj")


def takes_no_part(verb: Token) -> bool:
    """True for "took no part", "did not join"; an attack that "did not cause harm" was one all the same."""
    parts = [child for child in verb.children if child.lemma_ in {"part", "role"} and child.dep_ == "dobj"]
    if any(word.lower_ == "no" for part in parts for word in part.children):
        return True
    return syntax.is_negated(verb) and (bool(parts) or verb.lemma_ in {"participate", "join", "involve"})
