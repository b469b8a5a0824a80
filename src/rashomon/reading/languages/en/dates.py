"""English calendar dates: "Feb. 22, 2018", "the 1st of April", "28-29 March", 2018-04-01, 01/04/2018."""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.reading.languages.en.time_words import ALL_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, is_month_name
from rashomon.reading.sentences.tokens import Tokens, word_set
from rashomon.reading.times.calendar import century_of, is_day_of_month
from rashomon.reading.times.forms import DateForm, EitherForm, SpanForm, TimeForm


class Point(NamedTuple):
    """A time read: its form, the index after it, its grain."""

    form: TimeForm
    end: int
    grain: str = "day"


_LINKS = frozenset({"-", "–", "—", "to", "through", "and", "until", "/"})
_PLURALS_AFTER = re.compile(r"[a-z]{3,}(?<!s)s$|people$|men$|women$|children$|police$")
_NAMES_AFTER = word_set(
    "movement revolutionary brigade brigades group front organization organisation commando commandos "
    "command battalion martyrs forces alliance coalition party street avenue square bridge hospital "
    "university stadium committee times telegraph mirror herald express airport mosque school regiment"
)


def is_name_after(tokens: Tokens, index: int) -> bool:
    """True where a date is part of a name: "April 19 Movement", "Sunday Times"."""
    return tokens.word(index) in _NAMES_AFTER and tokens.raw(index)[:1].isupper()


def read_date(tokens: Tokens, index: int) -> Point | None:
    """The calendar date that starts at a token, with a weekday before or after it, else None."""
    start = _after_weekday(tokens, index)
    point = _read_bare(tokens, start)
    if point is None or is_name_after(tokens, point.end):
        return None
    return point._replace(end=_past_weekday(tokens, point.end))


def _after_weekday(tokens: Tokens, index: int) -> int:
    """Past "Sunday," or "Sun." before a date."""
    word = tokens.word(index)
    if word not in WEEKDAYS and word not in SHORT_WEEKDAYS:
        return index
    place = index + 1
    place += word in SHORT_WEEKDAYS and tokens.word(place) == "."
    place += tokens.word(place) in {",", "("}
    place += tokens.word(place) == "on"
    return place + (tokens.word(place) == "the" and tokens.kind(place + 1) == "ordinal")


def _past_weekday(tokens: Tokens, index: int) -> int:
    place = index + (tokens.word(index) in {",", "("})
    if tokens.word(place) in WEEKDAYS and place > index:
        closing = tokens.word(place + 1) == ")"
        if tokens.word(index) == "(":
            return place + 2 if closing else index
        return place + 1
    return index


def _read_bare(tokens: Tokens, index: int) -> Point | None:
    kind = tokens.kind(index)
    if kind == "iso":
        return _read_iso(tokens, index)
    if kind == "slash" or kind == "ident":
        return _read_figures(tokens, index, re.split(r"[/-]", tokens.low[index]))
    if kind == "number" and tokens.low[index].count(".") == 2:
        return _read_figures(tokens, index, tokens.low[index].split("."))
    if kind in {"number", "ordinal"} or (tokens.word(index) == "the" and tokens.kind(index + 1) == "ordinal"):
        the = tokens.word(index) == "the"
        return _read_day_first(tokens, index + the) or (_read_day_alone(tokens, index + 1) if the else None)
    if tokens.word(index) == "the" and tokens.word(index + 1) in _SPELLED:
        return _read_spelled(tokens, index + 1)
    if is_month_name(tokens, index):
        return _read_month_first(tokens, index)
    return None


_SPELLED = {
    word: day
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}


def _read_spelled(tokens: Tokens, index: int) -> Point | None:
    """Such as "the first of June": only "of" tells it from "the first June attack"."""
    if tokens.word(index + 1) != "of" or not is_month_name(tokens, index + 2):
        return None
    year, end = _read_year_after(tokens, index + 3)
    return _day_or_span(ALL_MONTHS[tokens.word(index + 2)], _SPELLED[tokens.word(index)], None, year, end)


