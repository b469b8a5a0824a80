"""What the program answers to the rows of a set: read and reconciled as ``rashomon batch --each`` does.

The reading itself is handed in (`Reads`): batch stands beside this package, not below it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeAlias

from rashomon.errors import InternalError
from rashomon.evaluation.rows import Row
from rashomon.model.base import value
from rashomon.model.report import Loaded, Report

Data = dict[str, Any]


@value
class Answer:
    """One row's part of the outputs, in their own structure.

    ``event`` is the event of record.json that the text is principal for; ``claims`` are lines of
    claims.jsonl, ``layers`` those of the layers asked for. ``error``: why there is nothing.
    """

    event: Data | None = None
    claims: tuple[Data, ...] = ()
    layers: dict[str, tuple[Data, ...]]
    error: str | None = None

    def at(self, *path: str) -> Any:
        """What the event says under these keys; None where there is no event or it says nothing."""
        found: Any = self.event
        for key in path:
            found = None if found is None else found[key]
        return found


@value
class Task:
    """One text to read and the layers wanted of it."""

    report: Report
    layers: frozenset[str] = frozenset()


class Outcome(Protocol):
    """One report's part of the outputs as lines of JSON, as a batch has it before they are written."""

    @property
    def report(self) -> Report:
        """The report that was read."""

    @property
    def error(self) -> str | None:
        """Why it was not."""

    @property
    def claims(self) -> str:
        """Its lines of claims.jsonl."""

    @property
    def events(self) -> tuple[str, ...]:
        """Its events of record.json."""

    @property
    def layers(self) -> tuple[tuple[str, str], ...]:
        """Name and lines of each layer asked for."""


Reads: TypeAlias = Callable[[Iterable[Task]], Iterator[Outcome]]
"""What reads texts, each a case of its own, in their order."""


def make_task(row: Row, layers: frozenset[str]) -> Task:
    """A row as the report that a line of a batch would make of it."""
    line = {"id": row.id, "text": row.text, "date": row.published, "title": row.title}
    return Task(report=_load(line, row.where), layers=layers)


def _load(line: Data, where: str) -> Report:
    from rashomon.sources import read_jsonl_lines

    stream = io.BytesIO(json.dumps({key: said for key, said in line.items() if said is not None}).encode())
    for one in read_jsonl_lines(stream, where):
        if isinstance(one, Loaded):
            return one.report
        raise InternalError(f"{where}: did not become a report ({one.reason})")
    raise InternalError(f"{where}: did not become a report")


def make_answer(outcome: Outcome) -> Answer:
    """An outcome's lines as data again."""
    name = outcome.report.source_ref
    events = [json.loads(line) for line in outcome.events]
    return Answer(
        event=next((event for event in events if name in event["principal_for"]), None),
        claims=_lines(outcome.claims),
        layers={layer: _lines(lines) for layer, lines in outcome.layers},
        error=outcome.error,
    )


def _lines(text: str) -> tuple[Data, ...]:
    return tuple(json.loads(line) for line in text.split("\n") if line)
