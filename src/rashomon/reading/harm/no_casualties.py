"""Words of harm that count nobody here: a friend mourned at a vigil, hurt feelings, whoever's children."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.counts import CountFound
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.deeds import AIRCRAFT, SHELLS
from rashomon.reading.languages.en.harm_words import FREEING, SHOT_IN_PLAY, TREATING_BODIES
from rashomon.reading.languages.en.words import PERSON_NOUNS
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_RITES = frozenset(
    "vigil memorial funeral wake repast tribute remembrance anniversary service ceremony mass procession "
    "burial gathering rally march protest fundraiser candlelight memory".split()
)
_MOURNING = frozenset(
    "honor honour mourn remember commemorate memorialize grieve celebrate eulogize avenge".split()
)
_PARENT_OF = HeldPattern(
    r"\b(?:mother|father|parent|mom|dad|grandmother|grandfather|widow|widower) of (?:\w+ )?$", re.I
)
_OF_PLACES = frozenset(
    "new old north south east west northern southern eastern western upper lower fort port san santa saint st. mount "
    "mt. lake camp greater central downtown el la las los al".split()
)
"""Words that with a name after them make a place, and no person."""
_ONE_AGED = HeldPattern(
    r"\bone (?:is |was |aged )?(?:\d+,? and (?:the other|one|another) (?:is |was |aged )?)?$", re.I
)
_NTH = re.compile(
    r"the (?:[a-z]+-)?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|\w+th|\d+(?:st|nd|rd|th))\b",
    re.I,
)
_OF_TALLY = re.compile(
    r"\b(?:this (?:year|month|week|summer)|of the year|since|so far|in (?:19|20)\d\d"
    r"|in (?:\w+ ){0,2}(?:days?|weeks?|months?|years?))\b"
)
_OURS = re.compile(
    r"^(?:our|your|people['’]s|other people['’]s)\s+(?:\w+ )?"
    r"(?:children|kids|babies|sons|daughters|youth|youths|teens)$",
    re.I,
)
_MOST = re.compile(r"most (?!of\b)", re.I)
"""How a statement of what is usual begins: "*most people* treated for gunshot wounds are men"."""
_INDEFINITE = frozenset({"a", "an", "another"})


_DEATHS = frozenset({"death", "killing", "murder"})


def is_nobody_here(group: Group, head: Token) -> bool:
    """True for people told of who are no casualties of what happened: the mourned, "our children"."""
    vague = group.count is None or group.count.vague == "plural"
    nth = head.dep_ == "attr" or head.doc[head.i + 1 : head.i + 3].text.lower() == "to be"
    if nth and _NTH.match(group.words) and _OF_TALLY.search(head.sent.text):
        return True  # "she was the third person killed in the city this year": told of before
    if head.lemma_.lower() == "casualty" and any(child.tag_ == "JJS" for child in head.children):
        return True  # "the *biggest* single-day combat casualty": how many, is said elsewhere
    if head.lower_ in _DEATHS and head.i + 1 < len(head.doc) and head.nbor().lower_ == "of":
        return True  # "killed six, as well as *the death* of a chief": who died is told by that noun
    return is_mourned(head) or is_anybody(group.words, plural=vague)


def is_mourned(person: Token) -> bool:
    """True for somebody whose earlier death people came together for: "a vigil for another victim"."""
    if not any(child.lower_ in _INDEFINITE for child in person.children):
        return False
    head = person.head
    if person.dep_ == "dobj":
        return head.lemma_.lower() in _MOURNING
    # The parser may hang the rite's "for" on the verb: "shot at a vigil for another victim".
    before = {head.head.lemma_.lower(), head.nbor(-1).lemma_.lower()} if head.i else set()
    return person.dep_ == "pobj" and head.lower_ in {"for", "of", "to"} and bool(before & _RITES)


_CONVICTED_BEFORE = re.compile(
    r"\b(?:having been|(?:had )?(?:previously|once|earlier)(?: been)?) (?:convicted|found guilty)\b"
    r"|\b(?:served|serving|did) (?:time|\w+ years)(?: in prison)? for\b",
    re.I,
)


def is_earlier_crime(noun: Token) -> bool:
    """True for what somebody was sentenced for before: "having been convicted of *a double homicide*"."""
    return _CONVICTED_BEFORE.search(noun.doc[max(0, noun.i - 9) : noun.i].text) is not None


def is_felt(verb: Token) -> bool:
    """True for "the family is hurting": a pain of the mind."""
    return verb.lower_ == "hurting" and not any(child.dep_ == "dobj" for child in verb.children)


def is_living_body(noun: Token) -> bool:
    """True for "the bullet left *his body*": unless it is found, buried or the like, he need not be dead."""
    own = any(child.tag_ == "PRP$" for child in noun.children)
    treated = {noun.head.lemma_.lower(), syntax.clause_verb(noun).lemma_.lower()} & TREATING_BODIES
    return own and noun.lemma_.lower() == "body" and not treated


def is_anybody(words: str, *, plural: bool) -> bool:
    """True for "we must not let them murder our children": whoever's, and nobody counted. So "most people"."""
    return plural and (_OURS.search(words) or _MOST.match(words)) is not None


