"""Harm told beside an event and no part of it: what was avenged by it, what those who fought are accused of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.reading.happenings.standing import is_standing
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import AVENGING
from rashomon.reading.parties.references import Meant
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_AVENGING = HeldPattern(
    r"\b(?:"
    + "|".join(sorted(AVENGING))
    + r")\w*\s+(?:(?:act|attack|killing|raid|operation|strike|assault|mission|move)s?\s+)?"
    r"(?:for|to|of|over|after|against)\s+(?:\w+\s+){0,2}$|\bafter\s+having\s+$",
    re.I,
)
_BEFOREHAND = HeldPattern(
    r"\b(?:who|which|that)\s+(?:had\s+|has\s+|have\s+)?(?:previously|formerly|once|in the past)\s+"
    r"(?:(?:had|has|have|been)\s+)?$"
    r"|\b(?:days?|weeks?|months?|years?) after (?:at least |about |some |more than )?\d{1,3} (?:[a-z]+ ){0,3}\Z"
    r"|\b(?:worst|deadliest|heaviest|biggest|bloodiest) [^.;]{0,40}?\bsince [^.;]{0,60}\Z"
    r"|\b(?:follow(?:s|ed)|came after|comes after) one [^.;]{0,40}?\bin which [^.;]{0,40}\Z",
    re.I,
)
"""What was done before: "killed two rebels *who previously had* shot a trader", "four days after 30 soldiers died"."""
_ACCUSATION = re.compile(r"\b(?:accusation|allegation|complaint)s?\b", re.I)
_ACCUSING = HeldPattern(_ACCUSATION.pattern + r"\s+(?:that|of)\b[^;]*\Z", re.I)


_CAUSE_OF_PROTEST = HeldPattern(
    r"\b(?:(?:protest|demonstrat|march|riot|barricad|rall[yi]|picket)\w*"
    r"|(?:youths?|residents|locals|students|crowds?|mobs?|protesters|demonstrators|villagers|inhabitants|people)\b"
    r"[^.;]{0,40}?\b(?:burn|ransack|torch|attack|block|storm)\w*)\b[^.;]*?"
    r"\b(?:against|over|about|at|following|after|denounc\w*|condemn\w*|decr(?:y|ied)\w*|protesting"
    r"|to (?:protest|highlight|take notice of|draw attention to))\s+(?!which\b|having\b)(?:the\s+|an?\s+)?"
    r"(?:(?:[\w-]+\s+){0,3}$"
    r"|(?:[\w-]+\s+){0,2}(?:attack|bombing|massacre|shooting|blast|raid|violence|clash|strike)s?\b[^.;,]{0,60}?"
    r"\b(?:that|which|in which|where)\s+[^.;,]{0,40}$)",
    re.I,
)
"""What brings a crowd to the streets was done before: "residents protested *over the killing* of an elder"."""

_CONNECTED = re.compile(
    r"\bin connection (?:with|to) (?:the|an?) "
    r"(?:(?:\w+ ){0,2}?\d{1,2}(?:,? \d{4})?|\d{1,2} \w+(?: \d{4})?|(?:19|20)\d\d"
    r"|last \w+(?:'s)?) [^.;]{0,90}$",
    re.I,
)
"""What an arrest is made for, of a day of its own: "arrested in connection with *the May 4 raid*, which killed six"."""

_WIDE = (
    r"(?:across|along|throughout|all over) the (?:\w+ )?"
    r"(?:east|west|north|south|country|region|provinces?|fronts?|front[- ]?lines?|zone|territory|sector)"
)
_LATELY = (
    r"(?:in|over|during|within) the (?:past|last|previous) (?:24 hours|\w+ hours|day|two days|week|fortnight)"
)
_HAVE_BEFALLEN = (
    r"\bha(?:s|ve|d) (?:\w+ly )?(?:been )?(?:killed|died|lost|murdered|slain|shot|wounded|injured|kidnapped"
    r"|abducted|arrested|detained|claimed|left|taken)"
)
_SPAN = (
    r"(?:(?:under|less than|just|only|about|almost|nearly|barely|little over) )?"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|several|recent|a few) "
    r"(?:weeks?|months?|years?)\b(?! (?:ago|earlier|later|before|after|of (?:the|his|her|their|being)))"
)
_TALLY = HeldPattern(
    rf"\b{_WIDE}\b.{{0,60}}?\b{_LATELY}\b|\b{_LATELY}\b.{{0,60}}?\b{_WIDE}\b|"
    r"\bso far (?:this|in) (?:year|month|(?:19|20)\d\d)\b|\byear[- ]to[- ]date\b"
    r"|\b(?:each|every|per) (?:year|month|week|day)\b|\bannually\b"
    r"|\ba year\b(?! (?:ago|later|earlier|old|before|after))"
    r"|\bsince the (?:start|beginning) of (?:the|this) (?:year|month|war|conflict|offensive|uprising)\b"
    r"|\bsince (?:the|this) (?:\w+ )?(?:war|conflict|insurgency|uprising|invasion|offensive|hostilities) "
    r"(?:began|started|broke out|erupted)\b"
    r"|\b(?:in|over|during|within) the (?:past|last) (?:(?:\w+|\d+) )?(?:years?|months|decades?)\b"
    r"|\b(?:record|report|log|tall(?:y|i)|count|register|ha)\w* (?:\w+ ){0,3}?\d+ (?:[\w-]+ ){0,2}?"
    r"(?:deaths|homicides|murders|killings|fatalities|shootings)\b.{0,80}?\b(?:this year|last year|in (?:19|20)\d\d)\b"
    r"|\b(?:city|county|state|country|area|neighbou?rhood|region|district|borough|town|parish) "
    r"(?:this|last) (?:year|month|summer|season)\b"
    r"|\bha(?:s|ve|d) been (?:\w+ )?(?:shot|killed|wounded|murdered|slain|injured)\b.{0,60}?\bthis (?:year|summer)\b"
    rf"|{_HAVE_BEFALLEN}\b[^.;]{{0,80}}?\b(?:in|over|within) {_SPAN}|\bduring the month of\b"
    r"|\b(?:crime|murder|homicide|shooting) (?:stats|statistics|data|figures|numbers|rates?)\b|\bstatistic(?:s|ally)\b"
    r"|\b(?:since|between) (?:19|20)\d\d\b"
    r"|\b(?:during|in|over) (?:the same|that|this) period\b"
    r"|\bsince (?:the|an?) (?:[\w-]+ )?(?:ouster|overthrow|coup|fall|conflict|crisis|war|insurgency|unrest|uprising)\b"
    r"|\bthere (?:were|have been|had been) (?:[\w,-]+ ){1,5}"
    r"(?:deaths|homicides|murders|killings|fatalities|shootings|injuries)\b.{0,40}?\b(?:in|during) (?:19|20)\d\d\b"
    r"|\b(?:had|have) now (?:been )?(?:killed|died|lost|wounded|injured)\b"
    r"|\b(?:had|have) (?:already )?been (?:killed|wounded|injured|martyred)\b.{0,60}?"
    r"\b(?:in (?:total|all) (?:during|since|in|over)|(?:in|during|throughout) (?:the|this) (?:war|genocide))\b"
    r"|\bthis year,? (?:compared|up from|down from)\b",
    re.I,
)
"""What makes a number one of a year, a country or a front: "32 gun deaths so far this year"."""
_LONGER = HeldPattern(
    r"\b(?:toll|number|total|tally|count|bringing|raising|taking|wave|spate|string)\b[^.;]{0,70}?"
    r"\b(?:since (?:\w+ ){0,4}?"
    r"(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|began"
    r"|started|beginning|start|outbreak)|(?:this|last) (?:year|month)"
    r"|in (?:the|an?|its) (?:[\w-]+ ){0,3}?(?:war|conflict|insurgency|rebellion|uprising|crisis|unrest|campaign))\b"
    r"[^.;]{0,60}",
    re.I,
)
"""The dead of a year or a war, told at the end of a day's: "*bringing to 300 the number killed this year*"."""


