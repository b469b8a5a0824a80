"""Sources: bytes → reports. Files, folders, standard input and web addresses come in; `Report`s go out.

A report's own text stands apart from what was set aside (navigation, appeals, readers' comments), which is
kept and never evidence. What cannot be read is a `Skipped` with its reason; it never stops what stands
beside it. Nothing is understood here: that is reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import PurePosixPath
from typing import BinaryIO

from rashomon.errors import ReportError
from rashomon.model.report import Loaded, Skipped
from rashomon.sources.assembling import LoadLimits, LoadOptions, Source
from rashomon.sources.fetching import fetch
from rashomon.sources.inputs import Found, FoundFile, FoundUrl, find_inputs
from rashomon.sources.metadata import GivenMetadata, check_given, overlay, read_sidecar
from rashomon.sources.records import cut_lines, read_jsonl_lines

__all__ = [
    "Found",
    "FoundFile",
    "FoundUrl",
    "GivenMetadata",
    "LoadLimits",
    "LoadOptions",
    "cut_lines",
    "load",
    "load_found",
    "read_jsonl_lines",
]

READERS: dict[str, str] = {
    "html": "rashomon.sources.html:read_html",
    "json": "rashomon.sources.records:read_json",
    "jsonl": "rashomon.sources.records:read_jsonl",
    "pdf": "rashomon.sources.pdf:read_pdf",
    "text": "rashomon.sources.text:read_text",
}
"""Kind of file → "module:function", loaded when the first such file comes."""

_ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".pdf": "pdf",
}  # fmt: skip
_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "application/json": "json",
    "application/x-ndjson": "jsonl", "text/plain": "text", "text/markdown": "text",
}  # fmt: skip


def load(
    paths: Sequence[str],
    *,
    given: GivenMetadata = GivenMetadata(),
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
    options: LoadOptions = LoadOptions(),
) -> Iterator[Loaded | Skipped]:
    """Every report in the inputs, and a reason for every input that gave none, in a fixed order.

    ``given`` holds for all inputs and goes above sidecars, pages and records. ``progress`` is told each
    input's name before it is read.
    """
    yield from load_found(find_inputs(paths), given=given, stdin=stdin, progress=progress, options=options)


def load_found(
    inputs: Iterable[Found],
    *,
    given: GivenMetadata = GivenMetadata(),
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
    options: LoadOptions = LoadOptions(),
) -> Iterator[Loaded | Skipped]:
    """The same for inputs that are found and named already, such as files that were sent."""
    checked = check_given(given)
    for found in inputs:
        if isinstance(found, Skipped):
            yield found
            continue
        name = _name_of(found)
        if progress is not None:
            progress(name)
        yield from _read_whatever_comes(found, name, checked, stdin, options)


def _read_whatever_comes(
    found: Found, name: str, given: GivenMetadata, stdin: BinaryIO | None, options: LoadOptions
) -> Iterator[Loaded | Skipped]:
    """The reports in one input, or why there are none, whatever the libraries make of its bytes."""
    empty = True
    try:
        for one in _read(found, given, stdin, options):
            empty = False
            yield one
    except ReportError as error:
        yield Skipped(locator=name, reason=str(error))
    except ImportError:
        # An installation that lacks a part fails for every input alike.
        raise
    except Exception as error:  # one odd file must not cost the others
        reason = f"could not be read ({type(error).__name__}: {str(error)[:120]}); please report it"
        yield Skipped(locator=name, reason=reason)
    else:
        if empty:
            yield Skipped(locator=name, reason='holds no record; give objects with "id" and "text"')


def _name_of(found: Found) -> str:
    match found:
        case FoundFile():
            return found.locator
        case FoundUrl():
            return found.url
        case _:
            return "stdin"


def _read(
    found: Found, given: GivenMetadata, stdin: BinaryIO | None, options: LoadOptions
) -> Iterable[Loaded | Skipped]:
    match found:
        case FoundFile():
            return _read_file(found, given, options)
        case FoundUrl():
            answer = fetch(found.url, options)
            kind = _TYPES.get(answer.content_type) or _sniff(answer.raw)
            source = Source(
                raw=answer.raw,
                locator=found.url,
                source_ref=found.url,
                given=given,
                declared=answer.charset,
                url=answer.url,
                options=options,
            )
            return _as_kind(kind, source)
        case _:
            if stdin is None:
                raise ReportError("standard input was asked for, but nothing is connected to it")
            raw = stdin.read(options.limits.max_bytes + 1)
            _check_size(len(raw), options)
            return _as_kind(
                _sniff(raw),
                Source(raw=raw, locator="stdin", source_ref="stdin", given=given, options=options),
            )


def _read_file(found: FoundFile, given: GivenMetadata, options: LoadOptions) -> Iterable[Loaded | Skipped]:
    # The name tells the kind; where the bytes lie may be called anything.
    ending = PurePosixPath(found.locator).suffix.lower()
    try:
        size = found.path.stat().st_size
        if _ENDINGS.get(ending) != "jsonl":
            _check_size(size, options)
        elif size > options.limits.max_lines_bytes:
            raise ReportError(
                f"is {size:,} bytes long; the limit for a file of JSON lines is "
                f"{options.limits.max_lines_bytes:,}. Read it with: rashomon batch"
            )
        if size == 0:
            raise ReportError("is empty")
        raw = found.path.read_bytes()
    except OSError as error:
        raise ReportError(f"cannot be read ({error.strerror or type(error).__name__})") from error
    sidecar = read_sidecar(found.sidecar, _sidecar_name(found)) if found.sidecar is not None else None
    source = Source(
        raw=raw,
        locator=found.locator,
        source_ref=found.source_ref,
        given=overlay(given, sidecar.metadata) if sidecar is not None else given,
        notes=sidecar.notes if sidecar is not None else (),
        options=options,
    )
    kind = _ENDINGS.get(ending)
    # A saved page often keeps the name of the link, not the kind of the file.
    return _as_kind("pdf" if raw.startswith(b"%PDF-") else kind or _sniff(raw), source)


def _sidecar_name(found: FoundFile) -> str:
    return found.sidecar_name or (found.sidecar.name if found.sidecar is not None else "")


def _check_size(size: int, options: LoadOptions) -> None:
    limit = options.limits.max_bytes
    if size > limit:
        raise ReportError(
            f"is {size:,} bytes long; the limit for one input is {limit:,}. Split it into one report a file, "
            "or give many reports as lines of a .jsonl file"
        )


def _sniff(raw: bytes) -> str:
    """The kind of some bytes that no ending or server names."""
    head = raw[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head[:500]:
        return "html"
    if head.startswith(b"{") and b"\n{" in raw[:200_000]:
        return "jsonl"
    if head.startswith((b"{", b'[{"', b"[ {", b"[\n")):
        return "json"
    return "text"


def _as_kind(kind: str, source: Source) -> Iterable[Loaded | Skipped]:
    module, function = READERS[kind].split(":")
    read: Callable[[Source], Iterable[Loaded | Skipped]] = getattr(import_module(module), function)
    return read(source)
