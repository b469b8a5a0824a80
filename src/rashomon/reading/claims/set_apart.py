"""What a sentence tells of beside the happening told so far: "elsewhere", "in a separate incident".

Comes in one sentence with what was found in it; goes out its words for happenings, the first of them marked where
the sentence says that it tells of something else, and the order in which they are to be put to happenings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.claims.dating import with_opening_time
from rashomon.reading.happenings.cues import EventCue, find_cues
from rashomon.reading.languages.en.harm_words import HARM_VERBS, SUFFER_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.reading.material import SentenceMaterial

_INCIDENT = (
    r"(?:[\w-]+ ){0,2}?(?:incidents?|attacks?|assaults?|raids?|clash(?:es)?|ambush(?:es)?|strikes?|shootings?|bombings?"
    r"|developments?|operations?|battles?|events?|cases?|episodes?|violence|fighting)"
)
_ELSEWHERE = re.compile(
    r"(?:(?:meanwhile|also),? )?(?:elsewhere\b(?! in the (?:village|town|camp|city)\b)|separately\b"
    rf"|in (?:an?|the) (?:separate|different|unrelated|parallel|second|third|similar) {_INCIDENT}\b"
    rf"|in (?:another|other|separate|further) {_INCIDENT}\b)",
    re.I,
)
"""How a sentence begins that tells of something else: "Elsewhere, …", "In another incident, …"."""
_ONE_MORE = re.compile(
    r"(?:an? )?(?:second|third|fourth|another|separate|different|further),? (?:[\w-]+,? ){0,3}?"
    r"(?:bomb(?:er|ing)?|device|blast|explosion|attack|strike|raid|ambush|clash|battle|shooting|drone|missile|mine)\b",
    re.I,
)
"""How a sentence begins that tells of one more, which is another where it has a place of its own."""
_TOLD_SEPARATELY = re.compile(r"\b(?:said|reported|added|announced|wrote) separately\b|\bseparately,? ", re.I)
_WHEN = re.compile(r",? (?:when|in which|during which)\b")
_LONG_AGO = frozenset({"month", "season", "year", "decade"})
_FLOWN = frozenset({"air_strike", "shelling"})


def told_cues(part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The words for happenings of a sentence, in the order in which they are put to happenings."""
    found = find_cues(part.sentence, part.counts, part.times, part.places, part.said, part.hits)
    cues = _results_last(with_opening_time(_with_memories(found, part), part), part)
    if cues and cues[0].apart == "no" and cues[0].number is None and _tells_of_another(cues[0], part):
        return (replace(cues[0], apart="beside"), *cues[1:])
    return cues


def _with_memories(cues: Sequence[EventCue], part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The cues, those after "the worst since 2014, *when*" marked as told of what was long before."""
    for time in part.times:
        after = time.end - part.sentence.start
        if time.moment.grain in _LONG_AGO and _WHEN.match(part.sentence.words, after):
            cues = [
                replace(cue, apart="earlier", times=(time,)) if cue.start > time.end else cue for cue in cues
            ]
    return tuple(cues)


def _tells_of_another(cue: EventCue, part: SentenceMaterial) -> bool:
    words = part.sentence.words
    if _ELSEWHERE.match(words) or (_ONE_MORE.match(words) and part.places):
        return True
    towns = [p for p in part.places if p.place is not None and p.place.kind in {"populated", "adm2"}]
    if towns and _TOLD_SEPARATELY.search(words):
        return True
    # "Drones also struck a post": what is told before they did not do.
    token = _token(cue, part)
    return (
        token is not None
        and cue.kind in _FLOWN
        and not cue.noun
        and any(child.lower_ == "also" for child in token.children)
    )


def _results_last(cues: Sequence[EventCue], part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The cues, a word of harm after the happening it comes from: "*killed* six in an *ambush* near A".

    Only a happening with a place or a day of its own is another than the one told of so far.
    """
    own = {cue.token for cue in cues if cue.noun and (cue.places or (cue.times and not cue.loose_times))}
    causes = {cue.token: _cause_of(_token(cue, part), own) for cue in cues if not cue.noun}
    results = [replace(cue, result_of=cause) for cue in cues if (cause := causes.get(cue.token)) is not None]
    dates = {cue.result_of: cue.times for cue in results if cue.times and not cue.loose_times}
    first = [cue for cue in cues if causes.get(cue.token) is None]
    # "On Monday six died in an ambush": that was on Monday.
    dated = (
        replace(c, times=dates[c.token], loose_times=False) if c.token in dates and not c.times else c
        for c in first
    )
    return (*dated, *results)


def _cause_of(verb: Token | None, nouns: set[int]) -> int | None:
    """The noun for a happening that stands after a verb of harm and its "in", "during" or "by"."""
    if verb is None or verb.lemma_.lower() not in HARM_VERBS.keys() | SUFFER_VERBS.keys():
        return None
    return next(
        (
            below.i
            for child in verb.children
            if child.lower_ in {"in", "during", "by"} and child.i > verb.i
            for below in child.children
            if below.i in nouns
        ),
        None,
    )


def _token(cue: EventCue, part: SentenceMaterial) -> Token | None:
    return part.sentence.doc[cue.token] if part.sentence.doc is not None else None
