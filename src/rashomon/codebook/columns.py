"""A column of a published table: its name, what a cell may hold, and who can fill it."""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value


@value
class Column:
    """``kind``: what a cell holds. ``codes``: all that it may hold, where that is a closed list.

    ``by_publisher``: only whoever publishes the data set can fill it (its own ids, the state of its checks).
    ``needed``: a published row always has it.
    """

    name: str
    kind: Literal["text", "integer", "number", "day"] = "text"
    codes: tuple[str, ...] = ()
    by_publisher: bool = False
    needed: bool = False
