"""What the English count grammar makes of small sentences, and what must hold for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.reading.counts import CountFound
from rashomon.reading.languages.en.counts import find_counts

NUMBERS = [
    # text, words found, low, high, approximate
    ("We saw 12 men", "12", 12, 12, False),
    ("We saw 1,200 men", "1,200", 1200, 1200, False),
    ("We saw 1 200 men", "1 200", 1200, 1200, False),
    ("We saw 1\u00a0200 men", "1\u00a0200", 1200, 1200, False),
    ("nearby live 1.5 million people", "1.5 million", 1500000, 1500000, False),
    ("nearby live 3 million people", "3 million", 3000000, 3000000, False),
    ("one goat", "one", 1, 1, False),
    ("nineteen goats", "nineteen", 19, 19, False),
    ("twenty-one goats", "twenty-one", 21, 21, False),
    ("twenty one goats", "twenty one", 21, 21, False),
    ("ninety-nine goats", "ninety-nine", 99, 99, False),
    ("a hundred goats", "a hundred", 100, 100, False),
    ("one hundred goats", "one hundred", 100, 100, False),
    ("two hundred and fifty goats", "two hundred and fifty", 250, 250, False),
    ("two hundred fifty goats", "two hundred fifty", 250, 250, False),
    ("three thousand goats", "three thousand", 3000, 3000, False),
    ("two hundred thousand goats", "two hundred thousand", 200000, 200000, False),
    ("a thousand and five goats", "a thousand and five", 1005, 1005, False),
    ("half a million goats", "half a million", 500000, 500000, False),
    ("a dozen goats", "a dozen", 12, 12, False),
    ("two dozen goats", "two dozen", 24, 24, False),
    ("half a dozen goats", "half a dozen", 6, 6, False),
    ("a half-dozen goats", "a half-dozen", 6, 6, False),
    ("a score of goats", "a score", 20, 20, False),
    ("two score goats fled", "two", 2, 2, False),
    ("THIRTY GOATS WERE LOST", "THIRTY", 30, 30, False),
    ("TWO HUNDRED\nAND TEN GOATS", "TWO HUNDRED\nAND TEN", 210, 210, False),
    ("a pair of lorries", "a pair", 2, 2, False),
    ("a single shell", "a single", 1, 1, False),
    ("a couple of shells", "a couple", 2, 2, True),
    ("a couple of dozen shells", "a couple of dozen", 24, 24, True),
    # bounds from below
    ("at least 30 men", "at least 30", 30, None, False),
    ("At least thirty men", "At least thirty", 30, None, False),
    ("AT LEAST 30 MEN", "AT LEAST 30", 30, None, False),
    ("at\nleast 30 men", "at\nleast 30", 30, None, False),
    ("no fewer than 30 men", "no fewer than 30", 30, None, False),
    ("no less than 30 men", "no less than 30", 30, None, False),
    ("not less than 30 men", "not less than 30", 30, None, False),
    ("a minimum of 30 men", "a minimum of 30", 30, None, False),
    ("more than 30 men", "more than 30", 31, None, False),
    ("over 30 men", "over 30", 31, None, False),
    ("above 30 men", "above 30", 31, None, False),
    ("exceeding 30 men", "exceeding 30", 31, None, False),
    ("in excess of 30 men", "in excess of 30", 31, None, False),
    ("over a dozen men", "over a dozen", 13, None, False),
    ("more than a hundred men", "more than a hundred", 101, None, False),
    ("just over 30 men", "just over 30", 31, None, True),
    ("upwards of 30 men", "upwards of 30", 30, None, False),
    ("30+ men", "30+", 30, None, False),
    ("30 or more men", "30 or more", 30, None, False),
    ("30 at least, he said", "30 at least", 30, None, False),
    ("one or more men", "one or more", 1, None, False),
    ("at least a dozen men", "at least a dozen", 12, None, False),
    ("at least some 30 men", "at least some 30", 30, None, True),
    ("at least 20 to 30 men", "at least 20 to 30", 20, None, False),
    # bounds from above
    ("up to 30 men", "up to 30", None, 30, False),
    ("as many as 30 men", "as many as 30", None, 30, False),
    ("at most 30 men", "at most 30", None, 30, False),
    ("no more than 30 men", "no more than 30", None, 30, False),
    ("not more than 30 men", "not more than 30", None, 30, False),
    ("a maximum of 30 men", "a maximum of 30", None, 30, False),
    ("fewer than 30 men", "fewer than 30", None, 29, False),
    ("less than 30 men", "less than 30", None, 29, False),
    ("under 30 men", "under 30", None, 29, False),
    ("30 or fewer men", "30 or fewer", None, 30, False),
    ("nearly 30 men", "nearly 30", None, 30, True),
    ("almost 30 men", "almost 30", None, 30, True),
    ("close to 30 men", "close to 30", None, 30, True),
    ("just under 30 men", "just under 30", None, 30, True),
    ("up to about 30 men", "up to about 30", None, 30, True),
    # approximations
    ("around 30 men", "around 30", 30, 30, True),
    ("about 30 men", "about 30", 30, 30, True),
    ("approximately 30 men", "approximately 30", 30, 30, True),
    ("approx. 30 men", "approx. 30", 30, 30, True),
    ("roughly 30 men", "roughly 30", 30, 30, True),
    ("some 30 men", "some 30", 30, 30, True),
    ("an estimated 30 men", "an estimated 30", 30, 30, True),
    ("~30 men", "~30", 30, 30, True),
    ("circa 30 men", "circa 30", 30, 30, True),
    ("c. 30 men", "c. 30", 30, 30, True),
    ("30 or so men", "30 or so", 30, 30, True),
    ("thirty-odd men", "thirty-odd", 30, 30, True),
    ("some two dozen men", "some two dozen", 24, 24, True),
    ("perhaps forty men", "perhaps forty", 40, 40, True),
    # ranges
    ("30 to 40 men", "30 to 40", 30, 40, False),
    ("between 30 and 40 men", "between 30 and 40", 30, 40, False),
    ("from 20 to 30 men", "from 20 to 30", 20, 30, False),
    ("20-30 men", "20-30", 20, 30, False),
    ("20–30 men", "20–30", 20, 30, False),
    ("20 – 30 men", "20 – 30", 20, 30, False),
    ("two or three men", "two or three", 2, 3, False),
    ("one or two men", "one or two", 1, 2, False),
    ("two, perhaps three men", "two, perhaps three", 2, 3, False),
    ("twenty to thirty men", "twenty to thirty", 20, 30, False),
    ("two to three dozen men", "two to three dozen", 24, 36, False),
    ("two or three hundred men", "two or three hundred", 200, 300, False),
    ("about 20 to 30 men", "about 20 to 30", 20, 30, True),
    ("an estimated 15-20 men", "an estimated 15-20", 15, 20, True),
    ("between seven and 10 men", "between seven and 10", 7, 10, False),
    ("a total of 627 men", "a total of 627", 627, 627, False),
    # none
    ("no casualties", "no", 0, 0, False),
    ("none of them", "none", 0, 0, False),
    ("nobody was hurt", "nobody", 0, 0, False),
    ("no one was hurt", "no one", 0, 0, False),
    ("no-one was hurt", "no-one", 0, 0, False),
    ("zero losses", "zero", 0, 0, False),
    ("not a single house", "not a single", 0, 0, False),
    ("several hundred men", "several hundred", 200, None, True),
    ("a few dozen men", "a few dozen", 24, None, True),
    ("tens of thousands of men", "tens of thousands", 10000, None, False),
    ("up to several dozen men", "up to several dozen", None, None, True),
    ("millions of people", "millions", 1000000, None, False),
]

VAGUE = [
    ("dozens of men", "dozens", "dozens"),
    ("scores of men", "scores", "scores"),
    ("hundreds of men", "hundreds", "hundreds"),
    ("tens of men", "tens", "tens"),
    ("thousands fled", "thousands", "thousands"),
    ("several men", "several", "several"),
    ("SEVERAL MEN", "SEVERAL", "several"),
    ("a few men", "a few", "few"),
    ("a handful of men", "a handful", "few"),
    ("many men", "many", "many"),
    ("numerous men", "numerous", "many"),
    ("multiple men", "multiple", "several"),
    ("a number of men", "a number", "several"),
    ("a large number of men", "a large number", "large"),
    ("large numbers of men", "large numbers", "large"),
    ("a number were wounded", "a number", "several"),
    ("an unknown number were reportedly killed", "an unknown number", "unknown"),
    ("a small number of men", "a small number", "few"),
    ("an unknown number of men", "an unknown number", "unknown"),
    ("an unspecified number of men", "an unspecified number", "unknown"),
    ("an undetermined number of men", "an undetermined number", "unknown"),
    ("some were captured", "some", "some"),
    ("some soldiers fled", "some", "some"),
    ("some of them fled", "some", "some"),
    ("at least dozens of men", "at least dozens", "dozens"),
]

OTHER_KINDS = [
    # text, words, kind
    ("in 2018 they left", "2018", "year"),
    ("since 2012", "2012", "year"),
    ("on April 1 they left", "1", "date_part"),
    ("on 1 April they left", "1", "date_part"),
    ("on Feb. 22 they left", "22", "date_part"),
    ("April 1, 2018", "2018", "year"),
    ("the night of 3 to 4 April", "3 to 4", "date_part"),
    ("dated 5/4/2018", "5/4/2018", "date_part"),
    ("dated 2018-04-05", "2018-04-05", "date_part"),
    ("on 3 JAN 90 (XPA)", "90", "year"),
    ("the 1990s", "1990s", "year"),
    ("from 2010-2012", "2010-2012", "year"),
    ("between 2015 and 2017", "2015", "year"),
    ("at 2:30 pm", "2:30", "clock"),
    ("at 7 p.m. sharp", "7", "clock"),
    ("at 0700 the column left", "0700", "clock"),
    ("AT 1625, THE COLUMN LEFT", "1625", "clock"),
    ("around 21h a post was shelled", "21h", "clock"),
    ("a 25-year-old farmer", "25", "age"),
    ("a 67 year old farmer", "67", "age"),
    ("aged 30", "30", "age"),
    ("Jane Roe, 34, saw it", "34", "age"),
    ("Jane Roe, 34, and Ann Brell, 9 were hurt", "9", "age"),
    ("near Orle, 9 were hurt", "9", "number"),
    ("near Orle, 1 was hurt", "1", "number"),
    ("the driver, 34, saw it", "34", "age"),
    ("Amir Roe (34) saw it", "34", "age"),
    ("Nour al-Roe (12) saw it", "12", "age"),
    ("children under the age of 12", "12", "age"),
    ("between the ages of 11 and 15", "11", "age"),
    ("a two-year-old girl", "two", "age"),
    ("aged either 40 or 41", "40 or 41", "age"),
    ("the 3rd Battalion", "3rd", "ordinal"),
    ("THE 41ST RAID", "41ST", "ordinal"),
    ("the second raid", "second", "ordinal"),
    ("an AK-47 rifle", "AK-47", "identifier"),
    ("an M16 rifle", "M16", "identifier"),
    ("the G5 states", "G5", "identifier"),
    ("on Route 66", "66", "identifier"),
    ("Channel 2 said", "2", "identifier"),
    ("heard on KXYZ 12 by chance", "12", "identifier"),
    ("a 7.62 mm rifle", "7.62", "measure"),
    ("two 107mm rockets", "107", "measure"),
    ("a .45 pistol", "45", "measure"),
    ("90 km south of town", "90", "measure"),
    ("a 30-kilometre road", "30", "measure"),
    ("for three hours", "three", "measure"),
    ("the past few weeks", "few", "measure"),
    ("a two-way radio", "two", "measure"),
    ("shot three times", "three", "measure"),
    ("$1.5 million in cash", "1.5 million", "money"),
    ("500 euros in cash", "500", "money"),
    ("17 million U.S. dollars", "17 million", "money"),
    ("30% of the town", "30", "percent"),
    ("30 percent of the town", "30", "percent"),
    ("thirty per cent of the town", "thirty", "percent"),
    ("a third of the men", "a third", "share"),
    ("one-third of the men", "one-third", "share"),
    ("two-thirds of the men", "two-thirds", "share"),
    ("half of the men", "half", "share"),
    ("half the men", "half", "share"),
    ("most of the men", "most", "share"),
    ("more than half of the men", "more than half", "share"),
    ("call 555-867-5309 now", "555-867-5309", "identifier"),
    ("the 6600 block of Elm Street", "6600", "identifier"),
    ("lives at 1202 North Elm Road", "1202", "identifier"),
    ("dialled 911 at once", "911", "identifier"),
    ("resolution No. 5", "5", "identifier"),
    ("It ended.\n2. Then they left", "2", "identifier"),
]

NO_COUNT = [
    "no longer safe",
    "no matter what",
    "as many as that",
    "so many roads",
    "some time later on",
    "to some extent",
    "an elderly couple was seen",
    "a soldier was seen",
    "half an inch too far to the left, half asleep",
    "it was over, and about to end",
]


def found_in(text: str) -> dict[str, CountFound]:
    return {found.count.as_written: found for found in find_counts(text)}


@pytest.mark.parametrize(("text", "words", "low", "high", "approximate"), NUMBERS)
def test_number(text: str, words: str, low: int | None, high: int | None, approximate: bool) -> None:
    found = found_in(text)[words]
    assert (found.count.low, found.count.high, found.count.approximate) == (low, high, approximate)
    assert found.kind == "number"


@pytest.mark.parametrize(("text", "words", "row"), VAGUE)
def test_vague_number_names_its_row_of_the_codebook(text: str, words: str, row: str) -> None:
    found = found_in(text)[words]
    assert (found.kind, found.count.vague, found.count.high) == ("number", row, None)
    assert found.count.low == VAGUE_NUMBERS[row].low


@pytest.mark.parametrize(("text", "words", "kind"), OTHER_KINDS)
def test_other_kind(text: str, words: str, kind: str) -> None:
    assert found_in(text)[words].kind == kind


@pytest.mark.parametrize("text", NO_COUNT)
def test_words_that_count_nothing(text: str) -> None:
    assert [f.count.as_written for f in find_counts(text) if f.kind == "number"] == []


def test_a_rise_is_two_numbers_and_no_range() -> None:
    bounds = [(f.count.low, f.count.high) for f in find_counts("the toll rose from 20 to 30 by noon")]
    assert bounds == [(20, 20), (30, 30)]


def test_share_keeps_its_part() -> None:
    [found] = find_counts("more than a third of them fled")
    assert found.share is not None
    assert (round(found.share.low, 3), found.share.high) == (0.333, 1.0)


def test_percentage_is_also_a_share() -> None:
    [found] = find_counts("up to 30% of them fled")
    assert found.share is not None
    assert (found.share.low, found.share.high) == (0.0, 0.3)


@pytest.mark.parametrize("text", ["another two men", "two more men", "a further two men", "two others"])
def test_additional_number_says_so(text: str) -> None:
    [found] = find_counts(text)
    assert found.additional
    assert found.count.low == 2


def test_a_pronoun_is_no_count() -> None:
    kinds = {f.kind for f in find_counts("they helped one another, and this one left one by one")}
    assert kinds == {"identifier"}


def test_one_of_them_is_one() -> None:
    assert found_in("one of the lorries burned")["one"].kind == "number"


def test_year_before_people_is_a_number() -> None:
    assert found_in("about 2000 people fled")["about 2000"].kind == "number"


def test_month_before_a_counted_noun_is_no_date() -> None:
    assert found_in("in June 20 soldiers fled")["20"].kind == "number"


def test_age_beside_a_number() -> None:
    kinds = [f.kind for f in find_counts("two 22-year-old women")]
    assert kinds == ["number", "age"]


_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spell(number: int, *, joined: bool) -> str:
    """The number below a million in words, with or without "and"."""
    if number >= 1000:
        rest = number % 1000
        link = " and " if joined and 0 < rest < 100 else " "
        head = f"{spell(number // 1000, joined=joined)} thousand"
        return head if not rest else head + link + spell(rest, joined=joined)
    if number >= 100:
        rest = number % 100
        head = f"{_UNITS[number // 100]} hundred"
        return head if not rest else head + (" and " if joined else " ") + spell(rest, joined=joined)
    if number < 20:
        return _UNITS[number]
    return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")


@settings(deadline=None)
@given(number=st.integers(0, 999_999), joined=st.booleans(), upper=st.booleans())
def test_number_in_words_is_read_back(number: int, joined: bool, upper: bool) -> None:
    words = spell(number, joined=joined)
    words = words.upper() if upper else words
    [found] = find_counts(f"they counted {words} goats")
    assert (found.count.low, found.count.high, found.count.as_written) == (number, number, words)


@settings(deadline=None)
@given(number=st.integers(0, 999_999_999))
def test_number_in_figures_is_read_back(number: int) -> None:
    [found] = find_counts(f"they counted {number:,} goats")
    assert (found.count.low, found.count.high) == (number, number)


_SNIPPETS = st.sampled_from(
    [
        *(row[0] for row in NUMBERS),
        *(row[0] for row in VAGUE),
        *(row[0] for row in OTHER_KINDS),
        *NO_COUNT,
        "“", "—", "\u2028", "\n\n", "0", "-", "a", "half", "hundred", "İ", "\x00", "٣", "１２", "½",
    ]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_SNIPPETS, max_size=8).map(" ".join))


@settings(deadline=None)
@given(text=_TEXTS)
def test_spans_are_exact_in_order_and_apart(text: str) -> None:
    previous = 0
    for found in find_counts(text):
        assert previous <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.count.as_written
        previous = found.end


@settings(deadline=None)
@given(text=_TEXTS)
def test_low_never_exceeds_high(text: str) -> None:
    for found in find_counts(text):
        if found.count.low is not None and found.count.high is not None:
            assert 0 <= found.count.low <= found.count.high
        if found.share is not None:
            assert 0.0 <= found.share.low <= found.share.high <= 1.0


@settings(deadline=None)
@given(row=st.sampled_from(NUMBERS))
def test_surrounding_sentences_change_nothing(row: tuple[str, str, int | None, int | None, bool]) -> None:
    alone = found_in(row[0])[row[1]]
    around = found_in(f"The road was wet.\n\n{row[0]}.\n\nThe road was dry.")[row[1]]
    assert (around.count, around.kind) == (alone.count, alone.kind)


@pytest.mark.parametrize("unit", ["one ", "1", "1,", "April ", "hundred ", "at least ", "(", "1-", "\n "])
def test_hostile_repetition_costs_no_more_than_its_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))  # each length once: tokens of a text are remembered
        began = time.process_time()
        find_counts(text)
        return time.process_time() - began

    few = min(seconds(length) for length in (8_000, 8_010, 8_020))
    # Eight times the text takes eight times the time; quadratic work would take sixty-four times as much.
    assert any(seconds(length) < max(0.5, 28 * few) for length in (64_000, 64_010))


def test_the_end_of_a_tag_bounds_nothing() -> None:
    (found,) = [one for one in find_counts("<script>x> Nine men were hurt") if one.kind == "number"]
    assert (found.count.low, found.count.high) == (9, 9)
