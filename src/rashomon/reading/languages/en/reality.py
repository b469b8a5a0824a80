"""How real a sentence says a deed is: that it happened, may have happened, is planned or only threatens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.reading.languages.en.syntax import is_passive, objects
from rashomon.reading.languages.en.threats import only_threatens
from rashomon.reading.languages.en.words import CONDITIONALS, HEDGES, MODALS, PLANNING, SENDING, UNDERTAKINGS
from rashomon.reading.sentences.word_index import forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAUSING = frozenset({"cause", "result", "lead", "inflict", "end"})
_AFTERWARDS = frozenset({"later", "eventually", "subsequently", "ultimately"})


_WOULD_HAVE = re.compile(
    r"\b(?:would|could|might) have (?:left|caused|resulted in|led to|cost|claimed|meant|brought|produced)\b[^.;,]*\Z",
    re.I,
)
"""Before the dead of "*would have left* dozens of dead": nobody died so."""
_REACH = 9
_ABLE = frozenset({"could", "can"})
_ASCERTAINING = frozenset({"confirm", "verify", "count", "see", "report", "document", "identify"})
_MAY = frozenset({"might", "may", "could"})
_UNSURE = frozenset({"probable", "possible", "presumed", "likely", "supposed", "rumored", "rumoured"})


def certainty(token: Token) -> str:
    """asserted, hedged, hypothetical or planned, from modals, adverbs, "if" and verbs of planning."""
    if token.pos_ != "VERB" and "have" in forms(token.doc).words:
        if _WOULD_HAVE.search(token.doc[max(0, token.i - _REACH) : token.i].text):
            return "hypothetical"
    word = token
    for _ in range(5):
        for child in word.children:
            lower = child.lower_
            if lower == "would" and any(other.lower_ in _AFTERWARDS for other in word.children):
                continue  # "would later die": told from before, but it happened
            if lower in _ABLE and word.lemma_ in _ASCERTAINING:
                continue  # "could *confirm* only six deaths": it did
            if child.dep_ == "aux" and lower in MODALS:
                perfect = any(other.lemma_ == "have" for other in word.children if other.dep_ == "aux")
                if lower == "could" and perfect and word.lemma_ in _CAUSING:
                    return "hypothetical"  # "could have caused deaths": it did not
                if (
                    lower in _MAY
                    and not perfect
                    and word.tag_ == "VB"
                    and any(c.dep_ == "dobj" for c in word.children)
                ):
                    return "hypothetical"  # "he might hurt himself or others"
                return "hedged" if perfect or MODALS[lower] == "hedged" else MODALS[lower]
            if child.dep_ in {"advmod", "amod"} and lower in HEDGES:
                return "hedged"
            if word == token and child.dep_ == "amod" and lower in _UNSURE and token.pos_ == "NOUN":
                return "hedged"  # "the probable death of a leader"
            if child.dep_ == "mark" and lower in CONDITIONALS:
                return "hypothetical"
        if word.dep_ == "ccomp" and word.head.lemma_ in {"pray", "hope", "wish"}:
            return "hypothetical"
        if word.tag_ == token.tag_ and only_threatens(word):
            return "hypothetical"
        if _is_only_thought(word):
            return "hedged"
        if (
            word.dep_ in {"xcomp", "ccomp"}
            and word.head.lower_ in {"let", "going", "gonna"}
            and word.i > word.head.i
        ):
            return "hypothetical"
        if word.dep_ in {"xcomp", "ccomp"} and word.head.lemma_ in PLANNING and _is_infinitive(word):
            return "planned"
        if _is_demanded(word):
            return "planned"
        sent = word.dep_ in {"advcl", "xcomp"} and word.head.lemma_ in SENDING and word.i > word.head.i
        if aim_of(word) or (sent and _is_infinitive(word)):
            return "planned"
        if (
            word.dep_ not in {"xcomp", "conj", "acomp", "oprd", "auxpass", "dobj", "attr"}
            or word.head == word
            or (word.tag_ == "VBD" and word.head.tag_ == "VB")
        ):
            break
        word = word.head
    return "asserted"


def _is_demanded(word: Token) -> bool:
    """True for "demanded that the rebels *surrender*", "calling for the rebels to *give* up": nobody has yet."""
    marks = {child.lower_ for child in word.children if child.dep_ == "mark"}
    if "for" in marks:
        return _is_infinitive(word)
    be = any(child.lower_ == "be" for child in word.children if child.dep_ == "auxpass")
    bare = word.dep_ == "ccomp" and (be or word.tag_ in {"VB", "VBP"})
    return bare and "that" in marks and word.head.lemma_ in _DEMANDING


_DEMANDING = frozenset(
    "demand insist order command require request ask urge propose recommend suggest plead beg decree".split()
)
"""Verbs whose clause with a bare verb tells what is wished: "insisted that they *surrender*"."""


def _is_only_thought(word: Token) -> bool:
    """True under "feared", "presumed": "40 are *feared* dead", "residents *fear* that 40 died"."""
    above = word.head
    if word.dep_ == "ccomp" and above.lemma_ in _THINKING and above.pos_ == "VERB":
        return True
    thought = above.lemma_ in _THINKING and (is_passive(above) or above.tag_ == "VBN")
    return thought and word.dep_ in {"oprd", "acomp", "xcomp", "advcl", "ccomp", "attr"} and word.i > above.i


_THINKING = frozenset({"fear", "presume", "believe", "think", "suppose", "assume", "suspect"})


def aim_of(verb: Token) -> Token | None:
    """The undertaking that a verb says the aim of: "an operation to detain him", "a search to find her"."""
    if verb.dep_ not in {"acl", "advcl", "relcl"} or not _is_infinitive(verb):
        return None
    governor = verb.head
    nouns = [governor] if governor.pos_ == "NOUN" else objects(governor)
    return next((noun for noun in nouns if noun.lemma_.lower() in UNDERTAKINGS), None)


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
