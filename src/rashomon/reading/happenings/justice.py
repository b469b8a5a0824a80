"""Steps of justice that name the deed they answer: "arrested on Friday in connection with the shooting".

Such a report is of the deed. The day of the arrest, the charge or the verdict is not the deed's, and the
arrest is no happening beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.reading.languages.en.harm_words import HARM_VERBS
from rashomon.reading.languages.en.words import HAPPENING_NOUNS
from rashomon.reading.sentences.word_index import with_base_form

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.reading.sentences.parsing import Sentence
    from rashomon.reading.times.moments import TimeFound

_ARRESTS = frozenset("arrest detain apprehend".split())
_STEPS = _ARRESTS | frozenset("charge indict arraign convict sentence accuse plead jail imprison".split())
_COURT = frozenset("indict arraign convict sentence plead".split())
_CAPTURES = _ARRESTS | frozenset("abduct kidnap capture seize".split())
_KILLINGS = frozenset("kill execute shoot behead murder massacre assassinate lynch hang".split())
_DEEDS = frozenset(
    {"shooting", "execution", "attack", "bombing", "suicide_bombing", "ambush", "grenade", "abduction"}
)
_OF_DEATH = frozenset("death murder manslaughter homicide slaying".split())
_NAMING = frozenset("in with for of to over on from".split())
_LINKING = frozenset("stem relate connect link arise result".split())
"""Between a charge and the deed: "on charges *stemming* from the shooting"."""
_DEFINITE = frozenset("the this that these those".split())
_CLIMB = 10


def is_arrest_for(verb: Token, deeds: Sequence[Token]) -> bool:
    """True for an arrest that names one of these deeds as what it was made for."""
    return verb.lemma_.lower() in _ARRESTS and any(_names(verb, deed) for deed in deeds)


def is_capture_of_killed(verb: Token, cues: Sequence[Token]) -> bool:
    """True for "men arrested last week were found executed": the killing is the event, not the arrest."""
    if verb.lemma_.lower() not in _CAPTURES or verb.dep_ not in {"acl", "relcl"}:
        return False
    people = verb.head
    if people.dep_ not in {"nsubjpass", "nsubj", "dobj"}:
        return False
    said = people.head
    below = {said, *(c for c in said.children if c.dep_ in {"oprd", "acomp", "xcomp", "ccomp", "conj"})}
    return any(t.lemma_.lower() in _KILLINGS and t.dep_ != "acl" for t in below if t in cues or t == said)


def days_of_justice(sentence: Sentence, times: Sequence[TimeFound]) -> Iterator[tuple[int, int]]:
    """Where a sentence has days of arrest, charge or trial: like days of saying, they date no deed."""
    doc = sentence.doc
    if doc is None or not times:
        return
    steps = [t for t in with_base_form(doc, _STEPS) if t.pos_ == "VERB" and _answers_deed(t)]
    starts = set(_starts_under(steps))
    yield from ((t.start, t.end) for t in times if t.start - sentence.start in starts)


def _starts_under(steps: Sequence[Token]) -> Iterator[int]:
    """Where the words stand that hang on one of these verbs, and on no clause or noun between."""
    for step in steps:
        for child in step.children:
            if child.dep_ in {"npadvmod", "advmod", "prep", "nmod"}:
                for word in (child, *child.children):
                    yield word.idx
                    if word.dep_ == "pobj":
                        yield from (below.idx for below in word.lefts)


def _answers_deed(step: Token) -> bool:
    """True for a step of a court, and for an arrest that names the deed or tells who is said to have done it."""
    charged = step.lemma_.lower() == "charge" and any(c.dep_ == "auxpass" for c in step.children)
    return charged or step.lemma_.lower() in _COURT or _names_any(step) or _tells_of_doer(step)


def _tells_of_doer(step: Token) -> bool:
    """True for "the man who *shot* a clerk was arraigned", "arrested the man accused of *shooting* a clerk"."""
    people = (c for c in step.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"})
    told = (c for person in people for c in person.children if c.dep_ in {"relcl", "acl"})
    return any(t.lemma_.lower() in HARM_VERBS for clause in told for t in (clause, *clause.subtree))


def _names_any(step: Token) -> bool:
    nouns = (t for t in step.subtree if t.i > step.i and t.pos_ in {"NOUN", "PROPN"})
    return any(_is_deed(noun) and _names(step, noun) for noun in nouns)


def _is_deed(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in _OF_DEATH or HAPPENING_NOUNS.get(lemma) in _DEEDS


def _names(step: Token, deed: Token) -> bool:
    """True where prepositions and nouns alone lead from the deed up to the step: no clause between."""
    if deed.i <= step.i or not _is_deed(deed):
        return False
    if deed.tag_ in {"NNS", "NNPS"} and not any(c.lower_ in _DEFINITE for c in deed.children):
        return False
    climbing, naming = deed, False
    for _ in range(_CLIMB):
        if climbing == step:
            return naming
        naming = naming or (climbing.dep_ == "prep" and climbing.lower_ in _NAMING)
        steps = {"conj": _STEPS, "acl": _LINKING}.get(climbing.dep_, frozenset())
        linked = climbing.pos_ == "VERB" and climbing.lemma_.lower() in steps
        named = climbing.pos_ in {"NOUN", "PROPN", "ADP", "NUM"} and climbing.dep_ != "ROOT"
        if not (linked or named):
            return False
        if climbing.pos_ == "ADP" and climbing.lower_ not in _NAMING:
            return False
        climbing = climbing.head
    return False
