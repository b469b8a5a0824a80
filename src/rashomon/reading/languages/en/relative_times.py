"""English times told from a day: "yesterday", "last October", "three days ago", "the following morning"."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.reading.languages.en.dates import Point, is_name_after, read_year
from rashomon.reading.languages.en.numbers import read_number
from rashomon.reading.languages.en.time_words import (
    ALL_MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS_OF_TIME,
    UNMISTAKABLE_MONTHS,
    WEEKDAYS,
    is_month_name,
)
from rashomon.reading.sentences.tokens import Tokens, word_set
from rashomon.reading.times.forms import (
    DateForm,
    NarrativeForm,
    NightForm,
    RollingForm,
    ShiftForm,
    TimeForm,
    UndatedForm,
    WeekdayForm,
    Which,
    YearsForm,
)


class Told(NamedTuple):
    """A relative time read: form, index after it, grain, and the part of the day its words name."""

    form: TimeForm
    end: int
    grain: str = "day"
    clock: str | None = None
    kind: str | None = None


_TODAY = ShiftForm(unit="day", first=0, last=0)
_YESTERDAY = ShiftForm(unit="day", first=-1, last=-1)
_TOMORROW = ShiftForm(unit="day", first=1, last=1)
_SAME_DAY = NarrativeForm(unit="day", count=0)
_UNDATED = UndatedForm()

_PHRASES: dict[str, tuple[TimeForm, str, str | None]] = {
    "today": (_TODAY, "day", None),
    "earlier today": (_TODAY, "day", None),
    "later today": (_TODAY, "day", None),
    "this morning": (_TODAY, "part_of_day", "morning"),
    "earlier this morning": (_TODAY, "part_of_day", "morning"),
    "this afternoon": (_TODAY, "part_of_day", "afternoon"),
    "this evening": (_TODAY, "part_of_day", "evening"),
    "tonight": (_TODAY, "part_of_day", "night"),
    "yesterday": (_YESTERDAY, "day", None),
    "earlier yesterday": (_YESTERDAY, "day", None),
    "the day before yesterday": (ShiftForm(unit="day", first=-2, last=-2), "day", None),
    "last night": (_YESTERDAY, "part_of_day", "night"),
    "last evening": (_YESTERDAY, "part_of_day", "evening"),
    "overnight": (NightForm(of=_YESTERDAY), "part_of_day", "night"),
    "tomorrow": (_TOMORROW, "day", None),
    "the day after tomorrow": (ShiftForm(unit="day", first=2, last=2), "day", None),
    "the weekend": (ShiftForm(unit="weekend", first=0, last=0), "weekend", None),
    "that day": (_SAME_DAY, "day", None),
    "the same day": (_SAME_DAY, "day", None),
    "that same day": (_SAME_DAY, "day", None),
    "the day before": (NarrativeForm(unit="day", count=-1), "day", None),
    "the day after": (NarrativeForm(unit="day", count=1), "day", None),
    "the night before": (NarrativeForm(unit="day", count=-1), "part_of_day", "night"),
    "that week": (NarrativeForm(unit="week", count=0), "week", None),
    "that month": (NarrativeForm(unit="month", count=0), "month", None),
    "that year": (NarrativeForm(unit="year", count=0), "year", None),
    "that weekend": (NarrativeForm(unit="weekend", count=0), "weekend", None),
    "recently": (_UNDATED, "vague", None),
    "lately": (_UNDATED, "vague", None),
    "the other day": (_UNDATED, "vague", None),
    "these days": (_UNDATED, "vague", None),
    "christmas day": (DateForm(month=12, day=25), "day", None),
    "christmas eve": (DateForm(month=12, day=24), "day", None),
    "new year 's day": (DateForm(month=1, day=1), "day", None),
    "new year 's eve": (DateForm(month=12, day=31), "day", None),
}
for _name, _part in PARTS_OF_DAY.items():
    if _name not in {"overnight", "lunchtime"}:
        _PHRASES[f"that {_name}"] = (_SAME_DAY, "part_of_day", _part)
        _PHRASES[f"the same {_name}"] = (_SAME_DAY, "part_of_day", _part)
        _PHRASES[f"that same {_name}"] = (_SAME_DAY, "part_of_day", _part)
        for _word, _count in (("following", 1), ("next", 1), ("previous", -1), ("preceding", -1)):
            _PHRASES[f"the {_word} {_name}"] = (NarrativeForm(unit="day", count=_count), "part_of_day", _part)
            _PHRASES[f"{_word} {_name}"] = (NarrativeForm(unit="day", count=_count), "part_of_day", _part)
for _word, _count in (("following", 1), ("next", 1), ("previous", -1), ("preceding", -1)):
    for _unit in ("day", "week", "month", "year", "weekend"):
        _PHRASES[f"the {_word} {_unit}"] = (NarrativeForm(unit=_unit, count=_count), _unit, None)
for _unit in ("week", "month", "year", "weekend"):
    _PHRASES[f"the same {_unit}"] = (NarrativeForm(unit=_unit, count=0), _unit, None)
for _unit in ("hours", "days", "weeks", "months", "years"):
    _PHRASES[f"recent {_unit}"] = (UndatedForm(unit=UNITS_OF_TIME[_unit]), "vague", None)
    _PHRASES[f"coming {_unit}"] = (_UNDATED, "vague", None)
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES)
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in _PHRASES)

_WHICH: dict[str, Which] = {"last": "last", "past": "past", "this": "past", "next": "next", "coming": "next"}
_WHICH_MONTH: dict[str, Which] = {"last": "last", "next": "next", "this": "this"}
_COUNTS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_SHIFTED_UNITS = frozenset({"week", "weekend", "month", "year"})
_FEW = frozenset({"few", "several", "couple", "many", "some", "recent"})
_AGO = frozenset({"ago"})
_LATER = {
    "later": 1,
    "after": 1,
    "afterwards": 1,
    "afterward": 1,
    "earlier": -1,
    "before": -1,
    "prior": -1,
    "previously": -1,
}
_MOST_DAYS = 31
_NOT_AFTER_MONTH = frozenset({"black", "red"})
_BEFORE_MONTH = word_set(
    "in since until till by during from last this next early mid late of through throughout between past "
    "before after following"
)
_BEFORE_YEAR = word_set(
    "in since during until till by from before after of throughout year early mid late between between "
    "circa through last"
)
_QUALITIES = frozenset({"earlier", "later", "early", "late", "mid", "sometime"})
_SEASON_LEADS = frozenset({"last", "this", "next", "past", "the", "early", "late", "in"})


def read_told(tokens: Tokens, index: int) -> Told | None:
    """The relative time that starts at a token, else None."""
    word = tokens.word(index)
    return (
        _read_phrase(tokens, index, word)
        or _read_counted(tokens, index, word)
        or _read_rolling(tokens, index, word)
        or _read_shifted(tokens, index, word)
        or _read_weekday(tokens, index, word)
        or _read_month(tokens, index, word)
        or _read_season(tokens, index, word)
        or _read_years(tokens, index, word)
        or _read_recurrent(tokens, index, word)
    )


def _read_phrase(tokens: Tokens, index: int, word: str) -> Told | None:
    if word not in _FIRST_WORDS:
        return None
    for length in range(min(_LONGEST, len(tokens) - index), 0, -1):
        found = _PHRASES.get(" ".join(tokens.low[index : index + length]))
        if found is not None:
            if is_name_after(tokens, index + length) or (word == "today" and tokens.raw(index - 1) == "USA"):
                return None
            return Told(found[0], index + length, found[1], found[2])
    return None


def _read_counted(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "three days ago", "a week ago", "two days later", "several hours earlier", "hours later"."""
    count, place = _read_amount(tokens, index, word)
    unit = UNITS_OF_TIME.get(tokens.word(place))
    if unit is None:
        return None
    after = tokens.word(place + 1)
    if after in _AGO:
        return _told_ago(unit, count, place + 2)
    sign = _LATER.get(after)
    if sign is None or (place == index and not tokens.word(place).endswith("s")):
        return None
    if after in {"before", "after", "prior"} and place == index:
        return None
    if count is None:
        if unit not in {"minute", "hour"}:
            return Told(_UNDATED, place + 2, "vague")
        count = 1
    return Told(NarrativeForm(unit="day" if unit == "night" else unit, count=sign * count), place + 2, unit)


