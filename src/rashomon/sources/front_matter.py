"""Front matter: lines of `field: value` between two rules of dashes at the very head of a text file.

Many people keep what they know about a text there. It is metadata and no evidence: the fields are read as those
of a page or a record are, and the lines stay in the text, set aside.
"""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.model.report import SetAside
from rashomon.sources.metadata import FIELDS, GivenMetadata, read_fields, unknown_fields

_BLOCK = re.compile(r"---[ \t]*\n(?P<lines>(?:(?!---)[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<said>.*?))?[ \t]*\Z")
_CONTINUED = re.compile(r"[ \t]|-[ \t]|#|\Z")
"""How a line begins that belongs to the field above it, or says nothing."""
_KNOWN = (*FIELDS, "date")


@value
class FrontMatter:
    """What stands at the head of a text: its metadata, the stretch to set aside, and what was odd in it."""

    metadata: GivenMetadata = GivenMetadata()
    piece: SetAside | None = None
    notes: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a text; empty where it opens with none, or with lines that no field of a report heads."""
    block = _BLOCK.match(text)
    fields = _fields(block["lines"].splitlines()) if block is not None else {}
    if block is None or not set(_KNOWN).intersection(fields):
        return FrontMatter()
    metadata, faults = read_fields(fields)
    return FrontMatter(
        metadata=metadata,
        piece=SetAside(start=0, end=block.end(), reason="front matter", words=block.group()),
        notes=tuple(f"front matter: {told}" for told in (*faults, *unknown_fields(fields, _KNOWN))),
    )


def _fields(lines: list[str]) -> dict[str, str | None]:
    """The fields by name, in lower case; nothing at all where a line is neither a field nor part of one."""
    fields: dict[str, str | None] = {}
    for line in lines:
        if _CONTINUED.match(line):
            continue
        field = _FIELD.match(line)
        if field is None:
            return {}
        fields[field["name"].lower().replace("-", "_")] = _unquoted(field["said"] or "") or None
    return fields


def _unquoted(said: str) -> str:
    quoted = len(said) > 1 and said[0] == said[-1] and said[0] in "\"'"
    return said[1:-1] if quoted else said
