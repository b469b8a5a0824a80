"""Prints of one text found: a wire story in three papers is one witness.

Two texts are prints of one where most of the shorter one's five-word runs stand in the longer. Runs are
hashed with a fixed hash, and only texts that share rare runs are compared, so that the work grows with
the number of texts and not with its square.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.report import Report

RUN = 5
SAME = 0.7
"""Share of the shorter text's runs found in the longer: 0.7 keeps a print with a new first line and a cut
end together; two texts on one event by different writers share under 0.1."""
_SKETCH = 64
_CROWD = 200
"""A run that more texts share than this is a formula of the trade, and proposes nothing."""
_LEAST_WORDS = 25
_WORD = re.compile(r"\w+")


def mark_copies(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The same reports, those that repeat another's text pointing to the earliest print of it."""
    order = sorted(range(len(reports)), key=lambda i: _age(reports[i]))
    runs = [_runs(report) for report in reports]
    postings: dict[int, list[int]] = {}
    original: dict[int, int] = {}
    for i in order:
        sketch = sorted(runs[i])[:_SKETCH]
        near = {j for run in sketch for j in postings.get(run, ())[:_CROWD]}
        found = next(
            (j for j in sorted(near, key=lambda j: _age(reports[j])) if _is_print(runs[i], runs[j])), None
        )
        if found is not None:
            original[i] = original.get(found, found)
        for run in runs[i]:
            postings.setdefault(run, []).append(i)
    return tuple(
        replace(report, copied_from=reports[original[i]].id if i in original else None)
        for i, report in enumerate(reports)
    )


def _age(report: Report) -> tuple[str, str]:
    """The earliest published first; without a year last; then by id, so that order of arrival is nothing.

    A month stands behind its days and a year behind its months: a vague date proves no precedence.
    """
    published = report.published or ""
    return published.ljust(10, "~") if published[:1].isdigit() else "~", report.id


def _runs(report: Report) -> frozenset[int]:
    text = report.text
    for piece in reversed([p for p in report.set_aside if p.inside]):
        text = f"{text[: piece.start]} {text[piece.end :]}"
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        # Short notes are alike without being copies: only the whole text counts.
        return frozenset({zlib.crc32(" ".join(words).encode("utf-8", "replace"))}) if words else frozenset()
    return frozenset(
        zlib.crc32(" ".join(words[i : i + RUN]).encode("utf-8", "replace"))
        for i in range(len(words) - RUN + 1)
    )


def _is_print(one: frozenset[int], two: frozenset[int]) -> bool:
    short, long = sorted((one, two), key=len)
    return bool(short) and len(short) * 4 >= len(long) and len(short & long) >= SAME * len(short)
