"""Steps of justice that name the deed they answer: "arrested on Friday in connection with the shooting".

Such a report is of the deed. The day of the arrest, the charge or the verdict is not the deed's, and the
arrest is no happening beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
_FOUNDING = frozenset("establish found form create".split())
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


def is_capture_of_found(verb: Token) -> bool:
    """True for "the bodies of two men *kidnapped* in May were found": they were killed, on no day of May told here."""
    if verb.lemma_.lower() not in _CAPTURES:
        return False
    if verb.dep_ not in {"acl", "relcl"}:
        # the parser may have the bodies do it: "the bodies abducted, and were found"
        taking = any(c.dep_ in {"nsubj", "nsubjpass"} and c.lemma_.lower() in _DEAD for c in verb.children)
        return taking and _found_after(verb) is not None
    people = verb.head
    of = people.head if people.dep_ == "pobj" and people.head.lower_ == "of" else None
    dead = people if of is None else of.head
    return dead.lemma_.lower() in _DEAD or _is_found_dead(dead.head)


def _found_after(verb: Token) -> Token | None:
    """The verb of finding above a capture, or coordinated with it."""
    told = (*verb.ancestors, *(c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in _FINDING))
    return next((t for t in told if t.pos_ == "VERB"), None)


def _is_found_dead(verb: Token) -> bool:
    if verb.lemma_.lower() not in _FINDING:
        return False
    return any(child.lower_ in {"dead", "executed", "murdered", "beheaded"} for child in verb.children)


_DEAD = frozenset("body corpse remains remain".split())
_FINDING = frozenset("find discover recover".split())


def days_of_justice(sentence: Sentence, times: Sequence[TimeFound]) -> Iterator[tuple[int, int]]:
    """Where a sentence has days of arrest, charge or trial: like days of saying, they date no deed.

    Nor do the days on which people were taken whose bodies were found, nor the years in which a body was
    founded: "the group attacked was *established* earlier this year".
    """
    doc = sentence.doc
    if doc is None or not times:
        return
    steps = [t for t in with_base_form(doc, _STEPS) if t.pos_ == "VERB" and _answers_deed(t)]
    starts = set(_starts_under(steps))
    founded = set(_starts_under(t for t in with_base_form(doc, _FOUNDING) if t.tag_ == "VBN"))
    captures = [
        (verb.idx, found.idx)
        for verb in with_base_form(doc, _CAPTURES)
        if is_capture_of_found(verb) and (found := _found_after(verb)) is not None
    ]
    for time in times:
        at, vague = time.start - sentence.start, time.moment.grain != "day"  # on a day: that is the event
        if at in starts or (vague and at in founded) or any(first < at < last for first, last in captures):
            yield time.start, time.end


def _starts_under(steps: Iterable[Token]) -> Iterator[int]:
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
