"""Seconds and memory to link 1,000, 10,000 and 100,000 mentions, and how fast that grows.

The mentions are real ones, read from a few hundred texts of the labelled sets (``RASHOMON_DATA``) where they
stand, else from the examples (the first line printed says which): each is taken again and again, its report, day and place moved together, so
that every happening keeps the companions it has. Days and places are spread as the number grows: an archive
grows by years and countries, not by more on the same day in the same town.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.texts import example_reports, rows_of, say_example, say_labelled
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.linking.cluster import cluster_mentions
from rashomon.linking.features import MentionFeatures, describe_all
from rashomon.linking.locating import locate_claims
from rashomon.model.dates import first_day
from rashomon.model.report import Loaded, Report
from rashomon.reading.english import read_english
from rashomon.sources import load

SIZES = (1_000, 10_000, 100_000)
SET, TEXTS = "gva", 250
EXAMPLES = ("akabar", "two-accounts")


def real_mentions() -> list[MentionFeatures]:
    """The mentions of real texts, described; prints which texts."""
    reports = _reports()
    readings = [read_english(report) for report in reports]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    mentions = [mention for reading in readings for mention in reading.mentions]
    gazetteer = open_gazetteer()
    by_id = {report.id: report for report in reports}
    return describe_all(mentions, by_id, claims, locate_claims(claims, gazetteer), lambda _name: False)


def _reports() -> list[Report]:
    sets = rows_of(SET)
    if sets is None:
        reports = example_reports(*EXAMPLES)
        say_example(len(reports), *EXAMPLES)
        return reports
    lines = [
        {"id": f"{row.id}-{number}", "text": told["text"], "date": told["date"]}
        for row in sets[SET]
        for number, told in enumerate(row.many("docs"))
    ]
    say_labelled(len(lines[:TEXTS]), SET)
    with TemporaryDirectory() as scratch:
        file = Path(scratch) / "texts.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in lines[:TEXTS]), "utf-8")
        return [one.report for one in load([str(file)]) if isinstance(one, Loaded)]


def resampled(real: list[MentionFeatures], size: int) -> list[MentionFeatures]:
    """So many mentions: the real ones over and over, each round moved in time and space."""
    found: list[MentionFeatures] = []
    chance = random.Random(size)  # noqa: S311
    for number in range(math.ceil(size / len(real))):
        days, north, east = chance.randrange(-9000, 9000), chance.uniform(-20, 20), chance.uniform(-60, 60)
        found += [_moved(one, number, days, north, east) for one in real]
    return found[:size]


def _moved(one: MentionFeatures, number: int, days: int, north: float, east: float) -> MentionFeatures:
    tag = f"{number}."
    return replace(
        one,
        mention=replace(one.mention, id=tag + one.mention.id, report_id=tag + one.mention.report_id),
        report=replace(one.report, id=tag + one.report.id, published=_later(one.report.published, days)),
        days=tuple((_later(a, days) or a, _later(b, days) or b) for a, b in one.days),
        located=tuple(
            replace(
                place,
                name=f"{place.name} {number}",
                lat=None if place.lat is None else place.lat + north,
                lon=None if place.lon is None else place.lon + east,
            )
            for place in one.located
        ),
        names=frozenset(f"{name} {number}" for name in one.names),
        people=frozenset(f"{name} {number}" for name in one.people),
        spots=frozenset(f"{spot} {number}" for spot in one.spots),
        towns=frozenset(f"{town} {number}" for town in one.towns),
    )


def _later(partial: str | None, days: int) -> str | None:
    first = first_day(partial)
    return partial if first is None else (first + dt.timedelta(days=days)).isoformat()


def runs() -> Iterator[tuple[int, float, int, int]]:
    """For each size: mentions, seconds, clusters, and the memory of the process in MB so far."""
    real = real_mentions()
    for size in SIZES:
        mentions = resampled(real, size)
        start = time.perf_counter()
        clusters = cluster_mentions(mentions)
        seconds = time.perf_counter() - start
        yield size, seconds, len(clusters), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print one line for each size, and the power by which the time grows."""
    before: tuple[int, float] | None = None
    for size, seconds, clusters, megabytes in runs():
        grows = ""
        if before is not None:
            grows = f", n^{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
        sys.stdout.write(
            f"{size:>7,} mentions: {seconds:.2f} s, {clusters:,} events, {megabytes:,} MB{grows}\n"
        )
        sys.stdout.flush()
        before = (size, seconds)


if __name__ == "__main__":
    main()
