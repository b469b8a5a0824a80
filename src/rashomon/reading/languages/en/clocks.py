"""English times of day: "2:30 pm", "around 1:25 a.m.", "0700 hours", "midday", "the early hours"."""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.reading.languages.en.numbers import UNITS
from rashomon.reading.languages.en.time_words import PARTS_OF_DAY
from rashomon.reading.sentences.tokens import Tokens, word_set


class Clock(NamedTuple):
    """A time of day: HH:MM or a part of the day, its grain, and the index after it."""

    reading: str
    grain: str
    end: int


_ROUGHLY = frozenset({"approximately", "roughly", "exactly", "precisely", "~"})
_AT = frozenset(
    {"at", "around", "about", "before", "after", "by", "until", "till", "between", "from", "since", "of"}
)
_ZONES = word_set("gmt utc est edt cst cdt pst pdt mst mdt et ct pt z bst cet eet ist aft")
_HOURS = frozenset({"hours", "hrs", "hour", "h"})


def read_clock(tokens: Tokens, index: int, *, beside_date: bool = False) -> Clock | None:
    """The time of day in figures that starts at a token; bare "5:40" only after "at" or beside a date."""
    kind, low = tokens.kind(index), tokens.word(index)
    if kind == "clock":
        return _read_with_colon(tokens, index, beside_date)
    if kind == "number":
        return _read_hour(tokens, index, low) or _read_military(tokens, index, low, beside_date)
    if low in UNITS and 1 <= UNITS[low] <= 12:
        return _read_meridiem(tokens, index + 1, UNITS[low], 0, "hour")
    return None


def _read_with_colon(tokens: Tokens, index: int, beside_date: bool) -> Clock | None:
    hour, minute = (int(part or 0) for part in re.split("[:h]", tokens.low[index])[:2])
    if hour > 24 or minute > 59:
        return None
    with_meridiem = _read_meridiem(tokens, index + 1, hour, minute, "minute") if hour <= 12 else None
    if with_meridiem is not None:
        return with_meridiem
    after = _skip_zone(tokens, index + 1)
    if after > index + 1 or beside_date or "h" in tokens.low[index] or _is_introduced(tokens, index):
        return Clock(f"{hour % 24:02d}:{minute:02d}", "minute", after)
    return None


def _is_introduced(tokens: Tokens, index: int) -> bool:
    before = tokens.word(index - 1)
    return before in _AT or (before in _ROUGHLY and tokens.word(index - 2) in _AT)


def _read_hour(tokens: Tokens, index: int, low: str) -> Clock | None:
    hour, _, minute = low.partition(".")
    if not (hour.isascii() and hour.isdigit() and len(hour) <= 2 and 0 < int(hour) <= 12):
        return None
    if minute and (len(minute) != 2 or not minute.isdigit() or int(minute) > 59):
        return None
    return _read_meridiem(tokens, index + 1, int(hour), int(minute or 0), "minute" if minute else "hour")


def _read_meridiem(tokens: Tokens, index: int, hour: int, minute: int, grain: str) -> Clock | None:
    """Such as "p.m.", "am", "o'clock [in the afternoon]", "in the morning" after an hour."""
    word = tokens.word(index)
    half = word[0] if tokens.kind(index) == "meridiem" or word in {"am", "pm"} else ""
    end = index + 1
    if word == "o'clock":
        half = {"morning": "a", "afternoon": "p", "evening": "p"}.get(tokens.word(index + 3), "")
        end = index + 4 if half and tokens.word(index + 1) == "in" else index + 1
        if not half:
            return Clock(f"{hour:02d}:{minute:02d}", grain, end)
    if not half:
        return None
    hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(f"{hour:02d}:{minute:02d}", grain, _skip_zone(tokens, end))


def _read_military(tokens: Tokens, index: int, low: str, beside_date: bool) -> Clock | None:
    """Such as "0700", "at 1625", "2030 hours": four figures, leading nought or a word that says so."""
    if len(low) != 4 or not (low.isascii() and low.isdigit()) or low[:2] > "24" or low[2:] > "59":
        return None
    after = _skip_zone(tokens, index + 1)
    said = after > index + 1 or tokens.word(index - 1) == "at"
    said = said or (tokens.word(index - 2) == "at" and _is_introduced(tokens, index))
    if not said and not low.startswith("0"):
        return None
    if after == index + 1 and (_names_unit(tokens, after) or _could_be_year(low, beside_date)):
        return None
    return Clock(f"{int(low[:2]) % 24:02d}:{low[2:]}", "minute", after)