def is_aside(frame: Frame, sentence: Sentence, kind: str, *, later: bool = False) -> bool:
    """True for harm of another happening than the one told of, whose kind is given.

    "In revenge for", "after having": done before. "There are accusations that fighters of both groups
    executed nine men": no losses of the fight just told. ``later``: something was told before, of which the
    tally of a year is no part.
    """
    before = sentence.words[: frame.start - sentence.start]
    if kind == "arrest" and _CONNECTED.search(before):
        return True
    if later and _WANTED_FOR.search(before):
        return True
    if _AVENGING.search(before) or _BEFOREHAND.search(before) or _CAUSE_OF_PROTEST.search(before):
        return True
    if _is_of_longer_toll(frame, sentence):
        return True
    if later and (_is_tally(frame, sentence) or _is_of_war(frame, sentence) or _is_of_old(frame, sentence)):
        return True
    row = EVENT_KINDS.get(kind)
    return row is not None and row.two_sided and bool(frame.agents) and _ACCUSING.search(before) is not None


_WANTED_FOR = HeldPattern(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bbeing)(?<!ly)\s"
    r"(?:blamed|wanted|sought|notorious|infamous) for (?:the |several |a |an |many )?(?:\w+ )?$",
    re.I,
)
"""What only says who somebody is: "a leader *blamed for* the beheading of two hostages" did that before."""

