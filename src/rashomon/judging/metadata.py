"""Judgements about reports and their sources: what is known of a publication, and how far to trust it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model.judgements import Judgement, SourceGrade
from rashomon.model.report import Report

FIXABLE = ("published", "outlet", "title", "author", "url", "archive_url", "language", "kind")
"""What a person may mend of a report; its text and its bytes are what they are."""


def judge_reports(reports: Iterable[Report], judgements: Sequence[Judgement]) -> tuple[Report, ...]:
    """The reports with their metadata as people mended it, in the same order."""
    fixes: dict[str, dict[str, str | None]] = {}
    for judgement in judgements:
        if judgement.kind == "metadata":
            said = json.loads(judgement.details)
            for report_id in judgement.targets:
                fixes.setdefault(report_id, {}).update({k: v for k, v in said.items() if k in FIXABLE})
    return tuple(_mended(report, fixes.get(report.id, {})) for report in reports)


def _mended(report: Report, fixes: Mapping[str, str | None]) -> Report:
    if not fixes:
        return report
    given = {"language_basis": "given"} if "language" in fixes else {}
    return replace(report, **fixes, **given)  # type: ignore[arg-type]


def source_grades(judgements: Sequence[Judgement]) -> dict[str, SourceGrade]:
    """The grade of each graded source by its name in lower case; the latest where there are several."""
    grades: dict[str, SourceGrade] = {}
    for judgement in judgements:
        if judgement.kind == "grade":
            said = json.loads(judgement.details)
            for source in judgement.targets:
                grades[source.casefold()] = SourceGrade(
                    source=source, reliability=said["reliability"], credibility=said.get("credibility")
                )
    return grades
