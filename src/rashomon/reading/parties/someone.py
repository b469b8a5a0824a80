"""One person of a report as far as it has been read, and what one phrase says of whom it means."""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.reading.languages.en.words import ACCUSED_NOUNS, SEX_OF_NOUN
from rashomon.reading.parties.naming import (
    FullNames,
    Names,
    is_same_name,
    names_of,
    owner_of,
    rank_of,
    sex_of_name,
)
from rashomon.reading.parties.traits import ANYONE, age_told, sex_told
from rashomon.reading.people.ages import ANY_AGE, Age, Span, is_too_young, may_be_called, years_of
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_OF_DEATH = re.compile(
    r"\bthe (?:\w+ ){0,2}(?:deaths?|killings?|murders?|slayings?|homicides?|shooting) of (?:an? )?"
    r"(?:\w+-year-old )?$",
    re.I,
)


@value
class Described:
    """What one phrase says of the person it means."""

    noun: str
    names: Names
    sex: str
    age: Age | None
    years: Span
    kin_of: Names
    rank: str
    """ "older" or "younger", of two children."""
    of_death: bool
    """True for "*the* death of Peter Marsh": a death told of before."""


def described(group: Group, sentence: Sentence) -> Described:
    """What one phrase says of the person it means."""
    names, age = names_of(group, sentence), age_told(group, sentence)
    return Described(
        noun=group.noun,
        names=names,
        sex=sex_told(group, sentence) or sex_of_name(names),
        age=age,
        years=years_of(group.noun, age),
        kin_of=owner_of(group),
        rank=rank_of(group.words),
        of_death=_OF_DEATH.search(sentence.words[: group.start - sentence.start]) is not None,
    )


class Someone:
    """One person of a report, as far as it has been read."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.names: Names = ()
        self.kin_of: Names = ()
        """Whose kin the person was said to be, by name."""
        self.sex = ""
        self.age: Age | None = None
        self.roles: frozenset[str] = frozenset()
        """What the report has called the person: "imam", "commander"."""
        self.accused = False
        self.serving = False
        """True where the person was said to be of an armed body."""
        self.harmed = False
        self.dead = False
        self.by_forces = False
        """True where police or soldiers are said to have harmed the person: "the suspect" may be he."""
        self.nouns: frozenset[str] = frozenset()
        """The nouns the person was called by: "deacon", "boy"."""
        self.years: Span = ANY_AGE
        self.introduced: frozenset[str] = frozenset()
        """The words by which the person was set beside others: "another child", "a second officer"."""
        self.rank = ""
        """ "older" or "younger", where the person was told of as one of two."""
        self.sentence = -1
        self.said_at = -1
        """Where in the report the person was spoken of last."""

    def is_described(self) -> bool:
        """True where more is said than that it is one."""
        return bool(self.names or self.nouns or self.sex or self.age)

    def is_called(self) -> bool:
        """True where all that is said of the person is what he does: "the driver"."""
        plain = SEX_OF_NOUN.keys() | ANYONE | ACCUSED_NOUNS
        return bool(self.nouns) and self.nouns.isdisjoint(plain) and not (self.age or self.names)

    def is_compatible(self, told: Described, full_names: FullNames) -> bool:
        """True unless name, sex or age tell this person from the one described; so do "boy" and "man"."""
        names, age = told.names, told.age
        if told.sex and self.sex and told.sex != self.sex:
            return False
        if told.rank and self.rank and told.rank != self.rank:
            return False
        if names and self.names:
            return is_same_name(names, self.names) or full_names.may_be_one(names, self.names)
        if is_whose_kin(names, self.kin_of) or is_whose_kin(self.names, told.kin_of):
            return False
        if age is not None and self.age is not None:
            return self.age.may_be(age)
        if is_too_young(told.noun, self.age) or any(is_too_young(noun, age) for noun in self.nouns):
            return False
        stated = age is not None or self.age is not None
        return may_be_called(told.years, self.years, stated=stated)


def is_whose_kin(names: Names, kin_of: Names) -> bool:
    """True for the "Carter" of "Carter's wife", who is not she."""
    return bool(names) and bool(kin_of) and set(names) <= set(kin_of)