def _read_day_alone(tokens: Tokens, index: int) -> Point | None:
    """The "12th" of "on the 12th," and "the night of the 12th": of a floor or a street a word would follow."""
    day = read_day(tokens, index)
    if day is None or tokens.word(index - 2) not in _BEFORE_DAY or tokens.kind(index + 1) not in {"mark", ""}:
        return None
    return Point(DateForm(day=day), index + 1) if tokens.word(index + 1) not in {"-", "/", "&", "'"} else None


_BEFORE_DAY = frozenset({"on", "of", "since", "until"})


def _read_iso(tokens: Tokens, index: int) -> Point | None:
    year, month, day = (int(part) for part in tokens.low[index].split("-"))
    if not 1 <= month <= 12 or year < 1 or not is_day_of_month(month, day, year):
        return None
    return Point(DateForm(year=year, month=month, day=day), index + 1)


def _read_figures(tokens: Tokens, index: int, parts: list[str]) -> Point | None:
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    one, two, three = (int(part) for part in parts)
    if len(parts[0]) == 4:
        forms = [_date_form(one, two, three)]
    elif len(parts[2]) in {2, 4} and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        year = three if len(parts[2]) == 4 else century_of(three)
        forms = [_date_form(year, two, one), _date_form(year, one, two)]
        if "." in tokens.low[index]:
            # Dots are written day first wherever they are written.
            forms = forms[:1]
    else:
        return None
    return _either(forms, index + 1)


def _date_form(year: int, month: int, day: int) -> DateForm | None:
    if not 1 <= month <= 12 or not 1 <= year <= 9999 or not is_day_of_month(month, day, year):
        return None
    return DateForm(year=year, month=month, day=day)


def _either(forms: list[DateForm | None], end: int) -> Point | None:
    possible = [form for form in forms if form is not None]
    if not possible:
        return None
    if len(possible) == 2 and possible[0] != possible[1]:
        return Point(EitherForm(day_first=possible[0], month_first=possible[1]), end)
    return Point(possible[0], end)


def read_day(tokens: Tokens, index: int) -> int | None:
    """The day of the month that a token can be: "1", "01", "1st"."""
    kind, low = tokens.kind(index), tokens.word(index)
    if kind == "ordinal":
        low = low[:-2]
    elif kind != "number":
        return None
    if len(low) > 2 or not (low.isascii() and low.isdigit()) or not 1 <= int(low) <= 31:
        return None
    return int(low)


def read_year(tokens: Tokens, index: int) -> int | None:
    """The year of four figures that a token can be; "the 1900 block of Elm" is a stretch of a street."""
    if tokens.word(index + 1) in {"block", "blocks"}:
        return None
    low = tokens.word(index)
    if (
        tokens.kind(index) == "number"
        and len(low) == 4
        and low.isascii()
        and low.isdigit()
        and "1000" <= low <= "2199"
    ):
        return int(low)
    return None


def _read_day_first(tokens: Tokens, index: int) -> Point | None:
    """Such as "1 April", "the 1st of April 2018", "28-29 March", "3 JAN 90"."""
    first = read_day(tokens, index)
    if first is None:
        return None
    last, place = None, index + 1
    if tokens.word(place) in _LINKS and read_day(tokens, place + 1) is not None:
        last, place = read_day(tokens, place + 1), place + 2
    place += tokens.word(place) in {"of", "-", "day"}
    place += tokens.word(place) == "of"
    if not is_month_name(tokens, place):
        return None
    month = ALL_MONTHS[tokens.word(place)]
    end = place + 1
    year, end = _read_year_after(tokens, end)
    return _day_or_span(month, first, last, year, end)


def _day_or_span(month: int, first: int, last: int | None, year: int | None, end: int) -> Point | None:
    if not is_day_of_month(month, first, year):
        return None
    one = DateForm(year=year, month=month, day=first)
    if last is None:
        return Point(one, end)
    if last <= first or not is_day_of_month(month, last, year):
        return None
    return Point(SpanForm(first=one, last=DateForm(year=year, month=month, day=last)), end)


