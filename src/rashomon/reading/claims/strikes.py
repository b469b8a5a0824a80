"""Several blows that are one attack: "two car bombs exploded minutes apart outside the ministry"."""

from __future__ import annotations

import re

from rashomon.reading.happenings.cues import EventCue
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


def _is_site(place: ToponymFound) -> bool:
    """True for a town or a site, unlike the province it lies in or the city it lies near."""
    if place.joined or place.ref.of is not None:
        return False
    return place.place is None or place.place.kind in {"populated", "feature"}
