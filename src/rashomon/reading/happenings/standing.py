"""What is usual or goes on for years: "the group *often attacks* convoys", "it has carried out *similar attacks*".

Background that every agency report ends with. It tells of no happening, and dates, places and parties in it are
those of none that the report tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_HABIT = frozenset(
    "often frequently regularly routinely usually normally typically periodically commonly sometimes "
    "occasionally".split()
)
_NOW_AND_THEN = frozenset({"repeatedly"})
"""Adverbs that tell of a habit with a verb in the present or perfect only: "was *repeatedly* stabbed"."""
_NOW = frozenset("now today currently still".split())
"""What makes a present one of the day."""
_USUAL = frozenset("frequent regular recurrent recurring routine near-daily".split())
_ALIKE = frozenset("such similar".split())
_MAKING = frozenset(
    "carry stage launch conduct mount commit perpetrate continue wage make suffer face see claim".split()
)
"""Verbs of which a deed is the object: "*launches* attacks", "*continues* its raids"."""
_PRESENT = frozenset({"VBZ", "VBP"})
_OVER_YEARS = re.compile(
    r"\b(?:in the past|in recent (?:years|months)|over the (?:past |last )?(?:years|decades)|for (?:years|decades)"
    r"|for (?:[\w-]+ ){1,4}(?:years|decades)|since (?:the )?(?:late |early |mid-?)?(?:19|20)\d\ds?)\b",
    re.I,
)
_CLOSED = (".", "!", "?", '"', "”", "'", "’", ")")
"""How a sentence of prose ends; a headline, which tells of the day in the present, does not."""


def is_standing(token: Token) -> bool:
    """True for a word of a deed that is told as usual, or as going on for years, and so is no happening."""
    token = token.head if token.dep_ == "compound" else token
    verb = token if token.pos_ == "VERB" else syntax.clause_verb(token)
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    parts = {child.lower_ for child in verb.children if child.dep_ in {"advmod", "aux"}}
    lasting = verb.tag_ in _PRESENT or bool(parts & {"has", "have", "having", "can", "will"})
    if parts & _HABIT or (lasting and parts & _NOW_AND_THEN) or _used_to(verb):
        return True
    if (token == verb or token.dep_ == "nsubj") and (_is_custom(verb, parts) or _is_said_to_be_custom(verb)):
        return True
    if token.pos_ != "VERB":
        return _is_usual_noun(token, verb, lasting=lasting)
    if not token.doc[-1].text.endswith(_CLOSED):
        return False
    return _is_war(verb) or (_is_perfect(verb) and _told_over_years(token))


def _is_custom(verb: Token, parts: set[str]) -> bool:
    """True for "a belt where drones *strike* rebels"; a number tells of one time."""
    custom = verb.dep_ == "relcl" and verb.tag_ in _PRESENT and not (_auxiliaries(verb) or parts & _NOW)
    return custom and not any(t.pos_ == "NUM" for t in verb.subtree)


def _is_said_to_be_custom(verb: Token) -> bool:
    """True for "the army says it only *targets* rebels", "insists that it *strikes* nobody else": its own rule."""
    if verb.dep_ != "ccomp" or verb.tag_ not in _PRESENT or _auxiliaries(verb):
        return False
    own = any(c.dep_ == "nsubj" and c.lower_ in {"it", "they", "we"} for c in verb.children)
    said = verb.head.lemma_.lower() in SAYING | _INSISTING and not any(t.pos_ == "NUM" for t in verb.subtree)
    return own and said and not any(t.lower_ in _NOW for t in verb.subtree)


_INSISTING = frozenset({"insist", "claim", "maintain", "deny", "argue", "stress"})


def _is_usual_noun(noun: Token, verb: Token, *, lasting: bool) -> bool:
    """True for "frequent attacks", "carries out raids", "has launched similar attacks"."""
    if noun.tag_ not in {"NNS", "NNPS"} or any(c.dep_ == "nummod" for c in noun.children):
        return False
    around = {child.lower_ for child in noun.children}
    if around & {"the", "these", "those"} or not noun.doc[-1].text.endswith(_CLOSED):
        return False
    if lasting and around & (_USUAL | _ALIKE):
        return True
    made = noun.head == verb and verb.lemma_.lower() in _MAKING and noun.dep_ in {"dobj", "pobj"}
    if verb.tag_ in _PRESENT and not _auxiliaries(verb):
        return made
    return _is_perfect(verb) and (made or _told_over_years(noun)) and not around & {"several", "two", "three"}


def _is_war(verb: Token) -> bool:
    """True for "has been *fighting* the government", "who are *battling* the army": for years, not on a day."""
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in {"fight", "battle"}:
        return False
    parts = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    joined = verb.head if verb.dep_ == "conj" else verb
    relative = joined.dep_ == "relcl" or (joined.dep_ == "acl" and joined.tag_ == "VBN")
    return {"has", "been"} <= parts or {"have", "been"} <= parts or relative


def _auxiliaries(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children)


def _told_over_years(token: Token) -> bool:
    return _OVER_YEARS.search(token.doc.text) is not None


def _used_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "used"