def _names_unit(tokens: Tokens, index: int) -> bool:
    return (
        tokens.kind(index) == "word"
        and tokens.word(index).endswith("s")
        and tokens.word(index) not in {"as", "was"}
    )


def _could_be_year(low: str, beside_date: bool) -> bool:
    return beside_date and low[:2] in {"19", "20"}


def _skip_zone(tokens: Tokens, index: int) -> int:
    """Past "hours", "GMT", "local time"."""
    if tokens.word(index) in _HOURS:
        index += 1
    if tokens.word(index) in _ZONES:
        index += 1
    elif tokens.word(index) == "local" and tokens.word(index + 1) == "time":
        index += 2
    return index


_LEADS = frozenset({"early", "late", "mid"})
_BEFORE_DAWN = frozenset({"small", "wee"})
"""Before "hours": those after midnight."""
_INNER = frozenset({"in", "the", "hours", "-", "of", "on", "at", "and", "very", "first"})
_MOST_LEAD_WORDS = 7


def read_lead(tokens: Tokens, index: int) -> Clock | None:
    """What stands before a day to say when on it: "late", "early hours of", "the night of", "evening on"."""
    first = tokens.word(index)
    if first not in _LEADS and first not in PARTS_OF_DAY and first not in _BEFORE_DAWN and first != "the":
        return None
    place, part, quality = index, "", ""
    while place < index + _MOST_LEAD_WORDS:
        word = tokens.word(place)
        if word in PARTS_OF_DAY and not part:
            part = PARTS_OF_DAY[word]
        elif word in _LEADS and not quality:
            quality = word
        elif word in _BEFORE_DAWN and tokens.word(place + 1) == "hours":
            part, quality = "early hours", "early"
        elif word == "from" and part == "night":
            pass  # "on the night from Monday to Tuesday"
        elif word not in _INNER or (place == index and word != "the"):
            break
        if word == "hours" and tokens.word(place - 1) in {"early", "late", "morning"}:
            part = part or f"{tokens.word(place - 1)} hours"
        place += 1
    if not part and not quality:
        return None
    if not part and tokens.word(place - 1) not in {*_LEADS, "-", "on", "in", "the"}:
        return None
    return Clock(part or quality, "part_of_day", place)


def read_part(tokens: Tokens, index: int) -> Clock | None:
    """A part of the day after a day: "night", "early morning", "in the evening", "at dawn"."""
    place, quality = index, ""
    if tokens.word(place) in {"at", "in"}:
        place += 1
    place += tokens.word(place) == "the"
    if tokens.word(place) in _LEADS and (place == index or place > index):
        quality, place = tokens.word(place), place + 1
        place += tokens.word(place) == "-"
    if tokens.word(place) in PARTS_OF_DAY:
        return Clock(PARTS_OF_DAY[tokens.word(place)], "part_of_day", place + 1)
    if tokens.word(place) in _BEFORE_DAWN and tokens.word(place + 1) == "hours":
        return Clock("early hours", "part_of_day", place + 2)
    if tokens.word(place) == "hours" and quality:
        return Clock(f"{quality} hours", "part_of_day", place + 1)
    return None


def read_trailing_clock(tokens: Tokens, index: int) -> Clock | None:
    """A time in figures after a day: ", at around 2:30 pm", "shortly after 9 p.m.", "just before noon"."""
    place = index + (tokens.word(index) in {",", "-", "–", "("})
    place += tokens.word(place) in {"shortly", "just", "sometime", "soon", "some"}
    introduced = place
    while place < introduced + 3 and tokens.word(place) in {
        *_AT,
        "approximately",
        "roughly",
        "exactly",
        "precisely",
        "~",
        "just",
    }:
        place += 1
    word = tokens.word(place)
    if place > introduced and word in {
        "midnight",
        "noon",
        "midday",
        "dawn",
        "dusk",
        "sunset",
        "sunrise",
        "nightfall",
    }:
        return Clock(PARTS_OF_DAY[word], "part_of_day", place + 1)
    return read_clock(tokens, place, beside_date=True)
