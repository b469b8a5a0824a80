"""The marks of a wikitext as values: templates, links, tags, and whose flag a picture shows."""

from __future__ import annotations

import re

from rashomon.model.base import value

_FLAG_FILE = re.compile(
    r"\A\s*(?:(?:file|image|media)\s*:)?\s*(?:(?:flag|logo|emblem|seal|coat of arms|insignia|patch) of (?:the )?)?"
    r"(?P<whose>[^|.]{1,80})",
    re.I,
)
_FLAG_WORDS = re.compile(
    r"\b(?:flag|logo|emblem|seal|insignia|icon|patch|variant|bordered?)\b|[_\d()-]+", re.I
)


@value
class Argument:
    """An argument of a template: its name, and where its value stands."""

    name: str
    positional: bool
    start: int
    end: int


@value
class Node:
    """A template, link, tag, comment or table: where it stands, what it is, its arguments.

    ``reason``: why its words are set aside, where they are ("reference", "table", "category" …).
    """

    start: int
    end: int
    kind: str
    name: str = ""
    arguments: tuple[Argument, ...] = ()
    reason: str = ""


def picture_name(target: str) -> str:
    """Whose flag or emblem a picture shows, by its file name.

    >>> picture_name("File:Flag of Mali.svg|20px"), picture_name("Image:Azawad National flag.svg")
    ('Mali', 'Azawad National')
    """
    match = _FLAG_FILE.match(target)
    return " ".join(_FLAG_WORDS.sub(" ", match.group("whose")).split()) if match else ""
