"""What an engine can do with many things at once; the same results on every engine, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Key = TypeVar("Key", bound=Hashable)


class Engine(Protocol):
    """Three ways to spread work. Functions must be importable by name, since workers load them anew."""

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The function's result for each item, in the items' order; items are taken as they are needed."""

    def grouped(self, key: Callable[[Item], Key], items: Iterable[Item]) -> Iterator[tuple[Key, list[Item]]]:
        """The items by key, keys in the order of their first item, items in theirs."""

    def connected(self, pairs: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
        """The groups of things that pairs connect, in the order the pairs first name them."""
