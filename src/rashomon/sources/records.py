"""JSON and JSON Lines: one object, a list of objects, or one object a line; each a report."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from rashomon.errors import ReportError
from rashomon.model.report import Loaded, Skipped
from rashomon.sources.assembling import Draft, LoadLimits, LoadOptions, Source, assemble
from rashomon.sources.encoding import decode
from rashomon.sources.metadata import FIELDS, mend_surrogates, nearest, read_fields, type_name, unknown_fields

RECORD_FIELDS = ("id", "text", "date", *FIELDS)
_BLOCK = 1 << 20


def read_json(source: Source) -> Iterator[Loaded | Skipped]:
    """The reports of a JSON file: an object, or a list of objects."""
    decoded = decode(source.raw, declared=source.declared)
    try:
        data = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise ReportError(
            f"is not valid JSON ({_brief(error)}); for one object a line name it NAME.jsonl"
        ) from error
    source = replace(source, declared=decoded.encoding, notes=(*source.notes, *decoded.notes))
    if not isinstance(data, list):
        yield _read_record(source, data, source.locator, None)
        return
    for number, record in enumerate(data):
        raw = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
        yield _read_record(replace(source, raw=raw), record, f"{source.locator}[{number}]", number)


def read_jsonl(source: Source) -> Iterator[Loaded | Skipped]:
    """The reports of a JSON Lines file."""
    raw = source.raw
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # A line end is two bytes there: the lines are cut in UTF-8.
        raw = decode(raw).text.encode("utf-8", "replace")
    yield from _read_lines(raw.split(b"\n"), source)


def read_jsonl_lines(
    lines: Iterable[bytes], name: str, *, options: LoadOptions = LoadOptions()
) -> Iterator[Loaded | Skipped]:
    """The reports of a stream of JSON lines, one at a time; ``name`` is the file's, for messages and ids."""
    yield from _read_lines(lines, Source(raw=b"", locator=name, source_ref=name, options=options))


def cut_lines(stream: BinaryIO, most: int = LoadLimits().max_bytes) -> Iterator[bytes]:
    """The lines of a stream, of longer ones than ``most`` bytes only the beginning, one byte beyond the limit.

    A packed file of a few kilobytes may hold a line of gigabytes: it is never held whole.
    """
    while line := stream.readline(most + 1):
        if len(line) > most and not line.endswith(b"\n"):
            while (rest := stream.readline(_BLOCK)) and not rest.endswith(b"\n"):
                pass
        yield line


def _read_lines(lines: Iterable[bytes], source: Source) -> Iterator[Loaded | Skipped]:
    for number, line in enumerate(lines, 1):
        raw = line.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n") if number == 1 else line.rstrip(b"\r\n")
        if not raw.strip():
            continue
        where = f"{source.locator}:{number}"
        if len(raw) > source.options.limits.max_bytes:
            yield Skipped(
                locator=where,
                reason=f"is longer than {source.options.limits.max_bytes:,} bytes, the limit for one record",
            )
            continue
        try:
            decoded = decode(raw)
            record = json.loads(decoded.text)
        except (ValueError, RecursionError, ReportError) as error:
            yield Skipped(locator=where, reason=f"is not a JSON object on one line ({_brief(error)})")
            continue
        notes = (*source.notes, *decoded.notes)
        line_source = replace(source, raw=raw, declared=decoded.encoding, notes=notes)
        yield _read_record(line_source, record, where, number)


def _read_record(source: Source, record: Any, where: str, number: int | None) -> Loaded | Skipped:
    if not isinstance(record, dict):
        reason = f'is {type_name(record)} where an object such as {{"id": "1", "text": "…"}} is expected'
        return Skipped(locator=where, reason=reason)
    text = record.get("text")
    if not isinstance(text, str):
        return Skipped(locator=where, reason=_no_text(record, text))
    metadata, faults = read_fields(record)
    own_id = _own_id(record)
    notes = (*source.notes, *faults, *unknown_fields(record, RECORD_FIELDS))
    # Records of one file are no versions of each other: each has a locator of its own.
    locator = source.locator if number is None else f"{source.locator}#{own_id}" if own_id else where
    whole = mend_surrogates(text)
    if whole != text:
        notes = (*notes, "halves of characters (lone surrogates) were replaced by U+FFFD")
    draft = Draft(text=whole, own_id=own_id, page=metadata, encoding=source.declared, notes=notes)
    try:
        return assemble(replace(source, locator=locator, source_ref=own_id or where, notes=()), draft)
    except ReportError as error:
        return Skipped(locator=where, reason=str(error))


def _own_id(record: dict[str, Any]) -> str:
    found = record.get("id")
    return (
        mend_surrogates(str(found))
        if isinstance(found, str | int | float) and not isinstance(found, bool)
        else ""
    )


def _no_text(record: dict[str, Any], text: object) -> str:
    if text is not None:
        return f'"text" is {type_name(text)} where text in quotes is expected'
    near = next((hint for name in record if (hint := nearest(str(name), ("text",)))), "")
    return f'has no "text"{near}; every report needs "id" and "text"'


def _brief(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
