"""Measures of geocoding: every place name that a set marks, given its span, and as our own layer finds it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.geodesy import Point, distance_km
from rashomon.evaluation.answers import Answer
from rashomon.evaluation.measures import Measure, Verdict
from rashomon.evaluation.rows import Row
from rashomon.model.base import value

FAR_KM = 161.0
"""A hundred miles: the distance that published scores on these sets allow."""


@value
class Marked:
    """A place name that the set marks: its span in the text, its words and where it lies."""

    start: int
    end: int
    words: str
    point: Point


def marked_names(key: str, *, first_character: int) -> Callable[[Row], tuple[Marked, ...] | None]:
    """The names with coordinates of a row. ``first_character``: the number the set gives a text's first."""

    def label(row: Row) -> tuple[Marked, ...] | None:
        found = []
        for number, one in enumerate(row.many("labels")):
            sub = Row(
                id=row.id,
                text=row.text,
                published=None,
                title=None,
                data=one,
                where=f"{row.where}, labels[{number}]",
            )
            if "lat" in one:
                found.append(_marked(sub, key, first_character))
        return tuple(found) or None

    return label


def without_adjectives(
    label: Callable[[Row], tuple[Marked, ...] | None],
) -> Callable[[Row], tuple[Marked, ...] | None]:
    """The same names without those of peoples ("Lebanese"), which some sets mark as their country."""
    from rashomon.reading.languages.en.places import DEMONYMS

    def narrowed(row: Row) -> tuple[Marked, ...] | None:
        return tuple(one for one in label(row) or () if one.words.removesuffix("s") not in DEMONYMS) or None

    return narrowed


def _marked(sub: Row, key: str, first_character: int) -> Marked:
    start, end = sub.number("start") - first_character, sub.number("end") - first_character
    words = sub.words(key)
    if sub.text[start:end] != words:
        raise sub.fault(
            ("start",), sub.data["start"], f"the place of {words!r}; there is {sub.text[start:end]!r}"
        )
    return Marked(start=start, end=end, words=words, point=(sub.degrees("lat"), sub.degrees("lon")))


Located = tuple[Point | None, ...]


@lru_cache(maxsize=4)
def _given(row_text: str, stretches: tuple[tuple[int, int], ...]) -> Located:
    """Where the reader's own choice puts names whose spans are handed to it."""
    from rashomon.reading.places.toponyms import locate_toponyms

    found = locate_toponyms(row_text, stretches, open_gazetteer())
    return tuple(None if one.place is None else (one.place.lat, one.place.lon) for one in found)


def _locate_given(gold: tuple[Marked, ...], row: Row, _answer: Answer) -> Located:
    return _given(row.text, tuple((one.start, one.end) for one in gold))


def _locate_own(gold: tuple[Marked, ...], _row: Row, answer: Answer) -> Located:
    """Where our own layer puts the names it finds itself: the first that overlaps each marked one."""
    rows = answer.layers.get("places", ())
    located: list[Point | None] = []
    for one in gold:
        at = next((r for r in rows if r["span"]["start"] < one.end and one.start < r["span"]["end"]), None)
        located.append(None if at is None or at["lat"] is None else (at["lat"], at["lon"]))
    return tuple(located)


def measure_toponyms(name: str, label: Callable[[Row], tuple[Marked, ...] | None], *, given: bool) -> Measure:
    """Of the marked names with coordinates, those that we put within 161 km."""
    locate = _locate_given if given else _locate_own

    def judge(gold: tuple[Marked, ...], row: Row, answer: Answer) -> Verdict:
        located = locate(gold, row, answer)
        away = [
            None if at is None else distance_km(one.point, at) for one, at in zip(gold, located, strict=True)
        ]
        wrong = [(one, km) for one, km in zip(gold, away, strict=True) if km is None or km > FAR_KM]
        return Verdict(
            right=len(gold) - len(wrong),
            of=len(gold),
            label="; ".join(f"{one.words} {one.point[0]:.2f}, {one.point[1]:.2f}" for one, _ in wrong),
            ours="; ".join("nowhere" if km is None else f"{km:.0f} km off" for _, km in wrong),
            said="null" if all(km is None for km in away) else "value",
            km=tuple(km for km in away if km is not None),
        )

    return Measure(name=name, label=label, judge=judge)
