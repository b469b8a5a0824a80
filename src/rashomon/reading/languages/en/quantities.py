"""English quantities without a figure: "dozens", "several hundred", "a handful", "no", "a number of"."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.reading.languages.en.numbers import MAGNITUDES, read_number
from rashomon.reading.sentences.tokens import Tokens, word_set


class Quantity(NamedTuple):
    """A quantity read: the codebook's row for it, or else its own bounds; the index after it."""

    end: int
    vague: str | None = None
    low: int | None = None
    high: int | None = None
    approximate: bool = False


_PLURALS = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
_HAS_ROW = frozenset({"tens", "dozens", "scores", "hundreds", "thousands"})
_SETS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4}

_SEVERAL = frozenset({"several", "many", "numerous", "multiple", "countless", "innumerable"})
_FEWER = frozenset({"several", "multiple"})
_SIZES: dict[str, str] = {
    **dict.fromkeys(
        [
            "unknown",
            "unspecified",
            "undetermined",
            "undisclosed",
            "unconfirmed",
            "uncertain",
            "unclear",
            "indeterminate",
        ],
        "unknown",
    ),
    **dict.fromkeys(
        [
            "large",
            "great",
            "considerable",
            "significant",
            "substantial",
            "high",
            "huge",
            "growing",
            "vast",
            "good",
        ],
        "large",
    ),
    **dict.fromkeys(["small", "limited"], "few"),
    "certain": "several",
}
_NOT_MANY = frozenset({"how", "so", "too", "as", "that", "not"})
_NOT_NONE = word_set(
    "longer matter doubt time way idea sense reason such wonder further later sooner less more fewer "
    "greater comment need question use point means"
)
_AFTER_SOME = word_set("of were are have had others people men women children police troops civilians")
_SINGULAR_IN_S = ("ss", "us", "is")
_NOT_SOME = word_set(
    "times ways cases areas parts places sources reports days weeks months years hours minutes"
)
_ZERO_NOT = word_set("tolerance hour sum in")
_PRONOUN_AFTER_ONE = word_set(
    "another should can cannot must might may could would ought thinks knows wonders by sided"
)
_PRONOUN_BEFORE_ONE = word_set("the this that which each every any no day number loved dear little by")

QUANTITY_STARTS = frozenset(
    {
        *_PLURALS,
        *_SEVERAL,
        "a",
        "an",
        "some",
        "few",
        "couple",
        "handful",
        "no",
        "none",
        "nobody",
        "zero",
        "nil",
    }
    | {"neither", "not", "large", "small", "great", "significant", "lots", "unknown", "all"}
)


def read_quantity(tokens: Tokens, index: int) -> Quantity | None:
    """The quantity without a figure that starts at a token, else None."""
    word = tokens.word(index)
    if word not in QUANTITY_STARTS:
        return None
    return (
        _read_none(tokens, index, word)
        or _read_all_but(tokens, index, word)
        or _read_single(tokens, index, word)
        or _read_plural(tokens, index, word)
        or _read_several(tokens, index, word)
        or _read_article(tokens, index, word)
        or _read_some(tokens, index, word)
    )


def _read_none(tokens: Tokens, index: int, word: str) -> Quantity | None:
    following = tokens.word(index + 1)
    if word in {"none", "nobody", "nil", "neither"}:
        return Quantity(index + 1, low=0, high=0)
    if word == "zero" and following not in _ZERO_NOT and tokens.word(index - 1) != "ground":
        return Quantity(index + 1, low=0, high=0)
    if word == "not" and following in {"one", "a"}:
        single = index + 2 + (tokens.word(index + 2) == "single")
        if following == "one" or single > index + 2:
            return Quantity(single, low=0, high=0)
    if word != "no":
        return None
    if following == "one" or (following == "-" and tokens.word(index + 2) == "one"):
        return Quantity(index + 2 + (following == "-"), low=0, high=0)
    if tokens.kind(index + 1) == "word" and following not in _NOT_NONE:
        return Quantity(index + 1, low=0, high=0)
    return None


_EXCEPTING = frozenset({"but", "except", "save", "bar"})
_POINTING = frozenset({"the", "those", "these", "its", "their", "his", "her"})


def _read_all_but(tokens: Tokens, index: int, word: str) -> Quantity | None:
    """Such as "all but two of the five", three: as many as the whole leaves."""
    if word != "all" or tokens.word(index + 1) not in _EXCEPTING:
        return None
    left_out = read_number(tokens, index + 2 + (tokens.word(index + 2) == "for"))
    if left_out is None or tokens.word(left_out.end) != "of":
        return None
    whole = read_number(tokens, left_out.end + 1 + (tokens.word(left_out.end + 1) in _POINTING))
    if whole is None or whole.value <= left_out.value:
        return None
    number = int(whole.value - left_out.value)
    return Quantity(whole.end, low=number, high=number)


def _read_single(tokens: Tokens, index: int, word: str) -> Quantity | None:
    """Such as "a single soldier", "a pair of rockets"."""
    if word == "a" and tokens.word(index + 1) == "single":
        return Quantity(index + 2, low=1, high=1)
    if word == "a" and tokens.word(index + 1) in _SETS and tokens.word(index + 2) == "of":
        number = _SETS[tokens.word(index + 1)]
        return Quantity(index + 2, low=number, high=number)
    return None


