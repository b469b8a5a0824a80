"""What several reports of one happening come to: folders of short texts, each named by its day, with the answer."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from tests.conftest import report_of

from rashomon.linking import link
from rashomon.reading.english import read_english
from rashomon.reconciling import reconcile

CASES = sorted(path for path in Path(__file__).with_name("several_reports").iterdir() if path.is_dir())
Told = tuple[int | None, int | None]


def expected(case: Path) -> Told:
    """Dead and wounded as somebody who knows the reports counts them; None where nothing is said."""
    lines = (case / "expected.txt").read_text("utf-8").splitlines()
    said = dict(line.split(": ", 1) for line in lines)
    return tuple(None if said[key] == "-" else int(said[key]) for key in ("killed", "wounded"))  # type: ignore[return-value]


def tolls(case: Path) -> set[Told]:
    """Dead and wounded of the event, for each order in which the reports may come in."""
    texts = sorted(case.glob("2*.txt"))
    reports = [
        replace(
            report_of(text.read_text("utf-8"), published=text.stem),
            id=text.stem,
            source_ref=text.name,
            outlet=f"Outlet {text.stem}",
        )
        for text in texts
    ]
    readings = [read_english(report) for report in reports]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    found = set()
    for order in permutations(range(len(texts))):
        linked = link([reports[i] for i in order], [readings[i] for i in order])
        record = reconcile(linked, claims, {report.id: report for report in reports})
        events = [event for event in record.events if event.principal_for]
        assert len(events) == 1
        found.add((events[0].totals.ucdp.best, events[0].totals.latest.wounded))
    return found


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_toll_of_several_reports(case: Path) -> None:
    assert tolls(case) == {expected(case)}
