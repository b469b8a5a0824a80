"""Which time of a sentence dates what it tells: the opening day, the day of saying, the day of a later death.

"On Monday, rebels ambushed a convoy, killing six, and burned two lorries": the day that opens the sentence
is that of all it tells. "The front claimed the attack on Monday" says when it was claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.claims import Flag, Moment
from rashomon.model.dates import first_day, last_day
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.happenings.cues import EventCue
from rashomon.reading.happenings.days import COARSE
from rashomon.reading.happenings.same import Happening
from rashomon.reading.languages.en.words import HAPPEN_VERBS
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.word_index import word_at
from rashomon.reading.times.forms import ShiftForm, UndatedForm, find_narrative
from rashomon.reading.times.moments import TimeFound, resolve_narrative

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.reading.harm.values import Frame
    from rashomon.reading.material import SentenceMaterial

_OPENING = re.compile(
    r"(?:\A|[\])}:–—-])[\s,]*(?:(?:on|in|during|at|late|early|around|about|shortly|just|before|after|of|the|"
    r"either|sometime|meanwhile|also|then)\b[\s,]*)*\Z",
    re.I,
)
_POSTED = HeldPattern(r"\b(?:posted|updated|published|modified|created)(?:\s+(?:on|at))?\s*:?\s*\Z", re.I)
_SIGNED = re.compile(r"\(@\w{1,20}\)\s\Z")
_DATELINE_END = re.compile(r"[^()\n]{1,30}\)\s*[-–—]")
_WOUNDS = HeldPattern(
    r"\b(?:died?|succumb\w*|passed away)\b[^.;]{0,30}\b(?:wound|injur|hospital)|\bpronounced dead\b|\blater died\b",
    re.I,
)
_DIED = re.compile(r"\b(?:dies|died)\b", re.I)
_NOT_AT = frozenset({"since", "until", "as_of", "by"})
_DAYS = frozenset({"day", "part_of_day", "hour", "minute"})


_OUTBREAK = re.compile(
    r"\bsince (?:\w+ ){1,4}(?:began|started|broke out|erupted|flared up) (?:(?:on|in|back in|last|this) )?\Z",
    re.I,
)


def is_of_outbreak(text: str, start: int) -> bool:
    """True for a time that a running toll counts from: "since the war began *in April*" dates no event."""
    return _OUTBREAK.search(text, max(0, start - 80), start) is not None


_RISING = HeldPattern(
    r"\b(?:toll|number of (?:dead|deaths|fatalities|casualties|victims)|body count)\b[^.;]{0,50}?"
    r"\b(?:rose|risen|rises|climbed|climbs|reached|grew|grown|jumped|increased|stood|stands)\b"
    r"(?: (?:to|at|by|past|above|over|from|again|further|sharply|at least|more than|[\w,-]*\d[\w,]*|[a-z-]+)){0,6}"
    r",? (?:on |late |early )?\Z",
    re.I,
)


def is_of_running_toll(text: str, start: int) -> bool:
    """True for the day on which a toll grew: "the death toll rose to 64 *on Sunday*" puts no deed on that day."""
    return _RISING.search(text, max(0, start - 130), start) is not None


_SUPERLATIVE = re.compile(
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest|highest|latest|most (?:deadly|violent|serious|lethal))\b"
    r"[^.;,]{0,80}?\Z",
    re.I,
)
_WHILE = re.compile(r"(?:so far )?(?:this|in the past|in recent) (?:year|month|week)s?\b", re.I)


def is_of_comparison(text: str, start: int) -> bool:
    """True for the year of "the worst violence there *this year*": it dates nothing."""
    if _WHILE.match(text, start) is None:
        return False
    return _SUPERLATIVE.search(text, max(0, start - 90), start) is not None


def is_of_page(text: str, start: int) -> bool:
    """True for the time of a page, not of what it tells: "Updated: Monday, 4 May", "— Ann Reed (@areed) May 4"."""
    if (
        text[max(0, start - 2) : start] == ") "
        and _SIGNED.search(text, max(0, start - 25), start) is not None
    ):
        return True
    if text[max(0, start - 1) : start] == "(" and _DATELINE_END.match(text, start):
        return True
    return _POSTED.search(text, max(0, start - 25), start) is not None


_CLAIMED_ON = re.compile(
    r"(?:\A|[.;,:]\s+)(?:(?:and|but|later|the|this|that|it|both|all) ){0,2}(?:\w+ ){0,2}?"
    r"(?:(?:was|were|has been|have been) )?(?:\w+ly |later |also |then )?claimed by [^.;,:]{1,60}? "
    r"(?:on |late |early )?\Z",
    re.I,
)


def is_of_claim(text: str, start: int) -> bool:
    """True for the day on which an attack was owned up to: "The attack was claimed by the front *on Friday*"."""
    before = text[max(0, start - 120) : start]
    return " claimed by " in before and _CLAIMED_ON.search(before) is not None


OF_NO_EVENT = (is_of_page, is_of_outbreak, is_of_running_toll, is_of_comparison, is_of_claim)
"""What tells that a time at an offset of a text dates no event."""


def names_days(time: TimeFound) -> bool:
    """True for a time that puts something on certain days: no duration, no "since", no "every Friday"."""
    return (
        time.moment.start is not None
        and time.moment.grain in _DAYS
        and time.kind not in {"recurrent", "duration"}
        and time.relation not in _NOT_AT
    )


def opening_time(part: SentenceMaterial) -> TimeFound | None:
    """The day that opens a sentence and so holds for all it tells; None where it is that of a saying."""
    first = next(iter(part.times), None)
    if first is None or not names_days(first) or is_said(part, first):
        return None
    before = part.sentence.words[: first.start - part.sentence.start]
    return first if _OPENING.search(before) else None


def is_said(part: SentenceMaterial, time: TimeFound) -> bool:
    """True where a time looks like the day of saying."""
    return any(first <= time.start < last for first, last in part.said)


def with_opening_time(cues: Sequence[EventCue], part: SentenceMaterial) -> tuple[EventCue, ...]:
    """The cues of a sentence, those without a time of their own on the day that opens it.

    What the sentence puts further back ("had attacked", "an earlier raid") keeps none.
    """
    opening = opening_time(part) or _opening_month(part)
    if opening is None and opens_before(part):
        cues = tuple(replace(cue, loose_times=False) for cue in cues)
    if opening is not None and cues and all(cue.loose_times for cue in cues):
        # It hangs on no event's word, and yet it opens what the sentence tells of all of them.
        cues = tuple(
            replace(cue, times=tuple(t for t in cue.times if t != opening), loose_times=False) for cue in cues
        )
    hung = [time for cue in cues for time in cue.times if names_days(time)]
    if opening is None or (hung and opening not in hung):
        # "On Thursday the army gave its account of a battle fought on Sunday": Thursday is another thing's.
        return tuple(cues)
    return tuple(
        cue
        if cue.times or cue.apart == "earlier" or _is_further_back(cue, part)
        else replace(cue, times=(opening,))
        for cue in cues
    )


def _is_past_month(time: TimeFound) -> bool:
    """True for "in April", "in 2012"."""
    plain = time.kind not in {"recurrent", "duration"} and time.relation not in _NOT_AT
    return plain and time.moment.start is not None and time.moment.grain in {"month", "year"}


def _opening_month(part: SentenceMaterial) -> TimeFound | None:
    """The "In December" that opens a sentence: what it tells was then, be it background."""
    first = next(iter(part.times), None)
    if first is None or not _is_past_month(first) or is_said(part, first):
        return None
    before = part.sentence.words[: first.start - part.sentence.start]
    return first if before.strip().lower() == "in" or not before.strip() else None


def is_told_from_before(part: SentenceMaterial, known: Sequence[Moment]) -> bool:
    """True for "a guard *had* died there on 1 June" after a happening of the 19th: what came long before it."""
    ends = [
        last_day(t.moment.end or t.moment.start)
        for t in part.times
        if (names_days(t) or _is_past_month(t)) and not is_said(part, t)
    ]
    starts = [first_day(moment.start) for moment in known]
    if any(moment.grain in _DAYS for moment in known) and opens_before(part):
        return True
    if not ends or not starts or None in ends or None in starts:
        return False
    gap = (min(day for day in starts if day) - max(day for day in ends if day)).days
    return gap > (0 if _HAD.search(part.sentence.words) else _FAR_DAYS)


_LAST_WEEK = re.compile(
    r"(?:(?:only|just|barely|and|also) )?(?:last (?:week|month|year)|earlier (?:this|last) (?:month|year))\b",
    re.I,
)
"""How a sentence opens that turns to what was before the day told of."""


def opens_before(part: SentenceMaterial) -> bool:
    """True for "*Last month*, guards had killed two rebels"."""
    return _LAST_WEEK.match(part.sentence.words) is not None


_HAD = re.compile(r"\b(?:had|earlier|previously)\b", re.I)
_FAR_DAYS = 3
"""Days before a happening that no longer fight reaches back, where no "had" says that it was another."""


def _is_further_back(cue: EventCue, part: SentenceMaterial) -> bool:
    """True under "had": "rebels who had attacked the post"."""
    doc = part.sentence.doc
    if doc is None:
        return False
    word: Token = doc[cue.token]
    for _ in range(4):
        if any(child.dep_ == "aux" and child.lower_ == "had" for child in word.children):
            return True
        if word.pos_ in {"VERB", "AUX"} and word.dep_ not in {"conj", "xcomp"}:
            return False
        word = word.head
    return False


def dates_what_happened(part: SentenceMaterial, time: TimeFound, frames: Sequence[Frame]) -> bool:
    """True where a sentence without an event's own word dates one all the same.

    Its time must hang on harm ("three people died on Monday") or on a verb of happening ("it happened at
    noon"), or open the sentence: what else a sentence dates is not the event.
    """
    doc = part.sentence.doc
    if doc is None or is_said(part, time):
        return False
    if opening_time(part) == time:
        return True
    token = word_at(doc, time.start - part.sentence.start)
    harmed = {frame.token for frame in frames}
    for _ in range(8):
        if token is None:
            return False
        if token.i in harmed or token.lemma_.lower() in HAPPEN_VERBS:
            return True
        if token.lemma_ in _FINDING and any(doc[f.token].lemma_.lower() in _BODIES for f in frames):
            return True
        lasts = token.dep_ == "acl" and token.lemma_.lower() in _STATES
        lasts |= token.dep_ in _LAID and token.head.lemma_ in _FINDING  # "were found *dumped* on Monday"
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} and not lasts:
            return _has_below(token, harmed) or (
                _tells_how(token, part) and (token.head.i in harmed or _has_below(token.head, harmed))
            )
        token = token.head if token.head != token else None
    return False


def _has_below(verb: Token, harmed: set[int]) -> bool:
    return any(c.i in harmed for c in verb.children if c.pos_ in {"VERB", "NOUN", "ADJ"})


def _tells_how(verb: Token, part: SentenceMaterial) -> bool:
    """True for the verb of "six died *when* robbers *stopped* a bus on Monday", whose day is that of the deaths."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"advmod", "mark"}}
    if verb.dep_ != "advcl" or not marks & {"when", "as", "while", "after"}:
        return False
    return "after" not in marks or len([time for time in part.times if names_days(time)]) == 1


_FINDING = frozenset({"find", "discover", "recover"})
_LAID = frozenset({"oprd", "xcomp", "acomp", "ccomp", "dep"})
_BODIES = frozenset({"body", "corpse", "remains"})
_STATES = frozenset(
    "base locate situate headquarter know suspect believe want accuse live reside station deploy call name "
    "associate affiliate link tie connect consist comprise belong specialize specialise operate own".split()
)
"""What lasts, and so is on no day: in "captured a leader *based in* Lormi on Sunday" Sunday is the capture's."""


_IT_WAS = re.compile(
    r"(?:it|this|that|the (?:\w+ )?(?:incident|event|killings?)) (?:all )?(?:took place|happened|occurred)\b",
    re.I,
)


def says_where_it_was(part: SentenceMaterial) -> bool:
    """True for "*It took place* in the Orle district", which has no other word for what was told before."""
    return _IT_WAS.match(part.sentence.words) is not None


def is_of_later_death(part: SentenceMaterial, *, alone: bool = False) -> bool:
    """True for "one of them died of his wounds on Friday": that day is not the event's.

    ``alone``: the sentence tells of no event, so that "she died on Friday" is enough.
    """
    words = part.sentence.words
    return _WOUNDS.search(words) is not None or (alone and _DIED.search(words) is not None)


_FAR_BACK = frozenset({"week", "month", "year", "decade"})


def told_from(time: TimeFound, happening: Happening | None) -> TimeFound:
    """A time that steps away from the day last spoke of, resolved from it: "the day before", "two days later"."""
    form = find_narrative(time.form)
    if form is None or form.count == 0 or form.unit in {"hour", "minute"} or happening is None:
        return time
    known = next((day for day in happening.days() if day.grain in _DAYS), None)
    return time if known is None else resolve_narrative(time, known)


def draft_date(
    part: SentenceMaterial, time: TimeFound, happening: Happening, *, loose: bool = False
) -> Draft | None:
    """The claim that a happening was at a time; None for times that put nothing anywhere ("since May").

    ``loose``: the time hangs on no word of the happening, so it counts only where no other time does.
    """
    if time.needs_event and time.moment.start is None:
        known = next((m for m in happening.days() if m.grain == "day"), None)
        time = resolve_narrative(time, known) if known is not None else time
    if time.kind in {"recurrent", "duration"} or time.relation in _NOT_AT or _is_ahead(time):
        return None
    return Draft(
        facet="date",
        value=time.moment,
        start=time.start,
        end=time.end,
        sentence=part.sentence.index,
        happenings=(happening.index,),
        flags=tuple(_time_flags(part, time, loose=loose)),
    )


def _is_ahead(time: TimeFound) -> bool:
    """True for "later this month", "next week": from the day of writing on."""
    return isinstance(time.form, ShiftForm) and (time.form.opened or time.form.first > 0)


def _time_flags(part: SentenceMaterial, time: TimeFound, *, loose: bool) -> Iterator[Flag]:
    if not time.year_known or (time.moment.start or "").startswith("--"):
        yield Flag(code="year_unknown", words=time.words, note="no publication date is known")
    elif time.moment.start is None:
        yield Flag(code="date_vague", words=time.words)
        if isinstance(time.form, UndatedForm) and time.form.unit in _FAR_BACK:
            yield Flag(code="long_past", words=time.words)
    if is_of_later_death(part):
        note = "the day of a later death, which the event came before"
        yield Flag(code="inferred_date", words=time.words, note=note)
    elif loose:
        note = "the day hangs on another word of the sentence"
        yield Flag(code="inferred_date", words=time.words, note=note)


def date_of_main(
    main: Happening | None,
    drafts: Sequence[Draft],
    sentences: Sequence[SentenceMaterial],
    told: Sequence[Happening],
) -> Iterator[Draft]:
    """The main happening, where nothing dates it, is of the day that the sentences before it are of.

    ``told``: all happenings; a day of background is not the event's.
    """
    if main is None or not main.cues:
        return
    if any(d.facet == "date" and main.index in d.happenings and _has_day(d.value) for d in drafts):
        return
    first = min(cue.sentence for cue in main.cues)
    others = {
        d.start
        for d in drafts
        if d.facet == "date" and any(_is_of_another_time(told[index]) for index in d.happenings)
    }
    time = day_before(sentences, first) or day_after(sentences, first)
    if time is None or time.start in others:
        return
    note = "the text dates what it tells of just before or after, not this"
    yield Draft(
        facet="date",
        value=time.moment,
        start=time.start,
        end=time.end,
        sentence=first,
        happenings=(main.index,),
        flags=(Flag(code="inferred_date", words=time.words, note=note),),
        salt=f"inferred {main.index}",
    )


def _is_of_another_time(happening: Happening) -> bool:
    """True for background that the text sets at a time of its own: "*last month* a girl shot herself"."""
    grains = {day.grain for day in happening.days()}
    apart = any(cue.apart == "earlier" for cue in happening.cues) or bool(grains and grains <= COARSE)
    return happening.role == "background" and apart


_REACH = 4
"""Sentences before a report's main event within which a day can hold for it: a lead and its neighbours."""


def day_before(sentences: Sequence[SentenceMaterial], first: int) -> TimeFound | None:
    """The day told nearest before a sentence, or that opens it; days of saying and of later deaths left out."""
    for part in reversed([part for part in sentences if first - _REACH <= part.sentence.index <= first]):
        opening = opening_time(part)
        days = [time for time in part.times if names_days(time) and not is_said(part, time)]
        if opening is not None:
            return opening
        # In the event's own sentence a day was free to hang on it, and hangs on something else.
        if days and part.sentence.index < first and not is_of_later_death(part):
            return days[0]
    return None


def _has_day(value: object) -> bool:
    """True for a moment that says when."""
    return isinstance(value, Moment) and value.start is not None


_LATER_WORDS = re.compile(
    r"\b(?:releas|freed|free\b|court|charg|trial|sentenc|convict|indict|plead|pled\b|arraign|buri|funeral|vigil|arrest|"
    r"custody|claim|responsib|condemn|denounc|visit|recover|identif|announc|post|interview|hearing|died?\b|dead|discharg|surg)",
    re.I,
)


_SENT_BEFORE = HeldPattern(
    r"\bhad (?:already |just |also |earlier )?(?:been )?(?:dispatched|sent|deployed|redeployed|visited|withdrawn"
    r"|pulled out|warned|promised|reinforced|toured)\b",
    re.I,
)
"""What armies and officials had done before an event: "yesterday the army *had dispatched* a contingent"."""


def day_after(sentences: Sequence[SentenceMaterial], first: int) -> TimeFound | None:
    """The day told in the sentences right after an event's, where they go on about it and not about what followed."""
    for part in sentences:
        if not first < part.sentence.index <= first + _REACH or _LATER_WORDS.search(part.sentence.words):
            continue
        if _SENT_BEFORE.search(part.sentence.words):
            continue
        days = [
            time
            for time in part.times
            if names_days(time) and not is_said(part, time) and not _is_ahead(time)
        ]
        if days:
            return days[0]
    return None
