"""Deeds that their doer says he did not do: "denied having shelled the town", "said it had not fired".

What is denied so is no part in the happening; who denies it is told in a remark of responsibility.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.blame import CHARGES, DENYING, DISMISSING, OF_ITSELF
from rashomon.reading.languages.en.harm_words import HARM_VERBS
from rashomon.reading.languages.en.words import HAPPENING_VERBS
from rashomon.reading.sentences.word_index import with_base_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEEDS = frozenset(
    {*HARM_VERBS, *HAPPENING_VERBS, "fire", "bombard", "pound", "plant", "lay", "launch", "mine"}
)
_SAYING = frozenset({"say", "insist", "state", "maintain", "stress", "declare", "tell", "assert"})


def denied_deeds(doc: Doc) -> Iterator[tuple[Token, Token, list[Token]]]:
    """Each denial of a parsed sentence: the word that denies, the deed, and the words for who denies it."""
    for verb in with_base_form(doc, DENYING | DISMISSING):
        for deed in _governed(verb):
            if denial_of(deed) == verb:
                yield verb, deed, syntax.with_antecedents(syntax.inherited_subjects(verb))
    for no in with_base_form(doc, {"not", "never"}):
        speaker = _own_speaker(no.head) if no.dep_ == "neg" and no.head.lemma_ in _DEEDS else None
        if speaker is not None:
            yield no, no.head, [speaker]


def denial_of(deed: Token) -> Token | None:
    """The verb by which its doer denies a deed; None where nobody does, or where another's deed is denied."""
    word = deed
    while word.dep_ == "conj" and word.head.pos_ in {"VERB", "AUX"}:
        word = word.head
    above = word.head.head if word.dep_ == "pcomp" and word.head.lower_ == "of" else word.head
    if deed.lemma_ not in _DEEDS or above == word:
        return None
    charged = above.lemma_.lower() in CHARGES and above.dep_ in {"dobj", "pobj"}
    verb = above.head if charged else above
    denies = verb.lemma_ in DENYING or (charged and verb.lemma_ in DISMISSING)
    if not denies or syntax.is_negated(verb) or not _is_own(word):
        return None
    return verb


def _governed(verb: Token) -> Iterator[Token]:
    """The deeds below a verb of denying: its complement, or what the accusation it rejects is about."""
    for child in verb.children:
        charged = child.lemma_.lower() in CHARGES and child.dep_ == "dobj"
        for word in child.subtree if charged else [child, *child.conjuncts]:
            if word.i > verb.i and word.pos_ == "VERB":
                yield word


def _is_own(deed: Token) -> bool:
    """True for the deed of who denies it: "denied *attacking*", "denied that *its men* had attacked"."""
    return all(
        doer.lower_ in OF_ITSELF
        or any(child.dep_ == "poss" and child.lower_ in OF_ITSELF for child in doer.children)
        for doer in deed.children
        if doer.dep_ in {"nsubj", "nsubjpass"}
    )


def _own_speaker(deed: Token) -> Token | None:
    """Who says of himself that he did not do it: "*the front* said it had not shelled the town"."""
    said = deed.head
    if deed.dep_ != "ccomp" or said.lemma_ not in _SAYING or not _is_own(deed):
        return None
    usual = deed.tag_ in {"VBZ", "VBP"} and not any(child.dep_ == "aux" for child in deed.children)
    if usual or not any(child.dep_ == "nsubj" for child in deed.children):
        return None  # "it never attacks markets" answers no charge
    return next((child for child in said.children if child.dep_ == "nsubj" and child.pos_ != "PRON"), None)
