"""Which words of a report speak of the same happening.

Cues are taken in order of the text. A cue joins a happening told before unless its date, its place, or
words such as "another" set it apart; a fight on a day inside a longer operation is part of it; an earlier
happening told for background is its own. What stays in the middle is the report's main happening.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model.claims import Flag, MentionRole, Moment
from rashomon.reading.happenings.cues import ORDINAL, EventCue
from rashomon.reading.happenings.days import (
    COARSE,
    distance,
    is_earlier,
    is_of_last_week,
    is_of_period,
    is_tally,
)
from rashomon.reading.happenings.sites import is_where_told, place_names, places_apart, points_back
from rashomon.reading.places.toponyms import ToponymFound
from rashomon.reading.times.moments import TimeFound

DURATIVE = frozenset({"operation"})
OPERATION_DAYS = 14
"""Days within which two datings of an operation by the same actors are read as one operation."""

BACKGROUND_SENTENCES = 1
"""Sentences without a word of their own for an event that go on with a background passage before them."""

_ORDER = (
    ("incident",),
    ("strategic_other", "group_change", "base", "transfer"),
    ("weapons_disrupted",),
    ("operation",),
    ("looting",),
    ("arrest",),
    ("attack",),
    ("abduction",),
    ("execution", "shooting"),
    ("sexual_violence",),
    ("bombing",),
    ("mine", "shelling", "grenade", "air_strike", "chemical"),
    ("suicide_bombing",),
    ("clash", "ambush"),
    ("overtaken", "regained"),
    ("protest",),
    ("protest_intervention", "protest_force"),
    ("riot", "mob"),
)
"""Kinds from the vaguest to what settles the matter: a fight that begins with a bomb is a fight; property
taken in an attack makes it no robbery."""
_SPECIFIC = {kind: rank for rank, kinds in enumerate(_ORDER) for kind in kinds}
_CRIMES = frozenset({"shooting", "attack", "execution"})
_DEMONSTRATIONS = frozenset({"protest", "riot", "mob", "protest_intervention", "protest_force"})
_VIOLENT_PROTESTS = ({"protest", "looting"}, {"protest", "clash"})
"""A demonstration that turns to breaking things or to fighting the police is a riot."""
_RELATED = (
    frozenset(_SPECIFIC) - (_DEMONSTRATIONS - {"mob"}),
    _DEMONSTRATIONS | {"incident", "shooting", "arrest", "attack", "looting", "clash"},
)


_BODILY = re.compile(r"(?:assault|beat|tortur|maltreat|mistreat|flogg|whipp|stabb|strangl|manhandl)", re.I)


class Happening:
    """One happening of a report while the report is being read."""

    def __init__(self, index: int, cue: EventCue | None, kind: str) -> None:
        self.index = index
        self.kind = kind
        self.cues: list[EventCue] = [cue] if cue is not None else []
        self._days: dict[tuple[str | None, str | None], Moment] = {}
        self.places: list[ToponymFound] = []
        self.role: MentionRole = "other"
        self.part_of: Happening | None = None
        self.flags: list[Flag] = []
        self.harmful = False
        self.actors: set[str] = set()
        self.told_in: int | None = None
        """The sentence that tells of it, where no word of the sentence is its own."""
        self.told_with: Happening | None = None
        """The happening it was told together with ("two clashes on Monday: the first … the second …")."""

    def days(self) -> list[Moment]:
        """The dated moments of this happening that name at most a month."""
        return list(self._days.values())

    @property
    def is_of_one_day(self) -> bool:
        """True where all that dates it is one and the same day."""
        return len(self._days) == 1 and all(m.start == m.end for m in self._days.values())

    def date(self, times: Iterable[TimeFound]) -> None:
        """Add times of this happening, each day once however often it is named."""
        for time in times:
            if time.moment.start is not None:
                self._days.setdefault((time.moment.start, time.moment.end), time.moment)

    def take(self, cue: EventCue) -> None:
        """Add a cue that speaks of this happening."""
        # Where and when somebody was arrested later tells nothing of where and when the shooting was.
        later = cue.kind == "arrest" and any(
            c.kind in _CRIMES and c.sentence < cue.sentence for c in self.cues
        )
        self.cues.append(cue)
        self._refine(cue, later=later)
        robbed = any(flag.code == "property" for flag in self.flags)
        if robbed and any(_BODILY.match(told.words) for told in self.cues):
            # Who is beaten as well as robbed is not told of for his property's sake.
            self.flags = [flag for flag in self.flags if flag.code != "property"]

    def _refine(self, cue: EventCue, *, later: bool) -> None:
        """Date and place the happening by a cue, and say more precisely of what kind it is."""
        if not cue.loose_times and not later:
            self.date(cue.times)
        self.places.extend(() if later else cue.places)
        if {self.kind, cue.kind} in _VIOLENT_PROTESTS:
            self.kind = "riot"
        elif {self.kind, cue.kind} == {"attack", "looting"}:
            self.kind = "attack"
            self.flags.append(Flag(code="property", words=cue.words))
        elif _rank(cue.kind) > _rank(self.kind) and not (self.kind in DURATIVE and self.role == "operation"):
            self.kind = cue.kind


class Happenings:
    """The happenings of one report, told in order; ``focus`` is the one last spoken of."""

    def __init__(self) -> None:
        self.all: list[Happening] = []
        self.focus: Happening | None = None
        self.aside: Happening | None = None
        """What was last told beside the event: a deed avenged, a deed somebody is accused of."""
        self._focus_paragraph = 0
        self._told_several: str | None = None

    @property
    def main(self) -> Happening | None:
        """What the report is about: the first happening with victims, else the first."""
        own = [h for h in self.all if h.role not in {"background", "summary"}]
        harmful = [h for h in own if h.harmful]
        if harmful[1:] and not harmful[2:] and is_of_period(harmful[0].days(), harmful[1].days()):
            return harmful[1]  # what was done over months, and the one deed of that time that is told
        return next(iter(harmful or own), None)

    def place(
        self,
        cue: EventCue,
        paragraph: int,
        actors: frozenset[str] = frozenset(),
        *,
        within: Happening | None = None,
    ) -> Happening | None:
        """The happening a cue speaks of, old or new; None where it tells of none ("not the first time").

        ``within``: the one it is told to have come from, where the sentence says so.
        """
        if cue.certainty in {"planned", "hypothetical"} or cue.negated:
            return None
        if cue.kind == ORDINAL:
            if self._told_several is None:
                return None
            cue = replace(cue, kind=self._told_several)
        self._leave_background(cue, paragraph)
        found = within or self._find(cue)
        if found is None:
            found = self._open(cue)
        else:
            found.take(cue)
        found.actors |= actors
        if cue.number is not None or cue.kind == self._told_several:
            self._told_several = found.kind if found.kind not in DURATIVE else None
        if self.focus is None or not cue.in_passing:
            self.focus, self._focus_paragraph = found, paragraph
        return found

    def return_to_named(self, cues: Sequence[EventCue]) -> None:
        """Go back to what a sentence names again: "seven were killed in the operation", after background."""
        if not any(cue.times and not cue.loose_times for cue in cues):
            self.focus = next((h for cue in cues if (h := self._named_before(cue)) is not None), self.focus)

    def open_beside(self, first: Happening, cue: EventCue) -> Happening:
        """The other of two happenings told of in one breath, dated with the first."""
        other = Happening(len(self.all), None, first.kind)
        other.take(replace(cue, kind=first.kind, times=()))
        other.told_with = first
        self.all.append(other)
        return other

    def open_before(self, answer: Happening) -> Happening:
        """What another happening was the answer to ("in revenge for the killing of …"): background."""
        before = Happening(len(self.all), None, "attack")
        before.role = "background"
        before.actors |= answer.actors
        self.all.append(before)
        self.aside = before
        return before

    def open_find(self) -> Happening:
        """Bodies found elsewhere, of which no more is told."""
        self.focus = Happening(len(self.all), None, "attack")
        self.all.append(self.focus)
        return self.focus

    def open_summary(self, told: Happening, sentence: int) -> Happening:
        """What the dead of a war or a year that a sentence gives are of: no single event."""
        last = self.all[-1]
        if last.role == "summary" and last.told_in == sentence:
            return last
        if self.main is not None and _is_aside_before(self.focus, sentence):
            self.focus = self.main
        over = Happening(len(self.all), None, "incident")
        over.role, over.told_in = "summary", sentence
        over.actors |= told.actors
        self.all.append(over)
        return over

    def current(self, paragraph: int, sentence: int | None = None, *, hurt: bool = False) -> Happening:
        """The happening that a sentence without a cue goes on about.

        That is the one last spoken of; after a background passage, the main one, and so where the sentence
        tells of people killed or wounded (``hurt``) after an arrest.
        """
        if self.focus is None:
            self.focus = Happening(0, None, "incident")
            self.all.append(self.focus)
        elif self.focus.kind in DURATIVE and (fight := self._fight_beside(self.focus)) is not None:
            self.focus = fight
        elif self.main is not None and (
            self._has_left_background(paragraph, sentence) or (hurt and self.focus.kind == "arrest")
        ):
            self.focus = self.main
        self._focus_paragraph = paragraph
        return self.focus

    def _has_left_background(self, paragraph: int, sentence: int | None) -> bool:
        """True in a new paragraph, or two sentences after background was last spoken of."""
        if self.focus is None or self.focus.role != "background":
            return False
        last = max((cue.sentence for cue in self.focus.cues), default=None)
        far = sentence is not None and last is not None and sentence - last > BACKGROUND_SENTENCES
        return far or paragraph != self._focus_paragraph

    def _leave_background(self, cue: EventCue, paragraph: int) -> None:
        """Go back to the main happening where a new paragraph tells a deed without a day or a word of its own."""
        if self.focus is None or self.focus.role != "background" or paragraph == self._focus_paragraph:
            return
        new = cue.times or cue.apart != "no" or cue.number is not None or (cue.noun and not cue.definite)
        if self.main is not None and not new and not places_apart(self.main.places, cue):
            self.focus = self.main

    def _fight_beside(self, operation: Happening) -> Happening | None:
        """The fight that an operation was told beside: what harm without a cue of its own belongs to."""
        fights = [h for h in self.all if h.kind not in DURATIVE and h.role not in {"background", "summary"}]
        fights = [h for h in fights if not is_earlier(h.days(), operation.days())]
        return fights[-1] if fights and operation.role != "background" else None

    def _find(self, cue: EventCue) -> Happening | None:
        if cue.ordinal is not None and cue.number is None and self._told_several is not None:
            return self._find_ordinal(cue)
        if cue.ordinal and cue.definite and cue.kind in _SHARP and not (cue.places or cue.times):
            return self.focus  # "two bombs went off … *the second blast* hit as help came"
        if not self.all or (cue.apart != "no" and cue.number is None):
            return None
        if is_tally(cue):
            return None
        times = () if cue.loose_times else cue.times
        dated = [t.moment for t in times if t.moment.start is not None and t.kind != "recurrent"]
        main = self.main
        named = self._named_before(cue)
        candidates = sorted(
            self.all, key=lambda h: (h is not named, h is not self.focus, h is not main, -h.index)
        )
        for happening in candidates:
            if self._same(happening, cue, dated):
                return happening
        return None

    def _named_before(self, cue: EventCue) -> Happening | None:
        """What "the operation" points back to after a background or an aside of another kind: the one told first."""
        beside = self.focus is not None and self.focus.role in {"background", "other"}
        if self.focus is None or not (beside and cue.noun and cue.definite):
            return None
        if self.focus.kind == cue.kind or any(told.kind == cue.kind for told in self.focus.cues):
            return None
        told = (h for h in self.all if h.role not in {"background", "summary"})
        alike = {cue.kind, "arrest"} if cue.kind in DURATIVE else {cue.kind}  # an arrest is part of one
        return next((h for h in told if any(c.kind in alike for c in h.cues)), None)

    def _find_ordinal(self, cue: EventCue) -> Happening | None:
        """ "the first, near A", "the second": told apart by their places, else by their order."""
        alike = [h for h in self.all if h.kind == cue.kind and h.role not in {"background", "summary"}]
        named = place_names(cue.places)
        for happening in alike:
            if named & place_names(happening.places):
                return happening
        placed = [h for h in alike if h.places]
        if named and len(placed) == len(alike):
            return None
        return alike[0] if alike and cue.ordinal == "first" else None

    def _same(self, happening: Happening, cue: EventCue, dated: Sequence[Moment]) -> bool:
        if cue.kind in DURATIVE and happening.kind in DURATIVE and cue.kind == happening.kind:
            if dated and happening.days():
                near = min(distance(a, b) for a in dated for b in happening.days())
                return near <= OPERATION_DAYS
            return happening is self.focus or cue.definite
        if not _kinds_agree(happening.kind, cue.kind):
            return False
        if _is_for_its_crime(happening, cue, self.main):
            return False
        if not cue.beforehand and happening.cues and all(told.beforehand for told in happening.cues):
            return False  # "men arrested by the army were executed": the arrest came first
        if happening.kind in DURATIVE and cue.kind not in DURATIVE and dated and _is_longer(happening, dated):
            return False
        if _is_new_kind(happening, cue, dated):
            return False
        if dated:
            known = happening.days()
            if not known and (self._is_long_before(dated) or _is_another_day(happening, cue, dated)):
                return False
            if known and not cue.definite and is_of_last_week(dated, known):
                return False
            if known:
                return any(distance(a, b) == 0 for a in dated for b in known) and not places_apart(
                    happening.places, cue
                )
            told = happening is self.focus or (
                happening is self.main and is_where_told(happening.places, cue)
            )
            return told and not places_apart(happening.places, cue) and happening.role != "background"
        if cue.aforementioned:
            return happening.kind == cue.kind
        if places_apart(happening.places, cue) and not (
            happening is self.focus and points_back(happening.cues, cue)
        ):
            return False
        new = cue.noun and not cue.definite and not cue.following and happening is not self.focus
        if new and not (happening is self.main and _is_for_its_crime(self.focus, cue, self.main)):
            return False
        if happening.role == "background" and not (cue.definite or happening is self.focus):
            return False
        return happening is self.focus or cue.definite or happening is self.main

    def _is_long_before(self, dated: Sequence[Moment]) -> bool:
        """True for "in October 2017" in a report of what was on a day: no date of what has none yet."""
        main = self.main
        precise = main is not None and any(day.grain not in COARSE for day in main.days())
        return precise and all(moment.grain in COARSE for moment in dated)

    def _open(self, cue: EventCue) -> Happening:
        happening = Happening(len(self.all), None, cue.kind)
        happening.take(cue)
        main = self.main
        if cue.aforementioned:
            happening.flags.append(
                Flag(
                    code="unresolved_antecedent",
                    words=cue.words,
                    note="the text points back to something it does not contain",
                )
            )
        if cue.kind in DURATIVE:
            happening.role = "operation"
            if main is not None and is_earlier(happening.days(), main.days()) and _is_coarse(happening):
                happening.role = "background"  # "the campaign of 2017", in a report of a day
        elif main is not None and is_tally(cue):
            happening.role = "summary"
        elif cue.beforehand:
            happening.role = "background"
        elif main is None:
            happening.role = "main"
        elif (
            is_earlier(happening.days(), main.days())
            or (_is_coarse(happening) and not _is_coarse(main))
            or cue.aforementioned
            or cue.apart == "earlier"
        ):
            happening.role = "background"
        if cue.ordinal is not None and self._told_several is not None:
            happening.told_with = next((h for h in reversed(self.all) if h.kind == happening.kind), None)
        self._put_inside_operation(happening)
        self.all.append(happening)
        return happening

    def _put_inside_operation(self, happening: Happening) -> None:
        """A dated fight within the days of an operation told just before is part of that operation."""
        if happening.kind in DURATIVE or not happening.days() or _is_coarse(happening):
            return
        for operation in reversed(self.all):
            if operation.kind in DURATIVE and _is_longer(operation, happening.days()):
                happening.part_of = operation
                return

    def close(self) -> None:
        """Settle the roles once the whole report has been read."""
        main = self.main
        for happening in self.all:
            if happening is main:
                happening.role = "main"
            elif happening.role == "main":
                happening.role = "other"
            if (
                happening.role == "operation"
                and main is not None
                and happening is not main
                and main.kind not in DURATIVE
            ):
                if main.part_of is None and _distance_of(happening, main) <= OPERATION_DAYS:
                    main.part_of = happening
            if (
                happening.role == "other"
                and main is not None
                and happening is not main
                and is_earlier(happening.days(), main.days())
            ):
                happening.role = "background"


def _is_aside_before(focus: Happening | None, sentence: int) -> bool:
    """True for what was told beside the event before a war's toll is: after that, the event is meant again."""
    first = focus.cues[0] if focus is not None and focus.role == "other" and focus.cues else None
    return first is not None and first.apart == "beside" and first.sentence < sentence


