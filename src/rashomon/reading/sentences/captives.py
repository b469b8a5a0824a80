"""The "hostage" that says what became of people, where the parser took it for one of them.

In "took a teacher and three pupils hostage" the pupils become a kind of hostage; in "three were wounded and two
others taken hostage" the two others take one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BECOME = ("hostage", "prisoner", "captive")
_HAVING = frozenset({"has", "have", "had", "having"})


def mend_captives(doc: Doc, words: str) -> Doc:
    """The parse of some words with what became of people hung on the verb, and the people where their place is."""
    if any(word in words for word in _BECOME):
        for token in doc:
            if token.i > 1 and token.lower_ in _BECOME:
                _mend(token)
    return doc


def _mend(captive: Token) -> None:
    people, verb = captive.nbor(-1), captive.head
    if people.tag_ == "NNS" and people.dep_ == "compound" and people.head == captive:
        _change_places(captive, people)
    elif captive.tag_.startswith("VB") and people.tag_ == "NNS" and people.head == captive:
        captive.tag_ = "NN"
        _join(people, captive)
    elif captive.dep_ == "dobj" and verb.lower_ == "taken" and verb.i == captive.i - 1:
        if any(child.lower_ in _HAVING for child in verb.children):
            return
        verb.tag_, captive.dep_ = "VBN", "oprd"
        for child in verb.children:
            if child.dep_ == "nsubj":
                child.dep_ = "nsubjpass"


def _join(people: Token, captive: Token) -> None:
    """Hang the people of "took a cook and *three porters* hostage" on the verb, beside those before them."""
    verb = captive.head
    before = [child for child in verb.children if child.dep_ == "dobj" and child.i < people.i]
    people.head, people.dep_ = (before[-1], "conj") if before else (verb, "dobj")
    captive.dep_ = "oprd"


def _change_places(captive: Token, people: Token) -> None:
    """Make the people what the captive was in the sentence, and the captive what became of them."""
    verb = captive
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    if verb.pos_ != "VERB":
        return
    above, relation = captive.head, captive.dep_
    for child in [child for child in captive.children if child != people]:
        child.head = people
    people.head, people.dep_ = above, relation
    captive.head, captive.dep_ = verb, "oprd"
