"""Which sentences of an English report are worth parsing: those with a word that may tell of harm or fighting."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.reading.languages.en.deeds import (
    ALWAYS_ROBBERY,
    BURNING,
    DEFECTING,
    MAKING_SAFE,
    MALTREATING,
    OCCUPYING,
    PROTESTING,
    REGAINING,
    TAKING,
    THREATS,
)
from rashomon.reading.languages.en.developments import may_tell_development
from rashomon.reading.languages.en.harm_words import (
    HARM_ADJECTIVES,
    HARM_NOUNS,
    HARM_VERBS,
    HARMED_NOUNS,
    SUFFER_VERBS,
)
from rashomon.reading.languages.en.numbers import NUMBER_WORDS
from rashomon.reading.languages.en.set_phrases import find_set_phrase
from rashomon.reading.languages.en.words import HAPPENING_NOUNS, HAPPENING_VERBS
from rashomon.reading.sentences.stems import stem_pattern

if TYPE_CHECKING:
    from rashomon.reading.sentences.parsing import Sentence


def _stems() -> set[str]:
    words = {
        *HARM_VERBS,
        *SUFFER_VERBS,
        *HARM_ADJECTIVES,
        *HARM_NOUNS,
        *HARMED_NOUNS,
        *HAPPENING_NOUNS,
        *HAPPENING_VERBS,
    }
    words |= {
        *ALWAYS_ROBBERY,
        *TAKING,
        *BURNING,
        *MAKING_SAFE,
        *PROTESTING,
        *OCCUPYING,
        *REGAINING,
        *MALTREATING,
        *THREATS,
        *DEFECTING,
        "citing",  # whose words the sentences after it tell
        "quoting",
        "ablaze",
        "set fire",
        "fire to",
        "cache",
        "weapon",
        "signed",
        "withdr",
        "to the street",
        "hunger strike",
        "took control",
        "taken control",
        "tear gas",
        "stones",
        "claimed by",
        "blamed",
        "suspected",
        "accused",
        "accusation",
        "allegation",
        "involvement",
        "planted",
        "close",
        "toll",
        "victim",
        "fled",
        "retreat",
        "responsib",
        "hallmark",
        "suspicion",
        "prime suspect",
        "main suspect",
        "liaison",
        "linked",
        "surrender",
        "stabb",
        "shot",
        "slain",
        "stole",
        "fought",
        "lives",
        "lost",
        "losing",
        *("the number at", "the figure at", "the total at", "the count at"),
        *(
            f"{how} {what}"
            for how in ("higher", "lower", "different")
            for what in ("number", "figure", "total")
        ),
        "fire",
        "contact",
        "custody",
        "encompass",
        "compris",
        "coordinat",
        "hospitali",
        "medical cent",
        "gunshot",
        "condition",
        "surgery",
        "expected to",
        "homicide",
        "suicide",
        "recover",
        "treated",
        "graze",
        "bullet",
        "bodies",
        "dying",
        "breathed h",
        "their last",
        "to hell",
        "lost his",
        "alive",
        "bled ",
        "led by",
        "led off",
        "led away",
        "fell",
        "fallen",
        "took out",
        "taken out",
        "taking out",
        "met their",
        "met his",
        "the dust",
        "of duty",
        "lost her",
        "raped",
        "gunned",
        "gunm",
        "gunfi",
        "gunshi",
        "throat",
        "to death",
        "out of action",
        "out of combat",
        "rendered ",
        "burned alive",
        "took the li",
        "claimed the li",
        "his life",
        "her life",
        "their life",
        "the life of",
        "early grave",
        "their graves",
        "great beyond",
        "cut down",
        "set free",
        "cut short",
        "mine claimed",
        "blast claimed",
        "responding to treat",
        "cutting short",
        "snuff",
        "make it",
        "nursing",
        "under treatment",
        "ing treatment",
        "lost a ",
        "limbs",
        "felled",
        "the sword",
        "own life",
        "on himself",
        "on herself",
        "passed away",
        "be revived",
        "be saved",
        "resuscitate",
        "blew ",
        "blown up",
        "blown to",
        "explosive",
        "perpetrator",
        "culprit",
        "projectile",
        "missile",
        "dispers",
        "besieg",
        "under siege",
        "retook",
        "overran",
        "pounded",
        "into the bush",
        "with them",
        "to go with",
        "off with",
        "unknown location",
        "unknown destination",
        "forcibly",
        "abductor",
        "kidnapper",
        "into custody",
        "hauled in",
        "under arrest",
        "handed over",
        "into the forest",
        "taken away",
        "taken from their",
        "taken from his",
        "taken from her",
        "left with ",
        "departed with ",
        "violent end",
        "count of the dead",
        "tally of ",
        "fled with ",
        "took away",
        "sat in ",
        "was behind",
        "were behind",
        "invad",
        "took over",
        "on strike",
        "blocked ",
        "rallied",
        "damaged ",
        "communal",
        "their lives",
        "no lives",
        "lives were lost",
        "rounded up",
        "rounding up",
        "picked up",
        "themselves up",
        "themselves in",
        "himself in",
        "himself up",
        "being held",
        "netted",
        "their death",
        "wiped out",
        "shahad",
        "supreme ",
        "ultimate ",
        "questioning",
        "interrogation",
        "yielded",
        "down their arms",
        "caught",
        "intercept",
        "hands of",
        "held",
    }
    return {word[:-1] if word.endswith(("e", "y")) and len(word) > 4 else word for word in words}


_WEAK = (
    *("victim", "march", "combat", "clos", "weapon", "contact", "lives", "held", "caught", "intercept"),
    *("gunshot", "coordinat", "strip", "burgl", "lost", "surg", "exchang", "toll", "severed", "heads"),
    *("surviv", "losing"),
)
"""Stems that by themselves seldom tell what happened ("the victim's mother", "a close friend", "weapons charges")."""

_BY_ITSELF = frozenset({"gun", "hospital"})
"""Words as weak as those, though what begins so is not ("gunmen", "gunned down", "hospitalised")."""

_NOT_MEANT = re.compile(
    r"\b(?:shotguns?|shooters?|operational(?:ly)?|occupants?|occupanc(?:y|ies)|deadlines?"
    r"|fire (?:departments?|rescue|chiefs?|stations?|trucks?|engines?|brigades?|services?|crews?)|fireworks?"
    r"|firearms?|firefighters?|not fire|(?:the|an?|each|first|second|several|of) targeted"
    r"|lists? of (?:the )?(?:[\w-]+ )?(?:names? of )?(?:dead|deaths?|fatalit(?:y|ies)|victims['’]? names?|martyrs)"
    r"|information (?:about|on|regarding|concerning) (?:the|this|these|that) [\w-]+\b(?! of))\b"
)
"""Words that begin as a stem does and tell of nothing: a document, an inhabitant, an appeal to witnesses."""

_WORTH_PARSING = stem_pattern(
    {stem for stem in _stems() if not stem.startswith(_WEAK) and stem not in _BY_ITSELF} | {"gunshot victim"}
)
_WORTH_WITH_NUMBER = stem_pattern({*_WEAK, *_BY_ITSELF} - {"march"})
_IN_HOSPITAL = re.compile(
    r"\b(?:to|in|at)\s(?:[\w.'’-]+\s){0,5}?hospitals?\b|\bhospitals?\s(?:treat|admi|receiv|took|taking|with )"
)
_MOVED = re.compile(
    r"\b(?:tak(?:en?|ing)|took|rush|shift|refer|transport|airlift|flown|fl[ey]w?|br(?:ought|ing)|transfer|admit"
    r"|sen[dt]|evacuat|put|land|w(?:as|ere)|is|are|be(?:en|ing)?|remain|stay|treat|receiv)"
)
_TAKEN_AWAY = re.compile(
    r"\b(?:t(?:ook|ak(?:en|ing))|drag(?:ged|ging)|carr(?:ied|ying)|cart(?:ed|ing)|herd(?:ed|ing)|led)\b"
    r"(?:.{2,60})? away\b"
)
_NOT_SURVIVED = re.compile(r"(?:\b(?:not?|none|neither|nobody|nor|only|but)|n['’]t)\b.{0,80}\bsurviv", re.S)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NUMBER = re.compile(
    r"(?<![-:.,/$#\w])(?<!-)\d{1,3}(?![-–:/%\w])(?!\.\d|,\d)"
    rf"(?! (?:years?|months?|days?|hours?|minutes?|[ap]\.?m|km|kilomet|miles?|percent|block|{_MONTH}))"
    rf"|\b(?:{'|'.join(sorted(NUMBER_WORDS - {'a', 'an', 'one'}))}|several|some|many|few|both)\b(?!-)"
)
"""A number that may count people or weapons: no date, age, address, time or share."""
_ORDINAL = re.compile(r"(?:the|a) (?:first|second|third|other)\b", re.I)
"""A sentence that begins so may tell of one of several fights named before."""


def may_hold_claim(sentence: Sentence) -> bool:
    """True where a sentence has a word of harm or fighting, or a weak one beside a number: only such are parsed."""
    words = _NOT_MEANT.sub(" ", sentence.words.lower())
    return (
        _WORTH_PARSING.search(words) is not None
        or _ORDINAL.match(sentence.words) is not None
        or "march" in sentence.words  # the month has a capital
        or (_WORTH_WITH_NUMBER.search(words) is not None and _NUMBER.search(words) is not None)
        or "lost one" in words  # by itself "one" is no number there
        or ("surviv" in words and _NOT_SURVIVED.search(words) is not None)
        or _may_tell_of_care(words)
        or ("away" in words and _TAKEN_AWAY.search(words) is not None)
        or may_tell_development(sentence.words)
        or find_set_phrase(sentence.words) is not None
    )


def worth_with_doers(sentences: Sequence[Sentence], worth: Callable[[Sentence], bool]) -> frozenset[int]:
    """The sentences worth parsing by their number, with those before that tell who "they" are.

    "Nine gunmen came to the ford on horses. *They* shot two traders": the first sentence has no word of harm.
    """
    found = {sentence.index for sentence in sentences if worth(sentence)}
    for earlier, later in reversed(tuple(pairwise(sentences))):
        if later.index in found and later.words.startswith("They "):
            found.add(earlier.index)
    return frozenset(found)


def _may_tell_of_care(words: str) -> bool:
    """True for "was rushed to a hospital": somebody was moved to one or lies in it."""
    return "hospital" in words and _IN_HOSPITAL.search(words) is not None and _MOVED.search(words) is not None
