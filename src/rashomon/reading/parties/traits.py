"""What one sentence says of a single person: calling, sex, age, and whether he is accused."""

from __future__ import annotations

import re

from rashomon.reading.languages.en.words import (
    ACCUSED_NOUNS,
    GENERIC_PERSONS,
    KIN,
    PERSON_NOUNS,
    SEX_OF_NOUN,
    SEX_OF_PRONOUN,
)
from rashomon.reading.parties.naming import age_by_name
from rashomon.reading.people.ages import Age, age_of
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

_AGED_AFTER = re.compile(r",\s+an?\s+(\d{1,3})[- ]years?[- ]old\s+(\w+)", re.I)
"""A phrase set beside a name: "Mary Holt, a 34-year-old woman"."""
_HIS = re.compile(r"(?:,? and|,) (his|her) \w", re.I)
"""After a name: "Marsh *and his* daughter"."""
_SEX_OF_OWNER = {"his": "m", "her": "f"}
_ACCUSED = HeldPattern(r"\b(?:accused of|charged with|suspected of|wanted (?:for|in)|admitted)\b", re.I)


ANYONE = frozenset({"victim", "person", "one", "other", "people"})
"""Nouns that anybody may be called by."""
_PLAIN = SEX_OF_NOUN.keys() | ACCUSED_NOUNS | ANYONE | KIN


def is_calling(noun: str) -> bool:
    """True for "clerk", "driver": no word for a sex, an age, kin, a victim or whoever did it."""
    return bool(noun) and noun not in _PLAIN


def roles_of(group: Group) -> frozenset[str]:
    """What sets a person apart from others told of: "imam", "commander", not "man" or "victim"."""
    known = PERSON_NOUNS.get(group.noun)
    if known is None or group.kind != "people" or known.category in GENERIC_PERSONS:
        return frozenset()
    return (
        frozenset() if group.noun in SEX_OF_NOUN or group.noun in ACCUSED_NOUNS else frozenset({group.noun})
    )


_FORCES = frozenset({"soldiers", "police", "peacekeepers", "guards"})


def is_of_forces(group: Group) -> bool:
    """True for a soldier, a policeman, a guard."""
    known = PERSON_NOUNS.get(group.noun)
    return known is not None and known.category in _FORCES


def sex_told(group: Group, sentence: Sentence) -> str:
    """ "m" or "f" where the phrase or the words after it say so, else empty."""
    if group.kind == "pronoun":
        return SEX_OF_PRONOUN.get(group.words.lower(), "")
    own = SEX_OF_NOUN.get(group.noun, "")
    said = own or next((SEX_OF_NOUN[w] for w in group.words.lower().split() if w in {"male", "female"}), "")
    after = sentence.words[group.end - sentence.start :]
    aged, kin = _AGED_AFTER.match(after), _HIS.match(after)
    beside = SEX_OF_NOUN.get(aged.group(2).lower(), "") if aged is not None else ""
    return said or beside or ("" if kin is None else _SEX_OF_OWNER[kin.group(1).lower()])


def age_told(group: Group, sentence: Sentence) -> Age | None:
    """The age that the sentence gives a person, in the phrase, beside it or after the name."""
    start, end = group.start - sentence.start, group.end - sentence.start
    said = age_of(group.words, sentence.words[:start], sentence.words[end:])
    return said or age_by_name(group, sentence)


def is_accused(group: Group, sentence: Sentence) -> bool:
    """True for the suspect, and for whoever is said to be charged with something."""
    after = sentence.words[group.end - sentence.start :][:40]
    suspected = group.identification in {"presumed", "alleged"}
    return suspected or group.noun in ACCUSED_NOUNS or _ACCUSED.search(after) is not None
