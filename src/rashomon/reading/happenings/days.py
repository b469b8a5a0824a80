"""How far apart two moments of a report are, which are told of as one time, and which are of a war or a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rashomon.model.claims import Count, Moment
from rashomon.model.dates import days_between, first_day, last_day
from rashomon.reading.happenings.cues import EventCue


def distance(one: Moment, two: Moment) -> int:
    """Days between two moments; 0 where they meet or nothing can be said."""
    if _overlap(one, two):
        return 0
    gaps = [days_between(one.end or one.start, two.start), days_between(one.start, two.end or two.start)]
    known = [gap for gap in gaps if gap is not None]
    return min(known) if known else 0


def _overlap(one: Moment, two: Moment) -> bool:
    """True where two moments have a day in common: a night of two days is the same night as itself.

    Not so "since February", which is no day of a happening that has one.
    """
    spans = [(_first_day(m), last_day(m.end or m.start)) for m in (one, two)]
    known = [(begin, end) for begin, end in spans if begin is not None and end is not None]
    weeks = "week" in {one.grain, two.grain}
    if len(known) < 2 or any((end - begin).days > (_WEEK if weeks else _WEEKEND) for begin, end in known):
        return False
    return max(begin for begin, _ in known) <= min(end for _, end in known)


def _first_day(moment: Moment) -> dt.date | None:
    """The first day a moment may mean: a week may begin on Sunday."""
    begin = first_day(moment.start)
    return begin - dt.timedelta(days=1) if begin is not None and moment.grain == "week" else begin


_WEEKEND = 2
"""Days between the first and the last of what is still told of as one time: a night, a weekend."""
_WEEK = 7
"""The same where one says "this week" of what another puts on a day."""


COARSE = frozenset({"month", "season", "year", "decade", "vague"})


def is_of_last_week(dated: Sequence[Moment], known: Sequence[Moment]) -> bool:
    """True for "rebels shelled the post *last week*" in a report of what was on a day: another one.

    So too for "*earlier this month*, a boy shot himself".
    """
    last = all(
        (moment.grain == "week" and "last" in moment.as_written.lower())
        or (moment.grain in {*COARSE, "week"} and moment.as_written.lower().startswith("earlier "))
        for moment in dated
    )
    return last and any(moment.grain not in {*COARSE, "week"} for moment in known)


def is_earlier(one: Sequence[Moment], two: Sequence[Moment]) -> bool:
    """True where all that dates one happening lies before all that dates another."""
    ends = [last_day(m.end or m.start) for m in one]
    starts = [first_day(m.start) for m in two]
    if not ends or not starts or None in ends or None in starts:
        return _is_earlier_without_year(one, two)
    return max(e for e in ends if e) < min(s for s in starts if s)


def _is_earlier_without_year(one: Sequence[Moment], two: Sequence[Moment]) -> bool:
    ends = [m.end or m.start or "" for m in one]
    starts = [m.start or "" for m in two]
    if ends and starts and all(e.startswith("--") for e in ends) and all(s.startswith("--") for s in starts):
        return max(ends) < min(starts)
    return False


def is_of_period(wide: Sequence[Moment], precise: Sequence[Moment]) -> bool:
    """True for "held 60 men *between January and June*. … On *8 May* they held ten": a deed of that time, on a day."""
    if len(wide) != 1 or len(precise) != 1 or precise[0].grain in COARSE:
        return False
    begin, end = first_day(wide[0].start), last_day(wide[0].end or wide[0].start)
    day = first_day(precise[0].start)
    if begin is None or end is None or day is None:
        return False
    return (end - begin).days > _A_MONTH and begin <= day <= end


_A_MONTH = 31


def is_of_statistics(number: Count) -> bool:
    """True for the number of "29,000 murders were registered": no happening that a report tells."""
    return (number.low or 0) >= _A_YEARS


def is_tally(cue: EventCue) -> bool:
    """True for "several attacks", for those of a war, and for "a dozen operations over the past month"."""
    if cue.number is None:
        return False
    coarse = bool(cue.times) and all(time.moment.grain in COARSE for time in cue.times)
    vague = cue.number.vague is not None or is_of_statistics(cue.number)
    return vague or (coarse and (cue.number.low or 0) > _ONE_BY_ONE)


_ONE_BY_ONE = 2
"""So many happenings of a month or a year may still be told one by one."""
_A_YEARS = 50
"""So many deaths or attacks, each an event of its own, are those of a war or a year."""
