"""English times in a text: dates, weekdays, relative and narrative times, ranges, with the time of day.

The grammar reads forms (`rashomon.reading.times.moments`), which the report's anchor turns into days.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from rashomon.model.claims import Moment
from rashomon.reading.languages.en.clocks import Clock, read_clock, read_lead, read_part, read_trailing_clock
from rashomon.reading.languages.en.dates import is_name_after, read_date
from rashomon.reading.languages.en.numbers import NUMBER_WORDS
from rashomon.reading.languages.en.relative_times import read_told, with_relative_year
from rashomon.reading.languages.en.time_words import (
    ALL_MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_WEEKDAYS,
    UNITS_OF_TIME,
    WEEKDAYS,
)
from rashomon.reading.sentences.tokens import Tokens, cut_tokens, word_set
from rashomon.reading.times.forms import (
    DateForm,
    EitherForm,
    NarrativeForm,
    NightForm,
    SinceForm,
    SpanForm,
    TimeForm,
    UndatedForm,
    UntilForm,
    WeekdayForm,
    find_narrative,
    needs_anchor,
)
from rashomon.reading.times.moments import Anchor, Relation, TimeFound, TimeKind, is_year_known, resolve


class _Read(NamedTuple):
    """A time expression read: form, index after it, grain, time of day, and a kind where the words fix it."""

    form: TimeForm
    end: int
    grain: str
    clock: str | None = None
    kind: TimeKind | None = None


_STARTS = frozenset(
    {*ALL_MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *PARTS_OF_DAY, *NUMBER_WORDS, *UNITS_OF_TIME, *SEASONS}
    | {f"{day}s" for day in WEEKDAYS}
    | word_set(
        "today tonight yesterday tomorrow earlier later early late mid the last past this next coming "
        "current that following previous preceding same recently recent lately a an half several few "
        "these every each daily nightly weekly monthly christmas new between from since until till for "
        "sometime through"
    )
)
_LEADING = NUMBER_WORDS | word_set(
    "the a an that this these every each for from between through half several few new following"
)
"""Of the words with which a time may start those that tell of time only before another word for it."""
_REACH = 8
"""Words within which that other word stands: "for about two and a half years"."""
_NUMERIC = frozenset({"number", "ordinal", "iso", "slash", "clock", "decade", "ident"})
_TO = frozenset({"to", "until", "till", "through", "into", "-", "–", "—", "thru"})
_RELATIONS: dict[str, Relation] = {
    "before": "before",
    "after": "after",
    "following": "after",
    "by": "by",
    "since": "since",
    "until": "until",
}
_FUTURE = frozenset({"next", "coming", "upcoming"})


def find_times(text: str, anchor: Anchor) -> tuple[TimeFound, ...]:
    """Every time in a text, in order and without overlap, resolved as far as the anchor allows.

    >>> [found] = find_times("They left on Sunday night.", Anchor(published="2018-04-05"))
    >>> found.words, found.moment.start, found.moment.clock
    ('Sunday night', '2018-04-01', 'night')
    """
    return find_times_in(cut_tokens(text), anchor)


def find_times_in(tokens: Tokens, anchor: Anchor) -> tuple[TimeFound, ...]:
    """The same for a text already cut into tokens."""
    found: list[TimeFound] = []
    end = 0
    for index in _starts_in(tokens):
        if index < end:
            continue
        read = _read_at(tokens, index)
        if read is not None:
            found.append(_make_found(tokens, index, read, anchor))
            end = read.end
    return tuple(found)


def _starts_in(tokens: Tokens) -> list[int]:
    """Where a time may start, in order; of the many words that only lead those before a word for a time."""
    starts: list[int] = []
    following = tokens.size + _REACH
    for index in range(tokens.size - 1, -1, -1):
        word, numeric = tokens.low[index], tokens.kinds[index] in _NUMERIC
        if not (numeric or word in _STARTS):
            continue
        leads = word in _LEADING and not numeric
        if not leads:
            following = index
        if following - index <= _REACH:
            starts.append(index)
    return starts[::-1]


def _make_found(tokens: Tokens, index: int, read: _Read, anchor: Anchor) -> TimeFound:
    start, end = tokens.starts[index], tokens.ends[read.end - 1]
    words = tokens.text[start:end]
    relation = _relation_of(tokens, index, read.form)
    form = _looking_ahead(tokens, index, read.form, relation)
    interval = resolve(form, anchor)
    grain = read.grain
    if isinstance(form, EitherForm) and interval[0] is not None and len(interval[0]) == 4:
        grain = "year"
    relative = needs_anchor(form)
    narrative = find_narrative(form)
    used = relative and interval != (None, None) and anchor.day is not None
    moment = Moment(
        start=interval[0],
        end=interval[1],
        grain=grain,
        as_written=words,
        anchored_on=anchor.day if used else None,
        clock=read.clock,
    )
    return TimeFound(
        start=start,
        end=end,
        words=words,
        moment=moment,
        kind=read.kind or _kind_of(form, grain),
        form=form,
        relative=relative or narrative is not None,
        relation=relation,
        relative_to="narrative" if narrative else "anchor" if relative else None,
        offset=(narrative.unit, narrative.count) if narrative else None,
        year_known=is_year_known(interval),
    )


def _kind_of(form: TimeForm, grain: str) -> TimeKind:
    match form:
        case SinceForm() | UntilForm():
            return "duration"
        case SpanForm():
            return "range"
        case UndatedForm():
            return "vague"
    return "range" if grain in {"week", "weekend", "month", "season", "year", "decade"} else "day"


def _relation_of(tokens: Tokens, index: int, form: TimeForm) -> Relation:
    if isinstance(form, SinceForm):
        return "since"
    if isinstance(form, UntilForm):
        return "until"
    before = tokens.word(index - 1)
    if before == "of" and tokens.word(index - 2) == "as":
        return "as_of"
    if before == "to" and tokens.word(index - 2) == "prior":
        return "before"
    if before in {"on", "in", "the"} and tokens.word(index - 2) in _RELATIONS:
        before = tokens.word(index - 2)
    return _RELATIONS.get(before, "at")


def _looking_ahead(tokens: Tokens, index: int, form: TimeForm, relation: Relation) -> TimeForm:
    """Such as "by May 5", "until June": a date that may lie ahead takes the nearest year, not the latest."""
    if isinstance(form, WeekdayForm) and form.which == "past" and form.week_offset is None:
        return replace(form, which="next") if _is_announced(tokens, index) else form
    if isinstance(form, DateForm) and form.year is None and form.which == "past":
        if relation in {"by", "until"} or _is_announced(tokens, index):
            return replace(form, which="near")
        if tokens.word(index - 1) in _FUTURE:
            return replace(form, which="next")
    if isinstance(form, UntilForm) and isinstance(form.end, DateForm) and form.end.year is None:
        return UntilForm(end=replace(form.end, which="near"))
    return form


_ANNOUNCES = frozenset({"will", "scheduled", "planned", "due", "slated", "expected", "upcoming", "'ll"})
_REACH = 7
"""Tokens between the word that announces and the day: "will be buried in their home town on Monday"."""


def _is_announced(tokens: Tokens, index: int) -> bool:
    """True where the words just before a day, in the same clause, speak of what is to come."""
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if tokens.word(place) in _ANNOUNCES:
            return True
        if tokens.kind(place) in {"mark", "gap"} and tokens.word(place) != "-":
            return False
    return False


def _read_at(tokens: Tokens, index: int) -> _Read | None:
    word = tokens.word(index)
    if word in {"between", "from"}:
        return _read_between(tokens, index, word)
    if word in {"since", "until", "till"}:
        return _read_open(tokens, index, word)
    if word == "for":
        return _read_duration(tokens, index)
    read = _read_point(tokens, index)
    if read is None:
        return None
    return _read_span_from(tokens, read)


def _read_between(tokens: Tokens, index: int, word: str) -> _Read | None:
    """Such as "between 28 March and 2 April", "from Friday to Sunday"."""
    links = frozenset({"and", "to"}) if word == "between" else _TO
    start = _past_on(tokens, index + 1)
    first = _read_point(tokens, start)
    if first is None:
        return None
    if isinstance(first.form, SpanForm) and word == "between":
        return first
    return _joined(tokens, first, links)


def _past_on(tokens: Tokens, index: int) -> int:
    return index + (tokens.word(index) in {"on", "in"})


def _joined(tokens: Tokens, first: _Read, links: frozenset[str]) -> _Read | None:
    if tokens.word(first.end) not in links:
        return None
    start = _past_on(tokens, first.end + 1)
    last = _read_point(tokens, start)
    if last is None or isinstance(last.form, SpanForm | UndatedForm):
        return None
    if isinstance(first.form, NarrativeForm) and isinstance(last.form, NarrativeForm):
        # "from 2 pm to 4 pm": one day, the first time of day.
        return first._replace(end=last.end)
    grain = first.grain if first.grain == last.grain else "day"
    span = SpanForm(first=_year_from(first.form, last.form), last=last.form)
    return _Read(span, last.end, grain, first.clock or last.clock, "range")


def _year_from(first: TimeForm, last: TimeForm) -> TimeForm:
    """The first date of "between 28 March and 2 April 2018" takes the second's year, or the one before."""
    if not (isinstance(first, DateForm) and isinstance(last, DateForm)):
        return first
    if first.year is not None or last.year is None or first.month is None or last.month is None:
        return first
    return replace(first, year=last.year - (first.month > last.month))


