"""Several blows that are one attack, and several attacks: "two car bombs minutes apart", "in separate raids"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.happenings.cues import EventCue
from rashomon.reading.happenings.days import is_of_statistics
from rashomon.reading.material import SentenceMaterial
from rashomon.reading.places.toponyms import ToponymFound

_BLOWS = frozenset({"bombing", "suicide_bombing", "mine", "grenade", "shelling", "air_strike", "chemical"})
"""Kinds of which several at one place and time are blows of one attack; several raids are several raids."""
_AT_ONCE = re.compile(
    r"\b(?:twin|simultaneous(?:ly)?|back-to-back|near-simultaneous|consecutive|successive|co-?ordinated|double"
    r"|(?:seconds|minutes|moments) apart|in quick succession|one after (?:the other|another)|at the same time"
    r"|within (?:seconds|minutes))\b",
    re.I,
)
_APART = re.compile(
    r"\b(?:separate(?:ly)?|different|various|respectively|across|elsewhere|throughout|between|other|each"
    r"|(?:two|three|four|five|several) (?:\w+ )?(?:towns|villages|cities|places|locations|districts|provinces"
    r"|areas|sites|days))\b",
    re.I,
)
"""Words that put the blows at several places or times."""


_EACH_BY_ITSELF = re.compile(
    r"\b(?:separate|different|various|unrelated) (?:(?!out |the |these |those |all )[\w-]+ ){0,3}\Z", re.I
)
_ONE_OF_THEM = re.compile(
    r"\b(?:in|during|of|to|after|from) (?:the )?(?:first|second|one|other|another)\b(?! (?:place|instance|time)\b)"
    r"|\bone of (?:the|these|those) (?:[\w-]+ )?(?:incident|attack|raid|clash|operation|ambush|bombing|explosion"
    r"|shooting|strike|assault)",
    re.I,
)


def counts_several(cue: EventCue) -> bool:
    """True for "two separate clashes", unlike the hundreds of a statistic."""
    return cue.number is not None and (cue.number.low or 0) >= 2 and not is_of_statistics(cue.number)


def is_one_attack(cue: EventCue, part: SentenceMaterial) -> bool:
    """True where the happenings a cue counts are the blows of one attack, so that its figures are that attack's.

    What the sentence says to have come at once is one attack of any kind; bombs and strikes are so where the
    sentence names one place and no several times. A setting of ours.
    """
    words = part.sentence.words
    if _APART.search(words) is not None:
        return False
    if _AT_ONCE.search(words) is not None:
        return True
    sites = [place for place in part.places if _is_site(place)]
    days = [time for time in part.times if (time.start, time.end) not in part.said]
    return cue.kind in _BLOWS and len(sites) <= 1 and len(days) <= 1


def are_singled_out(cue: EventCue, part: SentenceMaterial, text: str) -> bool:
    """True for "held two men in *separate raids*. … In *the first*, one was found": no number, yet several."""
    before = part.sentence.words[: cue.start - part.sentence.start]
    apart = cue.plural and _EACH_BY_ITSELF.search(before) is not None
    return apart and _ONE_OF_THEM.search(text, part.sentence.end) is not None


def is_of_one(cues: Sequence[EventCue], part: SentenceMaterial) -> bool:
    """True for a sentence on one of several happenings: it names it, dates it, or begins "in *the first*"."""
    named = any(cue.noun and not cue.plural and not cue.negated for cue in cues)
    return named or bool(part.times) or _ONE_OF_THEM.match(part.sentence.words) is not None


def _is_site(place: ToponymFound) -> bool:
    """True for a town or a site, unlike the province it lies in or the city it lies near."""
    if place.joined or place.ref.of is not None:
        return False
    return place.place is None or place.place.kind in {"populated", "feature"}
