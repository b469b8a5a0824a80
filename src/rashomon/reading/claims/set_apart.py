"""What a sentence tells of beside the happening told so far: "elsewhere", "in a separate incident".

Comes in one sentence with what was found in it; goes out its words for happenings, the first of them marked where
the sentence says that it tells of something else, and the order in which they are to be put to happenings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.claims.dating import opens_before, with_opening_time
from rashomon.reading.happenings.cues import EventCue, find_cues
from rashomon.reading.happenings.justice import is_capture_of_found
from rashomon.reading.happenings.sites import provinces_apart
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import HARM_VERBS, SUFFER_VERBS
from rashomon.reading.sentences.held_words import HeldPattern

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.reading.harm.values import Frame
    from rashomon.reading.material import SentenceMaterial
    from rashomon.reading.places.toponyms import ToponymFound

_INCIDENT = (
    r"(?:[\w-]+ ){0,2}?(?:incidents?|attacks?|assaults?|raids?|clash(?:es)?|ambush(?:es)?|strikes?|shootings?|bombings?"
    r"|developments?|operations?|battles?|events?|cases?|episodes?|violence|fighting)"
)
_ELSEWHERE = re.compile(
    r"(?:(?:meanwhile|also),? )?(?:elsewhere\b(?! in the (?:village|town|camp|city)\b)|separately\b"
    rf"|in (?:an?|the) (?:separate|different|unrelated|parallel|second|third|similar) {_INCIDENT}\b"
    rf"|in (?:another|other|separate|further) {_INCIDENT}\b"
    r"|in one of the (?:most \w+|worst|deadliest|bloodiest|biggest) (?:[\w-]+ ){0,3}?"
    r"(?:incidents?|attacks?|cases?|raids?)\b)",
    re.I,
)
"""How a sentence begins that tells of something else: "Elsewhere, …", "In another incident, …"."""
_ONE_MORE = re.compile(
    r"(?:an? )?(?:second|third|fourth|another|separate|different|further),? (?:[\w-]+,? ){0,3}?"
    r"(?:bomb(?:er|ing)?|device|blast|explosion|attack|strike|raid|ambush|clash|battle|shooting|drone|missile|mine)\b",
    re.I,
)
"""How a sentence begins that tells of one more, which is another where it has a place of its own."""
_MEANWHILE = re.compile(r"(?:meanwhile|in other (?:violence|news|developments|attacks)),? ", re.I)
_HARMING = HARM_VERBS.keys() | SUFFER_VERBS.keys()
_TOLD_SEPARATELY = HeldPattern(
    r"\b(?:said|reported|added|announced|wrote) separately\b|\bseparately,? ", re.I
)
_WHEN = re.compile(r",? (?:when|in which|during which)\b")
_LONG_AGO = frozenset({"month", "season", "year", "decade"})
_FLOWN = frozenset({"air_strike", "shelling"})


def told_cues(part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The words for happenings of a sentence, in the order in which they are put to happenings."""
    found = find_cues(part.sentence, part.counts, part.times, part.places, part.said, part.hits)
    cues = _without_setting(_with_memories(found, part), part)
    cues = _results_last(with_opening_time(cues, part), part)
    if cues and cues[0].apart == "no" and opens_before(part) and " had " in part.sentence.words:
        return (replace(cues[0], apart="earlier"), *cues[1:])
    if not cues or cues[0].apart != "no" or cues[0].number is not None:
        return cues
    if _tells_of_another(cues[0], part) or any(_is_one_more_told(cue, part) for cue in cues):
        return (replace(cues[0], apart="beside"), *cues[1:])
    return cues


_BODIES_AT = re.compile(
    r"(?:(?:and|meanwhile|also|elsewhere),? )?(?:in|at|near) (?:the )?[^,.;]{2,50}, [^.;]{0,90}?\bbod(?:y|ies)\b",
    re.I,
)
"""How a sentence without a word for a deed opens that tells of a find: "In the city of A, six bodies were found"."""


