"""The dead of a war, a campaign or a year, with which an agency's report of one day's clash ends.

"More than 9,000 people have been killed since the front took up arms", "In the first seven months of this year the
army has killed 150 rebels": background, however many of the clash told before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.sentences.held_words import HeldPattern

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.reading.harm.values import Frame
    from rashomon.reading.material import SentenceMaterial
    from rashomon.reading.times.moments import TimeFound

_DAYS = frozenset({"day", "part_of_day", "hour", "minute"})
_YEARS = frozenset({"year", "season", "decade"})
_A_WARS = 10_000
"""So many people no event that an agency tells of in passing has killed."""
_HUNDREDS = 100
_MOST_OF_A_CLASH = 2
_OF_MONTHS = HeldPattern(
    r"\b(?:in|over|during|for) the (?:first|past|last|previous) (?:\w+ )?(?:weeks|months|quarter|half|years)\b"
    r"|\bcompared (?:to|with) (?:\w+ ){0,3}?\d",
    re.I,
)
"""What a number is counted over: "in the first seven months", "compared to 157"."""
_OF_MANY_DAYS = HeldPattern(
    r"\b(?:in|over|during|within|for) the (?:past|last|previous) "
    r"(?:\d{2,}|[7-9]|ten|[a-z]+teen|twenty|thirty|sixty|ninety)(?:-\w+)? days\b",
    re.I,
)
"""Over a week or more: "in the past 30 days"."""
_SINCE = re.compile(
    r"(?<!\bhave )(?<!\bhas )"
    r"\bsince\b(?! (?:(?:the )?(?:early |late )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|dawn|the morning|midnight"
    r"|noon|yesterday|last night|then\b|the (?:attack|raid|clash|ambush|blast|shooting|incident)))",
    re.I,
)
"""From when a toll is counted; not "since Monday", "since the raid", which may be of this very event.

Nor "have since died", which counts from the event on."""


_RAISED = re.compile(
    r"\b(?:attack|strike|raid|ambush|clash|blast|assault|death|killing|incident|shooting|bombing|fatality|fatalities"
    r"|casualties|it|this|which|that|latest)(?:e?s)?(?: \w+){0,4}?"
    r" (?:bring|brought|rais|tak|took|push|increas|lift)\w* (?:[\w'’-]+ ){0,6}?toll\b",
    re.I,
)
"""How the dead of one event are added to those of many: "their raid *raised the death toll* to 31"."""
_OF_MANY = re.compile(
    r"\bsince\b|\b(?:in|of|from|during|for) (?:the|its|this|that|a|[\w'’]+['’]s) (?:[\w'’-]+ ){0,4}?"
    r"(?:offensive|war|campaign|conflict|uprising|hostilities|unrest|operation|year|month|week)\b"
    r"|\bover (?:the )?(?:past|last|\w+ (?:days|weeks|months|years))",
    re.I,
)
"""What such a toll is counted over: "since Tuesday", "in the army's three-day offensive"."""


def tallies_among(frames: Sequence[Frame], part: SentenceMaterial) -> frozenset[int]:
    """Positions of the frames that are tallies or told with one: "have killed 700 herders *and 15 monks*"."""
    found = {place for place, frame in enumerate(frames) if _is_tally(frame, part)}
    told_by = {frames[place].token for place in found}
    return frozenset(p for p, frame in enumerate(frames) if frame.part_of in found or frame.token in told_by)


def _is_tally(frame: Frame, part: SentenceMaterial) -> bool:
    """True for a number of dead or wounded over a war or a year, in a sentence that tells of no day."""
    count = frame.victim.count
    doc = part.sentence.doc
    if count is None or (low := count.low or count.high or 0) < _MOST_OF_A_CLASH or doc is None:
        return False
    if low >= _A_WARS or _OF_MANY_DAYS.search(part.sentence.words) is not None:
        return True
    words = part.sentence.words
    if doc[frame.token].lemma_.lower() == "toll" and _RAISED.search(words) and _OF_MANY.search(words):
        return True
    if any(t.moment.grain in _DAYS and t.kind != "recurrent" for t in part.times):
        return False
    if _OF_MONTHS.search(words) is not None:
        return True
    if any(_is_whole_year(t, part) for t in part.times):
        return count.vague is None
    lasting = _is_perfect(doc[frame.token])
    if lasting and _SINCE.search(words) is not None:
        return True
    return lasting and low >= _HUNDREDS and (count.vague is not None or _REPUTED.search(words) is not None)


_REPUTED = re.compile(
    r"\b(?:thought|believed|estimated|known|reported|said|accused|blamed)\s+(?:to have|of having|for) ", re.I
)
"""How a number of hundreds is told that a group has killed in all: "is *thought to have* killed 700 herders"."""


def _is_whole_year(time: TimeFound, part: SentenceMaterial) -> bool:
    """True for "in 2019", "last year"; but "the 2019 raid" is one event."""
    if time.moment.grain not in _YEARS or time.moment.start is None:
        return False
    before = part.sentence.words[: time.start - part.sentence.start]
    return _ALL_OF_IT.search(f"{before}{time.words}") is not None


_ALL_OF_IT = re.compile(r"\b(?:(?:in|during|throughout|over|for) (?:the year )?|last |this )\w+$", re.I)


def _is_perfect(word: Token) -> bool:
    """True for "have been *killed*", and what stands under such a verb: "has been accused of *killing*"."""
    verb = word if word.pos_ == "VERB" else syntax.clause_verb(word)
    for _ in range(_DEPTH):
        if any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children):
            return True
        if verb.dep_ not in {"pcomp", "xcomp", "conj"} or verb.head == verb:
            return False
        verb = verb.head
        verb = verb if verb.pos_ in {"VERB", "AUX"} else syntax.clause_verb(verb)
    return False


_DEPTH = 3
