"""What kind of people a phrase means, and whether they fight, by its noun and the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.model.claims import Status
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.body_names import OF_REBELS
from rashomon.reading.languages.en.words import EPITHETS, GROUP_NOUNS, PERSON_NOUNS, PersonNoun

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMBATANT_WORDS = frozenset({"armed", "masked", "heavily"})
CATEGORY_WORDS = {
    "police": "police",
    "army": "soldiers",
    "military": "soldiers",
    "gendarmerie": "police",
    "customs": "police",
    "peacekeeping": "peacekeepers",
    "un": "peacekeepers",
    "aid": "aid_workers",
    "humanitarian": "aid_workers",
    "relief": "aid_workers",
    "ngo": "aid_workers",
    "health": "health_workers",
    "medical": "health_workers",
    "red cross": "aid_workers",
}
_COMBATANT_CATEGORIES = frozenset({"soldiers", "police", "militants", "peacekeepers"})
_SERVING = frozenset({"soldiers", "police", "national_guards", "border_guards", "peacekeepers"})
NO_LONGER = frozenset({"former", "retired", "ex"})
"""Who has left the service, or is off duty, is a civilian: "a retired officer"."""
_OFF_DUTY = re.compile(r"\boff\W{1,3}duty\b")
_AT_HOME = re.compile(
    r"(?: of (?:the )?[\w'-]+(?: [\w'-]+){0,3}?)?(?: [A-Z][\w'’-]+){0,4}"
    r"(?: (?:was|were|has been) (?:\w+ly )?(?:killed|shot(?: dead)?|stabbed|assassinated|murdered|abducted|kidnapped"
    r"|beheaded|gunned down)(?: by [\w ]+?)?)?"
    r"(?: (?:at|in|inside|outside|near|from|in front of) (?:his|her|their)(?: own)? (?:homes?|houses?|residences?)"
    r"|,? (?:who (?:was|were) |while )?(?:on leave|off\W{1,3}duty))\b"
)
"""After those who serve a state: "killed a soldier *at his home*", "policemen *on leave*"."""
_OFFICES = frozenset(
    "secretary attorney director inspector consul solicitor surgeon postmaster auditor".split()
)
"""Before "general": no soldier."""
_STATE_GUARDS = {
    "national": "national_guards",
    "republican": "soldiers",
    "presidential": "soldiers",
    "border": "border_guards",
}
"""Guards who serve a state, by the word before: "two national guards"."""
_STATE_AGENTS = frozenset("customs forest forestry forests border prison".split())
"""Before "agent", "officer", "guard": those whom the state arms to keep its laws."""
_AGENTS = frozenset("agent officer guard ranger warden official".split())


_CIVIL = frozenset(
    "wedding funeral aid humanitarian relief campaign electoral election commercial merchant merchants trade trader "
    "traders food grain fuel passenger passengers tourist pilgrim pilgrims ngo civilian civilians press media "
    "ambulance school".split()
)
"""Before "convoy", or behind "of" or "carrying" after it: no soldiers' one."""
_FLOCKS = frozenset("congregation church parish mosque choir community public".split())
"""Whose members bear no arms."""
_LADEN = frozenset({"of", "carry", "transport", "with"})


def categorise(head: Token, known: PersonNoun, modifiers: Sequence[str]) -> tuple[tuple[str, ...], Status]:
    """The codebook's kinds of the people a phrase means, and whether they fight.

    ``known``: what the lists say of the noun; ``modifiers``: the words before it, lower case.
    """
    if head.lemma_.lower() == "general" and head.i and head.nbor(-1).lower_ in _OFFICES:
        return ("politicians",), "civilian"
    if head.lemma_.lower() == "convoy" and _is_civil(head, modifiers):
        return ("civilians",), "civilian"
    if head.lemma_ == "member" and _FLOCKS.intersection(t.lemma_ for t in syntax.prepositional(head, "of")):
        return ("civilians",), "civilian"
    categories, status = (
        _state_agents(head, modifiers) or _members_of(head) or _by_noun(known, modifiers, head.lower_)
    )
    if status == "unknown" and fighters_beside(head) is not None:
        return ("militants",), "combatant"
    if categories[0] in _SERVING:
        before = head.doc[max(0, head.i - 4) : head.i].text.lower()
        if NO_LONGER.intersection(modifiers) or _OFF_DUTY.search(before) or is_at_home(head):
            return ("civilians",), "civilian"
    return categories, status


def is_at_home(head: Token) -> bool:
    """True for "a sergeant of the gendarmerie *at his home*": he was not on duty, and bore no arms there."""
    words = head.doc.text
    end = head.idx + len(head.text)
    told = " his " in words or " her " in words or " their " in words or " leave" in words or "duty" in words
    return told and _AT_HOME.match(words, end) is not None


