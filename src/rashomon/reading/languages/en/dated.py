"""What a time in an English sentence dates: the event told, its claiming, a later death, another noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.languages.en.words import CLAIMING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_of_another_deed(time: Token, event: Token) -> bool:
    """True for a time that hangs under an event's word and dates its claiming, or what somebody had done before."""
    return dates_claiming(time, event) or is_of_earlier_deed(time, event)


def dates_claiming(time: Token, event: Token) -> bool:
    """True for "claimed the attack on Monday": a known event's claiming is dated, not the event.

    "Condemns the attack on Monday" speaks of now: Monday was the attack's.
    """
    if event.pos_ == "VERB" or time.i < event.i or not any(c.lower_ in _DEFINITE for c in event.children):
        return False
    above = event.head
    if above.dep_ == "prep" and above.head.lemma_.lower() == "responsibility":
        above = above.head.head
    past = above.tag_ not in {"VBZ", "VBP"}
    return past and event.dep_ in {"dobj", "pobj"} and above.lemma_.lower() in CLAIMING_VERBS


def belongs_to_noun(time: Token, events: Sequence[int]) -> bool:
    """True for a time that a noun other than an event's has of its own: "the troubles of 14 May"."""
    of = time.head
    if _is_written_before(time, events):
        return True
    return (
        of.lower_ == "of" and of.i < time.i and of.head.pos_ in {"NOUN", "PROPN"} and of.head.i not in events
    )


_OF_WORDS = frozenset(
    "deadline deal agreement accord ceasefire truce ultimatum statement meeting conference summit interview election "
    "vote referendum resolution law decree speech letter ruling verdict protocol treaty".split()
)
"""What has a day of its own and is no deed."""


def _is_written_before(time: Token, events: Sequence[int]) -> bool:
    """True for the day of "after an *April 8* ransom deadline": that of what it stands before, an event's none."""
    noun = time.head
    before = time.dep_ in {"nmod", "compound"} and noun.i > time.i and noun.i not in events
    return before and noun.lemma_.lower() in _OF_WORDS


_DYING = frozenset({"die", "succumb"})
_FATES = _DYING | frozenset("kill execute murder behead shoot find discover recover release free".split())
_KNOWN = frozenset("they both he she two three four bodies body latter all".split())


def _is_fate_of_known(verb: Token) -> bool:
    """True for "*the two were killed* the next day": what became of people told of before."""
    suffering = {"nsubj", "nsubjpass"} if verb.lemma_.lower() in _DYING else {"nsubjpass"}
    subject = next((child for child in verb.children if child.dep_ in suffering), None)
    if subject is None or verb.lemma_.lower() not in _FATES or subject.lower_ not in _KNOWN:
        return False
    pointing = any(child.lower_ == "the" or child.tag_ == "PRP$" for child in subject.children)
    return subject.pos_ == "PRON" or pointing


_LATER = frozenset({"following", "next", "later", "after"})


def is_of_later_death(time: Token) -> bool:
    """True for the day in "wounded another, who died *the following day*": that of his death alone."""
    verb = time
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    dying = verb.lemma_.lower() in _DYING and verb.dep_ in {"relcl", "conj", "advcl"}
    if not dying and not _is_fate_of_known(verb):
        return False
    return any(t.lower_ in _LATER for t in verb.subtree if t.i > verb.i)


_FOUNDING = frozenset("establish found form create launch inaugurate build".split())
_TOLD_BESIDE = frozenset({"relcl", "ccomp"})
_AT_THE_SAME = frozenset({"where", "when"})
"""What a clause begins with that sets the scene: "fired at a corner *where* pupils had gathered on Tuesday"."""


def is_of_earlier_deed(time: Token, event: Token) -> bool:
    """True for "killed a man who *had met* officers *the day before*": what somebody had done before the event.

    So with what a body that was attacked goes back to: "the group attacked was *established* earlier this year".
    """
    verb = time
    while verb.head != verb and verb.head != event:
        verb = verb.head
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in _TOLD_BESIDE:
            continue
        if verb.head == event and event.pos_ != "VERB":
            return False  # "an operation that they *had opened* on 28 March"
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        marks = {child.lower_ for child in verb.children}
        before = "had" in marks and not marks & _AT_THE_SAME
        if before or (passive and verb.lemma_.lower() in _FOUNDING):
            return True
    return False


def says_of_noun(time: Token) -> bool:
    """True for the year in "protested against a law *adopted in 2012*": a clause that only describes a noun."""
    verb = time
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb.dep_ in {"acl", "relcl"}
