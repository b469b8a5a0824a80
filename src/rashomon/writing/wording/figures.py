"""Numbers as words and phrases: "three", "at least 30", "30 to 40"."""

from __future__ import annotations

from rashomon.model.claims import Count, Share

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(figure: int) -> str:
    """A number as an encyclopedia writes it: in words below ten, in digits with commas above.

    >>> number(3), number(12), number(4200)
    ('three', '12', '4,200')
    """
    return _SMALL[figure] if 0 < figure < len(_SMALL) else f"{figure:,}"


_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def number_in_words(figure: int) -> str:
    """A number below 100 in words, as a sentence begins.

    >>> number_in_words(4), number_in_words(19), number_in_words(42)
    ('four', 'nineteen', 'forty-two')
    """
    if figure < 10:
        return _SMALL[figure]
    if figure < 20:
        return _TEENS[figure - 10]
    tens, ones = divmod(figure, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def count_phrase(count: Count) -> str:
    """A count with its bounds in words, never narrower or wider than what was written.

    >>> count_phrase(Count(low=30, high=None, as_written="at least 30"))
    'at least 30'
    >>> count_phrase(Count(low=30, high=40, as_written="30 to 40"))
    '30 to 40'
    """
    if count.vague is not None:
        return _vague_phrase(count)
    low, high = count.low, count.high
    about = "about " if count.approximate else ""
    if low is None and high is None:
        return "an unstated number of"
    if low is None and high is not None:
        return f"up to {number(high)}"
    if low is not None and high is None:
        return _open_phrase(low, count)
    if low == high and low is not None:
        return f"{about}{number(low)}" if low else "no"
    if low in (0, 1) and high is not None:
        return f"up to {number(high)}"
    small = (high or 0) < len(_SMALL)
    return f"{number(low or 0)} to {number(high or 0)}" if small else f"{low:,} to {high:,}"


def _open_phrase(low: int, count: Count) -> str:
    """An open bound; "over a dozen" stands as 13 … open and reads best as it was written."""
    written = count.as_written.strip().lower()
    for opening in ("more than", "over"):
        if written.startswith(opening) and low > 1:
            return f"more than {number(low - 1)}" if not written.endswith("dozen") else "more than a dozen"
    return f"at least {number(low)}"


_VAGUE = {
    "several": "several",
    "few": "a few",
    "many": "many",
    "large": "a large number of",
    "some": "some",
    "tens": "tens of",
    "dozens": "dozens of",
    "scores": "scores of",
    "hundreds": "hundreds of",
    "thousands": "thousands of",
    "plural": "an unstated number of",
    "unknown": "an unknown number of",
}


def _vague_phrase(count: Count) -> str:
    return _VAGUE.get(count.vague or "", "an unstated number of")


def share_phrase(share: Share) -> str:
    """A part of another figure in per cent.

    >>> share_phrase(Share(of_claim=None, low=0.5, high=0.5, as_written="half"))
    '50 per cent'
    """
    low, high = round(share.low * 100), round(share.high * 100)
    return f"{low} per cent" if low == high else f"{low} to {high} per cent"


def is_one(count: Count) -> bool:
    """True where the verb must stand in the singular."""
    return count.vague is None and count.low == 1 and count.high in (1, None)


def bounds_phrase(count: Count) -> str:
    """A count short, for tables and boxes: "30+", "30–40", "~60", "3"."""
    if count.vague is not None:
        return {"plural": "number not given", "unknown": "number not known"}.get(count.vague, count.vague)
    low, high = count.low, count.high
    about = "~" if count.approximate else ""
    if low is None:
        return f"≤{high:,}" if high is not None else "number not given"
    if high is None:
        return f"{about}{low:,}+"
    return f"{about}{low:,}" if low == high else f"{about}{low:,}–{high:,}"
