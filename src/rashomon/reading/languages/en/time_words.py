"""English words of the calendar and the clock: months, weekdays, parts of the day, units of time."""

from __future__ import annotations

from rashomon.reading.sentences.tokens import Tokens

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS: dict[str, int] = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
SHORT_MONTHS: dict[str, int] = {
    **{name[:3]: number for name, number in MONTHS.items() if name != "may"},
    "sept": 9,
}
ALL_MONTHS = {**MONTHS, **SHORT_MONTHS}

UNMISTAKABLE_MONTHS = frozenset(
    {"january", "february", "july", "september", "october", "november", "december"}
)
"""Months that are nothing else in English; the others are also verbs or given names."""

_DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(_DAY_NAMES)}
SHORT_WEEKDAYS: dict[str, int] = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

PARTS_OF_DAY: dict[str, str] = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "nighttime": "night",
    "midday": "midday",
    "noon": "midday",
    "midnight": "midnight",
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "dusk": "dusk",
    "sunset": "dusk",
    "nightfall": "dusk",
    "lunchtime": "midday",
    "overnight": "night",
}

UNITS_OF_TIME: dict[str, str] = {
    f"{name}{ending}": name
    for name in ["minute", "hour", "day", "night", "fortnight", "week", "weekend", "month", "year", "decade"]
    for ending in ("", "s")
}

SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})


def is_month_name(tokens: Tokens, index: int) -> bool:
    """True where a month's name stands, full or short; lower-case "may" and "march" are verbs."""
    word = tokens.word(index)
    if word not in ALL_MONTHS:
        return False
    return tokens.raw(index)[:1].isupper() or word not in {"may", "march", "mar", "jan", "dec"}