def finds_elsewhere(part: SentenceMaterial, places: Sequence[ToponymFound]) -> bool:
    """True for bodies found at a place that opens the sentence, in another province than what was told so far."""
    return _BODIES_AT.match(part.sentence.words) is not None and provinces_apart(places, part.places[:1])


def kind_of_find(kind: str, part: SentenceMaterial, frames: Sequence[Frame]) -> str:
    """ "attack" for the bodies of people who had been taken: somebody killed them, though no word tells of the deed."""
    doc = part.sentence.doc
    if kind != "incident" or doc is None:
        return kind
    return "attack" if any(is_capture_of_found(doc[frame.token]) for frame in frames) else kind


_CAME = re.compile(
    r"(?:the|this|that|these|those) (?:[\w-]+ ){0,3}?[\w-]+ (?:came|comes|come|follows?|followed)\b"
    r"(?: just| only| barely| shortly| (?:less|more) than)?"
    r"(?: (?:as|after|before|amid|while|weeks?|days?|hours?|months?|minutes|years?)\b| (?:a|an|one|two|three|four|five"
    r"|six|several|\d+) (?:weeks?|days?|hours?|months?|minutes|years?) (?:after|before|since)\b)",
    re.I,
)
"""Before what an event is set beside: "*The attack came two days after* the army killed a leader in B"."""


_HAPPENED = re.compile(
    r"\b(?:incident|violence|bloodshed|killing|attack|raid|clash|assault|fighting|flare-up|unrest|news|massacre)s?\b",
    re.I,
)
"""What came after something else where no word of it tells of a happening: "*the incident* came a day after"."""