def has_left(head: Token, modifiers: Sequence[str], status: Status, *, plural: bool) -> bool:
    """True for whoever is no longer, or not then, of the body that is named with him: "a former rebel leader"."""
    return (bool(NO_LONGER.intersection(modifiers)) and not plural) or (
        status == "civilian" and is_at_home(head)
    )


def fighters_beside(head: Token) -> Token | None:
    """The fighters of "a foreigner who was *with the gunmen*": he was one of them."""
    clauses = [child for child in head.children if child.dep_ == "relcl" and child.lemma_ == "be"]
    company = (noun for clause in clauses for noun in syntax.prepositional(clause, "with", "among"))
    known = ((noun, PERSON_NOUNS.get(noun.lemma_.lower())) for noun in company)
    return next((noun for noun, kind in known if kind is not None and kind.category == "militants"), None)


def _is_civil(convoy: Token, modifiers: Sequence[str]) -> bool:
    """True for "an aid convoy", "a convoy of traders", "the convoy carrying pilgrims"."""
    if _CIVIL.intersection(modifiers):
        return True
    for child in convoy.children:
        if child.i > convoy.i and child.lemma_ in _LADEN:
            cargo = [t for t in child.subtree if t.pos_ in {"NOUN", "PROPN"}][:3]
            known = [PERSON_NOUNS.get(t.lemma_.lower()) for t in cargo]
            if any(t.lower_ in _CIVIL for t in cargo) or any(k and k.status == "civilian" for k in known):
                return True
    return False


def _state_agents(head: Token, modifiers: Sequence[str]) -> tuple[tuple[str, ...], Status] | None:
    """ "national guards", "a forest ranger", "customs officers": armed servants of a state."""
    noun = head.lemma_.lower().removesuffix("s")
    if noun in {"guard", "guardsman"}:
        guards = next((_STATE_GUARDS[word] for word in modifiers if word in _STATE_GUARDS), None)
        if guards is not None:
            return (guards,), "combatant"
    if noun in _AGENTS and _STATE_AGENTS.intersection(modifiers):
        return ("police",), "combatant"
    return None


_MEMBERS = frozenset({"member", "element"})
_BODIES = frozenset(
    "army military police gendarmerie battalion regiment platoon garrison navy airforce detachment militia".split()
)
"""Bodies whose members bear arms."""
_ARMED_BODIES = frozenset({"force", "forces", "group"})
_ARMED = EPITHETS | frozenset({"armed", "security", "defence", "defense", "special", "vigilante"})
"""Before a force or a group: it bears arms, unlike a work force or a group of friends."""


def _members_of(head: Token) -> tuple[tuple[str, ...], Status] | None:
    """ "five members of the security forces", "an element of a militia": they are of the kind that the body is."""
    if head.lemma_.lower() not in _MEMBERS:
        return None
    for body in syntax.prepositional(head, "of"):
        noun = body.lemma_.lower()
        before = {token.lower_ for token in body.subtree if token.i < body.i}
        guards = _STATE_GUARDS.keys() & before if noun == "guard" else None
        if guards:
            return (_STATE_GUARDS[min(guards)],), "combatant"
        if noun in _BODIES or (noun in _ARMED_BODIES and _ARMED & before):
            return (GROUP_NOUNS[noun].category if noun in GROUP_NOUNS else "soldiers",), "combatant"
    return None


_FORCES = frozenset({"security", "force", "forces", "paramilitary", "military", "army"})
"""Before "personnel": those who bear a state's arms, whichever of its bodies is meant."""


def _by_noun(known: PersonNoun, modifiers: Sequence[str], noun: str) -> tuple[tuple[str, ...], Status]:
    category, status = known.category, known.status
    if noun == "personnel" and _FORCES.intersection(modifiers) and "private" not in modifiers:
        return ("soldiers",), "combatant"
    if "civilian" in modifiers:
        return tuple(dict.fromkeys(["civilians", category])), "civilian"
    if category == "soldiers" and noun == "army" and OF_REBELS.intersection(modifiers):
        return ("militants",), "combatant"
    for word in modifiers:
        if word in CATEGORY_WORDS and category in {"people", "soldiers", "guards", "men", "women"}:
            category = CATEGORY_WORDS[word]
            status = "combatant" if category in _COMBATANT_CATEGORIES else "civilian"
    person_words = [PERSON_NOUNS[word] for word in modifiers if word in PERSON_NOUNS and word in EPITHETS]
    if person_words and category in {"people", "politicians", "men", "soldiers"}:
        category, status = "militants", "combatant"
    if _COMBATANT_WORDS.intersection(modifiers) and category in {"people", "men", "women", "civilians"}:
        category, status = "militants", "combatant"
    return (category,), status
