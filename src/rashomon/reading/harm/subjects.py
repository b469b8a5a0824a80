"""Of whom a passive of harm is said, where its subjects are several and not all are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import HARM_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token


def subjects_of_harm(verb: Token) -> list[Token]:
    """The subjects of a verb less those another harm befell: the two of "with three *killed* and *two* captured".

    With those before a "but no": the five of "*five guards* but no cooks were killed".
    """
    told = syntax.subjects(verb)
    told = [one for one in told if not any(_is_other_harm(c, verb) for c in one.children)] or told
    return [*(_before_but_no(told[0]) if told else ()), *told]


def _is_other_harm(participle: Token, verb: Token) -> bool:
    told = participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.i == participle.head.i + 1
    return told and HARM_VERBS.get(participle.lemma_, verb.lemma_) != HARM_VERBS.get(verb.lemma_, verb.lemma_)


def _before_but_no(subject: Token) -> list[Token]:
    first = subject.left_edge
    if first.lower_ != "no" or first.i < 2 or first.nbor(-1).lower_ != "but":
        return []
    before = first.nbor(-2)
    counted = any(child.dep_ in {"nummod", "det"} for child in before.children)
    return [before] if counted and before.pos_ == "NOUN" else []
