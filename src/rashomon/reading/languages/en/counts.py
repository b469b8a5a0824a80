"""English counts: numbers in figures and words, vague numbers and shares, with what bounds them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor
from typing import NamedTuple

from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.model.claims import Count, Share
from rashomon.reading.counts import CountFound, CountKind
from rashomon.reading.languages.en.bounds import (
    PREFIXES,
    Bounds,
    Effect,
    apply_effect,
    read_prefixes,
    read_suffix,
)
from rashomon.reading.languages.en.count_kinds import is_rise, name_kind
from rashomon.reading.languages.en.numbers import NUMBER_WORDS, Number, read_number
from rashomon.reading.languages.en.quantities import QUANTITY_STARTS, Quantity, read_quantity
from rashomon.reading.languages.en.shares import SHARE_STARTS, SharePart, read_share
from rashomon.reading.sentences.tokens import Tokens, cut_tokens, word_set

_ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)
_STARTS = frozenset(
    {
        *NUMBER_WORDS,
        *PREFIXES,
        *QUANTITY_STARTS,
        *SHARE_STARTS,
        *_ORDINALS,
        "between",
        "from",
        "a",
        "an",
        "half",
    }
)
_NUMERIC = frozenset({"number", "ident", "ordinal", "decade", "clock", "iso", "slash"})
_TO = frozenset({"to", "-", "–", "—", "through"})
_OR = frozenset({"or"})
_HEDGES = frozenset({"perhaps", "maybe", "possibly", "even"})
_LINKING = frozenset({*_TO, *_OR, *_HEDGES, ","})


class _Core(NamedTuple):
    """A number, range, vague number or share as read, before its modifiers."""

    bounds: Bounds
    end: int
    vague: str | None = None
    number: Number | None = None
    share: SharePart | None = None
    kind: CountKind | None = None


def find_counts(text: str) -> tuple[CountFound, ...]:
    """Every number in a text, in order and without overlap, with its logical bounds and its kind.

    >>> [(f.count.as_written, f.count.low, f.count.high) for f in find_counts("at least 30 of two dozen")]
    [('at least 30', 30, None), ('two dozen', 24, 24)]
    """
    return find_counts_in(cut_tokens(text))


def find_counts_in(tokens: Tokens) -> tuple[CountFound, ...]:
    """The same for a text already cut into tokens."""
    found: list[CountFound] = []
    index = 0
    while index < tokens.size:
        if tokens.low[index] in _STARTS or tokens.kinds[index] in _NUMERIC:
            read = _read_at(tokens, index)
            if read is not None:
                found.append(read[0])
                index = read[1]
                continue
        index += 1
    return tuple(found)


def _read_at(tokens: Tokens, index: int) -> tuple[CountFound, int] | None:
    effects, start = read_prefixes(tokens, index)
    core = _read_core(tokens, start)
    if core is None and effects:
        # "some" and "a reported" are modifiers before a number and something else before a noun.
        effects, start = (), index
        core = _read_core(tokens, index)
    if core is None:
        return None
    kind, hint = core.kind, None
    if kind is None:
        kind, hint = name_kind(tokens, start, core.end, core.number)
    first, end = index, core.end
    if kind in {"number", "share"}:
        suffix = read_suffix(tokens, end)
        if suffix is not None:
            effects, end = (*effects, suffix[0]), suffix[1]
        elif effects == ("from",) and (most := _read_most(tokens, core)) is not None:
            core, effects, end = most, (), most.end
    elif kind in _UNBOUNDED:
        # "about" belongs to the clock time, "over" to the route: neither bounds a number.
        first, effects = start, ()
    found = _make_found(tokens, (first, end), core, effects, kind)
    return (found if hint is None else replace(found, unit_hint=hint)), end


def _read_most(tokens: Tokens, least: _Core) -> _Core | None:
    """The range of "at least 30 *and as many as 40*"."""
    if tokens.word(least.end) not in {"and", "or"}:
        return None
    effects, start = read_prefixes(tokens, least.end + 1)
    most = read_number(tokens, start) if effects[-1:] == ("to",) else None
    if most is None or not most.whole or most.value <= (least.bounds.low or 0):
        return None
    return _Core(Bounds(least.bounds.low, int(most.value), False), most.end, number=most)


_UNBOUNDED = frozenset({"year", "date_part", "clock", "identifier", "ordinal"})


def _make_found(
    tokens: Tokens, place: tuple[int, int], core: _Core, effects: tuple[Effect, ...], kind: CountKind
) -> CountFound:
    first, end = place
    bounds = core.bounds
    for effect in reversed(effects):
        bounds = apply_effect(bounds, effect)
    begin, stop = tokens.starts[first], tokens.ends[end - 1]
    words = tokens.text[begin:stop]
    return CountFound(
        start=begin,
        end=stop,
        count=Count(
            low=bounds.low,
            high=bounds.high,
            approximate=bounds.approximate,
            as_written=words,
            vague=core.vague,
        ),
        kind=kind,
        ordinal=kind == "ordinal",
        share=_share_of(core, kind, effects, words) if kind in {"share", "percent"} else None,
        additional=_is_additional(tokens, first, end),
    )


def _share_of(core: _Core, kind: CountKind, effects: tuple[Effect, ...], words: str) -> Share | None:
    if core.share is not None:
        low, high = core.share.low, core.share.high
    elif kind == "percent" and core.number is not None and core.number.value <= 100:
        low = high = float(core.number.value / 100)
    else:
        return None
    for effect in effects:
        if effect in {"from", "above", "just_above"}:
            high = 1.0
        elif effect in {"to", "below", "just_below"}:
            low = 0.0
    return Share(of_claim=None, low=low, high=high, as_written=words)


def _is_additional(tokens: Tokens, first: int, end: int) -> bool:
    before, after = tokens.word(first - 1), tokens.word(end)
    return before in {"another", "further", "additional"} or after in {
        "more",
        "others",
        "other",
        "additional",
    }


def _read_core(tokens: Tokens, index: int) -> _Core | None:
    kind = tokens.kind(index)
    if kind in _NUMERIC and kind != "number":
        return _Core(Bounds(None, None, False), index + 1, kind=_KIND_OF_TOKEN[kind])
    word = tokens.word(index)
    if word in {"between", "from"}:
        return _read_between(tokens, index)
    part = read_share(tokens, index)
    if part is not None:
        return _Core(Bounds(None, None, False), part.end, share=part, kind="share")
    quantity = read_quantity(tokens, index)
    if quantity is not None:
        return _core_of_quantity(quantity)
    number = read_number(tokens, index)
    if number is not None:
        return _read_range(tokens, index, number)
    if kind == "number":
        return _Core(Bounds(None, None, False), index + 1, kind="identifier")
    if word in _ORDINALS:
        return _Core(Bounds(None, None, False), index + 1, kind="ordinal")
    return None


_KIND_OF_TOKEN: dict[str, CountKind] = {
    "ident": "identifier",
    "ordinal": "ordinal",
    "decade": "year",
    "clock": "clock",
    "iso": "date_part",
    "slash": "date_part",
}


def _core_of_quantity(quantity: Quantity) -> _Core:
    row = VAGUE_NUMBERS[quantity.vague] if quantity.vague else None
    low, high = (row.low, row.high) if row else (quantity.low, quantity.high)
    return _Core(Bounds(low, high, quantity.approximate), quantity.end, vague=quantity.vague)


def _read_between(tokens: Tokens, index: int) -> _Core | None:
    """Such as "between 30 and 40", "from 20 to 30"; a rise "from 20 to 30" is two numbers, not a range."""
    links = frozenset({"and", "to"}) if tokens.word(index) == "between" else _TO
    _, start = read_prefixes(tokens, index + 1)
    number = read_number(tokens, start)
    if number is None or (tokens.word(index) == "from" and is_rise(tokens, index)):
        return None
    core = _joined(tokens, number, links)
    # "from 20 men" and "between 2015 and 2017" are left to what stands inside them.
    if core is None or name_kind(tokens, start, core.end, core.number)[0] in {"year", "date_part", "clock"}:
        return None
    return core


def _read_range(tokens: Tokens, index: int, number: Number) -> _Core:
    if tokens.word(index - 1) != "from" or not is_rise(tokens, index - 1):
        link = tokens.word(number.end)
        core = _joined(tokens, number, _TO if link in _TO else _OR) if link in _LINKING else None
        if core is not None:
            return core
    return _Core(_bounds_of(number), number.end, number=number)


def _joined(tokens: Tokens, first: Number, links: frozenset[str]) -> _Core | None:
    """The range that a linking word and a higher number make of a number."""
    link = first.end + (links is _OR and tokens.word(first.end) == ",")
    if tokens.word(link) not in (links | _HEDGES if links is _OR else links):
        return None
    start = link + 1
    start += links is _OR and tokens.word(start) in _HEDGES
    second = read_number(tokens, start)
    if second is None:
        return None
    low = first.value
    if first.magnitude == 1 and second.magnitude > 1 and low < second.value / second.magnitude:
        low *= second.magnitude
    if low >= second.value:
        return None
    return _Core(
        Bounds(ceil(low), floor(second.value), False),
        second.end,
        number=second._replace(in_words=first.in_words),
    )


def _bounds_of(number: Number) -> Bounds:
    if not number.whole:
        # Nothing that can be counted comes in 7.62.
        return Bounds(None, None, False)
    return Bounds(int(number.value), int(number.value), False)