def is_pronoun_one(tokens: Tokens, index: int) -> bool:
    """True where "one" stands for somebody or something instead of counting it."""
    after = tokens.word(index + 1)
    if after in _PRONOUN_AFTER_ONE or tokens.kind(index + 1) == "possessive":
        return True
    before = tokens.word(index - 1)
    if before == "that" and after == "of":
        return False  # "said that one of its men …": the conjunction, not "that one"
    return before in _PRONOUN_BEFORE_ONE and after not in NOUNLIKE_AFTER_THE_ONE


NOUNLIKE_AFTER_THE_ONE = word_set("killed dead wounded injured")


def _read_plural(tokens: Tokens, index: int, word: str) -> Quantity | None:
    """Such as "dozens", "hundreds", "tens of thousands"."""
    if word not in _PLURALS:
        return None
    if word == "scores" and tokens.word(index + 1) != "of" and not _stands_for_people(tokens, index):
        return None
    if word == "tens" and tokens.word(index + 1) != "of":
        return None
    if tokens.word(index + 1) == "of" and tokens.word(index + 2) in _PLURALS:
        return Quantity(index + 3, low=_PLURALS[word] * _PLURALS[tokens.word(index + 2)])
    if word in _HAS_ROW:
        return Quantity(index + 1, vague=word)
    return Quantity(index + 1, low=_PLURALS[word])


def _stands_for_people(tokens: Tokens, index: int) -> bool:
    return tokens.word(index + 1) in {
        "were",
        "killed",
        "wounded",
        "injured",
        "dead",
        "more",
        "died",
        "arrested",
    }


def _suffered(tokens: Tokens, index: int) -> bool:
    """True where a number without its noun is one of people: "a large number were injured"."""
    after = index + (tokens.word(index) in {"were", "was", "have", "had", "more"})
    after += tokens.word(after) in {"been", "reportedly", "also", "allegedly"}
    return tokens.word(after) in {"killed", "wounded", "injured", "dead", "died", "hurt", "arrested"}


def _read_several(tokens: Tokens, index: int, word: str) -> Quantity | None:
    """Such as "several", "several hundred", "a few dozen", "a couple of hundred"."""
    start, row = index, ""
    if word in _SEVERAL:
        if word == "many" and tokens.word(index - 1) in _NOT_MANY:
            return None
        start, row = index + 1, "several" if word in _FEWER else "many"
    elif word == "a" and tokens.word(index + 1) == "couple":
        return _read_couple(tokens, index + 2)
    elif word == "few" and tokens.word(index - 1) in {"past", "last", "first", "next"}:
        start, row = index + 1, "few"
    elif word == "a":
        start = index + 1 + (tokens.word(index + 1) in {"good", "very"})
        if tokens.word(start) != "few":
            return None
        start, row = start + 1, "few"
    else:
        return None
    if tokens.word(start) in MAGNITUDES and tokens.word(start) != "score":
        number = read_number(tokens, start)
        if number is not None:
            return Quantity(number.end, low=2 * int(number.value), approximate=True)
    return Quantity(start, vague=row)


def _read_couple(tokens: Tokens, index: int) -> Quantity | None:
    """Such as "a couple of men", about two; "an elderly couple" and "a couple was" are none."""
    start = index + (tokens.word(index) == "of")
    if tokens.word(start) in MAGNITUDES and tokens.word(start) != "score":
        number = read_number(tokens, start)
        if number is not None:
            value = 2 * int(number.value)
            return Quantity(number.end, low=value, high=value, approximate=True)
    return Quantity(index, low=2, high=2, approximate=True) if start > index else None


def _read_article(tokens: Tokens, index: int, word: str) -> Quantity | None:
    """Such as "a number of", "an unknown number of", "large numbers of", "a handful", "a lot of"."""
    start = index + (word in {"a", "an"})
    head = tokens.word(start)
    if word in {"a", "an"} and head == "handful":
        return Quantity(start + 1, vague="few")
    if head in {"lot", "lots"} and tokens.word(start + 1) == "of" and (start > index) == (head == "lot"):
        return Quantity(start + 1, vague="many")
    row = _SIZES.get(head)
    start += row is not None
    if tokens.word(start) == "but" and tokens.word(start + 1) in _SIZES:
        start += 2
    noun = tokens.word(start)
    if noun not in {"number", "numbers"} or start == index:
        return None
    # “a number” of deaths, which somebody is quoted on
    after = start + 1 + (tokens.word(start + 1) in _QUOTES)
    if tokens.word(after) != "of" and not (word in {"a", "an"} and _suffered(tokens, start + 1)):
        return None
    return Quantity(start + 1, vague=row or "several")


_QUOTES = frozenset({'"', "”", "'", "’"})


def _read_some(tokens: Tokens, index: int, word: str) -> Quantity | None:
    if word != "some":
        return None
    following = tokens.word(index + 1)
    plural = following.endswith("s") and not following.endswith(_SINGULAR_IN_S) and len(following) > 3
    if following in _AFTER_SOME or (plural and following not in _NOT_SOME):
        return Quantity(index + 1, vague="some")
    return None
