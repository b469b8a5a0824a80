"""What an English number numbers: persons or things, or else a year, an age, a time, money, a measure."""

from __future__ import annotations

import re

from rashomon.reading.counts import CountKind
from rashomon.reading.languages.en.dates import is_counting
from rashomon.reading.languages.en.numbers import Number
from rashomon.reading.languages.en.quantities import is_pronoun_one
from rashomon.reading.languages.en.time_words import is_month_name
from rashomon.reading.sentences.tokens import Tokens, word_set

Kind = tuple[CountKind, str | None]

_CURRENCY_MARKS = word_set("$ € £ ¥ ₪ ₦ ₹ ₽ ₺ ¢")
_CURRENCIES = word_set(
    "dollar dollars usd eur euro euros cfa franc francs fcfa afghani afghanis rupee rupees peso pesos "
    "shekel shekels dinar dinars rial rials riyal riyals lira liras birr naira ruble rubles rouble "
    "roubles yuan yen cent cents colon colones cruzado cruzados bolivar bolivares quetzal quetzales "
    "sterling"
)
_MEASURES = word_set(
    "km kms kilometer kilometers kilometre kilometres mile miles metre metres meter meters m mtr mtrs "
    "foot feet ft yard yards inch inches cm mm kg kgs kilogram kilograms kilogramme kilogrammes kilo "
    "kilos gram grams g ton tons tonne tonnes pound pounds lb lbs ounce ounces oz liter liters litre "
    "litres gallon gallons barrel barrels acre acres hectare hectares degree degrees mph kph knots volts "
    "watts megawatts mw kw caliber calibre millimeter millimeters millimetre millimetres hour hours hr "
    "hrs minute minutes min mins second seconds sec secs day days night nights week weeks weekend "
    "weekends month months year years decade decades century centuries times am yr yrs story stories "
    "storey storeys bedroom bedrooms point points percentage lane lanes"
)
_SQUARE = frozenset({"square", "sq", "cubic", "nautical", "metric"})
_PEOPLE_PARTS = word_set(
    "man men woman member members person people strong soldier vehicle truck car boat ship team fighter "
    "officer victim"
)
_PEOPLE = word_set(
    "people persons men women children civilians soldiers troops fighters militants rebels jihadists "
    "insurgents terrorists policemen officers guerrillas combatants casualties deaths refugees residents "
    "families bodies prisoners hostages villagers protesters demonstrators students workers peasants "
    "others dead killed wounded injured cattle rounds weapons rifles houses homes"
)
_NAMED_BY_NUMBER = word_set(
    "route highway interstate road room article section resolution flight number no nos apartment apt "
    "suite unit channel camp checkpoint phase page chapter figure table boeing airbus mirage type mark "
    "class level grade version news cadena canal force district zone sector ward area region group "
    "platform gate exit bus line group brigade battalion regiment division corps platoon squad squadron "
    "company detachment fleet ward precinct case docket bill law decree act protocol item paragraph annex "
    "appendix volume part step stage lot box windows covid katiba group falcon cell commune radio fm "
    "kilometre kilometer km building block tower tunnel hill point station police"
)
_WEAK_NAMES = word_set("group area region police company force unit cell part point road division")
_STREETS = word_set(
    "street st avenue ave road rd boulevard blvd drive dr lane ln court ct place pl way highway hwy "
    "parkway pkwy block terrace circle pike turnpike trail plaza"
)
_RISES = word_set(
    "rose rise rises risen rising increased increase increases increasing climbed climbing grew grown "
    "grows growing jumped jump soared went up raised raising revised revising fell fallen dropped down "
    "decreased declined reduced lowered corrected updated cut changed"
)
_HOLDERS = word_set(
    "man woman boy girl suspect victim driver officer teenager teen jr sr resident shooter gunman son "
    "daughter brother sister mother father wife husband student ii iii iv"
)


