"""Lists whose end the parser gives to the next verb: "killed a judge, *his driver and a guard* and wounded two"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.sentences.word_index import forms

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_end_of_list(subject: Token, verb: Token) -> bool:
    """True for the "driver" of "killed a judge, his *driver* and a guard *and wounded* two": an "and" follows it.

    The parser takes it for who wounded them; nobody stands between a subject and its verb with an "and".
    """
    if (
        verb.dep_ != "conj"
        or verb.i < 2
        or verb.nbor(-1).dep_ != "cc"
        or not verb.head.i < subject.i < verb.i
    ):
        return False
    first = subject.left_edge.i
    return verb.doc[first - 1].text == "," and any(
        child.dep_ == "dobj" and verb.head.i < child.i < first for child in verb.head.children
    )


def end_of_list(verb: Token) -> list[Token]:
    """The rest of a verb's objects that the parser takes for the subject of the verb after them."""
    return [
        child
        for other in verb.children
        if other.dep_ == "conj" and other.i > verb.i + 4
        for child in other.children
        if child.dep_ == "nsubj" and is_end_of_list(child, other)
    ]


def of_own_part(found: list[Token], verb: Token) -> list[Token]:
    """The subjects after the last semicolon before a verb, where the parser joins them to the part before it."""
    if len(found) < 2 or found[0].i > verb.i or ";" not in forms(verb.doc).words:
        return found
    marks = [token.i for token in verb.doc[found[0].i : verb.i] if token.text == ";"]
    return [token for token in found if token.i > marks[-1]] or found if marks else found
