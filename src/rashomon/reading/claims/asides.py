"""Harm told beside an event and no part of it: what was avenged by it, what those who fought are accused of."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import AVENGING
from rashomon.reading.parties.references import Meant
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_AVENGING = re.compile(
    r"\b(?:"
    + "|".join(sorted(AVENGING))
    + r")\w*\s+(?:for|to|of|over|after|against)\s+(?:\w+\s+){0,2}$|\bafter\s+having\s+$",
    re.I,
)
_BEFOREHAND = re.compile(
    r"\b(?:who|which|that)\s+(?:had\s+|has\s+|have\s+)?(?:previously|formerly|once|in the past)\s+"
    r"(?:(?:had|has|have|been)\s+)?$",
    re.I,
)
"""What somebody is said to have done before: "killed two rebels *who previously had* shot a trader"."""
_ACCUSATION = re.compile(r"\b(?:accusation|allegation|complaint)s?\b", re.I)
_ACCUSING = re.compile(_ACCUSATION.pattern + r"\s+(?:that|of)\b[^;]*\Z", re.I)


_CAUSE_OF_PROTEST = re.compile(
    r"\b(?:(?:protest|demonstrat|march|riot|barricad|rall[yi]|picket)\w*"
    r"|(?:youths?|residents|locals|students|crowds?|mobs?|protesters|demonstrators|villagers|inhabitants|people)\b"
    r"[^.;]{0,40}?\b(?:burn|ransack|torch|attack|block|storm)\w*)\b[^.;]*?"
    r"\b(?:against|over|about|at|following|after|denounc\w*|condemn\w*|decr(?:y|ied)\w*|protesting)\s+"
    r"(?!which\b|having\b)(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}$",
    re.I,
)
"""What brings a crowd to the streets was done before: "residents protested *over the killing* of an elder"."""

_WIDE = (
    r"(?:across|along|throughout|all over) the (?:\w+ )?"
    r"(?:east|west|north|south|country|region|provinces?|fronts?|front[- ]?lines?|zone|territory|sector)"
)
_LATELY = (
    r"(?:in|over|during|within) the (?:past|last|previous) (?:24 hours|\w+ hours|day|two days|week|fortnight)"
)
_TALLY = re.compile(
    rf"\b{_WIDE}\b.{{0,60}}?\b{_LATELY}\b|\b{_LATELY}\b.{{0,60}}?\b{_WIDE}\b|"
    r"\bso far (?:this|in) (?:year|month|(?:19|20)\d\d)\b|\byear[- ]to[- ]date\b"
    r"|\b(?:each|every|per) (?:year|month|week|day)\b|\bannually\b"
    r"|\ba year\b(?! (?:ago|later|earlier|old|before|after))"
    r"|\bsince the (?:start|beginning) of (?:the|this) (?:year|month)\b"
    r"|\b(?:in|over|during|within) the (?:past|last) (?:(?:\w+|\d+) )?(?:years?|months|decades?)\b"
    r"|\b(?:record|report|log|tall(?:y|i)|count|register|ha)\w* (?:\w+ ){0,3}?\d+ (?:[\w-]+ ){0,2}?"
    r"(?:deaths|homicides|murders|killings|fatalities|shootings)\b.{0,80}?\b(?:this year|last year|in (?:19|20)\d\d)\b"
    r"|\b(?:city|county|state|country|area|neighbou?rhood|region|district|borough|town|parish) "
    r"(?:this|last) (?:year|month|summer|season)\b"
    r"|\bha(?:s|ve) been (?:\w+ )?(?:shot|killed|wounded|murdered|slain|injured)\b.{0,60}?\bthis (?:year|summer)\b"
    r"|\b(?:crime|murder|homicide|shooting) (?:stats|statistics|data|figures|numbers|rates?)\b|\bstatistic(?:s|ally)\b"
    r"|\b(?:since|between) (?:19|20)\d\d\b"
    r"|\bthere (?:were|have been|had been) (?:[\w,-]+ ){1,5}"
    r"(?:deaths|homicides|murders|killings|fatalities|shootings|injuries)\b.{0,40}?\b(?:in|during) (?:19|20)\d\d\b"
    r"|\bthis year,? (?:compared|up from|down from)\b",
    re.I,
)
"""What makes a number one of a year, a country or a front: "32 gun deaths so far this year"."""


def is_aside(frame: Frame, sentence: Sentence, kind: str, *, later: bool = False) -> bool:
    """True for harm of another happening than the one told of, whose kind is given.

    "In revenge for", "after having": done before. "There are accusations that fighters of both groups
    executed nine men": no losses of the fight just told. ``later``: something was told before, of which the
    tally of a year is no part.
    """
    before = sentence.words[: frame.start - sentence.start]
    if _AVENGING.search(before) or _BEFOREHAND.search(before) or _CAUSE_OF_PROTEST.search(before):
        return True
    if later and (_is_tally(frame, sentence) or _is_of_war(frame, sentence) or _is_of_old(frame, sentence)):
        return True
    row = EVENT_KINDS.get(kind)
    return row is not None and row.two_sided and bool(frame.agents) and _ACCUSING.search(before) is not None


_OF_OLD = re.compile(
    r"[^.;]{0,60}?\b(?:when (?:he|she|they) (?:was|were) (?:\d|an? (?:\w+ )?(?:child|boy|girl|baby|teen)|young|little)"
    r"|(?:in|by) an? (?:[\w-]+ ){0,2}(?:accident|crash|wreck|collision))\b",
    re.I,
)
"""After harm told beside a deed: "her father died in *a farm accident* when she was nine"."""


def _is_of_old(frame: Frame, sentence: Sentence) -> bool:
    """True for whom an accident befell, or somebody's childhood saw harmed: no victim of the deed told of."""
    after = sentence.words[frame.end - sentence.start :]
    return _OF_OLD.match(after) is not None and re.match(_SHOT, after) is None


