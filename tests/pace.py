"""Limits of time that hold on a slow or busy machine too.

A limit in seconds says of the program what it says only on the machine it was set on. Here it is a limit for that
machine; where the same small piece of work takes longer, the limit grows with it. How long it takes is asked only
after the limit was passed: hundreds of tests keep to theirs by far, and the asking would cost more than they do.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

PACE_SECONDS = 0.007
"""Of processor time for `_work` on the machine the limits were set on, with nothing else running."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done here may take this much processor time, as measured on the machine the limits were set on."""
    began = time.process_time()
    yield
    took = time.process_time() - began
    if took >= seconds:
        limit = seconds * slowness()
        assert took < limit, f"took {took:.2f} s of processor time; the limit here and now is {limit:.2f} s"


def slowness() -> float:
    """How much slower than the machine the limits were set on this one is now; at least 1."""
    return max(1.0, *(_work() / PACE_SECONDS for _ in range(3)))


def _work() -> float:
    """Seconds that a fixed piece of work takes: words cut, counted and put together again."""
    began = time.process_time()
    counts: dict[str, int] = {}
    for word in ("the road was wet and the road was dry " * 4_000).split():
        counts[word] = counts.get(word, 0) + len(word)
    assert len(counts) == 6
    return time.process_time() - began