def name_kind(tokens: Tokens, start: int, end: int, number: Number | None) -> Kind:
    """What the number from ``start`` to ``end`` (token indexes) numbers, and its unit where it has one."""
    if _SHOPS.match(tokens.text, tokens.starts[start]) is not None:
        return "identifier", None
    kind = _as_money(tokens, start, end) or _as_percent(tokens, end) or _as_age(tokens, start, end, number)
    if kind is None and tokens.kind(start) == "number":
        # Numbers in words are no addresses, days or years.
        kind = (
            _as_address(tokens, end)
            or _as_date(tokens, start, end, number)
            or _as_clock(tokens, start, end)
            or _as_year(tokens, start, end)
        )
    kind = kind or _as_identifier(tokens, start, end) or _as_measure(tokens, end, number)
    return kind or ("number", None)


_SHOPS = re.compile(
    r"(?:7[- ]?(?:Eleven|11)|76 (?:gas )?station|99 cents? (?:only )?(?:store|shop)|24[- ]hour fitness)\b",
    re.I,
)
"""Shops whose name is a number: "a 7-Eleven clerk" is one clerk."""


def is_rise(tokens: Tokens, index: int) -> bool:
    """True where "from 20 to 30" tells of a change: a verb of rising or revising stands shortly before."""
    return any(tokens.word(place) in _RISES for place in range(max(0, index - 6), index))


def _as_money(tokens: Tokens, start: int, end: int) -> Kind | None:
    if tokens.word(start - 1) in _CURRENCY_MARKS or tokens.word(start - 1) in {"usd", "eur", "rs", "fcfa"}:
        return "money", tokens.raw(start - 1)
    if tokens.word(end) in _CURRENCY_MARKS:
        return "money", tokens.raw(end)
    unit = end + (tokens.word(end) in {"u", "us", "cfa", "american", "euro", "-"}) * _gap_of_adjective(
        tokens, end
    )
    if tokens.word(unit) in _CURRENCIES:
        return "money", tokens.word(unit)
    return None


def _gap_of_adjective(tokens: Tokens, end: int) -> int:
    """Tokens of "U.S.", "US", "American" before a currency's name."""
    return 4 if tokens.word(end) == "u" and tokens.word(end + 2) == "s" else 1


def _as_percent(tokens: Tokens, end: int) -> Kind | None:
    word = tokens.word(end)
    if word in {"%", "percent", "pct"} or (word == "per" and tokens.word(end + 1) == "cent"):
        return "percent", "%"
    if word == "-" and tokens.word(end + 1) == "percent":
        return "percent", "%"
    return None


_AGE_AFTER = word_set("- – to and year years month months week weeks day days")
_AGE_BEFORE = word_set("aged ages age of between from over under about and to the turned turning either , (")
_OLD = frozenset(
    {(unit + ending, "old") for unit in ("year", "month", "week", "day") for ending in ("", "s")}
    | {("year", "olds"), ("years", "olds"), ("month", "olds")}
)
_OF_THEM = word_set("them whom those these which the")
_YOUNG = word_set("children those people boys girls anyone minors kids youths")


def _as_age(tokens: Tokens, start: int, end: int, number: Number | None) -> Kind | None:
    if tokens.word(end) in _AGE_AFTER and _is_old_after(tokens, end):
        return "age", "year"
    if tokens.word(start - 1) not in _AGE_BEFORE:
        return None
    if _is_age_before(tokens, start):
        return "age", "year"
    return _as_age_after_name(tokens, start, end, number)


def _is_old_after(tokens: Tokens, end: int) -> bool:
    """Such as "25-year-old", "30 years of age", "25- to 30-year-old"."""
    after = tuple(word for word in tokens.low[end : end + 7] if word not in {"-", "–", "to", "and"})
    if after[:2] in _OLD or after[:3] == ("years", "of", "age"):
        return True
    return after[1:3] in _OLD and tokens.word(end) not in {"year", "years"} and tokens.kind(end) == "mark"


def _is_age_before(tokens: Tokens, start: int) -> bool:
    """Such as "aged 30", "under the age of 18", "between the ages of 11 and 15", "children under 5"."""
    last, second, third, fourth = (tokens.word(start - back) for back in (1, 2, 3, 4))
    if last in {"aged", "ages", "age", "turned", "turning"}:
        return True
    if last in {"of", "between", "from", "over", "under", "about", "either"} and second in {
        "age",
        "ages",
        "aged",
    }:
        return True
    if last in {"and", "to"} and {second, third, fourth} & {"aged", "ages"}:
        return True
    return last == "under" and second in _YOUNG