_SHARP = frozenset(
    {"suicide_bombing", "air_strike", "mine", "shelling", "grenade", "abduction", "ambush", "bombing"}
)
_FROM_AFAR = frozenset({"air_strike", "shelling", "suicide_bombing"})


def _is_coarse(happening: Happening) -> bool:
    """True where all its dates are vaguer than a week: what a report tells of for background."""
    return bool(happening.days()) and all(moment.grain in COARSE for moment in happening.days())


def _is_for_its_crime(arrest: Happening | None, cue: EventCue, main: Happening | None) -> bool:
    """True for "charges stemming from a shooting" after an arrest on a later day: the crime told before."""
    if arrest is None or main is None or arrest is main or arrest.kind != "arrest" or cue.times:
        return False
    return cue.kind in _CRIMES and main.kind in _CRIMES


def _is_another_day(happening: Happening, cue: EventCue, dated: Sequence[Moment]) -> bool:
    """True for "a man was shot *on Monday night*" after gunfire that hit somebody "about 8:40 p.m. Sunday"."""
    told = [time.moment for last in happening.cues if last.loose_times for time in last.times]
    precise = [moment for moment in told if moment.start is not None and moment.grain == "minute"]
    return bool(precise) and not cue.definite and all(distance(a, b) > 0 for a in dated for b in precise)


