"""What a count grammar finds in a text, whatever the language."""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Count, Share

CountKind = Literal[
    "number",
    "percent",
    "age",
    "year",
    "clock",
    "money",
    "measure",
    "ordinal",
    "share",
    "date_part",
    "identifier",
]


@value
class CountFound:
    """A number in a text with its modifiers ("at least 30"), its logical bounds, and what it numbers.

    Only ``kind`` "number" can count persons or things; the others are returned so that a caller knows
    what to leave alone. A closing "of" ("dozens of") is outside the span. ``share`` is set for shares
    and percentages. ``unit_hint`` is the unit of a measure, age or sum of money. ``additional``:
    "another two", "two more".
    """

    start: int
    end: int
    count: Count
    kind: CountKind = "number"
    unit_hint: str | None = None
    ordinal: bool = False
    share: Share | None = None
    additional: bool = False