def _read_year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """The year after a day and month, and the index after it; an abbreviation's point is passed over."""
    place = index
    if (
        tokens.word(place) == "."
        and tokens.glued(place)
        and (read_year(tokens, place + 1) or tokens.word(place + 1) == ",")
    ):
        place += 1
    place += tokens.word(place) in {",", "-", "of"}
    year = read_year(tokens, place)
    if year is not None and not is_counting(tokens, place):
        return year, place + 1
    dash = tokens.word(index) == "-"
    if place == index + dash and _is_short_year(tokens, place):
        return century_of(int(tokens.word(place))), place + 1
    return None, index


def _is_short_year(tokens: Tokens, index: int) -> bool:
    """Two figures as in "3 JAN 90": a year only where nothing follows that they could count."""
    low = tokens.word(index)
    if tokens.kind(index) != "number" or len(low) != 2 or not (low.isascii() and low.isdigit()):
        return False
    if tokens.word(index + 1) == "-":
        return tokens.word(index + 2) == "-"
    return tokens.kind(index + 1) != "word"


def is_counting(tokens: Tokens, index: int) -> bool:
    """Such as "in May 20 people": the number belongs to the noun, not to the month."""
    if tokens.glued(index + 1) and tokens.word(index + 1) == "-" and tokens.kind(index + 2) == "word":
        return True
    return (
        tokens.kind(index + 1) == "word"
        and bool(_PLURALS_AFTER.match(tokens.word(index + 1)))
        and tokens.word(index + 1) not in {"was", "has"}
    )


def _read_month_first(tokens: Tokens, index: int) -> Point | None:
    """Such as "April 1, 2018", "Feb. 22", "March 28-29", "October 2017", "March 28 and 29"."""
    month = ALL_MONTHS[tokens.word(index)]
    place = index + 1
    place += (tokens.word(place) == "." and read_year(tokens, place + 1) is None) or (
        tokens.word(place) == "." and tokens.kind(place + 1) == "number"
    )
    place += tokens.word(place) == "the"
    if tokens.word(place) == "," and (tokens.kind(place + 1) == "ordinal" or tokens.word(index - 1) == "on"):
        # "on August, 25": a comma that English does without, but writers of French do not.
        place += 1
    first = read_day(tokens, place)
    if first is None:
        return _read_month_and_year(tokens, index, month)
    if tokens.word(index - 1) == "in" and tokens.kind(place) == "number" and is_counting(tokens, place):
        return None
    if (
        tokens.glued(place + 1)
        and tokens.word(place + 1) == "-"
        and tokens.kind(place + 2) == "word"
        and not is_month_name(tokens, place + 2)
    ):
        return None
    end, last = place + 1, None
    if tokens.word(end) in _LINKS and _is_second_day(tokens, end + 1, first):
        last, end = read_day(tokens, end + 1), end + 2
    year, end = _read_year_after_comma(tokens, end)
    return _day_or_span(month, first, last, year, end)


def _is_second_day(tokens: Tokens, index: int, first: int) -> bool:
    day = read_day(tokens, index)
    if day is None or day <= first:
        return False
    if is_month_name(tokens, index + 1):
        return False
    return (
        tokens.word(index - 1) in {"-", "–"}
        or tokens.kind(index + 1) != "word"
        or not is_counting(tokens, index)
    )


def _read_year_after_comma(tokens: Tokens, index: int) -> tuple[int | None, int]:
    place = index + (tokens.word(index) in {",", "of"})
    year = read_year(tokens, place)
    if year is None or is_counting(tokens, place):
        return None, index
    return year, place + 1


def _read_month_and_year(tokens: Tokens, index: int, month: int) -> Point | None:
    place = index + 1
    place += tokens.word(place) == "."
    place += tokens.word(place) in {",", "of"}
    year = read_year(tokens, place)
    if year is None or is_counting(tokens, place):
        return None
    return Point(DateForm(year=year, month=month), place + 1, "month")