_SHOT = r"[^.;]{0,60}?\b(?:shooting|hunting|gun)\b"


def _is_tally(frame: Frame, sentence: Sentence) -> bool:
    """True for a number of more than one in a sentence that counts over months or years."""
    count = frame.victim.count
    return (
        count is not None
        and count.low is not None
        and count.low > 1
        and _TALLY.search(sentence.words) is not None
    )


def _is_of_war(frame: Frame, sentence: Sentence) -> bool:
    """True for the dead of a whole war: "a conflict which has *killed* more than 3,000 people"."""
    doc = sentence.doc
    if doc is None or frame.facet != "killed":
        return False
    doers = syntax.inherited_subjects(doc[frame.token])
    doers = [(syntax.relative_antecedent(d) or d) if d.tag_ in {"WDT", "WP"} else d for d in doers]
    return any(doer.lemma_.lower() in _WARS for doer in doers)


_WARS = frozenset({"conflict", "war", "insurgency", "rebellion", "uprising", "crisis", "unrest"})


def as_alleged(frame: Frame, sentence: Sentence) -> Frame:
    """The frame as an accusation where it stands within one: hedged, those who did it alleged."""
    if not _ACCUSING.search(sentence.words[: frame.start - sentence.start]):
        return frame
    agents = tuple(replace(agent, identification="alleged") for agent in frame.agents)
    return replace(
        frame, agents=agents, certainty="hedged" if frame.certainty == "asserted" else frame.certainty
    )


def as_accused(meant: Meant, agent: Group) -> Meant:
    """Whom a phrase means, marked as alleged where the phrase was."""
    if agent.identification != "alleged":
        return meant
    return replace(meant, group=replace(meant.group, identification="alleged"))


def answers_accusation(words: str) -> bool:
    """True for the words of a denial that denies an accusation: it answers what was told beside the event."""
    return _ACCUSATION.search(words) is not None