def _as_age_after_name(tokens: Tokens, start: int, end: int, number: Number | None) -> Kind | None:
    """Such as "Smith, 34," and "the driver, 34," and "Amir Smith (34)"."""
    if number is None or number.in_words or not 1 <= number.value <= 110 or end > start + 3:
        return None
    if tokens.word(end) == "of" and tokens.word(end + 1) in _OF_THEM:
        return None  # "were hit on Elm Street, 2 of them fatally"
    holder = start - 2 - (tokens.word(start - 2) == ".")
    if tokens.word(start - 1) == "," and tokens.word(end) in _AFTER_AGE:
        is_age = (
            end == start + 1 and _is_holder(tokens, holder) and not _is_subject(tokens, start, end, number)
        )
        return ("age", "year") if is_age else None
    if tokens.word(start - 1) == "(" and tokens.word(end) == ")" and _is_full_name(tokens, holder):
        return "age", "year"
    return None


_AFTER_AGE = frozenset({",", ".", ";", ")", "of", "was", "were", "and", ""})


def _is_subject(tokens: Tokens, start: int, end: int, number: Number) -> bool:
    """Such as "near Bandia, 9 were killed", where no age was told before: "Smith, 34, and Jones, 9 were killed"."""
    if tokens.word(end) == "was":
        return number.value == 1
    return tokens.word(end) == "were" and not any(
        tokens.kind(at) == "number" and tokens.word(at - 1) == ","
        for at in range(max(1, start - 12), start - 1)
    )


def _is_full_name(tokens: Tokens, index: int) -> bool:
    """Two words in title case, with or without a particle: "Amir Smith", "Nour al-Masri"."""
    before = index - 1
    if tokens.word(before) == "-":
        before -= 2
    return (
        not tokens.word(index).endswith("s") and tokens.raw(index).istitle() and tokens.raw(before).istitle()
    )


def _is_holder(tokens: Tokens, index: int) -> bool:
    if tokens.word(index) in _HOLDERS:
        return True
    if tokens.kind(index) != "word" or is_month_name(tokens, index) or tokens.word(index) in _PEOPLE:
        return False
    return tokens.raw(index)[:1].isupper()


def _as_date(tokens: Tokens, start: int, end: int, number: Number | None) -> Kind | None:
    if number is None or number.in_words or tokens.kind(end - 1) != "number":
        return None
    return _as_year_of_date(tokens, start, end) or _as_day_of_date(tokens, start, end, number)


def _as_year_of_date(tokens: Tokens, start: int, end: int) -> Kind | None:
    """Such as "April 1, 2018", "October 2017", "3 JAN 90"."""
    before = start - 1 - (tokens.word(start - 1) in {".", ",", "of", "-"})
    low = tokens.low[start]
    if _is_year(low) and (is_month_name(tokens, before) or _follows_day(tokens, before + 1)):
        return "year", None
    if (
        len(low) == 2
        and is_month_name(tokens, before)
        and _is_day(tokens, before - 1 - (tokens.word(before - 1) == "-"))
    ):
        return None if is_counting(tokens, end - 1) else ("year", None)
    return None


def _as_day_of_date(tokens: Tokens, start: int, end: int, number: Number) -> Kind | None:
    """Such as "April 1", "1 of April", "3 to 4 April"; "in May 20 people" has none."""
    if number.value > 31:
        return None
    comma = tokens.word(start - 1) == ","
    before = start - 1 - (comma or tokens.word(start - 1) == ".")
    if is_month_name(tokens, before):
        lead = tokens.word(before - 1)
        if (comma and lead != "on") or (lead == "in" and is_counting(tokens, end - 1)):
            return None
        return "date_part", None
    after = end + (tokens.word(end) in {"of", "-"})
    if is_month_name(tokens, after) or _is_linked_day(tokens, start, end):
        return "date_part", None
    return None


