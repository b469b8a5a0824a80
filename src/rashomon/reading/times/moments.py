"""Times found in a text, whatever the language: what a grammar may say, and the days it comes to.

A grammar names a time as a *form* ("the latest Sunday", "day −1", "1 April of some year"); `resolve`
turns the form into days with the report's anchor. Without an anchor nothing relative is resolved.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Moment
from rashomon.model.dates import first_day, format_partial, last_day, parse_partial
from rashomon.reading.times.calendar import (
    FUTURE_LEEWAY,
    UNKNOWN,
    YEAR_LEEWAY,
    Interval,
    full_day,
    latest_weekday,
    latest_year,
    make_partial,
    months_before,
    nearest_year,
    next_weekday,
    shift_days,
    shift_months,
    shift_years,
    week_of,
    weekend_of,
)
from rashomon.reading.times.forms import (
    DateForm,
    EitherForm,
    NarrativeForm,
    NightForm,
    RollingForm,
    ShiftForm,
    SinceForm,
    SpanForm,
    TimeForm,
    UntilForm,
    WeekdayForm,
    YearsForm,
    find_narrative,
)

TimeKind = Literal["day", "range", "duration", "recurrent", "vague"]
Relation = Literal["at", "before", "after", "since", "until", "by", "as_of"]

_SATURDAY = 5
_FIRST_YEAR, _LAST_YEAR = 1000, 9000


@value
class Anchor:
    """The days a report's relative times are read against, as partial dates.

    ``published`` is metadata, ``dateline`` stands in the text. ``day_first``: how 01/04/2018 is read;
    None leaves it open wherever both readings are possible.
    """

    published: str | None = None
    dateline: str | None = None
    day_first: bool | None = None

    @property
    def day(self) -> str | None:
        """The best date of writing: the text's own, its year supplied by the publication's if need be.

        A year before 1000 or after 9000 is a slip of the pen and anchors nothing.
        """
        best = self._best_day()
        year = parse_partial(best).year if best else None
        return best if year is None or _FIRST_YEAR <= year <= _LAST_YEAR else None

    def _best_day(self) -> str | None:
        if not self.dateline or not self.published:
            return self.dateline or self.published
        line, page = parse_partial(self.dateline), parse_partial(self.published)
        if line.day is None:
            return self.published if page.day is not None or line.year is None else self.dateline
        if line.year is not None or line.month is None:
            return self.dateline
        limit = last_day(self.published)
        if limit is None or limit.year > _LAST_YEAR:
            return self.dateline
        year = latest_year(line.month, line.day, limit + dt.timedelta(FUTURE_LEEWAY))
        return make_partial(year, line.month, line.day)


@value
class TimeFound:
    """A time in a text: where it stands, what it says, and the days it resolves to.

    ``relation``: the word before it ("before", "after", "by", "as of") or in it ("since", "until").
    ``needs_event``: it is told from the date the text last spoke of; see `resolve_narrative`.
    ``offset``: the (unit, count) to go from there.
    """

    start: int
    end: int
    words: str
    moment: Moment
    kind: TimeKind
    form: TimeForm
    relative: bool = False
    relation: Relation = "at"
    relative_to: Literal["anchor", "narrative"] | None = None
    offset: tuple[str, int] | None = None
    year_known: bool = True

    @property
    def needs_event(self) -> bool:
        """True where only the date the text last spoke of can tell the day."""
        return self.relative_to == "narrative"


def resolve(form: TimeForm, anchor: Anchor) -> Interval:
    """First and last day of a form, inclusive; None where the anchor does not tell."""
    return _resolve_on(form, anchor.day, anchor.day_first)


def _resolve_on(form: TimeForm, day: str | None, day_first: bool | None) -> Interval:
    match form:
        case DateForm():
            return _resolve_date(form, day)
        case EitherForm():
            return _resolve_either(form, day, day_first)
        case WeekdayForm():
            return _resolve_weekday(form, day)
        case ShiftForm():
            return _resolve_shift(form, day)
        case RollingForm():
            return _resolve_rolling(form, day)
        case YearsForm():
            return _resolve_years(form, day)
        case NightForm():
            return _resolve_night(_resolve_on(form.of, day, day_first))
        case SpanForm():
            return _resolve_span(form, day, day_first)
        case SinceForm():
            start = _resolve_on(form.start, day, day_first)[0]
            # A start after the day of writing is told in another's voice: its end is not ours to set.
            known = start is not None and day is not None and _in_order(start, day)
            return start, (day if known else None)
        case UntilForm():
            return None, _resolve_on(form.end, day, day_first)[1]
    return UNKNOWN


def _resolve_date(form: DateForm, day: str | None) -> Interval:
    year, limit = form.year, last_day(day)
    if year is None and limit is not None:
        year = _year_of(form, limit)
    if form.month is None and form.day is not None:
        return _resolve_day_alone(form.day, day)
    if year is None and form.month is None:
        return UNKNOWN
    if form.month and form.day and year is not None:
        try:
            dt.date(year, form.month, form.day)
        except ValueError:
            return UNKNOWN
    partial = make_partial(year, form.month, form.day)
    return partial, partial


def _year_of(form: DateForm, limit: dt.date) -> int | None:
    if form.year_offset is not None:
        return limit.year + form.year_offset
    if form.month is None or form.which == "this":
        return limit.year
    if form.day is None:
        if form.which == "next":
            return limit.year + (form.month <= limit.month)
        if form.which == "near":
            return nearest_year(form.month, 15, limit)
        return limit.year - (form.month > limit.month or (form.which == "last" and form.month == limit.month))
    if form.which == "near":
        return nearest_year(form.month, form.day, limit)
    if form.which == "next":
        past = latest_year(form.month, form.day, limit)
        return None if past is None else past + 1
    leeway = 0 if form.which == "last" else YEAR_LEEWAY
    return latest_year(form.month, form.day, limit + dt.timedelta(leeway))


def _resolve_day_alone(number: int, day: str | None) -> Interval:
    """Such as "the 28th": the latest such day of a month not after the anchor."""
    limit = full_day(day)
    for back in range(3):
        month = None if limit is None else months_before(limit.replace(day=1), back)
        if month is None or limit is None:
            return UNKNOWN
        try:
            found = month.replace(day=number)
        except ValueError:
            continue
        if found <= limit:
            return found.isoformat(), found.isoformat()
    return UNKNOWN


def _resolve_either(form: EitherForm, day: str | None, day_first: bool | None) -> Interval:
    if day_first is not None:
        return _resolve_date(form.day_first if day_first else form.month_first, day)
    one, two = sorted(_resolve_date(f, day)[0] or "" for f in (form.day_first, form.month_first))
    limit = last_day(day)
    if limit is not None and two > (limit + dt.timedelta(FUTURE_LEEWAY)).isoformat() >= one:
        return one, one
    # Both are possible: only the year is certain.
    return one[:4] or None, one[:4] or None


def _resolve_weekday(form: WeekdayForm, day: str | None) -> Interval:
    anchor = full_day(day)
    if anchor is None:
        return UNKNOWN
    if form.week_offset is not None:
        monday = anchor - dt.timedelta(anchor.weekday())
        found = monday + dt.timedelta(7 * form.week_offset + form.weekday)
    elif form.which == "next":
        found = next_weekday(form.weekday, anchor)
    else:
        found = latest_weekday(form.weekday, anchor, strictly=form.which == "last")
    return found.isoformat(), found.isoformat()


def _resolve_shift(form: ShiftForm, day: str | None) -> Interval:
    if day is None:
        return UNKNOWN
    start, end = _shifted(form, day)
    if start is None:
        return UNKNOWN
    if form.closed and full_day(day):
        end = day
    if form.opened and full_day(day):
        start = day
    return start, end


def _shifted(form: ShiftForm, day: str) -> Interval:
    if form.unit == "month":
        return shift_months(day, form.first), shift_months(day, form.last)
    if form.unit == "year":
        return shift_years(day, form.first), shift_years(day, form.last)
    if form.unit == "day":
        return shift_days(day, form.first, form.last)
    anchor = full_day(day)
    if anchor is None:
        return UNKNOWN
    if form.unit == "hour":
        return shift_days(day, form.first // 24, -(-form.last // 24))
    if form.unit == "weekend" and form.first == form.last == -1 and anchor.weekday() < _SATURDAY:
        # On a Wednesday "last weekend" is the one just past; on a Sunday it is the one before.
        return weekend_of(anchor)
    interval = {"week": week_of, "weekend": weekend_of}.get(form.unit)
    if interval is None:
        return UNKNOWN
    return interval(anchor, form.first)[0], interval(anchor, form.last)[1]


def _resolve_rolling(form: RollingForm, day: str | None) -> Interval:
    anchor = full_day(day)
    if day is None or anchor is None or form.count > 10**5:
        return UNKNOWN
    months = {"month": form.count, "year": 12 * form.count, "decade": 120 * form.count}.get(form.unit)
    if months is not None:
        start = months_before(anchor, months)
        return (None if start is None else start.isoformat()), day
    days = {
        "week": 7 * form.count,
        "fortnight": 14 * form.count,
        "hour": -(-form.count // 24),
        "minute": 0,
    }.get(form.unit, form.count)
    return shift_days(day, -days, 0)[0], day


def _resolve_years(form: YearsForm, day: str | None) -> Interval:
    if form.first is not None and form.last is not None:
        return f"{form.first:04d}", f"{form.last:04d}"
    if day is None:
        return UNKNOWN
    return shift_years(day, form.offsets[0]), shift_years(day, form.offsets[1])


def _resolve_night(interval: Interval) -> Interval:
    start, end = interval
    if end is None or start != end or parse_partial(end).day is None:
        return interval
    return start, shift_days(end, 1, 1)[1]


def _resolve_span(form: SpanForm, day: str | None, day_first: bool | None) -> Interval:
    """The last time first: the first is the latest of its kind before it, in its year if it has none."""
    last = _resolve_on(form.last, day, day_first)
    first_form = form.first
    if isinstance(first_form, DateForm) and first_form.year is None and first_form.year_offset is None:
        base = last[0] or day
    elif isinstance(first_form, WeekdayForm) and last[0]:
        base, first_form = last[0], replace(first_form, which="last")
    else:
        base = day
    first = _resolve_on(first_form, base, day_first)
    if first[0] is not None and last[1] is not None and not _in_order(first[0], last[1]):
        return last
    return first[0], last[1]


def _in_order(start: str, end: str) -> bool:
    first, last = first_day(start), last_day(end)
    # Without years "--12-30" to "--01-02" is in order too.
    return first is None or last is None or first <= last


def resolve_narrative(found: TimeFound, previous: Moment) -> TimeFound:
    """The same time once the date the text last spoke of is known.

    Tells "the following morning" from that date, and gives a day and month the year nearest to it.
    A time that needs neither comes back unchanged.
    """
    if previous.start is None or previous.end is None:
        return found
    form = find_narrative(found.form)
    if form is not None:
        interval = _resolve_from(form, previous.start, previous.end)
        if isinstance(found.form, NightForm):
            interval = _resolve_night(interval)
    elif not found.year_known and found.moment.start and found.moment.end:
        interval = (_with_year(found.moment.start, previous), _with_year(found.moment.end, previous))
    else:
        return found
    if interval == UNKNOWN:
        return found
    moment = replace(found.moment, start=interval[0], end=interval[1], anchored_on=previous.start)
    return replace(found, moment=moment, year_known=is_year_known(interval))


def _resolve_from(form: NarrativeForm, start: str, end: str) -> Interval:
    if form.count == 0:
        return start, end
    base = end if form.count > 0 else start
    if form.unit == "month":
        return shift_months(base, form.count), shift_months(base, form.count)
    if form.unit == "year":
        return shift_years(base, form.count), shift_years(base, form.count)
    if parse_partial(base).day is None:
        return UNKNOWN
    if form.unit == "week":
        return shift_days(base, 7 * form.count - 3, 7 * form.count + 3)
    if form.unit == "weekend":
        anchor = full_day(base)
        return UNKNOWN if anchor is None else weekend_of(anchor, form.count)
    if form.unit in {"hour", "minute"}:
        days = (-1, 0) if form.count < 0 else (0, 1)
        return shift_days(base, *days) if form.unit == "hour" else (start, end)
    return shift_days(base, form.count, form.count)


def _with_year(partial: str, previous: Moment) -> str:
    parts, near = parse_partial(partial), first_day(previous.start)
    if parts.year is not None or parts.month is None or near is None:
        return partial
    year = nearest_year(parts.month, parts.day or 15, near)
    return format_partial(replace(parts, year=year))


def is_year_known(interval: Interval) -> bool:
    """False where a resolved time still lacks its year."""
    return not any(partial is not None and partial.startswith("-") for partial in interval)
