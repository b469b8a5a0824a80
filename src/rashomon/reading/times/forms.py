"""What a time in a text says before any date of writing is known: the forms that a grammar reads.

The same forms serve every language; `rashomon.reading.times.moments` turns them into days.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from rashomon.model.base import value

Which = Literal["past", "last", "next", "this", "near"]
"""Which of many: the latest one not after the anchor, the one before that day, the one after it, the one
of this year, or the nearest on either side."""


@value
class DateForm:
    """A calendar date of which some parts are said. ``year_offset``: "this year" 0, "last year" −1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    which: Which = "past"
    year_offset: int | None = None


@value
class EitherForm:
    """A date in figures that can be read two ways: 01/04/2018."""

    day_first: DateForm
    month_first: DateForm


@value
class WeekdayForm:
    """A weekday, Monday 0. ``week_offset``: "Monday last week" −1."""

    weekday: int
    which: Which = "past"
    week_offset: int | None = None


@value
class ShiftForm:
    """So many units from the day of writing. ``closed``: only up to that day; ``opened``: only from it."""

    unit: str
    first: int
    last: int
    closed: bool = False
    opened: bool = False


@value
class RollingForm:
    """The last so many units up to the day of writing."""

    unit: str
    count: int


@value
class NarrativeForm:
    """So many units from the date the text last spoke of; 0 is the same day."""

    unit: str
    count: int


@value
class YearsForm:
    """Whole years: a decade, a season of a year. None: said relative to the year of writing."""

    first: int | None
    last: int | None
    offsets: tuple[int, int] = (0, 0)


@value
class NightForm:
    """A night that begins on a day and ends on the day after."""

    of: TimeForm


@value
class SpanForm:
    """From one time to another."""

    first: TimeForm
    last: TimeForm


@value
class SinceForm:
    """From a time until the day of writing."""

    start: TimeForm


@value
class UntilForm:
    """Up to a time."""

    end: TimeForm


@value
class UndatedForm:
    """A time that names no days: "recently", "every Friday", "for three days".

    ``unit``: how far back it reaches, where its words say so ("weeks ago", "the past few days").
    """

    unit: str | None = None


TimeForm: TypeAlias = (
    DateForm
    | EitherForm
    | WeekdayForm
    | ShiftForm
    | RollingForm
    | NarrativeForm
    | YearsForm
    | NightForm
    | SpanForm
    | SinceForm
    | UntilForm
    | UndatedForm
)


def needs_anchor(form: TimeForm) -> bool:
    """True where a form says nothing, or not all, without the day of writing."""
    match form:
        case DateForm():
            return form.year is None
        case EitherForm() | UndatedForm() | NarrativeForm():
            return False
        case YearsForm():
            return form.first is None
        case NightForm():
            return needs_anchor(form.of)
        case SpanForm():
            return needs_anchor(form.first) or needs_anchor(form.last)
        case UntilForm():
            return needs_anchor(form.end)
    return True


def find_narrative(form: TimeForm) -> NarrativeForm | None:
    """The part of a form that is told from the text's last date, if any."""
    match form:
        case NarrativeForm():
            return form
        case NightForm():
            return find_narrative(form.of)
        case SpanForm():
            return find_narrative(form.first) or find_narrative(form.last)
        case SinceForm():
            return find_narrative(form.start)
        case UntilForm():
            return find_narrative(form.end)
    return None