def _read_span_from(tokens: Tokens, read: _Read) -> _Read:
    """A point that a second one makes a range: "Friday to Sunday", "March 28 – April 1"."""
    if isinstance(read.form, SpanForm | UndatedForm | NarrativeForm) or read.kind is not None:
        return read
    link = tokens.word(read.end)
    if link not in {"to", "-", "–", "—", "until", "through", "into"}:
        return read
    joined = _joined(tokens, read, _TO)
    if joined is None or not _same_sort(read.form, joined.form):
        return read
    return joined


def _same_sort(first: TimeForm, joined: TimeForm) -> bool:
    """Such as "moved from Monday to 1 April" is a postponement; like joins with like."""
    return isinstance(joined, SpanForm) and type(joined.last) is type(first)


def _read_open(tokens: Tokens, index: int, word: str) -> _Read | None:
    """Such as "since 2012", "until Tuesday"."""
    start = _past_on(tokens, index + 1)
    read = _read_point(tokens, start)
    if read is None or isinstance(read.form, UndatedForm):
        return None
    form: TimeForm = SinceForm(start=read.form) if word == "since" else UntilForm(end=read.form)
    return _Read(form, read.end, read.grain, read.clock, "duration")


def _read_duration(tokens: Tokens, index: int) -> _Read | None:
    """Such as "for three days", "for several hours"."""
    if tokens.word(index + 1) in {"the", "that", "this"}:
        return None
    place = index + 1
    while place < index + 6 and (tokens.word(place) in _AMOUNTS or tokens.kind(place) == "number"):
        place += 1
    unit = UNITS_OF_TIME.get(tokens.word(place))
    # "for a nine year old" is somebody, "for a two-day visit" a visit.
    if place == index + 1 or unit is None or tokens.word(place + 1) in {"old", "-"}:
        return None
    return _Read(UndatedForm(), place + 1, unit, None, "duration")


