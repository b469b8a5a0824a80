"""Where the harmed stand after a verb of harm: "shot dead *two*", "killed and buried *a herder*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import (
    HARM_ADJECTIVES,
    HARM_VERBS,
)
from rashomon.reading.languages.en.words import HAPPENING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN_VERBS = frozenset({"and", "or", "then", ","})

_VAGUE = frozenset("number dozen score several many numerous some hundred multiple unknown".split())


def objects_of(verb: Token) -> list[Token]:
    """The objects of a verb, and of a participle that stands as a noun: "*killing of* two herders"."""
    found = [_counted_outside(noun) for noun in syntax.objects(verb)]
    return found or (syntax.prepositional(verb, "of") if verb.tag_ == "VBG" else [])


def _counted_outside(noun: Token) -> Token:
    """The "six" of "abducted *six* outside Orle", which the parser takes for six towns outside."""
    if noun.tag_ != "NNP" or noun.i < 2 or noun.nbor(-1).lower_ not in {"outside", "inside"}:
        return noun
    return next((child for child in noun.children if child.dep_ == "nummod"), noun)


def _left_out_object(verb: Token) -> list[Token]:
    """Whom a clause without "whom" befell: "took the rifles of *the soldiers* they *killed*"."""
    told = verb.dep_ == "relcl" and verb.head.i < verb.i and not syntax.has_object(verb)
    if not told or syntax.is_passive(verb) or not any(one.tag_ == "PRP" for one in syntax.subjects(verb)):
        return []
    return [] if any(t.tag_ in {"WP", "WDT"} for t in verb.subtree) else [verb.head]


def doers_of(verb: Token) -> list[Token]:
    """Who did what an active verb of harm tells: not the convoy of "opened fire on *the convoy killing* four"."""
    hit = _hit_before(verb) if verb.tag_ == "VBG" else None
    return syntax.inherited_subjects(verb if hit is None else hit)


def _hit_before(verb: Token) -> Token | None:
    """The deed whose target the parser takes for the doer of a participle right after it."""
    target = verb.head if verb.dep_ == "acl" else next(iter(syntax.subjects(verb)), None)
    if target is None or target.i != verb.i - 1 or verb.dep_ not in {"acl", "pcomp"}:
        return None
    above = verb.head if verb.dep_ == "pcomp" else target.head
    deed = above.head if above.dep_ == "prep" else above
    struck = target.dep_ == "dobj" or (above.dep_ == "prep" and above.lower_ in {"on", "at"})
    told = deed.lemma_.lower() in HAPPENING_VERBS or any(c.lower_ == "fire" for c in deed.children)
    return deed if struck and told and deed.pos_ == "VERB" else None


def last_of_verb(verb: Token) -> Token:
    """ "shot dead", "took hostage": the victims stand after both words."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return after if after.lower_ in HARM_ADJECTIVES else verb


def has_auxiliary(verb: Token) -> bool:
    """True for "were shot dead", a passive by its form: whom it befell stands before it."""
    return any(child.dep_ == "auxpass" and child.i < verb.i for child in verb.children)


def shares_object(verb: Token) -> bool:
    """ "shot and killed two": the object is the second verb's; "shot dead": it follows the adjective."""
    if last_of_verb(verb) != verb:
        return True
    return any(
        child.dep_ == "conj" and child.lemma_.lower() in HARM_VERBS and syntax.has_object(child)
        for child in verb.children
    )


def shared_object(verb: Token) -> list[Token]:
    """Whom "*killed* and buried a herder" tells of: the object stands after the second verb alone, or is left out."""
    if left_out := _left_out_object(verb):
        return left_out
    joined = [child for child in verb.children if child.dep_ == "conj" and _is_alike(child, verb)]
    if syntax.has_object(verb) or verb.tag_ not in {"VBD", "VBG"} or not joined:
        return []
    other = joined[0]
    close = all(t.lower_ in _BETWEEN_VERBS or t.pos_ == "ADV" for t in verb.doc[verb.i + 1 : other.i])
    return syntax.objects(other) if close and other.lemma_.lower() not in HARM_VERBS else []


def _is_alike(second: Token, verb: Token) -> bool:
    """True for a second verb in the form of the first; "burnt" is also tagged as a participle."""
    return second.tag_ == verb.tag_ or (
        verb.tag_ == "VBD" and second.tag_ == "VBN" and syntax.has_object(second)
    )


def shared_some(verb: Token, facet: str) -> list[Token]:
    """The object of the next verb in "killed and wounded *several people*": some of them each.

    A number there is that of both together, and tells of neither alone.
    """
    joined = [c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in HARM_VERBS][:1]
    for child in joined if not syntax.has_object(verb) else []:
        facets = {facet, HARM_VERBS[child.lemma_.lower()]}
        if facets == {"wounded", "captured"}:
            return syntax.objects(child)  # "injured and then arrested two traders": the same people
        if facets == {"killed", "wounded"}:
            return [
                one for one in syntax.objects(child) if _is_vague(one) or (facet == "killed" and _is_one(one))
            ]
    return []


def _is_one(noun: Token) -> bool:
    """True for the driver of "killing and wounding *the driver*": one person, wounded and dead."""
    return noun.tag_ == "NN" and not any(child.dep_ == "conj" for child in noun.children)


def _is_vague(noun: Token) -> bool:
    near = [noun, *noun.subtree]
    return not any(t.like_num and t.lower_ != "one" and t.pos_ == "NUM" for t in near) and (
        noun.tag_ in {"NNS", "NNPS"} or any(t.lemma_.lower() in _VAGUE for t in near)
    )