def _read_amount(tokens: Tokens, index: int, word: str) -> tuple[int | None, int]:
    """A number or "several", "a few" before a unit (None), and the index of the unit."""
    if word in UNITS_OF_TIME:
        return None, index
    number = read_number(tokens, index)
    if number is not None:
        return (int(number.value) if number.whole and number.value < 10**5 else None), number.end
    if word in {"a", "an"} and tokens.word(index + 1) in UNITS_OF_TIME:
        return 1, index + 1
    place = index + (word in {"a", "the"})
    if tokens.word(place) in _FEW:
        return None, place + 1 + (tokens.word(place + 1) == "of")
    return None, index


def _told_ago(unit: str, count: int | None, end: int) -> Told | None:
    if count is None:
        return Told(UndatedForm(unit=unit), end, "vague")
    if unit in {"day", "night"}:
        return Told(ShiftForm(unit="day", first=-count, last=-count), end)
    if unit == "fortnight":
        return Told(ShiftForm(unit="day", first=-14 * count - 3, last=-14 * count + 3), end, "week")
    if unit in {"hour", "minute"}:
        hours = -count if unit == "hour" else 0
        return Told(ShiftForm(unit="hour", first=hours, last=hours if hours % 24 == 0 else 0), end, unit)
    if unit == "week":
        return Told(ShiftForm(unit="day", first=-7 * count - 3, last=-7 * count + 3), end, "week")
    if unit == "decade":
        return Told(ShiftForm(unit="year", first=-10 * count - 5, last=-10 * count + 5), end, "decade")
    return Told(ShiftForm(unit=unit, first=-count, last=-count), end, unit)


