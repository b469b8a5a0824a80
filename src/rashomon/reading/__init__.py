"""Reading: one report → its claims, each with the words it stands on and the chain of who said it.

Comes in: a `Report`. Goes out: a `Reading` (claims, mentions of happenings, and the layers asked for). A
reader does not compare reports, decide who is right, or know where reports are kept. Its version stands in
`READER_VERSIONS`; a report whose language has no reader is left unread, which the caller can see with
`can_read`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.model.layers import Reading
from rashomon.model.report import Report

READER_VERSIONS: dict[str, str] = {"en": "en/9"}
"""Language → name and version of its reader; a changed version reads reports again."""

READERS: dict[str, str] = {"en": "rashomon.reading.english:read_english"}
"""Language → "module:function", loaded when a report needs it."""

LAYERS = frozenset({"attributions", "places", "times"})


def language_of(report: Report) -> str:
    """The language a report is read in: its own, else English, which its claims then are marked by."""
    return report.language or "en"


def can_read(report: Report) -> bool:
    """True where the report's language has a reader."""
    return language_of(report) in READERS


def read_reports(
    reports: Sequence[Report],
    *,
    layers: frozenset[str] = frozenset(),
    actors_file: Path | None = None,
    places_file: Path | None = None,
) -> Iterator[Reading]:
    """A reading for each report whose language has a reader, in order.

    ``actors_file`` and ``places_file`` extend the registry and the gazetteer.
    """
    from importlib import import_module

    for report in reports:
        if can_read(report):
            module, function = READERS[language_of(report)].split(":")
            read = getattr(import_module(module), function)
            yield read(report, layers=layers, actors_file=actors_file, places_file=places_file)