def _without_setting(cues: Sequence[EventCue], part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The cues, those told only to set the event beside other news marked as such; none of its places or days."""
    match = _CAME.match(part.sentence.words) if cues else None
    after = part.sentence.start + match.end() if match is not None else None
    if match is None or after is None:
        return tuple(cues)
    if not (cues[0].noun if cues[0].start < after else _HAPPENED.search(match.group())):
        return tuple(cues)
    mine = [
        replace(
            cue,
            times=tuple(t for t in cue.times if t.end < after - _UNIT),
            places=tuple(p for p in cue.places if p.start < after),
        )
        for cue in cues
        if cue.start < after
    ]
    others = [cue for cue in cues if cue.start >= after]
    if not others:
        return tuple(mine)
    # Harm told there comes of the happening told there, whichever stands first: "six weeks after a *massacre* in B
    # where a gunman *killed* 31", "a day after six were *killed* in an *attack*".
    head = next((cue for cue in others if cue.noun), others[0])
    rest = [replace(cue, result_of=head.token) for cue in others if cue is not head]
    beside = [
        replace(cue, in_passing=True, times=tuple(t for t in cue.times if t.start >= after))
        for cue in (replace(head, apart="beside"), *rest)
    ]
    return (*mine, *beside)


_UNIT = 20
"""Characters that "two days after", which dates nothing here, may take."""


def _is_one_more_told(cue: EventCue, part: SentenceMaterial) -> bool:
    """True for the attack of "three guards were *also* killed in *an attack* in B": not the one told of before.

    Without a place, day or doer of its own it may be the other half of it: "five rebels were also killed in a clash".
    """
    noun = _token(cue, part)
    if noun is None or not cue.noun or cue.definite or (cue.plural and not cue.places):
        return False
    if not (
        cue.places or (cue.times and not cue.loose_times) or any(c.lower_ == "by" for c in noun.children)
    ):
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return False
    verb = noun.head.head
    return verb.lemma_.lower() in _HARMING and any(child.lower_ == "also" for child in verb.children)


def _is_meanwhile(cue: EventCue, part: SentenceMaterial) -> bool:
    """True for "Meanwhile, *a car bomb* went off in B", which has a place of its own."""
    return bool(
        _MEANWHILE.match(part.sentence.words)
        and cue.noun
        and not (cue.definite or cue.following or cue.plural)
        and part.places
    )


def _also_befalls(noun: Token | None, cue: EventCue, part: SentenceMaterial) -> bool:
    """True for the battles of "Fresh *battles also* rocked B": not those told of so far, which were elsewhere."""
    if noun is None or not cue.noun or cue.definite or cue.following or not part.places:
        return False
    also = any(child.lower_ == "also" for child in noun.head.children)
    return also and noun.dep_ in {"nsubj", "nsubjpass"}


def _with_memories(cues: Sequence[EventCue], part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The cues, those after "the worst since 2014, *when*" marked as told of what was long before."""
    for time in part.times:
        after = time.end - part.sentence.start
        long_ago = time.moment.grain in _LONG_AGO or time.relation == "since"
        if long_ago and _WHEN.match(part.sentence.words, after):
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
    token = _token(cue, part)
    if _is_meanwhile(cue, part) or _also_befalls(token, cue, part):
        return True
    # "Drones also struck a post": what is told before they did not do.
    return (
        token is not None
        and cue.kind in _FLOWN
        and not cue.noun
        and any(child.lower_ == "also" for child in token.children)
    )


def _results_last(cues: Sequence[EventCue], part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The cues, a word of harm after the happening it comes from: "*killed* six in an *ambush* near A".

    Only a happening with a place or a day of its own is another than the one told of so far. What a happening
    did ("the *attack killed* six") is of that happening, with the day and the place that the verb has.
    """
    nouns = {cue.token for cue in cues if cue.noun}
    placed = {cue.token for cue in cues if cue.places or (cue.times and not cue.loose_times)}
    own = nouns & (placed | {cue.token for cue in cues if cue.apart == "beside"})
    causes = {
        cue.token: _cause_of(_token(cue, part), own)
        or _doer_of(_token(cue, part), nouns)
        or _left_by(_token(cue, part), nouns)
        or _moment_of(_token(cue, part), placed)
        for cue in cues
        if not cue.noun
    }
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
    if verb is None or verb.lemma_.lower() not in _HARMING:
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


def _moment_of(verb: Token | None, placed: set[int]) -> int | None:
    """The deed of "nine were killed *when* rebels *attacked* a post in May": what the dead are of."""
    if verb is None or verb.lemma_.lower() not in _HARMING or verb.i in placed:
        return None
    clauses = [
        child
        for told in (verb, *(child for child in verb.children if child.dep_ == "conj"))
        for child in told.children
        if child.dep_ == "advcl" and child.i > verb.i and any(w.lower_ == "when" for w in child.children)
    ]
    deeds = [t.i for clause in clauses for t in clause.subtree if t.i in placed]
    return deeds[0] if len(deeds) == 1 else None


def _doer_of(verb: Token | None, nouns: set[int]) -> int | None:
    """The noun for a happening that is the subject of a verb: "an *attack* in September killed fifty"."""
    if verb is None or syntax.is_passive(verb):
        return None
    return next((subject.i for subject in syntax.subjects(verb) if subject.i in nouns), None)


def _left_by(verb: Token | None, nouns: set[int]) -> int | None:
    """The noun for a happening that left somebody so: "a *shooting* that left four people *wounded*"."""
    if verb is None or verb.tag_ != "VBN" or any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return None
    leaving = next((t for t in (verb.head, verb.head.head) if t.lemma_ == "leave" and t.i < verb.i), None)
    if leaving is None or syntax.is_passive(leaving):
        return None
    doers = (syntax.relative_antecedent(doer) or doer for doer in syntax.subjects(leaving))
    return next((doer.i for doer in doers if doer.i in nouns), None)


def _token(cue: EventCue, part: SentenceMaterial) -> Token | None:
    return part.sentence.doc[cue.token] if part.sentence.doc is not None else None
