"""One hostile input: what somebody may hand in, by mistake or in bad faith, and what it tries."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

STORY = (
    "The army of Mali said on Tuesday that its soldiers killed at least 12 militants near the village of "
    "Tabankort on May 4, 2019. Two soldiers were killed and five wounded, according to an army spokesman.\n"
)
"""A report from which claims are read: around it or inside it stands what is hostile."""
DAY = "2019-05-07"

Files = dict[str, bytes]


@dataclass(frozen=True, kw_only=True)
class Hostile:
    """A hostile input: its name, what it tries, and a way to make its files (name → bytes).

    ``heavy`` inputs take long to make or to refuse. ``names`` are what an upload may be called in a browser,
    where no file system stands between; a file on a disk cannot bear all of them.
    """

    name: str
    why: str
    make: Callable[[], Files]
    heavy: bool = False
    names: tuple[str, ...] = ()

    @property
    def files(self) -> Files:
        return self.make()


def one(name: str, why: str, file: str, content: bytes | str, *, heavy: bool = False) -> Hostile:
    """A hostile input of one file with these bytes."""
    raw = content.encode() if isinstance(content, str) else content
    return Hostile(name=name, why=why, make=lambda: {file: raw}, heavy=heavy)


def made(name: str, why: str, file: str, make: Callable[[], bytes], *, heavy: bool = True) -> Hostile:
    """A hostile input of one file whose bytes are made only when they are needed."""
    return Hostile(name=name, why=why, make=lambda: {file: make()}, heavy=heavy)


def as_json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
