"""How well reports are put together into events: ``python -m rashomon.evaluation.links FOLDER``.

Two sets tell. Shootings that several newspapers told of: which reports belong together is known, so B³ and
pairs are measured, over pools of one state and month and over all reports at once. And a coder's notes, each
of an event of its own: near each other in place and time, they must stay apart.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from rashomon.codebook.geodesy import distance_km
from rashomon.linking import link
from rashomon.model.base import value
from rashomon.model.dates import days_between
from rashomon.model.layers import Reading
from rashomon.model.report import Report
from rashomon.pipeline import attempt_reading
from rashomon.reconciling import reconcile
from rashomon.sources import load

SHOOTINGS = "gva_dev.jsonl.gz"
NOTES = "acled_mali_dev.jsonl.gz"
NEAR_KM, NEAR_DAYS = 25.0, 30

Read = tuple[Report, Reading]
Assigned = tuple[str, str]
"""Which event a report is of: as labelled, and as we have it."""


@value
class Agreement:
    """How well two ways of grouping reports agree; all from 0 to 1."""

    precision: float
    recall: float
    pair_precision: float
    pair_recall: float
    reports: int

    @property
    def f1(self) -> float:
        """B³ F1: of each report's companions how many are right, and how many of the right ones are found."""
        return _harmonic(self.precision, self.recall)

    @property
    def pair_f1(self) -> float:
        """F1 over pairs of reports put together."""
        return _harmonic(self.pair_precision, self.pair_recall)


def _harmonic(one: float, two: float) -> float:
    return 2 * one * two / (one + two) if one + two else 0.0


def agreement(assigned: Sequence[Assigned]) -> Agreement:
    """B³ and pairs of a grouping against the labels.

    >>> agreement([("a", "1"), ("a", "1"), ("b", "1")]).recall
    1.0
    """
    labelled = Counter(label for label, _ in assigned)
    ours = Counter(event for _, event in assigned)
    both = Counter(assigned)
    right = [both[pair] for pair in assigned]
    pairs = sum(_pairs(n) for n in both.values())
    return Agreement(
        precision=_mean(n / ours[event] for n, (_, event) in zip(right, assigned, strict=True)),
        recall=_mean(n / labelled[label] for n, (label, _) in zip(right, assigned, strict=True)),
        pair_precision=pairs / max(1, sum(_pairs(n) for n in ours.values())),
        pair_recall=pairs / max(1, sum(_pairs(n) for n in labelled.values())),
        reports=len(assigned),
    )


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0


def read_lines(lines: Iterable[dict[str, Any]], scratch: Path) -> dict[str, Read]:
    """Each text read, by its id; texts that cannot be read are left out and said."""
    file = scratch / "texts.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    found: dict[str, Read] = {}
    for count, one in enumerate(load([str(file)]), start=1):
        report = getattr(one, "report", None)
        reading = attempt_reading(report) if report is not None else None
        if report is not None and isinstance(reading, Reading):
            found[report.source_ref] = (report, reading)
        else:
            sys.stderr.write(f"left out: {one}\n")
        if count % 250 == 0:
            sys.stderr.write(f"read {count}\n")
    return found


def read_shootings(folder: Path, scratch: Path) -> list[tuple[dict[str, Any], Read]]:
    """Each report of each incident with the incident's row."""
    rows = {row["incident_id"]: row for row in read_rows(folder / SHOOTINGS)}
    lines = [
        {"id": f"{key}-{i}", "text": doc["text"], "date": doc["date"], "title": doc["title"]}
        for key, row in rows.items()
        for i, doc in enumerate(row["docs"])
    ]
    return [(rows[key.rpartition("-")[0]], read) for key, read in read_lines(lines, scratch).items()]


def read_notes(folder: Path, scratch: Path) -> list[tuple[dict[str, Any], Read]]:
    """Each note with its row, of notes with the same words only the first."""
    rows = {
        row["id"]: row
        for row in reversed(
            list({r["text"].strip(): r for r in reversed(read_rows(folder / NOTES))}.values())
        )
    }
    lines = [{"id": row["id"], "text": row["text"], "date": row["date"]} for row in rows.values()]
    return [(rows[key], read) for key, read in read_lines(lines, scratch).items()]


