"""The engine for one machine: worker processes where there is enough to do, else none."""

from __future__ import annotations

import itertools
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from rashomon.errors import InputError

Item = TypeVar("Item")
Result = TypeVar("Result")
Key = TypeVar("Key", bound=Hashable)

FEW = 24
"""Items below which no worker is started: a worker takes seconds to load the language analysis."""
CHUNK = 8
"""Items a worker takes at a time."""


class LocalEngine:
    """One machine, at most ``processes`` workers (2 or the number of cores if not said)."""

    def __init__(self, *, processes: int | None = None) -> None:
        """No worker is started before there is work."""
        self.processes = processes or min(2, os.cpu_count() or 1)

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The function's result for each item, in the items' order; items are taken as they are needed."""
        stream = iter(items)
        first = list(itertools.islice(stream, FEW))
        if self.processes == 1 or len(first) < FEW:
            return map(function, itertools.chain(first, stream))
        return self._spread(function, itertools.chain(first, stream))

    def _spread(self, function: Callable[[Item], Result], items: Iterator[Item]) -> Iterator[Result]:
        # Spawned, not forked: an open database or a loaded model must not be shared by two processes.
        context = multiprocessing.get_context("spawn")
        waiting: deque[Future[list[Result]]] = deque()
        with ProcessPoolExecutor(self.processes, mp_context=context) as pool:
            try:
                while chunk := list(itertools.islice(items, CHUNK)):
                    waiting.append(pool.submit(_map_chunk, function, chunk))
                    # A bounded queue, so that a file of any size passes through.
                    if len(waiting) > self.processes * 3:
                        yield from waiting.popleft().result()
                while waiting:
                    yield from waiting.popleft().result()
            except BrokenProcessPool as error:
                raise InputError(
                    "a worker process died, most likely for want of memory. Nothing was written; "
                    "try again with --processes 1"
                ) from error
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def grouped(self, key: Callable[[Item], Key], items: Iterable[Item]) -> Iterator[tuple[Key, list[Item]]]:
        """The items by key, keys in the order of their first item, items in theirs."""
        groups: dict[Key, list[Item]] = {}
        for item in items:
            groups.setdefault(key(item), []).append(item)
        return iter(groups.items())

    def connected(self, pairs: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
        """The groups of things that pairs connect, in the order the pairs first name them."""
        above: dict[Key, Key] = {}

        def root(one: Key) -> Key:
            above.setdefault(one, one)
            while above[one] != one:
                above[one] = above[above[one]]
                one = above[one]
            return one

        for left, right in pairs:
            one, other = root(left), root(right)
            above[other] = one
        return [group for _, group in self.grouped(root, list(above))]


def _map_chunk(function: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [function(item) for item in chunk]
