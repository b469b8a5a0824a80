"""What every match of a pattern holds: texts without any of it need not be searched.

A table of set phrases is asked of every sentence, and nearly every sentence has none of them. The pieces of
text of which each match must hold one are read off the patterns themselves, so that no list of them has to
be kept beside; one search for all pieces then stands for a search for each phrase.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Any, NamedTuple

import ahocorasick

_parser: Any = importlib.import_module("re._parser")
_MOST = 64
"""How many whole texts are followed through a pattern before they are taken as pieces."""
_LETTERS = 4
"""How many letters a class may have to be followed one by one: "c[ao]me"."""
_LEAST = 3
"""Pieces of fewer letters stand in every sentence."""
_LEAST_BESIDE = 2
"""As many letters tell something of the few words beside a name."""
_ENOUGH = 8
"""So many letters of a piece tell it from nearly all other text; of those that begin so, one is looked for."""


class _Held(NamedTuple):
    """What a part of a pattern matches: its whole texts where they are few, and the best pieces met before."""

    texts: frozenset[str] | None
    pieces: frozenset[str] = frozenset()


def held_by(pattern: re.Pattern[str], least: int = _LEAST) -> frozenset[str]:
    """Texts in lower case of which each match of a pattern holds at least one; empty where none is sure.

    None is shorter than ``least`` letters.

    >>> sorted(held_by(re.compile(r"c[ao]me under (?:heavy )?fire|tear ?gas")))
    ['came under fire', 'came under heavy fire', 'come under fire', 'come under heavy fire', 'tear gas', 'teargas']
    """
    best = _best(_sequence(_parser.parse(pattern.pattern, pattern.flags)))
    return best if _shortest(best) >= least else frozenset()


class HeldPattern:
    """A pattern that is searched for only in texts that hold what each match of it holds: one in thirty.

    It is read off when first asked for, since the commands that read nothing have no use for it.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self.match = self.pattern.match
        self._pieces: tuple[str, ...] | None = None

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match between two characters of a text."""
        end = len(text) if end is None else end
        return self.pattern.search(text, start, end) if self._may_match(text[start:end]) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """All matches in a text."""
        return self.pattern.finditer(text) if self._may_match(text) else ()

    def _may_match(self, text: str) -> bool:
        if self._pieces is None:
            pieces = held_by(self.pattern, least=_LEAST_BESIDE)
            self._pieces = _shortest_pieces({piece[:_ENOUGH] for piece in pieces} or {""})
        low = text.lower()
        for piece in self._pieces:  # noqa: SIM110 - `any` takes twice as long
            if piece in low:
                return True
        return False


class PatternTable:
    """Patterns of which only those are searched for that a text may match at all."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        """Read off what each pattern holds, and make one search for it all."""
        self.patterns = tuple(patterns)
        pieces = [held_by(pattern) for pattern in self.patterns]
        self._always = [place for place, own in enumerate(pieces) if not own]
        self._automaton: Any = ahocorasick.Automaton()
        for piece in frozenset().union(*pieces):
            self._automaton.add_word(piece, [place for place, own in enumerate(pieces) if piece in own])
        self._automaton.make_automaton()

    def places_in(self, text: str) -> list[int]:
        """Which patterns may match somewhere in a text, by their places in the table, in its order."""
        found = set(self._always)
        for _, places in self._automaton.iter(text.lower()) if self._automaton else ():
            found.update(places)
        return sorted(found)

    def search(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The first match of each pattern that has one, with its place in the table; in the table's order."""
        for place in self.places_in(text):
            match = self.patterns[place].search(text)
            if match is not None:
                yield place, match


def _shortest_pieces(pieces: AbstractSet[str]) -> tuple[str, ...]:
    """The pieces less those that hold another of them: wherever they stand, it stands."""
    return tuple(
        sorted(piece for piece in pieces if not any(other in piece for other in pieces if other != piece))
    )


def _sequence(parsed: Iterable[tuple[Any, Any]]) -> _Held:
    """What parts that follow each other hold: whole texts joined while they are few, else the best pieces."""
    texts: frozenset[str] = frozenset({""})
    pieces: frozenset[str] = frozenset()
    whole = True
    for kind, argument in parsed:
        if kind == _parser.LITERAL:
            texts = frozenset([text + chr(argument).lower() for text in texts])
            continue
        part = _part(kind, argument)
        pieces = _better(pieces, part.pieces)
        if part.texts is not None and len(texts) * len(part.texts) <= _MOST:
            texts = frozenset(map("".join, product(texts, part.texts)))
            continue
        pieces = _better(pieces, texts)
        whole = False
        texts = part.texts if part.texts is not None else frozenset({""})
    return _Held(texts if whole else None, pieces if whole else _better(pieces, texts))


def _part(kind: Any, argument: Any) -> _Held:
    if kind in {_parser.AT, _parser.ASSERT, _parser.ASSERT_NOT}:
        return _Held(frozenset({""}))
    if kind == _parser.SUBPATTERN:
        return _sequence(argument[-1])
    if kind == _parser.BRANCH:
        return _either([_sequence(branch) for branch in argument[1]])
    if kind in {_parser.MAX_REPEAT, _parser.MIN_REPEAT}:
        return _repeated(*argument)
    if (
        kind == _parser.IN
        and len(argument) <= _LETTERS
        and {item for item, _ in argument} == {_parser.LITERAL}
    ):
        return _Held(frozenset(chr(letter).lower() for _, letter in argument))
    return _Held(None)


def _either(branches: list[_Held]) -> _Held:
    texts = [branch.texts for branch in branches]
    if all(own is not None for own in texts) and sum(len(own or ()) for own in texts) <= _MOST:
        return _Held(frozenset().union(*(own or () for own in texts)))
    best = [_best(branch) for branch in branches]
    return _Held(None, frozenset().union(*best) if all(best) else frozenset())


def _repeated(least: int, most: int, parsed: Iterable[tuple[Any, Any]]) -> _Held:
    inner = _sequence(parsed)
    if (least, most) == (0, 1) and inner.texts is not None:
        return _Held(inner.texts | {""})
    return _Held(None, _best(inner) if least else frozenset())


def _best(held: _Held) -> frozenset[str]:
    return _better(held.pieces, held.texts or frozenset())


def _better(one: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    """Of two sets of pieces the one whose shortest piece is longer."""
    return two if _shortest(two) > _shortest(one) else one


def _shortest(pieces: frozenset[str]) -> int:
    return min((len(piece.strip()) for piece in pieces), default=0)