def counts_nobody(found: CountFound, sentence: Sentence) -> bool:
    """True for the 16 of "two apprentices, one 18 and the other 21", the three of "a mother of three"."""
    before, words = sentence.words[: found.start], sentence.words[found.start : found.end]
    if _PARENT_OF.search(before) is not None:
        return (
            re.match(
                r"\s+(?:\w+ ){0,2}(?:children|kids|boys|girls|sons|daughters)\b", sentence.words[found.end :]
            )
            is None
        )
    return _ONE_AGED.search(before) is not None and words.isdigit()


_SUBJECT_OF = {
    "die": "nsubj",
    **dict.fromkeys("pronounce wound injure shoot graze stab hospitalize charge".split(), "nsubjpass"),
}
"""Verbs of whom only a person is the subject, and as what."""


def is_surname(token: Token, position: int, places: Sequence[tuple[int, int]]) -> bool:
    """True for the "Moore" of "Ed Moore was hurt", "Moore was pronounced dead", though a town is called so."""
    if all(start != position for start, _ in places):
        return False  # the town's own name has more words
    if token.dep_ == _SUBJECT_OF.get(token.head.lemma_) and token.left_edge == token:
        return True
    if token.dep_ not in {"nsubj", "nsubjpass", "dobj", "conj", "pobj", "appos"} or token.i == 0:
        return False
    first = token.nbor(-1)
    named = first.pos_ == "PROPN" and first.head == token and first.dep_ == "compound"
    return named and first.lower_ not in _OF_PLACES and not first.is_upper


_SHOT_AT = re.compile(
    r"shot at(?= (?:by|at|in|on|near|from|outside|inside|while|when|as|but|and|several|multiple|repeatedly)\b|[.,;])"
)
"""A passive that ends in its preposition; "shot at close range" goes on."""


_TO_DEATH = re.compile(r"shot to death\b")


def harms_nobody(verb: Token) -> bool:
    """True for "hanging around", "shot at them", "shot down a drone": nobody is said to be hit."""
    lemma = verb.lemma_.lower()
    if is_felt(verb) or _comes_free(verb) or _is_usual(verb):
        return True
    if lemma == "hang":
        return verb.lower_ != "hanged"
    if lemma in {"gun", "mow"}:
        return not any(child.lower_ == "down" for child in verb.children)
    if lemma == "shoot" and _is_craft_shot_down(verb):
        return True
    if lemma == "shoot" and _SHOT_AT.match(verb.doc.text, verb.idx):
        return True  # "was shot at by a passing car": nobody says that he was hit
    if lemma != "shoot" or any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return False
    if any(child.lower_ == "dead" for child in verb.children) or _TO_DEATH.match(verb.doc.text, verb.idx):
        return False  # "shot dead a trader at a checkpoint", "found shot to death at a flat"
    if any(child.dep_ == "dobj" and _is_somebody(child) for child in verb.children):
        return False  # "shot down a trader at a checkpoint", "shot himself at a shop"
    if any(child.dep_ == "dobj" and child.lemma_.lower() in SHOT_IN_PLAY for child in verb.children):
        return True
    aims = [child for child in verb.children if child.lower_ in _AT]
    return any(child.lower_ != "at" or not _is_bare_place(child) for child in aims)


def _is_usual(verb: Token) -> bool:
    """True for "when young children shoot themselves": whatever children, told of at no time."""
    finite = verb.tag_ == "VBP" or (verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children))
    if not finite or not any(child.lower_ == "themselves" for child in verb.children):
        return False
    return all(
        subject.tag_ == "NNS" and not any(c.dep_ in {"det", "nummod", "poss"} for c in subject.children)
        for subject in syntax.subjects(verb)
    )


def _is_craft_shot_down(verb: Token) -> bool:
    """True for "six drones, *five of which were downed*", "guards shot down *nine* of them"."""
    down = any(child.lower_ == "down" and child.dep_ in {"prt", "advmod"} for child in verb.children)
    if not down or any(_is_somebody(c) for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}):
        return False
    return any(token.lemma_.lower() in AIRCRAFT | SHELLS for token in verb.doc)


def _is_somebody(noun: Token) -> bool:
    """True for a word for people, a name or "him"; not for "it"."""
    named = noun.pos_ == "PROPN" or (noun.tag_ == "PRP" and noun.lower_ not in {"it", "itself"})
    return named or noun.lemma_.lower() in PERSON_NOUNS


def _comes_free(verb: Token) -> bool:
    """True for "rescued nine *kidnapped* villagers": they came free, whenever they were taken."""
    noun = verb.head
    while noun.dep_ == "compound":
        noun = noun.head
    return verb.dep_ == "amod" and noun.head.lemma_.lower() in FREEING


_AT = frozenset({"at", "down", "into", "toward", "towards", "open"})


def _is_bare_place(at: Token) -> bool:
    """True for the "car wash" of the headline "Four shot at car wash": a noun without an article, and no people."""
    nouns = [child for child in at.children if child.dep_ == "pobj"]
    return any(
        noun.tag_ in {"NN", "NNP"}
        and noun.lemma_.lower() not in PERSON_NOUNS
        and noun.lemma_.lower()
        not in {"police", "random", "car", "vehicle", "truck", "crowd", "train", "bus"}
        and not any(child.dep_ in {"det", "poss"} for child in noun.children)
        for noun in nouns
    )
