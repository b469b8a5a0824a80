"""A batch from its lines to its files; a report that fails stops no other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.batch.engine import Engine
from rashomon.batch.files import OutputFiles
from rashomon.batch.layers import write_layer
from rashomon.model.base import value
from rashomon.model.events import Linked
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded, Report, Skipped
from rashomon.pipeline import DEFAULT_POLICY, attempt_reading, view_of
from rashomon.store import digest_of_whole

if TYPE_CHECKING:
    from rashomon.writing import CaseView

FILES = ("claims.jsonl", "record.json", "set_aside.jsonl")

Tell = Callable[[int, str], None]
"""Told of each report: how many so far, and which."""


@value
class BatchOptions:
    """``each``: every report a case of its own. ``layers``: what is written beside the claims."""

    policy: str = DEFAULT_POLICY
    each: bool = False
    layers: frozenset[str] = frozenset()
    names: bool = False


@value
class BatchDone:
    """What came of a batch: reports read, and the inputs and reports that failed, each with its reason."""

    reports: int
    claims: int
    events: int
    failed: tuple[Skipped, ...]


@value
class Outcome:
    """One report's part of the outputs, as text ready to be written."""

    report: Report
    reading: Reading | None = None
    error: str | None = None
    claims: str = ""
    set_aside: str = ""
    events: tuple[str, ...] = ()
    layers: tuple[tuple[str, str], ...] = ()
    digest: str = "0"


def run_batch(
    inputs: Iterable[Loaded | Skipped],
    out: Path,
    engine: Engine,
    options: BatchOptions,
    *,
    tell: Tell | None = None,
) -> BatchDone:
    """What came of the batch; its files stand in ``out`` once it is over, none after an error."""
    failed: list[Skipped] = []
    reports = _take_reports(inputs, failed)
    work = _Each(options) if options.each else _Together(options)
    names = [*FILES, *(f"{layer}.jsonl" for layer in sorted(options.layers))]
    count = 0
    with OutputFiles(out, names) as files:
        for outcome in engine.each(partial(read_report, options), reports):
            count += 1
            if outcome.error is not None:
                failed.append(Skipped(locator=outcome.report.source_ref, reason=outcome.error))
            for layer, lines in outcome.layers:
                files.write(f"{layer}.jsonl", lines)
            work.take(outcome, files)
            if tell:
                tell(count, outcome.report.source_ref)
        work.finish(files)
    return BatchDone(reports=count, claims=work.claims, events=work.events, failed=tuple(failed))


def _take_reports(inputs: Iterable[Loaded | Skipped], failed: list[Skipped]) -> Iterator[Report]:
    for one in inputs:
        if isinstance(one, Skipped):
            failed.append(one)
        else:
            yield one.report


def read_report(options: BatchOptions, report: Report) -> Outcome:
    """One report read and, where it is a case of its own, reconciled; its error where that fails."""
    try:
        return _read_report(options, report)
    except ImportError:
        raise
    except Exception as error:  # one bad report must not cost the other hundred thousand
        return Outcome(report=report, error=f"could not be read ({type(error).__name__}: {error})")


def _read_report(options: BatchOptions, report: Report) -> Outcome:
    attempt = attempt_reading(report, layers=options.layers)
    reading, unread = (
        (Reading(report_id=report.id), attempt.reason) if isinstance(attempt, Skipped) else (attempt, None)
    )
    layers = tuple((name, write_layer(name, report, reading)) for name in sorted(options.layers))
    if not options.each:
        return Outcome(report=report, reading=reading, error=unread, layers=layers)
    from rashomon.linking import link

    linked = link([report], [reading])
    view = view_of([report], [reading], linked, policy=options.policy)
    return Outcome(report=report, error=unread, layers=layers, **_write_view(view, options))


def _write_view(view: CaseView, options: BatchOptions) -> dict[str, Any]:
    from rashomon.writing.data.files import render_claims, render_record, render_set_aside

    record = json.loads(render_record(view, names=options.names))
    return {
        "claims": render_claims(view, names=options.names),
        "set_aside": render_set_aside(view),
        "events": tuple(_line(event) for event in record["events"]),
        "digest": record["made_by"]["case_digest"],
    }


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


class _Each:
    """Outputs of reports that are cases of their own: nothing is held but counts and the digest."""

    def __init__(self, options: BatchOptions) -> None:
        self.claims = 0
        self.events = 0
        self._digest = 0
        self._options = options
        self._made_by: dict[str, Any] | None = None

    def take(self, outcome: Outcome, files: OutputFiles) -> None:
        """Write one report's part."""
        self._open(files)
        files.write("claims.jsonl", outcome.claims)
        files.write("set_aside.jsonl", outcome.set_aside)
        for event in outcome.events:
            files.write("record.json", f"{',' if self.events else ''}{event}\n")
            self.events += 1
        self.claims += outcome.claims.count("\n")
        self._digest += int(outcome.digest, 16)

    def _open(self, files: OutputFiles) -> None:
        if self._made_by is not None:
            return
        from rashomon.writing.data.files import render_record

        empty = json.loads(render_record(view_of([], [], Linked(), policy=self._options.policy)))
        self._made_by = empty.pop("made_by")
        del empty["events"]
        files.write("record.json", _line(empty)[:-1] + ',"events":[\n')

    def finish(self, files: OutputFiles) -> None:
        """Close the record with what is known only now: the digest of all."""
        self._open(files)
        made_by = {**(self._made_by or {}), "case_digest": digest_of_whole([self._digest])}
        files.write("record.json", f'],"made_by":{_line(made_by)}}}\n')


class _Together:
    """Outputs of reports that are tied to each other: they are held until all are read."""

    def __init__(self, options: BatchOptions) -> None:
        self.claims = 0
        self.events = 0
        self._options = options
        self._reports: dict[str, Report] = {}
        self._readings: list[Reading] = []

    def take(self, outcome: Outcome, files: OutputFiles) -> None:  # noqa: ARG002 - as in _Each
        """Hold one report and its reading."""
        if outcome.report.id in self._reports:
            return
        self._reports[outcome.report.id] = outcome.report
        if outcome.reading is not None:
            self._readings.append(outcome.reading)

    def finish(self, files: OutputFiles) -> None:
        """Mark copies, tie, reconcile and write."""
        from rashomon.linking import link
        from rashomon.sources.copies import mark_copies
        from rashomon.writing.data.files import render_claims, render_record, render_set_aside

        reports = mark_copies(tuple(self._reports.values()))
        linked = link(reports, self._readings)
        view = view_of(reports, self._readings, linked, policy=self._options.policy)
        self.claims, self.events = len(view.claims), len(view.record.events)
        files.write("claims.jsonl", render_claims(view, names=self._options.names))
        files.write("record.json", render_record(view, names=self._options.names))
        files.write("set_aside.jsonl", render_set_aside(view))
