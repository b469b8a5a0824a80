"""Where the harmed stand after a verb of harm: "shot dead *two*", "killed and buried *a herder*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import (
    HARM_ADJECTIVES,
    HARM_VERBS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN_VERBS = frozenset({"and", "or", "then", ","})

_VAGUE = frozenset("number dozen score several many numerous some hundred multiple unknown".split())


def objects_of(verb: Token) -> list[Token]:
    """The objects of a verb, and of a participle that stands as a noun: "*killing of* two herders"."""
    found = syntax.objects(verb)
    return found or (syntax.prepositional(verb, "of") if verb.tag_ == "VBG" else [])


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
    """Whom "*killed* and buried a herder" tells of: the object stands after the second verb alone."""
    joined = [child for child in verb.children if child.dep_ == "conj" and child.tag_ == verb.tag_]
    if syntax.has_object(verb) or verb.tag_ not in {"VBD", "VBG"} or not joined:
        return []
    other = joined[0]
    close = all(t.lower_ in _BETWEEN_VERBS or t.pos_ == "ADV" for t in verb.doc[verb.i + 1 : other.i])
    return syntax.objects(other) if close and other.lemma_.lower() not in HARM_VERBS else []


def shared_some(verb: Token, facet: str) -> list[Token]:
    """The object of the next verb in "killed and wounded *several people*": some of them each.

    A number there is that of both together, and tells of neither alone.
    """
    for child in verb.children:
        other = HARM_VERBS.get(child.lemma_.lower()) if child.dep_ == "conj" else None
        if other is None or {facet, other} != {"killed", "wounded"} or syntax.has_object(verb):
            continue
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