def _is_day(tokens: Tokens, index: int) -> bool:
    return tokens.kind(index) == "ordinal" or (tokens.kind(index) == "number" and len(tokens.low[index]) <= 2)


def _follows_day(tokens: Tokens, index: int) -> bool:
    """True where "April 1" or "1 April" stands just before an index."""
    return (_is_day(tokens, index - 1) and _month_near(tokens, index - 2)) or is_month_name(tokens, index - 1)


def _month_near(tokens: Tokens, index: int) -> bool:
    return is_month_name(tokens, index - (tokens.word(index) == "."))


_DAY_LINKS = frozenset({"-", "–", "and", "to", "or", "until", "through", "/"})


def _is_linked_day(tokens: Tokens, start: int, end: int) -> bool:
    """Such as "3 to 4 April", "March 28 and 29": a day linked to a day that has its month."""
    if tokens.word(end) in _DAY_LINKS and _is_day(tokens, end + 1):
        following = end + 2 + (tokens.word(end + 2) == "of")
        if is_month_name(tokens, following):
            return True
    return (
        tokens.word(start - 1) in _DAY_LINKS and _is_day(tokens, start - 2) and _month_near(tokens, start - 3)
    )


def _as_address(tokens: Tokens, end: int) -> Kind | None:
    return ("identifier", None) if _is_address(tokens, end) else None


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isascii() and low.isdigit() and "1800" <= low <= "2100"


def _as_clock(tokens: Tokens, start: int, end: int) -> Kind | None:
    after = tokens.word(end)
    if tokens.kind(end) == "meridiem" or after in {"am", "pm", "o'clock", "gmt", "utc"}:
        return "clock", None
    low = tokens.low[end - 1]
    if (
        tokens.kind(end - 1) != "number"
        or len(low) != 4
        or not low.isdigit()
        or low[2:] >= "60"
        or low >= "2400"
    ):
        return None
    if after in {"hours", "hrs", "h", "local"} or (low[0] == "0"):
        return "clock", None
    if tokens.word(start - 1) == "at" or (
        tokens.word(start - 2) == "at" and tokens.word(start - 1) in {"about", "around", "approximately"}
    ):
        return "clock", None
    return None


def _as_year(tokens: Tokens, start: int, end: int) -> Kind | None:
    low = tokens.low[start]
    if tokens.kind(start) != "number" or not _is_year(low):
        return None
    before, after = tokens.word(start - 1), tokens.word(end)
    if end > start + 1:
        # "2010-2012"
        return ("year", None) if _is_year(tokens.low[end - 1]) and before != "killing" else None
    if after in _PEOPLE and before not in {"in", "the", "since"}:
        return None
    if before in _BOUNDING and after not in {"", ".", ","}:
        return None
    return "year", None


_BOUNDING = frozenset(
    {
        "least",
        "than",
        "some",
        "about",
        "nearly",
        "almost",
        "over",
        "to",
        "approximately",
        "estimated",
        "roughly",
    }
)


_NUMBERING = word_set("now already dead killed injured wounded")


def _as_identifier(tokens: Tokens, start: int, end: int) -> Kind | None:
    if tokens.kind(start) != "number":
        return ("identifier", None) if is_one_aside(tokens, start, end) else None
    low, before = tokens.low[start], tokens.word(start - 1)
    if before == "." and tokens.glued(start) and not tokens.glued(start - 1):
        return "measure", "calibre"
    if before in {"#", "№", "+", "-"} and (before != "-" or tokens.glued(start)):
        return "identifier", None
    if before == "." and tokens.word(start - 2) in {"no", "nos", "art", "sec", "res"}:
        return "identifier", None
    if (
        before in _NAMED_BY_NUMBER
        and tokens.raw(start - 1)[:1].isupper()
        and not _counts_people(tokens, end, before)
    ):
        return "identifier", None
    if _is_call_sign(tokens, start - 1):
        return "identifier", None
    if before in {"route", "number", "room", "flight", "channel", "highway", "page", "phase"}:
        # "the dead now number 25"
        return None if before == "number" and tokens.word(start - 2) in _NUMBERING else ("identifier", None)
    if _is_list_mark(tokens, start, end) or _is_phone(tokens, start, end):
        return "identifier", None
    if low in {"911", "999", "112"} and before in {"call", "called", "calling", "dial", "dialed", "dialled"}:
        return "identifier", None
    if low in {"911", "999", "112"} and tokens.word(end) in {
        "call",
        "calls",
        "caller",
        "callers",
        "dispatcher",
        "dispatchers",
    }:
        return "identifier", None
    if len(low) > 1 and low[0] == "0" and low.isdigit():
        return "identifier", None
    return None


