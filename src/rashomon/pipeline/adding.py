"""Inputs into a case: what is new, what was known, what was skipped and why."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rashomon.errors import InputError
from rashomon.model.base import value
from rashomon.model.report import Loaded, Report, Skipped
from rashomon.store import Case

REDACTED = "was purged from this case, so it was not taken again"

Progress = Callable[[str, int, int | None, str], None]
"""Told of each step: what is done ("added", "known", "read"), how many so far, of how many if known, and which."""


@value
class Added:
    """What became of the inputs of one call, in their order."""

    added: tuple[Report, ...] = ()
    versions: tuple[Report, ...] = ()
    updated: tuple[Report, ...] = ()
    unchanged: tuple[Report, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports handed in, new or known."""
        return (*self.added, *self.versions, *self.updated, *self.unchanged)


def require_report(inputs: Iterable[Loaded | Skipped]) -> Iterator[Loaded | Skipped]:
    """The same inputs, once one of them is sure to be a report; InputError with reasons where none is."""
    stream = iter(inputs)
    held: list[Loaded | Skipped] = []
    for one in stream:
        held.append(one)
        if isinstance(one, Loaded):
            return itertools.chain(held, stream)
    reasons = "".join(f"\n  {one.locator}: {one.reason}" for one in held[:20] if isinstance(one, Skipped))
    raise InputError(
        "no report was found in what was given, so nothing was written."
        f"{reasons or ' Give a file or a folder with .txt, .html, .md, .json, .jsonl or .pdf in it.'}"
    )


def add_reports(
    case: Case, inputs: Iterable[Loaded | Skipped], *, given: str, progress: Progress | None = None
) -> Added:
    """What became of each input. ``given`` names the inputs, so that a later call replaces their skips."""
    from rashomon.sources.copies import mark_copies

    kept: dict[str, list[Report]] = {"added": [], "version": [], "updated": [], "unchanged": []}
    skipped: list[Skipped] = []
    for count, one in enumerate(inputs, start=1):
        if isinstance(one, Skipped):
            skipped.append(one)
            continue
        stored = case.add(one)
        if stored.outcome == "redacted":
            skipped.append(Skipped(locator=one.report.locator, reason=REDACTED))
            continue
        kept[stored.outcome].append(stored.report)
        if progress:
            progress(
                "known" if stored.outcome == "unchanged" else "added", count, None, stored.report.source_ref
            )
    case.note_skipped(given, skipped)
    plain = tuple(replace(report, copied_from=None) for report in case.reports())
    case.mark_copies({report.id: report.copied_from for report in mark_copies(plain)})
    return Added(
        added=tuple(kept["added"]),
        versions=tuple(kept["version"]),
        updated=tuple(kept["updated"]),
        unchanged=tuple(kept["unchanged"]),
        skipped=tuple(skipped),
    )
