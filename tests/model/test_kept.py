from __future__ import annotations

import gc
import threading
import time
import weakref

from rashomon.model.kept import kept_with


class Thing:
    """Something to make things of."""


def test_it_is_made_once_for_each_thing() -> None:
    made: list[Thing] = []
    find = kept_with(lambda thing: made.append(thing) or [len(made)])
    one, other = Thing(), Thing()
    assert find(one) is find(one)
    assert find(one) == [1]
    assert find(other) == [2]
    assert made == [one, other]


def test_it_goes_with_its_thing() -> None:
    find = kept_with(lambda _: Thing())
    thing = Thing()
    made = weakref.ref(find(thing))
    assert made() is not None
    del thing
    gc.collect()
    assert made() is None


def test_threads_that_ask_at_once_get_the_same() -> None:
    def make(_: Thing) -> object:
        time.sleep(0.02)
        return object()

    find, thing, found = kept_with(make), Thing(), []
    threads = [threading.Thread(target=lambda: found.append(find(thing))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1