_OF_OLD = HeldPattern(
    r"\A[^.;]{0,60}?\b(?:when (?:he|she|they) (?:was|were) (?:\d"
    r"|an? (?:\w+ )?(?:child|boy|girl|baby|teen)|young|little)"
    r"|(?:in|by) an? (?:[\w-]+ ){0,2}(?:accident|crash|wreck|collision))\b",
    re.I,
)
"""After harm told beside a deed: "her father died in *a farm accident* when she was nine"."""


def _is_of_old(frame: Frame, sentence: Sentence) -> bool:
    """True for whom an accident befell, or somebody's childhood saw harmed: no victim of the deed told of."""
    after = sentence.words[frame.end - sentence.start :]
    return _OF_OLD.search(after) is not None and re.match(_SHOT, after) is None


_SHOT = r"[^.;]{0,60}?\b(?:shooting|hunting|gun)\b"


def of_happenings(frames: Sequence[Frame], sentence: Sentence) -> tuple[Frame, ...]:
    """The frames less those that tell of harm in general, or once more of what was counted already.

    "The group often *kills* villagers"; "it is cowardly to *murder* our officers"; "twelve were killed, *some of
    their bodies* burnt". What there is no sign of ("no indication that gunmen *died*") is denied.
    """
    told = [place for place, frame in enumerate(frames) if not _tells_in_general(frame, sentence)]
    new = {old: place for place, old in enumerate(told)}
    return tuple(_told(frames[old], sentence, new) for old in told)


def _told(frame: Frame, sentence: Sentence, new: Mapping[int, int]) -> Frame:
    """A frame that stays, denied where there is no sign of it, its whole where that now stands."""
    negated = frame.negated or _is_without_sign(frame, sentence)
    part_of = new.get(frame.part_of) if frame.part_of is not None else None
    if (negated, part_of) == (frame.negated, frame.part_of):
        return frame
    return replace(frame, negated=negated, part_of=part_of)


