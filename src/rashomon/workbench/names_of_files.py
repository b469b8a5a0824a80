"""What files that were sent are called: words for people and for the record, never a path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from rashomon.sources.inputs import SIDECAR
from rashomon.sources.metadata import one_line

LONGEST = 120
_SEPARATORS = re.compile(r"[/\\]")


def plain_name(said: str, number: int) -> str:
    r"""The last part of a name that a browser sent, on one line, without dots before it; never empty.

    >>> plain_name("../../etc/pass\x00wd.txt", 1), plain_name("..", 2)
    ('pass wd.txt', 'report-2.txt')
    """
    last = _SEPARATORS.split(one_line(said))[-1].strip().lstrip(".").strip()
    if not last:
        return f"report-{number}.txt"
    ending = PurePosixPath(last).suffix[:12]
    return last if len(last) <= LONGEST else last[: LONGEST - len(ending)].rstrip() + ending


def different_names(names: Iterable[str]) -> list[str]:
    """The names, each once: a number stands before the ending of those that were there already.

    >>> different_names(["a.txt", "a.txt", "b"])
    ['a.txt', 'a-2.txt', 'b']
    """
    given: list[str] = []
    taken: set[str] = set()
    for name in names:
        path, number, other = PurePosixPath(name), 1, name
        while other in taken:
            number += 1
            other = f"{path.stem}-{number}{path.suffix}"
        taken.add(other)
        given.append(other)
    return given


def sidecar_of(name: str, sidecars: Iterable[str]) -> str | None:
    """Which of the names of sidecars is the one of this report: ``a.txt.meta.json``, then ``a.meta.json``."""
    held = set(sidecars)
    wanted = (name + SIDECAR, PurePosixPath(name).stem + SIDECAR)
    return next((one for one in wanted if one in held), None)


def is_sidecar(name: str) -> bool:
    """True for a file with what is known of a report that stands beside it."""
    return name.endswith(SIDECAR)
