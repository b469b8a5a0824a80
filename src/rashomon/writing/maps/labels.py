"""Names on a map, each where it covers no other."""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value

Anchor = Literal["start", "middle", "end"]

_LETTER = 0.56
"""Width of a letter as a part of its size: wide enough for sans-serif faces, bold ones nearly."""
_GAP = 8.0


@value
class Label:
    """Words and the point of their base line; ``kind``: event, place, country or town."""

    x: float
    y: float
    words: str
    kind: str
    anchor: Anchor


Box = tuple[float, float, float, float]


class LabelLayer:
    """Puts labels one by one, the weightiest first; what finds no room is left out unless it must stand."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._taken: list[Box] = []
        self.labels: list[Label] = []

    def take(self, x: float, y: float, reach: float) -> None:
        """Keeps labels off a mark."""
        self._taken.append((x - reach, y - reach, x + reach, y + reach))

    def beside(self, x: float, y: float, words: str, kind: str, *, size: float, must: bool = False) -> bool:
        """Puts words beside a mark: right, left, below or above of it."""
        low = y + size * 0.35
        spots: tuple[tuple[float, float, Anchor], ...] = (
            (x + _GAP, low, "start"),
            (x - _GAP, low, "end"),
            (x, y + size + _GAP / 2, "middle"),
            (x, y - _GAP, "middle"),
        )
        for sx, sy, anchor in spots:
            if self._put(Label(x=sx, y=sy, words=words, kind=kind, anchor=anchor), size):
                return True
        if must:
            sx, sy, anchor = spots[0] if x < self._size[0] / 2 else spots[1]
            label = Label(x=sx, y=sy, words=words, kind=kind, anchor=anchor)
            self._taken.append(_box(label, size))
            self.labels.append(_rounded(label))
        return must

    def over(self, x: float, y: float, words: str, kind: str, *, size: float, avoid: Box) -> bool:
        """Puts words in the middle of an area, where that is free and off what is to be avoided."""
        label = Label(x=x, y=y, words=words, kind=kind, anchor="middle")
        return not _overlap(_box(label, size), avoid) and self._put(label, size)

    def _put(self, label: Label, size: float) -> bool:
        box = _box(label, size)
        width, height = self._size
        if box[0] < 2 or box[1] < 2 or box[2] > width - 2 or box[3] > height - 2:
            return False
        if any(_overlap(box, other) for other in self._taken):
            return False
        self._taken.append(box)
        self.labels.append(_rounded(label))
        return True


def _rounded(label: Label) -> Label:
    return Label(
        x=round(label.x, 1),
        y=round(label.y, 1),
        words=label.words,
        kind=label.kind,
        anchor=label.anchor,
    )


def _box(label: Label, size: float) -> Box:
    wide = len(label.words) * size * _LETTER
    left = {"start": label.x, "middle": label.x - wide / 2, "end": label.x - wide}[label.anchor]
    return (left, label.y - size, left + wide, label.y + size * 0.3)


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
