"""Measures of who says what: our triples of source, cue and content against every marked attribution."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from rashomon.evaluation.answers import Answer
from rashomon.evaluation.measures import Measure, Verdict
from rashomon.evaluation.rows import Row
from rashomon.model.base import value

Stretch = tuple[int, int]

_HEAD_ENDS = re.compile(
    r"[,;:(—–]|\b(?:of|in|at|from|for|with|on|by|to|near|who|whom|whose|which|that|including|based|and)\b",
    re.I,
)
_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[^\W_])?")


@value
class Attributed:
    """One attribution: its content, and its source where there is one, as stretches of the text."""

    content: tuple[Stretch, ...]
    source: tuple[Stretch, ...] = ()


def marked_attributions(row: Row) -> tuple[Attributed, ...]:
    """The attributions of a row that have a content."""
    found = []
    for number, one in enumerate(row.many("labels")):
        if not isinstance(one, dict):
            raise row.fault(("labels",), one, "objects with source, cue and content")
        if one.get("content"):
            parts = [_stretches(row, number, one, key) for key in ("content", "source")]
            found.append(Attributed(content=parts[0], source=parts[1]))
    return tuple(found)


def _stretches(row: Row, number: int, one: dict[str, Any], key: str) -> tuple[Stretch, ...]:
    found = one.get(key) or []
    for pair in found:
        fits = isinstance(pair, list) and len(pair) == 2 and all(isinstance(at, int) for at in pair)
        if not fits or not 0 <= pair[0] <= pair[1] <= len(row.text):
            raise row.fault((f"labels[{number}]", key), pair, "[start, end] within the text")
    return tuple((start, end) for start, end in found)


def _ours(answer: Answer) -> tuple[Attributed, ...]:
    return tuple(
        Attributed(
            content=tuple((part["start"], part["end"]) for part in triple["content"]),
            source=((triple["source"]["start"], triple["source"]["end"]),) if triple["source"] else (),
        )
        for triple in answer.layers.get("attributions", ())
    )


def _size(stretches: Sequence[Stretch]) -> int:
    return sum(end - start for start, end in stretches)


def _common(one: Sequence[Stretch], other: Sequence[Stretch]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def match(gold: Sequence[Attributed], ours: Sequence[Attributed]) -> list[tuple[int, int]]:
    """Pairs, one to one, whose contents share at least half of the characters of each, the closest first."""
    pairs = []
    for g, marked in enumerate(gold):
        for o, own in enumerate(ours):
            common = _common(marked.content, own.content)
            sizes = _size(marked.content), _size(own.content)
            if common and 2 * common >= max(sizes):
                pairs.append((-common / (sum(sizes) - common), g, o))
    taken: list[tuple[int, int]] = []
    for _, g, o in sorted(pairs):
        if all(g != one and o != other for one, other in taken):
            taken.append((g, o))
    return sorted(taken)


def head_of(text: str, source: Sequence[Stretch]) -> Stretch | None:
    """The head of a source: its last word before a comma, a bracket, a preposition or a relative word.

    >>> head_of("a spokesman for the ministry", [(0, 28)])
    (2, 11)
    """
    for start, end in source:
        stop = _HEAD_ENDS.search(text, start, end)
        words = list(_WORD.finditer(text, start, stop.start() if stop and stop.start() > start else end))
        if words:
            return words[-1].span()
    return None


def is_source_right(text: str, gold: Attributed, ours: Attributed) -> bool:
    """True where our source has the head of the marked one, or neither has a source."""
    head = head_of(text, gold.source)
    if head is None or not ours.source:
        return head is None and not ours.source
    return _common([head], ours.source) > 0


@value
class _Compared:
    text: str
    gold: tuple[Attributed, ...]
    ours: tuple[Attributed, ...]
    pairs: tuple[tuple[int, int], ...]

    def show(self, which: Sequence[Attributed]) -> str:
        """Attributions as a person reads them: source: content."""
        return (
            " ‖ ".join(f"{self._words(one.source)}: “{self._words(one.content)}”" for one in which) or "none"
        )

    def _words(self, stretches: Sequence[Stretch]) -> str:
        return " … ".join(self.text[start:end] for start, end in stretches) or "nobody"

    def missed(self) -> list[Attributed]:
        """Marked attributions that we do not have."""
        found = {g for g, _ in self.pairs}
        return [one for number, one in enumerate(self.gold) if number not in found]

    def invented(self) -> list[Attributed]:
        """Ours that are not marked."""
        found = {o for _, o in self.pairs}
        return [one for number, one in enumerate(self.ours) if number not in found]


def _measure(name: str, judge: Callable[[_Compared], Verdict]) -> Measure:
    def judge_row(gold: tuple[Attributed, ...], row: Row, answer: Answer) -> Verdict:
        ours = _ours(answer)
        return judge(_Compared(text=row.text, gold=gold, ours=ours, pairs=tuple(match(gold, ours))))

    return Measure(name=name, label=marked_attributions, judge=judge_row)


def _recall(one: _Compared) -> Verdict:
    missed = one.missed()
    return Verdict(right=len(one.pairs), of=len(one.gold), label=one.show(missed), ours="not found")


def _precision(one: _Compared) -> Verdict:
    return Verdict(right=len(one.pairs), of=len(one.ours), label="not marked", ours=one.show(one.invented()))


def _f1(one: _Compared) -> Verdict:
    return Verdict(right=2 * len(one.pairs), of=len(one.gold) + len(one.ours), label="see recall", ours="")


def _sources(one: _Compared) -> Verdict:
    wrong = [(g, o) for g, o in one.pairs if not is_source_right(one.text, one.gold[g], one.ours[o])]
    return Verdict(
        right=len(one.pairs) - len(wrong),
        of=len(one.pairs),
        label=one.show([one.gold[g] for g, _ in wrong]),
        ours=one.show([one.ours[o] for _, o in wrong]),
    )


ATTRIBUTIONS = (
    _measure("attributions, F1", _f1),
    _measure("attributions, recall", _recall),
    _measure("attributions, precision", _precision),
    _measure("source head, of those found", _sources),
)