def read_rows(file: Path) -> list[dict[str, Any]]:
    """The rows of a labelled set."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def month_and_state(row: dict[str, Any]) -> str:
    """The pool a shooting stands in."""
    words = row["date"].split()
    return f"{row['state']} {words[0]} {words[-1]}"


def assign(pools: dict[str, list[tuple[dict[str, Any], Read]]]) -> list[Assigned]:
    """The event of each report that is mainly about one, pool by pool; a report without one stands alone."""
    found: list[Assigned] = []
    for name, rows in sorted(pools.items()):
        linked = link([report for _, (report, _) in rows], [reading for _, (_, reading) in rows])
        home = {report: event.id for event in linked.events for report in event.principal_for}
        found += [
            (f"{name} {row['incident_id']}", f"{name} {home.get(report.id, report.id)}")
            for row, (report, _) in rows
        ]
    return found


def pooled(
    rows: Sequence[tuple[dict[str, Any], Read]], pool: Callable[[dict[str, Any]], str]
) -> dict[str, list[tuple[dict[str, Any], Read]]]:
    """The reports by pool."""
    found: dict[str, list[tuple[dict[str, Any], Read]]] = {}
    for row in rows:
        found.setdefault(pool(row[0]), []).append(row)
    return found


def counted_right(pools: dict[str, list[tuple[dict[str, Any], Read]]]) -> tuple[int, int]:
    """Incidents of two reports and more whose event has the labelled dead and injured; and how many there are."""
    right = many = 0
    for _, rows in sorted(pools.items()):
        reports = {report.id: report for _, (report, _) in rows}
        readings = [reading for _, (_, reading) in rows]
        claims = {claim.id: claim for reading in readings for claim in reading.claims}
        record = reconcile(link(list(reports.values()), readings), claims, reports)
        for key, own in _incidents(rows).items():
            if len(own) < 2:
                continue
            event = max(record.events, key=lambda e: (len(own & set(e.principal_for)), e.id), default=None)
            row = next(row for row, _ in rows if row["incident_id"] == key)
            totals = event.totals if event is not None and own & set(event.principal_for) else None
            ours = (totals.ucdp.best or 0, totals.latest.wounded or 0) if totals is not None else (0, 0)
            right += ours == (row["num_killed"], row["num_injured"])
            many += 1
    return right, many


def _incidents(rows: Sequence[tuple[dict[str, Any], Read]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row, (report, _) in rows:
        found.setdefault(row["incident_id"], set()).add(report.source_ref)
    return found


def kept_apart(rows: Sequence[tuple[dict[str, Any], Read]]) -> tuple[int, int]:
    """Of the pairs of events near each other, how many stay two; and how many such pairs there are."""
    linked = link([report for _, (report, _) in rows], [reading for _, (_, reading) in rows])
    home = {report: event.id for event in linked.events for report in event.principal_for}
    near = [
        (one, two)
        for i, (row, (one, _)) in enumerate(rows)
        for other, (two, _) in rows[:i]
        if _are_near(row, other)
    ]
    merged = sum(one.id in home and home[one.id] == home.get(two.id) for one, two in near)
    return len(near) - merged, len(near)


def _are_near(one: dict[str, Any], two: dict[str, Any]) -> bool:
    between = days_between(one["date"], two["date"])
    if between is None or between > NEAR_DAYS:
        return False
    spots = [(float(r["labels"]["latitude"]), float(r["labels"]["longitude"])) for r in (one, two)]
    return distance_km(*spots) <= NEAR_KM


def main(folder: Path, scratch: Path) -> None:
    """Print the table."""
    shootings = read_shootings(folder, scratch)
    for name, pool in (("by state and month", month_and_state), ("all at once", lambda _row: "all")):
        found = agreement(assign(pooled(shootings, pool)))
        sys.stdout.write(
            f"shootings, {name}: B³ F1 {found.f1:.3f} (precision {found.precision:.3f}, recall "
            f"{found.recall:.3f}); pairs F1 {found.pair_f1:.3f} (precision {found.pair_precision:.3f}, "
            f"recall {found.pair_recall:.3f}); {found.reports} reports\n"
        )
    right, many = counted_right(pooled(shootings, month_and_state))
    sys.stdout.write(f"killed and injured of the event both right: {right / many:.1%} of {many} incidents\n")
    apart, near = kept_apart(read_notes(folder, scratch))
    sys.stdout.write(
        f"notes of events within {NEAR_KM:.0f} km and {NEAR_DAYS} days: {apart / near:.1%} of {near} kept apart\n"
    )


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder_name:
        main(Path(sys.argv[1]), Path(folder_name))
