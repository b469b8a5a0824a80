"""What is known about a report besides its text, and which of several givers is believed.

The order is: what the user gave for the whole call, the sidecar file beside the report, then the page
or the JSON record itself. A field that nobody filled stays None.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import re
from pathlib import Path
from typing import Any

from rashomon.errors import ReportError
from rashomon.model.base import value
from rashomon.model.dates import is_partial
from rashomon.model.report import Report

KINDS = ("news", "statement", "interview", "social", "reference")
DATE_FORMS = "2018-04-05, 2018-04 or 2018"
_DATE_FIELDS = ("published", "date", "retrieved")
_TIMESTAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-_]*)?\Z")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MAX_SIDECAR = 1_000_000
_MOST_TOLD = 20


@value
class GivenMetadata:
    """What somebody says about a report: a user's options, a sidecar, a page or a record; None = not said."""

    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    kind: str | None = None


FIELDS = tuple(field.name for field in dataclasses.fields(GivenMetadata))


@value
class Sidecar:
    """A sidecar file's metadata and what was odd in it."""

    metadata: GivenMetadata = GivenMetadata()
    notes: tuple[str, ...] = ()


def overlay(*givers: GivenMetadata) -> GivenMetadata:
    """One metadata value: each field from the first giver that fills it."""
    filled: dict[str, str] = {}
    for giver in reversed(givers):
        filled |= {name: said for name in FIELDS if (said := getattr(giver, name)) is not None}
    return GivenMetadata(**filled)


def with_metadata(report: Report, known: GivenMetadata) -> Report:
    """The report as published where, when and by whom is known; kind and language follow from more than that."""
    return dataclasses.replace(
        report,
        outlet=known.outlet,
        title=known.title,
        author=known.author,
        url=known.url,
        archive_url=known.archive_url,
        published=known.published,
        retrieved=known.retrieved,
    )


def check_given(given: GivenMetadata) -> GivenMetadata:
    """The same metadata in canonical form; raises `ReportError` naming every field that cannot be meant."""
    data = {name: said for name in FIELDS if (said := getattr(given, name)) is not None}
    clean, faults = read_fields(data)
    if faults:
        raise ReportError("; ".join(faults))
    return clean


def read_fields(data: dict[str, Any]) -> tuple[GivenMetadata, tuple[str, ...]]:
    """The metadata fields of a JSON object and a message for each that cannot be used; null is absent.

    ``date`` is another name for ``published``, which goes above it.
    """
    clean: dict[str, str] = {}
    faults: list[str] = []
    dated = "date" if data.get("published") is None else "published"
    for field in FIELDS:
        name = dated if field == "published" else field
        said = data.get(name)
        if said is None:
            continue
        if not isinstance(said, str):
            faults.append(f'"{name}" is {type_name(said)} where text in quotes is expected')
            continue
        said = one_line(said)
        fault = _fault(name, said)
        if fault:
            faults.append(fault)
        elif said:
            clean[field] = _canonical(name, said)
    return GivenMetadata(**clean), tuple(faults)


def _fault(name: str, said: str) -> str | None:
    if not said:
        return None
    if name in _DATE_FIELDS and not is_partial(_canonical(name, said)):
        return f'"{name}": {said[:60]!r} is not a date; write {DATE_FORMS}'
    if name == "kind" and said.lower() not in KINDS:
        return f'"kind": {said[:60]!r} is none of {", ".join(KINDS)}'
    if name == "language" and not _LANGUAGE.match(said):
        return f'"language": {said[:60]!r} is not a two-letter code such as en, fr, ar'
    return None


def _canonical(name: str, said: str) -> str:
    if name in _DATE_FIELDS:
        stamp = _TIMESTAMP.match(said)
        return stamp.group(1) if stamp else said
    if name == "language":
        match = _LANGUAGE.match(said)
        return match.group(1).lower() if match else said
    return said.lower() if name == "kind" else said


def read_sidecar(path: Path, name: str) -> Sidecar:
    """The metadata in the sidecar of a report; a file that is no JSON object counts as empty, with a note.

    Raises `ReportError` where a field has a value that cannot be meant: a wrong date must not pass.
    """
    try:
        with path.open("rb") as stream:
            data = json.loads(stream.read(_MAX_SIDECAR + 1).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        return Sidecar(notes=(f"{name} was ignored: it is not JSON ({_brief(error)})",))
    if not isinstance(data, dict):
        return Sidecar(notes=(f"{name} was ignored: {type_name(data)} where an object {{…}} is expected",))
    metadata, faults = read_fields(data)
    if faults:
        raise ReportError(f"{name}: {'; '.join(faults)}")
    unknown = tuple(f"{name}: {message}" for message in unknown_fields(data, (*FIELDS, "date")))
    return Sidecar(metadata=metadata, notes=unknown)


def unknown_fields(data: dict[str, Any], known: tuple[str, ...]) -> tuple[str, ...]:
    """A message for each field that nobody reads, with the nearest that somebody does."""
    names = [name for name in data if name not in known]
    more = len(names) - _MOST_TOLD
    told = [
        f"{_short(name)} is not a field of a report{nearest(name, known)}; it was ignored"
        for name in names[:_MOST_TOLD]
    ]
    return (*told, f"{more} more are not fields of a report; they were ignored") if more > 0 else tuple(told)


def nearest(name: str, known: tuple[str, ...]) -> str:
    """``(did you mean "published"?)`` with a blank before it, or nothing where no known name is near."""
    near = difflib.get_close_matches(name[:40].lower(), known, n=1, cutoff=0.7)
    return f' (did you mean "{near[0]}"?)' if near else ""


def type_name(thing: object) -> str:
    """What a person calls a JSON value of this type."""
    if isinstance(thing, bool):
        return "true or false"
    names: dict[type, str] = {
        str: "text",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(thing), "null")


def one_line(said: str) -> str:
    """A title or a name as it can stand in a line: no line ends or controls, nothing that turns the line around.

    Marks of direction may stay in a report's own words; in metadata they only let one field write over the next.
    """
    return " ".join(_UNSHOWN.sub(" ", _DIRECTION.sub("", mend_surrogates(said))).split())


def mend_surrogates(text: str) -> str:
    """The text with every lone surrogate, which no file can hold, replaced by U+FFFD; same length."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return text


def _short(name: str) -> str:
    return json.dumps(name[:60], ensure_ascii=True)


def _brief(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