def _read_rolling(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "the past week", "the last 24 hours", "the past few days"."""
    if word != "the" or tokens.word(index + 1) not in {"last", "past", "previous", "recent"}:
        if word not in {"past", "last"} or tokens.word(index - 1) not in {
            "in",
            "over",
            "during",
            "within",
            "for",
        }:
            return None
        index -= 1
    count, place = _read_amount(tokens, index + 2, tokens.word(index + 2))
    unit = UNITS_OF_TIME.get(tokens.word(place))
    if unit is None or (unit in {"night", "weekend"} and place == index + 2):
        return None
    if place == index + 2:
        if tokens.word(place).endswith("s"):
            return Told(UndatedForm(unit=unit), place + 1, "vague")
        # "the last day of": not a stretch up to now.
        if tokens.word(index + 1) == "last" and (tokens.word(place + 1) == "of" or unit == "day"):
            return None
        count = 1
    if count is None:
        return Told(UndatedForm(unit=unit), place + 1, "vague")
    return Told(RollingForm(unit=unit, count=count), place + 1, unit, kind="range")


def _read_shifted(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "last week", "earlier this year", "late last month", "this past week"."""
    place = index
    quality = ""
    if word in _QUALITIES:
        quality, place = word, index + 1
        place += tokens.word(place) in {"-", "in", "on"}
        if quality in {"earlier", "later"} and tokens.word(place) == "the":
            return _read_earlier_in(tokens, place, quality)
    head = tokens.word(place)
    if head not in _COUNTS or head == "past":
        return None
    count, after = _COUNTS[head], place + 1
    if head == "this" and tokens.word(after) in {"past", "coming"}:
        count, after = _COUNTS[tokens.word(after)], after + 1
    unit = UNITS_OF_TIME.get(tokens.word(after))
    if unit not in _SHIFTED_UNITS or tokens.word(after) != unit:
        return None
    if head == "last" and tokens.word(index - 1) == "the":
        return None
    form = ShiftForm(
        unit=unit,
        first=count,
        last=count,
        closed=quality == "earlier" and count == 0,
        opened=quality == "later" and count == 0,
    )
    return Told(form, after + 1, unit)


def _read_earlier_in(tokens: Tokens, place: int, quality: str) -> Told | None:
    """Such as "earlier in the week"."""
    unit = UNITS_OF_TIME.get(tokens.word(place + 1))
    if unit in {"week", "month", "year"}:
        closed = quality == "earlier"
        return Told(ShiftForm(unit=unit, first=0, last=0, closed=closed, opened=not closed), place + 2, unit)
    if unit == "day":
        return Told(_TODAY, place + 2)
    return None


def _read_weekday(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "Sunday", "last Sunday", "this past Sunday", "next Monday", "Monday of last week"."""
    which: Which = "past"
    place = index
    if word in _WHICH:
        which, place = _WHICH[word], index + 1
        if word == "this" and tokens.word(place) in {"past", "coming"}:
            which, place = _WHICH[tokens.word(place)], place + 1
    elif word in {"earlier", "later", "early", "late"} and tokens.word(index + 1) in WEEKDAYS:
        place = index + 1
    name = tokens.word(place)
    weekday = WEEKDAYS.get(name)
    if weekday is None:
        weekday = _read_short_weekday(tokens, place)
        if weekday is None:
            return None
        end = place + 1 + (tokens.word(place + 1) == ".")
    else:
        end = place + 1
    if (
        not tokens.raw(place)[:1].isupper()
        or is_name_after(tokens, end)
        or tokens.word(place - 1) in {"black", "bloody"}
    ):
        return None
    offset = end + (tokens.word(end) == "of")
    if tokens.word(offset) in {"last", "this", "next"} and tokens.word(offset + 1) == "week":
        return Told(WeekdayForm(weekday=weekday, week_offset=_COUNTS[tokens.word(offset)]), offset + 2)
    return Told(WeekdayForm(weekday=weekday, which=which), end)


def _read_short_weekday(tokens: Tokens, index: int) -> int | None:
    """The weekday of "on Sun." or "Fri night"; "the sun" and "fri" alone are none."""
    weekday = SHORT_WEEKDAYS.get(tokens.word(index))
    if weekday is None or not tokens.raw(index)[:1].isupper():
        return None
    if tokens.word(index + 1) in {"morning", "night", "evening", "afternoon"}:
        return weekday
    return weekday if tokens.word(index - 1) == "on" and tokens.word(index + 1) == "." else None


def _read_month(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "last October", "in October", "mid-April", "April last year", "early this March"."""
    place = index
    if word in {"early", "late", "mid", "earlier"}:
        place = index + 1
        place += tokens.word(place) in {"-", "in"}
    which = _WHICH_MONTH.get(tokens.word(place), "past")
    if which != "past":
        place += 1
        place += which == "this" and tokens.word(place) == "past"
    if not is_month_name(tokens, place) or not tokens.raw(place)[:1].isupper():
        return None
    if _is_named_otherwise(tokens, place) or (place == index and not _stands_as_month(tokens, index)):
        return None
    name = tokens.word(place)
    # "in Oct. they met": the point belongs to a short name, unless a new sentence follows.
    dotted = (
        name in SHORT_MONTHS and tokens.word(place + 1) == "." and not tokens.raw(place + 2)[:1].isupper()
    )
    end = place + 1 + dotted
    day = tokens.word(end)
    if which == "last" and day.isdigit() and 0 < int(day) <= _MOST_DAYS and tokens.word(end + 1) != ":":
        return Told(DateForm(month=ALL_MONTHS[name], day=int(day)), end + 1, "day")  # "last December 10"
    return _with_relative_year(tokens, end, DateForm(month=ALL_MONTHS[name], which=which), "month")


def _is_named_otherwise(tokens: Tokens, index: int) -> bool:
    """Such as "Black September", and the month of a day that no calendar has."""
    if tokens.word(index - 1) in _NOT_AFTER_MONTH or tokens.kind(index - 1) in {"number", "ordinal"}:
        return True
    return is_name_after(tokens, index + 1)


def _stands_as_month(tokens: Tokens, index: int) -> bool:
    """True where nothing but a preposition tells "March" from a verb, "April" from a given name."""
    name, before = tokens.word(index), tokens.word(index - 1)
    if name in UNMISTAKABLE_MONTHS:
        return True
    if before == "of" and name in {"may", "march", "mar", "jan", "dec"}:
        return False
    return before in _BEFORE_MONTH


def _with_relative_year(tokens: Tokens, end: int, form: DateForm, grain: str) -> Told:
    """Such as "April last year", "1 April of this year"."""
    place = end + (tokens.word(end) == "of")
    if tokens.word(place) in {"last", "this", "next"} and tokens.word(place + 1) == "year":
        offset = _COUNTS[tokens.word(place)]
        return Told(DateForm(month=form.month, day=form.day, year_offset=offset), place + 2, grain)
    return Told(form, end, grain)


def with_relative_year(tokens: Tokens, point: Point) -> Point:
    """A date without a year joined with "last year" or "this year" after it."""
    if isinstance(point.form, DateForm) and point.form.year is None and point.form.month is not None:
        told = _with_relative_year(tokens, point.end, point.form, point.grain)
        return Point(told.form, told.end, told.grain)
    return point


def _read_season(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "last summer", "the summer of 2017", "summer 2017"."""
    place = index
    count = _COUNTS.get(word) if word != "past" else None
    place += word in _SEASON_LEADS
    if tokens.word(place) in {"early", "late"}:
        place += 1
    if tokens.word(place) not in SEASONS:
        return None
    year_at = place + 1 + (tokens.word(place + 1) == "of")
    year = read_year(tokens, year_at)
    if year is not None:
        return Told(YearsForm(first=year, last=year), year_at + 1, "season")
    if count is None or place == index:
        return None
    # Where on earth decides when summer is: the years are all that is certain.
    offsets = {-1: (-1, 0), 0: (0, 0), 1: (0, 1)}[count]
    return Told(YearsForm(first=None, last=None, offsets=offsets), place + 1, "season")


def _read_years(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "in 2017", "early 2018", "the 1990s", "the 2017 attack"."""
    place = index
    if word in {"early", "late", "mid"}:
        place = index + 1 + (tokens.word(index + 1) in {"-", "in", "the"})
    elif word == "the" and tokens.kind(index + 1) == "decade":
        place = index + 1
    if tokens.kind(place) == "decade":
        digits = "".join(c for c in tokens.low[place] if c.isdigit())
        if len(digits) != 4:
            return None
        return Told(YearsForm(first=int(digits), last=int(digits) + 9), place + 1, "decade")
    year = read_year(tokens, place)
    if year is None or not 1800 <= year <= 2199 or tokens.kind(place + 1) in {"meridiem", "possessive"}:
        return None
    if place == index and not _stands_as_year(tokens, index):
        return None
    return Told(DateForm(year=year), place + 1, "year")


def _stands_as_year(tokens: Tokens, index: int) -> bool:
    before, after = tokens.word(index - 1), tokens.word(index + 1)
    plural = after.endswith("s") and len(after) > 3 and after not in {"was", "has"}
    if before in _BEFORE_YEAR:
        return not (plural or after in {"people", "men", "women", "children", "hours", "km", "gmt", "meters"})
    if before == "(" and after == ")":
        return True
    if before in {"and", "to", "-", "–", "or"} and read_year(tokens, index - 2):
        return not plural
    return (
        before == "the" and tokens.kind(index + 1) == "word" and not plural and after not in {"people", "men"}
    )


def _read_recurrent(tokens: Tokens, index: int, word: str) -> Told | None:
    """Such as "every Friday", "each day", "on Fridays", "daily"."""
    if word in {"every", "each"}:
        following = tokens.word(index + 1)
        if (
            following in WEEKDAYS
            or following in PARTS_OF_DAY
            or following in {"day", "week", "weekend", "month", "year"}
        ):
            return Told(_UNDATED, index + 2, "vague", kind="recurrent")
        return None
    if word.endswith("s") and word[:-1] in WEEKDAYS and tokens.raw(index)[:1].isupper():
        return Told(_UNDATED, index + 1, "vague", kind="recurrent")
    if word in {"daily", "nightly", "weekly", "monthly"} and tokens.raw(index)[:1].islower():
        return Told(_UNDATED, index + 1, "vague", kind="recurrent")
    return None
