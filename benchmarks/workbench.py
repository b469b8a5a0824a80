"""How long each page of the workbench takes, at rest and while decisions renew the case.

    python -m benchmarks.workbench CASE         a case of your own; a copy is opened, it stays as it is
    python -m benchmarks.workbench              a case of 5,000 reports, made of the texts in RASHOMON_DATA

The server is the real one, in a process of its own; the times are those a visitor on the same machine waits. Each
view is asked for 30 times, with different ids, pages and filters. Making the case takes some ten minutes.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import httpx2

from rashomon.workbench.routes import VIEWS

REPORTS = 5_000
REQUESTS = 30
SLOW = 200.0
"""Milliseconds that no page may take of a case of this size."""

QUERIES: dict[str, tuple[str, ...]] = {
    "/events": (
        "",
        "page=2",
        "page=40",
        "sort=deaths",
        "sort=differ",
        "q=attack",
        "from=2010&to=2019",
        "accounts=differ",
    ),
    "/events/{event_id}": ("", "policy=range", "policy=acled", "policy=latest"),
    "/claims": ("", "page=3", "page=900", "facet=killed", "facet=place&page=20"),
    "/reports": ("", "page=2", "page=80", "q=the"),
    "/search": ("", "q=soldiers", "q=police+shot", "q=%22was+killed%22", "q=attack&page=3"),
    "/actors": ("", "page=2", "q=police"),
    "/places": ("", "page=2", "q=kidal"),
    "/history": ("", "page=2"),
    "/names": ("q=army", "q=police", "q=ma"),
}
"""Address → queries that are asked for in turn; other views are asked for without one."""

_LISTS = {
    "event_id": ("/events.json", "events"),
    "claim_id": ("/claims.json", "claims"),
    "report_id": ("/reports.json", "reports"),
    "actor_id": ("/actors.json", "actors"),
    "place_id": ("/places.json", "places"),
}
"""Part of an address → where its ids are listed, and under which name."""


def make_case(folder: Path) -> Path:
    """A case of the first texts of all labelled sets, as `rashomon run` makes it."""
    data = os.environ.get("RASHOMON_DATA")
    if data is None:
        sys.exit("Give a case, or set RASHOMON_DATA to the folder of the labelled sets (docs/evaluation.md).")
    rows = islice(_texts(Path(data)), REPORTS)
    lines = (json.dumps({"id": f"text-{number}", **row}) for number, row in enumerate(rows))
    (folder / "texts.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    made = folder / "case"
    command = [sys.executable, "-m", "rashomon", "run", str(folder / "texts.jsonl"), "--out", str(made)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    return made


def _texts(data: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(data.glob("*_dev.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                for one in row.get("docs", [row]):
                    if one.get("text"):
                        yield {
                            "text": one["text"],
                            "date": one.get("date"),
                            "outlet": path.name.split("_")[0],
                        }


class Visitor:
    """Somebody who looks at pages, and can decide."""

    def __init__(self, address: str) -> None:
        self.client = httpx2.Client(base_url=address, timeout=300, trust_env=False)
        found = re.search(r'name="csrf" value="(\w+)"', self.client.get("/events").text)
        self._csrf = found[1] if found else ""

    def ids(self, part: str) -> list[str]:
        """Some ids of one kind, from several pages of their list."""
        path, name = _LISTS[part]
        found = []
        for page in (1, 2, 7, 30):
            answer = self.client.get(path, params={"page": page})
            if answer.status_code == 200:
                found += [row["id"] for row in answer.json().get(name, []) if row.get("id")]
        return list(dict.fromkeys(found))

    def milliseconds(self, path: str) -> float:
        """How long a page takes; it must be there."""
        started = time.perf_counter()
        answer = self.client.get(path)
        took = (time.perf_counter() - started) * 1000
        if answer.status_code != 200:
            sys.exit(f"{path} was answered with {answer.status_code}.")
        return took

    def decide(self, claim: str, number: int) -> None:
        """Accept or reject a claim, as whoever has seen everything."""
        kind = ("accept", "reject")[number % 2]
        said = {"kind": kind, "claim": claim, "why": f"benchmark {number}", "seen": "999999999"}
        self.client.post("/claims/decide", data={"csrf": self._csrf, **said}, follow_redirects=False)


def addresses(visitor: Visitor, chosen: random.Random) -> dict[str, list[str]]:
    """For each view the addresses that are asked for; views whose ids nothing lists are left out."""
    known: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    for view in VIEWS:
        parts = re.findall(r"{(\w+)(?::path)?}", view)
        if any(part not in _LISTS for part in parts):
            continue
        for part in parts:
            known.setdefault(part, visitor.ids(part))
        if all(known[part] for part in parts):
            queries = QUERIES.get(view, ("",))
            found[view] = [
                _filled(view, {part: chosen.choice(known[part]) for part in parts}, queries[n % len(queries)])
                for n in range(REQUESTS)
            ]
    if "event_id" in known and "/compare" in found:
        pairs = [chosen.sample(known["event_id"], 2) for _ in range(REQUESTS)]
        found["/compare"] = [f"/compare?one={one}&two={two}" for one, two in pairs]
    return found


def _filled(view: str, parts: dict[str, str], query: str) -> str:
    for part, said in parts.items():
        view = re.sub(rf"{{{part}(?::path)?}}", quote(said, safe=":"), view)
    return f"{view}?{query}" if query else view


def measure(visitor: Visitor, wanted: dict[str, list[str]]) -> dict[str, tuple[float, float]]:
    """Median and 95th percentile of each view, in milliseconds."""
    found = {}
    for view, paths in wanted.items():
        took = sorted(visitor.milliseconds(path) for path in paths)
        found[view] = (statistics.median(took), took[round(0.95 * (len(took) - 1))])
        sys.stderr.write(f"{view}: {found[view][0]:.0f}, {found[view][1]:.0f}\n")
    return found


def measure_renewing(address: str, wanted: dict[str, list[str]]) -> dict[str, tuple[float, float]]:
    """The same while somebody decides on one claim after the other, so that the case is renewed all the time."""
    over = threading.Event()
    claims = Visitor(address).ids("claim_id") or [""]

    def decide() -> None:
        coder, number = Visitor(address), 0
        while not over.is_set():
            number += 1
            coder.decide(claims[number % len(claims)], number)

    coder = threading.Thread(target=decide)
    coder.start()
    try:
        return measure(Visitor(address), wanted)
    finally:
        over.set()
        coder.join()


def serve(case: Path) -> tuple[subprocess.Popen[str], str]:
    """The running workbench and its address."""
    command = [sys.executable, "-m", "rashomon", "serve", str(case), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603
    started = time.perf_counter()
    for line in process.stderr or ():
        if found := re.search(r" is open at (\S+)/", line):
            sys.stdout.write(f"opened in {time.perf_counter() - started:.1f} s\n")
            threading.Thread(target=(process.stderr or sys.stdin).read, daemon=True).start()
            return process, found[1]
    sys.exit("The workbench did not open.")


def settle(visitor: Visitor, seconds: float) -> None:
    """Wait until what is made beforehand is made."""
    started = time.perf_counter()
    visitor.client.get("/events")
    sys.stdout.write(f"the list of events stood after another {time.perf_counter() - started:.1f} s\n")
    time.sleep(seconds)


def tell(rest: dict[str, tuple[float, float]], busy: dict[str, tuple[float, float]], memory: str) -> None:
    """Print a line a view, the slow ones marked."""
    sys.stdout.write(f"{'milliseconds':<34}{'at rest':>16}{'renewing':>18}\n")
    sys.stdout.write(f"{'':<34}{'median':>8}{'p95':>8}{'median':>10}{'p95':>8}\n")
    for view in rest:
        mark = "  slow" if max(rest[view][1], busy[view][1]) > SLOW else ""
        numbers = f"{rest[view][0]:>8.0f}{rest[view][1]:>8.0f}{busy[view][0]:>10.0f}{busy[view][1]:>8.0f}"
        sys.stdout.write(f"{view:<34}{numbers}{mark}\n")
    sys.stdout.write(f"memory: {memory}\n")


def main() -> None:
    """Open a copy of the case, ask for every view, print the table."""
    with TemporaryDirectory() as scratch:
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else make_case(Path(scratch))
        case = Path(shutil.copytree(given, Path(scratch) / "copy"))
        process, address = serve(case)
        try:
            visitor = Visitor(address)
            settle(visitor, float(os.environ.get("SETTLE", "60")))
            wanted = addresses(visitor, random.Random(6))  # noqa: S311
            rest, busy = measure(visitor, wanted), measure_renewing(address, wanted)
            status = Path(f"/proc/{process.pid}/status")
            found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
            tell(rest, busy, f"{int(found[1]) // 1024:,} MB" if found else "unknown")
        finally:
            process.terminate()
            process.wait(timeout=60)


if __name__ == "__main__":
    main()