def _is_new_kind(happening: Happening, cue: EventCue, dated: Sequence[Moment]) -> bool:
    """ "a suicide bombing earlier this year" after a clash on a day: another kind, newly introduced."""
    if cue.definite or cue.following or not cue.noun or cue.kind == happening.kind:
        return False
    coarse = any(moment.grain in COARSE for moment in dated) and any(
        m.grain not in COARSE for m in happening.days()
    )
    # An ambush that begins with a mine, told in one breath, is one happening.
    same_breath = any(last.sentence == cue.sentence for last in happening.cues[-1:])
    stage = "ambush" in {cue.kind, happening.kind} and same_breath
    # What one calls a bombing another calls an air strike or shelling.
    called = "bombing" in {cue.kind, happening.kind} and bool({cue.kind, happening.kind} & _FROM_AFAR)
    return coarse or (cue.kind in _SHARP and happening.kind in _SHARP and not stage and not called)


def _rank(kind: str) -> int:
    return _SPECIFIC.get(kind, len(_SPECIFIC))


def _kinds_agree(one: str, two: str) -> bool:
    return one == two or any(one in family and two in family for family in _RELATED)


def _distance_of(one: Happening, two: Happening) -> int:
    gaps = [distance(a, b) for a in one.days() for b in two.days()]
    return min(gaps) if gaps else 0


def _is_longer(operation: Happening, dated: Sequence[Moment]) -> bool:
    """True where the operation is dated over several days and the moment lies within or right after them."""
    days = operation.days()
    starts = sorted({m.start for m in days if m.start})
    if len(starts) < 2 and not any(m.start != m.end for m in days):
        return False
    return any(distance(m, other) <= OPERATION_DAYS for m in dated for other in days)