_AMOUNTS = NUMBER_WORDS | word_set(
    "a an several few many about around nearly almost over more than at least up to some half and couple of"
)


def _read_point(tokens: Tokens, index: int) -> _Read | None:
    """One time: a day with or without a time of day, or a time of day alone."""
    led = _read_led(tokens, index)
    if led is not None:
        return led
    bare = _read_bare_point(tokens, index)
    if bare is not None:
        return _with_time_of_day(tokens, bare)
    return _read_time_of_day(tokens, index)


def _read_bare_point(tokens: Tokens, index: int) -> _Read | None:
    date = read_date(tokens, index)
    if date is not None:
        date = with_relative_year(tokens, date)
        return _Read(date.form, date.end, date.grain)
    told = read_told(tokens, index)
    if told is None or is_name_after(tokens, told.end):
        return None
    return _Read(told.form, told.end, told.grain, told.clock, told.kind)  # type: ignore[arg-type]


def _read_led(tokens: Tokens, index: int) -> _Read | None:
    """Such as "late Monday", "the night of 3 to 4 April", "early in the morning of Sunday"."""
    lead = read_lead(tokens, index)
    if lead is None:
        return None
    point = _read_bare_point(tokens, lead.end)
    if point is None or isinstance(point.form, UndatedForm | NarrativeForm):
        return None
    if point.grain in {"month", "year", "week", "decade", "season", "weekend"}:
        return _Read(point.form, point.end, point.grain, point.clock, point.kind)
    point = _with_time_of_day(tokens, point)
    clock = point.clock if point.clock and lead.reading in {"early", "late", "mid"} else lead.reading
    grain = point.grain if point.grain in {"minute", "hour"} else "part_of_day"
    read = _Read(point.form, point.end, grain, clock)
    if lead.reading == "night":
        read = _night_to_day(tokens, read)
    if tokens.word(index) == "overnight" and not isinstance(read.form, SpanForm):
        read = read._replace(form=NightForm(of=read.form))
    return read


