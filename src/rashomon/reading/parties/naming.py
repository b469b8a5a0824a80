"""Which names mean one person: whole or in part, spelled in two ways, first name and surname apart."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TypeAlias

from rashomon.reading.languages.en.person_names import SEX_OF_NAME
from rashomon.reading.languages.en.words import KIN
from rashomon.reading.people.ages import Age, age_of
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

Names: TypeAlias = tuple[str, ...]
"""The words of a name, lower case, without titles."""

_NAMED_AFTER = re.compile(
    r",?\s+(?:(?:has been |was )?(?:identified|named) (?:by \w+ )?as |named )?(?:\d{1,3}-year-old )?"
    r"([A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+){1,3})\s*[,.]"
)
_SURNAMED_AFTER = re.compile(
    r",?\s+(?:(?:has been |was )?(?:later )?(?:identified|named) (?:by \w+ )?as )(?:\d{1,3}-year-old )?"
    r"([A-Z][\w'’-]+)\s*[,.]"
)
_IDENTIFYING = HeldPattern(r"\b(?:identif(?:y|ies|ied)|named)\s+$", re.I)
_AS_NAMED = re.compile(
    r"[^.;:]{0,160}?\bas\s+(?:\d{1,3}-year-old\s+)?([A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]+){1,3})"
)
"""After "identified the driver killed on Monday": "as 40-year-old Peter Marsh"."""
_TITLES = frozenset(
    "mr mrs ms dr sgt lt capt cpl pfc officer deputy trooper chief sheriff jr sr ii iii lieutenant colonel "
    "captain sergeant corporal detective investigator agent pastor reverend judge".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FULL_NAME = re.compile(r"\b(?=([A-Z][\w’'-]+)(?: [A-Z]\.)? ([A-Z][\w’'-]+))")
_WHOSE_KIN = re.compile(r"(.+?)['’]s? (?:[\w-]+ )*[\w-]+$")


def names_of(group: Group, sentence: Sentence) -> Names:
    """The name of the person a phrase means, where it is one or stands right beside it."""
    if group.kind == "person":
        return _words_of(group.words)
    named = _name_beside(group, sentence)
    return _words_of(named.group(1)) if named is not None else ()


def age_by_name(group: Group, sentence: Sentence) -> Age | None:
    """The age before the name that a phrase is given: "identified the man as *19-year-old* Peter Marsh"."""
    named = _name_beside(group, sentence)
    return age_of(named.group(), "", "") if named is not None else None


def _name_beside(group: Group, sentence: Sentence) -> re.Match[str] | None:
    """ "her son, *Peter Marsh*, was shot"; "a man identified as *Peter Marsh*"."""
    if group.kind != "people":
        return None
    after = sentence.words[group.end - sentence.start :]
    named = _NAMED_AFTER.match(after) or _SURNAMED_AFTER.match(after)
    if named is None and _IDENTIFYING.search(sentence.words[: group.start - sentence.start]):
        named = _AS_NAMED.match(after)
    return named


def _words_of(name: str) -> Names:
    found = (word.lower() for word in _WORD.findall(name))
    return tuple(word for word in found if word.strip(".") not in _TITLES)


def is_same_name(one: Names, two: Names) -> bool:
    """True where a shorter name is part of a longer one: "Carter" of "John Carter", not "Mary Carter"."""
    short, long = sorted((one, two), key=len)
    if all(any(_same_word(word, other) for other in long) for word in short):
        return True
    return _same_word(one[-1], two[-1]) and _same_word(one[0], two[0])


def _same_word(one: str, two: str) -> bool:
    """True for one name spelled in two ways: "Reardon", "Rearden"."""
    return one == two or (len(one) > 5 and one[:5] == two[:5] and abs(len(one) - len(two)) < 2)


def sex_of_name(names: Names) -> str:
    """ "f" or "m" where the given name of a full name is a woman's or a man's, else empty."""
    return SEX_OF_NAME.get(names[0], "") if len(names) > 1 else ""


def owner_of(group: Group) -> Names:
    """The name of whose kin somebody is said to be: the "Carter" of "Carter's wife"."""
    if group.noun not in KIN or group.kind != "people":
        return ()
    owner = _WHOSE_KIN.match(group.words)
    return _words_of(owner.group(1)) if owner is not None and owner.group(1)[:1].isupper() else ()


_OF_TWO = re.compile(r"the (older|elder|younger)\b", re.I)


def rank_of(words: str) -> str:
    """ "older" or "younger", of two children: "*the elder* boy"."""
    told = _OF_TWO.match(words)
    return "" if told is None else told.group(1).lower().replace("elder", "older")


def is_new_doer(doer: Group) -> bool:
    """True for "a man", "a suspect" as who did it, first told of there."""
    return doer.kind == "people" and not doer.plural and doer.words.lower().startswith(("a ", "an "))


class FullNames:
    """The full names of a report: by them "Michael" and "Carter" may be one."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset((m.group(1).lower(), m.group(2).lower()) for m in _FULL_NAME.finditer(self._text))

    def may_be_one(self, one: Names, two: Names) -> bool:
        """True for the given name and the surname of one person, each said alone."""
        if len(one) != 1 or len(two) != 1:
            return False
        return (one[0], two[0]) in self._pairs or (two[0], one[0]) in self._pairs
