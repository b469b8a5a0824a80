"""Names of places where the event was not: whose aircraft came, where the wounded were brought, who spoke where."""

from __future__ import annotations

import re

from rashomon.reading.languages.en.places import ADJECTIVAL_COUNTRIES, PEOPLE_AFTER
from rashomon.reading.places.surroundings import NameSpan
from rashomon.reading.sentences.held_words import HeldPattern

TOLD_REPORTERS_IN = HeldPattern(
    r"\b(?:told|telling|sp(?:ea|o)k(?:e|ing) to|inform(?:ed|ing)|brief(?:ed|ing)|addressing)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:reporters|journalists|newsmen|(?:the\s+)?(?:media|press))\s+in\s+"
    r"(?:the\s+)?(?:(?:[a-z]+\s+)?(?:capital|city|town)(?:\s+city)?\s+(?:of\s+)?)?\Z",
    re.IGNORECASE,
)
"""Before the town where somebody spoke; the event may be anywhere."""
_TRAVELLING_TO = HeldPattern(
    r"\b(?:travel(?:l?ed|l?ing|s)?|head(?:ed|ing|s)?|bound|en route|(?:on|along) (?:its|their|his|her|the) way)"
    r"\s+(?:back\s+)?(?:to|for|towards?)\s+(?:the\s+)?(?:\w+\s+)?(?:capital|city|town|village)(?:\s+city)?\s+(?:of\s+)?\Z",
    re.IGNORECASE,
)
"""Before the town that somebody was on the way to: "traveling to the state capital of X"."""
_BROUGHT_TO_CARE = HeldPattern(
    r"\b(?:tak(?:en?|ing)|took|rush(?:ed|ing)|evacuat(?:ed|ing|ion)|transport(?:ed|ing)|transfer(?:red|ring)"
    r"|airlift(?:ed|ing)|flown|flew|brought|bringing|admit(?:ted|ting)|treat(?:ed|ment)|moved|sent|referred|carried"
    r"|hospitali[sz]ed|conveyed|deposited|recover(?:ing|ed)|receiv(?:ed|ing)|undergoing)\b[^.;:]{0,60}?"
    r"\b(?:hospitals?|clinics?|medical (?:cent(?:er|re)s?|facilit(?:y|ies)|colleges?)"
    r"|health (?:cent(?:er|re)s?|facilit(?:y|ies))|morgues?|mortuar(?:y|ies)|infirmary)"
    r"(?:\s+(?:located|situated))?\s+(?:in|at)\s+(?:the\s+)?"
    r"(?:(?:[a-z]+\s+){0,2}?(?:capital|city|town|province|district|region)(?:\s+city)?\s*,?\s*(?:of\s+)?)?\Z",
    re.IGNORECASE,
)
"""Before the town where the wounded are cared for or the dead lie: the event may have been anywhere."""
_FAR_BACK = 150
_NO_ARTICLE = re.compile(r"(?<!\bthe)(?<!\binside)(?<!\bin)(?<!\bto)(?<!\bfrom)\s+\Z", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"-(?=[A-Za-z])|\s+(?=[a-z]{4,})(?!(?:when|where|while|with|which|said|says|last|this|that|have|were|than|then"
    r"|after|over|from|into|also|will|would|earlier|since|during|before)\b)"
)


_MISSION_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:(?:honorary|general|high|diplomatic)\s+)?"
    r"(?:consulates?|embass(?:y|ies)|commissions?|missions?|compounds?|legations?|ambassadors?|consuls?|diplomats?)\b",
    re.IGNORECASE,
)
"""After a land whose mission it is, which stands in another: "the United States consulate in Jeddah"."""


def is_adjective(text: str, before: str, span: NameSpan) -> bool:
    """True for the "US" of "US contractors", "a US air raid", "when US planes bombed it": whose they are, no place."""
    if _MISSION_AFTER.match(text, span.end):
        return True
    if text[span.start : span.end].lower() not in ADJECTIVAL_COUNTRIES:
        return False
    if PEOPLE_AFTER.match(text, span.end):
        return True
    return _NO_ARTICLE.search(before) is not None and _NOUN_AFTER.match(text, span.end) is not None


def leads_away(text: str, before: str, span: NameSpan) -> bool:
    """True for a town that somebody was on the way to, or that the wounded were brought to."""
    if _TRAVELLING_TO.search(before):
        return True
    return _BROUGHT_TO_CARE.search(text, max(0, span.start - _FAR_BACK), span.start) is not None