def _night_to_day(tokens: Tokens, read: _Read) -> _Read:
    """Such as "the night of Saturday to Sunday"."""
    if isinstance(read.form, DateForm | WeekdayForm) and tokens.word(read.end) in _TO:
        joined = _joined(tokens, read, _TO)
        if joined is not None and _same_sort(read.form, joined.form):
            return joined._replace(grain="part_of_day", clock=read.clock)
    return read


def _with_time_of_day(tokens: Tokens, read: _Read) -> _Read:
    """A day joined with what follows: "Sunday night", "April 1 at 2:30 pm", "yesterday in the evening"."""
    if read.grain not in {"day", "part_of_day"} or isinstance(read.form, UndatedForm):
        return read
    if read.clock is None:
        part = read_part(tokens, read.end)
        if part is not None and not is_name_after(tokens, part.end):
            read = _Read(read.form, part.end, "part_of_day", part.reading)
    clock = read_trailing_clock(tokens, read.end)
    if clock is not None:
        read = _Read(read.form, clock.end, clock.grain, clock.reading)
    return read


def _read_time_of_day(tokens: Tokens, index: int) -> _Read | None:
    """A time of day, with the day where one follows; else it is on the day the text last spoke of."""
    clock = read_clock(tokens, index) or _read_part_alone(tokens, index)
    if clock is None:
        return None
    if clock.grain != "part_of_day":
        clock = _with_half_of_day(tokens, clock)
    day = _read_day_after_clock(tokens, clock.end)
    if day is not None:
        return _Read(day.form, day.end, clock.grain, clock.reading)
    return _Read(NarrativeForm(unit="day", count=0), clock.end, clock.grain, clock.reading)


def _read_day_after_clock(tokens: Tokens, index: int) -> _Read | None:
    place = index
    if tokens.word(place) == "(":
        # The same time in another zone: "at 7 p.m. (1800 GMT) on Sunday".
        inner = read_clock(tokens, place + 1)
        if inner is not None and tokens.word(inner.end) == ")":
            place = inner.end + 1
    place += tokens.word(place) == ","
    place += tokens.word(place) in {"on", "of"}
    point = _read_led(tokens, place) or _read_bare_point(tokens, place)
    if point is None or point.grain not in {"day", "part_of_day"}:
        return None
    return None if isinstance(point.form, UndatedForm | NarrativeForm) else point


def _with_half_of_day(tokens: Tokens, clock: Clock) -> Clock:
    """Such as "at 4 in the morning"; "in the evening" adds twelve hours."""
    if not tokens.matches(clock.end, ("in", "the")):
        return clock
    part = read_part(tokens, clock.end)
    if part is None:
        return clock
    hour = int(clock.reading[:2])
    late = part.reading in {"afternoon", "evening"} and hour < 12
    return Clock(f"{hour + 12 if late else hour:02d}{clock.reading[2:]}", clock.grain, part.end)


_ALONE = frozenset(
    {
        "dawn",
        "daybreak",
        "sunrise",
        "dusk",
        "sunset",
        "nightfall",
        "midday",
        "noon",
        "midnight",
        "night",
        "lunchtime",
    }
)


def _read_part_alone(tokens: Tokens, index: int) -> Clock | None:
    """Such as "at dawn", "the early hours", "in the morning": a part of the day that no day goes with."""
    word, before = tokens.word(index), tokens.word(index - 1)
    if word in _ALONE and before in {
        "at",
        "around",
        "before",
        "after",
        "by",
        "about",
        "until",
        "till",
        "near",
        "since",
    }:
        return Clock(PARTS_OF_DAY[word], "part_of_day", index + 1)
    if word == "the" and before in {"in", "during", "throughout"}:
        part = read_part(tokens, index)
        return part if part is not None and tokens.word(part.end) != "of" else None
    return None
