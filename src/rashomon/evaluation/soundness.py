"""Measures without a label that hold for any text: it was read, and every passage stands where it says."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.evaluation.answers import Answer, Data
from rashomon.evaluation.measures import Measure, Verdict
from rashomon.evaluation.rows import Row


def _read(_label: bool, _row: Row, answer: Answer) -> Verdict:
    return Verdict(right=int(answer.error is None), label="read", ours=answer.error or "read")


def _exact(_label: bool, row: Row, answer: Answer) -> Verdict:
    found = list(_passages(answer))
    wrong = [p for p in found if row.text[p["start"] : p["end"]] != p["words"]]
    ours = "; ".join(f"{p['words']!r} at {p['start']}" for p in wrong[:3]) or f"{len(found)} exact"
    return Verdict(right=len(found) - len(wrong), of=len(found), label=f"{len(found)} passages", ours=ours)


def _passages(answer: Answer) -> Iterator[Data]:
    for claim in answer.claims:
        yield claim["passage"]
    for lines in answer.layers.values():
        for line in lines:
            yield from _marked(line)


def _marked(line: Data) -> Iterator[Data]:
    """The stretches a line of a layer names: objects with start, end and words, or lists of them."""
    for found in line.values():
        for part in found if isinstance(found, list) else [found]:
            if isinstance(part, dict) and {"start", "end", "words"} <= part.keys():
                yield part


SOUNDNESS = (
    Measure(name="texts read without a failure", label=lambda _row: True, judge=_read),
    Measure(name="passages exact", label=lambda _row: True, judge=_exact),
)
"""Part of every set."""
