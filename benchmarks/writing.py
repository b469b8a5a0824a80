"""Seconds to write and to audit, once a case is read: article, all exports, all files of a run, an audit.

The case is ``examples/akabar``; the article held against it is the program's own draft. The language
pipeline is loaded before the audit is timed, since that belongs to reading.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rashomon.pipeline import add_reports, build, read_article, read_missing
from rashomon.reading.english import PIPELINE
from rashomon.reading.sentences.parsing import load_pipeline
from rashomon.sources import load
from rashomon.sources.metadata import GivenMetadata
from rashomon.store import Case, open_case
from rashomon.writing import render_article, render_outputs
from rashomon.writing.audit import examine, render_audit
from rashomon.writing.exports import FORMATS, ExportOptions, export_case

EXAMPLE = Path(__file__).parents[1] / "examples" / "akabar"
LIMIT = 1.0
"""Seconds for article, audit and all exports together."""


def main() -> None:
    """Prints the seconds of each step; ends with 1 where article, audit and exports took longer than `LIMIT`."""
    with tempfile.TemporaryDirectory() as folder, open_case(Path(folder), create=True) as case:
        add_reports(case, load([str(EXAMPLE)]), given="akabar")
        read_missing(case)
        load_pipeline(PIPELINE)
        sys.exit(int(sum(_timed(case)) > LIMIT))


def _timed(case: Case) -> list[float]:
    view = build(case)
    event = next(event.id for event in view.record.events if event.principal_for)
    wiki = render_article(view, event, "wikitext").encode()
    told = GivenMetadata(
        language="en"
    )  # telling languages apart is a part of reading, 0.6 s at its first call
    limited = [
        _time(
            "article, three forms",
            lambda: [render_article(view, event, f) for f in ("markdown", "wikitext", "html")],
        ),
        _time(
            "audit of that article",
            lambda: render_audit(examine(read_article(wiki, locator="a.wiki", metadata=told), view), "json"),
        ),
        _time(f"all {len(FORMATS)} exports", lambda: _export_all(case)),
    ]
    _time("all files of a run", lambda: render_outputs(view))
    return limited


def _export_all(case: Case) -> None:
    views = {policy: build(case, policy=policy) for policy in {row.policies[0] for row in FORMATS.values()}}
    for name, row in FORMATS.items():
        export_case(views[row.policies[0]], name, ExportOptions())


def _time(what: str, work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    seconds = time.perf_counter() - begun
    sys.stdout.write(f"{what:<24}{seconds:7.2f} s\n")
    return seconds


if __name__ == "__main__":
    main()
