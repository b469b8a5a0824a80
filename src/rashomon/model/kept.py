"""What is made of a thing once, and kept as long as the thing itself is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def kept_with(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """The same function, called once for each thing: one thread makes what others wait for.

    Things are told apart as a dictionary does; what is made of one is let go together with it.
    """
    kept: WeakKeyDictionary[Thing, Made] = WeakKeyDictionary()
    lock = threading.RLock()

    @wraps(make)
    def find(thing: Thing) -> Made:
        with lock:
            if thing not in kept:
                kept[thing] = make(thing)
            return kept[thing]

    return find
