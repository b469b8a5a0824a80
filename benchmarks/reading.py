"""Words per second of our reader and of spaCy's stock English pipeline, on the same texts in one go.

Texts: the labelled sets' news (``RASHOMON_DATA``), a fixed sample, where they stand; else the example's
reports, repeated; the first line printed says which. The two are timed in turn, so that a machine that grows
slower slows both.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

import spacy

from benchmarks.texts import example_reports, rows_of, say_example, say_labelled
from rashomon.model.report import Report
from rashomon.reading.english import PIPELINE, read_english

ROUNDS = 3
SETS = ("isaf", "acled_mali", "airwars", "gva")
TEXTS = 40
EXAMPLE, REPEATED = "akabar", 10


def texts() -> list[str]:
    """The texts to read, the same in every run; prints which they are."""
    sets = rows_of(*SETS)
    if sets is None:
        example = [report.text for report in example_reports(EXAMPLE)]
        say_example(len(example), EXAMPLE, times=REPEATED)
        return example * REPEATED
    found = []
    for rows in sets.values():
        own = [row.text for row in rows]
        found.extend(own[:: max(1, len(own) // TEXTS)][:TEXTS])
    say_labelled(len(found), *SETS)
    return found


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes, in seconds of processor time: what else the machine does counts less."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print both speeds and their ratio."""
    sample = texts()
    words = sum(len(text.split()) for text in sample)
    reports = [
        Report(
            id=f"r{n}",
            source_ref=f"r{n}",
            locator=f"r{n}",
            text=text,
            sha256="",
            published="2018-04-05",
            language="en",
        )
        for n, text in enumerate(sample)
    ]
    stock = spacy.load(PIPELINE)
    read_english(reports[0])  # both are warm before the first round
    pairs = []
    for _ in range(ROUNDS):
        ours = seconds(lambda: [read_english(report) for report in reports])
        theirs = seconds(lambda: list(stock.pipe(sample)))
        pairs.append((words / ours, words / theirs))
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / two for one, two in pairs)
    sys.stdout.write(f"{len(sample)} texts, {words} words, median of {ROUNDS} rounds, one process\n")
    sys.stdout.write(
        f"rashomon reader      {ours:10.0f} words/s\nspaCy stock pipeline {theirs:10.0f} words/s\n"
    )
    sys.stdout.write(f"ratio                {ratio:10.2f}\n")


if __name__ == "__main__":
    main()