def _is_call_sign(tokens: Tokens, index: int) -> bool:
    """A station's letters before its channel ("KXYZ 12"), in a text that is not all capitals."""
    raw = tokens.raw(index)
    if raw in {"NBC", "CBS", "ABC", "FOX", "BBC"}:
        return True
    return (
        len(raw) == 4 and raw[0] in "KW" and raw.isupper() and tokens.word(index + 2) == tokens.raw(index + 2)
    )


def is_one_aside(tokens: Tokens, start: int, end: int) -> bool:
    """True where the number word is the pronoun "one"."""
    return end == start + 1 and tokens.word(start) == "one" and is_pronoun_one(tokens, start)


def _counts_people(tokens: Tokens, end: int, name: str) -> bool:
    """Such as "Police 12 people": in upper case and at odd breaks a name may stand before a true count."""
    return name in _WEAK_NAMES and tokens.word(end) in _PEOPLE


def _is_list_mark(tokens: Tokens, start: int, end: int) -> bool:
    if tokens.word(end) not in {".", ")"} or len(tokens.low[start]) > 2:
        return False
    begin = tokens.starts[start] - (tokens.word(start - 1) == "(")
    line = tokens.text[max(0, begin - 80) : begin].rstrip(" \t")
    if line and line[-1] != "\n":
        return False
    # A wrapped line may begin with the number that ends a sentence: the line before must be closed.
    return line.rstrip()[-1:] in {"", ".", ":", ";", "!", "?"} and tokens.kind(end + 1) == "word"


def _is_address(tokens: Tokens, end: int) -> bool:
    """Such as "6600 block of", "1200 North Elm Street"."""
    if tokens.word(end) == "block" and tokens.word(end + 1) == "of":
        return True
    place = end
    while place < end + 4 and tokens.raw(place)[:1].isupper() and tokens.kind(place) == "word":
        if place > end and tokens.word(place) in _STREETS:
            return True
        place += 1
        place += tokens.word(place) == "."
    return False


_CALLS = frozenset({"call", "phone", "tel", "telephone", "fax", "dial", ")"})


def _is_phone(tokens: Tokens, start: int, end: int) -> bool:
    low, last = tokens.low[start], tokens.low[end - 1]
    if end == start + 3 and len(low) == 3 and len(last) == 4 and tokens.word(start + 1) == "-":
        return not last.endswith(("00", "50")) or any(
            tokens.word(start - back) in _CALLS for back in (1, 2, 3)
        )
    return len(low) >= 9 and low.isdigit()


def _as_measure(tokens: Tokens, end: int, number: Number | None) -> Kind | None:
    unit = end + (tokens.word(end) in {"-", "–"} and tokens.kind(end + 1) == "word")
    unit += tokens.word(unit) in _SQUARE
    word = tokens.word(unit)
    if word in _MEASURES and not (word in {"m", "g"} and tokens.kind(end - 1) != "number"):
        return "measure", word
    if unit > end and tokens.glued(end) and word not in _PEOPLE_PARTS and word not in {"plus", "odd"}:
        return "measure", word
    if (
        word in {"more", "further", "additional", "consecutive", "full", "straight", "long", "other"}
        and tokens.word(unit + 1) in _MEASURES
    ):
        return "measure", tokens.word(unit + 1)
    if tokens.kind(end) == "word" and tokens.glued(end) and tokens.kind(end - 1) == "number":
        return "measure", word
    if number is not None and not number.whole:
        return "measure", None
    return None