def _tells_in_general(frame: Frame, sentence: Sentence) -> bool:
    """True for harm without a number that is told as usual, judged, or of bodies counted before."""
    count = frame.victim.count
    anyone = frame.victim.words.lower() in {"anyone", "anybody"}
    if sentence.doc is None or (count is not None and count.vague is None and not anyone):
        return False
    word = sentence.doc[frame.token]
    unknown = _UNKNOWN_IF.search(sentence.words[: frame.start - sentence.start]) is not None
    if unknown or anyone:
        return unknown
    usual = is_standing(word) or _is_only_aim(word) or _is_judged(word)
    return usual or _THEIR_BODIES.search(frame.victim.words) is not None


def _is_without_sign(frame: Frame, sentence: Sentence) -> bool:
    return _NO_SIGN.search(sentence.words[: frame.start - sentence.start]) is not None


_NO_SIGN = HeldPattern(
    r"\bno (?:[a-z]+ )?(?:indications?|reports?|evidence|signs?|suggestions?) (?:that|of)\b[^.;]{0,60}$", re.I
)
_UNKNOWN_IF = HeldPattern(
    r"\b(?:determine|see|know[ns]?|knew|unknown|(?:un)?clear|uncertain"
    r"|verify|check|establish|confirm|say) (?:if|whether)\b[^.;]{0,80}$",
    re.I,
)
_THEIR_BODIES = re.compile(r"\b(?:their|whose) bodies\b", re.I)
_JUDGED = frozenset(
    "cowardly unacceptable wrong shameful tragic sad horrible easy hard difficult inhuman evil".split()
)
_CALLING = frozenset("call term describe brand deem label consider".split())


_GOING_ON = frozenset("go continue manage proceed begin start come help".split())


def _is_only_aim(verb: Token) -> bool:
    """True for "entered the town *to kill* civilians", "raids that *are killing* civilians": who died is not told."""
    word = verb
    while word.dep_ == "conj" and word.head.pos_ == "VERB":
        word = word.head
    helpers = {child.lower_ for child in word.children if child.dep_ == "aux"}
    if word.dep_ == "relcl":
        return word.tag_ == "VBG" and bool(helpers & {"is", "are"})
    aimed = word.tag_ == "VB" and helpers == {"to"} and word.dep_ in {"advcl", "xcomp", "acl"}
    return aimed and word.head.lemma_ not in _GOING_ON


def _is_judged(verb: Token) -> bool:
    """True for "it is cowardly *to murder* our officers": a judgement, not a deed told."""
    word = verb
    while word.dep_ == "conj" and word.head.pos_ == "VERB":
        word = word.head
    if word.tag_ != "VB" or word.dep_ not in {"xcomp", "advcl", "ccomp", "conj"}:
        return False
    above = word.head
    near = {above.lower_, *(child.lower_ for child in (*above.children, *word.children))}
    return bool(near & _JUDGED) or (word.dep_ == "xcomp" and above.lemma_ in _CALLING)


def _is_of_longer_toll(frame: Frame, sentence: Sentence) -> bool:
    """True for the 318 of "raising the death toll since January to *318*", whatever the sentence tells before."""
    count = frame.victim.count
    if count is None or not count.low or count.low < 2:
        return False
    start = frame.victim.start - sentence.start
    return any(m.start() < start < m.end() for m in _LONGER.finditer(sentence.words))


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


_EARLIER_REPORT = re.compile(
    r"\W*(?:an|the|its|their)? ?(?:earlier|previous|initial|preliminary|prior) (?:official |death |casualty )?"
    r"(?:reports?|tolls?|counts?|tall(?:y|ies)|figures?|statements?|estimates?)\b[^.;]{0,40}?"
    r"\b(?:said|put|gave|spoke|was|were|stood|had)\b",
    re.I,
)
"""How a sentence opens that tells what was counted before."""


def as_alleged(frame: Frame, sentence: Sentence) -> Frame:
    """The frame as an accusation where it stands within one: hedged, those who did it alleged.

    What "an earlier report said" is no firm figure either: the report at hand has a newer one.
    """
    if _EARLIER_REPORT.match(sentence.words) and frame.certainty == "asserted":
        frame = replace(frame, certainty="hedged")
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
